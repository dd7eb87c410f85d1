"""The lines of talks in the archive."""

from __future__ import annotations

from gesprekshulp.domain.note import NoteLine
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import OfAppointment, Source

LINE = Mapper(NoteLine)


class NoteLines(OfAppointment[NoteLine]):
    """The lines of talks."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "note_lines", LINE, "notitie", "position")
