"""A paper through the printer: the same pages as the preview and the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.ui.paper.pages import set_paper
from gesprekshulp.ui.paper.pdf import A4, paint

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def new_printer(name: str) -> QPrinter:
    """A printer for A4 on which the paper has its own margins; `name` is that of the print job."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("Gesprekshulp")
    printer.setPageLayout(A4)
    printer.setFullPage(True)
    return printer


def print_paper(parent: QWidget, paper: OutPaper) -> bool:
    """Show the printers and print; False when the user decided otherwise."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    pages = set_paper(paper)
    printer = new_printer(paper.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(pages.pages))
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if chosen:
        first, last = printer.fromPage(), printer.toPage()
        paint(printer, pages, first=first or 1, last=last or len(pages.pages))
    return chosen
