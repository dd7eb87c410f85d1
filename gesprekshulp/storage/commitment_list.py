"""Stretches of the register of promises, counted and fetched a page at a time.

Made for lists of hundreds of thousands: an index over the open promises by day, with the side in
it, answers how many there are and which stand where, so that only rows in view are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import Source
from gesprekshulp.storage.search import match_expression

COMMITMENT = Mapper(Commitment)
_TEXTS = ("what", "who", "said")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the register: open promises of some days, those without a day, or closed ones.

    `first` and `last` are the days it runs from and to, both included. `any_day` takes all open
    ones together (its order is that of `by_day`). `sides` is empty for all; `client_id` and `who`
    narrow closed ones down to those of one client or person.
    Open ones stand by day, within a day ours first and then as they were noted; closed ones by the
    day they were closed, newest first.
    """

    first: date | None = None
    last: date | None = None
    without_day: bool = False
    closed: bool = False
    any_day: bool = False
    sides: tuple[Side, ...] = ()
    client_id: str | None = None
    who: str | None = None

    def condition(self) -> tuple[str, list[object]]:
        """The WHERE of this part with its parameters; spelled as the partial indexes are."""
        clauses = [f"state {'<>' if self.closed else '='} 'open'", "deleted_at IS NULL"]
        values: list[object] = []
        if not self.closed and not self.any_day:
            if self.without_day:
                clauses.append("due IS NULL")
            else:
                clauses.append("due >= ?")
                values.append(self.first.isoformat() if self.first else "")
                if self.last is not None:
                    clauses.append("due <= ?")
                    values.append(self.last.isoformat())
        if self.sides:
            clauses.append(f"side IN ({', '.join('?' * len(self.sides))})")
            values += [side.value for side in self.sides]
        for column, value in (("client_id", self.client_id), ("who", self.who)):
            if value is not None:
                clauses.append(f"{column} = ?")
                values.append(value)
        return " AND ".join(clauses), values

    @property
    def table(self) -> str:
        """The table with the index to use: left to choose, SQLite goes through all closed ones."""
        if self.who is not None:
            return "commitments INDEXED BY commitments_closed_by_person"
        if self.client_id is not None:
            return "commitments INDEXED BY commitments_closed_by_client"
        return "commitments"

    def may_hold(self, side: str, who: str, client_id: str) -> bool:
        """Whether a promise of this side, person and client can be in this part."""
        return (
            (not self.sides or side in self.sides)
            and self.client_id in (None, client_id)
            and self.who in (None, who)
        )

    @property
    def order(self) -> str:
        """The ORDER BY of this part, the same as the index is in."""
        return "closed_on DESC, side DESC, rowid DESC" if self.closed else "due, side DESC, rowid"


@dataclass(frozen=True, slots=True)
class Listed:
    """A promise as a list shows it."""

    commitment: Commitment
    client_name: str


@dataclass(frozen=True, slots=True)
class Texts:
    """What a promise is found by; `number` is its place in the table."""

    number: int
    client_id: str
    text: str


class CommitmentList:
    """Counts and fetches parts of the register."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def count(self, part: Part) -> int:
        """How many promises a part holds."""
        where, values = part.condition()
        sql = f"SELECT count(*) FROM commitments WHERE {where}"
        return int(self._source.rows(sql, values)[0][0])

    def page(self, part: Part, offset: int, limit: int) -> tuple[Listed, ...]:
        """So many promises of a part from a place in it."""
        numbers = self.numbers(part, offset, limit)
        return self.of_numbers(numbers)

    def numbers(self, part: Part, offset: int, limit: int) -> list[int]:
        """The row numbers of a piece of a part, in order; from the index alone."""
        where, values = part.condition()
        rows = self._source.rows(
            f"SELECT rowid FROM {part.table} WHERE {where} ORDER BY {part.order} LIMIT ? OFFSET ?",
            (*values, limit, offset),
        )
        return [row[0] for row in rows]

    def of_numbers(self, numbers: Sequence[int]) -> tuple[Listed, ...]:
        """The promises with these row numbers, in the same order; those gone are left out."""
        marks = ", ".join("?" * len(numbers))
        rows = self._source.rows(
            f"SELECT {COMMITMENT.select('k')}, coalesce(c.name, ''), k.rowid FROM commitments k"
            f" LEFT JOIN clients c ON c.id = k.client_id WHERE k.rowid IN ({marks})",
            tuple(numbers),
        )
        found = {row[-1]: Listed(COMMITMENT.read(row), str(row[-2])) for row in rows}
        return tuple(found[number] for number in numbers if number in found)

    def whereabouts(self, id: str) -> tuple[int, str, str, str] | None:
        """The row number, side, person and client of a promise, by which its group is found."""
        rows = self._source.rows(
            "SELECT rowid, side, who, client_id FROM commitments"
            " WHERE id = ? AND deleted_at IS NULL",
            (id,),
        )
        if not rows:
            return None
        number, side, who, client_id = rows[0]
        return int(number), str(side), str(who), str(client_id)

    def place_in(self, part: Part, id: str) -> int | None:
        """Where in a part a promise stands, counted from 0; None when it is not in it."""
        where, values = part.condition()
        found = self._source.rows(
            f"SELECT rowid, due, side, closed_on FROM commitments WHERE id = ? AND {where}",
            (id, *values),
        )
        if not found:
            return None
        number, due, side, closed_on = found[0]
        if part.closed:
            before = "(closed_on > ? OR (closed_on = ? AND (side > ? OR (side = ? AND rowid > ?))))"
            key: list[object] = [closed_on, closed_on, side, side, number]
        elif due is None:
            before = "(side > ? OR (side = ? AND rowid < ?))"
            key = [side, side, number]
        else:
            before = "(due < ? OR (due = ? AND (side > ? OR (side = ? AND rowid < ?))))"
            key = [due, due, side, side, number]
        rows = self._source.rows(
            f"SELECT count(*) FROM {part.table} WHERE {where} AND {before}", (*values, *key)
        )
        return int(rows[0][0])

    # --- finding by words ---

    def count_texts(self, words: str, cap: int) -> int:
        """How many promises (closed ones too) hold all words in their own text, up to `cap`."""
        rows = self._source.rows(
            "SELECT count(*) FROM (SELECT rowid FROM search_index WHERE search_index MATCH ?"
            f" LIMIT {int(cap)})",
            (match_expression(words, "toezegging"),),
        )
        return int(rows[0][0])

    def count_of_clients(self, client_ids: Sequence[str]) -> int:
        """How many open promises these clients have or gave."""
        marks = ", ".join("?" * len(client_ids))
        rows = self._source.rows(
            "SELECT count(*) FROM commitments WHERE state = 'open' AND deleted_at IS NULL"
            f" AND client_id IN ({marks})",
            tuple(client_ids),
        )
        return int(rows[0][0])

    def with_words(self, part: Part, words: str, cap: int) -> list[int]:
        """Row numbers in a part whose own text holds all words, unordered."""
        where, values = part.condition()
        rows = self._source.rows(
            "SELECT k.rowid FROM"
            f" (SELECT rowid AS n FROM search_index WHERE search_index MATCH ? LIMIT {int(cap)}) f"
            " CROSS JOIN search_docs d ON d.id = f.n"
            f" CROSS JOIN (SELECT rowid, * FROM commitments) k ON k.id = d.entity_id AND {where}",
            (match_expression(words, "toezegging"), *values),
        )
        return [row[0] for row in rows]

    def of_clients(self, part: Part, client_ids: Sequence[str]) -> list[Texts]:
        """What the promises of these clients in a part are found by, unordered."""
        where, values = part.condition()
        marks = ", ".join("?" * len(client_ids))
        rows = self._source.rows(
            f"SELECT rowid, client_id, {_texts('')} FROM commitments"
            f" WHERE client_id IN ({marks}) AND {where}",
            (*client_ids, *values),
        )
        return [Texts(*row) for row in rows]

    def by_day(self, part: Part, numbers: Sequence[int]) -> list[tuple[int, date | None]]:
        """These row numbers in the order of a list, each with its last day; without a day last."""
        found: list[tuple[int, str | None, str, str]] = []
        for start in range(0, len(numbers), 5000):
            some = tuple(numbers[start : start + 5000])
            marks = ", ".join("?" * len(some))
            found += self._source.rows(  # type: ignore[arg-type]
                "SELECT rowid, due, side, coalesce(closed_on, '') FROM commitments"
                f" WHERE rowid IN ({marks}) ORDER BY rowid",
                some,
            )
        if part.closed:
            found.sort(key=lambda row: (row[3], row[2], row[0]), reverse=True)
        else:
            found.sort(key=lambda row: row[2], reverse=True)
            found.sort(key=lambda row: (row[1] is None, row[1] or ""))
        return [(row[0], date.fromisoformat(row[1]) if row[1] else None) for row in found]

    def scan(
        self, part: Part, words: Sequence[tuple[str, Sequence[str]]], offset: int, limit: int
    ) -> list[Texts]:
        """Of `limit` promises from a place in a part: those that may match, in order.

        Each word comes with the clients whose name holds it. What comes back holds each word
        somewhere; whether as the beginning of a word is for the caller to see.
        """
        where, values = part.condition()
        clauses: list[str] = []
        wanted: list[object] = []
        for pattern, clients in words:
            either = [f"k.{column} LIKE ? ESCAPE '!'" for column in _TEXTS]
            wanted += [pattern] * len(_TEXTS)
            if clients:
                either.append(f"k.client_id IN ({', '.join('?' * len(clients))})")
                wanted += clients
            clauses.append(f"({' OR '.join(either)})")
        rows = self._source.rows(
            f"SELECT k.rowid, k.client_id, {_texts('k.')} FROM"
            f" (SELECT rowid AS n FROM commitments WHERE {where} ORDER BY {part.order}"
            " LIMIT ? OFFSET ?) p CROSS JOIN commitments k ON k.rowid = p.n"
            f" WHERE {' AND '.join(clauses)}",
            (*values, limit, offset, *wanted),
        )
        return [Texts(*row) for row in rows]


def _texts(prefix: str) -> str:
    return " || ' ' || ".join(f"{prefix}{column}" for column in _TEXTS)
