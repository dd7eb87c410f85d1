"""What "zou" leaves open: "zei dat hij zou bellen", "zou nog kijken of"; not what fell through."""

from gesprekshulp.language.clause import Clause
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.predicates import Predicate
from gesprekshulp.language.verbs import Sort

_SUPPOSED = (
    "liever", "liefst", "graag", "eigenlijk", "best", "desnoods", "eventueel", "misschien",
    "hooguit", "plaats", "dolgraag", "anders", "normaal", "oorspronkelijk", "eerst", "nooit",
)  # fmt: skip
_IMAGINED = frozenset(("als", "indien", "mocht", "wanneer", "tenzij", "mits"))
_OURS = ("ons", "mij", "me")
_FELL_THROUGH = pattern(
    r"\b(?:niets|niks|nooit|niet|geen|maar|echter|nee|verstreken|steeds|inmiddels|al|toen|nu|"
    r"alleen|gedaan|gebeurd|vergeten)\b"
)
_AHEAD = 70  # characters in which a note says that it fell through


def would_act(clause: Clause, said: Predicate, parts: list[Clause]) -> bool:
    """Whether "zou" reports an act that was taken on, and no wish or condition."""
    if said.modal != "zullen" or not said.modal_past or said.passive:
        return False
    if clause.has(*_SUPPOSED) or any(part.mark in _IMAGINED for part in parts):
        return False
    if said.sort is Sort.RECEIVE:
        return clause.has("laten")  # "zou iets laten horen"
    return said.sort in (Sort.ACT, Sort.MOVE, Sort.TRY) and said.lemma not in ("vinden", "denken")


def still_due(clause: Clause, text: str, following: list[Clause], *, dated: bool) -> bool:
    """Whether a main clause with "zou" is still to come: "zou nog kijken", "zou ... en ik ...".

    `text` is the note in lower case; what it says next may be that it never happened.
    """
    if _FELL_THROUGH.search(text[clause.items[-1].end : clause.items[-1].end + _AHEAD]):
        return False
    goes_on = bool(following) and following[0].coordinated
    return (
        clause.has("nog", "uiterlijk", "gauw", "snel", "spoedig", "binnenkort")
        or goes_on
        or (dated and clause.has(*_OURS))
    )
