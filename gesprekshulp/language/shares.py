"""A division of work without a verb: "Wij het ontwerp, de aannemer de steiger, alles wk 12"."""

from collections.abc import Callable
from dataclasses import dataclass

from gesprekshulp.language import verbs
from gesprekshulp.language.lexicon import DETERMINERS, FILLERS, NEGATIONS, PREPOSITIONS
from gesprekshulp.language.parties import Parties, Party
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form

_NOUNS = 3  # words
_STATES = frozenset(("jarig", "ziek", "vrij", "afwezig", "weg", "thuis", "vakantie", "verlof"))
_ALL = frozenset(("allebei", "beide", "beiden", "alles", "allemaal"))
_LONGEST = 40  # words
_FINITE = Form.THIRD | Form.PAST


@dataclass(frozen=True, slots=True)
class Share:
    """Who takes what; `items` are the words behind the name."""

    party: Party
    items: list[Token]


def shares(
    items: list[Token], parties: Parties, fixed: Callable[[Token], bool]
) -> tuple[list[Share], list[Token]]:
    """The shares of a line, and what stands behind them for all; none when it is no division."""
    if len(items) > _LONGEST:
        return [], []
    parts = _parts(items)
    found: list[Share] = []
    bare = False  # things without an article, that only a common day makes promises
    for number, part in enumerate(parts):
        part = _without_terms(part, fixed)
        party = parties.at(part, 0) if part else None
        rest = part[party.end :] if party is not None else []
        weak = party is not None and bool(rest) and _bare(rest, fixed)
        bare = bare or weak
        if party is None or not rest or not (weak or _thing(rest, fixed)):
            if len(found) < 2:
                return [], []
            left = [token for later in parts[number:] for token in later]
            dated = any(t.low in _ALL for t in left) and any(fixed(t) for t in left)
            return ([], []) if bare and not dated else (found, left)
        found.append(Share(party, parts[number]))
    return (found, []) if len(found) > 1 and not bare else ([], [])


def _parts(items: list[Token]) -> list[list[Token]]:
    out: list[list[Token]] = [[]]
    for token in items:
        if token.low in (",", "en", ":", "|") and out[-1]:
            out.append([])
        elif token.low not in (",", ".", ";", ":", "|", "en"):
            out[-1].append(token)
    return [part for part in out if part]


def _without_terms(part: list[Token], fixed: Callable[[Token], bool]) -> list[Token]:
    while part and fixed(part[0]):
        part = part[1:]
    return part


def _noun_and_day(rest: list[Token], fixed: Callable[[Token], bool]) -> bool:
    """ "(Bob) concept vr": a noun or two right behind the name, and a day."""
    nouns = [t for t in rest if not fixed(t)]
    if not 1 <= len(nouns) <= _NOUNS or len(nouns) == len(rest) or fixed(rest[0]):
        return False
    plain = all(t.is_word and not t.capital and verbs.verb(t.low) is None for t in nouns)
    closed = DETERMINERS | PREPOSITIONS | FILLERS | NEGATIONS | _STATES
    return plain and not any(t.low in closed for t in nouns)


def _bare(rest: list[Token], fixed: Callable[[Token], bool]) -> bool:
    """ "(Bob) sprekers": a noun or two and nothing else."""
    closed = DETERMINERS | PREPOSITIONS | FILLERS | NEGATIONS | _STATES
    plain = all(t.is_word and not t.capital and not fixed(t) for t in rest)
    return (
        plain
        and len(rest) < _NOUNS
        and not any(t.low in closed or verbs.verb(t.low) is not None for t in rest)
    )


def _thing(rest: list[Token], fixed: Callable[[Token], bool]) -> bool:
    """Whether what a party takes is named at once: a determiner and no verb."""
    if rest[0].low not in DETERMINERS or rest[0].low in PREPOSITIONS:
        return _noun_and_day(rest, fixed)
    for token in rest:
        verb = verbs.verb(token.low)
        if verb is not None and verb.form & _FINITE and not fixed(token):
            return False
    return True
