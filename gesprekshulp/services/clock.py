"""The clock that services get: the real one, or one that stands at a given day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """Gives the moment and the day. With `fixed_day` the time runs on but the day stands still."""

    fixed_day: date | None = None

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        real = datetime.now(UTC)
        if self.fixed_day is None:
            return real
        local = real.astimezone()
        shifted = datetime.combine(self.fixed_day, local.time().replace(microsecond=0))
        return shifted.astimezone().astimezone(UTC)

    def today(self) -> date:
        """The local calendar day."""
        return self.fixed_day or datetime.now(UTC).astimezone().date()
