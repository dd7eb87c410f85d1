"""Days and events as people type them in the small fields of a talk."""

from datetime import date

from gesprekshulp.domain.dutch_dates import echo
from gesprekshulp.ui.widgets.dates import ReadDate


def read_day(words: str, today: date) -> ReadDate | None:
    """A typed term as a day, two days, or a remark when it hangs on an event."""
    from gesprekshulp.language.terms import TermKind, read_term

    term = read_term(words, today)
    if term is None:
        return None
    if term.day is not None:
        days = (term.day,) if term.other is None else tuple(sorted((term.day, term.other)))
        return ReadDate(days, term.remark or "")
    if term.kind is TermKind.EVENT:
        return ReadDate((), "Hangt aan een gebeurtenis; er komt geen dag bij.")
    return ReadDate((), term.remark or "Dit noemt geen dag.")


def event_in(words: str, today: date) -> str:
    """The event in a typed term without a day, or nothing."""
    from gesprekshulp.language.terms import TermKind, read_term

    if not words.strip():
        return ""
    term = read_term(words, today)
    return term.text if term is not None and term.kind is TermKind.EVENT else ""


def in_words(day: date | None, event: str, today: date) -> str:
    """By when: "vr 13 mrt, morgen", the event, or that there is no day yet."""
    return echo(day, today) if day is not None else event or "nog geen dag"
