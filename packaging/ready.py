"""Whether the environment beside the code is whole, answered in a few milliseconds.

The answer rests on one file, written as the very last act of an installation. It repeats everything
the installation depended on: a moved folder, an upgraded Python or a changed `pyproject.toml` makes
the two differ, and then `environment.py` looks properly.
"""

from __future__ import annotations

import os
from pathlib import Path


def folder_of(root: Path) -> Path:
    """The environment of the project in `root`."""
    return root / ".venv"


def python_of(root: Path) -> Path:
    """The Python inside the environment; it need not exist yet."""
    if os.name == "nt":
        return folder_of(root) / "Scripts" / "python.exe"
    return folder_of(root) / "bin" / "python"


def is_ready(root: Path) -> bool:
    """True when the last installation was finished and nothing it depended on has changed."""
    try:
        return _mark(root).read_text("utf-8") == _depends_on(root)
    except OSError:
        return False


def mark_ready(root: Path) -> None:
    """Note that the environment is whole."""
    _mark(root).write_text(_depends_on(root), "utf-8")


def mark_unsure(root: Path) -> None:
    """Forget that the environment was whole, before something in it is changed."""
    _mark(root).unlink(missing_ok=True)


def _mark(root: Path) -> Path:
    return folder_of(root) / "klaar.txt"


def _depends_on(root: Path) -> str:
    # The link is followed to its end: Debian's /usr/bin/python3 points at another version after an
    # upgrade, and the packages installed for the old one are then out of sight. Strict: a Python
    # that is gone must not count.
    real = os.path.realpath(python_of(root), strict=True)
    return f"{root}\n{real}\n{(root / 'pyproject.toml').read_text('utf-8')}"
