"""What a report shows and stands elsewhere: who was there, decisions, promises, the goal.

Changing a row of the report changes the register that it comes from, so that report and register
never say different things.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gesprekshulp.domain.appointment import Appointment, GoalReached, Participant, Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import (
    AppointmentId,
    ClientId,
    CommitmentId,
    DecisionId,
    new_id,
)
from gesprekshulp.domain.note import NoteLine
from gesprekshulp.services import commitments
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.decisions import as_confirmed_before
from gesprekshulp.storage.archive import Archive, Work


def mark_present(archive: Archive, participant_id: str, present: bool) -> Participant:
    """Note whether somebody was at the table."""
    with archive.transaction("Aanwezigheid gewijzigd") as work:
        person = work.participants.get(participant_id)
        return work.participants.save(replace(person, present=present))


def mark_all_present(archive: Archive, appointment_id: AppointmentId) -> None:
    """Everybody of whom nothing was noted was there."""
    with archive.transaction("Iedereen was aanwezig") as work:
        people = work.participants.of_appointment(appointment_id)
        work.participants.save_all(replace(p, present=True) for p in people if p.present is None)


def set_place(archive: Archive, appointment_id: AppointmentId, place: str) -> Appointment:
    """Where the talk was held."""
    with archive.transaction("Plaats gewijzigd") as work:
        talk = work.appointments.get(appointment_id)
        return work.appointments.save(replace(talk, place=" ".join(place.split())))


def answer_goal(
    archive: Archive, appointment_id: AppointmentId, reached: GoalReached | None, note: str
) -> Appointment:
    """Whether the goal was reached, with a word of explanation that the client may read."""
    with archive.transaction("Antwoord op het doel gewijzigd") as work:
        talk = work.appointments.get(appointment_id)
        return work.appointments.save(
            replace(talk, goal_reached=reached, goal_note=" ".join(note.split()))
        )


def add_decision(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    text: str,
    scope: Scope,
    advice: str = "",
    advice_reason: str = "",
) -> Decision:
    """A decision of this talk that was not noted as such; with our advice when it goes against."""
    text = _decision_words(text)
    with archive.transaction("Besluit toegevoegd") as work:
        talk = work.appointments.get(appointment_id)
        return work.decisions.save(
            Decision(
                DecisionId(new_id()), _client_of(talk), text, _day_of(talk, clock), scope,
                appointment_id=talk.id, assignment_id=talk.assignment_id, advice=advice.strip(),
                advice_reason=advice_reason.strip(),
            )
        )  # fmt: skip


def change_decision(
    archive: Archive,
    id: DecisionId,
    text: str,
    scope: Scope,
    advice: str | None = None,
    advice_reason: str | None = None,
) -> Decision:
    """Other words, another scope or other advice; None leaves the advice as it is.

    What was confirmed in other words is no longer confirmed.
    """
    text = _decision_words(text)
    with archive.transaction("Besluit gewijzigd") as work:
        before = work.decisions.get(id)
        after = replace(
            before,
            text=text,
            scope=scope,
            advice=before.advice if advice is None else advice.strip(),
            advice_reason=before.advice_reason if advice_reason is None else advice_reason.strip(),
        )
        if after == before:
            return before
        return work.decisions.save(as_confirmed_before(before, after))


def remove_decision(archive: Archive, id: DecisionId) -> None:
    """Take a decision away, as when it was noted by mistake. Can be undone."""
    with archive.transaction("Besluit verwijderd") as work:
        work.decisions.get(id)
        work.decisions.remove(id)


def add_promise(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    side: Side,
    who: str,
    what: str,
    due: date | None,
    event: str,
) -> Commitment:
    """A promise of this talk that was not noted as such."""
    with archive.reading() as work:
        talk = work.appointments.get(appointment_id)
    promise = Commitment(
        CommitmentId(new_id()), _client_of(talk), side, who.strip(), what.strip(),
        _day_of(talk, clock), due, "" if due else event.strip(), appointment_id=talk.id,
    )  # fmt: skip
    return commitments.make(archive, clock, promise)


def change_promise(
    archive: Archive,
    clock: Clock,
    id: CommitmentId,
    side: Side,
    who: str,
    what: str,
    due: date | None,
    event: str,
    reason: str = "",
) -> Commitment:
    """Change a promise from within the report.

    Another day than the one that stood there needs a reason, as everywhere.
    """
    with archive.reading() as work:
        before = work.commitments.get(id)
    if before.due is not None and due is None:
        raise UserError(
            f"“{before.what}” heeft al een dag; kies een andere dag of laat de dag staan."
        )
    wanted = replace(before.with_term(due, event), side=side, who=who.strip(), what=what.strip())
    if wanted == before:
        return before
    moves = before.due is not None and due is not None and due != before.due
    label = "Toezegging verzet" if moves else f"Toezegging “{wanted.what}” gewijzigd"
    with archive.transaction(label) as work:
        if moves and due is not None:
            moved = commitments.move_within(work, clock, id, due, reason)
            wanted = replace(moved, side=wanted.side, who=wanted.who, what=wanted.what)
            if wanted == moved:
                return moved
        return commitments.change_within(work, clock, wanted)


def internal_lines(archive: Archive, appointment_id: AppointmentId) -> tuple[NoteLine, ...]:
    """The lines of a talk that stay inside; only for the adviser's own screen."""
    with archive.reading() as work:
        return _internal(work, appointment_id)


def _internal(work: Work, appointment_id: AppointmentId) -> tuple[NoteLine, ...]:
    lines = work.note_lines.of_appointment(appointment_id)
    return tuple(line for line in lines if line.kind.is_internal and line.internal)


def _client_of(talk: Appointment) -> ClientId:
    if talk.client_id is None:
        raise UserError("Kies eerst bij Plannen de klant van deze afspraak.")
    return talk.client_id


def _day_of(talk: Appointment, clock: Clock) -> date:
    return min(talk.starts_at.astimezone().date(), clock.today())


def _decision_words(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise UserError("Schrijf op wat er besloten is.")
    return text
