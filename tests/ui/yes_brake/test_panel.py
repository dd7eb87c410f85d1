"""The yes-brake beside a form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services import commitments
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.yes_brake.panel import YesBrake, add_keys
from gesprekshulp.ui.yes_brake.week_line import week_name
from tests.office import DAY, a_client, a_commitment
from tests.ui.desks import a_desk
from tests.ui.windows import words_in, write

HALM = a_client()
BRINKHOF = a_client("Brinkhof Logistiek")
NEXT = DAY + timedelta(days=7)


@pytest.fixture
def desk(archive: Archive, clock: Clock) -> Iterator[Desk]:
    with archive.transaction(None) as work:
        work.clients.save_all((HALM, BRINKHOF))
    for number in range(3):
        commitments.make(
            archive, clock, a_commitment(HALM, f"werk {number}", due=NEXT, hours=2.5 * number)
        )
    commitments.make(archive, clock, a_commitment(BRINKHOF, "scanner nakijken", due=NEXT))
    made = a_desk(archive, clock)[0]
    yield made
    made.background.wait()


class Form(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.edit = QLineEdit()
        self.brake = YesBrake(desk)
        column.addWidget(self.edit)
        column.addWidget(self.brake)
        self.given: list[tuple[Answer, str]] = []
        self.brake.answered.connect(lambda given, words: self.given.append((given, words)))
        add_keys(self, lambda: self.brake if self.brake.isVisible() else None)


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Form:
    made = Form(desk)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.edit.setFocus()
    return made


def shown(form: Form, qtbot: QtBot, day=NEXT) -> None:
    form.brake.set_day(day, HALM.id)
    qtbot.waitUntil(form.brake.isVisible)


def alt(widget: QWidget, letter: str) -> None:
    QTest.keyClick(widget, Qt.Key[f"Key_{letter}"], Qt.KeyboardModifier.AltModifier)


def test_the_week_stands_beside_the_day_with_its_hours(form, qtbot):
    shown(form, qtbot)
    assert form.brake.heading.text() == (
        "Volgende week al: 4 toezeggingen, 7,5 uur (1 zonder uren)"
    )
    words = words_in(form.brake)
    assert "do 19 mrt: werk 1 (2,5 uur)" in words
    assert "do 19 mrt: scanner nakijken · Brinkhof Logistiek" in words
    assert form.edit.hasFocus()


def test_an_empty_week_says_so(form, qtbot):
    shown(form, qtbot, DAY + timedelta(days=40))
    assert form.brake.heading.text() == "Week 17 nog niets toegezegd"


def test_without_a_day_it_is_gone(form, qtbot):
    shown(form, qtbot)
    form.brake.set_day(None)
    assert not form.brake.isVisible()


def test_ja_is_one_key(form, qtbot):
    shown(form, qtbot)
    alt(form.edit, "J")
    assert form.given == [(Answer.YES, "")]


def test_ja_mits_asks_one_line(form, qtbot):
    shown(form, qtbot)
    alt(form.edit, "M")
    assert form.brake.line.hasFocus()
    assert form.given == []
    write(form.brake.line, "de cijfers er zijn\n")
    assert form.given == [(Answer.YES_IF, "de cijfers er zijn")]


def test_nee_needs_its_reason(form, qtbot):
    shown(form, qtbot)
    alt(form.edit, "N")
    write(form.brake.line, "\n")
    assert form.brake.problem.isVisible()
    assert form.given == []
    write(form.brake.line, "de week vol is")
    assert (form.brake.given, form.brake.words) == (Answer.NO, "de week vol is")
    assert not form.brake.complain()


def test_esc_takes_the_answer_back(form, qtbot):
    shown(form, qtbot)
    alt(form.edit, "N")
    QTest.keyClick(form.brake.line, Qt.Key.Key_Escape)
    assert form.brake.given is Answer.YES
    assert not form.brake.is_asking()


def test_the_keys_do_nothing_before_there_is_a_week(form):
    alt(form.edit, "M")
    assert not form.brake.is_asking()


@pytest.mark.parametrize(
    ("days", "name"),
    [(-3, "Deze week"), (4, "Volgende week"), (11, "Week 13"), (298, "Week 1 van 2027")],
)
def test_weeks_have_names(days, name):
    assert week_name(DAY + timedelta(days=days), DAY) == name
