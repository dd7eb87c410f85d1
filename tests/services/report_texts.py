"""Ten reports as advisers write them, in good Dutch, each with its dossier. Invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Told:
    """A report: who it is about, who was there, what was promised, and what it says."""

    client: str
    present: tuple[str, ...]
    promises: tuple[tuple[str, str, date | None], ...]
    text: str
    absent: tuple[str, ...] = ()


def day(month: int, number: int) -> date:
    return date(2026, month, number)


TEXTS = (
    Told(
        "Hoveniersbedrijf Terpstra", ("Gerrit Terpstra", "Wietske Terpstra"),
        (("Steven", "prognose voor 2027 uitwerken", day(3, 27)),),
        "Gerrit vertelde dat de omzet in 2025 met 8% is gegroeid, tot € 612.000. De marge bleef"
        " gelijk, omdat het plantgoed duurder werd. Wietske wil weten of een derde bus uit kan.\n\n"
        "We namen de jaarrekening door. De liquiditeit is voldoende voor een aanbetaling van"
        " € 15.000, maar niet voor twee bussen tegelijk. Steven werkt uiterlijk vrijdag 27 maart de"
        " prognose voor 2027 uit. Daarna kiest u of u koopt of least.",
    ),
    Told(
        "Gemeente Duinswolde", ("Fatma Yilmaz", "Bram de Wit"),
        (("Fatma Yilmaz", "lijst van processen aanleveren", day(3, 19)),),
        "De gemeente wil het zaaksysteem voor 1 januari 2027 vervangen. Bram legde uit dat drie"
        " afdelingen er nu buitenom werken, met eigen spreadsheets. Dat kost naar schatting zes uur"
        " per week.\n\nU hecht aan een rustige overgang: eerst Burgerzaken, later Vergunningen."
        " Fatma levert donderdag 19 maart de lijst van processen aan. Over de koppeling met de"
        " basisregistratie is niets afgesproken.",
    ),
    Told(
        "Maatschap Oosterbaan-Dijkstra", ("Klaas Oosterbaan", "Anneke Dijkstra"),
        (("Steven", "scenario's voor stoppen, krimpen en omschakelen doorrekenen", day(4, 10)),),
        "Het bedrijf telt 94 melkkoeien op 61 hectare. Sinds de derogatie is afgebouwd, voert u"
        " jaarlijks 900 ton mest af. Anneke noemde dat geen houdbare situatie.\n\nWe bespraken drie"
        " richtingen: stoppen, krimpen of omschakelen naar biologisch. Uw zoon Sjoerd"
        " heeft nog niet"
        " besloten of hij het bedrijf overneemt. Steven rekent de drie scenario's voor vrijdag 10"
        " april door. U praat intussen met Sjoerd over zijn plannen.",
    ),
    Told(
        "Praktijk Zuiderdiep", ("Mirjam Haveman",), (("Mirjam Haveman", "polis opsturen", None),),
        "Mirjam heeft haar praktijk voor fysiotherapie sinds 2018 en werkt met vier collega's in"
        " loondienst. De arbeidsongeschiktheidsverzekering keert nu uit tot 60 jaar; u wilt dat tot"
        " 67 jaar.\n\nDe premie stijgt daardoor van € 214 naar € 331 per maand. Een"
        " eigen risico van"
        " een jaar in plaats van een half jaar scheelt € 58. U denkt daarover na en stuurt de polis"
        " op. Wij vergelijken daarna drie verzekeraars.",
    ),
    Told(
        "Bakkerij De Halm", ("Annet Vos", "Joris Vos"),
        (
            ("Steven", "offerte aanpassen naar drie winkels", day(3, 13)),
            ("Joris Vos", "storingslijst opvragen bij de leverancier", day(3, 18)),
        ),
        "Op twee zaterdagen werkte de kassa in Heerdam niet. Klanten betaalden contant of liepen"
        " weg. Annet schat de schade op € 1.800.\n\nWe vergeleken twee systemen. Systeem A is"
        " goedkoper, maar kan bestellingen van de webwinkel niet tonen. Systeem B kan dat wel."
        " Annet kiest voor systeem B. Joris vraagt de storingslijst woensdag 18 maart op bij de"
        " leverancier; Steven past de offerte morgen aan naar drie winkels.",
    ),
    Told(
        "Stichting De Brug", ("Henk Postma", "Ria van Leeuwen"),
        (("Henk Postma", "notulen van de ledenraad sturen", day(3, 16)),),
        "De stichting heeft 41 vrijwilligers en twee betaalde krachten. Ria merkte op dat de"
        " taken niet zijn beschreven, zodat nieuwe mensen lang moeten zoeken. Henk stelde voor om"
        " eerst de taken van de penningmeester op te schrijven.\n\nHet bestuur vergadert op"
        " dinsdag 7 april. Henk stuurt ons maandag 16 maart de notulen van de ledenraad. Wie"
        " de website bijhoudt, is nog een open vraag.",
    ),
    Told(
        "Van der Meulen Transport", ("Sybren van der Meulen",),
        (("Steven", "verzekering van de nieuwe trekker regelen", day(3, 20)),),
        "Sybren heeft twee chauffeurs aangenomen en een trekker gekocht. De wagenlijst telt nu"
        " veertien voertuigen. De vorige polis dekte alleen schade binnen Nederland en België,"
        " terwijl u ook in Duitsland rijdt.\n\nSteven regelt voor vrijdag 20 maart de verzekering"
        " van de nieuwe trekker. Tot die dag rijdt u er niet mee over de grens. Over de korting bij"
        " schadevrij rijden hoort u van de verzekeraar zelf.",
    ),
    Told(
        "Familie Hoekstra", ("Jelle Hoekstra", "Marloes Hoekstra"),
        (("Jelle Hoekstra", "pensioenoverzicht ophalen", day(3, 26)),),
        "U wilt over drie jaar minder werken en de hypotheek in 2034 hebben afgelost. De schuld is"
        " nu € 168.400 en de rente staat vast tot oktober 2029, op 1,6%.\n\nMarloes"
        " vroeg of aflossen"
        " verstandiger is dan sparen. Bij een spaarrente van 2,1% levert sparen nu meer op. Jelle"
        " haalt voor 26 maart het pensioenoverzicht op. Als dat er is, maken wij een plan voor de"
        " jaren tot uw pensioen.",
    ),
    Told(
        "Kramer Techniek", ("Erik Kramer", "Lotte Brouwer"),
        (("Lotte Brouwer", "urenstaat van februari sturen", day(3, 13)),),
        "Lotte houdt sinds januari de planning bij. De monteurs vullen hun uren op papier in en"
        " leveren die op maandag in, waardoor facturen gemiddeld elf dagen later uitgaan. Erik"
        " wil dat terugbrengen tot twee dagen.\n\nEen app op de telefoon kost € 7 per monteur per"
        " maand. Erik kiest daar nu niet voor: hij wil eerst weten wat er misgaat. Lotte stuurt"
        " morgen de urenstaat van februari.",
    ),
    Told(
        "Apotheek Westeinde", ("Yvonne Smit",),
        (("Steven", "privacyverklaring nakijken", day(4, 2)),),
        "De inspectie bezocht de apotheek in januari. In haar rapport staan twee verbeterpunten:"
        " de toegang tot dossiers en het bewaren van recepten. Yvonne heeft het eerste punt al"
        " opgelost.\n\nVoor het tweede punt zijn er twee manieren. U kunt recepten scannen en het"
        " papier vernietigen, of een kluis huren. Scannen is op termijn goedkoper. Steven kijkt"
        " de privacyverklaring na, uiterlijk donderdag 2 april.",
    ),
)  # fmt: skip


WRONG = (
    ("naam-bijna-goed", "Wilemijn Hendriksen is ziek."),
    ("naam-bijna-goed", "Willemijn Hendrikson stuurt geen stukken."),
    ("naam-bijna-goed", "Bakkerij De Halmm groeit."),
    ("naam-bijna-goed", "Anett was blij met de uitleg."),
    ("naam-bijna-goed", "Van Daalen Advies maakt de offerte."),
    ("naam-bijna-goed", "Steeven van Dalen legde de cijfers uit."),
    ("naam-bijna-goed", "Jorris leest mee."),
    ("dag-klopt-niet", "Wij zien elkaar op dinsdag 24 april 2026."),
    ("dag-klopt-niet", "De levering is maandag 1 juni a.s. tot en met woensdag 2 juni."),
    ("dag-klopt-niet", "Het gesprek was op 30 februari 2026."),
    ("dag-klopt-niet", "De keuring is vr 14 mei."),
    ("dag-klopt-niet", "Wij komen zaterdag 4-4-2027."),
    ("anders-dan-register", "Steven stuurt de aangepaste offerte uiterlijk 27 maart."),
    ("anders-dan-register", "Het onderhoud kost € 1.520 per jaar."),
    (
        "anders-dan-register",
        "De storingslijst vraagt Annet op bij leverancier Kassatech, uiterlijk 19 maart.",
    ),
    ("niet-aanwezig", "Joris gaf aan dat de printer kapot is."),
    ("niet-aanwezig", "Willemijn Hendriksen merkte op dat het druk is."),
    ("niet-aanwezig", "Joris Vos wil een nieuwe oven."),
    ("niet-aanwezig", "Ook Joris was het daarmee eens."),
    ("niet-aanwezig", "Daarop vroeg Joris naar de prijs."),
    ("belofte-niet-in-register", "Annet mailt ons maandag 16 maart de foto's."),
    ("belofte-niet-in-register", "Wij leveren de handleiding voor 1 april."),
    (
        "belofte-niet-in-register",
        "Steven komt volgende week dinsdag langs om de printer te bekijken.",
    ),
    ("open-plek", "De datum is nog te bepalen: PM."),
    ("open-plek", "Aantal: ..... stuks."),
    ("open-plek", "Prijs € XX per maand."),
    ("open-plek", "Contactpersoon: <naam>."),
    ("open-plek", "Zie bijlage [invullen]."),
    ("open-plek", "Dhr./mevr. Vos was aanwezig."),
    ("superlatief", "Wij leveren de hoogste kwaliteit."),
    ("superlatief", "Dit is veruit het beste systeem."),
    ("superlatief", "Onze dienstverlening is uniek in de regio."),
    ("superlatief", "U bent hiermee gegarandeerd klaar voor de toekomst."),
    ("superlatief", "Dit lost al uw problemen op."),
    ("foldertaal", "Samen gaan wij voor een optimaal resultaat."),
    ("foldertaal", "Wij nemen u dit werk volledig uit handen."),
    ("foldertaal", "Een naadloze integratie van alle processen."),
    ("foldertaal", "Wij denken graag met u mee."),
    ("vage-belofte", "Wij komen hier binnenkort op terug."),
    ("vage-belofte", "Ik ga erachteraan."),
    ("vage-belofte", "Wij houden u op de hoogte."),
    ("vage-belofte", "U hoort zo spoedig mogelijk van ons."),
    ("lijdend", "Er wordt contact opgenomen met de leverancier."),
    ("lijdend", "De cijfers zullen worden nagekeken."),
    ("lijdend", "De handleiding wordt nog toegestuurd."),
    ("vaktaal", "Wij doen een deep dive in de cijfers."),
    ("vaktaal", "De stakeholders zijn aligned."),
    ("vaktaal", "Dat is een no-brainer."),
    ("u-en-je", "Stuur je cijfers voor die tijd op."),
    ("u-en-je", "Jullie kiezen daarna."),
    ("d-of-t", "De monteur word morgen gebeld."),
    ("d-of-t", "Annet heeft dat beloofd, maar het gebeurd niet."),
    ("d-of-t", "Hij heeft de factuur betaalt."),
    ("d-of-t", "Wat vindt je daarvan?"),
    ("d-of-t", "Dat is niet gebeurt."),
    ("d-of-t", "De prijs is verhoogt."),
    ("d-of-t", "Hij antwoord niet."),
    ("d-of-t", "U heeft dat vermeldt."),
    ("d-of-t", "De leverancier bied korting."),
    ("dubbel-woord", "Dat kan kan niet."),
    ("spelling", "Het systeem is gister uitgevallen met een foutmeldig."),
    ("spelling", "De oven moet vervange worden."),
    ("spelling", "De kosten zijn gestijgt."),
)
"""Sentences that must be found, with the rule that finds them, for the dossier of the bakery."""
