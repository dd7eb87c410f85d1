"""The one way in which every date field of the window reads what is typed."""

from __future__ import annotations

from datetime import date

from gesprekshulp.ui.widgets.dates import ReadDate


def read_date(words: str, today: date) -> ReadDate | None:
    """A typed term as a day, as two days when it can mean both, or with a remark when it is none.

    Give it to `DateField(read_date, desk.today)`. What reads Dutch is loaded at the first word.
    """
    from gesprekshulp.language.terms import TermKind, read_term

    term = read_term(words, today)
    if term is None:
        return None
    if term.day is not None:
        days = (term.day,) if term.other is None else tuple(sorted((term.day, term.other)))
        return ReadDate(days, term.remark or "")
    if term.kind is TermKind.EVENT:
        return ReadDate((), "Dat hangt aan een gebeurtenis; er komt geen dag bij.")
    return ReadDate((), term.remark or "Dit noemt geen dag.")
