"""Series of calendar events against what the archive has of them: moved as a whole, or shorter."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import datetime

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.exchange.records import EventRecord, SeriesRecord
from gesprekshulp.services.import_agenda import Agenda
from gesprekshulp.services.import_appointments import LEFT_SERIES, cancel, span
from gesprekshulp.services.import_matching import Draft
from gesprekshulp.services.import_plan import Entity, Outcome, PlannedChange


def pair_moved_series(
    agenda: Agenda, records: Sequence[EventRecord], series: Sequence[SeriesRecord], now: datetime
) -> None:
    """When a whole series was moved, let each old occurrence become the new one in its place.

    The occurrences of a moved series have other identifiers; without this they would stand beside
    the old ones, and what was prepared for them would be lost.
    """
    newest = {one.uid: one for one in series}
    fresh: dict[str, list[EventRecord]] = {}
    for record in records:
        unknown = (record.uid, record.recurrence) not in agenda.by_key
        coming = not record.cancelled and record.starts_at >= now
        if record.uid in newest and record.in_series and unknown and coming:
            fresh.setdefault(record.uid, []).append(record)
    for uid, candidates in fresh.items():
        orphans = _orphans(agenda, newest[uid], records, now)
        orphans = [
            one for one in orphans
            if newest[uid].version.is_newer_than(one.version)
            and one.recurrence not in newest[uid].removed
        ]  # fmt: skip
        ordered = sorted(candidates, key=lambda record: record.starts_at)
        for old, record in _pairs(orphans, ordered):
            del agenda.by_key[(uid, old.recurrence)]
            agenda.by_key[(uid, record.recurrence)] = old


def _pairs(
    orphans: Sequence[Appointment], records: Sequence[EventRecord]
) -> list[tuple[Appointment, EventRecord]]:
    """Which old occurrence becomes which new one: that of the same day, and the rest in order.

    A series may come more than once a day; within the day they are paired in order.
    """
    by_day: dict[str, deque[EventRecord]] = {}
    for record in records:
        by_day.setdefault(record.recurrence[:8], deque()).append(record)
    found: list[tuple[Appointment, EventRecord]] = []
    others: list[Appointment] = []
    for old in orphans:
        if of_day := by_day.get(old.recurrence[:8]):
            found.append((old, of_day.popleft()))
        else:
            others.append(old)
    left = [record for of_day in by_day.values() for record in of_day]
    return found + list(zip(others, left, strict=False))


def plan_left_series(
    draft: Draft, agenda: Agenda, one: SeriesRecord, records: Sequence[EventRecord], now: datetime
) -> list[PlannedChange]:
    """Call off the coming occurrences that a newer version of their series no longer has."""
    found: list[PlannedChange] = []
    for old in _orphans(agenda, one, records, now):
        if old.recurrence not in one.removed and not one.version.is_newer_than(old.version):
            continue
        cancel(draft, old, None, LEFT_SERIES, now)
        when = span(old, agenda.zone)
        details = ("Staat niet meer in de reeks en wordt afgezegd",)
        found.append(
            PlannedChange(Outcome.CHANGED, Entity.APPOINTMENT, f"{old.title} ({when})", details)
        )
    return found


def _orphans(
    agenda: Agenda, one: SeriesRecord, records: Sequence[EventRecord], now: datetime
) -> list[Appointment]:
    """Coming occurrences in the archive that the series in the file does not have."""
    if not one.complete:
        return []
    named = {record.recurrence for record in records if record.uid == one.uid}
    found = [
        stored
        for (uid, recurrence), stored in agenda.by_key.items()
        if uid == one.uid
        and recurrence
        and recurrence == stored.recurrence
        and recurrence not in one.recurrences
        and recurrence not in named
        and stored.status is AppointmentStatus.PLANNED
        and max(now, one.first) <= stored.starts_at < one.until
    ]
    return sorted(found, key=lambda stored: stored.starts_at)
