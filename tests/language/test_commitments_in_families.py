"""Families of sentences that other writers brought: each with a few of its kind."""

from __future__ import annotations

from datetime import date

import pytest

from gesprekshulp.language.commitments import Table, find_commitments

WEDNESDAY = date(2026, 9, 9)
TABLE = Table(("Nazli Demir", "Bob Kok"), ("Wijnand Koppert", "Sylwia Nowak", "Glenn Maduro"))

US, CLIENT, BOTH, THIRD = "adviseur", "klant", "beiden", "derde"


def owners(note: str) -> list[str]:
    return [found.owner.value for found in find_commitments(note, TABLE, WEDNESDAY)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # a function before the name of somebody at the table
        ("Opzichter Maduro meet volgende maand de kozijnen op.", [CLIENT]),
        ("Product owner Sylwia Nowak prioriteert deze week de lijst.", [CLIENT]),
        ("Vrijdag bestelt pluimveehouder Koppert de warmtewisselaars.", [CLIENT]),
        # departments and heads of them
        ("Hoofd HR van de klant publiceert de vacature maandag.", [CLIENT]),
        ("De afdelingshoofden van de klant reageren daarop uiterlijk 15 oktober.", [CLIENT]),
        ("Hun eigen chauffeur brengt de pallets morgen, zei Wijnand.", [CLIENT]),
        ("Onze klant ontruimt het erf voor 1 december.", [CLIENT]),
        ("Mijn kantoorgenoot schat in januari de proceskansen in.", [US]),
        ("Over twee weken schuift onze pensioenspecialist bij u aan.", [US]),
        # a promise put into other verbs
        ("Ik sta er persoonlijk voor in dat de overzetting volgende week rond is.", [US]),
        ("Ik beloof dat de stukken vrijdag klaarliggen.", [US]),
        ("Halverwege volgende week kunt u onze bevindingen tegemoetzien.", [US]),
        ("Binnen acht werkdagen ligt er van onze kant een herziene aanbieding.", [US]),
        ("De bank heeft schriftelijk bevestigd het ingehouden geld vrijdag uit te keren.", [THIRD]),
        ("Het te veel betaalde bedrag storten wij voor de 20e terug.", [US]),
        # two subjects in a sentence
        ("Onze planner boekt de zaal en de teamleiders van de klant nodigen vrijdag mensen uit.",
         [US, CLIENT]),
        ("Ik mag hem bellen van Wijnand en dat ga ik overmorgen ook doen.", [US]),
        ("De bedrijfsarts roept Sylwia in week 40 op. In mei bouwt zij haar uren op.",
         [THIRD, CLIENT]),
        # who works for whom
        ("Onze expert inspecteert volgende week woensdag de luifel.", [US]),
        ("Collega Hatice screent eind deze maand de vier kandidaten.", [US]),
        ("Haar chauffeurs lossen over een week de laatste partij, zei Sylwia.", [CLIENT]),
        ("Het tandtechnisch lab vervaardigt vrijdag de proefkroon.", [THIRD]),
        ("Zodra de gunning rond is, bemensen Sylwia en wij samen het bureau.", [BOTH]),
        ("Wijnand zorgt voor het podium en wij voor het geluid, beide uiterlijk 4 juli.",
         [CLIENT, US]),
        # telegram
        ("doe ik nog: UPO's opvragen bij de fondsen, uiterlijk 9 okt", [US]),
        ("Samen met Wijnand: roosters dichttimmeren, uiterlijk 26 nov", [BOTH]),
        ("met Wijnand afgesrpoken dat we in okt samen de opbrengst doorrekenen", [BOTH]),
        ("ik zoek nog uit hoe 't zit met de bpm", [US]),
    ],
)  # fmt: skip
def test_it_is_known_who_binds_themselves(note: str, expected: list[str]) -> None:
    assert owners(note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "Wijnand melkt om half zes 's ochtends en om vijf uur 's middags.",
        "Het dubbele scherm spreekt Wijnand het meest aan.",
        "Sylwia bereikt op 9 oktober haar AOW-leeftijd.",
        "Volgens de cao gaan de lonen op 1 juli met drie procent omhoog.",
        "Meneer Koppert liet weten dat hij zijn belofte om het dak te repareren intrekt.",
        "De gemeente beloofde het plan in oktober af te ronden, maar kwam die belofte niet na.",
        "Let op!! bezwaartermijn loopt 9 april af",
        "Bij faillissement gaat de fiscus voor.",
        "Gras maait Wijnand normaal half mei.",
        "De club zoekt een penningmeester, liefst voor 1 september.",
        "Sylwia staat erop dat wij dinsdag langskomen.",
        "Ik bood aan om maandag te komen. Hoefde niet van Wijnand.",
        'Sylwia schreef vorige week: "Ik regel de scheidsrechters." Dat is keurig gebeurd.',
    ],
)
def test_what_only_looks_like_a_promise_is_none(note: str) -> None:
    assert owners(note) == []


def test_a_day_that_comes_after_says_when_it_is_done() -> None:
    (found,) = find_commitments("Ik schrijf het plan uit, half jan is dat klaar.", TABLE, WEDNESDAY)
    assert found.day == date(2027, 1, 15)


def test_a_word_of_reserve_with_a_noun_is_no_reserve_about_the_promise() -> None:
    (found,) = find_commitments("Ik fotografeer morgen alles ivm evt gedoe.", TABLE, WEDNESDAY)
    assert (found.day, found.vague) == (date(2026, 9, 10), False)
