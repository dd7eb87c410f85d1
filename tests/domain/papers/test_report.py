"""The report as blocks: what stands where, and where each text comes from."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.paper import (
    FIXED,
    Block,
    Facts,
    Heading,
    ItemList,
    Paper,
    Paragraph,
    ParagraphRole,
    Place,
    Table,
)
from gesprekshulp.domain.papers.report import report_paper
from gesprekshulp.domain.report import (
    ChangeRow,
    CommitmentRow,
    DecisionRow,
    DeviationRow,
    DiscussedItem,
    PartKind,
)
from tests.exchange.word.examples import EMPTY_REPORT, HEADINGS, REPORT

PLACED = replace(
    REPORT,
    discussed=(DiscussedItem("Kassa", ("Twee keer stuk.", "- A\n- B"), "besproken-1"),),
    decisions=tuple(replace(row, id=f"besluit-{n}") for n, row in enumerate(REPORT.decisions)),
    commitments=(CommitmentRow("stuurt de offerte", "Steven", "13 maart", "belofte"),),
    parts=(
        (PartKind.FACTS, "gegevens"),
        (PartKind.GOAL, "doel"),
        (PartKind.DECISIONS, "besluiten"),
        (PartKind.COMMITMENTS, "toezeggingen"),
    ),
)


def headings(paper: Paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Heading)]


def below(paper: Paper, heading: str) -> list[Block]:
    found: list[Block] = []
    inside = False
    for block in paper.blocks:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside:
            found.append(block)
    return found


def test_the_parts_stand_in_order() -> None:
    assert tuple(headings(report_paper(REPORT))) == HEADINGS


def test_a_heading_never_stands_without_a_block_below_it() -> None:
    for document in (REPORT, EMPTY_REPORT):
        blocks = report_paper(document).blocks
        for block, after in zip(blocks, [*blocks[1:], None], strict=True):
            if isinstance(block, Heading):
                assert after is not None
                assert not (isinstance(after, Heading) and after.level <= block.level)


def test_an_empty_report_has_title_and_facts_only() -> None:
    assert [type(block) for block in report_paper(EMPTY_REPORT).blocks] == [
        Paragraph,
        Paragraph,
        Facts,
    ]


def test_every_text_knows_where_it_comes_from() -> None:
    paper = report_paper(PLACED)
    title = paper.blocks[0]
    assert isinstance(title, Paragraph)
    assert (title.role, title.place) == (ParagraphRole.TITLE, Place("gegevens", "titel"))
    first, second = below(paper, "Kassa")
    assert isinstance(first, Paragraph)
    assert first.place == Place("besproken-1")
    assert isinstance(second, ItemList)
    assert second.items[0].place == Place("besproken-1")
    goal = below(paper, "Doel van het gesprek")
    assert [block.place for block in goal if isinstance(block, Paragraph)] == [
        Place("doel"),
        Place("doel", "toelichting"),
    ]
    (decisions,) = below(paper, "Besluiten")
    assert isinstance(decisions, ItemList)
    assert [item.place.row for item in decisions.items] == ["besluit-0", "besluit-1"]
    table = below(paper, "Toezeggingen")[-1]
    assert isinstance(table, Table)
    assert {cell.place for row in table.rows for cell in row} == {Place("toezeggingen", "belofte")}
    places = {block.text: block.place for block in paper.blocks if isinstance(block, Heading)}
    assert places["Besluiten"] == Place("besluiten", FIXED)
    assert places["Kassa"] == Place("besproken-1", "kop")


def test_an_english_report_has_english_labels_dates_and_answers() -> None:
    paper = report_paper(replace(REPORT, language=Language.ENGLISH))
    assert headings(paper)[0] == "Goal of the meeting"
    assert paper.label == "Meeting report · version 2"
    assert paper.page == "page {page} of {pages}"
    subtitle = paper.blocks[1]
    assert isinstance(subtitle, Paragraph)
    assert subtitle.spans[0].text == "Bakkerij De Halm, Thursday 12 March 2026"
    _goal, reached = below(paper, "Goal of the meeting")
    assert isinstance(reached, Paragraph)
    assert reached.spans[1].text.startswith("partly.")
    (decisions,) = below(paper, "Decisions")
    assert isinstance(decisions, ItemList)
    assert decisions.items[1].spans[1].text == "outside the assignment"
    assert decisions.items[1].spans[1].strong


def test_who_is_je_gets_a_heading_that_says_je() -> None:
    assert headings(report_paper(replace(REPORT, form=Form.JE)))[-1] == "Graag je bevestiging"


def test_a_decision_against_advice_stands_in_a_section_of_its_own_and_asks_for_a_yes() -> None:
    row = DeviationRow("U kiest systeem A.", "Systeem B", "De prijs.", "besluit-1")
    paper = report_paper(
        replace(REPORT, deviations=(row,), parts=((PartKind.DEVIATIONS, "afwijking"),))
    )
    heading = PartKind.DEVIATIONS.value
    assert headings(paper).index(heading) == headings(paper).index("Besluiten") + 1
    facts, request = below(paper, heading)
    assert isinstance(facts, Facts)
    assert [(label, cell.text) for label, cell in facts.rows] == [
        ("Ons advies", "Systeem B"),
        ("Uw besluit", "U kiest systeem A."),
        ("Uw reden", "De prijs."),
    ]
    assert [cell.place.row for _, cell in facts.rows] == [
        "advies:besluit-1",
        "besluit-1",
        "reden:besluit-1",
    ]
    assert {cell.place.part for _, cell in facts.rows} == {"afwijking"}
    assert isinstance(request, Paragraph)
    assert "Wilt u bevestigen" in request.spans[0].text


def test_what_changed_since_the_last_version_can_stand_above() -> None:
    changed = replace(
        REPORT, changes=(ChangeRow("Besluiten", "systeem A", "systeem B"),), changed_since=1
    )
    (table,) = below(report_paper(changed), "Gewijzigd sinds versie 1")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["Besluiten", "systeem A", "systeem B"]


def test_a_text_of_control_characters_is_an_empty_text() -> None:
    silent = replace(EMPTY_REPORT, decisions=(DecisionRow("\x00\x01", REPORT.decisions[0].scope),))
    assert "Besluiten" not in headings(report_paper(silent))


def test_a_choice_that_was_confirmed_before_is_told_and_not_asked_again() -> None:
    row = DeviationRow("Zonder onderhoud", "Neem een contract", "Te duur", "b1")
    known = replace(row, id="b2", confirmed_on=REPORT.day)

    def shown(*rows: DeviationRow) -> tuple[list[str], str]:
        document = replace(REPORT, deviations=rows)
        blocks = report_paper(document).blocks
        labels = [label for block in blocks if isinstance(block, Facts) for label, _ in block.rows]
        said = [s.text for b in blocks if isinstance(b, Paragraph) for s in b.spans]
        asked = [text for text in said if "wijken af" in text or "wijkt af" in text]
        return [label for label in labels if label == "Door u bevestigd"], " ".join(asked)

    assert shown(known) == (["Door u bevestigd"], "")
    labels, asked = shown(row, known)
    assert labels == ["Door u bevestigd"]
    assert asked.startswith("Dit besluit wijkt af")
