"""Tables of people and of earlier contacts, as programs and people make them."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from gesprekshulp.domain.client import ClientStatus
from gesprekshulp.domain.contact import ContactKind, ContactNature
from gesprekshulp.domain.text import InternalText
from gesprekshulp.exchange.columns import Field, Mapping, Target
from gesprekshulp.exchange.files import UnreadableFile
from gesprekshulp.exchange.records import PersonRecord
from gesprekshulp.exchange.tables import read_tables

from .reading import contacts, people, read_table
from .samples import GOOGLE_PEOPLE, OUTLOOK_EN, OUTLOOK_NL, workbook


def test_outlooks_english_export_with_quoted_line_ends() -> None:
    annet, joris = people(OUTLOOK_EN)
    assert (annet.name, annet.client_name) == ("Annet Veldkamp", "Veldkamp Hoveniers B.V.")
    assert (annet.role, annet.phone, annet.mobile) == ("Directeur", "0570-123456", "06-10101010")
    assert (annet.street, annet.postal_code, annet.city) == ("Tuinweg 8", "7411 AA", "Deventer")
    assert annet.remarks == InternalText('Twee regels,\nmet "aanhaling"')
    assert (joris.name, joris.line) == ("Joris de Boer", 4)


@pytest.mark.parametrize("text", [OUTLOOK_NL, GOOGLE_PEOPLE])
def test_outlooks_dutch_export_and_googles_say_the_same(text: str) -> None:
    (annet,) = people(text)
    assert (annet.name, annet.client_name) == ("Annet Veldkamp", "Veldkamp Hoveniers")
    assert (annet.role, annet.phone) == ("Directeur", "0570-123456")
    assert (annet.street, annet.city) == ("Tuinweg 8", "Deventer")
    assert annet.email == "annet@veldkamp.example"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_delimiter_in_every_encoding(delimiter: str, encoding: str) -> None:
    text = delimiter.join(("Klant", "Contactpersoon", "Plaats")) + "\r\n"
    text += delimiter.join(("Café Zoë", "Renée Müller", "Ede")) + "\r\n"
    (one,) = people(text.encode(encoding))
    assert (one.client_name, one.name, one.city) == ("Café Zoë", "Renée Müller", "Ede")


def test_excels_line_that_tells_the_delimiter() -> None:
    (one,) = people("sep=;\r\nNaam;Bedrijf\r\nJan, de eerste;Firma\r\n")
    assert (one.client_name, one.line) == ("Firma", 3)


def test_googles_picture_is_no_website_and_its_street_goes_before_the_whole_address() -> None:
    (one,) = people(
        "First Name,Last Name,Organization Name,Photo,Phone 1 - Label,Phone 1 - Value,"
        "Address 1 - Formatted,Address 1 - Street,Address 1 - City\n"
        "Fenna,Dijkstra,Dijkstra Fietsen,https://foto.example/x.jpg,Mobile,'+31 6 22334455,"
        '"Brink 2\nAnnen",Brink 2,Annen\n'
    )
    assert (one.website, one.street, one.city) == ("", "Brink 2", "Annen")
    assert one.phone == "+31 6 22334455"


def test_a_number_that_a_workbook_made_of_a_telephone_number_gets_its_zero_back() -> None:
    data = workbook(
        ("Bedrijf", "Contactpersoon", "Telefoon", "Mobiel"),
        ("Vuur", "Ina Vonk", 592123456, 31612345678.0),
        ("Vuur", "Ot Vonk", "0592-12 34 56", "+31 6 12345678"),
    )
    found = [(one.phone, one.mobile) for one in people(data, "a.xlsx")]
    assert found == [("0592123456", "+31612345678"), ("0592-12 34 56", "+31 6 12345678")]


def test_free_columns_about_clients() -> None:
    (one,) = people(
        "Naam;Branche;Status;Klant sinds;Contactpersoon\nDe Vries;Bouw;slapend;1-3-2019;Jan"
    )
    assert (one.client_name, one.name, one.trade) == ("De Vries", "Jan", "Bouw")
    assert (one.client_status, one.since) == (ClientStatus.DORMANT, 2019)


@pytest.mark.parametrize("said", ["2026-11-04T10:30:00", "2026-11-04T10:30:00+01:00"])
def test_a_moment_as_programs_write_it_is_a_day_and_a_time(said: str) -> None:
    found = contacts(f"datum;klant;onderwerp\n{said};De Hop;Rondleiding\n")
    assert [record.at for record in found] == [datetime(2026, 11, 4, 9, 30, tzinfo=UTC)]


def test_the_total_below_a_list_is_no_client() -> None:
    found = read_table("Klant;Plaats;Omzet\nTotaal Wonen;Ens;5\nTotaal;;125,00\n")
    assert [one.client_name for one in found.records if isinstance(one, PersonRecord)] == [
        "Totaal Wonen"
    ]
    assert (found.refused[0].line, found.refused[0].reason) == (
        3,
        "Dit is een totaalregel en geen klant.",
    )


def test_what_a_spreadsheet_could_not_compute_is_empty() -> None:
    found = read_table("Klant;Plaats\nFirma;#N/B\n#VERW!;\n")
    (one,) = (one for one in found.records if isinstance(one, PersonRecord))
    assert (one.client_name, one.city) == ("Firma", "")


def test_a_mapping_of_the_user_goes_before_the_guess() -> None:
    found = read_table(
        "Een;Twee\nFirma;Jan\n", mapping=Mapping(Target.PEOPLE, (Field.CLIENT, Field.NAME))
    )
    assert found.records[0].client_name == "Firma"  # type: ignore[union-attr]


def test_rows_without_a_name_are_refused_with_their_line() -> None:
    found = read_table("Naam;Bedrijf;Plaats\nJan;Firma;Ede\n;;Ede\n\nPiet;Firma;Ede\n")
    assert len(found.records) == 2
    assert [(one.line, one.title) for one in found.refused] == [(3, "Ede")]


CONTACTS = """Datum;Klant;Contactpersoon;Soort;Onderwerp;Notitie;Resultaat;Aanleiding
27-11-2025 14:30;De Vries;Jan;gebeld;Offerte;Lang gesproken;Offerte sturen;klacht
3 maart 2025;De Vries;;e-mail;Vraag;;;
2025-02-01;De Vries;;bezoek;;Alleen tekst;;
onzin;De Vries;;bezoek;Iets;;;
;De Vries;;bezoek;Iets;;;
1-1-2025;;;bezoek;Iets;;;
"""


def test_earlier_contacts_with_their_day_kind_and_outcome() -> None:
    found = read_table(CONTACTS)
    first, second, third = contacts(CONTACTS)
    assert first.at == datetime(2025, 11, 27, 13, 30, tzinfo=UTC)
    assert (first.kind, first.nature) == (ContactKind.PHONE, ContactNature.PROBLEM)
    assert (first.text, first.outcome) == ("Lang gesproken", "Offerte sturen")
    assert second.at.date() == date(2025, 3, 3)
    assert third.subject == "Alleen tekst"
    assert [one.line for one in found.refused] == [5, 6, 7]
    assert len({first.key, second.key, third.key}) == 3


def test_american_days_are_seen_from_the_whole_column() -> None:
    text = "Date,Client,Subject\n03/04/2025,A,x\n03/25/2025,A,y\n"
    assert [one.at.date() for one in contacts(text)] == [date(2025, 3, 4), date(2025, 3, 25)]


def test_a_workbook_with_days_numbers_and_a_title_above_it() -> None:
    data = workbook(
        ("Datum", "Klant", "Onderwerp"),
        (datetime(2025, 11, 27, 14, 30), "De Vries", "Offerte"),
        (date(2025, 11, 28), "De Vries", 2025),
        above=(("Contacten van vorig jaar",), ()),
    )
    first, second = contacts(data, "contacten.xlsx")
    assert (first.at.hour, first.line) == (13, 4)
    assert second.subject == "2025"


def test_every_sheet_with_known_headings_is_read_and_no_other() -> None:
    data = workbook(
        ("Naam", "Plaats"),
        ("Eerste Blad BV", "Assen"),
        sheets={
            "Personen": (
                ("Naam", "E-mail", "Bedrijf"),
                ("Piet", "p@blad.example", "Eerste Blad BV"),
            ),
            "Kleuren": (("Rood", "Groen"), ("1", "2")),
            "Leeg": (("Naam", "E-mail"),),
        },
    )
    names = [table.name for table in read_tables("relaties.xlsx", data)]
    assert names == ["relaties.xlsx, blad Sheet", "relaties.xlsx, blad Personen"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", b"", "leeg"),
        ("a.csv", b"Naam;Bedrijf\n", "geen rijen"),
        ("a.csv", b'Naam;Bedrijf\n"Jan;Firma\nPiet;Firma\n', r"\(regel 2\) is afgebroken"),
        ("a.csv", b"kleur;maat\nrood;3\n", "niet worden herkend"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "oude Excel-werkmap"),
        ("a.xlsx", b"Naam;Bedrijf\nJan;Firma\n", "geen Excel-werkmap"),
        ("a.xlsx", workbook(("Naam",), ("Jan",))[:-300], "beschadigde"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "afbeelding"),
    ],
)
def test_a_broken_file_is_refused(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read_table(data, name)


def test_five_thousand_rows_are_read_within_seconds() -> None:
    rows = [("Naam", "Bedrijf", "E-mail", "Telefoon", "Plaats")]
    rows += [
        (f"Persoon {n}", f"Firma {n // 5}", f"p{n}@f{n // 5}.example", "010-123", "Ede")
        for n in range(5000)
    ]
    data = workbook(*rows)
    start = time.process_time()
    assert len(people(data, "mensen.xlsx")) == 5000
    assert time.process_time() - start < 6
