"""The user and the colleagues in the archive."""

from __future__ import annotations

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import Repository, Source

ADVISER = Mapper(Adviser)


class Advisers(Repository[Adviser]):
    """The user and the colleagues."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "advisers", ADVISER, "adviseur")

    def own(self) -> Adviser | None:
        """The user of this laptop."""
        return next(iter(self.where("is_self = 1")), None)
