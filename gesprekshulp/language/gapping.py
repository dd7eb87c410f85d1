"""Gapping: "Wiebe licht de bank in, ik de accountant" has one verb and two promises."""

from dataclasses import dataclass, replace
from itertools import pairwise

from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    FILLERS,
    NOMINATIVE,
    PREPOSITIONS,
)
from gesprekshulp.language.parties import Owner, Parties, Party
from gesprekshulp.language.verb_chains import chain_of
from gesprekshulp.language.verb_lists import PARTICLES, WITH_INFINITIVE
from gesprekshulp.language.verbs import Form
from gesprekshulp.language.wordlists import words

_WITH = frozenset(("met", "naar", "bij", "aan", "in", "op", "over", "voor"))
_REACH = 8  # words
_BACK = 40  # words within which the first half must have its term
_ALL = frozenset(("allebei", "beide", "beiden", "alles", "alle", "allemaal"))
_OBJECTS = frozenset(("ons", "mij", "me", "hem", "haar", "hen", "jou", "u", "je", "jullie", "ze"))
# With these a name right behind the verb is who gets something: "stuur Els en Jan de lijst".
_TO_SOMEBODY = frozenset(
    words(
        "sturen mailen appen geven brengen leveren bezorgen zenden tonen vertellen lenen betalen "
        "verkopen verstrekken overhandigen bieden schenken berichten beloven faxen vergoeden"
    )
)


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
        read = _gap(clause, parties, a, b)
        if read is not None:
            found.append((read[0], b, read[1]))
    if not found:
        return clause, []
    cut = found[0][0]
    if not common and found[-1][1] == edges[-2] and _only_term(clause, edges[-2]):
        if any(clause.fixed[:cut]):  # "..., Els de notaris, maandag"
            found[-1] = (found[-1][0], edges[-1], found[-1][2])
        else:
            common = edges[-2]  # "Ik stuur Jan de lijst en hij mij de polis, nog deze week"
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


def _only_term(clause: Clause, start: int) -> bool:
    """Whether nothing but a term stands from `start` to the end."""
    rest = range(start, len(clause.items))
    return any(clause.fixed[k] for k in rest) and all(
        clause.fixed[k] or not clause.items[k].is_word or clause.items[k].low in FILLERS
        for k in rest
    )


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
        if items[j].low == "en"
        and (_second_thing(clause, j) or _second_subject(clause, parties, j, j + 1) is not None)
    ] + [
        j
        for j in range(clause.finite + 2, len(items) - 2)
        if items[j].low == "en"
        and (found := parties.at(items, j + 1)) is not None
        and (single or not _joined_subject(clause, parties, j))
        and not _joined_company(clause, parties, j)
        and not _joined_receivers(clause, parties, j, found)
        and not _within_bracket(clause, j, found)
        and (
            clause.fixed[j - 1]
            or items[j - 1].low in PARTICLES
            or (end := _behind_receiver(clause, found.end)) >= len(items)
            or clause.fixed[end]
            or (single and end + 1 < len(items) and items[end].low in DETERMINERS)
            or (single and found.pronoun and _same_preposition(clause, end))
        )
    ]


def _within_bracket(clause: Clause, j: int, found: Party) -> bool:
    """Whether the verb is still to come: "zal bij de bank en de gemeente navraag doen"."""
    verb = clause.verb
    if verb is None or not (verb.lemma in WITH_INFINITIVE or verb.lemma in ("hebben", "worden")):
        return False
    chain = chain_of(clause)
    waits = bool(chain) and chain[-1] > j
    waits = waits and (chain[0] > j or clause.items[chain[-1] - 1].low == "te")
    return waits and found.owner is Owner.THIRD and not found.pronoun


def _behind_receiver(clause: Clause, i: int) -> int:
    """The place behind "mij" in "en Els mij de planning": who gets it in the second half."""
    items = clause.items
    receives = i + 1 < len(items) and items[i].low in _OBJECTS
    other = receives and not (items[i].low in DETERMINERS and items[i + 1].low not in DETERMINERS)
    return i + 1 if other else i


def _joined_receivers(clause: Clause, parties: Parties, j: int, second: Party) -> bool:
    """Whether "en" joins two who get something: "Ik stuur Els en Jan de begroting"."""
    items, verb = clause.items, clause.verb
    if verb is None or verb.lemma not in _TO_SOMEBODY or second.pronoun:
        return False
    end = second.end
    thing = end < len(items) and items[end].low in DETERMINERS and not clause.fixed[end]
    starts = clause.finite + 1
    subject = parties.at(items[:j], starts) if starts < j else None
    if subject is not None and subject.pronoun and subject.end < j:
        starts = subject.end
    first = parties.at(items[:j], starts) if starts < j else None
    return thing and first is not None and first.end == j


def _second_subject(clause: Clause, parties: Parties, a: int, start: int) -> Party | None:
    """Who acts in ", maandag Els" behind "Vrijdag komt Jan": a day, and somebody right behind it.

    A name only counts where the first half has its day in front as well; behind "Ik bel vrijdag
    Jan" it is the one who is called.
    """
    items, fixed = clause.items, clause.fixed
    k = next((k for k in range(start, min(len(items), start + _REACH)) if not fixed[k]), start)
    if k == start or items[k].low in _OBJECTS:
        return None
    found = parties.at(items, k)
    fronted = any(fixed[clause.core[0] : clause.finite]) and parties.at(items, clause.finite + 1)
    if found is None or not (fronted or items[k].low in NOMINATIVE):
        return None
    if not any(fixed[:a]) or (found.owner is Owner.THIRD and not found.pronoun and not fronted):
        return None
    end = _behind_receiver(clause, found.end)
    ends = end >= len(items) or not items[end].is_word or items[end].low in COORDINATORS
    return found if ends or items[end].low in DETERMINERS | PREPOSITIONS else None


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


def _has_thing(clause: Clause, stop: int) -> bool:
    """Whether the first half names something behind its verb, to which a second can be joined."""
    items = clause.items
    return any(
        items[k].low in DETERMINERS and not clause.fixed[k] and items[k - 1].low not in PREPOSITIONS
        for k in range(clause.finite + 1, stop)
    ) and bool(clause.core[0] < clause.finite and not clause.fixed[clause.finite - 1])


def _same_preposition(clause: Clause, i: int) -> bool:
    """Whether a gap opens with the preposition of the verb: "zorgt voor A en wij voor B"."""
    items = clause.items
    low = items[i].low if i < len(items) else ""
    return low in PREPOSITIONS and any(t.low == low for t in items[clause.finite + 1 : i])


def _gap(clause: Clause, parties: Parties, a: int, b: int) -> tuple[int, Party | None] | None:
    items, fixed = clause.items, clause.fixed
    start = a
    while start < b and items[start].low in COORDINATORS:
        start += 1
    if b - start < 2 or items[start].low in PREPOSITIONS:
        return None
    if fixed[start]:
        subject = _second_subject(clause, parties, a, start)
        if subject is not None and subject.end <= b:
            return start, subject
        again = _same_place(clause, a, start, b)
        thing = start > a and _second_thing(clause, start - 1)
        return (start, None) if again or thing else None
    rest = range(start, b)
    dated = any(fixed[k] for k in rest)
    lead = parties.at(items, start) if items[start].low not in _OBJECTS else None
    low = items[start].low
    if lead is not None and lead.owner is Owner.THIRD and not items[start].capital:
        lead = lead if low in DETERMINERS else None
    end = _behind_receiver(clause, lead.end) if lead is not None else b
    if lead is not None and end < b:
        after = items[end]
        thing = (
            after.low in DETERMINERS
            or after.low in ("dat", "het")
            or fixed[end]
            or after.low in PREPOSITIONS
        )
        plain = after.is_word and after.low not in FILLERS and dated
        only_day = all(fixed[k] or items[k].low in FILLERS for k in range(end, b))
        if only_day and lead.owner is Owner.THIRD and not lead.pronoun and _has_thing(clause, a):
            # "Bob belt de bank en de makelaar morgen": whom he calls
            return (start, None) if any(fixed[:a]) else None
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
