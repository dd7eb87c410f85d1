"""Reliability: which part of the promises was kept on its day, ours and theirs. Internal only.

The figures come wrapped in `InternalReliability`, which has no text of itself: it cannot be joined,
formatted or written into a document. Only the window reveals it; a test holds that nothing that
makes files knows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import CommitmentState

_OURS = (Side.US, Side.BOTH)
_THEIRS = (Side.CLIENT, Side.BOTH)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year; `number` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter in which a day falls."""
        return cls(day.year, (day.month + 2) // 3)

    def back(self, quarters: int) -> Quarter:
        """So many quarters earlier."""
        count = self.year * 4 + self.number - 1 - quarters
        return Quarter(count // 4, count % 4 + 1)

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def label(self) -> str:
        """ "1e kwartaal 2026"."""
        return f"{self.number}e kwartaal {self.year}"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises ended in the same way in a quarter.

    The quarter is that of their last day, or of the day they were closed when they had none.
    `late` says that they were done, or are still open, after their day; `days_late` is by how many
    days together, `longest` by how many at most.
    """

    year: int
    quarter: int
    side: Side
    state: CommitmentState
    moved: bool
    late: bool
    number: int
    days_late: int = 0
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """How promises ended.

    `kept` were done on or before their day; `late` after it, or are still open after it, together
    `days_late` days. `dropped` were called off. `moved` counts those of all these that got another
    day on the way.
    """

    kept: int = 0
    late: int = 0
    days_late: int = 0
    longest: int = 0
    moved: int = 0
    dropped: int = 0

    @property
    def judged(self) -> int:
        """How many had to be kept: all but those called off."""
        return self.kept + self.late

    @property
    def share_kept(self) -> float | None:
        """The share that was kept on its day, 0 to 1; None when nothing had to be kept."""
        return self.kept / self.judged if self.judged else None

    @property
    def average_days_late(self) -> float | None:
        """By how many days the late ones are late on average; None when none was."""
        return self.days_late / self.late if self.late else None

    def plus(self, other: Figures) -> Figures:
        """Both together."""
        return Figures(
            self.kept + other.kept,
            self.late + other.late,
            self.days_late + other.days_late,
            max(self.longest, other.longest),
            self.moved + other.moved,
            self.dropped + other.dropped,
        )


@dataclass(frozen=True, slots=True)
class QuarterFigures:
    """One quarter, for both sides."""

    quarter: Quarter
    ours: Figures
    theirs: Figures


@dataclass(frozen=True, slots=True)
class Reliability:
    """Quarters from old to new, each there even when nothing ended in it, and all together."""

    quarters: tuple[QuarterFigures, ...]
    ours: Figures
    theirs: Figures


@dataclass(frozen=True, slots=True, repr=False)
class InternalReliability:
    """Reliability that never leaves the laptop."""

    _value: Reliability = field(repr=False)

    def reveal(self) -> Reliability:
        """The figures, for the adviser's own screen."""
        return self._value

    def in_total(self) -> InternalReliability:
        """The same without its quarters, for a table of thousands of clients."""
        return InternalReliability(replace(self._value, quarters=()))

    def __str__(self) -> str:
        return "(alleen intern)"

    def __repr__(self) -> str:
        return "InternalReliability(...)"

    def __format__(self, format_spec: str) -> str:
        return str(self)


def figures(tally: Tally) -> Figures:
    """What one group of promises counts for."""
    moved = tally.number if tally.moved else 0
    if tally.state is CommitmentState.DROPPED:
        return Figures(moved=moved, dropped=tally.number)
    if tally.state is CommitmentState.TAKEN_OVER:
        return Figures()
    if tally.late or tally.state is CommitmentState.KEPT_LATE:
        # Noted as late with the last day itself as the day it was done: a day late at least.
        days = max(tally.days_late, tally.number)
        return Figures(
            late=tally.number, days_late=days, longest=max(tally.longest, 1), moved=moved
        )
    return Figures(kept=tally.number, moved=moved)


def reliability(tallies: Iterable[Tally], today: date, quarters: int) -> InternalReliability:
    """The last so many quarters, this one included. Third parties are counted on neither side.

    What both sides promised together counts for both.
    """
    last = Quarter.of(today)
    shown = [last.back(number) for number in reversed(range(quarters))]
    ours = dict.fromkeys(shown, Figures())
    theirs = dict.fromkeys(shown, Figures())
    for tally in tallies:
        quarter = Quarter(tally.year, tally.quarter)
        # Done before its day, which lies in a quarter to come: it counts now.
        quarter = min(quarter, last)
        if quarter not in ours:
            continue
        if tally.side in _OURS:
            ours[quarter] = ours[quarter].plus(figures(tally))
        if tally.side in _THEIRS:
            theirs[quarter] = theirs[quarter].plus(figures(tally))
    return InternalReliability(
        Reliability(
            tuple(QuarterFigures(one, ours[one], theirs[one]) for one in shown),
            _sum(ours.values()),
            _sum(theirs.values()),
        )
    )


def _sum(many: Iterable[Figures]) -> Figures:
    total = Figures()
    for one in many:
        total = total.plus(one)
    return total
