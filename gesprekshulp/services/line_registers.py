"""The registers follow the lines of a talk: promises, decisions and wishes.

Nobody fills in a register during a talk. A line of kind toezegging makes its promise, and as long
as its words change the promise changes with them; a field that the adviser filled in by hand stays
as it is. Everything here runs within the transaction that keeps the line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid5

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.commitment import WITH_DAY, Commitment, CommitmentEvent, EventKind
from gesprekshulp.domain.decision import Decision, Wish
from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.ids import ClientId, CommitmentId, DecisionId, LineId, WishId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.decisions import as_confirmed_before
from gesprekshulp.services.line_promises import promise_in
from gesprekshulp.services.voices import Voices
from gesprekshulp.services.waiting import link_if_planned
from gesprekshulp.storage.archive import Work


@dataclass(frozen=True, slots=True)
class Registers:
    """What the lines of one talk made, by line."""

    commitments: dict[LineId, Commitment]
    decisions: dict[LineId, Decision]
    wishes: dict[LineId, Wish]


NO_REGISTERS = Registers({}, {}, {})


def of_appointment(work: Work, appointment_id: str) -> Registers:
    """What the lines of a talk made until now."""
    return Registers(
        {c.line_id: c for c in work.commitments.of_appointment(appointment_id) if c.line_id},
        {d.line_id: d for d in work.decisions.of_appointment(appointment_id) if d.line_id},
        {w.line_id: w for w in work.wishes.of_appointment(appointment_id) if w.line_id},
    )


def follow(
    work: Work,
    clock: Clock,
    appointment: Appointment,
    at_table: Voices,
    line: NoteLine,
    before: NoteLine | None,
) -> None:
    """Let the registers follow one line that was kept; without a client there are none yet."""
    words = line.text.strip()
    kind = line.kind if words else LineKind.NOTE
    drop(work, line.id, but=kind)
    if appointment.client_id is None:
        return
    if kind is LineKind.COMMITMENT:
        _promise(work, clock, appointment, appointment.client_id, at_table, line)
    elif kind is LineKind.DECISION:
        _decision(work, clock, appointment, appointment.client_id, line, before)
    elif kind is LineKind.WISH:
        _wish(work, clock, appointment, appointment.client_id, line, before)


def drop(work: Work, line_id: LineId, but: LineKind | None = None) -> None:
    """Mark what a line made as deleted, except in the register of the kind `but`."""
    if but is not LineKind.COMMITMENT and (promise := work.commitments.of_line(line_id)):
        work.commitments.remove(promise.id)
    if but is not LineKind.DECISION and (decision := work.decisions.of_line(line_id)):
        work.decisions.remove(decision.id)
    if but is not LineKind.WISH and (wish := work.wishes.of_line(line_id)):
        work.wishes.remove(wish.id)


def record_settled(
    work: Work, clock: Clock, appointment_id: str, typing: LineId | None = None
) -> None:
    """Begin the history of each promise that is no longer being typed.

    History is never changed, so it only begins when the words stand. When the day of a promise
    became another one by typing after that, the history says so.
    """
    promises = [
        promise
        for promise in work.commitments.unsettled(appointment_id)
        if promise.line_id != typing
    ]
    if not promises:
        return
    histories = work.commitments.histories([promise.id for promise in promises])
    for promise in promises:
        history = histories.get(promise.id, ())
        if not history:
            day = f"uiterlijk {short_day(promise.due)}" if promise.due else promise.event
            _record(work, clock, promise, EventKind.MADE, day, None)
            link_if_planned(work, clock, promise)
            continue
        known = next((e.to_day for e in history if e.kind in WITH_DAY), None)
        if known != promise.due:
            _record(work, clock, promise, EventKind.CHANGED, "", known)


def _record(
    work: Work,
    clock: Clock,
    promise: Commitment,
    kind: EventKind,
    text: str,
    from_day: date | None,
) -> None:
    work.commitments.record(
        CommitmentEvent(new_id(), promise.id, kind, clock.now(), text, from_day, promise.due)
    )


def _promise(
    work: Work,
    clock: Clock,
    appointment: Appointment,
    client_id: ClientId,
    at_table: Voices,
    line: NoteLine,
) -> None:
    there = work.commitments.of_line(line.id) or work.commitments.removed_of_line(line.id)
    if there is None:
        today = clock.today()
        read = promise_in(line.text, today, at_table)
        work.commitments.save(
            Commitment(
                CommitmentId(_id_for(line, "toezegging")), client_id, read.side, read.who,
                read.what, today, read.due, read.event,
                said=line.text, appointment_id=appointment.id, line_id=line.id, hours=read.hours,
            )
        )  # fmt: skip
        return
    if there.said == line.text:
        work.commitments.save(replace(there, client_id=client_id))
        return
    # What is as the old words said follows the new words; the rest was filled in by hand.
    old = promise_in(there.said, there.made_on, at_table)
    new = promise_in(line.text, there.made_on, at_table)
    by_text_who = (there.side, there.who) == (old.side, old.who)
    # A day that came from the appointment it hangs on still stands as the words said.
    hangs = there.event_appointment_id is not None and there.event == old.event
    by_text_day = hangs or (there.due, there.event) == (old.due, old.event)
    work.commitments.save(
        replace(
            there,
            client_id=client_id,
            side=new.side if by_text_who else there.side,
            who=new.who if by_text_who else there.who,
            what=new.what if there.what == old.what else there.what,
            due=new.due if by_text_day else there.due,
            event=new.event if by_text_day else there.event,
            hours=new.hours if there.hours == old.hours else there.hours,
            said=line.text,
        )
    )


def _decision(
    work: Work,
    clock: Clock,
    appointment: Appointment,
    client_id: ClientId,
    line: NoteLine,
    before: NoteLine | None,
) -> None:
    there = work.decisions.of_line(line.id) or work.decisions.removed_of_line(line.id)
    if there is None:
        there = Decision(
            DecisionId(_id_for(line, "besluit")), client_id, line.text, clock.today(),
            appointment_id=appointment.id, line_id=line.id,
        )  # fmt: skip
    elif before is None or before.kind is not LineKind.DECISION or there.text == before.text:
        there = as_confirmed_before(there, replace(there, text=line.text))
    work.decisions.save(
        replace(
            there,
            client_id=client_id,
            scope=line.scope,
            assignment_id=appointment.assignment_id,
            agenda_item_id=line.agenda_item_id,
        )
    )


def _wish(
    work: Work,
    clock: Clock,
    appointment: Appointment,
    client_id: ClientId,
    line: NoteLine,
    before: NoteLine | None,
) -> None:
    there = work.wishes.of_line(line.id) or work.wishes.removed_of_line(line.id)
    if there is None:
        there = Wish(
            WishId(_id_for(line, "wens")), client_id, line.text, clock.today(),
            appointment_id=appointment.id, line_id=line.id,
        )  # fmt: skip
    elif before is None or before.kind is not LineKind.WISH or there.text == before.text:
        there = replace(there, text=line.text)
    work.wishes.save(replace(there, client_id=client_id))


def _id_for(line: NoteLine, word: str) -> str:
    """One line makes one row in each register, also after a change of kind and back."""
    return str(uuid5(UUID(line.id), word))
