"""How reliable promises are, per client and in all. Internal only: for the window."""

from __future__ import annotations

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.reliability import InternalReliability, Quarter, reliability
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive

QUARTERS = 8
"""Two years: long enough to see a trend, short enough to be about now."""


def of_client(
    archive: Archive, clock: Clock, client_id: ClientId, quarters: int = QUARTERS
) -> InternalReliability:
    """The figures of one client over the last quarters, this one included."""
    return _figures(archive, clock, client_id, quarters)


def in_all(archive: Archive, clock: Clock, quarters: int = QUARTERS) -> InternalReliability:
    """The figures of all clients; goes through the whole register, so in the background."""
    return _figures(archive, clock, None, quarters)


def _figures(
    archive: Archive, clock: Clock, client_id: ClientId | None, quarters: int
) -> InternalReliability:
    today = clock.today()
    since = Quarter.of(today).back(quarters - 1).first_day
    with archive.reading() as work:
        return reliability(work.commitments.tallies(today, since, client_id), today, quarters)
