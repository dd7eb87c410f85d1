"""Nakijken as it is used: the panel beside the paper, by mouse and by keyboard."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import AppointmentStatus, GoalReached, Side
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import NoteLine
from gesprekshulp.domain.report import PartKind
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services import checking, checking_words, report_parts, report_sending, reports
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment import report_checking, report_dialogs
from gesprekshulp.ui.appointment.report import ReportStep
from gesprekshulp.ui.appointment.report_remarks import RemarkRow
from gesprekshulp.ui.widgets.labels import Muted
from tests.office import (
    a_client,
    a_commitment,
    a_decision,
    a_participant,
    an_appointment,
)
from tests.ui.answers import Answers
from tests.ui.desks import a_desk

TEXT = "De ofertte ligt klaar. De monteur komt op maandag 17 april 2026. Wij ontzorgen u."


class Room:
    """The step on the screen, with a report that has something to mend."""

    def __init__(self, archive: Archive, clock: Clock, qtbot: QtBot) -> None:
        self.archive, self.clock, self.qtbot = archive, clock, qtbot
        self.client = a_client()
        self.talk = an_appointment(
            self.client, goal="is er een keuze", goal_reached=GoalReached.YES,
            status=AppointmentStatus.HELD,
        )  # fmt: skip
        with archive.transaction() as work:
            work.clients.save(self.client)
            work.appointments.save(self.talk)
            work.participants.save(a_participant(self.talk, present=True))
            work.note_lines.save(
                NoteLine(
                    LineId(new_id()), self.talk.id, 0, datetime(2026, 3, 12, 9, tzinfo=UTC)
                ).saying("de winkels lopen goed")
            )
            work.settings.save(replace(work.settings.load(), own_name="Steven Dalen"))
        self.part = report_parts.add_part(archive, clock, self.talk.id, "Extra", TEXT).id
        self.desk, self.window = a_desk(archive, clock)
        self.step = ReportStep(self.desk)
        qtbot.addWidget(self.step)
        self.step.resize(1224, 689)
        self.step.show()

    def open(self) -> ReportStep:
        self.step.open(self.talk.id)
        self.wait(lambda: self.found() != [])
        return self.step

    def wait(self, until: Any) -> None:
        self.qtbot.waitUntil(until, timeout=10_000)

    def rows(self) -> list[RemarkRow]:
        return [row for row in self.step.remarks.rows if isinstance(row, RemarkRow)]

    def found(self) -> list[str]:
        return [row.found.remark.found for row in self.rows()]

    def row(self, words: str) -> RemarkRow:
        return next(row for row in self.rows() if row.found.remark.found == words)

    def link(self, row: RemarkRow, name: str) -> Any:
        found = [
            b for b in row.findChildren(QAbstractButton) if b.accessibleName().startswith(name)
        ]
        assert found, [b.accessibleName() for b in row.findChildren(QAbstractButton)]
        return found[0]

    def text(self) -> str:
        view = reports.view(self.archive, self.clock, self.talk.id)
        return next(part.text for part in view.parts if part.id == self.part)


@pytest.fixture
def room(archive: Archive, clock: Clock, qtbot: QtBot) -> Iterator[Room]:
    made = Room(archive, clock, qtbot)
    yield made
    made.desk.background.wait()


def press(widget: Any, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifiers)


def test_every_remark_stands_in_the_list_with_its_kind_place_and_reason(room: Room) -> None:
    room.open()
    assert room.found() == ["ofertte", "maandag 17 april 2026", "ontzorgen"]
    room.wait(lambda: "bedoelt u offerte?" in room.row("ofertte").reason.text())
    word, day, folder = room.rows()
    assert "Spelling, Extra" in word.accessibleName()
    assert "Feit, Extra" in day.accessibleName()
    assert "een vrijdag, geen maandag" in day.reason.text()
    assert "Formulering" in folder.accessibleName()
    assert room.step.remarks.count.text() == "3 opmerkingen"
    assert room.step.parts.row_named("Extra").entry.remarks == 3


def test_nothing_changes_without_a_click_and_a_fix_is_one_click_and_undone_by_one(
    room: Room,
) -> None:
    room.open()
    assert room.text() == TEXT
    row = room.row("maandag 17 april 2026")
    assert row.main is not None
    assert row.main.label() == "vrijdag 17 april 2026 invullen"
    row.main.click()
    assert "vrijdag 17 april 2026" in room.text()
    assert "maandag 17 april 2026" not in room.found()
    assert room.window.undo is not None
    room.window.undo()
    assert room.text() == TEXT
    room.wait(lambda: "maandag 17 april 2026" in room.found())


def test_a_suggestion_for_a_word_is_put_in_its_place(room: Room) -> None:
    room.open()
    room.wait(lambda: room.row("ofertte").found.fix is not None)
    room.row("ofertte").main.click()  # type: ignore[union-attr]
    assert room.text().startswith("De offerte ligt klaar.")


def test_what_was_found_is_marked_on_the_paper_and_leads_from_there_to_its_row(room: Room) -> None:
    step = room.open()
    room.wait(lambda: len(step.preview.marked()) == 3)
    assert {one.found for one in step.preview.marked()} == set(room.found())
    step.preview.remark_picked.emit(room.row("ontzorgen").found.remark)
    assert step.remarks.active is not None
    assert step.remarks.active.found == "ontzorgen"
    room.link(room.row("ontzorgen"), "Overslaan").click()
    room.wait(lambda: len(step.preview.marked()) == 2)


def test_what_is_skipped_stays_away_and_can_be_put_back(room: Room) -> None:
    step = room.open()
    room.link(room.row("ontzorgen"), "Overslaan").click()
    assert "ontzorgen" not in room.found()
    room.wait(lambda: step.remarks._shown is not None and len(step.remarks._shown.skipped) == 1)
    step.remarks._toggle_skipped()
    (skipped,) = step.remarks.skipped_rows
    room.link(skipped, "Terugzetten").click()
    room.wait(lambda: "ontzorgen" in room.found())
    assert checking.check(room.archive, room.clock, room.talk.id).skipped == ()


def test_a_word_is_added_to_the_list_of_the_office_or_of_the_client(room: Room) -> None:
    step = room.open()
    menu = room.row("ofertte").list_menu()
    assert [action.text() for action in menu.actions()] == [
        "Toevoegen aan woordenlijst", "Toevoegen voor deze klant",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    assert "ofertte" not in room.found()
    assert checking_words.own_words(room.archive, room.client.id) == ("ofertte",)
    assert room.window.undo is not None
    room.window.undo()
    step.reload()
    room.wait(lambda: "ofertte" in room.found())
    menu = room.row("ofertte").list_menu()
    menu.actions()[0].trigger()
    assert checking_words.own_words(room.archive) == ("ofertte",)


def test_f7_goes_through_the_list_f8_mends_and_shift_f8_skips(room: Room) -> None:
    step = room.open()
    step.activateWindow()
    room.wait(lambda: room.row("ofertte").found.fix is not None)
    press(step, Qt.Key.Key_F7)
    assert step.remarks.active is not None
    assert step.remarks.active.found == "ofertte"
    press(step, Qt.Key.Key_F7)
    press(step, Qt.Key.Key_F7)
    assert step.remarks.active.found == "ontzorgen"
    press(step, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert step.remarks.active.found == "maandag 17 april 2026"
    press(step, Qt.Key.Key_F8)
    assert "vrijdag 17 april 2026" in room.text()
    # What stood below it is next.
    assert step.remarks.active.found == "ontzorgen"
    press(step, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert room.found() == ["ofertte"]
    press(step, Qt.Key.Key_F7)
    press(step, Qt.Key.Key_F8)
    assert room.found() == []
    # The keyboard stays with the list, not with "Ongedaan maken" or another button.
    assert step.focusWidget() is step.remarks


def test_a_remark_without_a_fix_opens_its_part_with_the_words_selected(room: Room) -> None:
    step = room.open()
    room.row("ontzorgen").main.click()  # type: ignore[union-attr]
    assert step.editing.editor is not None
    assert step.editing.editor.part.id == room.part
    assert step.editing.editor.text.textCursor().selectedText() == "ontzorgen"


def test_a_fix_in_a_part_that_is_open_is_typed_there_and_undone_there(room: Room) -> None:
    step = room.open()
    step.editing.edit(room.part)
    editor = step.editing.editor
    assert editor is not None
    room.row("maandag 17 april 2026").main.click()  # type: ignore[union-attr]
    assert step.editing.editor is editor
    assert "vrijdag 17 april 2026" in editor.text.text()
    assert "vrijdag 17 april 2026" in room.text()
    editor.text.undo()
    editor.flush()
    assert room.text() == TEXT


def test_typing_is_read_after_a_pause_and_old_results_are_dropped(room: Room) -> None:
    step = room.open()
    step.editing.edit(room.part)
    assert step.editing.editor is not None
    step.editing.editor.text.setText("Alles ligt klaar.")
    step.editing.editor.flush()
    room.wait(lambda: room.found() == [])
    words = [label.text() for label in step.remarks.findChildren(Muted)]
    assert "Namen, bedragen en aanhef kloppen." in words


def test_a_row_of_a_register_is_mended_in_the_register(room: Room) -> None:
    decision = a_decision(room.client, "Eerst de kasssa", appointment_id=room.talk.id)
    with room.archive.transaction() as work:
        work.decisions.save(decision)
    room.open()
    room.wait(lambda: room.row("kasssa").found.fix is not None)
    room.row("kasssa").main.click()  # type: ignore[union-attr]
    with room.archive.reading() as work:
        assert work.decisions.get(decision.id).text == "Eerst de kassa"
    undo_last(room.archive)
    with room.archive.reading() as work:
        assert work.decisions.get(decision.id).text == "Eerst de kasssa"


def test_a_promise_that_only_stands_in_the_text_is_recorded_from_its_remark(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_parts.edit_part(
        room.archive, room.clock, room.talk.id, room.part,
        "Wij sturen u uiterlijk vrijdag 20 maart de prijslijst.",
    )  # fmt: skip
    asked: list[Any] = []

    def ask(*_: Any, proposed: Any, **__: Any) -> dict[str, Any]:
        asked.append(proposed)
        return {
            "side": proposed.side, "who": proposed.who, "what": proposed.what,
            "due": proposed.due, "event": "", "reason": "",
        }  # fmt: skip

    monkeypatch.setattr(report_dialogs, "ask_promise", ask)
    room.open()
    (row,) = room.rows()
    assert row.main is not None
    assert row.main.label() == "Vastleggen"
    row.main.click()
    assert asked[0].due == date(2026, 3, 20)
    room.wait(lambda: room.found() == [])
    with room.archive.reading() as work:
        assert len(work.commitments.of_appointment(room.talk.id)) == 1


def test_with_one_key_a_decision_in_the_text_opens_its_form(room: Room, answers: Answers) -> None:
    said = "Besloten is om onderhoud buiten de opdracht te laten."
    report_parts.edit_part(room.archive, room.clock, room.talk.id, room.part, said)
    step = room.open()
    (row,) = room.rows()
    assert row.main is not None
    assert row.main.label() == "Vastleggen"
    answers.then({"text": "Onderhoud blijft buiten de opdracht"})
    step.remarks.step(1)
    step.remarks.take_fix()
    room.wait(lambda: room.found() == [])
    with room.archive.reading() as work:
        (made,) = work.decisions.of_appointment(room.talk.id)
    assert (made.text, made.scope) == ("Onderhoud blijft buiten de opdracht", Scope.OUTSIDE)


def test_who_promised_earlier_in_the_sentence_is_proposed(room: Room, answers: Answers) -> None:
    report_parts.edit_part(
        room.archive, room.clock, room.talk.id, room.part,
        "Annet bespreekt dit en stuurt vrijdag 20 maart de plattegrond.",
    )  # fmt: skip
    room.open()
    row = next(row for row in room.rows() if "stuurt" in row.found.remark.found)
    answers.then({})
    assert row.main is not None
    row.main.click()
    with room.archive.reading() as work:
        (made,) = work.commitments.of_appointment(room.talk.id)
    assert (made.side, made.who, made.due) == (Side.CLIENT, "Annet Vos", date(2026, 3, 20))


def test_what_is_found_out_is_part_of_the_promise_that_is_proposed(
    room: Room, answers: Answers
) -> None:
    report_parts.edit_part(
        room.archive, room.clock, room.talk.id, room.part,
        "Steven zoekt uit of de oude bonprinter kan blijven. Dat scheelt geld.",
    )  # fmt: skip
    room.open()
    (row,) = room.rows()
    answers.then({})
    assert row.main is not None
    row.main.click()
    with room.archive.reading() as work:
        (made,) = work.commitments.of_appointment(room.talk.id)
    assert made.what == "uitzoeken of de oude bonprinter kan blijven"


def test_a_leak_cannot_be_skipped_when_it_is_internal(room: Room) -> None:
    with room.archive.transaction() as work:
        work.clients.save(replace(room.client, remarks=InternalText("betaalt altijd te laat")))
    report_parts.edit_part(
        room.archive, room.clock, room.talk.id, room.part, "U betaalt altijd te laat."
    )
    room.open()
    (row,) = room.rows()
    assert "Lek" in row.accessibleName()
    names = [button.accessibleName() for button in row.findChildren(QAbstractButton)]
    assert not any(name.startswith("Overslaan") for name in names)


def test_the_report_is_read_on_another_thread_than_that_of_the_keys(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    check = checking.check

    def noted(*args: Any, **named: Any) -> checking.Checked:
        threads.append(threading.get_ident())
        return check(*args, **named)

    monkeypatch.setattr(checking, "check", noted)
    step = room.open()
    step.editing.edit(room.part)
    assert step.editing.editor is not None
    for letter in "Nog een woord. ":
        step.editing.editor.text.insertPlainText(letter)
        QApplication.processEvents()
    step.editing.editor.flush()
    room.wait(lambda: len(threads) >= 2)
    assert threading.get_ident() not in threads


def test_a_version_that_was_sent_has_no_remarks(room: Room) -> None:
    report_sending.mark_sent(room.archive, room.clock, room.talk.id, room.clock.today())
    room.step.open(room.talk.id)
    room.wait(lambda: room.step.panel.report_id is not None)
    assert room.step.remarks.isHidden()


def test_parts_that_are_left_out_can_be_put_back_for_a_promise(room: Room) -> None:
    with room.archive.transaction() as work:
        work.commitments.save(a_commitment(room.client, appointment_id=room.talk.id))
    reports.refresh(room.archive, room.clock, room.talk.id)
    view = reports.view(room.archive, room.clock, room.talk.id)
    table = next(part for part in view.parts if part.kind is PartKind.COMMITMENTS)
    report_parts.show_part(room.archive, room.clock, room.talk.id, table.id, False)
    room.open()
    row = next(row for row in room.rows() if row.found.remark.rule == "belofte-niet-in-verslag")
    assert row.main is not None
    assert row.main.label() == "In het verslag"
    row.main.click()
    view = reports.view(room.archive, room.clock, room.talk.id)
    assert next(part for part in view.parts if part.kind is PartKind.COMMITMENTS).included


def test_remarks_stand_under_their_words_and_a_click_there_goes_to_the_row(room: Room) -> None:
    step = room.open()
    step.editing.close()
    room.wait(lambda: step.preview.marked() != ())
    marked = step.preview.marked()[0]
    step.preview.remark_picked.emit(marked)
    assert step.remarks.active == marked


def test_what_stood_beside_another_report_is_gone_at_once_and_follows_when_it_is_painted(
    room: Room,
) -> None:
    other = an_appointment(room.client, status=AppointmentStatus.HELD, title="Tweede gesprek")
    with room.archive.transaction() as work:
        work.appointments.save(other)
        work.participants.save(a_participant(other, present=True))
    report_parts.add_part(room.archive, room.clock, other.id, "Nog iets", "De wagon staat er. Err.")
    step = room.open()
    step.open(other.id)
    assert step.remarks.remarks == ()
    assert not step.remarks.isVisible()
    assert step.preview.marked() == ()
    room.wait(lambda: room.found() == ["Err"])
    assert step.remarks.isVisible()
    assert step.parts.row_named("Nog iets").entry.remarks == 1


def slow_suggestions(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], threading.Event]:
    """A report with two odd words; what was asked for, of which the first waits for the event."""
    asked: list[str] = []
    seen = threading.Event()

    def suggested(_archive: Any, _client: Any, word: str) -> tuple[str, ...]:
        asked.append(word)
        seen.wait(10)
        return ()

    monkeypatch.setattr(report_checking, "_suggested", suggested)
    words = "De ofertte en de fakturr."
    report_parts.edit_part(room.archive, room.clock, room.talk.id, room.part, words)
    room.open()
    room.wait(lambda: asked == ["ofertte"])
    return asked, seen


def test_no_more_suggestions_are_looked_for_when_nobody_sees_the_report(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, seen = slow_suggestions(room, monkeypatch)
    step = room.step
    step.hide()
    seen.set()
    room.desk.background.wait()
    QApplication.processEvents()
    assert asked == ["ofertte"]
    step.show()
    step.open(room.talk.id)
    room.wait(lambda: asked == ["ofertte", "fakturr"])


def test_suggestions_are_looked_for_on_while_the_window_is_minimised(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, seen = slow_suggestions(room, monkeypatch)
    step = room.step
    step.showMinimized()
    step.showNormal()
    seen.set()
    room.wait(lambda: asked == ["ofertte", "fakturr"])


def test_a_key_right_after_another_report_is_opened_leaves_out_nothing_of_the_one_before(
    room: Room,
) -> None:
    other = an_appointment(room.client, status=AppointmentStatus.HELD)
    with room.archive.transaction() as work:
        work.appointments.save(other)
    report_parts.add_part(room.archive, room.clock, other.id, "Nog iets", "De wagon staat er. Err.")
    step = room.open()
    step.open(other.id)
    step.remarks.step(1)
    step.remarks.skip_active()
    with room.archive.reading() as work:
        assert work.settings.values("nakijken.genegeerd.") == {}
    room.wait(lambda: room.found() == ["Err"])
