"""The dossier gathers what was said, promised and decided before this talk."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services.as_json import dossier_json
from gesprekshulp.services.dossier import as_text, dossier, export
from tests.office import (
    a_client,
    a_commitment,
    a_contact,
    a_decision,
    a_participant,
    an_appointment,
)

SECRET = "zakken-tot-achtduizend"


@pytest.fixture
def appointment(archive, today):
    client, other = a_client(remarks=InternalText(SECRET)), a_client("Een ander")
    appointment = an_appointment(client, goal="is er gekozen")
    with archive.transaction() as work:
        work.clients.save_all((client, other))
        work.appointments.save(appointment)
        work.participants.save(a_participant(appointment))
        work.contacts.save_all(
            a_contact(client, f"contact {n}", at=appointment.starts_at - timedelta(days=n))
            for n in range(1, 30)
        )
        work.commitments.save_all(
            (
                a_commitment(client, "later", due=today + timedelta(days=5)),
                a_commitment(client, "te laat", due=today - timedelta(days=5)),
                a_commitment(client, "gedaan").kept(today),
                a_commitment(other, "van een ander"),
            )
        )
        work.decisions.save_all(
            (a_decision(client, "staat"), a_decision(client, "vervangen", stands=False))
        )
    return appointment


def test_it_holds_the_last_contacts_and_counts_the_rest(archive, clock, appointment):
    found = dossier(archive, clock, appointment.id)
    assert [c.subject for c in found.contacts[:2]] == ["contact 1", "contact 2"]
    assert found.contact_count == 29


def test_it_holds_open_promises_of_this_client_too_late_first(archive, clock, appointment):
    found = dossier(archive, clock, appointment.id)
    assert [promise.what for promise in found.commitments] == ["te laat", "later"]


def test_it_holds_decisions_that_stand(archive, clock, appointment):
    found = dossier(archive, clock, appointment.id)
    assert [d.text for d in found.decisions] == ["staat"]


def test_json_has_the_agreed_keys_and_nothing_internal(archive, clock, appointment, today):
    found = dossier_json(dossier(archive, clock, appointment.id), today)
    assert {
        "afspraak", "klant", "doel", "deelnemers", "contacten", "toezeggingen", "besluiten",
        "verslagen",
    } <= set(found)  # fmt: skip
    assert SECRET not in str(found)


def test_the_text_for_a_terminal_reads_well(archive, clock, appointment, today):
    text = as_text(dossier(archive, clock, appointment.id), today)
    assert "Doel: aan het einde van dit gesprek is er gekozen" in text
    assert "te laat (za 7 mrt, 5 dagen te laat)" in text
    assert SECRET not in text


def test_the_word_file_is_written(archive, clock, appointment, tmp_path):
    target = export(archive, clock, appointment.id, tmp_path / "dossier.docx")
    assert target.read_bytes().startswith(b"PK")


def test_an_unknown_appointment_is_said(archive, clock):
    with pytest.raises(NotFound, match="geen afspraak met kenmerk"):
        dossier(archive, clock, AppointmentId("weg"))
