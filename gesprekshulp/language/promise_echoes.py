"""A clause that says again what was just promised, or by whom: "..., Bob regelt dat"."""

from dataclasses import replace

from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.later_terms import LaterTerms
from gesprekshulp.language.lexicon import PREPOSITIONS
from gesprekshulp.language.parties import Owner, Parties
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.subjects import after_word, subject_of
from gesprekshulp.language.terms import Term

SAID_BEFORE = frozenset(("dat", "dit", "daar", "daarvoor", "hiervoor", "ervoor"))
FOR_IT = frozenset(("daar", "daarvoor", "hiervoor", "ervoor"))
OPENS_THING = frozenset(("de", "het", "een", "onze", "haar"))
NEXT_TO = 5
"""Characters between a promise and what goes on with it."""
_SEES_TO = frozenset(("doen", "regelen", "verzorgen", "zorgen", "fiksen"))
_ONESELF = frozenset(("zelf", "persoonlijk", "er", "voor", "wel"))
_DELIVERED = frozenset(("mail", "mailbox", "inbox", "brievenbus", "mat", "postvak"))
_HANDS_OVER = frozenset(
    ("sturen", "mailen", "regelen", "doen", "opsturen", "toesturen", "nasturen", "doorsturen",
     "doormailen", "toemailen", "bezorgen", "brengen", "appen", "geven")
)  # fmt: skip


class PromiseEchoes(LaterTerms):
    """Tells a promise from what only comes back to the one before."""

    _parties: Parties
    _handed: int  # promises so far, when the last says what somebody gets

    def _sends_it(self, clause: Clause, said: Predicate, owner: Owner, term: Term | None) -> bool:
        """ "Els krijgt van mij nog het formulier, stuur ik morgen": the act was noted already."""
        last = self._found[-1] if self._found else None
        if last is None or self._handed != len(self._found) or clause.finite:
            return False
        if last.owner is not owner or said.name not in _HANDS_OVER or len(clause.items) > 6:
            return False
        if clause.start - last.end > NEXT_TO or clause.has(*OPENS_THING):
            return False
        if last.day is None and term is not None:
            self._date_last(clause, term)
        return True

    def _says_who(self, clause: Clause, said: Predicate, owner: Owner) -> bool:
        """ "De facturen gaan morgen weg, doe ik zelf": the act was noted already."""
        if self._sees_to_it(clause, said, owner):
            return True
        last = self._found[-1] if self._found and self._index else None
        cares = said.name == "zorgen" and clause.items[0].low == "daar" and clause.finite == 1
        sees_to = said.name in ("doen", "regelen", "verzorgen") and not clause.finite
        takes_up = said.name in ("oppakken", "opnemen") and clause.has("dit", "dat")
        if last is not None and takes_up and clause.finite == 1 and not self._terms_in([clause]):
            before = self._sentence_parts[self._index - 1]
            arrives = before.kind is Kind.MAIN and predicate(before).name == "volgen"
            if arrives and clause.start - last.end < NEXT_TO:
                party = subject_of(clause, self._parties, None).party
                person = party.person if party is not None else None
                self._found[-1] = replace(last, owner=owner, person=person)
                return True  # "Antwoord volgt donderdag, Bob pakt dit op"
        if last is None or said.modal or not (sees_to or cares):
            return False
        if cares or said.name != "doen":  # of what leaves by itself: "gaat de deur uit, regel ik"
            before = self._sentence_parts[self._index - 1]
            if not self._leaves(before, predicate(before)):
                return False
        own = self._terms_in([clause])
        near = clause.start - last.end < NEXT_TO and len(clause.items) <= 5
        return near and not own and last.owner is owner

    def _sees_to_it(self, clause: Clause, said: Predicate, owner: Owner) -> bool:
        """ "Het rapport gaat vrijdag de deur uit, Bob regelt dat": who does what was noted."""
        last = self._found[-1] if self._found else None
        if last is None or last.owner is not owner or said.modal or said.name not in _SEES_TO:
            return False
        before = self._said_before
        same = bool(self._index) or (bool(before) and last.start >= before[0].start)
        if not same or clause.start - last.end >= NEXT_TO or self._terms_in([clause]):
            return False
        who = subject_of(clause, self._parties, None)
        rest = [
            t.low for i, t in enumerate(clause.items)
            if i not in said.places and t.start not in who.starts and t.is_word
        ]  # fmt: skip
        if said.name == "doen":  # "Jan betaalt vrijdag. Hij doet dat per bank."
            how = next((i for i, low in enumerate(rest) if low in PREPOSITIONS), len(rest))
            rest = rest[:how]
        if not SAID_BEFORE & set(rest) or not set(rest) <= SAID_BEFORE | _ONESELF:
            return False
        if who.party is not None and who.party.person is not None:
            self._found[-1] = replace(last, person=who.party.person)
        return True

    def _leaves(self, clause: Clause, said: Predicate) -> bool:
        """ "De nieuwe versie gaat vrijdag de deur uit", "ligt voor u klaar": we see to it."""
        words = {t.low for t in clause.items}
        verb = clause.verb
        lemma = verb.lemma if verb is not None else ""
        if said.past or said.modal_past:
            return False
        receiver = after_word(clause, self._parties, ("naar",)) if lemma == "gaan" else None
        if receiver is not None and not said.modal and receiver[0].owner is Owner.CLIENT:
            return self._parties.voice is self._parties.writer  # "Het concept gaat vrijdag naar"
        if lemma in ("gaan", "komen"):
            return {"deur", "uit"} <= words or {"kant", "op"} <= words or {"op", "post"} <= words
        if lemma in ("liggen", "zitten", "staan") and words & _DELIVERED:
            return True  # "ligt vrijdag bij iedereen in de mail"
        return (
            lemma in ("liggen", "staan")
            and "klaar" in words
            and "voor" in words
            and bool(words & {"u", "jou", "je", "jullie"})
        )
