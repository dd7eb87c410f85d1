"""Undo: what labelled transactions changed, and how to take one back as a whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from gesprekshulp.domain.commitment import CommitmentEvent, EventKind
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.storage.commitments import Commitments
from gesprekshulp.storage.mapping import stamp_text
from gesprekshulp.storage.repository import Source


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing did: how many rows went back, and how many were left because of later work."""

    label: str
    restored: int
    left: int


class Journal:
    """The journal within a transaction."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def undo(self, batch_id: str, now: datetime) -> Undone:
        """Bring every row of a batch back to how it stood before it.

        A row that was changed again after the batch is left as it is: later work is never lost.
        A promise's history is not taken back; it gets a line that says what was undone.
        Raises NotFound for a batch that is not there or was undone already.
        """
        heads = self._source.rows(
            "SELECT label FROM batches WHERE id = ? AND undone_at IS NULL", (batch_id,)
        )
        if not heads:
            raise NotFound("Deze handeling is al ongedaan gemaakt of niet meer bekend.")
        label = str(heads[0][0])
        restored = left = 0
        seen: set[tuple[str, str]] = set()
        for table, id, before, stamp in self._source.rows(
            "SELECT table_name, row_id, before, stamp FROM changes WHERE batch_id = ? ORDER BY id",
            (batch_id,),
        ):
            if (table, id) in seen:
                continue  # the first remembered state is the one before the batch
            seen.add((table, id))
            current = self._source.rows(f"SELECT changed_at FROM {table} WHERE id = ?", (id,))
            if not current or current[0][0] != stamp:
                left += 1
                continue
            self._bring_back(table, id, before, label, now)
            restored += 1
        self._source.write(
            "batches",
            [{"id": batch_id, "label": label, "at": stamp_text(now), "undone_at": stamp_text(now)}],
        )
        return Undone(label, restored, left)

    def _bring_back(
        self, table: str, id: str, before: str | None, label: str, now: datetime
    ) -> None:
        if before is None:
            self._source.remove(table, [id])
            return
        row: dict[str, object] = json.loads(before)
        undone = self._day_of(id) if table == "commitments" else None
        self._source.write(table, [row])  # with its old stamp, so that earlier batches fit again
        if table == "commitments":
            again = self._day_of(id)
            # A day that came back is told as a day, so that the history says which one holds.
            kind = EventKind.REOPENED if again == undone else EventKind.CHANGED
            Commitments(self._source).record(
                CommitmentEvent(
                    str(uuid4()),
                    CommitmentId(id),
                    kind,
                    now,
                    f"Ongedaan gemaakt: {label}",
                    undone if again != undone else None,
                    again if again != undone else None,
                )
            )

    def _day_of(self, id: str) -> date | None:
        day = self._source.rows("SELECT due FROM commitments WHERE id = ?", (id,))[0][0]
        return date.fromisoformat(str(day)) if day else None
