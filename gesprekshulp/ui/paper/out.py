"""A paper on its way out of the window as a PDF: where to, how far, and there it is."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget
from shiboken6 import isValid

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.services.files import write_file
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.outside import ask_target, tell_written
from gesprekshulp.ui.paper.pdf import Report, make_pdf

_QUIET_MS = 700


class Write(Protocol):
    """Writes a PDF at a place, on a worker thread; `report` is told how far it is."""

    def __call__(self, target: Path, *, report: Report) -> Path:
        """Write it; gives where it stands."""
        ...


def save_pdf(desk: Desk, parent: QWidget, name: str, write: Write) -> Job | None:
    """Ask where the PDF goes and let `write` make it in the background.

    What takes longer than a moment shows how far it is, and can be cancelled.
    """
    target = ask_target(parent, "PDF maken", name, ".pdf")
    if target is None:
        return None
    progress = QProgressDialog("De PDF wordt gemaakt.", "Annuleren", 0, 0, parent)
    progress.setWindowTitle("PDF maken")
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(_QUIET_MS)
    progress.setAutoReset(False)

    def told(done: int, total: int) -> None:
        # The window that asked may be closed by now; the file is made all the same.
        if isValid(progress):
            progress.setMaximum(total if done else 0)
            progress.setValue(done)

    def made(path: Path) -> None:
        tell_written(desk, path)

    def failed(error: UserError) -> None:
        desk.error(error.sentence)

    job = desk.background.run(write, target, done=made, failed=failed, progress=told)
    progress.canceled.connect(job.cancel)
    job.over.connect(progress.deleteLater)
    job.over.connect(progress.hide)
    return job


def save_paper(desk: Desk, parent: QWidget, name: str, paper: OutPaper) -> Job | None:
    """Ask where the PDF of a paper that lies ready goes, and write it there."""

    def write(target: Path, *, report: Report) -> Path:
        return write_file(target, make_pdf(paper, report))

    return save_pdf(desk, parent, name, write)
