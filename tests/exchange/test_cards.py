"""Contact cards of every version."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.text import InternalText
from gesprekshulp.exchange.cards import read_cards
from gesprekshulp.exchange.files import UnreadableFile
from gesprekshulp.exchange.records import PersonRecord

from .samples import CARD_21, CARD_30, CARD_40


def people(data: bytes) -> list[PersonRecord]:
    return [one for one in read_cards("kaart.vcf", data).records if isinstance(one, PersonRecord)]


def test_version_2_1_in_quoted_printable_with_soft_line_ends() -> None:
    (card,) = people(CARD_21)
    assert (card.name, card.client_name) == ("René van Müller", "Kwekerij De Linde B.V.")
    assert (card.role, card.email) == ("Bedrijfsleider", "rene@delinde.example")
    assert (card.phone, card.mobile) == ("010-1234567", "06-12345678")
    assert (card.street, card.postal_code, card.city) == ("Lindelaan 4", "8011 AB", "Zwolle")
    assert card.remarks == InternalText("Houdt van koffie\nbelt liever dan hij mailt, café")


def test_version_3_0_with_groups_and_the_work_address_first() -> None:
    (card,) = people(CARD_30)
    assert (card.name, card.client_name) == ("Sanne Kuiper", "Kuiper Bouw, Renovatie")
    assert (card.email, card.mobile) == ("sanne@kuiperbouw.example", "+31 6 87654321")
    assert (card.street, card.city) == ("Dorpsstraat 4", "Raalte")
    assert card.website == "https://kuiperbouw.example"
    assert card.remarks == InternalText("Regel een\nregel twee")


def test_version_4_0_with_preferences_and_an_organisation_without_a_person() -> None:
    person, firm = people(CARD_40)
    assert (person.name, person.client_name, person.role) == (
        "Joris Bakker",
        "Bakker & Zoon",
        "Eigenaar",
    )
    assert (person.email, person.mobile) == ("joris@bakkerzoon.example", "+31-6-11112222")
    assert (firm.name, firm.client_name) == ("", "Stichting Het Lokaal")
    assert (firm.client_email, firm.client_phone) == ("info@hetlokaal.example", "+31-38-1234567")
    assert firm.line == 12


def test_a_group_is_not_a_person_and_an_extension_is_said_in_words() -> None:
    found = read_cards(
        "kaart.vcf",
        b"BEGIN:VCARD\nVERSION:4.0\nFN:Jo Doe\nTEL;VALUE=uri:tel:+31-30-1234567;ext=12\nEND:VCARD\n"
        b"BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:De borrelclub\nMEMBER:urn:x\nEND:VCARD\n",
    )
    (card,) = found.records
    assert isinstance(card, PersonRecord)
    assert card.phone == "+31-30-1234567 toestel 12"
    assert [(one.title, one.line) for one in found.refused] == [("De borrelclub", 6)]
    assert "groep" in found.refused[0].reason


def test_a_card_without_fn_is_named_by_its_parts() -> None:
    (card,) = people(b"BEGIN:VCARD\nVERSION:2.1\nN:Wit;Bram;de\nEND:VCARD\n")
    assert card.name == "Bram de Wit"


def test_many_cards_and_one_without_anything_in_it() -> None:
    found = read_cards("kaart.vcf", CARD_21 + b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n" + CARD_30)
    assert len(found.records) == 2
    assert found.refused[0].line == 19


def test_a_card_that_breaks_off_is_refused_and_the_others_go_on() -> None:
    whole = b"BEGIN:VCARD\nVERSION:3.0\nFN:%s\nEND:VCARD\n"
    found = read_cards(
        "kaart.vcf", whole % b"Annet" + b"BEGIN:VCARD\nFN:Half\nTEL:06\n" + whole % b"Bram"
    )
    assert [one.name for one in found.records if isinstance(one, PersonRecord)] == ["Annet", "Bram"]
    assert [(one.line, one.title) for one in found.refused] == [(5, "Half")]
    assert "breekt af" in found.refused[0].reason


def test_the_card_of_a_secretary_inside_a_card_is_passed_over() -> None:
    (card,) = people(
        b"BEGIN:VCARD\nVERSION:2.1\nFN:Annet\nAGENT:\nBEGIN:VCARD\nFN:Els\nEND:VCARD\n"
        b"TITLE:Directeur\nEND:VCARD\n"
    )
    assert (card.name, card.role) == ("Annet", "Directeur")


def test_lines_that_no_parser_takes_are_passed_over() -> None:
    data = b"BEGIN:VCARD\nFN:Annet\nonzin\n;;:\nEMAIL;;;=:annet@x.example\nTEL;\x01:1\nEND:VCARD"
    (card,) = people(data)
    assert (card.name, card.email) == ("Annet", "annet@x.example")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b"hallo", "geen contactkaart"),
        (CARD_30[:-12], "afgebroken"),
        (b"%PDF-1.4\n%\xe2\xe3", "geen tekstbestand"),
    ],
)
def test_a_broken_file_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read_cards("kaart.vcf", data)
