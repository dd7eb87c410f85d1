"""The registers follow the lines of a talk as they are typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import EventKind
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.note import LineKind
from gesprekshulp.domain.text import NOTHING_INTERNAL
from gesprekshulp.services import commitments, notes
from tests.noting import (
    a_client_of_steven,
    a_line,
    a_talk_at_table,
    keep_line,
    lines_of,
    promise_of,
)
from tests.office import an_appointment

FRIDAY = date(2026, 3, 13)


@pytest.fixture
def client(archive):
    return a_client_of_steven(archive)


@pytest.fixture
def talk(archive, client):
    return a_talk_at_table(archive, client)


def test_a_promise_follows_its_words_while_they_are_typed(archive, clock, talk):
    line = a_line(talk, "Ik stuur", LineKind.COMMITMENT)
    first = notes.keep_lines(archive, clock, talk.id, [line], typing=line.id)
    later = line.saying("Joris stuurt vrijdag de storingslijst")
    then = notes.keep_lines(archive, clock, talk.id, [later], typing=line.id)
    promise = then.registers.commitments[line.id]
    assert promise.id == first.registers.commitments[line.id].id
    assert (promise.side, promise.who, promise.due) == (Side.CLIENT, "Joris Vos", FRIDAY)


def test_history_begins_when_the_words_stand(archive, clock, talk):
    line = a_line(talk, "Ik stuur", LineKind.COMMITMENT)
    notes.keep_lines(archive, clock, talk.id, [line], typing=line.id)
    promise = promise_of(archive, line)
    assert promise is not None
    assert commitments.card(archive, promise.id).history == ()
    whole = line.saying("Ik stuur vrijdag de offerte")
    notes.keep_lines(archive, clock, talk.id, [whole])
    (event,) = commitments.card(archive, promise.id).history
    assert event.kind is EventKind.MADE
    assert event.to_day == FRIDAY


def test_another_day_by_typing_later_stands_in_the_history(archive, clock, talk):
    line = a_line(talk, "Ik stuur vrijdag de offerte", LineKind.COMMITMENT)
    keep_line(archive, clock, line)
    keep_line(archive, clock, line.saying("Ik stuur maandag de offerte"))
    promise = promise_of(archive, line)
    assert promise is not None
    newest = commitments.card(archive, promise.id).history[0]
    assert newest.kind is EventKind.CHANGED
    assert (newest.from_day, newest.to_day) == (FRIDAY, date(2026, 3, 16))


def test_what_was_filled_in_by_hand_stays_when_the_words_change(archive, clock, talk):
    line = a_line(talk, "We komen nog terug op de koppeling", LineKind.COMMITMENT)
    keep_line(archive, clock, line)
    notes.fill_promise(
        archive, clock, line.id, side=Side.CLIENT, who="Annet Vos", what="", due=FRIDAY
    )
    again = line.saying("Ik bel maandag over de koppeling met de boekhouding")
    promise = keep_line(archive, clock, again).registers.commitments[line.id]
    assert (promise.side, promise.who, promise.due) == (Side.CLIENT, "Annet Vos", FRIDAY)
    assert "bellen" in promise.what  # the words of what were never touched by hand


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("We kiezen systeem B voor alle drie de winkels.", Scope.INSIDE),
        ("De koppeling hoort niet bij de opdracht.", Scope.OUTSIDE),
        ("De website valt buiten de opdracht.", Scope.OUTSIDE),
    ],
)
def test_a_decision_is_inside_the_assignment_unless_it_says_otherwise(
    archive, clock, talk, words, scope
):
    line = a_line(talk, words, LineKind.DECISION)
    kept = keep_line(archive, clock, line)
    assert kept.lines[0].scope is scope
    assert kept.registers.decisions[line.id].scope is scope


def test_a_scope_that_was_switched_stays_when_words_are_added(archive, clock, talk):
    line = a_line(talk, "De koppeling hoort niet bij de opdracht", LineKind.DECISION)
    kept = keep_line(archive, clock, line).lines[0]
    switched = replace(kept, scope=Scope.INSIDE)
    keep_line(archive, clock, switched)
    again = keep_line(archive, clock, switched.saying(line.text + " van nu."))
    assert again.registers.decisions[line.id].scope is Scope.INSIDE


def test_a_wish_comes_in_its_register(archive, clock, talk):
    line = a_line(talk, "Bestellingen meteen op de kassa", LineKind.WISH)
    kept = keep_line(archive, clock, line)
    assert kept.registers.wishes[line.id].text == line.text


def test_a_line_of_another_kind_leaves_its_old_register(archive, clock, talk):
    line = a_line(talk, "Ik stuur vrijdag de offerte", LineKind.COMMITMENT)
    keep_line(archive, clock, line)
    kept = keep_line(archive, clock, line.as_kind(LineKind.DECISION))
    assert line.id not in kept.registers.commitments
    assert line.id in kept.registers.decisions


def test_back_to_a_promise_brings_it_back_with_what_was_filled_in(archive, clock, talk):
    line = a_line(talk, "Ik bel nog", LineKind.COMMITMENT)
    keep_line(archive, clock, line)
    filled = notes.fill_promise(
        archive, clock, line.id, side=Side.US, who="Steven", what="Annet bellen", due=FRIDAY
    )
    keep_line(archive, clock, line.as_kind(LineKind.NOTE))
    assert promise_of(archive, line) is None
    keep_line(archive, clock, line.as_kind(LineKind.COMMITMENT))
    assert promise_of(archive, line) == filled


def test_a_removed_line_takes_its_promise_along(archive, clock, talk):
    line = a_line(talk, "Ik stuur vrijdag de offerte", LineKind.COMMITMENT)
    keep_line(archive, clock, line)
    notes.keep_lines(archive, clock, talk.id, (), (line.id,))
    assert lines_of(archive, talk) == ()
    assert promise_of(archive, line) is None


def test_a_promise_made_internal_is_gone_from_the_register_and_from_the_text(archive, clock, talk):
    line = a_line(talk, "Ik stuur vrijdag de offerte", LineKind.COMMITMENT)
    keep_line(archive, clock, line)
    keep_line(archive, clock, line.as_kind(LineKind.INTERNAL))
    (kept,) = lines_of(archive, talk)
    assert (kept.text, kept.internal == NOTHING_INTERNAL) == ("", False)
    assert promise_of(archive, line) is None


def test_without_a_client_lines_work_and_registers_come_when_there_is_one(archive, clock, client):
    talk = an_appointment(None)
    with archive.transaction() as work:
        work.appointments.save(talk)
    line = a_line(talk, "Ik stuur vrijdag de offerte", LineKind.COMMITMENT)
    kept = keep_line(archive, clock, line)
    assert kept.registers.commitments == {}
    with archive.transaction() as work:
        work.appointments.save(replace(talk, client_id=client.id))
    assert notes.catch_up(archive, clock, talk.id)
    promise = promise_of(archive, line)
    assert promise is not None
    assert promise.client_id == client.id
    assert not notes.catch_up(archive, clock, talk.id)


def test_a_promise_removed_by_hand_does_not_come_back_by_itself(archive, clock, talk):
    line = a_line(talk, "Ik stuur vrijdag de offerte", LineKind.COMMITMENT)
    promise = keep_line(archive, clock, line).registers.commitments[line.id]
    commitments.remove(archive, promise.id)
    assert not notes.catch_up(archive, clock, talk.id)
    assert promise_of(archive, line) is None


def test_a_promise_without_a_client_cannot_be_filled_in(archive, clock):
    talk = an_appointment(None)
    with archive.transaction() as work:
        work.appointments.save(talk)
    line = a_line(talk, "Ik bel nog", LineKind.COMMITMENT)
    keep_line(archive, clock, line)
    with pytest.raises(UserError, match="Kies eerst de klant"):
        notes.fill_promise(archive, clock, line.id, side=Side.US, who="S", what="w", due=FRIDAY)
