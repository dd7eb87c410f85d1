"""The facts of an appointment: client, people, time and place, changed one at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import (
    Appointment,
    AppointmentChange,
    AppointmentKind,
    Participant,
    Side,
)
from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, AssignmentId, ClientId, PersonId, new_id
from gesprekshulp.services.appointments import local_moment, midnight
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.waiting import follow_appointment
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class Planning:
    """Everything the step Plannen shows. `changes` are newest first."""

    appointment: Appointment
    client: Client | None
    assignments: tuple[Assignment, ...]
    people: tuple[ContactPerson, ...]
    advisers: tuple[Adviser, ...]
    participants: tuple[Participant, ...]
    changes: tuple[AppointmentChange, ...]


def planning(archive: Archive, id: AppointmentId) -> Planning:
    """The facts of one appointment as they stand."""
    with archive.reading() as work:
        appointment = work.appointments.get(id)
        client_id = appointment.client_id
        return Planning(
            appointment,
            work.clients.find(client_id),
            work.assignments.of_client(client_id) if client_id else (),
            work.people.of_client(client_id) if client_id else (),
            work.advisers.all(),
            work.participants.of_appointment(id),
            work.appointment_changes.of_appointment(id),
        )


def client_names(archive: Archive) -> dict[str, ClientId]:
    """Every client by name, in the order of the alphabet, for a field that searches."""
    with archive.reading() as work:
        names = work.clients.names()
    ordered = sorted(names.items(), key=lambda pair: pair[1].casefold())
    return {name: id for id, name in ordered}


def people_of(archive: Archive, client_id: ClientId) -> tuple[Client, tuple[ContactPerson, ...]]:
    """A client with its contact persons, for a form."""
    with archive.reading() as work:
        return work.clients.get(client_id), work.people.of_client(client_id)


def span(day: date, begin: time | None, end: time | None) -> tuple[datetime, datetime]:
    """The moments between which an appointment lasts; without times it is the whole day.

    An end that lies before the begin is taken as it is: the caller refuses it with a sentence.
    """
    if begin is None:
        return midnight(day), midnight(day + timedelta(days=1))
    starts_at = local_moment(day, begin)
    return starts_at, local_moment(day, end) if end else starts_at + timedelta(hours=1)


def whole_days(day: date, before: Appointment) -> tuple[datetime, datetime]:
    """From this day on as many whole days as before; one when it was no whole day."""
    more = timedelta()
    if before.all_day:
        last = local_day(max(before.starts_at, before.ends_at - timedelta(seconds=1)))
        more = last - local_day(before.starts_at)
    return midnight(day), midnight(day + more + timedelta(days=1))


def choose_client(archive: Archive, id: AppointmentId, client_id: ClientId | None) -> Appointment:
    """Connect an appointment with a client.

    The assignment goes when it is another client's, an empty place of a visit becomes the client's
    address, and people at the table are recognised by their mail address or name.
    """
    with archive.transaction("Klant van de afspraak gekozen") as work:
        client = work.clients.get(client_id) if client_id else None
        return _connect(work, work.appointments.get(id), client)


def new_client(archive: Archive, id: AppointmentId, name: str) -> Client:
    """Make a client of this name and connect the appointment with it, in one go."""
    if not name.strip():
        raise UserError("Geef de klant een naam.")
    with archive.transaction(f"Klant “{name.strip()}” toegevoegd") as work:
        client = work.clients.named(name)
        if client is None:
            client = work.clients.save(Client(ClientId(new_id()), name.strip()))
        _connect(work, work.appointments.get(id), client)
    return client


def _connect(
    work: Work, before: Appointment, client: Client | None, clock: Clock | None = None
) -> Appointment:
    if client is None:
        after = replace(before, client_id=None, assignment_id=None)
    elif client.id == before.client_id:
        return before
    else:
        empty = before.kind is AppointmentKind.VISIT and not before.place.strip()
        place = client.address if empty else before.place
        after = replace(before, client_id=client.id, assignment_id=None, place=place)
    people = work.people.of_client(client.id) if client else ()
    by_key = {key: p for p in people for key in (p.email.casefold(), p.name.casefold()) if key}
    for participant in work.participants.of_appointment(before.id):
        if participant.side is Side.US:
            continue
        person = by_key.get(participant.email.casefold()) or by_key.get(participant.name.casefold())
        role = participant.role or (person.role if person else "")
        linked = replace(participant, person_id=person.id if person else None, role=role)
        if linked != participant:
            work.participants.save(linked)
    saved = work.appointments.save(after)
    follow_appointment(work, clock or Clock(), saved)
    return saved


def set_words(archive: Archive, id: AppointmentId, title: str, place: str) -> Appointment:
    """Keep title and place as they are typed; an empty title leaves the old one."""
    with archive.transaction() as work:
        before = work.appointments.get(id)
        after = replace(before, title=title.strip() or before.title, place=place.strip())
        return before if after == before else work.appointments.save(after)


def set_kind(
    archive: Archive, id: AppointmentId, kind: AppointmentKind, old_place: str = ""
) -> Appointment:
    """Choose how the talk is held; a visit without a place goes to the client's address."""
    with archive.transaction("Soort afspraak gewijzigd") as work:
        before = work.appointments.get(id)
        client = work.clients.find(before.client_id)
        address = client.address if client else ""
        place = before.place
        if kind is AppointmentKind.VISIT and not place.strip():
            place = address
        elif kind is not AppointmentKind.VISIT and place == address:
            place = old_place  # the client's address says nothing about a call
        return work.appointments.save(replace(before, kind=kind, place=place))


def set_assignment(
    archive: Archive, id: AppointmentId, assignment_id: AssignmentId | None
) -> Appointment:
    """Choose the assignment to which the talk belongs."""
    with archive.transaction("Opdracht van de afspraak gekozen") as work:
        before = work.appointments.get(id)
        return work.appointments.save(replace(before, assignment_id=assignment_id))


def correct_time(
    archive: Archive,
    id: AppointmentId,
    starts_at: datetime,
    ends_at: datetime,
    *,
    all_day: bool,
    clock: Clock | None = None,
) -> Appointment:
    """Mend the time of an appointment that was noted wrongly; one that is moved leaves a trace,
    with `appointments.move`."""
    if ends_at <= starts_at:
        raise UserError("Het einde van de afspraak ligt voor het begin; pas een van de twee aan.")
    with archive.transaction("Tijd van de afspraak verbeterd") as work:
        before = work.appointments.get(id)
        after = work.appointments.save(
            replace(before, starts_at=starts_at, ends_at=ends_at, all_day=all_day)
        )
        follow_appointment(work, clock or Clock(), after)
        return after


# People


def invite(archive: Archive, id: AppointmentId, person_or_adviser_id: str) -> Participant:
    """Put a contact person or one of us at the table."""
    with archive.transaction("Deelnemer toegevoegd") as work:
        person = work.people.find(person_or_adviser_id)
        if person is not None:
            return work.participants.save(from_person(id, person))
        return work.participants.save(from_adviser(id, work.advisers.get(person_or_adviser_id)))


def add_other(
    archive: Archive, id: AppointmentId, name: str, email: str, role: str, side: Side
) -> Participant:
    """Put somebody at the table who is not in the archive. Raises UserError without a name.

    Somebody of the client becomes a contact person of the client as well, in the same go.
    """
    shown = name.strip() or email.strip()
    if not shown:
        raise UserError("Geef een naam of een mailadres op.")
    with archive.transaction("Deelnemer toegevoegd") as work:
        made = Participant(new_id(), id, shown, side, role.strip(), email.strip())
        client_id = work.appointments.get(id).client_id
        if side is Side.CLIENT and client_id is not None and name.strip():
            person = ContactPerson(
                PersonId(new_id()), client_id, shown, role.strip(), email.strip()
            )
            there = [one for one in work.people.of_client(client_id) if _same(one, person)]
            made = replace(made, person_id=there[0].id if there else work.people.save(person).id)
        return work.participants.save(made)


def _same(one: ContactPerson, other: ContactPerson) -> bool:
    return one.name.casefold() == other.name.casefold() or (
        bool(one.email) and one.email.casefold() == other.email.casefold()
    )


def change_participant(
    archive: Archive, id: str, *, name: str, email: str, role: str, side: Side
) -> Participant:
    """Change how somebody at the table is noted; the contact person itself stays as it is."""
    if not name.strip():
        raise UserError("Geef een naam op.")
    with archive.transaction("Deelnemer gewijzigd") as work:
        before = work.participants.get(id)
        return work.participants.save(
            replace(before, name=name.strip(), email=email.strip(), role=role.strip(), side=side)
        )


def remove_participant(archive: Archive, id: str) -> None:
    """Take somebody from the table. Can be undone."""
    with archive.transaction("Deelnemer weggehaald") as work:
        work.participants.remove(id)


def from_person(appointment_id: AppointmentId, person: ContactPerson) -> Participant:
    """A contact person as somebody at the table."""
    return Participant(
        new_id(), appointment_id, person.name, Side.CLIENT, person.role, person.email, person.id
    )


def from_adviser(appointment_id: AppointmentId, adviser: Adviser) -> Participant:
    """One of us as somebody at the table."""
    return Participant(
        new_id(), appointment_id, adviser.name, Side.US, adviser.role, adviser.email,
        adviser_id=adviser.id,
    )  # fmt: skip
