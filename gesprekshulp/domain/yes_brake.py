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
_WORK = re.compile(
    r"[,(]?\s*(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?|een half)\s*(?:uur|uren|u)\.?\s+werk\b\)?",
    re.IGNORECASE,
)


def hours_in(words: str) -> tuple[str, float | None]:
    """The hours that a line says something takes, and the line with blanks in that place.

    "begroting maken, 4 uur werk" takes 4. Without "werk" behind it, "10 uur" is a time of day.
    """
    found = _WORK.search(words)
    if found is None:
        return words, None
    blanks = " " * (found.end() - found.start())
    number = found[1].replace(",", ".")
    hours = 0.5 if number[0].isalpha() else float(number)
    return f"{words[: found.start()]}{blanks}{words[found.end() :]}", hours or None


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
        """ "3 toezeggingen, 6,5 uur (1 zonder uren)"."""
        if not self.items:
            return "nog niets toegezegd"
        text = "1 toezegging" if self.count == 1 else f"{self.count} toezeggingen"
        if not self.hours:
            return text
        text += f", {f'{self.hours:.1f}'.removesuffix('.0').replace('.', ',')} uur"
        return f"{text} ({self.unknown} zonder uren)" if self.unknown else text


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
