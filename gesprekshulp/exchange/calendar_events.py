"""One event of a calendar as it stands there, before it repeats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from gesprekshulp.domain.calendar_entry import UID_PREFIX
from gesprekshulp.exchange import calendar_fields
from gesprekshulp.exchange.calendar_lines import EventLines
from gesprekshulp.exchange.calendar_moments import (
    YEARS,
    after,
    in_utc,
    is_midnight,
    like,
    moment_of,
    moments_of,
    skipped,
)
from gesprekshulp.exchange.calendar_series import key_of
from gesprekshulp.exchange.records import EventRecord

_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
# The agenda looks no further back than this for what still goes on.
_LONGEST = timedelta(days=31)


class UnusableError(ValueError):
    """An event without which the rest of the file goes on."""


@dataclass(frozen=True, slots=True)
class Event:
    """A VEVENT as it stands in the file, before it repeats.

    Days are dates and moments are aware. `original` is the start of the occurrence that it
    replaces, `extra` and `removed` are what it adds to its rule and takes from it.
    """

    record: EventRecord
    starts: date
    ends: date
    original: date | None
    rule: object | None
    extra: tuple[date, ...]
    removed: tuple[date, ...]
    this_and_future: bool

    @property
    def repeats(self) -> bool:
        """Whether it says how a series repeats."""
        return self.original is None and (self.rule is not None or bool(self.extra))


def event_of(lines: EventLines, component: Any, local: ZoneInfo) -> Event:
    """The event in these lines, of which `component` is what the parser made.

    Raises UnusableError, with the reason in Dutch, for what is no talk or has no usable time.
    """
    if lines.method in ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"):
        raise UnusableError("Dit is een antwoord op een uitnodiging, geen afspraak.")
    warnings = list(lines.warnings)
    cancelled = (
        lines.method == "CANCEL"
        or calendar_fields.plain(component.get("STATUS")).upper() == "CANCELLED"
    )
    original = moment_of(component.get("RECURRENCE-ID"), local)
    revised = _revised(component, local)
    starts = moment_of(component.get("DTSTART"), local)
    # A withdrawal need not say when what it withdraws would have been (RFC 5546, 3.2.5).
    timeless = cancelled and not lines.value("DTSTART") and bool(lines.value("UID").strip())
    if timeless:
        starts = original or revised or _NO_TIME
    if starts is None:
        words = "ontbreekt" if component.get("DTSTART") is None else "is niet te lezen"
        raise UnusableError(f"Het begin van de afspraak {words}.")
    if starts.year not in YEARS:
        raise UnusableError(f"Het begin ligt in het jaar {starts.year}; dat kan niet kloppen.")
    ends = starts + _HOUR if timeless else _end(component, starts, local, warnings)
    if cancelled:
        warnings = list(lines.warnings)  # How long it would have lasted no longer matters.
    if words := skipped(starts):
        warnings.append(words)
    all_day = not isinstance(starts, datetime)
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        flag = str(component.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() == "TRUE"
        if flag and is_midnight(starts) and is_midnight(ends):
            # Outlook writes whole days as midnights on its own clock.
            starts, ends, all_day = starts.date(), ends.date(), True
    try:
        record = EventRecord(
            uid=calendar_fields.plain(component.get("UID"))[:500],
            title=calendar_fields.title(component),
            starts_at=in_utc(starts, local),
            ends_at=in_utc(ends, local),
            line=lines.line,
            sequence=calendar_fields.whole_number(component.get("SEQUENCE")),
            all_day=all_day,
            place=calendar_fields.place(component),
            description=calendar_fields.description(component),
            kind=calendar_fields.kind(component),
            cancelled=cancelled,
            organizer=calendar_fields.organizer(component),
            attendees=calendar_fields.attendees(component),
            warnings=tuple(warnings),
            is_own_promise=_is_own_promise(lines),
            revised_at=revised,
            is_timeless=timeless,
        )
    except (OverflowError, ValueError) as error:
        raise UnusableError("De tijd van de afspraak is niet te lezen.") from error
    if record.ends_at - record.starts_at > _LONGEST:
        raise UnusableError("Dit duurt langer dan een maand; dat is geen gesprek.")
    if not record.uid:
        print_of = f"{record.starts_at.isoformat()}|{record.title}|{record.place}"
        record = replace(record, uid=f"zonder-{sha256(print_of.encode()).hexdigest()[:32]}")
    if original is not None:
        record = replace(record, recurrence=key_of(like(starts, original, local)))
    parameters: Any = (
        calendar_fields.member(calendar_fields.first(component.get("RECURRENCE-ID")), "params")
        or {}
    )
    return Event(
        record,
        starts,
        ends,
        original,
        calendar_fields.rule(component),
        tuple(like(starts, day, local) for day in moments_of(component.get("RDATE"), local)),
        tuple(moments_of(component.get("EXDATE"), local)),
        str(parameters.get("RANGE", "")).upper() == "THISANDFUTURE",
    )


def _revised(component: Any, local: ZoneInfo) -> datetime | None:
    """When the organiser last changed the event: LAST-MODIFIED, or else when it was sent.

    Calendars put the moment of an export in DTSTAMP, so that counts only without the other.
    """
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        moment = moment_of(component.get(name), local)
        if isinstance(moment, datetime) and moment.year in YEARS:
            return moment.astimezone(UTC).replace(microsecond=0)
    return None


def _is_own_promise(lines: EventLines) -> bool:
    """Whether we wrote an event ourselves, also when it went through a calendar since.

    Calendars drop properties that they do not know; some write a foreign UID in hexadecimals.
    """
    uid = lines.value("UID").strip().lower()
    return (
        uid.startswith(UID_PREFIX)
        or UID_PREFIX.encode().hex() in uid
        or bool(lines.value("X-GESPREKSHULP"))
    )


def _end(component: Any, starts: date, local: ZoneInfo, warnings: list[str]) -> date:
    """When an event is over. The day that DTEND names does not belong to a whole-day event."""
    whole_day = not isinstance(starts, datetime)
    ends = moment_of(component.get("DTEND"), local)
    if ends is None:
        length: Any = calendar_fields.member(calendar_fields.first(component.get("DURATION")), "dt")
        if isinstance(length, timedelta) and timedelta() < length <= timedelta(days=366):
            ends = after(starts, max(_DAY, timedelta(days=length.days)) if whole_day else length)
    if ends is not None:
        ends = like(starts, ends, local)
        try:
            # Over the night that the clock goes forward, only UTC tells what comes after what.
            if ends.year in YEARS and in_utc(ends, local) > in_utc(starts, local):
                return ends
        except (TypeError, OverflowError):
            pass
    if not whole_day and not skipped(starts):
        warnings.append("Er stond geen bruikbaar einde bij; een uur aangehouden.")
    return after(starts, _DAY if whole_day else _HOUR)
