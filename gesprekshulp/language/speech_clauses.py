"""Clauses that promise, report, ask or wish, and what hangs on them."""

from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.lexicon import EVENT_MARKS
from gesprekshulp.language.note_text import SAID_LONG_AGO
from gesprekshulp.language.parties import Owner, Party
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.promise_rules import Governor, has_object
from gesprekshulp.language.receiving import ARRIVED
from gesprekshulp.language.subjects import Subject, subject_of
from gesprekshulp.language.terms import TermKind
from gesprekshulp.language.verbs import Sort
from gesprekshulp.language.vouching import Vouching

_CALLS = frozenset(("bellen", "mailen", "appen", "schrijven", "opbellen"))
_CLAIMS = frozenset(("beweren", "claimen", "volhouden", "verwijten", "suggereren"))
_PROPOSES = frozenset(("voorstellen", "opperen", "suggereren"))
_CERTAIN_PROMISE = frozenset(
    (
        "bevestigen",
        "verzekeren",
        "beloven",
        "garanderen",
        "toezeggen",
        "waarborgen",
        "zweren",
        "instaan",
    )
)

_COMPLEMENT_MARKS = frozenset(
    ["dat", "of", "wat", "wie", "wanneer", "hoe", "waarom", "welke", "welk"]
)


class SpeechClauses(Vouching):
    """Reads a clause of speech in the light of what follows it."""

    def _speech(
        self, clause: Clause, said: Predicate, subject: Subject, governs: Sort, *, question: bool
    ) -> Governor | None:
        """A clause that promises, reports, asks or wishes; what hangs on it follows."""
        parts = self._sentence_parts
        party = subject.party
        following = parts[self._index + 1] if self._index + 1 < len(parts) else None
        inner = said.to_infinitive
        complement = self._complement(said)
        negated = self._negated(clause) or (
            following is not None and following.kind is Kind.INF and self._negated(following)
        )
        negated = negated and clause.items[-1].low != "wel"  # "belooft geen datum, wel dat ..."
        pluperfect = said.pluperfect or said.modal_past
        firm = not (negated or question or pluperfect or self._habit(clause, said, speech=True))
        firm = firm and not (said.past and SAID_LONG_AGO.search(self._text(clause)))
        if said.lemma in _CLAIMS and following is not None and following.kind is Kind.SUB:
            meant = subject_of(following, self._parties, party).party
            own = meant is not None and party is not None and meant.person == party.person
            if not own or meant is None or party is None or meant.owner is not party.owner:
                return Governor(governs, party, firm=False)  # "beweert dat ik heb toegezegd ..."
        if said.lemma == "verplichten" and not self._binds_oneself(clause, party):
            return Governor(Sort.ASK, party, firm=False)  # "De wet verplicht de school om ..."
        if governs is Sort.PROMISE and said.lemma == "besluiten" and (said.past or said.perfect):
            extent = [clause, following] if following is not None else [clause]
            when = self._terms_in(extent)
            beside = clause.items[clause.finite].end + 1  # "besloot op 3 februari ..."
            if any(t.kind is TermKind.PAST or (said.past and t.start == beside) for t in when):
                return None  # "besloot vorige maand te verkopen": what was decided once
        if governs is Sort.PROMISE:
            if not complement and firm and (given := self._condition_promised(clause, said, party)):
                meant = subject_of(given, self._parties, party).starts | {given.start}
                self._promise(given, predicate(given), Subject(party, meant), [given])
                return None
            if not complement:
                plain = self._plain_promise(clause, said, subject)
                vouched = self._vouched_for(clause)
                if plain and firm and (not said.past or self._promised_thing(clause)):
                    self._promise(clause, said, subject, vouched or [clause])
                return Governor(Sort.PROMISE, party, firm)
            if (
                said.lemma == "bevestigen"
                and firm
                and party is not None
                and self._will_tell(clause)
            ):
                self._promise(clause, said, subject)
                return None
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
        patience = said.lemma == "vragen" and clause.has("bedenktijd", "geduld", "begrip")
        if governs is Sort.ASK and patience:
            return Governor(Sort.ASK, party, firm)  # "vraagt bedenktijd tot vrijdag"
        if governs is Sort.ASK:
            target = subject.other
            if firm and party is not None and self._will_ask(clause, said, target):
                self._promise(clause, said, subject)
            elif inner is not None:
                if target is not None:
                    self._ask(
                        target, [clause], said.inner_name, subject.starts | verb_starts(clause)
                    )
            elif following is not None and following.kind is Kind.INF and target is not None:
                outside = target.owner is Owner.THIRD and party is not None
                if outside and firm and not said.past and not said.perfect:
                    # "Ria vraagt de buren om de post door te sturen": to ask is what Ria does
                    self._promise(clause, said, subject)
                else:
                    self._ask(target, [following], "", set())
            elif (
                not complement
                and party is not None
                and firm
                and not said.past
                and not said.perfect
                and clause.has("het", "dit", "dat")
                and said.lemma != "eisen"
            ):
                self._promise(clause, said, subject)  # "vraagt het meteen"
            elif (
                target is not None
                and target.owner is Owner.THIRD
                and party is not None
                and firm
                and not said.past
                and not said.perfect
                and not complement
            ):
                self._promise(clause, said, subject)  # "Els vraagt de jurist om advies"
            elif (firm and party is not None and self._asks_own_people(clause, said)) or (
                firm and party is not None and self._asks_after(clause, said, subject)
            ):
                self._promise(clause, said, subject)
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
        told = governs is Sort.SAY and not complement and not said.past and not said.perfect
        if told and said.lemma == "zeggen":
            told = self._dated(clause)
        if told and firm and self._counts(clause, said, subject):
            self._promise(clause, said, subject)
        if governs is Sort.TRY:
            tried = said.perfect and said.lemma in ("proberen", "trachten", "pogen")
            tried = tried or (said.lemma in ("verwachten", "denken") and not self._dated(clause))
            if firm and party is not None and not said.past and not tried:
                extent = (
                    [clause]
                    if following is None or following.kind is not Kind.INF
                    else [clause, following]
                )
                self._promise(clause, said, subject, extent, hedged=True)
            return None
        return Governor(governs, party, firm, proposes=said.name in _PROPOSES)

    @staticmethod
    def _binds_oneself(clause: Clause, party: Party | None) -> bool:
        """Whether it is "verplicht zich" or "ik verplicht mij"."""
        mine = party is not None and party.pronoun and clause.has("mij", "me", "ons")
        return mine or clause.has("zich")

    def _will_ask(self, clause: Clause, said: Predicate, target: Party | None) -> bool:
        """ "Jan vraagt haar van de week om ...", "vraagt zijn broer morgen of ...": an act."""
        if said.past or said.perfect or said.modal or said.lemma != "vragen":
            return False
        sides = (Owner.ADVISER, Owner.CLIENT, Owner.BOTH)
        if target is not None and not target.pronoun and target.owner in sides and target.person:
            return False
        if target is not None and target.owner is Owner.ADVISER:
            return False
        own = self._pick([clause])[0]
        later = own is not None and own.day is not None and own.day > self._today
        return later and own is not None and clause.holds(own.start)

    def _told_to_have(
        self, clause: Clause, said: Predicate, party: Party | None, governor: Governor
    ) -> bool:
        """ "De bank mailde Els dat zij de brief vrijdag in huis heeft": the bank sees to it."""
        teller = governor.party
        if said.lemma != "hebben" or said.perfect or said.ready or said.modal or party is None:
            return False
        if teller is None or teller.owner is Owner.BOTH or not self._dated(clause):
            return False
        if clause.has(*ARRIVED):
            told = self._given is not None and party.pronoun
            return told or party.owner is not teller.owner
        return party.owner is not teller.owner and party.pronoun and clause.has("de", "het")

    def _vouched_for(self, clause: Clause) -> list[Clause]:
        """ "Dinsdag liggen ze in de bus, daar sta ik voor in": what the clause before says."""
        if not self._index or clause.items[0].low != "daar" or self._sentence_found(clause):
            return []
        return [self._sentence_parts[self._index - 1], clause]

    def _will_tell(self, clause: Clause) -> bool:
        """ "Bevestigt dinsdag schriftelijk dat ...": to confirm is what will be done."""
        said = predicate(clause)
        term, _ = self._pick([clause])
        return not said.past and not said.perfect and term is not None and term.day is not None

    def _asks_own_people(self, clause: Clause, said: Predicate) -> bool:
        """ "Els vraagt haar directie om budget": to ask is what she does."""
        behind = clause.items[clause.finite + 1 : clause.finite + 3]
        own = len(behind) > 1 and behind[0].low in ("haar", "zijn", "hun")
        asks = said.lemma == "vragen" and not said.past and not said.perfect and not said.modal
        return own and asks and clause.has("om") and not self._complement(said)

    def _asks_after(self, clause: Clause, said: Predicate, subject: Subject) -> bool:
        """ "Bob belt de bank, vraagt naar de rente en koppelt terug": one of several acts."""
        last = self._found[-1] if self._found and self._index else None
        within = last is not None and last.start >= self._sentence_parts[0].start
        present = not said.past and not said.perfect and not said.modal
        return within and present and subject.implied and clause.has("naar")

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
        inside = parts[self._index].also if following is not None else []
        clause = parts[self._index]
        if following is not None and any(
            following.start < a and not _only_term(clause, a, b) for a, b in inside
        ):
            # "Op mijn vraag wie het doet, antwoordde Jan dat ..."
            following = parts[self._index + 2] if self._index + 2 < len(parts) else None
        if following is None or following.coordinated:
            return False
        if following.kind is Kind.INF and said.governs is Sort.SAY and not said.past:
            return said.lemma not in _CALLS  # "Ik bel hem om te horen hoe het gaat"
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
        following = self._sentence_parts[self._index + 1 : self._index + 2]
        if clause.has("beterschap") and following and following[0].coordinated:
            return False  # "belooft beterschap en levert vrijdag": that is the promise
        if self._opens_colon(clause):
            return False  # "De installateur bevestigt: ..."
        if self._index and clause.finite == 0 and len(clause.items) <= 3:
            return False  # "..., belooft hij": says who said it
        if said.perfect:
            named = not said.passive and has_object(clause)
            return (named or self._pick([clause])[0] is not None) and not clause.has(
                "dat", "zo", "zoals", "die", "daar", "ons", "eerder", "al"
            )
        if said.name == "instemmen":
            return False  # to agree with something promises nothing by itself
        if clause.has("hierbij"):
            return False  # "Ik bevestig hierbij onze afspraak": done by saying it
        agreed = said.lemma in ("afspreken", "overeenkomen")
        return not (agreed and self._back_reference(clause))

    def _condition_promised(
        self, clause: Clause, said: Predicate, party: Party | None
    ) -> Clause | None:
        """ "Dat lukt als zij vrijdag levert, en dat heeft ze toegezegd": what was a condition."""
        before = self._sentence_parts[self._index - 1] if self._index else None
        if before is None or before.mark not in EVENT_MARKS or before.kind is not Kind.SUB:
            return None
        if not said.perfect or clause.items[0].low != "dat" or party is None:
            return None
        meant = subject_of(before, self._parties, party).party
        acts = predicate(before).sort in (Sort.ACT, Sort.MOVE) and not self._negated(before)
        return before if meant is not None and meant.owner is party.owner and acts else None

    def _promised_thing(self, clause: Clause) -> bool:
        """ "Beloofde de lijst voor vrijdag": a thing, and a day that is still to come."""
        told = clause.has("dat", "zo", "zoals", "die", "dit", "daar", "eerder", "al", "toen")
        term, _ = self._pick([clause])
        ahead = term is not None and term.day is not None and not term.text.startswith("in ")
        return has_object(clause) and ahead and not told

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

    @property
    def _matrix_certain(self) -> bool:
        parts = self._sentence_parts
        for k in range(self._index - 1, max(-1, self._index - 9), -1):
            if parts[k].kind is not Kind.SUB:
                words = predicate(parts[k])
                return words.speech_name in _CERTAIN_PROMISE
        return False


def _only_term(clause: Clause, start: int, end: int) -> bool:
    """Whether what a clause goes on with is no more than a term: "gezegd dat ..., voor 1 mei"."""
    pairs = zip(clause.items, clause.fixed, strict=True)
    return all(fixed for token, fixed in pairs if token.is_word and start <= token.start < end)
