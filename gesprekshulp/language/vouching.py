"""Taking on what was said: "... en heeft zich daarop vastgelegd", "Laat dat aan mij over"."""

from itertools import pairwise

from gesprekshulp.language import actions
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.promise_rules import PromiseRules
from gesprekshulp.language.subjects import Subject, subject_of
from gesprekshulp.language.terms import TermKind

_BINDS = frozenset(("vastleggen", "committeren", "verbinden", "vastpinnen"))
_TO_IT = ("daar", "daarop", "daaraan", "daartoe", "eraan", "er", "erop", "hieraan", "hierop")
_NEXT_TO = 5  # characters between a promise and what dates it
_BACK = 3  # clauses
_SPEAKS = ("ik", "wij", "we", "u", "je", "jij", "jullie")
_APPEARS = frozenset(
    (
        "uitkomen", "verschijnen", "plaatsvinden", "uitgaan", "uitgerold", "livegaan", "vallen",
        "plaatshebben", "losbarsten", "beginnen", "starten",
    )
)  # fmt: skip


class Vouching(PromiseRules):
    """Reads clauses by which somebody takes on what another clause says."""

    def _takes_on(self, clause: Clause, said: Predicate) -> bool:
        return self._binds_to_it(clause, said) or self._left_to_me(clause)

    def _binds_to_it(self, clause: Clause, said: Predicate) -> bool:
        """ "Els denkt dat ze het haalt en heeft zich daarop vastgelegd"."""
        if said.name not in _BINDS or not clause.has("zich", "me", "mij", "ons"):
            return False
        if not clause.has(*_TO_IT) or self._negated(clause) or said.pluperfect:
            return False
        for k in range(self._index - 1, max(-1, self._index - 1 - _BACK), -1):
            told = self._sentence_parts[k]
            if told.kind is not Kind.SUB or told.mark != "dat":
                continue
            subject = subject_of(told, self._parties, self._previous)
            if subject.party is None or self._negated(told):
                return False
            last = self._found[-1] if self._found else None
            if last is None or last.start < told.start:
                self._promise(told, predicate(told), Subject(subject.party, subject.starts))
            return True
        return False

    def _left_to_me(self, clause: Clause) -> bool:
        """ "Laat de roosters maar aan mij over, die liggen er maandag"."""
        lows = [t.low for t in clause.items]
        if lows[0] not in ("laat", "laten") or "over" not in lows or self._negated(clause):
            return False
        if not any(a == "aan" and b in ("mij", "ons") for a, b in pairwise(lows)):
            return False
        parts = self._sentence_parts
        later = parts[self._index + 1 :]
        if any(c.kind is Kind.MAIN and c.has(*_SPEAKS) for c in later):
            return False  # "..., u hebt de begroting vrijdag" says it itself
        term, event = self._pick(parts)
        me = self._parties.voice.me
        action = actions.describe([clause], "regelen", verb_starts(clause))
        self._add(me.owner, me.person, parts, action, term, event, self._hedged(parts))
        return True

    def _dates_thing(self, clause: Clause, said: Predicate) -> bool:
        """ "... in de nieuwe versie, die eind april uitkomt": the day of the thing named last."""
        last = self._found[-1] if self._found else None
        if said.name not in _APPEARS or said.past or last is None or last.day is not None:
            return False
        if not self._index or clause.start - last.end > _NEXT_TO or self._negated(clause):
            return False
        term, _ = self._pick([clause])
        if term is None or term.kind is not TermKind.DAY or term.day is None:
            return False
        self._date_last(clause, term)
        return True
