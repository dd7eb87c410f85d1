"""Pages made before they are asked for, so that the first visit is as quick as the next.

A page takes 5 to 50 ms to make, all on the window's thread. It is done one page at a time, and only
while nobody types or clicks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gesprekshulp.ui.shell.window import Shell

BETWEEN_MS = 60
"""Between two pages: what came in meanwhile is done and painted first."""
AFTER_INPUT_MS = 600
"""After a key or a click: who types or clicks mostly goes on doing so."""
_INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class PagesAhead(QObject):
    """Makes pages of a window on quiet moments."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._wanted: deque[tuple[str, str]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._make_next)

    def make(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Make these pages when there is time: the name of each, and the step of it or ""."""
        if not self._wanted and (window := self._shell.window().windowHandle()) is not None:
            window.installEventFilter(self)
        self._wanted.extend(wanted)
        if not self._timer.isActive():
            self._timer.start(BETWEEN_MS)

    def stop(self) -> None:
        """Make no more pages; the window closes."""
        self._wanted.clear()
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self._wanted:
            self._timer.start(AFTER_INPUT_MS)
        return False

    def _make_next(self) -> None:
        dragging = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if dragging or QApplication.activeModalWidget() is not None:
            self._timer.start(AFTER_INPUT_MS)
            return
        name, step = self._wanted.popleft()
        # Started before the page is made: a page that cannot be made does not keep back the others.
        if self._wanted:
            self._timer.start(BETWEEN_MS)
        elif (window := self._shell.window().windowHandle()) is not None:
            window.removeEventFilter(self)
        page: QWidget = self._shell.page(name)
        make_step: Callable[[str], QWidget] | None = getattr(page, "step", None)
        _dress(make_step(step) if step and make_step is not None else page)


def _dress(made: QWidget) -> None:
    """Give a widget and all in it their style and their places, as showing it would."""
    for widget in (made, *made.findChildren(QWidget)):
        widget.ensurePolished()
    if (layout := made.layout()) is not None:
        layout.activate()
