"""The days of the example office: they count from the day on which it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gesprekshulp.language.calendar import is_working_day
from gesprekshulp.services.appointments import local_moment


@dataclass(frozen=True, slots=True)
class ExampleDays:
    """Days and moments as so many days from today, each on a day on which offices are open."""

    today: date

    def day(self, days: int) -> date:
        """A day counted from today; a day off gives the nearest working day further away."""
        day = self.today + timedelta(days=days)
        return day if days == 0 else working_day(day, 1 if days > 0 else -1)

    def moment(self, days: int, at: str) -> datetime:
        """A time, such as "09:30", on such a day."""
        return local_moment(self.day(days), time.fromisoformat(at))


def working_day(day: date, step: int) -> date:
    """This day, or the first one from there on (`step` 1, or -1 back) on which offices are open."""
    while not is_working_day(day):
        day += timedelta(days=step)
    return day
