"""The dossier on paper: as a Word file, or through the printer."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QDesktopServices, QPagedPaintDevice, QPageLayout, QPageSize, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import dossier, planning
from gesprekshulp.services.dossier_paper import dossier_html
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.fonts import font

_MOST_PAGES = 2
_LEAST_POINTS = 7.0
# Whole points, and pixels for margins: the style sheets of a QTextDocument read no other.
_STYLE = """
h1 {{ font-size: {title}pt; margin-top: 0px; margin-bottom: 2px; }}
h2 {{ font-size: {head}pt; margin-top: 9px; margin-bottom: 2px; }}
p {{ margin-top: 0px; margin-bottom: 1px; }}
p.about, p.more {{ color: #556062; }}
td {{ padding-right: 8px; }}
"""


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
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Dossier")
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        paint_dossier(printer, dossier_html(desk.archive, desk.clock, id))
        desk.toast("Het dossier is naar de printer.")
    dialog.deleteLater()


def paint_dossier(device: QPagedPaintDevice, html: str) -> int:
    """Put the dossier on a printer or PDF writer; gives how many pages it took (at most two).

    The rows were counted for a page of Word; another font may be wider, and then the letters
    become a little smaller.
    """
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(17, 15, 17, 15),
            QPageLayout.Unit.Millimeter,
        )
    )
    points = 9.5
    document = _document(html, points)
    # A printer's own dots decide how wide a line is.
    document.documentLayout().setPaintDevice(device)
    paper = device.pageLayout().paintRectPixels(_dots(device))
    document.setPageSize(QSizeF(paper.size()))
    while document.pageCount() > _MOST_PAGES and points > _LEAST_POINTS:
        points -= 0.5
        _dress(document, html, points)
    document.print_(device)
    return document.pageCount()


def file_name(name: str, appointment: Appointment) -> str:
    """ "Dossier Bakkerij De Halm 2026-03-12", without what a file name cannot hold."""
    words = re.sub(r'[\s\\/:*?"<>|\x00-\x1f]+', " ", name).strip(" .")
    return f"Dossier {words} {local_day(appointment.starts_at).isoformat()}"


def _document(html: str, points: float) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    _dress(document, html, points)
    return document


def _dress(document: QTextDocument, html: str, points: float) -> None:
    letters = font()
    letters.setPointSizeF(points)
    document.setDefaultFont(letters)
    document.setDefaultStyleSheet(
        _STYLE.format(title=round(points * 1.7), head=round(points * 1.15))
    )
    document.setHtml(html)


def _dots(device: QPagedPaintDevice) -> int:
    return device.logicalDpiX()


def _open(desk: Desk, path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        desk.error(f"Er is geen programma om {path.name} te openen. Het staat in {path.parent}.")
