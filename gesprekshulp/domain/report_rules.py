"""How a report is built from a talk: its parts, and what becomes of them when the talk changes.

Only what a client may read comes in here. `PublicLine` is a line without its internal field, and
of the client only the name and the address are known, so that nothing internal has a way in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.domain.appointment import AgendaItem, Appointment, AppointmentKind, Participant
from gesprekshulp.domain.commitment import Commitment, CommitmentEvent
from gesprekshulp.domain.decision import Decision, Wish, WishAnswer
from gesprekshulp.domain.dutch_dates import clock, local_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AgendaItemId, LineId, PersonId, ReportId, new_id
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.phrases import DUTCH, Phrases, phrases
from gesprekshulp.domain.report import FirmIdentity, PartKind, ReportPart
from gesprekshulp.domain.sentences import line_sentence, sentence

ORDER = (
    PartKind.FACTS,
    PartKind.GOAL,
    PartKind.DISCUSSED,
    PartKind.DECISIONS,
    PartKind.DEVIATIONS,
    PartKind.COMMITMENTS,
    PartKind.QUESTIONS,
    PartKind.EARLIER,
    PartKind.OWN,
    PartKind.NEXT,
    PartKind.ATTACHMENTS,
    PartKind.CLOSING,
)
"""The order in which parts stand on paper."""

_LONGEST_PARAGRAPH = 4
# fmt: off
_GOAL_VERBS = frozenset((
    "heeft", "hebben", "hebt", "weet", "weten", "kiest", "kiezen", "is", "zijn", "ligt", "liggen",
    "staat", "staan", "kan", "kunnen", "kent", "kennen", "besluit", "besluiten", "begrijpt",
    "begrijpen", "ziet", "zien",
))
# fmt: on


class ReportSent(UserError):
    """A version that has left the house; only a new version can be changed."""


@dataclass(frozen=True, slots=True)
class PublicLine:
    """A line of the talk as a client may read it."""

    id: LineId
    kind: LineKind
    text: str
    agenda_item_id: AgendaItemId | None = None


@dataclass(frozen=True, slots=True)
class EarlierPromise:
    """A promise from before this talk, with its history, newest first."""

    commitment: Commitment
    history: tuple[CommitmentEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSources:
    """Everything that a report is built from.

    `reply_by` is the day until which the client is asked to answer; `today` is the day on which
    the state of earlier promises is told. `client_lines` are street and town for a letter,
    `deciders` who of the client can say yes.
    """

    appointment: Appointment
    client_name: str
    client_address: str
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaItem, ...]
    lines: tuple[PublicLine, ...]
    decisions: tuple[Decision, ...]
    commitments: tuple[Commitment, ...]
    wishes: tuple[Wish, ...]
    earlier: tuple[EarlierPromise, ...]
    next_appointment: Appointment | None
    attachments: tuple[str, ...]
    firm: FirmIdentity
    reply_by: date
    today: date
    client_lines: tuple[str, ...] = ()
    deciders: frozenset[PersonId] = frozenset()
    language: Language = Language.DUTCH
    form: Form = Form.U
    contents: bool = False

    @property
    def phrases(self) -> Phrases:
        """The fixed words in the client's language and form."""
        return phrases(self.language, self.form)


def public_lines(lines: Iterable[NoteLine]) -> tuple[PublicLine, ...]:
    """The lines that a client may read, in the order of the talk, without their internal field."""
    return tuple(
        PublicLine(line.id, line.kind, line.text.strip(), line.agenda_item_id)
        for line in sorted(lines, key=lambda line: line.position)
        if not line.kind.is_internal and line.text.strip()
    )


def drafted(report_id: ReportId, sources: ReportSources) -> tuple[ReportPart, ...]:
    """The parts of a report as the talk gives them, in their order."""
    made: list[ReportPart] = []

    def add(
        kind: PartKind, text: str = "", heading: str | None = None, item: AgendaItemId | None = None
    ) -> None:
        place = ORDER.index(kind) * 1000 + len(made)
        name = kind.value if heading is None else heading
        made.append(ReportPart(new_id(), report_id, place, kind, name, text, item))

    add(PartKind.FACTS)
    say = sources.phrases
    add(PartKind.GOAL, goal_sentence(sources.appointment.goal, say))
    known = {item.id for item in sources.agenda}
    for item in sources.agenda:
        mine = [line for line in sources.lines if line.agenda_item_id == item.id]
        add(PartKind.DISCUSSED, _discussed(mine, sources.wishes, say), item.title, item.id)
    rest = [line for line in sources.lines if line.agenda_item_id not in known]
    said = _discussed(rest, sources.wishes, say)
    if said or not sources.agenda:
        add(PartKind.DISCUSSED, said, say.rest if sources.agenda else "")
    add(PartKind.DECISIONS)
    if any(decision.is_against_advice for decision in sources.decisions):
        add(PartKind.DEVIATIONS)
    add(PartKind.COMMITMENTS)
    add(PartKind.QUESTIONS, "\n".join(_open_questions(sources)))
    add(PartKind.EARLIER)
    add(PartKind.NEXT, next_sentence(sources.next_appointment, say))
    add(PartKind.ATTACHMENTS)
    add(PartKind.CLOSING, say.closing(sources.reply_by))
    return tuple(made)


def merged(there: tuple[ReportPart, ...], fresh: tuple[ReportPart, ...]) -> tuple[ReportPart, ...]:
    """The parts that are there, read again from the talk; edited parts and own ones stay."""
    kept = {
        (part.kind, part.agenda_item_id): part for part in there if part.kind is not PartKind.OWN
    }
    result = [part for part in there if part.kind is PartKind.OWN]
    for part in fresh:
        old = kept.pop((part.kind, part.agenda_item_id), None)
        if old is None:
            result.append(part)
        elif old.edited:
            result.append(old)
        else:
            result.append(replace(old, text=part.text, heading=part.heading))
    # An agenda item that is gone takes its part along, unless the adviser wrote in it.
    result += [part for part in kept.values() if part.edited]
    return in_order(result)


def in_order(parts: Iterable[ReportPart]) -> tuple[ReportPart, ...]:
    """Parts in the order of the paper."""
    return tuple(sorted(parts, key=lambda part: (ORDER.index(part.kind), part.position)))


def neighbour(parts: tuple[ReportPart, ...], part: ReportPart, step: int) -> ReportPart | None:
    """The part of the same kind before (`step` -1) or after (1) this one, if there is one."""
    same = [other for other in in_order(parts) if other.kind is part.kind]
    place = next((i for i, other in enumerate(same) if other.id == part.id), -1)
    return same[place + step] if place >= 0 and 0 <= place + step < len(same) else None


# --- sentences ---


def goal_sentence(goal: str, say: Phrases = DUTCH) -> str:
    """The goal as a sentence of its own, with its opening when it goes on after that."""
    goal = " ".join(goal.split()).lstrip("…. ")
    if not goal:
        return ""
    first = goal.split()[0]
    if first.lower() in _GOAL_VERBS:
        goal = first.lower() + goal[len(first) :]
    opening = " ".join(say.goal_opening.lower().split()[:3])
    if goal[0].islower() and not goal.startswith(opening):
        goal = f"{say.goal_opening} {goal}"
    return sentence(goal)


def next_sentence(following: Appointment | None, say: Phrases = DUTCH) -> str:
    """When and where we meet again; empty when nothing is planned."""
    if following is None:
        return ""
    day = say.long_day(local_day(following.starts_at))
    at = "" if following.all_day else say.at_hour.format(time=clock(following.starts_at))
    how = {AppointmentKind.PHONE: say.by_phone, AppointmentKind.VIDEO: say.by_video}.get(
        following.kind, following.place.strip()
    )
    again = say.meet_again.format(day=day, at=at, how=f", {how}" if how else "")
    return f"{again} {say.subject.format(title=sentence(following.title))}"


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a part's text, divided by blank lines."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return tuple("\n".join(lines) for lines in found if lines)


def items(text: str) -> tuple[str, ...]:
    """The items of a part that is a list: one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _discussed(lines: list[PublicLine], wishes: tuple[Wish, ...], say: Phrases) -> str:
    """Notes joined into paragraphs; a new one begins after a line of another kind."""
    answered = {wish.line_id: wish for wish in wishes if wish.answer is not WishAnswer.OPEN}
    blocks: list[list[str]] = [[]]
    for line in lines:
        wish = answered.get(line.id)
        if line.kind is LineKind.NOTE:
            if len(blocks[-1]) == _LONGEST_PARAGRAPH:
                blocks.append([])
            blocks[-1].append(sentence(line.text))
        elif line.kind is LineKind.WISH and wish is not None:
            blocks += [[_answer(wish, say)], []]
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join(" ".join(block) for block in blocks if block)


def _answer(wish: Wish, say: Phrases) -> str:
    reason = wish.reason.strip()
    said = say.wish_answered.format(wish=wish.text.strip(), answer=say.answers[wish.answer])
    return sentence(f"{said}. {sentence(reason)}" if reason else said)


def _open_questions(sources: ReportSources) -> tuple[str, ...]:
    """Questions of the talk, and wishes that wait for an answer."""
    wish_open = sources.phrases.wish_open
    by_line = {wish.line_id: wish for wish in sources.wishes if wish.line_id}
    found: list[str] = []
    for line in sources.lines:
        wish = by_line.get(line.id)
        if line.kind is LineKind.QUESTION:
            found.append(line_sentence(line.kind, line.text))
        elif line.kind is LineKind.WISH and (wish is None or wish.answer is WishAnswer.OPEN):
            found.append(wish_open.format(wish=" ".join(line.text.split())))
    found += [
        wish_open.format(wish=" ".join(wish.text.split()))
        for wish in sources.wishes
        if wish.line_id is None and wish.answer is WishAnswer.OPEN
    ]
    return tuple(found)
