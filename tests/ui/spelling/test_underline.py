"""Waves under misspelt words in real fields, and the menu over them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gesprekshulp.language import spelling
from gesprekshulp.services import checking_words
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.spelling.menu import (
    ADD,
    ADD_FOR_CLIENT,
    LEAVE_WORD,
    SEARCHING,
    SpellingMenu,
)
from gesprekshulp.ui.spelling.underline import LineUnderline, attach_spelling
from gesprekshulp.ui.widgets.fields import TextArea, TextField
from tests.office import a_client
from tests.ui.desks import ToldWindow, a_desk

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def told(archive: Archive, clock: Clock) -> Iterator[tuple[Desk, ToldWindow]]:
    made = a_desk(archive, clock)
    yield made
    made[0].background.wait()


@pytest.fixture
def desk(told: tuple[Desk, ToldWindow]) -> Desk:
    return told[0]


def waves(field: QPlainTextEdit) -> list[str]:
    found: list[str] = []
    block = field.document().begin()
    while block.isValid():
        found += [
            block.text()[span.start : span.start + span.length]
            for span in block.layout().formats()
            if span.format.underlineStyle() == WAVE
        ]
        block = block.next()
    return found


def an_area(qtbot: QtBot, text: str) -> TextArea:
    area = TextArea(text, name="Toelichting")
    qtbot.addWidget(area)
    area.show()
    return area


def test_a_misspelt_word_gets_a_wave_in_the_accent_colour(qtbot: QtBot, desk: Desk) -> None:
    area = an_area(qtbot, "De ofertte ligt klaar.\nDe jaarekening ook.")
    attach_spelling(desk, area)
    qtbot.waitUntil(lambda: waves(area) == ["ofertte", "jaarekening"], timeout=10_000)
    (span,) = area.document().begin().layout().formats()
    look = span.format
    assert look.underlineColor().name().upper() == "#0E6470"


def test_waves_are_drawn_without_telling_that_the_text_changed(qtbot: QtBot, desk: Desk) -> None:
    area = an_area(qtbot, "De ofertte ligt klaar.")
    changes: list[str] = []
    area.textChanged.connect(lambda: changes.append(area.text()))
    attach_spelling(desk, area)
    qtbot.waitUntil(lambda: waves(area) == ["ofertte"], timeout=10_000)
    assert changes == []
    assert not area.document().isModified()
    assert not area.document().isUndoAvailable()


def test_the_word_that_is_being_typed_is_left_alone(qtbot: QtBot, desk: Desk) -> None:
    area = an_area(qtbot, "")
    attach_spelling(desk, area)
    area.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    qtbot.keyClicks(area, "De ofertte")
    qtbot.wait(700)
    assert waves(area) == []
    qtbot.keyClicks(area, " ligt")
    qtbot.waitUntil(lambda: waves(area) == ["ofertte"], timeout=10_000)


def test_a_word_after_an_emoji_gets_its_wave_in_the_right_place(qtbot: QtBot, desk: Desk) -> None:
    area = an_area(qtbot, "🙂🙂 de ofertte ligt klaar")
    attach_spelling(desk, area)
    qtbot.waitUntil(lambda: bool(waves(area)), timeout=10_000)
    (span,) = area.document().begin().layout().formats()
    assert (span.start, span.length) == (8, 7)


def test_a_field_of_one_line_gets_waves_as_well(qtbot: QtBot, desk: Desk) -> None:
    field = TextField("De ofertte ligt klaar")
    qtbot.addWidget(field)
    field.show()
    line = attach_spelling(desk, field)
    assert isinstance(line, LineUnderline)
    qtbot.waitUntil(lambda: line.shown == ((3, 7),), timeout=10_000)
    field.setText("De offerte ligt klaar")
    qtbot.waitUntil(lambda: line.shown == (), timeout=10_000)
    assert field.text() == "De offerte ligt klaar"


def test_waves_are_seen_in_a_field_of_one_line(qtbot: QtBot, desk: Desk) -> None:
    field = TextField("ofertte ligt klaar")
    field.resize(300, 32)
    qtbot.addWidget(field)
    field.show()
    plain = field.grab().toImage()
    line = attach_spelling(desk, field)
    assert isinstance(line, LineUnderline)
    qtbot.waitUntil(lambda: line.shown == ((0, 7),), timeout=10_000)
    assert field.grab().toImage() != plain
    assert field.text() == "ofertte ligt klaar"
    assert not field.isUndoAvailable()


def menu_of(field: QPlainTextEdit | QLineEdit, at: int) -> QMenu:
    helper = field.findChild(SpellingMenu)
    assert helper is not None
    place = helper.underline.at(at)
    assert place is not None
    return helper.menu(place)


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_the_menu_offers_what_may_have_been_meant(qtbot: QtBot, desk: Desk) -> None:
    area = an_area(qtbot, "De ofertte ligt klaar.")
    attach_spelling(desk, area)
    qtbot.waitUntil(lambda: bool(waves(area)), timeout=10_000)
    menu = menu_of(area, 5)
    assert SEARCHING in texts(menu)
    qtbot.waitUntil(lambda: "offerte" in texts(menu), timeout=10_000)
    assert texts(menu)[0] == "offerte"
    assert SEARCHING not in texts(menu)
    choose(menu, "offerte")
    assert area.text() == "De offerte ligt klaar."
    assert area.document().isUndoAvailable()
    qtbot.waitUntil(lambda: waves(area) == [], timeout=10_000)


def test_a_suggestion_is_put_in_a_field_of_one_line(qtbot: QtBot, desk: Desk) -> None:
    field = TextField("De ofertte ligt klaar")
    qtbot.addWidget(field)
    line = attach_spelling(desk, field)
    assert isinstance(line, LineUnderline)
    qtbot.waitUntil(lambda: bool(line.shown) and line.shown[0] == (3, 7), timeout=10_000)
    menu = menu_of(field, 5)
    qtbot.waitUntil(lambda: "offerte" in texts(menu), timeout=10_000)
    choose(menu, "offerte")
    assert field.text() == "De offerte ligt klaar"


def test_a_word_is_added_to_the_list_and_taken_back(
    qtbot: QtBot, told: tuple[Desk, ToldWindow]
) -> None:
    desk, window = told
    area = an_area(qtbot, "De flexipomp ligt klaar.")
    attach_spelling(desk, area)
    qtbot.waitUntil(lambda: waves(area) == ["flexipomp"], timeout=10_000)
    menu = menu_of(area, 5)
    assert ADD_FOR_CLIENT not in texts(menu)
    choose(menu, ADD)
    assert checking_words.own_words(desk.archive) == ("flexipomp",)
    qtbot.waitUntil(lambda: waves(area) == [], timeout=10_000)
    assert window.told == ["“flexipomp” staat in de woordenlijst."]
    assert window.undo is not None
    window.undo()
    assert checking_words.own_words(desk.archive) == ()
    qtbot.waitUntil(lambda: waves(area) == ["flexipomp"], timeout=10_000)


def test_a_word_is_added_for_one_client(qtbot: QtBot, desk: Desk) -> None:
    client = a_client()
    with desk.archive.transaction() as work:
        work.clients.save(client)
    area = an_area(qtbot, "De flexipomp ligt klaar.")
    attach_spelling(desk, area, client.id)
    qtbot.waitUntil(lambda: waves(area) == ["flexipomp"], timeout=10_000)
    choose(menu_of(area, 5), ADD_FOR_CLIENT)
    assert checking_words.own_words(desk.archive) == ()
    assert checking_words.own_words(desk.archive, client.id) == ("flexipomp",)
    qtbot.waitUntil(lambda: waves(area) == [], timeout=10_000)


def test_a_word_is_passed_over(qtbot: QtBot, desk: Desk) -> None:
    area = an_area(qtbot, "De ofertte ligt klaar.")
    attach_spelling(desk, area)
    qtbot.waitUntil(lambda: bool(waves(area)), timeout=10_000)
    choose(menu_of(area, 5), LEAVE_WORD)
    assert waves(area) == []
    assert checking_words.own_words(desk.archive) == ()


def test_the_menu_opens_over_a_misspelt_word_only(qtbot: QtBot, desk: Desk) -> None:
    area = an_area(qtbot, "De ofertte ligt klaar.")
    attach_spelling(desk, area)
    qtbot.waitUntil(lambda: bool(waves(area)), timeout=10_000)
    helper = area.findChild(SpellingMenu)
    assert helper is not None
    opened: list[str] = []

    def over(position: int) -> bool:
        cursor = QTextCursor(area.document())
        cursor.setPosition(position)
        area.setTextCursor(cursor)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        return helper.eventFilter(area, event)

    assert not over(0)
    assert over(5)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    opened += texts(menu)
    menu.close()
    assert ADD in opened


def test_nothing_is_underlined_while_spelling_is_switched_off(qtbot: QtBot, desk: Desk) -> None:
    checking_words.switch_rule(desk.archive, "spelling", False)
    area = an_area(qtbot, "De ofertte ligt klaar.")
    attach_spelling(desk, area)
    qtbot.wait(600)
    assert waves(area) == []


def test_attaching_again_leaves_one_helper(qtbot: QtBot, desk: Desk) -> None:
    area = an_area(qtbot, "De ofertte ligt klaar.")
    attach_spelling(desk, area)
    attach_spelling(desk, area)
    qtbot.waitUntil(lambda: waves(area) == ["ofertte"], timeout=10_000)
    qtbot.waitUntil(lambda: len(area.findChildren(SpellingMenu)) == 1)


def test_no_word_is_looked_up_on_the_thread_of_the_window(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()

    class Watched:
        def knows(self, word: str) -> bool:
            threads.add(threading.get_ident())
            return word != "watermeloenofertte"

        def suggestions(self, word: str) -> list[str]:
            threads.add(threading.get_ident())
            return []

    monkeypatch.setattr(spelling, "engine", Watched)
    area = an_area(qtbot, "")
    attach_spelling(desk, area)
    qtbot.keyClicks(area, "de watermeloenofertte en de watermeloenverkoop lopen")
    qtbot.waitUntil(lambda: waves(area) == ["watermeloenofertte"], timeout=10_000)
    menu_of(area, 5)
    desk.background.wait()
    assert threads
    assert threading.get_ident() not in threads


def test_a_field_may_go_while_words_are_looked_up(qtbot: QtBot, desk: Desk) -> None:
    area = TextArea("De ofertte ligt klaar.")
    attach_spelling(desk, area)
    area.deleteLater()
    qtbot.wait(50)
    desk.background.wait()
    qtbot.wait(400)
