"""The words of a promise on a board, over as many lines as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.ui.theme.fonts import font


def words_of(promise: Commitment) -> str:
    """What is promised, as it stands on a board."""
    return promise.what[:1].upper() + promise.what[1:]


def is_ours(promise: Commitment) -> bool:
    """Whether one of us does it, alone or with the client."""
    return promise.side in (Side.US, Side.BOTH)


def month_font(promise: Commitment) -> QFont:
    """The letter of a promise in a month: ours stand out."""
    return font(12, 500 if is_ours(promise) else 400)


def wrapped(words: str, face: QFont, width: int, most: int) -> list[str]:
    """The words over at most so many lines; what does not fit ends with an ellipsis."""
    found: list[str] = []
    rest = words
    while rest and len(found) < most - 1:
        cut = _first_line(rest, face, width)
        found.append(rest[:cut].rstrip())
        rest = rest[cut:]
    if rest:
        found.append(QFontMetrics(face).elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return found


def _first_line(words: str, face: QFont, width: int) -> int:
    """How much of a text fits on one line."""
    layout = QTextLayout(words, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line.textLength()
