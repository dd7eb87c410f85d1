"""The dossier on paper: as a Word file or PDF, on the screen, or through the printer."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import dossier, planning
from gesprekshulp.services.dossier_paper import dossier_paper
from gesprekshulp.ui.context import Desk


def export_dossier(desk: Desk, parent: QWidget, id: AppointmentId) -> None:
    """Ask where the Word file goes, and write it in the background."""
    found = planning.planning(desk.archive, id)
    name = found.client.name if found.client else found.appointment.title
    proposed = Path.home() / f"{file_name(name, found.appointment)}.docx"
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Dossier als Word", str(proposed), "Word (*.docx)"
    )
    if not chosen:
        return
    target = Path(chosen)
    if target.suffix.lower() != ".docx":
        target = target.with_name(f"{target.name}.docx")

    def say(path: Path) -> None:
        desk.toast(f"Het dossier staat in {path.name}.", lambda: _open(desk, path), action="Openen")

    desk.background.run(dossier.export, desk.archive, desk.clock, id, target, done=say)


def print_dossier(desk: Desk, parent: QWidget, id: AppointmentId) -> None:
    """Show the printers, and print the dossier on at most two sides of A4."""
    from gesprekshulp.ui.paper.printing import print_paper

    if print_paper(parent, dossier_paper(desk.archive, desk.clock, id)):
        desk.toast("Het dossier is naar de printer.")


def look_at_dossier(desk: Desk, parent: QWidget, id: AppointmentId) -> None:
    """Show the dossier as it goes on paper, with the ways out of there: printer and PDF."""
    from gesprekshulp.ui.paper.dialog import PaperDialog, as_shown

    found = planning.planning(desk.archive, id)
    name = found.client.name if found.client else found.appointment.title
    paper = dossier_paper(desk.archive, desk.clock, id)
    called = file_name(name, found.appointment)
    PaperDialog.show_paper(desk, paper, called, parent, as_shown(desk, paper, called))


def export_pdf(desk: Desk, parent: QWidget, id: AppointmentId) -> None:
    """Ask where the PDF goes, and write it in the background."""
    from gesprekshulp.ui.paper.out import save_paper

    found = planning.planning(desk.archive, id)
    name = found.client.name if found.client else found.appointment.title
    paper = dossier_paper(desk.archive, desk.clock, id)
    save_paper(desk, parent, f"{file_name(name, found.appointment)}.pdf", paper)


def file_name(name: str, appointment: Appointment) -> str:
    """ "Dossier Bakkerij De Halm 2026-03-12", without what a file name cannot hold."""
    words = re.sub(r'[\s\\/:*?"<>|\x00-\x1f]+', " ", name).strip(" .")
    return f"Dossier {words} {local_day(appointment.starts_at).isoformat()}"


def _open(desk: Desk, path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        desk.error(f"Er is geen programma om {path.name} te openen. Het staat in {path.parent}.")
