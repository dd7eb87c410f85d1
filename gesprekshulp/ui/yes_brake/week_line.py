"""What a week already holds, in words."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.yes_brake import WeekItem, WeekLoad


def heading(load: WeekLoad, today: date) -> str:
    """ "Deze week al: 3 toezeggingen, 6,5 uur"."""
    week = week_name(load.monday, today)
    return f"{week} {'al: ' if load.items else ''}{load.words}"


def week_name(monday: date, today: date) -> str:
    """ "Deze week", "Volgende week" or "Week 14"."""
    weeks = ((monday - today).days + today.weekday()) // 7
    if weeks == 0:
        return "Deze week"
    if weeks == 1:
        return "Volgende week"
    number = monday.isocalendar()
    year = f" van {number.year}" if number.year != today.isocalendar().year else ""
    return f"Week {number.week}{year}"


def item_words(item: WeekItem) -> str:
    """ "vr 13 mrt: offerte sturen (2 uur)"."""
    promise = item.commitment
    day = f"{short_day(promise.due)}: " if promise.due else ""
    return f"{day}{promise.what}{hours_words(promise.hours)}"


def hours_words(hours: float | None) -> str:
    """ " (2,5 uur)", or nothing when it is not known."""
    if hours is None:
        return ""
    return f" ({f'{hours:.1f}'.removesuffix('.0').replace('.', ',')} uur)"
