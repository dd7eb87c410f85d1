"""Verbs that are in no list, known by what stands beside them: "belast ik", "Gijs vist"."""

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.lexicon import (
    ALREADY,
    COORDINATORS,
    DETERMINERS,
    FILLERS,
    HABITS,
    HEDGES,
    NEGATIONS,
    NOMINATIVE,
    PREPOSITIONS,
    SUBORDINATORS,
)
from gesprekshulp.language.roles import CLIENT_NOUNS, EXTERNAL_ROLES, INTERNAL_ROLES
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verb_forms import likely_infinitive
from gesprekshulp.language.verbs import Form, Verb
from gesprekshulp.language.wordlists import words

_CLOSED = (
    ALREADY | COORDINATORS | DETERMINERS | FILLERS | HABITS | HEDGES | NEGATIONS | NOMINATIVE
    | PREPOSITIONS | SUBORDINATORS | verb_lists.NOUN_LIKE
    | verb_lists.NO_VERBS | verb_lists.PARTICLES
)  # fmt: skip
ROLES = CLIENT_NOUNS | EXTERNAL_ROLES | INTERNAL_ROLES
_JOINING = frozenset(words("als zodra indien wanneer mits nadat voordat tenzij totdat omdat"))
_BEFORE_SUBJECT = frozenset(
    words(
        ", : en maar want de het een onze mijn zijn haar hun uw mevrouw meneer dhr mevr mw heer van"
    )
)
_CUTS = frozenset(words(", : hoe wat welke of dat wie wanneer waarom om als zodra omdat zodat"))
_POINTING = frozenset(words("die dat dit deze daar hier dan daarna"))
_OPENS = frozenset((",", ":", "en", "maar", "want", "dus"))
_REACH = 40  # words within which another verb is looked for
_I = frozenset(("ik", "'k"))
_PLURAL = frozenset(("wij", "we", "jullie"))
_THIRD = frozenset(("hij", "ze", "zij", "u", "ie"))


def beside_pronoun(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> None:
    """Reads an unknown word as a verb where a pronoun stands right behind or before it."""
    for i, token in enumerate(items):
        if token.low == "rond" and not fixed[i] and _rounds_off(items, i):
            read[i] = Verb("ronden", "", Form.STEM)
        if read[i] is not None or fixed[i] or not _open(token, i):
            continue
        low = token.low
        read[i] = verbs.without_vowels(low)
        if read[i] is not None:
            continue
        after = items[i + 1].low if i + 1 < len(items) and not fixed[i + 1] else ""
        before = items[i - 1].low if i else ""
        opens = i == 1 or (i > 1 and (items[i - 2].low in (",", ":", "en", "maar", "want", "dus")))
        if after in _I or (before in _I and opens):
            known = verbs.weak(low)
            if known is not None and known.form & Form.STEM:
                read[i] = known
            elif not low.endswith(("lijk", "ig", "s", "e", "en")):
                read[i] = Verb(likely_infinitive(low), "", Form.STEM)
        elif after in _PLURAL or (before in _PLURAL and opens):
            if low.endswith("en"):
                read[i] = Verb(low, "", Form.PLURAL)
        elif (after in _THIRD or (before in _THIRD and opens)) and low.endswith("t"):
            read[i] = Verb(likely_infinitive(low[:-1]), "", Form.THIRD)


def _rounds_off(items: list[Token], i: int) -> bool:
    """ "ik rond het af", "dat rond ik af": a verb, where "rond" is a preposition elsewhere."""
    beside = any(items[k].low in _I for k in (i - 1, i + 1) if 0 <= k < len(items))
    return beside and any(t.low == "af" for t in items[i + 1 : i + _REACH])


def verb_second(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> None:
    """Reads "Vrijdag blikken Jan en ik terug": a noun-like verb between a term and its subject."""
    for i in range(1, len(items) - 1):
        pointed = items[i - 1].low in _POINTING and (i == 1 or items[i - 2].low in _OPENS)
        if read[i] is not None or fixed[i] or items[i].capital:
            continue
        if not fixed[i - 1] and not pointed:
            continue
        found = verbs.weak(items[i].low)
        after = items[i + 1]
        subject = (after.capital or after.low in NOMINATIVE) and not fixed[i + 1]
        if found is None or not subject:
            continue
        if not pointed and not _opens_with_term(fixed, items, i):
            continue
        joined = after.low in _PLURAL or any(t.low in ("en", "&") for t in items[i + 2 : i + 6])
        if found.form & (Form.PLURAL if joined else Form.THIRD):
            read[i] = found


def misspelt_promise(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> None:
    """ "Met Jan afgesrpoken dat ...": a slip in the word on which the rest hangs."""
    for i, token in enumerate(items[:-1]):
        if read[i] is not None or fixed[i] or len(token.low) < 7 or not token.is_word:
            continue
        if items[i + 1].low not in ("dat", "om"):
            continue
        meant = verbs.mistyped(token.low)
        if meant is not None and verbs.speech(meant.lemma, meant.particle) is not None:
            read[i] = meant


def misspelt_infinitive(
    items: list[Token], read: list[Verb | None], fixed: list[bool], flags: list[bool]
) -> None:
    """ "Laat hij de grond onderzoekne": a slip in the infinitive that closes the sentence."""
    last = len(items) - 1
    while last > 0 and fixed[last]:
        last -= 1
    if last < 2 or read[last] is not None or not items[last].low.endswith(("e", "n")):
        return
    waits = next((k for k in range(last) if flags[k]), last)
    helper = read[waits]
    if helper is None or helper.lemma not in verb_lists.WITH_INFINITIVE:
        return
    if any(v is not None and v.form & Form.PLURAL for v in read[waits + 1 :]):
        return
    meant = verbs.mistyped(items[last].low)
    if meant is not None and meant.form & Form.PLURAL:
        read[last] = meant


def after_pair(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> None:
    """Reads "Jan en zijn broer hakken de knoop door": a noun-like verb behind a joined subject."""
    for i in range(3, len(items) - 1):
        if read[i] is not None or fixed[i] or items[i].capital or not items[i].low.endswith("en"):
            continue
        found = verbs.weak(items[i].low)
        if found is not None and found.form & Form.PLURAL and pair_before(items, read, fixed, i):
            read[i] = found


def pair_before(items: list[Token], read: list[Verb | None], fixed: list[bool], i: int) -> bool:
    """Whether two joined persons stand right before a word that may be their verb."""
    start = next(
        (k + 1 for k in range(i - 1, max(-1, i - 8), -1) if items[k].low in _CUTS or fixed[k]),
        max(0, i - 8),
    )
    if i + 1 >= len(items) or not any(items[k].low in ("en", "&") for k in range(start + 1, i - 1)):
        return False
    if any(read[k] is not None for k in range(start, i) if items[k].low not in ROLES | {"zijn"}):
        return False
    before, after = items[i - 1], items[i + 1]
    person = before.capital or before.low in ROLES or items[i - 2].low in DETERMINERS
    return person and (fixed[i + 1] or after.low in DETERMINERS | PREPOSITIONS | {"er", "nog"})


def _opens_with_term(fixed: list[bool], items: list[Token], i: int) -> bool:
    """Whether nothing but a term stands between the start of the clause and token `i`."""
    k = i - 1
    while k >= 0 and fixed[k]:
        k -= 1
    return k < 0 or items[k].low in (",", ":", "en", "maar", "|")


def clause_final(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> None:
    """Reads the last word of "als de melkprijs zakt," as its verb, if it has no other."""
    start = -1
    for i, token in enumerate(items):
        told = token.low == "dat" and i > 0 and _speaks(read[i - 1])
        if told or (token.low in _JOINING and not fixed[i]):
            start = i
        if start < 0 or i - start < 2:
            continue
        ends = i + 1 == len(items) or items[i + 1].low == ","
        if not ends:
            continue
        known = any(v is not None for v in read[start + 1 : i + 1])
        if not known and not fixed[i] and _open(token, i):
            if token.low.endswith("t"):
                read[i] = Verb(likely_infinitive(token.low[:-1]), "", Form.THIRD)
            elif token.low.endswith("en"):
                read[i] = Verb(token.low, "", Form.PLURAL)
        start = -1


def _speaks(verb: Verb | None) -> bool:
    return verb is not None and verbs.speech(verb.lemma, verb.particle) is not None


def after_name(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> None:
    """Reads "Gijs vist ... uit": an unknown word in -t behind a name."""
    for i, token in enumerate(items):
        if read[i] is not None or fixed[i] or not i or not _open(token, i):
            continue
        before = items[i - 1]
        named = (before.capital and before.low not in DETERMINERS | {"dat"}) or before.low in ROLES
        opens = i == 1 or items[i - 2].low in _BEFORE_SUBJECT
        if not (named and opens and token.low.endswith("t")):
            continue
        far = min(len(items), i + _REACH)
        stop = next((k for k in range(i, far) if items[k].low in _CUTS), far)
        if any(v is not None and v.form & Form.THIRD for v in read[max(0, i - _REACH) : stop]):
            continue
        read[i] = Verb(likely_infinitive(token.low[:-1]), "", Form.THIRD)


def _open(token: Token, place: int) -> bool:
    """Whether a word belongs to no closed class and is not written as a name."""
    low = token.low
    if not 3 <= len(low) <= 24 or not low.isalpha() or low in _CLOSED:
        return False
    return not token.capital or place == 0
