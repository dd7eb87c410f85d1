"""How wide text is in a typeface, how high a line, and in how many lines a text comes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gesprekshulp.exchange.word.letter_tables import LETTERS, TABLES

_OTHER, _SQUARE = 0.5, 1.0

# Typefaces by the one that their letters are (nearly) as wide as, by how much wider they are, and
# how high a line is as a share of the letter size.
_FACES: dict[str, tuple[str, float, float]] = {
    "calibri": ("calibri", 1, 1.2207),
    "carlito": ("calibri", 1, 1.2207),
    "cambria": ("cambria", 1, 1.1724),
    "caladea": ("cambria", 1, 1.15),
    "arial": ("arial", 1, 1.1499),
    "helvetica": ("arial", 1, 1.1499),
    "liberation sans": ("arial", 1, 1.1499),
    "aptos": ("arial", 0.98, 1.2222),
    "segoe ui": ("arial", 0.98, 1.3301),
    "trebuchet ms": ("arial", 0.97, 1.1611),
    "times new roman": ("times", 1, 1.1499),
    "liberation serif": ("times", 1, 1.1499),
    "garamond": ("times", 0.94, 1.125),
    "georgia": ("times", 1.11, 1.1362),
    "book antiqua": ("times", 1.09, 1.2417),
    "palatino linotype": ("times", 1.09, 1.3486),
    "verdana": ("verdana", 1, 1.2153),
    "dejavu sans": ("verdana", 1, 1.1641),
    "tahoma": ("verdana", 0.88, 1.2070),
}
_UNKNOWN = {"roman": "times new roman", "modern": "verdana"}
"""What stands in for other typefaces, by the family that the document says they are of."""


class _Widths(dict[str, float]):
    """Width of each letter, also of those that no table has."""

    def __missing__(self, letter: str) -> float:
        plain = unicodedata.normalize("NFD", letter)[0]
        wide = unicodedata.east_asian_width(letter) in "WF"
        self[letter] = _SQUARE if wide else self.get(plain, _OTHER)
        return self[letter]


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """A typeface, plain or bold. `line` is the height of a line as a share of the letter size."""

    widths: _Widths
    line: float
    scale: float

    def width(self, text: str) -> float:
        """How wide a text is, in letter sizes."""
        return sum(map(self.widths.__getitem__, text)) * self.scale


Said = tuple[str, Letters, float]
"""A stretch of text, its letters and their size."""


@lru_cache(maxsize=64)
def letters(face: str, family: str = "", *, bold: bool = False) -> Letters:
    """The letters of a typeface by its name, or those that come nearest."""
    name = face.strip().casefold()
    known = _FACES.get(name) or _FACES[_UNKNOWN.get(family, "arial")]
    table, scale, line = known
    return Letters(_widths(table, bold), line, scale)


@lru_cache(maxsize=16)
def _widths(table: str, bold: bool) -> _Widths:
    found = map(int, TABLES[table][bold].split())
    return _Widths({one: width / 1000 for one, width in zip(LETTERS, found, strict=True)})


# A word, with the hyphens in it after which a line may end; or white space; or the end of a line.
_PIECE = re.compile(r"\n|[^\S\n\xa0]+|(?:[^\s\-]|\xa0)+-+(?=[^\W\d_])|(?:[^\s\-]|\xa0)+|-+")


def lines(said: Sequence[Said], width: float, first: float = 0.0) -> int:
    """How many lines a text takes, wrapped at spaces and hyphens.

    `first` is how far the first line is indented, in the measure of `width` and the letter sizes.
    """
    whole = sum(letters.width(text) * size for text, letters, size in said)
    if whole + first <= width and not any("\n" in text for text, _, _ in said):
        return 1
    number, used, gap, word = 1, first, 0.0, 0.0
    for text, letters, size in (*said, ("\n", _NOTHING, 0.0)):
        for piece in _PIECE.findall(text):
            is_space = piece.isspace() and piece != "\xa0"
            if not is_space:
                word += letters.width(piece) * size
                if piece[-1] != "-":
                    continue
            if word:
                if used and used + gap + word > width:
                    number, used = number + 1, word
                else:
                    used += gap + word
                while used > width > 0:  # a word longer than a line is broken
                    number, used = number + 1, used - width
                gap = word = 0.0
            if piece == "\n":
                number, used, gap = number + 1, 0.0, 0.0
            elif is_space:
                gap += letters.width(piece) * size
    return number - 1


_NOTHING = Letters(_Widths(), 0.0, 0.0)
