"""From whom something comes that has no other doer: "van onze kant", "vanuit de klant"."""

from gesprekshulp.language.clause import Clause
from gesprekshulp.language.parties import Parties, Party
from gesprekshulp.language.subjects import after_word

_SIDES = frozenset(("kant", "zijde"))


def agent_of(clause: Clause, parties: Parties) -> tuple[Party, set[int]] | None:
    """Who does what is said in the passive: "door Els", or "vanuit ons" in front of the verb."""
    by = after_word(clause, parties, ("door",))
    return by if by is not None else _opening_source(clause, parties)


def _opening_source(clause: Clause, parties: Parties) -> tuple[Party, set[int]] | None:
    opening = next((t.low for t, f in zip(clause.items, clause.fixed, strict=True) if not f), "")
    if opening == "vanuit":
        return after_word(clause, parties, ("vanuit",))
    if opening != "van":
        return None
    found = after_word(clause, parties, ("van",))
    side = any(t.low in _SIDES and t.start in found[1] for t in clause.items) if found else False
    return found if side else None
