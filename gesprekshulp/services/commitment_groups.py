"""The register arranged by client or by person, and as a board of days."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gesprekshulp.domain.appointment import Side
from gesprekshulp.services import commitment_filter
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitment_filter import Names, Report
from gesprekshulp.services.commitment_list import By, Group, Wanted, Whose, groups, sides_of
from gesprekshulp.storage.archive import Archive
from gesprekshulp.storage.commitment_groups import Bunch
from gesprekshulp.storage.commitment_list import Listed, Part

_TOGETHER = "Samen"
_NOBODY = "Zonder naam"


def arranged(archive: Archive, clock: Clock, found: Sequence[Group], by: By) -> tuple[Group, ...]:
    """The same promises under other headings: each client or each person, by name.

    `found` is what a view or its filter gives, by day. Sorts everything that is in it, or counts
    it when it is closed: for more than some thousands it is meant for the background.
    """
    if by is By.DAY or not found:
        return tuple(found)
    part = found[0].part
    if len(found) > 1:
        part = replace(part, any_day=True)
    chosen: array[int] | None = None
    if any(group.numbers is not None for group in found):
        chosen = array("q", (number for group in found for number in group.numbers or ()))
    person = by is By.PERSON
    if part.closed and chosen is None:
        with archive.reading() as work:
            closed = work.commitments.grouped.closed_bunches(part, by_person=person)
        return tuple(
            Group(_heading(one, person=person), _narrowed(part, one), one.count) for one in closed
        )
    with archive.reading() as work:
        bunches = work.commitments.grouped.bunches(part, chosen, clock.today(), by_person=person)
        numbers = work.commitments.grouped.numbers(part, chosen, by_person=person)
    ordered, made, start = array("q", numbers), list[Group](), 0
    for bunch in bunches:
        end = start + bunch.count
        heading = _heading(bunch, person=person)
        made.append(Group(heading, part, bunch.count, ordered[start:end], bunch.late))
        start = end
    return tuple(made)


def _narrowed(part: Part, bunch: Bunch) -> Part:
    if not bunch.side:
        return replace(part, client_id=bunch.client_id)
    return replace(
        part, sides=(Side(bunch.side),), who=bunch.who, client_id=bunch.client_id or None
    )


def _heading(bunch: Bunch, *, person: bool) -> str:
    if not person:
        return bunch.client_name or _NOBODY
    name = bunch.who.strip() or (_TOGETHER if bunch.side == Side.BOTH.value else _NOBODY)
    theirs = bunch.side == Side.CLIENT.value and bunch.client_name
    return f"{name}, {bunch.client_name}" if theirs else name


def whole(
    archive: Archive,
    clock: Clock,
    wanted: Wanted,
    names: Names,
    report: Report | None = None,
) -> tuple[Group, ...]:
    """Everything that a list shows, to its end: view, filter and headings. For the background."""
    found = groups(archive, clock, wanted)
    if wanted.text.strip():
        found = commitment_filter.find(
            archive, clock, wanted, names, found, whole=True, report=report
        ).groups
    return arranged(archive, clock, found, wanted.by)


# --- a board of days ---


@dataclass(frozen=True, slots=True)
class BoardDay:
    """One day of a board: the first of its promises, and how many there are in all."""

    day: date
    count: int
    items: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Days one after another. `earlier` counts what was due before and is still open."""

    days: tuple[BoardDay, ...]
    earlier: int


def board(
    archive: Archive,
    clock: Clock,
    first: date,
    last: date,
    most: int,
    whose: Whose = Whose.BOTH,
    text: str = "",
    names: Names | None = None,
    report: Report | None = None,
) -> Board:
    """The open promises of some days, at most so many of each; with `text` what a filter finds."""
    span = board_group(archive, first, last, whose)
    step = timedelta(days=1)
    days = [first + step * number for number in range((last - first).days + 1)]
    numbers: dict[date, Sequence[int]] = {}
    if text.strip():
        found = commitment_filter.find(
            archive,
            clock,
            Wanted(whose=whose, text=text),
            names or Names(archive),
            (span,) if span.count else (),
            whole=True,
            report=report,
        )
        rows = [number for group in found.groups for number in group.numbers or ()]
        with archive.reading() as work:
            ordered = work.commitments.listed.by_day(span.part, rows)
        kept: dict[date, list[int]] = {}
        for number, due in ordered:
            if due is not None:
                kept.setdefault(due, []).append(number)
        numbers.update(kept)
    with archive.reading() as work:
        listed, made = work.commitments.listed, list[BoardDay]()
        counts = work.commitments.grouped.per_day(span.part) if not text.strip() else {}
        for day in days:
            if text.strip():
                some = numbers.get(day, ())
                made.append(BoardDay(day, len(some), listed.of_numbers(some[:most])))
            elif count := counts.get(day, 0):
                part = Part(day, day, sides=span.part.sides)
                made.append(BoardDay(day, count, listed.page(part, 0, most)))
            else:
                made.append(BoardDay(day, 0, ()))
        before = min(first, clock.today()) - step
        earlier = listed.count(Part(None, before, sides=span.part.sides))
    return Board(tuple(made), earlier)


def board_group(archive: Archive, first: date, last: date, whose: Whose) -> Group:
    """All open promises of some days as one group, for an export."""
    part = Part(first, last, sides=sides_of(whose))
    with archive.reading() as work:
        return Group(None, part, work.commitments.listed.count(part))
