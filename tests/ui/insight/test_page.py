"""Inzicht and the card on a client's page, through their real widgets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.domain.reliability import Figures
from gesprekshulp.services import commitments
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.insight.client_card import ReliabilityCard
from gesprekshulp.ui.insight.page import InsightPage
from gesprekshulp.ui.insight.rows import Column
from gesprekshulp.ui.insight.words import Measure, late_words, percent
from tests.office import DAY, a_client, a_commitment
from tests.ui.desks import ToldWindow, a_desk
from tests.ui.windows import words_in

HALM, BRINKHOF = a_client(), a_client("Brinkhof Logistiek")
ANKER = a_client("anker, Restaurant Het")


def closed(client, days: int, late: int = 0, **more):
    due = DAY - timedelta(days=days)
    state = CommitmentState.KEPT_LATE if late else CommitmentState.KEPT
    return a_commitment(
        client, f"werk {days}", due=due, state=state, closed_on=due + timedelta(days=late), **more
    )


@pytest.fixture
def desk(archive: Archive, clock: Clock) -> Iterator[tuple[Desk, ToldWindow]]:
    made = a_desk(archive, clock)
    yield made
    made[0].background.wait()


@pytest.fixture
def office(archive: Archive) -> None:
    with archive.transaction() as work:
        work.clients.save_all((HALM, BRINKHOF, ANKER))
        work.commitments.save_all(
            (
                closed(HALM, 10),
                closed(HALM, 20, late=4, moves=1),
                closed(HALM, 130, side=Side.CLIENT),
                closed(HALM, 400, late=30),
                closed(BRINKHOF, 5),
                closed(BRINKHOF, 6, late=2, side=Side.CLIENT),
                closed(ANKER, 7, late=1),
                closed(ANKER, 8, late=1),
                a_commitment(HALM, "weg", state=CommitmentState.DROPPED, closed_on=DAY),
            )
        )


def opened(desk: Desk, qtbot: QtBot) -> InsightPage:
    page = InsightPage(desk)
    qtbot.addWidget(page)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.open()
    qtbot.waitUntil(lambda: page._job is None)
    return page


@pytest.fixture
def page(desk: tuple[Desk, ToldWindow], office: None, qtbot: QtBot) -> InsightPage:
    return opened(desk[0], qtbot)


def names(page: InsightPage) -> list[str]:
    return [page.model.row_at(n).text for n in range(page.model.rowCount())]


def test_figures_of_both_sides_with_how_late_moved_and_dropped(page):
    assert page.ours.figure.text() == "33%"
    assert page.ours.about.text() == "op de dag nagekomen, 2 van 6"
    assert page.ours.rest.text() == (
        "4 te laat, gemiddeld 9 dagen, hoogstens 30 · 1 verzet · 1 vervallen"
    )
    assert page.theirs.figure.text() == "50%"


def test_it_says_that_it_is_internal(page):
    assert any("Alleen intern" in words for words in words_in(page))


def test_the_line_follows_the_measure(page):
    last = page.ours.chart.points()[-1]
    assert (last.label, last.value) == ("1e kw 26", 40.0)
    page.measure._choose(Measure.DAYS_LATE.name)
    assert page.ours.chart.points()[-1].value == 2.0
    assert "te laat" in page.ours.chart.points()[-1].words
    page.measure._choose(Measure.DROPPED.name)
    assert page.ours.chart.points()[-1].value == 1.0


def test_a_quarter_without_promises_has_no_point(page):
    assert page.ours.chart.points()[0].value is None


def test_the_worst_stands_first_and_every_column_sorts(page):
    QAbstractItemModelTester(page.model)
    assert names(page) == [HALM.name, ANKER.name, BRINKHOF.name]
    page.sort_by(Column.NAME)
    assert names(page) == [ANKER.name, HALM.name, BRINKHOF.name]
    page.sort_by(Column.NAME)
    assert names(page) == [BRINKHOF.name, HALM.name, ANKER.name]
    page.sort_by(Column.THEIRS_KEPT)
    # Those of whom nothing is known stand last, whichever way it runs.
    assert names(page)[-1] == ANKER.name
    page.sort_by(Column.THEIRS_KEPT)
    assert names(page)[-1] == ANKER.name
    for column in Column:
        page.sort_by(column)
        assert sorted(names(page)) == sorted((ANKER.name, HALM.name, BRINKHOF.name))


def test_the_head_sorts_with_a_click_and_with_the_keyboard(page):
    x = page.head._cells()[0].center().x()
    QTest.mouseClick(page.head, Qt.MouseButton.LeftButton, pos=QPoint(x, 16))
    assert page.head.order is Column.NAME
    QTest.keyClick(page.head, Qt.Key.Key_Right)
    QTest.keyClick(page.head, Qt.Key.Key_Return)
    assert page.head.order is Column.OURS_KEPT
    assert "Wij op de dag" in page.head.accessibleName()


def test_a_click_opens_the_client_and_so_does_enter(page, desk):
    page.sort_by(Column.NAME)
    where = page.list.visualRect(page.model.index(1, 0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert desk[1].went[-1] == ("klant", {"client_id": HALM.id})
    page.list.select(0)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert desk[1].went[-1] == ("klant", {"client_id": ANKER.id})


def test_another_period_counts_other_promises_and_is_remembered(page, desk, qtbot):
    page.period._choose("4")
    qtbot.waitUntil(lambda: page.ours.about.text().endswith("2 van 5"))
    assert len(page.ours.chart.points()) == 4
    again = opened(desk[0], qtbot)
    assert again.period.value() == "4"


def test_what_is_kept_meanwhile_is_counted(page, desk, archive, clock, qtbot):
    made = a_commitment(BRINKHOF, "nu", due=DAY)
    commitments.make(archive, clock, made)
    commitments.keep(archive, clock, made.id)
    desk[0].wrote()
    qtbot.waitUntil(lambda: page.ours.about.text().endswith("3 van 7"))


def test_rows_are_read_aloud_as_a_sentence(page):
    page.sort_by(Column.NAME)
    spoken = page.model.row_at(1).spoken()
    assert spoken.startswith(f"{HALM.name}, Wij op de dag: 33% 1 van 3")


def test_an_empty_archive_says_what_to_do(desk, qtbot):
    page = opened(desk[0], qtbot)
    assert page._empty is not None
    assert page._empty.isVisible()
    page._empty.buttons[0].click()
    assert desk[1].went[-1][0] == "toezeggingen"


def test_the_card_of_a_client_has_both_sides(desk, office, qtbot):
    card = ReliabilityCard(desk[0], HALM.id)
    qtbot.addWidget(card)
    qtbot.waitUntil(card.isVisible)
    words = words_in(card)
    assert "33%" in words
    assert "1 van 1 op de dag" in words
    assert any(word.startswith("2 te laat, gemiddeld 17 dagen") for word in words)


def test_a_client_without_figures_has_no_card(desk, office, qtbot, archive):
    other = a_client("Nieuw")
    with archive.transaction() as work:
        work.clients.save(other)
    card = ReliabilityCard(desk[0])
    qtbot.addWidget(card)
    card.show_client(HALM.id)
    qtbot.waitUntil(card.isVisible)
    card.show_client(other.id)
    desk[0].background.wait()
    QApplication.processEvents()
    assert not card.isVisible()


@pytest.mark.parametrize(
    ("share", "words"), [(None, "–"), (1.0, "100%"), (0.999, "99%"), (0.001, "1%"), (2 / 3, "67%")]
)
def test_nearly_all_is_not_all(share, words):
    assert percent(share) == words


def test_one_late_promise_has_no_average():
    assert late_words(Figures(late=1, days_late=1, longest=1)) == "1 te laat, 1 dag"
    assert late_words(Figures(kept=3)) == "geen te laat"
