"""Reads .ics: Outlook's, Google's and other calendars' events, each occurrence a record.

Nothing is fetched: links, attachments and pictures in a calendar are never opened.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from gesprekshulp.exchange import calendar_fields
from gesprekshulp.exchange.calendar_events import Event, UnusableError, event_of
from gesprekshulp.exchange.calendar_lines import CalendarParts, EventLines, parts, resolve_zones
from gesprekshulp.exchange.calendar_occurrences import read_group
from gesprekshulp.exchange.calendar_series import PARSER_ERRORS
from gesprekshulp.exchange.encodings import decode
from gesprekshulp.exchange.files import UnreadableFile
from gesprekshulp.exchange.records import EventRecord, FileRecords, Refused, SeriesRecord
from gesprekshulp.exchange.timezones import LOCAL


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
    events: list[Event] = []
    for lines, component in _parsed(found):
        try:
            if component is None:
                raise UnusableError("Deze afspraak is niet te lezen.")
            events.append(event_of(lines, component, local))
        except UnusableError as error:
            title = calendar_fields.raw_title(lines)
            refused.append(Refused(str(error), lines.line, title))
    records: list[EventRecord] = []
    series: list[SeriesRecord] = []
    for group in _by_uid(events):
        read_group(group, today, local, records, series)
    records.sort(key=lambda record: (record.line, record.starts_at))
    return FileRecords(name, tuple(records), tuple(refused), tuple(series))


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


def _by_uid(events: list[Event]) -> Iterable[list[Event]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.record.uid, []).append(event)
    return groups.values()
