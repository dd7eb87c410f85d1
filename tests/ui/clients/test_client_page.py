"""The page of one client: everything on it can be made, changed and removed, with undo."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import AppointmentStatus, Side
from gesprekshulp.domain.client import Client, ClientStatus
from gesprekshulp.domain.contact import ContactKind, ContactNature
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services import commitments
from gesprekshulp.services.client_card import Happened, MomentKind
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.clients import registers
from gesprekshulp.ui.clients.client_menu import client_menu, set_status
from gesprekshulp.ui.clients.client_page import ClientPage
from gesprekshulp.ui.clients.people_tab import PeopleTab
from gesprekshulp.ui.clients.registers import PromisesTab, ReportsTab
from gesprekshulp.ui.clients.timeline_tab import moment, year_spans
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.decisions.tab import AgreementsTab
from gesprekshulp.ui.widgets.row import RowRole
from tests.office import (
    DAY,
    a_client,
    a_commitment,
    a_contact,
    a_decision,
    a_person,
    an_appointment,
)
from tests.ui.answers import Answers
from tests.ui.desks import ToldWindow

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


@pytest.fixture
def page(desk: Desk, client: Client, qtbot: QtBot) -> ClientPage:
    made = ClientPage(desk)
    qtbot.addWidget(made)
    made.resize(1048, 800)
    made.open(client_id=client.id)
    made.show()
    qtbot.waitExposed(made)
    return made


def kept(archive: Archive, repository: str, *things: Any) -> None:
    with archive.transaction() as work:
        getattr(work, repository).save_all(things)


def stored(archive: Archive, repository: str) -> tuple[Any, ...]:
    with archive.reading() as work:
        return getattr(work, repository).all()


def rows(tab_list: Any) -> list[str]:
    model = tab_list.model
    return [model.index(place, 0).data(RowRole).text for place in range(model.rowCount())]


def words(page: ClientPage) -> str:
    return " ".join(label.accessibleName() or label.text() for label in page.findChildren(QLabel))


# --- what it shows ---


def test_the_head_says_who_it_is(archive: Archive, page: ClientPage, client: Client) -> None:
    assert page.title == "Bakkerij De Halm"
    assert page.badge.text() == "Actief"
    assert page.place()["client_id"] == client.id


def test_a_client_that_was_removed_is_said_to_be_gone_and_comes_back_with_undo(
    page: ClientPage, window: ToldWindow
) -> None:
    page.remove()
    assert page._gone is not None
    assert page._gone.isVisible()
    assert window.undo is not None
    window.undo()
    assert page._known.isVisible()
    assert not page._gone.isVisible()


def test_an_unknown_client_from_last_time_is_no_error(desk: Desk, qtbot: QtBot) -> None:
    page = ClientPage(desk)
    qtbot.addWidget(page)
    page.open(client_id="weg")
    assert page._gone is not None


def test_the_next_talk_stands_on_top_and_opens(
    archive: Archive, page: ClientPage, client: Client, window: ToldWindow
) -> None:
    talk = an_appointment(client, starts_at=NOON + timedelta(days=4))
    kept(archive, "appointments", talk)
    page.open(client_id=client.id)
    assert page.timeline.line.shown() == 1
    page.timeline.asked.emit(page.timeline._about["volgende"])
    assert window.went == [("afspraak", {"appointment_id": talk.id})]


def test_a_long_timeline_shows_earlier_moments_when_asked(
    archive: Archive, page: ClientPage, client: Client, qtbot: QtBot
) -> None:
    kept(
        archive,
        "contacts",
        *(a_contact(client, at=NOON - timedelta(days=day)) for day in range(60)),
    )
    page.open(client_id=client.id)
    qtbot.waitUntil(lambda: page.timeline.line.shown() == 20, timeout=2000)
    page.timeline.line.earlier_asked.emit()
    assert page.timeline.line.shown() == 40
    page.timeline.line.earlier_asked.emit()
    assert page.timeline.line.shown() == 60


def test_this_year_is_counted_by_why() -> None:
    counted = {ContactNature.PROBLEM: 5, ContactNature.ATTENTION: 4}
    assert "".join(span.text for span in year_spans(counted)) == (
        "9 contacten dit jaar: 4 aandacht, 5 probleem"
    )
    assert year_spans({})[0].text == "Dit jaar nog geen contact"
    assert year_spans({}, held=2)[0].text == "2 gesprekken dit jaar"
    assert year_spans({ContactNature.NEUTRAL: 1})[0].text == "1 contact dit jaar"


def test_a_moment_of_another_year_names_it(client: Client) -> None:
    contact = a_contact(client, at=datetime(2025, 10, 8, 9, tzinfo=UTC))
    happened = Happened(MomentKind.CONTACT, contact.at, contact)
    assert moment("1", happened, DAY).when == "wo 8 okt\n2025"


def test_every_tab_opens_and_is_remembered_as_a_place(
    archive: Archive, page: ClientPage, client: Client
) -> None:
    kept(archive, "people", a_person(client))
    kept(archive, "decisions", a_decision(client))
    kept(archive, "appointments", an_appointment(client, status=AppointmentStatus.CANCELLED))
    for tab in ("afspraken", "toezeggingen", "besluiten", "contactpersonen", "verslagen",
                "stukken", "tijdlijn"):  # fmt: skip
        page.open(client_id=client.id, tab=tab)
        assert page.place()["tab"] == tab
    page.open(client_id=client.id, tab="bestaat niet")
    assert page.place()["tab"] == "tijdlijn"


def test_another_client_starts_with_its_timeline(archive: Archive, page: ClientPage) -> None:
    other = a_client("Brinkhof")
    kept(archive, "clients", other)
    page.open(client_id=other.id)
    assert page.title == "Brinkhof"
    assert page.place()["tab"] == "tijdlijn"


def test_the_icon_of_a_report_stands_before_its_title(desk: Desk) -> None:
    tab = ReportsTab(desk)
    assert tab.list.view.rows.columns.icon > 20


# --- the client itself ---


def test_a_client_is_changed(
    archive: Archive, page: ClientPage, answers: Answers, window: ToldWindow
) -> None:
    answers.then({"city": "Oostmeer", "since": 2017})
    page.edit()
    assert "klant\u00a0sinds\u00a02017" in page._facts.text()
    assert window.told == ["Klant gewijzigd."]
    assert window.undo is not None
    window.undo()
    assert stored(archive, "clients")[0].city == "Heerdam"


def test_the_status_is_changed_from_the_menu(
    archive: Archive, page: ClientPage, window: ToldWindow
) -> None:
    set_status(page._desk, page._id, ClientStatus.DORMANT)
    assert page.badge.text() == "Slapend"
    assert window.told == ["Status is nu slapend."]


def test_own_remarks_are_kept_while_typing_and_stay_internal(
    archive: Archive, page: ClientPage, qtbot: QtBot
) -> None:
    page.beside.remarks.editor.setPlainText("graag vroeg bellen")
    qtbot.waitUntil(
        lambda: stored(archive, "clients")[0].remarks == InternalText("graag vroeg bellen"),
        timeout=3000,
    )


def test_keeping_remarks_leaves_the_cursor_where_one_types(
    archive: Archive, page: ClientPage, qtbot: QtBot
) -> None:
    editor = page.beside.remarks.editor
    QTest.keyClicks(editor, "graag ")
    page.beside.remarks.save()
    QTest.keyClicks(editor, "vroeg")
    page.leave()
    assert stored(archive, "clients")[0].remarks == InternalText("graag vroeg")


def test_remarks_are_kept_when_the_page_is_left_at_once(archive: Archive, page: ClientPage) -> None:
    page.beside.remarks.editor.setPlainText("weg ermee")
    page.leave()
    assert stored(archive, "clients")[0].remarks == InternalText("weg ermee")


def test_remarks_typed_just_before_another_client_opens_stay_with_their_own(
    archive: Archive, page: ClientPage, client: Client
) -> None:
    other = a_client("Brinkhof")
    kept(archive, "clients", other)
    page.beside.remarks.editor.setPlainText("van de bakker")
    page.open(client_id=other.id)
    found = {one.name: one.remarks.reveal() for one in stored(archive, "clients")}
    assert found == {"Bakkerij De Halm": "van de bakker", "Brinkhof": ""}
    assert page.beside.remarks.editor.text() == ""


# --- contacts ---


def test_a_contact_is_noted_changed_and_removed(
    archive: Archive, page: ClientPage, answers: Answers, window: ToldWindow
) -> None:
    answers.then({"subject": "Storing", "kind": ContactKind.PHONE, "outcome": "opgelost"})
    page.contact_button.click()
    (contact,) = stored(archive, "contacts")
    assert (contact.subject, contact.kind) == ("Storing", ContactKind.PHONE)
    assert page.timeline.line.shown() == 1
    answers.then({"nature": ContactNature.PROBLEM})
    page._open_moment(contact)
    assert stored(archive, "contacts")[0].nature is ContactNature.PROBLEM
    answers.remove()
    page._open_moment(contact)
    assert stored(archive, "contacts") == ()
    assert window.undo is not None
    window.undo()
    assert len(stored(archive, "contacts")) == 1


def test_calling_shows_the_numbers_in_a_form_for_a_call(
    page: ClientPage, client: Client, answers: Answers, qtbot: QtBot, archive: Archive
) -> None:
    kept(archive, "people", a_person(client, mobile="06-12345678"))
    seen: list[str] = []

    def look(form: Any) -> None:
        seen.extend(label.text() for label in form.findChildren(QLabel))
        assert form.values()["kind"] == "telefoon"

    answers.then(look)
    page.open(client_id=client.id, call="ja")
    qtbot.waitUntil(lambda: bool(seen), timeout=2000)
    assert {"0512-123456", "06-12345678"} <= set(seen)
    assert page.place()["call"] == ""


def test_a_contact_of_tomorrow_is_refused(
    archive: Archive, page: ClientPage, answers: Answers
) -> None:
    answers.then({"subject": "Storing", "day": DAY + timedelta(days=1)})
    page.note_contact()
    assert "day" in answers.refused
    assert stored(archive, "contacts") == ()


# --- promises ---


def seconds(tab_list: Any) -> list[str]:
    """The second lines of a list."""
    model = tab_list.model
    found = [model.row_at(place).second for place in range(model.rowCount())]
    return [words for words in found if words]


def the(page: ClientPage, tab: str) -> Any:
    page.go_tab(tab)
    return page.register(tab)


def test_a_promise_is_made_changed_kept_and_removed(
    archive: Archive, page: ClientPage, answers: Answers, window: ToldWindow
) -> None:
    tab = the(page, "toezeggingen")
    assert isinstance(tab, PromisesTab)
    answers.then({"what": "offerte sturen", "who": "Steven", "due": date(2026, 3, 20)})
    tab.list.add_button.click()
    (promise,) = stored(archive, "commitments")
    assert (promise.side, promise.due) == (Side.US, date(2026, 3, 20))
    assert rows(tab.list) == ["Volgende week", "Offerte sturen"]

    answers.then({"what": "nieuwe offerte sturen"})
    tab.list.opened.emit(promise)
    assert rows(tab.list) == ["Volgende week", "Nieuwe offerte sturen"]
    answers.then({"due": date(2026, 3, 27), "reason": "prijzen ontbraken"})
    dict(tab.list._actions)["Verzetten …"](promise)
    (promise,) = stored(archive, "commitments")
    assert (promise.due, promise.moves) == (date(2026, 3, 27), 1)

    tab.list.checked.emit(promise)
    assert rows(tab.list) == ["Afgerond", "Nieuwe offerte sturen"]
    tab.list.checked.emit(stored(archive, "commitments")[0])
    assert stored(archive, "commitments")[0].is_open
    tab.list.view.select(1)
    tab.list.view.setFocus()
    QTest.keyClick(tab.list.view, Qt.Key.Key_Delete)
    assert stored(archive, "commitments") == ()
    assert window.undo is not None
    window.undo()
    assert rows(tab.list) == ["Later", "Nieuwe offerte sturen"]


def test_the_history_of_a_promise_stands_under_it(
    archive: Archive, page: ClientPage, client: Client, clock: Clock
) -> None:
    promise = commitments.make(archive, clock, a_commitment(client, due=DAY + timedelta(days=1)))
    later = DAY + timedelta(days=8)
    commitments.move(archive, clock, promise.id, later, "de leverancier is ziek")
    page.open(client_id=client.id)
    tab = the(page, "toezeggingen")
    assert seconds(tab.list) == [
        "Toegezegd op do 26 feb · verzet op do 12 mrt naar vr 20 mrt: de leverancier is ziek"
    ]
    commitments.keep(archive, clock, promise.id, "per mail")
    page.open(client_id=client.id)
    (words,) = seconds(the(page, "toezeggingen").list)
    assert words.endswith("de leverancier is ziek · nagekomen op do 12 mrt: per mail")


def test_a_promise_without_a_day_gets_one_from_its_link(
    archive: Archive, page: ClientPage, client: Client, answers: Answers
) -> None:
    promise = a_commitment(client, due=None)
    kept(archive, "commitments", promise)
    tab = the(page, "toezeggingen")
    answers.then({"due": date(2026, 3, 20)})
    tab.list.date_asked.emit(promise)
    assert stored(archive, "commitments")[0].due == date(2026, 3, 20)


def test_a_promise_needs_somebody_who_does_it(
    archive: Archive, page: ClientPage, answers: Answers
) -> None:
    answers.then({"what": "offerte sturen", "who": ""})
    the(page, "toezeggingen").add()
    assert "who" in answers.refused


def test_open_promises_stand_beside_the_timeline_too_late_in_words(
    archive: Archive, page: ClientPage, client: Client, window: ToldWindow
) -> None:
    promise = a_commitment(client, due=DAY - timedelta(days=3))
    kept(archive, "commitments", promise)
    page.open(client_id=client.id)
    assert "3 dagen te laat" in words(page)
    page.beside.promises.opened.emit(promise)
    assert window.went == [("toezeggingen", {"commitment_id": promise.id})]


# --- decisions, wishes, assignments ---


def test_a_decision_is_made_changed_and_removed(
    archive: Archive, page: ClientPage, answers: Answers, window: ToldWindow
) -> None:
    tab = the(page, "besluiten")
    assert isinstance(tab, AgreementsTab)
    answers.then({"text": "Eerst de kassa"})
    tab.decisions.add_button.click()
    (decision,) = stored(archive, "decisions")
    assert decision.decided_on == DAY
    answers.then({"stands": False})
    tab.decisions.opened.emit(decision)
    assert not stored(archive, "decisions")[0].stands
    answers.remove()
    tab.decisions.opened.emit(decision)
    assert rows(tab.decisions) == []
    assert window.undo is not None
    window.undo()
    assert rows(tab.decisions) == ["Eerst de kassa"]


def test_decisions_are_filtered_by_confirmation_and_by_our_advice(
    archive: Archive, page: ClientPage, client: Client
) -> None:
    with archive.transaction() as work:
        work.decisions.save(a_decision(client, "Gewoon"))
        work.decisions.save(
            a_decision(client, "Bevestigd", confirmed_on=DAY, confirmed_by="Annet Vos")
        )
        work.decisions.save(a_decision(client, "Anders", advice="Neem C"))
    page.open(client_id=client.id)
    tab = the(page, "besluiten")
    assert isinstance(tab, AgreementsTab)
    shown: dict[str, set[str]] = {}
    for value in ("", "bevestigd", "niet", "advies"):
        tab.filter.set_value(value)
        tab.filter.changed.emit(value)
        shown[value] = set(rows(tab.decisions))
    assert shown[""] == {"Gewoon", "Bevestigd", "Anders"}
    assert shown["bevestigd"] == {"Bevestigd"}
    assert shown["niet"] == {"Gewoon", "Anders"}
    assert shown["advies"] == {"Anders"}


def test_a_wish_gets_a_reasoned_answer(
    archive: Archive, page: ClientPage, answers: Answers
) -> None:
    tab = the(page, "besluiten")
    answers.then({"text": "Eén scherm", "need": "minder bellen"})
    tab.wishes.add_button.click()
    (wish,) = stored(archive, "wishes")
    answers.then({"answer": "nee"})
    tab.wishes.opened.emit(wish)
    assert "reason" in answers.refused
    answers.then({"answer": "later", "reason": "eerst de kassa"})
    tab.wishes.opened.emit(wish)
    assert stored(archive, "wishes")[0].reason == "eerst de kassa"
    tab.wishes.view.select(0)
    tab.wishes.remove_selected()
    assert stored(archive, "wishes") == ()


def test_an_assignment_is_made_changed_and_removed(
    archive: Archive, page: ClientPage, answers: Answers
) -> None:
    answers.then({"title": "Kassakeuze", "scope": "Alles", "starts_on": DAY})
    page.beside.assignments.add_asked.emit()
    (assignment,) = stored(archive, "assignments")
    assert assignment.starts_on == DAY
    answers.then({"ends_on": DAY - timedelta(days=1)})
    page.beside.assignments.opened.emit(assignment)
    assert "ends_on" in answers.refused
    answers.remove()
    page.beside.assignments.opened.emit(assignment)
    assert stored(archive, "assignments") == ()


# --- people and satisfaction ---


def test_a_person_is_made_changed_and_removed(
    archive: Archive, page: ClientPage, answers: Answers
) -> None:
    tab = the(page, "contactpersonen")
    assert isinstance(tab, PeopleTab)
    answers.then({"name": "Annet Vos", "email": "geen adres"})
    tab.list.add_button.click()
    assert "email" in answers.refused
    answers.then({"name": "Annet Vos", "decides": True, "remarks": "vroeg bellen"})
    tab.list.add_button.click()
    (person,) = stored(archive, "people")
    assert person.remarks == InternalText("vroeg bellen")
    assert rows(tab.list) == ["Annet Vos"]
    answers.then({"role": "eigenaar"})
    tab.list.opened.emit(person)
    assert stored(archive, "people")[0].role == "eigenaar"
    answers.remove()
    tab.list.opened.emit(person)
    assert rows(tab.list) == []


def test_satisfaction_is_noted_changed_and_removed(
    archive: Archive, page: ClientPage, answers: Answers
) -> None:
    answers.then({"score": 9, "explanation": "blij"})
    page.beside.rating.add_link.click()
    (rating,) = stored(archive, "ratings")
    assert (rating.score, rating.explanation) == (9, InternalText("blij"))
    from gesprekshulp.ui.clients.forms import ask_rating

    answers.then({"given_on": DAY + timedelta(days=1)})
    ask_rating(page._desk, page, rating.client_id, rating)
    assert "given_on" in answers.refused
    answers.remove()
    ask_rating(page._desk, page, rating.client_id, rating)
    assert stored(archive, "ratings") == ()


def test_everything_in_the_menu_has_a_name(page: ClientPage) -> None:
    assert page._card is not None
    menu = client_menu(page._desk, page, page._card)
    said = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert said[0] == "Wijzigen …"
    assert said[-1] == "Verwijderen"
    assert all(said)
    assert len(said) == len(set(said))
    assert {"Overdracht …", "Geschildossier maken …", "Woordenlijst …"} <= set(said)
    assert registers.FilesTab is type(page.register("stukken"))
