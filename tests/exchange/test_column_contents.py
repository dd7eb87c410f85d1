"""What a column is by what its cells hold, where the headings say nothing."""

from __future__ import annotations

import pytest

from gesprekshulp.exchange.column_guess import guess_mapping
from gesprekshulp.exchange.columns import Field
from gesprekshulp.exchange.files import UnreadableFile

from .reading import people, read_table


def test_unknown_headings_are_guessed_from_what_the_cells_hold() -> None:
    mapping = guess_mapping(
        ("Naam", "Bereikbaar op", "Onder nummer", "Zip-achtig"),
        [("Annet Veldkamp", "annet@veldkamp.example", "06-12345678", "7411 AA")],
    )
    assert mapping.columns == (Field.NAME, Field.EMAIL, Field.PHONE, Field.POSTAL_CODE)


def test_only_a_name_is_a_firm_when_it_looks_like_one() -> None:
    assert guess_mapping(("Naam",), [("Bakkerij Jansen B.V.",)]).columns == (Field.CLIENT,)


@pytest.mark.parametrize("headings", [("12", "34", "56"), ("A", "B", "C"), ("?", "-", "xx")])
def test_headings_that_say_nothing_are_guessed_from_what_the_cells_hold(
    headings: tuple[str, ...],
) -> None:
    rows = [
        ("Jan Klaassen", "jan@poppenkast.example", "0612345678"),
        ("Katrijn Klaassen", "katrijn@poppenkast.example", "0611111111"),
    ]
    assert guess_mapping(headings, rows).columns == (Field.NAME, Field.EMAIL, Field.PHONE)


def test_a_column_of_names_that_the_mail_addresses_repeat_is_of_the_people() -> None:
    rows = [("De Hop", "Karel Hop", "karel@hop.example"), ("De Hop", "Truus", "truus@hop.example")]
    mapping = guess_mapping(("relatie", "wie", "hoe te bereiken"), rows)
    assert mapping.columns == (Field.CLIENT, Field.NAME, Field.EMAIL)
    products = [("De Hop", "Bier", "karel@hop.example")]
    assert guess_mapping(("relatie", "koopt", "bereikbaar"), products).columns[1] is None


@pytest.mark.parametrize(
    "heading",
    ["Accountmanager", "Relatiebeheerder", "Adviseur", "Eigenaar", "Beheerder", "Regio", "Wie"],
)
@pytest.mark.parametrize("mail", ["janssen@y.example", "jan@y.example"])
def test_one_name_in_every_row_is_no_person_of_the_clients(heading: str, mail: str) -> None:
    made = people(
        f"Klant;{heading};E-mail\nX BV;Jan Peters;\nY BV;Jan Peters;{mail}\nZ BV;Jan Peters;\n"
    )
    assert [one.client_name for one in made] == ["X BV", "Y BV", "Z BV"]
    assert not any(one.name == "Jan Peters" for one in made)


def test_a_name_is_sought_in_the_mail_address_of_its_own_row_as_a_whole() -> None:
    rows = [("X", "Jan Peters", "els@x.example"), ("Y", "Els Bos", "janssen@y.example")]
    assert guess_mapping(("Klant", "Wie", "E-mail"), rows).columns[1] is None
    rows = [("X", "Jan Peters", "j.peters@x.example"), ("Y", "Els Bos", "els-bos@y.example")]
    assert guess_mapping(("Klant", "Wie", "E-mail"), rows).columns[1] is Field.NAME


def test_the_place_of_a_branch_office_is_no_person() -> None:
    made = people(
        "Klant;Opmerking;Vestiging;E-mail\nBakker;belt graag;Zwolle Noord;zwolle@bakker.example\n"
    )
    assert [(one.client_name, one.name == "Zwolle Noord") for one in made] == [("Bakker", False)]


@pytest.mark.parametrize(
    "table",
    [
        "Land;Taal;Mobiel\nNederland;Nederlands;0612345678\nBelgië;Frans;0612345679\n",
        "Status;Bron;Telefoon\nactief;Beurs;0381234567\nactief;Website;0381234568\n",
        "Herkomst;Groep;Telefoon\nBeurs;Oud;0381234567\nWebsite;Nieuw;0381234568\n",
    ],
)
def test_unknown_headings_without_names_in_the_mail_are_refused(table: str) -> None:
    with pytest.raises(UnreadableFile, match="niet worden herkend"):
        read_table(table)


@pytest.mark.parametrize("headings", [("Regio", "Segment"), ("Gebied", "Groep")])
def test_no_client_is_made_of_a_region_or_a_segment(headings: tuple[str, str]) -> None:
    rows = [("Twente", "Zorg", "info@twentezorg.example"), ("Salland", "Bouw", "post@b.example")]
    mapping = guess_mapping((*headings, "E-mail"), rows)
    assert mapping.columns == (None, None, Field.EMAIL)
    lines = [(*headings, "E-mail"), *rows]
    words = "mailadressen en geen kolom met een naam .“" + headings[0]
    with pytest.raises(UnreadableFile, match=words):
        read_table("\n".join(";".join(line) for line in lines))


def test_a_list_of_nothing_but_mail_addresses_is_taken_in() -> None:
    made = people("E-mail;Telefoon;\njan@x.example;0381234567;\n")
    assert [(one.name, one.email) for one in made] == [("jan@x.example", "jan@x.example")]


def test_headings_that_say_nothing_over_names_firms_and_mails_are_guessed() -> None:
    rows = [
        ("Jan Klaassen", "Poppenkast BV", "jan@poppenkast.example"),
        ("Els Bos", "Bos Advies", "els.bos@bos.example"),
    ]
    mapping = guess_mapping(("Kol1", "Kol2", "Kol3"), rows)
    assert mapping.columns == (Field.NAME, Field.CLIENT, Field.EMAIL)


def test_a_table_without_headings_is_guessed_from_what_the_cells_hold() -> None:
    (one, two) = people(
        "Jan Jansen;jan@jansen.example;Jansen Advies\nEls Bos;els@bos.example;Bos BV"
    )
    assert (one.name, one.client_name, one.email) == (
        "Jan Jansen",
        "Jansen Advies",
        "jan@jansen.example",
    )
    assert (two.name, two.client_name) == ("Els Bos", "Bos BV")
