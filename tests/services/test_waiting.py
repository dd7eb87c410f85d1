"""A promise that hangs on a talk follows it; one that waits for another asks for a new day."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import EventKind
from gesprekshulp.domain.errors import UserError
from gesprekshulp.services import appointments, commitments, imports, undo, waiting
from gesprekshulp.services.appointments import local_moment
from tests.office import a_client, a_commitment, a_participant, a_person, an_appointment

APRIL = date(2026, 4, 20)


@pytest.fixture
def client(archive):
    made = a_client()
    with archive.transaction() as work:
        work.clients.save(made)
    return made


@pytest.fixture
def promise(archive, clock, client, today):
    return commitments.make(
        archive, clock,
        a_commitment(client, due=None, event="voor het volgende overleg", made_on=today),
    )  # fmt: skip


def plan(archive, clock, client, day=APRIL, title="Voortgang"):
    start = local_moment(day, time(10))
    talk = an_appointment(client, title=title, starts_at=start, ends_at=start + timedelta(hours=1))
    return appointments.plan(archive, talk, (a_participant(talk),), clock)


def now(archive, promise):
    return commitments.card(archive, promise.id).commitment


def last(archive, promise):
    return commitments.card(archive, promise.id).history[0]


def move(archive, clock, talk, day):
    start = local_moment(day, time(10))
    appointments.move(
        archive, clock, talk.id, start, start + timedelta(hours=1),
        by=Side.CLIENT, who="Annet Vos", reason="ziek",
    )  # fmt: skip


def test_it_gets_its_day_when_the_next_talk_is_planned(archive, clock, client, promise):
    talk = plan(archive, clock, client)
    found = now(archive, promise)
    assert (found.due, found.event_appointment_id) == (APRIL, talk.id)
    assert found.event == "voor het volgende overleg"
    assert last(archive, promise).to_day == APRIL
    assert "Voortgang" in last(archive, promise).text


def test_it_gets_its_day_at_once_when_the_next_talk_is_planned_already(archive, clock, client):
    plan(archive, clock, client)
    made = commitments.make(
        archive, clock, a_commitment(client, due=None, event="bij onze volgende afspraak")
    )
    assert made.due == APRIL
    assert now(archive, made) == made


def test_it_follows_when_the_talk_moves_and_says_so(archive, clock, client, promise):
    talk = plan(archive, clock, client)
    move(archive, clock, talk, date(2026, 4, 27))
    found = now(archive, promise)
    assert found.due == date(2026, 4, 27)
    assert found.moves == 0
    event = last(archive, promise)
    assert (event.kind, event.from_day, event.to_day) == (
        EventKind.CHANGED, APRIL, date(2026, 4, 27),
    )  # fmt: skip
    undo.undo_last(archive)
    assert now(archive, promise).due == APRIL


def test_it_waits_again_when_the_talk_is_cancelled(archive, clock, client, promise):
    talk = plan(archive, clock, client)
    appointments.cancel(archive, clock, talk.id, by=Side.CLIENT, who="Annet", reason="druk")
    assert now(archive, promise) == promise
    assert "afgezegd; wacht weer" in last(archive, promise).text


def test_it_goes_to_the_talk_after_it_when_that_is_planned(archive, clock, client, promise):
    talk = plan(archive, clock, client)
    other = plan(archive, clock, client, date(2026, 5, 18))
    assert now(archive, promise).event_appointment_id == talk.id
    appointments.remove(archive, talk.id, clock)
    assert now(archive, promise).event_appointment_id == other.id
    assert now(archive, promise).due == date(2026, 5, 18)


def test_a_talk_planned_before_it_becomes_the_next_one(archive, clock, client, promise):
    plan(archive, clock, client)
    plan(archive, clock, client, date(2026, 4, 2))
    assert now(archive, promise).due == date(2026, 4, 2)


def test_a_talk_that_moves_past_another_is_no_longer_the_next_one(archive, clock, client, promise):
    first = plan(archive, clock, client, APRIL, "Eerste")
    between = plan(archive, clock, client, APRIL + timedelta(days=4), "Ertussen")
    move(archive, clock, first, APRIL + timedelta(days=10))
    found = now(archive, promise)
    assert (found.event_appointment_id, found.due) == (between.id, APRIL + timedelta(days=4))


def test_what_was_linked_by_hand_stays_with_its_talk(archive, clock, client, promise):
    first = plan(archive, clock, client, APRIL, "Eerste")
    plan(archive, clock, client, APRIL + timedelta(days=4), "Ertussen")
    waiting.link_to_appointment(archive, clock, promise.id, first.id)
    move(archive, clock, first, APRIL + timedelta(days=1))
    move(archive, clock, first, APRIL + timedelta(days=10))
    assert now(archive, promise).event_appointment_id == first.id


def test_it_comes_up_when_the_talk_has_passed(archive, clock, client, promise):
    plan(archive, clock, client)
    assert not now(archive, promise).is_late(APRIL)
    assert now(archive, promise).is_late(APRIL + timedelta(days=1))


def test_talks_with_others_and_other_events_change_nothing(archive, clock, client, promise):
    other = a_client("Slagerij Vos")
    with archive.transaction() as work:
        work.clients.save(other)
    later = commitments.make(
        archive, clock, a_commitment(client, due=None, event="na akkoord van de directie")
    )
    plan(archive, clock, other)
    assert now(archive, promise) == promise
    plan(archive, clock, client)
    assert now(archive, later) == later


def test_a_talk_from_a_calendar_file_counts_too(archive, clock, client, promise):
    with archive.transaction() as work:
        work.people.save(a_person(client, email="annet@halm.example"))
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:een@agenda",
        "DTSTART:20260420T080000Z", "DTEND:20260420T090000Z", "SUMMARY:Overleg",
        "ATTENDEE;CN=Annet Vos:mailto:annet@halm.example", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    found = imports.plan(archive, clock, [("a.ics", "\r\n".join(lines).encode())])
    imports.apply(archive, clock, found)
    assert now(archive, promise).due == APRIL


def test_it_can_be_linked_and_unlinked_by_hand(archive, clock, client):
    talk = plan(archive, clock, client)
    vague = commitments.make(archive, clock, a_commitment(client, due=None))
    tied = waiting.link_to_appointment(archive, clock, vague.id, talk.id)
    assert (tied.due, tied.event) == (APRIL, "voor “Voortgang”")
    plan(archive, clock, client, date(2026, 4, 2))
    assert now(archive, vague).due == APRIL
    assert waiting.link_to_appointment(archive, clock, vague.id, None).due is None


def test_a_promise_with_its_own_day_is_not_moved_by_linking(archive, clock, client):
    talk = plan(archive, clock, client)
    dated = commitments.make(archive, clock, a_commitment(client))
    with pytest.raises(UserError, match="Verzetten"):
        waiting.link_to_appointment(archive, clock, dated.id, talk.id)


def test_what_was_noted_in_a_talk_begins_its_history_with_what_was_said(archive, clock, client):
    noted = a_commitment(client, due=None, event="voor het volgende overleg")
    with archive.transaction() as work:
        work.commitments.save(noted)
    plan(archive, clock, client)
    kinds = [event.kind for event in commitments.card(archive, noted.id).history]
    assert kinds == [EventKind.CHANGED, EventKind.MADE]


# --- one promise after another ---


@pytest.fixture
def theirs(archive, clock, client):
    return commitments.make(
        archive, clock,
        a_commitment(client, "cijfers sturen", side=Side.CLIENT, who="Annet Vos",
                     due=date(2026, 3, 20)),
    )  # fmt: skip


@pytest.fixture
def ours(archive, clock, client, theirs):
    made = commitments.make(
        archive, clock, a_commitment(client, "begroting maken", due=date(2026, 3, 25))
    )
    return waiting.wait_for(archive, clock, made.id, theirs.id)


def proposals(archive, clock):
    return [(one.ours.id, one.theirs.id, one.proposed) for one in
            waiting.needs_new_day(archive, clock)]  # fmt: skip


def test_nothing_is_asked_while_theirs_stands(archive, clock, ours):
    assert proposals(archive, clock) == []


def test_when_theirs_slips_ours_asks_and_is_not_moved(archive, clock, ours, theirs):
    commitments.move(archive, clock, theirs.id, date(2026, 4, 2), "boekhouder ziek")
    # Three working days after; Easter Monday is none.
    assert proposals(archive, clock) == [(ours.id, theirs.id, date(2026, 4, 8))]
    assert now(archive, ours) == ours
    commitments.move(archive, clock, ours.id, date(2026, 4, 8), "cijfers komen later")
    assert proposals(archive, clock) == []


def test_a_promise_waits_for_one_of_the_other_side_only(archive, clock, client, ours, theirs):
    with pytest.raises(UserError, match="op zichzelf"):
        waiting.wait_for(archive, clock, ours.id, ours.id)
    with pytest.raises(UserError, match="van ons"):
        waiting.wait_for(archive, clock, theirs.id, ours.id)


def test_two_promises_do_not_wait_for_each_other(archive, clock, client):
    one, two = (
        commitments.make(archive, clock, a_commitment(client, what, side=Side.BOTH))
        for what in ("een", "twee")
    )
    waiting.wait_for(archive, clock, one.id, two.id)
    with pytest.raises(UserError, match="wacht zelf al"):
        waiting.wait_for(archive, clock, two.id, one.id)


def test_it_can_stop_waiting(archive, clock, ours, theirs):
    waiting.wait_for(archive, clock, ours.id, None)
    commitments.move(archive, clock, theirs.id, date(2026, 4, 2), "boekhouder ziek")
    assert proposals(archive, clock) == []
