"""A talk: its lines are kept as they are typed."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.appointment import AgendaItem, AppointmentStatus
from gesprekshulp.domain.ids import AgendaItemId, new_id
from gesprekshulp.domain.note import LineKind
from gesprekshulp.services import notes
from tests.noting import a_client_of_steven, a_line, a_talk_at_table, keep_line, lines_of


@pytest.fixture
def client(archive):
    return a_client_of_steven(archive)


@pytest.fixture
def talk(archive, client):
    return a_talk_at_table(archive, client)


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


@pytest.mark.parametrize("kind", [LineKind.SIGNAL, LineKind.INTERNAL])
def test_internal_lines_keep_their_words_only_in_the_internal_field(archive, clock, talk, kind):
    keep_line(archive, clock, a_line(talk, "Annet geërgerd", kind))
    (line,) = lines_of(archive, talk)
    assert line.text == ""
    assert line.internal.reveal() == "Annet geërgerd"


def test_an_agenda_item_is_ticked_with_the_time_it_took(archive, talk):
    item = AgendaItem(AgendaItemId(new_id()), talk.id, 0, "Kiezen")
    with archive.transaction() as work:
        work.agenda_items.save(item)
    notes.tick_item(archive, item.id, True, 540)
    (kept,) = notes.talk(archive, talk.id).agenda
    assert (kept.done, kept.spent) == (True, 540)
