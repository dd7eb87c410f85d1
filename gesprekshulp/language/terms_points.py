"""Which rules can begin at which word, and the longest date that begins at a place."""

from gesprekshulp.language import terms_dates as dates
from gesprekshulp.language import terms_durations as durations
from gesprekshulp.language import terms_holidays as holidays
from gesprekshulp.language import terms_open as open_terms
from gesprekshulp.language import terms_ordinals as ordinals
from gesprekshulp.language import terms_periods as periods
from gesprekshulp.language import terms_stretches as stretches
from gesprekshulp.language import terms_weekdays as weekdays
from gesprekshulp.language.numbers import number_words, ordinal_words
from gesprekshulp.language.terms_lexicon import (
    ARTICLES,
    COMING,
    FILLERS,
    LAST,
    MONTHS,
    NEXT,
    PARTS,
    RELATIVE_DAYS,
    SEASONS,
    SHORT_WEEKDAYS,
    THIS,
    VAGUE_AMOUNTS,
    WEEKDAYS,
)
from gesprekshulp.language.terms_model import Match, TermKind, one_day
from gesprekshulp.language.terms_numeric import numeric
from gesprekshulp.language.terms_reader import Reader, Rule
from gesprekshulp.language.terms_tokens import NUMBER, NUMERIC_DATE, ORDINAL, OTHER, YEAR

# "een week na de dag voor Pasen" is as deep as people go; without a bound a text could go on.
_DEEPEST = 4


def _special(reader: Reader, place: int) -> Match:
    """What fits no other rule: in the course of, the new year, the week after, now."""
    word, second = reader.word(place), reader.word(place + 1)
    later = word in ("later", "verderop") and second == "in"
    if later or (word == "loop" and second in ("van", "vd", "der")):
        found = periods.target(reader, reader.skip_of(place + 1), 2)
        return (found[0].but(edge=False, certainty=0.85), found[1]) if found else None
    if word == "nieuwe" and second in ("jaar", "kalenderjaar"):
        return stretches.period(reader, "year", 1).but(certainty=0.8), place + 2
    if word in ("heel", "hele"):
        found = dates.month(reader, place + 1 + (second == "maand"))
        return (found[0].but(weak=False), found[1]) if found else None
    if word == "maand":
        found = dates.month(reader, place + 1)
        return (found[0].but(weak=reader.word(place - 1) == "van"), found[1]) if found else None
    if word in ("week", "wk") and (found := _week_of_month(reader, place)):
        return found
    if word == "week" and second in ("erna", "erop", "daarna") and reader.loose:
        return stretches.period(reader, "week", 1).but(certainty=0.5), place + 2
    if reader.loose and (now := open_terms.NOW.match(reader, place)) and now[1] == reader.size:
        return one_day(reader.today, 0.6), now[1]
    if reader.loose and word in ("+", "-") and place == 0:
        return _signed(reader, word)
    if at_once := open_terms.AT_ONCE.match(reader, place):
        return one_day(reader.today, 0.85, timed=True), at_once[1]
    return None


def _week_of_month(reader: Reader, place: int) -> Match:
    """ "week 3 van april": read as "derde week van april"."""
    number = reader.at(place + 1)
    if number.kind != NUMBER or not 1 <= number.value[0] <= 5 or reader.word(place + 2) != "van":
        return None
    return ordinals.nth_unit(reader, number.value[0], "week", place + 2)


def _signed(reader: Reader, sign: str) -> Match:
    """ "+2 weken" and "-3 dagen" in a date field."""
    found = durations.duration(reader, 1)
    if found is None or found[0].vague:
        return None
    back = sign == "-"
    day = durations.moved(reader.today, found[0].parts, reader.country, -1 if back else 1)
    return one_day(day, 0.7, kind=TermKind.PAST if back else TermKind.DAY), found[1]


_BY_KIND: dict[str, tuple[Rule, ...]] = {
    NUMBER: (
        dates.day_and_month,
        durations.counted,
        numeric,
        dates.year,
        ordinals.ordinal,
    ),
    ORDINAL: (dates.day_and_month, ordinals.ordinal, holidays.holiday),
    NUMERIC_DATE: (numeric, dates.glued_days, durations.counted),
    OTHER: (dates.glued_days, durations.counted),
    YEAR: (dates.year,),
}
_BY_WORD: dict[str, list[Rule]] = {}


def _register(words: frozenset[str] | set[str], *rules: Rule) -> None:
    for word in words:
        known = _BY_WORD.setdefault(word, [])
        known += [rule for rule in rules if rule not in known]


_AMOUNT_STARTS = number_words() | VAGUE_AMOUNTS | (FILLERS - {"uiterlijk", "reeds"})
_register(_AMOUNT_STARTS, durations.counted)
_register(number_words(), dates.day_and_month)
_register({"tweeduizend"}, dates.year)
_register(ordinal_words() | {"laatste", "voorlaatste", "eennalaatste"}, ordinals.ordinal)
_register(ordinal_words(), dates.day_and_month)
_register({"een"}, ordinals.ordinal)
_register({"half", "anderhalf", "anderhalve", "halve"}, durations.counted)
_register(set(WEEKDAYS) | set(SHORT_WEEKDAYS), weekdays.weekday)
_register(set(RELATIVE_DAYS), weekdays.relative_day)
_register(set(MONTHS), dates.month)
_register({"q", "kw", "kwartaal", "h", "k"}, dates.quarter)
_register({"week", "wk", "w", "weeknr", "weeknummer", "kalenderweek", "weken"}, dates.week)
_register({"week", "wk", "dag", "werkdag", "weekend"}, ordinals.week_of)
_register({"week", "wk"}, weekdays.week_and_weekday)
_register({"weekend"}, periods.bare_weekend)
_register({"laatste"}, weekdays.last_weekday)
_register({"ie", "iie", "iiie", "ive"}, ordinals.ordinal)
_register({"jaar"}, dates.year)
_register({*NEXT, *COMING, *THIS, *LAST, "overvolgende"}, periods.relative)
_register({*COMING, *NEXT, "afgelopen", "vorige", "laatste"}, durations.ago_unit)
_register(set(PARTS), periods.part)
_register(set(SEASONS), holidays.season)
_register(set(periods.JOINED_ENDS), periods.joined_end)
_register(set(holidays.HOLIDAY_PHRASES.first_words), holidays.holiday)
_register(
    {"nieuwe", "week", "loop", "later", "verderop", "heel", "hele", "maand", "+", "-"}
    | open_terms.NOW.first_words
    | open_terms.AT_ONCE.first_words,
    _special,
)
_RULES = {word: tuple(rules) for word, rules in _BY_WORD.items()}


POINT_STARTS = frozenset(_RULES)


def point(reader: Reader, place: int) -> Match:
    """The longest date, period or offset that begins here, without preposition."""
    if reader.depth >= _DEEPEST:
        return None
    reader.depth += 1
    try:
        return _longest(reader, reader.skip(place, ARTICLES))
    finally:
        reader.depth -= 1


def _longest(reader: Reader, place: int) -> Match:
    token = reader.at(place)
    best: Match = None
    for rule in _BY_KIND.get(token.kind) or _RULES.get(token.word, ()):
        found = rule(reader, place)
        if found and (best is None or found[1] > best[1]):
            best = found
    return best
