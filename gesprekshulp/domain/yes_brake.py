"""The yes-brake: what a week already holds, and the three answers to what is asked of us."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import ReasonMissing

_IF = re.compile(r"^(?:ja[, ]*)?(?:mits|als|indien|op voorwaarde dat)\s+", re.IGNORECASE)
_BECAUSE = re.compile(r"^(?:nee[, ]*)?(?:omdat|want|aangezien|reden:)\s+", re.IGNORECASE)


class Answer(StrEnum):
    """What we say when something is asked of us."""

    YES = "ja"
    YES_IF = "ja, mits"
    NO = "nee, omdat"


@dataclass(frozen=True, slots=True)
class WeekItem:
    """A promise that is due in a week, with its client's name."""

    commitment: Commitment
    client_name: str


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """What is due in one week. `monday` is its first day.

    `hours` is the work of the promises of which that is known, `unknown` how many there are of
    which it is not.
    """

    monday: date
    items: tuple[WeekItem, ...]
    hours: float
    unknown: int

    @property
    def count(self) -> int:
        """How many promises are due."""
        return len(self.items)

    @property
    def words(self) -> str:
        """ "3 toezeggingen, 6,5 uur (van 1 is het aantal uren onbekend)"."""
        if not self.items:
            return "nog niets toegezegd"
        text = "1 toezegging" if self.count == 1 else f"{self.count} toezeggingen"
        if not self.hours:
            return text
        text += f", {f'{self.hours:.1f}'.removesuffix('.0').replace('.', ',')} uur"
        return f"{text} (van {self.unknown} is het aantal uren onbekend)" if self.unknown else text


def decision_text(answer: Answer, what: str, words: str) -> str:
    """The decision that an answer makes: "Ja, mits de cijfers er zijn: begroting maken".

    Raises ReasonMissing for a condition or a reason that is not given.
    """
    what = " ".join(what.split()).rstrip(".")
    said = " ".join(words.split()).rstrip(".")
    if answer is Answer.YES_IF:
        if not (condition := _IF.sub("", said)):
            raise ReasonMissing(f"Zet erbij onder welke voorwaarde u “{what}” toezegt.")
        return f"Ja, mits {condition}: {what}"
    if not (reason := _BECAUSE.sub("", said)):
        raise ReasonMissing(f"Zet erbij waarom u “{what}” niet toezegt.")
    return f"Nee: {what}, omdat {reason}"
