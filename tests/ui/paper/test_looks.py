"""Qt sets a document in the sizes of our Word templates, so that the two lie beside each other."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from gesprekshulp.domain.paper import ParagraphRole
from gesprekshulp.paths import resource
from gesprekshulp.ui.paper.looks import DOSSIER, REPORT, Look, Style

ROLES = {
    ParagraphRole.TITLE: "Title",
    ParagraphRole.SUBTITLE: "Subtitle",
    ParagraphRole.BODY: "Normal",
}
TEMPLATES = {"verslag.docx": REPORT, "dossier.docx": DOSSIER}


def in_word(template: docx.document.Document, name: str) -> tuple[int, int, int]:
    """Letter size, space before and after of a style, in twips."""
    style = template.styles[name]
    size = next((one.font.size for one in (style, style.base_style) if one and one.font.size), None)
    if size is None:
        default = template.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:sz')}")
        points = int(default.get(qn("w:val"))) / 2
    else:
        points = size.pt
    spacing = style.element.find(f".//{qn('w:spacing')}")

    def space(key: str) -> int:
        return int(spacing.get(qn(f"w:{key}"), "0")) if spacing is not None else 0

    return round(points * 20), space("before"), space("after")


def in_qt(style: Style) -> tuple[int, int, int]:
    return style.letter.size, style.before, style.after


@pytest.mark.parametrize("name", TEMPLATES)
def test_letters_and_spaces_are_those_of_the_template(name: str) -> None:
    look: Look = TEMPLATES[name]
    template = docx.Document(io.BytesIO(resource("word", name).read_bytes()))
    for role, style in ROLES.items():
        assert in_qt(look.roles[role]) == in_word(template, style), role
    for level, style in enumerate(look.headings, start=1):
        assert in_qt(style) == in_word(template, f"Heading {level}"), level
    assert in_qt(look.item) == in_word(template, "List Bullet")
    assert look.cell.letter.size == in_word(template, "Tabeltekst")[0]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_margins_are_those_of_the_template(name: str) -> None:
    section = docx.Document(io.BytesIO(resource("word", name).read_bytes())).sections[0]
    margins = TEMPLATES[name].margins
    assert section.left_margin.twips == section.right_margin.twips == margins.side
    assert (section.top_margin.twips, section.bottom_margin.twips) == (margins.top, margins.bottom)
