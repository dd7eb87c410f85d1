"""Ja, ja mits and nee omdat, and days with two readings, while a talk is being noted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.note import LineKind
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment.talk import TalkStep
from gesprekshulp.ui.appointment.talk_canvas import TEXT_LEFT
from gesprekshulp.ui.appointment.talk_looks import OFFERED
from gesprekshulp.ui.widgets.buttons import SecondaryButton
from tests.office import a_client, a_commitment, a_participant, an_appointment
from tests.ui.desks import ToldWindow, a_desk
from tests.ui.windows import press, write

FRIDAY = date(2026, 3, 13)
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def talk(archive: Archive) -> Appointment:
    client = a_client()
    appointment = an_appointment(client)
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Steven"))
        work.clients.save(client)
        work.appointments.save(appointment)
        work.participants.save(a_participant(appointment, "Annet Vos"))
        work.participants.save(a_participant(appointment, "Steven", side=Side.US))
        work.commitments.save(a_commitment(client, "back-up nakijken", due=FRIDAY, hours=2))
    return appointment


@pytest.fixture
def opened(
    qtbot: QtBot, archive: Archive, clock: Clock, talk: Appointment
) -> Iterator[tuple[TalkStep, ToldWindow]]:
    desk, window = a_desk(archive, clock)
    made = TalkStep(desk)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open(talk.id)
    made.lines.setFocus()
    yield made, window
    made.leave()
    desk.background.wait()


@pytest.fixture
def step(opened: tuple[TalkStep, ToldWindow]) -> TalkStep:
    return opened[0]


def suggested(qtbot: QtBot, step: TalkStep, words: str = "Ik stuur vrijdag de offerte") -> None:
    write(step.lines.editor, words)
    qtbot.waitUntil(step.lines.suggestion.brake.isVisible, timeout=3_000)


def alt(step: TalkStep, letter: str) -> None:
    QTest.keyClick(QApplication.focusWidget() or step, Qt.Key[f"Key_{letter}"], ALT)


def kinds(step: TalkStep) -> list[LineKind]:
    document = step.lines.document
    assert document is not None
    return [line.kind for line in document.lines]


def decisions(archive: Archive, talk: Appointment) -> list[str]:
    with archive.reading() as work:
        return [item.text for item in work.decisions.of_appointment(talk.id)]


def promises(archive: Archive, talk: Appointment) -> list[date | None]:
    with archive.reading() as work:
        return [item.due for item in work.commitments.of_appointment(talk.id)]


def test_the_week_stands_beside_a_suggestion_of_ours_without_taking_the_focus(qtbot, step):
    suggested(qtbot, step)
    brake = step.lines.suggestion.brake
    assert brake.heading.text() == "Deze week al: 1 toezegging, 2 uur"
    assert step.lines.editor.hasFocus()
    # Typing goes on.
    write(step.lines.editor, " mee")
    assert step.lines.document.words.endswith("offerte mee")


def test_a_promise_of_the_client_is_not_weighed(qtbot, step):
    write(step.lines.editor, "Annet stuurt vrijdag de cijfers")
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=3_000)
    step._desk.background.wait()
    QApplication.processEvents()
    assert not step.lines.suggestion.brake.isVisible()


def test_ja_makes_it_a_promise(qtbot, step, archive, talk):
    suggested(qtbot, step)
    alt(step, "J")
    assert kinds(step)[0] is LineKind.COMMITMENT
    assert promises(archive, talk) == [FRIDAY]
    assert decisions(archive, talk) == []
    assert step.lines.editor.hasFocus()


def test_ja_mits_keeps_the_promise_and_notes_the_condition(qtbot, step, archive, talk):
    suggested(qtbot, step)
    alt(step, "M")
    line = step.lines.suggestion.brake.line
    assert line.hasFocus()
    assert step.lines.suggestion.geometry().contains(
        line.mapTo(step.lines.canvas, line.rect().bottomRight())
    )
    write(line, "de cijfers er zijn\n")
    assert promises(archive, talk) == [FRIDAY]
    assert len(decisions(archive, talk)) == 1
    assert decisions(archive, talk)[0].startswith("Ja, mits de cijfers er zijn: ")
    assert step.lines.editor.hasFocus()
    # The condition stands below it, and typing goes on under that.
    assert kinds(step)[:2] == [LineKind.COMMITMENT, LineKind.DECISION]
    write(step.lines.editor, "\nNog een regel")
    step.lines.save()
    with archive.reading() as work:
        texts = [line.text for line in work.note_lines.of_appointment(talk.id)]
    assert texts == ["Ik stuur vrijdag de offerte", *decisions(archive, talk), "Nog een regel"]


def test_nee_makes_it_the_line_of_a_decision(qtbot, opened, archive, talk):
    step, window = opened
    suggested(qtbot, step)
    alt(step, "N")
    write(step.lines.suggestion.brake.line, "de week vol is\n")
    assert kinds(step)[0] is LineKind.DECISION
    assert step.lines.editor.words() == decisions(archive, talk)[0]
    assert promises(archive, talk) == []
    assert decisions(archive, talk)[0].startswith("Nee: ")
    assert window.told[-1] == "Genoteerd bij de besluiten."
    # It is not suggested again, and what is typed next is kept.
    write(step.lines.editor, "\nNog een regel")
    step.lines.save()
    assert not step.lines.suggestion.isVisible()
    window.undo()
    assert promises(archive, talk) == [FRIDAY]
    assert decisions(archive, talk) == []
    assert kinds(step)[0] is LineKind.COMMITMENT


def test_esc_in_the_line_goes_back_to_typing(qtbot, step, archive, talk):
    suggested(qtbot, step)
    alt(step, "N")
    press(step.lines.suggestion.brake.line, Qt.Key.Key_Escape)
    assert step.lines.editor.hasFocus()
    assert decisions(archive, talk) == []


def test_two_readings_give_two_buttons_and_one_of_them_takes_it(qtbot, step, archive, talk):
    write(step.lines.editor, "Ik stuur volgende vrijdag de offerte")
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=3_000)
    days = step.lines.suggestion.days
    assert [day.label() for day in days] == ["vr 13 mrt, morgen", "vr 20 mrt, over 8 dagen"]
    assert all(day.isVisible() for day in days)
    box = step.lines.suggestion
    assert box.words.text() == "Ik stuur volgende vrijdag de offerte"
    QApplication.processEvents()
    assert all(box.rect().contains(day.mapTo(box, day.rect().bottomRight())) for day in days)
    assert all(day.width() >= day.sizeHint().width() for day in days)
    days[0].click()
    assert promises(archive, talk) == [FRIDAY]
    assert not step.lines.suggestion.isVisible()


def test_one_of_two_days_is_taken_from_the_keyboard(qtbot, step, archive, talk):
    write(step.lines.editor, "Ik stuur volgende vrijdag de offerte")
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=3_000)
    press(step.lines.editor, Qt.Key.Key_1, held=CTRL)
    assert promises(archive, talk) == [FRIDAY]
    assert not step.lines.suggestion.isVisible()
    assert step.lines.editor.hasFocus()


def test_a_day_that_does_not_exist_says_so_while_it_is_typed(qtbot, step, archive, talk):
    write(step.lines.editor, "Ik stuur de 30e februari de offerte")
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=3_000)
    assert step.lines.suggestion.load.text() == "30 februari bestaat niet."
    press(step.lines.editor, Qt.Key.Key_Tab)
    box = step.lines.vague
    qtbot.waitUntil(box.isVisible, timeout=3_000)
    assert box.day.echo.text() == "30 februari bestaat niet."
    box.day.edit.setFocus()
    write(box.day.edit, "vrijdag")
    assert box.day.echo.text() == "vr 13 mrt, morgen"


def test_the_hours_in_a_line_come_with_the_promise(qtbot, step, archive, talk):
    write(step.lines.editor, "Ik maak vrijdag de begroting, 4 uur werk")
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=3_000)
    assert step.lines.suggestion.reading.text().endswith("4 uur werk")
    press(step.lines.editor, Qt.Key.Key_Tab)
    step.lines.save()
    with archive.reading() as work:
        (made,) = work.commitments.of_appointment(talk.id)
    assert (made.what, made.due, made.hours) == ("begroting maken", FRIDAY, 4)


def test_a_very_long_line_is_read_in_the_background(qtbot, step, archive, talk):
    write(step.lines.editor, "Er is veel besproken over de kassa. ")
    step.lines.editor.insertPlainText("Het ging over van alles en nog wat. " * 20)
    write(step.lines.editor, "Ik stuur vrijdag de offerte")
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=5_000)
    press(step.lines.editor, Qt.Key.Key_Tab)
    assert promises(archive, talk) == [FRIDAY]
    press(step.lines.editor, Qt.Key.Key_Return)
    step.lines.editor.insertPlainText("Ook dit duurde lang. " * 30 + "Ik bel maandag de bank")
    press(step.lines.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: OFFERED in [look.note for look in step.lines.canvas._looks], timeout=5_000
    )


def test_a_vague_promise_that_gets_a_day_is_weighed(qtbot, step, archive, talk):
    write(step.lines.editor, "! ik kom er nog op terug")
    step.lines.save()
    alt_up = Qt.Key.Key_Up
    press(step.lines.editor, alt_up, held=ALT)
    box = step.lines.vague
    qtbot.waitUntil(box.has_focus)
    box.day.edit.setFocus()
    write(box.day.edit, "vrijdag")
    qtbot.waitUntil(box.brake.isVisible, timeout=3_000)
    assert box.brake.heading.text() == "Deze week al: 1 toezegging, 2 uur"
    assert box.rect().contains(box.brake.geometry())
    assert box.day.edit.hasFocus()
    alt(step, "N")
    write(box.brake.line, "de week vol is\n")
    assert kinds(step)[0] is LineKind.DECISION
    assert promises(archive, talk) == []
    assert len(decisions(archive, talk)) == 1


def test_a_vague_promise_with_two_readings_shows_both_buttons_whole(qtbot, step, archive, talk):
    write(step.lines.editor, "! ik kom er nog op terug")
    step.lines.save()
    press(step.lines.editor, Qt.Key.Key_Up, held=ALT)
    box = step.lines.vague
    box.day.edit.setFocus()
    write(box.day.edit, "volgende vrijdag")
    choices = [b for b in box.day.findChildren(SecondaryButton) if b.isVisible()]
    assert [choice.label() for choice in choices] == [
        "vr 13 mrt, morgen",
        "vr 20 mrt, over 8 dagen",
    ]
    for choice in choices:
        QApplication.processEvents()
        assert box.rect().contains(choice.mapTo(box, choice.rect().bottomRight()))
    choices[1].click()
    qtbot.waitUntil(lambda: promises(archive, talk) == [date(2026, 3, 20)], timeout=3_000)


def of_the_line(step: TalkStep) -> tuple[Side, str, date | None, str]:
    assert step.lines.document is not None
    made = step.lines.registers.commitments[step.lines.document.lines[0].id]
    return made.side, made.who, made.due, made.event


def test_a_promise_that_was_read_wrong_is_corrected_with_alt_up_on_its_line(qtbot, step):
    write(step.lines.editor, "!Annet stuurt vrijdag de lijst")
    step.lines.save()
    box = step.lines.vague
    assert not box.isVisible()
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=3_000)
    press(step.lines.editor, Qt.Key.Key_Up, held=ALT)
    assert box.isVisible()
    assert box.who.hasFocus()
    assert not step.lines.suggestion.isVisible()
    box.who.set_value(("wij", "Steven"))
    press(box.what, Qt.Key.Key_Return)
    assert of_the_line(step) == (Side.US, "Steven", FRIDAY, "")
    assert step.lines.editor.hasFocus()
    assert not box.isVisible()


def test_a_promise_is_corrected_by_a_click_beside_its_line_and_keeps_its_event(step):
    write(step.lines.editor, "!Annet stuurt de lijst voor het volgende overleg\nrustig")
    step.lines.save()
    canvas, box = step.lines.canvas, step.lines.vague
    beside = QPoint(canvas.width() - 20, canvas.place_of(0).y() + 12)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=beside)
    assert box.isVisible()
    box.who.set_value(("wij", "Steven"))
    press(box.what, Qt.Key.Key_Return)
    assert of_the_line(step) == (Side.US, "Steven", None, "voor het volgende overleg")
    assert not box.isVisible()


def test_in_a_small_window_the_note_beside_a_promise_leaves_its_words_free(step):
    write(
        step.lines.editor, "!Annet vraagt de storingslijst op voor volgende week woensdag\nrustig"
    )
    step.lines.save()
    step.resize(960, 620)
    QApplication.processEvents()
    canvas = step.lines.canvas
    note = canvas.width() - canvas._note_width(canvas._looks[0])
    assert canvas._places[0].text_width + TEXT_LEFT < note


def test_keys_stay_light_while_a_week_is_weighed(qtbot, step):
    suggested(qtbot, step)
    took: list[float] = []
    for letter in " en daarna nog iets anders":
        start = time.process_time()
        press(step.lines.editor, 0, letter)
        took.append(time.process_time() - start)
    assert sorted(took)[len(took) // 2] < 0.010


def test_without_a_client_there_is_a_clear_sentence(qtbot, archive, clock):
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Steven"))
        appointment = work.appointments.save(an_appointment())
    desk, window = a_desk(archive, clock)
    step = TalkStep(desk)
    qtbot.addWidget(step)
    with qtbot.waitActive(step):
        step.show()
        step.activateWindow()
    step.open(appointment.id)
    step.lines.setFocus()
    suggested(qtbot, step)
    alt(step, "N")
    write(step.lines.suggestion.brake.line, "de week vol is\n")
    assert "Kies eerst de klant" in window.failed[-1]
    step.leave()
    desk.background.wait()
