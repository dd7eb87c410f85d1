"""The fixed words of documents: headings, labels and sentences, by language and form of address.

Everything that the program itself writes in what a client receives stands here, so that a document
is in one language from head to foot, and says u or je throughout.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.domain import dutch_dates
from gesprekshulp.domain.appointment import GoalReached
from gesprekshulp.domain.decision import Scope, WishAnswer
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.paper import PaperKind
from gesprekshulp.domain.report import PartKind

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language and form. Those with a place in braces are made by a method."""

    language: Language
    form: Form
    kinds: Mapping[PaperKind, str]
    headings: Mapping[PartKind, str]
    scopes: Mapping[Scope, str]
    reached: Mapping[GoalReached, str]
    answers: Mapping[WishAnswer, str]
    reasons: tuple[str, ...]
    version: str
    page: str
    logo: str
    rest: str
    changes: str
    client: str
    date: str
    place: str
    present: str
    absent: str
    written_by: str
    details: str
    hour: str
    goal_reached: str
    goal_opening: str
    number: str
    what: str
    who: str
    due: str
    standing: str
    by_phone: str
    by_video: str
    together: str
    us: str
    no_day: str
    dropped: str
    kept: str
    was_promised: str
    taken_over: str
    taken_over_by: str
    moved: str
    moved_from: str
    still_open_late: str
    still_open_by: str
    still_open: str
    reason: str
    meet_again: str
    subject: str
    at_hour: str
    questions: str
    please_answer: str
    wish_answered: str
    wish_open: str
    we_advised: str
    you_decided: str
    your_reason: str
    confirm_deviation: str
    confirm_deviations: str
    part_of_report: str
    was: str
    has_become: str

    def long_day(self, day: date) -> str:
        """ "vrijdag 27 november 2026" or "Friday 27 November 2026"."""
        if self.language is Language.DUTCH:
            return dutch_dates.long_day(day)
        return f"{_WEEKDAYS[day.weekday()]} {self.day_and_year(day)}"

    def day_and_year(self, day: date) -> str:
        """ "27 november 2026" or "27 November 2026"."""
        if self.language is Language.DUTCH:
            return dutch_dates.day_and_year(day)
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def day_and_month(self, day: date) -> str:
        """ "vrijdag 27 november" or "Friday 27 November"."""
        if self.language is Language.DUTCH:
            return dutch_dates.day_and_month(day)
        return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"

    def closing(self, reply_by: date) -> str:
        """The two questions about the report, and until when an answer is asked for."""
        return f"{self.questions} {self.please_answer.format(day=self.long_day(reply_by))}"

    def with_reason(self, said: str, reason: str) -> str:
        """A statement with its reason, which is typed as people speak: with "omdat" or without."""
        reason = " ".join(reason.split()).rstrip(".")
        if not reason:
            return said
        if reason.lower().startswith(self.reasons):
            return f"{said}, {reason[0].lower()}{reason[1:]}"
        return f"{said}; {self.reason}: {reason}"


DUTCH = Phrases(
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
)

_INFORMAL = replace(
    DUTCH,
    form=Form.JE,
    headings={**DUTCH.headings, PartKind.CLOSING: "Graag je bevestiging"},
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
)

_ENGLISH = Phrases(
    language=Language.ENGLISH,
    form=Form.U,
    kinds={
        PaperKind.REPORT: "Meeting report",
        PaperKind.ACTIONS: "Action list",
        PaperKind.DECISIONS: "List of decisions",
        PaperKind.LETTER: "Letter of confirmation",
        PaperKind.DOSSIER: "Dossier",
        PaperKind.HANDOVER: "Handover",
    },
    headings={
        PartKind.FACTS: "Details",
        PartKind.GOAL: "Goal of the meeting",
        PartKind.DISCUSSED: "Discussed",
        PartKind.DECISIONS: "Decisions",
        PartKind.DEVIATIONS: "Contrary to our advice",
        PartKind.COMMITMENTS: "Actions agreed",
        PartKind.QUESTIONS: "Still open",
        PartKind.EARLIER: "Status of earlier actions",
        PartKind.NEXT: "Next steps",
        PartKind.ATTACHMENTS: "Attachments",
        PartKind.OWN: "Additional",
        PartKind.CLOSING: "Your confirmation",
    },
    scopes={
        Scope.INSIDE: "within the assignment",
        Scope.OUTSIDE: "outside the assignment",
    },
    reached={GoalReached.YES: "yes", GoalReached.PARTLY: "partly", GoalReached.NO: "no"},
    answers={
        WishAnswer.OPEN: "open",
        WishAnswer.YES: "yes",
        WishAnswer.LATER: "later",
        WishAnswer.NO: "no",
    },
    reasons=("because ", "since ", "due to ", "owing to ", "as "),
    version="version",
    page="page {page} of {pages}",
    logo="Logo of {firm}",
    rest="Other matters",
    changes="Changed since version {version}",
    client="Client",
    date="Date",
    place="Place",
    present="Present",
    absent="Absent",
    written_by="Prepared by",
    details="Details of the meeting",
    hour="{time}",
    goal_reached="Goal reached:",
    goal_opening="At the end of this meeting",
    number="No.",
    what="What",
    who="Who",
    due="Due",
    standing="Status",
    by_phone="by telephone",
    by_video="by video call",
    together="Together",
    us="We",
    no_day="no date agreed yet",
    dropped="cancelled on {day}",
    kept="done on {day}",
    was_promised=" (promised for {day})",
    taken_over="taken over",
    taken_over_by="taken over by {who}",
    moved="promised on {made}{was}, moved on {on} to {to}",
    moved_from=" for {day}",
    still_open_late="still open; promised for {day}",
    still_open_by="still open, due {day}",
    still_open="still open, {event}",
    reason="reason",
    meet_again="We will meet again on {day}{at}{how}.",
    subject="Subject: {title}",
    at_hour=" at {time}",
    questions="Is this report correct? Does it match what you expected?",
    please_answer="Could you let us know by {day}?",
    wish_answered="Our answer to your wish “{wish}” is: {answer}",
    wish_open="Your wish: {wish}",
    we_advised="Our advice",
    you_decided="Your decision",
    your_reason="Your reason",
    confirm_deviation=(
        "This decision differs from our advice. Could you confirm that this is your choice?"
    ),
    confirm_deviations=(
        "These decisions differ from our advice. Could you confirm that these are your choices?"
    ),
    part_of_report="Part",
    was="Before",
    has_become="Now",
)


def phrases(language: Language = Language.DUTCH, form: Form = Form.U) -> Phrases:
    """The words for a client. English has one form of address, so `form` changes nothing there."""
    if language is Language.ENGLISH:
        return _ENGLISH
    return DUTCH if form is Form.U else _INFORMAL
