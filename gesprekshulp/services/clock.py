"""The clock that services get: the real one, or one that stands at a given day."""

from __future__ import annotations

import time as system
from dataclasses import dataclass
from datetime import UTC, date, datetime, time


@dataclass(frozen=True, slots=True)
class Clock:
    """Gives the moment and the day. With `fixed_day` the time runs on but the day stands still.

    With `fixed_time` the time of day (local) stands still as well.
    """

    fixed_day: date | None = None
    fixed_time: time | None = None

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        real = datetime.now(UTC)
        if self.fixed_day is None:
            return real
        local = real.astimezone()
        at = self.fixed_time or local.time().replace(microsecond=0)
        shifted = datetime.combine(self.fixed_day, at)
        return shifted.astimezone().astimezone(UTC)

    def today(self) -> date:
        """The local calendar day."""
        return self.fixed_day or datetime.now(UTC).astimezone().date()


def notice_time_zone() -> None:
    """Let local times follow a time zone that changed while the program ran, as on a journey.

    The C library of Linux and macOS reads the zone once and keeps it; Windows has no such call.
    """
    if hasattr(system, "tzset"):
        system.tzset()
