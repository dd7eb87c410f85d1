"""The clause on which a promise hangs: "als de bank akkoord is", "mits de maatschap tekent"."""

from __future__ import annotations

import re

from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.verbs import verb
from gesprekshulp.language.wordlists import words

_SENTENCE_END = pattern(r"[.!?;\n]")
_CONDITION = pattern(
    r"(?:^|[\s,])((?:als|zodra|wanneer|nadat|indien|mits|tenzij)\s[^,;.!?\n]*)$", re.IGNORECASE
)
_BEFORE = pattern(
    r"^((?:als|zodra|wanneer|nadat|indien|mits|tenzij)\s[^,;.!?\n]*),\s*\S", re.IGNORECASE
)
_DETERMINERS = frozenset(words("de het een deze dit die dat zijn haar uw onze ons hun mijn"))
_HOLDS_NOTHING = pattern(
    r"\w+ (?:ik|wij|we|het|dat|er) (?:iets |wat )?"
    r"(?:meer|kan|lukt|past|uitkomt|tijd|mogelijk|nodig|even|verandert)\b",
    re.IGNORECASE,
)
_ANYWHERE = frozenset(
    words("is zijn ben heeft hebben heb kan kunnen komt komen gaat gaan staat ligt krijgt weet")
)
# "Ik meld wanneer de audit is" says when something is, and does not wait for it.
_ASKS = pattern(
    r"\b(?:meld|laat|vraag|zoek|kijk|hoor|zeg|weet|bepaal|beslis|bespreek|of en )\w*"
    r"(?:\W+\w+){0,3}\W+wanneer\b",
    re.IGNORECASE,
)


def condition_of(text: str, start: int, end: int) -> str:
    """The condition of the promise at a place in a text, or "".

    It ends the sentence of the promise, or begins it before a comma, and has a verb. "Als het
    lukt" holds nothing.
    """
    over = _SENTENCE_END.search(text, end)
    sentence = text[start : over.start() if over else len(text)].rstrip()
    found = _CONDITION.search(sentence) or _BEFORE.match(sentence)
    if found is None or _HOLDS_NOTHING.match(found[1]) or _ASKS.search(sentence):
        return ""
    said = found[1].lower().split()
    ends = len(said) > 3 and said[-2] not in _DETERMINERS and verb(said[-1]) is not None
    if not ends and _ANYWHERE.isdisjoint(said[2:]):
        return ""
    told = found[1].strip()
    return told[0].lower() + told[1:]
