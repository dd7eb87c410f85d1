"""A text on screen set in lines of one height, and a label that shows it.

Qt has lines of a height of one's own in rich text only, and a rich text makes a document of every
label and lays it out anew at each question of its layout: a third of the time of a page change.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.widgets.painting import measures

LINE_HEIGHT = {12: 16, 14: 20, 18: 24, 24: 32}
_LONGEST_WORD = 30
"""Letters that are kept on one line."""

_ANY_ROOM = 1_000_000


@cache
def _exact(size: int, weight: int) -> QFontMetricsF:
    return QFontMetricsF(font(size, weight))


@cache
def _option() -> QTextOption:
    option = QTextOption()
    # A word that is too long breaks where it must: nothing is ever cut off.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    return option


class SetText:
    """A text in a letter of `fonts.font`, at any width in pixels. Newlines are line breaks.

    `looks` are pieces of it that look otherwise: a colour, bold, or struck through.
    """

    __slots__ = ("_laid", "_letters", "_looks", "_room", "_size", "_weight", "_widths", "text")

    def __init__(
        self,
        text: str,
        size: int,
        weight: int = 400,
        looks: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        self.text = text
        self._size = size
        self._weight = weight
        self._letters: QFont = font(size, weight)
        self._looks = list(looks)
        self._laid: QTextLayout | None = None
        self._room = -1
        self._widths: tuple[int, int] | None = None

    def width(self) -> int:
        """As wide as its longest line is when nothing is broken."""
        return self._wide()[0]

    def least_width(self) -> int:
        """As wide as its longest word."""
        return self._wide()[1]

    def height(self, room: int) -> int:
        """How high the text is in lines of `room` wide."""
        return LINE_HEIGHT[self._size] * self._count(room)

    def draw(self, painter: QPainter, x: int, y: int, room: int, ink: QColor) -> None:
        """Draw the lines below each other; the painter gets their pen and letter."""
        painter.setPen(ink)
        letters = measures(self._size, self._weight)
        high = LINE_HEIGHT[self._size]
        above = (high - letters.height()) // 2
        if not self._looks and "\n" not in self.text and self.width() <= room:
            painter.setFont(self._letters)
            painter.drawText(x, y + above + letters.ascent(), self.text)
            return
        laid = self._lay_out(room)
        for number in range(laid.lineCount()):
            line = laid.lineAt(number)
            # A letter of another font may be higher: what counts is where the letters stand.
            lift = letters.ascent() - line.ascent()
            line.draw(painter, QPointF(x, y + number * high + above + lift))

    def _wide(self) -> tuple[int, int]:
        if self._widths is None:
            if self._looks:
                laid = self._lay_out(_ANY_ROOM)
                lines = (laid.lineAt(number) for number in range(laid.lineCount()))
                whole = max((line.naturalTextWidth() for line in lines), default=0.0)
                least = min(whole, laid.minimumWidth())
                self._widths = (math.ceil(whole), math.ceil(least))
            else:
                # In fractions, as lines are broken: a width rounded down breaks a line that fits.
                advance = _exact(self._size, self._weight).horizontalAdvance
                whole = math.ceil(max(map(advance, self.text.split("\n"))))
                words = self.text.split()
                # The longest few by letters: one of them is the widest.
                longest = sorted(words, key=len)[-3:]
                least = math.ceil(max(map(advance, longest))) if len(words) > 1 else whole
                self._widths = (whole, min(whole, least))
        return self._widths

    def _count(self, room: int) -> int:
        if self.width() <= room:
            return 1 + self.text.count("\n") if self.text else 0
        return self._lay_out(room).lineCount()

    def _lay_out(self, room: int) -> QTextLayout:
        """The lines at a width; kept until another is asked."""
        room = max(1, room)
        laid = self._laid
        if laid is None:
            laid = self._laid = QTextLayout(self.text.replace("\n", "\u2028"), self._letters)
            laid.setTextOption(_option())
            laid.setCacheEnabled(True)
            if self._looks:
                laid.setFormats(self._looks)
        if self._room != room:
            self._room = room
            laid.beginLayout()
            while (line := laid.createLine()).isValid():
                line.setLineWidth(room)
            laid.endLayout()
        return laid


class SetLabel(QLabel):
    """A label that shows a `SetText`: on one line, or over several with `setWordWrap`."""

    def __init__(self, size: int, weight: int = 400, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._weight = weight
        self._set = SetText("", size, weight)
        self._heights: dict[int, int] = {}
        self.setFont(font(size, weight))

    def set_text(self, text: str, looks: Sequence[QTextLayout.FormatRange] = ()) -> None:
        """Show another text."""
        self._set = SetText(text, self._size, self._weight, looks)
        self._heights.clear()
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def setWordWrap(self, on: bool) -> None:
        super().setWordWrap(on)
        # Qt sees to this itself for a text of its own only.
        policy = self.sizePolicy()
        policy.setHeightForWidth(on)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """The text without its looks."""
        return self._set.text

    def heightForWidth(self, arg__1: int) -> int:
        if not self.wordWrap():
            return -1
        edges = self.contentsMargins()
        room = arg__1 - edges.left() - edges.right()
        high = self._heights.get(room)
        if high is None:
            self._heights[room] = high = self._set.height(room)
        return max(high + edges.top() + edges.bottom(), self.minimumHeight())

    def sizeHint(self) -> QSize:
        wide = self._set.width()
        if self.wordWrap():
            # As Qt has it: a text of several lines asks for some eighty letters.
            wide = min(wide, 80 * measures(self._size, self._weight).averageCharWidth())
        return self._hint(wide, self._set.height(wide))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return self.sizeHint()
        # A link or a number without spaces breaks: it pushes nothing out of the window.
        most = _LONGEST_WORD * measures(self._size, self._weight).averageCharWidth()
        return self._hint(min(self._set.least_width(), most), LINE_HEIGHT[self._size])

    def _hint(self, wide: int, high: int) -> QSize:
        edges = self.contentsMargins()
        return QSize(
            wide + edges.left() + edges.right(),
            max(high + edges.top() + edges.bottom(), self.minimumHeight()),
        )

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        area = self.contentsRect()
        high = self._set.height(area.width() if self.wordWrap() else _ANY_ROOM)
        y = area.y()
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            y += max(0, (area.height() - high) // 2)
        painter = QPainter(self)
        ink = self.palette().color(self.foregroundRole())
        room = area.width() if self.wordWrap() else _ANY_ROOM
        self._set.draw(painter, area.x(), y, room, ink)
        painter.end()

    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.PaletteChange and hasattr(self, "_set"):
            self.palette_changed()

    def palette_changed(self) -> None:
        """The colours became others; a label with looks of its own sets them again."""
