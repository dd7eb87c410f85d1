"""What the term reader gives, and what its rules hand to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class TermKind(StrEnum):
    """What sort of term a piece of text is."""

    DAY = "day"
    EVENT = "event"
    VAGUE = "vague"
    IMPOSSIBLE = "impossible"
    PAST = "past"
    RECURRING = "recurring"


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it stands in a text.

    `day` is the last day on which a promise with this term is kept in time; None when the text
    gives no day (vague, an event, impossible). `other` is the second day that can be meant.
    `remark` is one Dutch sentence when the date is impossible or doubtful.
    """

    day: date | None
    text: str
    start: int
    end: int
    certainty: float
    other: date | None = None
    remark: str | None = None
    kind: TermKind = TermKind.DAY


@dataclass(slots=True)
class Span:
    """A stretch of days that a rule has read, with `due` as the day that counts on its own.

    `unit` says what the stretch is ("day", "week", "month" ...). `of_year` builds the same stretch
    in another year, when the text names none. `weak` needs a cue around it; `timed` has a clock
    time, so that "voor vrijdag 12.00 uur" is Friday itself.
    """

    first: date
    last: date
    due: date | None
    unit: str = "day"
    certainty: float = 0.95
    other: date | None = None
    remark: str | None = None
    kind: TermKind = TermKind.DAY
    of_year: Callable[[int], Span | None] | None = None
    weak: bool = False
    timed: bool = False
    named: bool = False
    edge: bool = False

    def but(self, **changes: object) -> Span:
        """The same stretch with some things changed."""
        return replace(self, **changes)  # pyright: ignore[reportArgumentType]


Match = tuple[Span, int] | None


def one_day(day: date, certainty: float = 0.95, **more: object) -> Span:
    """A stretch of a single day."""
    span = Span(day, day, day, "day", certainty)
    return span.but(**more) if more else span


def no_day(kind: TermKind, today: date, certainty: float = 0.9, remark: str | None = None) -> Span:
    """A term that gives no day."""
    return Span(today, today, None, "none", certainty, None, remark, kind)


def week_span(monday: date, certainty: float = 0.95) -> Span:
    """A week; work in a week is done by its Friday."""
    friday = monday + timedelta(days=4)
    return Span(monday, monday + timedelta(days=6), friday, "week", certainty)


def settle(span: Span, today: date, key: Callable[[Span], date]) -> Span:
    """The same stretch in the first year in which `key` of it falls after today.

    A stretch whose year is in the text stays as it is.
    """
    if span.of_year is None:
        return span
    for year in range(today.year - 1, today.year + 9):
        made = span.of_year(year)
        if made is not None and key(made) > today:
            return made.but(
                of_year=span.of_year, weak=span.weak, certainty=span.certainty, timed=span.timed
            )
    return span
