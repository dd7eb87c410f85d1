"""Reads one sentence: who says it, its clauses in order, conditions, and what is taken back."""

from dataclasses import replace

from gesprekshulp.language import actions, common_terms, verbs
from gesprekshulp.language.clause import Clause, Kind
from gesprekshulp.language.clause_reader import ClauseReader
from gesprekshulp.language.clauses import clauses
from gesprekshulp.language.dictation import spoken_from, without_resumption
from gesprekshulp.language.insertions import without_insertions
from gesprekshulp.language.lexicon import EVENT_MARKS, HYPOTHETICAL
from gesprekshulp.language.note_text import HEDGED, HOPED, IMAGINED, THOUGHT
from gesprekshulp.language.parties import Owner, Parties, Party, Voice
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.predicates import predicate
from gesprekshulp.language.promise_notes import verb_starts
from gesprekshulp.language.promise_rules import Governor
from gesprekshulp.language.quotes import trailing_speaker
from gesprekshulp.language.speech_tags import without_tags
from gesprekshulp.language.subjects import subject_of
from gesprekshulp.language.text_units import Token
from gesprekshulp.language.verbs import Form, Sort

_TAKEN_BACK = pattern(r"\b(?:nee|dat|het|inzien)\b.{0,160}\btoch (?:maar )?niet\b")
_SINCE_DONE = pattern(
    r"^(?:(?:dat|dit) is (?:\w+ ){0,2}(?:gebeurd|gelukt|gedaan|nagekomen)|hoef(?:de|t) niet)\b"
    r"|^(?:is |inmiddels |ook |al |reeds )*(?:afgevinkt|afgestreept|afgehandeld|gebeurd|gedaan)\b"
)
_DENIED = pattern(
    r"^(?:(?:dat|dit) )?(?:klopt|is) niet(?: waar| zo| juist)?\W*$"
    r"|^(?:dat|dit) (?:heb|heeft|hebben|had|hadden) (?:ik|wij|we|hij|zij|ze) (?:nooit|niet)"
    r"(?: gezegd| beloofd| toegezegd| gedaan)?\W*$"
)
_BROKEN = pattern(
    r"\b(?:belofte|toezegging|afspraak|woord)\b.{0,80}\b(?:niet|nooit)\b.{0,20}"
    r"\b(?:waargemaakt|nagekomen|gehouden|gestand|nakwam)\b"
    r"|\bdat (?:aanbod )?(?:heeft|hebben|had|hadden)\b.{0,60}\b"
    r"(?:afgewimpeld|afgewezen|afgeslagen|geweigerd|van de hand gewezen)\b"
    r"|\b(?:beloofd|beloofde|toegezegd)\b.{0,80}\bmaar (?:ze|die|dat|het|hij|zij) "
    r"(?:zijn|is|waren|was|kwam|kwamen)\b.{0,12}\b(?:niet|nooit)\b"
    r"|\b(?:bood|boden|biedt|aangeboden)\b.{0,80}\b(?:wees|wijst|wezen|sloeg|slaat|wimpelde)\b.{0,12}"
    r"\b(?:dat|het|dit|aanbod)\b.{0,12}\baf\b"
    r"|\b(?:aangeboden|bood|boden|biedt)\b.{0,80}\bmaar (?:dat|het) (?:hoef\w*|was|is|wilde\w*)\b"
    r".{0,30}\bniet\b"
    r"|\bkwam(?:en)?\b.{0,30}\b(?:belofte|toezegging|afspraak)\b.{0,20}\bniet na\b"
)
_UNSURE = pattern(
    r"\b(?:misschien|wellicht|mogelijk)\b.{0,60}\bmaar (?:dat|het) (?:is|staat) "
    r"(?:nog )?(?:niet zeker|onzeker|niet vast|allerminst zeker)\b"
)
_VOUCHED = pattern(r"\b(?:belo(?:of|ven)|verzeker|garande|bezw|toegezegd|zegde|bevestig)")
_HAPPENS = frozenset(
    ("komen", "gaan", "liggen", "staan", "hangen", "zitten", "verschijnen", "vertrekken")
)
_UP = ("live", "online", "klaar", "gereed", "overeind", "vast")
_NEXT_TO = 5  # characters
_OLDEST = 3  # sentences after which a question is forgotten
_NEAR_BY = 80  # characters
_HEAD = 15  # words that may say who speaks before a colon
_NEAR = 12  # clauses within which a condition looks for what depends on it


class SentenceReader(ClauseReader):
    """Reads a sentence that is no line of a list."""

    _retold = False  # what is being read was said by somebody within the sentence

    def _for_all(self, tail: common_terms.Tail, before: int) -> None:
        """Dates what "allebei voor vrijdag" closes, from `before` on or as far as it counts."""
        size = len(self._found)
        first = before if not tail.count else min(before, max(0, size - tail.count))
        if size == before and not tail.count:
            first = 0
        self._date_all(first, clauses(tail.items, self._fixed)[0])

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
        told, spoken = (colon, colon + 1) if colon else spoken_from(items, parties)
        if told and not self._retold:
            self._told(items[:told], items[spoken:])
            return
        items = without_resumption(items, parties)
        tags = without_tags(items, parties)
        inserted = without_insertions(tags.items, self._in_term, parties)
        tags.items = inserted.items
        self._asides = sorted(tags.places + inserted.places)
        self._inserted = inserted.events
        self._mention(tags.named)
        self._reported, self._teller = bool(tags.places), tags.named
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
        denied = _DENIED.search(text) is not None and len(self._found) == before > 0
        if denied and start - self._found[-1].end < _NEXT_TO:
            self._found.pop()  # "... dat wij vrijdag zouden bellen. Klopt niet."
            before -= 1
        if _BROKEN.search(text):  # "maar die belofte heeft zij niet waargemaakt"
            del self._found[before:]
        if _UNSURE.search(text):  # "neemt het misschien over, maar dat is nog niet zeker"
            self._found[before:] = [f for f in self._found[before:] if not f.vague]
        if _TAKEN_BACK.search(text):  # "nee, toch niet"
            del self._found[before + 1 :]
            if self._found and start - self._found[-1].end < _NEAR_BY:
                self._found.pop()
        if self._asked is not None:
            asked = self._asked
            older = replace(asked, age=asked.age + 1)
            self._asked = None if older.age > _OLDEST else older
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
        vouched = _VOUCHED.search(self._lower[clause.start : end]) is not None
        party = subject_of(clause, self._parties, None).party
        comes = vouched and party is None and verb is not None and verb.lemma in _HAPPENS
        if verb is None or verb.form & Form.PAST:
            return
        if not (stands or comes) and (verb.lemma != "zijn" or not done):
            return
        follows = parts[1] if len(parts) == 2 else None
        said_so = follows is not None and (
            not follows.finite or (follows.finite == 1 and follows.items[0].low in ("dat", "zo"))
        )
        if follows is not None and follows.kind is Kind.MAIN and said_so:
            told = predicate(follows)
            if told.governs is Sort.PROMISE or told.governs is Sort.SAY:
                named = subject_of(follows, self._parties, None).party
        term, _ = self._pick([clause])
        if named is None or term is None or term.day is None:
            return
        if not self._deadline(term) and not vouched and not said.ready:
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
        has = any(t.low in ("heeft", "hebben") for t in items[comma:colon])
        says = any(
            v is not None
            and verbs.speech(v.lemma, v.particle) is Sort.SAY
            and v.form & (Form.PAST | Form.THIRD | (Form.PARTICIPLE if has else Form(0)))
            for v in head[comma:]
        )
        rest = items[colon + 1 :]
        speaks = any(t.low in ("ik", "wij", "we", "je", "jij", "u", "jullie") for t in rest)
        return colon if says and speaks else 0

    def _told(self, head: list[Token], rest: list[Token]) -> None:
        parties = self._parties
        speaker = None
        for i, token in enumerate(head):
            verb = verbs.verb(token.low)
            if verb is not None and verbs.speech(verb.lemma, verb.particle) is Sort.SAY:
                speaker = parties.at(head, i + 1) or _nearest(head[:i], parties)
                break
        saved = parties.voice
        self._mention(speaker)
        parties.voice = voice_of(speaker or parties.last, parties)
        self._retold = True
        self._plain(rest)
        self._retold = False
        parties.voice = saved

    def _walk(self, parts: list[Clause], *, question: bool) -> None:
        governor: Governor | None = None
        skipped = -1
        conditions = self._conditions(parts)
        last = _asks_at(parts) if question else 0
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
                asked = question and not (i < last and _declares(clause))
                governor = self._main(clause, question=asked)
                self._before = clause
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
            if clause.mark == "wanneer" and (clause.coordinated or clause.finite == 1):
                continue  # "..., maar wanneer wist ze niet", "wanneer weet ik niet"
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
            goes_on = after is not None and after.kind is Kind.MAIN and after.coordinated
            if goes_on and sort == "event" and after is not None and after.items[0].low == "dan":
                out[i + 1] = out[i + 1] or sort  # "belt als het kan, en dan kom ik"
            joined = clause.coordinated and before[-1:] != ["maar"] and "maar" not in before
            if joined and i and parts[i - 1].kind is Kind.MAIN and sort == "event":
                continue  # "Bob stuurt een brief, en als die niet helpt een sommatie"
            behind = parts[i - 1]
            if (
                i
                and (behind.kind is not Kind.FRAGMENT or predicate(behind).infinitive_last)
                and not (behind.kind is Kind.SUB and behind.mark in EVENT_MARKS)
            ):
                k = i - 1
                while k > 0 and (
                    parts[k].kind is Kind.INF
                    or (parts[k].kind is Kind.SUB and parts[k].mark in ("wat", "welke", "welk"))
                ):
                    k -= 1
                out[k] = out[k] or sort
            else:
                for k in range(i + 1, min(len(parts), i + _NEAR)):
                    if parts[k].kind is Kind.MAIN:
                        out[k] = out[k] or sort
                    elif parts[k].kind is Kind.SUB and parts[k].mark not in EVENT_MARKS:
                        break
        return out


def _asks_at(parts: list[Clause]) -> int:
    """Where the question of "Ik stuur je een lijst, kun jij die invullen?" begins; 0 if at once."""
    last = next((i for i in range(len(parts) - 1, 0, -1) if parts[i].kind is Kind.MAIN), 0)
    return last if last and not parts[last].finite and not parts[last].coordinated else 0


def _declares(clause: Clause) -> bool:
    """Whether a clause before a question only tells: its subject stands before the verb."""
    first = clause.items[0].low
    return clause.finite > 0 and first in ("ik", "wij", "we")


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
