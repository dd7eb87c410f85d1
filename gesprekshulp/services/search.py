"""Finding anything by its words, for the palette and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.storage.archive import Archive


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found, with its client's name; `internal` must not be shown to a client.

    `day` is that of the talk or the contact that it is, or that it belongs to.
    """

    kind: str
    id: str
    title: str
    fragment: str
    client_id: str | None
    client_name: str
    appointment_id: str
    internal: bool
    day: date | None = None


def find(archive: Archive, text: str, limit: int = 20) -> tuple[Found, ...]:
    """What has all typed words (as beginnings of words).

    Clients and people whose name begins with what is typed come first, the rest last added first.
    """
    with archive.reading() as work:
        hits = work.search.find(text, limit)
        first = (
            *work.search.clients_beginning(text, 5),
            *work.search.named(text, 5, "klant"),
            *work.search.named(text, 3, "contactpersoon"),
        )
        named = tuple({hit.id: hit for hit in first}.values())
        seen = {hit.id for hit in named}
        owners = {hit.client_id for hit in (*named, *hits) if hit.client_id}
        names = work.clients.names_of(tuple(owners))
        talks = work.appointments.of_ids({hit.appointment_id for hit in hits if hit.appointment_id})
        contacts = work.contacts.of_ids([hit.id for hit in hits if hit.kind == "contact"])
    days = {id: local_day(talk.starts_at) for id, talk in talks.items()}
    days |= {id: local_day(contact.at) for id, contact in contacts.items()}
    ordered = (*named, *(hit for hit in hits if hit.id not in seen))[:limit]
    return tuple(
        Found(
            hit.kind,
            hit.id,
            hit.title,
            hit.fragment,
            hit.client_id,
            names.get(ClientId(hit.client_id or ""), "") if hit.kind != "klant" else "",
            hit.appointment_id,
            hit.internal,
            days.get(hit.id) or days.get(hit.appointment_id),
        )
        for hit in ordered
    )
