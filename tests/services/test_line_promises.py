"""What the words of a line promise: who, what, and by which day."""

from __future__ import annotations

from datetime import date

import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.note import LineKind
from gesprekshulp.services import notes
from tests.noting import a_client_of_steven, a_line, a_talk_at_table, keep_line, promise_of

FRIDAY = date(2026, 3, 13)


@pytest.fixture
def client(archive):
    return a_client_of_steven(archive)


@pytest.fixture
def talk(archive, client):
    return a_talk_at_table(archive, client)


def test_a_promise_reads_who_what_and_when_from_its_words(archive, clock, talk):
    line = a_line(talk, "Ik stuur vrijdag de aangepaste offerte", LineKind.COMMITMENT)
    promise = keep_line(archive, clock, line).registers.commitments[line.id]
    assert (promise.side, promise.who, promise.due) == (Side.US, "Steven", FRIDAY)
    assert "offerte" in promise.what
    assert promise.said == line.text


def test_words_in_which_no_promise_is_read_are_one_all_the_same(archive, clock, talk):
    line = a_line(talk, "offerte", LineKind.COMMITMENT)
    promise = keep_line(archive, clock, line).registers.commitments[line.id]
    assert (promise.side, promise.who, promise.what) == (Side.US, "Steven", "offerte")
    assert promise.is_vague


@pytest.mark.parametrize(
    ("words", "side", "who", "what"),
    [
        ("Annet stuurt de cijfers.", Side.CLIENT, "Annet Vos", "cijfers sturen"),
        ("Willem levert de trap", Side.THIRD, "Willem", "trap leveren"),
        ("Steven mailt de planning", Side.US, "Steven", "planning mailen"),
    ],
)
def test_a_promise_without_a_day_is_of_who_does_it(archive, clock, talk, words, side, who, what):
    line = a_line(talk, words, LineKind.COMMITMENT)
    keep_line(archive, clock, line)
    promise = promise_of(archive, line)
    assert (promise.side, promise.who, promise.what) == (side, who, what)
    assert promise.is_vague


def test_a_promise_can_hang_on_an_event(archive, clock, talk):
    words = "Annet levert de jaarcijfers voor het volgende overleg aan"
    line = a_line(talk, words, LineKind.COMMITMENT)
    promise = keep_line(archive, clock, line).registers.commitments[line.id]
    assert promise.due is None
    assert "overleg" in promise.event
    assert not promise.is_vague


def test_a_suggestion_says_how_many_own_promises_that_day_holds(archive, clock, talk):
    one = a_line(talk, "Ik stuur vrijdag de offerte", LineKind.COMMITMENT)
    keep_line(archive, clock, one)
    other = a_line(talk, "Ik bel vrijdag de leverancier")
    at_table = notes.talk(archive, talk.id).voices
    found = notes.read_suggestion(archive, clock, other.text, at_table, other.id)
    assert found is not None
    reading, load = found
    assert (reading.due, load) == (FRIDAY, 1)


def test_words_without_a_promise_give_no_suggestion(archive, clock, talk):
    at_table = notes.talk(archive, talk.id).voices
    line = a_line(talk, "Rustige maand, wel twee zaterdagen zonder kassa.")
    assert notes.read_suggestion(archive, clock, line.text, at_table, line.id) is None
