"""The other ways in which a report leaves the window: as PDF, on paper, as another document."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.paper import PaperKind
from gesprekshulp.domain.papers.kinds import OF_TALK, compose
from gesprekshulp.domain.phrases import DUTCH
from gesprekshulp.services import reports
from gesprekshulp.services.report_reading import document_name
from gesprekshulp.services.word_files import MakePdf
from gesprekshulp.ui.appointment.report_work import ReportWork
from gesprekshulp.ui.outside import ask_target, tell_written
from gesprekshulp.ui.paper.dialog import PDF, PRINT, PaperDialog
from gesprekshulp.ui.paper.out import save_pdf
from gesprekshulp.ui.paper.pdf import Report, make_pdf
from gesprekshulp.ui.paper.printing import print_paper
from gesprekshulp.ui.widgets.buttons import IconButton

_WORD = "Word-bestand maken"


class ReportOut:
    """The button with the other ways out, and what they do. Dialogs open over `parent`."""

    def __init__(self, work: ReportWork, parent: QWidget) -> None:
        self._work = work
        self._parent = parent
        self.button = IconButton("meer", "Meer: PDF maken, afdrukken, ander document")
        self.button.clicked.connect(self._pop_up)

    def menu(self) -> QMenu:
        """What is offered: the report as PDF and on paper, and the other kinds of document."""
        menu = QMenu(self._parent)
        menu.addAction(f"{PDF} …").triggered.connect(lambda: self.save(PaperKind.REPORT))
        menu.addAction(f"{PRINT} …").triggered.connect(lambda: self.print(PaperKind.REPORT))
        menu.addSeparator()
        for kind in OF_TALK:
            if kind is not PaperKind.REPORT:
                action = menu.addAction(f"{DUTCH.kinds[kind]} …")
                action.triggered.connect(lambda _=False, kind=kind: self.look(kind))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _pop_up(self) -> None:
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def look(self, kind: PaperKind) -> None:
        """Show another document from the same content, with the ways it can go."""
        paper = compose(self._work.view.document, kind)
        ways = (
            (_WORD, lambda parent: self.write_word(kind, parent)),
            (PDF, lambda parent: self.save(kind, parent)),
            (PRINT, lambda parent: self.print(kind, parent)),
        )
        PaperDialog.show_paper(self._work.desk, paper, DUTCH.kinds[kind], self._parent, ways)

    def save(self, kind: PaperKind, parent: QWidget | None = None) -> None:
        """Ask where the PDF goes and make it there; of a sent version, what was frozen."""
        work = self._work
        name = document_name(work.view.document, kind, "pdf")
        id, version = work.id, self._version()

        def write(target: Path, *, report: Report) -> Path:
            making: MakePdf = partial(make_pdf, report=report)
            return reports.export(
                work.desk.archive, work.desk.clock, id, target,
                version=version, kind=kind, make_pdf=making,
            )  # fmt: skip

        job = save_pdf(work.desk, parent or self._parent, name, write)
        if job is not None:
            job.over.connect(lambda: work.tell(again=False))

    def write_word(self, kind: PaperKind, parent: QWidget) -> None:
        """Ask where the Word file goes and make it there."""
        work = self._work
        path = ask_target(parent, _WORD, document_name(work.view.document, kind), ".docx")
        if path is None:
            return

        def made(written: Path) -> None:
            tell_written(work.desk, written)

        work.desk.background.run(
            partial(reports.export, version=self._version(), kind=kind),
            work.desk.archive, work.desk.clock, work.id, path, done=made, owner=self._parent,
        )  # fmt: skip

    def print(self, kind: PaperKind, parent: QWidget | None = None) -> None:
        """Show the printers and print, with the same refusals as a file."""
        work = self._work
        try:
            paper = reports.paper_out(
                work.desk.archive, work.desk.clock, work.id, self._version(), kind=kind
            )
        except UserError as error:
            work.desk.error(error.sentence)
            return
        if print_paper(parent or self._parent, paper):
            work.desk.toast(f"“{paper.title}” is naar de printer.")

    def _version(self) -> int | None:
        view = self._work.view
        return view.report.version if view.frozen is not None else None
