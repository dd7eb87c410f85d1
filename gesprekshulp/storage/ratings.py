"""Satisfaction and reflections in the archive."""

from __future__ import annotations

from gesprekshulp.domain.rating import Rating, Reflection
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import OfAppointment, Repository, Source

RATING = Mapper(Rating)
REFLECTION = Mapper(Reflection)


class Ratings(Repository[Rating]):
    """How satisfied clients are."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "ratings", RATING, "tevredenheid")

    def of_client(self, client_id: str, limit: int = 12) -> tuple[Rating, ...]:
        """One client's ratings, newest first."""
        return self.where("client_id = ?", client_id, order=f"given_on DESC LIMIT {int(limit)}")

    def of_appointment(self, appointment_id: str) -> Rating | None:
        """The rating given at the close of one talk."""
        return next(iter(self.where("appointment_id = ?", appointment_id)), None)


class Reflections(OfAppointment[Reflection]):
    """The adviser's own look back."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "reflections", REFLECTION, "terugblik", "created_at")
