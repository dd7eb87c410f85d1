"""Wording: what is objected to, what is left alone, and how fast."""

from __future__ import annotations

import time

import pytest

from gesprekshulp.domain.remark import RemarkKind
from gesprekshulp.language.wording import RULES, check_wording
from tests.language.report_sentences import RIGHT, WRONG


def rules_of(*texts: str, **more: object) -> list[str]:
    return [remark.rule for _, remark in check_wording(texts, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_sentence_gets_no_remark(sentence: str) -> None:
    assert [(r.rule, r.found) for _, r in check_wording([sentence])] == []


def test_right_sentences_stay_right_as_one_report() -> None:
    assert [(r.rule, r.found) for _, r in check_wording([" ".join(RIGHT)])] == []
    assert [(r.rule, r.found) for _, r in check_wording(RIGHT)] == []


@pytest.mark.parametrize(("rule", "sentence"), WRONG)
def test_a_wrong_sentence_gets_its_remark(rule: str, sentence: str) -> None:
    assert rule in rules_of(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Steven komt hier zo snel mogelijk op terug.",
        "Steven stuurt u binnenkort de stukken.",
        "Van Dalen zoekt het uit.",
        "Steven belt u nog even over de polis.",
        "De heer Van Dalen probeert de levertijd te verkorten.",
    ],
)
def test_a_promise_of_the_adviser_by_name_is_vague_too(text: str) -> None:
    ours = ("Steven van Dalen",)
    assert [one.rule for _, one in check_wording([text], us=ours)] == ["vage-belofte"]


@pytest.mark.parametrize(
    "text",
    [
        "Steven stuurt u uiterlijk dinsdag 14 april de stukken.",
        "Annet stuurt binnenkort de lijst.",
        "Annet kwam binnenkort bij Steven langs.",
        "Steven vroeg u binnenkort te beslissen.",
    ],
)
def test_what_others_do_or_what_has_a_day_is_no_vague_promise_of_ours(text: str) -> None:
    assert [one.rule for _, one in check_wording([text], us=("Steven van Dalen",))] == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Geesje vind dat de administratie veel tijd kost.", "Geesje vindt"),
        ("Jan de Vries word directeur.", "Vries wordt"),
        ("Mevrouw Van Dam houd de lijst bij.", "Dam houdt"),
        ("Roelof verteld dat het druk is.", "Roelof vertelt"),
        ("Roelof van Beilen bevestigd dat het klopt.", "Beilen bevestigt"),
    ],
)
def test_what_somebody_does_by_name_ends_in_a_t(text: str, fix: str) -> None:
    (found,) = check_wording([text], them=("Roelof van Beilen",))
    assert found[1].fix == fix
    assert found[1].reason.startswith((f"Bij “{fix.split()[0]}”", "Hier staat"))


@pytest.mark.parametrize(
    "text",
    [
        "Roelof van Beilen heeft bevestigd dat het klopt.",
        "Gisteren bevestigd dat het klopt.",
        "Besproken en beoordeeld of het kan.",
        "Roelof, bevestigd dat het klopt.",
        "Dat vind ik ook, en daar word je blij van.",
        "Graag houd ik het zo.",
    ],
)
def test_a_participle_and_the_first_person_stay(text: str) -> None:
    assert rules_of(text, them=("Roelof van Beilen",), familiar=True) == []


def test_best_efforts_and_hearing_from_us_promise_nothing() -> None:
    for text in ("Wij doen ons uiterste best.", "Binnenkort hoort u meer van ons."):
        assert rules_of(text) == ["vage-belofte"]
    assert rules_of("Uiterlijk vrijdag 20 maart hoort u van ons of het kan.") == []


def test_there_are_enough_examples() -> None:
    assert len(RIGHT) >= 60
    assert len(WRONG) >= 80


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_example_of_a_rule_is_wrong_and_its_answer_right(rule) -> None:
    assert rule.id in rules_of(rule.wrong)
    assert rules_of(rule.right) == []
    assert rule.name
    assert rule.reason.endswith(".")


@pytest.mark.parametrize(("rule", "sentence"), WRONG)
def test_a_remark_is_one_sentence_that_says_what_to_do(rule: str, sentence: str) -> None:
    for _, remark in check_wording([sentence]):
        assert remark.kind is RemarkKind.WORDING
        assert remark.reason.endswith(".")
        assert sentence[remark.start : remark.end] == remark.found
        assert "  " not in remark.reason
        assert not set(remark.reason.lower().split()) & {"je", "jij", "jouw"} or rule == "d-of-t"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Dat is vorige week gebeurt.", "Dat is vorige week gebeurd."),
        ("Wat gebeurd er als de stroom uitvalt?", "Wat gebeurt er als de stroom uitvalt?"),
        ("Ik vindt de premie hoog.", "Ik vind de premie hoog."),
        ("Hij betaald de huur.", "Hij betaalt de huur."),
        ("Wordt jij de contactpersoon?", "Word jij de contactpersoon?"),
        ("Wij sturen de de offerte.", "Wij sturen de offerte."),
        ("Er liggen drie quick wins.", "Er liggen drie snelle resultaten."),
        ("Middels deze brief melden wij dit.", "Met deze brief melden wij dit."),
    ],
)
def test_a_fix_makes_it_right(wrong: str, right: str) -> None:
    _, remark = check_wording([wrong])[0]
    assert remark.fix is not None
    assert wrong[: remark.start] + remark.fix + wrong[remark.end :] == right
    assert rules_of(right) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_can_be_switched_off(rule) -> None:
    wrong = next((text for id, text in WRONG if id == rule.id), rule.wrong)
    assert rule.id in rules_of(wrong)
    assert rule.id not in rules_of(wrong, off=[rule.id])


def test_what_the_client_said_is_left_alone() -> None:
    assert rules_of("U zei: “Wij ontzorgen met passie de de klant.”") == []


def test_u_among_je_is_found_over_the_whole_report() -> None:
    texts = ["U levert de cijfers aan. Uw boekhouder helpt daarbij.", "Dan maak jij de lijst."]
    ((number, remark),) = check_wording(texts)
    assert (number, remark.rule, remark.found) == (1, "u-en-je", "jij")


def test_a_report_that_says_je_throughout_is_right() -> None:
    assert rules_of("Je levert de cijfers aan.", "Wij sturen jou de lijst op 3 april.") == []
    assert rules_of("Je levert de cijfers aan.", "En u tekent.", "Jij belt.") == ["u-en-je"]


def test_for_a_client_whom_we_say_u_every_je_is_found() -> None:
    assert rules_of("Je levert de cijfers aan.", familiar=False) == ["u-en-je"]


def test_hours_are_no_address() -> None:
    assert rules_of("Je werkt 36 u per week in een U-bocht.") == []


def test_a_day_makes_a_promise_firm() -> None:
    assert rules_of("Wij komen hier uiterlijk vrijdag 20 maart op terug.") == []
    assert rules_of("Wij komen hier bij de volgende afspraak op terug.") == []


def test_a_claim_with_its_ground_may_stand() -> None:
    ground = "Systeem B is de beste keuze, omdat het per winkel € 90 minder kost."
    assert rules_of(ground) == []


def test_a_sentence_of_25_words_is_not_too_long() -> None:
    assert rules_of(" ".join(["woord", "regel"] * 12) + " slot.") == []
    assert rules_of(" ".join(["woord", "regel"] * 13) + ".") == ["lange-zin"]
    assert rules_of(" ".join(["woord", "regel"] * 12) + " € 500.") == []


def test_abbreviations_and_initials_do_not_end_a_sentence() -> None:
    text = "Dhr. A. de Boer van Kramer B.V. kreeg i.v.m. de bouw ca. 12 brieven, o.a. van de bank"
    assert rules_of(text + " " + "en meer " * 7 + ".") == ["lange-zin"]


def test_the_office_has_its_own_list_of_jargon() -> None:
    assert rules_of("De koploper meldt zich.", jargon_list="koploper: eerste klant") == ["vaktaal"]
    assert rules_of("De roadmap is klaar.", jargon_list="koploper: eerste klant") == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "€", "🙂 " * 300, "a" * 10_000, "“", "\ud800 is"]
)
def test_any_text_can_be_read(text: str) -> None:
    check_wording([text])


def test_a_page_is_read_within_20_milliseconds() -> None:
    page = " ".join((RIGHT * 3)[:60])
    assert len(page.split()) > 500
    check_wording([page])
    times = []
    for _ in range(5):
        start = time.process_time()
        check_wording([page])
        times.append(time.process_time() - start)
    assert min(times) < 0.020


def test_time_is_in_proportion_to_the_text() -> None:
    start = time.process_time()
    check_wording(["de ik wordt je is zo snel mogelijk, wij betaald. " * 3000])
    assert time.process_time() - start < 5
