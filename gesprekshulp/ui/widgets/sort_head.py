"""The head of a table that can be sorted by each of its columns."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.widgets.row_delegate import measures

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ARROW = 16
Order = TypeVar("Order", bound=StrEnum)


class SortHead(QWidget, Generic[Order]):
    """Names above columns: click to sort, by the same column again turns it round.

    With the keyboard: arrow keys go along the columns, Enter or Space sorts. `sorted` gives the
    column and whether it runs downwards. `downwards_first` are the columns that begin downwards;
    `spill` is how far a name may reach over the gap to the next column. A head of its own says
    where its columns stand (`cells`).
    """

    sorted = Signal(object, bool)

    def __init__(
        self,
        view: QAbstractItemView,
        columns: Sequence[Order],
        order: Order,
        *,
        descending: bool,
        downwards_first: Sequence[Order],
        spill: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.order = order
        self.descending = descending
        self._viewport = view.viewport()
        view.verticalScrollBar().rangeChanged.connect(self.update)
        self._columns = tuple(columns)
        self._downwards_first = frozenset(downwards_first)
        self._spill = spill
        self._at = 0
        self.setFixedHeight(SIZE.table_head)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tell()

    def cells(self, area: QRect) -> tuple[QRect, ...]:
        """Where the columns stand in a row."""
        raise NotImplementedError

    def set_order(self, order: Order, *, descending: bool) -> None:
        """Show by what is sorted, without telling so."""
        self.order, self.descending = order, descending
        self._tell()
        self.update()

    def sort_by(self, order: Order) -> None:
        """Sort by a column, as a click does."""
        fresh = order in self._downwards_first
        self.set_order(order, descending=not self.descending if order is self.order else fresh)
        self.sorted.emit(order, self.descending)

    def _tell(self) -> None:
        way = "aflopend" if self.descending else "oplopend"
        self.setAccessibleName(f"Kolommen; gesorteerd op {self.order.value}, {way}")

    def _cells(self) -> tuple[QRect, ...]:
        # As wide as the rows: a scroll bar takes its room from them.
        return self.cells(QRect(0, 0, self._viewport.width(), self.height()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for order, cell in zip(self._columns, self._cells(), strict=True):
            if cell.contains(event.position().toPoint()):
                self.sort_by(order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._at = (self._at + step) % len(self._columns)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.sort_by(self._columns[self._at])
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
        for number, (order, cell) in enumerate(zip(self._columns, self._cells(), strict=True)):
            active = order is self.order
            weight = 600 if active else 500
            painter.setFont(font(12, weight))
            painter.setPen(colour(c.text if active else c.muted))
            room = cell.width() + (-_ARROW if active else self._spill)
            shown = measures(12, weight).elidedText(order.value, elide, room)
            painter.drawText(cell.adjusted(0, 0, self._spill, 0), _LEFT, shown)
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
