"""The report that is open: reading it, changing it with undo, and telling who shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.report import ReportState
from gesprekshulp.services import reports
from gesprekshulp.services.reports import ReportView
from gesprekshulp.services.undo import undo
from gesprekshulp.ui.context import Desk


class ReportWork(QObject):
    """One report at a time.

    `changed` is emitted after a change: with True when the paper looks different, with False when
    an editor that is open shows it already. `busy` is True while a change goes on, so that the
    desk's own signal is not taken for somebody else's.
    """

    changed = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.busy = False
        self._id: AppointmentId | None = None
        self._view: ReportView | None = None
        self._version: int | None = None

    def open(self, appointment_id: str) -> ReportView:
        """Begin with the report of a talk."""
        self._id = AppointmentId(appointment_id)
        self._version = None
        return self.read()

    def show_version(self, number: int) -> None:
        """Show another version of the report; older ones can only be read."""
        newest = self.view.versions[0].version if self.view.versions else number
        self._version = None if number == newest else number
        self.read_kept()
        self.changed.emit(True)

    def show_newest(self) -> None:
        """Go on with the newest version."""
        if self._version is not None:
            self._version = None
            self.read_kept()

    @property
    def id(self) -> AppointmentId:
        """The talk whose report is open."""
        assert self._id is not None
        return self._id

    @property
    def has_one(self) -> bool:
        """Whether a report is open."""
        return self._view is not None

    @property
    def view(self) -> ReportView:
        """The report as it was last read."""
        assert self._view is not None
        return self._view

    @property
    def is_draft(self) -> bool:
        """Whether this version can still be changed."""
        return self._view is not None and self._view.report.state is ReportState.DRAFT

    def read(self) -> ReportView:
        """Read the report again."""
        self._view = reports.view(self.desk.archive, self.desk.clock, self.id, self._version)
        return self._view

    def read_kept(self) -> ReportView:
        """Read it again, with its parts kept, so that they can be changed one by one."""
        self.read()
        return self.keep()

    def keep(self) -> ReportView:
        """The report as it was last read, with its parts kept."""
        self._view = reports.keep(self.desk.archive, self.desk.clock, self.view)
        return self._view

    def do(self, act: Callable[[], object], said: str = "", *, again: bool = False) -> bool:
        """Change something; with `said` it can be undone. False when it could not be done."""
        self.busy = True
        try:
            act()
        except UserError as error:
            self.desk.error(error.sentence)
            return False
        finally:
            self.busy = False
        if said:
            self.offer_undo(said)
        self.tell(again=again)
        return True

    def offer_undo(self, said: str) -> None:
        """Say what was done last, and offer to take it back."""
        batch = self.desk.archive.last_batch

        if batch is None:
            self.desk.toast(said)
            return

        def take_back() -> None:
            self.do(lambda: undo(self.desk.archive, batch), again=True)

        self.desk.toast(said, take_back)

    def tell(self, *, again: bool) -> None:
        """Tell this step and the other pages that something changed."""
        self.read_kept()
        self.changed.emit(again)
        self.busy = True
        self.desk.wrote()
        self.busy = False
