"""Internal text cannot reach a client by accident, and only few places may open it."""

from __future__ import annotations

import ast
from pathlib import Path

import gesprekshulp
from gesprekshulp.domain.text import InternalText

SECRET = InternalText("niet verder zakken")
PACKAGE = Path(gesprekshulp.__file__).parent
MAY_REVEAL = ("ui/", "storage/mapping.py", "domain/note.py", "domain/text.py")


def test_it_is_no_text_and_shows_nothing():
    shown = f"{SECRET} {SECRET!r} {SECRET:>3} " + str([SECRET])
    assert "zakken" not in shown
    assert not isinstance(SECRET, str)


def test_it_knows_whether_there_is_any():
    assert SECRET
    assert not InternalText("  ")


def test_only_the_window_and_the_archive_open_it():
    found = []
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))))
        opens = any(isinstance(n, ast.Attribute) and n.attr == "reveal" for n in calls)
        if opens and not name.startswith(MAY_REVEAL):
            found.append(name)
    assert [name for name in found if name.startswith(("exchange/", "cli"))] == []
    assert [name for name in found if "report" in name] == []
