"""Before we say yes the week stands beside it; the other answers become decisions."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.errors import ReasonMissing
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.read_back import ReadBackSection
from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services import commitments, read_back, yes_brake
from tests.office import a_client, a_commitment, an_appointment


@pytest.fixture
def client(archive):
    made = a_client()
    with archive.transaction() as work:
        work.clients.save(made)
    return made


def test_the_week_of_a_day_shows_what_we_promised_with_its_hours(archive, clock, client, today):
    for what, more in (
        ("offerte", {"hours": 3.5}),
        ("plan", {"hours": 3.0, "due": today}),
        ("bellen", {"side": Side.BOTH}),
        ("cijfers", {"side": Side.CLIENT}),
        ("volgende week", {"due": today + timedelta(days=7)}),
    ):
        commitments.make(archive, clock, a_commitment(client, what, **more))
    load = yes_brake.due_that_week(archive, today)
    assert [item.commitment.what for item in load.items] == ["plan", "bellen", "offerte"]
    assert load.items[0].client_name == "Bakkerij De Halm"
    assert load.words == "3 toezeggingen, 6,5 uur (1 zonder uren)"
    assert load.monday == date(2026, 3, 9)


def test_an_empty_week_says_so(archive, today):
    assert yes_brake.due_that_week(archive, today).words == "nog niets toegezegd"


def decisions(archive, client):
    with archive.reading() as work:
        return [item.text for item in work.decisions.of_client(client.id)]


def test_yes_is_a_promise_and_no_decision(archive, clock, client):
    made = yes_brake.answer(archive, clock, a_commitment(client), Answer.YES)
    assert made.commitment is not None
    assert commitments.card(archive, made.commitment.id).history
    assert decisions(archive, client) == []


@pytest.mark.parametrize(
    "words", ["de cijfers er op tijd zijn", "mits de cijfers er op tijd zijn."]
)
def test_yes_if_is_a_promise_with_its_condition_as_a_decision(archive, clock, client, words):
    made = yes_brake.answer(archive, clock, a_commitment(client), Answer.YES_IF, words)
    assert made.commitment is not None
    assert decisions(archive, client) == [
        "Ja, mits de cijfers er op tijd zijn: aangepaste offerte sturen"
    ]


def test_no_because_is_a_decision_and_no_promise(archive, clock, client):
    promise = commitments.make(archive, clock, a_commitment(client))
    made = yes_brake.answer(archive, clock, promise, Answer.NO, "omdat de week vol is")
    assert made.commitment is None
    assert decisions(archive, client) == ["Nee: aangepaste offerte sturen, omdat de week vol is"]
    with archive.reading() as work:
        assert work.commitments.find(promise.id) is None


@pytest.fixture
def noted(archive, client):
    """A promise as it was noted in a talk, with a line below it."""
    talk = an_appointment(client)
    at = datetime(2026, 3, 12, 9, tzinfo=UTC)
    line = NoteLine(
        LineId(new_id()), talk.id, 1, at, LineKind.COMMITMENT, "Ik maak vrijdag het plan"
    )
    below = NoteLine(LineId(new_id()), talk.id, 2, at, LineKind.NOTE, "Koffie")
    promise = a_commitment(client, appointment_id=talk.id, line_id=line.id, what="plan maken")
    with archive.transaction() as work:
        work.appointments.save(talk)
        work.note_lines.save(line)
        work.note_lines.save(below)
        work.commitments.save(promise)
    return promise


def lines(archive, promise):
    with archive.reading() as work:
        found = work.note_lines.of_appointment(promise.appointment_id)
    return [(line.kind, line.text) for line in found]


def test_a_refused_line_of_a_talk_becomes_the_line_of_its_decision(archive, clock, noted):
    made = yes_brake.answer(archive, clock, noted, Answer.NO, "de week is vol")
    assert lines(archive, noted) == [
        (LineKind.DECISION, "Nee: plan maken, omdat de week is vol"),
        (LineKind.NOTE, "Koffie"),
    ]
    assert made.decision.line_id == noted.line_id
    assert made.decision.scope is Scope.OUTSIDE
    with archive.reading() as work:
        assert work.commitments.of_line(noted.line_id) is None


def test_a_condition_gets_a_line_below_that_of_its_promise(archive, clock, noted):
    made = yes_brake.answer(archive, clock, noted, Answer.YES_IF, "de cijfers er zijn")
    assert lines(archive, noted) == [
        (LineKind.COMMITMENT, "Ik maak vrijdag het plan"),
        (LineKind.DECISION, "Ja, mits de cijfers er zijn: plan maken"),
        (LineKind.NOTE, "Koffie"),
    ]
    assert made.commitment == noted
    assert made.decision.line_id not in (None, noted.line_id)
    assert made.decision.scope is Scope.INSIDE


@pytest.mark.parametrize("given", [Answer.YES_IF, Answer.NO])
def test_what_was_answered_in_a_talk_is_read_back_at_the_table(archive, clock, noted, given):
    yes_brake.answer(archive, clock, noted, given, "de cijfers er zijn")
    card = read_back.open_read_back(archive, clock, noted.appointment_id)
    section, words = {
        Answer.YES_IF: (ReadBackSection.AGREED, "Ja, mits de cijfers er zijn: plan maken."),
        Answer.NO: (ReadBackSection.NOT_AGREED, "Nee: plan maken, omdat de cijfers er zijn."),
    }[given]
    assert words in [item.text for item in card.items if item.section is section]


@pytest.mark.parametrize("given", [Answer.YES_IF, Answer.NO])
def test_a_condition_and_a_reason_are_not_left_out(archive, clock, client, given):
    promise = a_commitment(client)
    with pytest.raises(ReasonMissing):
        yes_brake.answer(archive, clock, promise, given, "  ")
    with archive.reading() as work:
        assert work.commitments.find(promise.id) is None
    assert decisions(archive, client) == []
