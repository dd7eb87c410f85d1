"""Calendar events become appointments: planned, moved, called off, never twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.client import Client
from gesprekshulp.exchange.records import EventRecord
from gesprekshulp.services.import_agenda import Agenda, still_to_come
from gesprekshulp.services.import_appointments import (
    LEFT_SERIES,
    WITHDRAWN,
    cancel,
    change_of,
    left_alone,
    make,
    span,
    update,
)
from gesprekshulp.services.import_matching import Draft
from gesprekshulp.services.import_participants import link_people, recognised_client
from gesprekshulp.services.import_plan import Outcome, PlannedChange

_OLDER = "Dit is een oudere versie"
_NEVER_THERE = "Is afgezegd en stond hier niet"


def plan_event(
    draft: Draft, agenda: Agenda, record: EventRecord, client_id: str | None, now: datetime
) -> PlannedChange:
    """Put one event into the draft; say what that does."""
    key = (record.uid, record.recurrence)
    title = f"{record.title} ({span(record, agenda.zone)})"
    if record.is_own_promise:
        reason = "Dit is een toezegging uit Gesprekshulp; die hoort in het register"
        return left_alone(record, title, reason)
    if key in agenda.seen:
        return left_alone(record, title, "Staat ook al eerder in deze bestanden")
    agenda.seen.add(key)
    stored = agenda.stored(record)
    if record.is_timeless:
        known = [stored] if stored else agenda.occurrences(record.uid)[:1]
        if not known or (stored is None and record.recurrence):
            return left_alone(record, record.title, _NEVER_THERE)
        title = known[0].title
    if stored is None and (series := agenda.occurrences(record.uid)):
        if not record.recurrence:
            return _instead_of_series(draft, agenda, series, record, title, client_id, now)
        if record.cancelled and record.in_series:
            return left_alone(record, title, _NEVER_THERE)
        if record.in_series and agenda.is_of_older_series(series, record, now):
            return left_alone(record, title, _OLDER)
        if record.in_series and _is_moved_past(series, record, now):
            return left_alone(record, title, "Is geweest; dat blijft zoals het was")
    if stored is None:
        return make(draft, agenda, record, title, client_id, now)
    withdrawn = record.cancelled and stored.status is not AppointmentStatus.CANCELLED
    if stored.version.is_newer_than(record.version):
        return left_alone(record, title, _OLDER)
    if not record.version.is_newer_than(stored.version) and not withdrawn:
        if client := _known_since(draft, stored, record, client_id):
            draft.saved_appointments[stored.id] = replace(stored, client_id=client.id)
            link_people(draft, agenda.participants.get(stored.id, ()), record, client)
            return change_of(Outcome.CHANGED, record, title, [f"Klant: {client.name}"])
        reason = "Staat al in het archief"
        if stored.starts_at != record.starts_at:
            reason += " op een ander moment; dat blijft zo"
        return left_alone(record, title, reason)
    if stored.status not in (AppointmentStatus.PLANNED, AppointmentStatus.CANCELLED):
        return left_alone(record, title, "Dit gesprek is al begonnen of gehouden")
    if record.sequence == stored.sequence and not record.cancelled:
        # Going on after all, or another time, is a new SEQUENCE; a reply to an invitation is not.
        if stored.status is AppointmentStatus.CANCELLED:
            return left_alone(record, title, "Is hier afgezegd; dat blijft zo")
        if agenda.own_moves.get(stored.id) == record.starts_at:
            record = replace(record, starts_at=stored.starts_at, ends_at=stored.ends_at)
    if record.cancelled:
        if not withdrawn:
            return left_alone(record, title, "Is al afgezegd")
        cancel(draft, stored, record, WITHDRAWN, now)
        return change_of(Outcome.CHANGED, record, title, ["De afspraak is afgezegd"])
    return update(draft, agenda, stored, record, title, client_id, now)


def _known_since(
    draft: Draft, stored: Appointment, record: EventRecord, client_id: str | None
) -> Client | None:
    """The client of an event that was read before its people were: calendars often come first."""
    if stored.client_id is not None or stored.status is not AppointmentStatus.PLANNED:
        return None
    return recognised_client(draft, record, client_id)


def _is_moved_past(series: Sequence[Appointment], record: EventRecord, now: datetime) -> bool:
    """Whether an unknown occurrence only says that a series was moved after it was held."""
    return record.starts_at < now and any(
        one.starts_at < now and record.version.is_newer_than(one.version) for one in series
    )


def _instead_of_series(
    draft: Draft,
    agenda: Agenda,
    series: Sequence[Appointment],
    record: EventRecord,
    title: str,
    client_id: str | None,
    now: datetime,
) -> PlannedChange:
    """One event with the identifier of a series: it withdraws all that is to come, or replaces it.

    The appointment of the same day, or else the next, becomes that event with all its preparation.
    """
    if all(one.version.is_newer_than(record.version) for one in series):
        return left_alone(record, title, _OLDER)
    coming = still_to_come(series, now)
    if record.cancelled:
        if not coming:
            return left_alone(record, title, "Is al afgezegd")
        for one in coming:
            cancel(draft, one, record, WITHDRAWN, now)
        many = f"{len(coming)} afspraken" if len(coming) > 1 else "één afspraak"
        return change_of(Outcome.CHANGED, record, title, [f"De reeks is afgezegd: {many}"])
    if not all(record.version.is_newer_than(one.version) for one in series):
        return left_alone(record, title, "Staat al in het archief, als reeks")
    if not coming:
        return make(draft, agenda, record, title, client_id, now)
    day = record.starts_at.astimezone(agenda.zone).date()
    kept = next(
        (one for one in coming if one.starts_at.astimezone(agenda.zone).date() == day), coming[0]
    )
    change = update(draft, agenda, kept, record, title, client_id, now)
    others = [one for one in coming if one is not kept]
    for one in others:
        cancel(draft, one, record, LEFT_SERIES, now)
    many = f"{len(others)} andere afspraken" if len(others) > 1 else "één andere afspraak"
    gone = (f"De reeks is vervallen: {many} afgezegd",) if others else ()
    return replace(change, details=(*change.details, *gone))
