"""Where a subject can begin, and whether a noun is somebody who acts."""

from gesprekshulp.language.clause import Clause
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    FILLERS,
    NOMINATIVE,
    POSSESSIVES,
    PREPOSITIONS,
)
from gesprekshulp.language.parties import Parties, Party
from gesprekshulp.language.roles import INANIMATE, THING_ENDINGS, TUSSENVOEGSELS
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verb_lists import NOUN_LIKE

_ABBREVIATION = 4  # letters


def apposed(clause: Clause, parties: Parties, head: int) -> Party | None:
    """Somebody at the table with a function before the name: "Chef-kok Baltus levert"."""
    items, f = clause.items, clause.finite
    for i in range(head, min(f, head + 4)):
        low = items[i].low
        if i > head and parties.named(items, i):
            found = parties.at(items, i)
            return found if found is not None and found.end == f else None
        if not items[i].is_word or low in PREPOSITIONS or low in POSSESSIVES or low in COORDINATORS:
            return None
        if clause.read[i] is not None and low not in NOUN_LIKE:
            return None
    return None


def is_thing(noun: str) -> bool:
    """Whether a noun names no one who acts, also in the plural: "premies", "contracten"."""
    if noun in INANIMATE or noun.endswith(THING_ENDINGS):
        return True
    one = noun.removesuffix("s") if noun.endswith("s") else noun.removesuffix("en")
    return one != noun and (one in INANIMATE or one.endswith(THING_ENDINGS))


def whose_people(clause: Clause, parties: Parties, start: int, stop: int) -> Party | None:
    """Whose people they are: "de keukenbrigade van Wessel"."""
    items = clause.items
    for i in range(start + 1, stop - 1):
        if items[i].low in ("van", "vd", "bij"):
            found = parties.at(items, i + 1)
            if found is not None and found.end <= stop:
                return found
    return None


def first_nominal(clause: Clause, start: int, stop: int, parties: Parties) -> int:
    """The first word that can open the subject, past adverbs, terms and prepositions."""
    items = clause.items
    i = start
    while i < stop:
        low = items[i].low
        if (
            clause.fixed[i]
            or low in COORDINATORS
            or not items[i].is_word
            or (
                low in FILLERS
                and low not in NOMINATIVE
                and low not in DETERMINERS
                and low not in ("dat", "dit", "die", "hem", "haar")
            )
            or (low in ("wel", "zoals", "goed", "afspraak") and i + 1 < stop)
        ):
            i += 1
        elif low == "niet" and "maar" in (rest := [t.low for t in items[i:stop]]):
            i += rest.index("maar") + 1  # "Niet Jan maar Els stuurt het"
        elif low in TUSSENVOEGSELS and items[i].capital and parties.named(items, i):
            return i  # "Van der Meulen stuurt"
        elif low in TUSSENVOEGSELS and items[i].capital and surname(items[i + 1 : stop], parties):
            return i  # "Van Dam begint", whom nobody knows
        elif low in PREPOSITIONS or low == "aldus":
            # a phrase with a preposition runs to the next comma or to the verb
            k = i + 1
            while (
                k < stop
                and items[k].start - items[k - 1].end <= 1
                and not (clause.fixed[k - 1] and not clause.fixed[k])
            ):
                k += 1
            i = max(k, i + 1)
        else:
            return i
    return stop


def surname(rest: list[Token], parties: Parties) -> bool:
    """Whether the rest of a name stands between "Van" and the verb."""
    if not rest or len(rest) > 3 or parties.named(rest, 0) or _abbreviated(rest[-1]):
        return False
    return rest[-1].capital and all(t.capital or t.low in TUSSENVOEGSELS for t in rest)


def _abbreviated(token: Token) -> bool:
    """Whether a word has its capitals from an abbreviation: "AOW-leeftijd", "OZB"."""
    head = token.text.split("-")[0]
    return 1 < len(head) <= _ABBREVIATION and head.isupper()
