"""What we do for clients, in the archive."""

from __future__ import annotations

from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import Repository, Source

ASSIGNMENT = Mapper(Assignment)


class Assignments(Repository[Assignment]):
    """What we do for clients."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "assignments", ASSIGNMENT, "opdracht")

    def of_client(self, client_id: str) -> tuple[Assignment, ...]:
        """One client's assignments, running ones first."""
        return self.where("client_id = ?", client_id, order="state DESC, starts_on DESC")
