"""When a clause counts as a promise, whose it is, and what is noted of it."""

import re
from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.language import actions
from gesprekshulp.language.answers import Asked, says_no, says_yes
from gesprekshulp.language.clauses import Clause, Kind
from gesprekshulp.language.lexicon import (
    ALREADY,
    DETERMINERS,
    PREPOSITIONS,
    SPEECH_NOUNS,
    TOGETHER,
)
from gesprekshulp.language.note_text import NoteText
from gesprekshulp.language.parties import Owner, Parties, Party, Table
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.subjects import Subject, after_word
from gesprekshulp.language.suggestions import Suggestion
from gesprekshulp.language.terms import Term, TermKind
from gesprekshulp.language.verbs import Sort
from gesprekshulp.language.wordlists import words


@dataclass(frozen=True, slots=True)
class Governor:
    """The clause on which the next ones hang: what it does to them, and who its subject is."""

    sort: Sort
    party: Party | None
    firm: bool = True  # False when it happened before ("had beloofd") or is asked


_RESULT = frozenset(
    words(
        """
        uitwerken afronden invullen opstellen afmaken voltooien doorrekenen samenvatten
        klaarzetten klaarleggen afhandelen realiseren opleveren opschonen
        """
    )
)
_SELF_TERM = frozenset(("zorgen", "regelen", "toezien", "garanderen", "borgen", "bewaken"))
_MIDDLE = frozenset(
    words(
        """
        openen sluiten starten stoppen veranderen wijzigen draaien lopen beginnen dekken
        vervallen volgen verschijnen livegaan ingaan doorgaan uitgaan
        """
    )
)
_OPENS = frozenset(("dichtgaan", "opengaan", "sluiten", "openen"))
_GOES_ON = frozenset(
    words(
        """
        volgen bewaken monitoren begeleiden ondersteunen vertegenwoordigen onderhouden verhuren
        huren werken produceren begeleiden coachen trainen importeren exporteren verkopen fokken
        beheren runnen leiden
        """
    )
)
_BESIDE = frozenset(("naast", "achter", "op", "uit", "bij", "onder", "tegen", "na", "in", "door"))
_ANSWER = 400  # characters: an answer is short
_FARTHEST = 3 * 366  # days: what lies further ahead is a plan, not a promise


class PromiseRules(NoteText):
    """Keeps what a note has said so far and judges each clause against it."""

    def __init__(self, note: str, table: Table, today: date) -> None:
        super().__init__(note, today)
        self._parties = Parties(table)
        self._found: list[Suggestion] = []
        self._asked: Asked | None = None
        self._previous: Party | None = None  # subject of the clause before
        self._clause_party: Party | None = None  # the same, None when it was a thing
        self._inverted = False
        self._after: list[tuple[Party, Clause]] = []
        self._sentence_parts: list[Clause] = []
        self._index = 0  # of the clause within its sentence
        self._condition = ""

    def _counts(
        self, clause: Clause, said: Predicate, subject: Subject, *, reported: bool = False
    ) -> bool:
        """Whether a clause in the indicative binds its subject to something still to be done."""
        if said.past or self._habit(clause, said):
            return False
        if clause.has("hierbij", "bijgaand", "bijgevoegd") and self._pick([clause])[0] is None:
            return False  # done by saying it
        if any(t.low in SPEECH_NOUNS for t in clause.items) and said.name in (
            "terugkomen",
            "nakomen",
            "breken",
        ):
            return False
        term, event = self._pick([clause])
        dated = (
            term is not None and (term.day is not None or term.kind is TermKind.VAGUE)
        ) or event
        if self._only_past(clause) or (
            term is not None and term.day is not None and (term.day - self._today).days > _FARTHEST
        ):
            return False
        party = subject.party
        if party is None and self._leaves(clause, said):
            return bool(dated)
        if party is None and said.name == "volgen" and not said.modal and subject.noun:
            return bool(dated)  # "het verslag volgt maandag"
        if party is None:
            if (
                subject.noun is None
                or said.name in _MIDDLE
                or said.sort is not Sort.ACT
                or said.perfect
                or said.modal
            ):
                return False
            return term is not None and term.day is not None and subject.acts
        present = clause.has("aanwezig", "erbij") or (clause.has("er") and clause.has("bij"))
        if said.lemma == "zijn" and present and party.pronoun:
            return party.owner is self._parties.voice.me.owner and self._dated(clause)
        if (
            said.name in _OPENS
            and party.owner is Owner.THIRD
            and not _has_object(clause)
        ):
            return False  # "de winkel sluit op maandag"
        if (
            said.name in _GOES_ON
            and not dated
            and not said.modal
            and not self._condition
            and not party.pronoun
            and not clause.has("nog", "dit", "dat", "even", "zelf", "verder", "nader")
        ):
            return False  # what somebody does all the time
        if said.ready:
            return term is not None and term.day is not None and not clause.has(*ALREADY)
        if said.moved:
            return False
        if said.perfect:
            if term is None or term.day is None or clause.has(*ALREADY):
                return False
            return self._deadline(term) or (said.name in _RESULT and self._near(term))
        if said.modal:
            if said.modal in ("zullen", "gaan", "laten", "komen"):
                return said.sort is not Sort.STATE or said.name == "nadenken"
            return False
        if said.sort is Sort.TRY:
            return True
        if clause.has(*ALREADY) and not (term is not None and term.day is not None):
            return False
        if said.sort is Sort.MOVE:
            return bool(dated) or bool(said.particle) or self._condition == "event"
        if said.sort is Sort.ACT:
            if said.guessed:
                return bool(dated) or (party.owner is Owner.ADVISER and clause.has("nog"))
            return not self._states_custom(clause, said)
        return said.sort is Sort.STATE and reported and said.ready

    @staticmethod
    def _states_custom(clause: Clause, said: Predicate) -> bool:
        """Whether this is what somebody always does: "tekent alle contracten zelf"."""
        if said.name == "doen" and clause.has("administratie", "boekhouding", "was", "inkoop", "zorg"):
            return not any(clause.fixed)  # "zijn vrouw doet de administratie"
        return (
            clause.has("alle", "sinds", "zulke", "nooit", "vanaf")
            and said.particle == ""
            and not any(clause.fixed)
        )

    def _giver(
        self, clause: Clause, said: Predicate, party: Party | None, receiver: set[int]
    ) -> Subject | None:
        """Who gives, where the subject gets: "u ontvangt van ons", "u hoort vrijdag"."""
        voice = self._parties.voice
        expects = (
            said.sort is not Sort.RECEIVE
            and said.name == "verwachten"
            and said.modal in ("mogen", "kunnen")
        )
        has = (
            said.lemma == "hebben"
            and not said.perfect
            and party is not None
            and party.owner is voice.you.owner
            and party.pronoun
            and self._dated(clause)
        )
        if (
            not (said.sort is Sort.RECEIVE or expects or has)
            or party is None
            or said.past
            or said.perfect
        ):
            return None
        if said.modal and said.modal not in ("zullen", "gaan", "mogen", "kunnen"):
            return None
        if party.owner is voice.me.owner and clause.has("graag"):
            return None
        giver = after_word(clause, self._parties, ("van", "vanuit", "via"))
        if giver is not None and giver[0].owner is not party.owner:
            return Subject(giver[0], giver[1] | receiver)
        mine = (party.owner is Owner.CLIENT and voice is self._parties.writer) or (
            party.pronoun and party.owner is voice.you.owner
        )
        named = (party.pronoun and party.owner is voice.you.owner) or said.lemma in (
            "ontvangen",
            "horen",
            "vernemen",
        )
        dated = self._dated(clause) or clause.has("nog", "zsm", "spoedig", "snel", "binnenkort")
        if giver is None and mine and (named or has or expects) and dated:
            return Subject(voice.me, receiver)
        return None

    def _answer(self, clause: Clause) -> bool:
        """Whether this clause says yes or no to what was asked; a yes becomes a promise."""
        asked = self._asked
        if asked is None or clause in asked.parts:
            return False
        text = self._text(clause)[:_ANSWER].strip(" .,!;")
        if not says_yes(text):
            if says_no(text):
                self._asked = None
            return False
        term, event = self._pick([clause])
        if term is None and not event and clause in self._sentence_parts:
            term, event = self._pick(self._sentence_parts)  # "Doen we, zei ik, na het weekend"
        if term is None and not event:
            term, event = self._pick(asked.parts)
        owner, person = asked.owner, asked.person
        self._asked = None
        self._add(owner, person, [clause], asked.action, term, event, self._hedged([clause]))
        return True

    def _ask(
        self, party: Party | None, parts: list[Clause], infinitive: str, skipped: set[int]
    ) -> None:
        if party is not None:
            self._asked = Asked(
                party.owner, party.person, parts, actions.describe(parts, infinitive, skipped), 0
            )

    def _mention(self, party: Party | None) -> None:
        """Remembers whom "hij" and "zij" can point at from here on."""
        if party is None or party.pronoun or party.owner is Owner.BOTH:
            return
        if party.owner is not Owner.ADVISER or party.person not in (
            None,
            self._parties.writer.me.person,
        ):
            self._parties.last = party

    def _promise(
        self,
        clause: Clause,
        said: Predicate,
        subject: Subject,
        parts: list[Clause] | None = None,
        *,
        hedged: bool = False,
    ) -> None:
        parts = parts or [clause]
        following = self._sentence_parts[self._index + 1 : self._index + 3]
        if following and parts[-1] is clause:
            nxt = following[0]
            if nxt.kind is Kind.INF or (
                nxt.kind is Kind.SUB and said.name in _SELF_TERM and nxt.mark == "dat"
            ):
                parts = [*parts, nxt]
            elif (
                nxt.kind is Kind.SUB
                and said.lemma == "kijken"
                and not said.particle
                and nxt.mark in ("of", "wat", "hoe")
            ):
                parts, hedged = [*parts, nxt], True
        term, event = self._pick(
            parts if len(parts) > 1 and self._pick(parts[:1])[0] is None else parts[:1]
        )
        if (
            term is None
            and not event
            and said.name in ("doen", "regelen")
            and len(clause.items) <= 4
            and self._index
        ):
            term, event = self._pick(self._sentence_parts)
        party = subject.party
        assert party is not None
        if said.name == "volgen" and party.owner is Owner.THIRD and party.end == 0:
            before = self._found[-1] if self._index and self._found else None
            party = Party(before.owner, before.person) if before else self._parties.voice.me
        elif party.owner is Owner.THIRD and party.end == 0 and self._leaves(clause, said):
            party = self._parties.voice.me
        owner = self._shared(clause, party)
        hedged = hedged or self._hedged(parts) or self._condition == "hedge" or said.tries
        person = party.person if owner is party.owner else None
        if self._tells_when(clause, said, owner, term, event=event):
            return
        name = said.name
        if said.sort is Sort.RECEIVE:
            name = "laten horen" if said.lemma in ("horen", "vernemen") else "geven"
        action = self._action(clause, said, name, parts, subject.starts)
        if instalments := self._instalments(clause):
            for each in instalments:
                self._add(owner, person, parts, action, each, event, hedged)
            return
        self._add(owner, person, parts, action, term, event or self._condition == "event", hedged)

    @staticmethod
    def _leaves(clause: Clause, said: Predicate) -> bool:
        """ "De nieuwe versie gaat vrijdag de deur uit", "ligt vrijdag voor u klaar": we see to it."""
        words = {t.low for t in clause.items}
        verb = clause.verb
        lemma = verb.lemma if verb is not None else ""
        if said.past or said.modal_past:
            return False
        if lemma in ("gaan", "komen"):
            return {"deur", "uit"} <= words or {"kant", "op"} <= words or {"op", "post"} <= words
        return (
            lemma in ("liggen", "staan")
            and "klaar" in words
            and "voor" in words
            and bool(words & {"u", "jou", "je", "jullie"})
        )

    def _instalments(self, clause: Clause) -> list[Term]:
        """The days of "betaalt in drie delen: het eerste maandag, het tweede 15 december"."""
        colon = self._lower.find(":", clause.start, clause.end)
        if colon < 0:
            return []
        days = [t for t in self._terms_in([clause]) if t.kind is TermKind.DAY and t.start > colon]
        if len(days) < 2:
            return []
        gaps = [
            self._lower[a.end : b.start] for a, b in zip(days, days[1:], strict=False)
        ]
        listed = all(re.match(r"\s*(?:,|en\b)\s*(?:en\s+)?\w+", gap) for gap in gaps)
        return days if listed and not any("uiterlijk" in gap for gap in gaps) else []

    def _tells_when(
        self, clause: Clause, said: Predicate, owner: Owner, term: Term | None, *, event: bool
    ) -> bool:
        """Whether this says when the promise before is kept: "Dat doe ik uiterlijk vrijdag"."""
        if said.name not in ("doen", "gebeuren") or not self._found or term is None:
            return False
        last = self._found[-1]
        if last.owner is not owner or last.day is not None or clause.start - last.end > 8:
            return False
        if not clause.has("dat", "dit", "zulks") or len(clause.items) > 12 or event:
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

    def _action(
        self, clause: Clause, said: Predicate, name: str, parts: list[Clause], starts: set[int]
    ) -> str:
        """What is done; for "belooft om ..." and "zorgt dat ..." that is in the next clause."""
        last = parts[-1]
        events = [t for t in self._terms_in(parts) if t.kind is TermKind.EVENT]
        starts = starts | {
            token.start
            for t in events
            for part in parts
            for token in part.items
            if t.start <= token.start < t.end
        }
        if last is not clause and last.kind is Kind.INF:
            inner = predicate(last)
            return actions.describe([last], inner.inner_name or name, verb_starts(last))
        if last is not clause and said.name in _SELF_TERM:
            return f"{name} dat " + actions.describe([last], "", set(), whole=True)
        action = actions.describe(parts, name, starts | verb_starts(clause))
        if action == "doen" and self._index:
            before = self._sentence_parts[self._index - 1]
            action = actions.describe([before], "", verb_starts(before)) or action
        return action

    def _shared(self, clause: Clause, party: Party) -> Owner:
        """ "Samen", "met elkaar": both sides, unless it is with a colleague or an outsider."""
        if party.owner is Owner.BOTH or not _jointly(clause):
            return party.owner
        others = [
            p
            for word in ("met",)
            if (found := after_word(clause, self._parties, (word,))) is not None
            for p in (found[0],)
        ]
        if others and others[0].owner is not party.owner:
            sides = {others[0].owner, party.owner}
            return Owner.BOTH if sides == {Owner.ADVISER, Owner.CLIENT} else party.owner
        if others and not others[0].pronoun:
            return party.owner
        if party.pronoun and party.plural and party.owner is Owner.ADVISER:
            return Owner.BOTH  # "wij zitten samen", "wij treffen elkaar"
        if party.owner is Owner.ADVISER and clause.has("elkaar"):
            return Owner.BOTH
        return party.owner

    def _add(
        self,
        owner: Owner,
        person: str | None,
        parts: list[Clause],
        action: str,
        term: Term | None,
        event: bool,
        hedged: bool,
    ) -> None:
        day = term.day if term is not None and term.kind is TermKind.DAY else None
        vague = hedged or (day is None and not event)
        missing = tuple(
            word
            for word, lacks in (
                ("wie", person is None and owner is not Owner.BOTH),
                ("wat", not action),
                ("wanneer", day is None and not event),
            )
            if lacks
        )
        end = max(t.end for p in parts for t in p.items)
        self._found.append(
            Suggestion(
                owner, person, action, term, day, vague, min(p.start for p in parts), end, missing
            )
        )


def _has_object(clause: Clause) -> bool:
    """Whether a determiner stands after the verb outside a prepositional phrase."""
    items = clause.items
    return any(
        items[i].low in DETERMINERS
        and not clause.fixed[i]
        and items[i - 1].low not in PREPOSITIONS
        for i in range(clause.finite + 1, len(items))
    )


def _jointly(clause: Clause) -> bool:
    """Whether the clause says "samen" or "elkaar", other than in "naast elkaar zetten"."""
    items = clause.items
    if clause.has("z'n", "zijn") and clause.has("tweeën", "drieën", "vieren", "allen", "vijven"):
        return True  # "met z'n drieën"
    if clause.has("tafel") and clause.has("om") and clause.has("zitten"):
        return True
    return any(
        t.low in TOGETHER and (t.low != "elkaar" or not i or items[i - 1].low not in _BESIDE)
        for i, t in enumerate(items)
    )


def verb_starts(clause: Clause) -> set[int]:
    """Where the words of the verb stand, so that the action does not repeat them."""
    said = predicate(clause)
    return {clause.items[i].start for i in said.places}
