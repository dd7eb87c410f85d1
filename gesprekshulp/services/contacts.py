"""Contacts noted by hand: a call, a visit, a letter, a mail."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.contact import Contact
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ContactId
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive


def get(archive: Archive, id: ContactId) -> Contact:
    """One contact. Raises NotFound when it is gone."""
    with archive.reading() as work:
        return work.contacts.get(id)


def make(archive: Archive, clock: Clock, contact: Contact) -> Contact:
    """Keep a new contact."""
    _require_sense(contact, clock)
    with archive.transaction(f"Contact “{contact.subject}” toegevoegd") as work:
        work.clients.get(contact.client_id)
        return work.contacts.save(_with_name(contact, work.people.find(contact.person_id)))


def change(archive: Archive, clock: Clock, contact: Contact) -> Contact:
    """Change what is known of a contact."""
    _require_sense(contact, clock)
    with archive.transaction(f"Contact “{contact.subject}” gewijzigd") as work:
        work.contacts.get(contact.id)
        return work.contacts.save(_with_name(contact, work.people.find(contact.person_id)))


def remove(archive: Archive, id: ContactId) -> Contact:
    """Take a contact away. Can be undone."""
    with archive.transaction("Contact verwijderd") as work:
        contact = work.contacts.get(id)
        work.contacts.remove(id)
    return contact


def _with_name(contact: Contact, person: object) -> Contact:
    # The name is kept beside the link: it stays when the person is taken off the list.
    name = getattr(person, "name", "")
    return replace(contact, person_name=name) if name else contact


def _require_sense(contact: Contact, clock: Clock) -> None:
    if not contact.subject.strip():
        raise UserError("Geef het contact een onderwerp, in een paar woorden.")
    if contact.at.astimezone().date() > clock.today():
        raise UserError("Een contact is al geweest. Plan voor een dag die nog komt een afspraak.")
