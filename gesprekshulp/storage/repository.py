"""One repository for each kind of domain object: get, find, list, save, remove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from gesprekshulp.domain.errors import NotFound
from gesprekshulp.storage.driver import Row
from gesprekshulp.storage.mapping import Mapper

T = TypeVar("T")


class Source(Protocol):
    """Where a repository reads and writes: a snapshot, or a transaction."""

    @property
    def batch_id(self) -> str | None:
        """What undoes a labelled transaction, once it wrote something."""
        ...

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """The rows that a SELECT gives."""
        ...

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """The rows that a SELECT gives, read while they are asked for: for very many."""
        ...

    def write(self, table: str, rows: Sequence[dict[str, object]]) -> None:
        """Insert these rows, or change the ones whose identifier is there already."""
        ...

    def remove(self, table: str, ids: Sequence[str]) -> None:
        """Mark these rows as deleted."""
        ...


class Repository(Generic[T]):
    """The objects of one table. `word` is what one of them is called on screen."""

    def __init__(self, source: Source, table: str, mapper: Mapper[T], word: str) -> None:
        self._source = source
        self._table = table
        self._mapper = mapper
        self._word = word
        self._select = f"SELECT {mapper.select()} FROM {table} WHERE deleted_at IS NULL"

    def find(self, id: str | None) -> T | None:
        """The object with this identifier, or None."""
        if id is None:
            return None
        rows = self._source.rows(f"{self._select} AND id = ?", (id,))
        return self._mapper.read(rows[0]) if rows else None

    def get(self, id: str) -> T:
        """The object with this identifier. Raises NotFound when it is not there (any more)."""
        found = self.find(id)
        if found is None:
            raise NotFound(
                f"Er is geen {self._word} met kenmerk {id}; misschien is hij verwijderd."
                " Kies er een uit de lijst."
            )
        return found

    def of_ids(self, ids: Iterable[str]) -> dict[str, T]:
        """The objects with these identifiers, by identifier; those not there are left out."""
        wanted = tuple(ids)
        found = self.where(f"id IN ({', '.join('?' * len(wanted))})", *wanted)
        return {getattr(item, "id"): item for item in found}  # noqa: B009 - T is generic

    def where(self, condition: str = "1", *parameters: object, order: str = "") -> tuple[T, ...]:
        """Objects that meet an SQL condition on this table. For `storage/` and tests.

        Other layers call a named query of a repository, or `of_...` below.
        """
        sql = f"{self._select} AND ({condition})" + (f" ORDER BY {order}" if order else "")
        return tuple(map(self._mapper.read, self._source.rows(sql, parameters)))

    def last_removed(self, condition: str, *parameters: object) -> T | None:
        """The object that meets an SQL condition and was marked deleted last. For `storage/`."""
        rows = self._source.rows(
            f"SELECT {self._mapper.select()} FROM {self._table} WHERE deleted_at IS NOT NULL"
            f" AND ({condition}) ORDER BY deleted_at DESC LIMIT 1",
            parameters,
        )
        return self._mapper.read(rows[0]) if rows else None

    def all(self) -> tuple[T, ...]:
        """Every object; for tables that stay small, and for exports."""
        return self.where()

    def save(self, made: T) -> T:
        """Keep an object as it is now; gives it back."""
        self._source.write(self._table, [self._mapper.write(made)])
        return made

    def save_all(self, made: Iterable[T]) -> None:
        """Keep many objects in one go."""
        rows = [self._mapper.write(item) for item in made]
        if rows:
            self._source.write(self._table, rows)

    def remove(self, *ids: str) -> None:
        """Mark objects as deleted. Undoing the batch brings them back."""
        if ids:
            self._source.remove(self._table, ids)

    def count(self, condition: str = "1", *parameters: object) -> int:
        """How many objects meet a condition."""
        sql = f"SELECT count(*) FROM {self._table} WHERE deleted_at IS NULL AND ({condition})"
        return int(self._source.rows(sql, parameters)[0][0])


class OfAppointment(Repository[T]):
    """Objects that belong to one appointment, in the order of `order`."""

    def __init__(
        self, source: Source, table: str, mapper: Mapper[T], word: str, order: str
    ) -> None:
        super().__init__(source, table, mapper, word)
        self._order = order

    def of_appointment(self, appointment_id: str) -> tuple[T, ...]:
        """All that belong to this appointment."""
        return self.where("appointment_id = ?", appointment_id, order=self._order)

    def of_appointments(self, appointment_ids: Sequence[str]) -> dict[str, list[T]]:
        """The same for many appointments at once, for lists."""
        marks = ", ".join("?" * len(appointment_ids))
        found = self.where(f"appointment_id IN ({marks})", *appointment_ids, order=self._order)
        grouped: dict[str, list[T]] = {id: [] for id in appointment_ids}
        for item in found:
            grouped[getattr(item, "appointment_id")].append(item)  # noqa: B009 - T is generic
        return grouped
