"""The Friday round: gathering it, and the messages with which it ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from gesprekshulp.domain.client import NamedClient
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.draft import OutDraft, Sender
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.ids import ClientId, CommitmentId
from gesprekshulp.domain.waiting import WAITS_LONG_DAYS
from gesprekshulp.domain.week_round import (
    NOT_OURS,
    OURS,
    ClientDraft,
    ClientRound,
    RoundItem,
    RoundPart,
    WeekRound,
    client_draft,
    next_week,
    silent,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.messages import reader_of, save_drafts, sender_of
from gesprekshulp.storage.archive import Archive, Work
from gesprekshulp.storage.commitment_list import Part

MOST = 50
"""So many of each are gone through; ten minutes hold no more."""

MOST_CLIENTS = 20


def week_round(archive: Archive, clock: Clock, most: int = MOST) -> WeekRound:
    """What to go through at the end of the week; each part capped, with how many there are."""
    today = clock.today()
    monday, sunday = next_week(today)
    with archive.reading() as work:
        relations = work.clients.relations(clock.now())
        found = [one for relation in relations if (one := silent(relation, today)) is not None]
        found.sort(key=lambda one: (-one.days, one.name))
        vague = work.commitments.vague(most)
        since = today - timedelta(days=WAITS_LONG_DAYS)
        hanging = work.commitments.hanging_since(since, most)
        names = work.clients.names_of(list({item.client_id for item in (*vague, *hanging)}))
        return WeekRound(
            late=_part(work, Part(None, today - timedelta(days=1), sides=OURS), most),
            due_next_week=_part(work, Part(monday, sunday, sides=OURS), most),
            waiting_for_client=_part(work, Part(None, sunday, sides=NOT_OURS), most),
            vague=RoundPart(
                tuple(RoundItem(item, names.get(item.client_id, "")) for item in vague),
                work.commitments.count_vague(),
            ),
            hanging=RoundPart(
                tuple(RoundItem(item, names.get(item.client_id, "")) for item in hanging),
                work.commitments.count_hanging_since(since),
            ),
            silent_clients=tuple(found[:MOST_CLIENTS]),
            silent_count=len(found),
        )


def _part(work: Work, part: Part, most: int) -> RoundPart:
    listed = work.commitments.listed
    items = listed.page(part, 0, most)
    return RoundPart(
        tuple(RoundItem(item.commitment, item.client_name) for item in items), listed.count(part)
    )


def drafts(
    archive: Archive,
    clock: Clock,
    promises: Sequence[CommitmentId] | None = None,
    silent_clients: Sequence[ClientId] | None = None,
) -> tuple[ClientDraft, ...]:
    """What to send at the end of the round, one message a client, by name.

    `promises` and `silent_clients` are what is to be told of; without them all that the round
    shows. Promises are as they stand now: what was moved or kept during the round is told so.
    """
    today = clock.today()
    if promises is None or silent_clients is None:
        shown = week_round(archive, clock)
        parts = (shown.late, shown.due_next_week, shown.waiting_for_client, shown.without_day)
        if promises is None:
            promises = [item.commitment.id for part in parts for item in part.items]
        if silent_clients is None:
            silent_clients = [one.client_id for one in shown.silent_clients]
    with archive.reading() as work:
        chosen = work.commitments.with_ids(promises)
        still_open = [item for item in chosen.values() if item.is_open]
        gathered = _by_client(work, still_open, silent_clients)
        sender = sender_of(work)
        names = work.clients.names_ever()
        made = [_draft(work, client, today, sender, names) for client in gathered]
    return tuple(sorted(made, key=lambda one: one.client_name.casefold()))


def _draft(
    work: Work,
    client: ClientRound,
    today: date,
    sender: Sender,
    names: Mapping[ClientId, NamedClient],
) -> ClientDraft:
    from gesprekshulp.services.checking_leaks import search_of_client
    from gesprekshulp.services.going_out import stops

    made = client_draft(client, today, reader_of(work, client.client_id), sender)
    search = search_of_client(work, client.client_id, client.promises, names=names)
    return replace(made, stopped=stops(search, made.draft))


def _by_client(
    work: Work, promises: Iterable[Commitment], silent_clients: Sequence[ClientId]
) -> list[ClientRound]:
    found: dict[ClientId, ClientRound] = {}

    def of(id: ClientId) -> ClientRound:
        return found.setdefault(id, ClientRound(id, ""))

    for promise in promises:
        of(promise.client_id).promises.append(promise)
    for id in silent_clients:
        last = work.clients.last_contact(id)
        if last is not None:
            of(id).silent_since = local_day(last)
    names = work.clients.names_of(list(found))
    for id, client in found.items():
        client.name = names.get(id, "")
    return list(found.values())


def save(
    archive: Archive, clock: Clock, made: Iterable[ClientDraft], folder: Path
) -> tuple[Path, ...]:
    """Write the messages as .eml files into a folder, each under its client's name.

    Raises ReportLeaks when one of them may not go, and then none is written.
    """
    from gesprekshulp.services.checking_leaks import search_of_client
    from gesprekshulp.services.going_out import message

    with archive.reading() as work:
        names = work.clients.names_ever()
        cleared: list[tuple[str, OutDraft]] = []
        for one in made:
            told = work.commitments.open_of_client(one.client_id)
            search = search_of_client(work, one.client_id, told, names=names)
            cleared.append((one.client_name, message(search, one.draft, one.client_name)))
    return save_drafts(clock, cleared, folder)
