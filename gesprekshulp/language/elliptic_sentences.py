"""Sentences that lean on the one before: "Idem voor de bus, maandag", "Beide klaar op 11-6"."""

from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.language import actions, common_terms, verbs
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.clauses import clauses
from gesprekshulp.language.labels import whole
from gesprekshulp.language.lexicon import BLOCKING_LABELS, DETERMINERS, NEGATIONS, PREPOSITIONS
from gesprekshulp.language.parties import Owner, Party, Table
from gesprekshulp.language.short_answers import ShortAnswers
from gesprekshulp.language.subjects import after_word
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form
from gesprekshulp.language.wordlists import words

_SAME = (("idem",), ("dito",), ("hetzelfde", "geldt"), ("zo", "ook"), ("hetzelfde", "voor"))
_SMALL = frozenset(words("idem dito hetzelfde geldt ook zo maar dan die wel en voor met met bij"))
_LONGEST = 14  # words in such a sentence
_NOUNS = 3  # words in "Concept jaarplan: Anna."
_COMES = frozenset(("komen", "volgen"))


@dataclass(frozen=True, slots=True)
class _Task:
    """ "Verslag: Anna.": what and who, as yet without a day."""

    party: Party
    items: list[Token]


class EllipticSentences(ShortAnswers):
    """Reads what only makes sense with the sentence before it."""

    def __init__(self, note: str, table: Table, today: date) -> None:
        super().__init__(note, table, today)
        self._tasks: list[_Task] = []
        self._labels = 0  # in a row before the sentence that is being read

    def _leans_back(self, items: list[Token]) -> bool:
        """Whether a sentence was read as the end of the one before."""
        return self._assigned(items) or self._same_again(items) or self._comes_too(items)

    # -- tasks with one day for all ----------------------------------------------------------

    def _assigned(self, items: list[Token]) -> bool:
        """ "Verslag: Anna. Presentatie: Els. Beide klaar op 11 juni.": a day for what was given."""
        if self._labels:
            return False  # what stands behind a label was looked at with it
        tasks, self._tasks = self._tasks, []
        tail = common_terms.tail(items, self._in_term) if tasks else None
        if tail is not None and tail.items[0] is items[0]:
            parts = clauses(tail.items, self._fixed)
            term, event = self._pick(parts)
            if term is None and not event:
                return False
            for task in tasks[-tail.count :] if tail.count else tasks:
                own = clauses(task.items, self._fixed)
                action = actions.describe(own, "", set(), whole=True)
                party, hedged = task.party, self._hedged(parts)
                self._add(party.owner, party.person, own, action, term, event, hedged)
            return True
        task = self._task(items)
        if task is not None:
            self._tasks = [*tasks, task]
        return False

    def _task(self, items: list[Token]) -> _Task | None:
        colon = next((i for i, t in enumerate(items[: _NOUNS + 1]) if t.low == ":"), 0)
        named = [t for t in items[colon + 1 :] if t.low not in (".", ";")]
        party = whole(named, self._parties) if colon and named else None
        head = items[:colon]
        if party is None or any(t.low in BLOCKING_LABELS or not t.is_word for t in head):
            return None
        if any(verbs.verb(t.low) is not None and t.low.endswith("t") for t in head):
            return None
        return _Task(replace(party, end=0), head)

    # -- the same once more ------------------------------------------------------------------

    def _same_again(self, items: list[Token]) -> bool:
        """ "Idem voor de vrachtwagen, maar dan maandag", "Hetzelfde geldt voor Jan"."""
        last = self._found[-1] if self._found else None
        near = last is not None and bool(self._said_before)
        if last is None or not near or last.start < self._said_before[0].start:
            return False
        lows = [t.low for t in items]
        same = any(tuple(lows[: len(opening)]) == opening for opening in _SAME)
        also = lows[0] == "ook" and len(items) > 2 and self._names_thing(items, 1)
        if len(items) > _LONGEST or not (same or also):
            return False
        if any(low in NEGATIONS or low == "?" for low in lows):
            return False
        rest = [t for t in items if t.low not in _SMALL and not self._in_term(t)]
        read = [verbs.verb(t.low) for t in rest]
        if any(verb is not None and verb.form != Form.STEM for verb in read):
            return False
        parts = clauses(items, self._fixed)
        term, event = self._pick(parts)
        if term is None and not event:
            term, event = last.term, not last.vague and last.day is None
        owner, person = last.owner, last.person
        instead = self._instead(items)
        if instead is not None and not self._names_another(instead):
            owner, person = instead.owner, instead.person
        verb = last.action.rsplit(" ", 1)[-1] if last.action else ""
        skipped = {t.start for t in items if t.low in _SMALL}
        action = last.action if instead is not None else actions.describe(parts, verb, skipped)
        self._add(owner, person, parts, action, term, event, self._hedged(parts))
        return True

    def _names_thing(self, items: list[Token], i: int) -> bool:
        return items[i].low in DETERMINERS - {"dat", "dit", "die"} or items[i].capital

    def _instead(self, items: list[Token]) -> Party | None:
        """Who does the same, in "Hetzelfde geldt voor Jan": somebody at the table."""
        i = next((i for i, t in enumerate(items) if t.low == "voor" and i + 1 < len(items)), 0)
        party = self._parties.at(items, i + 1) if i else None
        if party is None or party.person is None or party.owner is Owner.THIRD:
            return None
        ends = party.end >= len(items) or not items[party.end].is_word
        return party if ends else None

    def _names_another(self, party: Party) -> bool:
        """Whether the promise before was done to somebody: "Ik bel Els. Idem voor Jan"."""
        last = self._found[-1]
        if last.owner is Owner.ADVISER and party.owner is Owner.CLIENT:
            return True
        said = self._said_before
        others = [p for i in range(len(said)) if (p := self._parties.at(said, i)) is not None]
        return any(p.person not in (None, last.person) for p in others)

    # -- "komt van" left out ---------------------------------------------------------------

    def _comes_too(self, items: list[Token]) -> bool:
        """ "De tekening komt van ons, medio juni. Stalen van de klant, begin juni."."""
        before, last = self._before, self._found[-1] if self._found else None
        if last is None or not self._said_before or before is None or before.verb is None:
            return False
        if last.start < self._said_before[0].start or before.verb.lemma not in _COMES:
            return False
        if not before.has("van", "vanuit") or len(items) > _LONGEST:
            return False
        parts = clauses(items, self._fixed)
        clause = parts[0]
        if len(parts) > 1 or clause.kind is not Kind.FRAGMENT or self._negated(clause):
            return False
        if any(v is not None and v.form & (Form.PLURAL | Form.PARTICIPLE) for v in clause.read):
            return False
        source = after_word(clause, self._parties, ("van", "vanuit"))
        term, event = self._pick(parts)
        if source is None or (term is None and not event) or clause.items[0].low in PREPOSITIONS:
            return False
        self._comes(clause, source, parts)
        return True

    def _comes(self, clause: Clause, source: tuple[Party, set[int]], parts: list[Clause]) -> None:
        term, event = self._pick(parts)
        action = actions.describe([clause], "", source[1], whole=True)
        party = source[0]
        self._add(party.owner, party.person, parts, action, term, event, self._hedged(parts))
