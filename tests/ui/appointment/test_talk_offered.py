"""A promise in a line that was finished before it was asked about stays offered."""

from __future__ import annotations

import time
from datetime import date

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.note import LineKind
from gesprekshulp.services import notes
from gesprekshulp.ui.appointment.talk import TalkStep
from gesprekshulp.ui.appointment.talk_looks import OFFERED
from tests.ui.appointment.test_talk import press, step, talk, write

__all__ = ["step", "talk"]

FRIDAY = date(2026, 3, 13)
PROMISE = "Ik stuur vrijdag de offerte"
ALT = Qt.KeyboardModifier.AltModifier


def beside(step: TalkStep) -> list[str]:
    return [look.note for look in step.lines.canvas._looks]


def left_at_once(qtbot: QtBot, step: TalkStep) -> None:
    write(step, PROMISE + "\n")
    qtbot.waitUntil(lambda: beside(step) == [OFFERED, ""], timeout=2_000)


def test_a_line_finished_within_the_wait_is_asked_about_in_its_margin(qtbot, step):
    left_at_once(qtbot, step)
    assert not step.lines.suggestion.isVisible()


def test_a_line_finished_while_the_question_stands_keeps_it_in_its_margin(qtbot, step):
    write(step, PROMISE)
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=2_000)
    press(step.lines.editor, Qt.Key.Key_Return)
    assert not step.lines.suggestion.isVisible()
    assert beside(step) == [OFFERED, ""]


def test_alt_up_and_tab_take_it_and_the_cursor_is_back_where_it_was(qtbot, step):
    left_at_once(qtbot, step)
    press(step.lines.editor, Qt.Key.Key_Up, "", ALT)
    assert step.lines.suggestion.isVisible()
    press(step.lines.editor, Qt.Key.Key_Tab)
    (promise,) = step.lines.registers.commitments.values()
    assert (promise.who, promise.due) == ("Steven", FRIDAY)
    assert step.lines.document.current == 1
    write(step, "verder")
    assert step.lines.document.words == "verder"


def test_the_cursor_that_comes_back_finds_the_question_again(qtbot, step):
    left_at_once(qtbot, step)
    press(step.lines.editor, Qt.Key.Key_Up)
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=2_000)
    press(step.lines.editor, Qt.Key.Key_Tab)
    assert step.lines.document.lines[0].kind is LineKind.COMMITMENT
    assert step.lines.document.current == 0


def test_a_click_on_the_margin_asks_and_esc_refuses_for_good(qtbot, step, archive, talk):
    left_at_once(qtbot, step)
    canvas = step.lines.canvas
    row = canvas.place_of(0)
    qtbot.mouseClick(
        canvas, Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 10, row.top() + 12)
    )
    assert step.lines.suggestion.isVisible()
    press(step.lines.editor, Qt.Key.Key_Escape)
    qtbot.wait(250)
    assert beside(step) == ["", ""]
    assert notes.talk(archive, talk.id).lines[0].not_a_commitment
    step.leave()
    step.open(talk.id)
    qtbot.wait(300)
    assert beside(step) == ["", ""]


def test_pasted_lines_and_an_opened_talk_are_read_too(qtbot, step, talk):
    write(step, "rustig\n" + PROMISE + "\n")
    step.leave()
    step.open(talk.id)
    qtbot.waitUntil(lambda: beside(step) == ["", OFFERED, ""], timeout=2_000)


def test_a_line_that_says_something_else_by_now_is_no_longer_offered(qtbot, step):
    left_at_once(qtbot, step)
    press(step.lines.editor, Qt.Key.Key_Up)
    press(step.lines.editor, Qt.Key.Key_A, "", Qt.KeyboardModifier.ControlModifier)
    write(step, "Het was rustig deze maand\n")
    qtbot.wait(300)
    assert beside(step) == ["", ""]


def test_a_line_of_another_kind_is_never_offered(qtbot, step):
    write(step, "=Ik stuur vrijdag de offerte\n#Ik bel vrijdag de bank\n")
    qtbot.wait(300)
    assert OFFERED not in beside(step)


def test_no_key_waits_in_a_talk_of_four_hundred_lines(qtbot, step):
    """By the time of this thread, so that what else the computer does is not counted."""
    said = ("Rustige maand, wel twee zaterdagen zonder kassa.", "!We komen terug op de koppeling.",
            "De klant levert vrijdag de cijfers aan.", "=We kiezen systeem B.")  # fmt: skip
    pasted = QMimeData()
    pasted.setText("\n".join(said[number % 4] for number in range(400)) + "\n")
    step.lines.editor.insertFromMimeData(pasted)
    press(step.lines.editor, Qt.Key.Key_Return)
    step.lines.save()
    qtbot.wait(300)
    took: list[float] = []
    for letter in "Ik stuur vrijdag de offerte en u belt maandag de bank. ":
        before = time.thread_time()
        press(step.lines.editor, 0, letter)
        took.append(time.thread_time() - before)
        until = time.monotonic() + 0.03
        while time.monotonic() < until:
            before = time.thread_time()
            QApplication.processEvents()
            took.append(time.thread_time() - before)
            time.sleep(0.002)
    took.sort()
    assert took[-1 - len(took) // 50] < 0.010
    qtbot.waitUntil(step.lines.suggestion.isVisible, timeout=3_000)
