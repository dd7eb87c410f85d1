"""Each kind of document as a Word file: valid, real inside, and the same every time.

After a change that is meant, look at the new documents in a word processor, and then write the kept
files again: GOLDEN=schrijf pytest tests/exchange/word/test_kinds.py
"""

import os
import re
from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from gesprekshulp.domain.language import Language
from gesprekshulp.domain.paper import Heading, PaperKind
from gesprekshulp.domain.papers.kinds import OF_TALK, compose
from gesprekshulp.exchange.word.report import build_paper
from gesprekshulp.paths import resource
from tests.exchange.word.examples import (
    REPORT,
    SECRET,
    everything,
    house_style,
    links,
    part,
    png,
    read,
    remarks,
)
from tests.exchange.word.kinds import FULL, KINDS, built, papers
from tests.exchange.word.test_report_golden import GOLDEN, indented

LANGUAGES = {"nl": Language.DUTCH, "en": Language.ENGLISH}


TEMPLATES = {
    "own": lambda: None,
    "house style": house_style,
    "placeholders": lambda: house_style("Aan {{ klant.naam }}", "{{ inhoud }}"),
    "our own as a start": lambda: resource("word", "verslag.docx").read_bytes(),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_strict_validator_finds_nothing(kind, template, tmp_path):
    assert remarks(built(kind, TEMPLATES[template]()), tmp_path) == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_as_it_was(kind):
    found = indented(part(built(kind), "word/document.xml"))
    kept = GOLDEN / f"{kind}.xml"
    if os.environ.get("GOLDEN") == "schrijf":
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("template", ["own", "house style"])
def test_the_same_document_gives_the_same_bytes(kind, template):
    assert built(kind, TEMPLATES[template]()) == built(kind, TEMPLATES[template]())


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_internal_is_in_it(kind):
    text = everything(built(kind))
    assert SECRET not in text
    assert "alleen intern" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_every_paragraph_has_a_style_that_exists_and_no_formatting_of_its_own(kind):
    document = read(built(kind))
    known = {style.style_id for style in document.styles}
    for paragraph in document.element.body.iter(qn("w:p")):
        properties = paragraph.find(qn("w:pPr"))
        assert properties is None or {child.tag for child in properties} <= {
            qn("w:pStyle"),
            qn("w:numPr"),
        }
        if properties is not None:
            assert properties.find(qn("w:pStyle")).get(qn("w:val")) in known
    for run in document.element.body.iter(qn("w:rPr")):
        assert {child.tag for child in run} <= {qn("w:rStyle")}


@pytest.mark.parametrize("kind", OF_TALK)  # only those are written in the client's language
def test_english_documents_say_so_and_hold_no_dutch_labels(kind):
    data = built(kind, document=replace(FULL, language=Language.ENGLISH))
    document = read(data)
    assert document.core_properties.language == "en-GB"
    language = document.styles.element.xpath("w:docDefaults//w:lang")[0]
    assert language.get(qn("w:val")) == "en-GB"
    footer = re.sub("<[^>]+>", "", part(data, "word/footer1.xml"))
    assert "page 1 of 1" in footer
    text = everything(data)
    for word in ("Uiterlijk", "maart 2026<", "Opgesteld", "Besluit<", "opdracht", "Geachte"):
        assert word not in text.replace("vrijdag 13 maart 2026", "").replace(
            "woensdag 18 maart 2026", ""
        ), word


def test_a_letter_is_addressed_dated_and_signed():
    texts = [p.text for p in read(built("bevestigingsbrief")).paragraphs]
    assert texts[0] == "Bakkerij De Halm\nt.a.v. Annet Vos\nMolenstraat 18\n4141 AB Heerdam"
    assert texts[1:4] == [
        "12 maart 2026",
        "Betreft: bevestiging van ons gesprek van 12 maart 2026",
        "Geachte Annet Vos,",
    ]
    assert "Klopt deze brief? Sluit hij aan bij wat u verwachtte?" in texts[-4]
    assert texts[-3:] == [
        "Met vriendelijke groet,",
        "Steven van Dalen\nVan Dalen Advies",
        "Bijgevoegd: Offerte systeem B.pdf",
    ]


def test_a_letter_about_a_talk_without_agreements_does_not_speak_of_them():
    quiet = replace(FULL, commitments=(), decisions=(), deviations=())
    text = "\n".join(p.text for p in read(built("bevestigingsbrief", document=quiet)).paragraphs)
    assert "er zijn geen afspraken uit gekomen" in text
    assert "wat wij hebben afgesproken" not in text


def test_the_list_of_actions_has_the_promises_and_how_earlier_ones_stand():
    document = read(built("actielijst"))
    assert document.paragraphs[0].text == "Actielijst"
    assert [len(table.rows) for table in document.tables] == [5, 4, 3]
    assert document.core_properties.title == "Actielijst: Keuze van het kassasysteem"


def test_the_list_of_decisions_marks_what_lies_outside_the_assignment():
    table = read(built("besluitenlijst")).tables[1]
    assert [row.cells[2].text for row in table.rows] == [
        "Opdracht",
        "binnen de opdracht",
        "buiten de opdracht",
    ]
    runs = table.rows[2].cells[2].paragraphs[0].runs
    assert runs[0].style.name == "Strong"


def test_a_talk_without_promises_or_decisions_says_so():
    quiet = replace(REPORT, commitments=(), decisions=(), earlier=(), introductions=())
    for kind, words in (
        (PaperKind.ACTIONS, "In dit gesprek is niets toegezegd."),
        (PaperKind.DECISIONS, "In dit gesprek is niets besloten."),
    ):
        texts = [p.text for p in read(build_paper(compose(quiet, kind), quiet)).paragraphs]
        assert words in texts


def test_a_handover_tells_people_promises_of_both_sides_and_leads_to_their_mail():
    data = built("overdracht")
    headings = [p.text for p in read(data).paragraphs if p.style.name.startswith("Heading")]
    assert headings == [
        "Mensen",
        "Lopende opdrachten",
        "Keuze kassasysteem",
        "Open toezeggingen",
        "Door ons",
        "Door de klant",
        "Afspraken die staan",
        "Besluiten",
        "Open wensen",
        "Laatste contacten",
        "Verslagen",
        "Stukken",
    ]
    assert links(data) == [
        "mailto:info@dehalm.example",
        "https://www.dehalm.example",
        "mailto:annet@dehalm.example",
    ]


def test_the_contents_are_a_field_whose_entries_lead_to_every_heading():
    document = read(built("overdracht"))
    body = document.element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    paper = papers()["overdracht"]
    assert len(marks) == sum(1 for block in paper.blocks if isinstance(block, Heading))
    entries = [p for p in document.element.body.iter(qn("w:hyperlink")) if p.get(qn("w:anchor"))]
    assert [entry.get(qn("w:anchor")) for entry in entries] == marks
    codes = [code.text.strip() for code in body.iter(qn("w:instrText"))]
    assert codes[0] == 'TOC \\o "1-2" \\h \\z \\u'
    assert codes[1:] == [f"PAGEREF {mark} \\h" for mark in marks]
    assert all("".join(entry.itertext()).strip()[-1].isdigit() for entry in entries)


def test_a_second_numbered_list_begins_at_one_again(tmp_path):
    said = ("1. bellen\n2. mailen", "En daarna:\n1) testen\n2) kiezen")
    two = replace(REPORT, discussed=(replace(REPORT.discussed[0], paragraphs=said),))
    for template in (None, house_style()):
        data = build_paper(compose(two), two, template=template)
        assert remarks(data, tmp_path) == []
        document = read(data)
        lists: list[int] = []
        for paragraph in document.paragraphs:
            if paragraph.style.name == "List Number":
                own = paragraph._p.pPr.numPr
                lists.append(own.numId.val if own is not None else 0)
        assert lists[:4] == [0, 0, lists[2], lists[2]]
        assert len(set(lists)) == 3
        numbering = document.part.numbering_part.element
        for number in set(lists) - {0}:
            restart = numbering.num_having_numId(number).find(qn("w:lvlOverride"))
            assert restart.find(qn("w:startOverride")).get(qn("w:val")) == "1"


def test_addresses_in_running_text_are_links():
    said = ("Zie www.dehalm.example/kassa, of mail info@dehalm.example.",)
    one = replace(REPORT, discussed=(replace(REPORT.discussed[0], paragraphs=said),))
    data = build_paper(compose(one), one)
    assert links(data) == ["https://www.dehalm.example/kassa", "mailto:info@dehalm.example"]
    assert said[0] in [p.text for p in read(data).paragraphs]


def test_the_logo_of_an_english_report_is_described_in_english():
    english = replace(FULL, language=Language.ENGLISH, firm=replace(FULL.firm, logo=png()))
    header = part(build_paper(compose(english), english), "word/header1.xml")
    assert 'descr="Logo of Van Dalen Advies"' in header


def test_a_long_handover_counts_the_contacts_that_are_left_out():
    texts = [p.text for p in read(built("overdracht", times=40)).paragraphs]
    assert "en nog 107 contacten in het archief" in texts
