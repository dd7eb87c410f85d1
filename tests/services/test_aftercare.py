"""Aftercare: what is still to be done after a talk, and closing it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from gesprekshulp.domain.appointment import AppointmentStatus, GoalReached, Side
from gesprekshulp.domain.commitment import EventKind
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import ReasonMissing, UserError
from gesprekshulp.domain.text import InternalText
from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services import aftercare, commitments, undo
from tests.office import a_client, a_commitment, a_participant, an_appointment

MONDAY = date(2026, 3, 16)


@pytest.fixture
def talk(archive):
    client = a_client()
    appointment = an_appointment(
        client, goal="is er gekozen", status=AppointmentStatus.HELD, place="Zwolle"
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(appointment)
        work.participants.save(a_participant(appointment, present=True))
        work.commitments.save(a_commitment(client, appointment_id=appointment.id))
        work.commitments.save(
            a_commitment(client, "storingslijst opvragen", due=None, appointment_id=appointment.id)
        )
    return appointment


def promises(archive, clock, talk):
    by_what = {p.what: p for p in aftercare.aftercare(archive, clock, talk.id).promises}
    return by_what["aangepaste offerte sturen"], by_what["storingslijst opvragen"]


def missing(archive, clock, talk):
    return aftercare.aftercare(archive, clock, talk.id).missing


def test_it_says_in_words_what_is_missing(archive, clock, talk):
    assert missing(archive, clock, talk) == (
        "2 toezeggingen nalopen",
        "zeggen of het doel is bereikt",
        "tevredenheid noteren",
    )


def test_what_is_done_is_no_longer_missing(archive, clock, talk):
    for promise in promises(archive, clock, talk):
        aftercare.check_promise(archive, promise.id)
    aftercare.say_goal(archive, talk.id, GoalReached.PARTLY, "nog geen prijs")
    aftercare.rate(archive, clock, talk.id, 8, InternalText("vlot gesprek"))
    assert missing(archive, clock, talk) == ("1 toezegging heeft nog geen dag",)


def test_a_first_day_needs_no_reason_but_another_day_does(archive, clock, talk):
    with_day, without = promises(archive, clock, talk)
    put = {"side": Side.US, "who": "Steven"}
    given = aftercare.change_promise(
        archive, clock, without.id, what="lijst opvragen", due=MONDAY, **put
    )
    assert (given.what, given.due, given.moves) == ("lijst opvragen", MONDAY, 0)
    with pytest.raises(ReasonMissing):
        aftercare.change_promise(archive, clock, with_day.id, what="w", due=MONDAY, **put)
    moved = aftercare.change_promise(
        archive, clock, with_day.id, what=with_day.what, due=MONDAY, reason="beurs", **put
    )
    assert (moved.due, moved.moves) == (MONDAY, 1)
    newest = commitments.card(archive, moved.id).history[0]
    assert (newest.kind, newest.text) == (EventKind.MOVED, "beurs")


def test_a_promise_can_be_added_and_counts_as_checked(archive, clock, talk):
    made = aftercare.add_promise(
        archive, clock, talk.id, side=Side.US, who="Steven", what="folder sturen", due=MONDAY
    ).commitment
    assert made is not None
    assert made.checked
    assert made.client_id == talk.client_id
    undo.undo_last(archive)
    assert len(aftercare.aftercare(archive, clock, talk.id).promises) == 2


def test_a_promise_without_a_day_can_hang_on_the_next_talk_and_says_its_hours(archive, clock, talk):
    _, without = promises(archive, clock, talk)
    put = {"side": Side.US, "who": "Steven", "what": without.what, "due": None}
    event = "voor het volgende overleg"
    hanging = aftercare.change_promise(archive, clock, without.id, event=event, hours=4, **put)
    assert (hanging.due, hanging.event, hanging.hours) == (None, event, 4)
    with archive.transaction() as work:
        start = talk.starts_at + timedelta(days=28)
        later = an_appointment(
            work.clients.get(talk.client_id),
            starts_at=start, ends_at=start + timedelta(hours=1), title="Voortgang",
        )  # fmt: skip
        work.appointments.save(later)
    again = aftercare.change_promise(
        archive, clock, without.id, event="bij het volgende gesprek", **put
    )
    assert (again.due, again.event_appointment_id) == (local_day(start), later.id)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"what": " "}, "Schrijf op wat er is toegezegd"),
        ({"who": ""}, "Zet erbij wie het doet"),
        ({"event": "zsm"}, "“zsm” houdt niets vast"),
    ],
)
def test_a_promise_is_not_changed_into_one_that_holds_nothing(
    archive, clock, talk, changed, sentence
):
    _, without = promises(archive, clock, talk)
    put = {"side": Side.US, "who": "Steven", "what": without.what, "due": None} | changed
    with pytest.raises(UserError, match=sentence):
        aftercare.change_promise(archive, clock, without.id, **put)
    with archive.reading() as work:
        assert work.commitments.get(without.id) == without


def test_what_is_refused_in_the_aftercare_stands_with_the_decisions(archive, clock, talk):
    put = {"side": Side.US, "who": "Steven", "what": "folder sturen", "due": MONDAY}
    no = aftercare.add_promise(
        archive, clock, talk.id, answer=Answer.NO, words="de week vol is", **put
    )
    assert no.commitment is None
    assert no.decision is not None
    assert no.decision.text == "Nee: folder sturen, omdat de week vol is"
    assert no.decision.appointment_id == talk.id


def test_a_talk_has_one_rating(archive, clock, talk):
    aftercare.rate(archive, clock, talk.id, 6, InternalText("te lang"))
    aftercare.rate(archive, clock, talk.id, 8, InternalText("toch goed"))
    rating = aftercare.aftercare(archive, clock, talk.id).rating
    assert rating is not None
    assert (rating.score, rating.explanation.reveal()) == (8, "toch goed")
    with archive.reading() as work:
        assert len(work.ratings.all()) == 1


@pytest.mark.parametrize("score", [-1, 11])
def test_a_rating_is_0_to_10(archive, clock, talk, score):
    with pytest.raises(UserError, match="0 tot en met 10"):
        aftercare.rate(archive, clock, talk.id, score, InternalText())


def test_a_talk_has_one_look_back(archive, clock, talk):
    aftercare.reflect(archive, talk.id, InternalText("rustig"), InternalText())
    aftercare.reflect(archive, talk.id, InternalText("rustig"), InternalText("eerder teruglezen"))
    reflection = aftercare.aftercare(archive, clock, talk.id).reflection
    assert reflection is not None
    assert reflection.next_time.reveal() == "eerder teruglezen"


def test_the_next_talk_is_with_the_same_people_and_is_shown(archive, clock, talk):
    starts = datetime(2026, 3, 26, 9, 0, tzinfo=UTC)
    made = aftercare.plan_next(archive, talk.id, "Proef", starts, starts + timedelta(hours=1))
    now = aftercare.aftercare(archive, clock, talk.id)
    assert now.next_appointment == made
    assert (made.client_id, made.place) == (talk.client_id, "Zwolle")
    with archive.reading() as work:
        (person,) = work.participants.of_appointment(made.id)
    assert (person.name, person.present) == ("Annet Vos", None)


def test_a_talk_can_be_finished_with_something_missing_and_opened_again(archive, clock, talk):
    assert aftercare.finish(archive, clock, talk.id).status is AppointmentStatus.DONE
    assert aftercare.reopen(archive, talk.id).status is AppointmentStatus.HELD


def test_a_cancelled_appointment_cannot_be_finished(archive, clock):
    client = a_client()
    cancelled = an_appointment(client, status=AppointmentStatus.CANCELLED)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(cancelled)
    with pytest.raises(UserError, match="afgezegd"):
        aftercare.finish(archive, clock, cancelled.id)
