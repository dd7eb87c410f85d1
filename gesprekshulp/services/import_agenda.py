"""What the archive has of the events in calendars, by their UID and occurrence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from itertools import takewhile
from zoneinfo import ZoneInfo

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, ChangeKind, Participant
from gesprekshulp.exchange.calendar_series import key_of
from gesprekshulp.exchange.records import EventRecord
from gesprekshulp.exchange.timezones import local_zone
from gesprekshulp.storage.archive import Work

# The trace of a move by the calendar says so; every other move was the adviser's own.
MOVED = "Verzet in de agenda"
Key = tuple[str, str]


@dataclass(slots=True)
class Agenda:
    """What the archive has of the events in the files, found by UID and occurrence.

    `own_moves` says of appointments that were last moved by the adviser, once or more often, where
    the calendar had them, `exceptions` which occurrences differ from their series in the files.
    `seen` are the events of this reading that were planned already.
    """

    by_key: dict[Key, Appointment]
    participants: dict[str, list[Participant]]
    own_moves: dict[str, datetime | None] = field(default_factory=dict[str, "datetime | None"])
    zone: tzinfo = field(default_factory=lambda: ZoneInfo(local_zone()))
    seen: set[Key] = field(default_factory=set[Key])
    exceptions: frozenset[Key] = frozenset()

    @classmethod
    def of(cls, work: Work, records: Sequence[EventRecord]) -> Agenda:
        """The appointments that were read from these events before."""
        found = work.appointments.with_uids(list(dict.fromkeys(one.uid for one in records)))
        ids: list[str] = [one.id for one in found]
        people: dict[str, list[Participant]] = {}
        own: dict[str, datetime | None] = {}
        for start in range(0, len(ids), 500):
            people.update(work.participants.of_appointments(ids[start : start + 500]))
            traces = work.appointment_changes.of_appointments(ids[start : start + 500])
            for id, changes in traces.items():
                moves = (one for one in changes if one.kind is ChangeKind.MOVED)
                for move in takewhile(lambda one: one.reason != MOVED, moves):
                    own[id] = move.from_start
        return cls(
            {(one.uid, one.recurrence): one for one in found}, people, own,
            exceptions=frozenset((o.uid, o.recurrence) for o in records if o.is_exception),
        )  # fmt: skip

    def occurrences(self, uid: str) -> list[Appointment]:
        """What the archive has of an event, oldest first."""
        found = [one for (known, _), one in self.by_key.items() if known == uid]
        return sorted(found, key=lambda one: one.starts_at)

    def stored(self, record: EventRecord) -> Appointment | None:
        """What an earlier reading made of this event, or of this occurrence."""
        found = self.by_key.get((record.uid, record.recurrence))
        if found is None and record.recurrence:
            # A single event that has become the first of a series since.
            single = self.by_key.get((record.uid, ""))
            if single is not None and self._occurrence(single) == record.recurrence:
                return single
        return found

    def is_of_older_series(
        self, series: Sequence[Appointment], record: EventRecord, now: datetime
    ) -> bool:
        """Whether an unknown occurrence is from before its whole series was changed.

        What is past keeps the version it was held in, so what is to come tells, where there is any.
        An exception, which may be read before its series, has a version of its own and tells
        nothing; one that only the adviser moved still has the version of its series.
        """
        series = [
            one for one in series
            if (one.uid, one.recurrence) not in self.exceptions
            and self._occurrence(one, self.own_moves.get(one.id)) == one.recurrence
        ]  # fmt: skip
        if not series:
            return False
        coming = still_to_come(series, now)
        return all(one.version.is_newer_than(record.version) for one in coming or series)

    def _occurrence(self, single: Appointment, calendar_start: datetime | None = None) -> str:
        begin = (calendar_start or single.starts_at).astimezone(self.zone)
        return key_of(begin.date() if single.all_day else begin)


def still_to_come(series: Sequence[Appointment], now: datetime) -> list[Appointment]:
    """The occurrences that are planned and have not begun."""
    return [
        one for one in series if one.status is AppointmentStatus.PLANNED and one.starts_at >= now
    ]
