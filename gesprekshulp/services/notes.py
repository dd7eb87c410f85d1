"""Holding a talk: the lines that are typed, the agenda and the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    AppointmentStatus,
    Expectation,
    Participant,
    Side,
)
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Scope, guessed_scope
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AgendaItemId, AppointmentId, LineId
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.line_promises import Reading, suggestion
from gesprekshulp.services.line_registers import (
    Registers,
    drop,
    follow,
    of_appointment,
    record_settled,
)
from gesprekshulp.services.voices import Voices, voices
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class Talk:
    """Everything the page of a talk shows. `earlier` are promises that stood open before it."""

    appointment: Appointment
    client: Client | None
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaItem, ...]
    expectations: tuple[Expectation, ...]
    lines: tuple[NoteLine, ...]
    registers: Registers
    earlier: tuple[Commitment, ...]
    voices: Voices


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping lines gave: the lines as they are in the archive now, and what they made."""

    lines: tuple[NoteLine, ...]
    registers: Registers


def talk(archive: Archive, id: AppointmentId) -> Talk:
    """A talk as it stands in the archive."""
    with archive.reading() as work:
        appointment = work.appointments.get(id)
        client_id = appointment.client_id
        registers = of_appointment(work, id)
        own = {promise.id for promise in registers.commitments.values()}
        open_ = work.commitments.open_of_client(client_id) if client_id else ()
        return Talk(
            appointment,
            work.clients.find(client_id),
            work.participants.of_appointment(id),
            work.agenda_items.of_appointment(id),
            work.expectations.of_appointment(id),
            work.note_lines.of_appointment(id),
            registers,
            tuple(c for c in open_ if c.id not in own),
            voices(work, appointment),
        )


def start_talk(archive: Archive, clock: Clock, id: AppointmentId) -> Appointment:
    """Begin a planned talk. One that has begun or is over stays as it is."""
    with archive.transaction() as work:
        return _begin(work, clock, work.appointments.get(id))


def stop_talk(archive: Archive, clock: Clock, id: AppointmentId) -> Appointment:
    """End the talk itself; its report and aftercare come after this."""
    with archive.transaction() as work:
        record_settled(work, clock, id)
        return end_within(work, clock, id)


def end_within(work: Work, clock: Clock, id: AppointmentId) -> Appointment:
    """End the talk within a transaction; for the read-back and the aftercare."""
    appointment = work.appointments.get(id)
    if not appointment.is_open:
        return appointment
    now = clock.now()
    return work.appointments.save(
        replace(
            appointment,
            status=AppointmentStatus.HELD,
            started_at=appointment.started_at or min(appointment.starts_at, now),
            stopped_at=now,
        )
    )


def keep_lines(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    lines: Sequence[NoteLine],
    removed: Sequence[LineId] = (),
    typing: LineId | None = None,
) -> Kept:
    """Keep what was typed: lines that are new or changed, and which ones are gone.

    `typing` is the line that still has the cursor; the history of its promise begins later. This
    is not a handeling that stands beside "Ongedaan maken": the page undoes its own typing.
    """
    with archive.transaction() as work:
        appointment = work.appointments.get(appointment_id)
        if lines:
            appointment = _begin(work, clock, appointment)
        at_table = voices(work, appointment)
        kept: list[NoteLine] = []
        for line in lines:
            before = work.note_lines.find(line.id)
            line = _with_scope(line, before)
            work.note_lines.save(line)
            if before is None or replace(before, position=line.position) != line:
                follow(work, clock, appointment, at_table, line, before)
            kept.append(line)
        for id in removed:
            drop(work, id)
        work.note_lines.remove(*removed)
        record_settled(work, clock, appointment_id, typing)
        return Kept(tuple(kept), of_appointment(work, appointment_id))


def fill_promise(
    archive: Archive,
    clock: Clock,
    line_id: LineId,
    *,
    side: Side,
    who: str,
    what: str,
    due: date | None,
    event: str = "",
    typing: LineId | None = None,
) -> Commitment:
    """Fill in by hand who does what by when; the line's words no longer change these.

    Raises UserError when the line made no promise, as without a client.
    """
    with archive.transaction() as work:
        promise = work.commitments.of_line(line_id)
        if promise is None:
            raise UserError(
                "Deze toezegging staat nog niet in het register."
                " Kies eerst de klant van de afspraak, bij Plannen."
            )
        filled = replace(
            promise.with_term(due, event),
            side=side,
            who=who.strip() or promise.who,
            what=what.strip() or promise.what,
        )
        if filled != promise:
            work.commitments.save(filled)
        record_settled(work, clock, work.note_lines.get(line_id).appointment_id, typing)
        return filled


def catch_up(archive: Archive, clock: Clock, id: AppointmentId) -> bool:
    """Make the register rows of lines typed before the appointment had this client.

    True when something was made. A row that the adviser removed by hand stays away.
    """
    with archive.reading() as work:
        behind = _behind(work, work.appointments.get(id))
    if not behind:
        return False
    with archive.transaction() as work:
        appointment = work.appointments.get(id)
        at_table = voices(work, appointment)
        for line in _behind(work, appointment):
            follow(work, clock, appointment, at_table, line, line)
        record_settled(work, clock, id)
    return True


def tick_item(archive: Archive, id: AgendaItemId, done: bool, spent: int | None = None) -> None:
    """Tick an agenda item off, or not; `spent` is the time used in seconds, kept when None."""
    with archive.transaction() as work:
        item = work.agenda_items.get(id)
        used = item.spent if spent is None else max(0, spent)
        work.agenda_items.save(replace(item, done=done, spent=used))


def keep_time(archive: Archive, spent: dict[AgendaItemId, int]) -> None:
    """Keep the time used on agenda items, in whole seconds."""
    with archive.transaction() as work:
        for id, seconds in spent.items():
            if (item := work.agenda_items.find(id)) is not None and item.spent != seconds:
                work.agenda_items.save(replace(item, spent=seconds))


def tick_expectation(archive: Archive, id: str, met: bool | None) -> None:
    """Say whether the talk gave what the client expected of it."""
    with archive.transaction() as work:
        work.expectations.save(replace(work.expectations.get(id), met=met))


def read_suggestion(
    archive: Archive, clock: Clock, words: str, at_table: Voices, line_id: LineId
) -> tuple[Reading, int] | None:
    """The promise in words being typed, with how many own promises that day holds already."""
    found = suggestion(words, clock.today(), at_table)
    if found is None:
        return None
    return found, due_that_day(archive, found, line_id)


def due_that_day(archive: Archive, reading: Reading, line_id: LineId) -> int:
    """How many of our own open promises have the same day, other than that of this line."""
    if reading.due is None or reading.side not in (Side.US, Side.BOTH):
        return 0
    with archive.reading() as work:
        week = work.commitments.due_in_week(reading.due, Side.US.value)
    return sum(1 for c in week if c.due == reading.due and c.line_id != line_id)


def _begin(work: Work, clock: Clock, appointment: Appointment) -> Appointment:
    if appointment.status is not AppointmentStatus.PLANNED:
        return appointment
    return work.appointments.save(
        replace(
            appointment,
            status=AppointmentStatus.IN_PROGRESS,
            started_at=appointment.started_at or clock.now(),
        )
    )


def _with_scope(line: NoteLine, before: NoteLine | None) -> NoteLine:
    """A decision with the scope that its words name, unless the adviser chose another."""
    if line.kind is not LineKind.DECISION:
        return line
    if before is None or before.kind is not LineKind.DECISION:
        # A line that says "buiten de opdracht" is so; a scope chosen before the first save stays.
        outside = guessed_scope(line.text) is Scope.OUTSIDE
        return replace(line, scope=Scope.OUTSIDE) if outside else line
    if before.text != line.text and line.scope is guessed_scope(before.text):
        return replace(line, scope=guessed_scope(line.text))
    return line


def _behind(work: Work, appointment: Appointment) -> tuple[NoteLine, ...]:
    """Lines whose register row is missing, or belongs to another client."""
    client_id = appointment.client_id
    if client_id is None:
        return ()
    made = of_appointment(work, appointment.id)
    found: list[NoteLine] = []
    for line in work.note_lines.of_appointment(appointment.id):
        match line.kind:
            case LineKind.COMMITMENT:
                row = made.commitments.get(line.id)
                gone = work.commitments.removed_of_line
            case LineKind.DECISION:
                row = made.decisions.get(line.id)
                gone = work.decisions.removed_of_line
            case LineKind.WISH:
                row = made.wishes.get(line.id)
                gone = work.wishes.removed_of_line
            case _:
                continue
        if row is None:
            if gone(line.id) is None:
                found.append(line)
        elif row.client_id != client_id:
            found.append(line)
    return tuple(found)
