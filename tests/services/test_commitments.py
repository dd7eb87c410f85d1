"""What is done with a promise stands in its history, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from gesprekshulp.domain.commitment import CommitmentState, EventKind
from gesprekshulp.domain.errors import NotFound, ReasonMissing, UserError
from gesprekshulp.services import commitments, undo
from gesprekshulp.services.clock import Clock
from tests.office import a_client, a_commitment


@pytest.fixture
def promise(archive, clock):
    client = a_client()
    with archive.transaction() as work:
        work.clients.save(client)
    return commitments.make(archive, clock, a_commitment(client))


def kinds(archive, promise):
    return [event.kind for event in commitments.card(archive, promise.id).history]


def test_a_promise_begins_its_history_when_it_is_made(archive, promise):
    card = commitments.card(archive, promise.id)
    assert card.commitment == promise
    assert card.client_name == "Bakkerij De Halm"
    assert card.history[0].text == "uiterlijk vr 13 mrt"


def test_a_promise_cannot_be_moved_without_a_reason(archive, clock, promise):
    with pytest.raises(ReasonMissing):
        commitments.move(archive, clock, promise.id, promise.due + timedelta(days=7), " ")
    assert commitments.card(archive, promise.id).commitment == promise
    assert kinds(archive, promise) == [EventKind.MADE]


def test_moving_keeps_the_old_day_and_the_reason(archive, clock, promise):
    to = promise.due + timedelta(days=7)
    commitments.move(archive, clock, promise.id, to, "leverancier was te laat")
    event = commitments.card(archive, promise.id).history[0]
    assert (event.from_day, event.to_day) == (promise.due, to)
    assert event.text == "leverancier was te laat"


def test_keeping_dropping_reopening_and_taking_over_are_all_remembered(archive, clock, promise):
    commitments.take_over(archive, clock, promise.id, "Marije")
    commitments.drop(archive, clock, promise.id, "niet meer nodig")
    commitments.reopen(archive, clock, promise.id)
    commitments.keep(archive, clock, promise.id, "gemaild")
    card = commitments.card(archive, promise.id)
    assert card.commitment.state is CommitmentState.KEPT
    assert card.commitment.who == "Marije"
    assert kinds(archive, promise) == [
        EventKind.KEPT, EventKind.REOPENED, EventKind.DROPPED, EventKind.TAKEN_OVER, EventKind.MADE,
    ]  # fmt: skip


def test_a_day_does_not_change_by_the_back_door(archive, clock, promise):
    with pytest.raises(UserError, match="Verzetten"):
        commitments.change(archive, clock, replace(promise, due=promise.due + timedelta(days=1)))


def test_a_vague_promise_may_get_its_first_day(archive, clock, promise, today):
    vague = replace(promise, id=a_commitment(a_client()).id, due=None)
    commitments.make(archive, clock, vague)
    commitments.change(archive, clock, replace(vague, due=today))
    assert commitments.card(archive, vague.id).commitment.due == today


def test_removing_is_undone_as_a_whole(archive, promise):
    commitments.remove(archive, promise.id)
    with pytest.raises(NotFound):
        commitments.card(archive, promise.id)
    undo.undo_last(archive)
    assert commitments.card(archive, promise.id).commitment == promise


@pytest.mark.parametrize("change", [{"what": " "}, {"who": ""}])
def test_a_promise_has_words_and_somebody(archive, clock, promise, change):
    with pytest.raises(UserError):
        commitments.make(archive, clock, replace(promise, **change))


def test_a_promise_kept_on_its_day_but_noted_later_is_not_too_late(archive, today, promise):
    monday = Clock(promise.due + timedelta(days=3))
    commitments.keep(archive, monday, promise.id, "per mail", on=promise.due)
    card = commitments.card(archive, promise.id)
    assert (card.commitment.state, card.commitment.closed_on) == (
        CommitmentState.KEPT, promise.due,
    )  # fmt: skip
    assert card.history[0].to_day == promise.due


@pytest.mark.parametrize(("days", "why"), [(1, "nog niet geweest"), (-400, "voor de toezegging")])
def test_a_day_on_which_it_cannot_have_been_kept_is_refused(
    archive, clock, today, promise, days, why
):
    with pytest.raises(UserError, match=why):
        commitments.keep(archive, clock, promise.id, on=today + timedelta(days=days))
    assert commitments.card(archive, promise.id).commitment == promise


def test_a_closed_promise_is_opened_again_before_anything_is_done_with_it(
    archive, clock, promise, today
):
    commitments.keep(archive, clock, promise.id, "gemaild")
    before = commitments.card(archive, promise.id)
    for act in (
        lambda: commitments.keep(archive, clock, promise.id),
        lambda: commitments.move(archive, clock, promise.id, today + timedelta(days=9), "later"),
        lambda: commitments.drop(archive, clock, promise.id, "niet meer nodig"),
        lambda: commitments.take_over(archive, clock, promise.id, "Marije"),
    ):
        with pytest.raises(UserError, match="is al nagekomen; heropen de toezegging eerst"):
            act()
    assert commitments.card(archive, promise.id) == before


@pytest.mark.parametrize(
    "event", ["zsm", "zo snel mogelijk", "als het lukt", "Binnenkort.", "later", "n.v.t.", "?"]
)
def test_words_that_hold_nothing_are_no_event(archive, clock, promise, today, event):
    client_id = promise.client_id
    with pytest.raises(UserError, match="houdt niets vast"):
        commitments.make(
            archive, clock,
            replace(promise, id="nieuw", client_id=client_id, due=None, event=event),
        )  # fmt: skip


@pytest.mark.parametrize(
    "event",
    ["na akkoord", "oplevering", "offerte getekend", "zodra de cijfers er zijn", "later overleg"],
)
def test_an_event_is_what_can_come_to_pass(archive, clock, promise, event):
    made = replace(promise, id="nieuw", due=None, event=event)
    assert commitments.make(archive, clock, made).event == event


def test_a_promise_that_is_open_is_not_opened_again(archive, clock, promise):
    with pytest.raises(UserError, match="staat al open"):
        commitments.reopen(archive, clock, promise.id)
    assert kinds(archive, promise) == [EventKind.MADE]


def test_the_day_that_stands_there_already_is_no_move(archive, clock, promise):
    with pytest.raises(UserError, match="staat al op vr 13 mrt"):
        commitments.move(archive, clock, promise.id, promise.due, "zomaar")
    assert kinds(archive, promise) == [EventKind.MADE]
