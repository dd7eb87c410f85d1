"""The bare main window, painted before anything else of the program is imported.

Importing the rest takes longer than opening a window, so `app.py` shows this one first, in the
colours of last time, and puts the shell in it as soon as it is there. It imports only what a bare
QMainWindow needs; keep it that way. PySide6 makes a class when it is first named, and some take
long (`Qt` with its enums 15 ms).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

STATE_FILE = "venster.ini"
GEOMETRY = "venster/plaats"
BACKGROUND = "venster/vlak"


class Frame(QMainWindow):
    """The main window around the shell."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settings = QSettings(str(folder / STATE_FILE), QSettings.Format.IniFormat)
        self.setWindowTitle("Gesprekshulp")
        self.setMinimumSize(900, 600)
        geometry = settings.value(GEOMETRY)
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            self.resize(1280, 800)
        background = settings.value(BACKGROUND)
        if isinstance(background, str):
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(background))
            self.setPalette(palette)

    def fill(self, content: QWidget) -> None:
        """Put the shell in the window; from here on the theme decides the colours."""
        self.setPalette(QPalette())
        self.setWindowIcon(content.windowIcon())
        self.setWindowTitle(content.windowTitle())
        self.setCentralWidget(content)

    def closeEvent(self, event: QCloseEvent) -> None:
        # The shell is closed first: it saves what is not saved and what is to be remembered.
        if (content := self.centralWidget()) is not None and not content.close():
            event.ignore()
            return
        super().closeEvent(event)
