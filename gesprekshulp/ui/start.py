"""Starting the window: paint first, then open the archive and fill the first page.

What the first screen does not need is imported when it is: writing (SQLAlchemy) on a quiet moment
after the first page, Word, calendars and holidays when they are used.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gesprekshulp.domain.errors import UserError
from gesprekshulp.paths import data_folder
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import FILE_NAME, Archive
from gesprekshulp.ui.background import Background
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.pages import register_pages
from gesprekshulp.ui.shell.window import Shell
from gesprekshulp.ui.theme.locale import install_dutch
from gesprekshulp.ui.theme.theme import SYSTEM, Theme

_QUIT_AFTER_PAINT = "GESPREKSHULP_QUIT_AFTER_PAINT"


def run_window(folder: Path | None, today: date | None, *, example: bool = False) -> int:
    """Open the window on an archive until it is closed; gives the exit status."""
    if example:
        with tempfile.TemporaryDirectory(prefix="gesprekshulp-voorbeeld-") as temporary:
            return _run(Path(temporary), Clock(today), fill_example=True)
    return _run(data_folder(folder), Clock(today), fill_example=False)


def _run(folder: Path, clock: Clock, *, fill_example: bool) -> int:
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Gesprekshulp")
    install_dutch(app)
    start = Start(folder, clock, fill_example=fill_example)
    sys.excepthook = start.report_bug
    start.show()
    status = app.exec()
    start.close()
    return status


class Start:
    """The window with everything behind it, from the first paint to the last save."""

    def __init__(self, folder: Path, clock: Clock, *, fill_example: bool = False) -> None:
        self._folder = folder
        self._clock = clock
        self._fill_example = fill_example
        self.shell = Shell(folder)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = Theme(app, self.shell.state.get("weergave", SYSTEM))
        self.background = Background(self.shell)
        self.background.failed = lambda error: self.shell.fail(error.sentence)
        self.desk: Desk | None = None
        self.archive: Archive | None = None
        self._painted_at = 0

    def show(self) -> None:
        """Show the window; the archive opens as soon as it has been painted."""
        self.shell.show()
        QTimer.singleShot(0, self._after_paint)

    def _after_paint(self) -> None:
        self._painted_at = time.time_ns()
        if (self._folder / FILE_NAME).exists() and not self._fill_example:
            try:
                self.open(Archive.open(self._folder, self._clock.now))
            except UserError as error:
                self.shell.fail(error.sentence)
            return
        # Making a new archive, and filling the example, take a moment.
        self.background.run(self._make, done=self.open)

    def _make(self) -> Archive:
        archive = Archive.open(self._folder, self._clock.now)
        if self._fill_example:
            from gesprekshulp.services.example_office import fill

            fill(archive, self._clock)
        return archive

    def open(self, archive: Archive) -> None:
        """Show the first page of this archive."""
        self.archive = archive
        self.desk = desk = Desk(archive, self._clock, self.background, self.shell)
        register_pages(self.shell, desk)
        with archive.reading() as work:
            settings = work.settings.load()
        if settings.started or self._fill_example:
            self.shell.go_last("vandaag")
        else:
            self.shell.go("welkom")
        QTimer.singleShot(0, self._after_first_page)

    def _after_first_page(self) -> None:
        if os.environ.get(_QUIT_AFTER_PAINT):
            sys.stdout.write(f'{{"painted": {self._painted_at}, "filled": {time.time_ns()}}}\n')
            sys.stdout.flush()
            self.shell.close()
            return
        if self.archive is not None:
            QTimer.singleShot(400, lambda: self.background.run(self._warm_up()))

    def _warm_up(self) -> Callable[[], None]:
        assert self.archive is not None
        return self.archive.warm_up

    def close(self) -> None:
        """Wait for what is still being done and give the archive free."""
        self.background.wait()
        if self.archive is not None:
            self.archive.close()

    def report_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a bug to the log and say so in one sentence; a user never sees a traceback."""
        if isinstance(error, UserError):
            self.shell.fail(error.sentence)
            return
        from gesprekshulp.ui.bug_log import write_bug

        path = write_bug(self._folder, kind, trace)
        self.shell.fail(
            "Er ging iets mis in het programma. Wat u bewaarde is er nog;"
            f" wat er gebeurde staat in {path}."
        )
