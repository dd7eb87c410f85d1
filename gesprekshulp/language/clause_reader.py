"""Reads one clause: who binds themselves, in plain speech, reported, asked or in telegram style."""

from dataclasses import replace

from gesprekshulp.language import actions, verb_lists, verbs
from gesprekshulp.language.clauses import Clause, Kind
from gesprekshulp.language.gapping import Gap, split_gaps
from gesprekshulp.language.lexicon import DETERMINERS
from gesprekshulp.language.parties import Owner, Party
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.promise_rules import Governor, PromiseRules, verb_starts
from gesprekshulp.language.subjects import Subject, after_word, subject_of
from gesprekshulp.language.suggestions import Suggestion
from gesprekshulp.language.verbs import Form, Sort

_CERTAIN_PROMISE = frozenset(("beloven", "garanderen", "toezeggen", "waarborgen", "zweren"))
_ALSO_ACTS = frozenset(("laten weten",)) | frozenset(
    [
        "informeren",
        "bespreken",
        "adviseren",
        "waarschuwen",
        "bevelen",
        "melden",
        "berichten",
        "mailen",
        "appen",
        "bellen",
        "schrijven",
        "noemen",
        "antwoorden",
        "toelichten",
        "roepen",
        "leggen",
        "raden",
    ]
)
_COMPLEMENT_MARKS = frozenset(
    ["dat", "of", "wat", "wie", "wanneer", "hoe", "waarom", "welke", "welk"]
)


class ClauseReader(PromiseRules):
    """Reads main clauses, subordinate clauses and fragments, each in the light of its governor."""

    def _main(self, clause: Clause, *, question: bool) -> Governor | None:
        """Reads a main clause and what goes on with its verb."""
        whole = clause
        clause, gaps = split_gaps(clause, self._parties)
        before = len(self._found)
        if gaps:
            self._sentence_parts[self._index] = clause
        governor = self._single(clause, question=question)
        if gaps and len(self._found) > before:
            self._add_gaps(self._found[-1], gaps)
        if gaps:
            self._sentence_parts[self._index] = whole
        return governor

    def _add_gaps(self, first: Suggestion, gaps: list[Gap]) -> None:
        for gap in gaps:
            term, event = self._pick([gap.clause])
            if term is None and not event:
                term, event = first.term, not first.vague and first.day is None
            party = gap.party
            owner = party.owner if party is not None else first.owner
            person = party.person if party is not None else first.person
            skipped = (
                {t.start for t in gap.clause.items[: party.end - gap.offset]} if party else set[int]()
            )
            verb = first.action.rsplit(" ", 1)[-1]
            action = actions.describe([gap.clause], verb, skipped)
            self._add(owner, person, [gap.clause], action, term, event, self._hedged([gap.clause]))

    def _single(self, clause: Clause, *, question: bool) -> Governor | None:
        parties = self._parties
        said = predicate(clause)
        subject = subject_of(clause, parties, self._previous)
        party = subject.party
        verb = clause.verb
        assert verb is not None
        if self._elliptical(clause, subject):
            party = self._previous
            subject = Subject(party, set(), other=subject.party)
        elif subject.starts:
            self._inverted = min(subject.starts) > clause.items[clause.finite].start
        if self._drops_ik(clause, subject) and not question:
            if clause.has("mij", "me", "ons"):
                return None  # "Stuur mij de link": asked of the reader
            party = parties.voice.me
            subject = Subject(party, set(), other=subject.party)
        if party is None and subject.implied:
            following = clause.items[1].low if len(clause.items) > 1 else ""
            if not clause.finite and verb.form == Form.STEM and following in ("mij", "me", "ons"):
                return None  # "Stuur mij de link": asked of the reader
            if (
                (verb.form & Form.STEM and not verb.form & Form.THIRD)
                or (
                    verb.lemma in ("zullen", "hebben")
                    and clause.finite == 0
                    and verb.form & Form.STEM
                )
            ) or (
                clause.finite == 0
                and verb.form & Form.STEM
                and verb.form & Form.THIRD
                and self._index == 0
            ):
                party = parties.voice.me
            elif clause.coordinated and self._index:
                party = self._clause_party
            else:
                party = self._previous or parties.last
            if party is None:
                return None
            subject = Subject(party, subject.starts, implied=True)
        if self._agreement(clause, subject):
            return Governor(Sort.PROMISE, Party(Owner.BOTH), firm=not self._negated(clause))
        self._mention(party)
        if party is not None:
            self._previous = party
        acting = verbs.sort(verb.lemma, verb.particle) in (Sort.ACT, Sort.MOVE)
        if (
            party is None
            and subject.noun
            and verb.form == Form.PLURAL
            and acting
            and not self._object_follows(clause)
        ):
            # "prijzen mailen voor het weekend": a telegram line, not "prices mail"
            return self._fragment(replace(clause, kind=Kind.FRAGMENT, finite=-1))
        if said.modal in ("zullen", "gaan") and not question:
            clause = self._second_infinitive(clause, said, party)
            said = predicate(clause)
        governs = said.governs
        if said.name in ("voorstellen", "uitleggen") and self._shows(clause, said):
            said = replace(said, governs=None, sort=Sort.ACT)
            governs = None
        if said.name == "verwachten" and not question:
            giver = self._giver(clause, said, party, subject.starts)
            if giver is not None and not self._negated(clause) and not self._habit(clause, said):
                self._promise(clause, said, giver)
                return None
        if governs is not None and said.lemma in _ALSO_ACTS and not self._complement(said):
            governs = None
        self._clause_party = party
        if said.name in ("zien", "kijken") and said.modal in ("zullen", "gaan") and party is not None:
            following = self._sentence_parts[self._index + 1 : self._index + 2]
            asks = bool(following) and following[0].mark in ("wat", "of", "hoe")
            if asks and not question and not said.modal_past and not self._negated(clause):
                self._promise(clause, said, subject, [clause, *following], hedged=True)
                return None
        if governs is not None and (other := after_word(clause, parties, ("met",))) is not None:
            self._mention(other[0])  # "met de notaris afgesproken dat hij ..."
        if governs is not None:
            return self._speech(clause, said, subject, governs, question=question)
        negated = self._negated(clause)
        if self._is_done_then(clause, said) and not negated and not question:
            return None
        if question:
            if party is not None and (
                said.modal in ("kunnen", "willen", "zullen", "mogen")
                or said.sort in (Sort.ACT, Sort.MOVE)
            ):
                self._ask(party, [clause], said.name, subject.starts | verb_starts(clause))
            return None
        if negated or self._condition == "imagined" or said.modal_past:
            return Governor(Sort.ADVISE, party, firm=False)
        if said.passive:
            agent = after_word(clause, parties, ("door",))
            if agent is None or said.past or self._habit(clause, said):
                return None
            term, _ = self._pick([clause])
            if not said.perfect or (term is not None and self._deadline(term)):
                self._promise(clause, said, Subject(agent[0], agent[1]))
            return None
        giver = self._giver(clause, said, party, subject.starts)
        if giver is not None:
            if not self._habit(clause, said):
                self._promise(clause, said, giver)
            return None
        if said.sort is Sort.RECEIVE and not (
            party is not None and said.modal in ("zullen", "gaan")
        ):
            return None
        if self._counts(clause, said, subject):
            self._promise(
                clause,
                said,
                Subject(party, subject.starts) if party else self._unknown(subject),
            )
        if said.lemma == "kijken" and not said.particle:
            return None
        return Governor(Sort.STATE, party)

    def _is_done_then(self, clause: Clause, said: Predicate) -> bool:
        """ "Uiterlijk vrijdag is dat gebeurd": when the promise before is kept."""
        if said.name not in ("gebeuren", "doen", "regelen", "klaren") or not clause.has("dat", "dit"):
            return False
        term, _ = self._pick([clause])
        last = self._found[-1] if self._found else None
        if last is None or last.day is not None or term is None or term.day is None:
            return False
        passive = said.perfect or said.passive or said.name == "gebeuren"
        if not passive or clause.start - last.end > 30:
            return False
        self._date_last(clause, term)
        return True

    def _agreement(self, clause: Clause, subject: Subject) -> bool:
        """ "(De) afspraak is dat Jan ..."."""
        verb = clause.verb
        parts = self._sentence_parts
        following = parts[self._index + 1] if self._index + 1 < len(parts) else None
        return (
            verb is not None
            and verb.lemma == "zijn"
            and following is not None
            and following.kind is Kind.SUB
            and following.mark == "dat"
            and any(t.low in ("afspraak", "toezegging", "belofte") for t in clause.items)
        )

    def _drops_ik(self, clause: Clause, subject: Subject) -> bool:
        """ "Heb Lotte beloofd ...", "Zal Lotte bellen": the verb cannot have Lotte as its subject."""
        verb = clause.verb
        if verb is None or clause.finite or self._index or clause.coordinated:
            return False
        if subject.party is None or subject.party.pronoun or not verb.form & Form.STEM:
            return False
        following = clause.items[1].low if len(clause.items) > 1 else ""
        if following in ("ik", "je", "jij", "'k"):
            return False
        return not verb.form & Form.THIRD or clause.items[0].low == "zal"

    def _shows(self, clause: Clause, said: Predicate) -> bool:
        """ "legt ons de regeling uit", "stelt drie data voor": something, and no clause."""
        if self._complement(said) or clause.has("zich", "me", "mij", "dat"):
            return False
        thing = any(
            t.low in DETERMINERS and not f
            for t, f in zip(clause.items, clause.fixed, strict=True)
        )
        term, event = self._pick([clause])
        return thing and (event or (term is not None))

    def _second_infinitive(self, clause: Clause, said: Predicate, party: Party | None) -> Clause:
        """The first act of "Ik zal het uitzoeken en je vrijdag bellen"; the second is kept."""
        items, read = clause.items, clause.read
        for j in range(clause.finite + 2, len(items) - 1):
            before = read[j - 1]
            if items[j].low not in ("en", "&") or before is None or not before.form & Form.PLURAL:
                continue
            inner = [v for v in read[j + 1 :] if v is not None and v.form & Form.PLURAL]
            if not inner or items[j - 1].low in verb_lists.NOUN_LIKE:
                continue
            tail = Clause(
                Kind.FRAGMENT, items[j + 1 :], read[j + 1 :], clause.fixed[j + 1 :], end=clause.end
            )
            head = replace(
                clause, items=items[:j], read=read[:j], fixed=clause.fixed[:j], end=items[j].start
            )
            if party is not None and not self._negated(clause) and not said.modal_past:
                self._after.append((party, tail))
            return head
        return clause

    def _elliptical(self, clause: Clause, subject: Subject) -> bool:
        """Whether the subject of the clause before goes on: "Jan pakt dit op en informeert Els"."""
        first = clause.core[0]
        if clause.finite != first or not self._index or self._previous is None or self._inverted:
            return False
        if not clause.coordinated and self._sentence_parts[self._index - 1].kind is not Kind.MAIN:
            return False
        verb = clause.verb
        if verb is None or (verbs.speech(verb.lemma) is Sort.SAY and not clause.coordinated):
            return False
        following = clause.items[first + 1].low if first + 1 < len(clause.items) else ""
        return following not in ("ik", "'k", "wij", "we", "hij", "jullie") and not subject.implied

    @staticmethod
    def _object_follows(clause: Clause) -> bool:
        """Whether a determiner comes after the verb: a telegram line has its object before it."""
        return any(
            t.low in DETERMINERS and not f
            for t, f in zip(
                clause.items[clause.finite + 1 : clause.finite + 4],
                clause.fixed[clause.finite + 1 : clause.finite + 4],
                strict=True,
            )
        )

    @staticmethod
    def _unknown(subject: Subject) -> Subject:
        return Subject(Party(Owner.THIRD, subject.noun), subject.starts)

    def _speech(
        self, clause: Clause, said: Predicate, subject: Subject, governs: Sort, *, question: bool
    ) -> Governor | None:
        """A clause that promises, reports, asks or wishes; what hangs on it follows."""
        parts = self._sentence_parts
        party = subject.party
        following = parts[self._index + 1] if self._index + 1 < len(parts) else None
        inner = said.to_infinitive
        complement = self._complement(said)
        negated = self._negated(clause)
        pluperfect = said.pluperfect or said.modal_past
        firm = not (negated or question or pluperfect or self._habit(clause, said, speech=True))
        if governs is Sort.PROMISE:
            if not complement:
                plain = self._plain_promise(clause, said, subject)
                if plain and firm and not said.past:
                    self._promise(clause, said, subject)
                return Governor(Sort.PROMISE, party, firm)
            if (
                firm
                and party is not None
                and (inner is not None or (following is not None and following.kind is Kind.INF))
            ):
                extent = [clause] if inner is not None else [clause, parts[self._index + 1]]
                if inner is None or (following is not None and following.kind is Kind.INF):
                    extent = [clause, parts[self._index + 1]]
                self._promise(clause, said, subject, extent)
                return None
            return Governor(Sort.PROMISE, party, firm)
        if governs is Sort.ASK:
            target = subject.other
            if inner is not None:
                if target is not None:
                    self._ask(
                        target, [clause], said.inner_name, subject.starts | verb_starts(clause)
                    )
            elif following is not None and following.kind is Kind.INF and target is not None:
                self._ask(target, [following], "", set())
            elif self._asks_for_thing(clause, said, party):
                self._ask(target or self._parties.voice.me, [clause], "", subject.starts)
            elif (
                not complement
                and party is not None
                and party.owner is Owner.ADVISER
                and firm
                and not said.past
                and (self._pick([clause])[0] is not None or self._condition == "event")
            ):
                self._promise(clause, said, subject)
            return Governor(Sort.ASK, party, firm)
        if governs is Sort.SAY and inner is not None and firm and party is not None:
            if said.binds:
                self._promise(clause, said, subject)
            return None
        told = governs is Sort.SAY and not complement and not said.past
        if told and firm and self._counts(clause, said, subject):
            self._promise(clause, said, subject)
        if governs is Sort.TRY:
            if firm and party is not None and not said.past:
                extent = (
                    [clause]
                    if following is None or following.kind is not Kind.INF
                    else [clause, following]
                )
                self._promise(clause, said, subject, extent, hedged=True)
            return None
        return Governor(governs, party, firm)

    def _asks_for_thing(self, clause: Clause, said: Predicate, party: Party | None) -> bool:
        """ "Lotte vroeg (ons) om een tegenofferte"."""
        if said.lemma not in ("vragen", "verzoeken") or party is None:
            return False
        me = self._parties.voice.me
        return clause.has("om") and party.owner is not me.owner and not self._complement(said)

    def _complement(self, said: Predicate) -> bool:
        """Whether a clause hangs on this one that says what is promised, told or asked."""
        if said.to_infinitive is not None:
            return True
        parts = self._sentence_parts
        following = parts[self._index + 1] if self._index + 1 < len(parts) else None
        if following is None:
            return False
        if said.lemma == "laten weten":
            return following.kind is Kind.SUB and following.mark == "dat"
        if said.governs is Sort.SAY and said.lemma not in ("zeggen", "vertellen", "stellen"):
            # "ze appt ons wie er meedoen" is to tell; "ze appt dat hij meedoet" is reported
            return following.kind is Kind.INF or following.mark == "dat"
        return following.kind is Kind.INF or (
            following.kind is Kind.SUB and following.mark in _COMPLEMENT_MARKS
        )

    def _plain_promise(self, clause: Clause, said: Predicate, subject: Subject) -> bool:
        """ "Ik beloof een reactie voor vrijdag", but not "dat heeft hij ons beloofd"."""
        if subject.party is None or self._sentence_found(clause):
            return False
        if self._index and clause.finite == 0 and len(clause.items) <= 3:
            return False  # "..., belooft hij": says who said it
        if said.perfect:
            return self._pick([clause])[0] is not None and not clause.has(
                "dat", "zo", "zoals", "die", "daar"
            )
        if clause.has("hierbij"):
            return False  # "Ik bevestig hierbij onze afspraak": done by saying it
        agreed = said.lemma in ("afspreken", "overeenkomen")
        return not (agreed and self._back_reference(clause))

    def _sentence_found(self, clause: Clause) -> bool:
        return (
            bool(self._found)
            and self._back_reference(clause)
            and clause.start - self._found[-1].end < 4
        )

    @staticmethod
    def _back_reference(clause: Clause) -> bool:
        return bool(clause.items) and clause.items[0].low in (
            "dat",
            "zo",
            "zoals",
            "dit",
            "daar",
            "heeft",
            "hebben",
            "heb",
        )

    def _sub(self, clause: Clause, governor: Governor | None, *, question: bool) -> None:
        said = predicate(clause)
        subject = subject_of(clause, self._parties, governor.party if governor else None)
        party = subject.party
        self._mention(party)
        mark = clause.mark
        asks = mark in ("of", "dat") and governor is not None and governor.sort is Sort.ASK
        if asks or (mark == "of" and (question or self._index == 0)):
            if party is not None:
                self._ask(party, [clause], said.name, subject.starts | verb_starts(clause))
            elif said.passive and (agent := after_word(clause, self._parties, ("door",))):
                self._ask(agent[0], [clause], said.name, agent[1])
            return
        if question or self._negated(clause):
            return
        if (
            mark in ("die", "dat")
            and (mark == "die" or governor is None or governor.sort is Sort.STATE)
            and self._index
        ):
            self._relative(clause, said, subject)
            return
        if mark in ("waarna", "waarop", "terwijl", "waarbij") and self._index:
            # "..., waarna ik half januari de toets doe" goes on with the story
            if party is not None and self._dated(clause) and self._counts(clause, said, subject):
                self._promise(clause, said, subject)
            return
        if mark != "dat" or governor is None or not governor.firm:
            return
        if governor.sort not in (Sort.PROMISE, Sort.SAY):
            if governor.sort is Sort.ADVISE and self._expects(governor, party):
                self._promise(clause, said, subject, hedged=True)
            return
        if said.governs is Sort.TRY or said.governs is Sort.PROMISE:
            following = self._sentence_parts[self._index + 1 : self._index + 2]
            extent = (
                [clause, *following] if following and following[0].kind is Kind.INF else [clause]
            )
            if party is not None and not said.past:
                self._promise(clause, said, subject, extent, hedged=said.governs is Sort.TRY)
            return
        if said.passive:
            agent = after_word(clause, self._parties, ("door",))
            if agent is not None and not said.past:
                self._promise(clause, said, Subject(agent[0], agent[1]))
            elif (
                governor.party is not None
                and governor.sort is Sort.PROMISE
                and governor.party.owner is not Owner.BOTH
                and not said.past
                and self._dated(clause)
            ):
                self._promise(clause, said, Subject(governor.party, subject.starts))
            return
        term, event = self._pick([clause])
        if said.modal == "zullen" and said.modal_past:
            if (
                term is not None
                and term.day is not None
                and not self._habit(clause, said)
                and party is not None
            ):
                self._promise(clause, said, subject)
            return
        if said.sort is Sort.RECEIVE:
            giver = self._giver(clause, said, party, subject.starts)
            if giver is None and governor.party is not None and governor.sort is Sort.PROMISE:
                giver = Subject(governor.party, subject.starts)
            if giver is not None:
                self._promise(clause, said, giver)
            return
        if party is not None and self._counts(clause, said, subject, reported=True):
            self._promise(clause, said, subject)
        elif (
            governor.sort is Sort.PROMISE
            and governor.party is not None
            and self._matrix_certain
            and (term or event)
            and not said.past
        ):
            self._promise(clause, said, Subject(governor.party, subject.starts))

    def _relative(self, clause: Clause, said: Predicate, subject: Subject) -> None:
        """ "..., die ik vrijdag stuur" and "... aan Bob, die u morgen belt"; only with a day."""
        if said.past or said.modal_past:
            return
        party, me, you = subject.party, self._parties.voice.me, self._parties.voice.you
        before = self._sentence_parts[self._index - 1]
        verb = clause.verb
        if party is None or (
            party.pronoun and party.owner is you.owner and verb and verb.form & Form.THIRD
        ):
            party = None
            for k in range(max(0, len(before.items) - 5), len(before.items)):
                found = self._parties.at(before.items, k)
                if found is not None and found.end == len(before.items) and not found.pronoun:
                    party = found
                    break
        elif not party.pronoun or party.owner is not me.owner:
            return
        if party is not None and self._dated(clause):
            subject = Subject(party, subject.starts)
            if self._counts(clause, said, subject):
                self._promise(clause, said, subject)

    @property
    def _matrix_certain(self) -> bool:
        parts = self._sentence_parts
        for k in range(self._index - 1, max(-1, self._index - 9), -1):
            if parts[k].kind is not Kind.SUB:
                words = predicate(parts[k])
                return words.speech_name in _CERTAIN_PROMISE
        return False

    def _expects(self, governor: Governor, party: Party | None) -> bool:
        """ "Ik verwacht dat ik vrijdag kan leveren": one's own act, said with reserve."""
        if (
            party is None
            or governor.party is None
            or not (party.pronoun and governor.party.pronoun)
        ):
            return False
        verb = self._sentence_parts[self._index - 1].verb
        if verb is None or verb.lemma not in ("verwachten", "denken"):
            return False
        clause = self._sentence_parts[self._index]
        said = predicate(clause)
        acts = said.sort in (Sort.ACT, Sort.MOVE) and not said.past and not said.modal_past
        return acts and party.owner is governor.party.owner and self._dated(clause)

    def _fragment(self, clause: Clause, governor: Governor | None = None) -> Governor | None:
        """A clause without a finite verb: "Afgesproken dat", "Offerte nasturen, vr"."""
        said = predicate(clause)
        subject = subject_of(clause, self._parties, None)
        negated = self._negated(clause)
        notes = self._noted(clause)
        if said.governs is not None and said.perfect:
            if said.governs is Sort.ASK and said.to_infinitive is not None:
                target = subject.other or subject.party
                self._ask(target, [clause], said.inner_name, verb_starts(clause))
            if said.governs is Sort.PROMISE and said.to_infinitive is not None and not negated:
                party = subject.party or (
                    Party(Owner.BOTH) if said.speech_name == "afspreken" else self._parties.voice.me
                )
                self._promise(clause, said, Subject(party, subject.starts))
                return None
            party = subject.party
            following = self._sentence_parts[self._index + 1 : self._index + 2]
            if (
                said.governs is Sort.PROMISE
                and following
                and following[0].kind is Kind.INF
                and not negated
            ):
                party = (
                    party
                    if party is not None and party.owner is not Owner.ADVISER
                    else Party(Owner.BOTH)
                )
                self._promise(
                    following[0],
                    predicate(following[0]),
                    Subject(party, set()),
                    [clause, following[0]],
                )
                return None
            return Governor(said.governs, party, firm=not negated)
        if said.to_infinitive is not None and not negated:
            agent = after_word(clause, self._parties, ("door",))
            if agent is not None:  # "nog uit te zoeken door Sjors"
                self._promise(clause, said, Subject(agent[0], agent[1]))
                return None
        if said.perfect and not negated and said.governs is None:
            # "brochure door mij aangepast vóór donderdag"
            agent = after_word(clause, self._parties, ("door",))
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
            self._add(notes.owner, notes.person, [clause], action, term, event, self._hedged([clause]))
            return None
        if not said.infinitive_last and (other := after_word(clause, self._parties, ("met",))):
            self._mention(other[0])
        if (
            negated
            or not said.infinitive_last
            or clause.has("te", "gesproken", "besproken", "overwogen", "gedacht")
        ):
            return None
        lead = subject.party if subject.leads else None
        term, event = self._pick([clause])
        if term is None and not event and notes is None and lead is None:
            return None
        if self._habit(clause, said):
            return None
        party = notes or lead or self._parties.voice.me
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

    def _noted(self, clause: Clause) -> Party | None:
        for i in range(len(clause.notes)):
            found = self._parties.at(clause.notes, i) or self._parties.initials(clause.notes[i].low)
            if found is not None:
                return found
        return None
