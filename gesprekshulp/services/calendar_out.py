"""Promises out to a calendar: one, all that are open, and taking one back.

What went out is remembered with its day, so that a next file also tells the calendar what was kept,
dropped or lost its day since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

from gesprekshulp.domain.calendar_entry import CalendarEntry, sequence
from gesprekshulp.domain.commitment import (
    Commitment,
    CommitmentEvent,
    CommitmentState,
    EventKind,
)
from gesprekshulp.domain.errors import NotFound, UserError
from gesprekshulp.domain.ids import ClientId, CommitmentId, new_id
from gesprekshulp.exchange.calendar_out import calendar
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import write_stream
from gesprekshulp.services.messages import sender_of
from gesprekshulp.storage.archive import Archive, Work
from gesprekshulp.storage.commitment_list import Part

_OUT = "agenda_uit."
_GONE = "weg"
_NO_DAY = "zonder dag"
_AT_ONCE = 500
_KEPT = (CommitmentState.KEPT, CommitmentState.KEPT_LATE)


def export_one(archive: Archive, clock: Clock, id: CommitmentId, target: Path) -> Path:
    """Write one promise to an .ics file; a closed or removed one as its withdrawal."""
    with archive.reading() as work:
        promise = work.commitments.find(id)
        removed = promise is None
        if promise is None:
            promise = work.commitments.removed(id)
        if promise is None:
            raise NotFound("Deze toezegging staat niet in het archief; kies er een uit de lijst.")
        gone = removed or promise.state not in (*_KEPT, CommitmentState.OPEN)
        out = work.settings.values(_OUT)
        (entry,) = _entries(work, [promise], out, removed={id} if removed else set())
        organizer = sender_of(work).email
    pieces = calendar((entry,), clock.now(), organizer, withdrawal=gone)
    return _written(archive, target, pieces, {id: _kept(entry)})


def withdraw(archive: Archive, clock: Clock, id: CommitmentId, target: Path) -> Path:
    """Write an .ics file that takes a promise out of the calendars, whatever its state."""
    with archive.reading() as work:
        promise = work.commitments.find(id)
        removed = promise is None
        promise = promise or work.commitments.removed(id)
        if promise is None:
            raise NotFound("Deze toezegging staat niet in het archief; kies er een uit de lijst.")
        out = work.settings.values(_OUT)
        (entry,) = _entries(
            work, [promise], out, removed={id} if removed else set(), withdrawn=True
        )
        organizer = sender_of(work).email
    pieces = calendar((entry,), clock.now(), organizer, withdrawal=True)
    path = _written(archive, target, pieces, {id: _GONE})
    if not removed:
        # A line of history makes the next version newer than this withdrawal.
        with archive.transaction() as work:
            work.commitments.record(
                CommitmentEvent(
                    new_id(), id, EventKind.CHANGED, clock.now(), "Uit de agenda gehaald",
                    promise.due, promise.due,
                )
            )  # fmt: skip
    return path


def export_open(archive: Archive, clock: Clock, target: Path) -> Path:
    """Write all open promises to an .ics file, and how those stand that went out before.

    Those that were kept are done, those dropped or removed withdrawn.
    """
    with archive.reading() as work:
        out = {id: day for id, day in work.settings.values(_OUT).items() if day != _GONE}
        kept: dict[str, str] = {}

        def entries() -> Iterator[CalendarEntry]:
            listed = work.commitments.listed
            part = Part(any_day=True)
            numbers = listed.numbers(part, 0, -1)
            for start in range(0, len(numbers), _AT_ONCE):
                found = listed.of_numbers(numbers[start : start + _AT_ONCE])
                promises = [item.commitment for item in found]
                names = {item.commitment.client_id: item.client_name for item in found}
                for entry in _entries(work, promises, out, names=names):
                    kept[entry.id] = _kept(entry)
                    yield entry
            for entry in _closed(work, [id for id in out if id not in kept], out):
                kept[entry.id] = _GONE
                yield entry

        pieces = calendar(entries(), clock.now(), sender_of(work).email)
        return _written(archive, target, pieces, kept)


def _closed(work: Work, ids: Sequence[str], out: dict[str, str]) -> Iterator[CalendarEntry]:
    found = work.commitments.with_ids(ids)
    removed: set[str] = set()
    promises: list[Commitment] = []
    for id in ids:
        promise = found.get(id)
        if promise is None:
            promise = work.commitments.removed(id)
            removed.add(id)
        if promise is not None:
            promises.append(promise)
    for start in range(0, len(promises), _AT_ONCE):
        yield from _entries(work, promises[start : start + _AT_ONCE], out, removed=removed)


def _entries(
    work: Work,
    promises: Sequence[Commitment],
    out: dict[str, str],
    *,
    removed: Iterable[str] = (),
    withdrawn: bool = False,
    names: Mapping[ClientId, str] | None = None,
) -> Iterator[CalendarEntry]:
    sizes = work.commitments.history_sizes([item.id for item in promises])
    if names is None:
        ids = list({item.client_id for item in promises})
        names = work.clients.names_of(ids)
    gone = frozenset(removed)
    for item in promises:
        lines, changed_at = sizes.get(item.id, (0, None))
        yield CalendarEntry(
            id=item.id,
            what=item.what,
            who=item.who,
            client=names.get(item.client_id, ""),
            made_on=item.made_on,
            day=item.due,
            sequence=sequence(lines, removed=withdrawn or item.id in gone),
            changed_at=changed_at or _noon(item.made_on),
            event=item.event,
            old_day=_day(out.get(item.id, "")),
            done_on=item.closed_on if item.state in _KEPT else None,
            withdrawn=withdrawn
            or item.id in gone
            or item.state not in (*_KEPT, CommitmentState.OPEN),
        )


def _written(archive: Archive, target: Path, pieces: Iterator[bytes], kept: dict[str, str]) -> Path:
    if target.suffix.lower() != ".ics":
        raise UserError(f"Laat de naam “{target.name}” eindigen op .ics.")
    path = write_stream(target, lambda file: file.writelines(pieces))
    with archive.transaction() as work:
        before = work.settings.values(_OUT)
        work.settings.put_all(
            {f"{_OUT}{id}": day for id, day in kept.items() if before.get(id) != day}
        )
    return path


def _kept(entry: CalendarEntry) -> str:
    if entry.withdrawn or entry.done_on is not None:
        return _GONE
    return entry.day.isoformat() if entry.day else _NO_DAY


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text[:1].isdigit() else None


def _noon(day: date) -> datetime:
    return local_moment(day, time(12))
