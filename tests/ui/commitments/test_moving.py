"""Moving a promise: day, reason, whether they know, and the message with one key."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.commitment import EventKind
from gesprekshulp.services import commitments, waiting
from gesprekshulp.ui.commitments import move_message
from gesprekshulp.ui.commitments.moving import MoveDialog, move_promise
from gesprekshulp.ui.widgets.labels import Muted
from tests.office import DAY
from tests.ui.answers import Answers
from tests.ui.commitments.conftest import Office, in_days, words


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were opened in a program of the system."""
    found: list[Path] = []
    monkeypatch.setattr(move_message, "open_outside", lambda path: found.append(path) or True)
    return found


def history(office: Office, what: str):
    return commitments.card(office.desk.archive, office.stored(what).id).history


def told_lines(office: Office) -> list[str]:
    return [label.text() for label in office.page.panel.findChildren(Muted)]


@pytest.mark.parametrize(
    ("word", "told", "said"),
    [("Ja", True, "verteld"), ("Nee", False, "niet verteld"), ("", None, "nog niet verteld")],
)
def test_the_history_says_whether_the_other_side_knows(
    office: Office, answers: Answers, word: str, told: bool | None, said: str
) -> None:
    office.choose("kostenvergelijking sturen")

    def fill(form: MoveDialog) -> None:
        form.with_values({"due": in_days(6), "reason": "prijs ontbrak"})
        if word:
            form.told._choose(word)
        form.save_button.click()

    answers.then(fill)
    office.page.panel.asked.emit("move")
    last = history(office, "kostenvergelijking sturen")[0]
    assert (last.kind, last.told, last.to_day) == (EventKind.MOVED, told, in_days(6))
    assert f"do 12 mrt · {said}" in told_lines(office)


def test_the_dialog_says_what_is_moved_from_which_day(office: Office, qtbot: QtBot) -> None:
    form = MoveDialog(office.desk, None, office.stored("kostenvergelijking sturen"))
    qtbot.addWidget(form)
    form.show()
    said = [label.text() for label in form.findChildren(Muted)]
    assert "Kostenvergelijking sturen, nu di 10 mrt · 2 dagen te laat" in said
    qtbot.keyClicks(form.field("due").edit, "volgende week vrijdag")
    assert form.field("due").echo.text() == "vr 20 mrt, over 8 dagen"


def test_alt_b_moves_and_opens_a_message_to_the_client(
    office: Office, answers: Answers, opened: list[Path], qtbot: QtBot
) -> None:
    promise = office.stored("kostenvergelijking sturen")

    def fill(form: MoveDialog) -> None:
        form.with_values({"due": in_days(6), "reason": "de prijslijst kwam te laat"})
        qtbot.waitUntil(form.isActiveWindow)
        QTest.keyClick(form, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)

    answers.then(fill)
    assert move_promise(office.desk, office.page, promise)
    assert office.stored("kostenvergelijking sturen").due == in_days(6)
    (file,) = opened
    mail = message_from_bytes(file.read_bytes())
    assert "annet@halm.example" in str(mail["To"])
    assert office.window.told[-1] == (
        "Toezegging verzet; het bericht staat klaar in uw e-mailprogramma."
    )
    undo = office.window.undo
    assert undo is not None
    undo()
    assert office.stored("kostenvergelijking sturen").due == in_days(-2)


def test_alt_b_without_a_reason_moves_nothing_and_makes_no_message(
    office: Office, answers: Answers, opened: list[Path], qtbot: QtBot
) -> None:
    def fill(form: MoveDialog) -> None:
        form.with_values({"due": in_days(6)})
        qtbot.waitUntil(form.isActiveWindow)
        QTest.keyClick(form, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
        assert "reden" in form.labelled("reason").problem()
        assert form.values()["message"] is False
        form.reject()

    answers.then(fill)
    move_promise(office.desk, office.page, office.stored("back-up nakijken"))
    assert office.stored("back-up nakijken").due == DAY
    assert opened == []


def test_without_a_mail_program_the_text_is_copied(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(move_message, "open_outside", lambda _path: False)
    desk, promise = office.desk, office.stored("kostenvergelijking sturen")
    commitments.move(desk.archive, desk.clock, promise.id, in_days(6), "prijs ontbrak")
    office.choose("kostenvergelijking sturen")
    QTest.keyClick(office.page, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert office.window.told[-1] == "De tekst van het bericht is gekopieerd."
    assert "prijs ontbrak" in QGuiApplication.clipboard().text()


def test_later_one_can_say_that_they_were_told(office: Office) -> None:
    desk, promise = office.desk, office.stored("kostenvergelijking sturen")
    commitments.move(desk.archive, desk.clock, promise.id, in_days(6), "prijs ontbrak")
    office.choose("kostenvergelijking sturen")
    assert "nog niet verteld" in words(office.page.panel)
    office.page.panel.asked.emit("told")
    assert "nog niet verteld" not in words(office.page.panel)
    assert any(line.endswith("later verteld") for line in told_lines(office))


def test_a_promise_that_never_moved_has_nothing_to_tell(office: Office, opened: list[Path]) -> None:
    office.choose("back-up nakijken")
    QTest.keyClick(office.page, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert "niet verzet" in office.window.failed[-1]
    assert opened == []


# --- theirs slipped ---


@pytest.fixture
def slipped(office: Office, qtbot: QtBot) -> Office:
    desk = office.desk
    ours, theirs = office.stored("begroting maken"), office.stored("cijfers sturen")
    waiting.wait_for(desk.archive, desk.clock, ours.id, theirs.id)
    commitments.move(desk.archive, desk.clock, theirs.id, in_days(12), "Annet was ziek")
    desk.wrote()
    qtbot.waitUntil(lambda: office.page.strip is not None and office.page.strip.isVisible())
    return office


def test_a_strip_says_how_many_wait_for_a_client_who_slipped(slipped: Office) -> None:
    strip = slipped.page.strip
    assert strip is not None
    assert strip.words.text() == "1 toezegging van ons kan niet op tijd: de klant levert later"
    strip.toggle.click()
    assert "Begroting maken" in words(strip)
    assert "Verzetten naar di 31 mrt" not in words(slipped.page.shelf)


def test_the_strip_moves_with_the_reason_filled_in(
    slipped: Office, answers: Answers, qtbot: QtBot
) -> None:
    strip = slipped.page.strip
    assert strip is not None

    def fill(form: MoveDialog) -> None:
        assert form.field("due").day() == strip.found[0].proposed
        assert form.field("reason").text() == "wacht op “cijfers sturen” van Annet Vos"
        form.save_button.click()

    answers.then(fill)
    strip.move_asked.emit(strip.found[0])
    assert slipped.stored("begroting maken").moves == 1
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_the_panel_shows_the_new_earliest_day_and_asks(slipped: Office, answers: Answers) -> None:
    slipped.choose("begroting maken")
    assert any(word.startswith("Kan niet eerder dan") for word in words(slipped.page.panel))
    answers.then({})
    slipped.page.panel.asked.emit("propose")
    assert answers.titles == ["Toezegging verzetten"]
    assert slipped.stored("begroting maken").moves == 1
