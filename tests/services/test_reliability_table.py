"""Reliability of every client at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.services.reliability import in_all, of_client
from gesprekshulp.services.reliability_table import overview
from tests.office import DAY, a_client, a_commitment

HALM, BRINKHOF, NEW = a_client(), a_client("Brinkhof Logistiek"), a_client("Nieuw")


def closed(client, days: int, late: int = 0, **more):
    due = DAY - timedelta(days=days)
    state = CommitmentState.KEPT_LATE if late else CommitmentState.KEPT
    return a_commitment(
        client, f"werk {days}", due=due, state=state, closed_on=due + timedelta(days=late), **more
    )


def filled(archive):
    with archive.transaction() as work:
        work.clients.save_all((HALM, BRINKHOF, NEW))
        work.commitments.save_all(
            (
                closed(HALM, 10),
                closed(HALM, 20, late=4, moves=1),
                closed(HALM, 130, side=Side.CLIENT),
                closed(BRINKHOF, 5, side=Side.BOTH),
                closed(BRINKHOF, 6, late=2, side=Side.THIRD),
                a_commitment(NEW, "later", due=DAY + timedelta(days=3)),
            )
        )


def test_every_client_has_its_own_figures(archive, clock):
    filled(archive)
    found = {item.name: item.figures.reveal() for item in overview(archive, clock).clients}
    assert set(found) == {HALM.name, BRINKHOF.name}
    for client in (HALM, BRINKHOF):
        alone = of_client(archive, clock, client.id).reveal()
        assert found[client.name] == replace(alone, quarters=())
    assert found[HALM.name].ours.share_kept == 0.5
    assert found[HALM.name].ours.moved == 1


def test_together_they_are_the_figures_in_all(archive, clock):
    filled(archive)
    assert overview(archive, clock).in_all.reveal() == in_all(archive, clock).reveal()


def test_a_shorter_period_leaves_out_what_is_older(archive, clock):
    filled(archive)
    found = overview(archive, clock, 1).in_all.reveal()
    assert len(found.quarters) == 1
    assert found.theirs.judged == 1


def test_an_empty_archive_has_nothing_to_show(archive, clock):
    assert overview(archive, clock).clients == ()
