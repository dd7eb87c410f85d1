"""Earlier contacts from messages and tables."""

from __future__ import annotations

from collections.abc import Mapping
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
from gesprekshulp.services.import_matching import Draft, domain_of
from gesprekshulp.services.import_plan import Entity, Outcome, PlannedChange, in_words


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
    person: ContactPerson | None
    if record.sender or record.receivers:
        client, person, name = _of_message(draft, record, chosen, details)
    else:
        client, person, name = _of_row(draft, record, chosen, details)
    if client is None:
        draft.touched.discard(record.key)
        return _change(
            Outcome.REFUSED, record, title, [],
            "Er is niet te zien bij welke klant dit hoort; sleep het bericht op de klant.",
        )  # fmt: skip
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
        person_name=person.name if person else name,
        source_key=record.key,
    )
    draft.saved_contacts.append(contact)
    _attach(draft, contact, record, now, details)
    whom = f", met {contact.person_name}" if contact.person_name else ""
    details.insert(0, f"Bij {client.name}{whom}")
    return _change(Outcome.NEW, record, title, details)


def _change(
    kind: Outcome, record: ContactRecord, title: str, details: list[str], reason: str = ""
) -> PlannedChange:
    return PlannedChange(
        kind, Entity.CONTACT, title, (*details, *record.warnings), reason, record.line
    )


def _of_row(
    draft: Draft, record: ContactRecord, chosen: Client | None, details: list[str]
) -> tuple[Client | None, ContactPerson | None, str]:
    person = draft.person_with(record.person_email)
    client = chosen or draft.client_named(record.client_name)
    if client is None and person is not None and not record.client_name:
        client = draft.clients[person.client_id]
    if client is None and not record.client_name:
        client = draft.client_of_domain(record.person_email) or draft.client_named(
            record.person_name
        )
    if client is None:
        name = record.client_name or record.person_name or record.person_email
        if not name:
            return None, None, ""
        kind = ClientKind.ORGANISATION if record.client_name else ClientKind.PRIVATE
        client = draft.keep_client(Client(ClientId(new_id()), name, kind))
        details.append(f"Klant “{name}” wordt ook toegevoegd")
    if person is not None and person.client_id != client.id:
        person = None
    person = person or draft.person_named(record.person_name, client.id)
    return client, person, record.person_name


def _of_message(
    draft: Draft, record: ContactRecord, chosen: Client | None, details: list[str]
) -> tuple[Client | None, ContactPerson | None, str]:
    """The client and person that a message was from or to."""
    sender = (record.sender,) if record.sender else ()
    others = [one for one in (*sender, *record.receivers) if not draft.is_own(one.email)]
    for one in others:
        person = draft.person_with(one.email)
        if person and (chosen is None or person.client_id == chosen.id):
            return draft.clients[person.client_id], person, person.name
    if chosen is not None:
        first = next(iter(others), None)
        return chosen, None, first.name if first else ""
    for one in others:
        if client := draft.client_of_domain(one.email):
            person = draft.person_named(one.name, client.id)
            return client, person, one.name or one.email
    return _new_for(draft, others[0], details) if others else (None, None, "")


def _new_for(
    draft: Draft, address: MailAddress, details: list[str]
) -> tuple[Client, ContactPerson, str]:
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
    return client, person, name


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
