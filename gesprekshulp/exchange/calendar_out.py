"""Writes promises as .ics: each a task (VTODO) and, with a day, an all-day event with an alarm.

After RFC 5545 and 5546. Outlook and Google take the event, Apple both. A new version has the same
identifiers and a higher SEQUENCE; what is withdrawn goes out with METHOD:CANCEL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from gesprekshulp.domain.calendar_entry import CalendarEntry
from gesprekshulp.domain.dutch_dates import day_and_year

OWN_MARK = "X-GESPREKSHULP"
"""The property that says that something came from here."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LONGEST = 75
_ALARM_BEFORE = "-PT15H"  # nine o'clock on the day before


def calendar(
    entries: Iterable[CalendarEntry],
    stamp: datetime,
    organizer: str = "",
    *,
    withdrawal: bool = False,
) -> Iterator[bytes]:
    """The lines of an .ics file, piece by piece.

    `stamp` is when the file is made; `organizer` our own mail address, empty when unknown. With
    `withdrawal` the whole file withdraws; a calendar file has one method.
    """
    yield _lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Gesprekshulp//Toezeggingen//NL",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if withdrawal else 'PUBLISH'}",
    )
    for entry in entries:
        yield _entry(entry, stamp, organizer)
    yield _lines("END:VCALENDAR")


def _entry(entry: CalendarEntry, stamp: datetime, organizer: str) -> bytes:
    day = entry.day or entry.old_day
    lines: list[str] = []
    if day is not None:
        gone = entry.withdrawn or entry.day is None or entry.done_on is not None
        lines += [
            "BEGIN:VEVENT",
            *_common(entry, entry.uid, stamp, organizer),
            f"DTSTART;VALUE=DATE:{_day(day)}",
            f"DTEND;VALUE=DATE:{_day(day + timedelta(days=1))}",
            f"STATUS:{'CANCELLED' if gone else 'CONFIRMED'}",
            "TRANSP:TRANSPARENT",
            "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
            *(() if gone else _alarm(entry, "START")),
            "END:VEVENT",
        ]
    lines += [
        "BEGIN:VTODO",
        *_common(entry, entry.task_uid, stamp, organizer),
        *((f"DUE;VALUE=DATE:{_day(entry.day)}",) if entry.day else ()),
        *_standing(entry),
        "END:VTODO",
    ]
    return _lines(*lines)


def _common(entry: CalendarEntry, uid: str, stamp: datetime, organizer: str) -> Iterator[str]:
    yield f"UID:{uid}"
    yield f"DTSTAMP:{_moment(stamp)}"
    yield f"LAST-MODIFIED:{_moment(entry.changed_at)}"
    yield f"SEQUENCE:{entry.sequence}"
    if re.fullmatch(r"[\w.+-]+@[\w.-]+", organizer, re.ASCII):
        yield f"ORGANIZER:mailto:{organizer}"
    of = f" ({entry.client})" if entry.client.strip() else ""
    yield f"SUMMARY:{_text(f'{entry.what}{of}')}"
    told = [f"Toezegging van {entry.who}" if entry.who.strip() else "Toezegging"]
    told.append(f"Toegezegd op {day_and_year(entry.made_on)}")
    if entry.event.strip():
        told.append(entry.event)
    yield f"DESCRIPTION:{_text(chr(10).join(told))}"
    yield "CATEGORIES:Toezegging"
    yield "CLASS:PRIVATE"
    yield f"{OWN_MARK}:toezegging"


def _standing(entry: CalendarEntry) -> Iterator[str]:
    if entry.withdrawn:
        yield "STATUS:CANCELLED"
    elif entry.done_on is not None:
        yield "STATUS:COMPLETED"
        yield f"COMPLETED:{_day(entry.done_on)}T120000Z"
        yield "PERCENT-COMPLETE:100"
    else:
        yield "STATUS:NEEDS-ACTION"
        if entry.day is not None:
            yield from _alarm(entry, "END")


def _alarm(entry: CalendarEntry, related: str) -> tuple[str, ...]:
    return (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(entry.what)}",
        f"TRIGGER;RELATED={related}:{_ALARM_BEFORE}",
        "END:VALARM",
    )


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _moment(moment: datetime) -> str:
    at = moment.astimezone(UTC)
    return f"{_day(at)}T{at.hour:02d}{at.minute:02d}{at.second:02d}Z"


def _text(text: str) -> str:
    text = _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for sign, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, escaped)
    return text


def _lines(*lines: str) -> bytes:
    return b"".join(map(_folded, lines))


def _folded(line: str) -> bytes:
    """A content line in pieces of at most 75 bytes, never cut within a character."""
    data = line.encode()
    if len(data) <= _LONGEST:
        return data + b"\r\n"
    pieces: list[bytes] = []
    start, room = 0, _LONGEST
    while start < len(data):
        end = min(start + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _LONGEST - 1  # the space before a next piece counts
    return b"\r\n ".join(pieces) + b"\r\n"
