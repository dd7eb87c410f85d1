"""A term that is said after its promise: "Dat doe ik vrijdag", "Krijgt ze dinsdag"."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.note_text import NoteText
from gesprekshulp.language.parties import Owner
from gesprekshulp.language.predicates import Predicate
from gesprekshulp.language.subjects import Subject
from gesprekshulp.language.suggestions import Suggestion
from gesprekshulp.language.terms import Term, TermKind
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Sort
from gesprekshulp.language.wordlists import words

_SHORT = 12  # words
_NEXT_TO = 5  # characters between a promise and what dates it
_RESULTS = frozenset(
    words("klaar af gereed rond online live weg verstuurd geregeld binnen deur bus post gebeurd")
)
_HOPED_FOR = frozenset(words("streven streefdatum doel inzet bedoeling"))
_AIMS = _HOPED_FOR | frozenset(words("deadline termijn planning einddatum opleverdatum"))
_HANDED = frozenset(("inleveren", "opleveren", "aanleveren"))
_POINTS = frozenset(("dat", "die", "dit", "deze"))
_IT = _POINTS | {"het", "'t", "ze", "hem", "alles"}
_ARRIVES = frozenset(("gaan", "liggen", "komen", "zijn", "staan", "zitten"))
_THERE = _RESULTS | frozenset(
    words("er uit eruit tafel bureau bus huis mail klaar jullie u je ons hem haar hen")
)
_DELIVERED = ("mat", "deurmat", "brievenbus", "bus", "mail", "mailbox", "inbox", "bureau", "post")
_MEETS = frozenset(("komen", "zien", "spreken", "treffen", "ontmoeten", "zitten", "bezoeken"))
_BECOMES = frozenset(("worden", "komen", "gebeuren", "lukken"))
_DUE = frozenset(("moeten", "kunnen", "zullen", "gaan"))


class LaterTerms(NoteText):
    """Gives promises that were found the day that a later clause names."""

    _found: list[Suggestion]
    _said_before: list[Token]
    _index: int
    _sentence_parts: list[Clause]
    _before: Clause | None

    def _fronted_term(self, clause: Clause) -> tuple[Term | None, bool]:
        """The term that opens "Vrijdag bel ik Jan en vervangt Els de lamp", which is of both."""
        before = self._sentence_parts[self._index - 1]
        if clause.finite or before.kind is not Kind.MAIN or before.finite < 1:
            return None, False
        opening = replace(
            before,
            items=before.items[: before.finite],
            fixed=before.fixed[: before.finite],
            read=before.read[: before.finite],
            end=before.items[before.finite].start,
            also=[],
        )
        return self._pick([opening])

    def _then(self, clause: Clause) -> Term | None:
        """The day of "Jan komt vrijdag langs en tekent dan": that of the meeting before."""
        before = self._before
        beside = clause.has("daarbij", "erbij") and clause.has("aan")  # "en ik schuif daarbij aan"
        visits = before is not None and before.has("langs", "bezoek", "afspraak")
        then = beside or any(
            t.low == "dan" or (visits and t.low in ("meteen", "gelijk")) for t in clause.items[1:]
        )
        if before is None or before is clause or not then or before.verb is None:
            return None
        meets = beside or before.verb.lemma in _MEETS or before.has("afspraak", "bezoek", "langs")
        if not meets or clause.start - before.items[-1].end > _NEXT_TO + 4:
            return None
        days = [t for t in self._terms_in([before]) if t.kind is TermKind.DAY]
        return days[0] if len(days) == 1 else None

    def _time_asked(self) -> Term | None:
        """The day of "Geef me tot woensdag, dan hoort u het": on that day it is known."""
        before = self._sentence_parts[self._index - 1]
        if not self._index or before.items[0].low not in ("geef", "geeft", "gun", "gunt"):
            return None
        term, _ = self._pick([before])
        if term is None or term.day is None or not term.text.lower().startswith("tot "):
            return term
        including = term.text.lower().startswith("tot en met")
        return term if including else replace(term, day=term.day + timedelta(days=1))

    def _instalments(self, clause: Clause) -> list[Term]:
        """The days of "betaalt in drie delen: het eerste maandag, het tweede 15 december"."""
        colon = self._lower.find(":", clause.start, clause.end)
        if colon < 0:
            return []
        days = [t for t in self._terms_in([clause]) if t.kind is TermKind.DAY and t.start > colon]
        if len(days) < 2:
            return []
        gaps = [self._lower[a.end : b.start] for a, b in pairwise(days)]
        listed = all(re.match(r"\s*(?:,|en\b)\s*(?:en\s+)?\w+", gap) for gap in gaps)
        return days if listed and not any("uiterlijk" in gap for gap in gaps) else []

    def _tells_when(
        self, clause: Clause, said: Predicate, owner: Owner, term: Term | None, *, event: bool
    ) -> bool:
        """Whether this says when the promise before is kept: "Dat doe ik uiterlijk vrijdag"."""
        handed = said.name in _HANDED and clause.coordinated and clause.finite == 0
        done = handed or (said.ready and clause.finite == 1)
        if said.name not in ("doen", "gebeuren") and not done:
            return False  # "schrijft het stuk en levert dat vrijdag in", "Hij heeft het vrijdag af"
        if not self._found or term is None:
            return False
        last = self._found[-1]
        before = self._said_before if done and not self._index else []
        near = clause.start - last.end <= 8 or (bool(before) and last.start >= before[0].start)
        if last.owner is not owner or last.day is not None or not near:
            return False
        if not clause.has("dat", "dit", "zulks", "het") or len(clause.items) > 12 or event:
            return False
        self._date_last(clause, term)
        return True

    def _date_last(self, clause: Clause, term: Term) -> None:
        """Gives the last promise found the day that a later clause names."""
        last = self._found[-1]
        day = term.day if term.kind is TermKind.DAY else None
        hedged = self._hedged([clause])
        self._found[-1] = replace(
            last,
            term=term,
            day=day,
            vague=hedged or day is None,
            missing=tuple(w for w in last.missing if w != "wanneer" or day is None),
            end=max(last.end, max(t.end for t in clause.items)),
        )

    def _date_all(self, first: int, clause: Clause) -> None:
        """Gives the promises from `first` on the term of "allebei vrijdag"."""
        term, event = self._pick([clause])
        day = term.day if term is not None and term.kind is TermKind.DAY else None
        for place in range(first, len(self._found)):
            found = self._found[place]
            if found.day is None and (day is not None or event):
                missing = tuple(w for w in found.missing if w != "wanneer")
                self._found[place] = replace(
                    found, term=term, day=day, vague=self._hedged([clause]), missing=missing
                )

    @staticmethod
    def _points_back(clause: Clause) -> bool:
        """Whether it opens with its verb, or with "die" for what was named before."""
        pointing = clause.finite == 1 and clause.items[0].low in ("die", "dat", "deze")
        verb = clause.verb
        itself = verb is not None and verb.lemma == "zijn"  # "vrijdag is hij klaar": the list
        behind = clause.items[clause.finite + 1 : clause.finite + 2]
        dated = all(clause.fixed[: clause.finite]) and bool(behind)  # "half mei is dat klaar"
        back = ("dat", "dit", "die", *(("hij", "ze", "het") if itself else ()))
        return not clause.finite or pointing or (dated and behind[0].low in back)

    def _beside(self, clause: Clause) -> bool:
        """Whether a clause comes right behind the last promise, but for a tag between them."""
        last = self._found[-1] if self._found else None
        if last is None or last.day is not None:
            return False
        tags = sum(b - a + 2 for a, b in self._asides if last.end <= a and b <= clause.start)
        return clause.start - last.end - tags < _NEXT_TO

    def _is_done_then(self, clause: Clause, said: Predicate) -> bool:
        """ "Uiterlijk vrijdag is dat gebeurd": when the promise before is kept."""
        # "Jan gaat de keuken opmeten, heeft hij eind van de maand af"
        is_ready = (
            said.ready
            and self._index > 0
            and self._points_back(clause)
            and len(clause.items) <= _SHORT
        )
        # "Ik zou het nog nalopen, daar kom ik morgen aan toe"
        gets_to_it = said.name == "toekomen" and clause.items[0].low == "daar" and not said.past
        if is_ready or gets_to_it:
            last = self._found[-1] if self._found else None
            term, _ = self._pick([clause])
            close = last is not None and last.day is None and clause.start - last.end < _NEXT_TO
            if close and term is not None and term.day is not None:
                self._date_last(clause, term)
                return True
        if self._arrives(clause, said) or self._aims_at(clause, said):
            return True
        if said.name not in ("gebeuren", "doen", "regelen", "klaren", "lukken") or not clause.has(
            "dat", "dit"
        ):
            return False
        term, _ = self._pick([clause])
        last = self._found[-1] if self._found else None
        if last is None or last.day is not None or term is None or term.day is None:
            return False
        passive = said.perfect or said.passive or said.name in ("gebeuren", "lukken")
        if not passive or clause.start - last.end > 30:
            return False
        self._date_last(clause, term)
        return True

    def _arrives(self, clause: Clause, said: Predicate) -> bool:
        """ "Op 8 mei ligt die er", "dat gaat vrijdag de deur uit": what was promised before."""
        if (
            not self._beside(clause)
            or len(clause.items) > _SHORT
            or said.past
            or self._negated(clause)
        ):
            return False
        behind = clause.items[clause.finite + 1 : clause.finite + 2]
        dated = bool(behind) and clause.finite > 0 and all(clause.fixed[: clause.finite])
        points = (clause.finite == 1 and clause.items[0].low in _POINTS) or (
            bool(behind) and behind[0].low in _IT and all(clause.fixed[: clause.finite])
        )
        # "..., over drie weken ligt de brief op de mat"
        points = points or (dated and behind[0].low in ("de", "het") and clause.has(*_DELIVERED))
        verb = clause.verb
        moves = verb is not None and verb.lemma in _ARRIVES
        if not points or not moves or not clause.has(*_THERE, *_DELIVERED):
            return False
        term, _ = self._pick([clause])
        if term is None or term.day is None:
            return False
        self._date_last(clause, term)
        return True

    def _aims_at(self, clause: Clause, said: Predicate) -> bool:
        """ "..., streven is vrijdag", "De deadline is 1 mei.": when what was promised is due."""
        if not self._beside(clause) or said.lemma != "zijn" or said.past or clause.finite > 2:
            return False
        opens = {t.low for t in clause.items[: clause.finite]}
        term, _ = self._pick([clause])
        if not opens & _AIMS or term is None or term.day is None or self._negated(clause):
            return False
        self._date_last(clause, term)
        if opens & _HOPED_FOR:
            self._found[-1] = replace(self._found[-1], vague=True)
        return True

    @staticmethod
    def _handed_over(clause: Clause, subject: Subject, giver: Owner) -> bool:
        """ "Ik teken de volmacht en ge hebt ze vrijdag": the other one has what was promised."""
        behind = clause.items[clause.finite + 1 : clause.finite + 2]
        if subject.party is None or not behind or behind[0].low not in _IT:
            return False
        spoken = clause.items[0].low in ("hij", "zij", "ze")
        return clause.finite > 0 and (spoken or subject.party.owner is not giver)

    def _when_kept(self, clause: Clause, said: Predicate, subject: Subject) -> bool:
        """ "Krijgt ze uiterlijk dinsdag", "Moet half mei online": when it is kept; dates it."""
        if not self._beside(clause) or len(clause.items) > _SHORT or self._negated(clause):
            return False
        last = self._found[-1]
        party = subject.party
        opens = clause.items[0].low
        points = not clause.finite or (clause.finite == 1 and opens in ("dat", "die", "deze"))
        thing = any(t.low in ("hem", "het", "die", "dat", "ze", "'t") for t in clause.items)
        points = points or (all(clause.fixed[: clause.finite]) and thing)
        heard = [t.low for t in clause.items[1:2]]
        alone = heard == ["ik"] and all(clause.fixed[2:]) and last.owner is not Owner.ADVISER
        mine = opens == "heb" and heard not in (["je"], ["u"], ["jullie"]) and not alone
        other = party is not None and party.pronoun and party.owner is not last.owner
        gets = said.sort is Sort.RECEIVE or (said.lemma == "hebben" and not said.perfect)
        text = {t.low for t in clause.items}
        due = party is None and said.modal in _DUE and not said.modal_past and bool(text & _RESULTS)
        verb = clause.verb
        becomes = party is None and verb is not None and verb.lemma in _BECOMES
        fixed = [f for t, f in zip(clause.items, clause.fixed, strict=True) if t.is_word]
        due = due or (becomes and not clause.finite and not clause.coordinated and all(fixed[1:]))
        handed = gets and self._handed_over(clause, subject, last.owner)
        if (
            not (points or handed)
            or said.past
            or not (due or handed or (gets and other and not mine))
        ):
            return False
        term, _ = self._pick([clause])
        if term is None or term.day is None:
            return False
        self._date_last(clause, term)
        return True
