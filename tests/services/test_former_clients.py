"""Who was a client stays out of what goes to another; who never was one stops nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.draft import Draft
from gesprekshulp.services import clients, going_out, report_parts, reports, undo
from gesprekshulp.services.checking_leaks import search_of_client
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.going_out import ReportLeaks
from gesprekshulp.storage.archive import Archive
from gesprekshulp.storage.clients import HAD_SOMETHING
from tests.office import a_client, a_commitment, a_contact, a_person, an_appointment


@pytest.fixture
def client(archive: Archive) -> Client:
    return clients.make(archive, a_client(email="info@halm.example"))


def stopped(archive: Archive, client: Client, words: str) -> str:
    """Why a message to this client may not go."""
    with archive.reading() as work:
        return going_out.stops(search_of_client(work, client.id), Draft("", words))


def removed(archive: Archive, made: Client) -> None:
    """A client that was removed with what it had: a promise."""
    clients.make(archive, made)
    with archive.transaction() as work:
        work.commitments.save(a_commitment(made))
    clients.remove(archive, made.id)


def test_a_client_that_was_removed_is_not_told_of(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    removed(archive, a_client("Houtbouw Zwanenburg"))
    talk = an_appointment(client, status=AppointmentStatus.HELD)
    with archive.transaction() as work:
        work.appointments.save(talk)
    report_parts.add_part(archive, clock, talk.id, "Extra", "Net als bij Houtbouw Zwanenburg.")
    with pytest.raises(ReportLeaks, match="“Houtbouw Zwanenburg” was een klant van u; haal de"):
        reports.export(archive, clock, talk.id, tmp_path / "v.docx")


@pytest.mark.parametrize("had", ["talk", "promise", "contact"])
def test_whoever_had_something_was_a_client(archive: Archive, client: Client, had: str) -> None:
    former = clients.make(archive, a_client("Houtbouw Zwanenburg"))
    with archive.transaction() as work:
        if had == "talk":
            work.appointments.save(an_appointment(former))
        elif had == "promise":
            work.commitments.save(a_commitment(former))
        else:
            work.contacts.save(a_contact(former))
    clients.remove(archive, former.id)
    said = stopped(archive, client, "De planken komen van Houtbouw Zwanenburg.")
    assert said == "“Houtbouw Zwanenburg” was een klant van u; haal het eruit."


def test_who_was_removed_and_came_back_under_its_name_is_a_client(
    archive: Archive, client: Client
) -> None:
    removed(archive, a_client("Houtbouw Zwanenburg BV"))
    clients.make(archive, a_client("Houtbouw Zwanenburg"))
    assert "is een andere klant van u" in stopped(archive, client, "Bij Houtbouw Zwanenburg.")


def test_a_client_without_anything_that_was_removed_was_none(
    archive: Archive, client: Client
) -> None:
    clients.remove(archive, clients.make(archive, a_client("Firma Verkeerd Ingevoerd")).id)
    assert stopped(archive, client, "De scanners zijn van Firma Verkeerd Ingevoerd.") == ""


def test_a_client_that_was_undone_was_none_whatever_came_with_it(
    archive: Archive, client: Client
) -> None:
    mistake = a_client("Firma Verkeerd Ingevoerd")
    with archive.transaction("2 klanten ingelezen") as work:
        work.clients.save(mistake)
        work.appointments.save(an_appointment(mistake))
    undo.undo_last(archive)
    assert stopped(archive, client, "De scanners zijn van Firma Verkeerd Ingevoerd.") == ""


def test_a_client_that_undoing_left_because_of_later_work_was_one_when_it_was_removed(
    archive: Archive, client: Client
) -> None:
    made = clients.make(archive, a_client("Houtbouw Zwanenburg"))
    added = archive.last_batch
    clients.change(archive, replace(made, city="Oostmeer"))
    with archive.transaction() as work:
        work.commitments.save(a_commitment(made))
    assert added is not None
    assert undo.undo(archive, added).left == 1
    clients.remove(archive, made.id)
    assert "was een klant van u" in stopped(archive, client, "Bij Houtbouw Zwanenburg.")


@pytest.mark.parametrize("twin", [{"name": "bakkerij de halm"}, {"email": "INFO@halm.example"}])
def test_a_removed_twin_of_a_client_is_the_client_itself(
    archive: Archive, client: Client, twin: dict[str, str]
) -> None:
    other = {"name": "Oostmeer Bakkers", **twin}
    removed(archive, a_client(**other))
    assert stopped(archive, client, f"De factuur staat op naam van {other['name']}.") == ""
    with archive.transaction() as work:
        stranger = work.clients.save(a_client("Stille Post"))
    if "email" in twin:
        assert "was een klant van u" in stopped(archive, stranger, "Bij Oostmeer Bakkers.")


def test_a_person_of_a_client_that_was_removed_is_not_told_of(
    archive: Archive, client: Client
) -> None:
    former = clients.make(archive, a_client("Houtbouw Zwanenburg"))
    with archive.transaction() as work:
        work.commitments.save(a_commitment(former))
        work.people.save(a_person(former, "Zandstra, Piet"))
    clients.remove(archive, former.id)
    said = stopped(archive, client, "Vraag het Piet Zandstra.")
    assert said == "“Piet Zandstra” was een contactpersoon van een klant van u; haal het eruit."


def test_a_person_who_was_removed_from_a_client_by_itself_stops_nothing(
    archive: Archive, client: Client
) -> None:
    other = clients.make(archive, a_client("Houtbouw Zwanenburg"))
    with archive.transaction() as work:
        gone = work.people.save(a_person(other, "Piet Zandstra"))
    with archive.transaction() as work:
        work.people.remove(gone.id)
    assert stopped(archive, client, "Vraag het Piet Zandstra.") == ""


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"name": "Piet Zandstra"}, {"name": "Piet Zandstra"}),
        ({"name": "Zandstra, Piet"}, {"name": "drs. Piet Zandstra RA"}),
        ({"name": "Piet Zandstra"}, {"name": "Zandstra, Piet (notaris)"}),
        (
            {"name": "P. Zandstra", "email": "piet@zandstra.example"},
            {"name": "Piet Zandstra", "email": "piet@zandstra.example"},
        ),
    ],
)
def test_whoever_works_for_two_clients_may_be_named_to_both(
    archive: Archive, client: Client, here: dict[str, str], there: dict[str, str]
) -> None:
    other = clients.make(archive, a_client("Houtbouw Zwanenburg"))
    stranger = clients.make(archive, a_client("Stille Post"))
    with archive.transaction() as work:
        work.people.save(a_person(client, **here))
        work.people.save(a_person(other, **there))
    for one in (client, other):
        assert stopped(archive, one, "Vraag het Piet Zandstra.") == ""
    assert "is een contactpersoon" in stopped(archive, stranger, "Vraag het Piet Zandstra.")


def test_a_colleague_behind_a_shared_address_is_somebody_else(
    archive: Archive, client: Client
) -> None:
    other = clients.make(archive, a_client("Houtbouw Zwanenburg"))
    with archive.transaction() as work:
        work.people.save(a_person(client, "Annet Vos", email="info@kantoor.example"))
        work.people.save(a_person(other, "Piet Zandstra", email="info@kantoor.example"))
    assert "is een contactpersoon" in stopped(archive, client, "Vraag het Piet Zandstra.")


def test_who_has_no_mail_address_is_nobody_else(archive: Archive, client: Client) -> None:
    other = clients.make(archive, a_client("Houtbouw Zwanenburg"))
    with archive.transaction() as work:
        work.people.save(a_person(client, "Annet Vos"))
        work.people.save(a_person(other, "Piet Zandstra"))
    assert "is een contactpersoon" in stopped(archive, client, "Vraag het Piet Zandstra.")


def renamed(archive: Archive, was: str, name: str) -> Client:
    made = clients.make(archive, a_client(was))
    return clients.change(archive, replace(made, name=name))


def test_the_former_name_of_a_client_that_was_renamed_is_not_told(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    renamed(archive, "Houtbouw Zwanenburg", "Zwanenburg Groep BV")
    talk = an_appointment(client, status=AppointmentStatus.HELD)
    with archive.transaction() as work:
        work.appointments.save(talk)
    report_parts.add_part(archive, clock, talk.id, "Extra", "Net als bij Houtbouw Zwanenburg.")
    with pytest.raises(ReportLeaks, match="is de vroegere naam van een andere klant van u"):
        reports.export(archive, clock, talk.id, tmp_path / "v.docx")


def test_every_name_that_a_client_ever_had_is_found(archive: Archive, client: Client) -> None:
    other = renamed(archive, "Houtbouw Zwanenburg", "Timmerhuis Oostmeer")
    clients.change(archive, replace(other, name="Zwanenburg Groep"))
    with archive.transaction() as work:
        work.commitments.save(a_commitment(other))
    clients.remove(archive, other.id)
    for name in ("Houtbouw Zwanenburg", "Timmerhuis Oostmeer", "Zwanenburg Groep"):
        assert "was een klant van u" in stopped(archive, client, f"Net als bij {name}.")


def test_a_client_may_read_its_own_former_name(archive: Archive) -> None:
    own = renamed(archive, "Houtbouw Zwanenburg", "Timmerhuis Oostmeer")
    renamed(archive, "Houtbouw Zwanenburg Zuid", "Zwanenburg Groep")
    assert stopped(archive, own, "U heette vroeger Houtbouw Zwanenburg.") == ""


def test_a_former_name_that_is_of_a_client_now_is_that_client(
    archive: Archive, client: Client
) -> None:
    renamed(archive, "Houtbouw Zwanenburg", "Timmerhuis Oostmeer")
    clients.make(archive, a_client("Houtbouw Zwanenburg"))
    assert "is een andere klant van u" in stopped(archive, client, "Bij Houtbouw Zwanenburg.")


def test_an_own_former_name_that_is_of_another_client_now_is_that_client(archive: Archive) -> None:
    own = renamed(archive, "Houtbouw Zwanenburg", "Timmerhuis Oostmeer")
    clients.make(archive, a_client("Houtbouw Zwanenburg BV"))
    assert "is een andere klant van u" in stopped(archive, own, "Net als bij Houtbouw Zwanenburg.")


def test_a_name_that_only_got_its_capitals_is_no_former_one(
    archive: Archive, client: Client
) -> None:
    renamed(archive, "kapper", "Kapper")
    assert stopped(archive, client, "De kapper komt om zes uur.") == ""


def test_a_name_that_was_taken_back_is_not_a_former_one(archive: Archive, client: Client) -> None:
    renamed(archive, "Houtbouw Zwanenburg", "Firma Verkeerd Ingevoerd")
    undo.undo_last(archive)
    assert stopped(archive, client, "De scanners zijn van Firma Verkeerd Ingevoerd.") == ""
    assert "is een andere klant van u" in stopped(archive, client, "Bij Houtbouw Zwanenburg.")


def test_no_table_is_read_through_to_know_who_was_a_client(archive: Archive) -> None:
    steps = archive.raw_rows(
        "EXPLAIN QUERY PLAN SELECT id FROM clients"
        f" WHERE deleted_at IS NOT NULL AND {HAD_SOMETHING}"
    )
    scans = [str(step[-1]) for step in steps if str(step[-1]).startswith("SCAN")]
    assert scans == ["SCAN clients"]
