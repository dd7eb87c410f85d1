"""Subordinate clauses: "dat hij vrijdag levert", "die ik vrijdag stuur", "waarna ik bel"."""

from dataclasses import replace

from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.clefts import clefted
from gesprekshulp.language.lexicon import DETERMINERS, EVENT_MARKS
from gesprekshulp.language.parties import Owner, Party
from gesprekshulp.language.party import agentive
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.promise_rules import Governor
from gesprekshulp.language.roles import INANIMATE, THING_ENDINGS
from gesprekshulp.language.speech_clauses import SpeechClauses
from gesprekshulp.language.subjects import Subject, after_word, subject_of
from gesprekshulp.language.verbs import Form, Sort
from gesprekshulp.language.would import would_act

_GOES_ON = frozenset(
    ("waarna", "waarop", "terwijl", "waarbij", "waarvan", "waarmee", "waarvoor", "waarin")
)


_WITHIN = frozenset(("waarin", "waarbij", "waarmee", "waardoor", "waarvoor"))
_IMAGINED = (
    "scenario", "scenario's", "variant", "varianten", "optie", "opties", "model", "modellen",
    "constructie", "constructies", "opzet", "mogelijkheid", "mogelijkheden", "idee", "ideeën",
    "alternatief", "alternatieven", "toekomstbeeld", "rekenvoorbeeld", "simulatie", "denkrichting",
    "gedachte", "schets", "proefberekening", "casus", "doorrekening", "plan", "plannen",
)  # fmt: skip
_WELCOME = frozenset(
    ("fijn", "mooi", "prettig", "goed", "top", "prima", "super", "netjes", "gelukkig")
)
_NEXT_TO = 5  # characters between a promise and what dates it


class SubordinateClauses(SpeechClauses):
    """Reads a subordinate clause in the light of its governor."""

    def _sub(self, clause: Clause, governor: Governor | None, *, question: bool) -> None:
        said = predicate(clause)
        if governor is not None and governor.accepts and clause.mark == "of":
            clause = replace(clause, mark="dat")  # "zei ja op de vraag of hij wil bellen"
            said = replace(said, modal="", governs=None)
        subject = subject_of(clause, self._parties, governor.party if governor else None)
        if governor is not None and subject.party is None and self._own_people(clause, subject):
            owner = self._parties.possessor(subject.possessive)
            if owner is not None:
                subject = Subject(Party(owner), subject.starts)
        if self._goes_on_with(clause, subject):
            subject = Subject(self._sub_party, set(), implied=True)
        party = self._sub_party = subject.party
        if governor is not None and governor.party is not None and clause.has("zij", "ze"):
            both = governor.party.owner is Owner.BOTH and party is not None and party.pronoun
            if both and said.finite_plural:
                party = governor.party
                subject = Subject(party, subject.starts)
        self._mention(self._holder(clause, said, party) or party)
        mark = clause.mark
        asks = mark in ("of", "dat") and governor is not None and governor.sort is Sort.ASK
        asks = asks or (mark == "of" and self._within_question())
        if mark == "toen" and said.governs is Sort.ASK and said.to_infinitive is not None:
            target = subject.other or self._parties.latest()
            self._ask(target, [clause], said.inner_name, subject.starts | verb_starts(clause))
            return
        if asks or (mark == "of" and (question or self._index == 0)):
            if party is not None:
                self._ask(party, [clause], said.name, subject.starts | verb_starts(clause))
            elif said.passive and (agent := after_word(clause, self._parties, ("door",))):
                self._ask(agent[0], [clause], said.name, agent[1])
            elif mark == "of" and asks:
                self._ask_anybody(clause, said, subject)
            return
        if mark == "wanneer" and self._index and self._asks_when():
            self._when = clause
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
        if mark in _GOES_ON and (self._index or mark == "terwijl"):
            # "..., waarna ik half januari de toets doe" goes on with the story
            if party is not None and said.governs is Sort.PROMISE and self._complement(said):
                following = self._sentence_parts[self._index + 1 : self._index + 2]
                inner = [part for part in following if part.kind is Kind.INF]
                if (said.to_infinitive is not None or inner) and not said.pluperfect:
                    # "waarop Els toezegde te bellen"
                    starts = subject.starts | {clause.start}
                    self._promise(clause, said, Subject(party, starts), [clause, *inner])
                return
            imagined = mark in _WITHIN and self._imagines(clause)
            dated = party is not None and self._dated(clause) and not imagined
            if dated and self._counts(clause, said, subject):
                self._promise(clause, said, subject)
            return
        if mark == "dat" and governor is None and not self._index and self._perhaps(clause):
            # "Misschien dat ik vrijdag langskom"
            if party is not None and self._counts(clause, said, subject):
                self._promise(clause, said, subject, hedged=True)
            return
        if mark == "dat" and governor is None and not self._index and self._welcomed(clause):
            governor = Governor(Sort.SAY, None)
        if mark == "dat" and (governor is None or not governor.firm) and self._excepted(clause):
            governor = Governor(Sort.PROMISE, governor.party if governor else None)
        if mark != "dat" or governor is None or not governor.firm:
            return
        if governor.proposes and party is not None:
            self._ask(party, [clause], said.name, subject.starts | verb_starts(clause))
            return  # "Els stelde voor dat ik een training geef. Akkoord."
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
            dated = term is not None and term.day is not None
            before = self._sentence_parts[self._index - 1 : self._index]
            told = would_act(clause, said, self._sentence_parts) and not any(
                self._only_past(part) for part in before
            )
            if (dated or told) and not self._habit(clause, said) and party is not None:
                self._promise(clause, said, subject)
            return
        if self._told_to_have(clause, said, party, governor):
            self._promise(clause, said, Subject(governor.party, subject.starts))
            return
        if said.sort is Sort.RECEIVE:
            giver = self._giver(clause, said, party, subject.starts)
            if giver is None and governor.party is not None and governor.sort is Sort.PROMISE:
                source = governor.party
                if party is not None and source.owner is party.owner:
                    source = self._parties.last  # "met de bank afgesproken dat we ... krijgen"
                giver = Subject(source, subject.starts)
            if giver is not None:
                self._promise(clause, said, giver)
            return
        if party is not None and self._counts(clause, said, subject, reported=True):
            self._promise(clause, said, subject)
        elif (
            governor.sort is Sort.PROMISE
            and governor.party is not None
            and self._matrix_certain
            and not (said.perfect and clause.has("heeft", "hebben", "heb"))
            and (term or event)
            and not said.past
        ):
            self._promise(clause, said, Subject(governor.party, subject.starts))

    def _imagines(self, clause: Clause) -> bool:
        """ "Scenario's besproken waarin Jan uitstapt": what is told of is only thought out."""
        before = self._sentence_parts[self._index - 1] if self._index else None
        if before is None or "," in self._lower[before.items[-1].end : clause.start]:
            return False  # "Opties besproken, waarbij Els vrijdag kiest"
        return any(t.low.endswith(_IMAGINED) for t in before.items)

    def _within_question(self) -> bool:
        """ "..., toen ik vroeg of zij belt", "op mijn vraag of zij belt": asked, and answered."""
        before = self._sentence_parts[self._index - 1] if self._index else None
        if before is None:
            return False
        if before.kind is Kind.SUB:
            return before.mark == "toen" and predicate(before).governs is Sort.ASK
        said = predicate(before)
        wants = said.lemma == "weten" and said.modal == "willen"  # "Els wilde weten of ..."
        noun = before.items[-1].low in ("vraag", "verzoek")
        return before.kind is Kind.MAIN and (noun or wants)

    def _own_people(self, clause: Clause, subject: Subject) -> bool:
        """ "dat zijn afdelingshoofden de scan vrijdag invullen": people who do something to it."""
        noun = (subject.noun or "").lower()
        if not subject.possessive or noun in INANIMATE or noun.endswith(THING_ENDINGS):
            return False
        said = predicate(clause)
        places = [
            i
            for i, t in enumerate(clause.items)
            if t.low in DETERMINERS and t.start not in subject.starts and not clause.fixed[i]
        ]
        return said.sort is Sort.ACT and bool(places) and self._dated(clause)

    def _receiver(self, clause: Clause, party: Party) -> Party:
        after = range(clause.finite + 1, min(len(clause.items), clause.finite + 8))
        if clause.kind is not Kind.MAIN:
            return party
        for i in after:
            found = None if clause.fixed[i] else self._parties.at(clause.items, i)
            if found is not None and not found.pronoun and found.owner is not Owner.BOTH:
                return found
        return party

    def _holder(self, clause: Clause, said: Predicate, party: Party | None) -> Party | None:
        """Whom "hij" means in "Bob mailt Jan de lijst, en zodra hij die heeft ...": who gets it."""
        before = self._before
        if clause.mark not in EVENT_MARKS or before is None or party is None or not party.pronoun:
            return None
        got = said.sort is Sort.RECEIVE or said.lemma in ("hebben", "krijgen", "ontvangen")
        if not got or clause.items[1].low not in ("hij", "zij", "ze"):
            return None
        given = subject_of(before, self._parties, None).other
        return given if given is not None and not given.pronoun else None

    def _goes_on_with(self, clause: Clause, subject: Subject) -> bool:
        """ "dat ze hem kwijt is en een duplicaat aanvraagt": a second verb, the same subject."""
        if (
            not clause.coordinated
            or clause.items[0].low == clause.mark
            or subject.party is not None
        ):
            return False
        before = self._sentence_parts[self._index - 1]
        noun = (subject.noun or "").lower()
        acts = predicate(clause).sort in (Sort.ACT, Sort.MOVE)
        same = before.kind is Kind.SUB and before.mark == clause.mark and bool(self._index)
        return same and acts and self._sub_party is not None and not agentive(noun)

    def _asks_when(self) -> bool:
        """Whether somebody wants to know: "wilde weten wanneer", "vroeg wanneer"."""
        before = predicate(self._sentence_parts[self._index - 1])
        return before.lemma in ("weten", "vragen", "informeren") and before.modal != "laten"

    def _excepted(self, clause: Clause) -> bool:
        """ "Niets besloten, behalve dat Jan vrijdag belt"."""
        before = self._lower[max(0, clause.start - 20) : clause.start].split()
        opening = {clause.items[0].low, *before[-1:]}
        return not opening.isdisjoint(("behalve", "alleen", "uitgezonderd", "enkel"))

    def _welcomed(self, clause: Clause) -> bool:
        """ "Fijn dat Els de cijfers vrijdag stuurt": what somebody is glad of is taken on."""
        before = self._lower[max(0, clause.start - 12) : clause.start].split()
        return bool(before) and before[-1] in _WELCOME

    def _perhaps(self, clause: Clause) -> bool:
        before = self._lower[max(0, clause.start - 14) : clause.start].split()
        return bool(before) and before[-1] in (
            "misschien",
            "wellicht",
            "mogelijk",
            "waarschijnlijk",
        )

    def _relative(self, clause: Clause, said: Predicate, subject: Subject) -> None:
        """ "..., die ik vrijdag stuur" and "... aan Bob, die u morgen belt"; only with a day."""
        if said.past or said.modal_past:
            return
        party, me, you = subject.party, self._parties.voice.me, self._parties.voice.you
        last = self._found[-1] if self._found else None
        gets = said.sort is Sort.RECEIVE and party is not None and party.owner is you.owner
        if gets and last is not None and last.day is None and last.owner is me.owner:
            term, _ = self._pick([clause])
            if term is not None and clause.start - last.end < _NEXT_TO:
                self._date_last(clause, term)  # "in de nieuwe versie, die je vrijdag krijgt"
            return
        if self._dates_thing(clause, said):
            return
        before = self._sentence_parts[self._index - 1]
        if (picked := clefted(before, self._parties)) is not None:
            held = self._dated(clause) or said.modal or before.items[-1].low != "wij"
            if held and self._counts(clause, said, picked):  # "Het is Jan die de kap aanvraagt"
                self._mention(picked.party)
                self._promise(clause, said, picked, [clause, before])
            return
        if before.items[0].low == "het" and before.finite == 1 and self._negated(before):
            return  # "Het is niet Jan die vrijdag betaalt"
        verb = clause.verb
        other = clause.items[1].low if len(clause.items) > 1 else ""
        if other in ("hij", "zij", "ze") and party is not None and verb and verb.form & Form.THIRD:
            # "..., dat zij dan volgende week terugstuurt": who got it sends it back
            party = self._receiver(before, party)
            subject = Subject(party, subject.starts)
            if self._dated(clause) and self._counts(clause, said, subject):
                self._promise(clause, said, subject)
            return
        if party is None or (
            party.pronoun and party.owner is you.owner and verb and verb.form & Form.THIRD
        ):
            party = None
            for k in range(max(0, len(before.items) - 5), len(before.items)):
                found = self._parties.at(before.items, k)
                if found is not None and found.end == len(before.items) and not found.pronoun:
                    party = found
                    break
        elif (not party.pronoun or party.owner is not me.owner) and not (
            party.person and clause.mark == "die"
        ):
            return
        if party is not None and self._dated(clause):
            subject = Subject(party, subject.starts)
            if self._counts(clause, said, subject):
                self._promise(clause, said, subject)

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
