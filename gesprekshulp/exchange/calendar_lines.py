"""An iCalendar file as lines: unfolded, cut into its parts, and cleaned before it is parsed.

Real exports hold lines that no parser takes. Only the properties that the program uses are kept;
alarms, attachments and pictures are dropped here, so nothing in them is ever looked at.
"""

from __future__ import annotations

import hashlib
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gesprekshulp.exchange.files import UnreadableFile
from gesprekshulp.exchange.timezones import iana_name

_KEPT = frozenset(
    (
        "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
        "SEQUENCE", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "ATTENDEE", "ORGANIZER", "URL",
        "X-ALT-DESC", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL",
        "X-MICROSOFT-CDO-ALLDAYEVENT", "X-GESPREKSHULP", "LAST-MODIFIED", "DTSTAMP",
    )
)  # fmt: skip
_TIMED = frozenset(("DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"))
_REPEATED = frozenset(("ATTENDEE", "RDATE", "EXDATE"))
_CLOCK = re.compile(r"X-WR-TIMEZONE[;:]", re.IGNORECASE)
# A time without a zone: no Z behind it, and no day alone.
_FLOATING = re.compile(r"\d{8}T\d{4,6}(?![\dZz])")
_NAME = re.compile(r"([A-Za-z0-9-]+)(?=[;:])")
_QUOTED = re.compile(
    r"[A-Za-z0-9-]+(?:;[^:;]*)*;(?:ENCODING=)?QUOTED-PRINTABLE(?=[;:])", re.IGNORECASE
)
_QUOTED_PARTS = re.compile(
    r";(?:(?:ENCODING=)?QUOTED-PRINTABLE|CHARSET=[^;:]*)(?=[;:]|$)", re.IGNORECASE
)
# A name between quotes, one such as (UTC+01:00) Amsterdam without them, or any other.
_TZID = re.compile(r';TZID=("[^"]*"|\((?:UTC|GMT)[^)]*\)[^;:"]*|[^;:"]*)', re.IGNORECASE)


@dataclass(slots=True)
class EventLines:
    """The content lines of one VEVENT, and the line of the file on which it begins.

    `clock` is the zone that its calendar names for times without one (X-WR-TIMEZONE).
    """

    line: int
    method: str
    clock: str = ""
    lines: list[str] = field(default_factory=list[str])
    warnings: list[str] = field(default_factory=list[str])
    zones: set[str] = field(default_factory=set[str])

    def value(self, name: str) -> str:
        """The raw value of the first property with this name, or nothing."""
        for line in self.lines:
            if line.upper().startswith((f"{name};", f"{name}:")):
                return content(line)[1]
        return ""


@dataclass(slots=True)
class CalendarParts:
    """What a file holds: its events, and the definitions of time zones that it brings itself."""

    events: list[EventLines]
    zones: dict[str, list[str]]
    others: int


def content(line: str) -> tuple[str, str]:
    """The name with its parameters, and the value, of a content line."""
    quoted = False
    for place, letter in enumerate(line):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            return line[:place], line[place + 1 :]
    # An odd number of quotes: fall back on the first colon.
    head, _, value = line.partition(":")
    return head, value


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    current = ""
    start = 0
    pieces: list[str] = []
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if start and (pieces or [current])[-1].endswith("=") and _QUOTED.match(current):
            # vCalendar 1.0 breaks such a line in its own way.
            pieces.append(f"\n{line}")
            continue
        if line[:1] in (" ", "\t") and start:
            pieces.append(line[1:])
            continue
        if start and (current or pieces):
            yield start, "".join((current, *pieces))
        current, start, pieces = line, number, []
    if start and (current or pieces):
        yield start, "".join((current, *pieces))


def parts(name: str, text: str) -> CalendarParts:
    """The events and time zones of a file. Raises UnreadableFile when cut off or no calendar."""
    found = CalendarParts([], {}, 0)
    stack: list[str] = []
    method = clock = ""
    event: EventLines | None = None
    zone: list[str] = []
    opened = 0
    seen = False
    last = 0
    for number, line in _unfolded(text):
        if not line.strip():
            continue
        last = number
        upper = line.strip().upper()
        if upper.startswith("BEGIN:"):
            part = upper[6:].strip()
            seen = True
            stack.append(part)
            if part == "VCALENDAR":
                method, clock, opened = "", "", number
            elif part == "VEVENT" and event is None:
                event = EventLines(number, method, clock)
            elif part == "VTIMEZONE":
                zone = [line.strip()]
            elif part in ("STANDARD", "DAYLIGHT") and zone:
                zone.append(line.strip())
            elif part in ("VTODO", "VJOURNAL", "VFREEBUSY"):
                found.others += 1
            continue
        if upper.startswith("END:"):
            part = upper[4:].strip()
            if part in stack:
                while stack and stack.pop() != part:
                    pass
            if part == "VEVENT" and event is not None:
                found.events.append(event)
                event = None
            elif part == "VTIMEZONE" and zone:
                zone.append(line.strip())
                _keep_zone(found.zones, zone)
                zone = []
            elif part in ("STANDARD", "DAYLIGHT") and zone:
                zone.append(line.strip())
            continue
        inside = stack[-1] if stack else ""
        if inside == "VCALENDAR" and upper.startswith("METHOD:"):
            method = upper[7:].strip()
            # Some write it below the first event; it holds for the whole calendar.
            for earlier in found.events:
                if earlier.line > opened and not earlier.method:
                    earlier.method = method
        elif inside == "VCALENDAR" and _CLOCK.match(line):
            clock = content(line)[1].strip()
            for earlier in found.events:
                if earlier.line > opened:
                    earlier.clock = clock
        elif event is not None and inside == "VEVENT":
            _keep_line(event, line)
        elif zone and "VTIMEZONE" in stack and _NAME.match(line):
            zone.append(line.strip())
    if not seen:
        raise UnreadableFile(
            name, "is geen agenda; sla de afspraak in uw agenda opnieuw op als .ics-bestand."
        )
    if event is not None or "VCALENDAR" in stack:
        raise UnreadableFile(
            name, "is afgebroken: het einde ontbreekt. Sla de agenda opnieuw op.", line=last
        )
    return found


def _keep_line(event: EventLines, line: str) -> None:
    match = _NAME.match(line)
    if match is None:
        return
    name = match.group(1).upper()
    if name not in _KEPT:
        return
    if name not in _REPEATED and any(
        kept.upper().startswith((f"{name};", f"{name}:")) for kept in event.lines
    ):
        return
    event.lines.append(name + _without_signs(line[match.end() :]))


def _without_signs(rest: str) -> str:
    """What stands behind a name, as iCalendar has it: vCalendar 1.0 wrote "caf=C3=A9"."""
    if not _QUOTED.match(f"X{rest}"):
        return rest
    head, value = content(rest)
    raw = quopri.decodestring(value.encode("utf-8", "replace"))
    named = re.search(r";CHARSET=\"?([\w-]+)", head, re.IGNORECASE)
    text = ""
    for charset in (named[1] if named else "utf-8", "utf-8", "cp1252", "latin-1"):
        try:
            text = raw.decode(charset)
            break
        except (LookupError, UnicodeDecodeError):
            continue
    text = text.replace("\\;", ";").replace("\r\n", "\n").replace("\r", "\n")
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return f"{_QUOTED_PARTS.sub('', head)}:{text}"


def _keep_zone(zones: dict[str, list[str]], lines: list[str]) -> None:
    for line in lines:
        if line.upper().startswith("TZID"):
            zones[content(line)[1].strip().strip('"')] = lines
            return


def resolve_zones(found: CalendarParts) -> None:
    """Write every event's time zones as names that the parser knows.

    Known names become IANA's. A zone that the file defines itself keeps its definition, under a
    name of its own: the parser remembers definitions by name, and "Customized Time Zone" is another
    one in every file. A name that nobody knows is dropped, which makes the time local.
    """
    own = {tzid: _own_name(lines) for tzid, lines in found.zones.items()}
    for event in found.events:
        event.lines = [_with_zone(event, line, own) for line in event.lines]
    found.zones = {
        own[tzid]: [f"TZID:{own[tzid]}" if _is_tzid(line) else line for line in lines]
        for tzid, lines in found.zones.items()
    }


def _is_tzid(line: str) -> bool:
    return line.upper().startswith(("TZID:", "TZID;"))


def _own_name(lines: list[str]) -> str:
    digest = hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:16]
    return f"eigen-{digest}"


def _with_zone(event: EventLines, line: str, own: dict[str, str]) -> str:
    named = _NAME.match(line)
    if named is None or named.group(1) not in _TIMED:
        return line
    match = _TZID.search(line)
    if match is None:
        return _on_own_clock(line, iana_name(event.clock))
    if re.search(r";VALUE=DATE(?=[;:])", line, re.IGNORECASE):
        # A day has no zone; with one the parser would take it for midnight.
        return line[: match.start()] + line[match.end() :]
    tzid = match.group(1).strip().strip('"').strip()
    known = iana_name(tzid)
    if known == "UTC":
        values = line[match.end() :]
        if re.search(r"[Zz]\s*$", values):
            return line[: match.start()] + values
        return line[: match.start()] + re.sub(r"(T\d{4,6})(?=,|\s*$)", r"\1Z", values)
    if known:
        return f"{line[: match.start()]};TZID={known}{line[match.end() :]}"
    if tzid in own:
        event.zones.add(own[tzid])
        return f"{line[: match.start()]};TZID={own[tzid]}{line[match.end() :]}"
    if tzid and not event.warnings:
        event.warnings.append(
            f"Tijdzone “{tzid[:60]}” is onbekend; de tijd is als plaatselijk gelezen."
        )
    return line[: match.start()] + line[match.end() :]


def _on_own_clock(line: str, zone: str) -> str:
    """A time without a zone, in the one that its calendar names for such times."""
    head, value = content(line)
    if not zone or not _FLOATING.match(value.strip()):
        return line
    if zone == "UTC":
        return f"{head}:{_FLOATING.sub(lambda time: f'{time.group()}Z', value)}"
    return f"{head};TZID={zone}:{value}"
