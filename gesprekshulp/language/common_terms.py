"""A term that counts for several promises: "Deze week nog: ...", "..., allebei voor 1 mei"."""

from collections.abc import Callable
from dataclasses import dataclass

from gesprekshulp.language.text_units import Token
from gesprekshulp.language.wordlists import words

_LONGEST = 12  # words in such a head or tail
_TWO = frozenset(words("allebei beide beiden"))
_MORE = frozenset(words("alles allemaal alle"))
_HEADS = frozenset(
    words(
        "afspraken afspraak acties actie actiepunten actiepunt toezeggingen toezegging planning "
        "to-do todo te doen nog werkafspraken taken taakverdeling deadline klus lijst lijstje"
    )
)
_ALSO = frozenset(
    words(
        "en dat dan ook nog graag liefst klaar af gereed rond binnen geregeld voor punten drie "
        "vier vijf de het dit volgende doen we wij doe ik moet moeten zijn is drieën een ander"
    )
)
_BEFORE_TAIL = frozenset((",", ":", "-", "–", "—", "("))
_STOPS = frozenset((".", "!", ";", "…", ")"))
_COUNTS = {"drie": 3, "vier": 4, "vijf": 5}


@dataclass(frozen=True, slots=True)
class Tail:
    """The closing words, and to how many promises they reach back; 0 is to all of them."""

    items: list[Token]
    count: int


def head(items: list[Token], fixed: Callable[[Token], bool]) -> int:
    """Where the colon of "Afspraken voor vrijdag:" stands; 0 when nothing but a term is said."""
    colon = next((i for i, t in enumerate(items[:_LONGEST]) if t.low == ":"), 0)
    before = items[:colon]
    dated = any(fixed(t) for t in before)
    known = all(fixed(t) or t.low in _HEADS | _ALSO | _TWO | _MORE for t in before)
    return colon if colon + 1 < len(items) and dated and known else 0


def tail(items: list[Token], fixed: Callable[[Token], bool]) -> Tail | None:
    """The words "allebei voor 1 mei" or "alles vrijdag klaar" that close a sentence, or are it."""
    end = len(items)
    while end and items[end - 1].low in _STOPS:
        end -= 1
    start = end
    while start and items[start - 1].low not in _BEFORE_TAIL and end - start < _LONGEST:
        start -= 1
    if start and items[start - 1].low not in _BEFORE_TAIL:
        return None
    inner = items[start:end]
    if not any(fixed(t) for t in inner):
        return None
    lows = [t.low for t in inner if not fixed(t)]
    if not all(low in _ALSO or low in _TWO or low in _MORE for low in lows):
        return None
    if any(low in _TWO for low in lows):
        return Tail(inner, 2)
    if ("een" in lows and "ander" in lows) or any(low in _MORE for low in lows):
        return Tail(inner, next((_COUNTS[low] for low in lows if low in _COUNTS), 0))
    return None
