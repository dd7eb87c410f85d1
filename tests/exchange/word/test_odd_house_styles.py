"""House styles of odd make: columns, the report in a table cell, text that keeps no distance."""

from __future__ import annotations

import copy
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gesprekshulp.domain.house_style import Weight
from gesprekshulp.domain.paper import OutPaper, PaperKind
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.house_check import check_template
from gesprekshulp.exchange.word.house_open import opened
from gesprekshulp.exchange.word.house_room import room_of
from gesprekshulp.exchange.word.report import build_paper
from tests.exchange.word.examples import REPORT, build_report, read, remarks
from tests.exchange.word.kinds import built

TWIPS_PER_MM = 1440 / 25.4


def a4() -> Any:
    """A page with margins of 20 mm at its sides."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    return made


def saved(made: Any) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def two_columns() -> bytes:
    made = a4()
    columns = made.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "567")  # 10 mm
    return saved(made)


def in_a_cell() -> bytes:
    made = a4()
    table = made.add_table(1, 2)
    table.autofit = False
    for cell, width in zip(table.row_cells(0), (Mm(40), Mm(130)), strict=True):
        cell.width = width
    for column, width in zip(table.columns, (Mm(40), Mm(130)), strict=True):
        column.width = width
    table.cell(0, 1).text = "{{ inhoud }}"
    return saved(made)


def landscape() -> Any:
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    return made


def close_together(alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.CENTER) -> Any:
    """Text that keeps no distance, and a title in the middle without a subtitle to go with it."""
    made = a4()
    normal = made.styles["Normal"].paragraph_format
    normal.space_before = normal.space_after = Pt(0)
    made.styles["Title"].paragraph_format.alignment = alignment
    for name in ("Subtitle", "Body Text", "Body Text Char"):
        style = made.styles[name].element
        style.getparent().remove(style)
    return made


def widest(data: bytes) -> float:
    """How wide the widest table is that stands in the body or in a cell of another, in mm."""
    tables = read(data).element.body.iter(qn("w:tblW"))
    return max(int(one.get(qn("w:w"), "0")) for one in tables) / TWIPS_PER_MM


@pytest.mark.parametrize("kind", [kind.value for kind in PaperKind])
def test_tables_are_no_wider_than_a_column(kind: str, tmp_path) -> None:
    data = built(kind, two_columns())
    assert widest(data) == pytest.approx(80, abs=0.1)
    assert remarks(data, tmp_path) == []


@pytest.mark.parametrize("kind", [kind.value for kind in PaperKind])
def test_tables_are_no_wider_than_the_cell_that_the_report_stands_in(kind: str, tmp_path) -> None:
    data = built(kind, in_a_cell())
    # 1.9 mm of room on each side of the text in a cell.
    assert widest(data) == pytest.approx(130 - 2 * 1.9, abs=0.2)
    assert remarks(data, tmp_path) == []


def test_the_room_is_that_of_the_section_in_which_the_report_is_asked_for() -> None:
    made = a4()
    made.add_paragraph("{{ inhoud }}")
    section = made.add_section(WD_SECTION.NEW_PAGE)
    section.left_margin = Mm(90)
    assert room_of(opened(saved(made))).width == pytest.approx(170 * TWIPS_PER_MM, abs=2)


def test_paper_that_lies_down_is_still_a4() -> None:
    said = [one.sentence for one in check_template(saved(landscape()), REPORT).findings]
    assert not any("A4" in sentence for sentence in said)


def test_paragraphs_stand_apart_where_the_firm_leaves_empty_lines(tmp_path) -> None:
    data = build_report(REPORT, template=saved(close_together()))
    document = read(data)
    (body,) = [p for p in document.paragraphs if p.text.startswith("Dat kostte twee uur")]
    assert body.style.paragraph_format.space_after == Pt(6)
    assert body.style.base_style.name == "Normal"
    assert remarks(data, tmp_path) == []


def test_a_subtitle_of_ours_stands_where_the_title_of_the_firm_stands() -> None:
    document = read(build_report(REPORT, template=saved(close_together())))
    subtitle = document.paragraphs[1].style
    assert subtitle.name == "Subtitle"
    assert subtitle.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert subtitle.font.size is None


def test_the_text_of_a_firm_that_stands_apart_already_keeps_its_style() -> None:
    document = read(build_report(REPORT, template=two_columns()))
    (body,) = [p for p in document.paragraphs if p.text.startswith("Dat kostte twee uur")]
    assert body.style.name == "Normal"


def test_the_report_stays_apart_from_tables_beside_it(tmp_path) -> None:
    made = a4()
    made.add_table(1, 1).cell(0, 0).text = "{{ verslag.titel }}"
    made.add_paragraph("{{ inhoud }}")
    made.add_table(1, 1).cell(0, 0).text = "Akkoord"
    for kind in ("gespreksverslag", "besluitenlijst"):
        data = built(kind, saved(made))
        tags = [item.tag for item in read(data).element.body]
        assert (qn("w:tbl"), qn("w:tbl")) not in set(pairwise(tags))
        assert remarks(data, tmp_path) == []


def test_a_section_that_ends_with_the_report_is_kept(tmp_path) -> None:
    made = a4()
    made.add_paragraph("{{ inhoud }}")
    made.add_section(WD_SECTION.NEW_PAGE).left_margin = Mm(50)
    made.add_paragraph("Algemene voorwaarden")
    # Word keeps what ends a section in its last paragraph.
    body = made.element.body
    asked, end = body[0], body[1]
    asked.insert(0, end.find(qn("w:pPr")))
    body.remove(end)
    data = build_report(REPORT, template=saved(made))
    assert [round(one.left_margin.mm) for one in read(data).sections] == [20, 50]
    assert remarks(data, tmp_path) == []


def test_a_report_that_is_asked_for_twice_has_each_bookmark_once(tmp_path) -> None:
    made = a4()
    for text in ("{{ inhoud }}", "Kopie:", "{{ inhoud }}"):
        made.add_paragraph(text)
    data = built("overdracht", saved(made))
    assert remarks(data, tmp_path) == []
    texts = [p.text for p in read(data).paragraphs]
    assert texts.count("Laatste contacten") == 2


def test_a_report_that_is_asked_for_in_a_header_is_refused_with_its_place() -> None:
    made = a4()
    made.add_paragraph("{{ klant.naam }}")
    made.sections[0].header.paragraphs[0].text = "{{ inhoud }}"
    with pytest.raises(TemplateRefused, match="kop- of voettekst"):
        build_report(REPORT, template=saved(made))
    found = check_template(saved(made), REPORT).findings
    assert [one.place for one in found if one.weight is Weight.WRONG] == ["koptekst, alinea 1"]


def test_what_stands_beside_the_report_in_its_paragraph_is_kept(tmp_path) -> None:
    made = a4()
    asked = made.add_paragraph("Hierbij het verslag: ", style="Quote")
    asked.add_run("{{ inhoud }}").bold = True
    asked.add_run(" Tot zover,")
    asked.add_run(" en nogmaals: {{ inhoud }}")
    data = built("gespreksverslag", saved(made))
    document = read(data)
    texts = [p.text.strip() for p in document.paragraphs]
    assert texts[0] == "Hierbij het verslag:"
    assert "Tot zover, en nogmaals:" in texts
    assert texts.count("Besluiten") == 2
    quoted = [p.text.strip() for p in document.paragraphs if p.style.name == "Quote"]
    assert quoted == ["Hierbij het verslag:", "Tot zover, en nogmaals:"]
    assert remarks(data, tmp_path) == []


@pytest.mark.parametrize("kind", [WD_BREAK.PAGE, WD_BREAK.COLUMN])
@pytest.mark.parametrize("behind", [False, True])
def test_a_break_in_the_paragraph_of_the_report_is_kept(
    tmp_path, kind: WD_BREAK, behind: bool
) -> None:
    made = a4()
    made.add_paragraph("Voorblad")
    asked = made.add_paragraph()
    if behind:
        asked.add_run("{{ inhoud }}")
    asked.add_run().add_break(kind)
    if not behind:
        asked.add_run("{{ inhoud }}")
    made.add_paragraph("Colofon")
    data = build_report(REPORT, template=saved(made))
    blocks = list(read(data).element.body)
    named = "page" if kind is WD_BREAK.PAGE else "column"
    broken = [
        at
        for at, block in enumerate(blocks)
        for one in block.iter(qn("w:br"))
        if one.get(qn("w:type")) == named
    ]
    cover = next(at for at, one in enumerate(blocks) if "Voorblad" in "".join(one.itertext()))
    close = next(at for at, one in enumerate(blocks) if "Colofon" in "".join(one.itertext()))
    assert broken == [close - 1 if behind else cover + 1]
    assert remarks(data, tmp_path) == []


def on_a_new_page(data: bytes) -> list[str]:
    """The texts of the paragraphs that begin a page by themselves, in cells as well."""
    return [
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in read(data).element.body.iter(qn("w:p"))
        for says in paragraph.iterfind(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}")
        if says.get(qn("w:val"), "1") == "1"
    ]


@pytest.mark.parametrize("by_style", [False, True])
def test_a_report_that_is_asked_for_on_a_new_page_begins_one(tmp_path, by_style: bool) -> None:
    made = a4()
    made.add_paragraph("Voorblad")
    asked = made.add_paragraph("{{ inhoud }} Tot zover.")
    if by_style:
        asked.style = made.styles.add_style("Nieuw blad", WD_STYLE_TYPE.PARAGRAPH)
        asked.style.paragraph_format.page_break_before = True
    else:
        asked.paragraph_format.page_break_before = True
    data = build_report(REPORT, template=saved(made))
    assert on_a_new_page(data) == [REPORT.title]
    close = next(p for p in read(data).paragraphs if "Tot zover" in p.text)
    assert close.paragraph_format.page_break_before is False
    assert remarks(data, tmp_path) == []


def test_a_report_that_begins_with_a_table_begins_a_page_as_well(tmp_path) -> None:
    made = a4()
    made.add_paragraph("{{ verslag.titel }}")
    made.add_paragraph("{{ inhoud }}").paragraph_format.page_break_before = True
    data = build_report(REPORT, template=saved(made))
    assert on_a_new_page(data) == ["Klant"]
    assert remarks(data, tmp_path) == []


def test_what_stands_above_the_report_in_its_paragraph_begins_the_page(tmp_path) -> None:
    made = a4()
    asked = made.add_paragraph("Hierbij: {{ inhoud }}")
    asked.paragraph_format.page_break_before = True
    data = build_report(REPORT, template=saved(made))
    assert on_a_new_page(data) == ["Hierbij:"]


def test_a_line_break_beside_the_report_leaves_no_empty_paragraph(tmp_path) -> None:
    made = a4()
    asked = made.add_paragraph()
    asked.add_run().add_break()
    asked.add_run("{{ inhoud }}")
    first = read(build_report(REPORT, template=saved(made))).paragraphs[0]
    assert first.text.strip()


def test_a_section_that_ends_beside_the_report_is_kept(tmp_path) -> None:
    made = a4()
    made.add_paragraph("{{ inhoud }} Tot zover.")
    made.add_section(WD_SECTION.NEW_PAGE).left_margin = Mm(50)
    body = made.element.body
    asked, end = body[0], body[1]
    asked.insert(0, end.find(qn("w:pPr")))
    body.remove(end)
    data = build_report(REPORT, template=saved(made))
    assert [round(one.left_margin.mm) for one in read(data).sections] == [20, 50]
    assert remarks(data, tmp_path) == []


def test_tables_with_only_a_condition_between_them_stay_apart(tmp_path) -> None:
    made = a4()
    made.add_table(1, 1).cell(0, 0).text = "{{ klant.naam }}"
    made.add_paragraph("{%p if besluiten %}")
    made.add_table(1, 1).cell(0, 0).text = "{{ besluiten[0].tekst }}"
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{{ inhoud }}")
    data = build_report(REPORT, template=saved(made))
    tags = [item.tag for item in read(data).element.body]
    assert tags[:3] == [qn("w:tbl"), qn("w:p"), qn("w:tbl")]
    assert remarks(data, tmp_path) == []


def test_a_cell_and_a_header_keep_a_paragraph_whatever_is_left_out_of_them(tmp_path) -> None:
    made = a4()
    cell = made.add_table(1, 1).cell(0, 0)
    cell.text = "{%p if afwezig %}"
    cell.add_table(1, 1).cell(0, 0).text = "{{ klant.naam }}"
    cell.paragraphs[-1].text = "{%p endif %}"
    made.add_paragraph("{{ inhoud }}")
    header = made.sections[0].header
    header.paragraphs[0].text = "{%p if onderdelen and not onderdelen %}"
    header.add_paragraph("{%p endif %}")
    data = build_report(REPORT, template=saved(made))
    document = read(data)
    assert document.tables[0].cell(0, 0)._tc[-1].tag == qn("w:p")
    assert document.sections[0].header._element.findall(qn("w:p"))
    assert remarks(data, tmp_path) == []


def test_only_running_text_takes_the_indent_and_straight_edge_of_the_firm(tmp_path) -> None:
    made = a4()
    normal = made.styles["Normal"].paragraph_format
    normal.alignment, normal.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Mm(8)
    data = built("bevestigingsbrief", saved(made))
    styles = read(data).styles
    for name in ("Adres", "Ondertekening", "Tabeltekst"):
        look = styles[name].paragraph_format
        assert (look.alignment, look.first_line_indent) == (WD_ALIGN_PARAGRAPH.LEFT, 0)
    assert styles["Inleiding"].paragraph_format.alignment is None
    assert remarks(data, tmp_path) == []


def test_the_heading_of_the_contents_has_no_number_where_headings_have(tmp_path) -> None:
    made = a4()
    heading = made.styles["Heading 1"].element
    number = made.styles["List Number"].element.find(qn("w:pPr")).find(qn("w:numPr"))
    heading.get_or_add_pPr().insert(2, copy.deepcopy(number))
    assert made.styles["TOC Heading"].base_style.name == "Heading 1"
    paper = compose(REPORT, contents=True)
    data = build_paper(OutPaper(paper), REPORT, template=saved(made))
    own = read(data).styles["TOC Heading"].element.find(qn("w:pPr")).find(qn("w:numPr"))
    assert own.find(qn("w:numId")).get(qn("w:val")) == "0"
    assert remarks(data, tmp_path) == []


def test_rows_of_a_short_table_stay_together_in_the_firm_s_own_text_for_tables(tmp_path) -> None:
    made = a4()
    own = made.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    own.font.size = Pt(8)
    data = built("actielijst", saved(made))
    document = read(data)
    kept = document.tables[1].rows[1].cells[1].paragraphs[0].style
    assert kept.paragraph_format.keep_with_next
    assert kept.base_style.name == "Table Text"
    assert document.tables[1].rows[0].cells[1].paragraphs[0].style.base_style.name == "Table Text"
    assert remarks(data, tmp_path) == []


def test_headings_of_a_firm_that_says_nothing_of_it_stay_with_their_text(tmp_path) -> None:
    made = a4()
    for name in ("Title", "Heading 1", "Heading 2"):
        properties = made.styles[name].element.pPr
        for found in properties.findall(qn("w:keepNext")):
            properties.remove(found)
    made.styles["Heading 2"].paragraph_format.keep_with_next = False
    made.styles.add_style("Tabelkop", WD_STYLE_TYPE.PARAGRAPH)
    data = built("gespreksverslag", saved(made))
    styles = read(data).styles
    names = ("Title", "Heading 1", "Heading 2", "Tabelkop")
    assert [styles[name].paragraph_format.keep_with_next for name in names] == [
        True, True, False, True,
    ]  # fmt: skip
    assert remarks(data, tmp_path) == []
