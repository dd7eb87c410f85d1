"""Results said without an act, lists within a line, and what only looks like a promise."""

from __future__ import annotations

from datetime import date

import pytest

from gesprekshulp.language.commitments import Table
from tests.language.reading import Seen, reader

read = reader(Table(("Nazli Demir", "Bob Kok"), ("Petra Vos", "Wijnand Koppert")), date(2026, 9, 9))

US, CLIENT, BOTH, THIRD = "adviseur", "klant", "beiden", "derde"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # what somebody has, finds or gets by a day was handed over by somebody
        ("Die staat morgen in haar mailbox.", [(US, "2026-09-10", False)]),
        ("Voor woensdag vindt u onze analyse in uw mailbox.", [(US, "2026-09-15", False)]),
        ("De klant heeft vrijdag van ons het rapport.", [(US, "2026-09-11", False)]),
        ("Het rapport is er voor 1 december.", [(US, "2026-11-30", False)]),
        ("Half maart ligt er een plan op haar tafel, heb ik Petra beloofd.",
         [(US, "2027-03-15", False)]),
        ('"Geef me tot vrijdag, dan heb je het overzicht", zei Petra.',
         [(CLIENT, "2026-09-11", False)]),
        ("Notaris bevestigt: de akte komt woensdag onze kant op.",
         [(THIRD, "2026-09-16", False)]),
        # ... and who sees to it is no second promise
        ("Het concept gaat dinsdag de deur uit, regel ik.", [(US, "2026-09-15", False)]),
        ("Petra krijgt van mij nog het formulier, stuur ik morgen.",
         [(US, "2026-09-10", False)]),
        ("Petra ontvangt nog een cadeaubon. Regel ik.", [(US, None, True)]),
        # what somebody is glad of, or leans on, is taken on
        ("Fijn dat Petra heeft toegezegd de cijfers vrijdag te sturen.",
         [(CLIENT, "2026-09-11", False)]),
        ("Ik verwerk de opmerkingen die Petra mij voor vrijdag toestuurt.",
         [(US, None, True), (CLIENT, "2026-09-10", False)]),
        ("Afgesproken dat wij volgende maand een proef draaien.", [(US, "2026-10-31", False)]),
        ("Beloofd: een toelichting op post 4, binnen tien werkdagen.",
         [(US, "2026-09-23", False)]),
    ],
)  # fmt: skip
def test_a_result_is_promised_by_who_brings_it_about(note: str, expected: list[Seen]) -> None:
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Bob: (1) lijst sturen, vr (2) zaal boeken, ma",
         [(US, "2026-09-11", False), (US, "2026-09-14", False)]),
        ("Twee punten voor mij: a) bijlage herschrijven, b) begroting splitsen, vrijdag.",
         [(US, None, True), (US, "2026-09-11", False)]),
        ("Bob: offerte nasturen en factuur corrigeren, vrijdag",
         [(US, "2026-09-11", False), (US, "2026-09-11", False)]),
        ("uitrol wk 48 (Bob), testers aanleveren wk 47 (Petra)",
         [(US, "2026-11-27", False), (CLIENT, "2026-11-20", False)]),
        ("Wie/wat/wanneer: Petra / lijst versturen / 4-11. Bob / adressen zoeken / 2-11.",
         [(CLIENT, "2026-11-04", False), (US, "2026-11-02", False)]),
        ("Bob verwerkt, Petra bevestigt per mail. Termijn: vrijdag.",
         [(US, "2026-09-11", False), (CLIENT, "2026-09-11", False)]),
        ("Actie Petra: koppelt vrijdag de telling terug.", [(CLIENT, "2026-09-11", False)]),
        ("Petra: probeert vrijdag de lijst te sturen", [(CLIENT, "2026-09-11", True)]),
        ("Petra + Bob doen samen de nulmeting, 1 okt", [(BOTH, "2026-10-01", False)]),
        ("Actie Petra: bankafschriften Q1, 7/5.", [(CLIENT, "2027-05-07", False)]),
        ("Wat Petra belooft: de cijfers, voor vrijdag.", [(CLIENT, "2026-09-10", False)]),
        ("ik prob volgende wk de scan af te hebben", [(US, "2026-09-18", True)]),
    ],
)  # fmt: skip
def test_a_list_within_a_line_gives_each_its_promises(note: str, expected: list[Seen]) -> None:
    assert read(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Geen punt, dat regelt Bob begin mei.", [(US, "2027-05-10", False)]),
        ("Ik zoek uit wat het kost en mail dat uiterlijk vrijdag.",
         [(US, None, True), (US, "2026-09-11", False)]),
        ("Bob zei dat hij die van mei heeft gedaan en die van juni in oktober doet.",
         [(US, "2026-10-31", False)]),
        ("Bob neemt waar en belt Petra begin oktober.",
         [(US, None, True), (US, "2026-10-10", False)]),
        ("Ik verwerk wat terecht is voordat het naar de OR gaat.", [(US, None, False)]),
        ("Bob komt vrijdag langs en neemt meteen het plan door.",
         [(US, "2026-09-11", False), (US, "2026-09-11", False)]),
        ("Dat doe ik ook, maar niet meer deze week.", [(US, None, True)]),
        ("Veld BV levert maandag de pallets.", [(THIRD, "2026-09-14", False)]),
        ("Petra zorgt voor ruimte en namen, uiterlijk de 30e.",
         [(CLIENT, "2026-09-30", False)]),
        ("Petra hoort er volgende week meer over.", [(US, "2026-09-18", False)]),
        ("Petra stelt dat op prijs en brengt ze donderdag langs.",
         [(CLIENT, "2026-09-10", False)]),
        ("Petra vraagt haar directie om budget voor 40 stuks.", [(CLIENT, None, True)]),
        ("Wij als kantoor nemen met elkaar de toets af, voor 1 mei.",
         [(US, "2027-04-30", False)]),
        ("Ik moet nog uitzoeken of het mag.", [(US, None, True)]),
        ("Petra zei vrijdag te zullen bellen.", [(CLIENT, "2026-09-11", False)]),
        ("Petra gaf aan vrijdag te bellen.", [(CLIENT, "2026-09-11", False)]),
        ("Petra verwacht vrijdag de lijst te kunnen sturen.", [(CLIENT, "2026-09-11", True)]),
        ("Petra beloofde me vrijdag de lijst.", [(CLIENT, "2026-09-11", False)]),
        ("Petra mag vrijdag op ons rapport rekenen.", [(US, "2026-09-11", False)]),
        ("Petra stuurt de lijst. Wanneer? Vrijdag.", [(CLIENT, "2026-09-11", False)]),
        ("Dat lukt als zij vrijdag de teksten aanlevert, en dat heeft Petra toegezegd.",
         [(CLIENT, "2026-09-11", False)]),
        ("Ik stuur je morgen een lijst, kun jij die invullen?", [(US, "2026-09-10", False)]),
        ("Wijnand laat die maken, wij dienen hem daarna in.",
         [(CLIENT, None, True), (US, None, False)]),
        ("Antwoord volgt uiterlijk donderdag, Bob pakt dit op.", [(US, "2026-09-10", False)]),
        ("Bob belt de bank, vraagt naar de rente en koppelt donderdag terug.",
         [(US, None, True), (US, None, True), (US, "2026-09-10", False)]),
        ("Namens ons stuurt Femke vrijdag de lijst.", [(US, "2026-09-11", False)]),
    ],
)  # fmt: skip
def test_the_sentence_around_it_does_not_hide_a_promise(note: str, expected: list[Seen]) -> None:
    assert read(note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "Bij de vorige taxatie beloofde de bank snel te reageren.",
        "De kraan is per 1 augustus dichtgezet door Wijnand.",
        "Jelle neemt het misschien over, maar dat is nog niet zeker.",
        "Petra is met verlof en komt in maart terug.",
        "Naar de nieuwe auto kijken we volgend jaar wel weer.",
        "Wijnand neemt daar genoegen mee.",
        "Zo niet, dan gaan we gewoon door zoals gepland.",
        "Petra gaat door met de proef.",
        "Petra verwijst naar haar directeur.",
        "Afgerond: koppeling (Bob, 3-2), netwerkscan (Petra, 5-2).",
        "Gevraagd aan Petra: lijst printers, 18/9. Petra: zeg niks toe.",
        "Vader wil afbouwen, zoon juist uitbreiden.",
        "De spuitlicentie is verlopen op 1-2.",
        "Petra kiest voor het nieuwe pakket.",
        "TODO Petra: -.",
        "Petra heeft liever dat wij vrijdag bellen.",
        "De kosten komen in mei ten laste van Petra.",
        "Brief d.d. 12 mei ontvangen.",
        "Petra vraagt bedenktijd tot vrijdag.",
        "Ik geef Petra tot vrijdag de tijd om te reageren.",
        "Petra heeft voor vrijdag een afspraak bij de bank gemaakt.",
    ],
)
def test_what_is_past_put_off_or_idiom_is_no_promise(note: str) -> None:
    assert read(note) == []
