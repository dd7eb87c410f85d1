"""Reads .ics: Outlook's, Google's and other calendars' events, each occurrence a record.

Nothing is fetched: links, attachments and pictures in a calendar are never opened.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any, cast
from zoneinfo import ZoneInfo

from gesprekshulp.domain.calendar_entry import UID_PREFIX
from gesprekshulp.exchange import calendar_fields
from gesprekshulp.exchange.calendar_lines import CalendarParts, EventLines, parts, resolve_zones
from gesprekshulp.exchange.calendar_series import (
    MAX_OCCURRENCES,
    PARSER_ERRORS,
    CannotRepeatError,
    Master,
    Override,
    bounds,
    expand,
    key_of,
)
from gesprekshulp.exchange.encodings import decode
from gesprekshulp.exchange.files import UnreadableFile
from gesprekshulp.exchange.records import EventRecord, FileRecords, Refused, SeriesRecord
from gesprekshulp.exchange.timezones import LOCAL

_YEARS = range(1950, 2151)
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
# The agenda looks no further back than this for what still goes on.
_LONGEST = timedelta(days=31)


def read_calendar(name: str, data: bytes, today: date, zone: str = LOCAL) -> FileRecords:
    """The events of a calendar file.

    Times without a zone are those of `zone`. Recurring events become their occurrences from one
    year before `today` to two years after. Raises UnreadableFile for a broken file.
    """
    found = parts(name, decode(name, data))
    if not found.events:
        what = "alleen taken of notities, geen afspraken" if found.others else "geen afspraken"
        raise UnreadableFile(name, f"bevat {what}; er is niets om in te lezen.")
    resolve_zones(found)
    local = ZoneInfo(zone)
    refused: list[Refused] = []
    events: list[_Event] = []
    for lines, component in _parsed(found):
        try:
            if component is None:
                raise _UnusableError("Deze afspraak is niet te lezen.")
            events.append(_event(lines, component, local))
        except _UnusableError as error:
            title = calendar_fields.raw_title(lines)
            refused.append(Refused(str(error), lines.line, title))
    records: list[EventRecord] = []
    series: list[SeriesRecord] = []
    for group in _by_uid(events):
        _read_group(group, today, local, records, series)
    records.sort(key=lambda record: (record.line, record.starts_at))
    return FileRecords(name, tuple(records), tuple(refused), tuple(series))


class _UnusableError(ValueError):
    """An event without which the rest of the file goes on."""


@dataclass(frozen=True, slots=True)
class _Event:
    """A VEVENT as it stands in the file, before it repeats."""

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
        return self.original is None and (self.rule is not None or bool(self.extra))


def _parsed(found: CalendarParts) -> Iterable[tuple[EventLines, Any]]:
    """Every event with what the parser made of it; None when it made nothing of it."""
    from icalendar import Calendar

    def parse(events: list[EventLines], zones: dict[str, list[str]]) -> list[Any]:
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gesprekshulp//NL"]
        for definition in zones.values():
            lines += definition
        for event in events:
            lines += ["BEGIN:VEVENT", *event.lines, "END:VEVENT"]
        lines.append("END:VCALENDAR")
        calendar: Any = Calendar.from_ical("\r\n".join(lines))
        return list(calendar.walk("VEVENT"))

    try:
        together = parse(found.events, found.zones)
        if len(together) == len(found.events):
            return list(zip(found.events, together, strict=True))
    except PARSER_ERRORS:
        pass  # One of them stops the parser: look for it below, and keep the rest.
    apart: list[tuple[EventLines, Any]] = []
    for event in found.events:
        zones = {name: lines for name, lines in found.zones.items() if name in event.zones}
        component = None
        for tried in (zones, {}):
            try:
                component = next(iter(parse([event], tried)), None)
                break
            except PARSER_ERRORS:
                continue
        apart.append((event, component))
    return apart


def _event(lines: EventLines, component: Any, local: ZoneInfo) -> _Event:
    if lines.method in ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"):
        raise _UnusableError("Dit is een antwoord op een uitnodiging, geen afspraak.")
    warnings = list(lines.warnings)
    cancelled = (
        lines.method == "CANCEL"
        or calendar_fields.plain(component.get("STATUS")).upper() == "CANCELLED"
    )
    original = _moment(component.get("RECURRENCE-ID"), local)
    revised = _revised(component, local)
    starts = _moment(component.get("DTSTART"), local)
    # A withdrawal need not say when what it withdraws would have been (RFC 5546, 3.2.5).
    timeless = cancelled and not lines.value("DTSTART") and bool(lines.value("UID").strip())
    if timeless:
        starts = original or revised or _NO_TIME
    if starts is None:
        words = "ontbreekt" if component.get("DTSTART") is None else "is niet te lezen"
        raise _UnusableError(f"Het begin van de afspraak {words}.")
    if starts.year not in _YEARS:
        raise _UnusableError(f"Het begin ligt in het jaar {starts.year}; dat kan niet kloppen.")
    ends = starts + _HOUR if timeless else _end(component, starts, local, warnings)
    if cancelled:
        warnings = list(lines.warnings)  # How long it would have lasted no longer matters.
    if words := _skipped(starts):
        warnings.append(words)
    all_day = not isinstance(starts, datetime)
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        flag = str(component.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() == "TRUE"
        if flag and _is_midnight(starts) and _is_midnight(ends):
            # Outlook writes whole days as midnights on its own clock.
            starts, ends, all_day = starts.date(), ends.date(), True
    try:
        record = EventRecord(
            uid=calendar_fields.plain(component.get("UID"))[:500],
            title=calendar_fields.title(component),
            starts_at=_utc(starts, local),
            ends_at=_utc(ends, local),
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
        raise _UnusableError("De tijd van de afspraak is niet te lezen.") from error
    if record.ends_at - record.starts_at > _LONGEST:
        raise _UnusableError("Dit duurt langer dan een maand; dat is geen gesprek.")
    if not record.uid:
        print_of = f"{record.starts_at.isoformat()}|{record.title}|{record.place}"
        record = replace(record, uid=f"zonder-{sha256(print_of.encode()).hexdigest()[:32]}")
    if original is not None:
        record = replace(record, recurrence=key_of(_like(starts, original, local)))
    parameters: Any = (
        calendar_fields.member(calendar_fields.first(component.get("RECURRENCE-ID")), "params")
        or {}
    )
    return _Event(
        record,
        starts,
        ends,
        original,
        calendar_fields.rule(component),
        tuple(_like(starts, day, local) for day in _moments(component.get("RDATE"), local)),
        tuple(_moments(component.get("EXDATE"), local)),
        str(parameters.get("RANGE", "")).upper() == "THISANDFUTURE",
    )


def _revised(component: Any, local: ZoneInfo) -> datetime | None:
    """When the organiser last changed the event: LAST-MODIFIED, or else when it was sent.

    Calendars put the moment of an export in DTSTAMP, so that counts only without the other.
    """
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        moment = _moment(component.get(name), local)
        if isinstance(moment, datetime) and moment.year in _YEARS:
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
    ends = _moment(component.get("DTEND"), local)
    if ends is None:
        length: Any = calendar_fields.member(calendar_fields.first(component.get("DURATION")), "dt")
        if isinstance(length, timedelta) and timedelta() < length <= timedelta(days=366):
            ends = _after(starts, max(_DAY, timedelta(days=length.days)) if whole_day else length)
    if ends is not None:
        ends = _like(starts, ends, local)
        try:
            # Over the night that the clock goes forward, only UTC tells what comes after what.
            if ends.year in _YEARS and _utc(ends, local) > _utc(starts, local):
                return ends
        except (TypeError, OverflowError):
            pass
    if not whole_day and not _skipped(starts):
        warnings.append("Er stond geen bruikbaar einde bij; een uur aangehouden.")
    return _after(starts, _DAY if whole_day else _HOUR)


def _skipped(starts: date) -> str:
    """What to say of a time that the clock skips when summer time begins; else nothing.

    Such a time is read with the offset of before (RFC 5545, 3.3.5), so an hour later on the wall.
    """
    if not isinstance(starts, datetime):
        return ""
    real = starts.astimezone(UTC).astimezone(starts.tzinfo)
    if real.replace(tzinfo=None) == starts.replace(tzinfo=None):
        return ""
    return (
        f"{starts:%H:%M} bestaat die nacht niet, want dan gaat de zomertijd in;"
        f" {real:%H:%M} aangehouden."
    )


def _after(starts: date, length: timedelta) -> date:
    """So much time later, counted in UTC: in the night that the clock is set the wall differs."""
    if not isinstance(starts, datetime):
        return starts + length
    return (starts.astimezone(UTC) + length).astimezone(starts.tzinfo)


def _moment(value: Any, local: ZoneInfo) -> date | None:
    """The day or aware moment that a property holds; None when it holds neither."""
    moment: Any = calendar_fields.member(calendar_fields.first(value), "dt")
    return _aware(moment, local)


def _aware(moment: Any, local: ZoneInfo) -> date | None:
    if isinstance(moment, datetime):
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=local)
    return moment if isinstance(moment, date) else None


def _moments(value: Any, local: ZoneInfo) -> list[date]:
    """The days or moments of all properties with this name; periods count by their start."""
    found: list[date] = []
    for single in calendar_fields.several(value):
        entries: Any = calendar_fields.member(single, "dts") or ()
        for entry in entries:
            moment: Any = calendar_fields.member(entry, "dt")
            if isinstance(moment, tuple):
                moment = next(iter(cast("tuple[Any, ...]", moment)), None)
            aware = _aware(moment, local)
            if aware is not None and aware.year in _YEARS:
                found.append(aware)
    return found


def _like(pattern: date, moment: date, local: ZoneInfo) -> date:
    """The same day or moment in the form of another: a day for days, a moment for moments."""
    if isinstance(pattern, datetime):
        if isinstance(moment, datetime):
            return moment
        # A date that stands for an occurrence means the occurrence of that day.
        return datetime.combine(moment, pattern.timetz())
    if isinstance(moment, datetime):
        return moment.astimezone(local).date()
    return moment


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _utc(moment: date, local: ZoneInfo) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=local)
    return moment.astimezone(UTC).replace(microsecond=0)


def _by_uid(events: list[_Event]) -> Iterable[list[_Event]]:
    groups: dict[str, list[_Event]] = {}
    for event in events:
        groups.setdefault(event.record.uid, []).append(event)
    return groups.values()


def _read_group(
    group: list[_Event],
    today: date,
    local: ZoneInfo,
    records: list[EventRecord],
    series: list[SeriesRecord],
) -> None:
    """All events of one UID: a single one, or a series with its exceptions."""
    masters = [event for event in group if event.original is None]
    newest = max(masters, key=lambda event: event.record.version.order, default=None)
    if newest is None or not newest.repeats:
        records.extend(event.record for event in group)
        return
    # Of an exception that stands there twice, the newest version counts.
    others: dict[str, _Event] = {}
    for event in group:
        if event.original is not None:
            event = _of_series(newest, event, local)
            key = event.record.recurrence
            earlier = others.get(key)
            if earlier is None or not earlier.record.version.is_newer_than(event.record.version):
                others[key] = event
    overrides = list(others.values())
    _read_series(newest, overrides, today, local, records, series)


def _of_series(master: _Event, event: _Event, local: ZoneInfo) -> _Event:
    """An exception under the name of the occurrence that it replaces."""
    assert event.original is not None
    original = _like(master.starts, _day_meant(master.starts, event.original), local)
    return replace(
        event, original=original, record=replace(event.record, recurrence=key_of(original))
    )


def _day_meant(starts: date, named: date) -> date:
    """What an exception names. Exchange writes midnight for the whole day of an occurrence."""
    if isinstance(named, datetime) and isinstance(starts, datetime):
        return named.date() if _is_midnight(named) and not _is_midnight(starts) else named
    return named


def _read_series(
    master: _Event,
    overrides: list[_Event],
    today: date,
    local: ZoneInfo,
    records: list[EventRecord],
    series: list[SeriesRecord],
) -> None:
    first, until = bounds(today)
    removed = tuple(_day_meant(master.starts, day) for day in master.removed)
    whole = Master(master.starts, master.ends, master.rule, master.extra, removed)
    exceptions = [
        Override(event.original, _like(master.starts, event.starts, local),
                 _like(master.starts, event.ends, local), event.this_and_future)
        for event in overrides
        if event.original is not None
    ]  # fmt: skip
    try:
        occurrences, complete = expand(whole, exceptions, first, until, today)
        warnings = master.record.warnings
        if not complete:
            warnings = (*warnings, f"Van deze reeks zijn {MAX_OCCURRENCES} afspraken gelezen.")
        for one in occurrences:
            source = master if one.override is None else overrides[one.override]
            future = source.this_and_future and one.key != source.record.recurrence
            same_day = source is not master and not future
            version = source.record.version
            if master.record.cancelled:
                version = max(version, master.record.version, key=lambda one: one.order)
            records.append(
                replace(
                    source.record,
                    recurrence=one.key,
                    starts_at=source.record.starts_at if same_day else _utc(one.starts, local),
                    ends_at=source.record.ends_at if same_day else _utc(one.ends, local),
                    # A series that was withdrawn takes its exceptions along.
                    cancelled=source.record.cancelled
                    or (
                        master.record.cancelled and master.record.sequence >= source.record.sequence
                    ),
                    sequence=version.sequence,
                    revised_at=version.revised_at,
                    in_series=True,
                    is_exception=source is not master,
                    warnings=warnings,
                )
            )
    except (CannotRepeatError, OverflowError, ValueError):
        note = "De herhaling is niet te lezen; alleen de eerste afspraak is gelezen."
        key = key_of(master.starts)
        records.append(
            replace(master.record, recurrence=key, warnings=(*master.record.warnings, note))
        )
        records.extend(event.record for event in overrides)
        return
    series.append(
        SeriesRecord(
            master.record.uid,
            master.record.sequence,
            _utc(first, local),
            _utc(until, local),
            frozenset(one.key for one in occurrences),
            frozenset(key_of(_like(master.starts, day, local)) for day in removed),
            complete,
            master.record.revised_at,
        )
    )
