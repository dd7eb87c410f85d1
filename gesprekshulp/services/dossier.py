"""Building the dossier of an appointment."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gesprekshulp.domain.appointment import Appointment, Participant
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dossier import Dossier, by_urgency, sixty_seconds
from gesprekshulp.domain.dutch_dates import clock as clock_time
from gesprekshulp.domain.dutch_dates import lateness, local_day, long_day, short_day
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.readiness import Readiness, readiness
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work

if TYPE_CHECKING:
    from gesprekshulp.services.word_files import MakePdf


def dossier(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, contact_limit: int = 12
) -> Dossier:
    """Everything the adviser needs for one appointment."""
    with archive.reading() as work:
        return build(work, clock, appointment_id, contact_limit)


def readiness_of(
    work: Work, clock: Clock, appointment: Appointment, participants: tuple[Participant, ...]
) -> Readiness:
    """Whether a talk is prepared, without the rest of its dossier."""
    client_id = appointment.client_id
    return readiness(
        appointment,
        participants,
        work.expectations.of_appointment(appointment.id),
        work.sendings.of_appointment(appointment.id),
        work.commitments.open_of_client(client_id) if client_id else (),
        has_previous_report=bool(
            client_id and work.reports.previous(client_id, appointment.starts_at, 1)
        ),
        today=clock.today(),
    )


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


def export(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    path: Path,
    *,
    make_pdf: MakePdf | None = None,
) -> Path:
    """Write the dossier as a Word file of at most two pages; nothing internal goes in.

    Gives its path, with ".docx" behind it when it had no end. With `make_pdf` a path that ends on
    ".pdf" becomes a PDF. Raises CannotWrite for a place that does not take the file.
    """
    from gesprekshulp.exchange.word.dossier import build_dossier
    from gesprekshulp.services.files import write_file
    from gesprekshulp.services.identity import firm_identity
    from gesprekshulp.services.word_files import document_path, is_pdf

    target = document_path(path, with_pdf=make_pdf is not None)
    if make_pdf is not None and is_pdf(target):
        from gesprekshulp.services.dossier_paper import dossier_paper

        return write_file(target, make_pdf(dossier_paper(archive, clock, appointment_id)))
    with archive.reading() as work:
        found = build(work, clock, appointment_id, contact_limit=20)
        firm = firm_identity(work)
    return write_file(target, build_dossier(found, firm, clock.today()))


def as_text(dossier: Dossier, today: date) -> str:
    """The dossier in plain lines, for a terminal."""
    appointment = dossier.appointment
    day = local_day(appointment.starts_at)
    summary = sixty_seconds(dossier, today)
    times = f"{clock_time(appointment.starts_at)}-{clock_time(appointment.ends_at)}"
    lines = [
        f"{appointment.title} · {dossier.client.name if dossier.client else 'nog geen klant'}",
        f"{long_day(day)}, {times} · {appointment.place or 'plaats onbekend'}",
        "",
        f"Doel: aan het einde van dit gesprek {summary.goal}"
        if summary.goal
        else "Doel ontbreekt.",
        f"Let op: {summary.mind}" if summary.mind else "",
    ]
    people = [f"{p.name} ({p.role})" if p.role else p.name for p in dossier.participants]
    sections: list[tuple[str, list[str]]] = [
        ("Aan tafel", people),
        (
            "Open toezeggingen",
            [
                f"{item.who}: {item.what} ({_when(item, today)})"
                for item in by_urgency(dossier.commitments, today)
            ],
        ),
        ("Besluiten", [f"{d.text} ({short_day(d.decided_on, today)})" for d in dossier.decisions]),
        ("Wensen", [wish.text for wish in dossier.wishes]),
        (
            "Laatste contacten",
            [
                f"{short_day(local_day(c.at), today)} {c.kind.value}: {c.subject}"
                + (f" -> {c.outcome}" if c.outcome else "")
                for c in dossier.contacts
            ],
        ),
        ("Verslagen", [f"{r.title}, versie {r.version} ({r.state})" for r in dossier.reports]),
    ]
    for heading, items in sections:
        if items:
            lines += ["", heading, *(f"  - {item}" for item in items)]
    return "\n".join(lines) + "\n"


def _when(item: Commitment, today: date) -> str:
    if item.due is None:
        return item.event or "nog geen dag"
    return f"{short_day(item.due, today)}, {lateness(item.due, today)}"
