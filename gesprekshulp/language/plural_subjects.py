"""Signs that a verb in the plural has its subject beside it: "Els en Jan planten"."""

from gesprekshulp.language import verb_lists
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    NOMINATIVE,
    PREPOSITIONS,
    SUBORDINATORS,
)
from gesprekshulp.language.party import several
from gesprekshulp.language.text_units import CUTS, Token
from gesprekshulp.language.unknown_verbs import pair_before
from gesprekshulp.language.verbs import Form, Verb

_JOINING = SUBORDINATORS - {"voor", "vóór", "na", "tot", "sinds"}
_BACK = 40  # words within which a subject is looked for


def plural_acts(items: list[Token], read: list[Verb | None], fixed: list[bool], i: int) -> bool:
    """Whether a plural subject acts before: "De monteurs vervangen de pomp en testen haar"."""
    for k in range(i - 2, max(0, i - _BACK), -1):
        if items[k].low in CUTS or items[k].low in _JOINING:
            return False
        verb = read[k]
        if verb is None or fixed[k]:
            continue
        if verb.form != Form.PLURAL or items[k].low in verb_lists.NOUN_LIKE:
            return False
        pair = pair_before(items, read, fixed, k)
        return pair or (items[0].low in DETERMINERS and plural_noun(items, read, fixed, k))
    return False


def people_act(items: list[Token], fixed: list[bool], i: int) -> bool:
    """Whether people of a kind do it: "hun machinisten plaatsen vrijdag", "... van de klant"."""
    after = items[i + 1] if i + 1 < len(items) else None
    if after is None:
        return False
    if i and fixed[i - 1] and after.low in DETERMINERS and i + 2 < len(items):
        return several(items[i + 2].low)
    if not (fixed[i + 1] or after.low in DETERMINERS):
        return False
    if i >= 2 and items[i - 2].low in DETERMINERS and several(items[i - 1].low):
        return True
    of = next((k for k in range(max(1, i - 4), i) if items[k].low in ("van", "bij", "vd")), 0)
    return of > 1 and several(items[of - 1].low) and items[of - 2].low in DETERMINERS


def pair_acts(items: list[Token], read: list[Verb | None], fixed: list[bool], i: int) -> bool:
    """Whether two joined nouns act: "Aannemer en installateur stemmen de doorvoeren af".

    What is done stands behind the verb; in "Bank en notaris bellen" these are who is called.
    """
    if not pair_before(items, read, fixed, i):
        return False
    rest = range(i + 1, len(items))
    thing = any(
        items[k].low in DETERMINERS and not fixed[k] and items[k - 1].low not in PREPOSITIONS
        for k in rest
    )
    last = items[-1].low
    return thing or (last in verb_lists.PARTICLES and not fixed[-1] and len(rest) > 1)


def coordinated_after(items: list[Token], i: int) -> bool:
    """ "... herschrijven de klant en wij": a plural subject behind the verb."""
    following = items[i + 1 : i + 7]
    joined = next((k for k, t in enumerate(following) if t.low in ("en", "&")), -1)
    if joined < 1 or joined + 1 >= len(following):
        return False
    other = following[joined + 1]
    return other.low in NOMINATIVE or other.capital or other.low in ("de", "ik", "klant")


def plural_noun(items: list[Token], read: list[Verb | None], fixed: list[bool], i: int) -> bool:
    """Whether a plural subject stands right before a verb that may also be an infinitive."""
    before = items[i - 1]
    if (
        fixed[i - 1]
        or not before.is_word
        or (read[i - 1] is not None and before.low not in verb_lists.NOUN_LIKE)
    ):
        return False
    if before.low in ("niet", "wel", "nog", "zelf", "samen", "dan", "even"):
        return False
    coordinated = (
        i >= 4
        and items[i - 2].low in DETERMINERS
        and items[i - 3].low in ("en", "&")
        and ((other := read[i - 4]) is None or other.form != Form.PLURAL)
    ) or (any(t.low in ("en", "&") for t in items[max(0, i - 8) : i]) and before.capital)
    if before.low in COORDINATORS:
        return False
    if before.capital and i >= 3 and items[i - 2].low in ("van", "vd", "bij"):
        # "de medewerkers van Rachid tellen de voorraad"
        return items[i - 3].low.endswith(("s", "en")) and i + 1 < len(items)
    if i >= 4 and items[i - 3].low in ("van", "vd", "bij") and items[i - 2].low in DETERMINERS:
        # "de teamleiders van de klant nodigen hun mensen uit"
        return items[i - 4].low.endswith(("s", "en")) and i + 1 < len(items)
    plural = (
        before.low.endswith(("en", "'s", "ers", "eurs", "ars", "ies", "els"))
        and before.low not in PREPOSITIONS
    )
    later = any(
        v is not None and not f for v, f in zip(read[i + 1 :], fixed[i + 1 :], strict=False)
    )
    start = next((k + 1 for k in range(i - 1, max(-1, i - 9), -1) if items[k].low in CUTS), 0)
    return (
        (coordinated or plural)
        and i + 1 < len(items)
        and i - start <= 8
        and not (later and not coordinated and not plural)
    )
