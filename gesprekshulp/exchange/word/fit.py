"""How much room text takes, guessed on the safe side: so many lines, and what fits in them.

There is no layout engine here, and nobody knows which font a machine will show. So every letter
counts as wide as in a wide font (Inter, DejaVu Sans), which Calibri, Word's own, never reaches.
"""

from __future__ import annotations

import unicodedata

from gesprekshulp.domain.clean import clean

# Widths as a share of the letter size.
_NARROW = frozenset("iljtfrI.,:;'’‘!|()[]-· ")
_WIDE = frozenset("mwMW@%—…&")


class _Widths(dict[str, float]):
    def __missing__(self, letter: str) -> float:
        self[letter] = _measured(letter)
        return self[letter]


def _measured(letter: str) -> float:
    if letter in _NARROW:
        return 0.38
    if letter in _WIDE:
        return 0.98
    if letter < "\u0250":
        return 0.74 if letter.isupper() else 0.62
    if unicodedata.combining(letter):
        return 0.0
    if letter >= "\U0001f000":
        # Emoji.
        return 1.4
    if "\ufb50" <= letter <= "\ufdff" or letter >= "\U00012000":
        # Ligatures of whole sentences, cuneiform.
        return 12.0
    return 1.3


_width = _Widths().__getitem__


def fitted(text: str, width: float, lines: int) -> tuple[str, int]:
    """The text, or as much of it as surely fits in so many lines, and how many it takes.

    `width` is in letter sizes. What is cut ends in an ellipsis.
    """
    # Far more letters than fit need no measuring.
    text = clean(text[: int(lines * width * 8) + 8])
    wrapped = _wrapped(text, width, lines + 1)
    if len(wrapped) <= lines:
        return text, max(1, len(wrapped))
    last = wrapped[lines - 1].rstrip()
    while last and sum(map(_width, last)) + _width("…") > width:
        last = last[:-1].rstrip()
    return " ".join((*wrapped[: lines - 1], f"{last}…")), lines


def _wrapped(text: str, width: float, most: int) -> list[str]:
    """The text in lines, as greedy as a word processor, up to `most` lines."""
    lines: list[str] = []
    current, used = "", 0.0
    for word in text.split():
        needed = sum(map(_width, word))
        if current and used + _width(" ") + needed <= width:
            current, used = f"{current} {word}", used + _width(" ") + needed
            continue
        if current:
            lines.append(current)
        current, used = "", 0.0
        for letter in word if needed > width else ():
            if len(lines) >= most:
                return lines
            if used + _width(letter) > width and current:
                lines.append(current)
                current, used = "", 0.0
            current, used = current + letter, used + _width(letter)
        if needed <= width:
            current, used = word, needed
        if len(lines) >= most:
            return lines
    return [*lines, current] if current else lines
