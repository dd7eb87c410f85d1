"""One form of sentence a test, each in a few trades; today is Wednesday 4 March 2026."""

import json
from datetime import date

import pytest

from gesprekshulp.language.commitments import Table, find_commitments
from gesprekshulp.language.terms import read_term
from tests.language.reading import reader
from tests.language.scoring import DATA

WEDNESDAY = date(2026, 3, 4)
TABLE = Table(("Anna Smit", "Bob de Wit"), ("Jan van den Bos", "Els Karsten"))
FRIDAY, MONDAY = "2026-03-06", "2026-03-09"
read = reader(TABLE, WEDNESDAY)


@pytest.mark.parametrize(
    ("note", "owner"),
    [
        ("Met de inschrijving belast ik mijzelf, uiterlijk vrijdag.", "adviseur"),
        ("Vrijdag faseer ik de verhuizing.", "adviseur"),
        ("Jan gritst vrijdag de paden.", "klant"),
        ("Els hertaxeert het pand vrijdag.", "klant"),
        ("Vrijdag kwijten wij ons van de rest.", "adviseur"),
    ],
)
def test_a_verb_in_no_list_is_known_by_what_stands_beside_it(note, owner):
    assert read(note) == [(owner, FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Jan stort de helft, die al sinds juni openstaat, vrijdag op de rekening.",
        "Jan scant het label, waar hij nu nog naar zoekt, uiterlijk vrijdag in.",
        "Jan stuurt het sommetje, ook als het ongunstig is, uiterlijk vrijdag toe.",
        "Jan zal, als ik hem goed begrijp, vrijdag de tekening sturen.",
        "Afgesproken dat Jan, op vrijdag, de tekening stuurt.",
    ],
)
def test_a_clause_goes_on_after_what_is_put_into_it(note):
    assert read(note) == [("klant", FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Jan levert de cijfers vrijdag, Els de notulen maandag.",
        "Jan levert de cijfers vrijdag en Els de notulen maandag.",
        "Jan betaalt de eerste termijn vrijdag, de rest maandag.",
        "Jan betaalt in twee delen: het eerste vrijdag, het tweede maandag.",
        "Jan levert de helft vrijdag en de rest maandag.",
        "Afspraken: Jan begroting vr, Els planning ma",
        "Jan brengt vrijdag de stoelen en maandag de tafels.",
        "Jan gaat vrijdag naar de gemeente en maandag naar het waterschap.",
        "Jan tekent vrijdag en betaalt drie dagen later.",
    ],
)
def test_one_verb_can_serve_two_promises(note):
    assert read(note) == [("klant", FRIDAY, False), ("klant", MONDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Offerte aanpassen - Bob - 6 maart",
        "Offerte | Bob | vr",
        "offerte => Bob, 6 maart",
        "Offerte aanpassen: Bob, vrijdag",
        "Offerte (Bob, vr)",
        "Offerte aanpassen door Bob, vrijdag",
        "Offerte door Bob aangepast uiterlijk vrijdag",
        "Nog uit te zoeken door Bob: vrijdag de prijzen.",
        "BdW mailt vr de offerte",
        "Bob (vr): concept sturen",
        "TODO Bob concept sturen vr",
        "@Bob: concept vr",
        "Concept: Bob (vr)",
        "6/3 Bob concept sturen",
        "Bob vr bellen met klant",
        "Prijzen updaten vr / Bob",
    ],
)
def test_a_line_of_a_table_names_who_what_and_when(note):
    assert read(note) == [("adviseur", FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Bob stuurt de offerte. Dat doet hij uiterlijk vrijdag.",
        "Bob heeft aangeboden de offerte te sturen; uiterlijk vrijdag is dat gebeurd.",
        "Bob stuurt de offerte; vrijdag.",
        "'Kun je de offerte sturen?' vroeg Jan. Doe ik, zei ik, uiterlijk vrijdag.",
    ],
)
def test_the_day_may_stand_in_the_next_sentence(note):
    assert read(note) == [("adviseur", FRIDAY, False)]


@pytest.mark.parametrize(
    ("note", "owner"),
    [
        ("Zijn garagist levert vrijdag de bus.", "derde"),
        ("Hun boekhouder levert vrijdag de cijfers.", "derde"),
        ("Zijn planner levert vrijdag het rooster.", "klant"),
        ("Els haar accountant levert vrijdag de cijfers.", "derde"),
        ("Trainer Wim stuurt vrijdag het programma.", "derde"),
        ("Onze trainer stuurt vrijdag het programma.", "adviseur"),
        ("Elke partij wijst vrijdag iemand aan.", "beiden"),
        ("Wij, Els en ik, lopen het vrijdag na.", "beiden"),
        ("De neef van Jan in Canada tekent vrijdag.", "derde"),
        ("Met de notaris afgesproken dat hij vrijdag mailt.", "derde"),
        ("De nieuwe versie gaat vrijdag de deur uit.", "adviseur"),
        ("Van Bob mag Jan vrijdag een opzet verwachten.", "adviseur"),
        ("Er komt vrijdag een besluit van de gemeente.", "derde"),
    ],
)
def test_whose_promise_it_is_follows_from_the_grammar(note, owner):
    assert read(note) == [(owner, FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Mocht de vergunning komen, dan start Jan met slopen.",
        "Komt de vergunning, dan start Jan met slopen.",
        "Als de melkprijs zakt, verkoopt Jan koeien.",
        "Pas als Els getekend heeft, maak ik de factuur op.",
        "Bij weigering stapt Jan naar de rechter.",
        "Na akkoord van de verzekeraar zetten wij de polis over.",
    ],
)
def test_a_condition_is_something_to_hold_on_to(note):
    assert [(day, vague) for _, day, vague in read(note)] == [(None, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Jan zoekt vier orderpickers per 1 april.",
        "Zijn vrouw doet de administratie.",
        "De winkel sluit op maandag.",
        "De site gaat vrijdag live.",
        "Er komt vrijdag een nieuwe versie.",
        "Leerlingen krijgen in juni hun rapport.",
        "Leden stemmen op 22 maart.",
        "Stuur mij vrijdag de link.",
        "Bijgaand stuur ik u het verslag.",
        "Jan is verplicht de machine te onderhouden.",
        "Jan gaat op 3 april met verlof.",
        "Wie weet trekt het in mei aan.",
        "Jan zou, als het aan hem lag, morgen stoppen.",
        "Jan is per 1 april gestopt.",
        "Vanaf april loopt het contact via mij.",
        "Het rapport is vrijdag klaar.",
    ],
)
def test_what_is_told_asked_or_happens_by_itself_is_no_promise(note):
    assert read(note) == []


def test_single_quotes_speak_as_well_as_double_ones():
    assert read("Els: 'ik stuur je vrijdag de foto's'.") == [("klant", FRIDAY, False)]


def test_the_terms_of_the_table_are_read_as_it_says():
    lines = (DATA / "termen.jsonl").read_text(encoding="utf-8").splitlines()
    wrong: list[str] = []
    for record in map(json.loads, lines):
        term = read_term(record["tekst"], date.fromisoformat(record["peildatum"]))
        day = term.day.isoformat() if term is not None and term.day else None
        if day != record["termijn"]:
            wrong.append(f"{record['tekst']}: {day}")
    assert wrong == []


@pytest.mark.parametrize(
    "note",
    [
        "De drukker levert, aldus zijn planner, vrijdag de folders.",
        "De storing wordt, zo mailde de helpdesk, uiterlijk vrijdag door de monteur verholpen.",
        "De installateur, die nu nog in Zwolle werkt, plaatst vrijdag de ketel.",
        "De tolk, wiens auto kapot is, vertaalt vrijdag de brief.",
        "De notaris heeft, schreef hij, vrijdag de akte klaar.",
    ],
)
def test_a_tag_or_a_relative_clause_does_not_cut_a_promise_in_two(note):
    assert read(note) == [("derde", FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Ik breng, zei ze, vrijdag de monsters langs.",
        "Wie maakt de planning? Els, uiterlijk vrijdag.",
        "Offerte naar de drukker sturen vrijdag - EK.",
        "De folder wordt vrijdag gedrukt en bezorgd. - EK",
        "Els ontwerpt het logo. Opleveren: 6 maart.",
        "Jan gaat de keuken opmeten, heeft hij vrijdag af.",
        "Dat Els vrijdag de sleutels brengt, heeft ze beloofd.",
        "Meneer B. tekent vrijdag.",
        "Over de factuur zei ze: die betaal ik vrijdag.",
    ],
)
def test_what_stands_around_a_promise_says_whose_it_is_and_when(note):
    assert read(note) == [("klant", FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Jan besloot vorige maand de winkel te sluiten.",
        "De gemeente wijst het bezwaar vrijdag af.",
        "Els heeft geprobeerd de arts te bereiken.",
        "De gasten worden door hun eigen vereniging gehuisvest.",
    ],
)
def test_a_decision_a_refusal_and_an_attempt_of_the_past_promise_nothing(note):
    assert read(note) == []


def test_letters_number_the_points_of_a_list():
    note = "BESLUITENLIJST: a. Bob stuurt vrijdag de tekening; b. Jan belt maandag de gemeente."
    assert read(note) == [("adviseur", FRIDAY, False), ("klant", MONDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Eind deze week hebben wij het dak dicht.",
        "Vrijdag heeft Bob de site online.",
        "Voor het weekend heeft onze monteur de ketel weer aan de praat.",
        "Dat formulier krijgt u vrijdag van mij.",
        "Bob rekent drie scenario's door, te beginnen deze week.",
        "Wij maken een voorstel, dat u vrijdag ontvangt.",
        "Els stelde voor dat ik vrijdag langskom. Heb ik toegezegd.",
        "Bob zal, en dat meende hij, de notulen uiterlijk vrijdag rondsturen.",
        "Afgesproken: Bob zou vrijdag bellen.",
        "Ik stuur Jan het concept. Heeft hij vrijdag.",
        "Heb Els een concept beloofd. Krijgt ze uiterlijk vrijdag.",
        "Bob maakt het filmpje. Moet vrijdag online.",
        "Bob rekent het na. Wordt vrijdag.",
        "Wij staan er vrijdag om 7 uur.",
        "Bob legt Jan vrijdag uit hoe de app werkt.",
        "De drukproef mailt Bob vrijdag.",
        "Uiterlijk vrijdag staat de nieuwe site live, aldus Bob.",
        "Facturen gaan vrijdag de deur uit, doe ik zelf.",
        "Of onze helpdesk de scanner vrijdag kan resetten, wilde Els weten. Ja, heb ik geantwoord.",
        "Bob is zo vriendelijk de stukken op te halen, vrijdag.",
    ],
)
def test_a_promise_of_ours_in_other_words(note):
    assert read(note) == [("adviseur", FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "De toezegging van Jan om vrijdag te betalen staat.",
        "De belofte van Els om vrijdag te leveren blijft staan.",
        "Aan Els de schone taak om vrijdag de sleutel te halen.",
        "Jan en zijn broer hakken vrijdag de knoop door.",
        "Op ons verzoek om vrijdag te bellen zei Els ja.",
        "Op de vraag of zij vrijdag de stukken levert, zei Els ja.",
        "Jan stemde in met ons verzoek om de cijfers vrijdag te sturen.",
        "Jan zei ja op de vraag of hij de maten vrijdag kan mailen.",
        "Onze klant hrstelt de lift vrijdag.",
        "Jan heeft gezegd: ik kom vrijdag helpen sjouwen.",
        "Jan sprak af dat Els de stukken aanlevert, uiterlijk vrijdag.",
        "Els gaf ons haar woord dat ze de sleutel vrijdag inlevert.",
        "We kregen van Jan de toezegging dat hij vrijdag betaalt.",
        "Aan Jan voorgelegd of hij vrijdag de noodstroom kan testen. Prima, zei hij.",
        "“Dat certificaat heb je vrijdag op je bureau liggen”, zei technisch manager Karsten.",
        "Er moet nog een handtekening op, die zet Jan vrijdag.",
        "Jan gaf te kennen dat hij de meerprijs vrijdag betaalt.",
        "Els hangt de deuren vrijdag af.",
        "Jan levert de garantie niet morgen aan, maar wel vrijdag.",
        "De raad van toezicht neemt vrijdag een besluit.",
        "De huurders krijgen vrijdag hun borg terug van Els.",
    ],
)
def test_a_promise_of_theirs_in_other_words(note):
    assert read(note) == [("klant", FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Jan wil de stukken vrijdag wel mailen.",
        "Jan probrt vrijdag de cijfers te sturen.",
        "Met een beetje geluk heeft Jan de cijfers vrijdag klaar.",
        "Jan heeft het vrijdag af, denkt hij.",
    ],
)
def test_willing_and_trying_bind_to_nothing(note):
    assert read(note) == [("klant", FRIDAY, True)]


@pytest.mark.parametrize(
    "note",
    [
        "Jan leest graag over geschiedenis.",
        "Els kookt voor het gezin.",
        "Jan zingt in een koor.",
        "Els maakt zich zorgen over vrijdag.",
        "Els stopt per 1 mei.",
        "Jan moet en zal volgend jaar een robot hebben.",
        "De toezegging van Jan om vrijdag te betalen, staat niet meer.",
        "Jan wil de stukken wel mailen, maar weet niet hoe.",
        "Jan heeft de winkel vrijdag dicht.",
        "Els stelde voor dat ik een training geef. Ik heb daarop nee gezegd.",
        "Beste kans maken ze bij de rechter.",
        "Els zal ons nog dankbaar zijn.",
        "Els vertelde dat ze volgende maand stopt.",
        "Jan verkoopt dit weekend zijn huis, hoopt hij.",
        "Jan hoort vrijdag te leveren.",
        "Jan beweert vrijdag te hebben betaald.",
        "Bob heeft de bezichtigingen voor volgende week ingepland.",
        "Jan krijgt vrijdag bezoek van de inspectie.",
        "Onze raad aan Jan: bestel die pannen nu. Hij knikte maar zei er niets bij.",
        "Jan heeft vorige week beloofd de cijfers te sturen, maar ze zijn er nog niet.",
        "Jan meldt zich morgen ziek, zei hij grappend.",
        "Jan bood aan de helft te dragen, maar zijn zus wees dat af.",
    ],
)
def test_how_somebody_lives_or_feels_is_no_promise(note):
    assert read(note) == []


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("Jan tekent vrijdag, wij betalen een week later.", "2026-03-13"),
        ("Jan tekent vrijdag en Bob belt de dag erna.", "2026-03-07"),
        ("Jan tekent vrijdag en Bob belt de week daarop.", "2026-03-13"),
        ("Jan komt vrijdag, Bob stuurt de stukken een dag eerder.", "2026-03-05"),
        ("Jan tekent maandag en Bob verwerkt dat diezelfde week.", "2026-03-13"),
        ("Jan tekent 31 maart, Bob belt de maand erna.", "2026-04-30"),
    ],
)
def test_a_term_may_count_from_the_day_said_before(note, day):
    assert read(note)[1] == ("adviseur", day, False)


@pytest.mark.parametrize(
    "note", ["Bij vorst leggen wij het werk stil.", "Bij klachten belt Bob de fabriek."]
)
def test_a_circumstance_is_something_to_hold_on_to(note):
    assert read(note) == [("adviseur", None, False)]


def test_an_organisation_at_the_table_is_known_by_its_kind():
    table = Table(("Anna Smit",), ("Bouwbedrijf Terwisscha", "De Zonnebloem"))
    owners = [
        str(found.owner)
        for note in ("Het bouwbedrijf stort vrijdag.", "De drukker stuurt vrijdag een proef.")
        for found in find_commitments(note, table, WEDNESDAY)
    ]
    assert owners == ["klant", "derde"]


@pytest.mark.parametrize(
    "note",
    [
        "We lopen, Els en ik, vrijdag de polis door.",
        "Over en weer wijzen wij en de klant uiterlijk vrijdag een aanspreekpunt aan.",
        "Jan en ik zien elkaar vrijdag op de zaak.",
        "Schouw vrijdag om 10:00, Bob en Els lopen dan samen alles na.",
    ],
)
def test_two_sides_may_act_as_one(note):
    assert read(note) == [("beiden", FRIDAY, False)]


def test_an_organisation_is_no_he_while_somebody_else_can_be():
    note = "Ik sprak Jan over de bank. Bob belt de bank vrijdag. Maandag heeft hij de lijst klaar."
    assert read(note)[-1][1] == MONDAY
    assert "derde" not in [owner for owner, _, _ in read(note)]


@pytest.mark.parametrize(
    ("note", "action"),
    [
        ("Ik zoek uit of de lades passen.", "uitzoeken of de lades passen"),
        ("Els vraagt na of de prijzen kloppen.", "navragen of de prijzen kloppen"),
        ("Ik ga na welke medewerkers dat willen.", "nagaan welke medewerkers dat willen"),
        ("Ik zoek vrijdag uit of alle polissen nog lopen.", "uitzoeken of alle polissen nog lopen"),
    ],
)
def test_finding_out_says_what_is_to_be_found(note, action):
    (found,) = find_commitments(note, TABLE, WEDNESDAY)
    assert found.action == action
