"""What changed between two versions, as a reader sees it."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.ids import CommitmentId, DecisionId, ReportId
from gesprekshulp.domain.language import Language
from gesprekshulp.domain.report import (
    ChangeRow,
    CommitmentRow,
    DecisionRow,
    DiscussedItem,
    ExtraPart,
    PartKind,
    ReportPart,
)
from gesprekshulp.domain.report_changes import changes_between
from gesprekshulp.domain.report_version import ReportContent
from tests.exchange.word.examples import REPORT

ONE = ReportContent(
    replace(
        REPORT,
        decisions=(
            DecisionRow("We kiezen systeem A.", Scope.INSIDE),
            DecisionRow("De webwinkel later.", Scope.OUTSIDE),
        ),
        commitments=(CommitmentRow("Offerte sturen", "Steven", "vrijdag 13 maart 2026"),),
        discussed=(DiscussedItem("Storingen", ("Twee keer zonder kassa.", "Wij bellen.")),),
        extra=(),
    ),
    (),
    decisions=(DecisionId("a"), DecisionId("b")),
    commitments=(CommitmentId("p"),),
)


def changed(**more: object) -> tuple[ChangeRow, ...]:
    ids = {key: more.pop(key) for key in ("decision_ids", "commitment_ids") if key in more}
    after = replace(ONE, document=replace(ONE.document, **more))  # type: ignore[arg-type]
    if "decision_ids" in ids:
        after = replace(after, decisions=ids["decision_ids"])  # type: ignore[arg-type]
    return changes_between(ONE, after)


def test_two_versions_that_say_the_same_have_no_changes() -> None:
    assert changes_between(ONE, ONE) == ()


def test_a_decision_in_other_words_is_one_change() -> None:
    rows = (DecisionRow("We kiezen systeem B.", Scope.INSIDE), ONE.document.decisions[1])
    assert changed(decisions=rows) == (
        ChangeRow(
            "Besluiten",
            "We kiezen systeem A (binnen de opdracht)",
            "We kiezen systeem B (binnen de opdracht)",
        ),
    )


def test_decisions_in_another_order_are_no_change() -> None:
    rows = tuple(reversed(ONE.document.decisions))
    assert changed(decisions=rows, decision_ids=tuple(reversed(ONE.decisions))) == ()


def test_another_scope_is_a_change() -> None:
    rows = (ONE.document.decisions[0], replace(ONE.document.decisions[1], scope=Scope.INSIDE))
    (one,) = changed(decisions=rows)
    assert one.before.endswith("(buiten de opdracht)")
    assert one.after.endswith("(binnen de opdracht)")


def test_what_came_has_no_before_and_what_went_no_after() -> None:
    rows = (ONE.document.decisions[0], DecisionRow("Een derde winkel erbij", Scope.INSIDE))
    ids = (DecisionId("a"), DecisionId("c"))
    assert [(row.before, row.after) for row in changed(decisions=rows, decision_ids=ids)] == [
        ("", "Een derde winkel erbij (binnen de opdracht)"),
        ("De webwinkel later (buiten de opdracht)", ""),
    ]


def test_a_promise_with_another_day_is_one_change() -> None:
    (one,) = changed(commitments=(CommitmentRow("Offerte sturen", "Steven", "maandag 16 maart"),))
    assert one.where == "Toezeggingen"
    assert one.before == "Offerte sturen · Steven · vrijdag 13 maart 2026"


def test_a_paragraph_that_was_changed_stands_beside_its_old_words() -> None:
    said = ("Drie keer zonder kassa.", "Wij bellen.", "Iets heel nieuws over parkeren.")
    assert changed(discussed=(DiscussedItem("Storingen", said),)) == (
        ChangeRow("Besproken: Storingen", "Twee keer zonder kassa.", "Drie keer zonder kassa."),
        ChangeRow("Besproken: Storingen", "", "Iets heel nieuws over parkeren."),
    )


def test_an_own_part_that_was_added_is_told_under_its_own_name() -> None:
    (one,) = changed(extra=(ExtraPart("Kosten", ("Het wordt duurder.",)),))
    assert one == ChangeRow("Kosten", "", "Het wordt duurder.")


def test_the_request_to_confirm_counts_only_where_the_adviser_wrote_it() -> None:
    assert changed(closing=("Klopt dit? Graag antwoord voor 1 mei.",)) == ()
    own = (ReportPart("s", ReportId("r"), 0, PartKind.CLOSING, "", edited=True),)
    after = replace(ONE, document=replace(ONE.document, closing=("Bel mij.",)), parts=own)
    assert {row.where for row in changes_between(ONE, after)} == {"Graag uw bevestiging"}


def test_headings_stand_in_the_language_of_the_report() -> None:
    after = replace(ONE, document=replace(ONE.document, decisions=(), language=Language.ENGLISH))
    assert {row.where for row in changes_between(ONE, after)} >= {"Decisions"}


def test_a_part_that_got_another_heading_is_one_change() -> None:
    same = DiscussedItem("Kassa en storingen", ONE.document.discussed[0].paragraphs)
    assert changed(discussed=(same,)) == (
        ChangeRow("Besproken: kop gewijzigd", "Storingen", "Kassa en storingen"),
    )


def test_what_changed_below_another_heading_is_told_under_the_heading_of_now() -> None:
    said = ("Twee keer zonder kassa.", "Wij bellen u.")
    assert changed(discussed=(DiscussedItem("Kassa", said),)) == (
        ChangeRow("Besproken: kop gewijzigd", "Storingen", "Kassa"),
        ChangeRow("Besproken: Kassa", "Wij bellen.", "Wij bellen u."),
    )


def test_another_heading_above_other_words_is_one_gone_and_one_come() -> None:
    found = changed(discussed=(DiscussedItem("Planning", ("In april beginnen we.",)),))
    assert {(row.where, bool(row.before), bool(row.after)) for row in found} == {
        ("Besproken: Planning", False, True),
        ("Besproken: Storingen", True, False),
    }


def test_an_own_part_with_another_heading_is_told_in_the_language_of_the_report() -> None:
    old = replace(ONE, document=replace(ONE.document, extra=(ExtraPart("Risks", ("It rains.",)),)))
    english = replace(
        old.document, extra=(ExtraPart("Weather", ("It rains.",)),), language=Language.ENGLISH
    )
    found = changes_between(old, replace(old, document=english))
    assert ChangeRow("Heading changed", "Risks", "Weather") in found
