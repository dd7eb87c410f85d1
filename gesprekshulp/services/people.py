"""Contact persons: who is who at a client."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.client import ContactPerson
from gesprekshulp.domain.ids import ClientId, PersonId
from gesprekshulp.services.named import tidied_name
from gesprekshulp.storage.archive import Archive


def of_client(archive: Archive, client_id: ClientId) -> tuple[ContactPerson, ...]:
    """Everybody at one client; who decides first."""
    with archive.reading() as work:
        return work.people.of_client(client_id)


def save(archive: Archive, person: ContactPerson) -> ContactPerson:
    """Keep a new or changed contact person."""
    name = tidied_name(person.name, person.email, "de contactpersoon")
    with archive.reading() as work:
        is_new = work.people.find(person.id) is None
    done = "toegevoegd" if is_new else "gewijzigd"
    with archive.transaction(f"Contactpersoon “{name}” {done}") as work:
        work.clients.get(person.client_id)
        return work.people.save(replace(person, name=name))


def remove(archive: Archive, id: PersonId) -> ContactPerson:
    """Take a contact person off the list. What was said with him stays under his name."""
    with archive.transaction("Contactpersoon verwijderd") as work:
        person = work.people.get(id)
        work.people.remove(id)
    return person
