"""Planning, moving, cancelling and reading appointments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from gesprekshulp.domain.appointment import (
    Appointment,
    AppointmentChange,
    ChangeKind,
    Participant,
    Side,
)
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, new_id
from gesprekshulp.domain.readiness import Readiness, readiness
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class AppointmentCard:
    """An appointment as it stands in a list, with its client, people and readiness mark."""

    appointment: Appointment
    client: Client | None
    participants: tuple[Participant, ...]
    readiness: Readiness

    @property
    def client_name(self) -> str:
        """The client's name, or what stands in its place."""
        return self.client.name if self.client else "Nog geen klant"

    @property
    def heading(self) -> str:
        """What it is known by: with whom, or, as in a calendar just read, what it is about."""
        return self.client.name if self.client else self.appointment.title

    @property
    def about(self) -> str:
        """What stands under the heading."""
        return self.appointment.title if self.client else "nog geen klant"


def plan(
    archive: Archive,
    appointment: Appointment,
    participants: tuple[Participant, ...] = (),
    clock: Clock | None = None,
) -> Appointment:
    """Put a new appointment in the agenda; promises that waited for it get their day."""
    _require_sense(appointment)
    with archive.transaction(f"Afspraak “{appointment.title}” gepland") as work:
        work.appointments.save(appointment)
        work.participants.save_all(participants)
        _follow(work, clock or Clock(), appointment)
    return appointment


def change(
    archive: Archive,
    appointment: Appointment,
    participants: tuple[Participant, ...] | None = None,
    clock: Clock | None = None,
) -> Appointment:
    """Change what an appointment is; its time is changed with `move`.

    With `participants` these replace the ones that were there.
    """
    _require_sense(appointment)
    with archive.transaction(f"Afspraak “{appointment.title}” gewijzigd") as work:
        work.appointments.get(appointment.id)
        work.appointments.save(appointment)
        _follow(work, clock or Clock(), appointment)
        if participants is not None:
            kept = {person.id for person in participants}
            there = work.participants.of_appointment(appointment.id)
            work.participants.remove(*(p.id for p in there if p.id not in kept))
            work.participants.save_all(participants)
    return appointment


def move(
    archive: Archive,
    clock: Clock,
    id: AppointmentId,
    starts_at: datetime,
    ends_at: datetime,
    *,
    by: Side,
    who: str,
    reason: str,
) -> Appointment:
    """Move an appointment, leaving a trace. Raises ReasonMissing without a reason.

    Raises UserError as well for one that was held or called off.
    """
    with archive.transaction("Afspraak verzet") as work:
        before = _open(work, id)
        trace = AppointmentChange(
            new_id(), id, ChangeKind.MOVED, by, who.strip(), reason.strip(), clock.now(),
            before.starts_at, starts_at,
        )  # fmt: skip
        moved = before.moved(starts_at, ends_at, trace)
        _require_sense(moved)
        work.appointments.save(moved)
        work.appointment_changes.save(trace)
        _follow(work, clock, moved)
    return moved


def cancel(
    archive: Archive, clock: Clock, id: AppointmentId, *, by: Side, who: str, reason: str
) -> Appointment:
    """Call an appointment off, leaving a trace. Raises ReasonMissing without a reason.

    Raises UserError as well for one that was held or called off already.
    """
    with archive.transaction("Afspraak afgezegd") as work:
        before = _open(work, id)
        trace = AppointmentChange(
            new_id(), id, ChangeKind.CANCELLED, by, who.strip(), reason.strip(), clock.now(),
            before.starts_at,
        )  # fmt: skip
        cancelled = work.appointments.save(before.cancelled(trace))
        work.appointment_changes.save(trace)
        _follow(work, clock, cancelled)
    return cancelled


def remove(archive: Archive, id: AppointmentId, clock: Clock | None = None) -> None:
    """Take an appointment out of the agenda, as when it was entered by mistake. Can be undone."""
    with archive.transaction("Afspraak verwijderd") as work:
        appointment = work.appointments.get(id)
        # What was noted goes with it, or it would still be found, on a page that is gone.
        work.note_lines.remove(*(line.id for line in work.note_lines.of_appointment(id)))
        work.appointments.remove(id)
        from gesprekshulp.services.waiting import release_of

        release_of(work, clock or Clock(), appointment, "verwijderd")


def between(archive: Archive, clock: Clock, first: date, last: date) -> tuple[AppointmentCard, ...]:
    """The appointments that touch the days from `first` up to and including `last`, in order."""
    with archive.reading() as work:
        found = work.appointments.between(midnight(first), midnight(last + timedelta(days=1)))
        return cards(work, found, clock.today())


def upcoming(archive: Archive, clock: Clock, limit: int = 5) -> tuple[AppointmentCard, ...]:
    """The next appointments that are not over."""
    with archive.reading() as work:
        return cards(work, work.appointments.upcoming(clock.now(), limit), clock.today())


def cards(
    work: Work, appointments: tuple[Appointment, ...], today: date
) -> tuple[AppointmentCard, ...]:
    """Appointments with what a list shows of them, with few queries for all together."""
    ids = [item.id for item in appointments]
    people = work.participants.of_appointments(ids)
    expectations = work.expectations.of_appointments(ids)
    sendings = work.sendings.of_appointments(ids)
    client_ids = tuple({item.client_id for item in appointments if item.client_id})
    clients = work.clients.of_ids(client_ids)
    # Of the open promises only the late ones count for readiness.
    late = work.commitments.late_of_clients(client_ids, today)
    unread = {item.client_id for item in appointments if item.previous_report_read_at is None}
    reported = work.appointments.first_reported([id for id in client_ids if id in unread])
    found: list[AppointmentCard] = []
    for item in appointments:
        client_id = item.client_id
        first = reported.get(client_id) if client_id else None
        mark = readiness(
            item,
            tuple(people[item.id]),
            tuple(expectations[item.id]),
            tuple(sendings[item.id]),
            late.get(client_id, ()) if client_id else (),
            has_previous_report=item.previous_report_read_at is None
            and first is not None
            and first < item.starts_at,
            today=today,
        )
        client = clients.get(client_id) if client_id else None
        found.append(AppointmentCard(item, client, tuple(people[item.id]), mark))
    return tuple(found)


def local_moment(day: date, at: time) -> datetime:
    """A local day and time as an aware moment in UTC."""
    return datetime.combine(day, at).astimezone().astimezone(UTC)


def midnight(day: date) -> datetime:
    """The moment at which a local day begins."""
    return local_moment(day, time())


def _follow(work: Work, clock: Clock, appointment: Appointment) -> None:
    # Imported when something changes: the first screen shows appointments and changes none.
    from gesprekshulp.services.waiting import follow_appointment

    follow_appointment(work, clock, appointment)


def _require_sense(appointment: Appointment) -> None:
    if not appointment.title.strip():
        raise UserError("Geef de afspraak een onderwerp.")
    if appointment.ends_at <= appointment.starts_at:
        raise UserError("Het einde van de afspraak ligt voor het begin; pas een van de twee aan.")
    if appointment.ends_at - appointment.starts_at > timedelta(days=31):
        raise UserError("Een afspraak duurt hoogstens een maand; kies een eerder einde.")


def _open(work: Work, id: AppointmentId) -> Appointment:
    """An appointment that is still to come; another window may have called it off since."""
    appointment = work.appointments.get(id)
    if not appointment.is_open:
        raise UserError(
            f"“{appointment.title}” is al {appointment.status.value}; plan een nieuwe afspraak."
        )
    return appointment
