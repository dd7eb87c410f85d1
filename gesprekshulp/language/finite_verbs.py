"""Which words of a sentence are finite verbs, by their form and by what stands beside them."""

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.lexicon import (
    COORDINATORS,
    DETERMINERS,
    FILLERS,
    NOMINATIVE,
    PREPOSITIONS,
    SUBORDINATORS,
)
from gesprekshulp.language.opening_adjectives import (
    ADJECTIVES,
    before_noun,
    goes_with_noun,
)
from gesprekshulp.language.plural_subjects import (
    coordinated_after,
    pair_acts,
    people_act,
    plural_acts,
    plural_noun,
)
from gesprekshulp.language.roles import CLIENT_NOUNS, EXTERNAL_ROLES, INTERNAL_ROLES
from gesprekshulp.language.text_units import CUTS, Token
from gesprekshulp.language.unknown_verbs import pair_before
from gesprekshulp.language.verbs import Form, Verb
from gesprekshulp.language.wordlists import words

ROLES = CLIENT_NOUNS | EXTERNAL_ROLES | INTERNAL_ROLES
_SHARP = "tkfschpx"  # after these a participle ends in -t as well
_TOLD = frozenset(words("dat of wat hoe wie wanneer waarom"))
_TOLD_BY = Form.PARTICIPLE | Form.PLURAL
_BACK = 40  # words within which a subject is looked for
_AUXILIARIES = frozenset(("hebben", "zijn", "worden", "zullen", "kunnen", "moeten", "mogen"))
_SUBJECT_BEFORE = frozenset(words("ik 'k hij zij ze wij we u jij men jullie"))
_SUBJECT_AFTER = _SUBJECT_BEFORE | {"je"}
_PLURAL_SUBJECTS = frozenset(("wij", "we", "zij", "ze", "jullie", "u", "beiden", "partijen"))
_AUX_CERTAIN = frozenset(
    ("hebben", "worden", "zullen", "kunnen", "willen", "moeten", "mogen", "gaan", "komen")
)
_FINITE_AFTER_NOUN = frozenset(
    words("is was wordt werd blijft gaat komt moet kan loopt staat ligt overleefd")
)
_CONDITIONS = frozenset(words("zodra als indien wanneer nadat mits omdat nu zolang toen"))
_ALWAYS = frozenset(words("heb ben zal kan kun wil mag ga word"))
"""Stems that are nothing but a finite verb."""
_OBJECTS = frozenset(
    (
        "het",
        "'t",
        "dit",
        "dat",
        "die",
        "je",
        "jullie",
        "ons",
        "haar",
        "hun",
        "u",
        "deze",
        "alle",
        "beide",
        "zijn",
    )
)


def finite_flags(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> list[bool]:
    """For each token whether it is a finite verb."""
    return [
        verb is not None and not fixed[i] and _finite(items, read, fixed, i, verb)
        for i, verb in enumerate(read)
    ]


def _finite(
    items: list[Token], read: list[Verb | None], fixed: list[bool], i: int, v: Verb
) -> bool:
    low = items[i].low
    before = items[i - 1].low if i else ""
    after = items[i + 1].low if i + 1 < len(items) else ""
    if low == "zijn":
        return _is_be(items, read, fixed, i)
    if low == "pas" and not i and len(items) > 1 and fixed[1]:
        return False  # "Pas volgende week stuurt Bob het"
    if (
        items[i].capital
        and i
        and before not in (",", ":", '"', "-", "'k", "ik")
        and not items[i].text.isupper()
    ):
        return False  # "Smit", "Vos", "Berg" inside a sentence are names
    following = read[1] if not i and len(read) > 1 else None
    acts = following is not None and following.form == Form.THIRD and not fixed[1]
    if acts and items[0].capital and v.form & Form.STEM and after not in verb_lists.NOUN_LIKE:
        return False  # "Wil scant de notulen": a name
    if v.particle and v.form & (Form.PARTICIPLE | Form.PAST) == Form.PARTICIPLE:
        return False
    if v.form & Form.PAST and low.endswith("e") and before_noun(items, read, i):
        return False  # "het te veel betaalde bedrag storten wij terug"
    past = Form.PAST | Form.PARTICIPLE
    if v.form & Form.PAST and low.endswith("e") and goes_with_noun(items, read, fixed, i, v):
        return False  # "ondertekende offerte per post retour"
    noun = after and read[i + 1] is None and not fixed[i + 1] and after not in DETERMINERS
    if noun and after not in PREPOSITIONS and v.form & past == past and before in PREPOSITIONS:
        return False  # "van vertrokken artsen"
    noun_like = low in verb_lists.NOUN_LIKE
    if not i and low in ROLES and after in ("en", "&"):
        return False  # "Schilder en stukadoor leveren"
    if before in DETERMINERS and (noun_like or before not in _OBJECTS):
        return False
    pronoun_beside = after in _SUBJECT_AFTER or before in _SUBJECT_BEFORE
    if noun_like and not pronoun_beside:
        if v.form & Form.STEM and _goes_on_with_me(items, fixed, i):
            return True
        if v.form & Form.PLURAL and i > 2 and pair_before(items, read, fixed, i):
            return True  # "Els en Jan planten vrijdag de haag"
        if v.form & Form.PLURAL and i and fixed[i - 1] and coordinated_after(items, i):
            return items[i + 1].capital  # "Morgen planten Jan en Els de haag"
        if v.form & Form.PLURAL and people_act(items, fixed, i):
            return True  # "Hun machinisten plaatsen vrijdag de balken"
        if (
            v.form & Form.THIRD
            and i
            and fixed[i - 1]
            and (after in DETERMINERS or (items[i + 1 : i + 2] and items[i + 1].capital))
        ):
            return True
        if (
            i >= 2
            and items[i - 2].low in ("de", "het", "ons", "onze")
            and (not before.endswith("e") or before in ROLES)
            and v.form & (Form.THIRD | Form.STEM)
            and after
            and (fixed[i + 1] or after in DETERMINERS or after in FILLERS or after in PREPOSITIONS)
        ):
            return i == 2 and low.endswith("t")
        if 3 <= i <= 4 and before in ROLES and items[i - 3].low in DETERMINERS | {"de"}:
            return bool(v.form & Form.THIRD) and low.endswith("t")  # "de nieuwe manager start"
        opened = i == 1 or (i > 1 and items[i - 2].low in (",", ":", "en", "maar"))
        subject = bool(items[i + 1 : i + 2]) and (
            items[i + 1].capital or after in ("de", "het", "onze", "mijn", "zijn", "haar")
        )
        behind = after in ("de", "het", "onze") or any(t.capital for t in items[i + 1 : i + 2])
        if before == "," and items[0].low in _CONDITIONS and v.form & Form.THIRD and behind:
            return True  # "Zodra de raad akkoord is, start Gijs"
        if before in FILLERS and opened and subject and v.form & Form.THIRD:
            return True  # "dan start Gijs"
        joined = i > 1 and items[i - 2].low in ("en", "maar", ",", "terwijl", ":")
        named = i > 0 and items[i - 1].capital and bool(v.form & Form.THIRD) and (i <= 3 or joined)
        if i == 1 and _third_later(items, read, fixed, i):
            named = False  # "Groene kaart van de trekker vervalt"
        if after in ("is", "wordt", "zal", "moet", "kan", "gaat", "heeft", "komt", "ligt"):
            named = False  # "Groene kaart wordt verstuurd"
        return named and before not in PREPOSITIONS
    if v.form & (Form.THIRD | Form.PAST) and not v.form & Form.PLURAL:
        if v.form & Form.PARTICIPLE and _auxiliary_before(items, read, i):
            return _opens_after_participle(items, read, i) or _has_own_subject(items, read, i)
        if v.form == Form.STEM | Form.THIRD and v.lemma not in verb_lists.MODALS:
            if before in ("het", "'t") and _ends_clause(items, read, i):
                return True
            pointed = before in ("die", "dat", "dit") and (i == 1 or items[i - 2].low in CUTS)
            named = bool(after) and items[i + 1].capital
            if pointed and (after in DETERMINERS or named):
                return True  # "die zet Jan vrijdag"
            return pronoun_beside or (
                before not in PREPOSITIONS
                and before not in ("zo", "hoe", "heel", "erg")
                and (i > 0 or bool(after))
                and (i == 0 or before not in DETERMINERS)
            )
        spelt = low.endswith("t") and low[-2] not in _SHARP and len(fixed) > 1 and fixed[1]
        if i == 0 and v.form & Form.PARTICIPLE and after not in NOMINATIVE:
            return spelt  # "Gebeurt vrijdag", but "Gebeurd vrijdag"
        if before in CUTS and v.form & Form.PARTICIPLE and low.endswith("en"):
            return after in NOMINATIVE  # ", verbonden partijen doe ik"
        return before != "te"
    if before == "te":
        return False
    if v.form & Form.PLURAL:
        if before in _PLURAL_SUBJECTS or after in _PLURAL_SUBJECTS:
            return True
        if before == "ik" and i >= 2 and items[i - 2].low in ("en", "&"):
            return True
        joined = before in ("en", "of") and any(
            t.low in ("wij", "we") for t in items[max(0, i - _BACK) : i]
        )
        joined = joined or (before == "en" and not noun_like and plural_acts(items, read, fixed, i))
        if joined and not noun_like and not modal_before(items, read, i) and after:
            return True  # "wij berekenen de prijs en mailen die"
        if (i <= 3 or fixed[i - 1] or before in FILLERS or before in CUTS) and coordinated_after(
            items, i
        ):
            return True
        if v.lemma in ("krijgen", "ontvangen") and i and fixed[i - 1] and after in DETERMINERS:
            return not modal_before(items, read, i)  # "Vrijdag krijgen de maten van ons ..."
        if v.lemma in _AUX_CERTAIN and low != "komen" and not v.particle:
            return not (low == "gaan" and modal_before(items, read, i)) and not (
                low in ("hebben", "worden", "kunnen", "willen", "mogen", "moeten")
                and modal_before(items, read, i)
            )
        if modal_before(items, read, i):
            return False
        return i > 0 and (plural_noun(items, read, fixed, i) or pair_acts(items, read, fixed, i))
    if v.form & Form.STEM:
        if low in _ALWAYS:
            return True
        if after in ("ik", "'k", "je", "jij", "'m") or before in ("ik", "'k"):
            return True
        if i >= 2 and items[i - 2].low == "ik" and before in ("zelf", "ook", "dan", "en"):
            return True
        beside = read[i - 1] if i and v.form & Form.PARTICIPLE else None
        if beside is not None and beside.lemma in ("worden", "zijn", "hebben"):
            return False  # "ik legde uit dat dat niet wordt vergoed"
        if before in COORDINATORS and i > 2:
            return any(t.low == "ik" for t in items[:i]) and not noun_like
        if i == 0:
            two = len(items) == 2 or after in _FINITE_AFTER_NOUN
            following = read[1] if two and len(read) > 1 else None
            done = following is not None and (
                following.form == Form.PARTICIPLE or after in _FINITE_AFTER_NOUN
            )
            return bool(after) and not v.particle and not done  # "borg betaald"
        ik = any(t.low in ("ik", "'k") for t in items[max(0, i - 14) : i])
        return (ik and (i == len(items) - 1 or after in CUTS)) or (
            ik and not any(_later(read, fixed, i))
        )
    return False


def _goes_on_with_me(items: list[Token], fixed: list[bool], i: int) -> bool:
    """ "Ik zoek uit wat het kost en mail dat vrijdag": a second act, with what it is done to."""
    if i < 3 or items[i - 1].low not in ("en", "&") or i + 1 >= len(items):
        return False
    after = items[i + 1].low
    thing = after in _OBJECTS or after in ("de", "een", "hem", "ze", "jou") or fixed[i + 1]
    return thing and any(t.low in ("ik", "'k") for t in items[max(0, i - _BACK) : i])


def _has_own_subject(items: list[Token], read: list[Verb | None], i: int) -> bool:
    """ "Het dak is hersteld en de bank betaalt": no participle, by its spelling and its subject."""
    low = items[i].low
    if not low.endswith("t") or low[-2] in _SHARP:
        return False
    for k in range(i - 2, max(0, i - 6), -1):
        if items[k].low in ("en", "maar", "want", "dus"):
            done, opens = read[k - 1], items[k + 1]
            subject = opens.capital or opens.low in DETERMINERS or opens.low in NOMINATIVE
            return subject and done is not None and done.form & _TOLD_BY == Form.PARTICIPLE
    return False


def _opens_after_participle(items: list[Token], read: list[Verb | None], i: int) -> bool:
    """ "Zodra de expert is geweest | betaalt Jan": a participle, and a subject behind the verb."""
    done = read[i - 1] if i else None
    if done is None or done.form != Form.PARTICIPLE or i + 1 >= len(items):
        return False
    after = items[i + 1]
    subject = after.capital or after.low in DETERMINERS or after.low in NOMINATIVE
    return subject and any(t.low in SUBORDINATORS for t in items[max(0, i - 15) : i - 1])


def _third_later(items: list[Token], read: list[Verb | None], fixed: list[bool], i: int) -> bool:
    """Whether a plain verb in the third person follows in the same stretch."""
    for k in range(i + 2, len(items)):
        if items[k].low in CUTS or items[k].low in COORDINATORS or items[k].low in SUBORDINATORS:
            return False
        v = read[k]
        if (
            v is not None
            and not fixed[k]
            and v.form == Form.THIRD
            and items[k].low not in verb_lists.NOUN_LIKE
        ):
            return True
    return False


def _ends_clause(items: list[Token], read: list[Verb | None], i: int) -> bool:
    """Whether "het" before it is no article: "hoe het zit", "zodra de grond het toelaat"."""
    opened = any(t.low in SUBORDINATORS for t in items[max(0, i - 6) : i - 1])
    following = items[i + 1].low if i + 1 < len(items) else ","
    verbal = i + 1 < len(items) and read[i + 1] is not None
    return opened and (verbal or following in CUTS or following in PREPOSITIONS)


def _later(read: list[Verb | None], fixed: list[bool], i: int) -> list[bool]:
    return [
        v is not None and not f
        for v, f in zip(read[i + 1 : i + 4], fixed[i + 1 : i + 4], strict=False)
    ]


def _auxiliary_before(items: list[Token], read: list[Verb | None], i: int) -> bool:
    return _verb_before(items, read, i, _AUXILIARIES)


def modal_before(items: list[Token], read: list[Verb | None], i: int) -> bool:
    """Whether a verb that takes an infinitive stands before token `i`."""
    return _verb_before(items, read, i, verb_lists.WITH_INFINITIVE)


def _verb_before(
    items: list[Token], read: list[Verb | None], i: int, lemmas: frozenset[str]
) -> bool:
    """Whether one of these auxiliaries stands before token `i` in the same stretch."""
    for k in range(i - 1, max(-1, i - 25), -1):
        if items[k].low in CUTS:
            return False
        before = read[k - 1] if k and items[k].low in _TOLD else None
        if before is not None and before.form & _TOLD_BY == Form.PARTICIPLE:
            return False  # "heeft beloofd | dat hij de brief verstuurt"
        if items[k].low == "die" and k > 2 and k + 1 < i and items[k - 1].capital:
            return False  # "Het is Jan | die vrijdag betaalt"
        v = read[k]
        if v is None or v.particle or v.lemma not in lemmas:
            continue
        if items[k].low != "zijn" or (k and items[k - 1].low.endswith("n")):
            return True
    return False


def _is_be(items: list[Token], read: list[Verb | None], fixed: list[bool], i: int) -> bool:
    """Whether "zijn" is the verb and not "his", and no infinitive behind its modal."""
    modal = read[i - 1] if i else None
    if modal is not None and not modal.particle and modal.lemma in verb_lists.MODALS:
        return False  # "of ik bij het gesprek wil zijn op 17 september"
    if i + 1 >= len(items) or fixed[i + 1] or not items[i + 1].is_word:
        return True
    before = items[i - 1].low if i else ""
    after = items[i + 1].low
    if i == 1 and before == "het":
        return True  # "Het zijn Jan en Els die ..."
    if (
        before in ("wij", "we", "zij", "ze", "er", "jullie", "te")
        or after in NOMINATIVE
        or after in DETERMINERS
        or after in PREPOSITIONS
    ):
        return before != "te"
    following = read[i + 1]
    if following is not None and following.form & Form.PARTICIPLE:
        return True
    return after in (
        "niet",
        "al",
        "nog",
        "inmiddels",
        "klaar",
        "akkoord",
        "er",
        "bereid",
        "net",
        "ook",
        "wel",
    )


def repair(
    items: list[Token], read: list[Verb | None], fixed: list[bool], flags: list[bool]
) -> None:
    """When no verb was found: an unknown verb, or a known one misspelt."""
    if sum(token.is_word for token in items) < 2:
        return  # "Spoed!"
    for i, token in enumerate(items[:12]):
        if (
            fixed[i]
            or not token.is_word
            or read[i] is not None
            or (token.capital and i)
            or token.low in PREPOSITIONS
            or token.low in FILLERS
            or token.low in ADJECTIVES
        ):
            continue
        if i and items[i - 1].low in DETERMINERS and items[i - 1].low not in ("ik", "wij"):
            continue
        known = verbs.mistyped(token.low)
        if known is None and 0 < i <= 4:
            known = verbs.guess(token.low)
        if known is None:
            continue
        read[i] = known
        flags[i] = _finite(items, read, fixed, i, known)
        if flags[i]:
            return
        read[i] = known if known.form & Form.PLURAL and i == len(items) - 1 else None
