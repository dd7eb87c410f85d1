"""Toezeggingen in groups and as a board of a week or a month, through the real widgets."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.services import commitments
from gesprekshulp.services.commitment_list import By
from gesprekshulp.ui.commitments.board_view import BoardView
from gesprekshulp.ui.commitments.moving import MoveDialog
from gesprekshulp.ui.commitments.toolbar import MONTH, WEEK
from tests.office import DAY, a_commitment
from tests.ui.answers import Answers
from tests.ui.commitments.conftest import Office, in_days


def shown(office: Office, qtbot: QtBot, shape: str) -> BoardView:
    office.page.toolbar.shape._choose(shape)
    view = office.page.shelf.board.view
    qtbot.waitUntil(lambda: any(day.count for day in view.days))
    return view


def on(view: BoardView, day: date) -> list[str]:
    return next([item.commitment.what for item in one.items] for one in view.days if one.day == day)


@pytest.mark.parametrize(
    ("by", "first"),
    [
        (By.CLIENT, "Bakkerij De Halm · 4, 1 te laat"),
        (By.PERSON, "Karin · 1"),
    ],
)
def test_promises_stand_together_by_client_or_person(office: Office, by: By, first: str) -> None:
    for action in office.page.toolbar.by_menu().actions():
        if action.text() == f"Per {by.value}":
            action.trigger()
    assert office.lines()[0] == first
    assert office.page.place()["by"] == by.value
    assert office.page.list.model().rowCount() > 6


def test_the_filter_works_within_groups(office: Office, qtbot: QtBot) -> None:
    office.page.open(by="klant")
    office.page.search.setFocus()
    qtbot.keyClicks(office.page.search.edit, "brinkhof")
    assert office.lines() == [
        "Brinkhof Logistiek · 2, 1 te laat",
        "Wagenlijst aanleveren",
        "Iets opzoeken",
    ]


def test_a_promise_kept_in_a_group_goes_and_the_next_is_selected(office: Office) -> None:
    office.page.open(by="klant")
    office.page.list.select(office.lines().index("Kostenvergelijking sturen"))
    QTest.keyClick(office.page.list, Qt.Key.Key_Space)
    assert "Kostenvergelijking sturen" not in office.lines()
    assert office.page.current() == office.stored("back-up nakijken")


def test_a_long_list_is_grouped_a_moment_later_and_keeps_the_selection(
    office: Office, qtbot: QtBot
) -> None:
    with office.desk.archive.transaction(None) as work:
        work.commitments.save_all(
            a_commitment(office.halm, f"stuk {number}", due=in_days(9)) for number in range(2_000)
        )
    wanted = office.choose("back-up nakijken")
    office.page.open(by="klant")
    qtbot.waitUntil(lambda: office.lines()[0].startswith("Bakkerij"))
    assert office.page.current() == wanted


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        ("klant", ["Bakkerij De Halm · 2", "Brinkhof Logistiek · 1"]),
        ("persoon", ["Steven · 1", "Bert, Brinkhof Logistiek · 1", "Annet Vos, Bakkerij De Halm"]),
    ],
)
def test_closed_ones_stand_together_too_and_are_found_back(
    office: Office, by: str, headings: list[str]
) -> None:
    for what in ("back-up nakijken", "cijfers sturen", "wagenlijst aanleveren"):
        commitments.keep(office.desk.archive, office.desk.clock, office.stored(what).id)
    office.page.open(view="afgehandeld", by=by)
    assert all(any(line.startswith(head) for line in office.lines()) for head in headings)
    assert len(office.lines()) == 3 + len({head for head in office.lines() if " · " in head})
    wanted = office.choose("cijfers sturen")
    assert office.page.current() == wanted
    assert office.page.place()["by"] == by
    assert office.page.place()["view"] == "afgehandeld"


def test_the_week_shows_each_day_with_its_promises(office: Office, qtbot: QtBot) -> None:
    view = shown(office, qtbot, WEEK)
    assert office.page.shelf.board.title.text() == "Week 11: 9 tot en met 15 maart 2026"
    assert len(view.days) == 5
    assert on(view, DAY) == ["back-up nakijken"]
    assert on(view, in_days(1)) == ["cijfers sturen"]
    assert not office.page.list.isVisible()
    assert not office.page.tabs.isVisible()


def test_the_month_shows_whole_weeks(office: Office, qtbot: QtBot) -> None:
    view = shown(office, qtbot, MONTH)
    assert office.page.shelf.board.title.text() == "Maart 2026"
    assert (view.days[0].day, view.days[-1].day) == (date(2026, 2, 23), date(2026, 4, 5))
    assert on(view, in_days(5)) == ["begroting maken"]


def test_page_keys_go_to_the_next_week_and_back(office: Office, qtbot: QtBot) -> None:
    view = shown(office, qtbot, WEEK)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.days[0].day == date(2026, 3, 16))
    assert on(view, in_days(5)) == ["begroting maken"]
    office.page.shelf.board.today.click()
    qtbot.waitUntil(lambda: view.current_day() == DAY)


def test_arrows_walk_and_enter_opens_the_panel(office: Office, qtbot: QtBot) -> None:
    view = shown(office, qtbot, WEEK)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert office.page.current() == office.stored("back-up nakijken")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "vrijdag 13 maart" in view.accessibleDescription()
    assert office.page.current() == office.stored("cijfers sturen")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert office.page.panel.title.text() == "Cijfers sturen"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert office.page.panel.title.text() == "Back-up nakijken"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not office.page.panel.isVisible()


def test_walking_past_the_last_day_shows_the_next_week(office: Office, qtbot: QtBot) -> None:
    view = shown(office, qtbot, WEEK)
    view.select_day(in_days(1))
    QTest.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: view.current_day() == in_days(4))


def test_space_on_the_board_keeps_the_promise(office: Office, qtbot: QtBot) -> None:
    view = shown(office, qtbot, WEEK)
    view.select_day(DAY)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert office.stored("back-up nakijken").state is CommitmentState.KEPT
    qtbot.waitUntil(lambda: on(view, DAY) == [])


def test_dragging_to_another_day_asks_why_with_that_day_filled_in(
    office: Office, qtbot: QtBot, answers: Answers
) -> None:
    view = shown(office, qtbot, WEEK)

    def fill(form: MoveDialog) -> None:
        assert form.field("due").day() == in_days(1)
        form.with_values({"reason": "drukte"})
        form.save_button.click()

    answers.then(fill)
    begin = view.rect_of(office.stored("back-up nakijken").id).center()
    end = QPoint(view.rect_of_day(in_days(1)).center().x(), begin.y() + 200)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view, begin + QPoint(30, 10))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    moved = office.stored("back-up nakijken")
    assert (moved.due, moved.moves) == (in_days(1), 1)
    qtbot.waitUntil(lambda: "back-up nakijken" in on(view, in_days(1)))
    assert view.current() == moved


def test_a_drop_on_the_same_day_moves_nothing(office: Office, qtbot: QtBot) -> None:
    view = shown(office, qtbot, WEEK)
    begin = view.rect_of(office.stored("back-up nakijken").id).center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view, begin + QPoint(0, 60))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=begin + QPoint(0, 60))
    assert office.stored("back-up nakijken").moves == 0


@pytest.mark.parametrize(
    ("key", "shape", "to"),
    [(Qt.Key.Key_Right, WEEK, in_days(1)), (Qt.Key.Key_Down, MONTH, in_days(7))],
)
def test_ctrl_with_an_arrow_moves_by_keyboard(
    office: Office, qtbot: QtBot, answers: Answers, key: Qt.Key, shape: str, to: date
) -> None:
    view = shown(office, qtbot, shape)
    view.select_day(DAY)
    answers.then({"reason": "drukte"})
    QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert office.stored("back-up nakijken").due == to


def test_a_day_that_holds_more_than_fits_leads_to_its_week(office: Office, qtbot: QtBot) -> None:
    for number in range(9):
        promise = a_commitment(office.halm, f"stuk {number}", due=in_days(6))
        commitments.make(office.desk.archive, office.desk.clock, promise)
    view = shown(office, qtbot, MONTH)
    more = next(spot for spot in view._places.spots if spot.item < 0)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=more.rect.center())
    assert office.page.controls.shape() == WEEK
    qtbot.waitUntil(lambda: view.days[0].day == date(2026, 3, 16))
    assert len(on(view, in_days(6))) == 9


def test_a_month_shows_what_is_said_over_more_lines_where_there_is_room(
    office: Office, qtbot: QtBot
) -> None:
    long = "kostenvergelijking van de twee kassasystemen sturen aan alle drie de winkels"
    for number in range(3):
        promise = a_commitment(office.halm, f"{long} {number}", due=in_days(6))
        commitments.make(office.desk.archive, office.desk.clock, promise)
    alone = a_commitment(office.halm, long, due=in_days(7))
    commitments.make(office.desk.archive, office.desk.clock, alone)
    view = shown(office, qtbot, MONTH)
    view.resize(1016, 650)
    assert view.rect_of(alone.id).height() > 40
    day = next(number for number, one in enumerate(view.days) if one.day == in_days(6))
    spots = [view._places.spot(day, item) for item in range(3)]
    assert all(spot is not None for spot in spots)
    cell = view._places.cells[day]
    assert all(cell.contains(spot.rect) for spot in spots if spot is not None)


def test_a_weekend_in_which_nothing_is_due_leaves_room_for_the_week(
    office: Office, qtbot: QtBot
) -> None:
    view = shown(office, qtbot, MONTH)
    monday, saturday = view._places.cells[0], view._places.cells[5]
    assert saturday.width() < monday.width()
    promise = a_commitment(office.halm, "markt bezoeken", due=date(2026, 3, 21))
    commitments.make(office.desk.archive, office.desk.clock, promise)
    office.desk.wrote()
    qtbot.waitUntil(lambda: on(view, date(2026, 3, 21)) == ["markt bezoeken"])
    monday, saturday = view._places.cells[0], view._places.cells[5]
    assert abs(saturday.width() - monday.width()) <= 1


def test_what_was_due_earlier_is_one_click_away(office: Office, qtbot: QtBot) -> None:
    old = a_commitment(office.halm, "heel oud", due=in_days(-40))
    commitments.make(office.desk.archive, office.desk.clock, old)
    shown(office, qtbot, WEEK)
    earlier = office.page.shelf.board.earlier
    qtbot.waitUntil(lambda: earlier.label() == "1 van eerder")
    earlier.click()
    assert office.page.controls.shape() == "lijst"
    assert office.lines()[0] == "Heel oud"


def test_the_board_is_filtered(office: Office, qtbot: QtBot) -> None:
    view = shown(office, qtbot, WEEK)
    qtbot.keyClicks(office.page.search.edit, "cijf")
    qtbot.waitUntil(lambda: on(view, DAY) == [])
    assert on(view, in_days(1)) == ["cijfers sturen"]


def test_opening_a_promise_on_the_board_goes_to_its_day(office: Office, qtbot: QtBot) -> None:
    view = shown(office, qtbot, WEEK)
    wanted = office.choose("begroting maken")
    qtbot.waitUntil(lambda: office.page.panel.isVisible())
    assert view.current() == wanted
    without_day = office.choose("iets opzoeken")
    assert office.page.controls.shape() == "lijst"
    assert office.page.current() == without_day


def test_the_board_is_remembered_as_a_place(office: Office, qtbot: QtBot) -> None:
    shown(office, qtbot, MONTH)
    place = office.page.place()
    office.page.open(view="te_laat")
    assert office.page.list.isVisible()
    office.page.open(**place)
    assert office.page.shelf.board.isVisible()
    assert office.page.controls.shape() == MONTH
