"""Gapping: "Wiebe licht de bank in, ik de accountant" has one verb and two promises."""

from dataclasses import dataclass, replace
from itertools import pairwise

from gesprekshulp.language.clauses import Clause, Kind
from gesprekshulp.language.lexicon import COORDINATORS, DETERMINERS, FILLERS, PREPOSITIONS
from gesprekshulp.language.parties import Owner, Parties, Party
from gesprekshulp.language.verb_lists import PARTICLES
from gesprekshulp.language.verbs import Form

_WITH = frozenset(("met", "naar", "bij", "aan", "in", "op", "over", "voor"))
_REACH = 8  # words
_BACK = 40  # words within which the first half must have its term
_ALL = frozenset(("allebei", "beide", "beiden", "alles", "alle", "allemaal"))
_OBJECTS = frozenset(("ons", "mij", "me", "hem", "haar", "hen", "jou", "u", "je", "jullie", "ze"))


@dataclass(frozen=True, slots=True)
class Gap:
    """The second half: its words as a clause, and who acts where that is somebody else."""

    clause: Clause
    party: Party | None
    offset: int  # of its first word in the whole clause
    for_all: bool = False  # "allebei vrijdag": only a term, for all that was said before


def split_gaps(clause: Clause, parties: Parties) -> tuple[Clause, list[Gap]]:
    """The clause up to its first gap, and the gaps that go on with its verb."""
    starts = [a for a, _ in clause.gaps] + _after_and(clause, parties)
    found: list[tuple[int, int, Party | None]] = []
    edges = [*sorted(set(starts)), len(clause.items)]
    common = 0
    if len(edges) > 2 and clause.items[edges[-2]].low in _ALL:
        common = edges[-2]
        edges = edges[:-1]
    for a, b in pairwise(edges):
        read = _gap(clause, parties, a, b, first=not found)
        if read is not None:
            found.append((read[0], b, read[1]))
    if not found:
        return clause, []
    cut = found[0][0]
    head = replace(
        clause,
        items=clause.items[:cut],
        read=clause.read[:cut],
        fixed=clause.fixed[:cut],
        end=clause.items[cut].start,
        gaps=[],
    )
    gaps = [Gap(_piece(clause, a, b), party, a) for a, b, party in found]
    if common:
        gaps.append(Gap(_piece(clause, common, len(clause.items)), None, common, for_all=True))
    return head, gaps


def _piece(clause: Clause, a: int, b: int) -> Clause:
    end = clause.items[b].start if b < len(clause.items) else max(clause.end, clause.items[-1].end)
    return Clause(Kind.FRAGMENT, clause.items[a:b], clause.read[a:b], clause.fixed[a:b], end=end)


def _after_and(clause: Clause, parties: Parties) -> list[int]:
    """Where "en" after a term brings a new subject: "de cijfers vrijdag en Els de notulen"."""
    items = clause.items
    verb = clause.verb
    single = verb is not None and not verb.form & Form.PLURAL  # not "nemen Jan en ik de ..."
    return [
        j
        for j in range(clause.finite + 2, len(items) - 2)
        if items[j].low == "en" and _second_thing(clause, j)
    ] + [
        j
        for j in range(clause.finite + 2, len(items) - 2)
        if items[j].low == "en"
        and (found := parties.at(items, j + 1)) is not None
        and (single or not _joined_subject(clause, parties, j))
        and not _joined_company(clause, parties, j)
        and (
            clause.fixed[j - 1]
            or items[j - 1].low in PARTICLES
            or (found.end < len(items) and clause.fixed[found.end])
            or (single and found.end + 1 < len(items) and items[found.end].low in DETERMINERS)
            or (single and found.pronoun and _same_preposition(clause, found.end))
        )
    ]


def _joined_subject(clause: Clause, parties: Parties, j: int) -> bool:
    """Whether "en" joins two subjects right behind a plural verb: "wijzen wij en de klant ..."."""
    first = parties.at(clause.items[:j], clause.finite + 1)
    return first is not None and first.end == j


def _joined_company(clause: Clause, parties: Parties, j: int) -> bool:
    """Whether "en" joins two names behind "met": "lopen met Jan en Els maandag de cijfers na"."""
    items = clause.items
    return any(
        items[k - 1].low == "met" and (found := parties.at(items, k)) is not None and found.end > j
        for k in range(max(clause.finite + 2, j - 4), j)
    )


def _same_place(clause: Clause, a: int, start: int, b: int) -> bool:
    """ "Belt vrijdag met Jan, maandag met Els": a second day with the same preposition."""
    items, fixed = clause.items, clause.fixed
    k = next((k for k in range(start, b) if not fixed[k]), b)
    if k + 1 >= b or items[k].low not in _WITH:
        return False
    return any(fixed[m - 1] and items[m].low == items[k].low for m in range(clause.finite + 2, a))


def _second_thing(clause: Clause, j: int) -> bool:
    """ "De helft vrijdag en de rest maandag", or each day before its thing."""
    items, fixed = clause.items, clause.fixed
    far = min(len(items), j + _REACH)
    if fixed[j + 1]:
        if _same_place(clause, j, j + 1, len(items)):
            return True
        k = next((k for k in range(j + 1, far) if not fixed[k]), far)
        day_first = clause.finite + 1 < j and fixed[clause.finite + 1]
        day_first = day_first and any(t.low in DETERMINERS for t in items[clause.finite + 2 : j])
        return day_first and k + 1 < far and items[k].low in DETERMINERS
    split = items[j - 1].low in PARTICLES and any(fixed[clause.finite + 1 : j])
    if not (fixed[j - 1] or split) or items[j + 1].low not in DETERMINERS or fixed[j + 2]:
        return False
    k = next((k for k in range(j + 2, far) if fixed[k]), far)
    plain = all(items[m].low not in PREPOSITIONS for m in range(j + 2, k))
    return k < far and plain and all(clause.read[m] is None for m in range(j + 3, k))


def _same_preposition(clause: Clause, i: int) -> bool:
    """Whether a gap opens with the preposition of the verb: "zorgt voor A en wij voor B"."""
    items = clause.items
    low = items[i].low if i < len(items) else ""
    return low in PREPOSITIONS and any(t.low == low for t in items[clause.finite + 1 : i])


def _gap(
    clause: Clause, parties: Parties, a: int, b: int, *, first: bool
) -> tuple[int, Party | None] | None:
    items, fixed = clause.items, clause.fixed
    start = a
    while start < b and items[start].low in COORDINATORS:
        start += 1
    if b - start < 2 or items[start].low in PREPOSITIONS:
        return None
    if fixed[start]:
        again = _same_place(clause, a, start, b)
        thing = start > a and _second_thing(clause, start - 1)
        return (start, None) if again or thing else None
    rest = range(start, b)
    dated = any(fixed[k] for k in rest)
    lead = parties.at(items, start) if items[start].low not in _OBJECTS else None
    low = items[start].low
    if lead is not None and lead.owner is Owner.THIRD and not items[start].capital:
        lead = lead if low in DETERMINERS else None
    if lead is not None and lead.end < b:
        after = items[lead.end]
        thing = (
            after.low in DETERMINERS
            or after.low in ("dat", "het")
            or fixed[lead.end]
            or after.low in PREPOSITIONS
        )
        plain = after.is_word and after.low not in FILLERS and dated
        if after.low == "ook" and lead.end + 1 == b:
            return start, lead  # "Jan komt vrijdag, Bob ook"
        return (start, lead) if thing or plain else None
    if (
        lead is not None
        or not dated
        or not any(clause.fixed[max(clause.finite + 1, a - _BACK) : a])
    ):
        return None
    noun = items[start].low in DETERMINERS and start + 1 < b and not fixed[start + 1]
    return (start, None) if noun else None
