"""What the words of a line promise: who, what, and by which day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.yes_brake import hours_in
from gesprekshulp.services.voices import Voices

if TYPE_CHECKING:
    from gesprekshulp.language.party import Owner
    from gesprekshulp.language.terms_model import Term

# Stands for the day that a promise needs to be seen as one.
_SOME_DAY = "morgen"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a line promise. `start` and `end` are the place of the promise in them.

    `other` is the second day that the same words can mean, `remark` why a day that was named is
    none ("30 februari bestaat niet."), `hours` the work it is.
    """

    side: Side
    who: str
    what: str
    due: date | None = None
    event: str = ""
    start: int = 0
    end: int = 0
    other: date | None = None
    remark: str = ""
    hours: float | None = None

    @property
    def is_vague(self) -> bool:
        """Whether nothing holds it: no day and no event."""
        return self.due is None and not self.event


@lru_cache(maxsize=128)
def suggestion(words: str, today: date, at_table: Voices) -> Reading | None:
    """The promise that running words contain, or None. Takes about a millisecond a sentence.

    What was read while it was typed need not be read again when it is kept.
    """
    from gesprekshulp.language.commitments import Table, find_commitments
    from gesprekshulp.language.conditions import condition_of

    words, hours = hours_in(words)
    found = find_commitments(
        words, Table(at_table.advisers, at_table.clients, at_table.away), today
    )
    if not found:
        return None
    first = found[0]
    side = side_of(first.owner)
    event, other, remark = _of_term(first.term, first.day)
    if first.day is None and not event:
        event = condition_of(words, first.start, first.end)
    return Reading(
        side,
        first.person or at_table.speaker_of(side),
        first.action.strip() or " ".join(words.split()),
        first.day,
        event,
        first.start,
        first.end,
        other,
        remark,
        hours,
    )


def promise_in(words: str, today: date, at_table: Voices) -> Reading:
    """What a line of kind toezegging promises; the adviser says that it is one, so it always is."""
    if (found := suggestion(words, today, at_table)) is not None:
        return found
    from gesprekshulp.language.terms import read_term

    words, hours = hours_in(words)
    term = read_term(words, today)
    if term is None and (found := _as_with_a_day(words, today, at_table)) is not None:
        return replace(found, hours=hours)
    first = words.split(maxsplit=1)[0].lower() if words.strip() else ""
    day = term.day if term else None
    event, other, remark = _of_term(term, day)
    side = at_table.side_of(first)
    return Reading(
        side,
        at_table.called(first) or at_table.speaker_of(side),
        " ".join(words.split()).rstrip(" .,"),
        day,
        event,
        0,
        len(words),
        other,
        remark,
        hours,
    )


def side_of(owner: Owner) -> Side:
    """The side of the table that a promise binds, by the word of the recogniser."""
    return Side({"adviseur": "wij"}.get(owner.value, owner.value))


def _as_with_a_day(words: str, today: date, at_table: Voices) -> Reading | None:
    """Who does what, in words that are only taken for a promise when a day is named.

    "Annet stuurt de cijfers" may tell of what she always does; as a promise it is hers, not ours.
    """
    from gesprekshulp.language.conditions import condition_of

    found = suggestion(f"{words.rstrip(' .,;')} {_SOME_DAY}", today, at_table)
    if found is None or found.due is None or _SOME_DAY in found.what:
        return None
    event = condition_of(words, 0, len(words))
    return replace(found, due=None, event=event, other=None, remark="", start=0, end=len(words))


def _of_term(term: Term | None, day: date | None) -> tuple[str, date | None, str]:
    """The event, the second day and the remark of a term; `day` is the promise's own."""
    from gesprekshulp.language.terms_model import TermKind

    if term is None:
        return "", None, ""
    if day is not None:
        return "", term.other if day == term.day else None, ""
    return term.text if term.kind is TermKind.EVENT else "", None, term.remark or ""
