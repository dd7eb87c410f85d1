"""Events, and days in words, in the small fields of a talk."""

from datetime import date

from gesprekshulp.domain.dutch_dates import echo


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
