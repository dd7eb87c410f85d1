"""Forms that notes of two or three sentences brought; today is Wednesday 4 March 2026."""

from datetime import date

import pytest

from gesprekshulp.language.commitments import Table
from tests.language.reading import reader

WEDNESDAY = date(2026, 3, 4)
TABLE = Table(("Anna Smit", "Bob de Wit"), ("Jan van den Bos", "Els Karsten"))
US, CLIENT, BOTH, THIRD = "adviseur", "klant", "beiden", "derde"
TOMORROW, FRIDAY, MONDAY = "2026-03-05", "2026-03-06", "2026-03-09"
NEXT_FRIDAY = "2026-03-13"
read = reader(TABLE, WEDNESDAY)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Els zei dat ze haar broer zou vragen of hij meedoet.", [(CLIENT, None, True)]),
        ("De boekhouder liet weten dat ze de balans zou nasturen.", [(THIRD, None, True)]),
        ("Bob zou nog kijken of dat kan.", [(US, None, True)]),
        ("De bank zou ons uiterlijk vrijdag mailen.", [(THIRD, FRIDAY, False)]),
        (
            "De notaris zou morgen de akte mailen en ik stuur die vrijdag door.",
            [(THIRD, TOMORROW, False), (US, FRIDAY, False)],
        ),
    ],
)
def test_would_reports_what_was_taken_on(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "Jan zou vrijdag bellen, maar ik heb niets gehoord.",
        "De bank zou ons vrijdag bellen. Niks van vernomen.",
        "Jan zei dat hij liever zou wachten.",
        "Jan zei dat hij zou stoppen als hij zestig was.",
        "Wij zouden vorige week bellen.",
    ],
)
def test_would_binds_nobody_to_a_wish_or_to_what_fell_through(note):
    assert read(note) == []


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Bankman Van Driel was erbij. Hij komt vrijdag met een offerte.",
            [(THIRD, FRIDAY, False)],
        ),
        (
            "Ir. Jorritsma van de accountant zegt toe dat hij vrijdag belt.",
            [(THIRD, FRIDAY, False)],
        ),
        ("De adviseur van de RABO belt ons vrijdag.", [(THIRD, FRIDAY, False)]),
        ("De vereniging voor natuurbeheer maait vrijdag de sloten.", [(THIRD, FRIDAY, False)]),
        ("De vereniging tekent vrijdag de akte.", [(CLIENT, FRIDAY, False)]),
        ("Wij lopen samen met Jan en Els vrijdag de cijfers na, bij hen.", [(BOTH, FRIDAY, False)]),
        ("De aanvraag gaat er vrijdag uit door mij.", [(US, FRIDAY, False)]),
        (
            "De bank mailt Jan morgen het nummer en zodra hij dat heeft geeft hij het door.",
            [(THIRD, TOMORROW, False), (CLIENT, None, False)],
        ),
        ("Ik: offerte, vr. Zij: cijfers, ook vr.", [(US, FRIDAY, False), (CLIENT, FRIDAY, False)]),
        ("Van mijn kant toegezegd: offerte vrijdag.", [(US, FRIDAY, False)]),
        ("Van hun kant: cijfers maandag.", [(CLIENT, MONDAY, False)]),
    ],
)
def test_it_knows_who_of_several_acts(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Ik zoek uit wat het fiscaal doet, vóór zaterdag.", [(US, FRIDAY, False)]),
        ("Wij hebben beloofd dat te berekenen. Vrijdag ligt die er.", [(US, FRIDAY, False)]),
        ("Jan gaat in bezwaar, dat schrijft hij zelf en dat gaat vrijdag de deur uit.",
         [(CLIENT, FRIDAY, False)]),
        ("Ik maak de tekening. Vrijdag hebben jullie hem.", [(US, FRIDAY, False)]),
        ("Ik zou het verslag nog nalopen, daar kom ik morgen aan toe.", [(US, TOMORROW, False)]),
        ('"Geef me tot vrijdag, dan hoor je ja of nee" - mw. Karsten.', [(CLIENT, FRIDAY, False)]),
        ("Jan vroeg wanneer hij de stukken krijgt. Vrijdag, zei ik.", [(US, FRIDAY, False)]),
        ("Wij vroegen wanneer Jan tekent. Maandag, zei hij.", [(CLIENT, MONDAY, False)]),
        ("Ik bel je van de week.", [(US, FRIDAY, False)]),
        ("Zo niet dan trek ik vrijdag aan de bel.", [(US, FRIDAY, False)]),
    ],
)  # fmt: skip
def test_a_day_said_elsewhere_belongs_to_its_promise(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Ik heb gezegd dat ik dan binnen twee weken een advies schrijf.", [(US, None, False)]),
        (
            "De bank belt volgende week, Jan geeft binnen een week daarna antwoord.",
            [(THIRD, NEXT_FRIDAY, False), (CLIENT, None, False)],
        ),
        ("Els tekent de machtiging, volgende afspraak.", [(CLIENT, None, False)]),
        ("Offerte sturen zodra Jan belt.", [(US, None, False)]),
        ("Ik heb gezegd dat ik haar bel, wanneer weet ik nog niet.", [(US, None, True)]),
        ('"Wij gaan voor u uitzoeken hoe het zit", zei ik.', [(US, None, True)]),
    ],
)
def test_it_knows_an_event_from_none(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Niks besloten, behalve dat Jan vrijdag een begroting maakt.", [(CLIENT, FRIDAY, False)]),
        ("Jan vraagt zijn broer morgen of hij meedoet.", [(CLIENT, TOMORROW, False)]),
        ("Daarna kijken we verder.", []),
        ("Graag voor vrijdag de loonstrook aanleveren.", []),
        ("Jan beweert dat ik heb toegezegd de kosten te verlagen.", []),
        ("Jan zegt dat wij vrijdag de polis aanpassen. Klopt niet.", []),
    ],
)
def test_it_knows_a_promise_from_what_only_looks_like_one(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Els appte dat ze hem niet kan vinden en een duplicaat aanvraagt.",
            [(CLIENT, None, True)],
        ),
        (
            "Afgesproken dat wij morgen de polis aanpassen en Els vrijdag de premie betaalt.",
            [(US, TOMORROW, False), (CLIENT, FRIDAY, False)],
        ),
        (
            "Jan beloofde dat hij de sloot maait en het hek herstelt voor zaterdag.",
            [(CLIENT, None, True), (CLIENT, FRIDAY, False)],
        ),
        ("Als de bank heeft gereageerd meldt Jan zich.", [(CLIENT, None, False)]),
        ("Als die niet voor 1 april reageert, schrijft hij een brief.", [(CLIENT, None, False)]),
        ("Lukt dat niet deze week, dan doe ik het.", [(US, None, False)]),
        ("Jan komt vrijdag, Bob ook.", [(CLIENT, FRIDAY, False), (US, FRIDAY, False)]),
        (
            "Jan komt vrijdag langs en tekent dan de akte.",
            [(CLIENT, FRIDAY, False), (CLIENT, FRIDAY, False)],
        ),
        ("De offerte was te laat; hij gaat morgen de deur uit.", [(US, TOMORROW, False)]),
        ("Jan gaat akkoord met de premie.", []),
    ],
)
def test_clauses_that_share_a_verb_a_subject_or_a_day(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Makelaar stuurt hem de brochure, hij stuurt die naar ons door.",
            [(THIRD, None, True), (CLIENT, None, True)],
        ),
        (
            "Wij schakelen een contra-expert in; die neemt vrijdag contact op met Jan.",
            [(US, None, True), (THIRD, FRIDAY, False)],
        ),
        ("Zodra de expert is geweest betaalt Jan wel.", [(CLIENT, None, False)]),
        ("Soms verkoopt Jan eerder. In dat geval belt hij ons.", [(CLIENT, None, False)]),
        ("Vrijdag hebben Jan en ik weer contact.", [(BOTH, FRIDAY, False)]),
        (
            "De accountant excuseert zich en belooft de prognose voor zaterdag.",
            [(THIRD, FRIDAY, False)],
        ),
    ],
)
def test_who_gets_a_thing_goes_on_with_it_and_conditions_close_in_time(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Jan heeft beloofd dat hij vrijdag de premie betaalt.", [(CLIENT, FRIDAY, False)]),
        ("Els heeft toegezegd dat ze de akte ondertekent.", [(CLIENT, None, True)]),
        ("Het is besproken en hij betaalt maandag.", [(CLIENT, MONDAY, False)]),
        ("De lekkage is verholpen en het dak vernieuwd.", []),
        ("Jan had beloofd dat hij de brief verstuurt.", []),
        ("Reken er maar op dat ik vrijdag kom.", [(US, FRIDAY, False)]),
        ("Ik reken erop dat Jan vrijdag tekent.", []),
        ("Els geeft het adres door als het zover is.", [(CLIENT, None, False)]),
        ("De notaris heeft bevestigd dat hij maandag de akte heeft verstuurd.", []),
    ],
)
def test_a_verb_that_looks_like_a_participle_is_read_by_its_clause(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Van Dam begint vrijdag met het herstel.", [(THIRD, FRIDAY, False)]),
        ("Van Jan krijg ik vrijdag de cijfers.", [(CLIENT, FRIDAY, False)]),
        ("Beloofd aan Els: voorbeeld van de lijst, vrijdag.", [(US, FRIDAY, False)]),
        ("Wij leggen ze beide vrijdag voor.", [(US, FRIDAY, False)]),
        ("Op verzoek van Els bel ik haar pas na zes uur, morgen.", [(US, TOMORROW, False)]),
        (
            "Aan tafel ook de adviseur van de bank, mevrouw Prins. Zij mailt ons vrijdag.",
            [(THIRD, FRIDAY, False)],
        ),
        ("Naam verkeerd gespeld, wordt door ons gecorrigeerd.", [(US, None, True)]),
        ("De huurder zegt op.", []),
    ],
)
def test_names_that_nobody_knows_and_days_that_are_hours(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Bob zet de prijzen op een rij, streven is vrijdag.", [(US, FRIDAY, True)]),
        ("Jan schrijft een plan. De deadline is vrijdag.", [(CLIENT, FRIDAY, False)]),
        ("De derde offerte komt vrijdag binnen.", []),
        ("De derde termijn betaalt Jan vrijdag.", [(CLIENT, FRIDAY, False)]),
        ("We gaan het anders doen.", []),
    ],
)
def test_a_day_that_is_aimed_at_and_a_third_that_is_nobody(note, expected):
    assert read(note) == expected
