"""Garbage while the window is open: on its own thread, and all of it on a quiet moment."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.ui.garbage import QUIET_ROUNDS, YOUNG_ROUNDS, Garbage
from tests.ui.windows import a_window, begun


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def garbage(window: QWidget) -> Iterator[Garbage]:
    handle = window.windowHandle()
    assert handle is not None
    made = Garbage(handle, window)
    yield made
    made.stop()


class Thing:
    """Something that holds on to itself."""

    def __init__(self) -> None:
        self.me = self


def lost(*, old: bool = False) -> weakref.ref[Thing]:
    """A thing that nobody holds but itself; an old one has lived through collections."""
    thing = Thing()
    if old:
        gc.collect()
        gc.collect()
    return weakref.ref(thing)


def work() -> list[list[int]]:
    """Make as much as a collection waits for."""
    return [[number] for number in range(2 * gc.get_threshold()[0])]


def test_what_is_new_and_lost_goes_at_the_next_look(garbage: Garbage) -> None:
    thing = lost()
    assert not gc.isenabled()
    kept = work()
    garbage.look()
    assert thing() is None
    assert kept


def test_everything_is_gone_through_when_nobody_types(
    garbage: Garbage, window: QWidget, qtbot: QtBot
) -> None:
    thing = lost(old=True)
    kept: list[object] = []
    for _ in range(YOUNG_ROUNDS + QUIET_ROUNDS):
        kept.append(work())
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
        garbage.look()
    assert thing() is not None
    for _ in range(QUIET_ROUNDS):
        garbage.look()
    assert thing() is None


def test_python_collects_again_when_the_window_is_closed(tmp_path, clock) -> None:
    with a_window(tmp_path, clock, begun) as found:
        found.until(lambda: not gc.isenabled())
    assert gc.isenabled()
