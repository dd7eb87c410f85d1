"""A start imports what the first screen needs and nothing that is used later."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from gesprekshulp.services.clock import Clock
from gesprekshulp.services.example_office import fill
from gesprekshulp.storage.archive import Archive
from tests.conftest import TODAY

USED_LATER = (
    "alembic",
    "sqlalchemy",
    "docx",
    "docxtpl",
    "lxml",
    "icalendar",
    "recurring_ical_events",
    "vobject",
    "openpyxl",
    "holidays",
    "chunspell",
    "keyring",
    "uuid",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "gesprekshulp.cli",
    "gesprekshulp.exchange",
    "gesprekshulp.language",
    "gesprekshulp.services.attention",
    "gesprekshulp.services.week_round",
    "gesprekshulp.storage.writing",
    "gesprekshulp.storage.upgrade",
)


@pytest.fixture
def filled(tmp_path):
    clock = Clock(TODAY)
    archive = Archive.open(tmp_path, clock.now)
    fill(archive, clock)
    archive.close()
    return tmp_path


SHOW_MODULES = """
import sys
from PySide6.QtWidgets import QWidget
from gesprekshulp.app import main
from gesprekshulp.ui.start import Start

def close(start, closing=Start.close):
    print("\\n".join(sys.modules))
    made = {kind.__name__ for kind in every_kind_of(QWidget)}
    print("\\n".join(made))
    closing(start)

def every_kind_of(kind):
    for below in kind.__subclasses__():
        yield below
        yield from every_kind_of(below)

Start.close = close
sys.exit(main(sys.argv[1:]))
"""


def imported(folder) -> set[str]:
    """Every module that a start up to a filled first page imports, and every kind of widget."""
    done = subprocess.run(
        [sys.executable, "-c", SHOW_MODULES, "--map", folder, "--peildatum", TODAY.isoformat()],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "GESPREKSHULP_QUIT_AFTER_PAINT": "1",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert '"filled"' in done.stdout
    return set(done.stdout.splitlines())


def test_a_start_imports_nothing_that_is_used_later(filled):
    found = imported(filled)
    assert "gesprekshulp.ui.today.page" in found
    assert {name for name in found for later in USED_LATER if is_within(name, later)} == set()


def test_a_start_makes_no_python_types_of_widgets_that_it_does_not_use(filled):
    """A viewport that Qt made has PySide make the types of all widgets there are."""
    assert {"QScrollArea", "QWizard", "QDial"} & imported(filled) == {"QScrollArea"}


MADE_BEFORE_THE_FIRST_PAINT = """
import builtins
plain = builtins.__import__
import gesprekshulp.app
import gesprekshulp.ui.start
from PySide6 import QtCore, QtGui, QtWidgets
print(*vars(QtCore), *vars(QtGui), *vars(QtWidgets))
print("PLAIN" if builtins.__import__ is plain else "HOOKED")
"""


def test_what_is_imported_before_the_first_paint_is_no_more_than_a_bare_window_needs():
    """`Qt` alone has a hundred enums; and with Qt's hook every import takes half as long again."""
    done = subprocess.run(
        [sys.executable, "-c", MADE_BEFORE_THE_FIRST_PAINT],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = set(done.stdout.split())
    assert {"QMainWindow", "PLAIN"} <= found
    assert {"Qt", "QStyle", "QIcon", "QLayout", "HOOKED"} & found == set()


WRITE_A_LINE = """
import sys
from datetime import date
from pathlib import Path
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.week_closed import finish
from gesprekshulp.storage.archive import Archive
clock = Clock(date(2026, 3, 12))
archive = Archive.open(Path(sys.argv[1]), clock.now)
finish(archive, clock)
archive.close()
print("\\n".join(sys.modules))
"""


def test_writing_to_an_archive_that_is_there_imports_no_sqlalchemy(filled):
    """It takes 18 MB, and the first line that is typed would wait for it."""
    done = subprocess.run(
        [sys.executable, "-c", WRITE_A_LINE, filled], capture_output=True, text=True, check=True
    )
    found = set(done.stdout.splitlines())
    assert {"gesprekshulp.storage.writing", "sqlalchemy"} & found == {
        "gesprekshulp.storage.writing"
    }


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")
