"""Facts: names, weekdays, open places, and what the registers say."""

from __future__ import annotations

import time
from datetime import date

import pytest

from gesprekshulp.language.commitments import Table
from gesprekshulp.language.facts import (
    Names,
    absent_speakers,
    misspelt_names,
    placeholders,
)
from gesprekshulp.language.facts_days import wrong_days
from gesprekshulp.language.facts_promises import undecided, unregistered
from gesprekshulp.language.facts_register import Entry, against_register, amounts
from tests.language.report_sentences import RIGHT

TALK = date(2026, 3, 12)
NAMES = Names.of(
    ["Annet Vos", "Joris Vos", "Els de Boer", "Fenna Wiersma", "Mohamed Azzaoui", "Bas Oudkerk",
     "Steven van Dalen", "Bakkerij De Halm", "Gemeente Zuiderwolde", "Kramer Techniek B.V."]
)  # fmt: skip
TABLE = Table(("Steven van Dalen",), ("Annet Vos", "Joris Vos"))


def names_in(text: str) -> list[tuple[str, str | None]]:
    return [(one.found, one.fix) for one in misspelt_names(text, NAMES)]


# --- names ---


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Wij spraken met Anet over de kassa.", "Anet", "Annet"),
        ("De vraag kwam van Fenna Wiersema.", "Wiersema", "Wiersma"),
        ("De heer Azaoui beheert het pakket.", "Azaoui", "Azzaoui"),
        ("In Zuiderwodle liggen de archieven.", "Zuiderwodle", "Zuiderwolde"),
        ("De offerte van Krammer Techniek is binnen.", "Krammer", "Kramer"),
        ("Volgens Mohammed werkt het.", "Mohammed", "Mohamed"),
        ("Gesprek met Oudkerck.", "Oudkerck", "Oudkerk"),
        ("De lijst is van Stefen.", "Stefen", "Steven"),
        ("Annet Voss tekent de offerte.", "Voss", "Vos"),
        ("De offerte is voor mevrouw Voss.", "Voss", "Vos"),
        ("Wij spraken met Annet Bos over de kassa.", "Bos", "Vos"),
        ("Het bezoek aan Els de Boet was kort.", "Boet", "Boer"),
        ("De lijst is van Bass.", "Bass", "Bas"),
    ],
)
def test_a_name_that_is_almost_right_is_found(text: str, wrong: str, right: str) -> None:
    assert names_in(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Annets bakkerij en Joris' winkel in Heerdam.",
        "Mevrouw Annet Vos en de heer De Boer.",
        "Kramer Techniek B.V. en KRAMER leveren de pers.",
        "De heer Bos kocht een vos.",
        "Annet en Bos spraken met Kos.",
        "Volgens Annet Visser komt Joris Dijk ook.",
        "Anna en Annette kwamen niet.",
        "Bakkers en bakkerijen in Zuiderwolde.",
    ],
)
def test_another_name_is_left_alone(text: str) -> None:
    assert names_in(text) == []


def test_with_a_dictionary_the_start_of_a_sentence_counts_too() -> None:
    def is_word(word: str) -> bool:
        return word == "kamer"

    found = [
        one.found for one in misspelt_names("Anet belt. Kamer van Koophandel.", NAMES, is_word)
    ]
    assert found == ["Anet"]


# --- days ---


@pytest.mark.parametrize(
    ("text", "found", "fix"),
    [
        ("Op vrijdag 12 maart 2026 spraken wij u.", "vrijdag 12 maart 2026",
         "donderdag 12 maart 2026"),
        ("Uiterlijk maandag 20 maart sturen wij het.", "maandag 20 maart", "vrijdag 20 maart"),
        ("Dat was maandag 3 februari.", "maandag 3 februari", "dinsdag 3 februari"),
        ("Klaar op wo 1 apr. 2027", "wo 1 apr. 2027", "do 1 apr. 2027"),
        ("Zaterdag 14-4-2026 komt hij.", "Zaterdag 14-4-2026", "Dinsdag 14-4-2026"),
        ("Op dinsdag de 15e april 2026", "dinsdag de 15e april 2026",
         "woensdag de 15e april 2026"),
    ],
)  # fmt: skip
def test_a_wrong_weekday_is_found(text: str, found: str, fix: str) -> None:
    (one,) = wrong_days(text, TALK)
    assert (one.found, one.fix) == (found, fix)
    assert one.reason.endswith("; verander de dag of de datum.")


@pytest.mark.parametrize(
    "text",
    ["Klaar op 31 april.", "Uiterlijk 29 februari 2027.", "Op 31 juni belt hij."],
)
def test_a_date_that_does_not_exist_is_found(text: str) -> None:
    (one,) = wrong_days(text, TALK)
    assert "bestaat niet" in one.reason


@pytest.mark.parametrize(
    "text",
    [
        "Donderdag 12 maart, vrijdag 13 maart en do 19 mrt 2026.",
        "Dinsdag 3 februari was de vorige keer.",
        "Vrijdag 5 maart komt hij weer langs.",  # right in a year
        "Op 1 mei, op 3-4-2026, 3-4 weken, 1/2 dag en versie 12.3.",
        "Vanaf maandag 5 januari tot vrijdag 31 december 2027.",
    ],
)
def test_a_right_day_is_left_alone(text: str) -> None:
    assert list(wrong_days(text, TALK)) == []


# --- open places ---


@pytest.mark.parametrize(
    "text",
    [
        "Beste [naam], hierbij het verslag.", "De premie is [bedrag invullen].",
        "Prijs: XXX per maand.", "Prijs € xxx,-", "Klant {{ klant.naam }} tekent.",
        "Loopt t/m <datum>.", "Het aantal is [x]", "Wij leveren ??? stuks.",
        "Ondertekend door ______.", "TODO cijfers van Ruud", "Budget: n.t.b.",
        "De startdatum is nader te bepalen.", "Kosten: tbd", "{% if prijs %} 3 {% endif %}",
        "Lorem: lorem ipsum dolor", "Naam: .......", "De levering is op [INVULLEN].",
        "Aan [NAAM KLANT].",
    ],
)  # fmt: skip
def test_a_place_left_open_is_found(text: str) -> None:
    assert {one.rule for one in placeholders(text)} == {"open-plek"}


@pytest.mark.parametrize(
    "text",
    [
        "De startdatum is n.t.b.; wij stellen die uiterlijk 20 maart vast.",
        "De startdatum is n.t.b. Marije kiest hem voor de volgende afspraak.",
        "Zie noot [1] en [sic]. Volgens hem […] [...] klopt dat.",
        "Maat XXL, Windows XP en de XX-serie.", "Wat nu?", "Wordt vervolgd...",
        "Voor p.m. staat € 5.000.", "Ruimte [12] en formule a < b > c.",
    ],
)  # fmt: skip
def test_what_was_meant_so_may_stand(text: str) -> None:
    assert [one.found for one in placeholders(text)] == []


# --- who spoke ---


def speakers(text: str) -> list[str]:
    return [one.found for one in absent_speakers(text, ["Joris Vos", "Els de Boer"], ["Annet Vos"])]


def test_somebody_who_was_not_there_cannot_have_said_it() -> None:
    assert speakers("Joris zei dat de kassa uitviel.") == ["Joris zei"]
    assert speakers("Joris Vos gaf aan dat hij tekent.") == ["Joris Vos gaf aan"]
    assert speakers("Els de Boer vroeg om de lijst.") == ["Els de Boer vroeg"]


def test_what_was_said_elsewhere_or_by_others_may_stand() -> None:
    assert speakers("Joris liet vooraf weten dat hij tekent.") == []
    assert speakers("Annet zei dat Joris de lijst maakt.") == []
    assert speakers("Joris levert de cijfers aan.") == []
    assert speakers("Volgens Annet vond Joris dat ook.") == []


# --- the registers ---

OFFER = Entry("aangepaste offerte voor de kassa sturen", date(2026, 3, 13),
              frozenset([date(2026, 3, 13)]))  # fmt: skip
BUDGET = Entry("Het budget voor de nieuwe kassa is € 12.500")


def against(text: str, *entries: Entry) -> list[tuple[str, str | None]]:
    return [(one.found, one.fix) for one in against_register(text, entries, TALK)]


def test_another_day_than_the_register_has_is_found() -> None:
    text = "Wij sturen de aangepaste offerte voor de kassa op 20 maart."
    assert against(text, OFFER) == [("20 maart", None)]


def test_of_one_long_word_the_deed_must_be_the_same() -> None:
    entry = Entry("jaarrekening sturen", date(2026, 3, 20), frozenset({date(2026, 3, 20)}))

    def told(text: str) -> bool:
        return bool(list(against_register(text, [entry], TALK)))

    assert told("Steven stuurt de jaarrekening uiterlijk 27 maart.")
    assert not told("Steven stuurt de jaarrekening uiterlijk 20 maart.")
    assert not told("De jaarrekening wordt op 27 maart besproken.")
    assert not told("Steven stuurt de offerte uiterlijk 27 maart.")


def test_the_day_of_the_register_may_stand() -> None:
    text = "Wij sturen de aangepaste offerte voor de kassa op vrijdag 13 maart 2026."
    assert against(text, OFFER) == []


def test_a_day_that_was_moved_may_stand() -> None:
    moved = Entry(OFFER.what, date(2026, 3, 20), frozenset([date(2026, 3, 20), date(2026, 3, 13)]))
    text = "De aangepaste offerte voor de kassa sturen wij niet op 13 maart."
    assert against(text, moved) == []


def test_history_and_other_matters_are_left_alone() -> None:
    assert against("De eerste offerte voor de kassa van 3 maart was te hoog.", OFFER) == []
    assert against("Op 20 maart komt de monteur.", OFFER) == []
    both = "De offerte voor de kassa van 3 april vervangt de aangepaste offerte van 20 april."
    assert against(both, OFFER) == []


def test_another_amount_than_the_register_has_is_found() -> None:
    text = "Annet noemde voor de nieuwe kassa een budget van € 15.200."
    assert against(text, BUDGET) == [("€ 15.200", "€ 12.500")]
    assert against("Het budget voor de nieuwe kassa is 12.500 euro.", BUDGET) == []
    assert against("Het budget voor de nieuwe kassa is € 12.500,00.", BUDGET) == []


def test_amounts_are_read_as_people_write_them() -> None:
    text = "€ 1.250, €12,50, 300 euro, EUR 4.000,- en € 7"
    assert [cents for _, _, cents in amounts(text)] == [125000, 1250, 30000, 400000, 700]


# --- all of it ---


@pytest.mark.parametrize("sentence", RIGHT)
def test_right_sentences_get_no_remark(sentence: str) -> None:
    found = [
        *misspelt_names(sentence, NAMES),
        *wrong_days(sentence, TALK),
        *placeholders(sentence),
        *absent_speakers(sentence, ["Joris Vos"], ["Annet Vos"]),
        *against_register(sentence, [OFFER, BUDGET], TALK),
    ]
    assert [(one.rule, one.found) for one in found] == []


def test_a_page_is_checked_within_20_milliseconds() -> None:
    page = " ".join((RIGHT * 3)[:60])

    def check() -> None:
        list(misspelt_names(page, NAMES))
        list(wrong_days(page, TALK))
        list(placeholders(page))
        list(absent_speakers(page, ["Joris Vos", "Els de Boer"], ["Annet Vos"]))
        list(against_register(page, [OFFER, BUDGET] * 5, TALK))
        list(unregistered(page, [OFFER, BUDGET] * 5, TABLE, TALK))
        list(undecided(page, [BUDGET] * 5, [OFFER] * 5))

    check()
    times = []
    for _ in range(5):
        start = time.process_time()
        check()
        times.append(time.process_time() - start)
    assert min(times) < 0.020


@pytest.mark.parametrize("text", ["", "\n", "[" * 5000, "€" * 5000, "31-31-31 " * 500, "A" * 9999])
def test_any_text_can_be_read(text: str) -> None:
    list(misspelt_names(text, NAMES))
    list(wrong_days(text, TALK))
    list(placeholders(text))
    list(absent_speakers(text, ["Joris Vos", "("], []))
    list(against_register(text, [OFFER], TALK))
    list(unregistered(text, [OFFER], TABLE, TALK))
    list(undecided(text, [BUDGET], [OFFER]))


def test_the_day_of_the_register_is_offered_when_it_has_the_weekday_that_was_written() -> None:
    said = "Joris levert de lijst woensdag 19 maart 2026 aan."
    (one,) = wrong_days(said, date(2026, 3, 12), [date(2026, 3, 18)])
    assert one.fix == "woensdag 18 maart 2026"
    assert "donderdag; in het register staat woensdag 18 maart" in one.reason
    (other,) = wrong_days(said, date(2026, 3, 12), [date(2026, 4, 1)])
    assert other.fix == "donderdag 19 maart 2026"


@pytest.mark.parametrize(
    "text",
    [
        "Steven stuurt de offerte op 2026-12-04.",
        "Ik stuur de offerte op 04.12.2026.",
        "De offerte wordt op 4/12/2026 gestuurd.",
        "Steven stuurt de offerte van 1520,- euro.",
        "Steven stuurt de offerte van EUR 1.520,00.",
    ],
)
def test_a_day_or_amount_that_differs_is_seen_however_it_is_written(text: str) -> None:
    due = date(2026, 12, 3)
    promise = Entry("offerte van € 1.250,50 sturen", due, frozenset({due}))
    (found,) = against_register(text, [promise], date(2026, 11, 26))
    assert found.rule == "anders-dan-register"


@pytest.mark.parametrize(
    "text",
    [
        "Steven stuurt de offerte van 1250,50 euro op 2026-12-03.",
        "Steven stuurt op 03.12.2026 de offerte.",
        "Annet bekeek de offerte van € 1.520.",
        "Versie 4.12.2026.1 draait.",
    ],
)
def test_the_same_day_or_amount_in_another_notation_is_no_difference(text: str) -> None:
    due = date(2026, 12, 3)
    promise = Entry("offerte van € 1.250,50 sturen", due, frozenset({due}))
    assert list(against_register(text, [promise], date(2026, 11, 26))) == []


def test_a_name_without_its_accents_is_almost_right() -> None:
    names = Names.of(["Çağla Öztürk", "Zoë van der Meer"])
    found = [
        (one.found, one.fix)
        for one in misspelt_names("Wij spraken Cagla Ozturk en Zoe.", names, lambda _: False)
    ]
    assert found == [("Cagla", "Çağla"), ("Ozturk", "Öztürk"), ("Zoe", "Zoë")]
