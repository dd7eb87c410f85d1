"""A button with its key on it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.painting import box


class KeyButton(SecondaryButton):
    """An action of which the key stands behind the words."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None, *, icon: str = ""):
        self._key = key
        super().__init__(text, parent, icon=icon)
        self.setAccessibleName(f"{text} (toets {key})")

    def _cap(self) -> int:
        return QFontMetrics(font(12, 500)).horizontalAdvance(self._key) + 12

    def sizeHint(self) -> QSize:
        plain = super().sizeHint()
        return QSize(plain.width() + self._cap() + 4, plain.height())

    def _paint_words(self, painter: QPainter, rect: QRect, ink: str) -> None:
        c = colours(self)
        cap = self._cap()
        super()._paint_words(painter, rect.adjusted(0, 0, -cap - 4, 0), ink)
        right = rect.x() + rect.width() - cap - 8
        area = QRect(right, rect.y() + (rect.height() - 20) // 2, cap, 20)
        box(painter, area, c.sunken, c.line, RADIUS.badge)
        painter.setFont(font(12, 500))
        painter.setPen(colour(c.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._key)
