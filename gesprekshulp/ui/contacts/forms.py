"""The form for a contact: a call, a visit, a letter or a mail noted by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.contact import Contact, ContactKind, ContactNature
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.ids import ContactId, PersonId, new_id
from gesprekshulp.services import contacts
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.ui.clients.words import CONTACT_WORDS, NATURE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.form_dialog import CHOICE, DATE, LONG, REMOVED, TIME, Field, FormDialog
from gesprekshulp.ui.widgets.labels import CopyableText, IconLabel, Muted

_NOBODY = ""
_MOST_NUMBERS = 6


def phone_numbers(client: Client, people: Sequence[ContactPerson]) -> list[tuple[str, str]]:
    """Who can be called on which number; the firm itself first."""
    found = [(client.name, client.phone)] if client.phone else []
    for person in people:
        found += [(person.name, number) for number in (person.mobile, person.phone) if number]
    return found


class NumbersCard(Card):
    """The numbers to call, large enough to dial from, each to be copied."""

    def __init__(self, numbers: Sequence[tuple[str, str]]) -> None:
        super().__init__(fill="sunken")
        column: QVBoxLayout = self.body()
        if not numbers:
            column.addWidget(Muted("Er staat nog geen telefoonnummer bij deze klant.", size=14))
        for name, number in numbers[:_MOST_NUMBERS]:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(IconLabel("telefoon", size=16))
            row.addWidget(CopyableText(number, weight=600, wrap=False))
            row.addWidget(Muted(name), 1)
            copy = LinkButton("Kopiëren", small=True)
            copy.setAccessibleName(f"Nummer van {name} kopiëren")
            copy.clicked.connect(
                lambda _=False, number=number: QApplication.clipboard().setText(number)
            )
            row.addWidget(copy)
            column.addLayout(row)


class ContactForm(FormDialog):
    """A contact, new or changed. `numbers` are shown above the fields, to call somebody."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        title: str,
        people: Sequence[ContactPerson],
        values: Mapping[str, Any],
        *,
        numbers: Sequence[tuple[str, str]] | None = None,
        remove: str = "",
    ) -> None:
        self._desk = desk
        super().__init__(
            parent, title, contact_fields(desk, people), values, remove=remove, width=560
        )
        if numbers is not None:
            self.column.insertWidget(1, NumbersCard(numbers))
        if not values.get("subject"):
            self.field("subject").setFocus()

    def problems(self, values: dict[str, Any]) -> Mapping[str, str]:
        if values["day"] is not None and values["day"] > self._desk.today():
            return {"day": "Een contact is al geweest; plan anders een afspraak."}
        return {}


def contact_fields(desk: Desk, people: Sequence[ContactPerson]) -> tuple[Field, ...]:
    """The fields of a contact at a client with these people."""
    persons = [(_NOBODY, "Niemand in het bijzonder")]
    persons += [(person.id, _with_role(person)) for person in people]
    return (
        Field("kind", "Soort", CHOICE, options=tuple(CONTACT_WORDS.items()), half=True),
        Field("nature", "Aanleiding", CHOICE, options=tuple(NATURE_WORDS.items()), half=True),
        Field("day", "Dag", DATE, half=True, reader=read_date, today=desk.today,
              required="Kies de dag."),
        Field("time", "Tijd", TIME, half=True),
        Field("person_id", "Met wie", CHOICE, options=persons),
        Field("subject", "Onderwerp", required="Geef een onderwerp, in een paar woorden.",
              placeholder="waar ging het over?"),
        Field("text", "Wat er gezegd is", LONG),
        Field("outcome", "Uitkomst", placeholder="wat kwam eruit?",
              help="In één regel; zo staat het in het dossier."),
    )  # fmt: skip


def _with_role(person: ContactPerson) -> str:
    return f"{person.name} ({person.role})" if person.role else person.name


def new_contact(
    desk: Desk,
    parent: QWidget | None,
    client: Client,
    people: Sequence[ContactPerson],
    *,
    call: bool = False,
) -> ContactId | None:
    """Ask for a new contact; with `call` for a telephone call, with the numbers in sight."""
    now = desk.clock.now().astimezone()
    values: dict[str, Any] = {
        "kind": ContactKind.PHONE,
        "nature": ContactNature.ATTENTION if call else ContactNature.NEUTRAL,
        "day": desk.today(),
        "time": now.time().replace(second=0, microsecond=0),
        "person_id": people[0].id if len(people) == 1 else _NOBODY,
    }
    found = ContactForm.ask(
        desk,
        parent,
        f"{client.name} bellen" if call else "Nieuw contact",
        people,
        values,
        numbers=phone_numbers(client, people) if call else None,
    )
    if found is None:
        return None
    contact = _contact(Contact(ContactId(new_id()), client.id, now, ""), found)
    contacts.make(desk.archive, desk.clock, contact)
    did(desk, "Contact toegevoegd.")
    return contact.id


def edit_contact(
    desk: Desk, parent: QWidget | None, id: ContactId, people: Sequence[ContactPerson]
) -> None:
    """Ask for changes of a contact."""
    contact = contacts.get(desk.archive, id)
    if contact.person_id is not None and contact.person_id not in {one.id for one in people}:
        # Somebody who was taken off the list; the contact stays with him.
        gone = ContactPerson(contact.person_id, contact.client_id, contact.person_name)
        people = (*people, gone)
    at = contact.at.astimezone()
    values = {
        "kind": contact.kind,
        "nature": contact.nature,
        "day": local_day(contact.at),
        "time": at.time().replace(second=0, microsecond=0),
        "person_id": contact.person_id or _NOBODY,
        "subject": contact.subject,
        "text": contact.text,
        "outcome": contact.outcome,
    }
    found = ContactForm.ask(desk, parent, "Contact wijzigen", people, values, remove="Verwijderen")
    if found is None:
        return
    if REMOVED in found:
        remove_contact(desk, id)
        return
    contacts.change(desk.archive, desk.clock, _contact(contact, found))
    did(desk, "Contact gewijzigd.")


def remove_contact(desk: Desk, id: ContactId) -> None:
    """Take a contact away; the message offers the way back."""
    removed = contacts.remove(desk.archive, id)
    did(desk, f"Contact “{removed.subject}” verwijderd.")


def _contact(before: Contact, found: Mapping[str, Any]) -> Contact:
    person = found["person_id"] or None
    return replace(
        before,
        kind=ContactKind(found["kind"]),
        nature=ContactNature(found["nature"]),
        at=local_moment(found["day"], found["time"] or time(12)),
        subject=found["subject"],
        text=found["text"],
        outcome=found["outcome"],
        person_id=PersonId(person) if person else None,
        person_name=before.person_name if person == before.person_id else "",
    )
