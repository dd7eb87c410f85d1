from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import Appointment, AppointmentKind, Side
from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AdviserId, AssignmentId, new_id
from gesprekshulp.services import planning, undo
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.planning import Planning
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_participant, a_person, an_appointment


@pytest.fixture
def client(archive: Archive) -> Client:
    with archive.transaction() as work:
        return work.clients.save(a_client(street="Molenstraat 18", city="Heerdam"))


@pytest.fixture
def imported(archive: Archive) -> Appointment:
    """An appointment as it comes from a calendar file: people, and no client yet."""
    with archive.transaction() as work:
        made = work.appointments.save(an_appointment())
        work.participants.save(a_participant(made, "annet@halm.nl", email="Annet@halm.nl"))
    return made


def kept(archive: Archive, appointment: Appointment) -> Planning:
    return planning.planning(archive, appointment.id)


def take_back(archive: Archive) -> None:
    assert archive.last_batch is not None
    undo.undo(archive, archive.last_batch)


def test_choosing_a_client_fills_the_place_and_recognises_the_people(
    archive: Archive, client: Client, imported: Appointment
) -> None:
    with archive.transaction() as work:
        annet = work.people.save(a_person(client, email="annet@halm.nl", role="eigenaar"))
    planning.choose_client(archive, imported.id, client.id)
    after = kept(archive, imported)
    assert after.client == client
    assert after.appointment.place == "Molenstraat 18, Heerdam"
    assert [(p.person_id, p.role) for p in after.participants] == [(annet.id, "eigenaar")]


def test_choosing_a_client_leaves_a_place_that_was_given(
    archive: Archive, client: Client, imported: Appointment
) -> None:
    planning.set_words(archive, imported.id, imported.title, "Vergaderzaal 2")
    planning.choose_client(archive, imported.id, client.id)
    assert kept(archive, imported).appointment.place == "Vergaderzaal 2"


def test_another_client_loses_the_assignment_of_the_first_and_undo_brings_all_back(
    archive: Archive, client: Client, imported: Appointment
) -> None:
    with archive.transaction() as work:
        work_for = work.assignments.save(Assignment(AssignmentId(new_id()), client.id, "Kassa"))
        other = work.clients.save(a_client("Slagerij Van Bremen"))
    planning.choose_client(archive, imported.id, client.id)
    planning.set_assignment(archive, imported.id, work_for.id)
    before = kept(archive, imported)
    planning.choose_client(archive, imported.id, other.id)
    assert kept(archive, imported).appointment.assignment_id is None
    take_back(archive)
    assert kept(archive, imported) == before


def test_a_new_client_is_made_and_connected_in_one_go(
    archive: Archive, imported: Appointment
) -> None:
    made = planning.new_client(archive, imported.id, " Fietsenwinkel Trappers ")
    assert kept(archive, imported).client == made
    take_back(archive)
    assert kept(archive, imported).client is None
    assert planning.client_names(archive) == {}


def test_a_new_client_with_a_known_name_is_the_known_client(
    archive: Archive, client: Client, imported: Appointment
) -> None:
    assert planning.new_client(archive, imported.id, "bakkerij de halm") == client
    assert list(planning.client_names(archive)) == ["Bakkerij De Halm"]


def test_clients_are_named_in_the_order_of_the_alphabet(archive: Archive) -> None:
    with archive.transaction() as work:
        for name in ("de Zandkuil", "Bakkerij", "Ámbacht", "arend"):
            work.clients.save(a_client(name))
    assert list(planning.client_names(archive))[:2] == ["arend", "Bakkerij"]


def test_an_empty_title_leaves_the_old_one(archive: Archive, imported: Appointment) -> None:
    planning.set_words(archive, imported.id, "  ", "ergens")
    after = kept(archive, imported).appointment
    assert (after.title, after.place) == (imported.title, "ergens")


def test_a_call_has_no_use_for_the_client_s_address(
    archive: Archive, client: Client, imported: Appointment
) -> None:
    planning.choose_client(archive, imported.id, client.id)
    planning.set_kind(archive, imported.id, AppointmentKind.PHONE)
    assert kept(archive, imported).appointment.place == ""
    planning.set_kind(archive, imported.id, AppointmentKind.VISIT)
    assert kept(archive, imported).appointment.place == client.address


def test_a_wrong_time_can_be_corrected_and_put_back(
    archive: Archive, imported: Appointment
) -> None:
    later = imported.starts_at + timedelta(hours=2)
    planning.correct_time(archive, imported.id, later, later + timedelta(hours=1), all_day=False)
    assert kept(archive, imported).appointment.starts_at == later
    assert kept(archive, imported).changes == ()
    take_back(archive)
    assert kept(archive, imported).appointment == imported


def test_an_end_before_the_begin_is_refused(archive: Archive, imported: Appointment) -> None:
    with pytest.raises(UserError, match="einde"):
        planning.correct_time(
            archive, imported.id, imported.ends_at, imported.starts_at, all_day=False
        )


def test_without_times_an_appointment_takes_the_whole_day() -> None:
    day = date(2026, 3, 12)
    begin, end = planning.span(day, None, None)
    assert (begin, end) == (local_moment(day, time()), local_moment(date(2026, 3, 13), time()))
    begin, end = planning.span(day, time(10), None)
    assert end - begin == timedelta(hours=1)


def test_people_of_the_client_and_of_us_are_invited_by_a_tick(
    archive: Archive, client: Client, imported: Appointment
) -> None:
    with archive.transaction() as work:
        annet = work.people.save(a_person(client, role="eigenaar"))
        own = work.advisers.save(Adviser(AdviserId(new_id()), "Steven", is_self=True))
    planning.invite(archive, imported.id, annet.id)
    planning.invite(archive, imported.id, own.id)
    sides = {p.name: p.side for p in kept(archive, imported).participants}
    assert sides["Annet Vos"] is Side.CLIENT
    assert sides["Steven"] is Side.US


def test_somebody_else_needs_a_name_or_an_address(archive: Archive, imported: Appointment) -> None:
    with pytest.raises(UserError, match="naam of een mailadres"):
        planning.add_other(archive, imported.id, " ", "", "notaris", Side.THIRD)
    made = planning.add_other(archive, imported.id, "", "notaris@x.nl", "notaris", Side.THIRD)
    assert made.name == "notaris@x.nl"
    changed = planning.change_participant(
        archive, made.id, name="Mr. Dijk", email=made.email, role="notaris", side=Side.THIRD
    )
    planning.remove_participant(archive, changed.id)
    assert changed not in kept(archive, imported).participants
    take_back(archive)
    assert changed in kept(archive, imported).participants


def test_somebody_new_of_the_client_is_known_there_from_then_on(
    archive: Archive, client: Client, imported: Appointment
) -> None:
    planning.choose_client(archive, imported.id, client.id)
    for _ in range(2):
        made = planning.add_other(archive, imported.id, "Els de Boer", "", "bureau", Side.CLIENT)
    people = [one for one in kept(archive, imported).people if one.name == "Els de Boer"]
    assert [one.role for one in people] == ["bureau"]
    assert made.person_id == people[0].id
