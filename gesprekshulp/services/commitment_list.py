"""The register of promises as a list shows it: views, groups by day, pages and a filter."""

from __future__ import annotations

import re
import time
import unicodedata
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.commitment import Commitment, CommitmentEvent, DueGroup, due_group
from gesprekshulp.domain.ids import ClientId, CommitmentId
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work
from gesprekshulp.storage.commitment_list import CommitmentList, Listed, Part, Texts

_WORD = re.compile(r"\w+")
_SHORT_LIST = 1_500
_FEW = 400
_FEW_OF_CLIENTS = 2_000
_SCREENFUL = 60
_BUDGET = 0.018
MOST_FOUND = 5_000
"""A filter shows no more than this; whoever wants less types on."""

Report = Callable[[int, int], None]


class View(StrEnum):
    """Which promises the page shows."""

    LATE = "te_laat"
    TODAY = "vandaag"
    THIS_WEEK = "deze_week"
    WAITING = "wacht_op_klant"
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
_WAITED_FOR = (Side.CLIENT, Side.BOTH)
_ONE_GROUP = {
    View.LATE: DueGroup.LATE,
    View.TODAY: DueGroup.TODAY,
    View.THIS_WEEK: DueGroup.THIS_WEEK,
    View.NO_DAY: DueGroup.NO_DAY,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the register."""

    view: View = View.ALL
    whose: Whose = Whose.BOTH
    text: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Promises that stand together, under a heading or (None) without one.

    `numbers` are the rows a filter found; without a filter the rows are those of `part`.
    """

    heading: DueGroup | None
    part: Part
    count: int
    numbers: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a filter found. Unless `complete`, there may be more."""

    groups: tuple[Group, ...]
    complete: bool

    @property
    def count(self) -> int:
        """How many promises are in it."""
        return sum(group.count for group in self.groups)


def groups(archive: Archive, clock: Clock, wanted: Wanted) -> tuple[Group, ...]:
    """The groups of a view that are not empty, each with how many it holds; no filter."""
    with archive.reading() as work:
        return _counted(work.commitments.listed, _parts(wanted, clock.today()))


def rows(archive: Archive, group: Group, offset: int, limit: int) -> tuple[Listed, ...]:
    """So many promises of a group from a place in it; fewer when some have gone meanwhile."""
    with archive.reading() as work:
        listed = work.commitments.listed
        if group.numbers is not None:
            return listed.of_numbers(group.numbers[offset : offset + limit])
        return listed.page(group.part, offset, min(limit, group.count - offset))


def counts(archive: Archive, clock: Clock, whose: Whose) -> dict[View, int]:
    """How many promises each view holds; meant for the background."""
    with archive.reading() as work:
        listed = work.commitments.listed
        made: dict[View, int] = {}
        for view in View:
            side = Whose.BOTH if view is View.WAITING else whose
            parts = _parts(Wanted(view, side), clock.today())
            if view is View.ALL:
                parts = ((None, replace(parts[0][1], any_day=True)),)
            made[view] = sum(listed.count(part) for _, part in parts)
        return made


def place_of(archive: Archive, found: Sequence[Group], id: CommitmentId) -> tuple[int, int] | None:
    """Which group a promise is in, and where in that group; None when it is in none."""
    with archive.reading() as work:
        listed = work.commitments.listed
        number = listed.number_of(id)
        if number is None:
            return None
        for index, group in enumerate(found):
            if group.numbers is None:
                place = listed.place_in(group.part, id)
            else:
                place = group.numbers.index(number) if number in group.numbers else None
            if place is not None:
                return index, place
        return None


def view_of(archive: Archive, id: CommitmentId) -> View:
    """The view in which a promise is sure to stand. Raises NotFound."""
    with archive.reading() as work:
        return View.ALL if work.commitments.get(id).is_open else View.CLOSED


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


# --- the filter ---


class Names:
    """The names of clients as a filter compares them; read once, until `forget`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._folded: Mapping[ClientId, str] | None = None

    def forget(self) -> None:
        """Read them again when they are needed next."""
        self._folded = None

    def all(self) -> Mapping[ClientId, str]:
        """Each client's name without capitals and accents."""
        if self._folded is None:
            with self._archive.reading() as work:
                names = work.clients.names()
            self._folded = {id: fold(name) for id, name in names.items()}
        return self._folded


def find(
    archive: Archive,
    clock: Clock,
    wanted: Wanted,
    names: Names,
    among: Sequence[Group],
    *,
    whole: bool = False,
    report: Report | None = None,
) -> Found:
    """The promises of a view in which every typed word begins a word of what, who, said or client.

    Meant for every key: a rare word comes from the full-text index, a frequent one from going
    through the list in its own order until a screen is full, and never for longer than a moment.
    `among` is what `groups` gives for the view. With `whole`, for the background, it goes on to the
    end or to MOST_FOUND; `report` may then break it off.
    """
    words = _WORD.findall(fold(wanted.text))[:8]
    if not words or not among:
        return Found(tuple(among), complete=True)
    with archive.reading() as work:
        search = _Search(work, among, words, names.all(), clock.today())
        if (few := search.few()) is not None:
            return few
        return search.scan(whole=whole, report=report)


def fold(text: str) -> str:
    """A text without capitals and accents, to compare by."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


class _Search:
    """One filter over one view."""

    def __init__(
        self,
        work: Work,
        among: Sequence[Group],
        words: Sequence[str],
        names: Mapping[ClientId, str],
        today: date,
    ) -> None:
        self._listed: CommitmentList = work.commitments.listed
        self._among = among
        self._words = words
        self._names = names
        self._today = today
        self._patterns = [re.compile(rf"\b{re.escape(word)}") for word in words]
        self._clients = [
            [id for id, name in names.items() if word in name and pattern.search(name)]
            for word, pattern in zip(words, self._patterns, strict=True)
        ]

    def few(self) -> Found | None:
        """Everything found, when the words are rare enough to sort all of it; otherwise None."""
        if sum(group.count for group in self._among) <= _SHORT_LIST:
            return None
        first = self._among[0]
        one = len(self._among) == 1
        everything = first.part if one else replace(first.part, any_day=True)
        text = " ".join(self._words)
        if self._listed.count_texts(text, _FEW + 1) > _FEW:
            return None
        clients = list(dict.fromkeys(id for found in self._clients for id in found))
        if len(clients) > _FEW or (
            clients and self._listed.count_of_clients(clients) > _FEW_OF_CLIENTS
        ):
            return None
        numbers = set(self._listed.with_words(everything, text, _FEW))
        if clients:
            numbers.update(
                item.number
                for item in self._listed.of_clients(everything, clients)
                if self._matches(item)
            )
        by_group: dict[DueGroup | None, array[int]] = {}
        for number, due in self._listed.by_day(first.part, list(numbers)):
            heading = first.heading if one else due_group(due, self._today)
            by_group.setdefault(heading, array("q")).append(number)
        return self._grouped(by_group, complete=True)

    def scan(self, *, whole: bool, report: Report | None) -> Found:
        """Go through the view in order until a screen is full, or (`whole`) to the end."""
        until = time.monotonic() + _BUDGET
        most = MOST_FOUND if whole else _SCREENFUL
        wanted = [
            (_pattern(word), clients)
            for word, clients in zip(self._words, self._clients, strict=True)
        ]
        by_group: dict[DueGroup | None, array[int]] = {}
        found = 0
        for group in self._among:
            total, part = group.count, group.part
            numbers = by_group.setdefault(group.heading, array("q"))
            offset, size = 0, 256
            while offset < total:
                texts = self._listed.scan(part, wanted, offset, size)
                numbers.extend(item.number for item in texts if self._matches(item))
                offset += size
                size = min(size * 2, 16_384 if whole else 1_024)
                if report is not None:
                    report(offset, total)
                late = not whole and time.monotonic() > until
                if late or found + len(numbers) >= most:
                    left = offset < total or group is not self._among[-1]
                    return self._grouped(by_group, complete=not left)
            found += len(numbers)
        return self._grouped(by_group, complete=True)

    def _matches(self, item: Texts) -> bool:
        hay = f"{fold(item.text)} {self._names.get(ClientId(item.client_id), '')}"
        return all(pattern.search(hay) for pattern in self._patterns)

    def _grouped(
        self, by_group: Mapping[DueGroup | None, Sequence[int]], *, complete: bool
    ) -> Found:
        made = tuple(
            replace(group, count=len(numbers), numbers=numbers)
            for group in self._among
            if (numbers := by_group.get(group.heading))
        )
        return Found(made, complete)


def _pattern(word: str) -> str:
    """A LIKE pattern for a folded word: a letter that may carry an accent stands for any sign."""
    return (
        "%"
        + "".join(sign if sign.isascii() and sign not in "aeiouycn" else "_" for sign in word)
        + "%"
    )


# --- parts ---


def _parts(wanted: Wanted, today: date) -> tuple[tuple[DueGroup | None, Part], ...]:
    sides = _SIDES[wanted.whose]
    if wanted.view is View.WAITING:
        sides = tuple(side for side in _WAITED_FOR if not sides or side in sides)
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
