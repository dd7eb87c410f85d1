"""Reliability of all clients at once, for the table of Inzicht. Internal only: for the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.reliability import InternalReliability, Quarter, Tally, reliability
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.reliability import QUARTERS
from gesprekshulp.storage.archive import Archive


@dataclass(frozen=True, slots=True)
class ClientReliability:
    """The figures of one client, without quarters."""

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
    clients: list[ClientReliability] = []
    with archive.reading(once=True) as work:
        names = work.clients.names()

        def one_by_one() -> Iterator[Tally]:
            for id, own in work.commitments.tallies_by_client(today, since):
                if id in names and any(tally.side is not Side.THIRD for tally in own):
                    figures = reliability(own, today, quarters).in_total()
                    clients.append(ClientReliability(id, names[id], figures))
                yield from own

        in_all = reliability(one_by_one(), today, quarters)
    return Overview(in_all, tuple(clients))
