from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gesprekshulp.domain.appointment import Appointment, Speaker, talk_shares
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.readiness import Need
from gesprekshulp.services import preparation, undo
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.preparation import Preparation
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_participant, an_appointment


@pytest.fixture
def client(archive: Archive) -> Client:
    with archive.transaction() as work:
        return work.clients.save(a_client())


@pytest.fixture
def appointment(archive: Archive, client: Client) -> Appointment:
    with archive.transaction() as work:
        made = work.appointments.save(an_appointment(client))
        work.participants.save(a_participant(made))
    return made


def found(archive: Archive, clock: Clock, appointment: Appointment) -> Preparation:
    return preparation.preparation(archive, clock, appointment.id)


def needs(archive: Archive, clock: Clock, appointment: Appointment) -> set[Need]:
    return {m.need for m in preparation.mark(archive, clock, appointment.id).missing}


def take_back(archive: Archive) -> None:
    assert archive.last_batch is not None
    undo.undo(archive, archive.last_batch)


def test_a_goal_makes_the_appointment_prepared(
    archive: Archive, clock: Clock, appointment: Appointment
) -> None:
    assert needs(archive, clock, appointment) == {Need.GOAL}
    preparation.set_goal(archive, appointment.id, "heeft Annet gekozen", "akkoord")
    assert needs(archive, clock, appointment) == set()
    kept = found(archive, clock, appointment).dossier.appointment
    assert (kept.goal, kept.wished_outcome) == ("heeft Annet gekozen", "akkoord")


def test_what_is_typed_does_not_fill_the_list_of_what_can_be_undone(
    archive: Archive, appointment: Appointment
) -> None:
    before = archive.undoable()
    preparation.set_goal(archive, appointment.id, "heeft Annet gek", "")
    assert archive.undoable() == before


def test_an_expectation_has_to_be_checked_with_the_client(
    archive: Archive, clock: Clock, appointment: Appointment, today: date
) -> None:
    made = preparation.add_expectation(archive, appointment.id, "Joris", "Het moet het gewoon doen")
    assert Need.EXPECTATIONS in needs(archive, clock, appointment)
    asked = preparation.set_asked(archive, clock, made.id, asked=True)
    assert asked.asked_on == today
    assert Need.EXPECTATIONS not in needs(archive, clock, appointment)
    preparation.set_asked(archive, clock, made.id, asked=False)
    assert Need.EXPECTATIONS in needs(archive, clock, appointment)


def test_an_expectation_without_words_is_refused(
    archive: Archive, appointment: Appointment
) -> None:
    with pytest.raises(UserError, match="eigen woorden"):
        preparation.add_expectation(archive, appointment.id, "Joris", "  ")


def test_expectations_stand_in_the_order_in_which_they_were_added(
    archive: Archive, clock: Clock, appointment: Appointment
) -> None:
    for words in ("eerst", "dan", "ten slotte"):
        preparation.add_expectation(archive, appointment.id, "Annet", words)
    shown = found(archive, clock, appointment).dossier.expectations
    assert [item.words for item in shown] == ["eerst", "dan", "ten slotte"]


def test_a_removed_expectation_can_be_brought_back(
    archive: Archive, clock: Clock, appointment: Appointment
) -> None:
    made = preparation.add_expectation(archive, appointment.id, "Annet", "Wat kost het?")
    preparation.remove_expectation(archive, made.id)
    assert found(archive, clock, appointment).dossier.expectations == ()
    take_back(archive)
    assert found(archive, clock, appointment).dossier.expectations == (made,)


def test_agenda_points_can_be_put_in_another_order_and_back(
    archive: Archive, clock: Clock, appointment: Appointment
) -> None:
    first, second, third = (
        preparation.add_item(archive, appointment.id, title) for title in ("een", "twee", "drie")
    )
    preparation.order_items(archive, appointment.id, [third.id, first.id, second.id])
    titles = [i.title for i in found(archive, clock, appointment).dossier.agenda]
    assert titles == ["drie", "een", "twee"]
    take_back(archive)
    titles = [i.title for i in found(archive, clock, appointment).dossier.agenda]
    assert titles == ["een", "twee", "drie"]


def test_a_point_that_is_not_named_in_the_new_order_stays_behind_the_others(
    archive: Archive, clock: Clock, appointment: Appointment
) -> None:
    first, second = (preparation.add_item(archive, appointment.id, t) for t in ("een", "twee"))
    preparation.order_items(archive, appointment.id, [second.id])
    assert [i.id for i in found(archive, clock, appointment).dossier.agenda] == [
        second.id,
        first.id,
    ]


def test_the_minutes_of_the_agenda_divide_by_who_speaks(
    archive: Archive, clock: Clock, appointment: Appointment
) -> None:
    preparation.add_item(archive, appointment.id, "Vragen", 50, Speaker.CLIENT)
    item = preparation.add_item(archive, appointment.id, "Uitleg", 20, Speaker.US)
    preparation.change_item(archive, item.id, minutes=30, speaker=Speaker.TOGETHER)
    shares = talk_shares(found(archive, clock, appointment).dossier.agenda)
    assert (shares.explaining, shares.together, shares.listening) == (0, 30, 50)


def test_an_agenda_point_keeps_a_name_and_a_possible_length(
    archive: Archive, appointment: Appointment
) -> None:
    item = preparation.add_item(archive, appointment.id, "Vragen")
    with pytest.raises(UserError, match="naam"):
        preparation.change_item(archive, item.id, title=" ")
    with pytest.raises(UserError, match="1440"):
        preparation.change_item(archive, item.id, minutes=2000)
    with archive.reading() as work:
        assert work.agenda_items.get(item.id) == item


def test_what_had_to_be_sent_is_ticked_with_its_day(
    archive: Archive, clock: Clock, appointment: Appointment, today: date
) -> None:
    made = preparation.add_sending(archive, appointment.id, "Offerte")
    assert Need.SENDINGS in needs(archive, clock, appointment)
    assert preparation.set_sent(archive, clock, made.id, sent=True).sent_on == today
    assert Need.SENDINGS not in needs(archive, clock, appointment)
    renamed = preparation.change_sending(archive, made.id, "Offerte, versie 2")
    assert renamed == replace(made, what="Offerte, versie 2", sent_on=today)
    preparation.remove_sending(archive, made.id)
    assert found(archive, clock, appointment).sendings == ()
    take_back(archive)
    assert found(archive, clock, appointment).sendings == (renamed,)


def test_reading_the_previous_report_is_noted_and_taken_back(
    archive: Archive, clock: Clock, appointment: Appointment
) -> None:
    preparation.set_report_read(archive, clock, appointment.id, read=True)
    assert found(archive, clock, appointment).dossier.appointment.previous_report_read_at
    preparation.set_report_read(archive, clock, appointment.id, read=False)
    kept = found(archive, clock, appointment).dossier.appointment
    assert kept.previous_report_read_at is None
