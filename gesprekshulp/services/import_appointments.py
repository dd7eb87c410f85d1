"""An event of a calendar makes an appointment, brings it up to date, or calls it off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from gesprekshulp.domain.appointment import (
    Appointment,
    AppointmentChange,
    AppointmentStatus,
    ChangeKind,
    Side,
)
from gesprekshulp.domain.dutch_dates import clock, short_day
from gesprekshulp.domain.ids import AppointmentId, ClientId, new_id
from gesprekshulp.exchange.records import EventRecord, Invitee
from gesprekshulp.services.import_agenda import MOVED, Agenda
from gesprekshulp.services.import_matching import Draft
from gesprekshulp.services.import_participants import (
    invited,
    link_people,
    merged,
    recognised_client,
)
from gesprekshulp.services.import_plan import Entity, Outcome, PlannedChange, difference

# Why an appointment was called off, as its trace says it.
WITHDRAWN = "Afgezegd in de agenda (uitnodiging ingetrokken)"
LEFT_SERIES = "Uit de reeks gehaald in de agenda"


def make(
    draft: Draft,
    agenda: Agenda,
    record: EventRecord,
    title: str,
    client_id: str | None,
    now: datetime,
) -> PlannedChange:
    """An event that was never read before becomes an appointment, also when it was called off."""
    client = recognised_client(draft, record, client_id)
    made = Appointment(
        id=AppointmentId(new_id()),
        title=record.title,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        client_id=client.id if client else None,
        kind=record.kind,
        all_day=record.all_day,
        place=record.place,
        uid=record.uid,
        recurrence=record.recurrence,
        sequence=record.sequence,
        revised_at=record.revised_at,
        description=record.description,
        calendar_title=record.title,
        calendar_place=record.place,
    )
    people = invited(draft, made.id, record, client)
    draft.saved_participants.update((one.id, one) for one in people)
    agenda.participants[made.id] = list(people)
    details = [f"Klant: {client.name}" if client else "Nog geen klant herkend"]
    chosen = draft.clients.get(ClientId(client_id)) if client_id else None
    if client and chosen and client.id != chosen.id:
        details[0] += f", en niet {chosen.name}: dat staat in de uitnodiging"
    if names := [one.name for one in people if one.side is not Side.US]:
        details.append(f"Met {', '.join(names[:6])}" + (" en anderen" if len(names) > 6 else ""))
    if record.cancelled:
        details.append("De afspraak is afgezegd")
        cancel(draft, made, record, WITHDRAWN, now)
    else:
        draft.saved_appointments[made.id] = made
    return change_of(Outcome.NEW, record, title, details)


def update(
    draft: Draft,
    agenda: Agenda,
    stored: Appointment,
    record: EventRecord,
    title: str,
    client_id: str | None,
    now: datetime,
) -> PlannedChange:
    """A newer version of the event: time, place, title and people. Goal and agenda stay."""
    details: list[str] = []
    updated = stored
    if (stored.starts_at, stored.ends_at) != (record.starts_at, record.ends_at):
        side, who = _by_whom(draft, record.organizer)
        trace = AppointmentChange(
            new_id(), stored.id, ChangeKind.MOVED, side, who, MOVED, now,
            stored.starts_at, record.starts_at,
        )  # fmt: skip
        updated = updated.moved(record.starts_at, record.ends_at, trace)
        if stored.starts_at != record.starts_at:
            draft.traces.append(trace)
        before = span(stored, agenda.zone)
        after = span(record, agenda.zone)
        details.append(difference("Tijd", before, after))
    if stored.status is AppointmentStatus.CANCELLED:
        updated = replace(updated, status=AppointmentStatus.PLANNED)
        details.append("De afspraak gaat weer door")
    if stored.has_own_title:
        # How the adviser calls a talk is his; that the calendar changed its mind he is told.
        if record.title not in (stored.calendar_title, stored.title):
            details.append(f"Uw onderwerp “{stored.title}” blijft; in de agenda “{record.title}”")
    elif record.title != stored.title:
        updated = replace(updated, title=record.title)
        details.append(difference("Onderwerp", stored.title, record.title))
    if record.place != stored.place and not (
        # A place added by hand stays until the calendar names another: there one has to be.
        stored.has_own_place and record.place == stored.calendar_place
    ):
        updated = replace(updated, place=record.place, kind=record.kind)
        details.append(difference("Plaats", stored.place, record.place))
    if record.description != stored.description:
        updated = replace(updated, description=record.description)
        details.append("De omschrijving is gewijzigd")
    updated = replace(updated, all_day=record.all_day, recurrence=record.recurrence)
    if stored.client_id is None:
        client = recognised_client(draft, record, client_id)
        if client is not None:
            updated = replace(updated, client_id=client.id)
            details.append(f"Klant: {client.name}")
            link_people(draft, agenda.participants.get(stored.id, ()), record, client)
    else:
        client = draft.clients.get(stored.client_id)
    there = agenda.participants.get(stored.id, [])
    added, removed = merged(there, invited(draft, stored.id, record, client))
    draft.saved_participants.update((one.id, one) for one in added)
    draft.removed_participants.extend(one.id for one in removed)
    details += [f"Erbij: {one.name}" for one in added]
    details += [f"Niet meer uitgenodigd: {one.name}" for one in removed]
    if not details and updated == stored:
        return left_alone(record, title, "Staat al in het archief")
    draft.saved_appointments[stored.id] = replace(
        updated,
        sequence=record.sequence,
        revised_at=record.revised_at,
        calendar_title=record.title,
        calendar_place=record.place,
    )
    return change_of(Outcome.CHANGED, record, title, details)


def cancel(
    draft: Draft, stored: Appointment, record: EventRecord | None, reason: str, now: datetime
) -> None:
    """Call an appointment off in the draft, with a trace of who and why."""
    side, who = _by_whom(draft, record.organizer if record else None)
    trace = AppointmentChange(
        new_id(), stored.id, ChangeKind.CANCELLED, side, who, reason, now, stored.starts_at
    )
    version = stored.version
    if record is not None and not version.is_newer_than(record.version):
        version = replace(record.version, revised_at=record.revised_at or version.revised_at)
    draft.saved_appointments[stored.id] = replace(
        stored.cancelled(trace), sequence=version.sequence, revised_at=version.revised_at
    )
    draft.traces.append(trace)


def change_of(
    kind: Outcome, record: EventRecord, title: str, details: Sequence[str]
) -> PlannedChange:
    """What an event does, with what was noticed while it was read."""
    return PlannedChange(
        kind, Entity.APPOINTMENT, title, (*details, *record.warnings), line=record.line
    )


def left_alone(record: EventRecord, title: str, reason: str) -> PlannedChange:
    """An event that changes nothing, and why."""
    return PlannedChange(
        Outcome.SAME, Entity.APPOINTMENT, title, record.warnings, reason, record.line
    )


def span(planned: Appointment | EventRecord, zone: tzinfo) -> str:
    """When something is, in words: "di 1 dec 2026, 10:00–11:00"."""
    day = planned.starts_at.astimezone(zone).date()
    words = f"{short_day(day)} {day.year}"
    if not planned.all_day:
        return f"{words}, {clock(planned.starts_at, zone)}–{clock(planned.ends_at, zone)}"
    last = (planned.ends_at - timedelta(seconds=1)).astimezone(zone).date()
    return f"{words}, hele dag" if last <= day else f"{words} tot en met {short_day(last)}"


def _by_whom(draft: Draft, organizer: Invitee | None) -> tuple[Side, str]:
    if organizer is None:
        return Side.CLIENT, ""
    return (Side.US if draft.is_own(organizer.email) else Side.CLIENT), organizer.name
