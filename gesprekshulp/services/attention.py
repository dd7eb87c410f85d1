"""Who should hear from us, and leaving a client out of that for some days."""

from __future__ import annotations

from datetime import date, timedelta

from gesprekshulp.domain.attention import (
    AttentionItem,
    attention,
    attention_of_report,
    one_a_client,
)
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive


def who_needs_attention(archive: Archive, clock: Clock) -> tuple[AttentionItem, ...]:
    """Clients that should hear from us, most urgent first; looks at all, so in the background."""
    today = clock.today()
    with archive.reading(once=True) as work:
        relations = work.clients.relations(clock.now())
        put_off = work.settings.values("aandacht.later.")
        waiting = work.report_answers.waiting(today)
    found = [
        item
        for relation in relations
        if (item := attention(relation, today)) is not None
        and put_off.get(relation.client_id, "") <= today.isoformat()
    ]
    found += [
        attention_of_report(one, today)
        for one in waiting
        if put_off.get(one.client_id, "") <= today.isoformat()
    ]
    return one_a_client(found)


def put_off(archive: Archive, clock: Clock, client_id: ClientId, days: int = 7) -> date:
    """Leave a client out of the list of attention for some days; gives the day it returns."""
    until = clock.today() + timedelta(days=days)
    with archive.transaction() as work:
        work.settings.put(f"aandacht.later.{client_id}", until.isoformat())
    return until


def put_back(archive: Archive, client_id: ClientId) -> None:
    """Undo of `put_off`."""
    with archive.transaction() as work:
        work.settings.put(f"aandacht.later.{client_id}", "")
