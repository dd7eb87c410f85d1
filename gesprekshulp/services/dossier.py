"""Building the dossier of an appointment."""

from __future__ import annotations

from gesprekshulp.domain.dossier import Dossier
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.readiness import readiness
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work


def dossier(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, contact_limit: int = 12
) -> Dossier:
    """Everything the adviser needs for one appointment."""
    with archive.reading() as work:
        return build(work, clock, appointment_id, contact_limit)


def build(
    work: Work, clock: Clock, appointment_id: AppointmentId, contact_limit: int = 12
) -> Dossier:
    """The dossier within a snapshot."""
    appointment = work.appointments.get(appointment_id)
    client_id = appointment.client_id
    client = work.clients.find(client_id)
    participants = work.participants.of_appointment(appointment_id)
    expectations = work.expectations.of_appointment(appointment_id)
    sendings = work.sendings.of_appointment(appointment_id)
    commitments = work.commitments.open_of_client(client_id) if client_id else ()
    reports = work.reports.previous(client_id, appointment.starts_at) if client_id else ()
    mark = readiness(
        appointment,
        participants,
        expectations,
        sendings,
        commitments,
        has_previous_report=bool(reports),
        today=clock.today(),
    )
    return Dossier(
        appointment=appointment,
        client=client,
        participants=participants,
        people=work.people.of_client(client_id) if client_id else (),
        agenda=work.agenda_items.of_appointment(appointment_id),
        expectations=expectations,
        contacts=work.contacts.of_client(client_id, contact_limit) if client_id else (),
        contact_count=work.contacts.count_of_client(client_id) if client_id else 0,
        commitments=commitments,
        decisions=work.decisions.of_client(client_id, standing_only=True) if client_id else (),
        wishes=work.wishes.open_of_client(client_id) if client_id else (),
        reports=reports,
        attachments=work.attachments.of_client(client_id, 20) if client_id else (),
        ratings=work.ratings.of_client(client_id, 6) if client_id else (),
        readiness=mark,
    )
