"""The table of clients: a row, a delegate and a head, because it has six columns."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.client import ClientOrder
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour
from gesprekshulp.ui.theme.tokens import SIZE, Colours
from gesprekshulp.ui.widgets.list_view import RowView
from gesprekshulp.ui.widgets.row import TABLE, Row
from gesprekshulp.ui.widgets.row_delegate import Hit, RowDelegate, measures
from gesprekshulp.ui.widgets.sort_head import SortHead

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MARGIN, _GAP, _GRIP = 32, 16, 5
_LEAST, _LEAST_NAME = 72, 160
_WIDE = 1_100
"""From here on half of the room more goes to the columns after the name."""
ORDERS = tuple(ClientOrder)


@dataclass(frozen=True, slots=True)
class ClientRow(Row):
    """A client as a row; every cell has two lines of which the second may be empty."""

    place: str = ""
    status: str = ""
    contact: str = ""
    contact_ago: str = ""
    promises: str = ""
    too_late: str = ""
    next: str = ""
    next_in: str = ""

    def spoken(self) -> str:
        """The row as one sentence, for a screen reader."""
        parts = [self.text, self.second, self.place, self.status]
        if self.contact:
            parts.append(f"laatste contact {self.contact} {self.contact_ago}".strip())
        parts += [self.promises, self.too_late]
        if self.next:
            parts.append(f"volgende afspraak {self.next} {self.next_in}".strip())
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of the columns after the name, in pixels; the name takes what is left.

    Until a border is dragged they grow with the table.
    """

    columns: tuple[int, int, int, int, int] = (136, 96, 136, 112, 136)

    def within(self, width: int) -> Widths:
        """The widths that are used in a table as wide as this."""
        more = max(0, width - _WIDE) // (2 * len(self.columns)) if self == Widths() else 0
        a, b, c, d, e = self.columns
        return Widths((a + more, b + more, c + more, d + more, e + more))

    def cells(self, rect: QRect) -> tuple[QRect, ...]:
        """The six cells of a row, the name first."""
        right = rect.x() + rect.width() - _MARGIN + _GAP
        found: list[QRect] = []
        for width in reversed(self.within(rect.width()).columns):
            right -= width
            found.append(QRect(right, rect.y(), width - _GAP, rect.height()))
        left = rect.x() + _MARGIN
        name = QRect(left, rect.y(), max(0, right - _GAP - left), rect.height())
        return (name, *reversed(found))

    def moved(self, border: int, by: int, room: int) -> Widths:
        """With the left border of column `border` (0 to 4) moved; `room` is what the name has."""
        columns = list(self.columns)
        by = max(by, _LEAST - (room if border == 0 else columns[border - 1]))
        if border == 0:
            by = max(by, -(room - _LEAST_NAME))
        by = min(by, columns[border] - _LEAST)
        columns[border] -= by
        if border > 0:
            columns[border - 1] += by
        return replace(self, columns=tuple(columns))

    def as_text(self) -> str:
        """The widths, to be remembered."""
        return ",".join(map(str, self.columns))

    @classmethod
    def of_text(cls, text: str) -> Widths:
        """Remembered widths, or the usual ones when they cannot be read."""
        parts = text.split(",")
        if len(parts) != 5 or not all(part.isascii() and part.isdigit() for part in parts):
            return cls()
        a, b, c, d, e = (min(600, max(_LEAST, int(part))) for part in parts)
        return cls((a, b, c, d, e))


class ClientDelegate(RowDelegate):
    """Draws a client's row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(TABLE, parent)
        self.widths = Widths()

    def hit(self, rect: QRect, row: Row, point: QPoint) -> Hit:
        return Hit.ROW

    def tooltip(self, rect: QRect, row: Row, point: QPoint) -> str:
        if not isinstance(row, ClientRow):
            return ""
        cells = self.widths.cells(rect)
        texts = (
            (row.text, row.second), (row.place, ""), (row.status, ""),
            (row.contact, row.contact_ago), (row.promises, row.too_late), (row.next, row.next_in),
        )  # fmt: skip
        for cell, (first, second) in zip(cells, texts, strict=True):
            if cell.contains(point):
                cut = measures(14, 600).horizontalAdvance(first) > cell.width()
                cut = cut or measures(12, 400).horizontalAdvance(second) > cell.width()
                return "\n".join(part for part in (first, second) if part) if cut else ""
        return ""

    def _row(self, painter: QPainter, rect: QRect, row: Row, c: Colours, position: int) -> None:
        if not isinstance(row, ClientRow):
            return
        name, place, status, contact, promises, following = self.widths.cells(rect)
        self._lines(painter, name, c, row.text, row.second, weight=600, size=14)
        self._lines(painter, place, c, row.place, "")
        self._lines(painter, status, c, row.status, "", role="muted")
        self._lines(painter, contact, c, row.contact, row.contact_ago)
        self._lines(painter, promises, c, row.promises, row.too_late, late=bool(row.too_late))
        self._lines(painter, following, c, row.next, row.next_in)

    @staticmethod
    def _lines(
        painter: QPainter,
        cell: QRect,
        c: Colours,
        first: str,
        second: str,
        *,
        weight: int = 400,
        size: int = 14,
        role: str = "text",
        late: bool = False,
    ) -> None:
        elide = Qt.TextElideMode.ElideRight
        if first:
            top = QRect(cell)
            if second:
                top.setRect(cell.x(), cell.center().y() - 18, cell.width(), 20)
            painter.setFont(font(size, weight))
            painter.setPen(colour(getattr(c, role)))
            shown = measures(size, weight).elidedText(first, elide, cell.width())
            painter.drawText(top, _LEFT, shown)
        if second:
            low = QRect(cell.x(), cell.center().y() + 2, cell.width(), 18)
            bold = 600 if late else 400
            painter.setFont(font(12, bold))
            painter.setPen(colour(c.late if late else c.muted))
            painter.drawText(low, _LEFT, measures(12, bold).elidedText(second, elide, cell.width()))


class ClientView(RowView):
    """The list of clients."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TABLE, parent, name="Klanten", row_height=SIZE.row_two_lines)
        self.clients = ClientDelegate(self)
        self.rows = self.clients
        self.setItemDelegate(self.clients)

    def set_widths(self, widths: Widths) -> None:
        """Use other widths."""
        self.clients.widths = widths
        self.viewport().update()


class ClientHead(SortHead[ClientOrder]):
    """The heads of the columns, of which the borders can be dragged; `changed` gives new Widths."""

    changed = Signal(object)

    def __init__(self, view: ClientView, parent: QWidget | None = None) -> None:
        self.widths = Widths()
        super().__init__(
            view,
            ORDERS,
            ClientOrder.NAME,
            descending=False,
            downwards_first=(ClientOrder.LAST_CONTACT, ClientOrder.PROMISES),
            parent=parent,
        )
        self._dragging = -1
        self._grabbed = 0
        self._before = self.widths
        self.setMouseTracking(True)

    def set_widths(self, widths: Widths) -> None:
        """Use other widths, and tell so with `changed`."""
        self.widths = widths
        self.update()
        self.changed.emit(widths)

    def cells(self, area: QRect) -> tuple[QRect, ...]:
        return self.widths.cells(area)

    def _border(self, x: float) -> int:
        for number, cell in enumerate(self._cells()[1:]):
            if abs(x - cell.x() + _GAP / 2) <= _GRIP:
                return number
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._dragging < 0:
            on_border = self._border(x) >= 0
            shape = Qt.CursorShape.SplitHCursor if on_border else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            return
        area = QRect(0, 0, self._viewport.width(), self.height())
        room = self._before.cells(area)[0].width()
        self.set_widths(self._before.moved(self._dragging, round(x) - self._grabbed, room))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        self._dragging = self._border(x)
        self._grabbed = round(x)
        self._before = self.widths.within(self._viewport.width())
        if self._dragging < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = -1
