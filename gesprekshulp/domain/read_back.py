"""The read-back (teruglezen): what was agreed, read aloud at the table and confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision, Scope, Wish, WishAnswer
from gesprekshulp.domain.ids import AppointmentId, LineId
from gesprekshulp.domain.note import LineKind, NoteLine


class ReadBackSection(StrEnum):
    """The three headings that the client sees."""

    AGREED = "Afgesproken"
    NOT_AGREED = "Niet afgesproken"
    OPEN = "Nog open"


class Verdict(StrEnum):
    """What the client said to one line."""

    RIGHT = "klopt"
    OTHER = "anders"


@dataclass(frozen=True, slots=True)
class ReadBackItem:
    """One line as read back. `before` is what stood there, `text` what stands there now."""

    line_id: LineId
    section: ReadBackSection
    text: str
    before: str = ""
    verdict: Verdict | None = None
    commitment: Commitment | None = None

    @property
    def was_corrected(self) -> bool:
        """Whether the client wanted it otherwise."""
        return self.verdict is Verdict.OTHER and bool(self.before) and self.before != self.text


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What was confirmed at the table, by whom and when; kept as it was."""

    id: str
    appointment_id: AppointmentId
    confirmed_at: datetime
    confirmed_by: str
    items: tuple[ReadBackItem, ...] = ()


def read_back_items(
    lines: tuple[NoteLine, ...],
    commitments: tuple[Commitment, ...],
    decisions: tuple[Decision, ...],
    wishes: tuple[Wish, ...],
) -> tuple[ReadBackItem, ...]:
    """What is read back, in the order of the three headings and within them of the talk.

    Internal lines and plain notes are not in it. A vague promise stands under "Nog open", a
    decision outside the assignment and a refused wish under "Niet afgesproken".
    """
    by_line = {item.line_id: item for item in commitments if item.line_id}
    outside = {item.line_id for item in decisions if item.scope is Scope.OUTSIDE}
    answers = {item.line_id: item.answer for item in wishes}
    found: list[ReadBackItem] = []
    for line in sorted(lines, key=lambda line: line.position):
        promise = by_line.get(line.id)
        match line.kind:
            case LineKind.COMMITMENT:
                vague = promise is None or promise.is_vague
                section = ReadBackSection.OPEN if vague else ReadBackSection.AGREED
            case LineKind.DECISION:
                no = line.id in outside or line.scope is Scope.OUTSIDE
                section = ReadBackSection.NOT_AGREED if no else ReadBackSection.AGREED
            case LineKind.WISH:
                section = {
                    WishAnswer.YES: ReadBackSection.AGREED,
                    WishAnswer.NO: ReadBackSection.NOT_AGREED,
                }.get(answers.get(line.id, WishAnswer.OPEN), ReadBackSection.OPEN)
            case LineKind.QUESTION:
                section = ReadBackSection.OPEN
            case _:
                continue
        found.append(ReadBackItem(line.id, section, line.text, line.text, commitment=promise))
    order = list(ReadBackSection)
    return tuple(sorted(found, key=lambda item: order.index(item.section)))
