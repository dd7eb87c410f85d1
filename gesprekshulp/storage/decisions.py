"""Decisions and wishes in the archive."""

from __future__ import annotations

from gesprekshulp.domain.decision import Decision, Wish
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import OfAppointment, Source

DECISION = Mapper(Decision)
WISH = Mapper(Wish)


class Decisions(OfAppointment[Decision]):
    """What was agreed."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "decisions", DECISION, "besluit", "decided_on, created_at, id")

    def of_client(self, client_id: str, *, standing_only: bool = False) -> tuple[Decision, ...]:
        """One client's decisions, newest first."""
        condition = "client_id = ? AND stands = 1" if standing_only else "client_id = ?"
        return self.where(condition, client_id, order="decided_on DESC, created_at DESC")

    def of_line(self, line_id: str) -> Decision | None:
        """The decision that was noted in one line of a talk."""
        return next(iter(self.where("line_id = ?", line_id)), None)

    def removed_of_line(self, line_id: str) -> Decision | None:
        """The decision that a line made and that was marked deleted, to bring it back."""
        return self.last_removed("line_id = ?", line_id)


class Wishes(OfAppointment[Wish]):
    """What clients asked for."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "wishes", WISH, "wens", "said_on, created_at, id")

    def open_of_client(self, client_id: str) -> tuple[Wish, ...]:
        """One client's wishes that wait for an answer or were put off, newest first."""
        return self.where(
            "client_id = ? AND answer IN ('open', 'later')", client_id, order="said_on DESC"
        )

    def of_client(self, client_id: str) -> tuple[Wish, ...]:
        """All wishes of one client, newest first."""
        return self.where("client_id = ?", client_id, order="said_on DESC")

    def of_line(self, line_id: str) -> Wish | None:
        """The wish that was noted in one line of a talk."""
        return next(iter(self.where("line_id = ?", line_id)), None)

    def removed_of_line(self, line_id: str) -> Wish | None:
        """The wish that a line made and that was marked deleted, to bring it back."""
        return self.last_removed("line_id = ?", line_id)
