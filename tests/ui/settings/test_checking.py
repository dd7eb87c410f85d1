"""Nakijken in the settings, and the word list of one client."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gesprekshulp.domain.client import Client
from gesprekshulp.services import checking_words
from gesprekshulp.services.checking_rules import CAN_BE_OFF
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.settings.checking import CheckingSettings
from gesprekshulp.ui.settings.page import SettingsPage
from gesprekshulp.ui.spelling.word_list import WordList, WordListDialog
from tests.ui.desks import ToldWindow


def settings(qtbot: QtBot, desk: Desk) -> CheckingSettings:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.open()
    return page.checking


def test_every_rule_but_the_leaks_has_a_switch(qtbot: QtBot, desk: Desk) -> None:
    card = settings(qtbot, desk)
    assert set(card.checks) == CAN_BE_OFF
    assert all(check.isChecked() for check in card.checks.values())
    assert all(check.accessibleDescription() for check in card.checks.values())


def test_a_rule_is_switched_off_and_on(qtbot: QtBot, desk: Desk) -> None:
    card = settings(qtbot, desk)
    card.checks["foldertaal"].click()
    assert checking_words.rules_off(desk.archive) == {"foldertaal"}
    assert not settings(qtbot, desk).checks["foldertaal"].isChecked()
    card.checks["foldertaal"].click()
    assert checking_words.rules_off(desk.archive) == frozenset()


def test_words_are_added_and_removed_and_both_are_undone(
    qtbot: QtBot, desk: Desk, window: ToldWindow
) -> None:
    words = settings(qtbot, desk).words
    words.field.setText("flexipomp  Halmkassa.")
    words.add_button.click()
    assert tuple(words.chips) == ("flexipomp", "Halmkassa")
    assert words.field.text() == ""
    words.chips["flexipomp"].bin.click()
    assert checking_words.own_words(desk.archive) == ("Halmkassa",)
    assert window.undo is not None
    window.undo()
    assert tuple(words.chips) == ("flexipomp", "Halmkassa")


def test_the_list_of_jargon_is_kept_when_the_page_is_left(
    qtbot: QtBot, desk: Desk, window: ToldWindow
) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.open()
    assert "roadmap: planning" in page.checking.jargon.text()
    page.checking.jargon.setText("koploper: eerste klant")
    page.leave()
    assert checking_words.jargon(desk.archive) == "koploper: eerste klant"
    page.checking.shipped.click()
    assert "roadmap: planning" in checking_words.jargon(desk.archive)
    assert window.undo is not None
    window.undo()
    assert checking_words.jargon(desk.archive) == "koploper: eerste klant"


def test_examples_are_one_click_away(qtbot: QtBot, desk: Desk, window: ToldWindow) -> None:
    card = settings(qtbot, desk)
    card.examples.click()
    assert window.went == [("hulp", {"topic": "nakijken"})]


def test_a_client_has_a_list_of_its_own(qtbot: QtBot, desk: Desk, client: Client) -> None:
    parent = WordList(desk)
    qtbot.addWidget(parent)
    dialog = WordListDialog(desk, parent, client.id, client.name)
    dialog.words.field.setText("flexipomp")
    dialog.words.add_button.click()
    assert checking_words.own_words(desk.archive, client.id) == ("flexipomp",)
    assert checking_words.own_words(desk.archive) == ()
