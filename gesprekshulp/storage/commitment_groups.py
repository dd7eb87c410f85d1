"""Promises grouped by client or by person, and counted by day; sorted by the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gesprekshulp.domain.appointment import Side
from gesprekshulp.storage.repository import Source

if TYPE_CHECKING:
    from gesprekshulp.storage.commitment_list import Part

_IN_LIST = "due IS NULL, due, side DESC, rowid"
_CLOSED = "closed_on DESC, side DESC, rowid DESC"
_THEIRS = f"CASE k.side WHEN '{Side.CLIENT.value}' THEN"
_KEYS = {
    "client": ("'', ''", "coalesce(c.name, '') COLLATE NOCASE, k.client_id"),
    # Two clients may each have a Jan; ours and third parties are one person everywhere.
    "person": (
        "k.side, k.who",
        f"k.side DESC, k.who COLLATE NOCASE, {_THEIRS} coalesce(c.name, '') ELSE '' END"
        f" COLLATE NOCASE, {_THEIRS} k.client_id ELSE '' END",
    ),
}


@dataclass(frozen=True, slots=True)
class Bunch:
    """Promises of one client or person. `side` and `who` are empty when grouped by client.

    `client_id` is empty for a person who is the same with every client.
    """

    client_id: str
    client_name: str
    side: str
    who: str
    count: int
    late: int


class CommitmentGroups:
    """Arranges a part of the register, or the rows that a filter found in it."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def bunches(
        self, part: Part, numbers: Sequence[int] | None, today: date, *, by_person: bool
    ) -> list[Bunch]:
        """The groups in their order, each with how many it holds and how many are too late."""
        shown, order = _KEYS["person" if by_person else "client"]
        where, values = _rows(part, numbers)
        found = self._source.rows(
            f"SELECT max(k.client_id), coalesce(max(c.name), ''), {shown}, count(*), sum(k.late)"
            f" FROM (SELECT rowid AS n, client_id, side, who,"
            f" state = 'open' AND coalesce(due < ?, 0) AS late FROM commitments WHERE {where}) k"
            f" LEFT JOIN clients c ON c.id = k.client_id GROUP BY {order} ORDER BY {order}".replace(
                "GROUP BY k.side DESC", "GROUP BY k.side"
            ),
            (today.isoformat(), *values),
        )
        return [Bunch(*row) for row in found]

    def closed_bunches(self, part: Part, *, by_person: bool) -> list[Bunch]:
        """The groups of a closed part, counted from an index; hundreds of thousands take a second.

        Their rows are read a page at a time: `Part` narrowed down to one of them.
        """
        where, values = part.condition()
        if not by_person:
            counted = (
                "SELECT client_id, '' AS side, '' AS who, count(*) AS number"
                f" FROM commitments INDEXED BY commitments_closed_by_client WHERE {where}"
                " GROUP BY client_id"
            )
            order = "coalesce(c.name, '') COLLATE NOCASE, k.client_id"
        else:
            theirs = f"side = '{Side.CLIENT.value}'"
            table = "commitments INDEXED BY commitments_closed_by_person"
            counted = (
                "SELECT '' AS client_id, side, who, count(*) AS number"
                f" FROM {table} WHERE {where} AND NOT {theirs} GROUP BY side, who UNION ALL"
                " SELECT client_id, side, who, count(*)"
                f" FROM {table} WHERE {where} AND {theirs} GROUP BY side, who, client_id"
            )
            values = [*values, *values]
            order = (
                "k.side DESC, k.who COLLATE NOCASE, coalesce(c.name, '') COLLATE NOCASE,"
                " k.client_id, k.who"
            )
        found = self._source.rows(
            "SELECT k.client_id, coalesce(c.name, ''), k.side, k.who, k.number, 0"
            f" FROM ({counted}) k LEFT JOIN clients c ON c.id = k.client_id ORDER BY {order}",
            values,
        )
        return [Bunch(*row) for row in found]

    def numbers(self, part: Part, numbers: Sequence[int] | None, *, by_person: bool) -> list[int]:
        """The row numbers of all groups one after another, within a group as a list has them."""
        _, order = _KEYS["person" if by_person else "client"]
        where, values = _rows(part, numbers)
        within = _CLOSED if part.closed else _IN_LIST
        inner = ", ".join(f"k.{one}" for one in within.replace("rowid", "n").split(", "))
        found = self._source.rows(
            "SELECT k.n FROM (SELECT rowid AS n, client_id, side, who, due, closed_on"
            f" FROM commitments WHERE {where}) k"
            f" LEFT JOIN clients c ON c.id = k.client_id ORDER BY {order}, {inner}",
            values,
        )
        return [row[0] for row in found]

    def per_day(self, part: Part) -> dict[date, int]:
        """How many promises of a part have each day; from the index alone."""
        where, values = part.condition()
        found = self._source.rows(
            f"SELECT due, count(*) FROM commitments WHERE {where} GROUP BY due", values
        )
        return {date.fromisoformat(due): number for due, number in found}


def _rows(part: Part, numbers: Sequence[int] | None) -> tuple[str, list[object]]:
    if numbers is None:
        return part.condition()
    return "rowid IN (SELECT value FROM json_each(?))", [json.dumps(list(numbers))]
