"""Draws one row of a list: check, badge, text, client and date, or a group heading."""

from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS, SIZE, Colours
from gesprekshulp.ui.widgets import painting
from gesprekshulp.ui.widgets.badges import party_kind
from gesprekshulp.ui.widgets.painting import line, measures
from gesprekshulp.ui.widgets.row import CheckState, Columns, Row, RowRole

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_GAP = 12


class Hit(Enum):
    """What part of a row is under the pointer."""

    NOTHING = auto()
    ROW = auto()
    CHECK = auto()
    DATE = auto()


class Places:
    """The rectangles of a row's parts; the text gets what the others leave."""

    __slots__ = ("badge", "check", "client", "date", "icon", "text", "time")

    def __init__(self, rect: QRect, columns: Columns) -> None:
        x = rect.x() + columns.left
        top, high = rect.y(), rect.height()
        self.check = QRect(x, top + (high - SIZE.check) // 2, SIZE.check, SIZE.check)
        if columns.check:
            x += SIZE.check + _GAP
        self.time = QRect(x, top, columns.time, high)
        x += columns.time
        self.icon = QRect(x, top + (high - 20) // 2, 20, 20)
        if columns.icon:
            x += columns.icon
        self.badge = QRect(x, top + (high - SIZE.badge) // 2, columns.badge - _GAP, SIZE.badge)
        x += columns.badge
        right = rect.x() + rect.width() - columns.right
        self.date = QRect(right - columns.date, top, columns.date, high)
        right -= columns.date
        self.client = QRect(right - columns.client, top, columns.client, high)
        right -= columns.client
        self.text = QRect(x, top, max(0, right - x), high)


class RowDelegate(QStyledItemDelegate):
    """Draws rows; `columns` may be changed at any time (then update the view)."""

    def __init__(self, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = columns
        self._hot_row = -1
        self._hot = Hit.NOTHING

    def set_hot(self, row: int, hit: Hit, viewport: QWidget) -> None:
        """Say what is under the pointer, so that it can be drawn that way."""
        if (row, hit) != (self._hot_row, self._hot):
            self._hot_row, self._hot = row, hit
            viewport.update()

    def hit(self, rect: QRect, row: Row, point: QPoint) -> Hit:
        """What part of a row a point is on."""
        if row.heading:
            return Hit.NOTHING
        places = Places(rect, self.columns)
        if row.check is not CheckState.NONE and places.check.adjusted(-8, -9, 6, 9).contains(point):
            return Hit.CHECK
        if row.date_link and places.date.contains(point):
            return Hit.DATE
        return Hit.ROW

    def tooltip(self, rect: QRect, row: Row, point: QPoint) -> str:
        """The whole text when the part under the point was cut off."""
        places = Places(rect, self.columns)
        if row.heading:
            return ""
        if places.client.contains(point):
            cut = measures(12, 400).horizontalAdvance(row.client) > places.client.width() - _GAP
            return row.client if cut else ""
        if places.text.contains(point):
            room = places.text.width() - _GAP - (50 if row.moved else 0)
            cut = measures(14, 600 if row.bold else 400).horizontalAdvance(row.text) > room
            cut = cut or measures(12, 400).horizontalAdvance(row.second) > room
            return "\n".join(part for part in (row.text, row.second) if part) if cut else ""
        return ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, SIZE.row)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row | None = index.data(RowRole)
        if row is None:
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        c = colours(option.palette)  # type: ignore[attr-defined]
        painter.save()
        if row.heading:
            self._heading(painter, rect, row, c)
        else:
            state = option.state  # type: ignore[attr-defined]
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._background(painter, rect, c, chosen, index.row() == self._hot_row)
            self._row(painter, rect, row, c, index.row())
        painter.restore()

    def _background(
        self, painter: QPainter, rect: QRect, c: Colours, chosen: bool, hot: bool
    ) -> None:
        if not chosen and not hot:
            return
        fill = c.accent_soft if chosen else c.hover
        if self.columns.rounded:
            painting.box(painter, rect, fill, None, RADIUS.control)
        else:
            painter.fillRect(rect, colour(fill))
        if chosen and self.columns.bar:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), colour(c.accent))

    def _heading(self, painter: QPainter, rect: QRect, row: Row, c: Colours) -> None:
        x = rect.x() + self.columns.left
        # Nearer to its own rows than to the group above.
        area = QRect(rect)
        if rect.height() >= 32:
            area.adjust(0, rect.height() - 24, 0, 0)
        if row.late:
            icons.paint(painter, "te-laat", c.late, x, area.center().y() - 7, 16)
            x += 24
        painter.setFont(font(12, 600))
        painter.setPen(colour(c.late if row.late else c.text))
        area.setLeft(x)
        painter.drawText(area, _LEFT, row.text)

    def _row(self, painter: QPainter, rect: QRect, row: Row, c: Colours, position: int) -> None:
        columns = self.columns
        places = Places(rect, columns)
        if row.check is not CheckState.NONE:
            painting.check(
                painter,
                places.check,
                c,
                done=row.check is CheckState.DONE,
                round_=columns.round_check,
                hover=position == self._hot_row and self._hot is Hit.CHECK,
            )
        if row.time:
            painter.setFont(font(14, 600))
            painter.setPen(colour(c.text))
            painter.drawText(places.time, _LEFT, row.time)
        if row.icon:
            icons.paint(painter, row.icon, c.muted, places.icon.x(), places.icon.y(), 20)
        if row.badge and columns.badge:
            painting.badge(painter, places.badge, row.badge, party_kind(row.badge), c)
        self._text(painter, places.text, row, c)
        if row.client and columns.client:
            painter.setFont(font(12))
            painter.setPen(colour(c.muted))
            client = line(row.client, 12, 400, places.client.width() - _GAP)
            client.draw(painter, places.client.x(), places.client)
        if columns.date:
            self._date(painter, places.date, row, c, position)

    def _text(self, painter: QPainter, area: QRect, row: Row, c: Colours) -> None:
        weight = 600 if row.bold else 400
        room = area.width() - _GAP
        moved = f"{row.moved}×" if row.moved else ""
        beside = 9 + 16 + 4 + measures(12, 400).horizontalAdvance(moved) if moved else 0
        if row.vague:
            beside += 28
        if row.tag:
            beside += _GAP + measures(12, 500).horizontalAdvance(row.tag) + 16
        shown = line(row.text, 14, weight, max(0, room - beside))
        top = area
        if row.second:
            middle = area.center().y() + 1
            top = QRect(area.x(), middle - 20, area.width(), 20)
            low = QRect(area.x(), middle, room, 18)
            painter.setFont(font(12))
            painter.setPen(colour(c.muted))
            line(row.second, 12, 400, room).draw(painter, low.x(), low)
        painter.setFont(font(14, weight))
        painter.setPen(colour(c.muted if row.struck else c.text))
        shown.draw(painter, top.x(), top)
        x = area.x() + shown.width
        if row.struck:
            painter.fillRect(QRect(area.x(), top.center().y() + 1, shown.width, 1), colour(c.muted))
        if moved:
            icons.paint(painter, "verzetten", c.muted, x + 8, top.center().y() - 7, 16)
            painter.setFont(font(12))
            painter.setPen(colour(c.muted))
            painter.drawText(QRect(x + 28, top.y(), 40, top.height()), _LEFT, moved)
            x += 28 + measures(12, 400).horizontalAdvance(moved)
        if row.vague:
            mark = QRect(x + 8, top.center().y() - 9, 20, 20)
            painting.kind_mark(painter, mark, "!", c, vague=True)
            x += 28
        if row.tag:
            wide = measures(12, 500).horizontalAdvance(row.tag) + 16
            box = QRect(x + _GAP, top.center().y() - 9, wide, SIZE.badge)
            painting.badge(painter, box, row.tag, painting.BadgeKind.NEUTRAL, c)

    def _date(self, painter: QPainter, area: QRect, row: Row, c: Colours, position: int) -> None:
        if row.date_link:
            link = type(font(12, 500))(font(12, 500))
            link.setUnderline(position == self._hot_row and self._hot is Hit.DATE)
            painter.setFont(link)
            painter.setPen(colour(c.accent))
            painter.drawText(area, _RIGHT if self.columns.date_right else _LEFT, row.date_link)
            return
        first = f"{row.day} · " if row.day and row.distance else row.day
        weight = 600 if row.late else 400
        day, distance = line(first, 12), line(row.distance, 12, weight)
        x = area.x()
        if self.columns.date_right:
            x += area.width() - day.width - distance.width
        painter.setPen(colour(c.late if row.late else c.text))
        painter.setFont(font(12))
        day.draw(painter, x, area)
        if row.distance:
            painter.setFont(font(12, weight))
            distance.draw(painter, x + day.width, area)
