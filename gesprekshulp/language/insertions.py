"""Stretches put into a clause between two commas or dashes, which is read without them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from gesprekshulp.language import verbs
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    EVENT_MARKS,
    NOMINATIVE,
    SUBORDINATORS,
)
from gesprekshulp.language.parties import Owner, Parties
from gesprekshulp.language.roles import CLIENT_NOUNS, EXTERNAL_ROLES, INTERNAL_ROLES
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verb_lists import NOUN_LIKE
from gesprekshulp.language.verbs import Form, Sort
from gesprekshulp.language.wordlists import words

_LONGEST = 16  # words in a stretch
_BACK = 40  # words before a stretch in which its clause began
_DASHES = frozenset(("-", "–", "—"))
_OPENS_RELATIVE = frozenset(
    words(
        "die dat wie wier wiens waarmee waarin waarvoor waarop waarvan waarbij waardoor waarover "
        "waaraan waarna waar wat"
    )
)
_CONCEDES = frozenset(words("al hoewel ofschoon ondanks alhoewel ook omdat aangezien doordat"))
_MARKS = SUBORDINATORS - frozenset(words("voor vóór tot sinds die wie wat waar hoe"))
_WAITING = frozenset(
    words("zal zullen zou zouden heeft hebben heb had wordt worden is zijn gaat gaan kan wil")
)
_ROLES = CLIENT_NOUNS | EXTERNAL_ROLES | INTERNAL_ROLES
_COMPARES = frozenset(words("net evenals anders zoals behalve naast"))
_DESCRIBES = frozenset(words("verantwoordelijk werkzaam tevens voormalig afkomstig eigenaar"))
_NO_SUBJECT = frozenset(words("dat dit hier daar dan nu"))


@dataclass(slots=True)
class Inserted:
    """A sentence without what was put into it, and where in the note that stood.

    `events` are the places of conditions, on which what stands around them hangs.
    """

    items: list[Token]
    places: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    events: list[int] = field(default_factory=list[int])


def without_insertions(
    items: list[Token], in_term: Callable[[Token], bool], parties: Parties
) -> Inserted:
    """The sentence with each stretch taken out that only interrupts the clause around it."""
    found = Inserted(items)
    cuts = [i for i in range(1, len(items) - 1) if _cuts(items, i)]
    if len(cuts) < 2:
        return found
    dropped: set[int] = set()
    edges = [-1, *cuts, len(items)]
    start = 0  # where the clause began that an earlier stretch interrupted
    for n, (a, b) in enumerate(pairwise(cuts), 1):
        if a in dropped or items[a].low != items[b].low or not 1 < b - a <= _LONGEST:
            start = start if a in dropped else edges[n - 1] + 1
            continue
        left = [items[k] for k in range(max(start, a - _BACK), a) if k not in dropped]
        right = items[b + 1 : edges[n + 2] if n + 2 < len(edges) else len(items)]
        inner = items[a + 1 : b]
        if not left or not right:
            start = a + 1
            continue
        if _apposition(left, inner, right, in_term):
            if not left[-1].capital:
                dropped |= set(range(a, b + 1))
                continue
            named = parties.at(left, len(left) - 1)
            role = parties.at(inner, 0)
            known = named is not None and named.owner is not Owner.THIRD
            if not known and role is not None and role.owner is not Owner.THIRD:
                dropped |= {a - 1, a, b}  # "Ilse, onze jurist,": known by what she is
            else:
                dropped |= set(range(a, b + 1))
            continue
        condition = _condition(left, inner)
        if condition or _interrupts(left, inner, right, in_term):
            if condition and inner[0].low != "tenzij":
                found.events.append(inner[0].start)
            found.places.append((inner[0].start, inner[-1].end))
            dropped |= set(range(a, b + 1))
            continue
        start = a + 1
    if dropped:
        found.items = [token for i, token in enumerate(items) if i not in dropped]
    return found


def _cuts(items: list[Token], i: int) -> bool:
    low = items[i].low
    apart = items[i].start > items[i - 1].end and items[i + 1].start > items[i].end
    return low == "," or (low in _DASHES and apart)


def _interrupts(
    left: list[Token],
    inner: list[Token],
    right: list[Token],
    in_term: Callable[[Token], bool],
) -> bool:
    first, goes_on = inner[0].low, right[0].low
    promise = _ends_in_promise(left)
    if first in ("en", "maar", "wat", "hetgeen", "al") and goes_on in ("om", "dat") and promise:
        # "Ik heb aangeboden, en zij nam dat aan, om haar te bellen"
        return not any(in_term(t) for t in inner)
    opened = _open_mark(left, in_term)
    second = inner[1].low if len(inner) > 1 else ""
    relative = first in _OPENS_RELATIVE or second in ("wie", "welke")
    if opened and (relative or first in _CONCEDES):
        return goes_on not in COORDINATORS and goes_on not in SUBORDINATORS
    aside = first in ("en", "maar", "al")
    aside = aside or (first in ("dat", "zo", "daar") and bool(second) and _finite(inner[1]))
    compares = first in _COMPARES and not any(_finite(t) for t in inner)
    if compares and (opened or _waits(left, in_term)):
        return goes_on not in COORDINATORS  # "dat hij, net als vorig jaar, de boom snoeit"
    if first in _CONCEDES and _waits(left, in_term):
        return goes_on not in COORDINATORS and goes_on not in SUBORDINATORS - {"om"}
    if aside and second and _waits(left, in_term):
        # "Wij hebben, en daar ben ik blij om, afgesproken dat ..."
        return goes_on not in COORDINATORS and any(_finite(t) for t in inner)
    return False


def _condition(left: list[Token], inner: list[Token]) -> bool:
    """ "dat hij, zodra de bank akkoord is, het hek bestelt"."""
    return inner[0].low in EVENT_MARKS - {"voor", "vóór", "tot"} and _open_mark(
        left, lambda _: False
    )


def _open_mark(left: list[Token], in_term: Callable[[Token], bool]) -> bool:
    """Whether a joining word opened a clause whose verb is still to come."""
    mark = max((i for i, t in enumerate(left) if t.low in _MARKS and not in_term(t)), default=-1)
    if mark < 0 or mark + 1 >= len(left) or _finite(left[mark + 1]):
        return False
    if left[mark].low == "als" and mark:
        return False  # "als adviseur"
    return not any(_finite(t) and not in_term(t) for t in left[mark + 1 :])


def _waits(left: list[Token], in_term: Callable[[Token], bool]) -> bool:
    """Whether an auxiliary waits for its verb: "Ik heb", "Jan zal"."""
    for i, token in enumerate(left):
        if token.low in _WAITING and token.low != "zijn" and i <= 4:
            rest = left[i + 1 :]
            return not any(
                (v := verbs.verb(t.low)) is not None
                and v.form & (Form.PARTICIPLE | Form.PLURAL)
                and t.low not in NOUN_LIKE
                and not in_term(t)
                for t in rest
            )
    return False


def _ends_in_promise(left: list[Token]) -> bool:
    for token in left[-4:]:
        verb = verbs.verb(token.low)
        if verb is not None and verbs.speech(verb.lemma, verb.particle) in (
            Sort.PROMISE,
            Sort.SAY,
        ):
            return True
    return False


def _apposition(
    left: list[Token],
    inner: list[Token],
    right: list[Token],
    in_term: Callable[[Token], bool],
) -> bool:
    """ "Secura, de externe partij, ...", "Peter, gemeentesecretaris, ..."."""
    name, first = left[-1], inner[0]
    if not name.is_word or in_term(name) or len(inner) > 8:
        return False
    if not name.capital and not _open_mark(left, in_term):
        return False
    if any(_finite(t) or t.low in NOMINATIVE or in_term(t) for t in inner) or inner[-1].capital:
        return False
    joined = right[0].low in COORDINATORS and (first.low != "een" or name.capital)
    if joined or right[0].low in SUBORDINATORS:
        return False
    if first.capital or any(t.low in ("en", "&", ":") for t in inner[:1]):
        return False
    determined = first.low in DETERMINERS - _NO_SUBJECT and len(inner) > 1
    if not name.capital and (right[0].low in DETERMINERS or first.low == "het"):
        return False  # "dat hij de stoel, de tafel, het bed levert"
    title = first.low in _ROLES or any(first.low.endswith(r) for r in ("secretaris", "meester"))
    if not determined and not title and first.low not in _DESCRIBES:
        return False
    return any(verbs.verb(t.low) is not None and not in_term(t) for t in right)


def _finite(token: Token) -> bool:
    verb = verbs.verb(token.low)
    if verb is None or token.low in NOUN_LIKE or token.capital:
        return False
    if verb.form & Form.PARTICIPLE and not token.low.endswith(("de", "te", "den", "ten")):
        return False
    return bool(verb.form & (Form.THIRD | Form.PAST)) or token.low in _WAITING - {"zijn"}
