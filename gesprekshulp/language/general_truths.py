"""What an institution does with anybody: "Bij diefstal keert de verzekeraar de dagwaarde uit"."""

from gesprekshulp.language.clause import Clause
from gesprekshulp.language.lexicon import DETERMINERS
from gesprekshulp.language.parties import Owner, Party
from gesprekshulp.language.wordlists import words

# They act by rule; a notary or a supplier is one that is known.
_INSTITUTIONS = tuple(
    words(
        "bank gemeente provincie waterschap belastingdienst fiscus uwv kvk rvo kadaster rechtbank "
        "rechter ministerie verzekeraar verzekering maatschappij fonds corporatie politie douane "
        "inspectie svb duo dienst overheid rijk instantie incassobureau deurwaarder school"
    )
)
_OPENS = frozenset(("bij", "zonder"))
# What is agreed or expected, and so known to come; the rest may befall anybody.
_AWAITED = (
    "akkoord", "ontvangst", "ondertekening", "goedkeuring", "oplevering", "levering", "betaling",
    "opdracht", "overdracht", "gunning", "instemming", "toestemming", "afronding", "aflevering",
    "gereedmelding", "start", "keuring", "passeren",
)  # fmt: skip


def general_truth(clause: Clause, party: Party) -> bool:
    """Whether a clause tells a rule: an institution, and a case that no article makes known."""
    if party.owner is not Owner.THIRD or party.pronoun or party.person is None:
        return False
    if not party.person.lower().endswith(_INSTITUTIONS):
        return False
    head = clause.items[: max(0, clause.finite)]
    if len(head) < 2 or head[0].low not in _OPENS or any(clause.fixed[: clause.finite]):
        return False
    if head[1].low in DETERMINERS - {"een", "elke", "iedere", "geen"} or head[1].capital:
        return False
    anybody = any(t.low in ("te", "een", "elke", "iedere") for t in head[1:])
    return anybody or not head[-1].low.endswith(_AWAITED)
