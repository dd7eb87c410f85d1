"""Long sentences: what is put between two commas, who says it, and what is said again later."""

from __future__ import annotations

from datetime import date

import pytest

from gesprekshulp.language.commitments import Table, find_commitments

WEDNESDAY = date(2026, 9, 9)
TABLE = Table(("Nazli Demir", "Bob Kok"), ("Wijnand Koppert", "Sylwia Nowak", "Ben Maduro"))

US, CLIENT, BOTH, THIRD = "adviseur", "klant", "beiden", "derde"
FRIDAY, MONDAY = date(2026, 9, 11), date(2026, 9, 14)


def read(note: str) -> list[tuple[str, date | None]]:
    return [(found.owner.value, found.day) for found in find_commitments(note, TABLE, WEDNESDAY)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # appositions
        ("Het dak wordt door Van Leer, de vaste aannemer, uiterlijk 3 oktober hersteld.",
         [(THIRD, date(2026, 10, 3))]),
        ("Wijnand vertelde dat zijn buurman, een oude boer, vrijdag de heg knipt.",
         [(THIRD, FRIDAY)]),
        # relative clauses behind the subject of a "dat" clause
        ("Sylwia meldde dat de gemeente, die de vergunning verleent, eind oktober beslist.",
         [(THIRD, date(2026, 10, 31))]),
        ("Ben liet weten dat zijn schoonmaker, met wie hij al jaren werkt, maandag de ramen lapt.",
         [(CLIENT, MONDAY)]),
        # concessions and conditions
        ("Wijnand zei dat hij, hoewel hij weinig tijd heeft, de stallen vrijdag schoonmaakt.",
         [(CLIENT, FRIDAY)]),
        ("Wijnand zegt dat hij, al ziet hij ertegenop, zijn broer maandag zal bellen.",
         [(CLIENT, MONDAY)]),
        ("Bob meldde dat hij, omdat de weg dicht is, pas maandag langskomt.", [(US, MONDAY)]),
        ("Bob zal - dat heeft hij beloofd - maandag de tekeningen opsturen.", [(US, MONDAY)]),
        ("Sylwia heeft, hoewel ze het druk heeft, toegezegd om maandag te helpen met de zaal.",
         [(CLIENT, MONDAY)]),
        ("Bob belooft dat hij, net als vorig jaar, de boom maandag snoeit.", [(US, MONDAY)]),
        ("Ik zorg er, samen met Bob, voor dat de kast vrijdag staat.", [(US, FRIDAY)]),
        # whole clauses with "en"
        ("Ben heeft beloofd, en zijn vrouw was erbij, om de sleutels vrijdag terug te brengen.",
         [(CLIENT, FRIDAY)]),
        ("Ik heb, en daar hecht ik aan, met Sylwia afgesproken dat wij vrijdag samen snoeien.",
         [(BOTH, FRIDAY)]),
        ("Wij hebben afgesproken - en dat staat ook in het verslag - dat Ben de olie maandag "
         "ververst.", [(CLIENT, MONDAY)]),
        # a term put in, or in a relative clause at the end
        ("Ben bevestigde dat alles eerder, dus voor zaterdag, wordt gebracht door zijn zoon.",
         [(CLIENT, FRIDAY)]),
        ("Bob lost het lek op in de nieuwe versie, die half november verschijnt.",
         [(US, date(2026, 11, 15))]),
        ("Maandag, zodra de zaal open is, kom ik de stoelen brengen.", [(US, MONDAY)]),
        # who says it does not matter
        ("Op mijn vraag wie er gaat, antwoordde Sylwia dat Ben vrijdag de bus rijdt.",
         [(CLIENT, FRIDAY)]),
        ("Wij schetsten de gevolgen, waarop Sylwia toezegde maandag een plan te maken.",
         [(CLIENT, MONDAY)]),
        ("Sylwia denkt dat haar team de bus vrijdag kan wassen en heeft zich daarop vastgelegd.",
         [(CLIENT, FRIDAY)]),
        # names and plural subjects before verbs that look like something else
        ("Ben controleert vrijdag de remmen.", [(CLIENT, FRIDAY)]),
        ("Onze engineers monteren ze maandag.", [(US, MONDAY)]),
        ("Zodra de raad positief heeft beslist, start Sylwia met de verhuizing.", [(CLIENT, None)]),
        # telegram
        ("Magazijn opruimen: Ben en ik samen, maandag.", [(BOTH, MONDAY)]),
        ("Nieuwe gevel: wij, dit jaar nog.", [(US, date(2026, 12, 31))]),
        ("acties: ik -> ladders (ma), Ben -> verf (vr), samen -> schuren 20-9",
         [(US, MONDAY), (CLIENT, FRIDAY), (BOTH, date(2026, 9, 20))]),
        # terms that point back, and years that belong to a noun
        ("Sylwia tekent voor 1 januari. De bank verlengt het krediet per die datum.",
         [(CLIENT, date(2026, 12, 31)), (THIRD, date(2027, 1, 1))]),
        ("De kalender voor 2027 wordt door ons half november gepubliceerd.",
         [(US, date(2026, 11, 15))]),
        ("Bob herschrijft het boek, zodat iedereen het snapt. Hij heeft dat vrijdag klaar.",
         [(US, FRIDAY)]),
        ("De voorzitter van CNV zegt dat hij maandag de leden raadpleegt.", [(THIRD, MONDAY)]),
        ("Ben schrijft het stuk en levert dat vrijdag bij ons in.", [(CLIENT, FRIDAY)]),
    ],
)  # fmt: skip
def test_what_is_put_in_does_not_hide_who_promises_what_when(
    note: str, expected: list[tuple[str, date | None]]
) -> None:
    assert read(note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "De wet verplicht het bedrijf om ongevallen binnen een dag te melden.",
        "Ben weigert de huur vrijdag te betalen.",
        "Sylwia verwacht dat de gemeente, die traag is, in maart beslist.",
    ],
)
def test_a_duty_by_law_and_a_refusal_are_no_promises(note: str) -> None:
    assert read(note) == []
