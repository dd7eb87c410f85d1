"""Export of a shown list of promises: as .csv, .xlsx or Word, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ClientId, CommitmentId
from gesprekshulp.exchange.commitment_tables import RegisterRow, write_csv, write_xlsx
from gesprekshulp.services.checking_leaks import search_of_client
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitment_list import Group
from gesprekshulp.services.files import write_file, write_stream
from gesprekshulp.services.going_out import require_clean_list
from gesprekshulp.services.identity import firm_identity
from gesprekshulp.storage.archive import Archive, Work
from gesprekshulp.storage.commitment_list import Listed

MOST_IN_WORD = 5_000
"""A longer list is no document any more but data."""

_AT_ONCE = 1_000

Shown = Sequence[Group] | Sequence[CommitmentId]
Report = Callable[[int, int], None]


def export(
    archive: Archive,
    clock: Clock,
    shown: Shown,
    target: Path,
    title: str = "Toezeggingen",
    report: Report | None = None,
) -> Path:
    """Write what a list shows to a file; its end (.csv, .xlsx or .docx) says in which form.

    `shown` are the groups that the list shows (of a view, or what its filter found) or the
    identifiers of promises, in their order. `report` is told how many of how many are done, and may
    raise to break off: then nothing is written. Raises CannotWrite, and UserError for another end
    or for a Word list of more than MOST_IN_WORD. A list of one client can be meant for that client,
    so it raises ReportLeaks for what is internal or about another; a list of several is for us.
    """
    end = target.suffix.lower()
    if end not in (".csv", ".xlsx", ".docx"):
        raise UserError(f"Laat de naam “{target.name}” eindigen op .csv, .xlsx of .docx.")
    with archive.reading() as work:
        rows = _rows(work, shown, target, report)
        if end == ".csv":
            return write_stream(target, lambda file: write_csv(rows, file))
        if end == ".xlsx":
            return write_stream(target, lambda file: write_xlsx(rows, file))
        if _count(shown) > MOST_IN_WORD:
            raise UserError(
                f"Een lijst van {_count(shown)} toezeggingen is te lang voor Word"
                f" (hoogstens {MOST_IN_WORD}). Kies .xlsx of .csv, of filter de lijst."
            )
        from gesprekshulp.exchange.word.register import build_register

        return write_file(
            target, build_register(list(rows), title, firm_identity(work), clock.today())
        )


def _count(shown: Shown) -> int:
    return sum(item.count if isinstance(item, Group) else 1 for item in shown)


def _rows(work: Work, shown: Shown, target: Path, report: Report | None) -> Iterator[RegisterRow]:
    """The rows of a list, read some at a time from one snapshot.

    Whether they are of one client is known after the last; that is when leaks stop the file.
    """
    total = _count(shown)
    done = 0
    clients: set[ClientId] = set()
    told: list[Commitment] = []
    for some in _pieces(work, shown):
        if len(clients) < 2:
            clients.update(item.commitment.client_id for item in some)
            told += [item.commitment for item in some]
        yield from map(_row, some)
        done += len(some)
        if report is not None:
            report(min(done, total), total)
    if len(clients) == 1:
        search = search_of_client(work, *clients, promises=told)
        require_clean_list(search, (text for one in told for text in _texts(one)), target)


def _texts(item: Commitment) -> tuple[str, ...]:
    return item.who, item.what, item.event


def _pieces(work: Work, shown: Shown) -> Iterator[tuple[Listed, ...]]:
    listed = work.commitments.listed
    ids: list[CommitmentId] = []
    for item in shown:
        if not isinstance(item, Group):
            ids.append(item)
            continue
        numbers = item.numbers
        if numbers is None:
            numbers = listed.numbers(item.part, 0, -1)
        for start in range(0, len(numbers), _AT_ONCE):
            yield listed.of_numbers(numbers[start : start + _AT_ONCE])
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        found = work.commitments.with_ids(part)
        names = work.clients.names_of(list({one.client_id for one in found.values()}))
        yield tuple(
            Listed(found[id], names.get(found[id].client_id, "")) for id in part if id in found
        )


def _row(listed: Listed) -> RegisterRow:
    item = listed.commitment
    return RegisterRow(
        listed.client_name,
        item.side.value,
        item.who,
        item.what,
        item.due,
        item.event,
        item.state.value,
        item.made_on,
        item.closed_on,
        item.moves,
        item.hours,
    )
