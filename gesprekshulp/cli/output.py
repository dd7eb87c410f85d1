"""What a command shows: a table for people, or one JSON document for programs."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import TextIOWrapper
from typing import TextIO, cast

from gesprekshulp.domain.errors import UserError

_HALF = re.compile("[\ud800-\udfff]")


class CannotShow(UserError):
    """Standard output does not take what is written to it: the disk behind it is full."""


def write(text: str) -> None:
    """Put text on standard output. Raises CannotShow."""
    try:
        _out().write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _full() from error


def flush() -> None:
    """Send on what was written so far. Raises CannotShow."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _full() from error


def document(found: object) -> None:
    """One JSON document."""
    write(json_text(found, indent=1) + "\n")


def json_text(found: object, indent: int | None = None) -> str:
    """Something as JSON that UTF-8 can hold: only half characters are escaped."""
    text = json.dumps(found, ensure_ascii=False, allow_nan=False, indent=indent)
    return _HALF.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


def rows(found: Sequence[Mapping[str, object]], columns: Sequence[str], *, as_json: bool) -> None:
    """A list as JSON, or these columns of it as a table."""
    if as_json:
        document(found)
        return
    if not found:
        write("Niets gevonden.\n")
        return
    cells = [[_cell(row[column]) for column in columns] for row in found]
    widths = [
        min(48, max(len(column), *(len(line[place]) for line in cells)))
        for place, column in enumerate(columns)
    ]
    _line(columns, widths)
    for line in cells:
        _line(line, widths)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(str(item) for item in cast("list[object]", value)) or "-"
    return " ".join(str(value).split())


def _line(cells: Iterable[str], widths: Sequence[int]) -> None:
    padded = (
        (cell if len(cell) <= width else cell[: width - 1] + "…").ljust(width)
        for cell, width in zip(cells, widths, strict=True)
    )
    write("  ".join(padded).rstrip() + "\n")


def _out() -> TextIO:
    """Standard output as UTF-8, also where the system thinks otherwise."""
    return as_utf8(sys.stdout)


def as_utf8(stream: TextIO) -> TextIO:
    """A standard stream as UTF-8; what is no UTF-8 is replaced, never refused."""
    wrapper: object = stream
    if isinstance(wrapper, TextIOWrapper):
        wrapper.reconfigure(encoding="utf-8", errors="replace")
    return stream


def _full() -> CannotShow:
    # What is left in the buffer would be complained of once more when the program ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CannotShow("De uitvoer kan niet worden geschreven; kijk of er nog ruimte is.")
