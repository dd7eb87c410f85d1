"""What the first page shows: the next talk, the rest of the day, promises and attention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.services.appointments import AppointmentCard, cards, midnight
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive

_SHOWN = 12
# What lies longer than this is no longer a matter of today.
_ROUND_OFF_DAYS, _ROUND_OFF_SHOWN = 21, 3


@dataclass(frozen=True, slots=True)
class Today:
    """The first page. `next` is the talk that comes first, today or later; `promises` are the
    open ones that are too late or due this week, with their client's name."""

    next: AppointmentCard | None
    rest: tuple[AppointmentCard, ...]
    promises: tuple[tuple[Commitment, str], ...]
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers in the sidebar."""

    today: int
    clients: int
    open: int
    late: int


def view(archive: Archive, clock: Clock) -> Today:
    """What the first page shows now."""
    today = clock.today()
    with archive.reading() as work:
        coming = work.appointments.upcoming(clock.now(), 12)
        of_today = [one for one in coming if local_day(one.starts_at) <= today]
        # A trade fair that lasts all week is no reason to hide the talk of ten o'clock.
        of_today.sort(key=lambda one: one.all_day)
        shown = tuple(of_today)
        if all(_is_background(one) for one in of_today):
            talks = [one for one in coming if not _is_background(one)]
            shown = (*talks[:1], *of_today) or coming[:1]
        found = cards(work, shown, today)
        first, rest = (found[0] if found else None), found[1:]
        sunday = today + timedelta(days=6 - today.weekday())
        late = work.commitments.open_between(None, today - timedelta(days=1), 4, newest_first=True)
        due = work.commitments.open_between(today, sunday, _SHOWN - len(late))
        promises = (*reversed(late), *due)  # by day, as everywhere
        names = work.clients.names_of(tuple({promise.client_id for promise in promises}))
        return Today(
            first,
            rest,
            tuple((promise, names.get(promise.client_id, "")) for promise in promises),
            is_empty=first is None and not promises and not work.clients.any(),
        )


def _is_background(one: Appointment) -> bool:
    """Whether it is no talk but something that runs all day, with nobody: a fair, a holiday."""
    return one.all_day and one.client_id is None


def counts(archive: Archive, clock: Clock) -> Counts:
    """The numbers in the sidebar; counts many rows, so ask it in the background."""
    today = clock.today()
    with archive.reading(once=True) as work:
        due = work.commitments.due_counts(today)
        found = work.appointments.between(midnight(today), midnight(today + timedelta(days=1)))
        talks = sum(item.status is not AppointmentStatus.CANCELLED for item in found)
        return Counts(talks, work.clients.count(), work.commitments.count_open(), due.late)


def to_round_off(archive: Archive, clock: Clock) -> tuple[AppointmentCard, ...]:
    """Talks of the last weeks that were held, and whose report or aftercare is not done yet.

    Not those whose report waits too long for an answer: they are under attention already.
    """
    today = clock.today()
    first = midnight(today - timedelta(days=_ROUND_OFF_DAYS))
    with archive.reading() as work:
        waiting = {one.appointment_id for one in work.report_answers.waiting(today)}
        since = work.appointments.held_since(first)
        held = tuple(one for one in since if one.id not in waiting)
        return cards(work, held[:_ROUND_OFF_SHOWN], today)
