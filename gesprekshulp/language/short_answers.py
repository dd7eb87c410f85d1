"""Answers of a word or two: a name to "wie ...?", a day to "wanneer ...", a day on its own."""

from dataclasses import replace
from datetime import date

from gesprekshulp.language import actions
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.clauses import clauses
from gesprekshulp.language.lexicon import NEGATIONS
from gesprekshulp.language.parties import Owner, Party, Table
from gesprekshulp.language.predicates import predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.sentence_reader import SentenceReader
from gesprekshulp.language.speech_tags import without_tags
from gesprekshulp.language.subjects import subject_of
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Sort

_TERM_HEADS = frozenset(
    (
        "opleveren", "oplevering", "klaar", "gereed", "af", "deadline", "termijn", "inleveren",
        "aanleveren", "leveren", "graag", "liefst", "datum", "planning", "levering",
    )
)  # fmt: skip
_FOR_ALL = frozenset(("termijn", "deadline"))
_SHORT = 12  # words in such an answer


class ShortAnswers(SentenceReader):
    """Reads a sentence that only makes sense with the question or the promise before it."""

    def __init__(self, note: str, table: Table, today: date) -> None:
        super().__init__(note, table, today)
        self._who: list[Clause] = []  # "wie belt de bank?", still without an answer

    def _only_a_day(self, items: list[Token]) -> bool:
        """ "...; donderdag.": a day on its own belongs to the promise right before it."""
        last = self._found[-1] if self._found else None
        if last is None or last.day is not None or items[0].start - last.end > 4:
            return False
        bare = [t for t in items if t.is_word or t.low[0].isdigit()]
        if len(bare) > 2 and bare[0].low in ("de", "het", "onze") and bare[1].low in _TERM_HEADS:
            bare = bare[1:]  # "De deadline is vrijdag."
        if bare and bare[0].low in _TERM_HEADS:
            bare = bare[1:]
        elif bare and bare[-1].low in _TERM_HEADS:
            bare = bare[:-1]  # "Vrijdag klaar.", "Opleveren: 5 november."
        if not bare or len(bare) > 6 or "\n" in self._note[last.end : items[0].start]:
            return False
        if not all(self._in_term(t) for t in bare):
            return False
        parts = clauses(items, self._fixed)
        term, _ = self._pick(parts)
        if term is None or term.day is None:
            return False
        if items[0].low in _FOR_ALL and self._said_before:
            # "Bob rekent, Els tekent. Termijn: vrijdag": of all that was just said
            said = self._said_before[0].start
            later = (i for i, found in enumerate(self._found) if found.end > said)
            first = next(later, len(self._found) - 1)
            self._date_all(first, parts[0])
            return True
        self._date_last(parts[0], term)
        return True

    def _who_does(self, items: list[Token]) -> bool:
        """ "Wie belt de bank? Ik, vandaag nog.": a name answers the question before."""
        asked, self._who = self._who, []
        if not asked and items[0].low == "wie" and items[-1].low == "?" and len(items) > 2:
            self._who = clauses(items[1:], self._fixed)
            return False
        if not asked or len(items) > 12:
            return False
        party = self._parties.at(items, 0)
        rest = items[party.end :] if party is not None else []
        if party is None or any(t.low in NEGATIONS for t in rest):
            return False
        parts = clauses(items, self._fixed)
        if any(part.kind is not Kind.FRAGMENT for part in parts):
            return False
        term, event = self._pick(parts)
        if term is None and not event:
            term, event = self._pick(asked)
        if term is None and not event:
            return False  # only who it will be, not that it is taken on
        name = predicate(asked[0]).name
        action = actions.describe(asked[:1], name, verb_starts(asked[0]))
        self._add(party.owner, party.person, parts, action, term, event, self._hedged(parts))
        return True

    def _told_when(self, items: list[Token]) -> bool:
        """ "Hij wilde weten wanneer ik kwam. Donderdag, zei ik.": the day answers the question."""
        asked, self._when = self._when, None
        if len(items) == 2 and items[0].low == "wanneer" and items[1].low == "?" and self._found:
            self._found[-1] = replace(self._found[-1], end=items[1].end)
            return True  # "Els stuurt de lijst. Wanneer? Vrijdag."
        if asked is None and items[0].low == "wanneer" and items[-1].low == "?":
            self._when = next((c for c in clauses(items[1:], self._fixed)), None)
            return False
        if asked is None or len(items) > _SHORT:
            return False
        tags = without_tags(items, self._parties)
        bare = [t for t in tags.items if t.is_word or t.low[0].isdigit()]
        if not bare or not all(self._in_term(t) for t in bare):
            return False
        parts = clauses(tags.items, self._fixed)
        term, event = self._pick(parts)
        said = predicate(asked)
        party = self._answers_for(asked, tags.speaker or tags.named)
        if party is None or term is None or term.day is None:
            return False
        action = actions.describe([asked], said.name, verb_starts(asked))
        self._add(party.owner, party.person, parts, action, term, event, self._hedged(parts))
        return True

    def _answers_for(self, asked: Clause, speaker: Party | None) -> Party | None:
        """Who does what was asked: the subject, or who gives what the subject gets."""
        party = subject_of(asked, self._parties, None).party
        gets = predicate(asked).sort is Sort.RECEIVE
        if party is not None and not gets:
            return party
        if speaker is not None and (party is None or speaker.owner is not party.owner):
            return speaker
        if party is None or party.owner is Owner.BOTH:
            return None
        voice = self._parties.voice
        return voice.me if party.owner is voice.you.owner else voice.you
