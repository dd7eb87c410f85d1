"""A week as columns of days with the talks in them, drawn in one widget."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gesprekshulp.domain.dutch_dates import local_day, short_day
from gesprekshulp.services.appointments import AppointmentCard
from gesprekshulp.ui.agenda.week_block import Block, Edge, paint_block
from gesprekshulp.ui.appointment_words import last_day, place_words, time_words
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS, Colours
from gesprekshulp.ui.widgets.painting import box, measures

_TIMES = 56
_HEAD = 44
_ALL_DAY = 28
_HOUR = 60
"""How high an hour is at least; on a tall screen the day fills the page."""
_QUARTER = 15


class WeekView(QWidget):
    """Shows the talks of some days in a row.

    `opened` gives an appointment's identifier; `wanted` a day and time that was double-clicked;
    `moved` an identifier with the new start, after dragging. Up and down walk through the talks,
    left and right through the days; `beyond` is one step (-1 or 1) past the last of them.
    """

    opened = Signal(str)
    wanted = Signal(object)
    moved = Signal(str, object)
    beyond = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Week")
        self._monday = date.min
        self._today = date.min
        self._now: datetime | None = None
        self._days = 5
        self._first_hour, self._last_hour = 8, 18
        self._cards: tuple[AppointmentCard, ...] = ()
        self._blocks: list[Block] = []
        self._bars = 0
        self._selected = -1
        self._drag: tuple[int, QPoint] | None = None
        self._drag_to: QPoint | None = None

    def show_week(
        self, monday: date, now: datetime, today: date, cards: tuple[AppointmentCard, ...]
    ) -> None:
        """Show these talks; the weekend only when something stands in it."""
        selected = self.selected()
        self._monday, self._now, self._today, self._cards = monday, now, today, cards
        last = max([4, *((last_day(card.appointment) - monday).days for card in cards)])
        today_in_week = (today - monday).days
        if 0 <= today_in_week < 7:
            last = max(last, today_in_week)
        self._days = min(7, last + 1)
        self._bars = max((lane + 1 for *_, lane in self._whole_days()), default=0)
        timed = [card.appointment for card in cards if not card.appointment.all_day]
        starts = [item.starts_at.astimezone().hour for item in timed]
        ends = [item.ends_at.astimezone().hour + 1 for item in timed]
        self._first_hour = max(0, min([8, *starts]))
        self._last_hour = min(24, max([18, *ends]))
        self.setMinimumHeight(self._top() + (self._last_hour - self._first_hour) * _HOUR + 12)
        self._place()
        # What was selected stays so when the week is shown again after a change.
        same = (n for n, b in enumerate(self._blocks)
                if selected and b.card.appointment.id == selected.appointment.id)  # fmt: skip
        self._selected = next(same, -1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(800, self.minimumHeight())

    # Where things stand

    def _top(self) -> int:
        return _HEAD + _ALL_DAY * self._bars

    def _hour(self) -> int:
        """How high an hour is, in pixels."""
        room = self.height() - self._top() - 12
        return max(_HOUR, room // (self._last_hour - self._first_hour))

    def _column(self, day: int) -> QRect:
        wide = (self.width() - _TIMES) / self._days
        left = _TIMES + round(day * wide)
        return QRect(left, 0, round((day + 1) * wide) - round(day * wide), self.height())

    def _y(self, moment: datetime, day: date) -> int:
        local = moment.astimezone()
        if local.date() < day:
            hours = float(self._first_hour)
        elif local.date() > day:
            hours = float(self._last_hour)
        else:
            hours = local.hour + local.minute / 60
        hours = min(max(hours, self._first_hour), self._last_hour)
        return self._top() + round((hours - self._first_hour) * self._hour())

    def _whole_days(self) -> list[tuple[AppointmentCard, int, int, int]]:
        """Whole-day appointments with their first and last column and the bar they stand on."""
        found: list[tuple[AppointmentCard, int, int, int]] = []
        ends: list[int] = []
        for card in self._cards:
            item = card.appointment
            first = max(0, (local_day(item.starts_at) - self._monday).days)
            last = min(self._days - 1, (last_day(item) - self._monday).days)
            if not item.all_day or last < first:
                continue
            lane = next((n for n, end in enumerate(ends) if end < first), len(ends))
            ends[lane : lane + 1] = [last]
            found.append((card, first, last, lane))
        return found

    def _place(self) -> None:
        """Work out the rectangle of every talk; talks at the same time stand beside each other."""
        self._blocks = []
        for card, first, last, lane in self._whole_days():
            left, right = self._column(first).x() + 4, self._column(last).right() - 3
            rect = QRect(left, _HEAD + lane * _ALL_DAY, right - left, _ALL_DAY - 4)
            self._blocks.append(Block(rect, card))
        for number in range(self._days):
            day = self._monday + timedelta(days=number)
            column = self._column(number)
            lanes: list[datetime] = []
            placed: list[tuple[AppointmentCard, int]] = []
            for card in self._cards:
                item = card.appointment
                if item.all_day or local_day(item.starts_at) != day:
                    continue
                lane = next((n for n, end in enumerate(lanes) if end <= item.starts_at), len(lanes))
                if lane == len(lanes):
                    lanes.append(item.ends_at)
                else:
                    lanes[lane] = item.ends_at
                placed.append((card, lane))
            wide = (column.width() - 8) // max(1, len(lanes))
            for card, lane in placed:
                item = card.appointment
                top, bottom = self._y(item.starts_at, day), self._y(item.ends_at, day)
                rect = QRect(
                    column.x() + 4 + lane * wide, top + 1, wide - 2, max(24, bottom - top - 2)
                )
                self._blocks.append(Block(rect, card))

    def resizeEvent(self, event: object) -> None:
        self._place()

    def _at(self, point: QPoint) -> int:
        for number, block in enumerate(self._blocks):
            if block.rect.contains(point):
                return number
        return -1

    def _moment(self, point: QPoint) -> tuple[date, time] | None:
        if point.x() < _TIMES or point.y() < self._top():
            return None
        number = next((n for n in range(self._days) if self._column(n).contains(point)), None)
        if number is None:
            return None
        minutes = (point.y() - self._top()) / self._hour() * 60 + self._first_hour * 60
        minutes = min(int(minutes // _QUARTER * _QUARTER), 23 * 60 + 45)
        return self._monday + timedelta(days=number), time(minutes // 60, minutes % 60)

    # Pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        self._selected = place
        if place >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._drag = (place, event.position().toPoint())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._drag is not None and (point - self._drag[1]).manhattanLength() > 12:
            self._drag_to = point
            self.update()
            return
        hot = self._at(point) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, to = self._drag, self._drag_to
        self._drag = self._drag_to = None
        self.update()
        if drag is None:
            return
        card = self._blocks[drag[0]].card
        if to is None:
            self.opened.emit(card.appointment.id)
            return
        offset = drag[1].y() - self._blocks[drag[0]].rect.y()
        moment = self._moment(QPoint(to.x(), max(self._top(), to.y() - offset)))
        if moment is None or not card.appointment.is_open or card.appointment.all_day:
            return
        before = card.appointment.starts_at.astimezone()
        if moment != (before.date(), before.time()):
            self.moved.emit(card.appointment.id, moment)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._at(point) < 0 and (moment := self._moment(point)) is not None:
            self.wanted.emit(moment)

    def focusInEvent(self, event: QFocusEvent) -> None:
        tabbed = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in tabbed and self._selected < 0 and self._blocks:
            self._walk(1, by_day=False)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left):
            step = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Right) else -1
            self._walk(step, by_day=key in (Qt.Key.Key_Right, Qt.Key.Key_Left))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected >= 0:
            self.opened.emit(self._blocks[self._selected].card.appointment.id)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int, *, by_day: bool) -> None:
        """Mark the next talk, or the first talk of the next day that has one."""
        if self._selected < 0:
            target = 0 if step > 0 else len(self._blocks) - 1
        elif by_day:
            day = self._day_of(self._selected)
            others = [
                n for n in range(len(self._blocks)) if (self._day_of(n) - day).days * step > 0
            ]
            nearest = min(others, key=lambda n: abs((self._day_of(n) - day).days), default=-1)
            target = nearest if others else len(self._blocks)
        else:
            target = self._selected + step
        if not 0 <= target < len(self._blocks):
            self._selected = -1
            self.beyond.emit(step)
            return
        self._selected = target
        self._say()
        self.update()

    def _day_of(self, number: int) -> date:
        return local_day(self._blocks[number].card.appointment.starts_at)

    def card(self, id: str) -> AppointmentCard | None:
        """The talk with this identifier, when it is shown."""
        return next((card for card in self._cards if card.appointment.id == id), None)

    def rect_of(self, id: str) -> QRect:
        """Where a talk stands; empty when it is not shown."""
        found = (block.rect for block in self._blocks if block.card.appointment.id == id)
        return next(found, QRect())

    def menu_place(self, point: QPoint) -> QPoint:
        """Where on the screen a menu opens: at the pointer, and by key at the marked talk."""
        if self._selected >= 0:
            rect = self._blocks[self._selected].rect
            point = point if rect.contains(point) else rect.center()
        return self.mapToGlobal(point)

    def selected(self) -> AppointmentCard | None:
        """The talk that is marked, if any."""
        return self._blocks[self._selected].card if self._selected >= 0 else None

    def _say(self) -> None:
        card = self._blocks[self._selected].card
        item = card.appointment
        self.setAccessibleDescription(
            f"{short_day(local_day(item.starts_at))} {time_words(item)}, {card.client_name},"
            f" {item.title}"
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(event.pos())
            if place >= 0:
                card = self._blocks[place].card
                item = card.appointment
                QToolTip.showText(
                    event.globalPos(),
                    f"{time_words(item)} {card.client_name}\n{item.title}\n{place_words(item)}\n"
                    f"{card.readiness.words if item.is_open else item.status.value}",
                    self,
                )
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        self._paint_grid(painter, c)
        self._paint_now(painter, c)
        focused = self.hasFocus()
        for number, block in enumerate(self._blocks):
            if block.rect.intersects(event.rect()):
                edge = Edge.of(selected=number == self._selected, focused=focused)
                paint_block(painter, c, block.card, block.rect, edge)
        if self._drag is not None and self._drag_to is not None:
            block = self._blocks[self._drag[0]]
            rect = block.rect.translated(self._drag_to - self._drag[1])
            paint_block(painter, c, block.card, rect, Edge.of(selected=True, focused=focused))
        if self.hasFocus() and self._selected < 0 and not self._blocks:
            area = self.rect().adjusted(_TIMES, _HEAD - 8, 0, 0)
            box(painter, area, None, c.accent, RADIUS.control, 2)
        painter.end()

    def _paint_grid(self, painter: QPainter, c: Colours) -> None:
        top = self._top()
        painter.setFont(font(12))
        for hour in range(self._first_hour, self._last_hour + 1):
            y = top + (hour - self._first_hour) * self._hour()
            painter.fillRect(_TIMES, y, self.width() - _TIMES, 1, colour(c.line))
            if hour < self._last_hour:
                painter.setPen(colour(c.muted))
                right = Qt.AlignmentFlag.AlignRight
                painter.drawText(QRect(0, y - 8, _TIMES - 12, 16), right, f"{hour:02d}:00")
        for number in range(self._days):
            column = self._column(number)
            day = self._monday + timedelta(days=number)
            is_today = day == self._today
            painter.fillRect(column.x(), _HEAD - 8, 1, self.height(), colour(c.line))
            painter.setFont(font(14, 600 if is_today else 500))
            painter.setPen(colour(c.accent if is_today else c.text))
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            words = short_day(day)
            longer = f"{words} · vandaag"
            if is_today and measures(14, 600).horizontalAdvance(longer) < column.width() - 12:
                words = longer
            painter.drawText(QRect(column.x() + 8, 0, column.width() - 8, _HEAD - 8), middle, words)
            if is_today:
                painter.fillRect(
                    column.x() + 1, _HEAD - 10, column.width() - 1, 2, colour(c.accent)
                )

    def _paint_now(self, painter: QPainter, c: Colours) -> None:
        """A line through today at this moment, with its begin marked."""
        number = (self._today - self._monday).days
        if self._now is None or not 0 <= number < self._days:
            return
        hour = self._now.astimezone().hour
        if not self._first_hour <= hour < self._last_hour:
            return
        column, y = self._column(number), self._y(self._now, self._today)
        painter.fillRect(column.x(), y, column.width(), 2, colour(c.accent))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(c.accent))
        painter.drawEllipse(QPoint(column.x() + 1, y + 1), 4, 4)
