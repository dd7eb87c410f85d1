"""Text set in lines: the letter of the paper, and a text broken into lines of one width.

Text is measured in twips with a letter's own design sizes, unhinted, so that the page on screen,
in a PDF and on a printer breaks in the same places. A line is drawn with a painter that is scaled.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from gesprekshulp.domain.clean import clean
from gesprekshulp.domain.paper import Span
from gesprekshulp.ui.paper.inks import Inks
from gesprekshulp.ui.paper.looks import Letter
from gesprekshulp.ui.text_places import units
from gesprekshulp.ui.theme.palette import colour

_TAB = 709
# Glyphs that stand for two letters, for a letter in a certain place or for a figure of a certain
# width (the window's own letter has those) have no letter in a PDF: its text could not be copied.
_NO_SUBSTITUTES = ("liga", "clig", "calt", "dlig", "tnum")


@dataclass(frozen=True, slots=True)
class Face:
    """The families to set a paper in, the first one that is there, and the colours."""

    families: tuple[str, ...]
    inks: Inks


@cache
def families_of(wanted: str = "") -> tuple[str, ...]:
    """The firm's own letter when this computer has it; else that of our template, or the next."""
    usual = ("Calibri", "Carlito", *(("Inter",) if sys.platform.startswith("linux") else ()))
    more = ("Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans")
    there = [name for name in (wanted.strip(), *usual, *more) if QFontDatabase.hasFamily(name)]
    return tuple(dict.fromkeys(there))


@cache
def paper_font(families: tuple[str, ...], size: int, *, bold: bool) -> QFont:
    """A letter of `size` twips. The same object each time; copy it before changing it."""
    made = QFont()
    if families:
        made.setFamilies(list(families))
    made.setPixelSize(max(1, size))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for name in _NO_SUBSTITUTES:
        made.setFeature(QFont.Tag(name), 0)
    return made


@cache
def _option() -> QTextOption:
    option = QTextOption()
    option.setUseDesignMetrics(True)
    # A long word breaks where it must: nothing is ever cut off.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(_TAB)
    # As in Word: an Arabic name stands in its order, but the paragraph stays at the left.
    option.setTextDirection(option.textDirection().LeftToRight)
    return option


class SetText:
    """A text in lines of at most `width`; `tops` says where each begins, and where the last ends.

    Newlines are line breaks. It holds no place on a page: the same cell of a long table is set once
    and drawn many times.
    """

    __slots__ = ("_layout", "_shift", "ink", "lines", "text", "tops", "width")

    def __init__(
        self, spans: Sequence[Span], letter: Letter, width: float, spacing: float, face: Face
    ) -> None:
        pieces = [clean(span.text) for span in spans]
        self.text = "".join(pieces)
        self.ink = face.inks.of(letter.ink)
        font = paper_font(face.families, letter.size, bold=letter.bold)
        self._layout = QTextLayout(self.text.replace("\n", "\u2028"), font)
        self._layout.setTextOption(_option())
        self._layout.setCacheEnabled(True)
        if formats := _formats(spans, pieces, letter, face):
            self._layout.setFormats(formats)
        self.lines: list[QTextLine] = []
        self.tops = [0.0]
        self._shift: list[float] = []
        self.width = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            height = line.height()
            self.lines.append(line)
            # What a line is higher than its letters stands above them, as Word does it.
            self._shift.append(height * (spacing - 1))
            self.tops.append(self.tops[-1] + height * spacing)
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.tops[-1]

    def height_of(self, line: int) -> float:
        """The height of one line."""
        return self.tops[line + 1] - self.tops[line]

    def draw(self, painter: QPainter, line: int, x: float, y: float) -> None:
        """Draw one line with its top left at a point."""
        painter.setPen(colour(self.ink))
        self.lines[line].draw(painter, QPointF(x, y + self._shift[line]))

    def text_of(self, line: int) -> str:
        """The letters on one line."""
        shown = self.lines[line]
        units_ = self.text.encode("utf-16-le")
        start, length = 2 * shown.textStart(), 2 * shown.textLength()
        return units_[start : start + length].decode("utf-16-le").rstrip("\n")

    def stretch(self, line: int, start: int, end: int) -> tuple[float, float] | None:
        """From where to where the characters `start` to `end` stand on a line, if they do."""
        first, last = units(self.text, start), units(self.text, end)
        shown = self.lines[line]
        first = max(first, shown.textStart())
        last = min(last, shown.textStart() + shown.textLength())
        if first >= last:
            return None
        edges = sorted((_x(shown, first), _x(shown, last)))
        return edges[0], edges[1]

    def baseline(self, line: int) -> float:
        """How far below the top of a line its letters stand."""
        return self._shift[line] + self.lines[line].ascent()


def _x(line: QTextLine, at: int) -> float:
    # PySide gives the place back as well: (x, place); its own types say otherwise.
    found = cast("tuple[float, int] | float", line.cursorToX(at))
    return found[0] if isinstance(found, tuple) else found


def _formats(
    spans: Sequence[Span], pieces: Sequence[str], letter: Letter, face: Face
) -> list[QTextLayout.FormatRange]:
    made: list[QTextLayout.FormatRange] = []
    at = 0
    for span, text in zip(spans, pieces, strict=True):
        length = units(text)
        if length and (span.link or (span.strong and not letter.bold)):
            look = QTextCharFormat()
            if span.strong:
                look.setFontWeight(QFont.Weight.DemiBold)
            if span.link:
                look.setForeground(colour(face.inks.accent))
                look.setFontUnderline(True)
            piece = QTextLayout.FormatRange()
            piece.start = at  # pyright: ignore[reportAttributeAccessIssue]
            piece.length = length  # pyright: ignore[reportAttributeAccessIssue]
            piece.format = look  # pyright: ignore[reportAttributeAccessIssue]
            made.append(piece)
        at += length
    return made
