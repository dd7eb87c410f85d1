"""On which page a heading stands, and in how many lines a text comes."""

from __future__ import annotations

import pytest

from gesprekshulp.exchange.word.letter_widths import letters, lines
from gesprekshulp.exchange.word.package import DOCUMENT
from gesprekshulp.exchange.word.pages import pages_of
from gesprekshulp.exchange.word.xml import R, W

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

# Lines of 15 points: 200 points are 13 of them.
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri"/><w:sz w:val="20"/></w:rPr>
</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr>
</w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Tekst"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="heading 1"/><w:basedOn w:val="Tekst"/>
<w:pPr><w:keepNext/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ruim"><w:name w:val="Ruim"/><w:basedOn w:val="Kop"/>
<w:pPr><w:keepNext w:val="0"/><w:spacing w:before="300" w:after="600"/>
<w:contextualSpacing/></w:pPr>
</w:style>
"""
SECTION = (
    '<w:sectPr>{}<w:pgSz w:w="10000" w:h="6000"/><w:pgMar w:top="1000" w:bottom="1000"'
    ' w:left="500" w:right="500" w:header="0" w:footer="0"/>{}</w:sectPr>'
)


def text(count: int, style: str = "Tekst") -> str:
    inside = "<w:br/>".join("<w:t>regel</w:t>" for _ in range(count))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{inside}</w:r></w:p>'


def heading(name: str = "hier") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Kop"/></w:pPr><w:bookmarkStart w:id="1" w:name="{name}"/>'
        "<w:r><w:t>Kop</w:t></w:r></w:p>"
    )


def pages(*body: str, section: str = SECTION.format("", ""), **parts: str) -> dict[str, int]:
    """The page of each bookmark in a file with this body; `parts` are other parts of it."""
    about = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("12")}" Target="{name}.xml"/>'
        for name in ("styles", *parts)
    )
    made = {
        DOCUMENT: f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(body)}{section}'
        "</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{about}'
        "</Relationships>",
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{STYLES}</w:styles>',
    }
    return pages_of(made | {f"word/{name}.xml": part for name, part in parts.items()})


def page(*body: str, **more: str) -> int:
    return pages(*body, **more)["hier"]


def rows(count: int, *, head: bool = False) -> str:
    cell = f"<w:tc><w:p>{'<w:r><w:t>a</w:t></w:r>'}</w:p></w:tc>"
    plain = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>" * (count - head)
    first = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell}</w:tr>" if head else ""
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>{first}{plain}</w:tbl>'


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("", 10, 1),
        ("kassa", 10, 1),
        ("een twee drie vier vijf zes zeven acht", 10, 2),
        ("eerste regel\ntweede regel", 40, 2),
        ("W" * 30, 10, 3),
        ("漢" * 25, 10, 3),
        ("ééééé", 10, 1),
        ("kassa-overzicht", 4, 2),
        ("kassa\xa0overzicht", 7, 1),
    ],
)
def test_text_is_wrapped_at_spaces_and_hyphens(words: str, width: float, expected: int) -> None:
    assert lines([(words, letters("Calibri"), 1.0)], width) == expected


def test_text_in_several_letters_is_wrapped_as_one() -> None:
    plain, bold = letters("Calibri"), letters("Calibri", bold=True)
    assert lines([("kas", plain, 1.0), ("sa", bold, 1.0)], 2.3) == 1
    assert lines([("kas ", plain, 1.0), ("sa", bold, 1.0)], 2.0) == 2


def test_letters_are_as_wide_as_those_of_the_typeface() -> None:
    said = "De winkels hadden twee zaterdagen geen kassa"
    wide = [letters(face).width(said) for face in ("Calibri", "Arial", "Verdana")]
    assert wide == sorted(wide)
    assert letters("Onbekend", "roman").width(said) == letters("Times New Roman").width(said)
    assert letters("Arial", bold=True).width(said) > letters("Arial").width(said)


def test_a_heading_goes_along_with_the_first_lines_below_it() -> None:
    assert page(text(11), heading(), text(6)) == 2
    assert page(text(10), heading(), text(6)) == 1


def test_a_table_starts_again_with_its_head_on_a_next_page() -> None:
    assert page(rows(26), heading(), text(1)) == 3
    # Twelve rows below the head on each page.
    assert page(rows(25, head=True), heading(), text(1)) == 3
    assert page(rows(24), heading(), text(1)) == 2


def test_no_line_is_left_alone() -> None:
    # Two lines are left on the first page: three stay together, four are halved.
    below = (text(9), heading(), text(1))
    assert page(text(11), text(3), *below) == 3
    assert page(text(11), text(4), *below) == 2


def test_distances_are_those_of_the_style_and_fall_away_between_paragraphs_of_one_style() -> None:
    # Two of the larger distance, 30 points, around lines of 15.
    assert page(text(1, "Ruim"), text(8), heading(), text(1)) == 1
    assert page(text(1, "Ruim"), text(9), heading(), text(1)) == 2
    assert page(*[text(1, "Ruim")] * 11, heading(), text(1)) == 2
    assert page(*[text(1, "Ruim")] * 8, heading(), text(1)) == 1


def test_a_high_header_leaves_less_room_and_the_first_page_has_its_own() -> None:
    around = SECTION.format('<w:headerReference w:type="{}" r:id="header1"/>', "<w:titlePg/>")
    header = f'<w:hdr xmlns:w="{W}">{text(8)}</w:hdr>'
    body = (text(10), heading(), text(1))
    assert page(*body) == 1
    assert page(*body, section=around.format("first"), header1=header) == 2
    assert page(*body, section=around.format("default"), header1=header) == 1


def test_columns_are_filled_one_after_another() -> None:
    two = SECTION.format("", '<w:cols w:num="2" w:space="500"/>')
    assert page(*[text(1)] * 20, heading(), text(1), section=two) == 1
    assert page(*[text(1)] * 25, heading(), text(1), section=two) == 2


def test_a_front_page_counts_unless_the_numbers_begin_again_after_it() -> None:
    front = f"<w:p><w:pPr>{SECTION.format('', '')}</w:pPr></w:p>"
    assert page(front, heading(), text(1)) == 2
    again = SECTION.format("", '<w:pgNumType w:start="1"/>')
    assert page(front, heading(), text(1), section=again) == 1


def test_a_page_break_begins_a_new_page() -> None:
    broken = '<w:p><w:r><w:t>voor</w:t><w:br w:type="page"/></w:r></w:p>'
    assert page(broken, heading(), text(1)) == 2


def test_a_section_that_goes_on_at_the_top_of_a_page_takes_no_page_of_its_own() -> None:
    broken = '<w:p><w:r><w:t>voor</w:t><w:br w:type="page"/></w:r></w:p>'
    ends = f"<w:p><w:pPr>{SECTION.format('', '')}</w:pPr></w:p>"
    goes_on = SECTION.format('<w:type w:val="continuous"/>', "")
    assert page(ends[:-6] + broken[5:], heading(), text(1), section=goes_on) == 2
