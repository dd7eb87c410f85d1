"""Sending, the client's answer and older versions, as they are used in the window."""

from __future__ import annotations

import email
from collections.abc import Callable
from datetime import date, timedelta
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.report import ReportState, SentHow
from gesprekshulp.domain.report_answer import AnswerKind
from gesprekshulp.services import (
    report_answers,
    report_corrections,
    report_registers,
    report_sending,
    reports,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment.report_compare import CompareDialog, spans
from gesprekshulp.ui.appointment.report_send_dialog import AS_MAILTO, BY_HAND, SendDialog
from gesprekshulp.ui.widgets.labels import SpanLabel
from tests.office import a_person
from tests.services.test_report_answers import MAIL
from tests.ui.answers import Answers
from tests.ui.appointment.test_report import Bench, everything_shown


@pytest.fixture
def bench(archive: Archive, clock: Clock, qtbot: QtBot):
    made = Bench(archive, clock, qtbot)
    made.give_the_promise_a_day()
    with archive.transaction() as work:
        work.people.save(a_person(made.client, email="annet@halm.example", role="eigenaar"))
    yield made
    made.desk.background.wait()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened in another program."""
    found: list[str] = []

    def show(url: QUrl) -> bool:
        found.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return found


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[SendDialog]]:
    """Stands in for the user in the form for sending."""

    def then(act: Callable[[SendDialog], object]) -> list[SendDialog]:
        seen: list[SendDialog] = []

        def run(self: SendDialog) -> int:
            seen.append(self)
            self.show()
            act(self)
            return self.result()

        monkeypatch.setattr(SendDialog, "exec", run)
        return seen

    return then


def sends(bench: Bench, dialog: Callable[..., list[SendDialog]], **values: object) -> SendDialog:
    def fill(form: SendDialog) -> None:
        form.with_values(values)
        form.save_button.click()

    seen = dialog(fill)
    bench.step.send_button.click()
    return seen[0]


def waits_until_sent(bench: Bench) -> None:
    def is_sent() -> bool:
        return bench.step.view.report.state is ReportState.SENT

    bench.qtbot.waitUntil(is_sent, timeout=15_000)


def asks_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def sent(bench: Bench) -> None:
    report_sending.mark_sent(bench.archive, bench.clock, bench.talk.id, bench.clock.today())
    bench.open()


def test_a_draft_message_with_the_report_opens_in_the_mail_program(
    bench: Bench, dialog: Callable[..., list[SendDialog]], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, opened: list[str],
) -> None:  # fmt: skip
    bench.open()
    asks_file(monkeypatch, tmp_path / "verslag.eml")
    sends(bench, dialog, reply_by=date(2026, 3, 25), subject="Ons verslag")
    waits_until_sent(bench)
    message = email.message_from_bytes((tmp_path / "verslag.eml").read_bytes(), policy=default)
    assert (message["To"], message["Subject"]) == ("Annet Vos <annet@halm.example>", "Ons verslag")
    text = message.get_body(("plain",)).get_content()
    assert "woensdag 25 maart 2026" in text
    assert [one.get_filename()[-5:] for one in message.iter_attachments()] == [".docx"]
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "verslag.eml")).toString()]
    assert "per mail aan Annet Vos" in everything_shown(bench.step.panel)
    assert not bench.step.send_button.isEnabled()
    bench.step.parts.row_named("Doel").click()
    assert bench.step.editing.editor is None
    undo_last(bench.archive)
    bench.step.reload()
    assert bench.step.view.report.state is ReportState.DRAFT


def test_an_address_that_would_be_lost_in_a_draft_is_said_at_its_field(
    bench: Bench, dialog: Callable[..., list[SendDialog]]
) -> None:
    bench.open()
    wrong: list[dict[str, str]] = []

    def fill(form: SendDialog) -> None:
        form.with_values({"other": "josé@halm.example"})
        wrong.append(dict(form.problems(form.values())))
        form.with_values({"way": AS_MAILTO})
        wrong.append(dict(form.problems(form.values())))

    dialog(fill)
    bench.step.send_button.click()
    assert wrong[0]["other"].startswith("Vóór de @ van “josé@halm.example” staat een letter met")
    assert wrong[1] == {}
    assert bench.step.view.report.state is ReportState.DRAFT


def test_what_the_adviser_wrote_in_the_message_stays_when_the_day_changes(
    bench: Bench, dialog: Callable[..., list[SendDialog]]
) -> None:
    bench.open()
    told: list[str] = []

    def write(form: SendDialog) -> None:
        first = form.field("body").text()
        form.field("reply_by").set_day(date(2026, 4, 2))
        form.field("reply_by").changed.emit(None)
        told.append(form.field("body").text())
        form.field("body").setText("Eigen woorden.")
        form.field("reply_by").set_day(date(2026, 4, 3))
        form.field("reply_by").changed.emit(None)
        told.append(form.field("body").text())
        assert first != told[0]
        form.reject()

    dialog(write)
    bench.step.send_button.click()
    assert "2 april 2026" in told[0]
    assert told[1] == "Eigen woorden."
    assert bench.step.view.report.state is ReportState.DRAFT


def test_somebody_without_an_address_is_asked_for_one(
    bench: Bench, dialog: Callable[..., list[SendDialog]]
) -> None:
    bench.open()
    problems: list[str] = []

    def nobody(form: SendDialog) -> None:
        form.with_values({"to0": False})
        form.save_button.click()
        problems.append(form.labelled("other").problem())
        form.with_values({"other": "geen adres"})
        form.save_button.click()
        problems.append(form.labelled("other").problem())
        form.reject()

    dialog(nobody)
    bench.step.send_button.click()
    assert problems[0].startswith("Kies wie het verslag krijgt")
    assert problems[1].startswith("Dit is geen mailadres")


def test_a_mailto_opens_and_the_word_file_stands_ready_to_be_attached(
    bench: Bench, dialog: Callable[..., list[SendDialog]], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, opened: list[str],
) -> None:  # fmt: skip
    bench.open()
    asks_file(monkeypatch, tmp_path / "verslag.docx")
    sends(bench, dialog, way=AS_MAILTO)
    waits_until_sent(bench)
    assert (tmp_path / "verslag.docx").read_bytes()[:2] == b"PK"
    assert opened[0].startswith("mailto:annet@halm.example?subject=Verslag%20van%20ons%20gesprek")
    assert "%0D%0A" in opened[0]


def test_sent_by_hand_asks_the_day_and_how(
    bench: Bench, dialog: Callable[..., list[SendDialog]]
) -> None:
    bench.open()
    hidden: list[bool] = []

    def fill(form: SendDialog) -> None:
        form.with_values({"way": BY_HAND, "on": date(2026, 3, 12), "how": SentHow.HANDED})
        hidden.append(not form.labelled("body").isVisibleTo(form))
        form.save_button.click()

    dialog(fill)
    bench.step.send_button.click()
    waits_until_sent(bench)
    assert hidden == [True]
    report = bench.step.view.report
    assert (report.sent_how, report.sent_to) == (SentHow.HANDED, "Annet Vos")
    assert "afgegeven aan Annet Vos" in everything_shown(bench.step.panel)


def test_the_answer_is_noted_with_who_and_how_and_a_new_version_opens(
    bench: Bench, answers: Answers
) -> None:
    sent(bench)
    answers.then({"kind": AnswerKind.CONFIRMED, "by": "Annet Vos", "text": "Prima zo."})
    bench.button("Antwoord noteren", bench.step.panel).click()
    assert bench.step.view.report.confirmed_by == "Annet Vos"
    shown = everything_shown(bench.step.panel)
    assert "door Annet Vos (mail)" in shown
    assert "“Prima zo.”" in shown
    bench.button("Nieuwe versie", bench.step.panel).click()
    assert (bench.step.view.report.version, bench.step.view.report.state) == (2, ReportState.DRAFT)


def test_corrections_per_line_are_taken_over_or_set_aside_in_the_next_version(
    bench: Bench, answers: Answers
) -> None:
    sent(bench)
    lines = report_answers.lines(bench.archive, bench.talk.id)
    places = {line.label: str(number) for number, line in enumerate(lines)}
    answers.then({"kind": AnswerKind.CORRECTED, "by": "Annet Vos"})
    answers.then(
        {places["Besluit"]: "Systeem A", places["Storingen"]: "Iets anders.", "rest": True}
    )
    bench.button("Antwoord noteren", bench.step.panel).click()
    assert bench.step.view.report.state is ReportState.CORRECTED
    bench.button("Nieuwe versie met de correcties", bench.step.panel).click()
    version = bench.step.panel.version
    one, two = report_corrections.open_corrections(bench.archive, bench.talk.id)
    version.take_over.emit(two)
    version.set_aside.emit(one)
    assert [row.text for row in bench.document().decisions] == ["Systeem A"]
    assert "Iets anders." not in bench.step.preview.words()
    assert report_corrections.open_corrections(bench.archive, bench.talk.id) == ()


def test_facts_are_corrected_per_line_and_words_that_mean_no_day_are_refused_in_the_form(
    bench: Bench, answers: Answers
) -> None:
    sent(bench)
    lines = report_answers.lines(bench.archive, bench.talk.id)
    places = {line.label: str(number) for number, line in enumerate(lines)}
    answers.then({"kind": AnswerKind.CORRECTED, "by": "Annet Vos"})
    answers.then({places["Datum"]: "een keer in maart"})
    bench.button("Antwoord noteren", bench.step.panel).click()
    assert "voluit" in answers.refused[places["Datum"]]
    answers.then({"kind": AnswerKind.CORRECTED, "by": "Annet Vos"})
    answers.then(
        {places["Datum"]: "woensdag 11 maart 2026", places["Aanwezig"]: "Annet Vos, afwezig",
         places["Toezegging die ontbreekt"]: "Wij sturen vrijdag de handleiding"}
    )  # fmt: skip
    bench.button("Antwoord noteren", bench.step.panel).click()
    bench.button("Nieuwe versie met de correcties", bench.step.panel).click()
    bench.button("Overnemen", bench.step.panel).click()
    bench.button("Overnemen", bench.step.panel).click()
    document = bench.document()
    assert (document.day, document.present) == (date(2026, 3, 11), ())
    assert document.absent == ("Annet Vos",)
    answers.then({})
    bench.button("Overnemen", bench.step.panel).click()
    assert any("handleiding" in row.what for row in bench.document().commitments)
    assert report_corrections.open_corrections(bench.archive, bench.talk.id) == ()


def test_a_mail_of_the_client_dropped_on_the_report_becomes_the_answer(
    bench: Bench, answers: Answers, tmp_path: Path
) -> None:
    sent(bench)
    path = tmp_path / "antwoord.eml"
    path.write_text(MAIL.format(said="Akkoord."), encoding="utf-8")
    seen: dict[str, object] = {}

    def look(form) -> None:
        seen.update(form.values())
        form.save_button.click()

    answers.then(look)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(100, 100), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    # The mail is of the thirteenth, so the day of the test is a later one.
    bench.desk.clock = Clock(bench.clock.today() + timedelta(days=1))
    bench.step.dropEvent(event)
    assert event.isAccepted()
    bench.qtbot.waitUntil(
        lambda: bench.step.view.report.state is ReportState.CONFIRMED, timeout=8000
    )
    assert seen["by"] == "Annet Vos"
    assert answers.titles == ["Antwoord uit de mail"]
    assert str(seen["text"]).startswith("Akkoord.")


def test_silence_after_the_day_offers_a_reminder_and_can_be_noted(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    sent(bench)
    bench.desk.clock = Clock(bench.clock.today() + timedelta(days=20))
    bench.step.reload()
    assert "Wacht op antwoord sinds" in everything_shown(bench.step.panel)
    asks_file(monkeypatch, tmp_path / "herinnering.eml")
    bench.button("Herinnering", bench.step.panel).click()
    assert b"Herinnering" in (tmp_path / "herinnering.eml").read_bytes()
    assert opened
    bench.button("Geen antwoord", bench.step.panel).click()
    assert "Geen antwoord na" in everything_shown(bench.step.panel)


def test_an_older_version_is_shown_as_it_was_and_written_byte_for_byte(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(bench)
    with bench.archive.reading() as work:
        frozen = work.frozen_reports.newest_of(bench.step.view.report.id)
        assert frozen is not None
        bytes_ = work.attachments.content(frozen.file_sha256)
    bench.button("Nieuwe versie", bench.step.panel).click()
    (decision,) = bench.step.view.sources.decisions
    report_registers.change_decision(bench.archive, decision.id, "Systeem A", Scope.INSIDE)
    bench.step.reload()
    assert "Systeem A" in bench.step.preview.words()
    bench.step.panel.version.version_picked.emit(1)
    assert bench.step.view.report.version == 1
    assert "Systeem B" in bench.step.preview.words()
    assert bench.step.editing.editor is None
    asks_file(monkeypatch, tmp_path / "een.docx")
    bench.step.export_button.click()
    bench.qtbot.waitUntil((tmp_path / "een.docx").exists, timeout=8000)
    bench.desk.background.wait()
    assert (tmp_path / "een.docx").read_bytes() == bytes_
    bench.step.panel.version.version_picked.emit(2)
    assert bench.step.view.report.state is ReportState.DRAFT


def test_what_changed_is_read_word_by_word(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(bench)
    bench.button("Nieuwe versie", bench.step.panel).click()
    (decision,) = bench.step.view.sources.decisions
    report_registers.change_decision(bench.archive, decision.id, "Systeem A", Scope.INSIDE)
    bench.step.reload()
    seen: list[str] = []

    def look(self: QDialog) -> int:
        assert isinstance(self, CompareDialog)
        seen.extend(label.text() for label in self.list.findChildren(SpanLabel))
        return 0

    monkeypatch.setattr(CompareDialog, "exec", look)
    bench.button("Gewijzigd sinds versie 1", bench.step.panel).click()
    assert seen == ["Systeem B A (binnen de opdracht)"]
    assert reports.document(bench.archive, bench.clock, bench.talk.id).version == 2


def test_a_decision_against_our_advice_gets_its_own_part_from_the_form_of_the_decision(
    bench: Bench, answers: Answers
) -> None:
    step = bench.open()
    editor = bench.click("Besluiten")
    answers.then({"advice_reason": "Te duur"})
    editor.row_opened.emit(step.view.sources.decisions[0])
    assert "advice" in answers.refused
    answers.then({"advice": "Neem systeem C", "advice_reason": "Te duur"})
    editor.row_opened.emit(step.view.sources.decisions[0])
    assert [row.advice for row in bench.document().deviations] == ["Neem systeem C"]
    words = step.preview.words()
    assert "Wijkt af van ons advies" in words
    assert "Neem systeem C" in words
    assert "Wijkt af van advies" in [row.entry.name for row in step.parts.rows]


def test_old_words_and_new_ones_stand_apart():
    shown = "".join(span.text for span in spans("Molenstraat 18, Heerdam", "Dorp 2, Heerdam"))
    assert shown == "Molenstraat 18 Dorp 2, Heerdam"
