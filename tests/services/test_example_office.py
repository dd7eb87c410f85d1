"""The example office is complete, believable and never mixes with real clients."""

from __future__ import annotations

from datetime import date, time

import pytest

from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.language.calendar import is_working_day
from gesprekshulp.services import example_office
from gesprekshulp.services.clock import Clock
from tests.office import a_client


def test_it_holds_clients_promises_in_every_state_and_held_talks(archive, clock):
    made = example_office.fill(archive, clock)
    assert made.clients == 12
    with archive.reading() as work:
        promises = work.commitments.in_order()
        held = [a for a in work.appointments.in_order() if a.started_at]
        reports = [work.reports.latest(a.id) for a in held]
    states = {promise.state for promise in promises}
    assert {CommitmentState.OPEN, CommitmentState.KEPT, CommitmentState.KEPT_LATE} <= states
    assert CommitmentState.DROPPED in states
    assert any(promise.moves for promise in promises)
    assert any(promise.is_vague for promise in promises)
    assert len(held) >= 4
    assert all(reports)


def test_it_refuses_an_archive_with_clients(archive, clock):
    with archive.transaction() as work:
        work.clients.save(a_client())
    with pytest.raises(example_office.ArchiveNotEmpty, match="leeg archief"):
        example_office.fill(archive, clock)


@pytest.mark.parametrize(
    "day", [date(2026, 3, 14), date(2026, 4, 30), date(2026, 12, 31), date(2028, 2, 29)]
)
def test_it_can_be_made_on_any_day_and_plans_nothing_on_a_day_off(archive, day):
    example_office.fill(archive, Clock(day, time(9)))
    with archive.reading() as work:
        days = {p.due for p in work.commitments.in_order() if p.due}
        days |= {local_day(a.starts_at) for a in work.appointments.in_order()}
    assert all(is_working_day(one) for one in days - {day})
