"""Which reminders there are now, and that each is shown at most once a day."""

from __future__ import annotations

from datetime import timedelta

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.reminder import (
    Reminder,
    before_appointment,
    overview,
    working_days_before,
)
from gesprekshulp.services.appointments import midnight
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive

_AHEAD_DAYS = 10


def take_due(archive: Archive, clock: Clock) -> tuple[Reminder, ...]:
    """The reminders that are due and were not shown today; they count as shown from now on."""
    today = clock.today()
    found: list[Reminder] = []
    with archive.reading() as work:
        settings = work.settings.load()
        shown = work.settings.values("herinnerd.")
        coming = work.appointments.between(
            midnight(today), midnight(today + timedelta(days=_AHEAD_DAYS))
        )
        planned = [item for item in coming if item.status is AppointmentStatus.PLANNED]
        counts = work.commitments.due_counts(today)
        if settings.morning_overview:
            talks = sum(local_day(item.starts_at) == today for item in planned)
            due = counts.today if settings.remind_promises else 0
            late = counts.late if settings.remind_promises else 0
            first = overview(late, due, talks, today)
            if first is not None:
                found.append(first)
        for item in planned:
            day = local_day(item.starts_at)
            if not settings.reminder_days or item.client_id is None:
                continue
            if not working_days_before(day, settings.reminder_days) <= today <= day:
                continue
            client = work.clients.find(item.client_id)
            reminder = before_appointment(
                item.id,
                client.name if client else item.title,
                day,
                work.commitments.open_of_client(item.client_id),
                today,
            )
            if reminder is not None:
                found.append(reminder)
    fresh = [item for item in found if item.key not in shown]
    if fresh:
        with archive.transaction() as work:
            for item in fresh:
                work.settings.put(f"herinnerd.{item.key}", today.isoformat())
    return tuple(fresh)
