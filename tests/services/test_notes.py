"""A talk: lines are kept as they are typed, and the registers follow them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import AgendaItem, AppointmentStatus, Side
from gesprekshulp.domain.commitment import Commitment, EventKind
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AdviserId, AgendaItemId, LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.settings import Settings
from gesprekshulp.domain.text import NOTHING_INTERNAL
from gesprekshulp.services import commitments, notes, preparation
from tests.noting import keep_line
from tests.office import a_client, a_participant, a_person, an_appointment

FRIDAY = date(2026, 3, 13)


@pytest.fixture
def client(archive):
    client = a_client()
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Steven"))
        work.clients.save(client)
    return client


@pytest.fixture
def talk(archive, client):
    appointment = an_appointment(client)
    with archive.transaction() as work:
        work.appointments.save(appointment)
        for name, side in (
            ("Annet Vos", Side.CLIENT),
            ("Joris Vos", Side.CLIENT),
            ("Steven", Side.US),
        ):
            work.participants.save(a_participant(appointment, name, side=side))
    return appointment


def a_line(talk, words: str, kind: LineKind = LineKind.NOTE, position: int = 0) -> NoteLine:
    at = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
    return NoteLine(LineId(new_id()), talk.id, position, at, kind).saying(words)


def lines_of(archive, talk):
    with archive.reading() as work:
        return work.note_lines.of_appointment(talk.id)


def promise_of(archive, line) -> Commitment | None:
    with archive.reading() as work:
        return work.commitments.of_line(line.id)


def test_the_first_line_begins_a_planned_talk(archive, clock, talk):
    keep_line(archive, clock, a_line(talk, "Rustige maand."))
    begun = notes.talk(archive, talk.id).appointment
    assert begun.status is AppointmentStatus.IN_PROGRESS
    assert begun.started_at is not None


def test_a_talk_that_is_over_is_not_begun_again_by_a_line(archive, clock, talk):
    notes.start_talk(archive, clock, talk.id)
    notes.stop_talk(archive, clock, talk.id)
    keep_line(archive, clock, a_line(talk, "Nog een aanvulling."))
    over = notes.talk(archive, talk.id).appointment
    assert over.status is AppointmentStatus.HELD
    assert over.stopped_at is not None


def test_keeping_a_line_is_not_something_to_undo(archive, clock, talk):
    keep_line(archive, clock, a_line(talk, "Rustige maand."))
    assert archive.undoable() == []


def test_a_promise_reads_who_what_and_when_from_its_words(archive, clock, talk):
    line = a_line(talk, "Ik stuur vrijdag de aangepaste offerte", LineKind.COMMITMENT)
    promise = keep_line(archive, clock, line).registers.commitments[line.id]
    assert (promise.side, promise.who, promise.due) == (Side.US, "Steven", FRIDAY)
    assert "offerte" in promise.what
    assert promise.said == line.text


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


@pytest.mark.parametrize("kind", [LineKind.SIGNAL, LineKind.INTERNAL])
def test_internal_lines_keep_their_words_only_in_the_internal_field(archive, clock, talk, kind):
    keep_line(archive, clock, a_line(talk, "Annet geërgerd", kind))
    (line,) = lines_of(archive, talk)
    assert line.text == ""
    assert line.internal.reveal() == "Annet geërgerd"


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


def test_an_agenda_item_is_ticked_with_the_time_it_took(archive, talk):
    item = AgendaItem(AgendaItemId(new_id()), talk.id, 0, "Kiezen")
    with archive.transaction() as work:
        work.agenda_items.save(item)
    notes.tick_item(archive, item.id, True, 540)
    (kept,) = notes.talk(archive, talk.id).agenda
    assert (kept.done, kept.spent) == (True, 540)


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


def test_who_expects_something_is_of_the_client_while_nobody_sits_at_the_table(
    archive, clock, client
):
    talk = an_appointment(client)
    with archive.transaction() as work:
        work.appointments.save(talk)
    preparation.add_expectation(archive, talk.id, "Jan", "minder betalen")
    line = a_line(talk, "Jan levert maandag de inventarislijst aan", LineKind.COMMITMENT)
    keep_line(archive, clock, line)
    promise = notes.talk(archive, talk.id).registers.commitments[line.id]
    assert (promise.side, promise.who) == (Side.CLIENT, "Jan")


def test_who_is_not_at_the_table_is_still_of_the_client_or_of_us(archive, clock, client, talk):
    with archive.transaction() as work:
        work.people.save(a_person(client, "Sjoerd Bakker"))
        work.advisers.save(Adviser(AdviserId(new_id()), "Marije Feenstra"))
    theirs = a_line(talk, "Sjoerd vraagt voor woensdag de lijst op", LineKind.COMMITMENT)
    ours = a_line(talk, "Marije kijkt vrijdag de koppeling na", LineKind.COMMITMENT, 1)
    yours = a_line(talk, "U stuurt vrijdag de cijfers", LineKind.COMMITMENT, 2)
    for line in (theirs, ours, yours):
        keep_line(archive, clock, line)
    made = notes.talk(archive, talk.id).registers.commitments
    assert [(made[line.id].side, made[line.id].who) for line in (theirs, ours, yours)] == [
        (Side.CLIENT, "Sjoerd Bakker"),
        (Side.US, "Marije Feenstra"),
        # Still one of those at the table, and of two nobody knows which.
        (Side.CLIENT, client.name),
    ]
