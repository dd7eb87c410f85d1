"""Handing a client over: the document for the colleague, to read, keep or print."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.services import handover
from gesprekshulp.services.word_files import safe_name
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.outside import ask_target, tell_written
from gesprekshulp.ui.paper.dialog import PDF, PRINT, PaperDialog
from gesprekshulp.ui.paper.out import save_pdf
from gesprekshulp.ui.paper.pdf import Report, make_pdf
from gesprekshulp.ui.paper.printing import print_paper

_WORD = "Word-bestand maken"


def show_handover(desk: Desk, parent: QWidget, id: ClientId, name: str) -> None:
    """Show the handover of a client, with the ways it can go."""
    file = f"Overdracht {safe_name(name)} {desk.today().isoformat()}"

    def word(over: QWidget) -> None:
        path = ask_target(over, _WORD, f"{file}.docx", ".docx")
        if path is None:
            return

        def made(written: Path) -> None:
            tell_written(desk, written)

        desk.background.run(
            handover.export_handover, desk.archive, desk.clock, id, path, done=made, owner=parent
        )

    def pdf(over: QWidget) -> None:
        def write(target: Path, *, report: Report) -> Path:
            making = partial(make_pdf, report=report)
            return handover.export_handover(desk.archive, desk.clock, id, target, make_pdf=making)

        save_pdf(desk, over, f"{file}.pdf", write)

    def read(paper: OutPaper) -> None:
        def print_it(over: QWidget) -> None:
            if print_paper(over, paper):
                desk.toast(f"“{paper.title}” is naar de printer.")

        ways = ((_WORD, word), (PDF, pdf), (PRINT, print_it))
        PaperDialog.show_paper(desk, paper, "Overdracht", parent, ways)

    desk.background.run(handover.handover, desk.archive, desk.clock, id, done=read, owner=parent)
