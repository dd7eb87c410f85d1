"""Garbage is collected on the window's thread alone, and all of it only while nobody works.

Python looks for garbage in whatever thread happens to make the next object. In a thread of the
background it would take down widgets, which Qt allows on the window's thread only; and going
through everything takes 50 to 120 ms, in which no key is answered.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow

EVERY_MS = 1_000
QUIET_ROUNDS = 3
"""So many rounds without a key or a click before everything is gone through."""
YOUNG_ROUNDS = 10
"""So often what is new is gone through for each time that everything is, as Python does it."""
MOST_ROUNDS = 300
"""After so many nobody's work is waited for: garbage does not grow without end."""
_INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Garbage(QObject):
    """Does the work of Python's own collector for the window, from when it is made to `stop`."""

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._quiet = 0
        # Starting the program left much to go through.
        self._rounds = YOUNG_ROUNDS
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        gc.disable()
        window.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        gc.enable()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._quiet = 0
        return False

    def look(self) -> None:
        """Go through what is new, and on a quiet moment through everything."""
        self._quiet += 1
        if gc.get_count()[0] > gc.get_threshold()[0]:
            self._rounds += 1
            gc.collect(1)
        due = self._rounds >= YOUNG_ROUNDS and self._quiet >= QUIET_ROUNDS
        if due or self._rounds >= MOST_ROUNDS:
            self._rounds = 0
            gc.collect()
