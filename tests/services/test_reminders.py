"""Reminders are shown once a day, and only when they are wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from gesprekshulp.domain.reminder import working_days_before
from gesprekshulp.services import reminders
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from tests.office import a_client, a_commitment, an_appointment


@pytest.fixture
def monday_talk(archive, today):
    """A talk on Monday with a client who still waits for something."""
    client = a_client()
    start = local_moment(today + timedelta(days=4), time(10))
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(
            an_appointment(client, starts_at=start, ends_at=start + timedelta(hours=1))
        )
        work.commitments.save(a_commitment(client, due=today))


def titles(archive, clock):
    return [item.title for item in reminders.take_due(archive, clock)]


def test_the_morning_overview_comes_once(archive, clock, monday_talk):
    assert titles(archive, clock) == ["Uw dag"]
    assert titles(archive, clock) == []


def test_a_day_without_anything_stays_quiet(archive, clock):
    assert titles(archive, clock) == []


def test_before_a_talk_it_says_what_is_open_a_working_day_ahead(archive, today, monday_talk):
    friday = Clock(today + timedelta(days=1), time(9))
    assert "Bakkerij De Halm, over 3 dagen" in titles(archive, friday)


def test_switched_off_is_off(archive, today, monday_talk):
    with archive.transaction() as work:
        settings = replace(
            work.settings.load(), reminder_days=0, morning_overview=False, remind_promises=False
        )
        work.settings.save(settings)
    assert titles(archive, Clock(today + timedelta(days=1), time(9))) == []


def test_working_days_before_skip_the_weekend():
    assert working_days_before(date(2026, 3, 16), 1) == date(2026, 3, 13)
    assert working_days_before(date(2026, 3, 16), 2) == date(2026, 3, 12)
