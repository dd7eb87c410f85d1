"""Frozen dataclasses as plain data and back, so that a document can be kept as it was.

Dataclasses become objects with the names of their fields, tuples lists, enums their value, days and
moments ISO text, bytes base64. What was kept by an earlier version of the program is read as well:
a field that it did not know gets its default, one that is no longer known is left out.
Internal text is refused: nothing internal is kept as a document.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def as_json(value: object) -> str:
    """The value as JSON; the same value gives the same text."""
    return json.dumps(
        _plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def from_json(made: type[T], text: str) -> T:
    """The object that `as_json` wrote. Raises ValueError for what is no such text."""
    return cast("T", _made(made, json.loads(text)))


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, date):  # a datetime as well
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_plain(item) for item in cast("tuple[object, ...]", value)]
    if dataclasses.is_dataclass(value) and not hasattr(value, "reveal"):
        return {
            field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    raise TypeError(f"{type(value).__name__} cannot be kept as data")


@cache
def _hints(made: type) -> Mapping[str, Any]:
    return get_type_hints(made)


def _made(wanted: Any, data: Any) -> Any:  # types at run time: no checker follows them
    wanted = getattr(wanted, "__supertype__", wanted)
    origin, inside = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        if data is None:
            return None
        (one,) = (item for item in inside if item is not types.NoneType)
        return _made(one, data)
    if origin is tuple:
        if len(inside) == 2 and inside[1] is Ellipsis:
            return tuple(_made(inside[0], item) for item in data)
        return tuple(_made(kind, item) for kind, item in zip(inside, data, strict=True))
    if dataclasses.is_dataclass(wanted):
        hints = _hints(cast("type", wanted))
        known = {field.name for field in dataclasses.fields(wanted)}
        make: Any = wanted
        return make(**{k: _made(hints[k], v) for k, v in data.items() if k in known})
    if wanted in (datetime, date):
        return wanted.fromisoformat(data)
    if wanted is bytes:
        return base64.b64decode(data)
    return wanted(data)
