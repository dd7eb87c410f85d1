"""Notes that were dictated: no full stops, "eh", "die" after the subject, speech behind "van"."""

from datetime import date

import pytest

from gesprekshulp.language.commitments import Table
from tests.language.reading import reader

WEDNESDAY = date(2026, 3, 4)
TABLE = Table(("Carla Vos", "Bas Kramer"), ("Selma Kaya", "Joris Tielemans"))
US, CLIENT, BOTH, THIRD = "adviseur", "klant", "beiden", "derde"
FRIDAY, MONDAY, TUESDAY = "2026-03-06", "2026-03-09", "2026-03-10"
read = reader(TABLE, WEDNESDAY)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Joris die belt vrijdag de verhuurder.", [(CLIENT, FRIDAY, False)]),
        ("En hun planner die mailt vrijdag de nieuwe ploegindeling.", [(CLIENT, FRIDAY, False)]),
        ("Selma, die zoekt vrijdag de oude polissen op.", [(CLIENT, FRIDAY, False)]),
        ("De loodgieter die komt vrijdag de ketel nakijken.", [(THIRD, FRIDAY, False)]),
        ("Die fotograaf, die van vorig jaar, die levert vrijdag de beelden.",
         [(THIRD, FRIDAY, False)]),
        ("Joris en ik die lopen vrijdag samen de begroting na.", [(BOTH, FRIDAY, False)]),
        ("Die brochure die stuur ik vrijdag op.", [(US, FRIDAY, False)]),
        ("Dat contract dat teken ik vrijdag.", [(US, FRIDAY, False)]),
        ("De boekhouder die heeft de cijfers al gestuurd.", []),
        ("De huurder die vrijdag vertrekt, heeft nog schuld.", []),
        ("De collega die belt, heet Tom.", []),
        ("Mijn zus die woont in Assen.", []),
    ],
)  # fmt: skip
def test_die_takes_up_the_subject_or_the_object(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Ik eh stuur vrijdag uh de tekening.", [(US, FRIDAY, False)]),
        ("Dus Joris, eh, die maakt ehm vrijdag de lijst.", [(CLIENT, FRIDAY, False)]),
        ("Ik heb gezegd dat ik eh vrijdag dat oude bestek bij hem afgeef.", [(US, FRIDAY, False)]),
        ("Nou ja, eh, Selma betaalt vrijdag de rekening.", [(CLIENT, FRIDAY, False)]),
        ("Selma weet eh nog niet of ze uh vrijdag betaalt.", []),
        ("Eh, Joris was vrijdag uh ziek.", []),
    ],
)
def test_a_hesitation_says_nothing(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Joris zei van ik bel vrijdag de bank.", [(CLIENT, FRIDAY, False)]),
        ("Selma zei van nou wij leveren vrijdag die foto's aan.", [(CLIENT, FRIDAY, False)]),
        ("Toen zei Joris ja van ik regel vrijdag een vervanger.", [(CLIENT, FRIDAY, False)]),
        ("Ik zei van ik mail je vrijdag de rekensom.", [(US, FRIDAY, False)]),
        ("Selma had zoiets van ik wacht nog even af.", []),
        ("Joris zei van ik stuur dat niet op.", []),
        ("Selma zei van ik heb vrijdag al gebeld.", []),
    ],
)
def test_speech_behind_van_is_that_of_who_speaks(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Als de bank ja zegt, dan maken wij dat nieuwe plan af.", [(US, None, False)]),
        ("Ik stuur je vrijdag die lijst met namen.", [(US, FRIDAY, False)]),
        ("Morgen ruimt Joris die oude voorraad op.", [(CLIENT, "2026-03-05", False)]),
        ("Afgesproken dat Selma vrijdag dat oude rapport meeneemt.", [(CLIENT, FRIDAY, False)]),
        ("Joris zei dat hij vrijdag die sleutels inlevert.", [(CLIENT, FRIDAY, False)]),
        ("Joris zegt dat de ploeg die vrijdag komt, te laat is.", []),
        ("Ik denk dat ze die monteurs beter eerst kunnen opleiden.", []),
        ("Selma vindt dat wij dat dure pakket moeten nemen, maar goed, dat is haar mening.", []),
    ],
)
def test_dat_and_die_before_a_noun_open_no_clause(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Selma zegt dat de smid die zij kent, vrijdag het hek maakt.", [(THIRD, FRIDAY, False)]),
        ("Joris belooft dat hij de sleutels die wij missen, vrijdag brengt.",
         [(CLIENT, FRIDAY, False)]),
        ("Ik heb beloofd dat ik de post die hier ligt, vrijdag verwerk.", [(US, FRIDAY, False)]),
        ("Joris vraagt of de ploeg die maandag komt, vrijdag terug is.", []),
        ("Selma zegt dat de folder die Joris maakte, vrijdag op was.", []),
        ("Selma zegt dat de man die maandag komt, te weinig weet.", []),
    ],
)  # fmt: skip
def test_what_is_told_goes_on_behind_a_relative_clause(note, expected):
    assert read(note) == expected
