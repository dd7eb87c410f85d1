"""Notes in telegram style: abbreviations, labels without a colon, and what takes up what."""

from datetime import date

import pytest

from gesprekshulp.language.commitments import Table, find_commitments
from gesprekshulp.language.text_units import sentences, tokens
from tests.language.reading import reader

WEDNESDAY = date(2026, 3, 4)
TABLE = Table(("Albert Nijhof", "Bas Kramer"), ("Selma Kaya", "Joris Tielemans"))
US, CLIENT, BOTH, THIRD = "adviseur", "klant", "beiden", "derde"
FRIDAY, MONDAY, TUESDAY = "2026-03-06", "2026-03-09", "2026-03-10"
read = reader(TABLE, WEDNESDAY)


@pytest.mark.parametrize(
    ("note", "count"),
    [
        ("Wij passen de kapitaalrek. aan, vrijdag.", 1),
        ("Cl. levert de bankafschr. Q4 aan.", 1),
        ("kl betaalt openst. fact. binnen 14 dgn", 1),
        ("Boekh. maakt de kolombalans.", 1),
        ("Ik stuur de offerte. Jan tekent.", 2),
        ("ik stuur de offerte. jan tekent.", 2),
        ("Keurig op tijd. complimenten voor Bas.", 2),
        ("offerte sturen, di. selma: lijst, do.", 2),
    ],
)
def test_a_full_stop_behind_an_abbreviation_ends_no_sentence(note, count):
    assert len(sentences(tokens(note))) == count


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # abbreviations of nouns, verbs, roles and terms
        ("Tel. met cl. over de btw. Hij stuurt de facturen vr.", [(CLIENT, FRIDAY, False)]),
        ("Wij ontv. vóór 1-4 de loonstaten van cl.", [(CLIENT, "2026-03-31", False)]),
        ("Penningm. betaalt openst. fact. binnen 14 dgn.", [(CLIENT, "2026-03-18", False)]),
        ("Verz. stuurt bevest. binnen 10 dgn.", [(THIRD, "2026-03-14", False)]),
        ("Afgespr. dat cl. de polis opzoekt, eind mrt.", [(CLIENT, "2026-03-31", False)]),
        ("Secr. stuurt uitnod. volg. week.", [(CLIENT, "2026-03-13", False)]),
        ("Bas stuurt opdrachtbev. overm.", [(US, FRIDAY, False)]),
        # labels and rows without a colon or a day
        ("Huurcontract ontbreekt. Actie cl., de 20e.", [(CLIENT, "2026-03-20", False)]),
        ("Deponeren KvK - wij, zodra de stukken getekend zijn.", [(US, None, False)]),
        ("Polis opvragen - Selma", [(CLIENT, None, True)]),
        (
            "Voorraadlijst (Selma, 3-4), debiteurenlijst (Joris, 8-4) en balans (ik, eind april).",
            [(CLIENT, "2026-04-03", False), (CLIENT, "2026-04-08", False),
             (US, "2026-04-30", False)],
        ),
        # a matter, and who sees to it
        ("Verzoek om uitstel: doe ik maandag.", [(US, MONDAY, False)]),
        ("Stand sanering: Joris levert de lijst in week 14.", [(CLIENT, "2026-04-03", False)]),
        ("De aangifte moet voor 1 juni de deur uit. Regel ik.", [(US, "2026-05-31", False)]),
        ("Eind juni is het rapport klaar, daar zorg ik voor.", [(US, "2026-06-30", False)]),
        ("Kan Joris de kelder leeghalen? Kan hij, dinsdag.", [(CLIENT, TUESDAY, False)]),
        # what is handed over dates the promise before
        ("Ik teken de volmacht en ge hebt ze vrijdag.", [(US, FRIDAY, False)]),
        ("Bas maakt de offerte, Selma heeft hem vrijdag.", [(US, FRIDAY, False)]),
        ("Ik maak het verslag. Dat ligt maandag op uw bureau.", [(US, MONDAY, False)]),
        ("Ik zal het nakijken, mevrouw Kaya, dat ligt er maandag.", [(US, MONDAY, False)]),
        ("Nog te ontv. van cl.: loonstaten, vr", [(CLIENT, FRIDAY, False)]),
        ("Door ons te doen: balans, uiterlijk vrijdag.", [(US, FRIDAY, False)]),
        ("Uiterlijk di: Bas - aangifte indienen", [(US, TUESDAY, False)]),
        ("Jaarrek. af voor 1 mei, toegezegd door Bas.", [(US, "2026-04-30", False)]),
        ("Concept jaarrek. gaat 12-3 naar cl.", [(US, "2026-03-12", False)]),
        ("De polis moet vrijdag weg. Selma zoekt dat uit.", [(CLIENT, FRIDAY, False)]),
        ("Ten laatste vrijdag heeft Selma de attesten gebracht.", [(CLIENT, FRIDAY, False)]),
        ("Joris en zijn vrouw denken er nog over na en bellen mij maandag.",
         [(CLIENT, MONDAY, False)]),
        # consent, and words that only sound like it
        ("Joris ging akkoord om vrijdag te tekenen.", [(CLIENT, FRIDAY, False)]),
        ("Selma vond dat geen punt en levert ze vrijdag in.", [(CLIENT, FRIDAY, False)]),
        ("Bas wist te melden dat de bank vrijdag belt.", [(THIRD, FRIDAY, False)]),
        ("Ik heb op me genomen de akte te lezen.", [(US, None, True)]),
        # the order of words
        ("Afgesproken dat wij dit indienen vóór 1 april.", [(US, "2026-03-31", False)]),
        ("Suppletie: wij dienen in over twee weken.", [(US, "2026-03-18", False)]),
        ("Op- of aanmerkingen geven Selma en Joris vrijdag door.", [(CLIENT, FRIDAY, False)]),
        ("Joris laat vrijdag de grond onderzoekne", [(CLIENT, FRIDAY, False)]),
        ("Daarna tekent Selma de akte.", [(CLIENT, None, False)]),
    ],
)  # fmt: skip
def test_telegram_style_is_read(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "De inspecteur pleegt binnen de zes weken te antwoorden.",
        "Laat de ketel voor de winter keuren, heb ik Joris op het hart gedrukt.",
        "Stuur de brief voor vrijdag, heb ik Selma aangeraden.",
        "Joris is niet akkoord om vrijdag te tekenen.",
        "Joris ging akkoord met ons voorstel om in september te starten.",
        "Tel. cl.: moet de regeling nog aangevraagd worden? Antw.: nee.",
        "Risico: Selma levert de cijfers te laat.",
    ],
)
def test_telegram_style_that_binds_nobody_is_no_promise(note):
    assert read(note) == []


@pytest.mark.parametrize(
    "note",
    ["Wil scant vrijdag de notulen.", "Tandarts v. Loon belt vrijdag.", "Hr. v Loon belt vrijdag."],
)
def test_a_name_is_known_when_it_looks_like_a_verb_or_is_shortened(note):
    table = Table(("Lieke Bouwman",), ("Pim van Loon", "Wil Smit"))
    (found,) = find_commitments(note, table, WEDNESDAY)
    assert found.person in table.clients
