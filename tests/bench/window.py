"""The real window on an archive, without a screen, for the rows that measure it."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.background import Background
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.frame import Frame
from gesprekshulp.ui.shell.window import Shell
from gesprekshulp.ui.start import Start
from tests.bench.large_archive import DAY


def application() -> QApplication:
    """The one application of this process, as `ui/start.py` makes it."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication([])
    app.setApplicationName("Gesprekshulp")
    app.setStyle("Fusion")
    return app


def a_desk(archive: Archive) -> tuple[Desk, Shell]:
    """A desk with an empty window, for measuring one part."""
    shell = Shell(archive.path.parent)
    return Desk(archive, Clock(DAY), Background(shell), shell), shell


class OpenWindow:
    """The program's own start, with the window at its usual size."""

    def __init__(self, folder: Path) -> None:
        self.app = application()
        (folder / "venster.ini").unlink(missing_ok=True)
        self.frame = Frame(folder)
        self.frame.resize(1280, 800)
        self.frame.show()
        self.app.processEvents()
        self.start = Start(self.frame, folder, DAY)
        self.start.begin()
        self.settle()

    def settle(self, quiet: float = 0.2) -> None:
        """Let background work and painting come to rest."""
        until = time.monotonic() + quiet
        while time.monotonic() < until:
            self.app.processEvents()
            if not self.start.background.wait(1):
                until = time.monotonic() + quiet
            time.sleep(0.005)

    def go(self, page: str, **where: object) -> None:
        """Open a page and paint it."""
        self.start.shell.go(page, **where)
        self.app.processEvents()

    def close(self) -> None:
        """Close the window and the archive."""
        self.frame.close()
        self.start.close()
        self.app.processEvents()
