"""Verslag as it is used: the real widgets on a real archive."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import AgendaItem, Appointment, AppointmentStatus, GoalReached
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.ids import AgendaItemId, LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.report import PartKind
from gesprekshulp.services import reports
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment import report_dialogs
from gesprekshulp.ui.appointment.report import ReportStep
from gesprekshulp.ui.appointment.report_facts_editors import FactsEditor, GoalEditor
from gesprekshulp.ui.appointment.report_parts import InternalPopover
from gesprekshulp.ui.appointment.report_row_editors import CommitmentsEditor, DecisionsEditor
from gesprekshulp.ui.attachments.panel import AttachmentPanel
from gesprekshulp.ui.shell.page import Chrome
from gesprekshulp.ui.widgets.labels import Text
from tests.office import a_client, a_commitment, a_decision, a_participant, an_appointment
from tests.ui.desks import ToldWindow, a_desk

SECRET = "Joris reageert geprikkeld"


class Bench:
    """The step on the screen, with its talk."""

    def __init__(self, archive: Archive, clock: Clock, qtbot: QtBot) -> None:
        self.archive, self.clock, self.qtbot = archive, clock, qtbot
        self.client: Client = a_client(street="Molenstraat 18", city="Heerdam")
        self.talk: Appointment = an_appointment(
            self.client, goal="is er een keuze", status=AppointmentStatus.HELD
        )
        item = AgendaItem(AgendaItemId(new_id()), self.talk.id, 0, "Storingen")
        with archive.transaction() as work:
            work.clients.save(self.client)
            work.appointments.save(self.talk)
            work.agenda_items.save(item)
            work.participants.save(a_participant(self.talk, present=True))
            work.settings.save(replace(work.settings.load(), firm_name="Van Dalen Advies"))
            for place, (kind, words) in enumerate(
                (
                    (LineKind.NOTE, "de winkels hadden geen kassa"),
                    (LineKind.SIGNAL, SECRET),
                    (LineKind.INTERNAL, "budget is krap"),
                )
            ):
                line = NoteLine(
                    LineId(new_id()), self.talk.id, place, datetime(2026, 3, 12, 9, tzinfo=UTC),
                    kind, agenda_item_id=item.id,
                ).saying(words)  # fmt: skip
                work.note_lines.save(line)
            work.decisions.save(a_decision(self.client, "Systeem B", appointment_id=self.talk.id))
            self.promise = work.commitments.save(
                a_commitment(
                    self.client, "stuurt de offerte", appointment_id=self.talk.id, due=None,
                    made_on=date(2026, 3, 12),
                )
            )  # fmt: skip
        self.desk, self.window = a_desk(archive, clock)
        self.step = ReportStep(self.desk)
        qtbot.addWidget(self.step)
        self.step.resize(1224, 689)
        self.step.show()

    def open(self) -> ReportStep:
        self.step.open(self.talk.id)
        self.qtbot.waitUntil(lambda: self.step.panel.report_id is not None)
        return self.step

    def give_the_promise_a_day(self) -> None:
        with self.archive.transaction() as work:
            work.commitments.save(replace(self.promise, due=date(2026, 3, 20)))

    @property
    def told(self) -> ToldWindow:
        return self.window

    def click(self, name: str) -> Any:
        self.step.parts.row_named(name).click()
        assert self.step.editing.editor is not None
        return self.step.editing.editor

    def document(self):
        return reports.document(self.archive, self.clock, self.talk.id)

    def button(self, words: str, among: QWidget | None = None) -> Any:
        QApplication.processEvents()  # widgets just made are shown by the next event
        found = [
            b
            for b in (among or self.step).findChildren(QPushButton)
            if b.text() == words and b.isVisibleTo(self.step)
        ]
        assert found, f"no button {words}"
        return found[0]


@pytest.fixture
def bench(archive: Archive, clock: Clock, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(archive, clock, qtbot)
    yield made
    made.desk.background.wait()


def everything_shown(widget: QWidget) -> str:
    found = [label.text() for label in widget.findChildren(QLabel)]
    found += [child.accessibleName() for child in widget.findChildren(QWidget)]
    found += [child.toolTip() for child in widget.findChildren(QWidget)]
    return "\n".join(found)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def test_the_page_shows_what_the_document_says(bench: Bench) -> None:
    words = bench.open().preview.words()
    document = bench.document()
    assert document.title in words
    assert "Aan het einde van dit gesprek is er een keuze." in words
    assert "De winkels hadden geen kassa." in words
    assert "Systeem B (binnen de opdracht)" in words
    assert "nog geen dag afgesproken" in words
    assert "Klopt dit verslag?" in words
    assert bench.step.chrome is Chrome.RAIL


def test_headings_on_the_page_stand_in_the_order_of_the_word_file(
    bench: Bench, tmp_path: Path
) -> None:
    bench.give_the_promise_a_day()
    bench.open()
    path = reports.export(bench.archive, bench.clock, bench.talk.id, tmp_path / "v.docx")
    made = docx.Document(io.BytesIO(path.read_bytes()))
    headings = [p.text for p in made.paragraphs if p.style and p.style.name.startswith("Heading 1")]
    assert headings
    words = bench.step.preview.words().split("\n")
    places = [words.index(heading) for heading in headings]
    assert places == sorted(places)


@pytest.mark.parametrize("wide", [1680, 1224, 1064, 944])
def test_the_page_is_never_cut_off_however_small_the_window(bench: Bench, wide: int) -> None:
    bench.open()
    bench.step.resize(wide, 584)
    bench.qtbot.wait(20)
    preview = bench.step.preview
    paper = preview.paper
    assert paper.x() >= 0
    assert paper.x() + paper.width() <= preview.viewport().width()
    if wide >= 1224:
        assert paper.width() == 624


def test_nothing_internal_is_on_the_screen_until_it_is_asked_for(bench: Bench) -> None:
    step = bench.open()
    assert SECRET not in everything_shown(step)
    assert step.parts.inside.words.text() == "2 regels uit het gesprek staan niet in het verslag."
    step.parts.inside.look.click()
    popover = step.findChild(InternalPopover)
    assert SECRET in [text.text() for text in popover.findChildren(Text)]
    assert SECRET not in step.preview.words()
    popover.close()


def test_the_left_list_counts_remarks_and_checks_the_rest(bench: Bench) -> None:
    step = bench.open()
    entries = {row.entry.name: row.entry for row in step.parts.rows}
    assert entries["Toezeggingen"].remarks == 1
    assert entries["Besluiten"].state == "klaar"
    assert entries["Bijlagen"].state == "leeg"


def test_a_click_on_the_page_opens_the_part_in_place(bench: Bench) -> None:
    step = bench.open()
    goal = next(p for p in step.view.parts if p.kind is PartKind.GOAL)
    QApplication.processEvents()
    bench.qtbot.mouseClick(step.preview.areas[goal.id], Qt.MouseButton.LeftButton)
    assert isinstance(step.editing.editor, GoalEditor)
    assert step.parts.row_named("Doel").isChecked()


def test_what_is_typed_is_saved_soon_and_on_the_page_after_klaar(bench: Bench) -> None:
    bench.open()
    editor = bench.click("Doel")
    editor.text.setPlainText("Een keuze tussen twee systemen.")
    bench.qtbot.waitUntil(
        lambda: bench.document().goal == "Een keuze tussen twee systemen.", timeout=2000
    )
    assert bench.step.editing.editor is editor
    bench.button("Klaar").click()
    assert bench.step.editing.editor is None
    assert "Een keuze tussen twee systemen." in bench.step.preview.words()


def test_leaving_the_step_saves_the_last_letters(bench: Bench) -> None:
    bench.open()
    bench.click("Nog open").text.setPlainText("Wanneer komt de monteur?")
    bench.step.leave()
    assert bench.document().open_questions == ("Wanneer komt de monteur?",)


def test_ctrl_enter_and_escape_close_the_editor(bench: Bench) -> None:
    bench.open()
    for key, modifiers in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        press(bench.click("Bevestiging"), key, modifiers)
        assert bench.step.editing.editor is None


def test_the_goal_is_answered_with_a_word_for_the_client(bench: Bench) -> None:
    bench.open()
    editor = bench.click("Doel")
    assert isinstance(editor, GoalEditor)
    editor.note.setText("De prijs volgt nog.")
    editor.reached._choose("deels")  # what a click on the segment does
    document = bench.document()
    assert (document.goal_reached, document.goal_note) == (
        GoalReached.PARTLY,
        "De prijs volgt nog.",
    )


def test_who_was_absent_title_and_place_are_changed_in_the_facts(bench: Bench) -> None:
    bench.open()
    editor = bench.click("Gegevens")
    assert isinstance(editor, FactsEditor)
    editor.checks[0].click()
    editor.title.setText("De nieuwe kassa")
    editor.place.setText("Op kantoor")
    bench.button("Klaar").click()
    document = bench.document()
    assert (document.title, document.place) == ("De nieuwe kassa", "Op kantoor")
    assert document.absent == ("Annet Vos",)


def test_a_vague_promise_gets_its_day_from_the_remarks(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = bench.open()
    answer = {
        "what": "stuurt de offerte", "side": bench.promise.side, "who": "Steven",
        "due": date(2026, 3, 20), "event": "", "reason": "",
    }  # fmt: skip
    monkeypatch.setattr(report_dialogs, "ask_promise", lambda *_, **__: answer)
    row = next(row for row in step.remarks.problem_rows if row.problem.blocks)
    row.fix.click()
    assert bench.document().commitments[0].by_when == "vrijdag 20 maart 2026"
    assert not any(row.problem.blocks for row in step.remarks.problem_rows)


def test_promises_and_decisions_are_changed_added_and_removed_in_place(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.open()
    editor = bench.click("Besluiten")
    assert isinstance(editor, DecisionsEditor)
    answer = {"text": "De webwinkel", "scope": Scope.OUTSIDE, "advice": "", "advice_reason": ""}
    monkeypatch.setattr(report_dialogs, "ask_decision", lambda *_, **__: answer)
    editor.row_added.emit()
    assert {d.text for d in bench.document().decisions} == {"Systeem B", "De webwinkel"}
    assert isinstance(bench.step.editing.editor, DecisionsEditor)
    bench.step.editing.editor.row_removed.emit(bench.step.view.sources.decisions[0])
    assert len(bench.document().decisions) == 1
    assert bench.told.undo is not None
    bench.told.undo()
    assert len(bench.document().decisions) == 2
    promises = bench.click("Toezeggingen")
    assert isinstance(promises, CommitmentsEditor)
    promises.row_removed.emit(bench.promise)
    assert bench.document().commitments == ()


def test_a_part_of_ones_own_is_added_and_opened(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = bench.open()
    monkeypatch.setattr(report_dialogs, "ask_name", lambda *_: "Werkwijze")
    step.parts.add_button.click()
    assert step.editing.editor is not None
    assert step.editing.editor.part.heading == "Werkwijze"
    step.editing.editor.text.setPlainText("In twee stappen.")
    step.editing.close()
    assert "Werkwijze" in step.preview.words()


def test_a_part_left_out_goes_from_the_page_and_comes_back_with_undo(bench: Bench) -> None:
    step = bench.open()
    bench.click("Bevestiging")
    bench.button("Weglaten uit het verslag").click()
    assert "Klopt dit verslag?" not in step.preview.words()
    assert step.parts.row_named("Bevestiging").entry.state == "staat niet in het verslag"
    assert bench.told.undo is not None
    bench.told.undo()
    assert "Klopt dit verslag?" in step.preview.words()


def test_the_word_file_is_made_where_the_user_says(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.give_the_promise_a_day()
    step = bench.open()
    names: list[str] = []

    def chosen(_: QWidget, title: str, proposed: str, *__: object) -> tuple[str, str]:
        names.append(Path(proposed).name)
        return str(tmp_path / names[0]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    step.export_button.click()
    bench.qtbot.waitUntil(lambda: bool(bench.told.told), timeout=5000)
    assert names == ["Gespreksverslag Bakkerij De Halm 2026-03-12.docx"]
    assert (tmp_path / names[0]).exists()
    assert str(tmp_path) in bench.told.told[0]
    assert bench.button("Openen", step.panel).isVisibleTo(step)


def test_a_report_with_a_vague_promise_of_ours_is_not_sent(bench: Bench) -> None:
    step = bench.open()
    step.send_button.click()
    assert "heeft nog geen dag" in bench.told.failed[0]
    assert isinstance(step.editing.editor, CommitmentsEditor)


def test_a_talk_that_is_still_to_be_held_has_no_report(
    archive: Archive, clock: Clock, bench: Bench
) -> None:
    planned = an_appointment(bench.client, starts_at=datetime(2026, 4, 1, 9, tzinfo=UTC))
    with archive.transaction() as work:
        work.appointments.save(planned)
    bench.step.open(planned.id)
    assert not reports.view(archive, clock, planned.id).is_kept
    assert not bench.step.export_button.isVisibleTo(bench.step)
    bench.button("Verslag beginnen").click()
    assert reports.view(archive, clock, planned.id).is_kept
    assert "Keuze van het kassasysteem" in bench.step.preview.words()


def test_names_with_signs_are_shown_as_they_are(bench: Bench) -> None:
    with bench.archive.transaction() as work:
        work.clients.save(replace(bench.client, name="<b>Jansen & Zn</b>"))
    words = bench.open().preview.words()
    assert "<b>Jansen & Zn</b>, donderdag 12 maart 2026" in words


def test_files_dropped_on_the_report_are_named_when_chosen(bench: Bench, tmp_path: Path) -> None:
    bench.open()
    bench.click("Bijlagen")

    def panel() -> AttachmentPanel:
        # Its editor is made anew when something was written that it does not know of.
        assert bench.step.editing.editor is not None
        return bench.step.editing.editor.findChild(AttachmentPanel)

    file = tmp_path / "Offerte.pdf"
    file.write_bytes(b"pdf")
    panel().add([file])
    bench.qtbot.waitUntil(lambda: len(panel().rows) == 1, timeout=5000)
    assert bench.document().attachments == ()
    panel().rows[0].check.click()
    assert bench.document().attachments == ("Offerte.pdf",)
