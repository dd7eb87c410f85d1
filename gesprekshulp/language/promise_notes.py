"""Keeps what a note has said so far, and notes each promise with its term and its action."""

from datetime import date

from gesprekshulp.language import actions
from gesprekshulp.language.answers import Asked
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.clauses import clauses
from gesprekshulp.language.lexicon import DETERMINERS, FILLERS, PREPOSITIONS, TOGETHER
from gesprekshulp.language.note_text import AFTERWARDS
from gesprekshulp.language.parties import Owner, Parties, Party, Table
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.promise_echoes import (
    FOR_IT,
    NEXT_TO,
    OPENS_THING,
    SAID_BEFORE,
    PromiseEchoes,
)
from gesprekshulp.language.subjects import Subject, after_word, subject_of
from gesprekshulp.language.suggestions import Suggestion
from gesprekshulp.language.terms import Term, TermKind
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verb_lists import PARTICLES
from gesprekshulp.language.verbs import Sort

_AS_OFFICE = pattern(r"\b(?:wij|we) als (?:kantoor|bureau|adviseurs|team|organisatie)\b")
_SELF_TERM = frozenset(("zorgen", "regelen", "toezien", "garanderen", "borgen", "bewaken"))

_VOUCHES = frozenset(("doen", "regelen", "garanderen", "beloven", "toezeggen"))
_NEARBY = 12  # clauses
_TAKES_UP = 3  # words of "Zoek ik uit"
_MAKES_IT = frozenset(("halen", "redden", "waarmaken"))
_THEM = frozenset(("ze", "die", "deze", "hen"))
_BESIDE = frozenset(
    ("voor", "naast", "achter", "op", "uit", "bij", "onder", "tegen", "na", "in", "door")
)


class PromiseNotes(PromiseEchoes):
    """What a note has said so far; `_found` holds its promises."""

    def __init__(self, note: str, table: Table, today: date) -> None:
        people = (*table.advisers, *table.clients, *table.away)
        super().__init__(note, today, frozenset(n.split()[0].lower() for n in people if n.split()))
        self._parties = Parties(table)
        self._found: list[Suggestion] = []
        self._asked: Asked | None = None
        self._previous: Party | None = None  # subject of the clause before
        self._clause_party: Party | None = None  # the same, None when it was a thing
        self._inverted = False
        self._after: list[tuple[Party, Clause]] = []
        self._sentence_parts: list[Clause] = []
        self._given: Party | None = None  # who gets what the last main clause gives
        self._sub_party: Party | None = None  # subject of the last subordinate clause
        self._before: Clause | None = None  # the last main clause
        self._index = 0  # of the clause within its sentence
        self._condition = ""
        self._when: Clause | None = None  # "wanneer hij komt", asked and not answered yet
        self._said_before: list[Token] = []  # the sentence before, where it stands on the same line
        self._agreed = False  # below "Afgesproken:"
        self._handed = 0  # promises so far, when the last says what somebody gets
        self._reported = False  # somebody is named who says the present sentence
        self._teller: Party | None = None
        self._said_yes: int | None = None  # promises before a quote that only says yes

    def _ask(
        self, party: Party | None, parts: list[Clause], infinitive: str, skipped: set[int]
    ) -> None:
        if party is not None:
            self._asked = asked = Asked(
                party.owner, party.person, parts, actions.describe(parts, infinitive, skipped), 0
            )
            if self._said_yes is not None:
                self._was_answered(asked, self._said_yes)

    def _ask_anybody(self, clause: Clause, said: Predicate, subject: Subject) -> None:
        """ "Gevraagd of de keet vrijdag geplaatst kan worden": who says yes sees to it."""
        action = actions.describe([clause], said.name, subject.starts | verb_starts(clause))
        self._asked = Asked(Owner.THIRD, None, [clause], action, 0, anybody=True)

    def _was_answered(self, asked: Asked, before: int) -> None:
        """ "'Doe ik', zei Els toen ik vroeg of ze vrijdag belt": the answer stands in front."""
        said = self._found[before:]
        if any(f.owner is not asked.owner or f.day is not None for f in said):
            return
        del self._found[before:]
        self._asked = self._said_yes = None
        term, event = self._pick(asked.parts)
        hedged = self._hedged(asked.parts)
        self._add(asked.owner, asked.person, asked.parts, asked.action, term, event, hedged)

    def _mention(self, party: Party | None) -> None:
        """Remembers whom "hij" and "zij" can point at from here on."""
        if party is None or party.pronoun or party.owner is Owner.BOTH:
            return
        if party.owner is not Owner.ADVISER or party.person is not None:
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
                nxt.kind is Kind.SUB
                and nxt.mark == "dat"
                and (said.name in _SELF_TERM or clause.items[-1].low in ("zó", "zo", "zodanig"))
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
            and (said.name in _VOUCHES or (said.name == "zorgen" and clause.has(*FOR_IT)))
            and len(clause.items) <= 4
            and not any(
                t.low in OPENS_THING and t.start not in subject.starts for t in clause.items
            )
            and self._index
            and self._condition != "event"
        ):
            term, event = self._pick(self._beside_it())
        makes_it = said.name in _MAKES_IT and clause.has("dat", "die")  # "dat haalt ze"
        if term is None and not event and self._index and makes_it:
            term, event = self._pick(self._sentence_parts[: self._index])
        if term is None and not event and clause.coordinated and self._index:
            term, event = self._fronted_term(clause)
        if term is None and self._condition == "event":
            term = self._time_asked()
        elif term is None and not event:
            term = self._then(clause)
        event = event or AFTERWARDS.search(self._text(clause)) is not None
        event = event or self._after_another(clause, subject)
        if term is None and not event and self._takes_up(clause, said, subject):
            said_before = clauses(self._said_before, self._fixed)
            term, event = self._pick(said_before) if said_before else (None, False)
        party = subject.party
        assert party is not None
        arrives = said.name == "volgen" or (
            said.name in ("zijn", "liggen") and clause.has("er") and self._teller is None
        )
        if arrives and party.owner is Owner.THIRD and party.end == 0:
            before = self._found[-1] if self._found else None
            if before is not None and not self._index and clause.start - before.end > NEXT_TO:
                before = None
            party = Party(before.owner, before.person) if before else self._parties.voice.me
        elif party.owner is Owner.THIRD and party.end == 0 and self._leaves(clause, said):
            party = self._teller or self._announcer() or self._parties.voice.me
        owner = self._shared(clause, party)
        if owner is party.owner and parts[-1].kind is Kind.INF and said.name == "afspreken":
            owner = self._shared(parts[-1], party)  # "afgesproken om samen met Els ..."
        hedged = hedged or self._hedged(parts) or self._condition == "hedge" or said.tries
        person = party.person if owner is party.owner else None
        if self._tells_when(clause, said, owner, term, event=event):
            return
        if self._says_who(clause, said, owner) or self._sends_it(clause, said, owner, term):
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
        if said.sort is Sort.RECEIVE:
            self._handed = len(self._found)

    def _beside_it(self) -> list[Clause]:
        """The clauses of the sentence, those nearby when there is no end to it."""
        first = max(0, self._index - _NEARBY)
        return self._sentence_parts[first : self._index + _NEARBY]

    def _announcer(self) -> Party | None:
        """Who "De notaris bevestigt: het concept komt onze kant op" is said by."""
        before = self._sentence_parts[self._index - 1] if self._index else None
        if before is None or before.kind is not Kind.MAIN or not self._opens_colon(before):
            return None
        told = predicate(before).governs in (Sort.SAY, Sort.PROMISE)
        return subject_of(before, self._parties, None).party if told else None

    def _takes_up(self, clause: Clause, said: Predicate, subject: Subject) -> bool:
        """ "De aangifte moet voor 1 juni weg. Regel ik.": what was just said to be due."""
        if self._index or not self._said_before or len(self._sentence_parts) > 1:
            return False
        points = clause.finite == 1 and clause.items[0].low in ("dat", "daar", "die")
        short = len(clause.items) <= _TAKES_UP + points and (points or clause.finite == 0)
        known = {t.start for i, t in enumerate(clause.items) if i in said.places} | subject.starts
        rest = {t.low for t in clause.items if t.start not in known}
        if not short and not (rest & SAID_BEFORE and rest <= SAID_BEFORE | PARTICLES | {"zorg"}):
            return False  # "Els regelt dat.", "Bob draagt daar zorg voor."
        last = self._found[-1] if self._found else None
        return last is None or last.end <= self._said_before[0].start

    def _after_another(self, clause: Clause, subject: Subject) -> bool:
        """ "Jan laat die maken, wij dienen hem daarna in": after what the other does."""
        last = self._found[-1] if self._found else None
        if last is None or not clause.has("daarna") or clause.coordinated or not clause.finite:
            return False
        if not self._index and not 0 < clause.start - last.end < NEXT_TO:
            return False  # "...; ik controleer daarna de registratie"
        party = subject.party
        return party is not None and party.owner is not last.owner

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
        if action == name and (asked := self._asked_after(last)) is not None:
            action = f"{name} {actions.question(asked)}"
        return action

    def _asked_after(self, clause: Clause) -> Clause | None:
        """The question that "uitzoeken" or "navragen" is about, which is a clause of its own."""
        following = next((one for one in self._sentence_parts if one.start >= clause.end), None)
        if following is None or following.mark not in actions.ASKS:
            return None
        return following

    def _shared(self, clause: Clause, party: Party) -> Owner:
        """ "Samen", "met elkaar": both sides, unless it is with a colleague or an outsider."""
        if party.owner is Owner.BOTH or not _jointly(clause):
            return party.owner
        if _AS_OFFICE.search(self._lower, clause.start, clause.end):
            return party.owner  # "Wij als kantoor nemen met elkaar ..."
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


def _of_things(items: list[Token], i: int) -> bool:
    """Whether "beide" counts things: "rekenen beide varianten door"."""
    after = items[i + 1] if i + 1 < len(items) else None
    if items[i].low != "beide" or after is None or not after.is_word or not i:
        return False
    closed = PREPOSITIONS | FILLERS | DETERMINERS
    return after.low not in closed and not after.low.endswith(("partijen", "kanten", "zijden"))


def _jointly(clause: Clause) -> bool:
    """Whether the clause says "samen" or "elkaar", other than in "naast elkaar zetten"."""
    items = clause.items
    verb = clause.verb
    splits = verb is not None and verb.lemma in ("stellen", "vatten", "voegen")
    if splits and items[-1].low == "samen":
        return False  # "stellen een draaiboek samen"
    if clause.has("z'n", "zijn") and clause.has("tweeën", "drieën", "vieren", "allen", "vijven"):
        return True  # "met z'n drieën"
    if clause.has("tafel") and clause.has("om") and clause.has("zitten"):
        return True
    each = {t.low for i, t in enumerate(items) if i and items[i - 1].low in _THEM}
    if each & {"beide", "beiden", "allebei"}:
        return False  # "legt ze beide voor"
    return any(
        t.low in TOGETHER
        and not _of_things(items, i)
        and (t.low != "elkaar" or not i or items[i - 1].low not in _BESIDE)
        for i, t in enumerate(items)
    )


def verb_starts(clause: Clause) -> set[int]:
    """Where the words of the verb stand, so that the action does not repeat them."""
    said = predicate(clause)
    return {clause.items[i].start for i in said.places}
