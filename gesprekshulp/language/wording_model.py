"""What a rule of wording is, and a text prepared for all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from gesprekshulp.language.abbreviations import ABBREVIATIONS
from gesprekshulp.language.patterns import pattern


class Hit(NamedTuple):
    """A place that a rule objects to, the reason as one Dutch sentence, and perhaps a fix."""

    start: int
    end: int
    reason: str
    fix: str | None = None


class Word(NamedTuple):
    """A word or number of a text; `low` is what is looked up."""

    start: int
    end: int
    low: str


_WORD = pattern(
    r"(?:[^\W\d_]\.){2,}|€|\d+(?:[.,:/\-]\d+)*\w*|[^\W_]+(?:['’\-][^\W_]+)*|['’][^\W_]+"
)
_STOP = pattern(r"[.!?…]+[\"”’)\]]*(?=\s|$)|\n+")
_QUOTE = pattern(r"“[^”\n]*”|„[^”“\n]*[”“]|«[^»\n]*»|\"[^\"\n]*\"|‘[^’\n]{2,}’(?!\w)")
# After these words a letter is a name ("systeem B."), not the initial of a person.
LETTERED = pattern(
    r"\b(?i:systeem|variant|optie|scenario|plan|versie|model|type|bijlage|afdeling|gebouw|groep"
    r"|klasse|fase|pakket|offerte|punt|zone|blok|hal|team|locatie|route|voorstel|keuze|categorie"
    r"|deel|les) [A-Z]\.(?= +[A-Z“])"
)
_LAST_WORD = pattern(r"(\S+)$")


class Sentence:
    """A stretch of a text between two ends, with its words."""

    __slots__ = ("end", "start", "text", "words")

    def __init__(self, text: str, start: int, end: int, words: list[Word]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.words = words

    @property
    def lows(self) -> list[str]:
        """The words as they are looked up."""
        return [word.low for word in self.words]

    def between(self, left: int, right: int) -> str:
        """What stands between two neighbouring words."""
        return self.text[self.words[left].end : self.words[right].start]


class Prose:
    """A text with its words, its sentences and its quotes; made once for all rules."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [Word(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(text)]

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Where somebody's own words stand between quotation marks."""
        return [match.span() for match in _QUOTE.finditer(self.text)]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences in order."""
        ends = [m.end() for m in _STOP.finditer(self.text) if self._closes(m)] + [len(self.text)]
        found: list[Sentence] = []
        starts = [word.start for word in self.words]
        before = 0
        for end in ends:
            first, last = bisect_right(starts, before - 1), bisect_right(starts, end - 1)
            if last > first:
                words = self.words[first:last]
                stop = end - (len(self.text[before:end]) - len(self.text[before:end].rstrip()))
                found.append(Sentence(self.text, words[0].start, stop, words))
            before = end
        return found

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a stretch lies within a quote."""
        place = bisect_right(self.quotes, (start, len(self.text))) - 1
        return place >= 0 and end <= self.quotes[place][1]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence in which a character stands."""
        at = bisect_right(self._starts, place) - 1
        found = self.sentences[at] if at >= 0 else None
        return found if found and place < found.end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def _closes(self, match: re.Match[str]) -> bool:
        if "\n" in match.group() or match.group()[0] != ".":
            return True
        rest = self.text[match.end() : match.end() + 3].lstrip()
        if rest and rest[0].islower():
            return False
        before = _LAST_WORD.search(self.text[max(0, match.start() - 25) : match.start()])
        word = (before.group(1) if before else "").lower().lstrip("(“\"'")
        if not rest:
            return True
        if len(word) == 1 and word.isalpha() and word != "u":
            # An initial ("A. de Boer"), or the end of "wij kiezen systeem B."
            from_here = self.text[max(0, match.start() - 25) : match.end() + 3]
            return any(
                one.end() == min(25, match.start()) + 1 for one in LETTERED.finditer(from_here)
            )
        return f"{word}." not in ABBREVIATIONS or f"{word}." in ("b.v.", "n.v.", "enz.", "e.d.")


@dataclass(frozen=True, slots=True)
class Style:
    """What the rules must know besides the text.

    `familiar` is True when the whole report says "je", False when it says "u", None when it says
    neither. `jargon`, `claims` and `brochure` are lists of phrases. `us` are the names of the
    advisers at the table, `first_names` those by which anybody there is called, without capitals.
    """

    jargon: PhraseList
    claims: PhraseList
    brochure: PhraseList
    familiar: bool | None = None
    us: tuple[str, ...] = ()
    first_names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of wording that can be switched off.

    `wrong` and `right` are an example for the help; `reason` says why the rule is there.
    """

    id: str
    name: str
    wrong: str
    right: str
    reason: str
    find: Callable[[Prose, Style], Iterable[Hit]]


class PhraseList:
    """Phrases, each with an advice; found quickly however many there are.

    In a phrase `*` stands for any end of a word.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        made: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for phrase, advice in sorted(set(phrases), key=lambda pair: -len(pair[0])):
            words = phrase.lower().split()
            body = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
            pattern = re.compile(rf"{body}(?!\w)", re.IGNORECASE)
            made.setdefault(words[0].rstrip("*")[:3], []).append((pattern, advice))
        self._by_opening = made

    def find(self, prose: Prose) -> Iterable[tuple[int, int, str]]:
        """Start, end and advice of each phrase in the text; the longest where several fit."""
        reached = 0
        for word in prose.words:
            if word.start < reached:
                continue
            for starts, advice in self._by_opening.get(word.low[:3], ()):
                match = starts.match(prose.text, word.start)
                if match:
                    reached = match.end()
                    yield match.start(), match.end(), advice
                    break
