"""Terms that count from a day named before: "een week later", "de dag erna", "diezelfde week"."""

import re
from bisect import bisect_right
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from gesprekshulp.language.numbers import cardinal
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.terms import Term, TermKind
from gesprekshulp.language.wordlists import words

_REACH = 300  # characters within which the day before must stand
_SHIFTED = pattern(
    r"\b(?P<count>\d{1,2}|een|één|twee|drie|vier|vijf|zes|acht|tien|veertien) "
    r"(?P<unit>dag(?:en)?|week|weken|maand(?:en)?) "
    r"(?P<way>later|erna|daarna|nadien|daarop|eerder|ervoor|daarvoor)\b"
    r"|\b(?:op )?de (?:(?P<next>dag|week|maand) (?:erna|erop|daarna|daarop)"
    r"|volgende (?P<day>dag))\b"
    r"|\b(?:op |in )?(?:die|de)zelfde (?P<same>week|maand)\b|\b(?:in )?diezelfde (?P<that>dag)\b"
)
_BACK = frozenset(("eerder", "ervoor", "daarvoor"))
_THIS_WEEK = pattern(r"(?P<noun>\b\w+) van de week\b")
_OF_WEEK = frozenset(
    words(
        "eind einde begin rest loop dag dagen midden helft halverwege deel keer avond weekend "
        "start klant man vrouw vraag tip overzicht planning"
    )
)
_DONE = pattern(r"\b(?:heb|heeft|hebben|had|is|was|werd|ben|zijn)\b[^.;!?]*$")
_THEN_BEFORE = pattern(r"\b(?:daarna|erna|nadien|vervolgens|dan)(?: (?:ook|wel|nog|weer))? $")
_THEN_BEHIND = pattern(r" (?:daarna|erna|nadien|daarop)\b")


def with_relative(terms: tuple[Term, ...], text: str, today: date) -> tuple[Term, ...]:
    """The terms of a lower-case text, with those that count from a day said before."""
    friday = today + timedelta(days=4 - today.weekday())
    found = [
        Term(friday, text[m.end("noun") + 1 : m.end()], m.end("noun") + 1, m.end(), 0.8)
        for m in _THIS_WEEK.finditer(text)
        if m["noun"] not in _OF_WEEK and not _DONE.search(text[max(0, m.start() - 40) : m.start()])
    ]
    starts = [t.start for t in terms]
    for match in _SHIFTED.finditer(text):
        before = _day_before(terms, starts, match.start())
        day = _shifted(before, match) if before is not None else None
        if day is not None:
            found.append(Term(day, match[0], match.start(), match.end(), 0.9))
    if not found:
        return terms
    kept = [t for t in terms if not any(f.start < t.end and t.start < f.end for f in found)]
    return tuple(sorted([*kept, *found], key=lambda t: t.start))


def counted_from_before(terms: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """The terms, where "daarna binnen een week" hangs on what comes first and has no day."""
    return tuple(
        replace(term, day=None, kind=TermKind.EVENT)
        if term.kind is TermKind.DAY
        and (
            term.text.lower().startswith("binnen") or text[term.start - 7 : term.start] == "binnen "
        )
        and (
            _THEN_BEFORE.search(text[max(0, term.start - 25) : term.start])
            or _THEN_BEHIND.match(text[term.end : term.end + 12])
            or term.text.lower().endswith((" daarna", " erna", " nadien"))
        )
        else term
        for term in terms
    )


def _day_before(terms: tuple[Term, ...], starts: list[int], place: int) -> date | None:
    """The last day named before a place in the text, within reach."""
    k = bisect_right(starts, place) - 1
    while k >= 0 and place - terms[k].end < _REACH:
        if terms[k].end <= place and terms[k].kind is TermKind.DAY and terms[k].day is not None:
            return terms[k].day
        k -= 1
    return None


def _shifted(day: date, match: re.Match[str]) -> date | None:
    if match["that"]:
        return day
    if match["day"]:
        return day + timedelta(days=1)
    if match["same"] or match["next"]:
        unit, steps = match["same"] or match["next"], 0 if match["same"] else 1
        if unit == "dag":
            return day + timedelta(days=steps)
        if unit == "week":
            return day - timedelta(days=day.weekday()) + timedelta(days=4, weeks=steps)
        month = _months_on(day, steps)
        return month.replace(day=monthrange(month.year, month.month)[1])
    count = cardinal(match["count"]) or int(match["count"])
    steps = -int(count) if match["way"] in _BACK else int(count)
    if match["unit"].startswith("dag"):
        return day + timedelta(days=steps)
    if match["unit"].startswith("we"):
        return day + timedelta(weeks=steps)
    return _months_on(day, steps)


def _months_on(day: date, steps: int) -> date:
    years, month = divmod(day.month - 1 + steps, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
