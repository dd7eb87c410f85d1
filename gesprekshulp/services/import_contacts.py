"""Earlier contacts from messages and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from gesprekshulp.domain.attachment import MAX_BYTES, Attachment, OwnerKind
from gesprekshulp.domain.client import Client, ClientKind, ClientStatus, ContactPerson
from gesprekshulp.domain.contact import Contact
from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.ids import AttachmentId, ClientId, ContactId, PersonId, new_id
from gesprekshulp.exchange.records import ContactRecord, MailAddress
from gesprekshulp.exchange.timezones import local_zone
from gesprekshulp.services.import_matching import (
    Draft,
    domain_of,
    is_address_of,
    is_person_of,
    plain_firm,
)
from gesprekshulp.services.import_plan import Entity, Outcome, PlannedChange, in_words


@dataclass(frozen=True, slots=True)
class _Found:
    """The client and person of a contact; `instead` says why it is not the chosen client."""

    client: Client
    person: ContactPerson | None = None
    name: str = ""
    instead: str = ""


def plan_contact(
    draft: Draft,
    record: ContactRecord,
    known: Mapping[str, Contact],
    client_id: str | None,
    now: datetime,
) -> PlannedChange:
    """Put an earlier contact into the draft; say what that does."""
    day = record.at.astimezone(ZoneInfo(local_zone())).date()
    title = f"{record.subject} ({short_day(day)} {day.year})"
    if record.key in known:
        return _change(Outcome.SAME, record, title, [], "Staat al in het archief")
    if record.key in draft.touched:
        return _change(Outcome.SAME, record, title, [], "Staat eerder in dezelfde bestanden")
    draft.touched.add(record.key)
    details: list[str] = []
    chosen = draft.clients.get(client_id) if client_id else None
    if record.sender or record.receivers:
        found = _of_message(draft, record, chosen, details)
    else:
        found = _of_row(draft, record, chosen, details)
    if found is None:
        draft.touched.discard(record.key)
        return _change(
            Outcome.REFUSED, record, title, [],
            "Er is niet te zien bij welke klant dit hoort; sleep het bericht op de klant.",
        )  # fmt: skip
    client, person = found.client, found.person
    contact = Contact(
        id=ContactId(new_id()),
        client_id=client.id,
        at=record.at,
        subject=record.subject,
        kind=record.kind,
        nature=record.nature,
        text=record.text,
        outcome=record.outcome,
        person_id=person.id if person else None,
        person_name=person.name if person else found.name,
        source_key=record.key,
    )
    draft.saved_contacts.append(contact)
    _attach(draft, contact, record, now, details)
    whom = f", met {contact.person_name}" if contact.person_name else ""
    details.insert(0, f"Bij {client.name}{whom}{found.instead}")
    return _change(Outcome.NEW, record, title, details)


def _change(
    kind: Outcome, record: ContactRecord, title: str, details: list[str], reason: str = ""
) -> PlannedChange:
    return PlannedChange(
        kind, Entity.CONTACT, title, (*details, *record.warnings), reason, record.line
    )


def _of_row(
    draft: Draft, record: ContactRecord, chosen: Client | None, details: list[str]
) -> _Found | None:
    client, instead = draft.client_named(record.client_name), ""
    if chosen is not None:
        client, instead = _of_chosen_row(draft, record, chosen, client, details)
    person = draft.person_with(record.person_email)
    if client is None and person is not None and not record.client_name:
        client = draft.clients[person.client_id]
    if client is None and not record.client_name:
        client = draft.client_of_domain(record.person_email) or draft.client_named(
            record.person_name
        )
    if client is None:
        name = record.client_name or record.person_name or record.person_email
        if not name:
            return None
        kind = ClientKind.ORGANISATION if record.client_name else ClientKind.PRIVATE
        client = draft.keep_client(Client(ClientId(new_id()), name, kind))
        details.append(f"Klant “{name}” wordt ook toegevoegd")
    person = draft.person_at(record.person_email, client.id)
    person = person or draft.person_named(record.person_name, client.id)
    return _Found(client, person, record.person_name, instead)


def _of_chosen_row(
    draft: Draft, record: ContactRecord, chosen: Client, named: Client | None, details: list[str]
) -> tuple[Client, str]:
    """The client of a row in a table that was dropped on a client, and why it is another."""
    if named is not None:
        return named, _instead(named, chosen, "dat staat in het bestand")
    if record.client_name:
        if plain_firm(record.client_name) != plain_firm(chosen.name):
            details.append(f"In het bestand staat “{record.client_name}”")
        return chosen, ""
    person = draft.person_with(record.person_email)
    if person is None or draft.person_at(record.person_email, chosen.id):
        return chosen, ""
    client = draft.clients[person.client_id]
    return client, _instead(client, chosen, is_person_of(person))


def _of_message(
    draft: Draft, record: ContactRecord, chosen: Client | None, details: list[str]
) -> _Found | None:
    """The client and person that a message was from or to."""
    sender = (record.sender,) if record.sender else ()
    others = [one for one in (*sender, *record.receivers) if not draft.is_own(one.email)]
    if chosen is not None:
        return _of_chosen_message(draft, record.subject, others, chosen, details)
    for one in others:
        if person := draft.person_with(one.email):
            return _Found(draft.clients[person.client_id], person)
    for one in others:
        if client := draft.client_of_domain(one.email):
            person = draft.person_named(one.name, client.id)
            return _Found(client, person, one.name or one.email)
    return _new_for(draft, others[0], details) if others else None


def _of_chosen_message(
    draft: Draft,
    subject: str,
    others: Sequence[MailAddress],
    chosen: Client,
    details: list[str],
) -> _Found:
    """Whose a message is that was dropped on a client: what is another client's goes there.

    When both are in it, it is the chosen client's, and the others are named.
    """
    here = next((found for one in others if (found := draft.person_at(one.email, chosen.id))), None)
    is_here = here is not None
    there: list[tuple[Client, str, ContactPerson | None, str]] = []
    for one in others:
        if draft.person_at(one.email, chosen.id):
            continue
        known = draft.person_with(one.email)
        client = draft.clients[known.client_id] if known else draft.client_of_domain(one.email)
        if client is not None and client.id == chosen.id:
            is_here = True
        elif client is not None:
            why = is_person_of(known) if known else is_address_of(one.email)
            there.append((client, why, known, one.name or one.email))
    if there and not is_here:
        # Somebody we know says more than a domain does.
        client, why, person, name = next((one for one in there if one[2]), there[0])
        return _Found(client, person, name, _instead(client, chosen, why))
    for client, _, person, name in there:
        who = person.name if person else name
        details.append(f"Let op: {who} van {client.name} staat ook in dit bericht")
    about = draft.client_in(subject)
    if about is not None and about.id not in (chosen.id, *(one[0].id for one in there)):
        details.append(f"Let op: het onderwerp noemt {about.name}")
    first = next(iter(others), None)
    return _Found(chosen, here, first.name if first else "")


def _instead(client: Client, chosen: Client, why: str) -> str:
    return "" if client.id == chosen.id else f", niet bij {chosen.name}: {why}"


def _new_for(draft: Draft, address: MailAddress, details: list[str]) -> _Found:
    """A client for a correspondent whom nobody knows yet; a prospect until somebody says more."""
    domain = domain_of(address.email)
    name = address.name or address.email
    client = draft.keep_client(
        Client(
            ClientId(new_id()),
            domain or name,
            ClientKind.ORGANISATION if domain else ClientKind.PRIVATE,
            ClientStatus.PROSPECT,
            email="" if domain else address.email,
        )
    )
    person = draft.keep_person(
        ContactPerson(PersonId(new_id()), client.id, name, email=address.email)
    )
    details.append(f"Klant “{client.name}” wordt ook toegevoegd, met {name} als contactpersoon")
    return _Found(client, person)


def _attach(
    draft: Draft, contact: Contact, record: ContactRecord, now: datetime, details: list[str]
) -> None:
    kept: list[str] = []
    for one in record.attachments:
        if len(one.data) > MAX_BYTES:
            details.append(f"“{one.name}” is groter dan 50 MB en wordt niet bewaard")
            continue
        attachment = Attachment(
            AttachmentId(new_id()), OwnerKind.CONTACT, contact.id, contact.client_id, one.name,
            sha256(one.data).hexdigest(), len(one.data), now,
        )  # fmt: skip
        draft.saved_attachments.append((attachment, one.data))
        kept.append(f"“{one.name}”")
    if kept:
        details.append(f"Als stuk bewaard: {in_words(kept)}")
