"""For whom somebody with a role works, given whose it is called: "onze jurist", "haar notaris"."""

from gesprekshulp.language.party import (
    Owner,
    Party,
    agentive,
)
from gesprekshulp.language.roles import (
    CLIENT_NOUNS,
    EXTERNAL_ROLES,
    INTERNAL_ROLES,
    OUR_NOUNS,
)
from gesprekshulp.language.wordlists import words

EXTERNAL_HEADS = (
    "leverancier", "accountant", "notaris", "advocaat", "verzekeraar", "makelaar", "boekhouder",
    "aannemer", "installateur", "drukker", "adviesbureau", "verhuurder", "fabrikant", "architect",
    "bank", "dienstverlener", "bureau", "huurder", "belastingadviseur", "producent", "fonds",
)  # fmt: skip


# Professions that people call theirs and that work for themselves: "zijn garagist".
_INDEPENDENT = (
    "ist", "arts", "therapeut", "loog", "kundige", "garage", "garagehouder", "kantoor", "advocaten",
    "architect", "zender", "verstrekker", "opticien", "kapper", "bakker", "slager", "timmerman",
    "expediteur", "rijschool", "uitvaartondernemer", "webdesigner", "vormgever",
)  # fmt: skip


# Whose they are says for whom they work: "onze expert", "haar chauffeurs".
_EMPLOYABLE = frozenset(
    words(
        """
    expert schade-expert chauffeur monteur servicemonteur koelmonteur ontwikkelaar onderzoeker
    redacteur constructeur keurmeester koerier specialist consultant landmeter vertaler
    """
    )
)


_OUR_KINDS = ("arts", "taxateur", "bureau", "kundige", "coach", "psycholoog", "inspecteur")


_OF_AN_OFFICE = ("analist", "specialist", "jurist", "fiscalist", "econometrist")
"""On "ist", and yet of the firm whose they are called, also in "data-analist"."""


_EMPLOYED = frozenset((
    "receptionist", "telefonist", "machinist", "specialist", "kantoor", "hoofdkantoor", "stagiaire",
    "bijkantoor", "baliemedewerkster", "typist", "telefoniste", "receptioniste",
    "kwaliteitskundige",
    "deskundige", "arbeidsdeskundige",
))  # fmt: skip


_CLIENTS = frozenset(
    words("klant klanten cliënt cliënten client opdrachtgever relatie kl klt cl clt")
)


EXTERNAL_ONLY = EXTERNAL_ROLES - INTERNAL_ROLES


def employed_as(noun: str, possessor: Owner, end: int) -> Party | None:
    """Of whose side somebody with a role is: "onze jurist", "haar notaris"."""
    if noun.endswith("iste") or noun[:-1] in INTERNAL_ROLES:
        noun = noun.removesuffix("e")  # "onze juriste"
    ours = possessor is Owner.ADVISER and noun.endswith(_OUR_KINDS)
    if noun in _EMPLOYABLE or ours or noun.endswith(_OF_AN_OFFICE):
        return Party(possessor, None, end)
    if noun.endswith(_INDEPENDENT) and noun not in _EMPLOYED and noun not in INTERNAL_ROLES:
        return Party(Owner.THIRD, noun, end)
    if noun in INTERNAL_ROLES and (noun not in EXTERNAL_ONLY):
        return Party(possessor, None, end)
    if noun in EXTERNAL_ROLES or (noun.endswith(EXTERNAL_HEADS) and noun not in INTERNAL_ROLES):
        return Party(Owner.THIRD, noun, end)
    if noun in _CLIENTS and possessor is Owner.ADVISER:
        return Party(Owner.CLIENT, None, end)  # "onze klant"
    if noun in CLIENT_NOUNS or noun in OUR_NOUNS:
        return Party(possessor, None, end)
    one = noun[:-2] if noun.endswith("isten") else noun[:-1] if noun.endswith("s") else ""
    many = len(one) > 5 and agentive(one)  # "onze engineers", "hun machinisten"
    if agentive(noun) or many:
        return Party(possessor, None, end)
    return None
