from dataclasses import replace

import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph

from gesprekshulp.exchange.word.dossier import build_dossier
from tests.exchange.word.examples import FIRM, SECRET, TODAY, dossier, everything, read, remarks


@pytest.fixture(scope="module")
def typical():
    return read(build_dossier(dossier(), FIRM, TODAY))


def rows(document, heading):
    """The rows of the table that stands under a heading."""
    under = ""
    for block in document.iter_inner_content():
        if isinstance(block, Table) and under == heading:
            return [[cell.text for cell in row.cells] for row in block.rows]
        under = block.text if isinstance(block, Paragraph) else ""
    raise AssertionError(heading)


@pytest.mark.parametrize("times", [0, 1, 60])
@pytest.mark.parametrize("limited", [True, False])
def test_a_strict_validator_finds_nothing(times, limited, tmp_path):
    data = build_dossier(dossier(times), FIRM, TODAY, limit_to_two_pages=limited)
    assert remarks(data, tmp_path) == []


def test_the_sections_stand_in_the_order_in_which_they_are_read(typical):
    assert [p.text for p in typical.paragraphs if p.style.name == "Heading 1"] == [
        "In 60 seconden",
        "Doel",
        "Aan tafel",
        "Verwachtingen",
        "Agenda",
        "Open toezeggingen",
        "Besluiten",
        "Open wensen",
        "Laatste contacten",
        "Vorige verslagen",
        "Stukken",
    ]


def test_sixty_seconds_say_goal_promises_decision_and_what_to_mind(typical):
    labels = [row[0] for row in rows(typical, "In 60 seconden")]
    assert labels == ["Doel", "Toegezegd", "", "", "Laatste besluit", "Let op"]


def test_promises_that_are_too_late_come_first_and_say_so(typical):
    table = rows(typical, "Open toezeggingen")
    assert table[0] == ["Wie", "Wat", "Uiterlijk"]
    assert [row[2] for row in table[1:]] == [
        "di 10 mrt, 2 dagen te laat",
        "wo 11 mrt, 1 dag te laat",
        "di 17 mrt, over 5 dagen",
        "voor het volgende overleg",
    ]


def test_people_stand_with_role_and_who_decides(typical):
    assert rows(typical, "Aan tafel") == [
        ["Klant", "Annet Vos (eigenaar, beslist), Joris Vos (bedrijfsleider)"],
        ["Wij", "Steven (adviseur)"],
    ]


def test_contacts_stand_with_their_outcome_and_how_many_there_are_more(typical):
    assert rows(typical, "Laatste contacten")[1][1:] == [
        "Storing op zaterdag (Annet Vos)",
        "Monteur komt maandag.",
    ]
    assert "en nog 12 contacten" in [p.text for p in typical.paragraphs]


def test_only_decisions_that_stand_are_listed(typical):
    texts = [p.text for p in typical.paragraphs]
    assert "De boekhouding hoort er niet bij (do 19 feb, buiten de opdracht)" in texts
    assert not any("Achterhaald" in text for text in texts)


@pytest.mark.parametrize("limited", [True, False])
def test_nothing_internal_reaches_the_paper(limited):
    text = everything(build_dossier(dossier(3), FIRM, TODAY, limit_to_two_pages=limited))
    assert SECRET not in text
    assert "alleen intern" not in text


def test_a_full_dossier_shows_the_first_of_everything_and_counts_the_rest():
    texts = [p.text for p in read(build_dossier(dossier(200), FIRM, TODAY)).paragraphs]
    for noun in ("toezeggingen", "contacten", "besluiten", "wensen", "verslagen", "stukken"):
        assert any(t.startswith("en nog ") and t.endswith(noun) for t in texts), noun


def test_without_the_limit_everything_is_there():
    document = read(build_dossier(dossier(100), FIRM, TODAY, limit_to_two_pages=False))
    assert len(rows(document, "Open toezeggingen")) == 401
    assert len(rows(document, "Laatste contacten")) == 301


def test_an_unknown_client_gives_the_title_of_the_appointment():
    unknown = replace(dossier(0), client=None)
    assert read(build_dossier(unknown, FIRM, TODAY)).paragraphs[0].text == (
        "Keuze van het kassasysteem"
    )


def test_the_same_dossier_and_day_give_the_same_bytes():
    assert build_dossier(dossier(), FIRM, TODAY) == build_dossier(dossier(), FIRM, TODAY)


def test_the_properties_are_those_of_the_adviser_and_the_day():
    core = read(build_dossier(dossier(), FIRM, TODAY)).core_properties
    assert core.title == "Dossier Bakkerij De Halm"
    assert core.author == "Steven van Dalen, Van Dalen Advies"
    assert core.created.date() == TODAY
