"""One rule of grammar a test, in words of many trades; today is Wednesday 4 March 2026."""

import pytest

from gesprekshulp.language import verb_dictionary, verbs
from gesprekshulp.language.verb_forms import Form
from tests.language.test_sentence_forms import FRIDAY, MONDAY, read

OURS, THEIRS, BOTH, OTHERS = "adviseur", "klant", "beiden", "derde"


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("arrangeert", "arrangeren", Form.THIRD),
        ("opgewarmd", "warmen", Form.PARTICIPLE),
        ("vergaarde", "vergaren", Form.PAST),
        ("na-isoleren", "isoleren", Form.PLURAL),
        ("herziet", "herzien", Form.THIRD),
        ("geüpload", "uploaden", Form.PARTICIPLE),
    ],
)
def test_a_form_leads_back_to_its_infinitive(word, lemma, form):
    found = verbs.verb(word)
    assert found is not None
    assert found.lemma == lemma
    assert form & found.form


@pytest.mark.parametrize("word", ["markten", "voorwaarden", "overwaarde", "banken", "maanden"])
def test_a_noun_is_no_verb_because_it_looks_like_one(word):
    assert verbs.verb(word) is None


def test_the_dictionary_knows_which_forms_are_nouns_as_well():
    assert verb_dictionary.doubled("wensen")
    assert not verb_dictionary.doubled("arrangeren")


@pytest.mark.parametrize(
    ("note", "owner"),
    [
        ("Vrijdag bergt Els de oude lampen op.", THEIRS),
        ("Bob arrangeert vrijdag een proefrit.", OURS),
        ("Het softwarehuis levert vrijdag de module op.", OTHERS),
        ("Vrijdag lopen wij met z'n drieën de akkers af.", BOTH),
        ("Vrijdag blikken Jan, Els en ik terug.", BOTH),
        ("Wij dweilen vrijdag de gang en schrobben vrijdag de trap.", OURS),
    ],
)
def test_the_verb_stands_second_whatever_the_verb(note, owner):
    found = read(note)
    assert {(who, day) for who, day, _ in found} == {(owner, FRIDAY)}


@pytest.mark.parametrize(
    "note",
    [
        "Overdracht aan Jan. Els zoekt hem op. Vrijdag belt hij terug.",
        "Bob sprak mevrouw Karsten. Zij belt vrijdag.",
        "Mevrouw Karsten werd boos op Bob. Vrijdag belt ze hem.",
    ],
)
def test_he_and_she_are_told_apart_by_name_and_title(note):
    assert read(note)[-1][:2] == (THEIRS, FRIDAY)


def test_die_is_the_one_named_last_rather_than_the_subject():
    assert read("Jan belt de loonwerker. Die injecteert vrijdag de kavel.")[-1][0] == OTHERS
    assert read("Nu de akte bij de notaris ligt, stuurt die de kopie vrijdag.")[-1][0] == OTHERS


@pytest.mark.parametrize(
    "note",
    [
        "Communicatie pakt het vrijdag op.",
        "De keukenbrigade van Jan schept de put vrijdag leeg.",
        "Jan: “Onze servicedesk zet de accounts vrijdag over.”",
        "Technische dienst klant: lampen nalopen, vr",
        "Vrijdag leest hun technische dienst de meters uit.",
    ],
)
def test_departments_belong_to_the_side_they_are_named_with(note):
    assert read(note) == [(THEIRS, FRIDAY, False)]


@pytest.mark.parametrize(
    "note",
    [
        "De planner bij ons op kantoor rekent het vrijdag na.",
        "Van mijn kant komt vrijdag een concept.",
        "Vrijdag gaat er van Bob een brief uit.",
        "De lijst ligt vrijdag bij iedereen in de mail.",
        "Mijn huiswerk: de exploitatie doorrekenen, vr.",
    ],
)
def test_what_comes_from_us_is_ours(note):
    assert read(note) == [(OURS, FRIDAY, False)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Wij de tekening, Jan de foto's, alles vrijdag.", [OURS, THEIRS]),
        ("Ik controleer de pomp en Jan de leiding, allebei vrijdag.", [OURS, THEIRS]),
        ("Jan doet de cijfers, Bob de planning, beide vrijdag.", [THEIRS, OURS]),
        ("Wij sturen vrijdag de meting, de klant vrijdag zijn logboek.", [OURS, THEIRS]),
        ("Vrijdag beproef ik de stop en vervangt Jan de zekering.", [OURS, THEIRS]),
        ("Acties: Bob -> regels nalopen (vr), Jan -> bon zoeken (vr)", [OURS, THEIRS]),
    ],
)
def test_work_is_divided_with_one_verb_or_none(note, expected):
    assert read(note) == [(owner, FRIDAY, False) for owner in expected]


@pytest.mark.parametrize(
    "note",
    [
        "Zo is mij op het hart gedrukt: rust. Jan stelt, zo is toegezegd, vrijdag de lijst op.",
        "Jan zal het, naar Els verzekerde, vrijdag opmeten.",
        "Schadeherstel heeft toegezegd vrijdag te komen opnemen.",
        "Genoteerd dat de mastenmaker het want vrijdag vernieuwt.",
        "Op ons verzoek om het op te meten antwoordde Jan dat hij dat vrijdag doet.",
        "Of Jan het opmeet? Tuurlijk, zei hij, vrijdag.",
    ],
)
def test_what_is_reported_counts_once(note):
    assert [day for _, day, _ in read(note)] == [FRIDAY]


@pytest.mark.parametrize(
    "note",
    [
        "Voor de kick-off stel ik de scope vast.",
        "Op de ledenvergadering zal Jan het plan in stemming brengen.",
        "Jan levert de lijst aan, nog voor de vernissage.",
        "Haar oude polis neemt Els mee naar onze volgende afspraak.",
        "Op voorwaarde dat de pachter instemt, koopt Jan het perceel.",
    ],
)
def test_an_event_is_known_by_its_preposition(note):
    ((_, day, vague),) = read(note)
    assert (day, vague) == (None, False)


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("Jan mailt het niet vrijdag maar maandag.", MONDAY),
        ("Ik breng het vrijdag, nee, toch maandag.", MONDAY),
        ("De akte passeert niet. Vrijdag mag het huis leeg. Jan mailt uiterlijk dan.", FRIDAY),
    ],
)
def test_of_two_days_the_last_word_counts(note, day):
    assert read(note)[-1][1] == day


@pytest.mark.parametrize(
    "note",
    [
        "Jan houdt vast aan de norm.",
        "Els voelt daar wel wat voor.",
        "Jan maait het liefst 's ochtends.",
        "“Laat het los”, heb ik Els meegegeven.",
        "Een hogere druk geeft een hoger rendement.",
        "Wie weet koop ik nog eens een kasteel, grapte Els.",
        "Jan belooft al maanden beterschap.",
        "Jan beloofde om het nooit meer te doen.",
        "Bob stelde voor de training te knippen.",
        "Voor vrijdag uitzoeken waarom het lekt? Daar begint Jan niet aan.",
        "Je kunt zoiets alleen schriftelijk overeenkomen, heb ik Els uitgelegd.",
        "Ze behoudt zich het recht voor de premie terug te vorderen.",
        "Bankmutaties door Jan geüpload op 20 januari, met dank.",
        "1. specificatie ontvangen\n2. borg betaald\n3. sleutels overhandigd",
    ],
)
def test_an_attitude_a_joke_or_a_refusal_binds_nobody(note):
    assert read(note) == []


@pytest.mark.parametrize(
    ("note", "owner"),
    [
        ("Vrijdag heb ik de vergunningen op een rij.", OURS),
        ("Uiterlijk vrijdag heeft Els de inventaris op papier.", THEIRS),
        ("De sleutels heb ik vrijdag van Jan in huis.", THEIRS),
        ("Het rapport heeft Els vrijdag van mij in de mail.", OURS),
        ("Dat is vrijdag geregeld, verzekerde Els mij.", THEIRS),
        ("Uiterlijk vrijdag is de lekkage verholpen, beloofde de loodgieter.", OTHERS),
    ],
)
def test_a_result_by_a_day_is_promised_by_who_has_it_ready(note, owner):
    assert read(note) == [(owner, FRIDAY, False)]


@pytest.mark.parametrize(
    ("note", "owner"),
    [
        ("Er ligt een toezegging van Jan om de container vrijdag weg te halen.", THEIRS),
        ("Jan gaf zijn woord dat hij vrijdag betaalt.", THEIRS),
        ("Toen ik doorvroeg zegde Els toe het rapport vrijdag te sturen.", THEIRS),
        ("De schilder liet optekenen dat hij vrijdag begint.", OTHERS),
        ("Het laboratorium heeft laten weten de monsters vrijdag te analyseren.", OTHERS),
        ("Jan staat ervoor in dat de partij vrijdag binnen is.", THEIRS),
        ("Jan drukt mij op het hart dat hij vrijdag betaalt.", THEIRS),
        ("Els zei dat haar collega's de lijst uiterlijk vrijdag ingevuld hebben.", THEIRS),
    ],
)
def test_there_are_many_ways_to_give_ones_word(note, owner):
    assert read(note) == [(owner, FRIDAY, False)]


@pytest.mark.parametrize(
    ("note", "owner"),
    [
        ("Wie: Jan. Wat: contract ondertekenen. Wanneer: vrijdag.", THEIRS),
        ("Wat: dakinspectie\nWie: Bob\nWanneer: vrijdag", OURS),
        ("Samen: begroting doorlopen, vrijdag", BOTH),
        ("Vrijdag: Bob stuurt concept.", OURS),
        ("ik stuur (!) vrijdag de akte naar Els", OURS),
        ("kl. appt vrijdag de meterstanden", THEIRS),
        ("J. stuurt vrijdag de foto's", THEIRS),
    ],
)
def test_a_note_in_columns_or_shorthand_is_read_as_a_sentence(note, owner):
    assert read(note) == [(owner, FRIDAY, False)]


@pytest.mark.parametrize(
    ("note", "owner"),
    [
        ("De begroting rond ik vrijdag af.", OURS),
        ("Die vacature stel ik vrijdag open.", OURS),
        ("Bob bekijkt vrijdag hoe het zit met de erfpacht.", OURS),
        ("Hun beheerders en wij testen vrijdag de lijn.", BOTH),
        ("Een nieuwe mailt Els me vrijdag.", THEIRS),
        ("“Ik kom vrijdag langs”, aldus Jan.", THEIRS),
        ("Els belt, zoals ze zelf voorstelde, vrijdag met de school.", THEIRS),
        ("Jan krijgt het vrijdag voor elkaar.", THEIRS),
        ("Gevraagd of Jan vrijdag kan meten: ja, doet hij.", THEIRS),
        ("Jan zegt: vrijdag maak ik het geld over.", THEIRS),
        ("De waterschapsmedewerker peilt vrijdag de sloot.", OTHERS),
        ("Jan vernietigt, omdat hij toch opruimt, vrijdag de verlopen dossiers.", THEIRS),
    ],
)
def test_words_that_look_like_another_kind_are_told_by_their_place(note, owner):
    assert read(note) == [(owner, FRIDAY, False)]


@pytest.mark.parametrize(
    "note", ["Zodra dat gelukt is belt Jan de bank.", "Als dat rond is, begroot Els de keuken."]
)
def test_that_after_a_joining_word_is_the_subject_of_its_clause(note):
    assert read(note) == [(THEIRS, None, False)]


@pytest.mark.parametrize(
    "note",
    [
        "Garage loopt goed, twee nieuwe bruggen.",
        "Licenties lopen per 1 augustus af.",
        "Contracten gaan in op 1 april.",
        "Polissen lopen door tot 2027.",
        "Els rijdt nu met de bus.",
        "De kinderen doen het goed op school.",
        "Jan wijst naar de gemeente.",
        "Jan heeft alles netjes op een rij.",
        "Els trekt haar aanbod om de groep te leiden weer in.",
        "Ik beloofde eerst te komen. Bij nader inzien doe ik dat toch niet.",
        "Jan sloeg ons aanbod om te helpen beleefd af.",
        "Er was geen toezegging van Jan om te betalen.",
        "De wethouder drong erop aan dat wij vrijdag leveren.",
        "gevr. aan Els: kasboek vrijdag mailen",
        "Wie: Jan en Els. Wat: kennismaking. Waar: kantoor.",
    ],
)
def test_what_runs_by_itself_or_is_taken_back_binds_nobody(note):
    assert read(note) == []
