"""Three house styles of very different make, as firms have them: to render and to test with.

Plain is Word as it comes. Narrow has its own first page with a logo, small margins and two fonts.
Dutch has the Dutch names of styles, its own table style and placeholders.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor


def plain() -> bytes:
    """A page with a name above and a number below, and nothing else."""
    made = _blank()
    section = made.sections[0]
    section.header.paragraphs[0].text = "De Groot en Zonen, accountants"
    _page_number(section.footer.paragraphs[0], "Pagina ")
    made.add_paragraph("Voorbeeldtekst.")
    return _saved(made)


def narrow() -> bytes:
    """Narrow margins, a logo on a first page that differs, and headings in another font."""
    made = _blank()
    section = made.sections[0]
    section.left_margin = section.right_margin = Mm(14)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(8)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    first.add_run().add_picture(BytesIO(logo()), height=Mm(16))
    section.header.paragraphs[0].text = "Adviesbureau Noorderlicht"
    for footer in (section.first_page_footer, section.footer):
        footer.paragraphs[0].text = "Havenweg 3, 8861 AB Harlingen"
        _page_number(footer.add_paragraph(), "blad ")
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = "Georgia", Pt(9.5)
    for name, size, colour in (
        ("Title", 24, "7A1F3D"),
        ("Heading 1", 14, "7A1F3D"),
        ("Heading 2", 11, "3A3A3A"),
    ):
        style = made.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        _drop_theme_fonts(style)
    made.add_paragraph("Dit blad is leeg.")
    made.add_table(1, 1).style = "Light List Accent 1"
    return _saved(made)


def dutch() -> bytes:
    """Styles as a Dutch program names them, a table style of its own, and placeholders."""
    made = _blank()
    renamed = {
        "Title": "Titel", "Heading 1": "Kop 1", "Heading 2": "Kop 2", "Heading 3": "Kop 3",
        "List Bullet": "Lijst opsom.teken", "List Number": "Lijstnummering",
    }  # fmt: skip
    for old, new in renamed.items():
        style = made.styles[old].element
        style.find(qn("w:name")).set(qn("w:val"), new)
    own = made.styles.add_style("Huistabel", WD_STYLE_TYPE.TABLE)
    own.base_style = made.styles["Table Grid"]
    section = made.sections[0]
    section.left_margin = Mm(35)
    section.header.paragraphs[0].text = "GEMEENTELIJK ADVIES · {{ klant.naam }}"
    _page_number(section.footer.paragraphs[0], "{{ soort }} · pagina ")
    made.add_paragraph("{{ verslag.titel }}", style=made.styles["Titel"])
    made.add_paragraph("Voor {{ klant.naam }}, {{ afspraak.datum }}")
    made.add_paragraph("{{ inhoud }}")
    made.add_paragraph("Opgemaakt door {{ firma.adviseur }}")
    made.add_table(1, 1).style = own
    body = made.element.body
    body.remove(body.findall(qn("w:tbl"))[-1])
    return _saved(made)


STYLES: dict[str, Callable[[], bytes]] = {"kaal": plain, "smal": narrow, "kop": dutch}
"""By a short name, for file names."""


def logo() -> bytes:
    """A picture of two bars, as png."""
    wide, high = 240, 80

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    dark, light = b"\x7a\x1f\x3d", b"\xe8\xb4\xc4"
    lines = b"".join(
        b"\x00" + (dark if row < 50 else light) * (wide - row) + b"\xff\xff\xff" * row
        for row in range(high)
    )
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def _blank() -> Any:
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    return made


def _page_number(paragraph: Any, before: str) -> None:
    paragraph.add_run(before)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _drop_theme_fonts(style: Any) -> None:
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if "Theme" in name]:
        del fonts.attrib[name]


def _saved(made: Any) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()
