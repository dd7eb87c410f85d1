"""Starting the window: paint first, then import the rest, open the archive and fill the page.

What the first screen does not need is imported later: writing and the pages next to it on a quiet
moment after the first page, the others once it is left, Word and calendars when they are used.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QHashSeed, QTimer
from PySide6.QtWidgets import QApplication

from gesprekshulp.domain.errors import UserError
from gesprekshulp.paths import data_folder
from gesprekshulp.ui.shell.frame import Frame

if TYPE_CHECKING:
    from datetime import datetime

    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive
    from gesprekshulp.ui.context import Desk
    from gesprekshulp.ui.desk_counts import DeskCounts
    from gesprekshulp.ui.garbage import Garbage
    from gesprekshulp.ui.pages_ahead import PagesAhead
    from gesprekshulp.ui.reminders import Reminders
    from gesprekshulp.ui.spelling.fields import FieldSpelling

_QUIT_AFTER_PAINT = "GESPREKSHULP_QUIT_AFTER_PAINT"
_QUIET_MOMENT_MS = 400


def _warm_up(archive: Archive) -> None:
    """Import what the pages and writing need. The window stays quick: threads take turns."""
    from gesprekshulp.ui.pages import import_near_pages

    archive.warm_up()
    import_near_pages()


class NoScreen(UserError):
    """There is no screen to show a window on."""


def run_window(folder: Path | None, today: date | None, *, example: bool = False) -> int:
    """Open the window on an archive until it is closed; gives the exit status.

    With `example` the archive is a throw-away one with the example office.
    """
    existing = QApplication.instance()
    if existing is None:
        _require_screen()
    # A PDF made again after a restart has the same bytes: Qt orders its fonts by this.
    QHashSeed.setDeterministicGlobalSeed()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Gesprekshulp")
    if not example:
        return _run(app, data_folder(folder), today, fill_example=False)
    with tempfile.TemporaryDirectory(prefix="gesprekshulp-voorbeeld-") as temporary:
        return _run(app, Path(temporary), today, fill_example=True)


def _require_screen() -> None:
    """Say so when there is no screen: Qt would end the program with a message of its own."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
        raise NoScreen(
            "Er is geen scherm (DISPLAY en WAYLAND_DISPLAY zijn leeg), dus het venster kan niet"
            " open. “gesprekshulp --help” laat zien wat er zonder venster kan."
        )


def _run(app: QApplication, folder: Path, today: date | None, *, fill_example: bool) -> int:
    # What is imported stays; looking through it again and again for garbage costs a tenth.
    gc.disable()
    frame = Frame(folder)
    frame.show()
    app.processEvents()
    painted_at = time.time_ns()
    # Making a style takes 10 ms, and an empty frame paints without one.
    app.setStyle("Fusion")
    start = Start(frame, folder, today, fill_example=fill_example, painted_at=painted_at)
    sys.excepthook = start.report_bug
    QTimer.singleShot(0, start.begin)
    status = app.exec()
    start.close()
    return status


class Start:
    """The window with everything behind it, from the first paint to the last save."""

    def __init__(
        self,
        frame: Frame,
        folder: Path,
        today: date | None = None,
        *,
        fill_example: bool = False,
        painted_at: int = 0,
    ) -> None:
        # Imported here: the frame has been painted by now.
        from gesprekshulp.services.clock import Clock
        from gesprekshulp.ui.background import Background
        from gesprekshulp.ui.shell.window import Shell
        from gesprekshulp.ui.theme.locale import install_dutch
        from gesprekshulp.ui.theme.theme import SYSTEM, Theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install_dutch(app)
        self._frame = frame
        # Dropped before the archive was open: kept until it is.
        self._dropped: list[Path] = []
        self._folder = folder
        self._fill_example = fill_example
        self._refused = 0
        self._painted_at = painted_at
        self._counts: DeskCounts | None = None
        self._desk: Desk | None = None
        self._reminders: Reminders | None = None
        self._ahead: PagesAhead | None = None
        self._garbage: Garbage | None = None
        self._spelling: FieldSpelling | None = None
        self._began: datetime | None = None
        self.clock: Clock = Clock(today)
        self.shell = Shell(folder)
        self.theme = Theme(app, self.shell.state.get("weergave", SYSTEM))
        self.background = Background(self.shell)
        self.background.failed = lambda error: self.shell.fail(error.sentence)
        self.archive: Archive | None = None
        self.shell.filesDropped.connect(self._take_dropped)

    def begin(self) -> None:
        """Open the archive and show the first page; a new archive is made in the background."""
        from gesprekshulp.storage.archive import FILE_NAME

        if self._frame.centralWidget() is not self.shell:
            self._frame.fill(self.shell)
        if self._fill_example or not (self._folder / FILE_NAME).exists():
            self.background.run(self._make, done=self.open, failed=self._refuse)
            return
        try:
            archive = self._opened()
        except UserError as error:
            self._refuse(error)
        else:
            self.open(archive)

    def _opened(self) -> Archive:
        from gesprekshulp.storage.archive import Archive

        try:
            return Archive.open(self._folder, self.clock.now)
        except OSError as error:
            raise UserError(
                f"De map {self._folder} kan niet worden gelezen of beschreven. Maak ruimte vrij,"
                " kijk of u er mag schrijven, of kies met --map een andere map."
            ) from error

    def _refuse(self, error: UserError) -> None:
        """Say in the window why there is no archive, and offer to try again."""
        from gesprekshulp.ui.start_failed import StartFailedPage

        self._refused += 1
        name = f"mislukt-{self._refused}"
        sentence, folder = error.sentence, str(self._folder)
        self.shell.register(
            name, "", "", lambda: StartFailedPage(sentence, folder, self.begin), entry=False
        )
        self.shell.go(name)

    def _make(self) -> Archive:
        archive = self._opened()
        if self._fill_example:
            from gesprekshulp.services.example_office import fill

            fill(archive, self.clock)
        return archive

    def open(self, archive: Archive) -> None:
        """Show the first page of this archive."""
        from gesprekshulp.ui.context import Desk
        from gesprekshulp.ui.desk_counts import DeskCounts
        from gesprekshulp.ui.pages import register_pages

        self.archive = archive
        desk = self._desk = Desk(archive, self.clock, self.background, self.shell)
        # What waits for a quiet moment, as spelling does, ends with the window.
        desk.setParent(self.shell)
        register_pages(self.shell, desk)
        self.shell.search_asked.connect(self._open_palette)
        self.shell.undo_asked.connect(self._take_back)
        self._began = self.clock.now()
        self._counts = DeskCounts(desk, self.shell)
        with archive.reading() as work:
            started = work.settings.load().started
        if started:
            self.shell.go_last("vandaag")
        else:
            self.shell.go("welkom")
        if self._dropped:
            self._take_dropped(self._dropped)
        QTimer.singleShot(0, self._after_first_page)

    def _take_dropped(self, paths: list[Path]) -> None:
        from gesprekshulp.ui.imports.dropped import take_dropped

        if self._desk is None:
            self._dropped = paths
        else:
            current = self.shell.current()
            page = self.shell.page(current) if current else None
            take_dropped(self._desk, paths, page.keeps_for() if page else None)

    def _open_palette(self) -> None:
        from gesprekshulp.ui.palette.palette import open_palette

        if self._desk is not None:
            open_palette(self._desk, self.shell)

    def _take_back(self) -> None:
        """Undo the last thing that was done since the program opened."""
        from gesprekshulp.ui.undo_toast import take_back_last

        if self._desk is not None:
            take_back_last(self._desk, self._began)

    def _after_first_page(self) -> None:
        if os.environ.get(_QUIT_AFTER_PAINT):
            # The page has been painted as well; what waits for a timer does not count as a start.
            QApplication.sendPostedEvents()
            sys.stdout.write(f'{{"painted": {self._painted_at}, "filled": {time.time_ns()}}}\n')
            sys.stdout.flush()
            self._frame.close()
            return
        if self._counts is not None:
            self._counts.count_soon()
        QTimer.singleShot(_QUIET_MOMENT_MS, self._on_a_quiet_moment)

    def _on_a_quiet_moment(self) -> None:
        if self.archive is None or self._desk is None:
            return
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QPlainTextEdit

        from gesprekshulp.ui.garbage import Garbage
        from gesprekshulp.ui.pages import NEAR
        from gesprekshulp.ui.pages_ahead import PagesAhead
        from gesprekshulp.ui.reminders import Reminders
        from gesprekshulp.ui.spelling.fields import FieldSpelling

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if (window := self._frame.windowHandle()) is not None:
            self._garbage = Garbage(window, self.shell)
        self._spelling = FieldSpelling(self._desk, app)
        # The first time that a field is asked for what it is written on, PySide makes the Python
        # types of all widgets there are (some 15 ms): now, and not while somebody waits for a page.
        QPlainTextEdit().viewport()
        ahead = self._ahead = PagesAhead(self.shell)
        self.background.run(_warm_up, self.archive, done=lambda _: ahead.make(NEAR), owner=ahead)
        if self.shell.current() != "vandaag":
            self._import_other_pages()
        else:
            once = Qt.ConnectionType.SingleShotConnection
            self.shell.page_changed.connect(self._import_other_pages, once)
        self._reminders = Reminders(self._desk, self.shell)

    def _import_other_pages(self) -> None:
        from gesprekshulp.ui.pages import OTHER, import_other_pages

        if (ahead := self._ahead) is not None:
            self.background.run(import_other_pages, done=lambda _: ahead.make(OTHER), owner=ahead)

    def close(self) -> None:
        """Wait for what is still being done and give the archive free."""
        if self._spelling is not None:
            # The focus moves while a window is taken down, and nobody looks words up any more.
            self._spelling.stop()
            self._spelling = None
        if self._ahead is not None:
            self._ahead.stop()
        if self._garbage is not None:
            self._garbage.stop()
            self._garbage = None
        self.background.wait()
        if self.archive is not None:
            self.archive.close()
        self.archive = self._desk = None

    def report_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a bug to the log and say so in one sentence; a user never sees a traceback."""
        from gesprekshulp.ui.bug_log import write_bug

        if isinstance(error, UserError):
            self.shell.fail(error.sentence)
            return
        if isinstance(error, KeyboardInterrupt):
            self._frame.close()
            return
        path = write_bug(self._folder, kind, trace)
        self.shell.fail(
            "Er ging iets mis in het programma. Wat u bewaarde is er nog;"
            f" wat er gebeurde staat in {path}."
        )
