"""What a column is by its heading, and which of several columns wins."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.text import InternalText
from gesprekshulp.exchange.column_guess import guess_mapping
from gesprekshulp.exchange.columns import Field

from .reading import people


def test_headings_are_known_however_their_words_are_joined() -> None:
    headings = ("Bedrijfs-naam", "Contact_persoon", "E-Mail adres 1", "TelefoonNummer", "Post code")
    assert guess_mapping(headings, ()).columns == (
        Field.CLIENT, Field.NAME, Field.EMAIL, Field.PHONE, Field.POSTAL_CODE,
    )  # fmt: skip


def test_double_and_empty_headings_do_not_disturb() -> None:
    (one,) = people("Naam;;Naam;Bedrijf;E-mail;E-mail\nJan;x;Piet;Firma;;jan@firma.example\n")
    assert (one.name, one.client_name, one.email) == ("Jan", "Firma", "jan@firma.example")


def test_a_name_beside_a_first_name_and_the_client_is_the_last_name() -> None:
    headings = ("Relatie", "Voorletters", "Tussenv.", "Naam", "Mobiel nr.")
    assert guess_mapping(headings, ()).columns == (
        Field.CLIENT, Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME, Field.MOBILE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "whole"),
    [
        ("Voornaam;Naam", "Jan de Vries"),
        ("Roepnaam;Naam", "J. de Vries"),
        ("Roepnaam;Naam", "J.P. de Vries"),
        ("Roepnaam;Naam", "J. P. de Vries"),
        ("Roepnaam;Naam", "Vries, J. de"),
    ],
)
def test_a_name_that_begins_with_the_first_name_is_the_full_name(headings: str, whole: str) -> None:
    (one,) = people(f"{headings};Bedrijf;E-mail\nJan;{whole};Slagerij X;jan@x.example\n")
    assert (one.name, one.client_name) == ("Jan de Vries", "Slagerij X")
    assert not one.remarks
    (one,) = people(f"{headings};Bedrijf;E-mail\nJan;Jansen;Slagerij X;jan@x.example\n")
    assert one.name == "Jan Jansen"


def test_what_somebody_is_called_is_kept_beside_another_full_name() -> None:
    johannes, els = people(
        "Roepnaam;Naam;Bedrijf;Opmerking\nJan;Johannes de Vries;Slagerij X;belt graag\n"
        "Els;Els Bos;Slagerij Y;\n"
    )
    assert johannes.name == "Johannes de Vries"
    assert johannes.remarks == InternalText("Roepnaam: Jan\nbelt graag")
    assert (els.name, bool(els.remarks)) == ("Els Bos", False)


def test_a_full_name_of_another_heading_stays_beside_a_first_name_alone() -> None:
    (one,) = people("Volledige naam;Roepnaam;Klant\nA.B. Vos;Annet;De Halm\n")
    assert one.name == "Annet Vos"
