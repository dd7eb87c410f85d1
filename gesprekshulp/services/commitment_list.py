"""The register of promises as a list shows it: views, groups by day and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.commitment import Commitment, CommitmentEvent, DueGroup
from gesprekshulp.domain.ids import ClientId, CommitmentId
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.storage.commitment_list import CommitmentList, Listed, Part


class View(StrEnum):
    """Which promises the page shows."""

    LATE = "te_laat"
    TODAY = "vandaag"
    THIS_WEEK = "deze_week"
    WAITING = "wacht_op_klant"
    THIRD = "wacht_op_derde"
    NO_DAY = "zonder_termijn"
    ALL = "alles"
    CLOSED = "afgehandeld"


class Whose(StrEnum):
    """Whose promises: of both sides, ours, or those of the client and of third parties."""

    BOTH = "allebei"
    OURS = "wij"
    THEIRS = "klant"


_SIDES: dict[Whose, tuple[Side, ...]] = {
    Whose.BOTH: (),
    Whose.OURS: (Side.US, Side.BOTH),
    Whose.THEIRS: (Side.CLIENT, Side.BOTH, Side.THIRD),
}
WAITED_FOR = {View.WAITING: (Side.CLIENT, Side.BOTH), View.THIRD: (Side.THIRD,)}
"""Views of what others owe: they have sides of their own."""
_ONE_GROUP = {
    View.LATE: DueGroup.LATE,
    View.TODAY: DueGroup.TODAY,
    View.THIS_WEEK: DueGroup.THIS_WEEK,
    View.NO_DAY: DueGroup.NO_DAY,
}


class By(StrEnum):
    """What stands together in the list: promises of a stretch of days, a client or a person."""

    DAY = "dag"
    CLIENT = "klant"
    PERSON = "persoon"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the register."""

    view: View = View.ALL
    whose: Whose = Whose.BOTH
    text: str = ""
    by: By = By.DAY


@dataclass(frozen=True, slots=True)
class Group:
    """Promises that stand together, under a heading or (None) without one.

    The heading is a DueGroup, or the name of a client or person. `numbers` are the rows a filter
    found or that were arranged; otherwise the rows are those of `part`. `late` is how many of an
    arranged group are too late.
    """

    heading: str | None
    part: Part
    count: int
    numbers: Sequence[int] | None = None
    late: int = 0


def groups(archive: Archive, clock: Clock, wanted: Wanted) -> tuple[Group, ...]:
    """The groups of a view that are not empty, each with how many it holds; no filter."""
    with archive.reading() as work:
        return _counted(work.commitments.listed, _parts(wanted, clock.today()))


@dataclass(frozen=True, slots=True)
class Begin:
    """The first rows of a view: enough for one screen. Unless `complete`, more come after them.

    `groups` count only what is in `rows`, which has one tuple for each of them.
    """

    groups: tuple[Group, ...]
    rows: tuple[tuple[Listed, ...], ...]
    complete: bool


def begin(archive: Archive, clock: Clock, wanted: Wanted, page: int) -> Begin:
    """What a view begins with, without counting it: each group whole, or `page` rows of it."""
    made: list[Group] = []
    first: list[tuple[Listed, ...]] = []
    with archive.reading() as work:
        listed = work.commitments.listed
        for heading, part in _parts(wanted, clock.today()):
            found = listed.page(part, 0, page)
            if found:
                made.append(Group(heading, part, len(found)))
                first.append(found)
            if len(found) == page:
                return Begin(tuple(made), tuple(first), complete=False)
    return Begin(tuple(made), tuple(first), complete=True)


def rows(archive: Archive, group: Group, offset: int, limit: int) -> tuple[Listed, ...]:
    """So many promises of a group from a place in it; fewer when some have gone meanwhile."""
    with archive.reading() as work:
        listed = work.commitments.listed
        if group.numbers is not None:
            return listed.of_numbers(group.numbers[offset : offset + limit])
        return listed.page(group.part, offset, min(limit, group.count - offset))


def any_made(archive: Archive) -> bool:
    """Whether there is a promise at all, open or closed."""
    with archive.reading() as work:
        return work.commitments.any_made()


def counts(archive: Archive, clock: Clock, whose: Whose) -> dict[View, int]:
    """How many promises each view holds; meant for the background."""
    with archive.reading() as work:
        listed = work.commitments.listed
        made: dict[View, int] = {}
        for view in View:
            side = Whose.BOTH if view in WAITED_FOR else whose
            parts = _parts(Wanted(view, side), clock.today())
            if view is View.ALL:
                parts = ((None, replace(parts[0][1], any_day=True)),)
            made[view] = sum(listed.count(part) for _, part in parts)
        return made


def place_of(archive: Archive, found: Sequence[Group], id: CommitmentId) -> tuple[int, int] | None:
    """Which group a promise is in, and where in that group; None when it is in none."""
    with archive.reading() as work:
        listed = work.commitments.listed
        where = listed.whereabouts(id)
        if where is None:
            return None
        number, *of = where
        for index, group in enumerate(found):
            if group.numbers is not None:
                place = group.numbers.index(number) if number in group.numbers else None
            elif group.part.may_hold(*of):
                place = listed.place_in(group.part, id)
            else:
                continue
            if place is not None:
                return index, place
        return None


@dataclass(frozen=True, slots=True)
class Detail:
    """A promise with what a side panel shows beside it; `history` is newest first.

    `people` are those of the client who were at the talk in which it was made. `line_at` is when
    it was noted there.
    """

    commitment: Commitment
    client_name: str
    history: tuple[CommitmentEvent, ...]
    appointment: Appointment | None
    line_at: datetime | None
    people: tuple[str, ...]
    next_week: int


def detail(archive: Archive, clock: Clock, id: CommitmentId) -> Detail:
    """One promise in full. Raises NotFound."""
    with archive.reading() as work:
        commitment = work.commitments.get(id)
        client = work.clients.find(commitment.client_id)
        appointment = work.appointments.find(commitment.appointment_id)
        line = work.note_lines.find(commitment.line_id)
        table = work.participants.of_appointment(appointment.id) if appointment else ()
        return Detail(
            commitment,
            client.name if client else "",
            work.commitments.history(id),
            appointment,
            line.at if line else None,
            tuple(
                one.name for one in table if one.side is Side.CLIENT and one.present is not False
            ),
            work.commitments.listed.count(
                _part(DueGroup.NEXT_WEEK, clock.today(), _SIDES[Whose.OURS])
            ),
        )


def likely_people(archive: Archive, client_id: ClientId | None) -> dict[Side, tuple[str, ...]]:
    """Who may make a promise: our own people, ourselves first, and those of a client."""
    with archive.reading() as work:
        ours = sorted(work.advisers.all(), key=lambda one: not one.is_self)
        theirs = work.people.of_client(client_id) if client_id else ()
        return {
            Side.US: tuple(one.name for one in ours),
            Side.CLIENT: tuple(one.name for one in theirs),
        }


# --- parts ---


def sides_of(whose: Whose) -> tuple[Side, ...]:
    """The sides that a choice stands for; none means all."""
    return _SIDES[whose]


def _parts(wanted: Wanted, today: date) -> tuple[tuple[DueGroup | None, Part], ...]:
    sides = _SIDES[wanted.whose]
    if wanted.view in WAITED_FOR:
        sides = tuple(side for side in WAITED_FOR[wanted.view] if not sides or side in sides)
        if not sides:
            return ()
    if wanted.view is View.CLOSED:
        return ((None, Part(closed=True, sides=sides)),)
    if wanted.view in _ONE_GROUP:
        return ((None, _part(_ONE_GROUP[wanted.view], today, sides)),)
    return tuple((group, _part(group, today, sides)) for group in DueGroup)


def _part(group: DueGroup, today: date, sides: tuple[Side, ...]) -> Part:
    day = timedelta(days=1)
    sunday = today + timedelta(days=6 - today.weekday())
    match group:
        case DueGroup.LATE:
            return Part(None, today - day, sides=sides)
        case DueGroup.TODAY:
            return Part(today, today, sides=sides)
        case DueGroup.THIS_WEEK:
            return Part(today + day, sunday, sides=sides)
        case DueGroup.NEXT_WEEK:
            return Part(sunday + day, sunday + 7 * day, sides=sides)
        case DueGroup.LATER:
            return Part(sunday + 8 * day, None, sides=sides)
        case DueGroup.NO_DAY:
            return Part(without_day=True, sides=sides)


def _counted(
    listed: CommitmentList, parts: Sequence[tuple[DueGroup | None, Part]]
) -> tuple[Group, ...]:
    counted = (Group(heading, part, listed.count(part)) for heading, part in parts)
    return tuple(group for group in counted if group.count)
