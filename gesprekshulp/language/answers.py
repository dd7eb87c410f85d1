"""What was asked, and whether the words that follow say yes."""

from dataclasses import dataclass

from gesprekshulp.language.clause import Clause
from gesprekshulp.language.parties import Owner
from gesprekshulp.language.patterns import pattern


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that somebody may still say yes to."""

    owner: Owner
    person: str | None
    parts: list[Clause]
    action: str
    age: int
    anybody: bool = False  # "of de keet geplaatst kan worden": whoever says yes sees to it


_AGREED = (
    "ja|jazeker|zeker|tuurlijk|vanzelfsprekend|komt goed|komt in orde|prima|akkoord|oké|ok|goed|"
    "uiteraard|natuurlijk|met plezier|met genoegen"
)
_DONE = (
    "doe|doet|doen|lukt|lukte|toegezegd|beloofd|akkoord|toe|prima|goed|ja|bevestigd|oppakken|"
    "regelt|regel|zorgen|ingestemd|in"
)
_YES = pattern(
    rf"^(?:{_AGREED}|akk|graag|afgesproken|doen)"
    rf"(?:[\s,!]+(?:{_AGREED}|graag|hoor))*[\s,.!:\d]*(?:uur)?$"
    rf"|^(?:{_AGREED})\b.{{0,160}}"
    r"\b(?:do\w+|lukt|regel\w*|zal|ga\w*|zeg\w*|kan|beloof\w*|graag|pak\w*|"
    r"neem|in orde)\b"
    r"|\bkom(?:t|en)\b.{0,160}\b(?:in orde|goed|voor elkaar|voor mekaar|voor de bakker)\b"
    r"|\b(?:doe|doet|doen)\s+(?:ik|we|wij|hij|zij|ze|\w+)\b"
    r"|\b(?:regel|regelt|regelen)\s+(?:ik|we|wij|hij|zij|ze)\b"
    rf"|\b(?:dat|daar|daarmee|hiermee|ermee|daarop|hem|haar|dit)\b.{{0,160}}\b(?:{_DONE})\b"
    r"|\bstem(?:de|t|den|men)\b.{0,160}\b(?:in|toe)\b|\bging(?:en)?\b.{0,160}\b(?:op in|akkoord)\b"
    r"|\bakk(?:oord)?\b|^(?:dat )?(?:kan|kunnen|wil|willen) (?:hij|zij|ze|ik|we|wij)\b"
    r"|\bzeg(?:t|de|den)?\b.{0,160}\b(?:toe|ja)\b|\b(?:toegezegd|toegestemd|ingestemd)\b"
    r"|\bvolmondig\b|\bja\b.{0,160}\bgezegd\b|\bgeen probleem\b|\bis (?:goed|akkoord|prima)\b"
    r"|\bneem (?:ik|we|wij)\b.{0,160}\b(?:mee|op)\b|\bbeloof(?:de|t)?\b"
    r"|\b(?:zei|zeg|zegt)\b.{0,160}\bja\b|^ja,? dat\b|\bknik(?:te|t|ten|ken)\b|\bduim omhoog\b"
    r"|\breken (?:maar )?op mij\b"
)
_NO = pattern(
    r"\b(?:niet|niks|niets|geen|nooit|eerst|open|later|misschien|twijfel\w*|nadenken|wist|weet|maar|wilde|"
    r"antwoord|afwachten|overwegen|nee|bedankt|geweigerd|weiger\w*)\b"
)


def says_yes(text: str) -> bool:
    """Whether a clause accepts what was asked ("Ja, doen we", "komt in orde")."""
    return _YES.search(text) is not None and (not says_no(text) or "geen probleem" in text)


def says_no(text: str) -> bool:
    """Whether a clause refuses or leaves open what was asked."""
    return _NO.search(text) is not None
