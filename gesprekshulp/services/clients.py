"""What is done with clients: found, made, changed, given another status, removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gesprekshulp.domain.client import Client, ClientOrder, ClientStatus, ClientSummary
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.named import tidied_name
from gesprekshulp.storage.archive import Archive


@dataclass(frozen=True, slots=True)
class ClientFilter:
    """What a list of clients is narrowed to, and how it is sorted."""

    text: str = ""
    status: ClientStatus | None = None
    order: ClientOrder = ClientOrder.NAME
    descending: bool = False


def in_list(archive: Archive, clock: Clock, wanted: ClientFilter) -> tuple[ClientId, ...]:
    """The identifiers of the clients that a list shows, in order."""
    with archive.reading() as work:
        return work.clients.in_list(
            wanted.text,
            wanted.status,
            wanted.order,
            descending=wanted.descending,
            now=clock.now(),
            today=clock.today(),
        )


def summaries(
    archive: Archive, clock: Clock, ids: Sequence[ClientId]
) -> dict[ClientId, ClientSummary]:
    """What a list shows of these clients; meant for the rows in view."""
    with archive.reading() as work:
        return work.clients.summaries(ids, clock.now(), clock.today())


def status_counts(archive: Archive) -> dict[ClientStatus, int]:
    """How many clients there are of each status."""
    with archive.reading() as work:
        return work.clients.status_counts()


def alike(
    archive: Archive, name: str, email: str = "", *, but: ClientId | None = None
) -> Client | None:
    """Another client that has this name or this mail address already: perhaps the same one."""
    with archive.reading() as work:
        found = work.clients.alike(" ".join(name.split()), email.strip())
    return next((client for client in found if client.id != but), None)


def make(archive: Archive, client: Client) -> Client:
    """Put a new client in the archive."""
    client = _tidied(client)
    with archive.transaction(f"Klant “{client.name}” toegevoegd") as work:
        return work.clients.save(client)


def change(archive: Archive, client: Client) -> Client:
    """Change what is known of a client."""
    client = _tidied(client)
    with archive.transaction(f"Klant “{client.name}” gewijzigd") as work:
        work.clients.get(client.id)
        return work.clients.save(client)


def set_status(archive: Archive, id: ClientId, status: ClientStatus) -> Client:
    """Say how the relation stands now."""
    with archive.transaction(f"Status gewijzigd in {status.value}") as work:
        return work.clients.save(replace(work.clients.get(id), status=status))


def set_remarks(archive: Archive, id: ClientId, remarks: InternalText) -> Client:
    """Keep the adviser's own remarks about a client as they are typed; they stay on the laptop."""
    with archive.transaction() as work:
        return work.clients.save(replace(work.clients.get(id), remarks=remarks))


def remove(archive: Archive, id: ClientId) -> Client:
    """Take a client out of the archive with everything of it: people, talks, promises, stukken.

    Undoing brings all of it back.
    """
    with archive.transaction("Klant verwijderd") as work:
        client = work.clients.get(id)
        work.clients.remove_whole(id)
    return client


def _tidied(client: Client) -> Client:
    return replace(client, name=tidied_name(client.name, client.email, "de klant"))
