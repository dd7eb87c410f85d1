"""Wording that promises without binding: marked while it is typed."""

import re
from datetime import date

from gesprekshulp.language.patterns import pattern

_LATER = (
    r"zsm|z\.s\.m\.?|zo (?:snel|spoedig|gauw) mogelijk|asap|binnenkort|een dezer dagen|"
    r"op korte termijn|te zijner tijd|t\.z\.t\.?|snel|spoedig|gauw"
)
_TOUCH = (
    r"(?:we|wij) (?:houden (?:nog )?contact|houden elkaar op de hoogte"
    r"|spreken elkaar (?:nog|snel|gauw|binnenkort))"
    r"|(?:je|u|jullie) hoor(?:t|en)? (?:nog )?(?:van (?:ons|mij|me)|iets)"
)
_SOME_TIME = (
    r"ik (?:bel|mail|app|spreek|zie|stuur|laat)(?: \w+){0,3} nog(?: (?:even|wel|een keer|eens))?"
    r"|(?:kom|komt|komen)(?: \w+){0,2} (?:er|hier|daar|daarop|erop|hierop)(?: \w+){0,4} terug"
    r"|(?:kom|komt|komen) (?:\w+ ){0,2}nog terug|ik zoek het (?:nog )?(?:even )?uit"
    r"|neem(?:t|en)? (?:ik |we |wij )?(?:het |dit |dat )?mee|komt (?:goed|in orde|eraan)"
)
_EFFORT = (
    r"prober(?:en)?|probeer(?:t)?|(?:ik|we|wij) (?:zal|zullen|ga|gaan) (?:eens |even )?kijken"
    r"|kijken? (?:even |eens )?of|(?:mijn|ons|zijn|haar|hun) best"
    r"|als het (?:lukt|meezit|even kan)|misschien|wellicht|eventueel|hopelijk"
)
_VAGUE = pattern(rf"\b(?:{_TOUCH}|{_SOME_TIME}|{_EFFORT}|{_LATER})(?!\w)", re.IGNORECASE)


def find_vague(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text promises vaguely ("ik bel je nog", "zsm"): start and end of each, in order.

    Fast enough for every key; wording that is not about a promise may be marked too.
    """
    return tuple(match.span() for match in _VAGUE.finditer(text))


_NOTHING = frozenset(("later", "nog", "ooit", "nvt", "n.v.t", "ntb", "onbekend", "geen"))


def holds_nothing(event: str, today: date) -> bool:
    """Whether words that stand where an event belongs name none: "zsm", "als het lukt", "?"."""
    words = event.strip(" .,;:!?-–…()").lower()
    if not any(sign.isalnum() for sign in words) or words in _NOTHING:
        return True
    covered = sum(end - start for start, end in find_vague(words))
    if covered >= len(words):
        return True
    from gesprekshulp.language.terms import TermKind, read_term  # large, and seldom needed here

    term = read_term(words, today)
    return term is not None and term.kind is TermKind.VAGUE and len(term.text) >= len(words)
