"""The week, month or quarter some way from the present one, and weekdays seen from today."""

from datetime import date, timedelta

from gesprekshulp.language import terms_dates as dates
from gesprekshulp.language.calendar import (
    add_months,
    add_working_days,
    end_of_month,
    monday_of,
    next_weekday,
    previous_weekday,
)
from gesprekshulp.language.terms_lexicon import (
    COMING,
    LAST,
    NEXT,
    SHORT_WEEKDAYS,
    THIS,
    WEEKDAYS,
)
from gesprekshulp.language.terms_model import (
    Span,
    TermKind,
    one_day,
    week_span,
)
from gesprekshulp.language.terms_reader import Reader
from gesprekshulp.language.terms_tokens import WORD

PERIODS = {
    "week": "week",
    "wk": "week",
    "werkweek": "week",
    "weekje": "week",
    "maand": "month",
    "mnd": "month",
    "kwartaal": "quarter",
    "kw": "quarter",
    "halfjaar": "half",
    "jaar": "year",
    "jr": "year",
    "kalenderjaar": "year",
    "boekjaar": "year",
    "weekend": "weekend",
    "dag": "day",
    "werkdag": "workday",
    "decennium": "decade",
}


_OFFSETS = ((THIS, 0), (NEXT, 1), (COMING, 1), (LAST, -1))


def offset_of(word: str) -> int | None:
    """How many stretches a word goes on: "vorige" is -1, "deze" 0, "volgende" 1."""
    for words, offset in _OFFSETS:
        if word in words:
            return offset
    return 2 if word == "overvolgende" else None


def period(reader: Reader, unit: str, offset: int) -> Span:
    """The week, month, quarter ... that lies `offset` of them from the present one."""
    today = reader.today
    monday = monday_of(today) + timedelta(weeks=offset if unit in ("week", "weekend") else 0)
    kind = TermKind.PAST if offset < 0 else TermKind.DAY
    if unit == "week":
        span = week_span(monday)
        if offset == 0 and span.due and span.due < today:
            span.due = span.last
    elif unit == "weekend":
        saturday = monday + timedelta(days=5)
        span = Span(saturday, saturday + timedelta(days=1), saturday + timedelta(days=1), unit)
    elif unit == "month":
        first = add_months(today.replace(day=1), offset)
        last = end_of_month(first.year, first.month)
        span = Span(first, last, last, unit)
    elif unit in ("quarter", "half"):
        size = 3 if unit == "quarter" else 6
        start = today.replace(month=(today.month - 1) // size * size + 1, day=1)
        first = add_months(start, offset * size)
        last = add_months(first, size) - timedelta(days=1)
        span = Span(first, last, last, unit)
    elif unit == "year":
        span = dates.year_span(today.year + offset)
    elif unit == "decade":
        start = today.year // 10 * 10 + offset * 10
        span = Span(date(start, 1, 1), date(start + 9, 12, 31), date(start + 9, 12, 31), unit)
    elif unit == "workday":
        span = one_day(add_working_days(today, offset or 1, reader.country))
    else:
        span = one_day(today + timedelta(days=offset))
    return span.but(kind=kind)


def weekday_from(reader: Reader, weekday: int, word: str) -> Span | None:
    """A weekday with a word before it: komende, volgende, deze, vorige, afgelopen."""
    today = reader.today
    coming = next_weekday(today, weekday)
    if word in NEXT:
        day = monday_of(today) + timedelta(days=7 + weekday)
        return one_day(day, other=coming if coming != day else None)
    if word == "overvolgende":
        return one_day(monday_of(today) + timedelta(days=14 + weekday), 0.8)
    if word in COMING or word in THIS:
        return one_day(coming)
    past = previous_weekday(today, weekday)
    if word in ("vorige", "vorig"):
        day = monday_of(today) + timedelta(days=weekday - 7)
        other = past if past != day else None
        return one_day(day, other=other, kind=TermKind.PAST)
    if word in LAST:
        return one_day(past, kind=TermKind.PAST)
    return None


def named_weekday(reader: Reader, place: int) -> int | None:
    """The number of the weekday that a token names, in full or short."""
    token = reader.at(place)
    if token.kind != WORD:
        return None
    found = WEEKDAYS.get(token.word)
    return SHORT_WEEKDAYS.get(token.word) if found is None else found
