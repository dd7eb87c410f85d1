"""Reads one clause: who binds themselves, in plain speech, reported, asked or in telegram style."""

from dataclasses import replace

from gesprekshulp.language import actions, verb_lists, verbs
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.clause_signs import DELIVERS, TAKES_BACK, ClauseSigns, Supposed, refuses
from gesprekshulp.language.gapping import Gap, split_gaps
from gesprekshulp.language.parties import Owner, Party
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.promise_rules import Governor
from gesprekshulp.language.receiving import ARRIVED, receives_somebody
from gesprekshulp.language.sources import agent_of
from gesprekshulp.language.subjects import Subject, after_word, subject_of
from gesprekshulp.language.suggestions import Suggestion
from gesprekshulp.language.verb_chains import chain_of
from gesprekshulp.language.verbs import Form, Sort

_ALSO_ACTS = frozenset(("laten weten",)) | frozenset(
    [
        "bedenken",
        "informeren",
        "noteren",
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


_GIVES = frozenset(("aanbieden", "toekennen"))
_IN_TOUCH = frozenset(("spreken", "bellen", "ontmoeten", "benaderen", "bereiken", "mailen"))
_SHORT = 12  # words
_NEXT_TO = 5  # characters between a promise and what dates it
_PEOPLE = ("leden", "ers", "aars", "isten", "ouders", "lingen", "mensen", "anten", "kinderen")


class ClauseReader(ClauseSigns):
    """Reads main clauses; the classes below it read the other sorts."""

    _supposed: Supposed | None = None  # what was to be done, by the main clause just before

    def _main(self, clause: Clause, *, question: bool) -> Governor | None:
        """Reads a main clause and what goes on with its verb."""
        whole = clause
        clause, gaps = split_gaps(clause, self._parties)
        before = len(self._found)
        if gaps:
            self._sentence_parts[self._index] = clause
        governor = self._single(clause, question=question)
        if gaps and len(self._found) > before:
            first = len(self._found) - 1
            self._add_gaps(self._found[-1], [gap for gap in gaps if not gap.for_all])
            if gaps[-1].for_all:
                self._date_all(first, gaps[-1].clause)
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
                {t.start for t in gap.clause.items[: party.end - gap.offset]}
                if party
                else set[int]()
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
        if not question and self._when_kept(clause, said, subject):
            return None
        supposed, self._supposed = self._supposed, None
        if not question and self._moved_to(clause, supposed):
            return None
        if not question and (self._takes_on(clause, said) or self._of_anybody(clause)):
            return None
        if self._hands_on(clause, said, subject) and (given := self._given) is not None:
            self._mention(given)  # "De bank stuurt hem de akte, hij stuurt die door"
            subject = replace(subject, party=replace(given, pronoun=True))
            party = subject.party
        self._given = replace(subject.other, pronoun=False) if subject.other else None
        if self._elliptical(clause, subject):
            party = self._previous
            subject = Subject(party, set(), other=subject.party)
        elif subject.starts:
            self._inverted = min(subject.starts) > clause.items[clause.finite].start
        if self._drops_ik(clause, subject) and not question:
            if clause.has("mij", "me", "ons"):
                return None  # "Stuur mij de link": asked of the reader
            party = replace(parties.voice.me, pronoun=True)
            subject = Subject(party, set(), other=subject.party)
        if party is None and subject.implied and self._told_to(clause):
            return None
        if party is None and subject.implied:
            following = clause.items[1].low if len(clause.items) > 1 else ""
            if not clause.finite and verb.form == Form.STEM and following in ("mij", "me", "ons"):
                return None  # "Stuur mij de link": asked of the reader
            quoted = parties.voice is not parties.writer and not self._dated(clause)
            if not clause.finite and verb.form & Form.STEM and verb.lemma != "zullen" and quoted:
                return None  # "Laat het los": asked of who listens
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
            elif self._index and (clause.coordinated or self._after_thing):
                party = self._clause_party
            else:
                party = self._previous or parties.last
            if party is None and not said.passive:
                return None
            subject = Subject(party, subject.starts, implied=True)
        if self._agreement(clause, subject):
            return Governor(Sort.PROMISE, Party(Owner.BOTH), firm=not self._negated(clause))
        if not question and self._promise_of(clause, said):
            return None
        if said.name in TAKES_BACK and self._of_promise():
            return None  # "hij trekt zijn belofte om te komen in"
        if party is not None and party.owner is Owner.THIRD and clause.has("namens"):
            ours = after_word(clause, parties, ("namens",))  # "Namens ons stuurt Femke"
            if ours is not None and ours[0].owner is Owner.ADVISER:
                party = replace(party, owner=ours[0].owner)
            subject = replace(subject, party=party)
        if subject.other is not None and subject.other.person:
            self._mention(subject.other)
        self._mention(party)
        if said.perfect and said.lemma in _IN_TOUCH:
            self._mention(subject.other)  # "heeft de slager gesproken: hij ..."
        if party is not None:
            self._previous = party
            parties.tells_of(party)
        acting = verbs.sort(verb.lemma, verb.particle) in (Sort.ACT, Sort.MOVE)
        if (
            party is None
            and subject.noun
            and verb.form == Form.PLURAL
            and acting
            and not self._object_follows(clause)
            and not self._goes_its_way(clause, said)
            and not (verb.lemma == "komen" and after_word(clause, parties, ("van", "vanuit")))
            and (not subject.noun.lower().endswith(_PEOPLE) or self._noted(clause) is not None)
            and clause.items[0].low
            not in ("de", "onze", "hun", "haar", "zijn", "mijn", "deze", "die")
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
        if said.name == "vinden" and clause.has(*ARRIVED):
            said, governs = replace(said, governs=None), None  # "vindt u het in uw mailbox"
        if said.name == "verwachten" and not question:
            giver = self._giver(clause, said, party, subject.starts)
            if giver is not None and not self._negated(clause) and not self._habit(clause, said):
                self._promise(clause, said, giver)
                return None
        gives = said.name in _GIVES or (governs is Sort.SAY and said.particle != "")
        also = said.lemma in _ALSO_ACTS or gives
        if governs is not None and also and not self._complement(said):
            governs = None
            if gives:
                said = replace(said, sort=Sort.ACT)  # "voegt de bijlagen toe"
        if said.name == "voorstellen" and clause.has("zich") and not self._complement(said):
            governs, said = None, replace(said, sort=Sort.ACT)  # "stelt zich vrijdag voor"
        if governs is Sort.PROMISE and said.modal in ("kunnen", "mogen", "moeten", "hoeven"):
            governs = None  # "dat kun je alleen schriftelijk overeenkomen"
        if party is None and subject.acts and self._parties.possessor(subject.possessive):
            subject = self._unknown(subject)  # "onze declarant"
            party = subject.party
        self._clause_party = party
        speaks = said.governs
        if (speaks is Sort.SAY or speaks is Sort.ASK) and self._opens_colon(clause):
            return Governor(speaks, party, firm=not self._negated(clause))
        if (
            said.name in ("zien", "kijken")
            and said.modal in ("zullen", "gaan")
            and party is not None
        ):
            following = self._sentence_parts[self._index + 1 : self._index + 2]
            asks = bool(following) and following[0].mark in ("wat", "of", "hoe")
            if asks and not question and not said.modal_past and not self._negated(clause):
                self._promise(clause, said, subject, [clause, *following], hedged=True)
                return None
        source = after_word(clause, parties, ("van",)) if self._is_promised(clause, said) else None
        if source is not None and not question and not self._negated(clause):
            self._mention(source[0])
            return Governor(Sort.PROMISE, source[0])  # "We kregen van Jan de toezegging dat ..."
        if party is not None and self._consents(clause, said):
            said = replace(said, lemma="instemmen", particle="")
            return self._speech(clause, said, subject, Sort.PROMISE, question=question)
        if not question and party is not None and self._accepts(clause, said):
            following = self._sentence_parts[self._index + 1]
            if following.kind is Kind.INF:
                return self._speech(clause, said, subject, Sort.PROMISE, question=question)
            return Governor(Sort.PROMISE, party, accepts=True)
        if governs is not None and (other := after_word(clause, parties, ("met",))) is not None:
            self._mention(other[0])  # "met de notaris afgesproken dat hij ..."
        if governs is not None:
            if party is None and subject.noun and governs in (Sort.PROMISE, Sort.SAY):
                subject = self._unknown(subject)  # only somebody can promise or say
                self._mention(subject.party)
            return self._speech(clause, said, subject, governs, question=question)
        negated = self._negated(clause) or refuses(clause, said)
        if said.inner_name and said.lemma == "vergeten" and negated and party is not None:
            if said.modal == "zullen" and not said.modal_past and not question:
                self._promise(clause, said, subject)  # "zal niet vergeten u te bellen"
            return None
        if self._is_done_then(clause, said) and not negated and not question:
            return None
        if question:
            if party is not None and (
                said.modal in ("kunnen", "willen", "zullen", "mogen")
                or (said.sort in (Sort.ACT, Sort.MOVE) and not said.perfect)
            ):
                if self._shared(clause, party) is Owner.BOTH:
                    party = Party(Owner.BOTH)  # "Zullen we samen de lijst nalopen?"
                self._ask(party, [clause], said.name, subject.starts | verb_starts(clause))
            return None
        if self._agreed and said.modal == "zullen" and self._dated(clause):
            said = replace(said, modal_past=False)  # "Afgesproken: Jan zou vrijdag bellen"
        if not negated and not self._condition and self._is_still_due(clause, said):
            said = replace(said, modal_past=False)
        if said.modal == "zullen" and said.modal_past and said.sort in (Sort.ACT, Sort.MOVE):
            self._supposed = None if negated else Supposed(clause, said, subject)
        if negated or self._condition == "imagined" or said.modal_past:
            return Governor(Sort.ADVISE, party, firm=False)
        if said.passive or said.name in ("gebeuren", "geschieden"):
            agent = agent_of(clause, parties)
            quoted = parties.voice is not parties.writer and self._dated(clause)
            if agent is None and quoted and said.name in DELIVERS and not said.perfect:
                agent = (
                    replace(parties.voice.me, end=0),
                    set[int](),
                )  # "'Versie 8 wordt in mei geleverd'"
            agent = agent or self._sees_to_as_told(clause, said)
            if agent is None or said.past or self._habit(clause, said):
                return None
            term, event = self._pick([clause])
            if term is None and not event and not said.modal and self._own(clause):
                return None  # "worden door hun eigen vereniging gehuisvest": how it always is
            gone = term is not None and self._since_long(term)
            if not said.perfect or (term is not None and self._deadline(term) and not gone):
                head, second = self._second_agent(clause)
                self._promise(head, said, Subject(agent[0], agent[1]), [head])
                if second is not None:
                    self._after.append(second)
            return None
        giver = self._giver(clause, said, party, subject.starts)
        thing = party is None and (clause.has("er") or subject.noun is not None)
        nobody = thing or clause.items[0].low == "van"
        leaves = said.name in ("komen", "uitgaan", "volgen", "binnenkomen", "weggaan") or (
            said.name in ("liggen", "staan") and clause.has("er")
        )
        leaves = leaves and not clause.has("laste", "rekening")
        gets = said.sort is Sort.RECEIVE and not said.modal and not said.past
        dated = self._dated(clause)
        if (leaves or gets) and nobody and (dated or clause.has("nog")):
            # "er komt een besluit van de gemeente", "gaat er van Els een brief uit"
            source = after_word(clause, parties, ("van", "vanuit", "door"))
            if source is not None and not dated and source[0].owner is Owner.THIRD:
                source = None  # what is to be expected of somebody who is not there
            giver = Subject(source[0], source[1]) if source is not None else None
        if giver is not None:
            if not self._habit(clause, said):
                self._promise(clause, said, giver)
            return None
        if said.lemma == "ontvangen" and receives_somebody(clause) and not negated:
            said = replace(said, sort=Sort.ACT)  # to receive somebody
        if said.sort is Sort.RECEIVE and not (
            party is not None and said.modal in ("zullen", "gaan")
        ):
            return None
        if self._announces(clause):
            return Governor(Sort.STATE, party)
        points = clause.items[0].low == "die" and clause.finite == 1
        if party is not None and (party.pronoun or points) and self._sends_off(clause, said):
            if self._sent_before(clause):
                return None  # "Ik stuur het vandaag, maandag ligt het op de mat"
            # "hij gaat morgen de deur uit": the offer does
            self._promise(clause, said, Subject(parties.voice.me, subject.starts))
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

    def _second_agent(self, clause: Clause) -> tuple[Clause, tuple[Party, Clause] | None]:
        """ "door Els uitgewerkt en door Jan vastgesteld": one auxiliary and two who act."""
        items = clause.items
        for j in range(clause.finite + 3, len(items) - 2):
            if items[j].low not in ("en", ","):
                continue
            by = j + 1
            while by < len(items) - 2 and clause.fixed[by]:
                by += 1  # "en volgende week door de OR beoordeeld"
            if items[by].low != "door":
                continue
            agent = self._parties.at(items, by + 1)
            if agent is None or agent.end >= len(items):
                continue
            tail = Clause(
                Kind.FRAGMENT,
                [*items[j + 1 : by], *items[agent.end :]],
                [*clause.read[j + 1 : by], *clause.read[agent.end :]],
                [*clause.fixed[j + 1 : by], *clause.fixed[agent.end :]],
                end=clause.end,
            )
            head = replace(
                clause,
                items=items[:j],
                read=clause.read[:j],
                fixed=clause.fixed[:j],
                end=items[j].start,
            )
            return head, (agent, tail)
        return clause, None

    def _second_infinitive(self, clause: Clause, said: Predicate, party: Party | None) -> Clause:
        """The first act of "Ik zal het uitzoeken en je vrijdag bellen"; the second is kept."""
        items, read = clause.items, clause.read
        chain = set(chain_of(clause))
        for j in range(clause.finite + 2, len(items) - 1):
            before = read[j - 1] if j - 1 in chain else None
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

    def _unknown(self, subject: Subject) -> Subject:
        """Somebody unknown; "onze servicedesk" is of our side."""
        owner = self._parties.possessor(subject.possessive)
        if owner is None and subject.house is not None:
            owner = subject.house.owner
        return Subject(Party(owner or Owner.THIRD, None if owner else subject.noun), subject.starts)
