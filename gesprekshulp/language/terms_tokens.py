"""Cuts a text into the pieces that the term rules look at, in one pass."""

import re
import unicodedata
from dataclasses import dataclass

from gesprekshulp.language.numbers import cardinal
from gesprekshulp.language.patterns import pattern
from gesprekshulp.language.terms_lexicon import DAY_AND_PART, MONTHS, STOPPED, SYNONYMS, mended

WORD, NUMBER, ORDINAL, NUMERIC_DATE, TIME, YEAR, MARK, OTHER, END = [
    "word",
    "number",
    "ordinal",
    "date",
    "time",
    "year",
    "mark",
    "other",
    "end",
]


@dataclass(slots=True)
class Token:
    """A piece of the text. `word` is what the rules compare; `parted` means "vrijdagmiddag"."""

    kind: str
    word: str
    start: int
    end: int
    value: tuple[int, ...] = ()
    parted: bool = False


# Arrows are bounded: a ruled line of dashes would be read to its end from each of them.
_PIECE = pattern(
    r"""
      (?P<tm>[tT]\s?/\s?[mM](?![^\W_]))
    | (?P<of>[vV]/[dDhH](?![^\W_]))
    | (?P<num>[0-9]+(?:[-/.,:][0-9]+)*)(?P<tail>[^\W\d_]{1,12}(?:[0-9]{4}|[0-9]{0,2}))?
    | (?P<abbr>[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?)
    | (?P<year>['’‘´`][0-9]{2}(?![^\W_]))
    | (?P<poss>['’‘´`][snt](?![^\W_]))
    | (?P<word>[^\W\d_](?:[^\W_]|[\u0300-\u036f]|['’](?=[^\W\d_]))*)
    | (?P<line>\n\s*)
    | (?P<arrow>-{1,9}>|={1,9}>|[→⇒➔➜➡►»])
    | (?P<mark>[-–—/.,;:()!?&+€%$§@*|"“”\[\]])
    | (?P<rest>[^\w\s\-–—/.,;:()!?&+€%$§@*|"“”\[\]→⇒➔➜➡►»'’‘´`]+|[^\s])
    """,
    re.VERBOSE,
)
_ISO = pattern(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_FULL = pattern(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_SHORT = pattern(r"([0-9]{1,2})([-/.])([0-9]{1,2})")
_MONTH_YEAR = pattern(r"([0-9]{1,2})[-/]([0-9]{4})")
_YEAR_MONTH = pattern(r"([0-9]{4})-([0-9]{2})")
_PAIR = pattern(
    r"([0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?)-([0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?)"
    r"|([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})"
)
_CLOCK = pattern(r"([01]?[0-9]|2[0-4]):([0-5][0-9])(?::[0-5][0-9])?")
_GLUED = pattern(r"([a-z]+)([0-9]{1,2})(?:[-'])?")
_SHORTENED = {"s": "'s", "n": "een", "t": "het"}
_ORDINAL_TAILS = frozenset(("e", "de", "den", "ste", "en", "ste.", "th", "st", "nd", "rd"))


def plain(word: str) -> str:
    """Lower case without accents: "Vóór" becomes "voor"."""
    word = word.lower()
    if word.isascii():
        return word
    word = word.replace("’", "'").replace("‘", "'").replace("ĳ", "ij")
    split = unicodedata.normalize("NFD", word)
    return "".join(mark for mark in split if not unicodedata.combining(mark))


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) > 2 else 1900 + year if year >= 70 else 2000 + year


def _number(digits: str, start: int, end: int) -> Token:
    if digits.isdecimal():
        if len(digits) > 9:
            return Token(OTHER, "", start, end)
        if len(digits) == 8 and digits[:2] in ("19", "20"):
            parts = (int(digits[6:]), int(digits[4:6]), int(digits[:4]), 8)
            return Token(NUMERIC_DATE, digits, start, end, parts)
        return Token(NUMBER, digits, start, end, (int(digits),))
    if found := _ISO.fullmatch(digits):
        year, _, month, day = found.groups()
        return Token(NUMERIC_DATE, digits, start, end, (int(day), int(month), int(year), 0))
    if found := _FULL.fullmatch(digits):
        day, _, month, year = found.groups()
        return Token(NUMERIC_DATE, digits, start, end, (int(day), int(month), _year(year), 0))
    if found := _SHORT.fullmatch(digits):
        day, mark, month = found.groups()
        return Token(NUMERIC_DATE, digits, start, end, (int(day), int(month), 0, ord(mark)))
    if found := _MONTH_YEAR.fullmatch(digits):
        return Token(NUMERIC_DATE, digits, start, end, (0, int(found[1]), int(found[2]), 1))
    if found := _YEAR_MONTH.fullmatch(digits):
        return Token(NUMERIC_DATE, digits, start, end, (0, int(found[2]), int(found[1]), 1))
    if found := _CLOCK.fullmatch(digits):
        return Token(TIME, digits, start, end, (int(found[1]), int(found[2])))
    return Token(OTHER, digits if len(digits) < 12 else "", start, end)


def _numbers(digits: str, start: int, end: int) -> list[Token]:
    """One piece of digits; "20/3-25/3" is two dates with a dash between them."""
    pair = _PAIR.fullmatch(digits) if len(digits) < 24 else None
    if pair is None:
        return [_number(digits, start, end)]
    first, second = (part for part in pair.groups() if part)
    dash = start + len(first)
    return [
        _number(first, start, dash),
        Token(MARK, "-", dash, dash + 1),
        _number(second, dash + 1, end),
    ]


def _tailed(digits: str, tail: str, start: int, end: int) -> list[Token]:
    """A number with letters stuck to it: 15e, 14u30, 9mrt, 3wk; anything else is no number."""
    if digits.isdecimal() and len(digits) <= 4:
        value = int(digits)
        if tail in _ORDINAL_TAILS:
            return [Token(ORDINAL, f"{value}e", start, end, (value,))]
        if tail == "uur" or (tail[0] in "uh" and (tail[1:].isdecimal() or len(tail) == 1)):
            return [Token(TIME, digits, start, end, (value, 0))]
        letters = plain(tail)
        split = start + len(digits)
        number = Token(NUMBER, digits, start, split, (value,))
        if len(letters) > 4 and letters[-4:].isdecimal() and letters[:-4] in MONTHS:  # 04dec2026
            year = Token(NUMBER, letters[-4:], end - 4, end, (int(letters[-4:]),))
            return [number, Token(WORD, letters[:-4], split, end - 4), year]
        if letters in MONTHS or letters in ("wk", "weken", "dagen", "mnd", "week", "dgn", "jaar"):
            return [number, Token(WORD, letters, split, end)]
        if letters == "q" or letters in ("w", "wkn"):
            return [Token(OTHER, digits + letters, start, end, (value,))]
    if tail[0] in "tT" and (_FULL.fullmatch(digits) or _ISO.fullmatch(digits)):
        return [_number(digits, start, start + len(digits))]  # 2026-03-09T10:00
    if tail in ("u", "uur", "h") and _SHORT.fullmatch(digits):
        return [Token(TIME, digits, start, end, (0, 0))]
    return [Token(OTHER, "", start, end)]


def _word(raw: str, start: int, end: int) -> list[Token]:
    word = plain(raw)
    word = SYNONYMS.get(word, word)
    if word.startswith("tweeduizend") and len(word) > 11 and (year := cardinal(word)):
        return [Token(NUMBER, str(int(year)), start, end, (int(year),))]
    if word in DAY_AND_PART:
        return [Token(WORD, DAY_AND_PART[word], start, end, (), True)]
    if word[-1].isdigit():
        if found := _GLUED.fullmatch(word):
            split = start + len(found[1])
            return [
                Token(WORD, found[1], start, split),
                Token(NUMBER, found[2], split, end, (int(found[2]),), True),
            ]
        return [Token(OTHER, "", start, end)]
    fixed = mended(word)
    if fixed is word and len(word) > 11:
        for part in ("ochtend", "middag", "avond"):
            if word.endswith(part):
                day = mended(word[: -len(part)])
                if day + part in DAY_AND_PART:
                    return [Token(WORD, day, start, end, (), True)]
    return [Token(WORD, fixed, start, end)]


def _cut_short(text: str, tokens: list[Token], stop: int) -> bool:
    """Whether a full stop belongs to the abbreviation before it: "aanst. maandag"."""
    last = tokens[-1] if tokens else None
    return last is not None and last.end == stop and text[last.start : stop].lower() in STOPPED


def tokenise(text: str) -> list[Token]:
    """All pieces of the text in order; white space falls out, a line end is a mark."""
    tokens: list[Token] = []
    for found in _PIECE.finditer(text):
        group, start, end = found.lastgroup, found.start(), found.end()
        if group == "word":
            tokens += _word(found[0], start, end)
        elif group == "mark" and found[0] == "." and _cut_short(text, tokens, start):
            pass
        elif group == "mark":
            tokens.append(Token(MARK, found[0], start, end))
        elif group == "num":
            tokens += _numbers(found[0], start, end)
        elif group == "tail":
            tokens += _tailed(found["num"], found["tail"], start, end)
        elif group == "abbr":
            word = plain(found[0]).replace(".", "")
            word = SYNONYMS.get(word, word)
            tokens.append(Token(WORD, word, start, end))
        elif group == "year":
            tokens.append(Token(YEAR, found[0], start, end, (_year(found[0][1:]),)))
        elif group == "tm":
            tokens.append(Token(WORD, "t/m", start, end))
        elif group == "of":
            tokens.append(Token(WORD, "vd", start, end))
        elif group == "poss":
            tokens.append(Token(WORD, _SHORTENED[found[0][1]], start, end))
        elif group == "line":
            tokens.append(Token(MARK, "\n", start, end))
        elif group == "arrow":
            tokens.append(Token(MARK, "→", start, end))
        else:
            tokens.append(Token(OTHER, "", start, end))
    return tokens
