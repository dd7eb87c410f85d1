"""Wording that promises without binding: marked while it is typed."""

import re

_VAGUE = re.compile(
    r"\b(?:"
    r"zsm|z\.s\.m\.?|zo (?:snel|spoedig|gauw) mogelijk|asap|binnenkort|een dezer dagen|op (?:korte )?termijn|te zijner tijd|t\.z\.t\.?"
    r"|(?:we|wij) (?:houden (?:nog )?contact|houden elkaar op de hoogte|spreken elkaar (?:nog|snel|gauw|binnenkort))"
    r"|ik (?:bel|mail|app|spreek|zie|stuur|laat)(?: \w+){0,3} nog(?: (?:even|wel|een keer|eens))?"
    r"|(?:je|u|jullie) hoor(?:t|en)? (?:nog )?(?:van (?:ons|mij|me)|iets)"
    r"|(?:kom|komt|komen|kwam)(?: \w+){0,2} (?:er|hier|daar|daarop|erop|hierop)(?: \w+){0,4} (?:op )?terug"
    r"|(?:kom|komt|komen) (?:\w+ ){0,2}nog terug|nog (?:even|eens) terug"
    r"|(?:proberen?|probeert|probeer)\b|(?:ik|we|wij) (?:zal|zullen|ga|gaan) (?:eens |even )?kijken"
    r"|kijken? (?:even |eens |of )|mijn best|ons best|zijn best|haar best|hun best"
    r"|als het (?:lukt|meezit|even kan)|misschien|wellicht|eventueel|hopelijk"
    r"|ik zoek het (?:nog )?(?:even )?uit|neem(?:t|en)? (?:ik |we |wij )?(?:het |dit |dat )?mee"
    r"|komt (?:goed|in orde|eraan)|(?:snel|spoedig|gauw|later|ooit) (?:een keer|iets|contact|even)?"
    r")(?!\w)",
    re.IGNORECASE,
)


def find_vague(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text promises vaguely ("ik bel je nog", "zsm"): start and end of each, in order.

    Fast enough for every key; text that is not about a promise may be marked too.
    """
    return tuple(m.span() for m in _VAGUE.finditer(text))
