"""People and clients from cards and tables: found again, filled in, or added."""

from __future__ import annotations

import re
from dataclasses import replace

from gesprekshulp.domain.client import Client, ClientKind, ClientStatus, ContactPerson
from gesprekshulp.domain.ids import ClientId, PersonId, new_id
from gesprekshulp.domain.text import NOTHING_INTERNAL
from gesprekshulp.exchange.records import PersonRecord
from gesprekshulp.services.import_matching import (
    Draft,
    domain_of,
    is_address_of,
    is_person_of,
    is_shared,
    plain_firm,
    plain_name,
)
from gesprekshulp.services.import_plan import Entity, Outcome, PlannedChange, difference

_CLIENT_WORDS = {
    "street": "straat",
    "postal_code": "postcode",
    "city": "plaats",
    "phone": "telefoon",
    "email": "mailadres",
    "website": "website",
    "trade": "branche",
    "size": "omvang",
}
_PERSON_WORDS = {
    "name": "Naam",
    "role": "Functie",
    "email": "Mailadres",
    "phone": "Telefoon",
    "mobile": "Mobiel",
}


def plan_person(draft: Draft, record: PersonRecord, client_id: str | None) -> PlannedChange:
    """Put a person with his client, or a client alone, into the draft; say what that does."""
    details: list[str] = []
    person = _known_person(draft, record) if record.name else None
    client = draft.clients.get(client_id) if client_id else None
    if client is not None:
        client = _chosen_or_known(draft, record, client, person, details)
    else:
        client = draft.clients[person.client_id] if person else _known_client(draft, record)
    if person is not None and client is not None and person.client_id != client.id:
        person = None
    is_new = client is None
    is_changed = False
    if client is None:
        client = _new_client(draft, record)
        if record.name and record.client_name:
            details.append(f"Klant “{client.name}” wordt ook toegevoegd")
    else:
        changes = _merge_client(draft, client, record)
        is_changed = bool(changes)
        details += changes
        if record.client_name and plain_firm(record.client_name) != plain_firm(client.name):
            details.append(f"In het bestand staat “{record.client_name}”")
    if not record.name:
        return _change(record, client.name, Entity.CLIENT, is_new, is_changed, details)
    person = person or draft.person_named(record.name, client.id)
    return _person(draft, client, person, record, details, is_changed)


def _chosen_or_known(
    draft: Draft,
    record: PersonRecord,
    chosen: Client,
    person: ContactPerson | None,
    details: list[str],
) -> Client:
    """Whose a card is that was dropped on a client: who is known at another client stays there."""
    if draft.person_at(record.email, chosen.id) or draft.person_named(record.name, chosen.id):
        return chosen
    named = draft.client_named(record.client_name)
    if person is not None:
        client, why = draft.clients[person.client_id], is_person_of(person)
    elif named is not None:
        client, why = named, "dat staat in het bestand"
    else:
        client, why = draft.client_of_domain(record.email), is_address_of(record.email)
    if client is None or client.id == chosen.id:
        return chosen
    details.append(f"Bij {client.name} en niet bij {chosen.name}: {why}")
    return client


def _person(
    draft: Draft,
    client: Client,
    person: ContactPerson | None,
    record: PersonRecord,
    details: list[str],
    is_changed: bool,
) -> PlannedChange:
    private = draft.clients[client.id].kind is ClientKind.PRIVATE
    entity = Entity.CLIENT if private else Entity.PERSON
    title = record.name if private else f"{record.name} ({client.name})"
    if person is None:
        made = ContactPerson(
            PersonId(new_id()), client.id, record.name, record.role, record.email, record.phone,
            record.mobile, remarks=record.remarks,
        )  # fmt: skip
        draft.keep_person(made)
        draft.touched.add(made.id)
        return _change(record, title, entity, True, False, details)
    before = len(details)
    merged = person
    for name, words in _PERSON_WORDS.items():
        old, new = getattr(person, name), getattr(record, name)
        if not new or _same(name, old, new) or (old and person.id in draft.touched):
            continue
        if name == "name" and plain_name(old) == plain_name(new):
            continue
        merged = replace(merged, **{name: new})
        details.append(difference(words, old, new))
    if record.remarks and not person.remarks:
        merged = replace(merged, remarks=record.remarks)
        details.append("Opmerking toegevoegd")
    if merged != person:
        draft.keep_person(merged)
    if person.id in draft.touched and len(details) == before:
        details.append("Staat eerder in dezelfde bestanden")
    draft.touched.add(person.id)
    return _change(record, title, entity, False, is_changed or merged != person, details)


def _change(
    record: PersonRecord, title: str, entity: Entity, new: bool, changed: bool, details: list[str]
) -> PlannedChange:
    kind = Outcome.NEW if new else Outcome.CHANGED if changed else Outcome.SAME
    return PlannedChange(kind, entity, title, (*details, *record.warnings), line=record.line)


def _known_person(draft: Draft, record: PersonRecord) -> ContactPerson | None:
    """The person whom a record is about: by name with organisation, else by mail address.

    An address that several people read says nothing of who it is. "J. Veldkamp" and "Annet
    Veldkamp" at one address are the same person, "Joris Boer" is not: he may be her successor.
    """
    firm = draft.client_named(record.client_name)
    if firm is not None and (found := draft.person_named(record.name, firm.id)):
        return found
    name = plain_name(record.name)
    reached = [
        one for one in draft.people_with(record.email) if firm is None or one.client_id == firm.id
    ]
    for one in reached:
        if plain_name(one.name) == name:
            return one
    if is_shared(record.email):
        return None
    own = {word for word in name.split() if len(word) > 2}
    for one in reached:
        if one.id not in draft.touched and own & set(plain_name(one.name).split()):
            return one
    return None


def _known_client(draft: Draft, record: PersonRecord) -> Client | None:
    if record.client_name:
        return draft.client_named(record.client_name)
    if found := draft.client_of_domain(record.email, before=True):
        return found
    return draft.private_client(record.name)


def _new_client(draft: Draft, record: PersonRecord) -> Client:
    private = not record.client_name
    kind = ClientKind.PRIVATE if private else record.client_kind or ClientKind.ORGANISATION
    made = Client(
        id=ClientId(new_id()),
        name=record.client_name or record.name,
        kind=kind,
        status=record.client_status or ClientStatus.ACTIVE,
        trade=record.trade,
        size=record.size,
        street=record.street,
        postal_code=record.postal_code,
        city=record.city,
        phone=record.client_phone or (record.phone or record.mobile if private else ""),
        email=record.client_email or (record.email if private else ""),
        website=record.website,
        since=record.since,
        remarks=NOTHING_INTERNAL if record.name else record.remarks,
    )
    draft.touched.add(made.id)
    return draft.keep_client(made)


def _merge_client(draft: Draft, client: Client, record: PersonRecord) -> list[str]:
    """Fill in and replace what the record says of the client; the changes in words."""
    again = client.id in draft.touched
    draft.touched.add(client.id)
    merged, details = client, list[str]()
    for name, words in _CLIENT_WORDS.items():
        of_client = name in ("phone", "email")
        old: str = getattr(client, name)
        new: str = getattr(record, f"client_{name}" if of_client else name)
        if not new or _same(name, old, new) or (old and again):
            continue
        merged = replace(merged, **{name: new})
        details.append(difference(f"Klant, {words}", old, new))
    status = record.client_status
    if status and status is not client.status and not again:
        merged = replace(merged, status=status)
        details.append(difference("Klant, status", client.status.value, status.value))
    if record.since and record.since != client.since and not (again and client.since):
        old = str(client.since or "")
        merged = replace(merged, since=record.since)
        details.append(difference("Klant sinds", old, str(record.since)))
    if not record.name and record.remarks and not client.remarks:
        merged = replace(merged, remarks=record.remarks)
        details.append("Klant, opmerking toegevoegd")
    if merged != client:
        draft.keep_client(merged)
    return details


def _same(field: str, old: str, new: str) -> bool:
    if field in ("phone", "mobile"):
        return _digits(old) == _digits(new)
    if field == "website" and domain_of(old) and domain_of(old) == domain_of(new):
        return True
    return " ".join(old.split()).casefold() == " ".join(new.split()).casefold()


def _digits(number: str) -> str:
    """A telephone number without its way of writing: +31 6 and 06 are the same."""
    digits = re.sub(r"\D", "", number)
    return digits.removeprefix("00").removeprefix("31").lstrip("0")
