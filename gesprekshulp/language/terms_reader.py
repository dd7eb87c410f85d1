"""The text under the reader's finger: tokens with a place, and the small things all rules need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from gesprekshulp.language.numbers import cardinal, ordinal
from gesprekshulp.language.terms_lexicon import ARTICLES, DAYPARTS, FILLERS
from gesprekshulp.language.terms_model import Match
from gesprekshulp.language.terms_tokens import (
    END,
    NUMBER,
    NUMERIC_DATE,
    ORDINAL,
    TIME,
    WORD,
    Token,
)
from gesprekshulp.language.wordlists import words

_END = Token(END, "", -1, -1)
_TENS = ("twintig", "dertig")
_ROMAN = {"ie": 1, "iie": 2, "iiie": 3, "ive": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
Value = TypeVar("Value")
Rule = Callable[["Reader", int], Match]


@dataclass(slots=True)
class Reader:
    """Tokens of one text with the day it was said; `loose` is for text meant as a term."""

    text: str
    tokens: list[Token]
    today: date
    country: str
    loose: bool
    point: Rule
    size: int = field(init=False)
    depth: int = 0

    def __post_init__(self) -> None:
        self.size = len(self.tokens)

    def at(self, place: int) -> Token:
        """The token at a place; one that says "end" outside the text."""
        return self.tokens[place] if 0 <= place < self.size else _END

    def word(self, place: int) -> str:
        """The word at a place; empty outside the text."""
        return self.tokens[place].word if 0 <= place < self.size else ""

    def raw(self, place: int) -> str:
        """The text of a token as it was typed."""
        token = self.at(place)
        return self.text[token.start : token.end] if token.start >= 0 else ""

    def skip(self, place: int, words: Iterable[str]) -> int:
        """The place after one of these words, or the same place."""
        return place + 1 if self.word(place) in words else place

    def skip_back(self, place: int, words: Iterable[str]) -> int:
        """The place before this one, or the one before that when one of these words is there."""
        return place - 2 if self.word(place - 1) in words else place - 1

    def skip_fillers(self, place: int) -> int:
        """The place after words like "nog" and "ergens"."""
        for _ in range(3):
            if self.word(place) not in FILLERS:
                break
            place += 1
            if self.word(place) == "." and self.word(place - 1) in ("ca", "max", "min"):
                place += 1
        return place

    def skip_of(self, place: int) -> int:
        """The place after "van de", "vd", "in het", "der" or nothing."""
        if self.word(place) in ("vd", "der", "dezer"):
            return place + 1
        if self.word(place) in ("van", "in", "v", "-"):
            place += 1
        return self.skip(place, ARTICLES)

    def whole(self, place: int) -> tuple[int, int] | None:
        """A whole number in digits or one word, and the place after it."""
        token = self.at(place)
        if token.kind == NUMBER:
            return token.value[0], place + 1
        if token.kind == WORD:
            value = cardinal(token.word)
            if value is not None and value < 10 and (split := self._split_number(place)):
                whole = cardinal(split[0])
                return (int(whole), split[1]) if whole else None
            if value is not None and value == int(value) and value > 0:
                return int(value), place + 1
        return None

    def _split_number(self, place: int) -> tuple[str, int] | None:
        """A number written in three words or with dashes: "een en twintig", "zes-en-twintig"."""
        after = self.skip(place + 1, ("-",))
        if self.word(after) != "en":
            return None
        after = self.skip(after + 1, ("-",))
        tens = self.word(after)
        joined = f"{self.word(place)}en{tens}"
        if not tens.startswith(_TENS) or (cardinal(joined) is None and ordinal(joined) is None):
            return None
        return joined, after + 1

    def nth(self, place: int) -> tuple[int, int] | None:
        """An ordinal ("15e", "derde", "laatste" as -1) and the place after it."""
        token = self.at(place)
        if token.kind == ORDINAL:
            return token.value[0], place + 1
        if token.kind == WORD:
            if token.word in _ROMAN and self.word(place + 1) in ("kwartaal", "kw"):
                return _ROMAN[token.word], place + 1
            if (value := ordinal(token.word)) is not None:
                return value, place + 1
            if self.word(place + 1) in ("-", "en") and (split := self._split_number(place)):
                whole = ordinal(split[0])
                return (whole, split[1]) if whole else None
            if token.word == "laatste":
                return -1, place + 1
            if token.word in ("voorlaatste", "eennalaatste"):
                return -2, place + 1
            if token.word == "een" and self.word(place + 2) == "laatste":
                return (-2, place + 3) if self.word(place + 1) == "na" else None
        if token.kind == NUMBER and self.word(place + 1) == "e":
            return token.value[0], place + 2
        if token.kind == NUMBER and self.word(place + 1) == "dezer":
            return token.value[0], place + 1
        return None


class Phrases(Generic[Value]):
    """Fixed phrases with a meaning, looked up by their first word; the longest one wins."""

    def __init__(self, table: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in table:
            first, *rest = phrase.split()
            self._by_first.setdefault(first, []).append((tuple(rest), value))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which a phrase can begin."""
        return frozenset(self._by_first)

    def match(self, reader: Reader, place: int) -> tuple[Value, int] | None:
        """The meaning of the longest phrase here and the place after it."""
        for rest, value in self._by_first.get(reader.word(place), ()):
            after = place + 1
            for word in rest:
                if reader.word(after) != word:
                    break
                after += 1
            else:
                return value, after
        return None


_MEALS = Phrases(
    (f"{when} {meal}", True)
    for when in ("voor", "na", "tijdens", "rond")
    for meal in (
        "de lunch",
        "het middaguur",
        "sluitingstijd",
        "kantoortijd",
        "het eten",
        "de middag",
    )
)
_BEFORE_CLOCK = frozenset(
    words("om vanaf tot voor rond tegen na tussen uiterlijk rondom omstreeks")
)
_HOURS = frozenset(("uur", "u", "h"))


def _hour(reader: Reader, place: int, sure: bool) -> int | None:
    """The place after an hour: 14:00, 14.00 uur, twaalf uur, half drie, kwart over negen."""
    token = reader.at(place)
    if token.kind == TIME:
        after = place + 1
        return reader.skip(after, _HOURS)
    if token.kind == NUMERIC_DATE and token.value[3] == ord(".") and token.value[0] <= 24:
        if reader.word(place + 1) in _HOURS:
            return place + 2
        return place + 1 if sure and len(token.word.partition(".")[2]) == 2 else None
    if token.word == "half" and (found := reader.whole(place + 1)) and found[0] <= 12:
        return reader.skip(found[1], _HOURS)
    if token.word in ("kwart", "vijf", "tien", "twintig") and reader.word(place + 1) in (
        "over",
        "voor",
    ):
        after = place + 2 + (reader.word(place + 2) == "half")
        if (found := reader.whole(after)) and found[0] <= 12:
            return reader.skip(found[1], _HOURS)
    if token.word in ("middernacht", "middaguur"):
        return place + 1
    found = reader.whole(place)
    if found and found[0] <= 24:
        if reader.word(found[1]) in _HOURS:
            after = found[1] + 1
            minutes = reader.whole(after)
            return minutes[1] if minutes and 0 < minutes[0] < 60 and sure else after
        if sure and reader.word(place - 1) == "om" and found[0] > 0:
            return found[1]
    return None


def clock(reader: Reader, place: int) -> int | None:
    """The place after a clock time with its preposition, or after a range of them."""
    word = reader.word(place)
    sure = word in _BEFORE_CLOCK
    after = _hour(reader, place + 1, True) if sure else _hour(reader, place, False)
    if after is None:
        return None
    if reader.word(after) in ("-", "–", "tot", "en"):
        more = _hour(reader, after + 1, True)
        after = more or after
    return daypart(reader, after) or after


def daypart(reader: Reader, place: int) -> int | None:
    """The place after a part of the day: "'s middags", "in de ochtend", "einde van de dag"."""
    start = place
    if found := _MEALS.match(reader, place):
        return found[1]
    if reader.word(place) == "'s":
        return place + 2 if reader.word(place + 1) in DAYPARTS else None
    if reader.word(place) in ("in", "aan", "op", "laat", "voor", "tegen"):
        place += 1
    place = reader.skip(place, ARTICLES)
    if reader.word(place) in ("begin", "eind", "einde", "loop"):
        part = reader.skip_of(place + 1)
        return part + 1 if reader.word(part) in DAYPARTS | {"dag", "werkdag"} else None
    if reader.word(place) not in DAYPARTS:
        return None
    if reader.word(place) == "morgen" and place == start and reader.word(place - 1) not in _DAYS:
        return None
    return place + 1


_DAYS = frozenset(
    words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr")
)
