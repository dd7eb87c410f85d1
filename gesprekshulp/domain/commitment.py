"""Commitments (toezeggingen): someone's promise, by when, and its history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.errors import ReasonMissing
from gesprekshulp.domain.ids import AppointmentId, ClientId, CommitmentId, LineId


class CommitmentState(StrEnum):
    """Where a promise stands. "Te laat" is not a state but follows from its day."""

    OPEN = "open"
    KEPT = "nagekomen"
    KEPT_LATE = "te laat nagekomen"
    TAKEN_OVER = "overgenomen"
    DROPPED = "vervallen"


class EventKind(StrEnum):
    """What can happen to a promise."""

    MADE = "toegezegd"
    CHANGED = "gewijzigd"
    MOVED = "verzet"
    KEPT = "nagekomen"
    REOPENED = "heropend"
    TAKEN_OVER = "overgenomen"
    DROPPED = "vervallen"
    CONFIRMED = "bevestigd"


WITH_DAY = (EventKind.MADE, EventKind.CHANGED, EventKind.MOVED)
"""Lines of history that say which day a promise had from then on."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise: who does what by which day.

    `due` is the last day on which it is still kept in time. It is None when the promise hangs on
    an event (`event`, in the words that were used: "voor het volgende overleg") or when no day was
    named at all. `moves` counts how often the day was moved. `made_on` is the day it was said and
    `said` are the words. `event_appointment_id` is the appointment on which the event hangs;
    `waits_for` is a promise of the other side that must be kept first. `hours` is the work it is.
    """

    id: CommitmentId
    client_id: ClientId
    side: Side
    who: str
    what: str
    made_on: date
    due: date | None = None
    event: str = ""
    state: CommitmentState = CommitmentState.OPEN
    said: str = ""
    appointment_id: AppointmentId | None = None
    line_id: LineId | None = None
    hours: float | None = None
    moves: int = 0
    closed_on: date | None = None
    checked: bool = False
    event_appointment_id: AppointmentId | None = None
    waits_for: CommitmentId | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.state is CommitmentState.OPEN

    @property
    def is_vague(self) -> bool:
        """Whether nothing holds it: no day and no event."""
        return self.due is None and not self.event

    def is_late(self, today: date) -> bool:
        """Whether it should have been done before `today`."""
        return self.is_open and self.due is not None and self.due < today

    def moved(self, to: date, reason: str) -> Commitment:
        """The same promise with a new day. Raises ReasonMissing: never moved in silence."""
        if not reason.strip():
            raise ReasonMissing(
                f"Zet erbij waarom “{self.what}” naar een andere dag gaat;"
                " zonder reden blijft de dag staan."
            )
        return replace(self, due=to, event="", event_appointment_id=None, moves=self.moves + 1)

    def with_term(self, due: date | None, event: str = "") -> Commitment:
        """The same promise with this day, or without one with this event.

        While its day stays, so does the talk that gave it; another day is its own.
        """
        event = event.strip()
        same = due == self.due if due else event != "" and event == self.event
        if same:
            return self
        return replace(self, due=due, event="" if due else event, event_appointment_id=None)

    def kept(self, on: date) -> Commitment:
        """The promise done on that day; late when its day had passed."""
        late = self.due is not None and on > self.due
        state = CommitmentState.KEPT_LATE if late else CommitmentState.KEPT
        return replace(self, state=state, closed_on=on)

    def dropped(self, on: date, reason: str) -> Commitment:
        """The promise called off. Raises ReasonMissing when nobody says why."""
        if not reason.strip():
            raise ReasonMissing(
                f"Zet erbij waarom “{self.what}” vervalt; zonder reden blijft zij staan."
            )
        return replace(self, state=CommitmentState.DROPPED, closed_on=on)

    def taken_over(self, by: str) -> Commitment:
        """The same promise in the hands of somebody else; it stays open."""
        return replace(self, who=by)

    def reopened(self) -> Commitment:
        """The promise open again, as when it was ticked off by mistake."""
        return replace(self, state=CommitmentState.OPEN, closed_on=None)


@dataclass(frozen=True, slots=True)
class CommitmentEvent:
    """One line of a promise's history; never changed and never removed.

    `told` says of a move whether the other side was told; None when nobody said so.
    """

    id: str
    commitment_id: CommitmentId
    kind: EventKind
    at: datetime
    text: str = ""
    from_day: date | None = None
    to_day: date | None = None
    told: bool | None = None


def last_move(promise: Commitment, history: Iterable[CommitmentEvent]) -> CommitmentEvent | None:
    """The move that gave a promise the day it has; `history` is newest first.

    One that was taken back is passed over.
    """
    return next(iter(moves_of(promise, history)), None)


def moves_of(
    promise: Commitment, history: Iterable[CommitmentEvent]
) -> tuple[CommitmentEvent, ...]:
    """The moves that led from the first day of a promise to the one it has, newest first.

    `history` is newest first; moves that were taken back are passed over.
    """
    found: list[CommitmentEvent] = []
    day = promise.due
    for event in history:
        if event.kind is EventKind.MOVED and event.to_day == day:
            found.append(event)
            day = event.from_day
    return tuple(found)


class DueGroup(StrEnum):
    """The headings under which promises stand in a list, in this order."""

    LATE = "Te laat"
    TODAY = "Vandaag"
    THIS_WEEK = "Deze week"
    NEXT_WEEK = "Volgende week"
    LATER = "Later"
    NO_DAY = "Zonder termijn"


def due_group(due: date | None, today: date) -> DueGroup:
    """Under which heading an open promise stands. Weeks are ISO weeks, Monday to Sunday."""
    if due is None:
        return DueGroup.NO_DAY
    if due < today:
        return DueGroup.LATE
    if due == today:
        return DueGroup.TODAY
    days_to_sunday = 6 - today.weekday()
    days = (due - today).days
    if days <= days_to_sunday:
        return DueGroup.THIS_WEEK
    if days <= days_to_sunday + 7:
        return DueGroup.NEXT_WEEK
    return DueGroup.LATER
