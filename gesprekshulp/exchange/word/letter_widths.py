"""How wide text is in Calibri, Word's own letter, and in how many lines it comes.

Widths are advance widths of Carlito, the free letter (Debian: fonts-crosextra-carlito) that has
those of Calibri, as a share of the letter size.
"""

from __future__ import annotations

import unicodedata

_BY_WIDTH = {
    0.221: "'", 0.226: " ", 0.229: "il", 0.239: "j", 0.251: ",I.·’‘", 0.268: ":;", 0.303: "()",
    0.306: "f-", 0.307: "[]", 0.314: "{}", 0.319: "J", 0.326: "!", 0.335: "t", 0.349: "r",
    0.386: "/\\", 0.391: "s", 0.395: "z", 0.401: '"', 0.419: "L“”", 0.423: "c", 0.433: "x",
    0.452: "vy", 0.455: "k", 0.459: "FS", 0.463: "?", 0.468: "Z", 0.471: "g", 0.479: "a",
    0.487: "TYE", 0.498: "e#*+<=>^_~–•", 0.507: "$0123456789€", 0.517: "PX", 0.52: "K",
    0.525: "bdhnpqu", 0.527: "o", 0.533: "C", 0.543: "RB", 0.567: "V", 0.579: "A", 0.615: "D",
    0.623: "H", 0.631: "G", 0.644: "UN", 0.662: "O", 0.673: "Q", 0.682: "&", 0.69: "…",
    0.715: "%w", 0.799: "m", 0.855: "M", 0.89: "W", 0.905: "@—",
}  # fmt: skip
_KNOWN = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_OTHER, _SQUARE = 0.5, 1.0


class _Widths(dict[str, float]):
    def __missing__(self, letter: str) -> float:
        plain = unicodedata.normalize("NFD", letter)[0]
        wide = unicodedata.east_asian_width(letter) in "WF"
        self[letter] = _SQUARE if wide else _KNOWN.get(plain, _OTHER)
        return self[letter]


_width = _Widths(_KNOWN).__getitem__


def lines(text: str, width: float) -> int:
    """How many lines a text takes, wrapped at spaces; `width` is in letter sizes."""
    return sum(_wrapped(part, width) for part in text.split("\n"))


def _wrapped(text: str, width: float) -> int:
    number, used = 1, 0.0
    space = _width(" ")
    for word in text.split():
        needed = sum(map(_width, word))
        if used and used + space + needed > width:
            number, used = number + 1, 0.0
        used += (space if used else 0.0) + needed
        while used > width:  # a word longer than a line is broken
            number, used = number + 1, used - width
    return number
