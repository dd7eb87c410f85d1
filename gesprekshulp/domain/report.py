"""Reports (verslagen): versions, editable parts, and the document that the client gets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gesprekshulp.domain.appointment import GoalReached
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.ids import AgendaItemId, AppointmentId, ReportId
from gesprekshulp.domain.language import Form, Language


class ReportState(StrEnum):
    """Where a version stands."""

    DRAFT = "concept"
    SENT = "verstuurd"
    CONFIRMED = "bevestigd"
    CORRECTED = "gecorrigeerd"


class SentHow(StrEnum):
    """How a version went to the client."""

    MAIL = "mail"
    POST = "post"
    HANDED = "afgegeven"

    @property
    def words(self) -> str:
        """As it stands in a sentence: "per mail", "afgegeven"."""
        return self.value if self is SentHow.HANDED else f"per {self.value}"


class PartKind(StrEnum):
    """The parts of a report, in the order in which they stand. The value is the heading."""

    FACTS = "Gegevens"
    GOAL = "Doel van het gesprek"
    DISCUSSED = "Besproken"
    DECISIONS = "Besluiten"
    DEVIATIONS = "Wijkt af van ons advies"
    COMMITMENTS = "Toezeggingen"
    QUESTIONS = "Nog open"
    EARLIER = "Stand van eerdere toezeggingen"
    NEXT = "Vervolg"
    ATTACHMENTS = "Bijlagen"
    OWN = "Eigen onderdeel"
    CLOSING = "Graag uw bevestiging"


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One editable part.

    `text` holds paragraphs divided by blank lines, or one item a line for a list. Parts made from
    a register (besluiten, toezeggingen, stand van eerdere toezeggingen) take their rows from it;
    their `text` is an introduction. DISCUSSED parts stand for one agenda item each, with its title
    as `heading`. `edited` protects a part from being built again over the adviser's words.
    """

    id: str
    report_id: ReportId
    position: int
    kind: PartKind
    heading: str
    text: str = ""
    agenda_item_id: AgendaItemId | None = None
    edited: bool = False
    included: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """A version of the report of one talk.

    `sent_to` names who got it. `reply_by` is the day until which the client is asked to answer;
    None for the usual number of working days. `tells_changes` says whether the document tells what
    changed since the version before it.
    """

    id: ReportId
    appointment_id: AppointmentId
    title: str
    version: int = 1
    state: ReportState = ReportState.DRAFT
    written_on: date | None = None
    exported_at: datetime | None = None
    sent_at: datetime | None = None
    confirmed_at: datetime | None = None
    confirmed_by: str = ""
    sent_how: SentHow | None = None
    sent_to: str = ""
    reply_by: date | None = None
    tells_changes: bool = False


# --- what goes into the document: only plain client text, so that nothing internal fits in ---


@dataclass(frozen=True, slots=True)
class FirmIdentity:
    """The sender as header, footer, colours and letter of a document.

    `logo` holds png or jpg bytes. `second` is the colour of what supports (subtitles, table
    heads); an empty `font` is that of our own template.
    """

    name: str
    adviser: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    accent: str = "#0E6470"
    second: str = "#556062"
    font: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class DiscussedItem:
    """What was discussed under one agenda item. `part` is the identifier of the report's part."""

    title: str
    paragraphs: tuple[str, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision in the document. `id` is that of the decision."""

    text: str
    scope: Scope
    id: str = ""


@dataclass(frozen=True, slots=True)
class DeviationRow:
    """One decision against our advice: what was decided, what we advised, and the reason given.

    `confirmed_on` is the day on which the client confirmed before to decide otherwise.
    """

    decision: str
    advice: str
    reason: str = ""
    id: str = ""
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One promise in the document. `by_when` is the day in full, the event, or "nog open"."""

    what: str
    who: str
    by_when: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """How an earlier promise stands: kept, moved (from, to, why), dropped, open."""

    what: str
    who: str
    standing: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What changed in one place since an earlier version; empty for what was not there, or went."""

    where: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ExtraPart:
    """A part that the adviser added. `part` is its identifier."""

    title: str
    paragraphs: tuple[str, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter goes: the person (empty when nobody is known), and the address in lines."""

    person: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """Everything that stands in the report, ready to be composed. Empty parts get no heading.

    `parts` gives the identifiers of the parts that there is one of. `changes` says what is
    different since version `changed_since`, when the adviser wants that told ("Gewijzigd sinds
    versie 1"); otherwise it is empty. `written_on` is the day of the version, `reply_by` until when
    the client is asked to answer. With `contents` it begins with a table of contents.
    """

    firm: FirmIdentity
    title: str
    client: str
    version: int
    state: ReportState
    day: date
    time: str
    place: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    goal: str
    goal_reached: GoalReached | None
    goal_note: str
    discussed: tuple[DiscussedItem, ...]
    decisions: tuple[DecisionRow, ...]
    commitments: tuple[CommitmentRow, ...]
    open_questions: tuple[str, ...]
    earlier: tuple[EarlierRow, ...]
    next_appointment: str
    attachments: tuple[str, ...]
    extra: tuple[ExtraPart, ...]
    closing: tuple[str, ...]
    introductions: tuple[tuple[PartKind, str], ...] = ()
    parts: tuple[tuple[PartKind, str], ...] = ()
    language: Language = Language.DUTCH
    form: Form = Form.U
    deviations: tuple[DeviationRow, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    contents: bool = False
    changed_since: int = 0
    addressee: Addressee = Addressee()
    written_on: date | None = None
    reply_by: date | None = None

    def introduction(self, kind: PartKind) -> str:
        """The adviser's own words above the rows of a part, or nothing."""
        return dict(self.introductions).get(kind, "")

    def part(self, kind: PartKind) -> str:
        """The identifier of the part of that kind, or nothing."""
        return dict(self.parts).get(kind, "")
