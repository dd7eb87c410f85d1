"""What a language must say for documents to be in it: every fixed word, and how days are said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    title: str
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
    moved_often: str
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
    you_confirmed: str
    confirm_deviation: str
    confirm_deviations: str
    part_of_report: str
    was: str
    has_become: str
    heading_changed: str
    promises_of_talk: str
    no_promises: str
    no_decisions: str
    decision: str
    belongs: str
    about_talk: str
    something_wrong: str
    attention: str
    concerns: str
    concerns_talk: str
    salutation: str
    salutation_unknown: str
    we_spoke: str
    i_confirm: str
    i_confirm_talk: str
    we_decided: str
    against_advice: str
    who_does_what: str
    still_to_do: str
    letter_questions: str
    regards: str
    enclosed: str
    contents: str

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

    def letter_closing(self, reply_by: date) -> str:
        """The two questions about a letter, and until when an answer is asked for."""
        return f"{self.letter_questions} {self.please_answer.format(day=self.long_day(reply_by))}"

    def with_reason(self, said: str, reason: str) -> str:
        """A statement with its reason, which is typed as people speak: with "omdat" or without."""
        reason = " ".join(reason.split()).rstrip(".")
        if not reason:
            return said
        if reason.lower().startswith(self.reasons):
            return f"{said}, {reason[0].lower()}{reason[1:]}"
        return f"{said}; {self.reason}: {reason}"
