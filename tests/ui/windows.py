"""The real window on a real archive in a temporary folder, for tests of whole pages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gesprekshulp.domain.settings import Settings
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.frame import Frame
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.shell.window import Shell
from gesprekshulp.ui.start import Start
from gesprekshulp.ui.theme.theme import LIGHT_ONLY

QUIET = Settings(
    own_name="Steven van Dalen",
    own_email="steven@vandalen.example",
    firm_name="Van Dalen Advies",
    started=True,
    morning_overview=False,
    reminder_days=0,
)
"""An office that has begun, without reminders that would come between."""


@dataclass(slots=True)
class Opened:
    """The window, and short ways to what is in it."""

    frame: Frame
    start: Start

    @property
    def shell(self) -> Shell:
        return self.start.shell

    @property
    def archive(self) -> Archive:
        assert self.start.archive is not None
        return self.start.archive

    @property
    def desk(self) -> Desk:
        assert self.start._desk is not None
        return self.start._desk

    @property
    def said(self) -> str:
        """What the bar at the bottom says; "" when it is gone."""
        return self.shell.toast.words.text() if self.shell.toast.isVisible() else ""

    def go(self, name: str, **where: object) -> Page:
        """Open a page and wait until it is filled."""
        self.shell.go(name, **where)
        self.settle()
        return self.shell.page(name)

    def settle(self) -> None:
        """Wait until what runs in the background is over and shown."""
        for _ in range(3):
            assert self.start.background.wait()
            QApplication.processEvents()

    def until(self, true: Callable[[], object], seconds: float = 5) -> None:
        """Wait until something is so."""
        ends = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < ends, "waited in vain"
            self.settle()
            time.sleep(0.01)

    def drop(self, *paths: Path) -> None:
        """Let files go over the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        at, copy = QPoint(600, 400), Qt.DropAction.CopyAction
        # Qt gives a drop to the widget that the pointer entered before.
        QApplication.sendEvent(self.shell, QDragEnterEvent(at, copy, data, left, none))
        QApplication.sendEvent(self.shell, QDropEvent(at, copy, data, left, none))
        self.settle()


def begun(work: Work) -> None:
    """Fill nothing but the settings of an office that has begun."""
    work.settings.save(QUIET)


@contextmanager
def a_window(
    folder: Path,
    clock: Clock,
    fill: Callable[[Work], object] | None = begun,
    size: tuple[int, int] = (1280, 800),
) -> Iterator[Opened]:
    """The window as it opens on this folder; with `fill` an archive is made there first."""
    if fill is not None:
        archive = Archive.open(folder, clock.now)
        with archive.transaction() as work:
            fill(work)
        archive.close()
    frame = Frame(folder)
    frame.resize(*size)
    start = Start(frame, folder, clock.fixed_day)
    start.clock = clock
    start.theme.choose(LIGHT_ONLY)
    opened = Opened(frame, start)
    frame.show()
    start.begin()
    opened.settle()
    try:
        yield opened
    finally:
        frame.close()
        start.close()
        start.theme.choose(LIGHT_ONLY)
        # One look a program: the next window of these tests brings its own.
        shiboken6.delete(start.theme)
        shiboken6.delete(frame)


def press(
    widget: QWidget,
    key: int,
    text: str = "",
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """One key, as it comes from a keyboard."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def write(widget: QWidget, text: str) -> None:
    r"""Type a text; `\n` is Enter."""
    for letter in text:
        if letter == "\n":
            press(widget, Qt.Key.Key_Return)
        else:
            press(widget, 0, letter)


def words_in(widget: QWidget) -> Sequence[str]:
    """Every text that is to be read in a widget, in the order in which it was made."""
    found: list[str] = []
    for child in widget.findChildren(QWidget):
        text = getattr(child, "text", None)
        if child.isVisibleTo(widget) and callable(text):
            found.append(str(text()))
    return found
