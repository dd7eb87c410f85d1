"""Adjectives that are forms of verbs as well: in "Ruim een uur gezeten" nothing is cleared."""

from gesprekshulp.language.lexicon import DETERMINERS, FILLERS, NOMINATIVE, PREPOSITIONS
from gesprekshulp.language.numbers import cardinal
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verb_forms import without_ge
from gesprekshulp.language.verb_lists import NOUN_LIKE, PARTICLES
from gesprekshulp.language.verbs import Form, Verb
from gesprekshulp.language.wordlists import words

ADJECTIVES = frozenset(
    words("ruim dik scherp fris los droog vlak schoon koel rijp wijs duur goedkoop jammer vers")
)
"""Known as such, so that they are taken for no misspelt verb either."""
_ME = frozenset(words("ik 'k ikzelf je jij"))
_AMOUNTS = frozenset(
    words(
        """
        uur uren uurtje kwartier kwartiertje minuten dag dagen week weken maand maanden jaar jaren
        eeuw ton euro procent keer meter kilometer km hectare ha kilo liter fte man mensen helft
        deel derde kwart miljoen duizend honderd half anderhalf anderhalve dozijn tiental
        """
    )
)
_GOES_WITH_VERB = frozenset(words("nog eerst even ook wel zelf dan"))
_SHORT = 12  # words within which the particle of the verb is looked for


def without_adjectives(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> None:
    """Takes the verb from an adjective, in front of a sentence or of an amount."""
    for i, token in enumerate(items):
        if token.low not in ADJECTIVES or read[i] is None or i + 1 >= len(items):
            continue
        if items[i + 1].low in _ME or (i and items[i - 1].low in _ME):
            continue
        if _before_amount(items, i + 1) or (not i and not _acts(items, read, fixed)):
            read[i] = None


def _before_amount(items: list[Token], i: int) -> bool:
    """Whether an amount begins here, and no verb is split around it: "ruim 3 kasten leeg"."""
    low = items[i].low
    behind = items[i + 1].low if i + 1 < len(items) else ""
    if low in _AMOUNTS or (low in DETERMINERS | {"half"} and behind in _AMOUNTS):
        return True
    counted = low[:1].isdigit() or low == "€" or cardinal(low) is not None
    return counted and not _split(items[i:])


def _split(items: list[Token]) -> bool:
    """Whether a particle stands alone in what follows, as in "de kast op vrijdag"."""
    return any(
        t.low in PARTICLES and (k + 1 == len(items[:_SHORT]) or not items[k + 1].is_word)
        for k, t in enumerate(items[:_SHORT])
    )


def _acts(items: list[Token], read: list[Verb | None], fixed: list[bool]) -> bool:
    """Whether something is done in what the first word opens: "Ruim vrijdag de kelder leeg"."""
    done = (v for v in read[1:] if v is not None)
    if any(v.form == Form.PARTICIPLE for v in done) and not _split(items[1:]):
        return False  # "Ruim de tijd genomen"
    after = items[1].low
    return fixed[1] or after in DETERMINERS or after in _GOES_WITH_VERB


def goes_with_noun(
    items: list[Token], read: list[Verb | None], fixed: list[bool], i: int, v: Verb
) -> bool:
    """Whether a form in -de or -te opens a line as an adjective, right before a bare noun."""
    joined = i == 2 and items[1].low == "en" and items[0].low.endswith("e")
    if (i and not joined) or not without_ge(v.particle + v.lemma) or len(items) < 2:
        return False
    k = i + 3 if items[i + 1 : i + 2] and items[i + 1].low == "en" else i + 1
    if k >= len(items):
        return False
    noun = items[k]
    closed = DETERMINERS | PREPOSITIONS | NOMINATIVE | FILLERS
    plain = noun.is_word and not noun.capital and noun.low not in closed
    return plain and (read[k] is None or noun.low in NOUN_LIKE) and not fixed[k]


def before_noun(items: list[Token], read: list[Verb | None], i: int) -> bool:
    """Whether a form in -de or -te goes with the noun of a fronted object."""
    opened = any(
        t.low in ("de", "het", "een", "die", "dit", "deze") for t in items[max(0, i - 3) : i]
    )
    noun = items[i + 1] if i + 1 < len(items) else None
    if not opened or noun is None or not noun.is_word or read[i + 1] is not None:
        return False
    return any(
        items[k].low in NOMINATIVE and read[k - 1] is not None
        for k in range(i + 3, min(len(items), i + 5))
    )
