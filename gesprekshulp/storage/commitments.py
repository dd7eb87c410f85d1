"""Promises and their history in the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import (
    WITH_DAY,
    Commitment,
    CommitmentEvent,
    CommitmentState,
)
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import OfAppointment, Source

if TYPE_CHECKING:
    from gesprekshulp.domain.reliability import Tally
    from gesprekshulp.storage.commitment_groups import CommitmentGroups
    from gesprekshulp.storage.commitment_list import CommitmentList

COMMITMENT = Mapper(Commitment)
EVENT = Mapper(CommitmentEvent)

_LAST_DAY = (
    "SELECT to_day FROM commitment_events e WHERE e.commitment_id = commitments.id"
    f" AND kind IN ({', '.join(repr(kind.value) for kind in WITH_DAY)})"
    " ORDER BY at DESC, e.rowid DESC LIMIT 1"
)
_UNSETTLED = (
    "appointment_id = ? AND line_id IS NOT NULL AND state = 'open' AND (NOT EXISTS"
    " (SELECT 1 FROM commitment_events e WHERE e.commitment_id = commitments.id)"
    f" OR due IS NOT ({_LAST_DAY}))"
)
_VAGUE = "state = 'open' AND due IS NULL AND event = ''"
_HANGING = "state = 'open' AND due IS NULL AND event <> '' AND made_on <= ?"


@dataclass(frozen=True, slots=True)
class DueCounts:
    """How many open promises there are, by their day."""

    late: int
    today: int


class Commitments(OfAppointment[Commitment]):
    """The register of promises, of both sides."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "commitments", COMMITMENT, "toezegging", "made_on, created_at, id")

    @property
    def listed(self) -> CommitmentList:
        """The register a page at a time, for lists of any length."""
        from gesprekshulp.storage.commitment_list import CommitmentList

        return CommitmentList(self._source)

    @property
    def grouped(self) -> CommitmentGroups:
        """The register arranged by client or person, and counted by day."""
        from gesprekshulp.storage.commitment_groups import CommitmentGroups

        return CommitmentGroups(self._source)

    def open_of_client(self, client_id: str) -> tuple[Commitment, ...]:
        """One client's open promises, of both sides: too late first, without a day last."""
        return self._open_of_clients("client_id = ?", (client_id,), "due IS NULL, due, what")

    def _open_of_clients(
        self, condition: str, parameters: Sequence[object], order: str
    ) -> tuple[Commitment, ...]:
        # The index is named: left to choose, SQLite goes through all promises of a client.
        rows = self._source.rows(
            f"SELECT {COMMITMENT.select()} FROM commitments INDEXED BY commitments_open_by_client"
            f" WHERE deleted_at IS NULL AND state = 'open' AND {condition} ORDER BY {order}",
            parameters,
        )
        return tuple(map(COMMITMENT.read, rows))

    def of_client(self, client_id: str) -> tuple[Commitment, ...]:
        """All promises of one client, newest first."""
        return self.where("client_id = ?", client_id, order="made_on DESC, created_at DESC")

    def open_or_closed_since(self, client_id: str, day: date) -> tuple[Commitment, ...]:
        """One client's promises that are open, or were closed on or after a day.

        Those that are open come first, by day.
        """
        # Two indexes, each named: with OR, SQLite goes through all promises of a client.
        closed = self._source.rows(
            f"SELECT {COMMITMENT.select()} FROM commitments INDEXED BY commitments_closed_by_client"
            " WHERE deleted_at IS NULL AND state <> 'open' AND client_id = ? AND closed_on >= ?"
            " ORDER BY closed_on",
            (client_id, day.isoformat()),
        )
        return (*self.open_of_client(client_id), *map(COMMITMENT.read, closed))

    def open_between(
        self, first: date | None, last: date, limit: int, *, newest_first: bool = False
    ) -> tuple[Commitment, ...]:
        """Open promises due from `first` (or ever) up to and including `last`, by day."""
        return self.where(
            "state = 'open' AND due BETWEEN ? AND ?",
            first.isoformat() if first else "",
            last.isoformat(),
            order=f"due {'DESC' if newest_first else ''} LIMIT {int(limit)}",
        )

    def any_made(self) -> bool:
        """Whether there is a promise at all, open or closed."""
        sql = "SELECT 1 FROM commitments WHERE deleted_at IS NULL LIMIT 1"
        return bool(self._source.rows(sql, ()))

    def count_open(self) -> int:
        """How many promises are open."""
        return self.count("state = 'open'")

    def late(self, today: date) -> tuple[Commitment, ...]:
        """Open promises whose day has passed, oldest first."""
        return self.where("state = 'open' AND due < ?", today.isoformat(), order="due, what")

    def late_of_clients(
        self, client_ids: Sequence[str], today: date
    ) -> dict[str, tuple[Commitment, ...]]:
        """Open promises of both sides whose day has passed, by client; for lists."""
        if not client_ids:
            return {}
        marks = ", ".join("?" * len(client_ids))
        found: dict[str, list[Commitment]] = {}
        for item in self._open_of_clients(
            f"client_id IN ({marks}) AND due < ?", (*client_ids, today.isoformat()), "due"
        ):
            found.setdefault(item.client_id, []).append(item)
        return {id: tuple(items) for id, items in found.items()}

    def in_order(self) -> tuple[Commitment, ...]:
        """Every promise, closed ones too, by day; for the command line and exports."""
        return self.where(order="due IS NULL, due, what")

    def of_line(self, line_id: str) -> Commitment | None:
        """The promise that was made in one line of a talk."""
        return next(iter(self.where("line_id = ?", line_id)), None)

    def removed_of_line(self, line_id: str) -> Commitment | None:
        """The promise that a line made and that was marked deleted, to bring it back as it was."""
        return self.last_removed("line_id = ?", line_id)

    def due_counts(self, today: date) -> DueCounts:
        """How many open promises are too late, and how many are due today."""
        text = today.isoformat()
        late = self.count("state = 'open' AND due < ?", text)
        return DueCounts(late, self.count("state = 'open' AND due = ?", text))

    def due_in_week(self, day: date, side: str) -> tuple[Commitment, ...]:
        """One side's open promises in the ISO week of a day."""
        monday = day - timedelta(days=day.weekday())
        return self.where(
            "state = 'open' AND due BETWEEN ? AND ? AND side IN (?, 'beiden')",
            monday.isoformat(),
            (monday + timedelta(days=6)).isoformat(),
            side,
            order="due, what",
        )

    # --- what hangs on something else ---

    def hanging_on(self, appointment_id: str) -> tuple[Commitment, ...]:
        """Open promises that have their day from this appointment."""
        return self.where("event_appointment_id = ? AND state = 'open'", appointment_id)

    def with_event(self, client_id: str) -> tuple[Commitment, ...]:
        """One client's open promises that hang on an event, linked to an appointment or not."""
        return self.where(
            "client_id = ? AND state = 'open' AND event <> ''", client_id, order=self._order
        )

    def dependent(self, client_id: str | None = None) -> tuple[Commitment, ...]:
        """Open promises that wait for another one, of one client or of all, by day."""
        condition = "waits_for IS NOT NULL AND state = 'open'"
        order = "due IS NULL, due, what"
        if client_id is None:
            return self.where(condition, order=order)
        return self.where(f"{condition} AND client_id = ?", client_id, order=order)

    def with_ids(self, ids: Iterable[str]) -> dict[str, Commitment]:
        """The promises with these identifiers, by identifier."""
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Commitment] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ", ".join("?" * len(part))
            found |= {item.id: item for item in self.where(f"id IN ({marks})", *part)}
        return found

    def removed(self, id: str) -> Commitment | None:
        """A promise that was marked deleted, as it stood then."""
        return self.last_removed("id = ?", id)

    # --- the week ---

    def due_until(self, day: date) -> list[tuple[str, date]]:
        """Every open promise due on or before a day, as its identifier and its day, by day.

        Light enough for tens of thousands.
        """
        rows = self._source.rows(
            "SELECT id, due FROM commitments WHERE state = 'open' AND deleted_at IS NULL"
            " AND due <= ? ORDER BY due",
            (day.isoformat(),),
        )
        return [(str(id), date.fromisoformat(due)) for id, due in rows]

    def vague(self, limit: int) -> tuple[Commitment, ...]:
        """Open promises without a day and without an event, oldest first."""
        return self.where(_VAGUE, order=f"made_on, rowid LIMIT {int(limit)}")

    def count_vague(self) -> int:
        """How many open promises have neither day nor event."""
        return self.count(_VAGUE)

    def hanging_since(self, day: date, limit: int) -> tuple[Commitment, ...]:
        """Open promises of that day or before that hang on an event without a day, oldest first."""
        order = f"made_on, rowid LIMIT {int(limit)}"
        return self.where(_HANGING, day.isoformat(), order=order)

    def count_hanging_since(self, day: date) -> int:
        """How many those are."""
        return self.count(_HANGING, day.isoformat())

    def hanging_ids(self, day: date) -> list[str]:
        """Their identifiers, oldest first; light enough for tens of thousands."""
        rows = self._source.rows(
            "SELECT id FROM commitments WHERE state = 'open' AND deleted_at IS NULL"
            " AND due IS NULL AND event <> '' AND made_on <= ? ORDER BY made_on, rowid",
            (day.isoformat(),),
        )
        return [str(id) for (id,) in rows]

    def tallies(self, today: date, since: date, client_id: str | None = None) -> tuple[Tally, ...]:
        """Promises that had to be kept from `since` up to today, grouped for the reliability.

        Goes through the whole register when no client is given: for the background.
        """
        return tuple(tally for _, tally in self._tallies("''", today, since, client_id))

    def tallies_by_client(self, today: date, since: date) -> Iterator[tuple[ClientId, list[Tally]]]:
        """The same for one client after another, of all that have any: for the background."""
        # The plus keeps SQLite from following the index on client_id: row by row through the
        # whole file, each page unlocked again and again, takes five times as long as one scan.
        found = self._tallies("+client_id", today, since, None)
        for client_id, own in groupby(found, key=itemgetter(0)):
            yield ClientId(client_id), [tally for _, tally in own]

    def _tallies(
        self, by: str, today: date, since: date, client_id: str | None
    ) -> Iterator[tuple[str, Tally]]:
        from gesprekshulp.domain.reliability import Tally

        of_client = "client_id = ? AND" if client_id else ""
        who = (client_id,) if client_id else ()
        day = today.isoformat()
        rows = self._source.each(
            "SELECT substr(at, 1, 4), (substr(at, 6, 2) + 2) / 3, side, state, moves > 0,"
            " done > due, count(*), coalesce(sum(max(julianday(done) - julianday(due), 0)), 0),"
            " coalesce(max(julianday(done) - julianday(due)), 0), whose FROM"
            " (SELECT coalesce(due, closed_on) at, due, coalesce(closed_on, ?) done, side, state,"
            f" moves, {by} whose FROM commitments WHERE {of_client} deleted_at IS NULL"
            " AND (state <> 'open' OR due < ?))"
            " WHERE at >= ? AND (at <= ? OR state <> 'open') GROUP BY whose, 1, 2, 3, 4, 5, 6"
            " ORDER BY whose",
            (day, *who, day, since.isoformat(), day),
        )
        for year, quarter, side, state, moved, late, number, days, longest, whose in rows:
            yield str(whose), Tally(
                int(year), int(quarter), Side(side), CommitmentState(state), bool(moved),
                bool(late), number, round(days), round(longest),
            )  # fmt: skip

    # --- history ---

    def unsettled(self, appointment_id: str) -> tuple[Commitment, ...]:
        """Open promises noted in a talk without a history, or with another day than it says."""
        return self.where(_UNSETTLED, appointment_id, order=self._order)

    def history_sizes(self, ids: Sequence[str]) -> dict[str, tuple[int, datetime]]:
        """How many lines the histories of these promises have, and when the last was written."""
        found: dict[str, tuple[int, datetime]] = {}
        for start in range(0, len(ids), 500):
            part = tuple(ids[start : start + 500])
            marks = ", ".join("?" * len(part))
            rows = self._source.rows(
                "SELECT commitment_id, count(*), max(at) FROM commitment_events"
                f" WHERE commitment_id IN ({marks}) GROUP BY commitment_id",
                part,
            )
            found |= {id: (number, datetime.fromisoformat(at)) for id, number, at in rows}
        return found

    def record(self, event: CommitmentEvent) -> None:
        """Add one line to a promise's history."""
        self._source.write("commitment_events", [EVENT.write(event)])

    def history(self, commitment_id: str) -> tuple[CommitmentEvent, ...]:
        """A promise's history, newest first."""
        return self.histories((commitment_id,)).get(commitment_id, ())

    def histories(self, ids: Sequence[str]) -> dict[str, tuple[CommitmentEvent, ...]]:
        """The histories of many promises, each newest first."""
        marks = ", ".join("?" * len(ids))
        rows = self._source.rows(
            f"SELECT {EVENT.select()} FROM commitment_events WHERE commitment_id IN ({marks})"
            " ORDER BY at DESC, rowid DESC",
            tuple(ids),
        )
        found: dict[str, list[CommitmentEvent]] = {}
        for row in rows:
            event = EVENT.read(row)
            found.setdefault(event.commitment_id, []).append(event)
        return {id: tuple(events) for id, events in found.items()}

    def unchecked(self, appointment_id: str) -> tuple[Commitment, ...]:
        """Promises of one talk that have not been looked at in the aftercare."""
        return self.where("appointment_id = ? AND checked = 0", appointment_id, order=self._order)
