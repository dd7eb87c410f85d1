"""Readiness: is this appointment prepared, and if not, what is missing?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gesprekshulp.domain.appointment import Appointment, Expectation, Participant, Sending, Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import enumeration


class Need(StrEnum):
    """What a prepared appointment has. The value is the word on the command line."""

    GOAL = "doel"
    PEOPLE = "deelnemers"
    EXPECTATIONS = "verwachtingen"
    PREVIOUS_REPORT = "vorig verslag"
    COMMITMENTS = "toezeggingen"
    SENDINGS = "vooraf sturen"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is still to be done, with what its button says."""

    need: Need
    action: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """The mark on an appointment. Without a goal it is never prepared."""

    missing: tuple[Missing, ...]

    @property
    def total(self) -> int:
        """How many things are asked for."""
        return len(Need)

    @property
    def done(self) -> int:
        """How many of them are there."""
        return self.total - len({item.need for item in self.missing})

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def words(self) -> str:
        """The mark in words, for a list: "Voorbereid", "Doel ontbreekt", "3 dingen te doen"."""
        if self.is_ready:
            return "Voorbereid"
        if any(item.need is Need.GOAL for item in self.missing):
            return "Doel ontbreekt"
        if len(self.missing) == 1:
            return self.missing[0].action
        return f"Nog {len(self.missing)} dingen te doen"


def readiness(
    appointment: Appointment,
    participants: tuple[Participant, ...],
    expectations: tuple[Expectation, ...],
    sendings: tuple[Sending, ...],
    commitments: tuple[Commitment, ...],
    *,
    has_previous_report: bool,
    today: date,
) -> Readiness:
    """What is still missing before this talk.

    A promise of either side whose day has passed must have a state: kept, moved or dropped.
    Expectations count as soon as they are noted: each must have been checked.
    """
    missing: list[Missing] = []
    if not appointment.goal.strip():
        missing.append(Missing(Need.GOAL, "Doel opschrijven"))
    if not any(person.side is not Side.US for person in participants):
        missing.append(Missing(Need.PEOPLE, "Deelnemers noemen"))
    unasked = [item.person or "de klant" for item in expectations if item.asked_on is None]
    if unasked:
        names = enumeration(tuple(dict.fromkeys(unasked)))
        missing.append(Missing(Need.EXPECTATIONS, f"Verwachting van {names} navragen"))
    if has_previous_report and appointment.previous_report_read_at is None:
        missing.append(Missing(Need.PREVIOUS_REPORT, "Vorig verslag lezen"))
    due = [item for item in commitments if item.is_late(today)]
    if due:
        what = "Toezegging" if len(due) == 1 else f"{len(due)} toezeggingen"
        missing.append(Missing(Need.COMMITMENTS, f"{what} bijwerken"))
    unsent = [item.what for item in sendings if item.sent_on is None]
    if unsent:
        what = unsent[0] if len(unsent) == 1 else f"{len(unsent)} stukken"
        missing.append(Missing(Need.SENDINGS, f"{what} sturen"))
    return Readiness(tuple(missing))
