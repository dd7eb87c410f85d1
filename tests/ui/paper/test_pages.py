"""A paper on pages: everything is there, in order, and nothing stands where it should not."""

from __future__ import annotations

import time

import pytest
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.clean import clean
from gesprekshulp.domain.page import A4_HEIGHT, A4_WIDTH
from gesprekshulp.domain.paper import (
    Cell,
    Heading,
    ItemList,
    ListItem,
    Paper,
    PaperKind,
    Place,
    Span,
    Table,
)
from gesprekshulp.ui.paper.pages import Page, SetPaper, set_paper
from gesprekshulp.ui.paper.pieces import Said, Words
from tests.ui.paper.papers import NASTY, a_paper, table, usual, words

pytestmark = pytest.mark.usefixtures("qtbot")


def texts(page: Page) -> list[str]:
    """The texts that stand on a page, also those that began on an earlier one."""
    found = [p.said for p in page.pieces if isinstance(p, Words) and p.said is not None]
    return list(dict.fromkeys(said.text for said in found))


def drawn_texts(set_: SetPaper) -> list[str]:
    """Each text as it is drawn, line by line and page by page."""
    drawn: dict[Said, str] = dict.fromkeys(set_.said, "")
    for page in set_.pages:
        for piece in page.pieces:
            if isinstance(piece, Words) and piece.said in drawn:
                drawn[piece.said] += piece.text.text_of(piece.line)
    return list(drawn.values())


def filler(lines: int) -> list[object]:
    return [words("\n".join("regel" for _ in range(lines)))]


def test_every_text_stands_on_the_paper_once_and_in_order() -> None:
    said = [said.text for said in set_paper(a_paper()).said]
    assert said[:6] == [
        "Keuze van het kassasysteem",
        "Bakkerij De Halm",
        "Plaats",
        "Molenstraat 18, Heerdam",
        "Aanwezig",
        "Annet Vos (eigenaar)",
    ]
    assert said[-8:] == [
        "3", "stuurt stuk 3", "Steven", "vrijdag 13 maart", "Nog open", "Wanneer komt de monteur?",
        "Graag uw bevestiging", "Klopt dit verslag?",
    ]  # fmt: skip
    assert "Doel bereikt: deels, zie vandalen.example." in said


@pytest.mark.parametrize("lines", range(28, 48))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(lines: int) -> None:
    blocks = (*filler(lines), Heading("Kop", 1), Heading("Onderkop", 2), table(3))
    set_ = set_paper(a_paper(*blocks))  # type: ignore[arg-type]
    for page in set_.pages:
        last = texts(page)[-1]
        assert last not in ("Kop", "Onderkop", "Uiterlijk")
    with_heading = next(page for page in set_.pages if "Kop" in texts(page))
    assert "stuurt stuk 1" in texts(with_heading)


@pytest.mark.parametrize("lines", range(30, 44))
def test_no_single_line_of_a_paragraph_is_left_behind(lines: int) -> None:
    blocks = (*filler(lines), words("een lange zin van veel woorden " * 18))
    for page in set_paper(a_paper(*blocks)).pages:  # type: ignore[arg-type]
        there = [
            piece.line
            for piece in page.pieces
            if isinstance(piece, Words) and piece.said and piece.said.text.startswith("een lange")
        ]
        assert len(there) != 1


def test_the_head_of_a_table_comes_back_on_every_page_and_rows_stay_whole() -> None:
    set_ = set_paper(a_paper(table(120)))
    assert len(set_.pages) > 2
    for page in set_.pages:
        shown = texts(page)
        assert shown[:4] == ["Nr", "Wat", "Wie", "Uiterlijk"]
    assert [said.text for said in set_.said].count("Uiterlijk") == 1
    rows = [text for page in set_.pages for text in texts(page) if text.startswith("stuurt")]
    assert rows == [f"stuurt stuk {number}" for number in range(1, 121)]


def test_a_row_higher_than_a_page_is_divided_and_loses_nothing() -> None:
    long = "\n".join(f"regel {number}" for number in range(200))
    row = (Cell(long, Place("toe")), Cell("kort"))
    set_ = set_paper(a_paper(Table(("Wat", "Wie"), (70, 30), (row,), "")))
    assert len(set_.pages) > 2
    assert long.replace("\n", "") in drawn_texts(set_)


@pytest.mark.parametrize("nasty", NASTY)
def test_whatever_is_typed_is_there_and_within_the_margins(nasty: str) -> None:
    cell = Cell(nasty)
    blocks = (
        Heading(nasty),
        words(nasty),
        ItemList((ListItem((Span(nasty),)),)),
        Table((nasty[:50], "Wie"), (6, 94), ((cell, cell),), nasty),
    )
    set_ = set_paper(a_paper(*blocks))
    margins = set_.look.margins
    for page in set_.pages:
        for piece in page.pieces:
            if isinstance(piece, Words) and piece.text.text_of(piece.line).strip():
                room = A4_WIDTH - margins.side + 1
                assert piece.x + piece.text.lines[piece.line].naturalTextWidth() <= room
                bottom = piece.y + piece.text.height_of(piece.line)
                assert bottom <= A4_HEIGHT - margins.bottom + 1
    drawn = drawn_texts(set_)
    assert sum(text == clean(nasty).replace("\n", "") for text in drawn) >= 5


def test_a_thousand_rows_are_set_at_once() -> None:
    begun = time.process_time()
    set_ = set_paper(a_paper(table(1000)))
    assert time.process_time() - begun < 8
    assert texts(set_.pages[-1])[-1] == "stuurt stuk 1000"


def test_the_table_of_contents_names_every_heading_with_its_page() -> None:
    paper = a_paper(*usual(60))
    set_ = set_paper(paper)
    said = [said.text for said in set_.said]
    at = said.index("Inhoud")
    assert said[at + 1 : at + 4] == ["Doel van het gesprek", "Besproken", "Storingen"]
    assert set_._page_of_heading(0) == "1"
    assert int(set_._page_of_heading(6)) == len(set_.pages)


def dossier(rows: int) -> Paper:
    sections = [block for n in range(4) for block in (Heading(f"Kop {n}"), table(rows))]
    return a_paper(*sections, kind=PaperKind.DOSSIER)


def test_a_dossier_that_just_misses_two_pages_gets_smaller_letters() -> None:
    rows = next(rows for rows in range(5, 60) if len(SetPaper(dossier(rows)).whole().pages) == 3)
    set_ = set_paper(dossier(rows))
    assert len(set_.pages) == 2
    assert len(set_.said) == len(SetPaper(dossier(rows)).whole().said)


def test_a_long_word_in_a_narrow_column_breaks(qtbot: QtBot) -> None:
    row = (Cell("kassasysteemleverancierscontactpersoon"), Cell("x"))
    set_ = set_paper(a_paper(Table(("A", "B"), (10, 90), (row,), "")))
    lines = [p for p in set_.pages[0].pieces if isinstance(p, Words) and p.said is not None]
    assert max(piece.line for piece in lines) > 1
