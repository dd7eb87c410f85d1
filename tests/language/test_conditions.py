"""On which clause a promise hangs."""

from __future__ import annotations

import pytest

from gesprekshulp.language.conditions import condition_of


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Hedwig bespreekt het budget als de offerte er is", "als de offerte er is"),
        ("Hedwig tekent, mits de bank akkoord gaat.", "mits de bank akkoord gaat"),
        ("Tjeerd stuurt de lijst wanneer hij terug is van vakantie", "wanneer hij terug is van"
         " vakantie"),
        ("Ik bel zodra de maatschap tekent. Dat is nodig.", "zodra de maatschap tekent"),
        ("Als de bank akkoord is, tekent Hedwig de akte.", "als de bank akkoord is"),
        ("Tjeerd stuurt de lijst als pdf", ""),
        ("Tjeerd stuurt de lijst als bijlage bij de mail", ""),
        ("Ik stuur de lijst als het lukt", ""),
        ("Ik bel de leverancier als ik meer weet", ""),
        ("Tjeerd meldt wanneer de audit is", ""),
        ("Hedwig kiest als eerste een kleur", ""),
        ("Ik stuur de lijst. Als de bank akkoord is, tekent Hedwig.", ""),
    ],
)  # fmt: skip
def test_a_clause_with_a_verb_holds_a_promise(text: str, condition: str) -> None:
    assert condition_of(text, 0, text.find(".") if "." in text else len(text)) == condition
