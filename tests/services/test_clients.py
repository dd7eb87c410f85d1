"""Clients: found, made, changed, removed as a whole and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.client import Client, ClientKind, ClientOrder, ClientStatus
from gesprekshulp.domain.errors import NotFound, UserError
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import NoteLine
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services import clients
from gesprekshulp.services.clients import ClientFilter
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo
from gesprekshulp.storage.archive import Archive
from tests.office import (
    DAY,
    a_client,
    a_commitment,
    a_contact,
    a_decision,
    a_participant,
    a_person,
    an_appointment,
)

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


def kept(archive: Archive, *found: Client) -> None:
    with archive.transaction() as work:
        work.clients.save_all(found)


def names(archive: Archive, clock: Clock, wanted: ClientFilter) -> list[str]:
    ids = clients.in_list(archive, clock, wanted)
    shown = clients.summaries(archive, clock, ids)
    return [shown[id].name for id in ids]


# --- found ---


@pytest.mark.parametrize(
    "typed", ["halm", "HALM", "bak halm", "heer", "lunch", "vos", "annet halm"]
)
def test_a_client_is_found_by_any_piece_of_name_town_trade_or_person(
    archive: Archive, clock: Clock, typed: str
) -> None:
    halm = a_client(city="Heerdam", trade="Lunchroom")
    kept(archive, halm, a_client("Brinkhof Logistiek"))
    with archive.transaction() as work:
        work.people.save(a_person(halm))
    assert names(archive, clock, ClientFilter(typed)) == ["Bakkerij De Halm"]


@pytest.mark.parametrize("typed", ["muller", "Müller", "MÜLLER", "mull"])
def test_accents_make_no_difference(archive: Archive, clock: Clock, typed: str) -> None:
    kept(archive, a_client("Slagerij Müller"), a_client("Molenaar"))
    assert names(archive, clock, ClientFilter(typed)) == ["Slagerij Müller"]


@pytest.mark.parametrize("typed", ["100%", "50*", "a?b", "[x]", "c_d", "o'neill"])
def test_signs_that_mean_something_to_a_database_are_just_signs(
    archive: Archive, clock: Clock, typed: str
) -> None:
    kept(archive, a_client(f"Firma {typed}"), a_client("Firma 1000 50x aZb x cXd oneill"))
    assert names(archive, clock, ClientFilter(typed)) == [f"Firma {typed}"]


def test_a_list_can_be_narrowed_to_one_status(archive: Archive, clock: Clock) -> None:
    kept(archive, a_client("A"), a_client("B", status=ClientStatus.LOST))
    assert names(archive, clock, ClientFilter(status=ClientStatus.LOST)) == ["B"]
    assert clients.status_counts(archive) == {ClientStatus.ACTIVE: 1, ClientStatus.LOST: 1}


def test_a_list_shows_the_last_contact_what_is_open_and_what_comes(
    archive: Archive, clock: Clock
) -> None:
    client = a_client(kind=ClientKind.ORGANISATION, trade="Bakkerij")
    held = an_appointment(client, starts_at=NOON - timedelta(days=5), status=AppointmentStatus.HELD)
    planned = an_appointment(client, starts_at=NOON + timedelta(days=2))
    cancelled = an_appointment(
        client, starts_at=NOON + timedelta(days=1), status=AppointmentStatus.CANCELLED
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.contacts.save(a_contact(client, at=NOON - timedelta(days=9)))
        work.appointments.save_all((held, planned, cancelled))
        work.commitments.save(a_commitment(client, due=DAY - timedelta(days=2)))
        work.commitments.save(a_commitment(client, due=DAY))
        work.commitments.save(a_commitment(client, due=None))
        work.commitments.save(a_commitment(client).kept(DAY))
    found = clients.summaries(archive, clock, [client.id])[client.id]
    assert found.last_contact_at == held.starts_at
    assert (found.open, found.late) == (3, 1)
    assert found.next_at == planned.starts_at


@pytest.mark.parametrize(
    ("order", "descending", "expected"),
    [
        (ClientOrder.NAME, False, ["Anna", "Bram", "Cor"]),
        (ClientOrder.NAME, True, ["Cor", "Bram", "Anna"]),
        (ClientOrder.PLACE, False, ["Cor", "Anna", "Bram"]),
        (ClientOrder.STATUS, True, ["Bram", "Anna", "Cor"]),
        (ClientOrder.LAST_CONTACT, True, ["Bram", "Anna", "Cor"]),
        (ClientOrder.LAST_CONTACT, False, ["Anna", "Bram", "Cor"]),
        (ClientOrder.PROMISES, True, ["Anna", "Cor", "Bram"]),
        (ClientOrder.NEXT, False, ["Cor", "Anna", "Bram"]),
    ],
)
def test_a_list_can_be_sorted_by_every_column(
    archive: Archive, clock: Clock, order: ClientOrder, descending: bool, expected: list[str]
) -> None:
    anna = a_client("Anna", city="Meppel")
    bram = a_client("Bram", status=ClientStatus.LOST)
    cor = a_client("Cor", city="Assen")
    kept(archive, anna, bram, cor)
    with archive.transaction() as work:
        work.contacts.save(a_contact(anna, at=NOON - timedelta(days=9)))
        work.contacts.save(a_contact(bram, at=NOON - timedelta(days=3)))
        work.commitments.save(a_commitment(anna, due=DAY - timedelta(days=1)))
        work.commitments.save(a_commitment(cor, due=DAY + timedelta(days=1)))
        work.commitments.save(a_commitment(cor, due=DAY + timedelta(days=1)))
        work.appointments.save(an_appointment(cor, starts_at=NOON + timedelta(days=1)))
        work.appointments.save(an_appointment(anna, starts_at=NOON + timedelta(days=4)))
    assert names(archive, clock, ClientFilter(order=order, descending=descending)) == expected


# --- made and changed ---


def test_a_client_needs_a_name(archive: Archive) -> None:
    with pytest.raises(UserError, match="naam"):
        clients.make(archive, a_client("  "))


def test_something_that_is_no_mail_address_is_refused(archive: Archive) -> None:
    with pytest.raises(UserError, match="e-mailadres"):
        clients.make(archive, a_client(email="annet.halm"))


def test_spaces_around_and_within_a_name_are_tidied(archive: Archive) -> None:
    assert clients.make(archive, a_client("  Bakkerij   De Halm ")).name == "Bakkerij De Halm"


def test_changing_a_client_can_be_undone(archive: Archive) -> None:
    client = clients.make(archive, a_client())
    clients.change(archive, replace(client, city="Oostmeer"))
    undo(archive, archive.last_batch or "")
    with archive.reading() as work:
        assert work.clients.get(client.id) == client


def test_own_remarks_and_status_are_kept(archive: Archive) -> None:
    client = clients.make(archive, a_client())
    clients.set_remarks(archive, client.id, InternalText("levert laat aan"))
    clients.set_status(archive, client.id, ClientStatus.DORMANT)
    with archive.reading() as work:
        found = work.clients.get(client.id)
    assert found.remarks.reveal() == "levert laat aan"
    assert found.status is ClientStatus.DORMANT


def test_a_client_with_the_same_name_or_address_is_noticed(archive: Archive) -> None:
    client = clients.make(archive, a_client(email="info@halm.example"))
    assert clients.alike(archive, "bakkerij  de HALM") == client
    assert clients.alike(archive, "Iets anders", "INFO@halm.example") == client
    assert clients.alike(archive, "Iets anders", "") is None
    assert clients.alike(archive, client.name, client.email, but=client.id) is None


# --- removed ---


def test_a_removed_client_takes_everything_with_it_and_undo_brings_everything_back(
    archive: Archive, clock: Clock
) -> None:
    client, other = a_client(), a_client("Brinkhof")
    talk = an_appointment(client)
    with archive.transaction() as work:
        work.clients.save_all((client, other))
        work.people.save(a_person(client))
        work.appointments.save(talk)
        work.participants.save(a_participant(talk))
        work.note_lines.save(NoteLine(LineId(new_id()), talk.id, 0, NOON, text="roggebrood"))
        work.contacts.save(a_contact(client))
        work.contacts.save(a_contact(other))
        work.commitments.save(a_commitment(client))
        work.decisions.save(a_decision(client))

    def numbers() -> list[int]:
        with archive.reading() as work:
            return [
                work.clients.count(), work.people.count(), work.appointments.count(),
                work.participants.count(), work.note_lines.count(), work.contacts.count(),
                work.commitments.count(), work.decisions.count(),
                len(work.search.find("roggebrood")), len(work.search.find("storing")),
            ]  # fmt: skip

    before = numbers()
    clients.remove(archive, client.id)
    assert numbers() == [1, 0, 0, 0, 0, 1, 0, 0, 0, 1]
    undone = undo(archive, archive.last_batch or "")
    assert undone.left == 0
    assert numbers() == before


def test_a_client_that_is_gone_cannot_be_removed_again(archive: Archive) -> None:
    client = clients.make(archive, a_client())
    clients.remove(archive, client.id)
    with pytest.raises(NotFound):
        clients.remove(archive, client.id)
