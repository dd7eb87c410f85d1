"""The first page: the talk that comes first, this week's promises, and who needs attention."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.services import (
    aftercare,
    attention,
    example_office,
    report_answers,
    report_sending,
    today,
)
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from tests.office import a_client, a_commitment, an_appointment


def test_an_empty_archive_shows_an_empty_desk(archive, clock):
    view = today.view(archive, clock)
    assert view.is_empty
    assert (view.next, view.rest, view.promises) == (None, (), ())


def test_the_example_office_fills_the_day(archive, clock):
    example_office.fill(archive, clock)
    view = today.view(archive, clock)
    assert view.next is not None
    assert view.next.client_name == "Bakkerij De Halm"
    assert [card.client_name for card in view.rest] == [
        "Gemeente Zuiderwolde", "Brinkhof Logistiek", "Familie Terpstra",
    ]  # fmt: skip
    counts = today.counts(archive, clock)
    assert counts.today == 4
    assert counts.clients == 12
    assert counts.late > 0


def test_promises_are_late_ones_and_those_of_this_week(archive, clock):
    client, day = a_client(), clock.today()
    wanted = [a_commitment(client, str(n), due=day + timedelta(days=n)) for n in (-2, 0, 3)]
    with archive.transaction() as work:
        work.clients.save(client)
        work.commitments.save_all([*wanted, a_commitment(client, "later", due=day + timedelta(9))])
    shown = [promise for promise, _ in today.view(archive, clock).promises]
    assert shown == wanted


@pytest.mark.parametrize(("hour", "shown"), [(8, None), (10, "10:00")])
def test_a_talk_that_is_over_is_not_next(archive, clock, hour, shown):
    start = local_moment(clock.today(), time(hour))
    with archive.transaction() as work:
        work.appointments.save(
            an_appointment(starts_at=start, ends_at=start + timedelta(hours=1), title="x")
        )
    found = today.view(archive, clock).next
    assert (found.appointment.starts_at if found else None) == (start if shown else None)


def test_a_whole_day_comes_after_the_talks_of_that_day(archive, clock):
    client = a_client()
    fair = replace(
        an_appointment(client),
        title="Beursweek",
        all_day=True,
        starts_at=clock.now() - timedelta(days=2),
        ends_at=clock.now() + timedelta(days=2),
    )
    talk = replace(
        an_appointment(client),
        starts_at=clock.now() + timedelta(hours=1),
        ends_at=clock.now() + timedelta(hours=2),
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save_all([fair, talk])
    found = today.view(archive, clock)
    assert found.next.appointment.id == talk.id
    assert [card.appointment.title for card in found.rest] == ["Beursweek"]


@pytest.mark.parametrize("started", [True, False])
def test_a_fair_of_all_week_does_not_hide_the_talk_that_comes_next(archive, clock, started):
    client = a_client()
    midnight = local_moment(clock.today() + timedelta(days=-3 if started else 1), time(0))
    fair = replace(
        an_appointment(starts_at=midnight, ends_at=midnight + timedelta(days=5)),
        title="Beursweek",
        all_day=True,
    )
    start = local_moment(clock.today() + timedelta(days=1), time(10))
    talk = an_appointment(client, starts_at=start, ends_at=start + timedelta(hours=1))
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(fair)
    assert today.view(archive, clock).next.appointment == fair
    with archive.transaction() as work:
        work.appointments.save(talk)
    found = today.view(archive, clock)
    assert found.next.appointment == talk
    assert [card.appointment for card in found.rest] == ([fair] if started else [])


def test_put_off_clients_stay_away_for_a_week(archive, clock):
    example_office.fill(archive, clock)
    first = attention.who_needs_attention(archive, clock)[0]
    attention.put_off(archive, clock, first.client_id)
    assert first not in attention.who_needs_attention(archive, clock)
    attention.put_back(archive, first.client_id)
    assert first in attention.who_needs_attention(archive, clock)


def test_a_talk_that_was_held_stays_in_sight_until_it_is_rounded_off(archive, clock):
    client = a_client()
    start = local_moment(clock.today() - timedelta(days=1), time(10))
    talk = an_appointment(
        client, starts_at=start, ends_at=start + timedelta(hours=1), status=AppointmentStatus.HELD
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(talk)
    assert [card.appointment for card in today.to_round_off(archive, clock)] == [talk]
    aftercare.finish(archive, clock, talk.id)
    assert today.to_round_off(archive, clock) == ()


def test_a_report_that_got_no_answer_asks_for_attention_until_one_is_noted(archive, clock):
    client = a_client("Bakkerij De Halm")
    talk = an_appointment(client, status=AppointmentStatus.HELD)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(talk)
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    assert [one.appointment_id for one in attention.who_needs_attention(archive, clock)] == []
    later = Clock(clock.today() + timedelta(days=14))
    found = [x for x in attention.who_needs_attention(archive, later) if x.appointment_id]
    assert [one.appointment_id for one in found] == [talk.id]
    assert "wacht op antwoord sinds do 19 mrt" in found[0].reason
    # It stands on the first page once: under attention, which says what it waits for.
    assert [one.appointment.id for one in today.to_round_off(archive, clock)] == [talk.id]
    assert today.to_round_off(archive, later) == ()
    report_answers.confirm(archive, later, talk.id, "Annet Vos", later.today())
    assert not [x for x in attention.who_needs_attention(archive, later) if x.appointment_id]
