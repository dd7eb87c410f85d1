"""Promises and their history in the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gesprekshulp.domain.commitment import Commitment, CommitmentEvent
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import OfAppointment, Source

if TYPE_CHECKING:
    from gesprekshulp.storage.commitment_list import CommitmentList

COMMITMENT = Mapper(Commitment)
EVENT = Mapper(CommitmentEvent)


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

    def open_of_client(self, client_id: str) -> tuple[Commitment, ...]:
        """One client's open promises, of both sides: too late first, without a day last."""
        return self.where(
            "client_id = ? AND state = 'open'", client_id, order="due IS NULL, due, what"
        )

    def of_client(self, client_id: str) -> tuple[Commitment, ...]:
        """All promises of one client, newest first."""
        return self.where("client_id = ?", client_id, order="made_on DESC, created_at DESC")

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

    def count_open(self) -> int:
        """How many promises are open."""
        return self.count("state = 'open'")

    def open_until(self, day: date, limit: int = 200) -> tuple[Commitment, ...]:
        """Open promises due on or before a day, in order of their day."""
        return self.where(
            "state = 'open' AND due <= ?", day.isoformat(), order=f"due, what LIMIT {int(limit)}"
        )

    def late(self, today: date) -> tuple[Commitment, ...]:
        """Open promises whose day has passed, oldest first."""
        return self.where("state = 'open' AND due < ?", today.isoformat(), order="due, what")

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

    # --- history ---

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

    def as_checked(self, commitment: Commitment) -> Commitment:
        """Mark a promise as looked at in the aftercare."""
        return self.save(replace(commitment, checked=True))
