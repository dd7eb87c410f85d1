"""Reliability of all clients at once, for the table of Inzicht. Internal only: for the window."""

from __future__ import annotations

from dataclasses import dataclass

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.reliability import InternalReliability, Quarter, reliability
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.reliability import QUARTERS
from gesprekshulp.storage.archive import Archive


@dataclass(frozen=True, slots=True)
class ClientReliability:
    """The figures of one client."""

    client_id: ClientId
    name: str
    figures: InternalReliability


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures in all, and of each client of which there are any."""

    in_all: InternalReliability
    clients: tuple[ClientReliability, ...]


def overview(archive: Archive, clock: Clock, quarters: int = QUARTERS) -> Overview:
    """Goes once through the whole register, so in the background."""
    today = clock.today()
    since = Quarter.of(today).back(quarters - 1).first_day
    with archive.reading() as work:
        tallies = work.commitments.tallies_by_client(today, since)
        names = work.clients.names()
    clients = tuple(
        ClientReliability(id, names[id], reliability(own, today, quarters))
        for id, own in tallies.items()
        if id in names and any(tally.side is not Side.THIRD for tally in own)
    )
    everything = (tally for own in tallies.values() for tally in own)
    return Overview(reliability(everything, today, quarters), clients)
