"""What prepositions make of a date: "voor vrijdag" is the day before, "uiterlijk" that day."""

from datetime import timedelta

from gesprekshulp.language.calendar import next_weekday
from gesprekshulp.language.terms_durations import duration, over
from gesprekshulp.language.terms_joined import core
from gesprekshulp.language.terms_lexicon import (
    ARTICLES,
    FILLERS,
    NAME_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)
from gesprekshulp.language.terms_model import Match, Span, TermKind, no_day, one_day, settle
from gesprekshulp.language.terms_reader import Phrases, Reader
from gesprekshulp.language.terms_tokens import END, MARK, NUMBER, YEAR

ON, BEFORE, UNTIL, FROM, SINCE, AFTER, AROUND = range(7)
PREPOSITIONS = Phrases(
    [
        *((word, ON) for word in (
            "op", "uiterlijk", "uiterlijk op", "uiterlijk per", "uiterlijk in", "uiterlijk t/m",
            "uiterlijk tot en met", "uiterlijk aan", "ten laatste", "ten laatste op", "laatstens",
            "op zijn laatst", "op z'n laatst", "op zn laatst", "op haar laatst", "uiterst",
            "niet later dan", "tot en met", "t/m", "tm", "tot uiterlijk", "tot en met uiterlijk",
            "voor of op", "op of voor", "deadline", "deadline :", "deadline is", "dd", "in", "met",
            "aan", "aan het", "gedurende", "tijdens", "ergens in",
            "later in", "voor het eerst op", "met de",
            "aan de", "per uiterlijk", "voor uiterlijk", "op de", "binnen", "later", "al",
            "ergens", "tegen uiterlijk", "tegen ten laatste", "tegen ten laatste op", "van",
        )),
        *((word, BEFORE) for word in (
            "voor", "uiterlijk voor", "liefst voor", "ruim voor", "kort voor", "vlak voor",
            "net voor", "op tijd voor", "eerder dan", "voorafgaand aan", "nog voor", "al voor",
        )),
        *((word, UNTIL) for word in ("tot", "tot aan")),
        *((word, FROM) for word in (
            "vanaf", "per", "met ingang van", "per ingang van", "miv", "ingaande", "ingaand",
            "ingaande per", "beginnend op", "startend op", "niet voor", "niet eerder dan",
            "op zijn vroegst", "op z'n vroegst", "vroegstens", "pas op", "pas vanaf", "pas per",
        )),
        ("sinds", SINCE),
        ("sedert", SINCE),
        *((word, AFTER) for word in ("na", "direct na", "meteen na", "gelijk na", "kort na",
                                     "vlak na", "net na", "pas na")),
        *((word, AROUND) for word in ("rond", "rondom", "omstreeks", "tegen", "richting",
                                      "circa", "ca", "om en nabij", "ongeveer")),
    ]
)  # fmt: skip
_WEAK_PREPOSITIONS = frozenset(("van", "al", "later", "ergens", "met de", "aan de", "binnen"))
_OF_VERBS = frozenset(("in", "op", "aan", "met"))
_OUTER = frozenset(["uiterlijk", "deadline", "tot", "ergens", "later", "liefst", "ten", "nog"])


def _previous_friday(span: Span) -> Span:
    return one_day(span.first - timedelta(days=3), 0.8, other=span.first - timedelta(days=1))


def _before(reader: Reader, span: Span) -> Span:
    """The last day before a stretch; "voor het eind van" is the end itself."""
    today = reader.today
    if span.timed or span.edge or span.due is None:
        return span
    if span.of_year:
        span = settle(span, today, lambda made: made.first)
    if span.unit == "week":
        return span if span.first <= today else _previous_friday(span)
    if span.unit in ("month", "quarter", "year", "half") and span.first <= today:
        return span
    day = span.first
    if span.unit == "day":
        day = span.due or span.first
        if day == today:
            return span
    made = one_day(day - timedelta(days=1), min(span.certainty, 0.9))
    if span.other and span.unit == "day":
        made.other = span.other - timedelta(days=1)
    if span.kind is TermKind.PAST:
        made.kind = TermKind.PAST
    return made


def _after(reader: Reader, span: Span, weekday: bool) -> Span:
    """The first day after a stretch; after a season there is none."""
    if span.unit == "season":
        return no_day(TermKind.VAGUE, reader.today)
    last = span.last if span.unit != "day" else (span.due or span.last)
    if span.of_year and not span.edge:
        whole = settle(span, reader.today, lambda made: made.last)
        last = whole.last
    if span.timed:
        return span
    day = last + timedelta(days=1)
    if weekday and day.weekday() > 4:
        day = next_weekday(day, 0)
    return one_day(day, 0.9 if span.unit == "weekend" else 0.6)


def _since(reader: Reader, span: Span) -> Span:
    first = span.first
    if span.of_year:
        for year in (reader.today.year, reader.today.year - 1):
            made = span.of_year(year)
            if made and made.first <= reader.today:
                first = made.first
                break
    elif first > reader.today and span.unit == "day" and not span.named:
        first -= timedelta(days=7)
    return one_day(first, 0.7, kind=TermKind.PAST)


def _from(reader: Reader, span: Span) -> Span:
    if span.edge or span.unit == "day":
        return span.but(certainty=min(span.certainty, 0.9))
    if span.of_year:
        span = settle(span, reader.today, lambda made: made.first)
    other = span.due if span.due != span.first else None
    return one_day(span.first, 0.6, other=other)


def apply(reader: Reader, how: int, span: Span, weekday: bool) -> Span:
    """What a preposition makes of a stretch."""
    if span.due is None:
        return span
    if how == BEFORE:
        return _before(reader, span)
    if how == UNTIL:
        if span.edge or span.timed or span.unit == "week" or span.first <= reader.today:
            return span
        made = _before(reader, span)
        return made.but(certainty=0.6, other=span.due)
    if how == AFTER:
        return _after(reader, span, weekday)
    if how == SINCE:
        return _since(reader, span)
    if how == FROM:
        return _from(reader, span)
    if how == AROUND:
        if span.unit == "season":
            return _before(reader, span).but(certainty=0.5)
        if span.unit == "weekend":
            return one_day(span.first - timedelta(days=1), 0.6)
        return span.but(certainty=min(span.certainty, 0.7))
    return span


def _person(reader: Reader, place: int) -> bool:
    """Whether a month after "voor" or "na" is somebody's name: "voor Jan"."""
    if reader.loose or reader.word(place) not in NAME_MONTHS:
        return False
    written = reader.raw(place)
    return written[0].isupper() and not written.isupper()


def prefixed(reader: Reader, place: int) -> Match:
    """A preposition, maybe two, and a date."""
    found = PREPOSITIONS.match(reader, place)
    if found is None:
        return None
    how, at = found
    said = " ".join(reader.word(each) for each in range(place, at))
    at = reader.skip_fillers(reader.skip(at, (":",)))
    if reader.word(at) == "." and reader.raw(at - 1).lower() in ("uiterl", "v.a"):
        at += 1
    if said in _OF_VERBS and reader.word(at) in ("over", "binnen"):
        return None  # "wij dienen in over twee weken": of the verb
    if reader.word(at) in ("over", "binnen") and how in (ON, BEFORE):
        return over(reader, at)
    if reader.word(at) in ("het", "de") and reader.word(at + 1) in FILLERS:
        at = reader.skip_fillers(at + 1)
    inner = _inner(reader, at) if reader.word(place) in _OUTER else None
    made = inner or core(reader, at)
    if made is None or not _goes_with(reader, said, how, at, made):
        return None
    span, after = made
    if inner and how in (ON, AROUND):
        return span, after
    if how == AFTER and span.unit == "day" and not span.named and duration(reader, at):
        return span, after
    weekday = reader.word(reader.skip(at, ARTICLES)) in WEEKDAYS
    return apply(reader, how, span, weekday).but(weak=False), after


def _inner(reader: Reader, place: int) -> Match:
    """The inner one of two prepositions: "uiterlijk voor 1 mei"."""
    found = PREPOSITIONS.match(reader, place)
    if found is None or reader.word(place) in ("van", "met"):
        return None
    how, at = found
    made = core(reader, reader.skip_fillers(at))
    if made is None:
        return None
    weekday = reader.word(reader.skip(at, ARTICLES)) in WEEKDAYS
    return apply(reader, how, made[0], weekday).but(weak=False), made[1]


def _goes_with(reader: Reader, said: str, how: int, place: int, made: tuple[Span, int]) -> bool:
    """Whether this preposition says when: "van mei" and "met april" do not."""
    span, after = made
    if span.unit == "month" and span.weak and _person(reader, after - 1):
        return False
    if span.weak and not _short_is_day(reader, place, after, said):
        return False
    if said == "aan" and span.unit == "day" and not span.edge:
        return False  # "gaf aan vrijdag te bellen": of the verb
    if said == "met":
        return span.unit in ("holiday", "season")
    if said == "van":
        return not span.weak and span.unit in ("week", "weekend")
    if said in _WEAK_PREPOSITIONS and span.weak:
        return False
    return not (span.unit == "season" and how == ON and said in ("op", "aan"))


def _short_is_day(reader: Reader, place: int, after: int, said: str) -> bool:
    """Whether a short weekday after a preposition is one: "op zo korte termijn" is not."""
    word = reader.word(reader.skip(place, ARTICLES))
    if word not in SHORT_WEEKDAYS or reader.loose:
        last = reader.at(after - 1)
        if last.kind == YEAR or (last.kind == NUMBER and after - place == 1):
            return said in ("in", "voor", "uiterlijk", "tot", "vanaf", "sinds", "per", "na")
        return True
    if said in ("in", "met", "van", "aan", "al", "later", "over"):
        return False
    if word in ("zo", "zon", "vrij", "din", "don", "zat"):
        return reader.at(after).kind in (END, MARK)
    return True
