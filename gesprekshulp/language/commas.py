"""Commas that do not part clauses: around a term or around the names behind "wij"."""

from itertools import pairwise

from gesprekshulp.language.lexicon import FILLERS, PREPOSITIONS, SUBORDINATORS
from gesprekshulp.language.text_units import Token

_WE = frozenset(("wij", "we"))
_NEAR = 10  # words; a longer stretch between two commas is no parenthesis
_WAITING = frozenset(
    ("zal", "zullen", "zult", "gaat", "gaan", "ga", "heeft", "hebben", "heb", "wordt", "worden")
)


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
        elif any(fixed[k] for k in inner) and all(
            fixed[k] or items[k].low in FILLERS or items[k].low in PREPOSITIONS for k in inner
        ):
            left = {items[k].low for k in range(begins, a) if not fixed[k]}
            if left & SUBORDINATORS or left & _WAITING:
                dropped |= {a, b}
    return [token for i, token in enumerate(items) if i not in dropped] if dropped else items
