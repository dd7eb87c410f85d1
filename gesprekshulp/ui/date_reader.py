"""The one way in which every date field of the window reads what is typed."""

from __future__ import annotations

from datetime import date, timedelta

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
        return ReadDate((), "Hangt aan een gebeurtenis.")
    return ReadDate((), term.remark or "Dit noemt geen dag.")


_BACK = (8, 366)
"""Days from which "vrijdag" and "6 maart" are read again, to find the last one there was."""


def read_past_date(words: str, today: date) -> ReadDate | None:
    """The same for a day that has been: "vrijdag" is the last Friday, "6 mrt" that of this year.

    What counts on from today ("morgen", "over twee weken") stays a day to come.
    """
    found = read_date(words, today)
    if found is None or not found.days:
        return found
    if been := tuple(day for day in found.days if day <= today):
        return ReadDate(been, found.remark)
    for back in _BACK:
        then = today - timedelta(days=back)
        earlier = read_date(words, then)
        days = earlier.days if earlier is not None else ()
        if [day - then for day in days] == [day - today for day in found.days]:
            continue
        if been := tuple(day for day in days if day <= today):
            return ReadDate(been[-1:])
    return found
