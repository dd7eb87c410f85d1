"""Contacts: every earlier touch with a client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gesprekshulp.domain.ids import AppointmentId, ClientId, ContactId, PersonId


class ContactKind(StrEnum):
    """In what way we were in touch."""

    VISIT = "bezoek"
    PHONE = "telefoon"
    LETTER = "brief"
    MAIL = "mail"
    VIDEO = "video"
    OTHER = "anders"


class ContactNature(StrEnum):
    """Why we were in touch: because of trouble, out of attention, or neither."""

    PROBLEM = "probleem"
    ATTENTION = "aandacht"
    NEUTRAL = "neutraal"


@dataclass(frozen=True, slots=True)
class Contact:
    """An earlier visit, call, letter or mail, with its outcome in one line.

    `source_key` recognises the message it was read from (a Message-ID or a fingerprint), so that
    reading the same file again does not double it.
    """

    id: ContactId
    client_id: ClientId
    at: datetime
    subject: str
    kind: ContactKind = ContactKind.OTHER
    nature: ContactNature = ContactNature.NEUTRAL
    text: str = ""
    outcome: str = ""
    person_id: PersonId | None = None
    person_name: str = ""
    appointment_id: AppointmentId | None = None
    source_key: str = ""
