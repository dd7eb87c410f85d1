"""A promise as a calendar takes it: its day, a task, and what tells one version from the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

UID_PREFIX = "gesprekshulp-toezegging-"
"""How the identifiers begin of what we put in calendars ourselves; nothing else begins so."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A promise in a calendar.

    `sequence` grows with every change of the promise. `changed_at` is when it last changed. `day`
    is None when it has none (any more); `old_day` is then the day on which it stands in calendars,
    if it does. `done_on` is when it was kept. `withdrawn` takes it out of the calendars.
    """

    id: str
    what: str
    who: str
    client: str
    made_on: date
    day: date | None
    sequence: int
    changed_at: datetime
    event: str = ""
    old_day: date | None = None
    done_on: date | None = None
    withdrawn: bool = False

    @property
    def uid(self) -> str:
        """The identifier of its day in a calendar."""
        return f"{UID_PREFIX}{self.id}@gesprekshulp"

    @property
    def task_uid(self) -> str:
        """The identifier of its task; calendars want another one for each."""
        return f"{UID_PREFIX}{self.id}-taak@gesprekshulp"


def sequence(lines: int, *, removed: bool) -> int:
    """The version of a promise with so many lines of history.

    History only grows, so this does too; a promise that was removed and comes back goes on from
    above its removal, since coming back is a line of its own.
    """
    return 2 * max(lines - 1, 0) + int(removed)
