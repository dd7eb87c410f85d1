"""The help as it is opened and read."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from gesprekshulp.services.checking_rules import RULES
from gesprekshulp.services.help import topics
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.help.page import HelpPage
from tests.ui.desks import ToldWindow


def test_every_topic_has_an_entry_and_shows_its_words(qtbot: QtBot, desk: Desk) -> None:
    page = HelpPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    for topic in topics():
        page.entries[topic.name].click()
        assert page.heading.text() == topic.title
        assert page.place() == {"topic": topic.name}
        assert page.entries[topic.name].isChecked()
        assert page.text.toPlainText().strip()


def test_each_rule_of_nakijken_is_there_with_a_wrong_and_a_right_example(
    qtbot: QtBot, desk: Desk
) -> None:
    page = HelpPage(desk)
    qtbot.addWidget(page)
    page.open(topic="nakijken")
    words = page.text.toPlainText()
    for rule in RULES:
        assert rule.name in words
        assert f"Niet: {rule.wrong}" in words
        assert f"Wel: {rule.right}" in words
    assert "{{" not in words


def test_a_link_opens_a_page_of_the_window(qtbot: QtBot, desk: Desk, window: ToldWindow) -> None:
    page = HelpPage(desk)
    qtbot.addWidget(page)
    page.text.anchorClicked.emit(QUrl("pagina:instellingen"))
    assert window.went == [("instellingen", {})]


def test_an_unknown_topic_shows_what_was_shown(qtbot: QtBot, desk: Desk) -> None:
    page = HelpPage(desk)
    qtbot.addWidget(page)
    before = page.place()
    page.open(topic="bestaat-niet")
    assert page.place() == before
