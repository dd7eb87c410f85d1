"""Keeps the sidebar's numbers and names in step with the archive."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gesprekshulp.services import today
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.window import Shell

_AFTER_MS = 150


class DeskCounts(QObject):
    """Counts again, in the background, shortly after something was written."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__(shell)
        self._desk = desk
        self._shell = shell
        self._saved = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._count)
        desk.changed.connect(self._after_write)
        self._name()

    def count_soon(self) -> None:
        """Count in a moment; not before the first page has been painted."""
        self._timer.start()

    def _after_write(self) -> None:
        self._saved = f"Bewaard om {self._desk.clock.now().astimezone():%H:%M}"
        self._name()
        self.count_soon()

    def _name(self) -> None:
        with self._desk.archive.reading() as work:
            settings = work.settings.load()
        first_name = settings.own_name.split(" ")[0] if settings.own_name else ""
        self._shell.set_names(
            settings.firm_name or "Nieuw archief",
            first_name or "Welkom",
            self._saved or "Alles is bewaard",
        )

    def _count(self) -> None:
        self._desk.background.run(
            today.counts, self._desk.archive, self._desk.clock, done=self._show, owner=self
        )

    def _show(self, counts: today.Counts) -> None:
        self._shell.set_count("vandaag", counts.today)
        self._shell.set_count("klanten", counts.clients)
        self._shell.set_count("toezeggingen", None, late=counts.late)
