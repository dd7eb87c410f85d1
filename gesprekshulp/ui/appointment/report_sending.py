"""The report on its way: the Word file, the message with it, and the version after that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.draft import Draft
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ReportId
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.domain.report import SentHow
from gesprekshulp.domain.report_problems import Problem, require_ready
from gesprekshulp.services import report_sending, report_versions, reports
from gesprekshulp.services.report_reading import document_name
from gesprekshulp.services.report_sending import Receiver
from gesprekshulp.ui.appointment.report_send_dialog import (
    AS_DRAFT,
    AS_MAILTO,
    PDF,
    SendDialog,
)
from gesprekshulp.ui.appointment.report_work import ReportWork
from gesprekshulp.ui.outside import ask_target, show_outside, tell_written
from gesprekshulp.ui.paper.pdf import make_pdf
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton

_WORD = "Word-bestand maken"


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

    def export(self) -> None:
        """Ask for a file name and write the Word file there, in the background.

        Of a version that was sent it is the file that was sent, byte for byte.
        """
        desk, id, view = self._work.desk, self._work.id, self._work.view
        path = ask_target(self._parent, _WORD, document_name(view.document), ".docx")
        if path is None:
            return
        self.export_button.set_enabled_or_why(False, "Het Word-bestand wordt gemaakt.")

        def made(written: Path) -> None:
            self.export_button.set_enabled_or_why(True)
            tell_written(self._work.desk, written)
            if self._work.id == id:
                self._files[view.report.id] = written
            self._work.tell(again=True)

        def failed(error: UserError) -> None:
            self.export_button.set_enabled_or_why(True)
            desk.error(error.sentence)

        version = view.report.version if view.frozen else None
        desk.background.run(
            partial(reports.export, version=version), desk.archive, desk.clock, id, path,
            done=made, failed=failed, owner=self._parent,
        )  # fmt: skip

    def send(self) -> Problem | None:
        """Ask how the report goes to the client, and do that.

        Gives the problem that keeps it from being sent, after saying so.
        """
        try:
            require_ready(self._work.view.problems, compose(self._work.view.document))
        except UserError as error:
            self._work.desk.error(error.sentence)
            return next(problem for problem in self._work.view.problems if problem.blocks)
        dialog = self._dialog()
        asked = dialog.ask_here()
        if asked is not None:
            self._send(*asked)
        return None

    def _dialog(self) -> SendDialog:
        desk, id, view = self._work.desk, self._work.id, self._work.view

        def letter(to: list[Receiver], reply_by: date | None, tells: bool) -> Draft:
            return report_sending.letter(
                desk.archive, desk.clock, id, to, reply_by, tells_changes=tells
            )

        return SendDialog(
            self._parent, report_sending.receivers(desk.archive, id), letter,
            desk.today, view.sources.reply_by,
            since=view.since.content.document.version if view.since else 0,
            tells_changes=view.report.tells_changes,
        )  # fmt: skip

    def _send(self, values: dict[str, Any], draft: Draft) -> None:
        """Note what was chosen, and send in the chosen way."""
        desk, id, view = self._work.desk, self._work.id, self._work.view
        try:
            if values["reply_by"] != view.sources.reply_by:
                report_sending.set_reply_by(desk.archive, desk.clock, id, values["reply_by"])
            if "tells" in values and values["tells"] != view.report.tells_changes:
                report_versions.tell_changes(desk.archive, id, values["tells"])
        except UserError as error:
            desk.error(error.sentence)
            return
        if values["way"] == AS_DRAFT:
            self._as_draft(draft, as_pdf=values["attach"] == PDF)
        elif values["way"] == AS_MAILTO:
            self._with_mailto(draft)
        else:
            names = ", ".join(one.name for one in draft.readers)
            self._run(
                partial(report_sending.mark_sent, how=SentHow(values["how"]), to=names),
                values["on"], done=lambda _: None,
            )  # fmt: skip

    def _as_draft(self, draft: Draft, *, as_pdf: bool) -> None:
        target = ask_target(self._parent, "Concept-mail bewaren", draft.subject, ".eml")
        if target is None:
            return
        self._run(
            partial(report_sending.send_as_mail, pdf=make_pdf, as_pdf=as_pdf), draft, target,
            done=partial(show_outside, self._work.desk),
        )  # fmt: skip

    def _with_mailto(self, draft: Draft) -> None:
        target = ask_target(self._parent, _WORD, document_name(self._work.view.document), ".docx")
        if target is None:
            return

        def opened(address: str) -> None:
            self._files[self._work.view.report.id] = target
            if not QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)):
                self._work.desk.error(
                    "Er is geen mailprogramma dat het bericht opent. Stuur het Word-bestand zelf"
                    f" op; het staat in {target.parent}."
                )

        self._run(report_sending.send_with_mailto, draft, target, done=opened)

    def _run(
        self,
        send: Callable[..., Any],
        *what: object,
        done: Callable[[Any], object],
    ) -> None:
        desk = self._work.desk

        def sent(given: object) -> None:
            self._work.offer_undo("Verslag verstuurd; deze versie ligt vast.")
            self._work.tell(again=True)
            done(given)

        desk.background.run(
            send, desk.archive, desk.clock, self._work.id, *what,
            done=sent, owner=self._parent,
        )  # fmt: skip

    def new_version(self) -> None:
        """Go on in a next version."""
        desk = self._work.desk
        self._work.show_newest()
        self._work.do(
            lambda: reports.new_version(desk.archive, desk.clock, self._work.id),
            "Nieuwe versie gemaakt.",
            again=True,
        )

    def open_file(self, *, folder: bool) -> None:
        """Open the Word file that was made, or the folder it stands in."""
        file = self.file()
        if file is not None:
            show_outside(self._work.desk, file.parent if folder else file)
