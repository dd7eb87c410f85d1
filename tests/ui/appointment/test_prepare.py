from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, Speaker
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import preparation
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment.prepare import PrepareStep
from gesprekshulp.ui.appointment.prepare_agenda import read_item
from gesprekshulp.ui.appointment.prepare_expectations import split_person
from gesprekshulp.ui.context import Desk
from tests.ui.appointment.talks import Prepared, a_talk
from tests.ui.desks import ToldWindow, a_desk


@pytest.fixture
def prepared(archive: Archive) -> Prepared:
    return a_talk(archive)


@pytest.fixture
def surroundings(archive: Archive, clock: Clock) -> tuple[Desk, ToldWindow]:
    return a_desk(archive, clock)


@pytest.fixture
def window(surroundings: tuple[Desk, ToldWindow]) -> ToldWindow:
    return surroundings[1]


@pytest.fixture
def step(qtbot: QtBot, surroundings: tuple[Desk, ToldWindow], prepared: Prepared) -> PrepareStep:
    made = PrepareStep(surroundings[0])
    # As on the page: the dossier at its right.
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(made)
    row.addWidget(made.panel)
    qtbot.addWidget(window)
    window.resize(1040, 700)
    window.show()
    window.activateWindow()
    made.open(prepared.appointment.id)
    qtbot.waitUntil(lambda: made.panel.read_check is not None)
    qtbot.wait(20)
    yield made
    surroundings[0].background.wait()
    made.leave()


def type_text(widget: QWidget, text: str) -> None:
    """As typed on a keyboard; keyClicks cannot send letters beyond ASCII."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            )


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    held = held or Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, held))


def kept(archive: Archive, id: AppointmentId) -> Appointment:
    with archive.reading() as work:
        return work.appointments.get(id)


def agenda_of(archive: Archive, prepared: Prepared) -> list[str]:
    with archive.reading() as work:
        return [i.title for i in work.agenda_items.of_appointment(prepared.appointment.id)]


def to_do(step: PrepareStep) -> list[str]:
    return [button.label() for button in step.bar.to_do.buttons]


# Goal


def test_a_goal_is_in_the_archive_within_a_second_of_the_last_key(
    qtbot: QtBot, archive: Archive, step: PrepareStep, prepared: Prepared
) -> None:
    type_text(step.goal.goal.editor, "weet Zoë wat het kost")
    qtbot.waitUntil(
        lambda: kept(archive, prepared.appointment.id).goal == "weet Zoë wat het kost",
        timeout=1000,
    )


def test_the_mark_follows_the_goal(qtbot: QtBot, step: PrepareStep) -> None:
    assert to_do(step)[0] == "Doel opschrijven"
    type_text(step.goal.goal.editor, "is de keuze gemaakt")
    qtbot.waitUntil(lambda: "Doel opschrijven" not in to_do(step), timeout=1000)


def test_leaving_the_page_saves_what_was_just_typed(
    archive: Archive, step: PrepareStep, prepared: Prepared
) -> None:
    type_text(step.goal.outcome, "Akkoord")
    step.leave()
    assert kept(archive, prepared.appointment.id).wished_outcome == "Akkoord"


def test_a_goal_without_a_result_gets_a_hint_that_goes_when_it_is_heeded(
    qtbot: QtBot, step: PrepareStep
) -> None:
    type_text(step.goal.goal.editor, "kennismaken")
    qtbot.waitUntil(lambda: "klaar, gekozen of bekend" in step.goal.hint.text(), timeout=4000)
    step.goal.goal.setText("weet Annet wat het kost")
    qtbot.waitUntil(lambda: step.goal.hint.text() == "", timeout=4000)


def test_what_is_typed_stays_when_another_page_writes(
    step: PrepareStep, surroundings: tuple[Desk, ToldWindow]
) -> None:
    type_text(step.goal.goal.editor, "weet Annet")
    surroundings[0].wrote()
    assert step.goal.goal.text() == "weet Annet"


# Readiness


@pytest.mark.parametrize(
    ("need", "target"),
    [
        ("doel", lambda s: s.goal.goal.editor),
        ("verwachtingen", lambda s: s.expectations.rows()[1].check),
        ("vooraf sturen", lambda s: s.sendings.rows()[0].check),
    ],
)
def test_a_button_of_the_mark_jumps_to_what_is_missing(
    qtbot: QtBot, step: PrepareStep, need: str, target: Callable[[PrepareStep], QWidget]
) -> None:
    step.bar.asked.emit(need)
    qtbot.waitUntil(target(step).hasFocus)


def test_the_mark_jumps_into_the_dossier(qtbot: QtBot, step: PrepareStep) -> None:
    step.focus_on("vorig verslag")
    assert step.panel.read_check is not None
    qtbot.waitUntil(step.panel.read_check.hasFocus)
    step.focus_on("toezeggingen")
    qtbot.waitUntil(step.panel.late_rows[0].hasFocus)


def test_missing_people_are_looked_for_in_the_plan(
    step: PrepareStep, window: ToldWindow, prepared: Prepared
) -> None:
    step.focus_on("deelnemers")
    where = {"appointment_id": prepared.appointment.id, "step": "plannen", "focus": "deelnemers"}
    assert window.went[-1] == ("afspraak", where)


def test_the_mark_says_all_that_is_missing(step: PrepareStep) -> None:
    assert to_do(step) == [
        "Doel opschrijven",
        "Joris navragen",
        "Vorig verslag lezen",
        "Toezegging bijwerken",
        "Offerte sturen",
    ]


# Expectations


def test_an_expectation_is_ticked_with_its_day(step: PrepareStep) -> None:
    row = step.expectations.rows()[1]
    row.check.click()
    row = step.expectations.rows()[1]
    assert row.asked_on.text() == "nagevraagd do 12 mrt, vandaag"
    assert row.ask_button.isHidden()
    assert "Joris navragen" not in to_do(step)


def test_an_expectation_is_added_as_name_and_words(step: PrepareStep) -> None:
    step.expectations.add_button.click()
    type_text(step.expectations.add.edit, "Els: “Niet op zaterdag, één keer is genoeg”")
    press(step.expectations.add.edit, Qt.Key.Key_Return)
    words = step.expectations.rows()[-1].words.text()
    assert words == "Els: “Niet op zaterdag, één keer is genoeg”"


def test_words_are_changed_in_place_and_esc_leaves_them(step: PrepareStep) -> None:
    row = step.expectations.rows()[0]
    row.begin_edit()
    row.edit.setText("Annet: Wat kost het per winkel?")
    press(row.edit, Qt.Key.Key_Escape)
    assert row.words.text() == "Annet: “Ik wil het zien”"
    row.begin_edit()
    row.edit.setText("Annet: Wat kost het per winkel?")
    press(row.edit, Qt.Key.Key_Return)
    assert step.expectations.rows()[0].words.text() == "Annet: “Wat kost het per winkel?”"


def test_a_removed_expectation_comes_back_with_undo(step: PrepareStep, window: ToldWindow) -> None:
    step.expectations.rows()[1].remove_button.click()
    assert len(step.expectations.rows()) == 1
    assert window.undo is not None
    window.undo()
    assert len(step.expectations.rows()) == 2


def test_the_menu_of_an_expectation_says_how_to_reach_who_has_it(
    step: PrepareStep, archive: Archive, prepared: Prepared
) -> None:
    with archive.reading() as work:
        _, joris = work.expectations.of_appointment(prepared.appointment.id)
    words = [action.text() for action in step.expectations.ask_menu(joris.id).actions()]
    assert words[0] == "Vandaag nagevraagd"
    assert "Nummer kopiëren: 06 1234" in words
    assert "Mailen naar joris@halm.nl" in words


@pytest.mark.parametrize(
    ("typed", "names", "expected"),
    [
        ("Annet: “Wat kost het?”", [], ("Annet", "Wat kost het?")),
        ("Wat kost het?", ["Annet Vos"], ("Annet", "Wat kost het?")),
        ("Wat kost het?", ["Annet Vos", "Joris Vos"], ("", "Wat kost het?")),
        ("Ik wil maar een ding: dat het werkt", [], ("", "Ik wil maar een ding: dat het werkt")),
    ],
)
def test_who_says_what(typed: str, names: list[str], expected: tuple[str, str]) -> None:
    assert split_person(typed, names) == expected


# Agenda


def test_a_point_moves_with_alt_and_an_arrow_and_keeps_the_focus(
    qtbot: QtBot, archive: Archive, step: PrepareStep, prepared: Prepared
) -> None:
    row = step.agenda.rows()[0]
    row.title.setFocus()
    press(row.title, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert agenda_of(archive, prepared) == ["Twee systemen", "Hoe ging het?", "Kiezen"]
    assert step.agenda.rows()[1] is row
    qtbot.waitUntil(row.title.hasFocus)
    press(row.title, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(row.title, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert agenda_of(archive, prepared) == ["Hoe ging het?", "Twee systemen", "Kiezen"]


def test_a_point_is_dragged_to_another_place(
    archive: Archive, step: PrepareStep, prepared: Prepared
) -> None:
    last, first = step.agenda.rows()[2], step.agenda.rows()[0]
    top = first.mapToGlobal(QPoint(0, 0)).y()
    last.grip.dragged.emit(top - 2)
    assert agenda_of(archive, prepared)[0] == "Hoe ging het?"  # saved when it is dropped
    last.grip.dropped.emit()
    assert agenda_of(archive, prepared) == ["Kiezen", "Hoe ging het?", "Twee systemen"]


def test_a_title_is_changed_in_place_and_never_empty(
    qtbot: QtBot, archive: Archive, step: PrepareStep, prepared: Prepared
) -> None:
    title = step.agenda.rows()[0].title
    title.setFocus()
    title.selectAll()
    type_text(title, "Hoe was februari?")
    qtbot.waitUntil(lambda: agenda_of(archive, prepared)[0] == "Hoe was februari?", timeout=1500)
    title.selectAll()
    press(title, Qt.Key.Key_Delete)
    press(title, Qt.Key.Key_Return)
    assert agenda_of(archive, prepared)[0] == "Hoe was februari?"
    assert title.text() == "Hoe was februari?"


def test_minutes_and_speaker_make_the_bar_and_the_words(step: PrepareStep) -> None:
    assert step.agenda.length.text() == "45 van 75 minuten"
    row = step.agenda.rows()[1]
    row.minutes.setText("50")
    press(row.minutes, Qt.Key.Key_Return)
    assert step.agenda.length.text() == "80 van 75 minuten, 5 minuten te lang"
    assert "klant komt weinig aan het woord" in step.agenda.listening.text()
    row.speaker.click()
    assert row.speaker.speaker is Speaker.TOGETHER
    assert step.agenda.bar.accessibleName() == (
        "0 minuten uitleg, 70 minuten samen, 10 minuten luisteren"
    )


def test_minutes_that_are_no_number_are_refused_in_words(
    step: PrepareStep, window: ToldWindow
) -> None:
    row = step.agenda.rows()[1]
    row.minutes.setText("even")
    press(row.minutes, Qt.Key.Key_Return)
    assert "heel aantal minuten" in window.failed[-1]
    assert row.minutes.text() == "15 min"


def test_a_point_is_added_with_its_minutes(
    archive: Archive, step: PrepareStep, prepared: Prepared
) -> None:
    step.agenda.add_button.click()
    type_text(step.agenda.add.edit, "Teruglezen, 10 min")
    press(step.agenda.add.edit, Qt.Key.Key_Return)
    assert agenda_of(archive, prepared)[-1] == "Teruglezen"
    assert step.agenda.length.text() == "55 van 75 minuten"


def test_a_removed_point_comes_back_in_its_place(
    archive: Archive, step: PrepareStep, prepared: Prepared, window: ToldWindow
) -> None:
    step.agenda.rows()[1].remove_button.click()
    assert agenda_of(archive, prepared) == ["Hoe ging het?", "Kiezen"]
    assert window.undo is not None
    window.undo()
    assert agenda_of(archive, prepared) == ["Hoe ging het?", "Twee systemen", "Kiezen"]
    assert [row.title.text() for row in step.agenda.rows()][1] == "Twee systemen"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Kosten per winkel 15 min", ("Kosten per winkel", 15)),
        ("Kosten (20 minuten)", ("Kosten", 20)),
        ("Plan 2027", ("Plan 2027", 10)),
        ("15 min", ("15 min", 10)),
    ],
)
def test_minutes_are_read_from_what_is_typed(typed: str, expected: tuple[str, int]) -> None:
    assert read_item(typed) == expected


# Sendings, dossier, and on


def test_what_was_sent_is_ticked_with_its_day(step: PrepareStep) -> None:
    step.sendings.rows()[0].check.click()
    assert step.sendings.rows()[0].sent_on.text() == "gestuurd do 12 mrt, vandaag"
    assert "Offerte sturen" not in to_do(step)


def test_marking_the_report_as_read_makes_the_mark_again(step: PrepareStep) -> None:
    assert step.panel.read_check is not None
    step.panel.read_check.click()
    assert "Vorig verslag lezen" not in to_do(step)


def test_starting_the_talk_begins_it_and_goes_on(
    qtbot: QtBot, archive: Archive, step: PrepareStep, prepared: Prepared
) -> None:
    with qtbot.waitSignal(step.finished) as told:
        step.bar.start_button.click()
    assert told.args == ["gesprek"]
    assert kept(archive, prepared.appointment.id).status is AppointmentStatus.IN_PROGRESS


def test_another_appointment_shows_none_of_the_first(
    step: PrepareStep, prepared: Prepared, archive: Archive
) -> None:
    preparation.set_goal(archive, prepared.appointment.id, "weet Annet alles", "")
    step.open(prepared.earlier.id)
    assert step.goal.goal.text() == ""
    assert step.agenda.rows() == []
    assert step.expectations.rows() == []


def an_agenda_of(archive: Archive, appointment: Appointment) -> None:
    id = appointment.id
    preparation.add_item(archive, id, "Terugblik", 5)
    preparation.add_item(archive, id, "Vervolg", 25)
    preparation.add_expectation(archive, id, "Els", "Geen verrassingen")
    preparation.add_sending(archive, id, "Jaarcijfers")


def test_the_rows_of_one_appointment_serve_another_and_take_nothing_along(
    step: PrepareStep, prepared: Prepared, archive: Archive
) -> None:
    an_agenda_of(archive, prepared.earlier)
    before = step.agenda.rows()
    step.open(prepared.earlier.id)
    assert step.agenda.rows() == before[:2]
    assert [row.title.text() for row in step.agenda.rows()] == ["Terugblik", "Vervolg"]
    assert [row.minutes.text() for row in step.agenda.rows()] == ["5 min", "25 min"]
    assert [row.words.text() for row in step.expectations.rows()] == ["Els: “Geen verrassingen”"]
    assert not step.expectations.rows()[0].check.isChecked()
    step.agenda.rows()[0].minutes.setFocus()
    press(step.agenda.rows()[0].minutes, Qt.Key.Key_Up)
    step.agenda.rows()[1].remove_button.click()
    step.expectations.rows()[0].check.click()
    assert agenda_of(archive, prepared) == ["Hoe ging het?", "Twee systemen", "Kiezen"]
    step.leave()
    step.open(prepared.appointment.id)
    assert [row.minutes.text() for row in step.agenda.rows()] == ["10 min", "15 min", "20 min"]
    with archive.reading() as work:
        (left,) = work.agenda_items.of_appointment(prepared.earlier.id)
        (els,) = work.expectations.of_appointment(prepared.earlier.id)
    assert (left.title, left.minutes) == ("Terugblik", 10)
    assert els.asked_on is not None


def type_title(step: PrepareStep) -> None:
    step.agenda.rows()[0].title.setFocus()
    step.agenda.rows()[0].title.setText("Hoe ging het echt?")


def type_minutes(step: PrepareStep) -> None:
    step.agenda.rows()[0].minutes.setFocus()
    step.agenda.rows()[0].minutes.setText("12")


def type_expectation(step: PrepareStep) -> None:
    step.expectations.rows()[0].begin_edit()
    step.expectations.rows()[0].edit.setText("Annet: Ik wil het nu zien")


def type_sending(step: PrepareStep) -> None:
    step.sendings.rows()[0].edit.setFocus()
    step.sendings.rows()[0].edit.setText("De nieuwe offerte")


@pytest.mark.parametrize(
    ("typing", "changed"),
    [
        (type_title, {"Hoe ging het echt?"}),
        (type_minutes, {12}),
        (type_expectation, {"Ik wil het nu zien"}),
        (type_sending, {"De nieuwe offerte"}),
    ],
)
def test_what_is_typed_in_a_row_stays_with_its_own_appointment_when_another_opens(
    step: PrepareStep,
    prepared: Prepared,
    archive: Archive,
    typing: Callable[[PrepareStep], None],
    changed: set[object],
) -> None:
    an_agenda_of(archive, prepared.earlier)
    typing(step)
    step.leave()
    step.open(prepared.earlier.id)
    assert [row.title.text() for row in step.agenda.rows()] == ["Terugblik", "Vervolg"]
    assert [row.minutes.text() for row in step.agenda.rows()] == ["5 min", "25 min"]
    assert step.expectations.rows()[0].edit.isHidden()
    assert step.sendings.rows()[0].edit.text() == "Jaarcijfers"
    step.leave()
    id = prepared.appointment.id
    with archive.reading() as work:
        item = work.agenda_items.of_appointment(id)[0]
        said = work.expectations.of_appointment(id)[0]
        sent = work.sendings.of_appointment(id)[0]
    before = {"Hoe ging het?", 10, "Ik wil het zien", "Offerte"}
    assert {item.title, item.minutes, said.words, sent.what} - before == changed


def test_the_dossier_beside_it_is_kept_as_a_pdf(
    step: PrepareStep, window: ToldWindow, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    target = tmp_path / "dossier.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    step.panel.pdf_button.click()
    qtbot.waitUntil(lambda: bool(window.told), timeout=10_000)
    assert target.read_bytes().startswith(b"%PDF")
