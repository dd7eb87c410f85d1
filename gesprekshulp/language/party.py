"""Who can act: the sides, a party named in a text, and the voice that speaks."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from gesprekshulp.language.roles import (
    AGENT_ENDINGS,
    EXTERNAL_ROLES,
    GROUP_ENDINGS,
    INANIMATE,
    INTERNAL_ROLES,
    SHORT_ROLES,
    THING_ENDINGS,
)

_ROLES = EXTERNAL_ROLES | INTERNAL_ROLES
_LONGEST_ROLE = max(map(len, _ROLES))
_SHORTEST_ROLE = 4  # letters of a role that an abbreviation keeps
# Too common at the end of words that are nobody ("belangrijk", "databank").
_NO_HEADS = frozenset(
    (
        "kantoor",
        "dienst",
        "extern",
        "externe",
        "partij",
        "inkoop",
        "ander",
        "partner",
        "zaak",
        "bedrijf",
    )
)


class Owner(StrEnum):
    """Whose promise it is, in the words of the register."""

    ADVISER = "adviseur"
    CLIENT = "klant"
    BOTH = "beiden"
    THIRD = "derde"


@dataclass(frozen=True, slots=True)
class Table:
    """Who sits at the table; the first adviser writes the note, so "ik" is theirs.

    `away` are the client's people who do not: they can be named, but "u" is never one of them.
    """

    advisers: tuple[str, ...]
    clients: tuple[str, ...]
    away: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in a text, with `end` as the index of the first token after the name."""

    owner: Owner
    person: str | None = None
    end: int = 0
    plural: bool = False
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks ("ik") and who is spoken to ("u"); in a quote not the writer of the note."""

    me: Party
    you: Party


_NO_NOUNS = frozenset(("eerder", "verder", "later", "onder", "achter", "boven"))
_DOERS = ("dekker", "zetter", "bouwer", "maker", "legger", "houder", "gever", "nemer", "werker")
_THINGS = tuple(
    w for w in INANIMATE if len(w) > 4 and not w.endswith(("lever", *_DOERS)) and w not in _NO_NOUNS
)

_ADJECTIVES = ("baar", "klaar", "zwaar", "raar")  # which end like "eigenaar"
_NOBODY = THING_ENDINGS + _THINGS + _ADJECTIVES


def near(a: str, b: str) -> bool:
    """Whether two words differ by one slip: a letter missed, wrong, too many or two swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    x, y = a[i:], b[i:]
    return (
        x[1:] == y[1:]
        or x[1:] == y
        or x == y[1:]
        or (len(x) > 1 and len(y) > 1 and x[0] == y[1] and x[1] == y[0] and x[2:] == y[2:])
    )


def together(a: Party, b: Party) -> Party:
    """Two parties joined by "en"; both sides together are both."""
    owner = a.owner
    if {a.owner, b.owner} == {Owner.ADVISER, Owner.CLIENT} or Owner.BOTH in (a.owner, b.owner):
        owner = Owner.BOTH
    elif b.owner is not a.owner:
        owner = b.owner if a.owner is Owner.THIRD else a.owner
    person = (
        f"{a.person} en {b.person}" if a.person and b.person and owner is not Owner.BOTH else None
    )
    return Party(owner, person, b.end, plural=True)


@lru_cache(maxsize=5_000)
def head_role(noun: str) -> str:
    """The role that a compound ends in: "contra-expert" is an expert; the word itself if none."""
    if noun.endswith("-lev") or noun == "lev":
        return "leverancier"
    if noun in _ROLES or noun in INANIMATE or noun.endswith(THING_ENDINGS):
        return noun
    # Looking no further back than the longest role keeps a text without spaces linear.
    for start in range(max(2, len(noun) - _LONGEST_ROLE), len(noun) - 4):
        head = noun[start:]
        if head in _ROLES and head not in _NO_HEADS:
            return head
    one = _singular(noun)
    return head_role(one) if one else noun


def _singular(noun: str) -> str:
    """The role of which a noun is the plural: "afdelingshoofden"; empty when it is none."""
    for ending in ("s", "en", "'s"):
        one = noun.removesuffix(ending)
        if one != noun and len(one) > 3 and (one in _ROLES or head_role(one) in _ROLES):
            return one if head_role(one) not in _NO_HEADS else ""
    return ""


@lru_cache(maxsize=2_000)
def full_role(short: str) -> str:
    """The role that an abbreviation begins: "penningm." is a penningmeester; itself if none."""
    if short in SHORT_ROLES:
        return SHORT_ROLES[short]
    if len(short) < _SHORTEST_ROLE or short in _ROLES or short in INANIMATE:
        return short
    return min((r for r in _ROLES if r.startswith(short)), key=len, default=short)


def agentive(noun: str) -> bool:
    """Whether a noun that is not in the list names somebody who acts, by its ending."""
    if noun.endswith(GROUP_ENDINGS):
        return True
    if len(noun) < 4 or noun in INANIMATE or noun.endswith(_NOBODY):
        return False
    return noun.endswith(AGENT_ENDINGS)


def several(noun: str) -> bool:
    """Whether a noun names more than one who acts: "machinisten", "monteurs"."""
    for ending in ("s", "en", "'s"):
        one = noun.removesuffix(ending)
        if one != noun and len(one) > 4 and (one in _ROLES or agentive(one)):
            return True
    return noun.endswith(("-users", "-gebruikers"))


def near_role(noun: str) -> bool:
    """ "klnat", "klatn": the word that is typed most and therefore misspelt most."""
    return 4 <= len(noun) <= 6 and sorted(noun) == sorted("klant") and noun != "klant"
