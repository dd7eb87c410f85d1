"""On which day the week was last rounded off; the first page asks it at every start."""

from __future__ import annotations

from datetime import date

from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive

_FINISHED = "weekafsluiting.laatst"


def finish(archive: Archive, clock: Clock) -> date:
    """Remember that the round was gone through today."""
    with archive.transaction() as work:
        work.settings.put(_FINISHED, clock.today().isoformat())
    return clock.today()


def last_finished(archive: Archive) -> date | None:
    """The day on which the round was last gone through."""
    with archive.reading() as work:
        text = work.settings.value(_FINISHED)
    return date.fromisoformat(text) if text else None
