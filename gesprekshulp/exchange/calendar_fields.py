"""The fields of a calendar event as we use them: title, place, people, description and kind."""

from __future__ import annotations

import re
from typing import Any, cast

from gesprekshulp.domain.appointment import AppointmentKind
from gesprekshulp.exchange.calendar_lines import EventLines
from gesprekshulp.exchange.plain_text import from_html, looks_like_html, one_line, tidy
from gesprekshulp.exchange.records import Invitee
from gesprekshulp.exchange.values import turned_name

NO_TITLE = "Afspraak zonder onderwerp"

_ONLINE = re.compile(
    r"teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|\bzoom\.us|zoomgov\.com|webex\.com"
    r"|whereby\.com|meet\.jit\.si|gotomeet|skype\.com/meet|\bstarleaf\.com",
    re.IGNORECASE,
)
_ONLINE_PLACE = re.compile(
    r"\bteams\b|google meet|\bzoom\b|\bwebex\b|\bskype\b|video(?:gesprek|bellen|overleg|call)"
    r"|\bonline\b|\bdigitaal\b",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"telefonisch|telefoon|belafspraak|\bbellen\b|\bphone\b|\bcall\b", re.IGNORECASE
)
_PHONE_NUMBER = re.compile(r"(?:tel:)?\+?[\d\s().-]{9,20}")
_OFFICE = re.compile(r"\bons kantoor\b|\bop kantoor\b|\bbij ons\b|^kantoor$", re.IGNORECASE)
# What Teams, Google and Zoom paste below what somebody wrote.
_PASTED = re.compile(
    r"(?:^|\n)\s*(?:_{20,}|-::~[:~-]+|\*~\*[~*]+|-{5,}\s*(?:Meeting|Vergadering))", re.IGNORECASE
)
_ADDRESS = re.compile(r"[^\s@<>\"',;:()\[\]]+@[^\s@<>\"',;:()\[\]]+\.[^\s@<>\"',;:()\[\]]+")


def several(value: Any) -> list[Any]:
    """All of a property that may stand there more than once."""
    if isinstance(value, list):
        return list(cast("list[Any]", value))
    return [] if value is None else [value]


def first(value: Any) -> Any:
    """The first of a property that may stand there more than once."""
    return next(iter(several(value)), None)


def member(value: Any, name: str) -> Any:
    """What the parser made of a property; None where it could make nothing of it."""
    try:
        return getattr(value, name, None)
    except ValueError:  # icalendar's own way to say that a property is broken
        return None


def plain(value: Any) -> str:
    """A property's text, or nothing."""
    value = first(value)
    return "" if value is None else str(value).strip()


def whole_number(value: Any) -> int:
    """A property's number; 0 when there is none that can be read."""
    text = plain(value)
    return min(int(text), 2**31) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def raw_title(lines: EventLines) -> str:
    """The title of an event that could not be parsed, as far as it can be seen."""
    return one_line(lines.value("SUMMARY").replace("\\,", ",").replace("\\;", ";"))


def title(component: Any) -> str:
    """What the event is called."""
    return one_line(plain(component.get("SUMMARY"))) or NO_TITLE


def place(component: Any) -> str:
    """Where it is, on one line."""
    text = plain(component.get("LOCATION"))
    return one_line(re.sub(r"\s*[\r\n]+\s*", ", ", text))


def description(component: Any) -> str:
    """What the organiser wrote, without the invitation text of a video service."""
    text = plain(component.get("DESCRIPTION"))
    if not text.strip():
        text = plain(component.get("X-ALT-DESC"))
    if looks_like_html(text):
        text = from_html(text)
    text = text.replace("\\n", "\n") if "\n" not in text else text
    match = _PASTED.search(text)
    if match and (_ONLINE.search(text) or _ONLINE_PLACE.search(text)):
        text = text[: match.start()]
    return tidy(text)


def kind(component: Any) -> AppointmentKind:
    """In what way the talk is held, as far as place and title tell."""
    where = plain(component.get("LOCATION"))
    if _ONLINE.search(where):
        return AppointmentKind.VIDEO
    if _PHONE_NUMBER.fullmatch(where.strip()):
        return AppointmentKind.PHONE
    if where.strip():
        # "Vergaderzaal 2; Microsoft Teams-vergadering" is a room with a camera: a visit.
        others = [part for part in re.split(r"[;|]", where) if part.strip()]
        if all(_ONLINE_PLACE.search(part) for part in others):
            return AppointmentKind.VIDEO
        if _PHONE.search(where):
            return AppointmentKind.PHONE
        return AppointmentKind.OFFICE if _OFFICE.search(where) else AppointmentKind.VISIT
    conference = plain(component.get("X-GOOGLE-CONFERENCE")) or plain(
        component.get("X-MICROSOFT-SKYPETEAMSMEETINGURL")
    )
    if conference or _ONLINE.search(
        plain(component.get("DESCRIPTION")) + plain(component.get("URL"))
    ):
        return AppointmentKind.VIDEO
    if _PHONE.search(plain(component.get("SUMMARY"))):
        return AppointmentKind.PHONE
    return AppointmentKind.VISIT


def organizer(component: Any) -> Invitee | None:
    """Who called the meeting."""
    value = first(component.get("ORGANIZER"))
    return None if value is None else _invitee(value)


def attendees(component: Any) -> tuple[Invitee, ...]:
    """Who is invited, rooms and equipment left out, each once."""
    found: dict[str, Invitee] = {}
    for single in several(component.get("ATTENDEE"))[:200]:
        parameters: Any = member(single, "params") or {}
        if str(parameters.get("CUTYPE", "")).upper() in ("RESOURCE", "ROOM"):
            continue
        if str(parameters.get("ROLE", "")).upper() == "NON-PARTICIPANT":
            continue
        one = _invitee(single)
        if one is not None:
            found.setdefault((one.email or one.name).casefold(), one)
    return tuple(found.values())


def _invitee(value: Any) -> Invitee | None:
    parameters: Any = member(value, "params") or {}
    match = _ADDRESS.search(str(value)) or _ADDRESS.search(str(parameters.get("EMAIL", "")))
    email = match.group(0).lower() if match else ""
    name = one_line(str(first(parameters.get("CN", "")) or ""), 120).strip("'\" ")
    name = turned_name(name)
    if not name or name.casefold() == email:
        name = email
    if not name:
        return None
    return Invitee(name, email, declined=str(parameters.get("PARTSTAT", "")).upper() == "DECLINED")


def rule(component: Any) -> object | None:
    """How the event repeats, as the parser gives it; None when it does not."""
    value: Any = first(component.get("RRULE"))
    return cast("object", value) if isinstance(value, dict) and value else None
