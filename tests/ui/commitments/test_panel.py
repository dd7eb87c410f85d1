"""The panel of a promise: what it hangs on, waits for, its hours, its reminder, how it was kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.services import commitments
from gesprekshulp.services.commitment_list import Detail
from gesprekshulp.services.commitment_ties import Ties
from gesprekshulp.ui.commitments.history import history_events
from gesprekshulp.ui.widgets.buttons import PrimaryButton
from tests.office import DAY, an_appointment
from tests.ui.commitments.conftest import Office, in_days, words


def shown(office: Office) -> tuple[Detail, Ties]:
    panel = office.page.panel
    assert panel.shown is not None
    assert panel.ties is not None
    return panel.shown, panel.ties


def pick(menu: QMenu, begin: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(begin)).trigger()


def keep_button(office: Office) -> PrimaryButton:
    return next(
        b for b in office.page.panel.findChildren(PrimaryButton) if b.label() == "Nagekomen"
    )


def test_keeping_in_the_panel_asks_how_it_shows(office: Office, qtbot: QtBot) -> None:
    office.choose("back-up nakijken")
    panel = office.page.panel
    qtbot.mouseClick(keep_button(office), Qt.MouseButton.LeftButton)
    assert panel.kept.isVisible()
    assert office.stored("back-up nakijken").is_open
    qtbot.keyClicks(panel.kept.edit, "log van vannacht")
    qtbot.keyClick(panel.kept.edit, Qt.Key.Key_Return)
    promise = office.stored("back-up nakijken")
    assert promise.state is CommitmentState.KEPT
    last = commitments.card(office.desk.archive, promise.id).history[0]
    assert last.text == "log van vannacht"


def test_the_second_press_keeps_without_an_answer(office: Office, qtbot: QtBot) -> None:
    office.choose("back-up nakijken")
    for _ in range(2):
        qtbot.mouseClick(keep_button(office), Qt.MouseButton.LeftButton)
    assert office.stored("back-up nakijken").state is CommitmentState.KEPT


def test_what_was_kept_earlier_is_kept_on_that_day(office: Office, qtbot: QtBot) -> None:
    office.choose("kostenvergelijking sturen")
    qtbot.mouseClick(keep_button(office), Qt.MouseButton.LeftButton)
    kept = office.page.panel.kept
    qtbot.keyClick(kept.edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(kept.day.edit, "dinsdag")
    assert kept.day.echo.text() == "di 10 mrt, eergisteren"
    qtbot.keyClick(kept.day.edit, Qt.Key.Key_Return)
    promise = office.stored("kostenvergelijking sturen")
    assert (promise.state, promise.closed_on) == (CommitmentState.KEPT, in_days(-2))
    history = commitments.card(office.desk.archive, promise.id).history
    told = history_events(promise, history, DAY)[0]
    assert not isinstance(told.title, str)
    assert "".join(span.text for span in told.title) == "Nagekomen op di 10 mrt"
    assert told.when == "genoteerd do 12 mrt"


def test_a_day_to_come_is_refused_beside_the_field(office: Office, qtbot: QtBot) -> None:
    office.choose("back-up nakijken")
    qtbot.mouseClick(keep_button(office), Qt.MouseButton.LeftButton)
    kept = office.page.panel.kept
    qtbot.keyClicks(kept.day.edit, "morgen")
    qtbot.keyClick(kept.day.edit, Qt.Key.Key_Return)
    assert office.stored("back-up nakijken").is_open
    assert any("nog niet geweest" in text for text in words(office.page.panel))


def test_escape_takes_the_question_away_and_nothing_is_kept(office: Office, qtbot: QtBot) -> None:
    office.choose("back-up nakijken")
    qtbot.mouseClick(keep_button(office), Qt.MouseButton.LeftButton)
    qtbot.keyClick(office.page.panel.kept.edit, Qt.Key.Key_Escape)
    assert not office.page.panel.kept.isVisible()
    assert office.page.panel.isVisible()
    assert office.stored("back-up nakijken").is_open


def test_a_promise_without_a_day_gets_it_from_an_appointment(office: Office) -> None:
    talk = an_appointment(
        office.brinkhof, title="Voortgang", starts_at=datetime(2026, 3, 24, 9, tzinfo=UTC)
    )
    with office.desk.archive.transaction(None) as work:
        work.appointments.save(talk)
    office.choose("iets opzoeken")
    pick(office.page.panel.shown_facts.menus.event(*shown(office)), "di 24 mrt")
    linked = office.stored("iets opzoeken")
    assert (linked.due, linked.event_appointment_id) == (talk.starts_at.date(), talk.id)
    assert "Voortgang, di 24 mrt" in words(office.page.panel)
    pick(office.page.panel.shown_facts.menus.event(*shown(office)), "Losmaken")
    assert office.stored("iets opzoeken").event_appointment_id is None


def test_ours_is_made_to_wait_for_theirs_and_theirs_says_so(office: Office) -> None:
    office.choose("begroting maken")
    pick(office.page.panel.shown_facts.menus.waits(shown(office)[0]), "Cijfers sturen")
    assert office.stored("begroting maken").waits_for == office.stored("cijfers sturen").id
    assert "Cijfers sturen" in words(office.page.panel)
    office.choose("cijfers sturen")
    assert "Begroting maken" in words(office.page.panel)
    office.choose("begroting maken")
    pick(office.page.panel.shown_facts.menus.waits(shown(office)[0]), "Wacht nergens")
    assert office.stored("begroting maken").waits_for is None


def test_hours_are_kept_when_the_field_is_left(office: Office, qtbot: QtBot) -> None:
    office.choose("begroting maken")
    field = office.page.panel.shown_facts.hours
    assert field is not None
    field.setFocus()
    qtbot.keyClicks(field, "6,5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert office.stored("begroting maken").hours == 6.5
    undo = office.window.undo
    assert undo is not None
    undo()
    assert office.stored("begroting maken").hours is None


def test_hours_that_are_no_number_are_refused(office: Office, qtbot: QtBot) -> None:
    office.choose("begroting maken")
    field = office.page.panel.shown_facts.hours
    assert field is not None
    qtbot.keyClicks(field, "veel")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert office.stored("begroting maken").hours is None
    assert "aantal uren" in office.window.failed[-1]


def test_snoozing_leaves_the_day(office: Office) -> None:
    before = office.choose("back-up nakijken")
    pick(office.page.panel.shown_facts.menus.snooze(*shown(office)), "Tot maandag")
    assert "sluimert tot ma 16 mrt, 09:00" in words(office.page.panel)
    assert office.stored("back-up nakijken") == before
    undo = office.window.undo
    assert undo is not None
    undo()
    assert "sluimert tot ma 16 mrt, 09:00" not in words(office.page.panel)


def test_one_promise_goes_to_the_calendar(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "back-up.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    office.choose("back-up nakijken")
    pick(office.page.panel.menu(), "In agenda zetten")
    qtbot.waitUntil(lambda: bool(office.window.told))
    assert "back-up nakijken" in target.read_text("utf-8")
    assert "back-up.ics" in office.window.told[-1]
    pick(office.page.panel.menu(), "Uit agenda halen")
    qtbot.waitUntil(lambda: "CANCEL" in target.read_text("utf-8"))
