"""The table of clients on Inzicht: how its rows are drawn, and the head above them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gesprekshulp.ui.insight.rows import COLUMNS, Column, InsightRow
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour
from gesprekshulp.ui.theme.tokens import SIZE, Colours
from gesprekshulp.ui.widgets.list_view import RowView
from gesprekshulp.ui.widgets.row import TABLE, Row
from gesprekshulp.ui.widgets.row_delegate import Hit, RowDelegate, measures
from gesprekshulp.ui.widgets.sort_head import SortHead

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MARGIN, _GAP, _NAME = 32, 16, 220
_WIDTHS = (104, 144, 112, 144, 112, 112)


def cells(rect: QRect) -> tuple[QRect, ...]:
    """The cells of a row, the name first; on a wide page they are further apart."""
    room = rect.width() - 2 * _MARGIN
    part = min(1.4, max(0.72, (room - _NAME) / sum(_WIDTHS)))
    right = rect.x() + rect.width() - _MARGIN + _GAP
    found: list[QRect] = []
    for width in reversed(_WIDTHS):
        wide = round(width * part)
        right -= wide
        found.append(QRect(right, rect.y(), wide - _GAP, rect.height()))
    left = rect.x() + _MARGIN
    name = QRect(left, rect.y(), max(0, right - _GAP - left), rect.height())
    return (name, *reversed(found))


class InsightDelegate(RowDelegate):
    """Draws a client's row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(TABLE, parent)

    def hit(self, rect: QRect, row: Row, point: QPoint) -> Hit:
        return Hit.ROW

    def tooltip(self, rect: QRect, row: Row, point: QPoint) -> str:
        if not isinstance(row, InsightRow):
            return ""
        texts = ((row.text, ""), *row.cells)
        for number, (cell, (first, second)) in enumerate(zip(cells(rect), texts, strict=True)):
            if cell.contains(point):
                wide = measures(14, 400 if number else 600).horizontalAdvance(first)
                cut = max(wide, measures(12, 400).horizontalAdvance(second)) > cell.width()
                return "\n".join(part for part in (first, second) if part) if cut else ""
        return ""

    def _row(self, painter: QPainter, rect: QRect, row: Row, c: Colours, position: int) -> None:
        if not isinstance(row, InsightRow):
            return
        name, *others = cells(rect)
        self._line(painter, name, row.text, 14, 600, c.text)
        for cell, (first, second) in zip(others, row.cells, strict=True):
            if not second:
                quiet = first in ("–", "0")
                self._line(painter, cell, first, 14, 400, c.muted if quiet else c.text)
                continue
            middle = cell.center().y()
            top = QRect(cell.x(), middle - 18, cell.width(), 20)
            self._line(painter, top, first, 14, 400, c.text)
            low = QRect(cell.x(), middle + 2, cell.width(), 18)
            self._line(painter, low, second, 12, 400, c.muted)

    @staticmethod
    def _line(painter: QPainter, cell: QRect, text: str, size: int, weight: int, ink: str) -> None:
        painter.setFont(font(size, weight))
        painter.setPen(colour(ink))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(cell, _LEFT, measures(size, weight).elidedText(text, elide, cell.width()))


class InsightView(RowView):
    """The list of clients; one click opens a client."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            TABLE, parent, name="Betrouwbaarheid per klant", row_height=SIZE.row_two_lines
        )
        self.rows = InsightDelegate(self)
        self.setItemDelegate(self.rows)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_row = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if on_row else Qt.CursorShape.ArrowCursor
        )


class InsightHead(SortHead[Column]):
    """The names above the columns: what asks for attention comes first, names from A to Z."""

    def __init__(self, view: InsightView, parent: QWidget | None = None) -> None:
        worst_is_low = (Column.NAME, Column.OURS_KEPT, Column.THEIRS_KEPT)
        super().__init__(
            view,
            COLUMNS,
            Column.OURS_LATE,
            descending=True,
            downwards_first=[column for column in COLUMNS if column not in worst_is_low],
            spill=8,
            parent=parent,
        )

    def cells(self, area: QRect) -> tuple[QRect, ...]:
        return cells(area)
