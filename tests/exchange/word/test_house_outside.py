"""A template may not fetch or run anything on the client's computer."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.house_open import opened
from tests.exchange.word.examples import house_style


def saved(template) -> bytes:
    target = BytesIO()
    template.save(target)
    return target.getvalue()


def with_field(code: str, *, pieces: int = 1, in_header: bool = False) -> bytes:
    """A template with a field whose code is cut in so many pieces, as Word does."""
    template = docx.Document(BytesIO(house_style()))
    home = template.sections[0].header if in_header else template
    paragraph = home.add_paragraph()

    def mark(kind: str) -> None:
        sign = OxmlElement("w:fldChar")
        sign.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(sign)

    mark("begin")
    size = -(-len(code) // pieces)
    for at in range(0, len(code), size):
        text = OxmlElement("w:instrText")
        text.text = code[at : at + size]
        paragraph.add_run()._r.append(text)
    mark("end")
    return saved(template)


@pytest.mark.parametrize(
    "code",
    [
        ' INCLUDEPICTURE "https://elders.example/logo.png" \\d ',
        ' includetext "//server/map/voorwaarden.docx" ',
        " LINK Excel.Sheet.12 prijzen.xlsx ",
        " DDEAUTO cmd opdracht ",
        ' DATABASE \\d "klanten.mdb" ',
    ],
)
@pytest.mark.parametrize("pieces", [1, 7])
def test_a_field_that_reads_from_outside_is_refused_by_name(code, pieces):
    with pytest.raises(TemplateRefused, match=code.split()[0].upper()):
        opened(with_field(code, pieces=pieces))


def test_the_place_of_a_field_is_named():
    with pytest.raises(TemplateRefused, match="koptekst"):
        opened(with_field(" INCLUDEPICTURE x.png ", in_header=True))


@pytest.mark.parametrize("code", [" PAGE ", " NUMPAGES ", " DATE \\@ d-M-yyyy ", ' TOC \\o "1-3" '])
def test_fields_that_stay_inside_the_document_may_stay(code):
    opened(with_field(code))


@pytest.mark.parametrize("tag", ["object", "altChunk", "subDoc"])
def test_an_embedded_object_or_document_is_refused(tag):
    template = docx.Document(BytesIO(house_style()))
    foreign = parse_xml(f"<w:{tag} {nsdecls('w')}/>")
    home = template.element.body
    if tag == "object":
        home = template.add_paragraph().add_run()._r
        home.append(foreign)
    else:
        home.insert(0, foreign)
    with pytest.raises(TemplateRefused, match="ingesloten object"):
        opened(saved(template))


def test_a_picture_from_elsewhere_is_refused_and_a_link_may_stay():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    template = docx.Document(BytesIO(house_style()))
    template.part.relate_to("https://kantoor.example", f"{kind}hyperlink", is_external=True)
    opened(saved(template))
    template.part.relate_to("https://elders.example/x.png", f"{kind}image", is_external=True)
    with pytest.raises(TemplateRefused, match=r"een afbeelding van buiten.*elders\.example"):
        opened(saved(template))
