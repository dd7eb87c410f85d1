"""A promise as it is read aloud: by name instead of "ik", and the day left to the line below it."""

from __future__ import annotations

import re
from datetime import date

from gesprekshulp.domain.sentences import sentence
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.terms import find_terms
from gesprekshulp.language.verbs import Form, verb

_IRREGULAR = {
    "heb": "heeft", "ben": "is", "zal": "zal", "kan": "kan", "wil": "wil", "mag": "mag",
    "moet": "moet", "ga": "gaat", "sta": "staat", "sla": "slaat", "doe": "doet", "zie": "ziet",
    "hou": "houdt", "rij": "rijdt", "snij": "snijdt", "glij": "glijdt",
}  # fmt: skip
# With these in it the sentence has more of the speaker than its subject.
_FIRST_PERSON = pattern(
    r"\b(?:ik|mij|me|mijn|mezelf|mijzelf|wij|we|ons|onze|m'n|zelf)\b", re.IGNORECASE
)
_STRAIGHT = pattern(r"ik\s+([a-zë]+)\b(.*)$", re.IGNORECASE | re.DOTALL)
_TURNED = pattern(r"\s*([a-zë]+)\s+ik\b(.*)$", re.IGNORECASE | re.DOTALL)
# A single day; of a week or a month the words say more than the day that is kept.
_ONE_DAY = pattern(
    r"(?:(?:uiterlijk|voor|op|per|aanstaande|a\.?s\.?|komende|volgende)\s+)*"
    r"(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)\.?\s*)?"
    r"(?:morgen|overmorgen|vandaag|\d{1,2}(?:[-/]\d{1,2}(?:[-/]\d{2,4})?|\s+[a-z]+\.?(?:\s+\d{4})?))?",
    re.IGNORECASE,
)
# "De cijfers van vrijdag": the day belongs to the thing.
_OF = pattern(r"\b(?:van|sinds|na|tot|over|om)\s*$", re.IGNORECASE)


def spoken(text: str, name: str, due: date | None, today: date) -> str:
    """A promise as a sentence to read aloud.

    "Ik stuur vrijdag de offerte" of Steven, due that Friday, is "Steven stuurt de offerte." What is
    not sure to stay right is left as it was typed. `name` is the first name of who promises.
    """
    words = " ".join(text.split())
    start, stop = _day_in(words, due, today)
    without = f"{words[:start].rstrip()} {words[stop:].lstrip()}".strip() if stop else words
    without = re.sub(r"\s+([.,;:!?])", r"\1", without).strip(" ,")
    if name and (said := _by_name(without, name, turned=bool(stop) and start == 0)):
        return sentence(said)
    # "Vrijdag levert Annet de lijst" would no longer be a sentence without its first word.
    return sentence(words if stop and start == 0 else without)


def _day_in(words: str, due: date | None, today: date) -> tuple[int, int]:
    """Where the day of the promise stands; two zeros when it does not, or means more."""
    if due is None:
        return 0, 0
    terms = find_terms(words, today)
    if len(terms) != 1 or due not in (terms[0].day, terms[0].other):
        return 0, 0
    one = terms[0]
    if not _ONE_DAY.fullmatch(one.text.strip()) or _OF.search(words[: one.start]):
        return 0, 0
    return one.start, one.end


def _by_name(words: str, name: str, *, turned: bool) -> str:
    """The sentence with a name for "ik"; empty when it is not about "ik" alone."""
    match = (_TURNED if turned else _STRAIGHT).match(words)
    if match is None or _FIRST_PERSON.search(match[2]):
        return ""
    third = _third(match[1].lower())
    return f"{name} {third}{match[2]}" if third else ""


def _third(word: str) -> str:
    """What he does when I do this: "stuur" gives stuurt; empty for what is no such form."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    found = verb(word)
    if found is None or not found.form & Form.STEM or found.particle:
        return ""
    return word if word.endswith("t") else f"{word}t"
