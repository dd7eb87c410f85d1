"""What readers give: one record for each event, person, contact or card in a file.

Records are as the file says it, tidied but not yet compared with the archive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from gesprekshulp.domain.appointment import AppointmentKind, Version
from gesprekshulp.domain.client import ClientKind, ClientStatus
from gesprekshulp.domain.contact import ContactKind, ContactNature
from gesprekshulp.domain.text import NOTHING_INTERNAL, InternalText


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of a file that cannot be used: why, and on which line (from 1) when known."""

    reason: str
    line: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody whom a calendar event names. `declined` is True when he said he will not come."""

    name: str
    email: str = ""
    role: str = ""
    declined: bool = False


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event of a calendar; of a recurring one, one occurrence.

    Moments are in UTC. `recurrence` is the original start of an occurrence ("20261130T090000Z", or
    "20261130" for whole days) and empty for a single event. `in_series` says that the whole series
    stands in the same file. `is_own_promise` says that it is a promise that we wrote out ourselves.
    `revised_at` is when the organiser last changed it, where the file tells. `is_timeless` marks a
    withdrawal that does not name the time of what it withdraws, `is_exception` an occurrence that
    differs from its series, which has a version of its own.
    """

    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    line: int
    recurrence: str = ""
    sequence: int = 0
    all_day: bool = False
    place: str = ""
    description: str = ""
    kind: AppointmentKind = AppointmentKind.VISIT
    cancelled: bool = False
    organizer: Invitee | None = None
    attendees: tuple[Invitee, ...] = ()
    in_series: bool = False
    warnings: tuple[str, ...] = ()
    is_own_promise: bool = False
    revised_at: datetime | None = None
    is_timeless: bool = False
    is_exception: bool = False

    @property
    def people(self) -> tuple[Invitee, ...]:
        """Everybody whom it names, the organiser first."""
        return (*((self.organizer,) if self.organizer else ()), *self.attendees)

    @property
    def version(self) -> Version:
        """Which version of the event this is."""
        return Version(self.sequence, self.revised_at)


@dataclass(frozen=True, slots=True)
class SeriesRecord:
    """A recurring event as a whole: which occurrences it has between two moments.

    Serves to notice occurrences that have left the series since it was read before. `complete` is
    False when there were too many to read.
    """

    uid: str
    sequence: int
    first: datetime
    until: datetime
    recurrences: frozenset[str]
    removed: frozenset[str]
    complete: bool = True
    revised_at: datetime | None = None

    @property
    def version(self) -> Version:
        """Which version of the series this is."""
        return Version(self.sequence, self.revised_at)


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person with his organisation, a private person, or an organisation without a person.

    `client_*` fields belong to the organisation; the others to the person.
    """

    line: int
    name: str = ""
    client_name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    remarks: InternalText = NOTHING_INTERNAL
    client_kind: ClientKind | None = None
    client_status: ClientStatus | None = None
    client_email: str = ""
    client_phone: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    website: str = ""
    trade: str = ""
    size: str = ""
    since: int | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailAddress:
    """A name and a mail address from a message."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that came with a message."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """An earlier contact. `key` recognises it when it is read again.

    `client_name` and `person_name` come from a table; of a message `sender` and `receivers` say
    who it was between. `at` is in UTC.
    """

    line: int
    at: datetime
    subject: str
    key: str
    client_name: str = ""
    person_name: str = ""
    person_email: str = ""
    kind: ContactKind = ContactKind.OTHER
    nature: ContactNature = ContactNature.NEUTRAL
    text: str = ""
    outcome: str = ""
    sender: MailAddress | None = None
    receivers: tuple[MailAddress, ...] = ()
    attachments: tuple[AttachedFile, ...] = ()
    warnings: tuple[str, ...] = ()


Record = EventRecord | PersonRecord | ContactRecord


@dataclass(frozen=True, slots=True)
class FileRecords:
    """All that one file gave, or one sheet of a workbook with several; `name` tells which."""

    name: str
    records: tuple[Record, ...] = ()
    refused: tuple[Refused, ...] = ()
    series: tuple[SeriesRecord, ...] = ()
    file: str = ""

    @property
    def file_name(self) -> str:
        """The file that it is from."""
        return self.file or self.name
