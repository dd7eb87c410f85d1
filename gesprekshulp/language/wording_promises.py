"""Vague words where somebody at the table promises something."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gesprekshulp.language.vague import find_vague
from gesprekshulp.language.wording_model import Hit, Prose, Sentence, Style
from gesprekshulp.language.wordlists import words

_US = frozenset(words("ik wij we"))
# These are vague only when they stand with a promise.
_WEAK = re.compile(
    r"^(?:snel|spoedig|gauw|misschien|wellicht|eventueel|hopelijk|als het .*|prober.*|kijken? .*"
    r"|probeert|komt (?:goed|in orde|eraan)|neem.*)$",
    re.IGNORECASE,
)
# Vague whoever says it.
_OURS_ALONE = re.compile(
    r"\b(?:houd|houden) (?:u|je|jullie) (?:hiervan |daarvan |graag )?op de hoogte"
    r"|\b(?:ga|gaan) (?:er)?(?:achteraan|mee aan de slag|naar kijken)\b"
    r"|\b(?:u|je) hoort (?:\w+ ){0,4}van ons\b",
    re.IGNORECASE,
)
_DAY = re.compile(
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


def vague_promises(prose: Prose, style: Style) -> Iterable[Hit]:
    """Promises of ours with neither a day nor an event: "wij bellen u zo snel mogelijk"."""
    spans = sorted((*find_vague(prose.text), *(m.span() for m in _OURS_ALONE.finditer(prose.text))))
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
            ours = bool(lows & _US) and not lows & _NO_PROMISE
        found = prose.text[start:end]
        if said_so or not told or not _is_vague(found.lower(), ours):
            continue  # one remark for each sentence
        said_so = True
        yield Hit(
            start, end,
            f"“{found}” belooft niets vasts; zet erbij wie het doet en op welke dag.",
        )  # fmt: skip


def _is_vague(found: str, ours: bool) -> bool:
    if found.startswith(("u hoor", "je hoor", "jullie hoor", "houd", "ga ", "gaan ")):
        return True
    return ours and (not _WEAK.match(found) or found.startswith(("probe", "neem", "kom")))
