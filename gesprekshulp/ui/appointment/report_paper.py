"""The paper of the preview: a page 624 wide with the letters, lines and tables of the Word file."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.exchange.word.styles import accent as readable_accent
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours, is_dark
from gesprekshulp.ui.theme.tokens import LIGHT
from gesprekshulp.ui.widgets.cards import Separator

WIDTH = 624
NARROWEST = 448
MARGIN = 56
_NARROW_MARGIN = 24
_HEIGHT = 882  # the shape of A4
_PAPER_DARK = "#192122"


@cache
def paper_font(size: int = 12, weight: int = 400) -> QFont:
    """The letter of the paper; its sizes are those of the Word file, not of the window."""
    made = QFont(font(12, weight))
    made.setPixelSize(size)
    return made


def firm_colour(widget: QWidget, accent: str) -> str:
    """The firm's colour, lighter on dark paper so that it can be read."""
    if not is_dark(widget.palette()):
        return f"#{readable_accent(accent)}"
    if accent.upper() == LIGHT.accent:
        return colours(widget).accent
    shade = QColor(accent)
    return QColor.fromHsl(max(shade.hslHue(), 0), min(shade.hslSaturation(), 160), 185).name()


_ON_ONE_LINE = 100_000
_USUAL = 240


class PaperText(QWidget):
    """Text as it stands on paper, wrapped, with lines of a fixed height in pixels.

    `role` is "text", "muted" or "accent"; the last is the firm's colour. Lighter than a label,
    because a page has a hundred of them and is built again after every change.
    """

    def __init__(
        self,
        text: str,
        accent: str = LIGHT.accent,
        *,
        size: int = 12,
        weight: int = 400,
        role: str = "text",
        line: int = 18,
        bold_start: str = "",
        bold_end: str = "",
    ) -> None:
        super().__init__()
        self._accent, self._role, self._line = accent, role, line
        self._words = f"{bold_start}{text}{bold_end}"
        self._layout = QTextLayout(self._words.replace("\n", "\u2028"), paper_font(size, weight))
        self._layout.setFormats(
            [
                piece
                for start, length in (
                    (0, len(bold_start)),
                    (len(bold_start) + len(text), len(bold_end)),
                )
                if (piece := _bold(start, length)) is not None
            ]
        )
        # A long word breaks where it must: the text of a narrow column is never cut off.
        anywhere = QTextOption()
        anywhere.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(anywhere)
        self._height = 0
        self._wide = -1
        self._heights: dict[int, int] = {}
        self._natural = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self._words)

    def plain(self) -> str:
        """The words, all of them."""
        return self._words

    def natural_width(self) -> int:
        """How wide it is on one line."""
        self._set(_ON_ONE_LINE)
        return self._natural + 1

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        # A layout asks this over and over, for a few widths in turn.
        margins = self.contentsMargins()
        wide = arg__1 - margins.left() - margins.right()
        if wide not in self._heights:
            self._set(wide)
            self._heights[wide] = self._height
        return self._heights[wide] + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        # Layouts ask how high it is at this width as well: not so narrow that it takes ten lines.
        return QSize(_USUAL, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(16, self._line + margins.top() + margins.bottom())

    def _set(self, wide: int) -> None:
        if self._natural < 0:
            self._natural = self._lay_out(_ON_ONE_LINE)
        # With room for its longest line it stands the same at any width: most cells of a table
        # are laid out once, whatever widths are tried.
        wide = _ON_ONE_LINE if wide > self._natural else wide
        if wide != self._wide:
            self._lay_out(wide)

    def _lay_out(self, wide: int) -> int:
        """Break the text into lines; gives the width of the longest."""
        self._wide = wide
        self._layout.beginLayout()
        top = longest = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(wide, 1))
            line.setPosition(QPointF(0, top + (self._line - line.height()) / 2))
            longest = max(longest, math.ceil(line.naturalTextWidth()))
            top += self._line
        self._layout.endLayout()
        self._height = max(top, self._line)
        return longest

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        ink = firm_colour(self, self._accent) if self._role == "accent" else getattr(c, self._role)
        area = self.contentsRect()
        self._set(area.width())
        painter = QPainter(self)
        painter.setPen(colour(ink))
        self._layout.draw(painter, QPointF(area.topLeft()))
        painter.end()


def _bold(start: int, length: int) -> QTextLayout.FormatRange | None:
    if not length:
        return None
    piece = QTextLayout.FormatRange()
    piece.start = start  # pyright: ignore[reportAttributeAccessIssue]
    piece.length = length  # pyright: ignore[reportAttributeAccessIssue]
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    piece.format = look  # pyright: ignore[reportAttributeAccessIssue]
    return piece


class Rule(QWidget):
    """The line under the letterhead, in the firm's colour."""

    def __init__(self, accent: str) -> None:
        super().__init__()
        self._accent = accent
        self.setFixedHeight(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(firm_colour(self, self._accent)))
        painter.end()


class Paper(QWidget):
    """One long white page; blocks go in `column`."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(WIDTH, _HEIGHT)
        # Without a role of its own, letters on the desk would be made for the desk.
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN - 7, 24, MARGIN - 7, 48)
        self.column.setSpacing(0)

    def set_width(self, room: int) -> None:
        """Be 624 wide where there is room, and narrower, with smaller margins, where there is not.

        Lines then break elsewhere than in the Word file, but none is cut off.
        """
        wide = min(WIDTH, max(NARROWEST, room))
        if wide == self.width():
            return
        self.setFixedWidth(wide)
        side = max(_NARROW_MARGIN, MARGIN - (WIDTH - wide) // 2) - 7
        self.column.setContentsMargins(side, 24, side, 48)
        self.fit()

    def inner_width(self) -> int:
        """How wide a block is."""
        margins = self.column.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def fit(self) -> None:
        """Be as high as what stands on it."""
        self.setFixedHeight(max(_HEIGHT, self.column.totalHeightForWidth(self.width())))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        fill = _PAPER_DARK if is_dark(self.palette()) else "#FFFFFF"
        painter.fillRect(self.rect(), colour(fill))
        painter.setPen(colour(c.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Cells(QWidget):
    def __init__(self, cells: Sequence[QWidget], widths: Sequence[int], *, head: bool) -> None:
        super().__init__()
        self._head = head
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        for cell, width in zip(cells, widths, strict=True):
            if width:
                cell.setFixedWidth(width)
            row.addWidget(cell, 0 if width else 1, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._head:
            painter = QPainter(self)
            painter.fillRect(self.rect(), colour(colours(self).sunken))
            painter.end()


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> QWidget:
    """A table with a head; a width of 0 takes what is left."""
    holder, column = _column()
    head = [PaperText(text, weight=600) for text in heads]
    column.addWidget(_Cells(head, widths, head=True))
    column.addWidget(Separator())
    for cells in rows:
        column.addWidget(_Cells([PaperText(text) for text in cells], widths, head=False))
        column.addWidget(Separator())
    return holder


def facts(rows: Sequence[tuple[str, str]]) -> QWidget:
    """The table of facts under the title: a muted label and what it is."""
    holder, column = _column()
    for label, value in rows:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        name = PaperText(label, role="muted")
        name.setFixedWidth(108)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PaperText(value), 1)
        column.addWidget(line)
        column.addWidget(Separator())
    return holder


def numbered(items: Sequence[PaperText], marks: Sequence[str]) -> QWidget:
    """A list with numbers or bullets before its items."""
    holder, column = _column()
    for mark, item in zip(marks, items, strict=True):
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        sign = PaperText(mark)
        sign.setFixedWidth(16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(item, 1)
        column.addLayout(row)
    return holder


def _column() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return holder, column
