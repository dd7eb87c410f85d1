"""Whatever somebody types or pastes, the document opens."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesprekshulp.domain.clean import clean
from gesprekshulp.domain.report import (
    Addressee,
    ChangeRow,
    CommitmentRow,
    DecisionRow,
    DeviationRow,
    DiscussedItem,
    Scope,
)
from gesprekshulp.exchange.word.dossier import build_dossier
from tests.exchange.word.examples import (
    FIRM,
    REPORT,
    TODAY,
    build_report,
    dossier,
    house_style,
    read,
    remarks,
)
from tests.exchange.word.kinds import KINDS, built

NASTY = (
    "]]> <w:p/> & \"quotes\" 'single'",
    "👩‍👩‍👧‍👦 emoji 🏳️‍🌈",
    "\x00\x01\x08\x0b\x0c\x1f\x7f\x85",
    "\ud800 los \udfff",
    "\ufffe\uffff\ufdd0\U0001ffff",
    "W" * 10_000,
    "שלום مرحبا \u202eomgekeerd",
    "{{ klant.naam }} {% for x in y %}",
    "tab\tregel\r\nnieuw\u2028scheiding",
)

# Lone surrogates and noncharacters included: an import can bring anything.
any_text = st.text(st.characters(exclude_categories=()), max_size=60) | st.sampled_from(NASTY)
calm = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)


def report_of(text: str):
    return replace(
        REPORT,
        title=text,
        client=text,
        time=text,
        place=text,
        present=(text,),
        goal=text,
        goal_note=text,
        discussed=(DiscussedItem(text, (text, f"- {text}")),),
        decisions=(DecisionRow(text, Scope.OUTSIDE),),
        commitments=(CommitmentRow(text, text, text),),
        open_questions=(text,),
        attachments=(text,),
        closing=(text,),
        firm=replace(FIRM, name=text, adviser=text, address=text, accent=text),
    )


def problems(data: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        return remarks(data, Path(folder))


@calm
@given(any_text)
def test_any_text_makes_a_valid_report(text):
    data = build_report(report_of(text))
    assert problems(data) == []
    assert read(data).core_properties.language == "nl-NL"


@calm
@given(any_text)
def test_any_text_makes_a_valid_dossier(text):
    assert problems(build_dossier(dossier(2, lambda _: text), FIRM, TODAY)) == []


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("kind", KINDS)
def test_any_text_makes_every_kind_of_document(kind, text):
    document = replace(
        report_of(text),
        deviations=(DeviationRow(text, text, text),),
        changes=(ChangeRow(text, text, text),),
        addressee=Addressee(text, (text, text)),
        reply_by=TODAY,
    )
    for template in (None, house_style(), house_style("{{ klant.naam }}", "{{ inhoud }}")):
        data = built(kind, template, document, lambda _: text)
        assert problems(data) == []
        read(data)


@pytest.mark.parametrize("text", NASTY)
def test_any_text_makes_a_valid_report_in_a_house_style(text):
    for template in (house_style(), house_style("{{ klant.naam }}", "{{ inhoud }}")):
        assert problems(build_report(report_of(text), template=template)) == []


@pytest.mark.parametrize("text", [text for text in NASTY if clean(text).strip()])
def test_what_can_be_written_is_written_whole(text):
    paragraphs = [p.text for p in read(build_report(report_of(text))).paragraphs]
    assert any(clean(text).strip() == paragraph for paragraph in paragraphs)
