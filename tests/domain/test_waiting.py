"""What waits for a talk, and what waits for another promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gesprekshulp.domain.appointment import AppointmentStatus, Side
from gesprekshulp.domain.waiting import (
    after,
    comes_after,
    day_from,
    earliest_day,
    is_about_next_talk,
    linked,
    new_day,
    released,
    working_days_between,
)
from tests.office import a_client, a_commitment, an_appointment

CLIENT = a_client()
MONDAY = date(2026, 4, 20)


def weekday(day: date) -> bool:
    return day.weekday() < 5


def talk_on(day: date, **more):
    start = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return an_appointment(CLIENT, starts_at=start, **more)


@pytest.mark.parametrize(
    "words",
    [
        "voor het volgende overleg", "voor de volgende afspraak", "bij ons volgende gesprek",
        "tijdens de eerstvolgende vergadering", "voor het eerstkomende kwartaalgesprek",
        "de volgende keer", "voor de afspraak", "vóór het overleg", "na het volgende bezoek",
        "voor we elkaar weer zien", "bij onze bespreking",
    ],
)  # fmt: skip
def test_an_event_can_be_our_next_talk(words):
    assert is_about_next_talk(words)


@pytest.mark.parametrize(
    "words",
    [
        "na akkoord van de directie", "zodra de offerte binnen is", "voor de oplevering",
        "voor de volgende vergadering van het bestuur", "na het gesprek met de bank", "",
        "zodra ons systeem werkt",
    ],
)  # fmt: skip
def test_other_events_are_not(words):
    assert not is_about_next_talk(words)


def test_the_day_is_that_of_the_talk_or_the_working_day_after_it():
    friday = talk_on(date(2026, 4, 24))
    assert day_from("voor het volgende overleg", friday, weekday) == date(2026, 4, 24)
    assert day_from("na het volgende overleg", friday, weekday) == date(2026, 4, 27)


def test_linking_gives_a_day_and_releasing_takes_it_away_again():
    promise = a_commitment(CLIENT, due=None, event="voor het volgende overleg")
    tied = linked(promise, talk_on(MONDAY), weekday)
    assert tied.due == MONDAY
    assert tied.event == promise.event
    assert released(tied) == promise


def test_moving_by_hand_unties_it():
    tied = linked(
        a_commitment(CLIENT, due=None, event="voor het volgende overleg"), talk_on(MONDAY), weekday
    )
    moved = tied.moved(MONDAY + timedelta(days=1), "drukker ziek")
    assert (moved.event, moved.event_appointment_id) == ("", None)


def test_the_talk_itself_a_cancelled_one_and_an_earlier_one_are_not_the_next():
    talk = talk_on(MONDAY)
    promise = a_commitment(CLIENT, due=None, event="volgende keer", made_on=MONDAY)
    assert comes_after(promise, talk)
    assert not comes_after(replace(promise, appointment_id=talk.id), talk)
    assert not comes_after(promise, replace(talk, status=AppointmentStatus.CANCELLED))
    assert not comes_after(promise, talk_on(MONDAY - timedelta(days=1)))


def test_working_days_are_counted_and_added_over_a_weekend():
    assert working_days_between(date(2026, 4, 17), MONDAY, weekday) == 1
    assert working_days_between(MONDAY, date(2026, 4, 17), weekday) == 0
    assert after(date(2026, 4, 17), 3, weekday) == date(2026, 4, 22)


@pytest.fixture
def theirs():
    return a_commitment(CLIENT, "cijfers", side=Side.CLIENT, who="Annet Vos", due=MONDAY)


@pytest.fixture
def ours(theirs):
    return a_commitment(CLIENT, "begroting", due=date(2026, 4, 23), waits_for=theirs.id)


BEFORE = date(2026, 4, 1)


def test_as_long_as_theirs_stands_ours_stands(ours, theirs):
    assert new_day(ours, theirs, 3, BEFORE, weekday) is None


def test_when_theirs_is_moved_ours_needs_as_many_working_days_after_it(ours, theirs):
    slipped = replace(theirs, due=date(2026, 4, 24))
    found = new_day(ours, slipped, 3, BEFORE, weekday)
    assert found is not None
    assert found.proposed == date(2026, 4, 29)


def test_what_is_late_cannot_come_before_today(ours, theirs):
    today = date(2026, 4, 22)
    assert earliest_day(theirs, 3, today, weekday) == date(2026, 4, 27)
    found = new_day(ours, theirs, 3, today, weekday)
    assert found is not None
    assert found.ours == ours


def test_a_promise_that_came_in_time_asks_nothing(ours, theirs):
    assert new_day(ours, theirs.kept(MONDAY), 3, MONDAY, weekday) is None
    assert new_day(ours, theirs.kept(MONDAY), 3, date(2026, 5, 6), weekday) is None


def test_once_theirs_is_there_ours_without_a_day_gets_a_proposal(ours, theirs):
    open_ended = replace(ours, due=None, event="zodra de cijfers er zijn")
    assert new_day(open_ended, theirs, 5, BEFORE, weekday) is None
    found = new_day(open_ended, theirs.kept(MONDAY), 5, MONDAY, weekday)
    assert found is not None
    assert found.proposed == date(2026, 4, 27)


def test_what_was_called_off_gives_no_day(ours, theirs):
    assert new_day(ours, theirs.dropped(MONDAY, "niet nodig"), 3, MONDAY, weekday) is None
