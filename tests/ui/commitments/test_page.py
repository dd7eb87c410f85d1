"""The page Toezeggingen, through its real widgets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment, CommitmentState
from gesprekshulp.services import commitments
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.commitments import forms
from gesprekshulp.ui.commitments.forms import PromiseDialog
from gesprekshulp.ui.commitments.page import CommitmentsPage
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.form_dialog import FormDialog
from gesprekshulp.ui.widgets.labels import SpanLabel
from gesprekshulp.ui.widgets.row_delegate import Places
from tests.office import DAY, a_client, a_commitment, a_person
from tests.ui.desks import ToldWindow, a_desk

HALM = a_client()
BRINKHOF = a_client("Brinkhof Logistiek")


def in_days(days: int):
    return DAY + timedelta(days=days)


@pytest.fixture
def desk(archive: Archive, clock: Clock) -> Iterator[tuple[Desk, ToldWindow]]:
    with archive.transaction(None) as work:
        work.clients.save_all((HALM, BRINKHOF))
        work.people.save(a_person(HALM))
    for promise in (
        a_commitment(BRINKHOF, "wagenlijst aanleveren", due=in_days(-3), side=Side.CLIENT),
        a_commitment(HALM, "kostenvergelijking sturen", due=in_days(-2), said="Dan stuur ik u dat"),
        a_commitment(HALM, "back-up nakijken", due=DAY),
        a_commitment(HALM, "contactpersoon noemen", due=None, side=Side.CLIENT),
        a_commitment(BRINKHOF, "iets opzoeken", due=None),
    ):
        commitments.make(archive, clock, promise)
    made = a_desk(archive, clock)
    yield made
    made[0].background.wait()


@pytest.fixture
def page(desk: tuple[Desk, ToldWindow], qtbot: QtBot) -> CommitmentsPage:
    made = CommitmentsPage(desk[0])
    qtbot.addWidget(made)
    made.resize(1048, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.open()
    return made


def lines(page: CommitmentsPage) -> list[str]:
    return [page.model.row_at(n).text for n in range(page.model.rowCount())]


def choose(page: CommitmentsPage, what: str) -> None:
    page.list.select(lines(page).index(what))


def press(page: CommitmentsPage, key: Qt.Key) -> None:
    QTest.keyClick(page.list, key)


def stored(desk: Desk, what: str) -> Commitment:
    with desk.archive.reading() as work:
        return next(item for item in work.commitments.all() if item.what == what)


def test_promises_stand_under_their_headings_too_late_first(page: CommitmentsPage) -> None:
    assert lines(page) == [
        "Te laat",
        "Wagenlijst aanleveren",
        "Kostenvergelijking sturen",
        "Vandaag",
        "Back-up nakijken",
        "Zonder termijn",
        "Iets opzoeken",
        "Contactpersoon noemen",
    ]


def test_ours_without_day_or_event_is_marked_vague_and_theirs_is_not(page: CommitmentsPage) -> None:
    ours, theirs = page.model.row_at(6), page.model.row_at(7)
    assert ours.vague
    assert not theirs.vague
    assert ours.date_link == theirs.date_link == "Dag kiezen"


def test_the_tabs_count_their_views(page: CommitmentsPage, qtbot: QtBot) -> None:
    def counted() -> None:
        names = [tab.accessibleName() for tab in page.tabs._tabs.values()]
        assert names == [
            "Te laat, 2",
            "Vandaag, 1",
            "Deze week, 0",
            "Wacht op klant, 2",
            "Zonder termijn, 2",
            "Alles, 5",
            "Wacht op derde, 0",
            "Afgehandeld, 0",
        ]

    qtbot.waitUntil(lambda: page.tabs._tabs["alles"].count != "")
    counted()


def test_choosing_wij_leaves_our_own_promises(page: CommitmentsPage, qtbot: QtBot) -> None:
    for segment in page.whose._segments:
        if segment.text() == "Wij":
            qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert "Wagenlijst aanleveren" not in lines(page)
    assert page.place()["whose"] == "wij"


def test_waiting_for_the_client_is_never_narrowed_to_ours(page: CommitmentsPage) -> None:
    page.open(whose="wij")
    page.tabs._choose("wacht_op_klant")
    assert page.whose.value() == "allebei"
    assert lines(page)[1] == "Wagenlijst aanleveren"
    page.whose._choose("wij")
    assert page.tabs.value() == "alles"


def test_typing_in_the_filter_narrows_the_list_to_what_and_client(
    page: CommitmentsPage, qtbot: QtBot
) -> None:
    page.search.setFocus()
    qtbot.keyClicks(page.search.edit, "halm kosten")
    assert lines(page) == ["Te laat", "Kostenvergelijking sturen"]
    qtbot.keyClick(page.search.edit, Qt.Key.Key_Escape)
    assert len(lines(page)) == 8


def test_a_filter_that_finds_nothing_says_so(page: CommitmentsPage, qtbot: QtBot) -> None:
    page.search.setFocus()
    qtbot.keyClicks(page.search.edit, "zeppelin")
    assert page.nothing.isVisible()
    assert "zeppelin" in page.nothing.text()
    assert not page.list.isVisible()


def test_a_click_on_the_check_keeps_at_once_and_can_be_undone(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow], qtbot: QtBot
) -> None:
    rect = page.list.visualRect(page.model.index(2, 0))
    point = Places(rect, page.list.rows.columns).check.center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk[1].told == ["Toezegging nagekomen."]
    assert stored(desk[0], "kostenvergelijking sturen").state is CommitmentState.KEPT_LATE
    assert "Kostenvergelijking sturen" not in lines(page)
    undo = desk[1].undo
    assert undo is not None
    undo()
    assert "Kostenvergelijking sturen" in lines(page)


def test_space_keeps_one_after_another(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow]
) -> None:
    choose(page, "Wagenlijst aanleveren")
    press(page, Qt.Key.Key_Space)
    assert page.current() == stored(desk[0], "kostenvergelijking sturen")
    press(page, Qt.Key.Key_Space)
    assert lines(page)[0] == "Vandaag"
    assert page.current() == stored(desk[0], "back-up nakijken")


def test_arrows_pass_over_headings(page: CommitmentsPage, desk: tuple[Desk, ToldWindow]) -> None:
    choose(page, "Kostenvergelijking sturen")
    press(page, Qt.Key.Key_Down)
    assert page.current() == stored(desk[0], "back-up nakijken")
    press(page, Qt.Key.Key_Up)
    assert page.current() == stored(desk[0], "kostenvergelijking sturen")


def test_enter_opens_the_panel_and_escape_closes_it(page: CommitmentsPage) -> None:
    choose(page, "Kostenvergelijking sturen")
    press(page, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert page.panel.title.text() == "Kostenvergelijking sturen"
    press(page, Qt.Key.Key_Down)
    assert page.panel.title.text() == "Back-up nakijken"
    press(page, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_the_panel_tells_what_was_said_and_what_happened(page: CommitmentsPage) -> None:
    choose(page, "Kostenvergelijking sturen")
    page.open_panel()
    told = [label.text() for label in page.panel.findChildren(SpanLabel)]
    assert "di 10 mrt · 2 dagen te laat" in told
    assert "Termijn voorbij" in told
    assert "Toegezegd, uiterlijk di 10 mrt" in told
    assert page.panel.note.text() == (
        "Verzetten vraagt om een reden. Volgende week hebt u nog geen toezeggingen staan."
    )


def test_the_client_in_the_panel_leads_to_the_client(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow], qtbot: QtBot
) -> None:
    from gesprekshulp.ui.widgets.buttons import LinkButton

    choose(page, "Kostenvergelijking sturen")
    page.open_panel()
    links = page.panel.findChildren(LinkButton)
    link = next(link for link in links if link.label() == HALM.name)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert desk[1].went == [("klant", {"client_id": HALM.id})]


def test_v_asks_for_another_day_and_keeps_the_reason(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        FormDialog,
        "ask",
        classmethod(lambda *_a, **_n: {"due": in_days(6), "reason": "prijs ontbrak"}),
    )
    choose(page, "Kostenvergelijking sturen")
    press(page, Qt.Key.Key_V)
    moved = stored(desk[0], "kostenvergelijking sturen")
    assert (moved.due, moved.moves) == (in_days(6), 1)
    assert page.current() == moved
    assert desk[1].told == ["Toezegging verzet."]


def test_moving_refuses_the_same_day_and_no_reason(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow]
) -> None:
    refused: list[dict[str, str]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        dialog.with_values({"due": in_days(-2)})
        dialog.save_button.click()
        refused.append({key: dialog.labelled(key).problem() for key in ("due", "reason")})
        dialog.reject()

    from PySide6.QtCore import QTimer

    choose(page, "Kostenvergelijking sturen")
    QTimer.singleShot(50, page, answer)
    page.move_current()
    assert "al staat" in refused[0]["due"]
    assert "reden" in refused[0]["reason"]
    assert stored(desk[0], "kostenvergelijking sturen").moves == 0


def test_day_choose_gives_a_vague_promise_its_first_day_without_a_reason(
    page: CommitmentsPage,
    desk: tuple[Desk, ToldWindow],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(FormDialog, "ask", classmethod(lambda *_a, **_n: {"due": in_days(8)}))
    rect = page.list.visualRect(page.model.index(lines(page).index("Iets opzoeken"), 0))
    point: QPoint = Places(rect, page.list.rows.columns).date.center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: stored(desk[0], "iets opzoeken").due == in_days(8))
    assert stored(desk[0], "iets opzoeken").moves == 0
    assert "Volgende week" in lines(page)


@pytest.mark.parametrize(
    ("wish", "answer", "state", "who"),
    [
        ("drop", {"reason": "niet meer nodig"}, CommitmentState.DROPPED, "Steven"),
        ("hand_over", {"who": "Karin"}, CommitmentState.OPEN, "Karin"),
        ("keep", None, CommitmentState.KEPT_LATE, "Steven"),
    ],
)
def test_what_the_panel_asks_is_done(
    page: CommitmentsPage,
    desk: tuple[Desk, ToldWindow],
    monkeypatch: pytest.MonkeyPatch,
    wish: str,
    answer: dict[str, str] | None,
    state: CommitmentState,
    who: str,
) -> None:
    monkeypatch.setattr(FormDialog, "ask", classmethod(lambda *_a, **_n: answer))
    choose(page, "Kostenvergelijking sturen")
    page.open_panel()
    page.panel.asked.emit(wish)
    after = stored(desk[0], "kostenvergelijking sturen")
    assert (after.state, after.who) == (state, who)


def test_a_closed_promise_stands_under_afgehandeld_and_can_be_opened_again(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow]
) -> None:
    choose(page, "Kostenvergelijking sturen")
    press(page, Qt.Key.Key_Space)
    page.open(view="afgehandeld")
    assert lines(page) == ["Kostenvergelijking sturen"]
    choose(page, "Kostenvergelijking sturen")
    page.open_panel()
    assert [action.text() for action in page.panel.menu().actions() if action.text()] == [
        "Heropenen",
        "Verwijderen",
    ]
    page.panel.asked.emit("reopen")
    assert stored(desk[0], "kostenvergelijking sturen").is_open
    assert not page.panel.isVisible()
    assert page.nothing.text() == "Er is nog niets afgehandeld."


def test_removing_takes_it_from_the_list_and_undo_brings_it_back(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow]
) -> None:
    choose(page, "Iets opzoeken")
    page.open_panel()
    page.panel.asked.emit("remove")
    assert "Iets opzoeken" not in lines(page)
    undo = desk[1].undo
    assert undo is not None
    undo()
    assert "Iets opzoeken" in lines(page)


def test_opening_one_promise_finds_it_in_another_view(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow], qtbot: QtBot
) -> None:
    page.open(view="vandaag")
    qtbot.keyClicks(page.search.edit, "zeppelin")
    wanted = stored(desk[0], "wagenlijst aanleveren")
    page.open(commitment_id=wanted.id)
    assert page.tabs.value() == "alles"
    assert page.current() == wanted
    assert page.panel.title.text() == "Wagenlijst aanleveren"
    assert page.place() == {
        "view": "alles", "whose": "allebei", "by": "dag", "shape": "lijst",
        "commitment_id": wanted.id, "new": "",
    }  # fmt: skip


def test_opening_a_promise_that_is_gone_says_so(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow]
) -> None:
    page.open(commitment_id="weg")
    assert "Er is geen toezegging" in desk[1].failed[0]


def test_column_widths_are_remembered(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow], qtbot: QtBot
) -> None:
    page.shelf.table_head.set_widths("200,180")
    again = CommitmentsPage(desk[0])
    qtbot.addWidget(again)
    assert again.list.rows.columns.client == 200
    assert again.list.rows.columns.date == 180
    again.resize(1688, 1000)
    again.show()
    assert again.list.rows.columns.client == 200


def test_on_a_wide_screen_names_of_clients_get_more_room(page: CommitmentsPage) -> None:
    page.resize(900, 800)
    page.show()
    usual = page.list.rows.columns.client
    page.resize(1688, 1000)
    wide = page.list.rows.columns.client
    assert wide > usual
    page.resize(1048, 800)
    choose(page, "Kostenvergelijking sturen")
    page.open_panel()
    assert page.list.rows.columns.client == usual
    page.close_panel()
    page.resize(1688, 1000)
    assert page.list.rows.columns.client == wide
    assert page.shelf.table_head.columns == page.list.rows.columns


# --- the form ---


@pytest.fixture
def form(desk: tuple[Desk, ToldWindow], qtbot: QtBot) -> PromiseDialog:
    made = PromiseDialog(desk[0], None, None, (HALM.id, HALM.name))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_form_suggests_who_by_the_side(form: PromiseDialog) -> None:
    form.field("side").set_value(Side.CLIENT)
    assert form.field("who").text() == "Annet Vos"


def test_a_promise_of_the_client_without_a_day_asks_for_one_once(form: PromiseDialog) -> None:
    form.field("side").set_value(Side.CLIENT)
    form.with_values({"what": "loonstroken mailen"})
    form.save_button.click()
    assert "Vraag de klant om een dag" in form.labelled("due").problem()
    assert form.isVisible()
    form.with_values({"no_day": True})
    form.save_button.click()
    assert not form.isVisible()


def test_a_vague_promise_of_ours_is_allowed_with_a_remark(form: PromiseDialog) -> None:
    form.with_values({"what": "terugbellen", "who": "Steven"})
    assert "Nog vaag" in form.field("due").echo.text()
    form.save_button.click()
    assert not form.isVisible()


def test_the_form_reads_a_dutch_term(form: PromiseDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.field("due").edit, "volgende week vrijdag")
    assert form.values()["due"] == in_days(8)


def test_without_a_client_the_form_stays(desk: tuple[Desk, ToldWindow], qtbot: QtBot) -> None:
    made = PromiseDialog(desk[0], None)
    qtbot.addWidget(made)
    made.show()
    made.with_values({"what": "terugbellen", "who": "Steven"})
    made.save_button.click()
    assert made.isVisible()
    assert made.client_field.problem().startswith("Kies een klant uit de lijst")


def test_a_new_promise_is_shown_in_the_list(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {
        "client_id": BRINKHOF.id, "side": Side.US, "who": "Steven", "what": "planning mailen",
        "due": in_days(1), "event": "", "no_day": False,
    }  # fmt: skip
    monkeypatch.setattr(forms.PromiseDialog, "ask", classmethod(lambda *_a, **_n: values))
    press(page, Qt.Key.Key_N)
    assert page.current() == stored(desk[0], "planning mailen")
    assert page.panel.isVisible()


def test_changing_keeps_the_day_that_is_there(
    page: CommitmentsPage, desk: tuple[Desk, ToldWindow], qtbot: QtBot
) -> None:
    promise = stored(desk[0], "back-up nakijken")
    dialog = PromiseDialog(desk[0], None, promise, (HALM.id, HALM.name))
    qtbot.addWidget(dialog)
    assert "due" not in dialog.values()
    dialog.with_values({"what": "back-up thuis nakijken"})
    assert dialog.values()["who"] == "Steven"


def test_before_the_first_promise_the_page_says_where_they_come_from(
    archive: Archive, clock: Clock, qtbot: QtBot
) -> None:
    with archive.transaction(None) as work:
        work.clients.save(HALM)
    desk, window = a_desk(archive, clock)
    page = CommitmentsPage(desk)
    qtbot.addWidget(page)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.open()
    page.open()
    assert page.empty is not None
    assert page.empty.isVisible()
    assert not page.shelf.isVisible()
    assert not page.tabs.isVisible()
    to_agenda = next(b for b in page.empty.findChildren(QAbstractButton) if b.isVisible())
    to_agenda.click()
    assert window.went[-1][0] == "agenda"
    commitments.make(archive, clock, a_commitment(HALM, "offerte sturen", due=DAY))
    desk.wrote()
    assert not page.empty.isVisible()
    assert page.shelf.isVisible()
    assert page.tabs.isVisible()
    assert page.model.rowCount() > 0
    desk.background.wait()
