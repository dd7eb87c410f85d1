"""The form of a contact."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.client import Client
from gesprekshulp.domain.ids import PersonId
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.contacts.forms import edit_contact, new_contact, phone_numbers
from gesprekshulp.ui.context import Desk
from tests.office import a_contact, a_person
from tests.ui.answers import Answers


def test_the_only_person_is_chosen_beforehand(
    archive: Archive, desk: Desk, client: Client, answers: Answers
) -> None:
    person = a_person(client)
    with archive.transaction() as work:
        work.people.save(person)
    answers.then({"subject": "Storing"})
    id = new_contact(desk, None, client, (person,))
    with archive.reading() as work:
        contact = work.contacts.get(str(id))
    assert (contact.person_id, contact.person_name) == (person.id, "Annet Vos")


def test_a_contact_stays_with_somebody_who_was_taken_off_the_list(
    archive: Archive, desk: Desk, client: Client, answers: Answers
) -> None:
    contact = a_contact(client, person_id=PersonId("weg"), person_name="Piet Oud")
    with archive.transaction() as work:
        work.people.save(replace(a_person(client, "Piet Oud"), id=PersonId("weg")))
        work.contacts.save(contact)
        work.people.remove("weg")
    answers.then({"outcome": "opgelost"})
    edit_contact(desk, None, contact.id, ())
    with archive.reading() as work:
        kept = work.contacts.get(contact.id)
    assert (kept.person_id, kept.person_name, kept.outcome) == ("weg", "Piet Oud", "opgelost")


def test_a_contact_read_from_a_mail_keeps_its_sender_and_moment(
    archive: Archive, desk: Desk, client: Client, answers: Answers
) -> None:
    contact = a_contact(client, person_name="info@halm.example")
    with archive.transaction() as work:
        work.contacts.save(contact)
    answers.then({"subject": "Storing aan de kassa"})
    edit_contact(desk, None, contact.id, ())
    with archive.reading() as work:
        kept = work.contacts.get(contact.id)
    assert (kept.person_name, kept.at) == (contact.person_name, contact.at)


def test_numbers_name_who_answers(client: Client) -> None:
    annet = a_person(client, phone="1", mobile="2")
    assert phone_numbers(client, (annet,)) == [
        (client.name, "0512-123456"), ("Annet Vos", "2"), ("Annet Vos", "1"),
    ]  # fmt: skip
