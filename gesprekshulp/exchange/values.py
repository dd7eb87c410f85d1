"""Single values as tables and cards hold them: days, moments, years, numbers and addresses."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from gesprekshulp.domain.dutch_dates import MONTHS, MONTHS_SHORT
from gesprekshulp.exchange.plain_text import one_line

MAIL = re.compile(r"[^\s@<>\"',;:()\[\]]+@[^\s@<>\"',;:()\[\]]+\.[^\s@<>\"',;:()\[\].]+")

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]+(.+))?$")
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ ,t]+(.+))?$")
_WORDED = re.compile(r"(\d{1,2})[-. ]+([a-z]{3,9})\.?[-. ]+(\d{4}|\d{2})(?:[ ,]+(.+))?$")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(am|pm|uur|u)?\.?(?:\s*z)?$")
_WEEKDAY = re.compile(r"^(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+")
_MONTHS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name: number for number, name in enumerate(MONTHS_SHORT, start=1)},
    "maa": 3, "january": 1, "february": 2, "march": 3, "mar": 3, "may": 5, "june": 6, "july": 7,
    "august": 8, "october": 10, "oct": 10, "sept": 9,
}  # fmt: skip


def mail_address(text: str) -> str:
    """The first mail address in a text, in small letters; empty when there is none."""
    match = MAIL.search(text)
    return match.group(0).lower().rstrip(".") if match else ""


def turned_name(text: str) -> str:
    """A name as somebody is called: lists and mail servers write "Vries, Jan de (Bedrijf)"."""
    match = re.fullmatch(r"([^,@]+),\s*([^,@(]+?)(\s*\([^()]*\))?", text)
    return f"{match[2]} {match[1]}{match[3] or ''}" if match else text


def telephone(text: str) -> str:
    """A telephone number as it was written, without a prefix such as "tel:"; empty when none."""
    text = re.sub(r"^(?:tel|telefoon|t|m|mobiel)\s*[:.]\s*", "", one_line(text, 60), flags=re.I)  # noqa: FURB167
    # An apostrophe keeps a spreadsheet from computing with it; a card writes an extension so.
    text = re.sub(r";ext=(\d+)$", r" toestel \1", text.removeprefix("'"))
    return text if len(re.sub(r"\D", "", text)) >= 5 else ""


def year(text: str) -> int | None:
    """The year in a text such as "2019", "sinds 2019" or "01-03-2019"."""
    match = re.search(r"\b(19\d\d|20\d\d)\b", text)
    return int(match.group(1)) if match else None


def clock_time(text: str) -> time | None:
    """A time of day such as "9:30", "14.15 uur" or "2:15 PM"."""
    match = _CLOCK.match(text.strip().lower())
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if match[4] == "pm" and hour < 12:
        hour += 12
    elif match[4] == "am" and hour == 12:
        hour = 0
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def day_and_time(text: str, *, month_first: bool = False) -> tuple[date, time | None] | None:
    """The day, and the time when there is one, of a cell; None when it holds no day.

    Day comes before month, as in Dutch, unless `month_first`.
    """
    text = _WEEKDAY.sub("", text.strip().lower())
    if match := _ISO.match(text):
        numbers = int(match[1]), int(match[2]), int(match[3])
        rest = match[4]
    elif match := _NUMERIC.match(text):
        first, second = int(match[1]), int(match[2])
        day, month = (second, first) if month_first else (first, second)
        numbers, rest = (_full_year(match[3]), month, day), match[4]
    elif (match := _WORDED.match(text)) and match[2] in _MONTHS:
        numbers, rest = (_full_year(match[3]), _MONTHS[match[2]], int(match[1])), match[4]
    else:
        return None
    try:
        day_found = date(*numbers)
    except ValueError:
        return None
    if not 1950 <= day_found.year <= 2150:
        return None
    return day_found, clock_time(_without_zone(rest)) if rest else None


def _without_zone(text: str) -> str:
    return re.sub(r"[+-]\d{2}:?\d{2}$", "", text)


def _full_year(text: str) -> int:
    number = int(text)
    if len(text) == 4:
        return number
    return 2000 + number if number < 70 else 1900 + number


def month_comes_first(cells: list[str]) -> bool:
    """Whether a column of days is American: some only fit that way, and all of them do."""
    dated = [cell for cell in cells if cell.strip()]
    dutch = [day_and_time(cell) for cell in dated]
    if all(dutch):
        return False
    return all(day_and_time(cell, month_first=True) for cell in dated)


def moment(day: date, at: time | None, zone: ZoneInfo) -> datetime:
    """A local day and time as a moment in UTC; noon when no time was given."""
    return datetime.combine(day, at or time(12), tzinfo=zone).astimezone(UTC)
