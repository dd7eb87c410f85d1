"""Turning rows into the domain's frozen dataclasses and back, from the fields' types alone."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from functools import cached_property
from typing import Any, Generic, TypeVar

from gesprekshulp.domain.text import InternalText
from gesprekshulp.storage.driver import Row

T = TypeVar("T")

Reader = Callable[[Any], Any]


def moment_text(moment: datetime) -> str:
    """A moment as it is stored: ISO, UTC, whole seconds."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def stamp_text(moment: datetime) -> str:
    """When a row was written: as `moment_text`, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_column(value: object) -> object:
    """A field's value as it is stored."""
    if isinstance(value, InternalText):
        return value.reveal()
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool):
        return int(value)
    return value


def _reader(made: type, annotation: str) -> Reader | None:
    """How a column is read, by the name of its field's type ("date", "CommitmentState | None").

    The name is looked up where the dataclass was made; evaluating annotations takes a hundred times
    as long, and a start waits for it.
    """
    name = annotation.removesuffix(" | None")
    hint: Any = getattr(builtins, name, None) or getattr(sys.modules[made.__module__], name, None)
    plain = getattr(hint, "__supertype__", hint)
    if not isinstance(plain, type):
        raise TypeError(f"{made.__name__}: no column can hold a field of type {annotation}")
    if issubclass(plain, Enum):
        members: dict[Any, Any] = {member.value: member for member in plain}
        return members.__getitem__
    if plain is bool:
        return bool
    if plain is InternalText:
        return InternalText
    if plain is datetime:
        return datetime.fromisoformat
    if plain is date:
        return date.fromisoformat
    return None


class Mapper(Generic[T]):
    """Reads and writes one dataclass. `skip` names fields that have no column."""

    def __init__(self, made: type[T], *, skip: tuple[str, ...] = ()) -> None:
        names = [field.name for field in fields(made) if field.name not in skip]  # type: ignore[arg-type]
        self._made = made
        self.columns = tuple(names)

    @cached_property
    def _readers(self) -> tuple[tuple[int, Reader], ...]:
        """How columns are read that are no plain text or number.

        Found at the first row, not at import: a start needs few of them.
        """
        types = {field.name: str(field.type) for field in fields(self._made)}  # type: ignore[arg-type]
        return tuple(
            (place, reader)
            for place, name in enumerate(self.columns)
            if (reader := _reader(self._made, types[name])) is not None
        )

    def select(self, alias: str = "") -> str:
        """The column list of a SELECT, in the order that `read` expects."""
        prefix = f"{alias}." if alias else ""
        return ", ".join(f"{prefix}{name}" for name in self.columns)

    def read(self, row: Row) -> T:
        """The object that a row stands for; extra columns after it are left alone."""
        values = list(row[: len(self.columns)])
        for place, reader in self._readers:
            if values[place] is not None:
                values[place] = reader(values[place])
        return self._made(*values)

    def write(self, made: T) -> dict[str, object]:
        """The row that an object makes."""
        return {name: to_column(getattr(made, name)) for name in self.columns}
