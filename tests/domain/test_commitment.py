"""A promise is kept, moved with a reason, or dropped with one; never in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from gesprekshulp.domain.commitment import CommitmentState, DueGroup, due_group
from gesprekshulp.domain.errors import ReasonMissing
from gesprekshulp.domain.ids import AppointmentId
from tests.office import DAY, a_client, a_commitment

PROMISE = a_commitment(a_client(), due=DAY)


def test_a_promise_is_late_only_after_its_day():
    assert not PROMISE.is_late(DAY)
    assert PROMISE.is_late(DAY + timedelta(days=1))


def test_a_kept_promise_is_never_late():
    assert not PROMISE.kept(DAY).is_late(DAY + timedelta(days=9))


def test_a_promise_keeps_the_talk_that_gave_its_day_while_that_day_stays():
    talk = AppointmentId("a1")
    linked = replace(PROMISE, event="voor het volgende overleg", event_appointment_id=talk)
    assert linked.with_term(DAY) == linked
    own = linked.with_term(DAY + timedelta(days=1), "iets")
    assert (own.event, own.event_appointment_id) == ("", None)
    other = linked.with_term(None, " na akkoord ")
    assert (other.due, other.event, other.event_appointment_id) == (None, "na akkoord", None)
    assert linked.with_term(None).is_vague


@pytest.mark.parametrize(
    ("days", "state"), [(0, CommitmentState.KEPT), (1, CommitmentState.KEPT_LATE)]
)
def test_keeping_says_whether_it_was_in_time(days, state):
    kept = PROMISE.kept(DAY + timedelta(days=days))
    assert kept.state is state
    assert kept.closed_on == DAY + timedelta(days=days)


def test_moving_counts_and_replaces_an_event_by_a_day():
    vague = a_commitment(a_client(), due=None, event="voor het volgende overleg")
    moved = vague.moved(DAY, "nu bekend")
    assert (moved.due, moved.event, moved.moves) == (DAY, "", 1)


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_is_moved_or_dropped(reason):
    with pytest.raises(ReasonMissing, match="Zet erbij waarom"):
        PROMISE.moved(DAY, reason)
    with pytest.raises(ReasonMissing, match="vervalt"):
        PROMISE.dropped(DAY, reason)


def test_a_promise_without_day_or_event_is_vague():
    assert a_commitment(a_client(), due=None).is_vague
    assert not a_commitment(a_client(), due=None, event="zodra er getekend is").is_vague


@pytest.mark.parametrize(
    ("days", "group"),
    [
        (-1, DueGroup.LATE),
        (0, DueGroup.TODAY),
        (3, DueGroup.THIS_WEEK),  # Sunday of the same week
        (4, DueGroup.NEXT_WEEK),
        (10, DueGroup.NEXT_WEEK),
        (11, DueGroup.LATER),
    ],
)
def test_promises_stand_under_the_heading_of_their_week(days, group):
    assert due_group(DAY + timedelta(days=days), DAY) is group


def test_a_promise_without_a_day_stands_last():
    assert due_group(None, DAY) is DueGroup.NO_DAY
