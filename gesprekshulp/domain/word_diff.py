"""What changed in a text, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_LONGEST = 4000
"""So many words are compared one by one; of more the text as a whole is shown."""


class Piece(StrEnum):
    """What became of a stretch of text."""

    SAME = "gelijk"
    REMOVED = "weg"
    ADDED = "nieuw"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words, and whether they stayed, went or came."""

    text: str
    piece: Piece


def word_diff(before: str, after: str) -> tuple[Stretch, ...]:
    """The two texts as one, with what went before what came.

    >>> [(one.text, one.piece.value) for one in word_diff("op vrijdag klaar", "op maandag klaar")]
    [('op ', 'gelijk'), ('vrijdag', 'weg'), ('maandag', 'nieuw'), (' klaar', 'gelijk')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) + len(new) > _LONGEST:
        found = [("replace", 0, len(old), 0, len(new))]
    else:
        found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    pieces: list[Stretch] = []
    for what, a, b, c, d in found:
        if what == "equal":
            pieces.append(Stretch("".join(old[a:b]), Piece.SAME))
            continue
        if b > a:
            pieces.append(Stretch("".join(old[a:b]), Piece.REMOVED))
        if d > c:
            pieces.append(Stretch("".join(new[c:d]), Piece.ADDED))
    return tuple(_tidy(pieces))


def likeness(before: str, after: str) -> float:
    """How alike two texts are, from 0 (nothing) to 1 (the same words)."""
    old, new = before.casefold().split()[:400], after.casefold().split()[:400]
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _tidy(pieces: list[Stretch]) -> list[Stretch]:
    """A blank between two changes belongs to both: "twee dagen" became "drie weken" as a whole."""
    joined: list[Stretch] = []
    gone: list[str] = []
    come: list[str] = []

    def settle() -> None:
        if gone:
            joined.append(Stretch("".join(gone), Piece.REMOVED))
        if come:
            joined.append(Stretch("".join(come), Piece.ADDED))
        gone.clear()
        come.clear()

    for place, one in enumerate(pieces):
        if one.piece is Piece.REMOVED:
            gone.append(one.text)
        elif one.piece is Piece.ADDED:
            come.append(one.text)
        elif one.text.isspace() and gone and come and place + 1 < len(pieces):
            gone.append(one.text)
            come.append(one.text)
        else:
            settle()
            joined.append(one)
    settle()
    return joined
