"""Commas that do not part clauses: around a term or around the names behind "wij"."""

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from gesprekshulp.language import verbs
from gesprekshulp.language.lexicon import (
    DETERMINERS,
    FILLERS,
    NOMINATIVE,
    PREPOSITIONS,
    SUBORDINATORS,
)
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form
from gesprekshulp.language.wordlists import words

_WE = frozenset(("wij", "we"))
_PERSONS = frozenset(("ik", "wij", "we", "u", "jij", "jullie"))
_MITS = frozenset(("mits", "indien", "als", "tenzij", "conform"))
_OPENS_PHRASE = frozenset(words("samen net zoals conform inclusief dus oftewel ofwel namelijk"))
_THERE = frozenset(("er", "daar"))
_LIGHT = FILLERS | PREPOSITIONS | _OPENS_PHRASE
_OPENS_CLAUSE = frozenset((",", ":", "en", "maar", "want", "dus"))
_NEAR = 10  # words; a longer stretch between two commas is no parenthesis
_WAITING = frozenset(words("zal zullen zult zou zouden gaat gaan ga heeft hebben heb wordt worden"))


def _aside(items: list[Token], begins: int, a: int, b: int, commas: list[int]) -> bool:
    """Whether ", mits op tijd geleverd," parts an auxiliary from its verb."""
    if items[a + 1].low not in _MITS or not any(t.low in _WAITING for t in items[begins:a]):
        return False
    if items[begins].low in SUBORDINATORS:
        return False
    if any(_finite(items[k].low) for k in range(a + 2, b)):
        return False
    place = bisect_right(commas, b)
    end = commas[place] if place < len(commas) else len(items)
    return any(verbs.verb(items[k].low) is not None for k in range(b + 1, end))


def _we_before(items: list[Token], begins: int, a: int) -> int:
    """Where "we" stands in the few words before a comma; -1 when it does not."""
    return next((k for k in range(a - 1, max(begins, a - 5) - 1, -1) if items[k].low in _WE), -1)


def _joins_me(items: list[Token], inner: range) -> bool:
    """Whether a stretch is nothing but persons, of whom one is "ik" or "wij"."""
    joined = any(items[k].low in ("en", "&") for k in inner)
    me = items[inner[-1]].low in _PERSONS or items[inner[0]].low in _PERSONS
    return joined and me and not any(verbs.verb(items[k].low) for k in inner)


def _verbless(items: list[Token], fixed: list[bool], inner: range) -> bool:
    """Whether a stretch is only a term, or a phrase that opens with a preposition."""
    if any(fixed[k] for k in inner) and all(fixed[k] or items[k].low in _LIGHT for k in inner):
        return True
    first = items[inner[0]].low
    opens = first in PREPOSITIONS or first in _OPENS_PHRASE
    return opens and not any(verbs.verb(items[k].low) is not None and not fixed[k] for k in inner)


def _finite(low: str) -> bool:
    found = verbs.verb(low)
    if found is None or found.form & Form.PARTICIPLE:
        return False
    return bool(found.form & (Form.THIRD | Form.PAST)) and not found.form & Form.STEM


def joined_names(items: list[Token]) -> list[Token]:
    """The tokens, with the comma of "Olaf, Stijn en ik" read as "en"."""
    out: list[Token] | None = None
    for i in range(1, len(items) - 3):
        if items[i].low == "+" and items[i - 1].capital and items[i + 1].capital:
            out = out if out is not None else list(items)
            out[i] = replace(items[i], low="&")  # "Els + Bob doen samen de meting"
            continue
        if items[i].low != "," or items[i + 2].low not in ("en", "&"):
            continue
        last = items[i + 3]
        named = last.capital or last.low in _PERSONS
        if not (named and items[i - 1].capital and items[i + 1].capital):
            continue
        following = items[i + 4 : i + 5]
        if following and verbs.verb(following[0].low) is not None and i > 1:
            continue  # "Vrijdag belt Olaf, Stijn en Jan mailen"
        out = out if out is not None else list(items)
        out[i] = replace(items[i], low="&")
    return out if out is not None else items


def joined_both(items: list[Token]) -> list[Token]:
    """The tokens, with "zowel Jan als Els" read as "Jan en Els"."""
    if not any(t.low == "zowel" for t in items):
        return items
    out: list[Token] = []
    joins = -1  # where "als" stands that goes with the "zowel" before
    for i, token in enumerate(items):
        if token.low == "zowel" and i > joins:
            far = range(i + 2, min(len(items) - 1, i + _NEAR))
            stop = next((k for k in far if items[k].low in (",", ":", "als", "alsook")), 0)
            if stop and items[stop].low not in (",", ":"):
                joins = stop
                continue
        if i == joins:
            token = replace(token, low="en")
        elif joins > 0 and i == joins + 1 and token.low == "ook":
            continue
        out.append(token)
    return out


def without_roles(items: list[Token]) -> list[Token]:
    """The tokens without "als kantoor" in "Wij als kantoor rekenen het door": in what role.

    It stands between a subject that opens its clause and the verb, without an article.
    """
    dropped: set[int] = set()
    for i in range(1, len(items) - 2):
        if items[i].low != "als" or not items[i + 1].is_word or items[i + 1].capital:
            continue
        subject, after = items[i - 1], items[i + 2]
        opens = i == 1 or items[i - 2].low in _OPENS_CLAUSE or items[i - 2].capital
        known = subject.low in NOMINATIVE or (subject.capital and verbs.verb(subject.low) is None)
        closed = items[i + 1].low in DETERMINERS | NOMINATIVE | PREPOSITIONS
        if opens and known and not closed and after.is_word and not after.capital:
            dropped |= {i, i + 1}
    return [t for i, t in enumerate(items) if i not in dropped] if dropped else items


def without_parentheses(items: list[Token], fixed: list[bool]) -> list[Token]:
    """The tokens without the commas around a parenthesis.

    "dat wij samen, op 7 oktober, de boedel verdelen" and "Wij, Els en ik, lopen het na" lose
    theirs; the names behind "wij" take its place.
    """
    commas = [i for i, token in enumerate(items) if token.low == ","]
    if len(commas) < 2:
        return items
    dropped: set[int] = set()
    start = 0
    for a, b in pairwise(commas):
        start, begins = a + 1, start
        if a in dropped or not 1 < b - a <= _NEAR or a == 0:
            continue
        inner = range(a + 1, b)
        if items[a - 1].low in _WE and any(items[k].low in ("en", "&") for k in inner):
            dropped |= {a - 1, a, b}
        elif (we := _we_before(items, begins, a)) >= 0 and _joins_me(items, inner):
            dropped |= {we, a, b}  # "We lopen, Els en ik, de polis door"
        elif _verbless(items, fixed, inner):
            left = {items[k].low for k in range(begins, a) if not fixed[k]}
            after = [t.low for t in items[b + 1 : b + 2]]
            # "Ik zorg er, samen met Jan, voor dat ..."
            cared = items[a - 1].low in _THERE and after in (["voor"], ["op"], ["mee"])
            if left & SUBORDINATORS or left & _WAITING or cared:
                dropped |= {a, b}
        elif _aside(items, begins, a, b, commas):
            dropped |= set(range(a, b + 1))
    return [token for i, token in enumerate(items) if i not in dropped] if dropped else items
