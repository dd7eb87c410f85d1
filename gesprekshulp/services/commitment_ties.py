"""What a promise hangs on, waits for and is worth: what a side panel shows and lets choose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services import commitments, reminders, waiting
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive

_MORNING = time(9)
_MOST_HOURS = 9_999


@dataclass(frozen=True, slots=True)
class Ties:
    """What a promise is tied to.

    `talk` is the appointment it hangs on, `theirs` the promise it waits for, `proposed` the new
    earliest day when that one slipped. `waiting` are ours that wait for this one. `told` is whether
    the other side knows of the last move.
    """

    talk: Appointment | None
    theirs: Commitment | None
    proposed: date | None
    waiting: tuple[Commitment, ...]
    snoozed_until: datetime | None
    told: bool | None


def ties(archive: Archive, clock: Clock, promise: Commitment) -> Ties:
    """What one promise is tied to now."""
    proposed: date | None = None
    if promise.waits_for is not None and promise.is_open:
        late = waiting.needs_new_day(archive, clock, promise.client_id)
        proposed = next((one.proposed for one in late if one.ours.id == promise.id), None)
    with archive.reading() as work:
        talk = work.appointments.find(promise.event_appointment_id)
        theirs = work.commitments.find(promise.waits_for)
        told = commitments.was_told(work.commitments.history(promise.id)) if promise.moves else None
        dependent = work.commitments.dependent(promise.client_id)
    return Ties(
        talk,
        theirs,
        proposed,
        tuple(item for item in dependent if item.waits_for == promise.id),
        reminders.snoozed_until(archive, clock, promise.id) if promise.is_open else None,
        told,
    )


def linkable(archive: Archive, clock: Clock, promise: Commitment) -> tuple[Appointment, ...]:
    """The planned appointments of the client on which a promise can hang, first one first."""
    with archive.reading() as work:
        found = [
            talk
            for talk in work.appointments.of_client(promise.client_id)
            if talk.status is AppointmentStatus.PLANNED
            and local_day(talk.starts_at) >= clock.today()
        ]
    return tuple(sorted(found, key=lambda talk: talk.starts_at))


def awaitable(archive: Archive, promise: Commitment) -> tuple[Commitment, ...]:
    """The open promises of the other side for which one of ours can wait, by day."""
    if promise.side not in (Side.US, Side.BOTH) or not promise.is_open:
        return ()
    with archive.reading() as work:
        found = work.commitments.open_of_client(promise.client_id)
    return tuple(
        item
        for item in found
        if item.side is not Side.US and item.id != promise.id and item.waits_for != promise.id
    )


def set_hours(archive: Archive, id: CommitmentId, hours: float | None) -> Commitment:
    """Note how much work a promise is, in hours; None when that is not known."""
    if hours is not None and not 0 < hours <= _MOST_HOURS:
        raise UserError("Geef het aantal uren als een getal, bijvoorbeeld 2,5.")
    with archive.transaction("Uren van de toezegging gewijzigd") as work:
        return work.commitments.save(replace(work.commitments.get(id), hours=hours))


def read_hours(text: str) -> float | None:
    """Hours as people type them ("2,5", "3 uur"); None for nothing. Raises UserError."""
    typed = text.strip().lower().removesuffix("uur").removesuffix("u").strip().replace(",", ".")
    if not typed:
        return None
    try:
        hours = float(typed)
    except ValueError:
        hours = -1.0
    if not 0 < hours <= _MOST_HOURS:
        raise UserError("Geef het aantal uren als een getal, bijvoorbeeld 2,5.")
    return hours


def hours_words(hours: float | None) -> str:
    """ "2,5" for 2.5, "3" for 3.0."""
    return "" if hours is None else f"{hours:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def snooze_moments(clock: Clock) -> tuple[tuple[str, datetime], ...]:
    """Until when a reminder can be put off, in words and as a moment."""
    today = clock.today()
    monday = today + timedelta(days=7 - today.weekday())
    moments = [
        ("1 uur", clock.now() + timedelta(hours=1)),
        ("Tot morgen", local_moment(today + timedelta(days=1), _MORNING)),
    ]
    if monday != today + timedelta(days=1):
        moments.append(("Tot maandag", local_moment(monday, _MORNING)))
    return tuple(moments)
