"""The figures of reliability come from what really happened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.services import commitments, reliability
from gesprekshulp.services.clock import Clock
from tests.office import a_client, a_commitment


@pytest.fixture
def client(archive):
    made = a_client()
    with archive.transaction() as work:
        work.clients.save(made)
    return made


def test_of_a_client_and_in_all(archive, clock, client, today):
    other = a_client("Slagerij Vos")
    with archive.transaction() as work:
        work.clients.save(other)

    def made(of=client, **more):
        return commitments.make(archive, clock, a_commitment(of, **more)).id

    in_time = made(due=today)
    early = made(due=today + timedelta(days=60))
    late = made(due=today - timedelta(days=4))
    moved = made(due=today)
    commitments.move(archive, clock, moved, today + timedelta(days=1), "ziek")
    theirs = made(due=today - timedelta(days=2), side=Side.CLIENT, who="Annet")
    last_year = made(due=date(2025, 11, 3))
    for id in (in_time, early, late, moved, theirs):
        commitments.keep(archive, clock, id)
    commitments.keep(archive, Clock(date(2025, 11, 1)), last_year)
    commitments.drop(archive, clock, made(due=today), "niet nodig")
    made(due=today - timedelta(days=10))
    made(due=today + timedelta(days=1))
    commitments.keep(archive, clock, made(of=other, due=today))

    found = reliability.of_client(archive, clock, client.id).reveal()
    now = found.quarters[-1]
    assert (now.ours.kept, now.ours.late, now.ours.moved, now.ours.dropped) == (3, 2, 1, 1)
    assert (now.ours.days_late, now.ours.longest) == (14, 10)
    assert (now.theirs.kept, now.theirs.late, now.theirs.days_late) == (0, 1, 2)
    assert found.quarters[-2].ours.kept == 1
    assert found.ours.kept == 4
    assert reliability.in_all(archive, clock).reveal().ours.kept == 5


def test_without_promises_there_is_nothing_to_say(archive, clock, client):
    found = reliability.of_client(archive, clock, client.id, quarters=4).reveal()
    assert [one.quarter.number for one in found.quarters] == [2, 3, 4, 1]
    assert found.ours.share_kept is None
