"""The dossier on paper: as a Word file or PDF, on the screen, or through the printer."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import dossier, planning
from gesprekshulp.services.dossier_paper import dossier_paper
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.outside import ask_target, file_name, tell_written


def export_dossier(desk: Desk, parent: QWidget, id: AppointmentId) -> None:
    """Ask where the Word file goes, and write it in the background."""
    found = planning.planning(desk.archive, id)
    name = found.client.name if found.client else found.appointment.title
    target = ask_target(parent, "Dossier als Word", called(name, found.appointment), ".docx")
    if target is None:
        return
    desk.background.run(
        dossier.export, desk.archive, desk.clock, id, target, done=partial(tell_written, desk)
    )


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
    title = called(name, found.appointment)
    PaperDialog.show_paper(desk, paper, title, parent, as_shown(desk, paper, title))


def export_pdf(desk: Desk, parent: QWidget, id: AppointmentId) -> None:
    """Ask where the PDF goes, and write it in the background."""
    from gesprekshulp.ui.paper.out import save_paper

    found = planning.planning(desk.archive, id)
    name = found.client.name if found.client else found.appointment.title
    paper = dossier_paper(desk.archive, desk.clock, id)
    save_paper(desk, parent, f"{called(name, found.appointment)}.pdf", paper)


def called(name: str, appointment: Appointment) -> str:
    """ "Dossier Bakkerij De Halm 2026-03-12", as its file is called."""
    return f"Dossier {file_name(name)} {local_day(appointment.starts_at).isoformat()}"
