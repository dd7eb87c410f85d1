"""One message, card or row dropped on a client, while it is about somebody of another client."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.ids import ClientId, PersonId
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.imports import ImportPlan, Outcome, apply, plan
from gesprekshulp.storage.archive import Archive
from tests.exchange.samples import calendar


@pytest.fixture
def office(archive: Archive) -> Archive:
    """Two clients, each with a person and a domain."""
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Bram de Wit", own_email="bram@advies.example"))
        work.clients.save(Client(ClientId("halm"), "Bakkerij De Halm"))
        work.clients.save(
            Client(ClientId("wold"), "Gemeente Zuiderwolde", website="www.zuiderwolde.example")
        )
        for id, client, name, email in (
            ("annet", "halm", "Annet Vos", "annet@dehalm.example"),
            ("piet", "wold", "Piet Smit", "piet@zuiderwolde.example"),
        ):
            work.people.save(ContactPerson(PersonId(id), ClientId(client), name, email=email))
    return archive


def mail(
    sender: str, to: str = "Bram de Wit <bram@advies.example>", subject: str = "Vraag"
) -> bytes:
    return (
        f"From: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{sender}{to}>\r\n"
        "Date: Mon, 2 Nov 2026 09:00:00 +0100\r\n\r\nBeste Bram,"
    ).encode()


def dropped(office: Archive, clock: Clock, name: str, data: bytes, on: str = "halm") -> ImportPlan:
    made = plan(office, clock, [(name, data)], client_id=on)
    apply(office, clock, made)
    return made


def contacts_of(office: Archive, client: str) -> int:
    with office.reading() as work:
        return work.contacts.count_of_client(client)


@pytest.mark.parametrize(
    ("sender", "to", "why"),
    [
        ("Piet Smit <piet@zuiderwolde.example>", "bram@advies.example", "Piet Smit is daar"),
        ("bram@advies.example", "P. Smit <piet@zuiderwolde.example>", "Piet Smit is daar"),
        ("Els <els@zuiderwolde.example>", "bram@advies.example", "els@zuiderwolde.example is"),
    ],
)
def test_a_message_of_another_client_goes_to_that_client_and_the_plan_says_so(
    office: Archive, clock: Clock, sender: str, to: str, why: str
) -> None:
    made = dropped(office, clock, "b.eml", mail(sender, to))
    (change,) = made.changes
    assert change.kind is Outcome.NEW
    assert change.details[0].startswith("Bij Gemeente Zuiderwolde")
    assert f"niet bij Bakkerij De Halm: {why}" in change.details[0]
    assert (contacts_of(office, "halm"), contacts_of(office, "wold")) == (0, 1)


def test_a_message_of_both_clients_goes_to_the_chosen_one_and_names_the_other(
    office: Archive, clock: Clock
) -> None:
    data = mail("Piet <piet@zuiderwolde.example>", "annet@dehalm.example, bram@advies.example")
    made = dropped(office, clock, "b.eml", data)
    assert made.changes[0].details[0] == "Bij Bakkerij De Halm, met Annet Vos"
    assert "Let op: Piet Smit van Gemeente Zuiderwolde staat ook in dit bericht" in (
        made.changes[0].details
    )
    assert contacts_of(office, "halm") == 1


def test_a_message_of_nobody_known_goes_to_the_client_it_was_dropped_on(
    office: Archive, clock: Clock
) -> None:
    made = dropped(office, clock, "b.eml", mail("Kees <kees@elders.example>"))
    assert made.changes[0].details == ("Bij Bakkerij De Halm, met Kees",)


def test_a_message_about_another_client_says_so(office: Archive, clock: Clock) -> None:
    data = mail("Kees <kees@elders.example>", subject="Offerte Gemeente Zuiderwolde")
    made = dropped(office, clock, "b.eml", data)
    assert contacts_of(office, "halm") == 1
    assert "Let op: het onderwerp noemt Gemeente Zuiderwolde" in made.changes[0].details


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ("FN:Piet Smit\r\nEMAIL:piet@zuiderwolde.example\r\nTEL:0612345678", "Piet Smit is daar"),
        ("FN:Els Bos\r\nEMAIL:els@zuiderwolde.example", "els@zuiderwolde.example is"),
        ("FN:Els Bos\r\nORG:Gemeente Zuiderwolde", "dat staat in het bestand"),
    ],
)
def test_a_card_of_another_client_goes_to_that_client_and_the_plan_says_so(
    office: Archive, clock: Clock, fields: str, why: str
) -> None:
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\n{fields}\r\nEND:VCARD\r\n".encode()
    made = dropped(office, clock, "k.vcf", card)
    (change,) = made.changes
    assert "(Gemeente Zuiderwolde)" in change.title
    assert change.details[0].startswith("Bij Gemeente Zuiderwolde en niet bij Bakkerij De Halm: ")
    assert why in change.details[0]
    with office.reading() as work:
        assert [one.name for one in work.people.of_client("halm")] == ["Annet Vos"]


def test_a_card_of_nobody_known_goes_to_the_client_it_was_dropped_on(
    office: Archive, clock: Clock
) -> None:
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kees Bos\r\nORG:Bos Advies\r\nEND:VCARD\r\n"
    made = dropped(office, clock, "k.vcf", card)
    assert "(Bakkerij De Halm)" in made.changes[0].title
    assert "In het bestand staat “Bos Advies”" in made.changes[0].details


def test_an_invitation_of_another_client_says_where_it_goes(office: Archive, clock: Clock) -> None:
    event = (
        "UID:x\nDTSTART:20261207T100000Z\nDURATION:PT30M\nSUMMARY:Overleg\n"
        "ATTENDEE;CN=Piet Smit:mailto:piet@zuiderwolde.example"
    )
    made = dropped(office, clock, "a.ics", calendar(event))
    assert made.changes[0].details[0] == (
        "Klant: Gemeente Zuiderwolde, en niet Bakkerij De Halm: dat staat in de uitnodiging"
    )


def test_a_row_that_names_another_client_goes_to_that_client(office: Archive, clock: Clock) -> None:
    rows = (
        "Datum;Klant;Onderwerp\n2026-01-05;Gemeente Zuiderwolde;Gebeld\n"
        "2026-01-06;De Halm;Gemaild\n"
    )
    made = dropped(office, clock, "c.csv", rows.encode())
    assert [change.reason or change.details[0] for change in made.changes] == [
        "Bij Gemeente Zuiderwolde, niet bij Bakkerij De Halm: dat staat in het bestand",
        "Bij Bakkerij De Halm",
    ]
    assert "In het bestand staat “De Halm”" in made.changes[1].details
    assert (contacts_of(office, "halm"), contacts_of(office, "wold")) == (1, 1)
