"""Lines (notities) typed during a talk, each with a kind and a moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.ids import AgendaItemId, AppointmentId, LineId
from gesprekshulp.domain.text import NOTHING_INTERNAL, InternalText


class LineKind(StrEnum):
    """What a line is. Signals and internal lines never leave the laptop."""

    NOTE = "notitie"
    COMMITMENT = "toezegging"
    DECISION = "besluit"
    WISH = "wens"
    QUESTION = "vraag"
    SIGNAL = "signaal"
    INTERNAL = "intern"

    @property
    def mark(self) -> str:
        """The character that makes a line of this kind when typed first; empty for a plain note."""
        return MARKS[self]

    @property
    def is_internal(self) -> bool:
        """Whether lines of this kind stay on the laptop."""
        return self in (LineKind.SIGNAL, LineKind.INTERNAL)


MARKS = {
    LineKind.NOTE: "",
    LineKind.COMMITMENT: "!",
    LineKind.DECISION: "=",
    LineKind.WISH: "+",
    LineKind.QUESTION: "?",
    LineKind.SIGNAL: "~",
    LineKind.INTERNAL: "#",
}
_KINDS = {mark: kind for kind, mark in MARKS.items() if mark}


def split_mark(typed: str) -> tuple[LineKind, str]:
    """The kind that a typed line's first character gives it, and the text without that mark.

    >>> split_mark("! Ik stuur vrijdag de offerte")
    (<LineKind.COMMITMENT: 'toezegging'>, 'Ik stuur vrijdag de offerte')
    """
    stripped = typed.lstrip()
    if stripped[:1] in _KINDS:
        return _KINDS[stripped[:1]], stripped[1:].lstrip()
    return LineKind.NOTE, typed.strip()


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of a talk.

    Exactly one of `text` and `internal` is filled: what a client may read and what stays inside
    are different fields all the way down to the archive. `at` is when the line was begun.
    `not_a_commitment` remembers that the adviser refused the suggestion of a promise.
    `scope` counts for a decision.
    """

    id: LineId
    appointment_id: AppointmentId
    position: int
    at: datetime
    kind: LineKind = LineKind.NOTE
    text: str = ""
    internal: InternalText = NOTHING_INTERNAL
    agenda_item_id: AgendaItemId | None = None
    scope: Scope = Scope.INSIDE
    not_a_commitment: bool = False

    def saying(self, words: str) -> NoteLine:
        """The same line with other words, in the field that its kind asks for."""
        if self.kind.is_internal:
            return replace(self, text="", internal=InternalText(words))
        return replace(self, text=words, internal=NOTHING_INTERNAL)

    def as_kind(self, kind: LineKind) -> NoteLine:
        """The same words as a line of another kind; internal words move to their own field.

        An adviser may make an internal line public by changing its kind: that is a choice made
        with the line in view, and the only way from one field to the other.
        """
        words = self.internal.reveal() if self.kind.is_internal else self.text
        return replace(self, kind=kind).saying(words)
