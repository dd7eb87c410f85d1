"""Aftercare (nazorg): promises checked, goal, satisfaction, look back, next talk, done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from gesprekshulp.domain.appointment import (
    Appointment,
    AppointmentStatus,
    GoalReached,
    Participant,
    Side,
)
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment, CommitmentEvent, EventKind
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, CommitmentId, new_id
from gesprekshulp.domain.rating import Rating, Reflection
from gesprekshulp.domain.text import InternalText
from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services import appointments, yes_brake
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitments import event_problem, make, require_words
from gesprekshulp.services.line_registers import record_settled
from gesprekshulp.services.voices import Voices, voices
from gesprekshulp.services.waiting import link_if_planned
from gesprekshulp.services.yes_brake import Answered
from gesprekshulp.storage.archive import Archive


@dataclass(frozen=True, slots=True)
class Aftercare:
    """What the aftercare of one talk shows. `missing` says in words what is still to be done."""

    appointment: Appointment
    client: Client | None
    participants: tuple[Participant, ...]
    promises: tuple[Commitment, ...]
    rating: Rating | None
    reflection: Reflection | None
    next_appointment: Appointment | None
    voices: Voices
    missing: tuple[str, ...]


def aftercare(archive: Archive, clock: Clock, id: AppointmentId) -> Aftercare:
    """The aftercare of a talk as it stands."""
    with archive.reading() as work:
        appointment = work.appointments.get(id)
        client_id = appointment.client_id
        place = {line.id: n for n, line in enumerate(work.note_lines.of_appointment(id))}
        promises = tuple(
            sorted(
                work.commitments.of_appointment(id),
                key=lambda c: place.get(c.line_id, len(place)) if c.line_id else len(place),
            )
        )
        rating = work.ratings.of_appointment(id)
        # The next talk counts from this one, or from now when this one lies behind us.
        after = max(appointment.starts_at, clock.now())
        return Aftercare(
            appointment,
            work.clients.find(client_id),
            work.participants.of_appointment(id),
            promises,
            rating,
            next(iter(work.reflections.of_appointment(id)), None),
            work.appointments.next_of_client(client_id, after) if client_id else None,
            voices(work, appointment),
            missing(appointment, promises, rating),
        )


def missing(
    appointment: Appointment, promises: tuple[Commitment, ...], rating: Rating | None
) -> tuple[str, ...]:
    """What is still to be done before a talk is finished, each as a few words."""
    found: list[str] = []
    unchecked = [p for p in promises if not p.checked]
    if unchecked:
        number = len(unchecked)
        found.append("1 toezegging nalopen" if number == 1 else f"{number} toezeggingen nalopen")
    vague = sum(1 for p in promises if p.checked and p.is_open and p.is_vague)
    if vague:
        found.append(
            "1 toezegging heeft nog geen dag"
            if vague == 1
            else f"{vague} toezeggingen hebben nog geen dag"
        )
    if appointment.goal.strip() and appointment.goal_reached is None:
        found.append("zeggen of het doel is bereikt")
    if rating is None and appointment.client_id is not None:
        found.append("tevredenheid noteren")
    return tuple(found)


def check_promise(archive: Archive, id: CommitmentId, checked: bool = True) -> Commitment:
    """Say that who, what and by when of a promise are right; or take that back."""
    with archive.transaction("Toezegging nagelopen") as work:
        return work.commitments.save(replace(work.commitments.get(id), checked=checked))


def change_promise(
    archive: Archive,
    clock: Clock,
    id: CommitmentId,
    *,
    side: Side,
    who: str,
    what: str,
    due: date | None,
    reason: str = "",
    event: str = "",
    hours: float | None = None,
) -> Commitment:
    """Put a promise right in one go: who, what and by when, and how much work it is.

    `event` is what a promise without a day hangs on; it gets the day of the talk that it names.
    Another day for a promise that had one needs a reason, as everywhere: ReasonMissing is raised.
    """
    with archive.transaction("Toezegging gewijzigd") as work:
        before = work.commitments.get(id)
        after = replace(before, side=side, who=who.strip(), what=what.strip())
        require_words(after)
        if event != before.event and (problem := event_problem(event, clock.today())):
            raise UserError(problem)
        if before.due is None and due is None and event.strip():
            after = replace(after, event=event.strip())
        if after != before:
            text = "" if before.what == after.what else f"was: {before.what}"
            work.commitments.record(
                CommitmentEvent(
                    new_id(), id, EventKind.CHANGED, clock.now(), text, before.due, before.due
                )
            )
        after = replace(after, hours=hours)
        if due != before.due and due is not None:
            if before.due is None:
                kind, after = EventKind.CHANGED, replace(after, due=due, event="")
            else:
                kind, after = EventKind.MOVED, after.moved(due, reason)
            work.commitments.record(
                CommitmentEvent(new_id(), id, kind, clock.now(), reason.strip(), before.due, due)
            )
        saved = work.commitments.save(after)
        return link_if_planned(work, clock, saved) if after.event != before.event else saved


def add_promise(
    archive: Archive,
    clock: Clock,
    id: AppointmentId,
    *,
    side: Side,
    who: str,
    what: str,
    due: date | None,
    event: str = "",
    hours: float | None = None,
    answer: Answer = Answer.YES,
    words: str = "",
) -> Answered:
    """Add a promise of this talk that was not noted as a line. It counts as checked.

    `answer` and its `words` are what we say to it, as in `yes_brake.answer`.
    """
    with archive.reading() as work:
        client_id = work.appointments.get(id).client_id
    if client_id is None:
        raise UserError("Kies eerst de klant van deze afspraak, bij Plannen.")
    made = Commitment(
        CommitmentId(new_id()), client_id, side, who.strip(), what.strip(), clock.today(), due,
        event="" if due else event.strip(), hours=hours, appointment_id=id, checked=True,
    )  # fmt: skip
    if answer is not Answer.YES:
        return yes_brake.answer(archive, clock, made, answer, words)
    return Answered(make(archive, clock, made), None)


def say_goal(
    archive: Archive, id: AppointmentId, reached: GoalReached | None, note: str
) -> Appointment:
    """Say whether the talk brought what it was for."""
    with archive.transaction() as work:
        appointment = work.appointments.get(id)
        return work.appointments.save(
            replace(appointment, goal_reached=reached, goal_note=note.strip())
        )


def rate(
    archive: Archive,
    clock: Clock,
    id: AppointmentId,
    score: int,
    explanation: InternalText,
    person: str = "",
) -> Rating:
    """Note how satisfied the client is, 0 to 10. A talk has one rating; this replaces it."""
    if not 0 <= score <= 10:
        raise UserError("Tevredenheid is een cijfer van 0 tot en met 10.")
    with archive.transaction() as work:
        appointment = work.appointments.get(id)
        if appointment.client_id is None:
            raise UserError("Kies eerst de klant van deze afspraak, bij Plannen.")
        before = work.ratings.of_appointment(id)
        return work.ratings.save(
            Rating(
                before.id if before else new_id(),
                appointment.client_id,
                before.given_on if before else clock.today(),
                score,
                explanation,
                person.strip(),
                id,
            )
        )


def reflect(
    archive: Archive, id: AppointmentId, went_well: InternalText, next_time: InternalText
) -> Reflection:
    """Keep the adviser's private look back; one for each talk."""
    with archive.transaction() as work:
        work.appointments.get(id)
        before = next(iter(work.reflections.of_appointment(id)), None)
        return work.reflections.save(
            Reflection(before.id if before else new_id(), id, went_well, next_time)
        )


def plan_next(
    archive: Archive, id: AppointmentId, title: str, starts_at: datetime, ends_at: datetime
) -> Appointment:
    """Plan the next talk with the same client, the same people and in the same place."""
    with archive.reading() as work:
        before = work.appointments.get(id)
        people = work.participants.of_appointment(id)
    made = Appointment(
        AppointmentId(new_id()),
        title.strip(),
        starts_at,
        ends_at,
        client_id=before.client_id,
        assignment_id=before.assignment_id,
        kind=before.kind,
        place=before.place,
    )
    invited = tuple(
        replace(person, id=new_id(), appointment_id=made.id, present=None) for person in people
    )
    return appointments.plan(archive, made, invited)


def finish(archive: Archive, clock: Clock, id: AppointmentId) -> Appointment:
    """Close a talk: everything that had to be done after it is done.

    Promises need not all be checked; what is missing is said beforehand and stays the adviser's
    own choice. A talk that never ended gets its end now.
    """
    with archive.transaction("Afspraak afgerond") as work:
        record_settled(work, clock, id)
        appointment = work.appointments.get(id)
        if appointment.status is AppointmentStatus.CANCELLED:
            raise UserError("Deze afspraak is afgezegd en kan niet worden afgerond.")
        return work.appointments.save(
            replace(
                appointment,
                status=AppointmentStatus.DONE,
                stopped_at=appointment.stopped_at
                or (clock.now() if appointment.started_at else None),
            )
        )


def reopen(archive: Archive, id: AppointmentId) -> Appointment:
    """Open a finished talk again."""
    with archive.transaction("Afspraak heropend") as work:
        appointment = work.appointments.get(id)
        if appointment.status is not AppointmentStatus.DONE:
            return appointment
        return work.appointments.save(replace(appointment, status=AppointmentStatus.HELD))
