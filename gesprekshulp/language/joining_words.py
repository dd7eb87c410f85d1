"""Whether "dat", "die", "of" and the like join a subordinate clause where they stand."""

from gesprekshulp.language import verbs
from gesprekshulp.language.finite_verbs import ROLES, modal_before
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    NOMINATIVE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from gesprekshulp.language.party import agentive
from gesprekshulp.language.text_units import CUTS, Token
from gesprekshulp.language.verb_lists import NOUN_LIKE, WITH_INFINITIVE
from gesprekshulp.language.verbs import Form, Verb
from gesprekshulp.language.wordlists import words

_OPENS_SUBJECT = DETERMINERS | {"er"}


RELATIVE = 40  # words; a longer stretch after "die" is no relative clause


# What follows "zorgt dat" and "is dat" is a clause, though these verbs tell nothing.
_WITH_CLAUSE = frozenset(words("zorgen regelen zijn worden blijken lijken maken betekenen houden"))


# Behind "als" these are what something is: "als bijlage", "als regel".
_AS = frozenset(words("eerste laatste bijlage gevolg volgt enige regel"))


_BEFORE_NOUN = frozenset(words("in op bij voor na met aan uit van over per tot"))


_BEFORE_THAT = frozenset(
    words("zodra als indien wanneer nadat voordat omdat totdat wat of hoe waarom")
)


_TIMES = frozenset(("tijd", "datum", "dag", "termijn", "moment", "periode"))


def joins(
    items: list[Token],
    read: list[Verb | None],
    flags: list[bool],
    fixed: list[bool],
    i: int,
    after: list[int],
    stop: int,
) -> bool:
    """Whether a word that can join a subordinate clause does so here."""
    low, size = items[i].low, len(items)
    following = items[i + 1].low if i + 1 < size else ""
    first = after[i + 1]
    last = stop  # without the terms behind the verb: "dat wij dit indienen vóór 1 april"
    while last > i + 1 and fixed[last - 1]:
        last -= 1
    ik = any(t.low in ("ik", "'k") for t in items[i + 1 : min(last, i + RELATIVE)])
    ends_in_verb = first < stop or any(
        v is not None
        and v.form & (Form.PLURAL | Form.STEM)
        and (ik or v.form != Form.STEM or items[k].low not in NOUN_LIKE)  # "dat nieuwe plan op"
        for k in range(max(i + 1, last - 2), last)
        for v in (read[k],)
    )
    if low == "dat" and following in NOMINATIVE and _told(read, i, stop):
        return True  # "heeft het gezien en zegt dat hij het herstelt"
    if not ends_in_verb:
        return False
    of_time = following in ("die", "dat") and i + 2 < size and items[i + 2].low in _TIMES
    if low in ("voor", "vóór", "tot", "sinds", "na") and of_time:
        return False  # "voor die tijd"
    if low in ("voor", "vóór", "tot", "sinds", "na"):
        for k in range(i - 1, max(-1, i - 12), -1):
            if flags[k] or items[k].low in CUTS:
                break
            if items[k].low in SUBORDINATORS and not fixed[k]:
                return False  # "welke subsidie er voor de pomp bestaat"
        ends = stop > i + 2 and flags[stop - 1] and any(flags[max(0, i - 40) : i])
        ends = ends and not _infinitive_to_come(items, read, i)
        own = following in NOMINATIVE and not _infinitive_to_come(items, read, i)
        return own or (ends and following in _OPENS_SUBJECT)
    if low == "gauw":
        return i > 0 and items[i - 1].low == "zo"
    if low == "die":
        if first == i + 1 and i and items[i - 1].low not in CUTS and flags[min(stop + 1, size - 1)]:
            return stop < size and items[stop].low == ","  # "de man die belt, heet Tom"
        if i and items[i - 1].low in SUBORDINATORS and not fixed[i - 1]:
            return False  # "als die niet reageert"
        if stop - i > RELATIVE:
            return False
        last = max((k for k in range(i + 1, stop) if flags[k]), default=-1)
        before = items[i - 1].low if i else ""
        inside = before in PREPOSITIONS or (i > 0 and flags[i - 1] and before not in CUTS)
        if following in NOMINATIVE and stop - i > 2 and i and items[i - 1].low == ",":
            final = read[stop - 1]
            if final is not None and final.form & Form.PLURAL and first >= stop:
                return True  # ", die wij goed kennen,"
        if i > 1 and stop - i > 1 and _picks_out(items, i):
            return True
        return i > 0 and not inside and first > i + 1 and last >= stop - 2
    if low == "dat" and first == i + 2 and first + 1 < stop and _opens(items, i):
        return False  # "Dat formulier krijgt u morgen"
    noun = low == "dat" and i > 0 and first == i + 2 and items[i - 1].low in _BEFORE_NOUN
    if noun and following not in NOMINATIVE and not items[i + 1].capital:
        return False  # "In dat geval belt hij"
    if low == "zover":
        return i > 0 and items[i - 1].low in ("voor", "in")  # not in "als het zover is"
    if low == "dat" and i and items[i - 1].low in _BEFORE_THAT:
        return False  # "zodra dat gelukt is"
    joined = i > 1 and items[i - 2].low in SUBORDINATORS and not fixed[i - 2]
    if low == "dat" and joined and items[i - 1].low in NOMINATIVE:
        return False  # "dat zij dat maandag doet", "of ze dat doen"
    if low == "dat" and i and flags[i - 1] and _judges(items, read, i, first):
        return False  # "vond dat geen punt en levert ze vrijdag"
    if low == "dat" and i and flags[i - 1] and _says_what(items, read, fixed, i, stop):
        return True  # "garandeert dat de stroken klaarstaan"
    if low == "dat" and i and flags[i - 1] and _names_object(items, read, fixed, i):
        return False  # "Kees rekent dat deze week door en Els ..."
    if low == "dat" and i and modal_before(items, read, i):
        own = i + 1 < len(items) and (following in NOMINATIVE or following in DETERMINERS)
        inner = read[i + 1] if i + 1 < len(items) else None
        if (first >= stop and not own) or (inner is not None and inner.form & Form.PLURAL):
            return False
    if low == "waar" and (not following or following in COORDINATORS or following in CUTS):
        return False  # "Bob neemt waar en belt"
    if low in RELATIVES or low in ("welke", "welk"):
        # "dat doe ik", "die neemt Jan mee" point back; "wie levert" asks
        if i + 1 < len(items) and flags[i + 1] and low in ("dat", "die"):
            return False
        if low in ("dat", "die", "wat") and i and flags[i - 1] and first >= stop:
            return False
        return not (
            low == "dat"
            and following in ("niet", "ook", "wel", "nog", "zelf", "toch", "ik")
            and i
            and flags[i - 1]
            and first >= stop
        )
    if low == "als":
        return following not in _AS and not _in_the_role_of(items, flags, i)
    if low == "of":
        if i > 1 and items[i - 1].low == "-" and items[i - 1].start == items[i - 2].end:
            return False  # "op- of aanmerkingen"
        return i == 0 or flags[i - 1] or first < stop or _looks_whether(items, read, i)
    return True


def the_one_of(items: list[Token], i: int) -> bool:
    """Whether "die" is a thing of the same kind: "de aangifte van mei, en die van juni"."""
    of = i + 1 < len(items) and items[i + 1].low in ("van", "uit")
    before = items[i - 1].low if i else ""
    return of and (before in ("en", "of", "maar", "&") or before in NOMINATIVE)


def _picks_out(items: list[Token], i: int) -> bool:
    """Whether "die" follows "het is Jan", "het zijn Jan en Els" or "ik ben het"."""
    start = next((k + 1 for k in range(i - 1, max(-1, i - 10), -1) if items[k].low in CUTS), 0)
    head = [t.low for t in items[start : min(i, start + 4)] if t.low not in COORDINATORS]
    pointed = head[:1] in (["het"], ["'t"]) and head[1:2] in (["is"], ["zijn"], ["ben"], ["bent"])
    return pointed or head[1:] in (["ben", "het"], ["is", "het"], ["zijn", "het"], ["bent", "het"])


def _in_the_role_of(items: list[Token], flags: list[bool], i: int) -> bool:
    """Whether "als" says in what role somebody acts: "Als klant belt Els de bank".

    A noun without an article stands behind it, and then the verb; a condition has its verb last.
    """
    end = min(len(items), i + 4)
    k = next((k for k in range(i + 1, end) if flags[k]), end)
    inner = items[i + 1 : k]
    if k >= end or not inner or any(t.capital or not t.is_word for t in inner):
        return False
    if any(t.low in DETERMINERS | PREPOSITIONS | NOMINATIVE for t in inner):
        return False
    after = items[k + 1] if k + 1 < len(items) else None
    role = inner[-1].low in ROLES or agentive(inner[-1].low)
    subject = after is not None and (after.capital or after.low in NOMINATIVE | DETERMINERS)
    return role and subject and (not i or items[i - 1].low in CUTS)


def _infinitive_to_come(items: list[Token], read: list[Verb | None], i: int) -> bool:
    """Whether "laat" or a modal still waits: "laat voor het reces weten of ..."."""
    if not modal_before(items, read, i):
        return False
    for k in range(i - 1, max(-1, i - 25), -1):
        verb = read[k]
        if verb is not None and verb.lemma in WITH_INFINITIVE and not verb.particle:
            return True
        if verb is not None and verb.form & Form.PLURAL and items[k].low not in NOUN_LIKE:
            return False
        if verb is not None and verb.form & (Form.THIRD | Form.STEM):
            return True
    return False


def _opens(items: list[Token], i: int) -> bool:
    """Whether "dat" with its noun opens a sentence or a clause, so that it is no joining word."""
    noun = items[i + 1]
    opens = not i or items[i - 1].low in CUTS or items[i - 1].low in COORDINATORS
    return (
        opens and not noun.capital and noun.low not in NOMINATIVE and noun.low not in PREPOSITIONS
    )


def _names_object(items: list[Token], read: list[Verb | None], fixed: list[bool], i: int) -> bool:
    """Whether "dat" right behind a verb of doing is what is done: no subject follows it."""
    verb = read[i - 1]
    if verb is None or verbs.speech(verb.lemma, verb.particle) is not None:
        return False
    if verb.lemma in _WITH_CLAUSE or i + 1 >= len(items):
        return False
    following = items[i + 1]
    opens = following.low in NOMINATIVE or following.low in DETERMINERS or following.capital
    return fixed[i + 1] or not (opens or following.low == "er")


def _judges(items: list[Token], read: list[Verb | None], i: int, first: int) -> bool:
    """Whether "dat" is what is judged, as the next verb stands right behind "en"."""
    joined = first < len(items) and items[first - 1].low in ("en", "maar", "dus")
    verbal = any(
        verb is not None and token.low not in NOUN_LIKE
        for token, verb in zip(items[i + 1 : first], read[i + 1 : first], strict=True)
    )
    return joined and first - i > 2 and not verbal


_FINDS_OUT = frozenset(("uit", "na"))
"""The particles of finding out: uitzoeken, navragen, nagaan, nakijken."""


def _looks_whether(items: list[Token], read: list[Verb | None], i: int) -> bool:
    """ "Ga kijken of er nog iets ligt": "of" behind an infinitive and before a subject."""
    before = read[i - 1]
    following = items[i + 1].low if i + 1 < len(items) else ""
    opens = following in NOMINATIVE or following in _OPENS_SUBJECT
    if items[i - 1].low in _FINDS_OUT:
        return opens  # "ik zoek uit of de lades passen"
    return before is not None and bool(before.form & Form.PLURAL) and opens


def _says_what(
    items: list[Token], read: list[Verb | None], fixed: list[bool], i: int, stop: int
) -> bool:
    """Whether "dat" behind a verb of speech or care opens a clause that ends in a plural verb."""
    while stop > i + 1 and fixed[stop - 1]:
        stop -= 1
    verb, last = read[i - 1], read[stop - 1]
    if verb is None or last is None or stop - i < 4:
        return False
    if not last.form & (Form.PLURAL | Form.THIRD):
        return False
    if items[stop - 2].low == "te" or items[stop - 1].low in NOUN_LIKE:
        return False
    governs = verbs.speech(verb.lemma, verb.particle) is not None or verb.lemma in _WITH_CLAUSE
    following = items[i + 1]
    opens = following.low in NOMINATIVE or following.low in DETERMINERS or following.capital
    return governs and opens


def _told(read: list[Verb | None], i: int, stop: int) -> bool:
    before, last = read[i - 1] if i else None, read[stop - 1]
    if before is None or last is None or stop - i < 3 or not before.form & (Form.THIRD | Form.PAST):
        return False
    return verbs.speech(before.lemma, before.particle) is not None and bool(
        last.form & (Form.THIRD | Form.PLURAL)
    )
