"""The other ways out of Verslag: PDF, printer, and the other kinds of document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.paper import PaperKind
from gesprekshulp.services import report_sending, reports
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment.report import ReportStep
from gesprekshulp.ui.paper import printing
from gesprekshulp.ui.paper.dialog import PDF, PaperDialog
from gesprekshulp.ui.paper.printing import new_printer
from tests.office import a_client, a_commitment, a_participant, an_appointment
from tests.ui.answers import save_as_proposed
from tests.ui.desks import a_desk


class Bench:
    """The step with the report of a talk."""

    def __init__(self, archive: Archive, clock: Clock, qtbot: QtBot) -> None:
        self.archive, self.clock, self.qtbot = archive, clock, qtbot
        self.client = a_client()
        self.talk = an_appointment(self.client, status=AppointmentStatus.HELD)
        with archive.transaction() as work:
            work.clients.save(self.client)
            work.appointments.save(self.talk)
            work.participants.save(a_participant(self.talk, present=True))
        self.desk, self.window = a_desk(archive, clock)
        self.step = ReportStep(self.desk)
        qtbot.addWidget(self.step)
        self.step.resize(1224, 689)
        self.step.show()
        self.step.open(self.talk.id)

    def choose(self, words: str) -> None:
        """Choose from the menu behind the button."""
        menu = self.step._out.menu()
        action = next(action for action in menu.actions() if action.text() == words)
        action.trigger()
        menu.deleteLater()

    def wait_told(self) -> str:
        self.qtbot.waitUntil(lambda: bool(self.window.told), timeout=10_000)
        return self.window.told[-1]


@pytest.fixture
def bench(archive: Archive, clock: Clock, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(archive, clock, qtbot)
    yield made
    made.desk.background.wait()


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "papier.pdf"

    def to_file(name: str) -> QPrinter:
        printer = new_printer(name)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return printer

    monkeypatch.setattr(printing, "new_printer", to_file)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    return target


def a_vague_promise(bench: Bench) -> None:
    with bench.archive.transaction() as work:
        promise = a_commitment(bench.client, appointment_id=bench.talk.id, due=None)
        work.commitments.save(replace(promise, made_on=date(2026, 3, 12)))


def test_the_menu_offers_pdf_paper_and_the_other_documents(bench: Bench) -> None:
    menu = bench.step._out.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "PDF maken …", "Afdrukken …", "Actielijst …", "Besluitenlijst …", "Bevestigingsbrief …",
    ]  # fmt: skip
    menu.deleteLater()


def test_the_report_becomes_a_pdf_where_the_user_says(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = save_as_proposed(monkeypatch, tmp_path)
    bench.choose("PDF maken …")
    assert names[0] in bench.wait_told()
    assert names == ["Gespreksverslag Bakkerij De Halm 2026-03-12.pdf"]
    assert (tmp_path / names[0]).read_bytes().startswith(b"%PDF")
    assert reports.view(bench.archive, bench.clock, bench.talk.id).report.exported_at is not None


def test_a_promise_without_a_day_is_no_pdf_and_no_paper(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: Path
) -> None:
    a_vague_promise(bench)
    bench.step.reload()
    save_as_proposed(monkeypatch, tmp_path)
    bench.choose("PDF maken …")
    bench.qtbot.waitUntil(lambda: len(bench.window.failed) == 1, timeout=10_000)
    bench.choose("Afdrukken …")
    assert len(bench.window.failed) == 2
    assert not list(tmp_path.glob("*.pdf"))


def test_the_report_is_printed(bench: Bench, printed: Path) -> None:
    bench.choose("Afdrukken …")
    assert "naar de printer" in bench.wait_told()
    assert printed.read_bytes().startswith(b"%PDF")


def test_another_document_is_read_first_and_then_kept(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = save_as_proposed(monkeypatch, tmp_path)
    read: list[str] = []

    def use(dialog: PaperDialog) -> None:
        read.append(dialog.view.words())
        dialog.buttons[PDF].click()
        dialog.buttons["Word-bestand maken"].click()

    monkeypatch.setattr(PaperDialog, "exec", use)
    bench.choose("Besluitenlijst …")
    bench.qtbot.waitUntil(lambda: len(bench.window.told) == 2, timeout=10_000)
    assert read[0].startswith("Besluitenlijst")
    assert sorted(path.suffix for path in tmp_path.glob("Besluitenlijst*")) == [".docx", ".pdf"]
    assert names[0].startswith("Besluitenlijst Bakkerij De Halm")


def test_a_sent_version_is_shown_and_kept_as_it_was_frozen(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_sending.mark_sent(bench.archive, bench.clock, bench.talk.id, bench.clock.today())
    with bench.archive.transaction() as work:
        work.clients.save(replace(bench.client, name="Heel anders"))
    bench.step.open(bench.talk.id)
    words = bench.step.preview.words()
    assert "Bakkerij De Halm" in words
    assert "Heel anders" not in words
    save_as_proposed(monkeypatch, tmp_path)
    bench.choose("PDF maken …")
    bench.wait_told()
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_word_of_another_kind_goes_where_the_user_says(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "acties.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    bench.step._out.write_word(PaperKind.ACTIONS, bench.step)
    bench.wait_told()
    assert target.read_bytes()[:2] == b"PK"
