"""The days and moments of a calendar: whole days are dates, all else knows its time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from gesprekshulp.exchange import calendar_fields

# What lies outside these is a slip of the program that wrote it.
YEARS = range(1950, 2151)


def moment_of(value: Any, local: ZoneInfo) -> date | None:
    """The day or aware moment that a property holds; None when it holds neither."""
    moment: Any = calendar_fields.member(calendar_fields.first(value), "dt")
    return _aware(moment, local)


def moments_of(value: Any, local: ZoneInfo) -> list[date]:
    """The days or moments of all properties with this name; periods count by their start."""
    found: list[date] = []
    for single in calendar_fields.several(value):
        entries: Any = calendar_fields.member(single, "dts") or ()
        for entry in entries:
            moment: Any = calendar_fields.member(entry, "dt")
            if isinstance(moment, tuple):
                moment = next(iter(cast("tuple[Any, ...]", moment)), None)
            aware = _aware(moment, local)
            if aware is not None and aware.year in YEARS:
                found.append(aware)
    return found


def _aware(moment: Any, local: ZoneInfo) -> date | None:
    if isinstance(moment, datetime):
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=local)
    return moment if isinstance(moment, date) else None


def like(pattern: date, moment: date, local: ZoneInfo) -> date:
    """The same day or moment in the form of another: a day for days, a moment for moments."""
    if isinstance(pattern, datetime):
        if isinstance(moment, datetime):
            return moment
        # A date that stands for an occurrence means the occurrence of that day.
        return datetime.combine(moment, pattern.timetz())
    if isinstance(moment, datetime):
        return moment.astimezone(local).date()
    return moment


def is_midnight(moment: datetime) -> bool:
    """Whether a day begins then, on its own clock: some write whole days so."""
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def in_utc(moment: date, local: ZoneInfo) -> datetime:
    """The moment as records have it; a day begins at its local midnight."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=local)
    return moment.astimezone(UTC).replace(microsecond=0)


def after(starts: date, length: timedelta) -> date:
    """So much time later, counted in UTC: in the night that the clock is set the wall differs."""
    if not isinstance(starts, datetime):
        return starts + length
    return (starts.astimezone(UTC) + length).astimezone(starts.tzinfo)


def skipped(starts: date) -> str:
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
