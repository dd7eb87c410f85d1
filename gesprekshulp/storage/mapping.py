"""Turning rows into the domain's frozen dataclasses and back, from the fields' types alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from functools import cached_property
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

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


def _plain_type(hint: Any) -> Any:
    """The type behind `X | None` and behind a NewType."""
    if get_origin(hint) is UnionType or str(get_origin(hint)) == "typing.Union":
        hint = next(part for part in get_args(hint) if part is not NoneType)
    return getattr(hint, "__supertype__", hint)


def _reader(hint: Any) -> Reader | None:
    plain = _plain_type(hint)
    if not isinstance(plain, type):
        return None
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

        Found at the first row, not at import: finding out is slow, and a start needs few of them.
        """
        hints = get_type_hints(self._made)
        return tuple(
            (place, reader)
            for place, name in enumerate(self.columns)
            if (reader := _reader(hints[name])) is not None
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
