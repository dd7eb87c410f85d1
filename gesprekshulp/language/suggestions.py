"""A promise as it is offered to the user."""

from dataclasses import dataclass
from datetime import date

from gesprekshulp.language.parties import Owner
from gesprekshulp.language.terms import Term


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A promise found in a note, for the user to take or refuse.

    `start` and `end` are its place in the note; `missing` says what keeps it vague, of "wie",
    "wat" and "wanneer".
    """

    owner: Owner
    person: str | None
    action: str
    term: Term | None
    day: date | None
    vague: bool
    start: int
    end: int
    missing: tuple[str, ...]
