"""Promises and decisions in the words of a report, beside the registers."""

from __future__ import annotations

from datetime import date

import pytest

from gesprekshulp.language.commitments import Table
from gesprekshulp.language.facts_promises import is_told, promised_at, undecided, unregistered
from gesprekshulp.language.facts_register import Entry

TALK = date(2026, 3, 12)
TABLE = Table(("Steven van Dalen", "Marije Feenstra"), ("Annet Vos", "Joris Vos"))
OFFER = Entry("aangepaste offerte sturen", date(2026, 3, 20), frozenset([date(2026, 3, 20)]))
FAULTS = Entry("storingslijst opvragen bij de leverancier", date(2026, 3, 18))


def promised(text: str, *entries: Entry) -> list[str]:
    return [one.found for one in unregistered(text, entries, TABLE, TALK)]


def decided(text: str, *entries: Entry) -> list[str]:
    return [one.found for one in undecided(text, entries, ())]


@pytest.mark.parametrize(
    "text",
    [
        "Wij sturen u uiterlijk vrijdag 20 maart de prijslijst.",
        "Steven zal de koppeling met de boekhouding nog uitzoeken.",
        "Wij sturen u de handleiding toe.",
        "Annet levert de openingstijden van de winkels aan.",
        "Joris maakt voor 1 april een lijst van de artikelen.",
        "Wij komen begin april langs voor de instructie van het personeel.",
        "Marije zoekt uit of de oude bonprinter kan blijven.",
        "Afgesproken is dat Steven de leverancier belt over de garantie.",
        "Wij hebben toegezegd de licentiekosten na te rekenen.",
        "U ontvangt van ons een nieuw contract.",
        "U ontvangt uiterlijk 27 maart een voorstel voor het onderhoud.",
        "Annet heeft beloofd de jaarcijfers op te sturen.",
        "De aangepaste begroting volgt uiterlijk woensdag 18 maart.",
        "Wij nemen volgende week contact op met de netwerkbeheerder.",
        "Joris gaat de kabels in de winkel in Oostmeer vervangen.",
        "Steven bespreekt dit met zijn collega en koppelt maandag terug.",
        "Wij zullen de webwinkel koppelen zodra de kassa draait.",
        "U laat ons vrijdag weten welke winkel eerst gaat.",
        "Steven en Joris kijken samen op 25 maart naar het netwerk.",
        "Ik mail u morgen het verslag van de vorige keer.",
        "Voor eind maart ontvangt Annet de conceptovereenkomst.",
        "Na de oplevering controleert Marije de instellingen.",
        "Steven regelt een proefopstelling in de winkel.",
        "Uiterlijk 1 mei rondt Joris de inventarisatie af.",
        "Joris vraagt de storingslijst op en stuurt die door.",
    ],
)
def test_a_promise_typed_in_the_text_is_found(text: str) -> None:
    assert promised(text, OFFER, FAULTS)


@pytest.mark.parametrize(
    "text",
    [
        "Annet belt klanten nu pas als de bestelling klaar is.",
        "Steven stuurt vrijdag 20 maart de aangepaste offerte.",
        "Joris werkt op dinsdag en donderdag in de winkel.",
        "De winkels gaan op zaterdag om acht uur open.",
        "Wij adviseren u de kassa voor de zomer te vervangen.",
        "Annet wil weten of de bonprinter kan blijven.",
        "U stuurt de facturen elke maand naar de boekhouder.",
        "Wij spreken elkaar weer op woensdag 15 april 2026.",
        "Steven legde uit hoe de koppeling werkt.",
        "Joris maakt zich zorgen over de overstap.",
        "Annet verwacht dat de omzet in de zomer stijgt.",
        "U betaalt de licentie per winkel en per jaar.",
        "De leverancier levert het systeem in april.",
        "Wij maken gebruik van de bestaande bekabeling.",
        "Joris regelt de roosters van het personeel.",
        "Annet doet de inkoop zelf en houdt een lijst bij.",
        "Steven liet zien wat het systeem kan.",
        "U krijgt bij systeem B een vaste contactpersoon.",
        "Als de kassa uitvalt, belt Joris de helpdesk.",
        "Vorige week stuurde Steven de vergelijking.",
        "Annet geeft de voorkeur aan systeem B.",
        "Joris stelt voor de oude printer te houden.",
        "Wordt de vergunning verleend, dan start de bouw in mei.",
        "Als de stroom uitvalt, neemt de noodvoeding het over.",
        "De aannemer begint op maandag 7 september 2026.",
        "Het college beslist op dinsdag 24 maart 2026.",
    ],
)
def test_what_is_registered_or_how_things_go_may_stand(text: str) -> None:
    assert promised(text, OFFER, FAULTS) == []


def test_each_promise_of_a_text_is_looked_for() -> None:
    text = "Wij sturen u vrijdag 20 maart de prijslijst. Steven stuurt de aangepaste offerte."
    assert len(promised(text)) == 2
    assert len(promised(text, OFFER)) == 1


def test_who_does_it_may_stand_earlier_in_the_sentence() -> None:
    text = "Annet bespreekt dit met Joris en koppelt maandag terug."
    (one,) = unregistered(text, (OFFER,), TABLE, TALK)
    assert one.found == "koppelt maandag terug"
    found = promised_at(text, one.start, TABLE, TALK)
    assert found is not None
    assert found.person == "Annet Vos"


@pytest.mark.parametrize(
    "text",
    [
        "Besloten is om systeem B te kiezen.",
        "We hebben afgesproken dat de oude printer blijft staan.",
        "Annet gaat akkoord met de prijs van 4.000 euro.",
        "Afgesproken is dat de kassa in Oostmeer als eerste wordt vervangen.",
        "Wij spreken af dat onderhoud buiten de opdracht valt.",
        "U heeft besloten de webwinkel later te koppelen.",
    ],
)
def test_a_decision_typed_in_the_text_is_found(text: str) -> None:
    assert decided(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "U heeft nog niet besloten of u het bedrijf overneemt.",
        "Over de koppeling is niets afgesproken.",
        "Joris wil eerst weten wat het kost voordat hij akkoord gaat.",
        "In 2024 is besloten om te stoppen met de webwinkel.",
        "Het besluit over de verbouwing volgt in mei.",
    ],
)
def test_what_was_not_decided_here_may_stand(text: str) -> None:
    assert decided(text) == []


def test_a_decision_of_the_register_may_be_told() -> None:
    kept = Entry("De oude bonprinter blijft staan")
    assert decided("We hebben afgesproken dat de oude bonprinter blijft staan.", kept) == []
    both = "Afgesproken is dat Steven de aangepaste offerte stuurt."
    assert list(undecided(both, (), (OFFER,))) == []


def test_a_row_of_the_register_is_recognised_in_a_text() -> None:
    assert is_told(OFFER, ["Vandaag besproken. Steven stuurt de aangepaste offerte."])
    assert not is_told(OFFER, ["De kassa viel uit."])
