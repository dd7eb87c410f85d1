"""The dossier: everything an adviser needs for one appointment. Computed, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    Expectation,
    Participant,
    Side,
)
from gesprekshulp.domain.attachment import Attachment
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.commitment import Commitment, CommitmentState
from gesprekshulp.domain.contact import Contact, ContactNature
from gesprekshulp.domain.decision import Decision, Wish
from gesprekshulp.domain.dutch_dates import lateness, local_day, short_day
from gesprekshulp.domain.ids import AppointmentId, ReportId
from gesprekshulp.domain.rating import Rating
from gesprekshulp.domain.readiness import Readiness


@dataclass(frozen=True, slots=True)
class PreviousReport:
    """A report of an earlier talk, as it stands in a list."""

    id: ReportId
    appointment_id: AppointmentId
    title: str
    version: int
    state: str
    held_at: datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """What was said, promised and decided before this talk.

    `contacts` are the last ones, newest first; `contact_count` is how many there are in all.
    `commitments` are the open ones of both sides, too late first. `ratings` (newest first) are for
    the screen only: they are internal and no document takes them.
    """

    appointment: Appointment
    client: Client | None
    participants: tuple[Participant, ...]
    people: tuple[ContactPerson, ...]
    agenda: tuple[AgendaItem, ...]
    expectations: tuple[Expectation, ...]
    contacts: tuple[Contact, ...]
    contact_count: int
    commitments: tuple[Commitment, ...]
    decisions: tuple[Decision, ...]
    wishes: tuple[Wish, ...]
    reports: tuple[PreviousReport, ...]
    attachments: tuple[Attachment, ...]
    ratings: tuple[Rating, ...]
    readiness: Readiness


@dataclass(frozen=True, slots=True)
class SixtySeconds:
    """The dossier for who has one minute left in the car park."""

    goal: str
    promised: tuple[str, ...]
    last_decision: str
    mind: str


def by_urgency(commitments: tuple[Commitment, ...], today: date) -> tuple[Commitment, ...]:
    """Open promises, too late first, then by day, and without a day last."""
    still_open = [item for item in commitments if item.state is CommitmentState.OPEN]
    return tuple(
        sorted(still_open, key=lambda item: (item.due is None, item.due or today, item.what))
    )


def sixty_seconds(dossier: Dossier, today: date) -> SixtySeconds:
    """Goal, three things promised, the last decision, and one thing to mind.

    To mind, in this order: a promise of ours that is too late, trouble in the last contact, a wish
    without an answer, or that we have not spoken for long.
    """
    promised = tuple(_promise_in_words(item, today) for item in dossier.commitments[:3])
    decision = dossier.decisions[0] if dossier.decisions else None
    words = decision.text.rstrip(". ") if decision else ""
    return SixtySeconds(
        goal=dossier.appointment.goal.strip(),
        promised=promised,
        last_decision=f"{words} ({short_day(decision.decided_on, today)})" if decision else "",
        mind=_thing_to_mind(dossier, today),
    )


def _promise_in_words(item: Commitment, today: date) -> str:
    when = lateness(item.due, today) if item.due else item.event or "nog geen dag"
    return f"{item.who or item.side.value}: {item.what} ({when})"


def _thing_to_mind(dossier: Dossier, today: date) -> str:
    late = [item for item in dossier.commitments if item.is_late(today)]
    ours = [item for item in late if item.side.value in ("wij", "beiden")]
    if ours and ours[0].due:
        return f"Onze toezegging “{ours[0].what}” is {lateness(ours[0].due, today)}."
    trouble = next((c for c in dossier.contacts[:3] if c.nature is ContactNature.PROBLEM), None)
    if trouble:
        day = short_day(local_day(trouble.at), today)
        return f"Er was iets mis op {day}: {trouble.subject}."
    if late and (due := late[0].due):
        third = late[0].side is Side.THIRD
        who = (late[0].who or "Een derde") if third else "De klant"
        return f"{who[:1].upper()}{who[1:]} is {lateness(due, today)} met “{late[0].what}”."
    if dossier.wishes:
        return f"Op de wens “{dossier.wishes[0].text}” is nog niet geantwoord."
    if dossier.contacts:
        days = (today - local_day(dossier.contacts[0].at)).days
        if days > 90:
            return f"U sprak elkaar {days} dagen niet."
    return ""
