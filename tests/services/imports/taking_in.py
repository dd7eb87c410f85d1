"""Taking files in, and looking at what came of it."""

from __future__ import annotations

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.imports import ImportResult, Outcome, apply, as_json, plan
from gesprekshulp.storage.archive import Archive
from tests.exchange.samples import calendar

Counts = tuple[int, int, int, int]
_EVENT = (
    "UID:x\nSUMMARY:{title}\nSEQUENCE:{sequence}\nLOCATION:{place}\n"
    "DTSTART:202612{day:02}T090000Z\nDTEND:202612{day:02}T100000Z\n"
    "ORGANIZER;CN=Annet Veldkamp:mailto:annet@veldkamp-hoveniers.example"
)


def counts(made: object) -> Counts:
    """How many records are new, changed, the same and refused."""
    found = as_json(made)  # type: ignore[arg-type]
    return tuple(found[kind.value] for kind in Outcome)  # type: ignore[return-value]


def take_in(archive: Archive, clock: Clock, *files: tuple[str, bytes]) -> ImportResult:
    """Look and take in, in one go."""
    return apply(archive, clock, plan(archive, clock, files))


def appointments(archive: Archive) -> tuple[Appointment, ...]:
    """The appointments in the archive."""
    with archive.reading() as work:
        return work.appointments.in_order()


def everything(archive: Archive) -> list[object]:
    """All that files may bring."""
    with archive.reading() as work:
        return [
            *work.clients.all(), *work.people.all(), *work.appointments.all(),
            *work.participants.all(), *work.contacts.all(), *work.attachments.all(),
            *work.appointment_changes.all(),
        ]  # fmt: skip


def event(sequence: int, day: int = 1, title: str = "Gesprek", more: str = "") -> bytes:
    """A calendar with one event of Veldkamp, in this version."""
    text = _EVENT.format(sequence=sequence, day=day, title=title, place="Zwolle")
    return calendar(text + more)


def stamped(moment: str, day: int = 1, title: str = "Gesprek", more: str = "") -> bytes:
    """A version of `event(1)` that was sent at this moment."""
    return event(1, day=day, title=title, more=f"\nDTSTAMP:{moment}{more}")
