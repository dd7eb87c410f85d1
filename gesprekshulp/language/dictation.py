"""What is heard in a dictated note: "eh", "Jan die belt vrijdag", "hij zei van ik kom"."""

from gesprekshulp.language import verbs
from gesprekshulp.language.lexicon import COORDINATORS, DETERMINERS, NOMINATIVE, PREPOSITIONS
from gesprekshulp.language.parties import Parties
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verb_lists import NOUN_LIKE
from gesprekshulp.language.verbs import Form, Sort, Verb
from gesprekshulp.language.wordlists import words

_HESITATIONS = frozenset(words("eh eeh euh uh uhh uhm ehm hm hmm"))
_INTERJECTIONS = frozenset(words("nou ja nee joh kijk oké ok goed hè , zo"))
_TOPIC = 10  # words that "die" may take up
_SAYS = 15  # words before "van" or "ik"
_MOST = 5  # of those in a sentence
_FAR = 40  # words within which another verb is looked for
_NEAR = 4  # words between the verb that says so and "van"
_BOUNDS = frozenset((",", "en", "maar", "want", "dus"))
_FINITE = Form.THIRD | Form.STEM | Form.PLURAL | Form.PAST
_WE = frozenset(("wij", "we"))


def without_hesitations(items: list[Token]) -> list[Token]:
    """The words of a note without "eh", and without the second comma around it."""
    if not any(t.low in _HESITATIONS for t in items):
        return items
    out: list[Token] = []
    dropped = False
    for token in items:
        if token.low in _HESITATIONS and token.text.islower() | (not out) | dropped:
            dropped = True
        elif dropped and token.low == "," and (not out or out[-1].low == ","):
            dropped = False
        else:
            out.append(token)
            dropped = False
    return out


def without_resumption(items: list[Token], parties: Parties) -> list[Token]:
    """The sentence without the "die" or "dat" that takes up what was just named.

    "De notaris, die stuurt de akte" has its verb second; "de notaris die de akte stuurt" has not.
    """
    k = taken = 0
    while (k := k + 1) < len(items) - 2 and taken < _MOST:
        if items[k].low not in ("die", "dat") or _finite(items, k + 1) is None:
            continue
        start = _topic(items, k)
        if start is None or _is_relative(items, k):
            continue
        nominal = items[start].capital or items[start].low in DETERMINERS
        if not nominal and parties.at(items, start) is None:
            continue
        named = next((i for i in range(start, k) if items[i].low == ","), k)
        items, k, taken = [*items[:named], *items[k + 1 :]], named, taken + 1
    return items


def _finite(items: list[Token], i: int) -> Verb | None:
    """The verb that a word can be, in a finite form."""
    token = items[i]
    noun = token.low in NOUN_LIKE and not _pronoun_behind(items, i)
    owns = token.low == "zijn" and i > 0 and _owns(items, i)
    if token.capital or noun or owns or not token.is_word:
        return None
    found = verbs.verb(token.low)
    return found if found is not None and found.form & _FINITE else None


def _pronoun_behind(items: list[Token], i: int) -> bool:
    return i + 1 < len(items) and items[i + 1].low in NOMINATIVE


def _owns(items: list[Token], i: int) -> bool:
    """Whether "zijn" is "his": a noun and more follow, and nobody plural stands before it."""
    return items[i - 1].low not in ("die", "ze", "zij", "wij", "we", "er")


def _topic(items: list[Token], k: int) -> int | None:
    """Where what "die" at `k` takes up starts; None when that is nothing named."""
    start = k
    while start and k - start < _TOPIC:
        before = items[start - 1]
        noun = start > 1 and items[start - 2].low in DETERMINERS
        if not noun and _finite(items, start - 1) is not None:
            bound = next((i for i in range(start, k) if items[i].low in _BOUNDS), None)
            start = k if bound is None else bound + 1
            break
        if before.low in (":", "(", ")"):
            break
        start -= 1
    while start < k and (items[start].low in COORDINATORS or items[start].low in _INTERJECTIONS):
        start += 1
    if start >= k or k - start >= _TOPIC:
        return None
    if items[k - 1].low == "," and items[k].low == "dat" and items[start].low not in DETERMINERS:
        return None  # "Offerte binnen, dat scheelt"
    plain = (t.low == "van" or t.low not in PREPOSITIONS for t in items[start:k])
    return start if all(plain) else None


def _is_relative(items: list[Token], k: int) -> bool:
    """Whether another finite verb follows, so that the one behind "die" is of a relative clause."""
    for i in range(k + 2, min(len(items), k + _FAR)):
        low = items[i].low
        if low in (",", "en", "maar", "want", "dus"):
            return low == "," and i + 1 < len(items) and _finite(items, i + 1) is not None
        found = _finite(items, i)
        if found is None or items[i - 1].low == "te" or items[i - 1].low in DETERMINERS:
            continue
        beside = items[i - 1].low in NOMINATIVE or _pronoun_behind(items, i)
        if (found.form & (Form.THIRD | Form.PAST) and not found.form & Form.PARTICIPLE) or beside:
            return True
    return False


def spoken_from(items: list[Token], parties: Parties) -> tuple[int, int]:
    """Where "hij zei van ik bel" stops telling and where the speech starts; twice 0 for none."""
    for i in range(1, min(len(items) - 2, _SAYS)):
        if items[i].low == "van":
            begun = i + 1
            while begun < len(items) and items[begun].low in _INTERJECTIONS:
                begun += 1
            told = any(_says(items, j) for j in range(max(0, i - _NEAR), i))
            told = told or (items[i - 1].low == "zoiets")
            if told and items[begun : begun + 1] and items[begun].low in _WE | {"ik"}:
                return i, begun
        elif items[i].low in _WE | {"ik"} and i > 1 and _says(items, i - 1):
            teller = any(
                party.end == i - 1
                for j in range(i - 1)
                if (party := parties.at(items, j)) is not None
            )
            verb = _finite(items, i + 1)
            if teller and verb is not None and verb.form & (Form.STEM | Form.PLURAL):
                return i, i
    return 0, 0


def _says(items: list[Token], i: int) -> bool:
    verb = _finite(items, i)
    if verb is None or not verb.form & (Form.PAST | Form.THIRD | Form.STEM):
        return False
    return verb.lemma in ("zeggen", "roepen", "antwoorden") or (
        verbs.speech(verb.lemma, verb.particle) is Sort.SAY and bool(verb.form & Form.PAST)
    )
