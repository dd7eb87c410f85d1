"""What is noted after a talk: satisfaction, and the adviser's private reflection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gesprekshulp.domain.ids import AppointmentId, ClientId
from gesprekshulp.domain.text import NOTHING_INTERNAL, InternalText


@dataclass(frozen=True, slots=True)
class Rating:
    """How satisfied the client is, 0 to 10, with an explanation; internal."""

    id: str
    client_id: ClientId
    given_on: date
    score: int
    explanation: InternalText = NOTHING_INTERNAL
    person: str = ""
    appointment_id: AppointmentId | None = None


@dataclass(frozen=True, slots=True)
class Reflection:
    """The adviser's own look back on a talk; private, one for each talk."""

    id: str
    appointment_id: AppointmentId
    went_well: InternalText = NOTHING_INTERNAL
    next_time: InternalText = NOTHING_INTERNAL
