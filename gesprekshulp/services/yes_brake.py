"""Before we say yes: what the week already holds, and what becomes of the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId, DecisionId, LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.yes_brake import Answer, WeekItem, WeekLoad, decision_text
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitments import event_problem, record_made, require_words
from gesprekshulp.services.line_registers import follow
from gesprekshulp.services.voices import voices
from gesprekshulp.services.waiting import link_if_planned
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer left: a promise for a yes, a decision for a yes with a condition or a no."""

    commitment: Commitment | None
    decision: Decision | None


def due_that_week(
    archive: Archive,
    day: date,
    side: Side = Side.US,
    without: CommitmentId | None = None,
) -> WeekLoad:
    """What one side has already promised for the ISO week of a day, by day.

    `without` leaves out the promise that is being made.
    """
    with archive.reading() as work:
        found = [
            item for item in work.commitments.due_in_week(day, side.value) if item.id != without
        ]
        names = work.clients.names_of(list({item.client_id for item in found}))
    known = [item.hours for item in found if item.hours is not None]
    return WeekLoad(
        day - timedelta(days=day.weekday()),
        tuple(WeekItem(item, names.get(item.client_id, "")) for item in found),
        sum(known),
        len(found) - len(known),
    )


def answer(
    archive: Archive, clock: Clock, promise: Commitment, given: Answer, words: str = ""
) -> Answered:
    """Answer what is asked of us: put the promise in the register, or the refusal in the decisions.

    `promise` may be new or stand in the register already, as when it was noted in a talk.
    "Ja, mits" keeps the promise and notes the condition as a decision. "Nee, omdat" takes it out
    of the register. In a talk that decision has a line of its own, so that it is read back to the
    client like every other: the condition under the line of the promise, the refusal in its place.
    Raises ReasonMissing when a condition or a reason is missing, and then changes nothing.
    """
    require_words(promise)
    if given is not Answer.NO and (problem := event_problem(promise.event, clock.today())):
        raise UserError(problem)
    text = "" if given is Answer.YES else decision_text(given, promise.what, words)
    with archive.transaction(f"Geantwoord: {given.value}") as work:
        stored = work.commitments.find(promise.id)
        decision = _decision(work, clock, promise, given, text) if text else None
        if given is Answer.NO:
            if stored is not None:
                work.commitments.remove(stored.id)
            return Answered(None, decision)
        if stored is None:
            work.commitments.save(promise)
            record_made(work, clock, promise)
            promise = link_if_planned(work, clock, promise)
        else:
            promise = stored
    return Answered(promise, decision)


def _decision(
    work: Work, clock: Clock, promise: Commitment, given: Answer, text: str
) -> Decision | None:
    # What we refuse is no part of what we do for the client.
    scope = Scope.OUTSIDE if given is Answer.NO else Scope.INSIDE
    talk = work.appointments.find(promise.appointment_id)
    line = work.note_lines.find(promise.line_id)
    if talk is not None and line is not None and line.kind is LineKind.COMMITMENT:
        return _in_its_line(work, clock, talk, line, given, text, scope)
    return work.decisions.save(
        Decision(
            DecisionId(new_id()),
            promise.client_id,
            text,
            clock.today(),
            scope,
            appointment_id=promise.appointment_id,
            assignment_id=talk.assignment_id if talk else None,
            agenda_item_id=line.agenda_item_id if line else None,
        )
    )


def _in_its_line(
    work: Work,
    clock: Clock,
    talk: Appointment,
    line: NoteLine,
    given: Answer,
    text: str,
    scope: Scope,
) -> Decision | None:
    said = replace(line.as_kind(LineKind.DECISION), scope=scope).saying(text)
    if given is Answer.YES_IF:
        said = replace(said, id=LineId(new_id()), position=_place_below(work, line))
    work.note_lines.save(said)
    follow(work, clock, talk, voices(work, talk), said, None)
    return work.decisions.of_line(said.id)


def _place_below(work: Work, line: NoteLine) -> int:
    """A position between this line and the next; those below it move on when there is none."""
    below = [
        one
        for one in work.note_lines.of_appointment(line.appointment_id)
        if one.position > line.position
    ]
    if not below:
        return line.position + 2
    if below[0].position == line.position + 1:
        for one in below:
            work.note_lines.save(replace(one, position=one.position + 2))
    return line.position + 1
