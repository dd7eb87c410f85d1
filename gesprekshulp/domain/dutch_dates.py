"""Days and moments as Dutch people say and write them.

"vr 27 nov" in lists, "vrijdag 27 november 2026" in documents, and beside a day how far away it is.
"""

from __future__ import annotations

from datetime import date, datetime, tzinfo

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEKDAYS_SHORT = ("ma", "di", "wo", "do", "vr", "za", "zo")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_SHORT = (
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip


def short_day(day: date, today: date | None = None) -> str:
    """ "vr 27 nov"; with the year when it is another year than that of `today`."""
    text = f"{WEEKDAYS_SHORT[day.weekday()]} {day.day} {MONTHS_SHORT[day.month - 1]}"
    return f"{text} {day.year}" if today is not None and day.year != today.year else text


def long_day(day: date) -> str:
    """ "vrijdag 27 november 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day_and_year(day)}"


def day_and_month(day: date) -> str:
    """ "vrijdag 27 november"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def day_and_year(day: date) -> str:
    """ "27 november 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_and_year(day: date) -> str:
    """ "november 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def distance(day: date, today: date) -> str:
    """How far a day is: "vandaag", "morgen", "over 6 dagen", "gisteren", "3 dagen geleden"."""
    days = (day - today).days
    near = {0: "vandaag", 1: "morgen", 2: "overmorgen", -1: "gisteren", -2: "eergisteren"}
    if days in near:
        return near[days]
    size = abs(days)
    if size < 60:
        words = _counted(size, "dag", "dagen")
    elif size < 730:
        words = _counted(round(size / 30.44), "maand", "maanden")
    else:
        words = f"{round(size / 365.25)} jaar"
    return f"over {words}" if days > 0 else f"{words} geleden"


def lateness(due: date, today: date) -> str:
    """How far a promise's day is: as `distance`, but "2 dagen te laat" when it has passed."""
    days = (today - due).days
    return f"{_counted(days, 'dag', 'dagen')} te laat" if days > 0 else distance(due, today)


def echo(day: date, today: date) -> str:
    """The date echo: weekday, date and days left, "vr 27 nov, over 6 dagen"."""
    return f"{short_day(day, today)}, {distance(day, today)}"


def clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """ "09:12" in local time (of `zone`, or of the machine)."""
    return moment.astimezone(zone).strftime("%H:%M")


def local_day(moment: datetime, zone: tzinfo | None = None) -> date:
    """The calendar day on which a moment falls, in local time."""
    return moment.astimezone(zone).date()


def enumeration(words: list[str] | tuple[str, ...]) -> str:
    """ "Annet, Joris en Steven"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"
