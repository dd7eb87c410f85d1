"""Reads a whole note: quotes, labels, telegram lines and sentences, in order."""

import re
from dataclasses import replace
from datetime import date

from gesprekshulp.language import actions, common_terms, labels, verb_lists, verbs
from gesprekshulp.language.answers import Asked
from gesprekshulp.language.clause_reader import ClauseReader
from gesprekshulp.language.clauses import Clause, Kind, clauses
from gesprekshulp.language.lexicon import EVENT_MARKS, HYPOTHETICAL, NEGATIONS
from gesprekshulp.language.note_text import HEDGED, HOPED, IMAGINED, THOUGHT
from gesprekshulp.language.parties import Owner, Parties, Party, Table, Voice
from gesprekshulp.language.predicates import predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.promise_rules import Governor
from gesprekshulp.language.quotes import passages, trailing_speaker, with_double_quotes
from gesprekshulp.language.shares import shares
from gesprekshulp.language.speech_tags import without_tags
from gesprekshulp.language.subjects import after_word, subject_of
from gesprekshulp.language.suggestions import Suggestion
from gesprekshulp.language.text_units import Token, sentences, tokens
from gesprekshulp.language.verbs import Form, Sort

_TERM_HEADS = frozenset(
    (
        "opleveren", "oplevering", "klaar", "gereed", "af", "deadline", "termijn", "inleveren",
        "aanleveren", "leveren", "graag", "liefst", "datum", "planning", "levering",
    )
)  # fmt: skip
_TAKEN_BACK = re.compile(r"\b(?:nee|dat|het|inzien)\b.{0,160}\btoch (?:maar )?niet\b")
_SINCE_DONE = re.compile(
    r"^(?:(?:dat|dit) is (?:\w+ ){0,2}(?:gebeurd|gelukt|gedaan|nagekomen)|hoef(?:de|t) niet)\b"
)
_BROKEN = re.compile(
    r"\b(?:belofte|toezegging|afspraak|woord)\b.{0,80}\b(?:niet|nooit)\b.{0,20}"
    r"\b(?:waargemaakt|nagekomen|gehouden|gestand|nakwam)\b"
    r"|\bdat (?:aanbod )?(?:heeft|hebben|had|hadden)\b.{0,60}\b"
    r"(?:afgewimpeld|afgewezen|afgeslagen|geweigerd|van de hand gewezen)\b"
    r"|\b(?:beloofd|beloofde|toegezegd)\b.{0,80}\bmaar (?:ze|die|dat|het|hij|zij) "
    r"(?:zijn|is|waren|was|kwam|kwamen)\b.{0,12}\b(?:niet|nooit)\b"
    r"|\bkwam(?:en)?\b.{0,30}\b(?:belofte|toezegging|afspraak)\b.{0,20}\bniet na\b"
)
_VOUCHED = re.compile(r"\b(?:beloof|verzeker|garande|bezw|toegezegd|zegde)")
_UP = ("live", "online", "klaar", "gereed", "overeind", "vast")
_NEAR_BY = 80  # characters
_MOST_LABELS = 20  # in a row; nobody writes more, and each is read within the one before
_HEAD = 15  # words that may say who speaks before a colon
_NEAR = 12  # clauses within which a condition looks for what depends on it


class NoteReader(ClauseReader):
    """Reads one note once; `read` gives its promises."""

    def __init__(self, note: str, table: Table, today: date) -> None:
        super().__init__(note, table, today)
        self._section: labels.Label | None = None
        self._labels = 0  # in a row before the sentence that is being read
        self._who: list[Clause] = []  # "wie belt de bank?", still without an answer

    def read(self) -> tuple[Suggestion, ...]:
        """The promises of the note in reading order."""
        parties = self._parties
        for passage in passages(tokens(with_double_quotes(self._note)), parties):
            speaker = passage.speaker
            if passage.quoted:
                parties.voice = voice_of(speaker or parties.last, parties)
            else:
                parties.voice = parties.writer
            lines = sentences(passage.items)
            taken = 0
            for i, sentence in enumerate(lines):
                if taken:
                    taken -= 1
                    continue
                listed, used = labels.table(lines[i : i + 3], parties)
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
                for part in labels.split(sentence, parties):
                    self._sentence(part)
                if told is not None and not passage.quoted:
                    parties.voice = parties.writer
            if passage.quoted:
                parties.voice = parties.writer
                if speaker is not None and speaker.owner is not Owner.ADVISER:
                    parties.last = speaker
        return tuple(self._found)

    def _sentence(self, items: list[Token]) -> None:
        self._asides = []
        if self._only_a_day(items) or self._who_does(items):
            return
        if self._headed(items):
            return
        items = self._day_first(self._without_colon(items))
        row = labels.row(items, self._parties, self._in_term)
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
            if items[0].start and "\n" in self._note[max(0, items[0].start - 6) : items[0].start]:
                if section.blocked:
                    return
                if section.party is not None:
                    self._labelled(labels.Label(section.party, False, True, items))
                    return
            else:
                self._section = None
        self._plain(items)

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

    def _for_all(self, tail: common_terms.Tail, before: int) -> None:
        """Dates what "allebei voor vrijdag" closes, from `before` on or as far as it counts."""
        size = len(self._found)
        first = before if not tail.count else min(before, max(0, size - tail.count))
        if size == before and not tail.count:
            first = 0
        self._date_all(first, clauses(tail.items, self._fixed)[0])

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

    def _only_a_day(self, items: list[Token]) -> bool:
        """ "...; donderdag.": a day on its own belongs to the promise right before it."""
        last = self._found[-1] if self._found else None
        if last is None or last.day is not None or items[0].start - last.end > 4:
            return False
        bare = [t for t in items if t.is_word or t.low[0].isdigit()]
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

    def _row(self, row: labels.Row) -> None:
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
        if not rest:
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
            acts = infinitive or (
                clause.kind is Kind.MAIN and predicate(clause).sort in (Sort.ACT, Sort.MOVE)
            )
            done = clause.kind is Kind.MAIN and predicate(clause).past
            if done or (clause.kind is Kind.MAIN and not acts):
                continue
            if (
                acts
                or certain
                or (term is not None and term.day is not None and clause.kind is Kind.FRAGMENT)
            ):
                name = predicate(clause).name if clause.kind is Kind.MAIN else ""
                skipped = verb_starts(clause) if name else set[int]()
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
        hoped = HOPED.search(text) is not None  # "..., hoopt hij"
        imagined = (
            hoped
            or IMAGINED.search(text) is not None
            or any(
                t.low in HYPOTHETICAL and not any(x.low == "ik" for x in items[: i + 2])
                for i, t in enumerate(items[:3])
            )
        )
        saved = parties.voice
        colon = self._speaks_after(items)
        if colon:
            self._told(items, colon)
            return
        tags = without_tags(items, parties)
        self._asides = tags.places
        self._mention(tags.named)
        speaker = tags.speaker or trailing_speaker(tags.items, parties)
        if speaker is not None:
            parties.voice = voice_of(speaker, parties)
        tail = common_terms.tail(tags.items, self._in_term)
        before = len(self._found)
        if tail is not None and tail.items[0] is not tags.items[0]:
            parts = clauses([t for t in tags.items if t.end <= tail.items[0].start], self._fixed)
        elif tail is not None:
            self._for_all(tail, before)
            return
        else:
            parts = clauses(tags.items, self._fixed)
        if not parts:
            parties.voice = saved
            return
        if not imagined:
            self._walk(parts, question=question)
        if tail is not None:
            self._for_all(tail, before)
        if not question:
            self._assured(parts, before, tags.named, end)
        if THOUGHT.search(text):  # "..., denkt hij"
            self._found[before:] = [replace(f, vague=True) for f in self._found[before:]]
        if _SINCE_DONE.search(text) and len(self._found) == before and self._found:
            last = self._found[-1]
            open_still = last.day is not None and last.day > self._today
            if start - last.end < _NEAR_BY and (not open_still or text.startswith("hoef")):
                self._found.pop()  # "Dat is keurig gebeurd.", "Hoefde niet."
                before -= 1
        if _BROKEN.search(text):  # "maar die belofte heeft zij niet waargemaakt"
            del self._found[before:]
        if _TAKEN_BACK.search(text):  # "nee, toch niet"
            del self._found[before + 1 :]
            if self._found and start - self._found[-1].end < _NEAR_BY:
                self._found.pop()
        if self._asked is not None:
            asked = self._asked
            age = asked.age + 1
            self._asked = (
                None
                if age > 3
                else Asked(asked.owner, asked.person, asked.parts, asked.action, age)
            )
        parties.voice = saved

    def _assured(self, parts: list[Clause], before: int, named: Party | None, end: int) -> None:
        """ "Dat is vrijdag geregeld, verzekerde Petra": who vouches for a result sees to it."""
        clause = parts[0]
        if len(self._found) > before or clause.kind is not Kind.MAIN or self._negated(clause):
            return
        said = predicate(clause)
        verb = clause.verb
        done = said.ready or (said.perfect and said.sort is Sort.ACT)
        stands = verb is not None and verb.lemma in ("staan", "liggen") and clause.has(*_UP)
        if verb is None or verb.form & Form.PAST:
            return
        if not stands and (verb.lemma != "zijn" or not done):
            return
        follows = parts[1] if len(parts) == 2 else None
        if follows is not None and follows.kind is Kind.MAIN and not follows.finite:
            told = predicate(follows)
            if told.governs is Sort.PROMISE or told.governs is Sort.SAY:
                named = subject_of(follows, self._parties, None).party
        term, _ = self._pick([clause])
        if named is None or term is None or term.day is None:
            return
        if not self._deadline(term) and not _VOUCHED.search(self._lower[clause.start : end]):
            return
        action = actions.describe([clause], said.name, verb_starts(clause))
        self._add(named.owner, named.person, [clause], action, term, False, self._hedged([clause]))

    def _speaks_after(self, items: list[Token]) -> int:
        """Where the colon stands in "Over de stroken zei hij: die krijg je nog"; 0 when none."""
        colon = next((i for i, t in enumerate(items[:_HEAD]) if t.low == ":"), 0)
        if colon < 2 or self._parties.voice is not self._parties.writer:
            return 0
        head = [verbs.verb(t.low) for t in items[:colon]]
        comma = max((i for i in range(colon) if items[i].low == ","), default=0)
        says = any(
            v is not None
            and verbs.speech(v.lemma, v.particle) is Sort.SAY
            and v.form & (Form.PAST | Form.THIRD)
            for v in head[comma:]
        )
        rest = items[colon + 1 :]
        speaks = any(t.low in ("ik", "wij", "we", "je", "jij", "u", "jullie") for t in rest)
        return colon if says and speaks else 0

    def _told(self, items: list[Token], colon: int) -> None:
        parties = self._parties
        head, rest = items[:colon], items[colon + 1 :]
        speaker = None
        for i, token in enumerate(head):
            verb = verbs.verb(token.low)
            if verb is not None and verbs.speech(verb.lemma, verb.particle) is Sort.SAY:
                speaker = parties.at(head, i + 1) or _nearest(head[:i], parties)
                break
        saved = parties.voice
        self._mention(speaker)
        parties.voice = voice_of(speaker or parties.last, parties)
        self._plain(rest)
        parties.voice = saved

    def _walk(self, parts: list[Clause], *, question: bool) -> None:
        governor: Governor | None = None
        skipped = -1
        conditions = self._conditions(parts)
        for i, clause in enumerate(parts):
            self._index, self._sentence_parts, self._condition = i, parts, conditions[i]
            if conditions[i] == "condition" or i == skipped:
                continue
            if not i and (fronted := self._fronted(parts, question=question)) is not None:
                governor, skipped = fronted, 1  # "Dat Jan vrijdag komt, heeft hij beloofd"
            if self._asked is not None and not question and self._answer(clause):
                governor = None
                continue
            if clause.kind is Kind.MAIN:
                governor = self._main(clause, question=question)
                self._finish()
            elif clause.kind is Kind.SUB:
                self._sub(clause, governor, question=question)
            elif clause.kind is Kind.FRAGMENT and not question:
                governor = self._fragment(clause, governor) or governor
            self._parties.heard = clause.items

    def _fronted(self, parts: list[Clause], *, question: bool) -> Governor | None:
        """What a promise or report says of the "dat" clause in front of it."""
        if len(parts) < 2 or parts[0].mark != "dat" or parts[0].kind is not Kind.SUB:
            return None
        main = parts[1]
        if main.kind is not Kind.MAIN or main.finite or question or self._negated(main):
            return None
        said = predicate(main)
        if said.governs is None or said.governs not in (Sort.PROMISE, Sort.SAY):
            return None
        if said.pluperfect or said.modal_past:
            return None
        self._mention(subject_of(parts[0], self._parties, None).party)
        return Governor(said.governs, subject_of(main, self._parties, None).party)

    @staticmethod
    def _verb_first_condition(clause: Clause, following: Clause) -> bool:
        """ "Mocht de vergunning komen, (dan) starten wij"; "Lukt dat, dan bel ik"."""
        if clause.kind is not Kind.MAIN or following.kind is not Kind.MAIN or clause.finite:
            return False
        if clause.coordinated or following.coordinated or not following.items:
            return False
        if clause.items[0].low in ("mocht", "mochten"):
            return True
        return following.items[0].low == "dan" and following.finite <= 2

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
        for i, clause in enumerate(parts[:-1]):
            if self._verb_first_condition(clause, parts[i + 1]):
                out[i], out[i + 1] = "condition", "event"
        for i, clause in enumerate(parts):
            before = self._lower[max(0, clause.start - 12) : clause.start].split()
            proviso = clause.mark == "dat" and before[-1:] in (["voorwaarde"], ["geval"])
            if clause.kind is not Kind.SUB or (clause.mark not in EVENT_MARKS and not proviso):
                continue
            if clause.coordinated and clause.mark == "wanneer":
                continue  # "..., maar wanneer wist ze niet"
            text = self._text(clause)
            verb = clause.verb
            sort = "event"
            if verb is not None and verb.lemma == "zullen" and verb.form & Form.PAST:
                sort = "imagined"
            elif HEDGED.search(text):
                sort = "hedge"
            elif clause.mark in ("tenzij", "tot", "zolang"):
                sort = "event" if clause.mark == "tot" else ""
            after = parts[i + 1] if i + 1 < len(parts) else None
            opens = after is not None and after.kind is Kind.MAIN and not after.finite
            if clause.coordinated and opens:
                out[i + 1] = out[i + 1] or sort  # "en zodra dat kan | seint Jan ..."
                continue
            joined = clause.coordinated and before[-1:] != ["maar"] and "maar" not in before
            if joined and i and parts[i - 1].kind is Kind.MAIN and sort == "event":
                continue  # "Bob stuurt een brief, en als die niet helpt een sommatie"
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
                for k in range(i + 1, min(len(parts), i + _NEAR)):
                    if parts[k].kind is Kind.MAIN:
                        out[k] = out[k] or sort
                    elif parts[k].kind is Kind.SUB and parts[k].mark not in EVENT_MARKS:
                        break
        return out


def _nearest(items: list[Token], parties: Parties) -> Party | None:
    """The last party named in a run of tokens."""
    for i in range(len(items) - 1, -1, -1):
        found = parties.at(items, i)
        if found is not None:
            return found
    return None


def voice_of(party: Party, parties: Parties) -> Voice:
    """How a note reads when this party speaks: who is "ik" and who is "u"."""
    other = parties.writer.you if party.owner is Owner.ADVISER else parties.writer.me
    me = Party(party.owner, party.person)
    return Voice(me, other)
