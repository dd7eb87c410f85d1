"""Which reminders there are now, and that each is shown once; and leaving a promise for a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.domain.reminder import (
    FEW,
    ComingUp,
    Reminder,
    before_appointment,
    before_appointments,
    coming_up,
    event_key,
    is_fresh,
    of_promises,
    overview,
    quiet,
    remembered,
    working_days_before,
)
from gesprekshulp.domain.settings import Settings
from gesprekshulp.domain.waiting import WAITS_LONG_DAYS
from gesprekshulp.language.calendar import is_working_day
from gesprekshulp.services.appointments import midnight
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work

_AHEAD_DAYS = 10
_RUNS_OVER = timedelta(hours=2)
_SHOWN = "herinnerd."
_SNOOZED = "sluimer."


def take_due(archive: Archive, clock: Clock) -> tuple[Reminder, ...]:
    """The reminders that are due and were not shown yet; they count as shown from now on.

    In quiet hours and while a talk is going on there are none: what was due comes after.
    """
    now, today = clock.now(), clock.today()
    with archive.reading(once=True) as work:
        settings = work.settings.load()
        hours = quiet(settings.quiet_from, settings.quiet_until, weekend=settings.quiet_weekend)
        if hours.holds(now.astimezone()):
            return ()
        shown = _shown(work)
        coming = work.appointments.between(
            midnight(today), midnight(today + timedelta(days=_AHEAD_DAYS))
        )
        if any(_is_going_on(item, now) for item in coming):
            return ()
        planned = [item for item in coming if item.status is AppointmentStatus.PLANNED]
        found, keys = _of_the_day(work, settings, planned, shown, now, today)
        ahead = [
            one
            for item in planned
            if (one := _before(work, settings, item, today)) and is_fresh(one.key, shown, today)
        ]
        found += before_appointments(ahead, today)
        keys += [one.key for one in ahead]
    fresh = remembered(keys, shown, today)
    if fresh:
        with archive.transaction() as work:
            # Another window on the same archive may have told of them since they were read.
            told = _shown(work)
            is_ours = all(is_fresh(key, told, today) for key in fresh)
            if is_ours:
                work.settings.put_all(
                    {f"{_SHOWN}{key}": day.isoformat() for key, day in fresh.items()}
                )
        if not is_ours:
            return take_due(archive, clock)
    return tuple(found)


def _shown(work: Work) -> dict[str, date]:
    """On which day each reminder was shown first."""
    kept = work.settings.values(_SHOWN).items()
    return {key: day for key, text in kept if (day := _day(text)) is not None}


def _of_the_day(
    work: Work,
    settings: Settings,
    planned: Sequence[Appointment],
    shown: dict[str, date],
    now: datetime,
    today: date,
) -> tuple[list[Reminder], list[str]]:
    """The overview, and promises that came due; the overview tells of those for today."""
    found: list[Reminder] = []
    keys: list[str] = []
    due = work.commitments.due_until(today) if settings.remind_promises else []
    first: Reminder | None = None
    if settings.morning_overview:
        talks = sum(local_day(item.starts_at) == today for item in planned)
        late = sum(day < today for _, day in due)
        for_today = [id for id, day in due if day == today]
        named = work.commitments.with_ids(for_today) if len(for_today) <= FEW else {}
        whats = [named[id].what for id in for_today if id in named]
        first = overview(late, len(for_today), talks, today, whats)
        if first is not None and not is_fresh(first.key, shown, today):
            first = None
    if first is not None:
        found.append(first)
        keys.append(first.key)
    if not settings.remind_promises:
        return found, keys
    up = coming_up(due, _snoozed(work), shown, now, today)
    keys += up.keys
    found += _told(work, up, today, with_today=first is None)
    waits = _waiting(work, shown, now, today)
    keys += map(event_key, waits)
    found += _told_of_events(work, waits, today)
    return found, keys


def _waiting(work: Work, shown: dict[str, date], now: datetime, today: date) -> list[str]:
    """Promises that have hung on an event for long without a day, and were not told yet."""
    ids = work.commitments.hanging_ids(today - timedelta(days=WAITS_LONG_DAYS))
    if not ids:
        return []
    asleep = {id for id, until in _snoozed(work).items() if until > now}
    return [id for id in ids if id not in asleep and is_fresh(event_key(id), shown, today)]


def _told_of_events(work: Work, ids: Sequence[str], today: date) -> tuple[Reminder, ...]:
    items = work.commitments.with_ids(ids[:FEW])
    named = _named(work, [items[id] for id in ids[:FEW] if id in items])
    many = "toezeggingen wachten nog op een gebeurtenis"
    return of_promises("Wacht nog op een gebeurtenis", many, named, len(ids), today)


def _told(work: Work, up: ComingUp, today: date, *, with_today: bool) -> list[Reminder]:
    groups = [
        ("Te laat", "toezeggingen zijn te laat", up.late),
        (
            "Toezegging voor vandaag",
            "toezeggingen voor vandaag",
            up.due_today if with_today else (),
        ),
        ("U wilde hieraan herinnerd worden", "toezeggingen", up.awake),
    ]
    found: list[Reminder] = []
    for title, many, ids in groups:
        # The last day first: what came due just now is what there is most to do about.
        some = tuple(reversed(ids[-FEW:]))
        items = work.commitments.with_ids(some)
        named = _named(work, [items[id] for id in some if id in items and items[id].is_open])
        count = len(named) if len(ids) <= FEW else len(ids)
        found += of_promises(title, many, named, count, today)
    return found


def _named(work: Work, items: Sequence[Commitment]) -> list[tuple[Commitment, str]]:
    if not items:
        return []
    names = work.clients.names_of(list({item.client_id for item in items}))
    return [(item, names.get(item.client_id, "")) for item in items]


def _before(work: Work, settings: Settings, item: Appointment, today: date) -> Reminder | None:
    day = local_day(item.starts_at)
    if not settings.reminder_days or item.client_id is None:
        return None
    is_open = partial(is_working_day, country=settings.country)
    if not working_days_before(day, settings.reminder_days, is_open) <= today <= day:
        return None
    client = work.clients.find(item.client_id)
    return before_appointment(
        item.id,
        client.name if client else item.title,
        day,
        work.commitments.open_of_client(item.client_id),
        today,
    )


def _is_going_on(item: Appointment, now: datetime) -> bool:
    """Whether a talk is being held; one that was never ended does not count for long."""
    return item.status is AppointmentStatus.IN_PROGRESS and now < item.ends_at + _RUNS_OVER


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


# --- snoozing ---


def snooze(archive: Archive, clock: Clock, id: CommitmentId, until: datetime) -> datetime:
    """Say nothing of a promise until a moment; its day stays. Then it comes up again, once."""
    if until <= clock.now():
        raise UserError("Kies een later moment om aan deze toezegging herinnerd te worden.")
    with archive.transaction() as work:
        work.commitments.get(id)
        work.settings.put(f"{_SNOOZED}{id}", until.isoformat(timespec="seconds"))
    return until


def wake(archive: Archive, id: CommitmentId) -> None:
    """Undo of `snooze`: the promise is told again on its day."""
    with archive.transaction() as work:
        work.settings.put(f"{_SNOOZED}{id}", "")


def snoozed_until(archive: Archive, clock: Clock, id: CommitmentId) -> datetime | None:
    """Until which moment a promise is left alone; None when it is not (any more)."""
    with archive.reading() as work:
        until = _snoozed(work).get(id)
    return until if until is not None and until > clock.now() else None


def _snoozed(work: Work) -> dict[str, datetime]:
    """Until when promises that are still open are, or were, left alone."""
    kept = {id: text for id, text in work.settings.values(_SNOOZED).items() if text}
    promises = work.commitments.with_ids(kept)
    return {
        id: datetime.fromisoformat(text)
        for id, text in kept.items()
        if id in promises and promises[id].is_open
    }
