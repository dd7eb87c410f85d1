"""The head of a list drawn by RowDelegate: names above the columns, widths that can be dragged."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.row import Columns
from gesprekshulp.ui.widgets.row_delegate import Places

_LEAST = 72
_GRIP = 5


class TableHead(QWidget):
    """Names of the columns (badge, text, client, date); drag their borders to change the widths.

    `changed` gives the new Columns; `widths` and `set_widths` are for remembering them. `follow`
    keeps the names above a list whose scroll bar comes and goes.
    """

    changed = Signal(object)

    def __init__(
        self, columns: Columns, names: tuple[str, str, str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self._names = names
        self._dragging = ""
        self._grabbed = 0
        self._before = columns
        self._view: QAbstractScrollArea | None = None
        self.setFixedHeight(SIZE.table_head)
        self.setMouseTracking(True)
        self.setAccessibleName("Kolommen: " + ", ".join(name for name in names if name))

    def follow(self, view: QAbstractScrollArea) -> None:
        """Leave the room that the list's scroll bar takes free."""
        self._view = view
        view.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.update()
        return False

    def _area(self) -> QRect:
        bar = self._view.verticalScrollBar() if self._view is not None else None
        taken = bar.width() if bar is not None and bar.isVisible() else 0
        return self.rect().adjusted(0, 0, -taken, 0)

    def widths(self) -> str:
        """The widths as text, to be remembered."""
        return f"{self.columns.client},{self.columns.date}"

    def set_widths(self, text: str) -> None:
        """Use remembered widths; anything unreadable is passed over."""
        client, _, day = text.partition(",")
        if client.isdigit() and day.isdigit() and min(int(client), int(day)) >= _LEAST:
            self._use(replace(self.columns, client=int(client), date=int(day)))

    def set_columns(self, columns: Columns) -> None:
        """Show these columns, without telling so with `changed`."""
        self.columns = columns
        self.update()

    def _use(self, columns: Columns) -> None:
        self.columns = columns
        self.update()
        self.changed.emit(columns)

    def _grip(self, x: float) -> str:
        places = Places(self._area(), self.columns)
        if self.columns.client and abs(x - places.client.x() + 6) <= _GRIP:
            return "client"
        if self.columns.date and abs(x - places.date.x() + 6) <= _GRIP:
            return "date"
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if not self._dragging:
            shape = Qt.CursorShape.SplitHCursor if self._grip(x) else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        by = round(x) - self._grabbed
        before = self._before
        if self._dragging == "client":
            most = before.client + Places(self._area(), before).text.width() - 120
            client = max(_LEAST, min(most, before.client - by))
            self._use(replace(before, client=client))
        else:
            if not before.client:
                self._use(replace(before, date=max(_LEAST, before.date - by)))
                return
            room = before.client + before.date
            day = max(_LEAST, min(room - _LEAST, before.date - by))
            self._use(replace(before, client=room - day, date=day))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging = self._grip(event.position().x())
        self._grabbed = round(event.position().x())
        self._before = self.columns

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(c.page))
        painter.setFont(font(12, 500))
        painter.setPen(colour(c.muted))
        places = Places(self._area(), self.columns)
        shown = (self.columns.badge, 1, self.columns.client, self.columns.date)
        rects = (places.badge, places.text, places.client, places.date)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for name, rect, width in zip(self._names, rects, shown, strict=True):
            if not width:
                continue
            painter.drawText(QRect(rect.x(), 0, max(rect.width(), 40), self.height()), middle, name)
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, colour(c.line))
        painter.end()
