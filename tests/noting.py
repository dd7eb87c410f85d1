"""One line of a talk, kept as a test needs it."""

from gesprekshulp.domain.note import NoteLine
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.notes import Kept, keep_lines
from gesprekshulp.storage.archive import Archive


def keep_line(archive: Archive, clock: Clock, line: NoteLine) -> Kept:
    """Keeps a line as if it was typed just now."""
    return keep_lines(archive, clock, line.appointment_id, (line,))
