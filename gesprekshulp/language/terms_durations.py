"""Amounts of time: "twee weken", "anderhalve maand", "1 maand en 10 dagen", "3 dagen geleden"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from gesprekshulp.language.calendar import add_months, add_working_days, end_of_month
from gesprekshulp.language.numbers import cardinal
from gesprekshulp.language.terms_events import after_amount
from gesprekshulp.language.terms_lexicon import (
    DAY,
    FILLERS,
    HOUR,
    MONTH,
    MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    VAGUE_AMOUNTS,
    WEEK,
    WEEKDAYS,
    WORKDAY,
    YEAR,
)
from gesprekshulp.language.terms_model import Match, TermKind, no_day, one_day
from gesprekshulp.language.terms_reader import Reader
from gesprekshulp.language.terms_tokens import END, MARK, NUMBER, NUMERIC_DATE, OTHER
from gesprekshulp.language.wordlists import words

_APPROXIMATE = frozenset(
    words("ongeveer circa ca ruim krap zo'n pakweg kleine goede dikke hooguit")
)
_SKIP = FILLERS | frozenset(words("kleine goede dikke de het komende ongeveer maar slechts zowat"))


@dataclass(slots=True)
class Duration:
    """Parts of an amount of time; `low` is the smaller amount in "twee à drie weken"."""

    parts: list[tuple[float, str]]
    low: float | None = None
    vague: bool = False
    rough: bool = False

    @property
    def weeks_only(self) -> bool:
        """Whether it counts in whole weeks, so that a weekday can go with it."""
        return len(self.parts) == 1 and self.parts[0][1] == WEEK and not self.vague


def moved(start: date, parts: list[tuple[float, str]], country: str, sign: int = 1) -> date:
    """A day moved by an amount of time, in calendar terms; half days are not counted."""
    day, hours = start, 0.0
    for many, unit in parts:
        if many > 100_000:
            raise OverflowError("beyond the calendar")
        if unit == DAY:
            day += timedelta(days=sign * int(many))
        elif unit == WEEK:
            day += timedelta(days=sign * int(many * 7))
        elif unit in (MONTH, YEAR):
            months = many * (12 if unit == YEAR else 1)
            day = add_months(day, sign * int(months))
            day += timedelta(days=sign * round((months - int(months)) * 30))
        elif unit == WORKDAY:
            day = add_working_days(day, sign * math.ceil(many), country)
        else:
            hours += many
    return day + timedelta(days=sign * int(hours // 24))


def _amount(reader: Reader, place: int) -> tuple[float, int] | None:
    """A number that may be a fraction: 3, 2,5, drie, anderhalve, een half, twee en een halve."""
    token = reader.at(place)
    if token.kind == NUMBER:
        value: float = token.value[0]
    elif token.kind in (OTHER, NUMERIC_DATE) and token.word.replace(".", ",").count(",") == 1:
        whole, _, part = token.word.replace(".", ",").partition(",")
        if not (whole.isdecimal() and part in ("5", "25", "75")):
            return None
        value = float(f"{whole}.{part}")
    elif (split := reader.whole(place)) and split[1] > place + 1:
        return split  # een en dertig
    else:
        if token.kind in (MARK, END) or (spoken := cardinal(token.word)) is None:
            return None
        value = spoken
    after = place + 1
    if reader.word(after) in ("half", "halve", "heel", "hele", "volle"):
        if reader.word(after) in ("half", "halve"):
            value = 0.5 if value == 1 else value + 0.5
        after += 1
    elif reader.word(after) == "en" and reader.word(after + 1) in ("een", "half", "halve"):
        half = reader.skip(after + 1, ("een",))
        if reader.word(half) in ("half", "halve"):
            value += 0.5
            after = half + 1
    return value, after


def _vague_amount(reader: Reader, place: int) -> int | None:
    start = place
    place = reader.skip(place, ("een", "de", "'n", "nog"))
    if reader.word(place) not in VAGUE_AMOUNTS:
        return None
    if reader.word(start) == "een" and reader.word(place) == "wat":
        return None
    return place + 1


def _one_part(reader: Reader, place: int) -> tuple[Duration, int] | None:
    rough = reader.word(place) in _APPROXIMATE
    while reader.word(place) in _SKIP and reader.word(place):
        rough = rough or reader.word(place) in _APPROXIMATE
        place += 1
    if reader.word(place) in UNITS and reader.word(place + 1) == "of":  # dag of drie
        more = _amount(reader, place + 2)
        if more and more[0] > 1 and reader.word(more[1]) not in UNITS:
            unit, size = UNITS[reader.word(place)]
            return Duration([(more[0] * size, unit)], rough=True), more[1]
    if (vague := _vague_amount(reader, place)) is not None:
        if reader.word(vague) in UNITS:
            return Duration([(1, UNITS[reader.word(vague)][0])], vague=True), vague + 1
        return None
    if reader.word(place) == "een" and reader.word(place + 1) in ("kleine", "goede", "dikke"):
        rough, place = True, place + 1
        amount: tuple[float, int] | None = (1, place + 1)
    elif reader.word(place) == "een" and reader.word(place + 1) == "stuk":
        return None
    else:
        amount = _amount(reader, place)
    low = None
    token = reader.at(place)
    if token.kind == NUMERIC_DATE and not token.value[2] and reader.word(place + 1) in UNITS:
        low, high = token.value[0], token.value[1]  # 2-3 weken
        if low >= high:
            return None
        amount = (high, place + 1)
    if amount is None:
        return None
    many, after = amount
    joint = reader.word(after)
    if joint in ("of", "a", "tot", "-", "–", "/"):
        more = _amount(reader, reader.skip(after + 1, ("en",)))
        if more and more[0] > many and reader.word(more[1]) in UNITS:
            low, many, after = many, more[0], more[1]
    if reader.word(after) not in UNITS:
        return None
    unit, size = UNITS[reader.word(after)]
    if reader.word(after) == "min" and reader.at(place).kind != NUMBER:
        return None
    after += 1
    if many == 1 and reader.word(after) == "of":  # een week of twee, een dag of wat
        more = _amount(reader, after + 1)
        if reader.word(after + 1) == "wat":
            return Duration([(1, unit)], vague=True), after + 2
        if more and more[0] > 1 and reader.word(more[1]) not in UNITS:
            many, after, rough = more[0], more[1], True
    factor = many * size
    return Duration([(factor, unit)], None if low is None else low * size, rough=rough), after


def duration(reader: Reader, place: int) -> tuple[Duration, int] | None:
    """The amount of time here and the place after it."""
    found = _one_part(reader, place)
    if found is None:
        return None
    whole, after = found
    for _ in range(4):
        joined = reader.word(after) in ("en", ",", "plus")
        if not joined and (reader.at(after).kind != NUMBER or reader.word(after + 1) not in UNITS):
            break  # "1 jaar 2 maanden" goes on, "twee weken een stagiair" does not
        more = _one_part(reader, after + joined)
        if more is None or more[0].vague or whole.vague:
            break
        if more[0].parts[0][1] == whole.parts[-1][1] != HOUR:
            break
        whole.parts += more[0].parts
        after = more[1]
    if reader.word(after) == "tijd":
        after += 1
    return whole, after


def ahead(reader: Reader, amount: Duration, start: date) -> Match:
    """The day that lies an amount of time after a start (the place is left to the caller)."""
    day = moved(start, amount.parts, reader.country)
    span = one_day(day, 0.75 if amount.rough else 0.9)
    if any(unit == WEEK and many != int(many) for many, unit in amount.parts):
        span.other = day + timedelta(days=1)  # half a week is three days or four
    if amount.low is not None:
        low = [(amount.low, amount.parts[0][1])]
        span = span.but(other=moved(start, low, reader.country), certainty=0.8)
    return span, 0


_MINUS = frozenset(("-", "–", "minus"))


def over(reader: Reader, place: int) -> Match:
    """ "over twee weken", "binnen 5 werkdagen", "binnen nu en een week", "in drie dagen"."""
    word = reader.word(place)
    start = place + 1
    if word == "binnen":
        if reader.word(start) in ("nu", "vandaag", "heden") and reader.word(start + 1) == "en":
            start += 2
        start = reader.skip_fillers(start)
        if reader.word(start) in ("de", "het", "t") and reader.word(start + 1) in UNITS:
            unit, size = UNITS[reader.word(start + 1)]
            day = moved(reader.today, [(size, unit)], reader.country)
            return _anchored(reader, Duration([(size, unit)]), start + 2) or (
                one_day(day, 0.85),
                start + 2,
            )
        if reader.word(start) in UNITS and reader.word(start) not in ("min", "u"):
            unit, size = UNITS[reader.word(start)]
            day = moved(reader.today, [(size, unit)], reader.country)
            return one_day(day, 0.8), start + 1
    start = reader.skip_fillers(start)
    if reader.word(start) in _MINUS and (back := duration(reader, start + 1)):
        remark = "Een termijn telt vanaf vandaag vooruit; een aantal onder nul kan niet."
        return no_day(TermKind.IMPOSSIBLE, reader.today, 0.9, remark), back[1]
    if word == "binnen" and reader.word(start) in ("die", "deze", "dezelfde"):
        start += 1  # "binnen die twee werkdagen"
    if reader.word(start + 1) == "termijn" and reader.word(start + 2) == "van":
        start += 3  # binnen een termijn van 14 dagen
    if weekends := _weekends(reader, start):
        return weekends
    found = duration(reader, start)
    if found is None:
        return None
    amount, after = found
    if reader.word(start) in ("de", "het") and reader.word(start + 1) in UNITS:
        return None
    if amount.vague:
        return no_day(TermKind.VAGUE, reader.today), after
    if reader.word(after) == "geleden":
        return None
    if word == "in" and amount.parts[0][1] == HOUR and not reader.loose:
        return None
    if anchored := _anchored(reader, amount, after):
        return anchored
    if amount.weeks_only and word == "over" and (on := _weekday_in_week(reader, amount, after)):
        return on
    made = ahead(reader, amount, reader.today)
    if made is None:
        return None
    span = made[0]
    return (span.but(certainty=0.75) if word == "in" else span), after


def _weekends(reader: Reader, place: int) -> Match:
    """ "over twee weekenden": the second weekend that comes."""
    found = reader.whole(place)
    if found is None or reader.word(found[1]) not in ("weekend", "weekenden") or found[0] > 50:
        return None
    sunday = reader.today + timedelta(days=6 - reader.today.weekday())
    return one_day(sunday + timedelta(weeks=found[0] - 1), 0.8), found[1] + 1


def _weekday_in_week(reader: Reader, amount: Duration, place: int) -> Match:
    """ "over twee weken op vrijdag": that day of the ISO week that lies so far ahead."""
    at = reader.skip(place, ("op",))
    word = reader.word(at)
    weekday = WEEKDAYS.get(word)
    if weekday is None and at > place:
        weekday = SHORT_WEEKDAYS.get(word)
    if weekday is None:
        return None
    base = moved(reader.today, amount.parts, reader.country)
    return one_day(base + timedelta(days=weekday - base.weekday())), at + 1


def _anchored(reader: Reader, amount: Duration, place: int) -> Match:
    """What follows an amount: "na morgen", "vanaf 1 mei", "voor Pasen", "na ontvangst"."""
    word = reader.word(place)
    if word not in ("na", "vanaf", "voor", "nadat", "voordat", "sinds", "gerekend", "volgend"):
        return None
    if word in ("nadat", "voordat"):
        return None
    start = reader.skip(place + 1, ("vanaf", "op"))
    if reader.word(start) == "nu":
        made = ahead(reader, amount, reader.today)
        return (made[0], start + 1) if made else None
    point = reader.point(reader, start)
    if point is None:
        return None
    span, after = point
    if span.due is None:
        return point
    if span.weak and not span.named and span.unit == "day":
        span.weak = False
    if word == "voor":
        day = moved(span.first, amount.parts, reader.country, -1)
        return one_day(day, 0.9), after
    base = span.due if span.unit in ("day", "week") else span.last
    if span.of_year and span.unit == "day" and (recent := span.of_year(span.due.year - 1)):
        # "zes weken na 1 maart", said in March: that of this year, when its day is still to come
        made = ahead(reader, amount, recent.due or base)
        if made and made[0].due and made[0].due >= reader.today:
            return made[0], after
    if span.unit == "holiday":
        base = span.first
    made = ahead(reader, amount, base)
    return (made[0], after) if made else None


def counted(reader: Reader, place: int) -> Match:
    """An amount without preposition: "drie dagen geleden", "twee weken na morgen", "3 weken"."""
    found = duration(reader, place)
    if found is None:
        return None
    amount, after = found
    word = reader.word(after)
    if word in ("geleden", "terug", "eerder"):
        if word == "eerder" and not reader.loose:
            return None
        ahead_of_us = reader.word(place - 1) in ("binnen", "over")
        if word == "terug" and (ahead_of_us or reader.word(after + 1) == "te"):
            return None  # "om twee weken terug te gaan": the word belongs to the verb
        if amount.vague and amount.parts[0][1] == HOUR:
            return one_day(reader.today, 0.6, kind=TermKind.PAST), after + 1
        if amount.vague:
            return no_day(TermKind.PAST, reader.today), after + 1
        day = moved(reader.today, amount.parts, reader.country, -1)
        return _ago_in_month(reader, amount, day, after + 1) or (
            one_day(day, kind=TermKind.PAST),
            after + 1,
        )
    if amount.vague:
        if reader.loose and after == reader.size:
            return no_day(TermKind.VAGUE, reader.today, 0.5), after
        return None
    if anchored := _anchored(reader, amount, after) or after_amount(reader, after):
        return anchored
    later = word in ("later", "verder")
    if not later and all(unit == HOUR for _, unit in amount.parts):
        return None  # "20 minuten": how long, not when
    if reader.loose and (later or reader.at(after).kind in (END, MARK) or word == "vanaf"):
        made = ahead(reader, amount, reader.today)
        return (made[0].but(certainty=0.6), after + later) if made else None
    return None


def _ago_in_month(reader: Reader, amount: Duration, day: date, place: int) -> Match:
    """ "twee jaar geleden in maart": that month of that year."""
    month = MONTHS.get(reader.word(place + 1))
    if reader.word(place) not in ("in", "eind", "begin") or month is None:
        return None
    if any(unit != YEAR for _, unit in amount.parts):
        return None
    which = {"in": end_of_month(day.year, month).day, "eind": 31, "begin": 10}
    last = min(which[reader.word(place)], end_of_month(day.year, month).day)
    return one_day(date(day.year, month, last), 0.85, kind=TermKind.PAST), place + 2


def ago_unit(reader: Reader, place: int) -> Match:
    """ "de afgelopen twee weken", "de komende drie dagen", "komende weken"."""
    word = reader.word(place)
    past = word in ("afgelopen", "vorige", "laatste", "voorbije")
    found = duration(reader, place + 1)
    if found is None:
        if reader.word(place + 1) in _MANY:
            kind = TermKind.PAST if past else TermKind.VAGUE
            return no_day(kind, reader.today), place + 2
        return None
    amount, after = found
    if amount.vague:
        return no_day(TermKind.PAST if past else TermKind.VAGUE, reader.today), after
    day = moved(reader.today, amount.parts, reader.country, -1 if past else 1)
    return one_day(day, 0.8, kind=TermKind.PAST if past else TermKind.DAY), after


_MANY = frozenset(words("dagen weken maanden jaren tijd periode uren kwartalen werkdagen"))
