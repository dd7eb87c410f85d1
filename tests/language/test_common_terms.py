"""A day that counts for several promises; today is Wednesday 4 March 2026."""

import pytest

from tests.language.test_sentence_forms import FRIDAY, MONDAY, read


@pytest.mark.parametrize(
    "note",
    [
        "Bob maakt het concept. Els kijkt het na. Allebei uiterlijk vrijdag.",
        "Bob maakt het concept, Els kijkt het na, beide vrijdag.",
        "Bob boekt de zaal en de teamleiders van de klant bellen hun mensen, allebei deze week.",
        "Bob bestelt de tegels; Els meet de keuken op, beide vrijdag klaar.",
        "Deze week nog: Bob belt de bank, Els mailt de notaris.",
        "Afspraken voor het weekend: Bob snoeit de heg, Els ruimt de schuur leeg.",
        "Acties voor het weekend: Bob de bank bellen, Els de notaris mailen.",
        "Uiterlijk vrijdag doen we het volgende: Bob belt de bank, Els mailt de notaris.",
    ],
)
def test_one_day_counts_for_all_that_is_promised(note):
    found = read(note)
    assert [owner for owner, _, _ in found] == ["adviseur", "klant"]
    assert all(day == FRIDAY and not vague for _, day, vague in found)


def test_a_day_of_its_own_stays():
    note = "Bob belt maandag, Els tekent het contract; alles uiterlijk vrijdag."
    assert read(note) == [("adviseur", MONDAY, False), ("klant", FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Allebei vrijdag jarig.",
        "Agenda vrijdag: cijfers, planning.",
        "Bob had de cijfers bij zich, Els de planning, beide van vorig jaar.",
    ],
)
def test_a_day_for_nothing_promised_is_no_promise(note):
    assert read(note) == []
