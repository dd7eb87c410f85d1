"""Decisions and promises changed from within the report."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gesprekshulp.domain.commitment import Commitment, EventKind
from gesprekshulp.domain.errors import UserError
from gesprekshulp.services import report_registers
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_commitment


@pytest.fixture
def promise(archive: Archive) -> Commitment:
    client = a_client()
    with archive.transaction() as work:
        work.clients.save(client)
        return work.commitments.save(a_commitment(client, "offerte sturen"))


def stored(archive: Archive, promise: Commitment) -> Commitment:
    with archive.reading() as work:
        return work.commitments.get(promise.id)


def changed(
    archive: Archive, clock: Clock, promise: Commitment, what: str, days: int, reason: str
) -> Commitment:
    assert promise.due is not None
    return report_registers.change_promise(
        archive, clock, promise.id, promise.side, promise.who, what,
        promise.due + timedelta(days=days), "", reason,
    )  # fmt: skip


def test_other_words_and_another_day_are_undone_together(
    archive: Archive, clock: Clock, promise: Commitment
) -> None:
    after = changed(archive, clock, promise, "nieuwe offerte sturen", 7, "leverancier is laat")
    assert stored(archive, promise) == after
    assert (after.what, after.moves) == ("nieuwe offerte sturen", 1)
    with archive.reading() as work:
        kinds = {event.kind for event in work.commitments.history(promise.id)}
    assert kinds == {EventKind.MOVED, EventKind.CHANGED}
    undo_last(archive)
    back = stored(archive, promise)
    assert (back.what, back.due, back.moves) == ("offerte sturen", promise.due, 0)


@pytest.mark.parametrize(("what", "reason"), [("", "leverancier is laat"), ("anders", "")])
def test_what_may_not_be_saved_leaves_words_and_day_as_they_were(
    archive: Archive, clock: Clock, promise: Commitment, what: str, reason: str
) -> None:
    with pytest.raises(UserError):
        changed(archive, clock, promise, what, 7, reason)
    assert stored(archive, promise) == promise


def test_what_stays_the_same_leaves_nothing_to_undo(
    archive: Archive, clock: Clock, promise: Commitment
) -> None:
    before = archive.last_batch
    assert changed(archive, clock, promise, promise.what, 0, "") == promise
    assert archive.last_batch == before
