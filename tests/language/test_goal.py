import pytest

from gesprekshulp.language.goal import NO_RESULT, NO_VERB, goal_hint


@pytest.mark.parametrize(
    "goal",
    [
        "heeft Annet gekozen tussen de twee kassasystemen en weten we wie de overstap voorbereidt.",
        "is de offerte ondertekend",
        "weet Joris wat het kost",
        "ligt er een planning voor het tweede kwartaal",
        "is duidelijk wie de back-up controleert",
        "zijn de drie knelpunten benoemd",
        "tekent de raad de overeenkomst",
        "heeft mevrouw Terpstra besloten of ze de polis aanhoudt",
        "is besproken en vastgelegd wie de sleutels beheert",
        "kan Joris zelf de back-up terugzetten",
        "Is afgesproken wie belt?",
    ],
)
def test_a_goal_with_a_verb_and_a_result_needs_no_hint(goal: str) -> None:
    assert goal_hint(goal) == ""


@pytest.mark.parametrize(
    "goal",
    [
        "kennismaken",
        "bijpraten met Annet",
        "de cijfers bespreken",
        "hebben we de cijfers besproken",
        "is het plan toegelicht",
        "hebben wij kennisgemaakt",
        "voortgang zaaksysteem",
        "relatie onderhouden",
        "hebben wij een goed gesprek gehad",
        "offerte presenteren",
    ],
)
def test_a_goal_that_only_says_what_is_done_asks_for_a_result(goal: str) -> None:
    assert goal_hint(goal) == NO_RESULT


@pytest.mark.parametrize("goal", ["akkoord op de offerte", "duidelijkheid en een besluit"])
def test_a_result_without_a_verb_asks_for_a_sentence(goal: str) -> None:
    assert goal_hint(goal) == NO_VERB


@pytest.mark.parametrize("goal", ["", "   ", "...", "12 - 14"])
def test_nothing_is_said_about_an_empty_goal(goal: str) -> None:
    assert goal_hint(goal) == ""


def test_a_long_or_strange_text_does_not_fail() -> None:
    assert goal_hint("é" * 20_000) in (NO_RESULT, NO_VERB, "")
    assert goal_hint("gege " * 5_000) in (NO_RESULT, NO_VERB, "")
