"""Reads a whole note: quotes, labels, telegram lines and sentences, in order."""

from datetime import date

from gesprekshulp.language import (
    actions,
    common_terms,
    label_lines,
    labels,
    table_rows,
    verb_lists,
    verbs,
)
from gesprekshulp.language.answers import Asked, says_yes
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.clauses import clauses
from gesprekshulp.language.dictation import without_hesitations
from gesprekshulp.language.elliptic_sentences import EllipticSentences
from gesprekshulp.language.fragments import infinitive_parts
from gesprekshulp.language.lexicon import DETERMINERS, FILLERS, HEDGES, NEGATIONS, PREPOSITIONS
from gesprekshulp.language.markup import without_markup
from gesprekshulp.language.parties import Owner, Party, Table
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.predicates import predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.quotes import passages, with_double_quotes
from gesprekshulp.language.sentence_reader import voice_of
from gesprekshulp.language.shares import shares
from gesprekshulp.language.speech_tags import without_tags
from gesprekshulp.language.subjects import after_word, subject_of
from gesprekshulp.language.suggestions import Suggestion
from gesprekshulp.language.terms import TermKind
from gesprekshulp.language.text_units import Token, sentences, tokens
from gesprekshulp.language.verbs import Form, Sort

_TO_DO = frozenset(("todo", "to-do", "actie", "actiepunt", "ap", "taak", "@"))
_HEAD = 15  # words before a colon
_NOUNS = 3  # words in "aangepaste gastenlijst"
_FEW = 8  # words in a quote that only says yes
_TAKES_ON = pattern(r"(?:ja )?(?:dat )?(?:doe|regel|fiks) (?:ik|wij|we)$")
_POINT = pattern(r"(?:\(?\d{1,2}[.)]|\b[a-k][.)]) *$")
"""The mark of a point in a list, within a line."""
_MOST_LABELS = 20  # in a row; nobody writes more, and each is read within the one before


def _only_yes(items: list[Token]) -> bool:
    """Whether a quote does no more than say yes: "Doe ik", "Ja, prima"."""
    said = " ".join(t.low for t in items if t.is_word)
    return len(items) <= _FEW and (says_yes(said) or _TAKES_ON.match(said) is not None)


def _only_mark(rest: list[Token]) -> bool:
    """Whether behind a label stands nothing but the mark of the first point: "Bob: 1."."""
    return all(not t.is_word and (not t.low[0].isdigit() or t.low.isdigit()) for t in rest)


def _only_things(parts: list[Clause]) -> bool:
    """Whether a line names nothing but what is to be made: "gastenlijst, zsm"."""
    named = [
        t
        for part in parts
        for t, fixed in zip(part.items, part.fixed, strict=True)
        if t.is_word and not fixed and t.low not in FILLERS and t.low not in DETERMINERS
    ]
    closed = PREPOSITIONS | HEDGES | NEGATIONS
    plain = all(t.low not in closed and verbs.verb(t.low) is None for t in named)
    return 0 < len(named) <= _NOUNS and plain


def _each_act(parts: list[Clause]) -> list[tuple[list[Clause], list[Clause]]]:
    """ "Offerte sturen en factuur mailen, vrijdag": each act with the whole that dates it."""
    whole = parts[0]
    if len(parts) > 1 or whole.kind is not Kind.FRAGMENT:
        return [(parts, parts)]
    acts = infinitive_parts(whole)
    told = all(
        sum(not f and t.is_word for t, f in zip(act.items, act.fixed, strict=True)) > 1
        and any(v is not None and v.form & Form.PLURAL for v in act.read)
        for act in acts
    )
    return [([act], parts) for act in acts] if told and len(acts) > 1 else [(parts, parts)]


class NoteReader(EllipticSentences):
    """Reads one note once; `read` gives its promises."""

    def __init__(self, note: str, table: Table, today: date) -> None:
        super().__init__(without_markup(note), table, today)
        self._section: labels.Label | None = None
        self._said_last: list[Token] = []  # the sentence that was read last

    def read(self) -> tuple[Suggestion, ...]:
        """The promises of the note in reading order."""
        parties = self._parties
        read = without_hesitations(tokens(with_double_quotes(self._note)))
        for passage in passages(parties.marked(read), parties):
            speaker = passage.speaker
            if passage.quoted:
                parties.voice = voice_of(speaker or parties.last, parties)
            else:
                parties.voice = parties.writer
            lines = sentences(passage.items)
            taken = 0
            before = len(self._found)
            for i, sentence in enumerate(lines):
                if taken:
                    taken -= 1
                    continue
                listed, used = table_rows.table(lines[i : i + 3], parties)
                if listed is None and i + 2 < len(lines):
                    cells = lines[i : i + 3]
                    listed, used = table_rows.slashed(cells, self._note, parties, self._in_term)
                if listed is not None:
                    self._row(listed)
                    taken = used - 1
                    continue
                told = labels.told_by(lines[i + 1], parties) if i + 1 < len(lines) else None
                if told is not None and not passage.quoted:
                    parties.voice = voice_of(told, parties)
                signed = labels.signed(sentence, lines[i + 1 : i + 2], parties)
                if signed is not None:
                    self._labelled(signed)
                    continue
                for part in label_lines.split(sentence, parties, self._in_term):
                    self._sentence(part)
                if told is not None and not passage.quoted:
                    parties.voice = parties.writer
            if passage.quoted:
                parties.voice = parties.writer
                if speaker is not None and speaker.owner is not Owner.ADVISER:
                    parties.last = speaker
            if passage.long_ago:
                del self._found[before:]
            yes = passage.quoted and _only_yes(passage.items)
            self._said_yes = before if yes else None
        return tuple(self._found)

    def _sentence(self, items: list[Token]) -> None:
        before, self._said_last = self._said_last, items
        near = before and "\n" not in self._note[before[-1].end : items[0].start]
        self._said_before = before if near else []
        self._asides, self._inserted = [], []
        opens = items[0].low in _TO_DO and len(items) > 2
        if opens and self._task_for(items):
            return
        if opens and self._parties.named(items, 1):
            items = items[1:]  # "TODO Bob concept sturen vr", "@Bob: concept vr"
        if self._only_a_day(items) or self._who_does(items) or self._told_when(items):
            return
        if self._leans_back(items) or self._headed(items):
            return
        items = self._day_first(self._without_colon(items))
        row = table_rows.row(items, self._parties, self._in_term)
        if row is not None:
            self._row(row)
            return
        label = labels.label(items, self._parties, self._in_term)
        if label is not None:
            self._labelled(label)
            return
        if self._divided(items):
            return
        if self._section is not None:
            section = self._section
            before = self._note[max(0, items[0].start - 6) : items[0].start]
            if "\n" in before or _POINT.search(before):
                if section.blocked:
                    return
                if section.party is not None:
                    self._labelled(labels.Label(section.party, False, True, items))
                    return
            else:
                self._section = None
        self._plain(items)

    def _task_for(self, items: list[Token]) -> bool:
        """ "De polis mist. Actie Els, vrijdag": who sees to what was said just before."""
        party = self._parties.at(items, 1)
        rest = [t for t in items[party.end :] if t.is_word or t.low[0].isdigit()] if party else []
        empty = not rest and party is not None and any(t.low == ":" for t in items[party.end :])
        if party is None or empty or not all(self._in_term(t) for t in rest):
            return False
        term, event = self._pick(parts := clauses(items, self._fixed))
        said = clauses(self._said_before, self._fixed) if self._said_before else []
        action = actions.describe(said, "", set(), whole=True) if said else ""
        self._add(party.owner, party.person, parts, action, term, event, self._hedged(parts))
        return True

    def _headed(self, items: list[Token]) -> bool:
        """ "Deze week nog: Jan belt Els, ik bel de bank": the day is that of all that follow."""
        colon = common_terms.head(items, self._in_term)
        if not colon or self._labels:
            return False
        before = len(self._found)
        self._labels += 1
        self._sentence(items[colon + 1 :])
        self._labels -= 1
        if len(self._found) == before:
            return False
        self._date_all(before, clauses(items[:colon], self._fixed)[0])
        return True

    def _without_colon(self, items: list[Token]) -> list[Token]:
        """ "Terugkoppeling door Els: 20 juni": the day belongs to what stands before it."""
        colon = next((i for i, t in enumerate(items) if t.low == ":"), 0)
        after = [t for t in items[colon + 1 :] if t.is_word or t.low[0].isdigit()]
        if colon < 3 or not after or not any(t.low == "door" for t in items[:colon]):
            return items
        dated = all(self._in_term(t) for t in after)
        return [*items[:colon], *items[colon + 1 :]] if dated else items

    def _day_first(self, items: list[Token]) -> list[Token]:
        """ "Vrijdag: Bob stuurt het concept": the day before the colon is that of the sentence."""
        colon = next((i for i, t in enumerate(items[:_HEAD]) if t.low == ":"), 0)
        if not colon or not all(self._in_term(t) for t in items[:colon]):
            return items
        rest = items[colon + 1 :]
        party = self._parties.at(rest, 0) if rest else None
        verb = verbs.verb(rest[party.end].low) if party and party.end < len(rest) else None
        acts = verb is not None and verb.form & (Form.THIRD | Form.STEM | Form.PLURAL)
        return [*items[:colon], *rest] if acts else items

    def _divided(self, items: list[Token]) -> bool:
        """ "Wij het ontwerp, de aannemer de steiger": a promise for each, where a day is named."""
        found, common = shares(items, self._parties, self._in_term)
        if not found:
            return False
        rest = clauses(common, self._fixed) if common else []
        if any(self._negated(part) for part in rest):
            return False
        picked = [
            (share, *self._pick(parts))
            for share in found
            if (parts := clauses(share.items, self._fixed))
        ]
        shared = self._pick(rest) if rest else (None, False)
        if shared == (None, False) and not any(term or event for _, term, event in picked):
            return False
        for share, term, event in picked:
            if term is None and not event:
                term, event = shared
            parts = clauses(share.items, self._fixed)
            skipped = {t.start for t in share.items[: share.party.end]}
            action = actions.describe(parts, "", skipped, whole=True)
            party = share.party
            self._add(party.owner, party.person, parts, action, term, event, self._hedged(parts))
        return True

    def _row(self, row: table_rows.Row) -> None:
        """ "sluitingsdagen communiceren - Fenna - 5 dec": what, who and when in a line."""
        parts = clauses(row.action, self._fixed)
        when = clauses(row.term, self._fixed)
        term, event = self._pick(when) if when else (None, False)
        if not parts or any(self._negated(part) for part in parts):
            return
        action = actions.describe(parts, "", set(), whole=True)
        self._add(
            row.party.owner, row.party.person, parts, action, term, event, self._hedged(parts)
        )

    def _labelled(self, label: labels.Label) -> None:
        rest = label.rest
        if not rest or _only_mark(rest):
            self._section = label if label.party is not None or label.blocked else None
            return
        if label.blocked:
            self._section = None
            if label.party is not None:
                parts = clauses(rest, self._fixed)
                if parts:
                    action = actions.describe(parts, "", set(), whole=True)
                    self._asked = Asked(label.party.owner, label.party.person, parts, action, 0)
            return
        if label.party is None:
            self._mention(label.named)
            self._agreed = label.agreed
            if label.action is not False or self._labels >= _MOST_LABELS:
                self._plain(rest)
            else:
                self._labels += 1
                self._sentence(rest)
                self._labels -= 1
            self._agreed = False
            return
        parties = self._parties
        saved = parties.voice
        parties.voice = voice_of(label.party, parties)
        speaks = any(
            t.low in ("ik", "wij", "we", "mijn", "ons", "u", "jullie")
            for part in clauses(rest, self._fixed)
            if part.kind is not Kind.SUB
            for t in part.items
        )
        if speaks:
            self._plain(rest)
        else:
            for part in label_lines.dated_parts(rest, self._in_term):
                self._telegram(part, label.party, certain=label.action)
        parties.voice = saved
        if label.party.owner is not Owner.ADVISER:
            parties.last = label.party

    def _telegram(self, rest: list[Token], party: Party, *, certain: bool) -> None:
        """A line "Steven: offerte nasturen, vr": one promise for each infinitive."""
        groups: list[list[Clause]] = []
        for clause in clauses(without_tags(rest, self._parties).items, self._fixed):
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
            if clause.kind is Kind.MAIN and after_word(clause, self._parties, ("door",)):
                self._plain(rest)  # "Kringloopwijzer Jan: wordt maandag door Els afgemaakt"
                return
            verbal = clause.kind is Kind.MAIN or any(
                v is not None
                and v.form & Form.PLURAL
                and not f
                and t.low not in verb_lists.NOUN_LIKE
                and clause.kind is not Kind.SUB
                for t, v, f in zip(clause.items, clause.read, clause.fixed, strict=True)
            )
            if verbal or not groups:
                groups.append([clause])
            else:
                groups[-1].append(clause)
        for parts, whole in (each for group in groups for each in _each_act(group)):
            term, event = self._pick(parts)
            if term is None and not event:
                term, event = self._pick(whole)
            clause = parts[0]
            infinitive = any(v is not None and v.form & Form.PLURAL for c in parts for v in c.read)
            sort = predicate(clause).sort if clause.kind is Kind.MAIN else None
            dated = event or (term is not None and term.day is not None)
            tells = sort is Sort.SAY and len(parts) == 1 and (certain or dated)
            acts = infinitive or tells or sort in (Sort.ACT, Sort.MOVE)
            done = clause.kind is Kind.MAIN and predicate(clause).past
            if done or (clause.kind is Kind.MAIN and not acts):
                continue
            if (
                acts
                or certain
                or (term is not None and term.day is not None and clause.kind is Kind.FRAGMENT)
                or (term is not None and term.kind is TermKind.VAGUE and _only_things(parts))
            ):
                name = predicate(clause).name if clause.kind is Kind.MAIN else ""
                skipped = verb_starts(clause) if name else set[int]()
                tries = clause.kind is Kind.MAIN and predicate(clause).tries
                self._add(
                    party.owner,
                    party.person,
                    parts,
                    actions.describe(parts, name, skipped, whole=not name),
                    term,
                    event,
                    tries or self._hedged(parts),
                )
