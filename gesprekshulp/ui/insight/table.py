"""The table of clients on Inzicht: how its rows are drawn, and the head above them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gesprekshulp.ui.insight.rows import COLUMNS, Column, InsightRow
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import SIZE, Colours
from gesprekshulp.ui.widgets.list_view import RowView
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.widgets.row import TABLE, Row
from gesprekshulp.ui.widgets.row_delegate import Hit, RowDelegate, measures

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


class InsightHead(QWidget):
    """The names above the columns. Click to sort; by the same column again turns it round.

    With the keyboard: arrow keys go along the columns, Enter or Space sorts. `sorted` gives the
    Column and whether it runs downwards.
    """

    sorted = Signal(object, bool)

    def __init__(self, view: InsightView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = view.viewport()
        view.verticalScrollBar().rangeChanged.connect(self.update)
        self.column = Column.OURS_LATE
        self.descending = True
        self._at = 0
        self.setFixedHeight(SIZE.table_head)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tell()

    def set_order(self, column: Column, *, descending: bool) -> None:
        """Show by what is sorted, without telling so."""
        self.column, self.descending = column, descending
        self._tell()
        self.update()

    def sort_by(self, column: Column) -> None:
        """Sort by a column: what asks for attention comes first, names from A to Z."""
        worst_low = column in (Column.NAME, Column.OURS_KEPT, Column.THEIRS_KEPT)
        descending = not self.descending if column is self.column else not worst_low
        self.set_order(column, descending=descending)
        self.sorted.emit(column, descending)

    def _tell(self) -> None:
        way = "aflopend" if self.descending else "oplopend"
        self.setAccessibleName(f"Kolommen; gesorteerd op {self.column.value}, {way}")

    def _cells(self) -> tuple[QRect, ...]:
        # As wide as the rows: a scroll bar takes its room from them.
        return cells(QRect(0, 0, self._viewport.width(), self.height()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for column, cell in zip(COLUMNS, self._cells(), strict=True):
            if cell.contains(event.position().toPoint()):
                self.sort_by(column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._at = (self._at + (1 if key == Qt.Key.Key_Right else -1)) % len(COLUMNS)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.sort_by(COLUMNS[self._at])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        elide = Qt.TextElideMode.ElideRight
        for number, (column, cell) in enumerate(zip(COLUMNS, self._cells(), strict=True)):
            active = column is self.column
            weight = 600 if active else 500
            painter.setFont(font(12, weight))
            painter.setPen(colour(c.text if active else c.muted))
            room = cell.width() - (16 if active else 0) + (0 if active else 8)
            shown = measures(12, weight).elidedText(column.value, elide, room)
            painter.drawText(cell.adjusted(0, 0, 8, 0), _LEFT, shown)
            if active:
                x = cell.x() + measures(12, weight).horizontalAdvance(shown) + 4
                painter.save()
                painter.translate(x + 7, cell.center().y() + 1)
                if not self.descending:
                    painter.rotate(180)
                icons.paint(painter, "omlaag", c.text, -7, -7, 14)
                painter.restore()
            if self.hasFocus() and number == self._at:
                box(painter, cell.adjusted(-6, 4, 6, -4), None, c.accent, 4, 2)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colour(c.line))
        painter.end()
