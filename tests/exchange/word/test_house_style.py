from dataclasses import replace

import pytest

from gesprekshulp.domain.errors import UserError
from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.house_open import MAX_BYTES
from gesprekshulp.exchange.word.package import CONTENT_TYPES, read_parts, written
from gesprekshulp.paths import resource
from tests.exchange.word.examples import (
    HEADINGS,
    REPORT,
    build_report,
    everything,
    house_style,
    part,
    read,
    remarks,
    with_parts,
)

DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"


def retyped(data: bytes, old: bytes, new: bytes) -> bytes:
    types = read_parts(data)[CONTENT_TYPES]
    return with_parts(data, {CONTENT_TYPES: types.replace(old, new)})


@pytest.fixture(scope="module")
def plain():
    return build_report(REPORT, template=house_style())


def test_a_strict_validator_finds_nothing(plain, tmp_path):
    assert remarks(plain, tmp_path) == []


def test_header_footer_margins_and_heading_colour_of_the_firm_are_kept(plain):
    document = read(plain)
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "De Groot en Zonen"
    assert section.footer.paragraphs[0].text == "KvK 12345678"
    assert round(section.left_margin.mm) == 40
    assert str(document.styles["Heading 1"].font.color.rgb) == "992244"


def test_the_report_takes_the_place_of_the_example_text_in_the_firm_styles(plain):
    document = read(plain)
    assert "Voorbeeldtekst" not in [p.text for p in document.paragraphs]
    found = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert tuple(found) == HEADINGS
    assert document.tables[1].style.name == "Light Grid Accent 2"


def test_tables_are_as_wide_as_the_text_of_the_firm(plain):
    section = read(plain).sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    table = read(plain).tables[1]
    assert abs(sum(column.width for column in table.columns) - room) < 1000


def test_what_the_template_lacks_is_added_with_numbering_of_its_own(tmp_path):
    bare = house_style()
    styles = read_parts(bare)["word/styles.xml"].decode()
    for name in ("List Number", "List Bullet", "heading 2", "Title"):
        styles = styles.replace(f'<w:name w:val="{name}"/>', f'<w:name w:val="weg {name}"/>')
        identifier = name.replace(" ", "").replace("heading", "Heading")
        styles = styles.replace(f'w:styleId="{identifier}"', f'w:styleId="weg{identifier}"')
        styles = styles.replace(f'<w:basedOn w:val="{identifier}"/>', "")
        styles = styles.replace(f'<w:link w:val="{identifier}"/>', "")
        styles = styles.replace(f'<w:link w:val="{identifier}Char"/>', "")
    parts = read_parts(bare) | {"word/styles.xml": styles.encode()}
    document = read(build_report(REPORT, template=written(parts)))
    numbered = [p for p in document.paragraphs if p.style.name == "List Number"]
    assert len(numbered) == 2
    number = numbered[0].style.element.pPr.numPr.numId.val
    assert document.part.numbering_part.element.num_having_numId(number) is not None


def test_dutch_style_names_are_recognised():
    parts = read_parts(house_style())
    styles = parts["word/styles.xml"].decode()
    parts["word/styles.xml"] = (
        styles.replace(
            'w:styleId="Heading1"><w:name w:val="heading 1"/>',
            'w:styleId="Kop1"><w:name w:val="Kop 1"/>',
        )
        .replace('"Heading1"', '"Kop1"')
        .encode()
    )
    if b"Kop 1" not in parts["word/styles.xml"]:
        parts["word/styles.xml"] = (
            styles.replace('"Heading1"', '"Kop1"').replace('"heading 1"', '"Kop 1"').encode()
        )
    assert '<w:pStyle w:val="Kop1"/>' in part(
        build_report(REPORT, template=written(parts)), "word/document.xml"
    )


def test_a_dotx_is_a_template_like_any_other(tmp_path):
    data = build_report(REPORT, template=retyped(house_style(), DOCUMENT_TYPE, TEMPLATE_TYPE))
    assert remarks(data, tmp_path) == []
    assert read(data).sections[0].header.paragraphs[0].text == "De Groot en Zonen"


def test_language_and_properties_are_those_of_the_report(plain):
    core = read(plain).core_properties
    assert core.title == "Keuze van het kassasysteem"
    assert core.author == "Steven van Dalen, Van Dalen Advies"
    assert core.comments == ""
    assert 'w:val="nl-NL"' in part(plain, "word/styles.xml")
    assert "en-US" not in part(plain, "word/styles.xml").replace('w:eastAsia="en-US"', "")


@pytest.mark.parametrize("paragraphs", [(), ("{{ klant.naam }}", "{{ inhoud }}")])
def test_the_same_report_and_template_give_the_same_bytes(paragraphs):
    template = house_style(*paragraphs)
    first = build_report(REPORT, template=template)
    assert first == build_report(REPORT, template=template)


def test_placeholders_are_filled_where_they_stand(tmp_path):
    template = house_style(
        "Aan {{ klant.naam }}, over {{ verslag.titel }} op {{ afspraak.datum }}",
        "{% for t in toezeggingen %}{{ t.nr }}: {{ t.wat }}. {% endfor %}",
        "{{ inhoud }}",
        "Groet, {{ firma.adviseur }}",
    )
    data = build_report(REPORT, template=template)
    texts = [p.text for p in read(data).paragraphs]
    assert texts[0] == (
        "Aan Bakkerij De Halm, over Keuze van het kassasysteem op donderdag 12 maart 2026"
    )
    assert texts[1].startswith("1: stuurt de aangepaste offerte. 2: vraagt")
    assert texts[2] == "Doel van het gesprek"
    assert texts[-1] == "Groet, Steven van Dalen"
    assert remarks(data, tmp_path) == []


def test_the_content_may_replace_its_whole_paragraph(tmp_path):
    data = build_report(REPORT, template=house_style("Vooraf", "{{p inhoud }}", "Achteraf"))
    texts = [p.text for p in read(data).paragraphs]
    assert (texts[0], texts[1], texts[-1]) == ("Vooraf", REPORT.title, "Achteraf")
    assert remarks(data, tmp_path) == []


def test_our_own_template_can_be_the_start_of_a_house_style(tmp_path):
    own = resource("word", "verslag.docx").read_bytes()
    data = build_report(REPORT, template=own)
    assert read(data).sections[0].header.paragraphs[0].text.startswith("Van Dalen Advies\t")
    assert "{{" not in everything(data)
    assert remarks(data, tmp_path) == []


def test_markup_in_a_name_is_text_in_a_placeholder():
    document = replace(REPORT, client="Vos & Zn <bv> {{ 7 * 7 }}")
    data = build_report(document, template=house_style("Aan {{ klant.naam }}"))
    assert read(data).paragraphs[0].text == "Aan Vos & Zn <bv> {{ 7 * 7 }}"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ klant.nam }}", "“nam”"),
        ("{{ onbekend }}", "“onbekend”"),
        ("{{ klant.naam", "“{{ klant.naam” in het sjabloon is niet goed geschreven"),
        ("{% if klant %}", "niet goed geschreven"),
        ("{{ 1 / 0 }}", "kan niet worden ingevuld"),
        ("{{ ''.__class__.__mro__ }}", "kan niet worden ingevuld"),
    ],
)
def test_a_wrong_placeholder_is_named(text, reason):
    with pytest.raises(TemplateRefused, match="Word") as refused:
        build_report(REPORT, template=house_style(text))
    assert reason in refused.value.sentence


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        pytest.param(b"", "geen Word-bestand", id="empty"),
        pytest.param(b"PK\x03\x04 half een zip", "geen Word-bestand", id="broken"),
        pytest.param(written({"a.txt": b"a"}), "geen Word-bestand", id="other zip"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(600), "wachtwoord", id="old or protected"),
        pytest.param(bytes(MAX_BYTES + 1), "groter dan 20 MB", id="large"),
        pytest.param(
            with_parts(house_style(), {"word/vbaProject.bin": b"x"}), "macro", id="macros"
        ),
        pytest.param(
            retyped(
                house_style(),
                b"application/vnd.openxmlformats-officedocument." + DOCUMENT_TYPE,
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
            "macro",
            id="docm",
        ),
        pytest.param(
            with_parts(house_style(), {"word/document.xml": b"<w:document"}), "beschadigd", id="xml"
        ),
        pytest.param(
            with_parts(house_style(), {"word/styles.xml": b""}), "beschadigd", id="no styles"
        ),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_in_one_dutch_sentence(template, reason):
    with pytest.raises(UserError) as refused:
        build_report(REPORT, template=template)
    assert reason in refused.value.sentence
    assert refused.value.sentence.endswith(".")
    assert "\n" not in refused.value.sentence


def test_a_template_that_fetches_from_elsewhere_is_refused():
    relations = read_parts(house_style())["word/_rels/document.xml.rels"].decode()
    linked = relations.replace(
        "</Relationships>",
        '<Relationship Id="rId99" TargetMode="External" Target="http://elders.example/logo.png"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
        "</Relationships>",
    )
    template = with_parts(house_style(), {"word/_rels/document.xml.rels": linked.encode()})
    with pytest.raises(TemplateRefused, match="van buiten het bestand"):
        build_report(REPORT, template=template)


def test_nothing_tells_where_the_template_was_made():
    parts = read_parts(house_style())
    settings = parts["word/settings.xml"].decode()
    traced = settings.replace(
        "</w:settings>", '<w:rsids><w:rsidRoot w:val="00ABCDEF"/></w:rsids></w:settings>'
    )
    parts["word/settings.xml"] = traced.encode()
    assert "00ABCDEF" not in everything(build_report(REPORT, template=written(parts)))


def test_no_number_of_a_sitting_is_left_in_any_part(tmp_path):
    for asked in ("Voorbeeldtekst.", "{{ inhoud }}"):
        parts = read_parts(house_style(asked))
        assert b"rsid" in parts["word/document.xml"] + parts["word/styles.xml"]
        data = build_report(REPORT, template=written(parts))
        assert not [name for name, part in read_parts(data).items() if b"rsid" in part]
        assert remarks(data, tmp_path) == []
