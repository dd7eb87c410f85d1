"""Printing: the pages of the preview, on a printer that writes a PDF file."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.paper import printing
from gesprekshulp.ui.paper.dialog import PDF, PRINT, PaperDialog, as_shown
from gesprekshulp.ui.paper.pages import set_paper
from gesprekshulp.ui.paper.pdf import paint
from gesprekshulp.ui.paper.printing import new_printer, print_paper
from tests.ui.desks import ToldWindow
from tests.ui.paper.papers import a_paper, table

pytestmark = pytest.mark.usefixtures("qtbot")


def to_file(target: Path) -> QPrinter:
    printer = new_printer("Gespreksverslag")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def pages_in(target: Path) -> int:
    return len(re.findall(rb"/Type /Page\n", target.read_bytes()))


def test_every_page_is_printed(tmp_path: Path) -> None:
    set_ = set_paper(a_paper(table(100)))
    target = tmp_path / "alles.pdf"
    paint(to_file(target), set_)
    assert pages_in(target) == len(set_.pages) > 2


def test_only_the_pages_that_were_chosen(tmp_path: Path) -> None:
    target = tmp_path / "deel.pdf"
    paint(to_file(target), set_paper(a_paper(table(100))), first=2, last=3)
    assert pages_in(target) == 2


def test_the_print_dialog_prints_or_does_not(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    target = tmp_path / "dialoog.pdf"
    monkeypatch.setattr(printing, "new_printer", lambda _: to_file(target))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Rejected)
    assert not print_paper(parent, a_paper())
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    assert print_paper(parent, a_paper())
    assert pages_in(target) == 2


def shown(desk: Desk, paper: OutPaper, name: str) -> PaperDialog:
    return PaperDialog(desk, paper, name, ways=as_shown(desk, paper, name))


def test_any_paper_can_be_read_printed_and_kept(
    tmp_path: Path, qtbot: QtBot, desk: Desk, window: ToldWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(desk, a_paper(), "Verslag, versie 1")
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Klopt dit verslag?" in dialog.view.words()
    target = tmp_path / "versie 1"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(target), ""))
    dialog.buttons[PDF].click()
    qtbot.waitUntil(lambda: bool(window.told), timeout=10_000)
    assert (tmp_path / "versie 1.pdf").read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(printing, "new_printer", lambda _: to_file(tmp_path / "uit.pdf"))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    dialog.buttons[PRINT].click()
    assert pages_in(tmp_path / "uit.pdf") == 2
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_a_place_that_takes_no_file_is_told(
    tmp_path: Path, qtbot: QtBot, desk: Desk, window: ToldWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(desk, a_paper(), "Verslag")
    qtbot.addWidget(dialog)
    nowhere = tmp_path / "er is geen map" / "v.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(nowhere), ""))
    dialog.buttons[PDF].click()
    qtbot.waitUntil(lambda: bool(window.failed), timeout=10_000)
    assert "bestaat niet" in window.failed[0]


@pytest.mark.volledig
def test_what_is_printed_is_what_is_on_the_screen(tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    assert tool, "poppler-utils is needed for this test"
    target = tmp_path / "druk.pdf"
    set_ = set_paper(a_paper())
    paint(to_file(target), set_)
    shown = subprocess.run(
        [tool, "-raw", str(target), "-"], check=True, capture_output=True, text=True
    ).stdout
    flat = " ".join(shown.split())
    assert all(" ".join(said.text.split()) in flat for said in set_.said)
