"""Decisions against our advice: what was confirmed of them, and when that no longer counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.services import decisions, report_registers
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_decision


@pytest.fixture
def confirmed(archive: Archive, clock: Clock) -> Decision:
    client = a_client()
    made = a_decision(
        client, advice="Neem een contract", advice_reason="Te duur", confirmed_on=clock.today(),
        confirmed_by="Annet", advice_confirmed_on=clock.today(), advice_confirmed_by="Annet",
    )  # fmt: skip
    with archive.transaction() as work:
        work.clients.save(client)
        return work.decisions.save(made)


def test_other_words_of_the_decision_need_both_confirmations_again(
    archive: Archive, clock: Clock, confirmed: Decision
) -> None:
    after = decisions.save_decision(archive, clock, replace(confirmed, text="Toch niet"))
    assert (after.confirmed_on, after.advice_confirmed_on) == (None, None)
    undo_last(archive)
    with archive.reading() as work:
        assert work.decisions.get(confirmed.id) == confirmed


def test_another_reason_leaves_the_decision_confirmed_and_asks_for_the_advice_again(
    archive: Archive, confirmed: Decision
) -> None:
    after = report_registers.change_decision(
        archive, confirmed.id, confirmed.text, Scope.INSIDE, confirmed.advice, "Geen tijd"
    )
    assert after.confirmed_by == "Annet"
    assert (after.advice_confirmed_on, after.advice_confirmed_by) == (None, "")


def test_the_day_and_whether_it_stands_leave_confirmations_alone(
    archive: Archive, clock: Clock, confirmed: Decision
) -> None:
    after = decisions.save_decision(archive, clock, replace(confirmed, stands=False))
    assert after.advice_confirmed_by == "Annet"
