"""Signs by which a clause is known: that it accepts, announces, sends off or shows something."""

from dataclasses import dataclass, replace

from gesprekshulp.language import actions, verbs
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.fragments import Fragments
from gesprekshulp.language.lexicon import DETERMINERS
from gesprekshulp.language.note_text import HEDGE_CLAUSE
from gesprekshulp.language.parties import Owner, Party
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.promise_rules import has_object
from gesprekshulp.language.subjects import Subject
from gesprekshulp.language.verbs import Form, Sort
from gesprekshulp.language.would import still_due, would_act

DELIVERS = frozenset(
    ("leveren", "versturen", "bezorgen", "opsturen", "toesturen", "verhelpen", "herstellen",
     "plaatsen", "opleveren", "repareren", "monteren", "installeren", "regelen", "oplossen",
     "afhandelen", "fiksen", "aanpassen", "corrigeren", "nakijken", "nabestellen", "rechtzetten")
)  # fmt: skip
"""What is done to a thing by whoever says by when."""
_MOVED = frozenset(("dat", "dit", "het", "die", "nu", "dan", "pas", "toch", "nee", "helaas", "wel"))
_AFTER_IT = 12  # characters between what was to be done and its new day
_AGREES = frozenset(("gaan", "zijn", "verklaren", "tonen"))
_HOW = frozenset(("hoe", "wat", "waarom", "welke", "wie", "waar"))
_GRANTS = frozenset(("instemmen", "inwilligen", "honoreren", "voldoen", "ingaan", "toestemmen"))
_NEXT_TO = 5  # characters between a promise and what is said of it
_HANDS_ON = frozenset(
    ("doorsturen", "terugsturen", "doorzenden", "doorgeven", "ondertekenen", "tekenen", "invullen",
     "retourneren", "doormailen", "aanvullen", "controleren", "terugmailen", "nakijken")
)  # fmt: skip


_REFUSES = frozenset(
    (
        "afwijzen",
        "weigeren",
        "afzien",
        "afslaan",
        "verwerpen",
        "vertikken",
        "afhouden",
        "uitsluiten",
    )
)
TAKES_BACK = frozenset(("intrekken", "terugnemen", "terugtrekken", "herroepen"))
"""To take back what was said or promised."""


def refuses(clause: Clause, said: Predicate) -> bool:
    """Whether a clause says no or takes a promise back: "wijst het af", "trekt zijn aanbod in"."""
    offers = clause.has("aanbod", "toezegging", "belofte", "bod", "woord")
    taken = said.name == "trekken" and offers  # "trekt haar aanbod om ... te leiden in"
    return (
        taken
        or (said.name in TAKES_BACK and offers)
        or said.name in _REFUSES
        or (said.lemma == "wijzen" and clause.has("hand"))
    )


@dataclass(frozen=True, slots=True)
class Supposed:
    """What somebody "zou" do: no promise, until it gets another day."""

    clause: Clause
    said: Predicate
    subject: Subject


class ClauseSigns(Fragments):
    """Judges a main clause by its words and by what stands beside it."""

    def _is_still_due(self, clause: Clause, said: Predicate) -> bool:
        """ "De bank zou ons uiterlijk vrijdag mailen, en ik ...": taken on, and still to come."""
        if not would_act(clause, said, self._sentence_parts) or self._only_past(clause):
            return False
        following = self._sentence_parts[self._index + 1 : self._index + 2]
        dated = self._dated(clause)
        if dated and (self._reported or HEDGE_CLAUSE.search(self._text(clause))):
            return True  # "Jan zou, zei hij, vrijdag bellen", "zou, als het meezit, vrijdag ..."
        return still_due(clause, self._lower, following, dated=dated)

    def _moved_to(self, clause: Clause, supposed: Supposed | None) -> bool:
        """ "Jan zou maandag leveren. Dat wordt nu vrijdag": another day for what was to be done."""
        verb = clause.verb
        if verb is None or verb.lemma not in ("worden", "zijn") or verb.form & Form.PAST:
            return False
        rest = {
            t.low for i, t in enumerate(clause.items) if not clause.fixed[i] and i != clause.finite
        }
        term, _ = self._pick([clause])
        if not rest <= _MOVED or term is None or term.day is None:
            return False
        if supposed is not None:
            if clause.start - supposed.clause.items[-1].end > _AFTER_IT:
                return False
            told, said, party = supposed.clause, supposed.said, supposed.subject.party
            if party is None:
                return False
            skipped = supposed.subject.starts | verb_starts(told)
            action = actions.describe([told], said.name, skipped)
            hedged = self._hedged([clause])
            self._add(party.owner, party.person, [told, clause], action, term, False, hedged)
            return True
        last = self._found[-1] if self._found else None
        if last is None or last.day is None or clause.start - last.end > _AFTER_IT:
            return False
        self._date_last(clause, term)
        return True

    def _sees_to_as_told(self, clause: Clause, said: Predicate) -> tuple[Party, set[int]] | None:
        """ "Wordt vrijdag geregeld, aldus Els": who says by when it is done sees to it."""
        teller = self._teller if self._reported else None
        if teller is None or said.name not in DELIVERS or said.perfect or not self._dated(clause):
            return None
        if teller.owner is not Owner.THIRD and clause.finite:
            return None  # "Het dak wordt vrijdag gemaakt, zegt Jan": by whom is not said
        return replace(teller, end=0), set()

    def _hands_on(self, clause: Clause, said: Predicate, subject: Subject) -> bool:
        """Whether "hij" does something to "die", so that it is who was sent it just before."""
        party = subject.party
        pronoun = party is not None and party.pronoun and clause.has("hij", "zij", "ze")
        thing = clause.has("die", "dat") and said.name in _HANDS_ON
        return pronoun and thing and not clause.has("ik", "wij", "we")

    def _sends_off(self, clause: Clause, said: Predicate) -> bool:
        opens = clause.has("hij", "ze", "die") and not clause.has("ik", "wij", "we", "u", "je")
        return opens and self._leaves(clause, said) and self._dated(clause)

    def _sent_before(self, clause: Clause) -> bool:
        """Whether the clause before promised by a day what arrives here."""
        last = self._found[-1] if self._found and self._index else None
        return last is not None and last.day is not None and clause.start - last.end < _NEXT_TO

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

    def _of_anybody(self, clause: Clause) -> bool:
        """ "Wie te laat betaalt, krijgt een aanmaning": said of whoever it may be."""
        before = self._sentence_parts[self._index - 1] if self._index else None
        if before is None or before.mark != "wie" or before.kind is not Kind.SUB:
            return False
        return self._index == 1 and not clause.finite and not self._dated(clause)

    def _told_to(self, clause: Clause) -> bool:
        """ "Laat de ketel keuren, heb ik hem gezegd": an order, as the next clause says."""
        following = self._sentence_parts[1:2]
        if self._index or clause.finite or not following or following[0].kind is not Kind.MAIN:
            return False
        told = predicate(following[0])
        binds = told.lemma == "beloven" or told.name == "toezeggen"
        return not following[0].finite and told.governs is not None and not binds

    def _consents(self, clause: Clause, said: Predicate) -> bool:
        """ "Ging akkoord om vrijdag te tekenen": to agree to do something is to promise it."""
        following = self._sentence_parts[self._index + 1 : self._index + 2]
        to_do = said.to_infinitive is not None or (following and following[0].kind is Kind.INF)
        own = clause.has("akkoord") and not clause.has("met")  # "akkoord met ons voorstel om"
        return bool(to_do) and own and said.lemma in _AGREES

    def _of_promise(self) -> bool:
        """Whether what goes on here began with "zijn belofte om ..."."""
        before = self._sentence_parts[max(0, self._index - 2) : self._index]
        return any(part.has("belofte", "toezegging", "aanbod") for part in before)

    def _accepts(self, clause: Clause, said: Predicate) -> bool:
        """ "Zegt ja op de vraag of ...", "stemde in met het verzoek om ...": a promise."""
        following = self._sentence_parts[self._index + 1 : self._index + 2]
        asked = following and (following[0].kind is Kind.INF or following[0].mark in ("of", "dat"))
        if not asked or not clause.has("verzoek", "vraag") or self._negated(clause):
            return False
        if said.modal or said.pluperfect:
            return False
        text = {t.low for t in clause.items}
        says = said.lemma in ("zeggen", "antwoorden", "knikken") and "ja" in text
        gives = said.lemma == "geven" and "gehoor" in text
        return says or gives or said.name in _GRANTS or bool(text & {"akkoord", "toe"})

    def _is_promised(self, clause: Clause, said: Predicate) -> bool:
        """ "Kregen de toezegging dat ...", "heeft de belofte dat ...": somebody else promised."""
        following = self._sentence_parts[self._index + 1 : self._index + 2]
        told = bool(following) and following[0].kind is Kind.SUB and following[0].mark == "dat"
        gets = said.lemma in ("krijgen", "hebben", "ontvangen") and not said.pluperfect
        return told and gets and clause.has("toezegging", "belofte", "garantie", "woord")

    def _announces(self, clause: Clause) -> bool:
        """Whether it only opens what comes behind its colon: "neemt het voortouw: hij belt"."""
        parts = self._sentence_parts
        following = parts[self._index + 1] if self._index + 1 < len(parts) else None
        if following is None or not self._opens_colon(clause) or self._dated(clause):
            return False
        return following.kind is Kind.MAIN and predicate(following).sort is Sort.ACT

    @property
    def _after_thing(self) -> bool:
        """Whether the clause before is about a thing: "Het bestek is af, komt morgen"."""
        before = self._sentence_parts[self._index - 1]
        return before.kind is Kind.MAIN and self._clause_party is None

    @staticmethod
    def _goes_its_way(clause: Clause, said: Predicate) -> bool:
        """ "Licenties lopen per 1 augustus af": what things do by themselves."""
        split = bool(said.particle) and clause.verb is not None and not clause.verb.particle
        runs = said.lemma == "lopen" or verbs.sort(said.lemma, said.particle) is Sort.STATE
        return split and runs and not has_object(clause)

    @staticmethod
    def _own(clause: Clause) -> bool:
        """Whether it is done "door hun eigen ..."."""
        items = clause.items
        return any(
            items[i].low == "door" and items[i + 2].low == "eigen" for i in range(len(items) - 2)
        )

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
        """ "Heb Lotte beloofd ...", "Zal Lotte bellen": Lotte cannot be the subject."""
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
        after = self._sentence_parts[self._index + 1 : self._index + 2]
        if said.name == "uitleggen" and not said.past and after and after[0].mark in _HOW:
            return self._dated(clause)  # "legt vrijdag uit hoe het werkt"
        if self._complement(said) or clause.has("zich", "me", "mij", "dat"):
            return False
        thing = any(
            t.low in DETERMINERS and not f for t, f in zip(clause.items, clause.fixed, strict=True)
        )
        term, event = self._pick([clause])
        return thing and (event or (term is not None))

    @staticmethod
    def _object_follows(clause: Clause) -> bool:
        """Whether a determiner comes after the verb: a telegram line has its object before it."""
        start = clause.finite + 1
        pairs = zip(clause.items[start:], clause.fixed[start:], strict=True)
        after = [t.low for t, fixed in pairs if not fixed][:3]
        return any(low in DETERMINERS for low in after)
