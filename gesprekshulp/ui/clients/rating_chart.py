"""How satisfaction went: a line of at most eight points, drawn by ourselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesprekshulp.domain.dutch_dates import MONTHS_SHORT
from gesprekshulp.domain.rating import Rating
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours

_MOST = 8
_HEIGHT, _TOP, _BOTTOM, _RIGHT, _DOT = 84, 8, 28, 24, 3.0


class RatingChart(QWidget):
    """Ratings from left (old) to right (new): hollow points, the last one filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ratings: tuple[Rating, ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_ratings(self, newest_first: Sequence[Rating]) -> None:
        """Show the last of these ratings."""
        self._ratings = tuple(reversed(newest_first[:_MOST]))
        said = ", ".join(f"{_month(item)}: {item.score}" for item in self._ratings)
        self.setAccessibleName(f"Tevredenheid per keer: {said}")
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._ratings:
            return
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scores = [item.score for item in self._ratings]
        low, high = min(scores), max(scores)
        while high - low < 2:  # three lines at least, or a small change looks large
            high, low = min(10, high + 1), max(0, low - (1 if high >= 10 else 0))
        area = QRectF(_DOT + 1, _TOP, self.width() - _RIGHT - 2 * _DOT, _HEIGHT - _TOP - _BOTTOM)

        def y_of(score: int) -> float:
            return area.bottom() - (score - low) / (high - low) * area.height()

        painter.setFont(font(12))
        few = high - low <= 3
        for score in range(low, high + 1) if few else (low, (low + high) // 2, high):
            y = round(y_of(score))
            painter.fillRect(QRectF(0, y, self.width() - _RIGHT, 1), colour(c.line))
            painter.setPen(colour(c.muted))
            painter.drawText(
                QRectF(self.width() - _RIGHT + 8, y - 8, _RIGHT - 8, 16),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                str(score),
            )
        number = len(scores)
        points = [
            QPointF(
                area.left() + (place / (number - 1) if number > 1 else 1) * area.width(),
                y_of(score) + 0.5,
            )
            for place, score in enumerate(scores)
        ]
        painter.setPen(QPen(colour(c.accent), 2))
        painter.drawPolyline(points)
        for place, point in enumerate(points):
            painter.setBrush(colour(c.accent if place == number - 1 else c.surface))
            painter.drawEllipse(point, _DOT, _DOT)
        painter.setPen(colour(c.muted))
        base = QRectF(0, _HEIGHT - 16, self.width() - _RIGHT, 16)
        first, last = _month(self._ratings[0]), _month(self._ratings[-1])
        wide = QFontMetrics(font(12)).horizontalAdvance(first + last) + 12
        if number > 1 and first != last and wide < base.width():
            painter.drawText(base, Qt.AlignmentFlag.AlignLeft, first)
        painter.drawText(base, Qt.AlignmentFlag.AlignRight, last)
        painter.end()


def _month(rating: Rating) -> str:
    day = rating.given_on
    return f"{MONTHS_SHORT[day.month - 1]} {day.year % 100:02d}"
