"""Clauses without a finite verb: "Afgesproken dat", "Offerte nasturen, vr"."""

from gesprekshulp.language import actions
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.lexicon import DETERMINERS, NEGATIONS, PREPOSITIONS
from gesprekshulp.language.parties import Owner, Party
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.promise_rules import Governor
from gesprekshulp.language.subjects import Subject, after_word, subject_of
from gesprekshulp.language.subordinate_clauses import SubordinateClauses
from gesprekshulp.language.terms import TermKind
from gesprekshulp.language.verbs import Form, Sort

_PUTS = frozenset(("voorleggen", "polsen", "peilen", "navragen"))
_TOGETHER = frozenset(("afspreken", "overeenkomen"))
_FEW = 14  # words in a line that only names people
_NEXT_TO = 5  # characters between a promise and what dates it


_BY_ITSELF = frozenset(("verlopen", "vervallen", "vallen"))
"""What things do without anybody, so that "licentie verlopen op 1 mei" is no task."""


class Fragments(SubordinateClauses):
    """Reads a fragment: who it is for, and whether it says something to be done."""

    def _fragment(self, clause: Clause, governor: Governor | None = None) -> Governor | None:
        """A clause without a finite verb: "Afgesproken dat", "Offerte nasturen, vr"."""
        said = predicate(clause)
        subject = subject_of(clause, self._parties, None)
        negated = self._negated(clause)
        notes = self._noted(clause)
        following = self._sentence_parts[self._index + 1 : self._index + 2]
        self._mention_all(clause)
        if not negated and self._further_acts(clause, said):
            return None
        if self._promise_of(clause, said) or self._task_of(clause, following):
            return None
        self._requested(clause, following)
        if said.name in _PUTS and said.perfect and following and following[0].mark == "of":
            return Governor(Sort.ASK, self._parties.voice.me, firm=not negated)
        if said.governs is not None and said.perfect:
            self._mention(subject.party or subject.other)  # "Els gebeld: zij ..."
            self._mention(notes)
            if (other := after_word(clause, self._parties, ("met",))) is not None:
                self._mention(other[0])  # "met de notaris afgesproken dat hij ..."
            if said.governs is Sort.ASK and said.to_infinitive is not None:
                target = subject.other or subject.party
                self._ask(target, [clause], said.inner_name, verb_starts(clause))
            if said.governs is Sort.PROMISE and said.to_infinitive is not None and not negated:
                party = subject.party or (
                    Party(Owner.BOTH) if said.speech_name == "afspreken" else self._parties.voice.me
                )
                self._promise(clause, said, Subject(party, subject.starts))
                return None
            agent = after_word(clause, self._parties, ("door",))
            if agent is not None and said.governs is Sort.PROMISE and self._dated(clause):
                if not negated:  # "Jaarstukken af voor 1 mei, toegezegd door Els"
                    self._promise(clause, said, Subject(agent[0], agent[1]))
                return None
            party = subject.party
            following = self._sentence_parts[self._index + 1 : self._index + 2]
            if (
                said.governs is Sort.PROMISE
                and following
                and following[0].kind is Kind.INF
                and not negated
            ):
                if party is None or party.owner is Owner.ADVISER:
                    mine = said.speech_name not in _TOGETHER  # "Aangeboden om mee te gaan"
                    party = self._parties.voice.me if mine else Party(Owner.BOTH)
                self._promise(
                    following[0],
                    predicate(following[0]),
                    Subject(party, set()),
                    [following[0]],
                )
                return None
            return Governor(said.governs, party, firm=not negated)
        last = self._found[-1] if self._found else None
        begins = said.name in ("beginnen", "starten") and clause.items[0].low == "te"
        if begins and last is not None and last.day is None and clause.start - last.end < _NEXT_TO:
            term, _ = self._pick([clause])
            if term is not None:
                self._date_last(clause, term)  # "rekent het door, te beginnen volgende week"
            return None
        if said.to_infinitive is not None and not negated:
            agent = after_word(clause, self._parties, ("door",))
            if agent is not None:  # "nog uit te zoeken door Sjors"
                self._promise(clause, said, Subject(agent[0], agent[1]))
                return None
        if said.perfect and not negated and said.governs is None:
            # "brochure door mij aangepast vóór donderdag"
            agent = after_word(clause, self._parties, ("door",))
            self._mention(subject.party or subject.other)
            term, _ = self._pick([clause])
            if agent is not None and term is not None and term.day and self._deadline(term):
                self._promise(clause, said, Subject(agent[0], agent[1]))
            return None
        if said.to_infinitive is not None and governor is not None and governor.party is not None:
            if governor.sort is Sort.PROMISE and governor.firm and not negated:
                self._promise(clause, said, Subject(governor.party, set()))
            return None
        if notes is not None and not negated and not said.perfect and self._dated(clause):
            # "Sluitingsdagen (Fenna, 5 dec)"
            action = actions.describe([clause], "", set(), whole=True)
            term, event = self._pick([clause])
            self._add(
                notes.owner, notes.person, [clause], action, term, event, self._hedged([clause])
            )
            return None
        if (
            not negated
            and not said.lemma
            and (agent := after_word(clause, self._parties, ("door",)))
        ):
            term, event = self._pick([clause])
            if term is not None and (term.day is not None or term.kind is TermKind.VAGUE):
                # "Terugkoppeling door Els 20 juni"
                action = actions.describe([clause], "", agent[1], whole=True)
                party, hedged = agent[0], self._hedged([clause])
                self._add(party.owner, party.person, [clause], action, term, event, hedged)
                return None
        if not negated and not said.lemma and self._given_word(clause):
            term, event = self._pick([clause])
            me, action = self._parties.voice.me, actions.describe([clause], "", set(), whole=True)
            hedged = self._hedged([clause])
            self._add(me.owner, me.person, [clause], action, term, event, hedged)
            return None
        if not said.infinitive_last and (other := after_word(clause, self._parties, ("met",))):
            self._mention(other[0])
        if (
            negated
            or not said.infinitive_last
            or (subject.party is not None and self._after_wish())
            or (said.lemma in _BY_ITSELF and not said.particle)
            or (said.name == "ontvangen" and not after_word(clause, self._parties, ("van",)))
            or clause.has("te", "gesproken", "besproken", "overwogen", "gedacht")
        ):
            return None
        self._mention(subject.party or (subject.other if said.perfect else None))
        lead = subject.party if subject.leads else None
        doer = after_word(clause, self._parties, ("door",))
        term, event = self._pick([clause])
        event = event or (
            self._condition == "event" and not clause.has("alleen")
        )  # "Offerte sturen zodra Jan belt"
        if term is None and not event and notes is None and lead is None and doer is None:
            return None
        if self._habit(clause, said):
            return None
        if clause.items[0].low == "graag" and notes is None and doer is None:
            # "Graag voor vrijdag de loonstrook aanleveren": asked of whoever reads it
            self._ask(self._parties.voice.you, [clause], said.name, verb_starts(clause))
            return None
        ours = Party(Owner.BOTH) if clause.items[0].low == "elkaar" else self._parties.voice.me
        party = notes or lead or (doer[0] if doer else ours)
        skipped = subject.starts if notes is None and lead is not None else set[int]()
        self._add(
            party.owner,
            party.person,
            [clause],
            actions.describe([clause], "", skipped, whole=True),
            term,
            event,
            self._hedged([clause]),
        )
        return None

    def _given_word(self, clause: Clause) -> bool:
        """ "Beloofd: een toelichting, binnen tien werkdagen": by whom the note is."""
        before = self._lower[max(0, clause.start - 12) : clause.start].strip()
        term, event = self._pick([clause])
        due = event or (term is not None and term.day is not None)
        return due and before.endswith(("beloofd:", "toegezegd:"))

    def _after_wish(self) -> bool:
        """ "Vader wil afbouwen, zoon juist uitbreiden": "wil" goes for both."""
        before = self._sentence_parts[self._index - 1] if self._index else None
        return (
            before is not None and before.kind is Kind.MAIN and predicate(before).modal == "willen"
        )

    def _further_acts(self, clause: Clause, said: Predicate) -> bool:
        """ "Ik zal de bank bellen, de notaris mailen en de zaal regelen": still after "zal"."""
        before = self._sentence_parts[self._index - 1] if self._index else None
        if before is None or before.kind is not Kind.MAIN or not said.infinitive_last:
            return False
        main = predicate(before)
        party = self._clause_party
        own = clause.items[0].low in DETERMINERS or clause.items[0].low in PREPOSITIONS
        if party is None or not own or main.modal not in ("zullen", "gaan") or main.modal_past:
            return False
        if self._negated(before) or clause.start - before.items[-1].end > _NEXT_TO:
            return False
        for part in infinitive_parts(clause):
            term, event = self._pick([part])
            if term is None and not event:
                term, event = self._pick([before])
            action = actions.describe([part], "", set(), whole=True)
            hedged = self._hedged([before, part])
            self._add(party.owner, party.person, [part], action, term, event, hedged)
        return True

    def _mention_all(self, clause: Clause) -> None:
        """ "Aan tafel ook de adviseur van de bank, mevrouw Prins": "zij" may be any of them."""
        if len(clause.items) > _FEW or any(v is not None for v in clause.read):
            return
        i = 0
        while i < len(clause.items):
            found = None if clause.fixed[i] else self._parties.at(clause.items, i)
            self._mention(found if found is None or not found.plural else None)
            i = found.end if found is not None else i + 1

    def _promise_of(self, clause: Clause, said: Predicate) -> bool:
        """ "Er ligt een toezegging van Jan om vrijdag te betalen": the noun binds like the verb."""
        following = self._sentence_parts[self._index + 1 : self._index + 2]
        if not clause.has("toezegging", "belofte") or not following:
            return False
        inner, giver = following[0], after_word(clause, self._parties, ("van", "door"))
        if inner.kind is not Kind.INF or giver is None or self._negated(clause):
            return False
        if said.past or said.pluperfect or said.modal or self._negated(inner):
            return False
        after = self._sentence_parts[self._index + 2 : self._index + 3]
        main = clause if clause.kind is Kind.MAIN else next(iter(after), None)
        if main is not None and main.kind is Kind.MAIN and not self._stands(main):
            return False
        last = next(i for i, t in enumerate(clause.items) if t.start in giver[1])
        if not any(t.low in ("toezegging", "belofte") for t in clause.items[:last]):
            return False
        self._mention(giver[0])
        self._promise(clause, predicate(inner), Subject(giver[0], giver[1]), [clause, inner])
        return True

    def _task_of(self, clause: Clause, following: list[Clause]) -> bool:
        """ "Aan Jan de taak om vrijdag te bellen": what is given to somebody to do."""
        if not clause.has("taak", "klus", "opdracht", "eer", "beurt") or not following:
            return False
        giver = after_word(clause, self._parties, ("aan",))
        inner = following[0]
        if clause.items[0].low != "aan" or giver is None or inner.kind is not Kind.INF:
            return False
        if self._negated(inner):
            return False
        self._mention(giver[0])
        self._promise(clause, predicate(inner), Subject(giver[0], giver[1]), [clause, inner])
        return True

    def _requested(self, clause: Clause, following: list[Clause]) -> None:
        """ "Op ons verzoek om te bellen zei Els ja": what she is asked, before she answers."""
        after = self._sentence_parts[self._index + 2 : self._index + 3]
        if not clause.has("verzoek", "vraag") or not following or not after:
            return
        inner, main = following[0], after[0]
        party = subject_of(main, self._parties, None).party if main.kind is Kind.MAIN else None
        if inner.kind is Kind.INF and party is not None:
            self._ask(party, [inner], predicate(inner).inner_name, verb_starts(inner))

    @staticmethod
    def _stands(clause: Clause) -> bool:
        """Whether a promise "staat", "ligt er" or "blijft staan"."""
        verb = clause.verb
        if any(t.low in NEGATIONS for t in clause.items) or predicate(clause).past:
            return False
        return verb is not None and verb.lemma in ("staan", "liggen", "gelden", "blijven", "zijn")

    def _noted(self, clause: Clause) -> Party | None:
        for i in range(len(clause.notes)):
            found = self._parties.at(clause.notes, i) or self._parties.initials(clause.notes[i].low)
            if found is not None:
                return found
        return None


def infinitive_parts(clause: Clause) -> list[Clause]:
    """The parts of a fragment that each end in an infinitive, cut at "en"."""
    out: list[Clause] = []
    start = 0
    for i, token in enumerate(clause.items):
        before = clause.read[i - 1] if i else None
        ends = before is not None and before.form & Form.PLURAL
        if (token.low in ("en", "&") and ends) or i + 1 == len(clause.items):
            stop = i if i + 1 < len(clause.items) else i + 1
            end = token.start if i + 1 < len(clause.items) else clause.end
            read, fixed = clause.read[start:stop], clause.fixed[start:stop]
            out.append(Clause(Kind.FRAGMENT, clause.items[start:stop], read, fixed, end=end))
            start = i + 1
    return [part for part in out if part.items]
