"""Every entity is made, changed and removed in the window, and each of it is taken back whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.client import Client, ClientStatus
from gesprekshulp.domain.decision import Wish, WishAnswer
from gesprekshulp.domain.ids import AdviserId, AssignmentId, WishId
from gesprekshulp.domain.rating import Rating
from gesprekshulp.services import attachments, planning, preparation
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.agenda import dialogs
from gesprekshulp.ui.appointment.plan_people import People
from gesprekshulp.ui.appointment.prepare import PrepareStep
from gesprekshulp.ui.attachments.panel import AttachmentPanel
from gesprekshulp.ui.clients import client_menu
from gesprekshulp.ui.clients import forms as client_forms
from gesprekshulp.ui.clients.client_page import ClientPage
from gesprekshulp.ui.commitments import forms as promise_forms
from gesprekshulp.ui.contacts import forms as contact_forms
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.decisions import forms as decision_forms
from gesprekshulp.ui.settings.colleagues import Colleagues
from tests.office import (
    a_client,
    a_commitment,
    a_contact,
    a_decision,
    a_participant,
    a_person,
    an_appointment,
)
from tests.ui.answers import Answers
from tests.ui.desks import ToldWindow

DAY = date(2026, 3, 12)
ENTITIES = (
    "clients", "people", "advisers", "assignments", "appointments", "participants", "agenda_items",
    "expectations", "sendings", "contacts", "commitments", "decisions", "wishes", "ratings",
    "attachments", "appointment_changes",
)  # fmt: skip


@dataclass
class Office:
    """One of everything, and the way to do things with it as a user does."""

    desk: Desk
    answers: Answers
    qtbot: QtBot
    client: Client
    talk: Appointment
    file: Path

    def one(self, entity: str) -> Any:
        with self.desk.archive.reading() as work:
            (found,) = getattr(work, entity).all()
        return found

    def prepare(self) -> PrepareStep:
        step = PrepareStep(self.desk)
        self.qtbot.addWidget(step)
        self.qtbot.addWidget(step.panel)
        step.open(self.talk.id)
        return step

    def table(self) -> People:
        people = People(self.desk)
        self.qtbot.addWidget(people)
        people.show_planning(planning.planning(self.desk.archive, self.talk.id))
        return people

    def colleagues(self) -> Colleagues:
        shown = Colleagues(self.desk)
        self.qtbot.addWidget(shown)
        shown.show_all()
        return shown

    def files(self) -> AttachmentPanel:
        panel = AttachmentPanel(self.desk, OwnerKind.CLIENT, self.client.id, self.client.id)
        self.qtbot.addWidget(panel)
        return panel

    def another_file(self) -> Path:
        other = self.file.with_name("polis.txt")
        other.write_text("polis")
        return other

    def promises(self) -> Any:
        page = ClientPage(self.desk)
        self.qtbot.addWidget(page)
        page.open(client_id=self.client.id, tab="toezeggingen")
        return page.register("toezeggingen")

    def fill(self, answer: Any) -> Office:
        self.answers.then(answer)
        return self


@pytest.fixture
def office(
    archive: Archive, desk: Desk, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> Iterator[Office]:
    client = a_client(city="Heerdam")
    talk = an_appointment(client)
    file = tmp_path / "offerte.txt"
    file.write_text("offerte")
    with archive.transaction() as work:
        work.clients.save(client)
        work.people.save(a_person(client))
        work.advisers.save(Adviser(AdviserId("ruud"), "Ruud Pals"))
        work.assignments.save(Assignment(AssignmentId("kassa"), client.id, "Kassa kiezen"))
        work.appointments.save(talk)
        work.participants.save(a_participant(talk, "Joris Vos"))
        work.contacts.save(a_contact(client))
        work.commitments.save(a_commitment(client))
        work.decisions.save(a_decision(client))
        work.wishes.save(Wish(WishId("w"), client.id, "Eén scherm", DAY))
        work.ratings.save(Rating("r", client.id, DAY, 8))
    preparation.add_item(archive, talk.id, "Kosten", 15)
    preparation.add_expectation(archive, talk.id, "Annet", "wat het kost")
    preparation.add_sending(archive, talk.id, "de offerte")
    attachments.add(archive, desk.clock, file, OwnerKind.CLIENT, client.id, client.id)
    yield Office(desk, answers, qtbot, client, talk, file)
    desk.background.wait()


PLAN = {"title": "Kennismaking", "day": date(2026, 3, 20), "begin": time(10), "end": time(11)}
MOVE = {"day": date(2026, 3, 25), "begin": time(9), "end": time(10), "reason": "ziek"}
REMOVE = lambda form: form.remove_button.click()  # noqa: E731
ACTS: dict[str, Callable[[Office], object]] = {
    "klant maken": lambda o: client_forms.new_client(o.fill({"name": "Nieuw"}).desk, None),
    "klant wijzigen": lambda o: client_forms.edit_client(
        o.fill({"name": "Anders"}).desk, None, o.client
    ),
    "klant op slapend": lambda o: client_menu.set_status(o.desk, o.client.id, ClientStatus.DORMANT),
    "klant verwijderen": lambda o: client_forms.remove_client(o.desk, o.client.id),
    "contactpersoon maken": lambda o: client_forms.ask_person(
        o.fill({"name": "Els de Boer"}).desk, None, o.client.id
    ),
    "contactpersoon wijzigen": lambda o: client_forms.ask_person(
        o.fill({"role": "eigenaar"}).desk, None, o.client.id, o.one("people")
    ),
    "contactpersoon verwijderen": lambda o: client_forms.ask_person(
        o.fill(REMOVE).desk, None, o.client.id, o.one("people")
    ),
    "collega maken": lambda o: o.fill({"name": "Marije"}).colleagues().add_button.click(),
    "collega wijzigen": lambda o: (
        o.fill({"role": "fiscalist"}).colleagues().edits[AdviserId("ruud")].click()
    ),
    "collega verwijderen": lambda o: o.fill(REMOVE).colleagues().edits[AdviserId("ruud")].click(),
    "opdracht maken": lambda o: decision_forms.ask_assignment(
        o.fill({"title": "Beheer"}).desk, None, o.client.id
    ),
    "opdracht wijzigen": lambda o: decision_forms.ask_assignment(
        o.fill({"scope": "drie winkels"}).desk, None, o.client.id, o.one("assignments")
    ),
    "opdracht verwijderen": lambda o: decision_forms.ask_assignment(
        o.fill(REMOVE).desk, None, o.client.id, o.one("assignments")
    ),
    "afspraak maken": lambda o: dialogs.plan_appointment(
        o.fill(PLAN).desk, None, client_id=o.client.id
    ),
    "afspraak verzetten": lambda o: dialogs.move_appointment(o.fill(MOVE).desk, None, o.talk.id),
    "afspraak afzeggen": lambda o: dialogs.cancel_appointment(
        o.fill({"reason": "ziek"}).desk, None, o.talk.id
    ),
    "afspraak verwijderen": lambda o: dialogs.remove_appointment(o.desk, o.talk.id),
    "deelnemer maken": lambda o: (
        o.fill({"name": "Notaris", "side": Side.THIRD}).table().add_other()
    ),
    "deelnemer van de klant maken": lambda o: (
        o.fill({"name": "Els de Boer", "side": Side.CLIENT}).table().add_other()
    ),
    "deelnemer wijzigen": lambda o: (
        o.fill({"role": "bedrijfsleider"}).table().rows[o.one("participants").id].edit_asked.emit()
    ),
    "deelnemer verwijderen": lambda o: o.table().rows[o.one("participants").id].check.click(),
    "agendapunt maken": lambda o: o.prepare().agenda.add.typed.emit("Kiezen, 20 min"),
    "agendapunt wijzigen": lambda o: o.prepare().agenda.rows()[0].minutes.changed.emit(25),
    "agendapunt verwijderen": lambda o: o.prepare().agenda.rows()[0].removed.emit(),
    "verwachting maken": lambda o: o.prepare().expectations.add.typed.emit("Joris: snel klaar"),
    "verwachting wijzigen": lambda o: (
        o.prepare().expectations.rows()[0].changed.emit("Annet: wat het per winkel kost")
    ),
    "verwachting nagevraagd": lambda o: o.prepare().expectations.rows()[0].asked.emit(True),
    "verwachting verwijderen": lambda o: o.prepare().expectations.rows()[0].removed.emit(),
    "vooraf sturen maken": lambda o: o.prepare().sendings.add.typed.emit("de polis"),
    "vooraf sturen wijzigen": lambda o: o.prepare().sendings.rows()[0].changed.emit("het plan"),
    "vooraf sturen verwijderen": lambda o: o.prepare().sendings.rows()[0].removed.emit(),
    "contact maken": lambda o: contact_forms.new_contact(
        o.fill({"subject": "Gebeld"}).desk, None, o.client, ()
    ),
    "contact wijzigen": lambda o: contact_forms.edit_contact(
        o.fill({"outcome": "opgelost"}).desk, None, o.one("contacts").id, ()
    ),
    "contact verwijderen": lambda o: contact_forms.remove_contact(o.desk, o.one("contacts").id),
    "toezegging maken": lambda o: promise_forms.new_promise(
        o.fill({"what": "polis nakijken", "who": "Steven", "due": date(2026, 3, 20)}).desk,
        None,
        (o.client.id, o.client.name),
    ),
    "toezegging wijzigen": lambda o: promise_forms.change_promise(
        o.fill({"what": "nieuwe offerte sturen"}).desk, None, o.one("commitments"), o.client.name
    ),
    "toezegging verzetten": lambda o: promise_forms.move_promise(
        o.fill({"due": date(2026, 3, 27), "reason": "prijs ontbrak"}).desk,
        None,
        o.one("commitments"),
    ),
    "toezegging nagekomen": lambda o: o.promises().list.checked.emit(o.one("commitments")),
    "toezegging laten vervallen": lambda o: promise_forms.drop_promise(
        o.fill({"reason": "niet meer nodig"}).desk, None, o.one("commitments")
    ),
    "toezegging verwijderen": lambda o: o.promises()._remove(o.one("commitments")),
    "besluit maken": lambda o: decision_forms.ask_decision(
        o.fill({"text": "Wij kiezen A"}).desk, None, o.client.id, ()
    ),
    "besluit wijzigen": lambda o: decision_forms.ask_decision(
        o.fill({"text": "Wij kiezen B"}).desk, None, o.client.id, (), o.one("decisions")
    ),
    "besluit verwijderen": lambda o: decision_forms.ask_decision(
        o.fill(REMOVE).desk, None, o.client.id, (), o.one("decisions")
    ),
    "wens maken": lambda o: decision_forms.ask_wish(
        o.fill({"text": "Sneller antwoord"}).desk, None, o.client.id
    ),
    "wens wijzigen": lambda o: decision_forms.ask_wish(
        o.fill({"answer": WishAnswer.YES}).desk, None, o.client.id, o.one("wishes")
    ),
    "wens verwijderen": lambda o: decision_forms.ask_wish(
        o.fill(REMOVE).desk, None, o.client.id, o.one("wishes")
    ),
    "tevredenheid maken": lambda o: client_forms.ask_rating(
        o.fill({"score": 7}).desk, None, o.client.id
    ),
    "tevredenheid wijzigen": lambda o: client_forms.ask_rating(
        o.fill({"score": 6}).desk, None, o.client.id, o.one("ratings")
    ),
    "tevredenheid verwijderen": lambda o: client_forms.ask_rating(
        o.fill(REMOVE).desk, None, o.client.id, o.one("ratings")
    ),
    "stuk maken": lambda o: o.files().add([o.another_file()]),
    "stuk wijzigen": lambda o: _rename(o),
    "stuk verwijderen": lambda o: o.files().remove(o.one("attachments")),
}


def _rename(office: Office) -> None:
    office.fill({"name": "polis.txt"}).files().rename(office.one("attachments"))


def everything(archive: Archive) -> dict[str, list[str]]:
    """All that is in the archive, row by row."""
    with archive.reading() as work:
        return {name: sorted(map(repr, getattr(work, name).all())) for name in ENTITIES}


@pytest.mark.parametrize("act", ACTS)
def test_it_is_done_and_taken_back_whole(act: str, office: Office, window: ToldWindow) -> None:
    before = everything(office.desk.archive)
    ACTS[act](office)
    assert office.desk.background.wait()
    QApplication.processEvents()
    assert everything(office.desk.archive) != before, office.answers.refused
    assert not window.failed
    if window.undo is not None:
        window.undo()
    else:
        from gesprekshulp.ui.undo_toast import take_back_last

        take_back_last(office.desk)
    assert everything(office.desk.archive) == before
