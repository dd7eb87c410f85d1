"""Who is meant by the words of a line."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.ids import AdviserId, new_id
from gesprekshulp.domain.note import LineKind
from gesprekshulp.services import notes, preparation
from tests.noting import a_client_of_steven, a_line, a_talk_at_table, keep_line
from tests.office import a_person, an_appointment


@pytest.fixture
def client(archive):
    return a_client_of_steven(archive)


@pytest.fixture
def talk(archive, client):
    return a_talk_at_table(archive, client)


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
