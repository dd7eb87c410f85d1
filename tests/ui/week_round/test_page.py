"""Week afsluiten, through its real widgets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment, CommitmentState, EventKind
from gesprekshulp.domain.settings import Settings
from gesprekshulp.domain.week_round import RoundItem
from gesprekshulp.services import commitments, week_closed
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work
from gesprekshulp.ui.commitments.moving import MoveDialog
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.palette.commands import commands, matching
from gesprekshulp.ui.week_round.page import WeekRoundPage
from gesprekshulp.ui.week_round.steps import STEPS, RoundStep
from gesprekshulp.ui.widgets.form_dialog import FormDialog
from tests.office import DAY, a_client, a_commitment, a_contact, a_person
from tests.ui.answers import Answers
from tests.ui.desks import ToldWindow, a_desk
from tests.ui.windows import a_window, begun

HALM = a_client()
BRINKHOF = a_client("Brinkhof Logistiek")
VELD = a_client("Houtbouw Veldkamp")


def in_days(days: int):
    return DAY + timedelta(days=days)


@pytest.fixture
def desk(archive: Archive, clock: Clock) -> Iterator[tuple[Desk, ToldWindow]]:
    with archive.transaction(None) as work:
        work.settings.save(Settings(own_name="Steven", own_email="steven@vandalen.example"))
        work.clients.save_all((HALM, BRINKHOF, VELD))
        work.people.save(a_person(HALM, email="annet@halm.example"))
        work.contacts.save(a_contact(HALM, at=datetime(2026, 3, 9, 9, tzinfo=UTC)))
        work.contacts.save(a_contact(VELD, at=datetime(2025, 9, 1, 9, tzinfo=UTC)))
    for promise in (
        a_commitment(HALM, "kostenvergelijking sturen", due=in_days(-2)),
        a_commitment(BRINKHOF, "scanner nakijken", due=in_days(-1)),
        a_commitment(HALM, "back-up nakijken", due=in_days(5), hours=2.5),
        a_commitment(BRINKHOF, "wagenlijst aanleveren", due=in_days(-3), side=Side.CLIENT),
        a_commitment(HALM, "iets opzoeken", due=None),
    ):
        commitments.make(archive, clock, promise)
    made = a_desk(archive, clock)
    yield made
    made[0].background.wait()


@pytest.fixture
def page(desk: tuple[Desk, ToldWindow], qtbot: QtBot) -> WeekRoundPage:
    return opened(desk[0], qtbot)


def opened(desk: Desk, qtbot: QtBot) -> WeekRoundPage:
    made = WeekRoundPage(desk)
    qtbot.addWidget(made)
    made.resize(1048, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    qtbot.waitUntil(lambda: made.item is not None)
    return made


def press(page: WeekRoundPage, letter: str) -> None:
    QTest.keyClick(page.focusWidget() or page, Qt.Key[f"Key_{letter}"])


def what(page: WeekRoundPage) -> str:
    return page.card.title.text()


def stored(archive: Archive, words: str) -> Commitment:
    with archive.reading() as work:
        return next(item for item in work.commitments.all() if item.what == words)


def test_it_begins_with_what_is_too_late(page):
    assert page.heading.text() == "Van ons te laat"
    assert what(page) == "Kostenvergelijking sturen"
    assert page.done.text() == "0 van 6 bekeken"
    assert set(page.card.buttons) == {"keep", "move", "send", "drop", "skip"}


def test_one_key_marks_it_as_kept_and_the_next_comes(page, archive):
    press(page, "N")
    assert stored(archive, "kostenvergelijking sturen").state is CommitmentState.KEPT_LATE
    assert what(page) == "Scanner nakijken"
    assert page.done.text() == "1 van 6 bekeken"


def test_taking_it_back_brings_the_item_back(qtbot, page, archive, desk):
    press(page, "N")
    desk[1].undo()
    qtbot.waitUntil(lambda: page.item is not None and what(page) == "Kostenvergelijking sturen")
    assert stored(archive, "kostenvergelijking sturen").is_open
    assert page.done.text() == "0 van 6 bekeken"


def test_moving_asks_why_and_whether_the_client_knows(page, archive, monkeypatch):
    def fill(form: FormDialog) -> None:
        assert isinstance(form, MoveDialog)
        form.with_values({"due": in_days(7), "reason": "de leverancier is laat"})
        form.told._choose("Nee")
        form.save_button.click()

    answers = Answers(monkeypatch).then(fill)
    press(page, "V")
    assert answers.titles == ["Toezegging verzetten"]
    moved = stored(archive, "kostenvergelijking sturen")
    assert moved.due == in_days(7)
    with archive.reading() as work:
        first = work.commitments.history(moved.id)[0]
    assert first.kind is EventKind.MOVED
    assert first.told is False
    # Moved to next week, but looked at already.
    page.go_step(1)
    assert [item.commitment.what for item in page.left(RoundStep.NEXT_WEEK)] == ["back-up nakijken"]
    # Who does not know yet gets a message.
    page.go_step(len(STEPS))
    assert [row.made.client_name for row in page.sending.rows] == ["Bakkerij De Halm"]


def test_without_a_reason_nothing_moves(page, archive, monkeypatch):
    answers = Answers(monkeypatch).then({"due": in_days(7), "reason": ""})
    press(page, "V")
    assert "reason" in answers.refused
    assert stored(archive, "kostenvergelijking sturen").due == in_days(-2)
    assert what(page) == "Kostenvergelijking sturen"


def test_skipping_goes_through_all_steps_to_sending(page):
    seen = []
    for _ in range(6):
        seen.append(page.heading.text())
        press(page, "S")
    assert seen == [
        "Van ons te laat",
        "Van ons te laat",
        "Van ons voor volgende week",
        "Hier wachten wij op",
        "Nog zonder dag",
        "Lang niet gesproken",
    ]
    assert page.done.text() == "6 van 6 bekeken"
    assert page.sending.isVisible()
    assert page.sending.rows == []


def test_a_vague_promise_gets_its_day(page, archive, monkeypatch):
    Answers(monkeypatch).then({"due": in_days(4)})
    page.go_step(3)
    press(page, "D")
    assert stored(archive, "iets opzoeken").due == in_days(4)


def test_dropping_asks_why(page, archive, monkeypatch):
    Answers(monkeypatch).then({"reason": "niet meer nodig"})
    press(page, "L")
    assert stored(archive, "kostenvergelijking sturen").state is CommitmentState.DROPPED


def test_calling_a_silent_client_opens_its_page_with_the_numbers(page, desk):
    page.go_step(4)
    assert what(page) == "Houtbouw Veldkamp"
    press(page, "B")
    assert desk[1].went[-1] == ("klant", {"client_id": VELD.id, "call": "ja"})


def test_a_key_that_does_not_belong_to_the_step_does_nothing(page):
    press(page, "D")
    assert what(page) == "Kostenvergelijking sturen"


def test_the_round_is_taken_up_where_it_was_left(page, desk, qtbot):
    press(page, "S")
    press(page, "S")
    again = opened(desk[0], qtbot)
    assert again.heading.text() == "Van ons voor volgende week"
    assert again.done.text() == "2 van 6 bekeken"
    again.begin_again()
    qtbot.waitUntil(lambda: again.heading.text() == "Van ons te laat")
    assert again.done.text() == "0 van 6 bekeken"


def test_a_new_week_begins_anew(page, desk, qtbot, archive, tmp_path):
    press(page, "S")
    later = a_desk(archive, Clock(DAY + timedelta(days=7)))[0]
    again = opened(later, qtbot)
    assert again.done.text().startswith("0 van")
    later.background.wait()


def test_reminders_become_drafts_in_a_folder(page, desk, qtbot, tmp_path, monkeypatch, archive):
    folder = tmp_path / "concepten"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page.go_step(2)
    press(page, "H")
    page.go_step(4)
    press(page, "H")
    page.go_step(len(STEPS))
    assert [row.made.client_name for row in page.sending.rows] == [
        "Brinkhof Logistiek",
        "Houtbouw Veldkamp",
    ]
    page.sending.rows[1].check.click()
    page.sending.make.click()
    qtbot.waitUntil(lambda: bool(desk[1].told) and "conceptmail" in desk[1].told[-1])
    assert [path.name for path in folder.iterdir()] == ["Brinkhof Logistiek.eml"]
    assert b"wagenlijst aanleveren" in next(folder.iterdir()).read_bytes()


def test_a_message_for_every_client_of_the_round(page, qtbot):
    page.go_step(len(STEPS))
    page.sending.everyone.click()
    qtbot.waitUntil(lambda: bool(page.sending.rows), timeout=5_000)
    assert [row.made.client_name for row in page.sending.rows] == [
        "Bakkerij De Halm",
        "Brinkhof Logistiek",
        "Houtbouw Veldkamp",
    ]


def test_the_message_can_be_read_before_it_is_made(page, qtbot):
    page.go_step(len(STEPS))
    page.sending.everyone.click()
    qtbot.waitUntil(lambda: bool(page.sending.rows), timeout=5_000)
    row = page.sending.rows[0]
    row.read.click()
    assert row.text.isVisible()
    assert "annet@halm.example" in row.text.text()
    assert "kostenvergelijking sturen" in row.text.text()


def test_a_message_that_names_another_client_stays_inside(
    page, desk, archive, qtbot, tmp_path, monkeypatch
):
    with archive.transaction() as work:
        work.commitments.save(a_commitment(HALM, "zoals bij Houtbouw Veldkamp", due=in_days(-4)))
    page.go_step(len(STEPS))
    page.sending.everyone.click()
    qtbot.waitUntil(lambda: bool(page.sending.rows), timeout=5_000)
    halm, *others = page.sending.rows
    assert not halm.check.isEnabled()
    assert not halm.check.isChecked()
    shown = " ".join(label.text() for label in halm.findChildren(QLabel))
    assert "Kan zo niet weg: “Houtbouw Veldkamp” is een andere klant van u" in shown
    assert all(row.check.isChecked() for row in others)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.sending.make.click()
    qtbot.waitUntil(lambda: bool(desk[1].told) and "conceptmails" in desk[1].told[-1])
    assert sorted(path.name for path in tmp_path.glob("*.eml")) == [
        "Brinkhof Logistiek.eml",
        "Houtbouw Veldkamp.eml",
    ]


def test_closing_the_week_is_remembered(page, archive, desk):
    page.go_step(len(STEPS))
    page.sending.close_week.click()
    assert week_closed.last_finished(archive) == DAY
    assert desk[1].went[-1][0] == "vandaag"


def test_another_item_can_be_taken_first(page):
    second = page.left(RoundStep.LATE)[1]
    assert isinstance(second, RoundItem)
    page.choose(second)
    assert what(page) == "Scanner nakijken"
    press(page, "S")
    assert what(page) == "Kostenvergelijking sturen"


def test_every_button_has_a_name_and_a_key(page):
    for number in range(len(STEPS)):
        page.go_step(number)
        for button in page.card.buttons.values():
            assert "(toets " in button.accessibleName()


def test_in_the_window_one_key_is_enough(tmp_path, clock):
    def fill(work: Work) -> None:
        begun(work)
        work.clients.save(HALM)
        work.commitments.save(a_commitment(HALM, "offerte sturen", due=in_days(-2)))

    with a_window(tmp_path / "map", clock, fill) as opened_window:
        opened_window.frame.activateWindow()
        page = opened_window.go("weekafsluiting")
        assert isinstance(page, WeekRoundPage)
        opened_window.until(lambda: page.item is not None)
        focus = opened_window.frame.focusWidget()
        assert focus is not None
        assert page.isAncestorOf(focus)
        QTest.keyClick(focus, Qt.Key.Key_N)
        opened_window.settle()
        assert not stored(opened_window.archive, "offerte sturen").is_open
        assert opened_window.said == "Toezegging nagekomen."
        opened_window.shell.toast.undo_button.click()
        opened_window.until(lambda: page.item is not None)
        assert stored(opened_window.archive, "offerte sturen").is_open


def test_the_palette_knows_the_way(archive, clock, qtbot):
    desk, window = a_desk(archive, clock)
    parent = QWidget()
    qtbot.addWidget(parent)
    (found,) = matching(commands(desk, parent), "week afsl")
    found.act()
    assert window.went[-1][0] == "weekafsluiting"
    desk.background.wait()


def test_who_knows_of_the_new_day_gets_no_message(page, monkeypatch):
    def fill(form: FormDialog) -> None:
        assert isinstance(form, MoveDialog)
        form.with_values({"due": in_days(7), "reason": "de leverancier is laat"})
        form.told._choose("Ja")
        form.save_button.click()

    Answers(monkeypatch).then(fill)
    press(page, "V")
    page.go_step(len(STEPS))
    assert page.sending.rows == []
