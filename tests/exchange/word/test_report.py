from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from gesprekshulp.domain.report import CommitmentRow, DiscussedItem
from gesprekshulp.exchange.word.errors import LogoRefused
from tests.exchange.word.examples import (
    EMPTY_REPORT,
    FIRM,
    HEADINGS,
    REPORT,
    build_report,
    part,
    png,
    read,
    remarks,
)

HUGE = replace(
    REPORT,
    discussed=REPORT.discussed * 200,
    decisions=REPORT.decisions * 200,
    commitments=REPORT.commitments * 400,
    open_questions=REPORT.open_questions * 100,
)


@pytest.fixture(scope="module")
def typical():
    return read(build_report(REPORT))


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(REPORT, id="typical"),
        pytest.param(EMPTY_REPORT, id="empty"),
        pytest.param(HUGE, id="huge"),
        pytest.param(replace(REPORT, firm=replace(FIRM, logo=png())), id="logo"),
    ],
)
def test_a_strict_validator_finds_nothing(document, tmp_path):
    assert remarks(build_report(document), tmp_path) == []


def test_the_parts_stand_in_order_with_real_heading_levels(typical):
    found = [(p.text, p.style.name) for p in typical.paragraphs if "Heading" in p.style.name]
    assert tuple(text for text, _ in found) == HEADINGS
    assert [text for text, style in found if style == "Heading 2"] == [
        "Ervaringen met de kassa",
        "De twee systemen",
    ]


def test_it_opens_with_title_and_facts(typical):
    assert typical.paragraphs[0].style.name == "Title"
    assert typical.paragraphs[0].text == "Keuze van het kassasysteem"
    facts = {row.cells[0].text: row.cells[1].text for row in typical.tables[0].rows}
    assert facts == {
        "Klant": "Bakkerij De Halm",
        "Datum": "donderdag 12 maart 2026, 10:00–11:15 uur",
        "Plaats": "Molenstraat 18, Heerdam",
        "Aanwezig": "Annet Vos (eigenaar), Joris Vos (bedrijfsleider)",
        "Afwezig": "Karin Smit (boekhouder)",
        "Opgesteld door": "Steven van Dalen, Van Dalen Advies",
    }


def test_the_goal_says_whether_it_was_reached(typical):
    texts = [p.text for p in typical.paragraphs]
    assert "Doel bereikt: deels. De keuze is er; de planning nog niet." in texts


def test_decisions_are_a_numbered_list_that_names_the_scope(typical):
    decisions = [p.text for p in typical.paragraphs if p.style.name == "List Number"]
    assert decisions == [
        "U kiest systeem B voor alle winkels (binnen de opdracht).",
        "De koppeling met de boekhouding hoort er niet bij (buiten de opdracht).",
    ]


def test_lists_have_real_numbering(typical):
    for name, form in (("List Number", "decimal"), ("List Bullet", "bullet")):
        number = typical.styles[name].element.pPr.numPr.numId.val
        numbering = typical.part.numbering_part.element
        abstract = numbering.num_having_numId(number).abstractNumId.val
        level = numbering.xpath(f'w:abstractNum[@w:abstractNumId="{abstract}"]/w:lvl')[0]
        assert level.find(qn("w:numFmt")).get(qn("w:val")) == form


def test_promises_are_a_table_whose_header_row_repeats_and_whose_rows_stay_whole(typical):
    table = typical.tables[1]
    assert [cell.text for cell in table.rows[0].cells] == ["Nr", "Wat", "Wie", "Uiterlijk"]
    assert [cell.text for cell in table.rows[1].cells] == [
        "1",
        "stuurt de aangepaste offerte",
        "Steven",
        "vrijdag 13 maart 2026",
    ]
    rows = table._tbl.tr_lst
    assert rows[0].trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Toezeggingen"


def test_the_adviser_introduces_the_promises_in_own_words(typical):
    texts = [p.text for p in typical.paragraphs]
    assert texts[texts.index("Toezeggingen") + 1] == "Wij spraken af wie wat doet."


def test_lines_with_dashes_become_a_list(typical):
    bullets = [p.text for p in typical.paragraphs if p.style.name == "List Bullet"]
    assert bullets[:2] == ["A: 2.150 euro", "B: 3.400 euro"]


def test_headings_and_table_heads_stay_with_what_follows(typical):
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Tabelkop", "Inleiding"):
        style = typical.styles[name]
        assert style.paragraph_format.keep_with_next, name


def kept(count: int, words: str = "stuurt de offerte") -> list[list[bool]]:
    """By row of the table of so many promises and by cell, whether it stays with the next row."""
    promises = tuple(
        CommitmentRow(f"{words} {number}", "Steven", "vrijdag 13 maart 2026")
        for number in range(count)
    )
    table = read(build_report(replace(REPORT, commitments=promises))).tables[1]
    assert len(table.rows) == count + 1
    return [
        [bool(cell.paragraphs[0].style.paragraph_format.keep_with_next) for cell in row.cells]
        for row in table.rows
    ]


@pytest.mark.parametrize("count", range(1, 7))
def test_a_short_table_is_not_broken_over_pages(count):
    *above, last = kept(count)
    assert all(all(row) for row in above)
    assert not any(last)


def test_no_row_of_a_long_table_is_left_alone():
    rows = [all(row) for row in kept(9)]
    assert rows == [True, True, *[False] * 6, True, False]


def test_a_short_table_that_fills_a_page_may_be_broken():
    assert [all(row) for row in kept(6, "stuurt de offerte " * 20)] == [
        True, True, False, False, False, True, False,
    ]  # fmt: skip


def test_the_properties_say_who_and_what_and_nothing_of_the_laptop(typical):
    core = typical.core_properties
    assert core.title == "Keuze van het kassasysteem"
    assert core.author == core.last_modified_by == "Steven van Dalen, Van Dalen Advies"
    assert core.subject == "Gespreksverslag Bakkerij De Halm, 12 maart 2026"
    assert core.language == "nl-NL"
    assert core.created == core.modified
    assert core.created.isoformat().startswith("2026-03-12T00:00:00")


def test_the_language_of_the_document_is_dutch(typical):
    language = typical.styles.element.xpath("w:docDefaults//w:lang")[0]
    assert language.get(qn("w:val")) == "nl-NL"


def test_header_and_footer_carry_firm_version_and_page(typical):
    header = typical.sections[0].header.paragraphs[0].text
    footer = typical.sections[0].footer.paragraphs[0]
    assert header == "Van Dalen Advies\tGespreksverslag · versie 2"
    fields = [f.get(qn("w:instr")).strip() for f in footer._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    shown = "".join(t.text for t in footer._p.iter(qn("w:t")))
    assert shown.startswith("Van Dalen Advies · Bakkerij De Halm")
    assert shown.endswith(
        "Kerkstraat 12, 4141 AB Leerdam · 0345 61 02 03 · steven@vandalen.example"
    )


def test_the_page_is_a4(typical):
    section = typical.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_same_report_gives_the_same_bytes():
    assert build_report(REPORT) == build_report(REPORT)


def test_empty_parts_have_no_heading():
    document = read(build_report(EMPTY_REPORT))
    assert [p.text for p in document.paragraphs] == ["Gespreksverslag", "donderdag 12 maart 2026"]
    assert len(document.tables) == 1


def test_one_nameless_item_needs_no_second_heading():
    one = replace(REPORT, discussed=(DiscussedItem("", ("Alles kwam aan bod.",)),))
    document = read(build_report(one))
    assert not [p for p in document.paragraphs if p.style.name == "Heading 2"]
    assert "Alles kwam aan bod." in [p.text for p in document.paragraphs]


def test_a_row_longer_than_a_page_may_break():
    long = replace(REPORT, commitments=(CommitmentRow("lang " * 2000, "Steven", "ooit"),))
    row = read(build_report(long)).tables[1]._tbl.tr_lst[1]
    assert row.find(qn("w:trPr")) is None


def test_the_logo_stands_in_the_header_with_its_alternative_text():
    header = part(build_report(replace(REPORT, firm=replace(FIRM, logo=png()))), "word/header1.xml")
    assert 'descr="Logo van Van Dalen Advies"' in header
    assert "{{" not in header


def test_a_logo_in_proportion_is_never_higher_than_the_header():
    tall = part(
        build_report(replace(REPORT, firm=replace(FIRM, logo=png(10, 400)))), "word/header1.xml"
    )
    assert 'cy="324000"' in tall


def test_a_logo_of_another_kind_is_refused_with_a_reason():
    with pytest.raises(LogoRefused, match="geen bruikbare png- of jpg"):
        build_report(replace(REPORT, firm=replace(FIRM, logo=b"GIF89a...")))


def test_the_firm_colour_is_used_throughout():
    data = build_report(replace(REPORT, firm=replace(FIRM, accent="#7A1F3D")))
    for name in ("word/styles.xml", "word/theme/theme1.xml"):
        assert "7A1F3D" in part(data, name)
        assert "0E6470" not in part(data, name)


def test_a_client_named_like_a_placeholder_stays_a_client():
    data = build_report(replace(REPORT, client="{{gegevens}} {{voet}}"))
    assert "· {{gegevens}} {{voet}}" in part(data, "word/footer1.xml")
