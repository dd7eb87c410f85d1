"""Appointments (afspraken): planned and held talks, with agenda, people and expectations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from gesprekshulp.domain.errors import ReasonMissing
from gesprekshulp.domain.ids import (
    AdviserId,
    AgendaItemId,
    AppointmentId,
    AssignmentId,
    ClientId,
    PersonId,
)


class AppointmentKind(StrEnum):
    """In what way the talk is held."""

    VISIT = "bezoek"
    OFFICE = "kantoor"
    PHONE = "telefoon"
    VIDEO = "video"


class AppointmentStatus(StrEnum):
    """Where the talk is in its life."""

    PLANNED = "gepland"
    IN_PROGRESS = "bezig"
    HELD = "gehouden"
    DONE = "afgerond"
    CANCELLED = "afgezegd"


class GoalReached(StrEnum):
    """The answer at the end: did the talk bring what it was for?"""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"


class Side(StrEnum):
    """On which side of the table somebody sits, and who binds himself to a promise."""

    US = "wij"
    CLIENT = "klant"
    BOTH = "beiden"
    THIRD = "derde"


class Speaker(StrEnum):
    """Who mostly speaks during an agenda item."""

    US = "wij"
    CLIENT = "klant"
    TOGETHER = "samen"


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of a calendar event something is: SEQUENCE, then when it was revised."""

    sequence: int
    revised_at: datetime | None = None

    @property
    def order(self) -> tuple[int, float]:
        """Sorts versions, the oldest first."""
        return self.sequence, self.revised_at.timestamp() if self.revised_at else 0.0

    def is_newer_than(self, other: Version) -> bool:
        """Whether this replaces another version (RFC 5546, 2.1.5).

        Of an equal SEQUENCE the later one does, when of both is known when they were revised.
        """
        if self.sequence != other.sequence:
            return self.sequence > other.sequence
        if self.revised_at is None or other.revised_at is None:
            return False
        return self.revised_at > other.revised_at


@dataclass(frozen=True, slots=True)
class Appointment:
    """A talk with a client.

    `starts_at` and `ends_at` are aware moments in UTC; of an all-day appointment they are the
    local midnights around its days. `uid`, `recurrence` and `sequence` come from the calendar file
    it was read from and recognise an update of the same event; `revised_at` is when the calendar
    last changed that event, where it said so. `calendar_title` and `calendar_place` are what the
    calendar said, None where that is not known. `goal` goes on after the fixed opening "Aan het
    einde van dit gesprek ...". `started_at` and `stopped_at` say when the talk itself was held.
    `previous_report_read_at` is when the adviser marked the last report as read.
    """

    id: AppointmentId
    title: str
    starts_at: datetime
    ends_at: datetime
    client_id: ClientId | None = None
    assignment_id: AssignmentId | None = None
    kind: AppointmentKind = AppointmentKind.VISIT
    status: AppointmentStatus = AppointmentStatus.PLANNED
    all_day: bool = False
    place: str = ""
    goal: str = ""
    wished_outcome: str = ""
    goal_reached: GoalReached | None = None
    goal_note: str = ""
    previous_report_read_at: datetime | None = None
    started_at: datetime | None = None
    stopped_at: datetime | None = None
    uid: str = ""
    recurrence: str = ""
    sequence: int = 0
    description: str = ""
    revised_at: datetime | None = None
    calendar_title: str | None = None
    calendar_place: str | None = None

    @property
    def has_own_title(self) -> bool:
        """Whether the adviser gave it another title than the calendar it was read from."""
        return self.calendar_title is not None and self.title != self.calendar_title

    @property
    def has_own_place(self) -> bool:
        """Whether the adviser gave it another place than the calendar it was read from."""
        return self.calendar_place is not None and self.place != self.calendar_place

    @property
    def version(self) -> Version:
        """Which version of the calendar event this is."""
        return Version(self.sequence, self.revised_at)

    @property
    def minutes(self) -> int:
        """Planned length in whole minutes."""
        return max(0, round((self.ends_at - self.starts_at).total_seconds() / 60))

    @property
    def is_open(self) -> bool:
        """Whether the talk is still to be held or finished."""
        return self.status in (AppointmentStatus.PLANNED, AppointmentStatus.IN_PROGRESS)

    def moved(
        self, starts_at: datetime, ends_at: datetime, change: AppointmentChange
    ) -> Appointment:
        """The same talk at another time. Raises ReasonMissing when nobody says why."""
        change.require_reason()
        return replace(self, starts_at=starts_at, ends_at=ends_at)

    def cancelled(self, change: AppointmentChange) -> Appointment:
        """The talk called off. Raises ReasonMissing when nobody says why."""
        change.require_reason()
        return replace(self, status=AppointmentStatus.CANCELLED)


class ChangeKind(StrEnum):
    """What happened to a planned talk."""

    MOVED = "verzet"
    CANCELLED = "afgezegd"
    LATE = "te laat begonnen"


@dataclass(frozen=True, slots=True)
class AppointmentChange:
    """A trace of moving or cancelling: by which side, by whom, why, from when to when."""

    id: str
    appointment_id: AppointmentId
    kind: ChangeKind
    by: Side
    who: str
    reason: str
    at: datetime
    from_start: datetime | None = None
    to_start: datetime | None = None

    def require_reason(self) -> None:
        """Raise ReasonMissing unless a reason is given."""
        if not self.reason.strip():
            raise ReasonMissing(
                f"Zet erbij waarom de afspraak wordt {self.kind.value};"
                " zonder reden gebeurt er niets."
            )


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody at the table, or invited to it. `present` is None as long as nobody said so."""

    id: str
    appointment_id: AppointmentId
    name: str
    side: Side = Side.CLIENT
    role: str = ""
    email: str = ""
    person_id: PersonId | None = None
    adviser_id: AdviserId | None = None
    present: bool | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One point of the agenda. `spent` is the time used during the talk, in whole seconds."""

    id: AgendaItemId
    appointment_id: AppointmentId
    position: int
    title: str
    minutes: int = 10
    speaker: Speaker = Speaker.TOGETHER
    done: bool = False
    spent: int = 0


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the client expects, in the client's own words, and when that was checked."""

    id: str
    appointment_id: AppointmentId
    position: int
    person: str
    words: str
    asked_on: date | None = None
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """Something that had to be sent to the client before the talk."""

    id: str
    appointment_id: AppointmentId
    position: int
    what: str
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class TalkShares:
    """Minutes of the agenda by who speaks."""

    explaining: int
    together: int
    listening: int

    @property
    def total(self) -> int:
        """All minutes together."""
        return self.explaining + self.together + self.listening

    @property
    def listening_share(self) -> float:
        """The share in which we listen, 0 to 1; time together counts for half."""
        return (self.listening + self.together / 2) / self.total if self.total else 0.0


def talk_shares(items: tuple[AgendaItem, ...]) -> TalkShares:
    """How the minutes of an agenda divide over explaining, talking together and listening."""

    def minutes(speaker: Speaker) -> int:
        return sum(item.minutes for item in items if item.speaker is speaker)

    return TalkShares(minutes(Speaker.US), minutes(Speaker.TOGETHER), minutes(Speaker.CLIENT))
