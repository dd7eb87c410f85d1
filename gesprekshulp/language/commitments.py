"""Promises in a Dutch note: who binds themselves to what, by when, and how firmly.

The reading is grammatical: sentences are cut into clauses, a clause has a verb in a tense and a
subject who acts, and the clause that governs it says whether what follows is promised, reported,
asked or merely wished.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from gesprekshulp.language import actions, labels, verbs
from gesprekshulp.language.clauses import Clause, Kind, clauses
from gesprekshulp.language.lexicon import (
    ALREADY,
    EVENT_MARKS,
    FILLERS,
    HABIT_PHRASES,
    HABITS,
    HEDGE_PHRASES,
    HEDGES,
    HYPOTHETICAL,
    HYPOTHETICAL_PHRASES,
    NEGATIONS,
    SPEECH_NOUNS,
    TOGETHER,
)
from gesprekshulp.language.parties import Owner, Parties, Party, Table, Voice
from gesprekshulp.language.predicates import Predicate, predicate
from gesprekshulp.language.quotes import passages, trailing_speaker
from gesprekshulp.language.subjects import Subject, after_word, subject_of
from gesprekshulp.language.terms import Term, TermKind, find_terms
from gesprekshulp.language.text_units import Token, has_letters, sentences, tokens
from gesprekshulp.language.vague import find_vague
from gesprekshulp.language.verbs import Form, Sort

__all__ = ["Owner", "Suggestion", "Table", "find_commitments", "find_vague"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A promise found in a note, for the user to take or refuse.

    `start` and `end` are its place in the note; `missing` says what keeps it vague, of "wie",
    "wat" and "wanneer".
    """

    owner: Owner
    person: str | None
    action: str
    term: Term | None
    day: date | None
    vague: bool
    start: int
    end: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request that somebody may still say yes to."""

    owner: Owner
    person: str | None
    parts: list[Clause]
    action: str
    age: int


@dataclass(frozen=True, slots=True)
class _Governor:
    """The clause on which the next ones hang: what it does to them, and who its subject is."""

    sort: Sort
    party: Party | None
    firm: bool = True  # False when it happened before ("had beloofd") or is asked


def find_commitments(note: str, table: Table, today: date) -> tuple[Suggestion, ...]:
    """The promises in a note, in reading order. Never raises, and takes time linear in its length."""
    if not has_letters(note):
        return ()
    return _Reader(note, table, today).read()


def _phrases(*groups: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for g in groups for p in g) + r")\b")


_HEDGED = _phrases(HEDGE_PHRASES)
_HABITUAL = _phrases(HABIT_PHRASES)
_EVERY = re.compile(
    r"\b(?:elke?|iedere?)\s+(?:\w+\s+)?(?:dag|week|maand|kwartaal|jaar|nacht|ochtend|avond|keer|maan\w*|dins\w*|woens\w*|donder\w*|vrij\w*|zater\w*|zon\w*|zomer|winter|voorjaar|najaar)\b"
)
_IMAGINED = _phrases(HYPOTHETICAL_PHRASES)
_EVENT = re.compile(
    r"\b(?:na|voor|vóór|bij|tijdens|direct na|meteen na|voorafgaand aan|vooraf aan)\s+(?:(?:de|het|een|ons|onze|uw|zijn|haar|hun|dit|deze|volgende|eerstvolgende|\w+e)\s+){0,3}"
    r"(?:\w*(?:overleg|vergadering|gesprek|afspraak|bespreking|akkoord|ondertekening|ontvangst|oplevering|goedkeuring|bezoek|sessie|training|controle|evaluatie|overdracht|betaling|opdracht|levering|keuring|bijeenkomst|presentatie|instemming|toestemming|besluit|review|call|meeting|inspectie|passeren))\b"
)
_YES = re.compile(
    r"^(?:ja|jazeker|zeker|prima|akkoord|oké|ok|goed|uiteraard|natuurlijk|graag|afgesproken|doen)[\s,.!]*$"
    r"|^(?:ja|jazeker|prima|akkoord|oké|ok|goed|uiteraard|natuurlijk|zeker)\b.*\b(?:do\w+|lukt|regel\w*|zal|ga\w*|zeg\w*|kan|beloof\w*|graag|pak\w*|neem|in orde)\b"
    r"|\bkom(?:t|en)\b.*\b(?:in orde|goed|voor elkaar|voor de bakker)\b"
    r"|\b(?:doe|doet|doen)\s+(?:ik|we|wij|hij|zij|ze|\w+)\b"
    r"|\b(?:dat|daar|daarmee|hiermee|ermee|daarop|hem|haar|dit)\b.*\b(?:doe|doet|doen|lukt|lukte|toegezegd|beloofd|akkoord|toe|prima|goed|ja|bevestigd|oppakken|regelt|regel|zorgen|ingestemd|in)\b"
    r"|\bstem(?:de|t|den|men)\b.*\b(?:in|toe)\b|\bging(?:en)?\b.*\b(?:op in|akkoord)\b|\bakkoord\b"
    r"|\bzeg(?:t|de|den)?\b.*\b(?:toe|ja)\b|\b(?:toegezegd|toegestemd|ingestemd)\b|\bja\b.*\bgezegd\b|\bgeen probleem\b"
    r"|\bis (?:goed|akkoord|prima)\b|\bneem (?:ik|we|wij)\b.*\b(?:mee|op)\b|\bbeloof(?:de|t)?\b|\b(?:zei|zeg|zegt|knikte)\b.*\bja\b|^ja,? dat\b"
)  # fmt: skip
_NO = re.compile(
    r"\b(?:niet|geen|nooit|eerst|open|later|misschien|twijfel\w*|nadenken|wist|weet|maar|wilde|antwoord|afwachten|overwegen)\b"
)
_NEARLY_NEGATION = re.compile(
    r"\bniet (?:later|alleen|zozeer|langer) dan\b|\bniet alleen\b|\bniet te vergeten\b|\bgeen probleem\b|\bof niet\b|\bniet \w+ maar\b|^niet \w+ maar\b"
)
_DEADLINE = re.compile(
    r"^(?:uiterlijk|voor|vóór|binnen|per|tegen|eind|begin|half|halverwege|medio|komende|volgende|aanstaande|over|morgen|overmorgen|straks|de komende|nog|deze|dit|ultimo|a\.s)\b|\bover (?:een|twee|drie|vier) we"
)
_RESULT = frozenset(
    "uitwerken afronden invullen opstellen afmaken voltooien doorrekenen samenvatten klaarzetten klaarleggen afhandelen realiseren opleveren opschonen".split()
)
_READY = frozenset(("klaar", "gereed", "af", "rond", "compleet", "beschikbaar", "paraat"))
_CERTAIN_PROMISE = frozenset(("beloven", "garanderen", "toezeggen", "waarborgen", "zweren"))
_SELF_TERM = frozenset(("zorgen", "regelen", "toezien", "garanderen", "borgen", "bewaken"))
_MIDDLE = frozenset(
    "openen sluiten starten stoppen veranderen wijzigen draaien lopen beginnen dekken vervallen".split()
)
_ALSO_ACTS = frozenset(
    "informeren bespreken adviseren waarschuwen bevelen melden berichten mailen appen bellen schrijven noemen antwoorden toelichten roepen leggen raden".split()
)
_BESIDE = frozenset(("naast", "achter", "op", "uit", "bij", "onder", "tegen", "na", "in", "door"))
_FARTHEST = 3 * 366  # days: what lies further ahead is a plan, not a promise


class _Reader:
    """Reads one note; keeps who was spoken of and what was asked."""

    def __init__(self, note: str, table: Table, today: date) -> None:
        self._note = note
        self._lower = note.lower() if len(note.lower()) == len(note) else note
        self._today = today
        self._parties = Parties(table)
        self._terms = find_terms(note, today)
        self._fixed = [(t.start, t.end) for t in self._terms if _is_fixed(t)]
        self._term_at = 0
        self._found: list[Suggestion] = []
        self._asked: _Asked | None = None
        self._section: labels.Label | None = None
        self._previous: Party | None = None
        self._inverted = False
        self._after: list[tuple[Party, Clause]] = []

    def read(self) -> tuple[Suggestion, ...]:
        parties = self._parties
        for passage in passages(tokens(self._note), parties):
            speaker = passage.speaker
            if passage.quoted:
                parties.voice = _voice_of(speaker or parties.last, parties)
            else:
                parties.voice = parties.writer
            for sentence in sentences(passage.items):
                self._sentence(sentence)
            if passage.quoted:
                parties.voice = parties.writer
                if speaker is not None and speaker.owner is not Owner.ADVISER:
                    parties.last = speaker
        return tuple(self._found)

    # -- sentences ---------------------------------------------------------------------------

    def _sentence(self, items: list[Token]) -> None:
        label = labels.label(items, self._parties)
        if label is not None:
            self._labelled(label)
            return
        if self._section is not None:
            section = self._section
            if items[0].start and "\n" in self._note[max(0, items[0].start - 6) : items[0].start]:
                if section.blocked:
                    return
                if section.party is not None:
                    self._labelled(labels.Label(section.party, False, True, items))
                    return
            else:
                self._section = None
        self._plain(items)

    def _labelled(self, label: labels.Label) -> None:
        rest = label.rest
        if not rest:
            self._section = label if label.party is not None or label.blocked else None
            return
        if label.blocked:
            self._section = None
            if label.party is not None:
                parts = clauses(rest, self._fixed)
                if parts:
                    action = actions.describe(parts, "", set(), whole=True)
                    self._asked = _Asked(label.party.owner, label.party.person, parts, action, 0)
            return
        if label.party is None:
            self._sentence(rest) if label.action is False else self._plain(rest)
            return
        parties = self._parties
        saved = parties.voice
        parties.voice = _voice_of(label.party, parties)
        speaks = any(t.low in ("ik", "wij", "we", "mijn", "ons", "u", "jullie") for t in rest)
        if speaks:
            self._plain(rest)
        else:
            self._telegram(rest, label.party, certain=label.action)
        parties.voice = saved
        if label.party.owner is not Owner.ADVISER:
            parties.last = label.party

    def _telegram(self, rest: list[Token], party: Party, *, certain: bool) -> None:
        """A line "Steven: offerte nasturen, vr": one promise for each infinitive."""
        groups: list[list[Clause]] = []
        for clause in clauses(rest, self._fixed):
            subject = subject_of(clause, self._parties, None) if clause.kind is Kind.MAIN else None
            if (
                clause.kind is Kind.MAIN
                and subject is not None
                and subject.party is not None
                and clause.finite > 0
            ):
                self._plain(rest)
                return
            if self._asked is not None and self._answer(clause):
                return
            if self._negated(clause):
                continue
            verbal = clause.kind is Kind.MAIN or any(
                v is not None and v.form & Form.PLURAL and not f and t.low not in verbs.NOUN_LIKE
                for t, v, f in zip(clause.items, clause.read, clause.fixed, strict=True)
            )
            if verbal or not groups:
                groups.append([clause])
            else:
                groups[-1].append(clause)
        for parts in groups:
            term, event = self._pick(parts)
            clause = parts[0]
            infinitive = any(v is not None and v.form & Form.PLURAL for c in parts for v in c.read)
            acts = (
                infinitive
                or clause.kind is Kind.MAIN
                and predicate(clause).sort in (Sort.ACT, Sort.MOVE)
            )
            done = clause.kind is Kind.MAIN and predicate(clause).past
            if done or clause.kind is Kind.MAIN and not acts:
                continue
            if (
                acts
                or certain
                or (term is not None and term.day is not None and clause.kind is Kind.FRAGMENT)
            ):
                name = predicate(clause).name if clause.kind is Kind.MAIN else ""
                skipped = _verb_starts(clause) if name else set[int]()
                self._add(
                    party.owner,
                    party.person,
                    parts,
                    actions.describe(parts, name, skipped, whole=not name),
                    term,
                    event,
                    self._hedged(parts),
                )

    def _plain(self, items: list[Token]) -> None:
        parties = self._parties
        question = items[-1].low == "?"
        start, end = items[0].start, items[-1].end
        text = self._lower[start:end]
        imagined = _IMAGINED.search(text) is not None or any(
            t.low in HYPOTHETICAL for t in items[:3]
        )
        saved = parties.voice
        speaker = trailing_speaker(items, parties)
        if speaker is not None:
            parties.voice = _voice_of(speaker, parties)
        parts = clauses(items, self._fixed)
        if not parts:
            return
        before = len(self._found)
        if not imagined:
            self._walk(parts, question=question)
        if self._asked is not None:
            asked = self._asked
            age = asked.age + 1
            self._asked = (
                None
                if age > 3
                else _Asked(asked.owner, asked.person, asked.parts, asked.action, age)
            )
        parties.voice = saved
        del before

    def _walk(self, parts: list[Clause], *, question: bool) -> None:
        governor: _Governor | None = None
        conditions = self._conditions(parts)
        for i, clause in enumerate(parts):
            self._index, self._sentence_parts, self._condition = i, parts, conditions[i]
            if self._asked is not None and not question and self._answer(clause):
                governor = None
                continue
            if clause.kind is Kind.MAIN:
                governor = self._main(clause, question=question)
                self._finish()
            elif clause.kind is Kind.SUB:
                self._sub(clause, governor, question=question)
            elif clause.kind is Kind.FRAGMENT:
                governor = self._fragment(clause) or governor

    def _finish(self) -> None:
        """Adds the second act of a clause, after the first."""
        for party, tail in self._after:
            term, event = self._pick([tail])
            if term is None and not event:
                term, event = self._pick([self._sentence_parts[self._index]])
            action = actions.describe([tail], "", set(), whole=True)
            self._add(party.owner, party.person, [tail], action, term, event, self._hedged([tail]))
        self._after.clear()

    def _conditions(self, parts: list[Clause]) -> list[str]:
        """For each clause "event", "imagined" or "hedge" when a condition stands beside it."""
        out = [""] * len(parts)
        for i, clause in enumerate(parts):
            if clause.kind is not Kind.SUB or clause.mark not in EVENT_MARKS:
                continue
            text = self._text(clause)
            verb = clause.verb
            sort = "event"
            if verb is not None and verb.lemma == "zullen" and verb.form & Form.PAST:
                sort = "imagined"
            elif _HEDGED.search(text):
                sort = "hedge"
            elif clause.mark in ("tenzij", "tot", "zolang"):
                sort = "event" if clause.mark == "tot" else ""
            if (
                i
                and parts[i - 1].kind is not Kind.FRAGMENT
                and not (parts[i - 1].kind is Kind.SUB and parts[i - 1].mark in EVENT_MARKS)
            ):
                k = i - 1
                while k > 0 and parts[k].kind is Kind.INF:
                    k -= 1
                out[k] = out[k] or sort
            else:
                for k in range(i + 1, len(parts)):
                    if parts[k].kind is Kind.MAIN:
                        out[k] = out[k] or sort
                    elif parts[k].kind is Kind.SUB and parts[k].mark not in EVENT_MARKS:
                        break
        return out

    # -- requests ----------------------------------------------------------------------------

    def _answer(self, clause: Clause) -> bool:
        """Whether this clause says yes or no to what was asked; a yes becomes a promise."""
        asked = self._asked
        if asked is None or clause in asked.parts:
            return False
        text = self._text(clause).strip(" .,!;")
        if _YES.search(text) is None or _NO.search(text) and not re.search(r"geen probleem", text):
            if _NO.search(text):
                self._asked = None
            return False
        term, event = self._pick([clause])
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
            self._asked = _Asked(
                party.owner, party.person, parts, actions.describe(parts, infinitive, skipped), 0
            )

    # -- clauses -----------------------------------------------------------------------------

    def _main(self, clause: Clause, *, question: bool) -> _Governor | None:
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
        if party is None and subject.implied:
            if (
                verb.form & Form.STEM
                and not verb.form & Form.THIRD
                or verb.lemma in ("zullen", "hebben")
                and clause.finite == 0
                and verb.form & Form.STEM
            ):
                party = parties.voice.me
            elif (
                clause.finite == 0
                and verb.form & Form.STEM
                and verb.form & Form.THIRD
                and self._index == 0
            ):
                party = parties.voice.me
            else:
                party = self._previous or parties.last
            subject = Subject(party, subject.starts, implied=True)
        self._mention(party)
        if party is not None:
            self._previous = party
        acting = verbs.sort(verb.lemma, verb.particle) not in (Sort.AUX, Sort.MODAL, Sort.STATE)
        if party is None and subject.noun and verb.form == Form.PLURAL and acting:
            # "prijzen mailen voor het weekend": a telegram line, not "prices mail"
            return self._fragment(replace(clause, kind=Kind.FRAGMENT, finite=-1))
        if said.modal in ("zullen", "gaan") and not question:
            clause = self._second_infinitive(clause, said, party)
            said = predicate(clause)
        governs = said.governs
        if governs is not None:
            return self._speech(clause, said, subject, governs, question=question)
        negated = self._negated(clause)
        if question:
            if party is not None and (
                said.modal in ("kunnen", "willen", "zullen", "mogen")
                or said.sort in (Sort.ACT, Sort.MOVE)
            ):
                self._ask(party, [clause], said.name, subject.starts | _verb_starts(clause))
            return None
        if negated or self._condition == "imagined" or said.modal_past:
            return _Governor(Sort.ADVISE, party, firm=False)
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
                Subject(party, subject.starts) if party else self._unknown(clause, subject),
            )
        if said.lemma == "kijken" and not said.particle:
            return None
        return _Governor(Sort.STATE, party)

    def _second_infinitive(self, clause: Clause, said: Predicate, party: Party | None) -> Clause:
        """"Ik zal het uitzoeken en je vrijdag bellen": takes the second act apart and returns the first."""
        items, read = clause.items, clause.read
        for j in range(clause.finite + 2, len(items) - 1):
            before = read[j - 1]
            if items[j].low not in ("en", "&") or before is None or not before.form & Form.PLURAL:
                continue
            inner = [v for v in read[j + 1 :] if v is not None and v.form & Form.PLURAL]
            if not inner or items[j - 1].low in verbs.NOUN_LIKE:
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

    def _unknown(self, clause: Clause, subject: Subject) -> Subject:
        return Subject(Party(Owner.THIRD, subject.noun), subject.starts)

    def _speech(
        self, clause: Clause, said: Predicate, subject: Subject, governs: Sort, *, question: bool
    ) -> _Governor | None:
        """A clause that promises, reports, asks or wishes; what hangs on it follows."""
        parts = self._sentence_parts
        party = subject.party
        following = parts[self._index + 1] if self._index + 1 < len(parts) else None
        inner = said.to_infinitive
        complement = inner is not None or (
            following is not None
            and (
                following.kind is Kind.INF
                or following.kind is Kind.SUB
                and following.mark
                in ("dat", "of", "om", "wat", "wie", "wanneer", "hoe", "waarom", "welke")
            )
        )
        negated = self._negated(clause)
        pluperfect = said.pluperfect or said.modal_past
        if (
            not complement
            and governs in (Sort.ASK, Sort.ADVISE, Sort.SAY)
            and said.lemma in _ALSO_ACTS
            and not question
        ):
            if not (negated or pluperfect or said.past) and self._counts(clause, said, subject):
                self._promise(clause, said, subject)
            return _Governor(Sort.STATE, party)
        firm = not (negated or question or pluperfect or self._habit(clause, said, speech=True))
        if governs is Sort.PROMISE:
            if not complement:
                plain = self._plain_promise(clause, said, subject)
                if plain and firm and not said.past:
                    self._promise(clause, said, subject)
                return _Governor(Sort.PROMISE, party, firm)
            if (
                firm
                and party is not None
                and (inner is not None or following is not None and following.kind is Kind.INF)
            ):
                extent = [clause] if inner is not None else [clause, parts[self._index + 1]]
                if inner is None or following is not None and following.kind is Kind.INF:
                    extent = [clause, parts[self._index + 1]]
                self._promise(clause, said, subject, extent)
                return None
            return _Governor(Sort.PROMISE, party, firm)
        if governs is Sort.ASK:
            target = subject.other
            if inner is not None:
                if target is not None:
                    self._ask(
                        target, [clause], said.inner_name, subject.starts | _verb_starts(clause)
                    )
            elif following is not None and following.kind is Kind.INF and target is not None:
                self._ask(target, [following], "", set())
            elif (
                not complement
                and party is not None
                and party.owner is Owner.ADVISER
                and firm
                and not said.past
                and self._pick([clause])[0] is not None
            ):
                self._promise(clause, said, subject)
            return _Governor(Sort.ASK, party, firm)
        if governs is Sort.SAY and inner is not None and firm and party is not None:
            if said.binds:
                self._promise(clause, said, subject)
            return None
        if governs is Sort.SAY and not complement and not said.past:
            if firm and self._counts(clause, said, subject):
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
        return _Governor(governs, party, firm)

    def _plain_promise(self, clause: Clause, said: Predicate, subject: Subject) -> bool:
        """ "Ik beloof een reactie voor vrijdag", but not "dat heeft hij ons beloofd"."""
        if subject.party is None or self._sentence_found(clause):
            return False
        if said.perfect:
            return self._pick([clause])[0] is not None and not clause.has(
                "dat", "zo", "zoals", "die", "daar"
            )
        if self._back_reference(clause) and said.lemma in ("afspreken", "overeenkomen"):
            return False
        return True

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

    def _sub(self, clause: Clause, governor: _Governor | None, *, question: bool) -> None:
        said = predicate(clause)
        subject = subject_of(clause, self._parties, governor.party if governor else None)
        party = subject.party
        self._mention(party)
        mark = clause.mark
        asks = mark in ("of", "dat") and governor is not None and governor.sort is Sort.ASK
        if asks or mark == "of" and (question or self._index == 0):
            if party is not None:
                self._ask(party, [clause], said.name, subject.starts | _verb_starts(clause))
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
        """"..., die ik vrijdag stuur" and "... aan Bob, die u morgen belt"; only with a day."""
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

    def _mention(self, party: Party | None) -> None:
        """Remembers whom "hij" and "zij" can point at from here on."""
        if party is None or party.pronoun or party.owner is Owner.BOTH:
            return
        if party.owner is not Owner.ADVISER or party.person not in (
            None,
            self._parties.writer.me.person,
        ):
            self._parties.last = party

    @property
    def _matrix_certain(self) -> bool:
        parts = self._sentence_parts
        for k in range(self._index - 1, -1, -1):
            if parts[k].kind is not Kind.SUB:
                words = predicate(parts[k])
                return words.speech_name in _CERTAIN_PROMISE
        return False

    @staticmethod
    def _expects(governor: _Governor, party: Party | None) -> bool:
        """ "Jan verwacht dat hij vrijdag levert": his own act, said with reserve."""
        return (
            False
            if party is None or governor.party is None
            else party.pronoun
            and party.owner is governor.party.owner
            and party.owner is not Owner.ADVISER
            and False
        )

    def _fragment(self, clause: Clause) -> _Governor | None:
        """A clause without a finite verb: "Afgesproken dat", "Gevraagd of", "Offerte nasturen, vr"."""
        said = predicate(clause)
        subject = subject_of(clause, self._parties, None)
        negated = self._negated(clause)
        if said.governs is not None and said.perfect:
            if said.governs is Sort.ASK and said.to_infinitive is not None:
                target = subject.other or subject.party
                self._ask(target, [clause], said.inner_name, _verb_starts(clause))
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
            return _Governor(said.governs, party, firm=not negated)
        if (
            negated
            or not said.infinitive_last
            or clause.has("te", "gesproken", "besproken", "overwogen", "gedacht")
        ):
            return None
        notes = self._noted(clause)
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

    # -- what counts -------------------------------------------------------------------------

    def _counts(
        self, clause: Clause, said: Predicate, subject: Subject, *, reported: bool = False
    ) -> bool:
        """Whether a clause in the indicative binds its subject to something still to be done."""
        if said.past or self._habit(clause, said):
            return False
        if any(t.low in SPEECH_NOUNS for t in clause.items) and said.name in (
            "terugkomen",
            "nakomen",
            "breken",
        ):
            return False
        term, event = self._pick([clause])
        dated = term is not None and (term.day is not None or term.kind is TermKind.VAGUE) or event
        if (
            self._only_past(clause)
            or term is not None
            and term.day is not None
            and (term.day - self._today).days > _FARTHEST
        ):
            return False
        party = subject.party
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
        if said.ready:
            return term is not None and term.day is not None and not clause.has(*ALREADY)
        if said.perfect:
            if term is None or term.day is None or clause.has(*ALREADY):
                return False
            return self._deadline(term) or (said.name in _RESULT and self._near(term))
        if said.modal:
            if said.modal in ("zullen", "gaan", "laten", "komen"):
                return said.sort is not Sort.STATE or said.name == "nadenken"
            if said.modal == "moeten":
                return (
                    party.pronoun and party.owner is Owner.ADVISER and clause.has("nog") and False
                )
            return False
        if said.sort is Sort.TRY:
            return True
        if clause.has(*ALREADY) and not (term is not None and term.day is not None):
            return False
        if said.sort is Sort.MOVE:
            return bool(dated) or bool(said.particle) or self._condition == "event"
        if said.sort is Sort.ACT:
            if said.guessed:
                return bool(dated) or party.owner is Owner.ADVISER and clause.has("nog")
            return self._states_custom(clause, said)
        return said.sort is Sort.STATE and reported and said.ready

    @staticmethod
    def _states_custom(clause: Clause, said: Predicate) -> bool:
        """False for what somebody does for a living or always: "leidt een team", "is directeur en tekent alle ..."."""
        return not (
            clause.has("alle", "sinds", "zulke", "nooit", "vanaf")
            and said.particle == ""
            and not any(clause.fixed)
        )

    def _habit(self, clause: Clause, said: Predicate, *, speech: bool = False) -> bool:
        if any(t.low in HABITS for t in clause.items):
            return True
        text = self._text(clause)
        if speech:
            return False
        if _HABITUAL.search(text):
            return True
        if said.modal in ("zullen", "gaan") or clause.has("voortaan"):
            return False
        return _EVERY.search(text) is not None or any(
            t.kind is TermKind.RECURRING for t in self._terms_in([clause])
        )

    def _negated(self, clause: Clause) -> bool:
        own = clause.own
        if not own or not any(t.low in NEGATIONS for t in own):
            return False
        text = self._lower[own[0].start : own[-1].end]
        rest = _NEARLY_NEGATION.sub(" ", text)
        if rest == text:
            return True
        return any(w in NEGATIONS for w in re.findall(r"\w+", rest))

    def _hedged(self, parts: list[Clause]) -> bool:
        return any(
            any(t.low in HEDGES for t in c.items) or _HEDGED.search(self._text(c)) is not None
            for c in parts
        )

    def _only_past(self, clause: Clause) -> bool:
        inside = self._terms_in([clause])
        past = any(t.kind is TermKind.PAST for t in inside)
        return past and not any(t.kind is TermKind.DAY for t in inside)

    def _near(self, term: Term) -> bool:
        return term.day is not None and (term.day - self._today).days < 60

    @staticmethod
    def _deadline(term: Term) -> bool:
        return _DEADLINE.search(term.text.lower()) is not None

    def _dated(self, clause: Clause) -> bool:
        term, event = self._pick([clause])
        return event or term is not None and term.day is not None

    def _giver(self, clause: Clause, said: Predicate, party: Party | None, receiver: set[int]) -> Subject | None:
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
        mine = (
            party.owner is Owner.CLIENT
            and voice is self._parties.writer
            or party.pronoun
            and party.owner is voice.you.owner
        )
        named = party.pronoun and party.owner is voice.you.owner or said.lemma == "ontvangen"
        dated = self._dated(clause) or clause.has("nog", "zsm", "spoedig", "snel", "binnenkort")
        if giver is None and mine and (named or has or expects) and dated:
            return Subject(voice.me, receiver)
        return None

    # -- terms -------------------------------------------------------------------------------

    def _terms_in(self, parts: list[Clause]) -> list[Term]:
        """The terms inside some clauses; clauses come in reading order, so old terms are left behind."""
        out: list[Term] = []
        terms = self._terms
        first = min(p.start for p in parts)
        while self._term_at > 0 and terms[self._term_at - 1].start >= first:
            self._term_at -= 1
        while self._term_at < len(terms) and terms[self._term_at].start < first:
            self._term_at += 1
        last = max(p.end for p in parts)
        for t in (
            terms[self._term_at :] if len(terms) < 50 else terms[self._term_at : self._term_at + 50]
        ):
            if t.start >= last:
                break
            if any(p.start <= t.start < p.end for p in parts):
                out.append(t)
        return out

    def _pick(self, parts: list[Clause]) -> tuple[Term | None, bool]:
        """The term of a promise and whether it hangs on an event."""
        inside = self._terms_in(parts)
        days = [t for t in inside if t.day is not None and t.kind is TermKind.DAY]
        free = [
            t
            for t in days
            if not re.search(
                r"\b(?:van|sinds|dd|d\.d\.|gedateerd)\s*$",
                self._lower[max(0, t.start - 10) : t.start],
            )
        ]
        days = free
        event = any(t.kind is TermKind.EVENT for t in inside) or any(
            _EVENT.search(self._text(p)) for p in parts
        )
        if days:
            chosen = days[0]
            if len(days) > 1:
                between = self._lower[chosen.end : days[1].start].strip()
                cued = [
                    t
                    for t in days
                    if re.match(r"uiterlijk|voor |vóór|binnen", t.text.lower())
                    or self._lower[max(0, t.start - 10) : t.start].rstrip().endswith("uiterlijk")
                ]
                if between in ("of", "tot", "en", "/", "t/m") or between.startswith("of "):
                    chosen = days[1]
                elif cued:
                    chosen = cued[0]
            return chosen, event
        vague = [
            t for t in inside if t.kind in (TermKind.VAGUE, TermKind.IMPOSSIBLE, TermKind.EVENT)
        ]
        return (vague[0] if vague else None), event

    def _text(self, clause: Clause) -> str:
        return self._lower[clause.start : clause.end]

    # -- results -----------------------------------------------------------------------------

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
            if (
                nxt.kind is Kind.INF
                or nxt.kind is Kind.SUB
                and said.name in _SELF_TERM
                and nxt.mark == "dat"
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
        owner = self._shared(clause, party)
        hedged = hedged or self._hedged(parts) or self._condition == "hedge" or said.tries
        person = party.person if owner is party.owner else None
        name = said.name
        if said.sort is Sort.RECEIVE:
            name = "laten horen" if said.lemma in ("horen", "vernemen") else "geven"
        action = actions.describe(parts, name, subject.starts | _verb_starts(clause))
        self._add(owner, person, parts, action, term, event or self._condition == "event", hedged)

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
            return Owner.BOTH
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


def _is_fixed(term: Term) -> bool:
    """Whether the words of a term can be left out of the grammar; "zo gauw ..." cannot."""
    if term.kind is TermKind.EVENT:
        return False
    return term.kind is not TermKind.VAGUE or " " in term.text


def _is_fixed(term: Term) -> bool:
    """Whether the words of a term can be left out of the grammar; "zo gauw ..." cannot."""
    if term.kind is TermKind.EVENT:
        return False
    return term.kind is not TermKind.VAGUE or " " in term.text


def _jointly(clause: Clause) -> bool:
    """Whether the clause says "samen" or "elkaar", other than in "naast elkaar zetten"."""
    items = clause.items
    return any(
        t.low in TOGETHER and (t.low != "elkaar" or not i or items[i - 1].low not in _BESIDE)
        for i, t in enumerate(items)
    )


def _verb_starts(clause: Clause) -> set[int]:
    """Where the words of the verb stand, so that the action does not repeat them."""
    said = predicate(clause)
    return {clause.items[i].start for i in said.places}


def _voice_of(party: Party, parties: Parties) -> Voice:
    other = parties.writer.you if party.owner is Owner.ADVISER else parties.writer.me
    me = Party(party.owner, party.person)
    return Voice(me, other)


_ = FILLERS
