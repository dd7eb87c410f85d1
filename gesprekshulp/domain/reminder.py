"""Reminders: what is said of itself, at most once a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import distance


@dataclass(frozen=True, slots=True)
class Reminder:
    """One notification. `key` recognises it, so that it is not repeated on the same day."""

    key: str
    title: str
    text: str


def working_days_before(day: date, count: int) -> date:
    """The day that lies `count` working days before another; holidays are not looked at."""
    while count > 0:
        day -= timedelta(days=1)
        if day.weekday() < 5:
            count -= 1
    return day


def overview(late: int, due_today: int, talks: int, today: date) -> Reminder | None:
    """The morning overview, or None on a day without anything."""
    parts: list[str] = []
    if talks:
        parts.append("1 gesprek" if talks == 1 else f"{talks} gesprekken")
    if due_today:
        parts.append(
            "1 toezegging voor vandaag"
            if due_today == 1
            else f"{due_today} toezeggingen voor vandaag"
        )
    if late:
        parts.append(f"{late} te laat")
    if not parts:
        return None
    return Reminder(f"overzicht {today}", "Uw dag", ", ".join(parts) + ".")


def before_appointment(
    appointment_id: str, client: str, on: date, promises: tuple[Commitment, ...], today: date
) -> Reminder | None:
    """What is still open with a client whom we speak soon, or None when nothing is."""
    if not promises:
        return None
    count = "1 toezegging" if len(promises) == 1 else f"{len(promises)} toezeggingen"
    first = promises[0].what
    return Reminder(
        f"afspraak {appointment_id} {today}",
        f"{client}, {distance(on, today)}",
        f"Nog {count} open, eerst: {first}.",
    )
