"""Decisions (besluiten) and wishes (wensen): what was agreed, and what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gesprekshulp.domain.ids import (
    AgendaItemId,
    AppointmentId,
    AssignmentId,
    ClientId,
    DecisionId,
    LineId,
    WishId,
)

_OUTSIDE = (
    "buiten de opdracht",
    "buiten opdracht",
    "buiten de scope",
    "hoort niet bij",
    "horen niet bij",
    "valt niet onder",
    "vallen niet onder",
    "niet in de opdracht",
    "geen onderdeel van de opdracht",
)


class Scope(StrEnum):
    """Whether something belongs to what we were asked to do."""

    INSIDE = "binnen de opdracht"
    OUTSIDE = "buiten de opdracht"


def guessed_scope(words: str) -> Scope:
    """Whether a decision says of itself that it lies outside the assignment."""
    plain = words.lower()
    return Scope.OUTSIDE if any(mark in plain for mark in _OUTSIDE) else Scope.INSIDE


@dataclass(frozen=True, slots=True)
class Decision:
    """What was agreed, on which day, and whether it lies inside the assignment.

    `stands` becomes False when a later decision replaces it. `confirmed_on` is the day on which
    the client confirmed it, at the table or on the report. When the client decides against our
    advice, `advice` is what we advised and `advice_reason` the client's reason; both may be read by
    the client. Otherwise they are empty. `advice_confirmed_on` is the day on which the client
    confirmed to know our advice and to decide otherwise.
    """

    id: DecisionId
    client_id: ClientId
    text: str
    decided_on: date
    scope: Scope = Scope.INSIDE
    appointment_id: AppointmentId | None = None
    assignment_id: AssignmentId | None = None
    line_id: LineId | None = None
    agenda_item_id: AgendaItemId | None = None
    stands: bool = True
    confirmed_on: date | None = None
    confirmed_by: str = ""
    advice: str = ""
    advice_reason: str = ""
    advice_confirmed_on: date | None = None
    advice_confirmed_by: str = ""

    @property
    def is_against_advice(self) -> bool:
        """Whether the client decided otherwise than we advised (wijkt af van advies)."""
        return bool(self.advice.strip())


class WishAnswer(StrEnum):
    """What we answered to a wish."""

    OPEN = "open"
    YES = "ja"
    LATER = "later"
    NO = "nee"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the client asks for, the need behind it, what it would mean, and our reasoned answer."""

    id: WishId
    client_id: ClientId
    text: str
    said_on: date
    need: str = ""
    consequence: str = ""
    answer: WishAnswer = WishAnswer.OPEN
    reason: str = ""
    appointment_id: AppointmentId | None = None
    line_id: LineId | None = None
