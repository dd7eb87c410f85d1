"""The page with all clients."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.client import Client, ClientOrder, ClientStatus
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.clients.page import ClientsPage
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.row import RowRole
from tests.office import a_client
from tests.ui.answers import Answers
from tests.ui.desks import ToldWindow


@pytest.fixture
def filled(archive: Archive) -> tuple[Client, ...]:
    found = (
        a_client("Bakkerij De Halm", city="Heerdam"),
        a_client("Brinkhof Logistiek", city="Oostmeer"),
        a_client("Camping De Zandkuil", city="Assen", status=ClientStatus.LOST),
    )
    with archive.transaction() as work:
        work.clients.save_all(found)
    return found


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ClientsPage:
    made = ClientsPage(desk)
    qtbot.addWidget(made)
    made.resize(1048, 800)
    made.open()
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(page: ClientsPage) -> list[str]:
    model = page.view.model()
    return [model.index(place, 0).data(RowRole).text for place in range(model.rowCount())]


def test_an_empty_page_says_what_to_do(page: ClientsPage, window: ToldWindow) -> None:
    assert page._empty is not None
    assert page._empty.isVisible()
    page._empty.buttons[0].click()
    assert window.went == [("inlezen", {})]


def test_typing_narrows_the_list_at_once(filled: tuple[Client, ...], page: ClientsPage) -> None:
    page.search.setText("oost")
    assert shown(page) == ["Brinkhof Logistiek"]
    page.search.setText("")
    assert len(shown(page)) == 3


def test_a_status_narrows_the_list(filled: tuple[Client, ...], page: ClientsPage) -> None:
    page.status.set_value("verloren")
    page.status.changed.emit("verloren")
    assert shown(page) == ["Camping De Zandkuil"]


def test_nothing_found_offers_to_make_that_client(
    filled: tuple[Client, ...], page: ClientsPage, answers: Answers, archive: Archive
) -> None:
    page.search.setText("Slagerij Van Bremen")
    assert page.make_link.isVisible()
    answers.then({})
    page.make_link.click()
    assert answers.titles == ["Nieuwe klant"]
    with archive.reading() as work:
        assert work.clients.named("Slagerij Van Bremen") is not None


def test_all_clients_come_back_with_one_link(filled: tuple[Client, ...], page: ClientsPage) -> None:
    page.search.setText("xyz")
    page.clear_link.click()
    assert len(shown(page)) == 3


def test_enter_opens_a_client(
    filled: tuple[Client, ...], page: ClientsPage, window: ToldWindow
) -> None:
    page.view.select(1)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert window.went == [("klant", {"client_id": filled[1].id})]


def test_enter_while_searching_opens_what_was_found(
    filled: tuple[Client, ...], page: ClientsPage, window: ToldWindow
) -> None:
    page.search.setText("zand")
    QTest.keyClick(page.search.edit, Qt.Key.Key_Return)
    assert window.went == [("klant", {"client_id": filled[2].id})]


def test_a_click_on_a_head_sorts_and_a_second_one_turns_it_round(
    filled: tuple[Client, ...], page: ClientsPage
) -> None:
    place = page.head._cells()[1].center()
    QTest.mouseClick(page.head, Qt.MouseButton.LeftButton, pos=place)
    assert page.head.order is ClientOrder.PLACE
    assert shown(page)[0] == "Camping De Zandkuil"
    QTest.mouseClick(page.head, Qt.MouseButton.LeftButton, pos=place)
    assert shown(page)[0] == "Brinkhof Logistiek"


def test_heads_can_be_used_with_the_keyboard(filled: tuple[Client, ...], page: ClientsPage) -> None:
    QTest.keyClick(page.head, Qt.Key.Key_Right)
    QTest.keyClick(page.head, Qt.Key.Key_Space)
    assert page.head.order is ClientOrder.PLACE
    assert "Plaats" in page.head.accessibleName()


def test_widths_are_remembered(
    filled: tuple[Client, ...], page: ClientsPage, desk: Desk, qtbot: QtBot
) -> None:
    border = page.head._cells()[2].x() - 8
    QTest.mousePress(page.head, Qt.MouseButton.LeftButton, pos=QPoint(border, 16))
    QTest.mouseMove(page.head, QPoint(border + 24, 16))
    QTest.mouseRelease(page.head, Qt.MouseButton.LeftButton, pos=QPoint(border + 24, 16))
    other = ClientsPage(desk)
    qtbot.addWidget(other)
    assert other.head.widths == page.head.widths
    assert other.head.widths.columns[0] > 136


def test_delete_removes_at_once_and_undo_brings_it_back(
    filled: tuple[Client, ...], page: ClientsPage, window: ToldWindow, archive: Archive
) -> None:
    page.view.select(0)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert shown(page) == ["Brinkhof Logistiek", "Camping De Zandkuil"]
    with archive.reading() as work, pytest.raises(NotFound):
        work.clients.get(filled[0].id)
    assert "verwijderd" in window.told[-1]
    assert window.undo is not None
    window.undo()
    assert shown(page)[0] == "Bakkerij De Halm"


def test_what_another_page_changes_shows_when_this_page_opens_again(
    filled: tuple[Client, ...], page: ClientsPage, desk: Desk, archive: Archive
) -> None:
    page.hide()
    with archive.transaction() as work:
        work.clients.save(a_client("Aannemer Bos"))
    desk.wrote()
    page.open()
    assert shown(page)[0] == "Aannemer Bos"
