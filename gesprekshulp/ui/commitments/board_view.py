"""A board of promises: the days of a week or a month, with what has to be done on each."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import day_and_month
from gesprekshulp.services.commitment_groups import BoardDay
from gesprekshulp.storage.commitment_list import Listed
from gesprekshulp.ui.commitments.board_paint import Marks, paint_board, paint_dragged
from gesprekshulp.ui.commitments.board_places import Places, Spot
from gesprekshulp.ui.commitments.rows import commitment_row
from gesprekshulp.ui.theme.palette import colours

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BoardView(QWidget):
    """Shows promises by day. Arrows walk; Ctrl with an arrow asks to move a promise that way.

    `opened` and `checked` tell that Enter (or a click) and Space were used on the selected
    promise, `selected` that another one was chosen. `move_asked` gives a day for it, `wanted` a
    day on which a new one is asked for. `more` is a day of which not all is shown, `beyond` a step
    (-1 or 1) past the first or last day.
    """

    opened = Signal()
    checked = Signal()
    selected = Signal()
    move_asked = Signal(object)
    wanted = Signal(object)
    more = Signal(object)
    beyond = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Toezeggingen per dag")
        self.days: tuple[BoardDay, ...] = ()
        self._is_week = True
        self._today = date.min
        self._month = 0
        self._places = Places((), 0, 0, is_week=True)
        self._day, self._item = -1, -1
        self._pressed: tuple[Spot, QPoint] | None = None
        self._drag: QPoint | None = None

    def show_days(
        self, days: tuple[BoardDay, ...], today: date, month: int, *, is_week: bool
    ) -> None:
        """Show these days; what was selected stays so when it is still there."""
        current = self.current()
        before = (self.days[self._day].day, self._item) if self._day >= 0 else None
        self.days, self._today, self._month, self._is_week = days, today, month, is_week
        self.setMinimumHeight(Places.least_height(days, is_week=is_week))
        self._place()
        self._day, self._item = -1, -1
        if current is None or not self.select(current.id):
            self._stay(before)
        self.updateGeometry()
        self.update()

    def _stay(self, before: tuple[date, int] | None) -> None:
        """What was selected has gone: take what stands in its place now."""
        if before is None:
            return
        day = next((n for n, one in enumerate(self.days) if one.day == before[0]), -1)
        if day >= 0:
            self._day, self._item = day, min(before[1], self._places.shown(day) - 1)

    def select(self, id: str) -> bool:
        """Select a promise; False when it is not shown."""
        for spot in self._places.spots:
            if spot.item >= 0 and self._listed(spot).commitment.id == id:
                self._choose(spot.day, spot.item)
                return True
        return False

    def select_day(self, day: date) -> None:
        """Select the first promise of a day, or the day itself."""
        for number, one in enumerate(self.days):
            if one.day == day:
                self._choose(number, 0 if self._places.shown(number) else -1)

    def current(self) -> Commitment | None:
        """The selected promise."""
        if self._day < 0 or self._item < 0:
            return None
        items = self.days[self._day].items
        return items[self._item].commitment if self._item < len(items) else None

    def current_day(self) -> date | None:
        """The day of what is selected."""
        return self.days[self._day].day if self._day >= 0 else None

    def rect_of(self, id: str) -> QRect:
        """Where a promise stands; empty when it is not shown."""
        found = (s.rect for s in self._places.spots
                 if s.item >= 0 and self._listed(s).commitment.id == id)  # fmt: skip
        return next(found, QRect())

    def rect_of_day(self, day: date) -> QRect:
        """Where a day stands; empty when it is not shown."""
        found = (
            cell for cell, one in zip(self._places.cells, self.days, strict=True) if one.day == day
        )
        return next(found, QRect())

    def _listed(self, spot: Spot) -> Listed:
        return self.days[spot.day].items[spot.item]

    def _place(self) -> None:
        self._places = Places(self.days, self.width(), self.height(), is_week=self._is_week)

    def _choose(self, day: int, item: int) -> None:
        changed = (day, item) != (self._day, self._item)
        self._day, self._item = day, item
        self.setAccessibleDescription(self._spoken())
        self.update()
        if changed:
            self.selected.emit()

    def _spoken(self) -> str:
        if self._day < 0:
            return ""
        day = self.days[self._day]
        words = f"{day_and_month(day.day)}, {day.count} toezeggingen"
        if self._item < 0:
            return words
        item = day.items[self._item]
        return f"{words}: {commitment_row(item.commitment, item.client_name, self._today).spoken()}"

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        spot = self._places.at(point)
        self._pressed = None
        if spot is None or spot.item < 0:
            self._choose(self._places.day_at(point), -1)
        else:
            self._choose(spot.day, spot.item)
        if spot is not None and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = (spot, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        pressed = self._pressed
        if pressed is not None and pressed[0].item >= 0:
            if self._drag is not None or (point - pressed[1]).manhattanLength() > 12:
                self._drag = point
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()
            return
        hot = self._places.at(point) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, to = self._pressed, self._drag
        self._pressed = self._drag = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()
        if pressed is None:
            return
        if to is not None:
            day = self._places.day_at(event.position().toPoint())
            if day >= 0 and day != pressed[0].day:
                self.move_asked.emit(self.days[day].day)
        elif pressed[0].item < 0:
            self.more.emit(self.days[pressed[0].day].day)
        else:
            self.opened.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        day = self._places.day_at(point)
        if self._places.at(point) is None and day >= 0:
            self.wanted.emit(self.days[day].day)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = _ARROWS.get(key)
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move(*step)
        elif step is not None:
            self._walk(*step)
        elif key == Qt.Key.Key_Home:
            self.select_day(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._day >= 0:
            if self._item >= 0:
                self.opened.emit()
            else:
                self.wanted.emit(self.days[self._day].day)
        elif key == Qt.Key.Key_Space and self._item >= 0:
            self.checked.emit()
        elif key == Qt.Key.Key_Escape and self._drag is not None:
            self._pressed = self._drag = None
            self.update()
        else:
            super().keyPressEvent(event)

    def _move(self, across: int, down: int) -> None:
        if self.current() is not None:
            days = across + 7 * down
            self.move_asked.emit(self.days[self._day].day + timedelta(days=days))

    def _walk(self, across: int, down: int) -> None:
        if not self.days:
            return
        if self._day < 0:
            self.select_day(self._today)
            if self._day < 0:
                self._choose(0, 0 if self._places.shown(0) else -1)
            return
        if down:
            item = self._item + down
            if 0 <= item < self._places.shown(self._day):
                self._choose(self._day, item)
                return
            if self._is_week:
                return
        day = self._day + across + 7 * down
        if not 0 <= day < len(self.days):
            self.beyond.emit(1 if day > 0 else -1)
            return
        last = self._places.shown(day) - 1
        self._choose(day, last if down < 0 else min(max(self._item, 0), last))

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._places.at(event.pos())
            words = ""
            if spot is not None and spot.item >= 0:
                item = self._listed(spot)
                row = commitment_row(item.commitment, item.client_name, self._today)
                words = f"{row.text}\n{row.badge}, {row.client}\n{row.day}, {row.distance}"
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(800, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        over = self._places.day_at(self._drag) if self._drag is not None else -1
        marks = Marks(self._today, self._day, self._item, over, self.hasFocus(), self._month)
        paint_board(painter, c, self._places, self.days, marks, event.rect())
        if self._drag is not None and self._pressed is not None:
            spot, begun = self._pressed
            paint_dragged(painter, c, spot, self._listed(spot), self._drag - begun, self._today,
                          week=self._is_week)  # fmt: skip
        painter.end()
