"""A promise as it is read aloud at the table."""

from __future__ import annotations

from datetime import date

import pytest

from gesprekshulp.language.spoken import spoken

TODAY = date(2026, 3, 12)
FRIDAY, WEDNESDAY, NEXT = date(2026, 3, 13), date(2026, 3, 18), date(2026, 3, 20)


@pytest.mark.parametrize(
    ("typed", "due", "read"),
    [
        ("Ik stuur vrijdag de aangepaste offerte", FRIDAY, "Steven stuurt de aangepaste offerte."),
        ("ik stuur u uiterlijk vrijdag de offerte.", FRIDAY, "Steven stuurt u de offerte."),
        ("Ik bel Annet woensdag over de premie", WEDNESDAY, "Steven belt Annet over de premie."),
        ("Vrijdag stuur ik de offerte", FRIDAY, "Steven stuurt de offerte."),
        ("Ik zal de polis nakijken", None, "Steven zal de polis nakijken."),
        ("Ik heb de lijst morgen klaar", FRIDAY, "Steven heeft de lijst klaar."),
        ("Ik zet het op papier", None, "Steven zet het op papier."),
        (
            "Ik ga de schade melden voor 18 maart",
            date(2026, 3, 17),
            "Steven gaat de schade melden.",
        ),
        ("Ik kom op de koppeling terug", None, "Steven komt op de koppeling terug."),
        ("Ik vraag het na", None, "Steven vraagt het na."),
        ("Ik mail volgende vrijdag het schema", NEXT, "Steven mailt het schema."),
        ("Ik mail volgende vrijdag het schema", FRIDAY, "Steven mailt het schema."),
    ],
)
def test_ik_becomes_who_it_is_and_the_day_goes_below(
    typed: str, due: date | None, read: str
) -> None:
    assert spoken(typed, "Steven", due, TODAY) == read


@pytest.mark.parametrize(
    ("typed", "due", "read"),
    [
        (
            "Joris vraagt de storingslijst woensdag op bij de leverancier.",
            WEDNESDAY,
            "Joris vraagt de storingslijst op bij de leverancier.",
        ),
        ("Vrijdag levert Joris de lijst", FRIDAY, "Vrijdag levert Joris de lijst."),
        ("We komen nog terug op de koppeling", None, "We komen nog terug op de koppeling."),
        ("Ik stuur mijn collega langs", None, "Ik stuur mijn collega langs."),
        ("Ik stuur de cijfers van vrijdag", FRIDAY, "Ik stuur de cijfers van vrijdag."),
        ("Joris levert volgende week een lijst", NEXT, "Joris levert volgende week een lijst."),
        ("offerte vr", FRIDAY, "Offerte."),
        ("Ik xyzzy de lijst", None, "Ik xyzzy de lijst."),
    ],
)  # fmt: skip
def test_what_may_not_stay_right_is_read_as_it_was_typed(
    typed: str, due: date | None, read: str
) -> None:
    name = "Steven" if typed.startswith("Ik stuur mijn") or "xyzzy" in typed else ""
    assert spoken(typed, name, due, TODAY) == read
