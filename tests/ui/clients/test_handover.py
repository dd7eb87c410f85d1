"""Handing a client over, through the window: read first, then Word, PDF or paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from gesprekshulp.domain.client import Client
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Work
from gesprekshulp.ui.clients.client_menu import client_menu
from gesprekshulp.ui.clients.client_page import ClientPage
from gesprekshulp.ui.paper import printing
from gesprekshulp.ui.paper.dialog import PDF, PRINT, PaperDialog
from gesprekshulp.ui.paper.printing import new_printer
from tests.office import a_client, a_commitment, a_person
from tests.ui.answers import save_as_proposed
from tests.ui.windows import Opened, a_window, begun

WORD = "Word-bestand maken"
SECRET = "betaalt elke prijs"


class Bench:
    """The page of a client in the window, and what the dialog of its handover showed."""

    def __init__(self, window: Opened, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        self.window, self.client = window, client
        self.read: list[str] = []
        self.buttons: list[list[str]] = []
        self._monkeypatch = monkeypatch

    def hand_over(self, *then: str) -> None:
        """Choose it from the menu, and press these buttons in the dialog."""

        def use(dialog: PaperDialog) -> None:
            assert dialog.windowTitle() == "Overdracht"
            self.read.append(dialog.view.words())
            self.buttons.append(list(dialog.buttons))
            for words in then:
                dialog.buttons[words].click()

        self._monkeypatch.setattr(PaperDialog, "exec", use)
        page = self.window.go("klant", client_id=self.client.id)
        assert isinstance(page, ClientPage)
        assert page._card is not None
        menu = client_menu(self.window.desk, page, page._card)
        next(action for action in menu.actions() if action.text() == "Overdracht …").trigger()
        menu.close()
        self.window.until(lambda: self.read)
        self.window.settle()


@pytest.fixture
def bench(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    client = a_client(remarks=InternalText(SECRET), trade="bakkerij")

    def fill(work: Work) -> None:
        begun(work)
        work.clients.save(client)
        work.people.save(a_person(client, email="annet@halm.example", remarks=InternalText(SECRET)))
        work.commitments.save(a_commitment(client, "kostenvergelijking sturen"))

    with a_window(tmp_path / "archief", clock, fill) as window:
        yield Bench(window, client, monkeypatch)


def test_it_is_read_first_and_holds_nothing_internal(bench: Bench) -> None:
    bench.hand_over()
    (text,) = bench.read
    assert "Overdracht Bakkerij De Halm" in text
    assert "kostenvergelijking sturen" in text
    assert "Annet Vos" in text
    assert SECRET not in text
    assert bench.buttons == [[WORD, PDF, PRINT]]


def test_it_becomes_a_word_file_where_the_user_says(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = save_as_proposed(monkeypatch, tmp_path)
    bench.hand_over(WORD)
    assert names == ["Overdracht Bakkerij De Halm 2026-03-12.docx"]
    bench.window.until(lambda: names[0] in bench.window.said)
    texts = [p.text for p in docx.Document(str(tmp_path / names[0])).paragraphs]
    assert "Overdracht Bakkerij De Halm" in texts


def test_it_becomes_a_pdf(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = save_as_proposed(monkeypatch, tmp_path)
    bench.hand_over(PDF)
    bench.window.until(lambda: names and names[0] in bench.window.said, 10)
    assert names == ["Overdracht Bakkerij De Halm 2026-03-12.pdf"]
    assert (tmp_path / names[0]).read_bytes().startswith(b"%PDF")


def test_it_is_printed(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "papier.pdf"

    def to_file(name: str) -> QPrinter:
        printer = new_printer(name)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return printer

    monkeypatch.setattr(printing, "new_printer", to_file)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    bench.hand_over(PRINT)
    assert "naar de printer" in bench.window.said
    assert target.read_bytes().startswith(b"%PDF")


def test_who_changes_his_mind_gets_no_file(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Rejected)
    bench.hand_over(WORD, PDF, PRINT)
    assert bench.window.said == ""
    assert not list(tmp_path.glob("Overdracht*"))


def test_a_place_that_takes_no_file_is_told(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as_proposed(monkeypatch, tmp_path / "er is geen map")
    bench.hand_over(WORD)
    bench.window.until(lambda: "bestaat niet" in bench.window.said)
