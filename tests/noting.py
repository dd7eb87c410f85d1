"""The lines of a talk, kept as a test needs them."""

from __future__ import annotations

from datetime import UTC, datetime

from gesprekshulp.domain.appointment import Appointment, Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.notes import Kept, keep_lines
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_participant, an_appointment


def a_client_of_steven(archive: Archive) -> Client:
    """A client in the archive of Steven."""
    client = a_client()
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Steven"))
        work.clients.save(client)
    return client


def a_talk_at_table(archive: Archive, client: Client) -> Appointment:
    """Steven's talk with two people of a client, in the archive."""
    made = an_appointment(client)
    with archive.transaction() as work:
        work.appointments.save(made)
        for name in ("Annet Vos", "Joris Vos"):
            work.participants.save(a_participant(made, name))
        work.participants.save(a_participant(made, "Steven", side=Side.US))
    return made


def a_line(
    talk: Appointment, words: str, kind: LineKind = LineKind.NOTE, position: int = 0
) -> NoteLine:
    """A line of a talk, typed in its first half hour."""
    at = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
    return NoteLine(LineId(new_id()), talk.id, position, at, kind).saying(words)


def keep_line(archive: Archive, clock: Clock, line: NoteLine) -> Kept:
    """Keeps a line as if it was typed just now."""
    return keep_lines(archive, clock, line.appointment_id, (line,))


def lines_of(archive: Archive, talk: Appointment) -> tuple[NoteLine, ...]:
    """The lines of a talk as they are kept."""
    with archive.reading() as work:
        return work.note_lines.of_appointment(talk.id)


def promise_of(archive: Archive, line: NoteLine) -> Commitment | None:
    """The promise that a line made."""
    with archive.reading() as work:
        return work.commitments.of_line(line.id)
