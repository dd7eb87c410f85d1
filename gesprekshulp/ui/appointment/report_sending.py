"""The report on its way: the Word file, sent, confirmed, and the version after that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ReportId
from gesprekshulp.domain.report_problems import Problem, require_ready
from gesprekshulp.services import report_answers, report_sending, reports
from gesprekshulp.ui.appointment import report_dialogs
from gesprekshulp.ui.appointment.report_work import ReportWork
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton


class Sending:
    """The two buttons at the top, and what they do. Dialogs open over `parent`."""

    def __init__(self, work: ReportWork, parent: QWidget) -> None:
        self._work = work
        self._parent = parent
        self._files: dict[ReportId, Path] = {}
        self.export_button = SecondaryButton("Word-bestand maken", icon="verslag")
        self.send_button = PrimaryButton("Versturen")

    def refresh(self) -> None:
        """Let the buttons follow the state of the version."""
        self.send_button.set_enabled_or_why(self._work.is_draft, "Deze versie is al verstuurd.")

    def file(self) -> Path | None:
        """The Word file that was made of this version since the program was opened."""
        return self._files.get(self._work.view.report.id)

    def export(self, done: Callable[[Path], object] | None = None) -> None:
        """Ask for a file name and write the Word file there, in the background."""
        desk, id = self._work.desk, self._work.id
        path = report_dialogs.ask_target(self._parent, reports.file_name(self._work.view))
        if path is None:
            return
        self.export_button.set_enabled_or_why(False, "Het Word-bestand wordt gemaakt.")

        def made(written: Path) -> None:
            self.export_button.set_enabled_or_why(True)
            desk.toast(
                f"“{written.name}” staat in {written.parent}.",
                lambda: self.show_outside(written),
                action="Openen",
            )
            if self._work.id == id:
                self._files[self._work.read().report.id] = written
            self._work.tell(again=True)
            if done is not None and self._work.id == id:
                done(written)

        def failed(error: UserError) -> None:
            self.export_button.set_enabled_or_why(True)
            desk.error(error.sentence)

        desk.background.run(
            reports.export, desk.archive, desk.clock, id, path,
            done=made, failed=failed, owner=self._parent,
        )  # fmt: skip

    def send(self) -> Problem | None:
        """Note that the report was sent; the Word file is made first when there is none.

        Gives the problem that keeps it from being sent, after saying so.
        """
        try:
            require_ready(self._work.view.problems)
        except UserError as error:
            self._work.desk.error(error.sentence)
            return next(problem for problem in self._work.view.problems if problem.blocks)
        if self._work.view.report.exported_at is None:
            self.export(done=lambda _: self._ask_sent())
        else:
            self._ask_sent()
        return None

    def _ask_sent(self) -> None:
        desk = self._work.desk
        on = report_dialogs.ask_sent(self._parent, desk.today)
        if on is None:
            return

        def sent(_: object) -> None:
            self._work.offer_undo("Verslag verstuurd.")
            self._work.tell(again=True)

        desk.background.run(
            report_sending.mark_sent, desk.archive, desk.clock, self._work.id, on,
            done=sent, owner=self._parent,
        )  # fmt: skip

    def confirm(self) -> None:
        """Ask who confirmed the report, and when."""
        desk = self._work.desk
        present = self._work.view.sources.participants
        who = present[0].name if present else ""
        found = report_dialogs.ask_confirmed(self._parent, desk.today, who)
        if found is None:
            return
        by, on = found
        self._work.do(
            lambda: report_answers.confirm(desk.archive, desk.clock, self._work.id, by, on),
            "Verslag bevestigd.",
            again=True,
        )

    def new_version(self) -> None:
        """Go on in a next version."""
        desk = self._work.desk
        self._work.do(
            lambda: reports.new_version(desk.archive, desk.clock, self._work.id),
            "Nieuwe versie gemaakt.",
            again=True,
        )

    def open_file(self, *, folder: bool) -> None:
        """Open the Word file that was made, or the folder it stands in."""
        file = self.file()
        if file is not None:
            self.show_outside(file.parent if folder else file)

    def show_outside(self, place: Path) -> None:
        """Open a file or folder in the program that belongs to it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self._work.desk.error(f"Er is geen programma dat {place} opent.")
