"""The log of bugs: where it went wrong, never with what.

Messages of exceptions can hold a client's data (the parameters of a query, a file name), so only
the kind of error and the places in the code are written.
"""

from __future__ import annotations

import platform
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

_LARGEST = 500_000


def write_bug(folder: Path, kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Add one bug to the log in the data folder; gives the log's path."""
    path = folder / "fouten.txt"
    package = Path(__file__).resolve().parents[1]
    places: list[str] = []
    for frame in traceback.extract_tb(trace):
        file = Path(frame.filename)
        inside = file.is_relative_to(package)
        name = file.relative_to(package.parent).as_posix() if inside else file.name
        places.append(f"  {name}:{frame.lineno} {frame.name}")
    head = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC · Python {platform.python_version()}"
    text = f"{head}\n{kind.__name__}\n" + "\n".join(places) + "\n\n"
    try:
        _add(path, text)
    except OSError:
        # The bug may be that this folder cannot be written to.
        path = Path(tempfile.gettempdir()) / "gesprekshulp-fouten.txt"
        _add(path, text)
    return path


def _add(path: Path, text: str) -> None:
    if path.exists() and path.stat().st_size > _LARGEST:
        path.replace(path.with_suffix(".oud.txt"))
    with path.open("a", encoding="utf-8") as log:
        log.write(text)
