"""Lists of things inside one clause: "Els zal de notulen, de begroting en het plan rondsturen"."""

from dataclasses import replace

from gesprekshulp.language import verbs
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    FILLERS,
    NEGATIONS,
    NOMINATIVE,
    SUBORDINATORS,
)
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verb_lists import NOUN_LIKE, PARTICLES, WITH_INFINITIVE
from gesprekshulp.language.verbs import Form, Sort
from gesprekshulp.language.wordlists import words

_CLOSES = frozenset(words("en of & alsmede evenals"))
_CUTS = frozenset((",", ":", ";", "|", "→", "->", "=>", "–", "—"))
_HELPERS = frozenset(words("hebben zijn worden proberen trachten pogen dienen hoeven"))
_MARKS = frozenset(words("dat omdat zodat als zodra indien wanneer om die nadat voordat terwijl"))
_DONE = Form.PLURAL | Form.PARTICIPLE | Form.THIRD
_BACK = 30  # words in which the clause began
_AHEAD = 24  # words within which the list and its clause end
_ONE = 7  # words in one thing


def joined_things(items: list[Token], fixed: list[bool]) -> list[Token]:
    """The tokens, with the commas of a list read as "en" where the clause still waits for its verb.

    Between "zal" and its infinitive, or between "dat" and the verb, no new clause can begin.
    """
    out: list[Token] | None = None
    start = 0  # of the clause, past the commas that were no list
    for i, token in enumerate(items):
        if token.low not in _CUTS:
            continue
        if token.low == "," and _waits(items, fixed, max(start, i - _BACK), i):
            end = _list_end(items, fixed, i)
            if end and _verb_comes(items, fixed, end):
                out = out if out is not None else list(items)
                out[i] = replace(token, low="&")
                continue
        start = i + 1
    return out if out is not None else items


def _waits(items: list[Token], fixed: list[bool], start: int, stop: int) -> bool:
    """Whether the clause up to here has a helping verb, or a joining word, and no verb for it."""
    opened = -1
    for k in range(start, stop):
        low = items[k].low
        verb = None if fixed[k] or low in NOUN_LIKE else verbs.verb(low)
        if low in _MARKS and not fixed[k]:
            opened = k
            continue
        if verb is None or _names(items, k):
            continue
        helps = not verb.particle and (verb.lemma in WITH_INFINITIVE or verb.lemma in _HELPERS)
        promises = verbs.speech(verb.lemma, verb.particle) is Sort.PROMISE
        if opened < 0 and (helps or promises) and verb.form & ~Form.PARTICIPLE:
            opened = k
        elif opened >= 0 and not helps and verb.form & _DONE:
            return False  # but "zal proberen" still waits
    return opened >= 0


def _names(items: list[Token], k: int) -> bool:
    """Whether a word that could be a verb is a noun behind its article: "de ramen"."""
    return k > 0 and items[k - 1].low in DETERMINERS


def _list_end(items: list[Token], fixed: list[bool], comma: int) -> int:
    """Where the last thing of the list begins; 0 when this comma opens no list."""
    k = comma + 1
    size = 0
    far = min(len(items), comma + _AHEAD)
    while k < far:
        low = items[k].low
        if low in _CLOSES:
            return k + 1 if size and k + 1 < len(items) else 0
        if low == ",":
            if not size:
                return 0
            size = -1
        elif not _of_thing(items, fixed, k):
            return 0
        size += 1
        if size > _ONE:
            return 0
        k += 1
    return 0


def _of_thing(items: list[Token], fixed: list[bool], k: int) -> bool:
    low = items[k].low
    if fixed[k] or low in _CUTS or low in NOMINATIVE or low in NEGATIONS:
        return False
    if low in DETERMINERS:
        return True
    if low in COORDINATORS or low in SUBORDINATORS - {"voor", "vóór", "tot"}:
        return False
    if low in FILLERS or low in ("te", "om"):
        return False
    return low in NOUN_LIKE or verbs.verb(low) is None or _names(items, k)


def _verb_comes(items: list[Token], fixed: list[bool], start: int) -> bool:
    """Whether the verb of the clause still follows, and no subject of another one."""
    for k in range(start, min(len(items), start + _AHEAD)):
        low = items[k].low
        if low in _CUTS or (low in NOMINATIVE and not fixed[k]) or low in SUBORDINATORS & _MARKS:
            return False
        verb = None if fixed[k] or low in NOUN_LIKE else verbs.verb(low)
        if verb is None or _names(items, k) or low in PARTICLES:
            continue
        last = k + 1 >= len(items) or not items[k + 1].is_word or fixed[k + 1]
        behind = items[k + 1].low if not last else ""
        ends = last or behind in ("en", "te") or verbs.verb(behind) is not None
        return ends or items[k - 1].low == "te" or verb.form == Form.PARTICIPLE
    return False
