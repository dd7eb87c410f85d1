"""Calendar events become appointments: planned, moved, called off, never twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import takewhile
from zoneinfo import ZoneInfo

from gesprekshulp.domain.appointment import (
    Appointment,
    AppointmentChange,
    AppointmentStatus,
    ChangeKind,
    Participant,
    Side,
)
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.dutch_dates import clock, short_day
from gesprekshulp.domain.ids import AppointmentId, ClientId, new_id
from gesprekshulp.exchange.records import EventRecord, Invitee
from gesprekshulp.exchange.timezones import local_zone
from gesprekshulp.services.import_matching import Draft
from gesprekshulp.services.import_participants import invited, link_people, merged
from gesprekshulp.services.import_plan import Entity, Outcome, PlannedChange, difference
from gesprekshulp.storage.archive import Work

WITHDRAWN = "Afgezegd in de agenda (uitnodiging ingetrokken)"
LEFT_SERIES = "Uit de reeks gehaald in de agenda"
MOVED = "Verzet in de agenda"
NEVER_THERE = "Is afgezegd en stond hier niet"

Key = tuple[str, str]


@dataclass(slots=True)
class Agenda:
    """What the archive has of the events in the files, found by UID and occurrence.

    `own_moves` says of appointments that were last moved by the adviser, once or more often, where
    the calendar had them,
    `exceptions` which occurrences differ from their series in the files.
    """

    by_key: dict[Key, Appointment]
    participants: dict[str, list[Participant]]
    own_moves: dict[str, datetime | None] = field(default_factory=dict[str, "datetime | None"])
    zone: tzinfo = field(default_factory=lambda: ZoneInfo(local_zone()))
    seen: set[Key] = field(default_factory=set[Key])
    exceptions: frozenset[Key] = frozenset()

    @classmethod
    def of(cls, work: Work, records: Sequence[EventRecord]) -> Agenda:
        """The appointments that were read from these events before."""
        found = work.appointments.with_uids(list(dict.fromkeys(one.uid for one in records)))
        ids: list[str] = [one.id for one in found]
        people: dict[str, list[Participant]] = {}
        own: dict[str, datetime | None] = {}
        for start in range(0, len(ids), 500):
            people.update(work.participants.of_appointments(ids[start : start + 500]))
            traces = work.appointment_changes.of_appointments(ids[start : start + 500])
            for id, changes in traces.items():
                moves = (one for one in changes if one.kind is ChangeKind.MOVED)
                for move in takewhile(lambda one: one.reason != MOVED, moves):
                    own[id] = move.from_start
        return cls(
            {(one.uid, one.recurrence): one for one in found}, people, own,
            exceptions=frozenset((o.uid, o.recurrence) for o in records if o.is_exception),
        )  # fmt: skip

    def occurrences(self, uid: str) -> list[Appointment]:
        """What the archive has of an event, oldest first."""
        found = [one for (known, _), one in self.by_key.items() if known == uid]
        return sorted(found, key=lambda one: one.starts_at)


def plan_event(
    draft: Draft, agenda: Agenda, record: EventRecord, client_id: str | None, now: datetime
) -> PlannedChange:
    """Put one event into the draft; say what that does."""
    key = (record.uid, record.recurrence)
    title = f"{record.title} ({_when(record, agenda.zone)})"
    if record.is_own_promise:
        reason = "Dit is een toezegging uit Gesprekshulp; die hoort in het register"
        return _change(Outcome.SAME, record, title, reason=reason)
    if key in agenda.seen:
        return _change(Outcome.SAME, record, title, reason="Staat ook al eerder in deze bestanden")
    agenda.seen.add(key)
    stored = _stored(agenda, record)
    if record.is_timeless:
        known = [stored] if stored else agenda.occurrences(record.uid)[:1]
        if not known or (stored is None and record.recurrence):
            return _change(Outcome.SAME, record, record.title, reason=NEVER_THERE)
        title = known[0].title
    if stored is None and (series := agenda.occurrences(record.uid)):
        if not record.recurrence:
            return _instead_of_series(draft, agenda, series, record, title, client_id, now)
        if record.cancelled and record.in_series:
            return _change(Outcome.SAME, record, title, reason=NEVER_THERE)
        if record.in_series and _is_of_older_series(agenda, series, record, now):
            return _change(Outcome.SAME, record, title, reason="Dit is een oudere versie")
        if record.in_series and _is_moved_past(series, record, now):
            return _change(
                Outcome.SAME, record, title, reason="Is geweest; dat blijft zoals het was"
            )
    if stored is None:
        return _new(draft, agenda, record, title, client_id, now)
    withdrawn = record.cancelled and stored.status is not AppointmentStatus.CANCELLED
    if stored.version.is_newer_than(record.version):
        return _change(Outcome.SAME, record, title, reason="Dit is een oudere versie")
    if not record.version.is_newer_than(stored.version) and not withdrawn:
        if client := _known_since(draft, stored, record, client_id):
            draft.saved_appointments[stored.id] = replace(stored, client_id=client.id)
            link_people(draft, agenda.participants.get(stored.id, ()), record, client)
            return _change(Outcome.CHANGED, record, title, [f"Klant: {client.name}"])
        reason = "Staat al in het archief"
        if stored.starts_at != record.starts_at:
            reason += " op een ander moment; dat blijft zo"
        return _change(Outcome.SAME, record, title, reason=reason)
    if stored.status not in (AppointmentStatus.PLANNED, AppointmentStatus.CANCELLED):
        return _change(Outcome.SAME, record, title, reason="Dit gesprek is al begonnen of gehouden")
    if record.sequence == stored.sequence and not record.cancelled:
        # Going on after all, or another time, is a new SEQUENCE; a reply to an invitation is not.
        if stored.status is AppointmentStatus.CANCELLED:
            return _change(Outcome.SAME, record, title, reason="Is hier afgezegd; dat blijft zo")
        if agenda.own_moves.get(stored.id) == record.starts_at:
            record = replace(record, starts_at=stored.starts_at, ends_at=stored.ends_at)
    if record.cancelled:
        if not withdrawn:
            return _change(Outcome.SAME, record, title, reason="Is al afgezegd")
        cancel(draft, stored, record, WITHDRAWN, now)
        return _change(Outcome.CHANGED, record, title, ["De afspraak is afgezegd"])
    return _update(draft, agenda, stored, record, title, client_id, now)


def _known_since(
    draft: Draft, stored: Appointment, record: EventRecord, client_id: str | None
) -> Client | None:
    """The client of an event that was read before its people were: calendars often come first."""
    if stored.client_id is not None or stored.status is not AppointmentStatus.PLANNED:
        return None
    return recognised_client(draft, record, client_id)


def _stored(agenda: Agenda, record: EventRecord) -> Appointment | None:
    found = agenda.by_key.get((record.uid, record.recurrence))
    if found is None and record.recurrence:
        # A single event that has become the first of a series since.
        single = agenda.by_key.get((record.uid, ""))
        if single is not None and _occurrence(single) == record.recurrence:
            return single
    return found


def _is_of_older_series(
    agenda: Agenda, series: Sequence[Appointment], record: EventRecord, now: datetime
) -> bool:
    """Whether an unknown occurrence is from before its whole series was changed.

    What is past keeps the version it was held in, so what is to come tells, where there is any. An
    exception, which may be read before its series, has a version of its own and tells nothing; one
    that only the adviser moved still has the version of its series.
    """
    series = [
        one for one in series
        if (one.uid, one.recurrence) not in agenda.exceptions
        and _occurrence(one, agenda.own_moves.get(one.id)) == one.recurrence
    ]  # fmt: skip
    if not series:
        return False
    coming = [
        one for one in series if one.status is AppointmentStatus.PLANNED and one.starts_at >= now
    ]
    return all(one.version.is_newer_than(record.version) for one in coming or series)


def _is_moved_past(series: Sequence[Appointment], record: EventRecord, now: datetime) -> bool:
    """Whether an unknown occurrence only says that a series was moved after it was held."""
    return record.starts_at < now and any(
        one.starts_at < now and record.version.is_newer_than(one.version) for one in series
    )


def _occurrence(single: Appointment, calendar_start: datetime | None = None) -> str:
    starts_at = calendar_start or single.starts_at
    if single.all_day:
        return starts_at.astimezone(ZoneInfo(local_zone())).strftime("%Y%m%d")
    return starts_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _new(
    draft: Draft,
    agenda: Agenda,
    record: EventRecord,
    title: str,
    client_id: str | None,
    now: datetime,
) -> PlannedChange:
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
    return _change(Outcome.NEW, record, title, details)


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
        return _change(Outcome.SAME, record, title, reason="Dit is een oudere versie")
    coming = [
        one for one in series if one.status is AppointmentStatus.PLANNED and one.starts_at >= now
    ]
    if record.cancelled:
        if not coming:
            return _change(Outcome.SAME, record, title, reason="Is al afgezegd")
        for one in coming:
            cancel(draft, one, record, WITHDRAWN, now)
        many = f"{len(coming)} afspraken" if len(coming) > 1 else "één afspraak"
        return _change(Outcome.CHANGED, record, title, [f"De reeks is afgezegd: {many}"])
    if not all(record.version.is_newer_than(one.version) for one in series):
        return _change(Outcome.SAME, record, title, reason="Staat al in het archief, als reeks")
    if not coming:
        return _new(draft, agenda, record, title, client_id, now)
    day = record.starts_at.astimezone(agenda.zone).date()
    kept = next(
        (one for one in coming if one.starts_at.astimezone(agenda.zone).date() == day), coming[0]
    )
    change = _update(draft, agenda, kept, record, title, client_id, now)
    others = [one for one in coming if one is not kept]
    for one in others:
        cancel(draft, one, record, LEFT_SERIES, now)
    many = f"{len(others)} andere afspraken" if len(others) > 1 else "één andere afspraak"
    gone = (f"De reeks is vervallen: {many} afgezegd",) if others else ()
    return replace(change, details=(*change.details, *gone))


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


def _update(
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
        before = span(stored.starts_at, stored.ends_at, stored.all_day, agenda.zone)
        after = span(record.starts_at, record.ends_at, record.all_day, agenda.zone)
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
        return _change(Outcome.SAME, record, title, reason="Staat al in het archief")
    draft.saved_appointments[stored.id] = replace(
        updated,
        sequence=record.sequence,
        revised_at=record.revised_at,
        calendar_title=record.title,
        calendar_place=record.place,
    )
    return _change(Outcome.CHANGED, record, title, details)


def recognised_client(draft: Draft, record: EventRecord, client_id: str | None) -> Client | None:
    """The client that an event is with: by its people, their domains, its title, or the chosen."""
    everybody = (*((record.organizer,) if record.organizer else ()), *record.attendees)
    others = [one for one in everybody if one.email and not draft.is_own(one.email)]
    votes: dict[ClientId, int] = {}
    for one in others:
        person = draft.person_with(one.email)
        found = draft.clients[person.client_id] if person else draft.client_of_domain(one.email)
        if found is not None:
            # Somebody we know says more than a domain does.
            votes[found.id] = votes.get(found.id, 0) + (2 if person else 1)
    if votes:
        return draft.clients[max(votes, key=lambda id: votes[id])]
    named = draft.client_in(record.title) or draft.client_in(record.place)
    return named or (draft.clients.get(ClientId(client_id)) if client_id else None)


def _by_whom(draft: Draft, organizer: Invitee | None) -> tuple[Side, str]:
    if organizer is None:
        return Side.CLIENT, ""
    return (Side.US if draft.is_own(organizer.email) else Side.CLIENT), organizer.name


def _change(
    kind: Outcome,
    record: EventRecord,
    title: str,
    details: Sequence[str] = (),
    reason: str = "",
) -> PlannedChange:
    return PlannedChange(
        kind, Entity.APPOINTMENT, title, (*details, *record.warnings), reason, record.line
    )


def _when(record: EventRecord, zone: tzinfo) -> str:
    return span(record.starts_at, record.ends_at, record.all_day, zone)


def span(starts: datetime, ends: datetime, all_day: bool, zone: tzinfo) -> str:
    """When something is, in words: "di 1 dec 2026, 10:00–11:00"."""
    day = starts.astimezone(zone).date()
    words = f"{short_day(day)} {day.year}"
    if not all_day:
        return f"{words}, {clock(starts, zone)}–{clock(ends, zone)}"
    last = (ends - timedelta(seconds=1)).astimezone(zone).date()
    return f"{words}, hele dag" if last <= day else f"{words} tot en met {short_day(last)}"
