"""The fixed words of documents in Dutch, with u and with je."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.domain.appointment import GoalReached
from gesprekshulp.domain.decision import Scope, WishAnswer
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.paper import PaperKind
from gesprekshulp.domain.phrase_set import Phrases
from gesprekshulp.domain.report import PartKind

FORMAL = Phrases(
    language=Language.DUTCH,
    form=Form.U,
    kinds={
        PaperKind.REPORT: "Gespreksverslag",
        PaperKind.ACTIONS: "Actielijst",
        PaperKind.DECISIONS: "Besluitenlijst",
        PaperKind.LETTER: "Bevestigingsbrief",
        PaperKind.DOSSIER: "Dossier",
        PaperKind.HANDOVER: "Overdracht",
    },
    headings={kind: kind.value for kind in PartKind},
    scopes={scope: scope.value for scope in Scope},
    reached={answer: answer.value for answer in GoalReached},
    answers={answer: answer.value for answer in WishAnswer},
    reasons=("omdat ", "want ", "vanwege ", "wegens ", "doordat ", "in verband "),
    version="versie",
    page="pagina {page} van {pages}",
    logo="Logo van {firm}",
    rest="Overig",
    changes="Gewijzigd sinds versie {version}",
    client="Klant",
    date="Datum",
    place="Plaats",
    present="Aanwezig",
    absent="Afwezig",
    written_by="Opgesteld door",
    details="Gegevens van het gesprek",
    hour="{time} uur",
    goal_reached="Doel bereikt:",
    goal_opening="Aan het einde van dit gesprek",
    number="Nr",
    what="Wat",
    who="Wie",
    due="Uiterlijk",
    standing="Stand",
    by_phone="telefonisch",
    by_video="per beeldverbinding",
    together="Samen",
    us="Wij",
    no_day="nog geen dag afgesproken",
    dropped="vervallen op {day}",
    kept="nagekomen op {day}",
    was_promised=" (toegezegd: {day})",
    taken_over="overgenomen",
    taken_over_by="overgenomen door {who}",
    moved="toegezegd op {made}{was}, verzet op {on} naar {to}",
    moved_from=" voor {day}",
    still_open_late="staat nog open; toegezegd was {day}",
    still_open_by="staat nog open, uiterlijk {day}",
    still_open="staat nog open, {event}",
    reason="reden",
    meet_again="Wij spreken elkaar weer op {day}{at}{how}.",
    subject="Onderwerp: {title}",
    at_hour=" om {time} uur",
    questions="Klopt dit verslag? Sluit het aan bij wat u verwachtte?",
    please_answer="Wilt u dit uiterlijk {day} laten weten?",
    wish_answered="Op uw wens “{wish}” is ons antwoord: {answer}",
    wish_open="Uw wens: {wish}",
    we_advised="Ons advies",
    you_decided="Uw besluit",
    your_reason="Uw reden",
    confirm_deviation="Dit besluit wijkt af van ons advies. Wilt u bevestigen dat dit uw keuze is?",
    confirm_deviations=(
        "Deze besluiten wijken af van ons advies. Wilt u bevestigen dat dit uw keuzes zijn?"
    ),
    part_of_report="Onderdeel",
    was="Stond er",
    has_become="Staat er nu",
    promises_of_talk="Toezeggingen uit dit gesprek",
    no_promises="In dit gesprek is niets toegezegd.",
    no_decisions="In dit gesprek is niets besloten.",
    decision="Besluit",
    belongs="Opdracht",
    about_talk="Gesprek",
    something_wrong="Klopt er iets niet, of mist u iets? Laat het uiterlijk {day} weten.",
    attention="t.a.v. {person}",
    concerns="Betreft:",
    concerns_talk="bevestiging van ons gesprek van {day}",
    salutation="Geachte {person},",
    salutation_unknown="Geachte heer, mevrouw,",
    we_spoke="Op {day} spraken wij elkaar over “{title}”.",
    i_confirm="Graag bevestig ik u wat wij hebben afgesproken.",
    we_decided="Dit is besloten:",
    against_advice="Hier koos u anders dan wij adviseerden:",
    who_does_what="Dit is toegezegd:",
    still_to_do="Dit staat nog open:",
    letter_questions="Klopt deze brief? Sluit hij aan bij wat u verwachtte?",
    regards="Met vriendelijke groet,",
    enclosed="Bijgevoegd:",
    contents="Inhoud",
)

INFORMAL = replace(
    FORMAL,
    form=Form.JE,
    headings={**FORMAL.headings, PartKind.CLOSING: "Graag je bevestiging"},
    questions="Klopt dit verslag? Sluit het aan bij wat je verwachtte?",
    please_answer="Wil je dit uiterlijk {day} laten weten?",
    wish_answered="Op je wens “{wish}” is ons antwoord: {answer}",
    wish_open="Je wens: {wish}",
    you_decided="Jouw besluit",
    your_reason="Jouw reden",
    confirm_deviation=(
        "Dit besluit wijkt af van ons advies. Wil je bevestigen dat dit jouw keuze is?"
    ),
    confirm_deviations=(
        "Deze besluiten wijken af van ons advies. Wil je bevestigen dat dit jouw keuzes zijn?"
    ),
    something_wrong="Klopt er iets niet, of mis je iets? Laat het uiterlijk {day} weten.",
    salutation="Beste {person},",
    salutation_unknown="Beste lezer,",
    i_confirm="Graag bevestig ik je wat wij hebben afgesproken.",
    against_advice="Hier koos je anders dan wij adviseerden:",
    letter_questions="Klopt deze brief? Sluit hij aan bij wat je verwachtte?",
)
