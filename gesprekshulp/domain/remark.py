"""Remarks (opmerkingen) on a report before it leaves: what was found, where, why, and a fix."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class RemarkKind(StrEnum):
    """What sort of remark it is. The value is the word on screen."""

    LEAK = "Lek"
    FACT = "Feit"
    PROMISE = "Belofte"
    SPELLING = "Spelling"
    WORDING = "Formulering"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing in a text to look at again.

    `rule` is the identifier of the rule that found it. `part` is the identifier of the report's
    part; empty for the report itself. `row` says which text of that part is meant: empty for its
    own text, ROW_HEADING for its heading, or the identifier of the decision or promise that stands
    there as a row. `start` and `end` count characters in that text; both are 0 when something is
    missing. `reason` is one Dutch sentence with what to do; `fix` is what can be put in the place
    of `found`, when that can be decided.
    """

    rule: str
    kind: RemarkKind
    part: str
    start: int
    end: int
    found: str
    reason: str
    fix: str | None = None
    row: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the report may not leave the house like this."""
        return self.kind is RemarkKind.LEAK

    @property
    def key(self) -> str:
        """By what an ignored remark is recognised; the same wherever the words move to."""
        said = " ".join(self.found.split()).casefold() or self.reason
        return f"{self.rule}:{sha256(said.encode('utf-8', 'replace')).hexdigest()[:16]}"

    def place_in(self, text: str) -> tuple[int, int] | None:
        """Where the words stand in a text that may have changed since: at their place, or nearest.

        None when they are gone.
        """
        if text[self.start : self.end] == self.found and self.found:
            return self.start, self.end
        before = text.rfind(self.found, 0, self.start + len(self.found)) if self.found else -1
        after = text.find(self.found, self.start) if self.found else -1
        found = [place for place in (before, after) if place >= 0]
        if not found:
            return None
        place = min(found, key=lambda one: abs(one - self.start))
        return place, place + len(self.found)


ROW_TITLE = "titel"
"""The `row` of the title of the report."""

ROW_HEADING = "kop"
"""The `row` of the heading of a part."""

ROW_GOAL_NOTE = "toelichting"
"""The `row` of the explanation beside the answer to the goal."""

ROW_ADVICE, ROW_REASON = "advies:", "reden:"
"""Before the identifier of a decision against our advice: what we advised, and why not so."""

ROW_PLACE = "plaats"
"""The `row` of where the talk was held."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the report that is read in one go; `part` and `row` as in a remark.

    `told` is True for running text, False for headings and rows that come from a register.
    """

    part: str
    row: str
    text: str
    told: bool = True
