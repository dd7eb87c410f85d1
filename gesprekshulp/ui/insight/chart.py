"""A line over quarters, drawn by ourselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours

_TOP, _BOTTOM, _GAP, _DOT = 8, 24, 8, 3.0
_STEPS = (2, 4, 6, 10, 20, 40, 60, 100)


@dataclass(frozen=True, slots=True)
class Point:
    """One quarter. `value` is None when there is nothing to show; `words` say what it is."""

    label: str
    value: float | None
    words: str


class QuarterChart(QWidget):
    """Values from left (old) to right (new): hollow points, the last one filled.

    A quarter without a value interrupts the line. Pointing at a quarter tells its words.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, height: int = 120) -> None:
        super().__init__(parent)
        self._name = name
        self._points: tuple[Point, ...] = ()
        self._unit = ""
        self._top = 100.0
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_points(self, points: Sequence[Point], unit: str = "", top: float | None = None) -> None:
        """Show these quarters; `top` is the highest line, else a round figure above all values."""
        self._points = tuple(points)
        self._unit = unit
        highest = max((p.value for p in points if p.value is not None), default=0.0)
        self._top = top or next((float(s) for s in _STEPS if s >= highest), _round_up(highest))
        said = "; ".join(f"{point.label}: {point.words}" for point in self._points)
        self.setAccessibleName(f"{self._name}. {said}")
        self.update()

    def points(self) -> tuple[Point, ...]:
        """What is shown."""
        return self._points

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def _area(self) -> QRectF:
        widest = QFontMetrics(font(12)).horizontalAdvance(f"{self._top:g}{self._unit}")
        high = self.height() - _TOP - _BOTTOM
        return QRectF(_DOT + 1, _TOP, self.width() - widest - _GAP - 2 * _DOT - 2, high)

    def _x(self, place: int) -> float:
        area, last = self._area(), len(self._points) - 1
        return area.right() if last < 1 else area.left() + place / last * area.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._points:
            return
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12))
        area = self._area()
        self._paint_grid(painter, area)
        dots = [
            None
            if point.value is None
            else QPointF(
                self._x(place),
                round(area.bottom() - min(1.0, point.value / self._top) * area.height()) + 0.5,
            )
            for place, point in enumerate(self._points)
        ]
        painter.setPen(QPen(colour(c.accent), 2))
        for before, after in pairwise(dots):
            if before is not None and after is not None:
                painter.drawLine(before, after)
        shown = [dot for dot in dots if dot is not None]
        for dot in shown:
            painter.setBrush(colour(c.accent if dot is shown[-1] else c.surface))
            painter.drawEllipse(dot, _DOT, _DOT)
        self._paint_labels(painter, area)
        painter.end()

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        c = colours(self)
        for part in (0.0, 0.5, 1.0):
            y = round(area.bottom() - part * area.height())
            painter.fillRect(QRectF(0, y, area.right() + _DOT + 1, 1), colour(c.line))
            painter.setPen(colour(c.muted))
            text = f"{self._top * part:g}".replace(".", ",") + self._unit
            painter.drawText(
                QRectF(0, y - 8, self.width(), 16),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                text,
            )

    def _paint_labels(self, painter: QPainter, area: QRectF) -> None:
        """As many names of quarters as fit, the last one always."""
        metrics = QFontMetrics(font(12))
        painter.setPen(colour(colours(self).muted))
        wide = max(metrics.horizontalAdvance(point.label) for point in self._points)
        free = area.right() + _DOT + 1
        last = len(self._points) - 1
        apart = area.width() / last if last else area.width()
        every = 1
        while every * apart < wide + 16:
            every += 1
        for place in range(last, -1, -every):
            label = self._points[place].label
            width = metrics.horizontalAdvance(label) + 2
            left = min(max(0.0, self._x(place) - width / 2), free - width)
            painter.drawText(
                QRectF(left, self.height() - 16, width, 16),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                label,
            )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._points:
            near = min(range(len(self._points)), key=lambda place: abs(self._x(place) - event.x()))
            point = self._points[near]
            place = QRect(round(self._x(near)) - 12, 0, 24, self.height())
            QToolTip.showText(event.globalPos(), f"{point.label}: {point.words}", self, place)
            return True
        return super().event(event)


def _round_up(value: float) -> float:
    return float((int(value) // 100 + 1) * 100)
