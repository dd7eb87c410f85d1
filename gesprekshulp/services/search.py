"""Finding anything by its words, for the palette and the command line."""

from __future__ import annotations

from dataclasses import dataclass

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.storage.archive import Archive


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found, with its client's name; `internal` must not be shown to a client."""

    kind: str
    id: str
    title: str
    fragment: str
    client_id: str | None
    client_name: str
    appointment_id: str
    internal: bool


def find(archive: Archive, text: str, limit: int = 20) -> tuple[Found, ...]:
    """What has all typed words (as beginnings of words).

    Clients and people whose name begins with what is typed come first, the rest last added first.
    """
    with archive.reading() as work:
        hits = work.search.find(text, limit)
        named = work.search.named(text, 5, "klant") + work.search.named(text, 3, "contactpersoon")
        seen = {hit.id for hit in named}
        owners = {hit.client_id for hit in (*named, *hits) if hit.client_id}
        names = work.clients.names_of(tuple(owners))
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
        )
        for hit in ordered
    )
