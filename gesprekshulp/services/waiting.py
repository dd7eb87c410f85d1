"""Promises that wait for a talk or for another promise: linked, followed, and asked about.

`follow_appointment` runs within the transaction that plans, moves or cancels an appointment, so
that undoing the one undoes the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, Side
from gesprekshulp.domain.commitment import Commitment, CommitmentEvent, EventKind
from gesprekshulp.domain.dutch_dates import local_day, short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, ClientId, CommitmentId, new_id
from gesprekshulp.domain.waiting import (
    FOLLOWS,
    LINKED,
    WAITS,
    NewDay,
    chosen_by_hand,
    comes_after,
    gap,
    is_about_next_talk,
    linked,
    new_day,
    released,
)
from gesprekshulp.language.calendar import is_working_day
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work

# --- what hangs on an appointment ---


def follow_appointment(
    work: Work, clock: Clock, appointment: Appointment
) -> tuple[Commitment, ...]:
    """Let promises follow an appointment that was planned, changed, moved or cancelled.

    Those that hang on it get its new day, or wait again; those of the client that waited for the
    next talk get their day from it. Gives the promises that changed.
    """
    if appointment.status is AppointmentStatus.CANCELLED:
        return release_of(work, clock, appointment, "afgezegd")
    changed: list[Commitment] = []
    is_open = _working_days(work)
    for promise in work.commitments.hanging_on(appointment.id):
        if promise.client_id != appointment.client_id:
            changed += _release(
                work, clock, promise, f"hoort bij een andere klant: {appointment.title}"
            )
            continue
        earlier = _earlier_talk(work, clock, promise, appointment)
        if earlier is not None:
            changed.append(_link(work, clock, promise, earlier, is_open))
            continue
        moved = linked(promise, appointment, is_open)
        if moved.due != promise.due:
            text = f"{FOLLOWS} “{appointment.title}”"
            changed.append(_keep(work, clock, moved, text, promise.due))
    if appointment.client_id is None or appointment.status is not AppointmentStatus.PLANNED:
        return tuple(changed)
    for promise in work.commitments.with_event(appointment.client_id):
        if _may_link(work, promise, appointment):
            changed.append(_link(work, clock, promise, appointment, is_open))
    return tuple(changed)


def release_of(
    work: Work, clock: Clock, appointment: Appointment, why: str
) -> tuple[Commitment, ...]:
    """Let everything that hung on a cancelled or removed appointment wait again.

    What waits for the next talk goes to the one after it when that is planned already.
    """
    changed: list[Commitment] = []
    for promise in work.commitments.hanging_on(appointment.id):
        changed += _release(work, clock, promise, f"De afspraak “{appointment.title}” is {why}")
    return tuple(changed)


def link_if_planned(work: Work, clock: Clock, promise: Commitment) -> Commitment:
    """Give a promise that waits for the next talk its day at once, when that talk is planned."""
    if promise.due is not None or not promise.is_open or not is_about_next_talk(promise.event):
        return promise
    talk = _next_talk(work, clock, promise)
    return _link(work, clock, promise, talk, _working_days(work)) if talk else promise


def link_to_appointment(
    archive: Archive, clock: Clock, id: CommitmentId, appointment_id: AppointmentId | None
) -> Commitment:
    """Let a promise hang on an appointment of its client, chosen by hand; with None it waits again.

    A promise that has a day of its own is moved with a reason instead.
    """
    with archive.transaction("Toezegging aan een afspraak gekoppeld") as work:
        promise = work.commitments.get(id)
        if appointment_id is None:
            if promise.event_appointment_id is None:
                return promise
            return _keep(work, clock, released(promise), "Losgemaakt van de afspraak", promise.due)
        appointment = work.appointments.get(appointment_id)
        _require_linkable(promise, appointment)
        if not promise.event:
            promise = replace(promise, event=f"voor “{appointment.title}”")
        after = linked(promise, appointment, _working_days(work))
        return _keep(work, clock, after, f"{LINKED} {_named(appointment)}", promise.due)


def _require_linkable(promise: Commitment, appointment: Appointment) -> None:
    if not promise.is_open:
        raise UserError(f"“{promise.what}” is al afgehandeld; heropen de toezegging eerst.")
    if promise.due is not None and promise.event_appointment_id is None:
        raise UserError(
            f"“{promise.what}” heeft een eigen dag. Kies “Verzetten” om die te veranderen."
        )
    if appointment.client_id != promise.client_id:
        raise UserError(f"“{appointment.title}” is een afspraak met een andere klant.")
    if appointment.status is AppointmentStatus.CANCELLED:
        raise UserError(f"“{appointment.title}” is afgezegd; kies een andere afspraak.")


def _may_link(work: Work, promise: Commitment, talk: Appointment) -> bool:
    """Whether a planned talk is the one that an event means."""
    if not is_about_next_talk(promise.event) or not comes_after(promise, talk):
        return False
    if promise.event_appointment_id is None:
        return promise.due is None
    current = work.appointments.find(promise.event_appointment_id)
    if current is None:
        return True
    # A talk that is planned before the one it hangs on is the next one from now on.
    earlier = current.status is AppointmentStatus.PLANNED and talk.starts_at < current.starts_at
    return earlier and not chosen_by_hand(work.commitments.history(promise.id))


def _earlier_talk(
    work: Work, clock: Clock, promise: Commitment, talk: Appointment
) -> Appointment | None:
    """The next talk, when the one on which a promise hangs was moved past it."""
    if talk.status is not AppointmentStatus.PLANNED or not is_about_next_talk(promise.event):
        return None
    found = _next_talk(work, clock, promise)
    if found is None or found.starts_at >= talk.starts_at:
        return None
    return None if chosen_by_hand(work.commitments.history(promise.id)) else found


def _next_talk(work: Work, clock: Clock, promise: Commitment) -> Appointment | None:
    now = clock.now()
    coming = [
        talk
        for talk in work.appointments.of_client(promise.client_id)
        if comes_after(promise, talk) and talk.starts_at > now
    ]
    return min(coming, key=lambda talk: talk.starts_at, default=None)


def _link(
    work: Work,
    clock: Clock,
    promise: Commitment,
    talk: Appointment,
    is_open: Callable[[date], bool],
) -> Commitment:
    after = linked(promise, talk, is_open)
    return _keep(work, clock, after, f"Kreeg zijn dag van {_named(talk)}", promise.due)


def _release(work: Work, clock: Clock, promise: Commitment, why: str) -> list[Commitment]:
    waiting = _keep(work, clock, released(promise), f"{why}; wacht weer", promise.due)
    return [link_if_planned(work, clock, waiting)]


def _named(talk: Appointment) -> str:
    return f"de afspraak “{talk.title}” van {short_day(local_day(talk.starts_at))}"


def _keep(
    work: Work, clock: Clock, promise: Commitment, text: str, before: date | None
) -> Commitment:
    work.commitments.save(promise)
    if not work.commitments.history(promise.id):
        # Noted in a talk that still goes on: its history begins with what was said.
        said = f"uiterlijk {short_day(before)}" if before else promise.event
        _record(work, clock, promise.id, EventKind.MADE, said, None, before)
    _record(work, clock, promise.id, EventKind.CHANGED, text, before, promise.due)
    return promise


def _record(
    work: Work,
    clock: Clock,
    id: CommitmentId,
    kind: EventKind,
    text: str,
    before: date | None,
    after: date | None,
) -> None:
    work.commitments.record(CommitmentEvent(new_id(), id, kind, clock.now(), text, before, after))


def _working_days(work: Work) -> Callable[[date], bool]:
    return partial(is_working_day, country=work.settings.load().country)


# --- what waits for another promise ---


def wait_for(
    archive: Archive, clock: Clock, ours: CommitmentId, theirs: CommitmentId | None
) -> Commitment:
    """Let a promise of ours wait for one of the client or of a third party; with None no longer.

    The number of working days between the two is what ours keeps when theirs slips.
    """
    with archive.transaction("Toezegging wacht op een andere") as work:
        promise = work.commitments.get(ours)
        if theirs is None:
            if promise.waits_for is None:
                return promise
            free = replace(promise, waits_for=None)
            return _keep(work, clock, free, "Wacht niet langer op een andere toezegging", free.due)
        other = work.commitments.get(theirs)
        _require_dependency(work, promise, other)
        text = f"{WAITS} “{other.what}” van {other.who or other.side.value}"
        return _keep(work, clock, replace(promise, waits_for=other.id), text, promise.due)


def _require_dependency(work: Work, ours: Commitment, theirs: Commitment) -> None:
    if ours.id == theirs.id:
        raise UserError("Een toezegging kan niet op zichzelf wachten; kies een andere.")
    if ours.client_id != theirs.client_id:
        raise UserError(f"“{theirs.what}” hoort bij een andere klant; kies een van dezelfde klant.")
    if ours.side not in (Side.US, Side.BOTH) or theirs.side is Side.US:
        raise UserError(
            "Alleen een toezegging van ons kan wachten op een van de klant of van een derde."
        )
    if not ours.is_open or not theirs.is_open:
        raise UserError("Alleen toezeggingen die nog open staan kunnen op elkaar wachten.")
    following: Commitment | None = theirs
    while following is not None:
        if following.id == ours.id:
            raise UserError(f"“{theirs.what}” wacht zelf al op “{ours.what}”.")
        following = work.commitments.find(following.waits_for)


def needs_new_day(
    archive: Archive, clock: Clock, client_id: ClientId | None = None
) -> tuple[NewDay, ...]:
    """Promises of ours that cannot be kept on their day, because what they wait for slipped.

    Each with the earliest day to propose. Nothing is moved here: `commitments.move` does that, with
    a reason. Of one client, or of all.
    """
    with archive.reading() as work:
        ours = work.commitments.dependent(client_id)
        if not ours:
            return ()
        theirs = work.commitments.with_ids(item.waits_for for item in ours if item.waits_for)
        ids = [item.id for item in ours] + list(theirs)
        histories: dict[str, tuple[CommitmentEvent, ...]] = {}
        for start in range(0, len(ids), 500):
            histories |= work.commitments.histories(ids[start : start + 500])
        is_open = _working_days(work)
        today = clock.today()
        found: list[NewDay] = []
        for item in ours:
            other = theirs.get(item.waits_for or "")
            if other is None:
                continue
            both = (histories.get(item.id, ()), histories.get(other.id, ()))
            made = new_day(item, other, gap(item, other, both, is_open), today, is_open)
            if made is not None:
                found.append(made)
        return tuple(found)
