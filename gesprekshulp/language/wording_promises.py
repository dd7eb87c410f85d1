"""Vague words where somebody at the table promises something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from gesprekshulp.language.facts import name_words
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.vague import find_vague
from gesprekshulp.language.wording_model import Hit, Prose, Sentence, Style
from gesprekshulp.language.wordlists import words

_US = frozenset(words("ik wij we"))
# These are vague only when they stand with a promise.
_WEAK = pattern(
    r"^(?:snel|spoedig|gauw|misschien|wellicht|eventueel|hopelijk|als het .*|prober.*|kijken? .*"
    r"|probeert|komt (?:goed|in orde|eraan)|neem.*)$",
    re.IGNORECASE,
)
_BEFORE_A_NAME = frozenset(words("de heer mevrouw dhr mevr mw van den der"))
# Vague whoever says it.
_OURS_ALONE = pattern(
    r"\b(?:houd|houden) (?:u|je|jullie) (?:hiervan |daarvan |graag )?op de hoogte"
    r"|\b(?:ga|gaan) (?:er)?(?:achteraan|mee aan de slag|naar kijken)\b"
    r"|\b(?:u|je) hoort (?:\w+ ){0,4}van ons\b|\bhoort (?:u|je) (?:\w+ ){0,4}van ons\b"
    r"|\b(?:wij|we|ik) (?:doe|doen|zal|zullen) (?:ons|mijn) (?:uiterste )?best\b",
    re.IGNORECASE,
)
_SURELY = ("u hoor", "je hoor", "jullie hoor", "hoor", "houd", "ga ", "gaan ", "wij ", "we ", "ik ")
_DAY = pattern(
    r"\d|\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|overmorgen|vandaag"
    r"|vanmiddag|volgende week|deze week|januari|februari|maart|april|mei|juni|juli|augustus"
    r"|september|oktober|november|december|volgende (?:afspraak|gesprek|overleg|bezoek))\b",
    re.IGNORECASE,
)
# The past, a question or an advice: nothing is promised.
_NO_PROMISE = frozenset(
    words(
        """
        had hadden was waren heeft hebben heb gehad werd werden wilde wilden vroeg vroegen kon
        konden zou zouden gaf adviseren adviseer raden raad vragen vraag stelden stelde zagen
        bespraken hoorden merkten kregen spraken wilt kunt wil willen kan kunnen moeten moet
        """
    )
)


_NAMED = (
    r"(?:belt|mailt|appt|spreekt|ziet|stuurt|laat)(?: \w+){0,3} nog(?: (?:even|wel|een keer|eens))?"
    r"|zoekt het (?:nog )?(?:even )?uit|zal (?:eens |even )?kijken|gaat (?:eens |even )?kijken"
)


@lru_cache(maxsize=16)
def _named(us: tuple[str, ...]) -> tuple[frozenset[str], re.Pattern[str] | None]:
    """The names by which our own people are called, and what they vaguely do behind one."""
    called = {word for name in us for word in name_words(name) if word[0].isupper()}
    if not called:
        return frozenset(), None
    either = "|".join(map(re.escape, sorted(called)))
    return frozenset(map(str.lower, called)), re.compile(rf"\b(?:{either}) ({_NAMED})(?!\w)")


def vague_promises(prose: Prose, style: Style) -> Iterable[Hit]:
    """Promises of ours with neither a day nor an event: "wij bellen u zo snel mogelijk"."""
    called, behind = _named(style.us)
    named = {m.span(1) for m in behind.finditer(prose.text)} if behind else set[tuple[int, int]]()
    alone = (m.span() for m in _OURS_ALONE.finditer(prose.text))
    spans = sorted({*find_vague(prose.text), *alone, *named})
    if not spans:
        return
    before: Sentence | None = None
    told = ours = said_so = False
    for start, end in spans:
        sentence = prose.sentence_at(start)
        if sentence is None:
            continue
        if sentence is not before:
            before, said_so = sentence, False
            text = prose.text[sentence.start : sentence.end]
            told = not (_DAY.search(text) or text.rstrip().endswith("?"))
            lows = frozenset(sentence.lows)
            first = next((low for low in sentence.lows if low not in _BEFORE_A_NAME), "")
            ours = (bool(lows & _US) or first in called) and not lows & _NO_PROMISE
        found = prose.text[start:end]
        vague = ours if (start, end) in named else _is_vague(found.lower(), ours)
        if said_so or not told or not vague:
            continue  # one remark for each sentence
        said_so = True
        yield Hit(
            start, end,
            f"“{found}” belooft niets vasts; zet erbij wie het doet en op welke dag.",
        )  # fmt: skip


def _is_vague(found: str, ours: bool) -> bool:
    if found.startswith(_SURELY):
        return True
    return ours and (not _WEAK.match(found) or found.startswith(("probe", "neem", "kom")))
