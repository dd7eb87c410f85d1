"""Chapter numbers in the contents, as Word counts them by the lists of a firm's template."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from gesprekshulp.domain.paper import Heading, OutPaper
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.exchange.word.report import build_paper
from tests.exchange.word.examples import REPORT, read, remarks
from tests.exchange.word.test_odd_house_styles import a4, saved

LEVEL = (
    '<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}{style}'
    '<w:suff w:val="{suff}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
)


def level(
    at: int, text: str, form: str = "decimal", *, start: int = 1, more: str = "", suff: str = "tab",
    style: str = "",
) -> str:  # fmt: skip
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return LEVEL.format(
        at=at, text=text, form=form, start=start, more=more, suff=suff, style=linked
    )


def numbered(*levels: str, number: str = "", styles: int = 2) -> docx.document.Document:
    """A template whose headings are numbered by a list with these levels."""
    made = a4()
    lists = made.part.numbering_part.element
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType'
        f' w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )
    lists.insert(len(lists.findall(qn("w:abstractNum"))), definition)
    lists.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/>{number}</w:num>'
        )
    )
    for at in range(styles):
        properties = made.styles[f"Heading {at + 1}"].element.get_or_add_pPr()
        given = properties._insert_numPr(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{at}"/><w:numId w:val="90"/></w:numPr>'
            )
        )
        assert given is not None
    return made


def contents(made: docx.document.Document) -> list[str]:
    """The entries of the contents, without their pages."""
    data = build_paper(OutPaper(compose(REPORT, contents=True)), REPORT, template=saved(made))
    body = read(data).element.body
    found = [
        "".join(
            "\t" if item.tag == qn("w:tab") else item.text or ""
            for item in paragraph.iter(qn("w:t"), qn("w:tab"))
            if item.tag == qn("w:t") or item.getparent().tag == qn("w:r")
        )
        for paragraph in body.find(qn("w:sdt")).iter(qn("w:p"))
    ]
    return [re.sub(r"\t\d+$", "", entry) for entry in found[1:]]


TITLES = [
    (block.level, block.text)
    for block in compose(REPORT, contents=True).blocks
    if isinstance(block, Heading) and block.level < 3
]
"""Doel, Besproken with two points, Besluiten, ..."""


def expected(*numbers: str) -> list[str]:
    return [f"{number}{title}" for number, (_, title) in zip(numbers, TITLES, strict=False)]


def test_headings_without_numbers_have_none_in_the_contents() -> None:
    assert contents(a4()) == [title for _, title in TITLES]


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ((level(0, "%1"), level(1, "%1.%2")), ("1\t", "2\t", "2.1\t", "2.2\t", "3\t")),
        (
            (level(0, "%1.", "upperLetter"), level(1, "%2)", "lowerRoman")),
            ("A.\t", "B.\t", "i)\t", "ii)\t", "C.\t"),
        ),
        (
            (level(0, "Hoofdstuk %1", "upperRoman", suff="space"), level(1, "%1-%2")),
            ("Hoofdstuk I ", "Hoofdstuk II ", "II-1\t", "II-2\t", "Hoofdstuk III "),
        ),
        (
            (
                level(0, "%1", "upperRoman"),
                level(1, "%1.%2", "lowerLetter", more='<w:isLgl/>', start=3),
            ),
            ("I\t", "II\t", "2.3\t", "2.4\t", "III\t"),
        ),
        (
            (level(0, "§%1 ", start=4, suff="nothing"), level(1, "%1%2", "lowerLetter")),
            ("§4 ", "§5 ", "5a\t", "5b\t", "§6 "),
        ),
        (
            (level(0, "%1", "decimalZero"), level(1, "", "none")),
            ("01\t", "02\t", "", "", "03\t"),
        ),
        ((level(0, "", "bullet"), level(1, "%2")), ("", "", "1\t", "2\t", "")),
    ],
)  # fmt: skip
def test_the_contents_have_the_numbers_of_the_template(levels, numbers, tmp_path) -> None:
    made = numbered(*levels)
    assert contents(made)[:5] == expected(*numbers)
    paper = compose(REPORT, contents=True)
    assert remarks(build_paper(OutPaper(paper), REPORT, template=saved(made)), tmp_path) == []


def test_a_level_that_does_not_begin_again_goes_on() -> None:
    made = numbered(level(0, "%1"), level(1, "%2", more='<w:lvlRestart w:val="0"/>'))
    made.add_paragraph("Over ons", style="Heading 1")
    made.add_paragraph("Wie", style="Heading 2")
    made.add_paragraph("{{ inhoud }}")
    # What the template has itself counts along.
    assert contents(made)[:4] == expected("2\t", "3\t", "2\t", "3\t")


def test_a_level_belongs_to_the_style_that_it_names() -> None:
    made = numbered(
        level(0, "Deel %1"),
        level(1, "%2", style="Heading1"),
        level(2, "%2.%3", style="Heading2"),
    )
    assert contents(made)[:5] == expected("1\t", "2\t", "2.1\t", "2.2\t", "3\t")


def test_a_list_can_start_elsewhere_than_its_definition_says() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    made = numbered(level(0, "%1"), level(1, "%1.%2"), number=override)
    assert contents(made)[:4] == expected("7\t", "8\t", "8.1\t", "8.2\t")


def test_a_list_style_gives_its_numbers_to_headings() -> None:
    made = numbered(level(0, "%1)"), level(1, "%1.%2)"))
    lists = made.part.numbering_part.element
    made.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="numbering" w:customStyle="1" w:styleId="Koppen">'
            '<w:name w:val="Koppen"/><w:pPr><w:numPr><w:numId w:val="90"/></w:numPr></w:pPr>'
            "</w:style>"
        )
    )
    lists.insert(
        len(lists.findall(qn("w:abstractNum"))),
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="91"><w:multiLevelType'
            ' w:val="multilevel"/><w:numStyleLink w:val="Koppen"/></w:abstractNum>'
        ),
    )
    lists.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="91"/></w:num>')
    )
    for name in ("Heading 1", "Heading 2"):
        made.styles[name].element.pPr.numPr.numId.val = 91
    assert contents(made)[:4] == expected("1)\t", "2)\t", "2.1)\t", "2.2)\t")


def test_a_heading_style_takes_the_list_of_the_one_it_stands_on() -> None:
    made = numbered(level(0, "%1"), level(1, "%1.%2"))
    second = made.styles["Heading 2"].element
    second.find(qn("w:basedOn")).set(qn("w:val"), "Heading1")
    numbers = second.pPr.numPr
    numbers.remove(numbers.numId)
    assert contents(made)[:4] == expected("1\t", "2\t", "2.1\t", "2.2\t")


def test_headings_in_the_contents_stand_in_line_behind_their_numbers() -> None:
    made = numbered(level(0, "Hoofdstuk %1"), level(1, "%1.%2"))
    paper = compose(REPORT, contents=True)
    data = build_paper(OutPaper(paper), REPORT, template=saved(made))
    with zipfile.ZipFile(BytesIO(data)) as package:
        styles = package.read("word/styles.xml").decode()
    first = re.search(r'w:styleId="TOC1".*?</w:style>', styles, re.DOTALL)
    assert first is not None
    stops = re.findall(r'<w:tab w:val="(\w+)"[^>]*w:pos="(\d+)"', first[0])
    assert [side for side, _ in stops] == ["left", "right"]
    assert 800 < int(stops[0][1]) < 2000
