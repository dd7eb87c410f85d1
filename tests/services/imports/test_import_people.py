"""People in tables against those in the archive."""

from __future__ import annotations

from gesprekshulp.domain.client import ClientKind
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.imports import plan
from gesprekshulp.storage.archive import Archive
from tests.exchange.samples import GOOGLE_PEOPLE

from .taking_in import counts, event, take_in


def test_people_are_known_by_mail_address_and_empty_fields_are_filled(
    office: Archive, clock: Clock
) -> None:
    table = (
        b"Bedrijf;Naam;Functie;E-mail;Mobiel;Plaats\n"
        b"veldkamp hoveniers;A. Veldkamp;Eigenaar;ANNET@veldkamp-hoveniers.example;06-1;Deventer\n"
        b"VELDKAMP HOVENIERS BV;Joris Boer;;joris@veldkamp-hoveniers.example;06-12345678;Deventer\n"
    )
    result = take_in(office, clock, ("m.csv", table))
    assert counts(result) == (1, 1, 0, 0)
    assert result.plan.changes[0].details[:2] == (
        "Naam: van “Annet Veldkamp” naar “A. Veldkamp”",
        "Functie: van “Directeur” naar “Eigenaar”",
    )
    with office.reading() as work:
        assert len(work.clients.all()) == 1
        assert {one.name for one in work.people.all()} == {"A. Veldkamp", "Joris Boer"}


def test_a_shared_address_does_not_make_two_people_one(office: Archive, clock: Clock) -> None:
    table = (
        b"Bedrijf;Naam;E-mail\nFirma;Jan Prins;info@firma.example\n"
        b"Firma;Els Prins;info@firma.example\nFirma;Jan Prins;jan@firma.example\n"
    )
    assert counts(take_in(office, clock, ("m.csv", table))) == (2, 0, 1, 0)
    assert counts(plan(office, clock, [("m.csv", table)])) == (0, 0, 3, 0)


def test_somebody_without_an_organisation_is_a_private_client(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("m.csv", b"Voornaam;Achternaam;E-mail\nEls;Prins;els@gmail.com\n"))
    with office.reading() as work:
        client = work.clients.named("Els Prins")
        assert client is not None
        assert client.kind is ClientKind.PRIVATE
        assert [one.email for one in work.people.of_client(client.id)] == ["els@gmail.com"]


def test_a_private_person_may_share_a_name_with_an_organisation(
    office: Archive, clock: Clock
) -> None:
    table = b"Naam;Bedrijf;Website\nJan;Veldkamp;www.v.example\nVeldkamp;;\n"
    assert counts(take_in(office, clock, ("m.csv", table))) == (2, 0, 0, 0)
    again = table.replace(b"www.v.example", b"https://v.example/")
    assert counts(plan(office, clock, [("m.csv", again)])) == (0, 0, 2, 0)


def test_the_column_soort_tells_organisations_from_people(office: Archive, clock: Clock) -> None:
    table = (
        b"Naam;Soort;E-mail\nDe Linde;organisatie;info@delinde.example\nEls Prins;particulier;\n"
    )
    assert counts(take_in(office, clock, ("m.csv", table))) == (2, 0, 0, 0)
    assert counts(plan(office, clock, [("m.csv", table)])) == (0, 0, 2, 0)
    with office.reading() as work:
        kinds = {one.name: one.kind.value for one in work.clients.all()}
    assert (kinds["De Linde"], kinds["Els Prins"]) == ("organisatie", "particulier")


def test_people_of_a_removed_client_do_not_stand_in_the_way(office: Archive, clock: Clock) -> None:
    with office.transaction("Klant verwijderd") as work:
        work.clients.remove("hoveniers")
    assert (
        counts(take_in(office, clock, ("a.ics", event(0)), ("g.csv", GOOGLE_PEOPLE.encode())))[0]
        == 2
    )
