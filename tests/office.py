"""Small builders for tests: the least that makes a valid object, the rest by keyword."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, Participant, Side
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.contact import Contact
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.ids import (
    AppointmentId,
    ClientId,
    CommitmentId,
    ContactId,
    DecisionId,
    PersonId,
    new_id,
)
from gesprekshulp.storage.archive import Archive

DAY = date(2026, 3, 12)


def a_client(name: str = "Bakkerij De Halm", **more: Any) -> Client:
    return Client(ClientId(new_id()), name, **more)


def a_person(client: Client, name: str = "Annet Vos", **more: Any) -> ContactPerson:
    return ContactPerson(PersonId(new_id()), client.id, name, **more)


def an_appointment(client: Client | None = None, **more: Any) -> Appointment:
    start = more.pop("starts_at", datetime(2026, 3, 12, 9, 0, tzinfo=UTC))
    values: dict[str, Any] = {
        "id": AppointmentId(new_id()),
        "title": "Keuze van het kassasysteem",
        "starts_at": start,
        "ends_at": start + timedelta(minutes=75),
        "client_id": client.id if client else None,
    }
    return Appointment(**{**values, **more})


def a_held_talk(archive: Archive, client: Client) -> Appointment:
    """A talk in the archive that was held with the client, of whom one person was there."""
    made = an_appointment(client, status=AppointmentStatus.HELD)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(made)
        work.participants.save(a_participant(made, present=True))
    return made


def a_participant(appointment: Appointment, name: str = "Annet Vos", **more: Any) -> Participant:
    return Participant(new_id(), appointment.id, name, **{"side": Side.CLIENT, **more})


def a_commitment(
    client: Client, what: str = "aangepaste offerte sturen", **more: Any
) -> Commitment:
    values: dict[str, Any] = {
        "id": CommitmentId(new_id()),
        "client_id": client.id,
        "side": Side.US,
        "who": "Steven",
        "what": what,
        "made_on": DAY - timedelta(days=14),
        "due": DAY + timedelta(days=1),
    }
    return Commitment(**{**values, **more})


def a_contact(
    client: Client, subject: str = "Storing: zaterdag geen kassa", **more: Any
) -> Contact:
    values: dict[str, Any] = {
        "id": ContactId(new_id()),
        "client_id": client.id,
        "at": datetime(2026, 2, 23, 8, 30, tzinfo=UTC),
        "subject": subject,
    }
    return Contact(**{**values, **more})


def a_decision(
    client: Client, text: str = "Eerst de kassa, dan de webwinkel", **more: Any
) -> Decision:
    values: dict[str, Any] = {
        "id": DecisionId(new_id()),
        "client_id": client.id,
        "text": text,
        "decided_on": DAY - timedelta(days=24),
    }
    return Decision(**{**values, **more})
