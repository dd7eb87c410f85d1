"""What is promised, in a few words fit for a list: "aangepaste offerte sturen"."""

from gesprekshulp.language.clauses import Clause, Kind
from gesprekshulp.language.lexicon import COORDINATORS, FILLERS, PREPOSITIONS
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.wordlists import words

_LONGEST = 9  # words
_DROPPED_FIRST = frozenset(
    words(
        """
        de het een 't 'n zijn haar hun mijn uw er wel nog zelf
        """
    )
)
_DROPPED = FILLERS | frozenset(
    ("ik", "wij", "we", "hij", "ze", "zij", "u", "voor", "te", "dat", "om")
)


def describe(
    parts: list[Clause], infinitive: str, skipped: set[int], *, whole: bool = False
) -> str:
    """The action of a promise as a short phrase that ends in the infinitive.

    `skipped` holds the start of every token that is subject, verb or term; with `whole` the words
    are kept as they stand (a telegram line has its own infinitive).
    """
    words: list[Token] = []
    for clause in parts:
        for i, token in enumerate(clause.items):
            if (
                token.start in skipped
                or clause.fixed[i]
                or not (token.is_word or token.low[0].isdigit())
            ):
                continue
            if clause.kind is not Kind.MAIN and token.low in ("dat", "of", "om", "te"):
                continue
            words.append(token)
    kept = [t for t in words if t.low not in FILLERS or (t.low in ("elkaar", "samen") and whole)]
    while kept and (kept[0].low in _DROPPED_FIRST or kept[0].low in COORDINATORS):
        kept = kept[1:]
    while kept and (kept[-1].low in PREPOSITIONS or kept[-1].low in COORDINATORS):
        kept = kept[:-1]
    phrase = [
        t.text if (t.capital and i) or t.text.isupper() else t.low for i, t in enumerate(kept)
    ]
    if kept and kept[0].capital and kept[0].start != parts[0].start:
        phrase[0] = kept[0].text
    if len(phrase) > _LONGEST:
        phrase = phrase[:_LONGEST]
        while phrase and (
            phrase[-1].lower() in PREPOSITIONS or phrase[-1].lower() in _DROPPED_FIRST
        ):
            phrase.pop()
    if infinitive and (not phrase or phrase[-1] != infinitive):
        phrase.append(infinitive)
    return " ".join(phrase)
