"""Signs of what a noun is: an adjective before it, the verb behind it, the aim it is named by."""

from gesprekshulp.language import verb_lists, verbs
from gesprekshulp.language.lexicon import DETERMINERS, FILLERS, NOMINATIVE, PREPOSITIONS
from gesprekshulp.language.party import agentive, full_role
from gesprekshulp.language.roles import (
    CLIENT_NOUNS,
    EXTERNAL_ROLES,
    GROUP_ENDINGS,
    INTERNAL_ROLES,
    OUR_NOUNS,
)
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form
from gesprekshulp.language.wordlists import words

_SOCIETIES = frozenset(words("vereniging stichting instelling organisatie"))
_TIMES = frozenset(
    words(
        "morgen overmorgen vandaag vanavond vanmiddag maandag dinsdag woensdag donderdag vrijdag "
        "zaterdag zondag volgende komende uiterlijk begin medio halverwege januari februari maart "
        "april augustus september oktober november december binnenkort straks zelf ondertussen "
        "gisteren eergisteren vanmorgen vanochtend net zojuist inmiddels meestal "
        "altijd doorgaans pas eerst daarna vervolgens"
    )
)


def at_office(items: list[Token], i: int) -> int:
    """The place after "op kantoor" in "de planner bij ons op kantoor"."""
    place = i + 1 < len(items) and items[i].low in ("op", "in")
    return i + 2 if place and items[i + 1].low in ("kantoor", "huis", "zaak") else i


def goes_by_its_aim(items: list[Token], i: int) -> bool:
    """ "De vereniging voor natuurbeheer": called in full, so not the one at the table."""
    if items[i].low not in _SOCIETIES or i + 2 >= len(items):
        return False
    aim = items[i + 2]
    named = aim.is_word and len(aim.low) > 5 and aim.low not in _TIMES
    return items[i + 1].low in ("voor", "tot", "tegen") and named


def opens_clause(items: list[Token], start: int, i: int) -> bool:
    """Whether a noun for somebody who acts opens a clause, right before its verb."""
    if start and items[start - 1].low not in (",", "en", "maar", ":"):
        return False
    following = verbs.verb(items[i + 1].low) if i + 1 < len(items) else None
    if following is None or not following.form & Form.THIRD:
        return False
    behind = items[i + 2].low if i + 2 < len(items) else ""
    if following.form & Form.STEM and (not behind or behind in NOMINATIVE):
        return False
    return len(items[i].low) > 5 and agentive(items[i].low) and verbs.verb(items[i].low) is None


def qualifies(items: list[Token], i: int) -> bool:
    """Whether a word in -er stands before its noun, as "hoger" in "een hoger rendement"."""
    if not items[i].low.endswith("er") or i + 1 >= len(items) or items[i].capital:
        return False
    after = items[i + 1]
    plain = after.is_word and not after.capital and len(after.low) > 4
    return (
        plain
        and verbs.verb(after.low) is None
        and after.low not in FILLERS
        and after.low not in PREPOSITIONS
        and after.low not in DETERMINERS
        and after.low not in _TIMES
    )


def adjective(items: list[Token], i: int) -> bool:
    """Whether a word can stand between a determiner and its noun: "de nieuwe manager"."""
    low = items[i].low
    ordinal = low == "derde"  # "de derde offerte"
    if (
        low in CLIENT_NOUNS
        or (low in EXTERNAL_ROLES and not ordinal)
        or low in INTERNAL_ROLES
        or low in OUR_NOUNS
    ):
        return False
    if low.endswith((*GROUP_ENDINGS, "kundige", "gevende")):
        return False
    if items[i].shortened and i + 1 < len(items) and full_role(low) == low:
        return full_role(items[i + 1].low) in INTERNAL_ROLES  # "fin. adm."
    following = verbs.verb(items[i + 1].low) if i + 1 < len(items) else None
    finite = (
        following is not None
        and Form.THIRD in following.form
        and Form.PARTICIPLE not in following.form
    )
    if finite and items[i + 1].low not in verb_lists.NOUN_LIKE:
        return False
    return (
        i + 1 < len(items)
        and items[i + 1].is_word
        and (
            (low.endswith("e") and len(low) > 3)
            or (low.endswith(("isch", "lijk")) and len(low) > 6)
            or low in ("eigen", "ict", "financieel", "extern", "intern")
        )
        and low != "hele"
        and (not items[i].capital or not i)
    )


def comes_by(items: list[Token], i: int) -> bool:
    """Whether "bij u" says where somebody comes, as in "bij u langs"."""
    return i < len(items) and items[i].low in ("langs", "thuis", "terug", "aan", "binnen")


def closes(token: Token) -> bool:
    """Whether a word cannot be the noun of "haar ...": a participle or a preposition."""
    found = verbs.verb(token.low)
    return token.low in PREPOSITIONS or (found is not None and bool(found.form & Form.PARTICIPLE))
