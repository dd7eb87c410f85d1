"""The appointment page in the real window, with the real steps."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import AppointmentStatus, Side
from gesprekshulp.language import commitments
from gesprekshulp.services import appointments, dossier_paper
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment.dossier_out import called
from gesprekshulp.ui.appointment.dossier_panel import DossierPanel
from gesprekshulp.ui.appointment.page import AppointmentPage
from gesprekshulp.ui.appointment.prepare import PrepareStep
from gesprekshulp.ui.appointment.sixty_seconds import SixtyView
from gesprekshulp.ui.background import Background
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.paper.dialog import PaperDialog
from gesprekshulp.ui.paper.pages import set_paper
from gesprekshulp.ui.paper.pdf import paint
from gesprekshulp.ui.paper.printing import new_printer
from gesprekshulp.ui.shell.page import Chrome, Page
from gesprekshulp.ui.shell.window import Shell
from gesprekshulp.ui.widgets.cards import ClickRow
from gesprekshulp.ui.widgets.form_dialog import FormDialog
from gesprekshulp.ui.widgets.stepper import StepState
from tests.office import a_commitment, a_contact
from tests.ui.appointment.talks import Prepared, a_talk


class Elsewhere(Page):
    """Stands in for the other pages and remembers where it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.where: dict[str, object] = {}

    def open(self, **where: object) -> None:
        self.where = where


@pytest.fixture
def prepared(archive: Archive) -> Prepared:
    return a_talk(archive)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, archive: Archive, clock: Clock) -> Iterator[Shell]:
    made = Shell(tmp_path)
    background = Background(made)
    desk = Desk(archive, clock, background, made)
    made.register("afspraak", "Afspraak", "", lambda: AppointmentPage(desk), entry=False)
    for name in ("agenda", "klant", "toezeggingen", "teruglezen"):
        made.register(name, name, name if name == "agenda" else "klanten", Elsewhere)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    yield made
    background.wait()
    made.close()


@pytest.fixture
def page(shell: Shell, prepared: Prepared) -> AppointmentPage:
    shell.go("afspraak", appointment_id=prepared.appointment.id)
    found = shell.page("afspraak")
    assert isinstance(found, AppointmentPage)
    return found


def dossier_of(page: AppointmentPage) -> DossierPanel:
    step = page.step("voorbereiden")
    assert isinstance(step, PrepareStep)
    return step.panel


def test_a_planned_appointment_opens_on_its_preparation(
    shell: Shell, page: AppointmentPage
) -> None:
    assert page.place()["step"] == "voorbereiden"
    assert page.header.title.text() == "Keuze van het kassasysteem"
    assert page.header.client.label() == "Bakkerij De Halm"
    assert page.header.about.text().startswith("do 12 mrt, vandaag · ")
    assert page.header.stepper.states()[:2] == (StepState.DONE, StepState.ACTIVE)
    assert shell.windowTitle() == "Keuze van het kassasysteem · Gesprekshulp"


def test_what_reads_promises_in_notes_is_loaded_as_soon_as_an_appointment_is_opened(
    shell: Shell, prepared: Prepared, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    monkeypatch.setattr(commitments, "warm_up", lambda: threads.append(threading.get_ident()))
    shell.go("afspraak", appointment_id=prepared.appointment.id)
    qtbot.waitUntil(lambda: len(threads) == 1)
    assert threads != [threading.get_ident()]


def test_every_step_opens_from_the_row_of_steps_and_back_goes_one_step_back(
    shell: Shell, page: AppointmentPage
) -> None:
    for index, name in enumerate(("plannen", "voorbereiden", "gesprek", "verslag", "nazorg")):
        page.header.stepper.clicked.emit(index)
        assert page.place()["step"] == name
    shell.go_back()
    assert page.place()["step"] == "verslag"


def test_the_talk_has_no_sidebar_and_the_report_a_rail(page: AppointmentPage) -> None:
    page.go_step("gesprek")
    assert page.chrome is Chrome.NONE
    assert page.header.isHidden()
    assert page.compact.isHidden()
    page.go_step("verslag")
    assert page.chrome is Chrome.RAIL
    assert page.compact.isVisible()
    assert page.compact.client.text() == "Bakkerij De Halm"
    page.go_step("voorbereiden")
    assert page.header.isVisible()


def test_the_dossier_grows_with_the_window(shell: Shell, page: AppointmentPage) -> None:
    panel = dossier_of(page)
    assert 360 <= panel.width() <= 370
    shell.resize(1920, 1080)
    assert panel.width() == 420
    shell.resize(950, 700)
    assert panel.width() >= 320


def test_long_names_and_events_never_push_the_dossier_out_of_the_window(
    archive: Archive, shell: Shell, prepared: Prepared
) -> None:
    with archive.transaction() as work:
        work.clients.save(replace(prepared.client, name="Coöperatieve Vereniging " * 8))
        work.commitments.save(
            a_commitment(prepared.client, due=None, event="voor het volgende overleg " * 8)
        )
    shell.go("afspraak", appointment_id=prepared.appointment.id)
    page = shell.page("afspraak")
    assert isinstance(page, AppointmentPage)
    assert page.minimumSizeHint().width() <= 950
    panel = dossier_of(page)
    assert panel.mapTo(shell, panel.rect().topRight()).x() < shell.width()
    assert all(part.width() <= panel.width() for part in panel.findChildren(ClickRow))


def test_leaving_a_step_saves_it(
    shell: Shell, page: AppointmentPage, archive: Archive, prepared: Prepared
) -> None:
    step: Any = page.step("voorbereiden")
    step.goal.goal.setText("is de keuze gemaakt")
    shell.go("agenda")
    with archive.reading() as work:
        assert work.appointments.get(prepared.appointment.id).goal == "is de keuze gemaakt"


def test_a_cancelled_appointment_says_by_whom_and_why(
    shell: Shell, archive: Archive, clock: Clock, prepared: Prepared
) -> None:
    id = prepared.appointment.id
    appointments.cancel(archive, clock, id, by=Side.CLIENT, who="Annet Vos", reason="ziek.")
    shell.go("afspraak", appointment_id=id)
    page: Any = shell.page("afspraak")
    assert page.header.cancelled.words.text() == (
        "Afgezegd door de klant (Annet Vos) op do 12 mrt, vandaag: ziek."
    )
    step = page.step("voorbereiden")
    assert step.bar.start_button.isHidden()


def test_calling_off_shows_at_once_and_can_be_taken_back(
    monkeypatch: pytest.MonkeyPatch, shell: Shell, page: AppointmentPage
) -> None:
    values = {"by": "wij", "who": "Steven", "reason": "sneeuw"}
    monkeypatch.setattr(FormDialog, "ask", classmethod(lambda cls, *a, **k: values))
    page.act("afzeggen")
    assert page.header.cancelled.isVisible()
    shell.toast.undo()
    assert page.header.cancelled.isHidden()


def test_a_removed_appointment_comes_back_with_undo(
    shell: Shell, page: AppointmentPage, prepared: Prepared
) -> None:
    page.act("verwijderen")
    assert shell.current() == "agenda"
    shell.go("afspraak", appointment_id=prepared.appointment.id)
    assert page.place()["step"] == ""
    shell.toast.undo()
    shell.go("afspraak", appointment_id=prepared.appointment.id)
    assert page.place()["step"] == "voorbereiden"


def test_the_crumbs_lead_to_the_agenda_and_the_client(
    shell: Shell, page: AppointmentPage, prepared: Prepared
) -> None:
    page.header.client.click()
    there: Any = shell.page("klant")
    assert there.where == {"client_id": prepared.client.id}
    shell.go_back()
    page.header.agenda.click()
    assert shell.current() == "agenda"


def test_starting_the_talk_ends_on_its_page(
    shell: Shell, page: AppointmentPage, archive: Archive, prepared: Prepared
) -> None:
    step: Any = page.step("voorbereiden")
    step.bar.start_button.click()
    assert page.place()["step"] == "gesprek"
    with archive.reading() as work:
        status = work.appointments.get(prepared.appointment.id).status
    assert status is AppointmentStatus.IN_PROGRESS


def test_the_dossier_leads_to_promises_reports_and_the_client(
    shell: Shell, page: AppointmentPage, prepared: Prepared, qtbot: QtBot
) -> None:
    panel = dossier_of(page)
    qtbot.waitUntil(lambda: bool(panel.promise_rows))
    panel.promise_rows[0].clicked.emit()
    assert shell.current() == "toezeggingen"
    shell.go_back()
    assert page.place()["step"] == "voorbereiden"
    assert panel.late_rows == panel.promise_rows[:1]
    assert "Onze toezegging “kostenvergelijking sturen” is 2 dagen te laat." in (
        panel.sixty.words.text()
    )


def test_the_dossier_goes_to_word_in_the_background(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    shell: Shell,
    page: AppointmentPage,
) -> None:
    target = tmp_path / "dossier van de Halm"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(target), ""))
    page.act("word")
    written = tmp_path / "dossier van de Halm.docx"
    qtbot.waitUntil(lambda: shell.toast.isVisible() and written.exists(), timeout=10_000)
    assert written.read_bytes()[:2] == b"PK"
    assert shell.toast.undo_button.label() == "Openen"


def test_the_dossier_prints_on_two_pages_however_much_there_is(
    tmp_path: Path, archive: Archive, clock: Clock, prepared: Prepared, page: AppointmentPage
) -> None:
    with archive.transaction() as work:
        work.contacts.save_all(
            a_contact(prepared.client, f"Vraag {n} " * 12, outcome="Uitgezocht " * 20)
            for n in range(40)
        )
    paper = dossier_paper.dossier_paper(archive, clock, prepared.appointment.id)
    target = tmp_path / "dossier.pdf"
    printer = new_printer("Dossier")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    pages = set_paper(paper)
    paint(printer, pages)
    assert len(pages.pages) <= 2
    assert target.read_bytes().count(b"/Type /Page\n") == len(pages.pages)


def test_the_dossier_is_kept_as_a_pdf_and_read_as_on_paper(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    shell: Shell,
    page: AppointmentPage,
) -> None:
    target = tmp_path / "dossier"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(target), ""))
    page.act("pdf")
    qtbot.waitUntil(lambda: shell.toast.isVisible(), timeout=10_000)
    assert (tmp_path / "dossier.pdf").read_bytes().startswith(b"%PDF")
    read: list[str] = []
    monkeypatch.setattr(PaperDialog, "exec", lambda self: read.append(self.view.words()))
    page.act("bekijken")
    assert "Bakkerij De Halm" in read[0]


def test_a_file_name_holds_what_every_disk_takes(prepared: Prepared) -> None:
    assert called('A/B: "C"', prepared.appointment) == "Dossier A B C 2026-03-12"


def test_sixty_seconds_are_read_large(
    qtbot: QtBot, page: AppointmentPage, clock: Clock, archive: Archive, prepared: Prepared
) -> None:
    from gesprekshulp.services.dossier import dossier

    view = SixtyView(dossier(archive, clock, prepared.appointment.id), clock.today(), page)
    qtbot.addWidget(view)
    texts = [label.text() for label in view.findChildren(type(page.header.title).__mro__[1])]
    assert any("2 dagen te laat" in text for text in texts)
    with qtbot.waitSignal(view.accepted):
        view.close_button.click()
