"""One row of the sidebar, or one icon of the rail."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS, SIZE
from gesprekshulp.ui.widgets.buttons import OwnButton
from gesprekshulp.ui.widgets.painting import box

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Entry(OwnButton):
    """A page in the sidebar: icon, name, and a count or "2 te laat" on the right.

    In the rail (`narrow`) it is an icon; what is late becomes a dot with a tooltip.
    """

    def __init__(
        self, page: str, title: str, icon: str, parent: QWidget | None = None, *, narrow: bool
    ) -> None:
        super().__init__(parent)
        self.page = page
        self._icon = icon
        self._narrow = narrow
        self._count = ""
        self._late = ""
        self.setText(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wide = QSizePolicy.Policy.Fixed if narrow else QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self._name()

    def set_count(self, count: str, late: str) -> None:
        """Show a count ("4"), or what is late ("2 te laat") in its place."""
        if (count, late) == (self._count, self._late):
            return
        self._count, self._late = count, late
        self._name()
        self.update()

    def _name(self) -> None:
        parts = [self.text(), self._late or self._count]
        self.setAccessibleName(", ".join(part for part in parts if part))
        if self._narrow:
            self.setToolTip(f"{self.text()}: {self._late}" if self._late else self.text())

    def sizeHint(self) -> QSize:
        return QSize(40 if self._narrow else 207, SIZE.sidebar_row)

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        active = self.isChecked()
        if active:
            box(painter, self.rect(), c.accent_soft, None, RADIUS.control)
            box(painter, QRect(0, 8, 3, self.height() - 16), c.accent, None, 1.5)
        elif self.underMouse():
            box(painter, self.rect(), c.hover, None, RADIUS.control)
        if self.ring and self.hasFocus():
            box(painter, self.rect(), None, c.accent, RADIUS.control, 2)
        top = (self.height() - 20) / 2
        icons.paint(painter, self._icon, c.accent if active else c.muted, 10, top, 20)
        if self._narrow:
            if self._late:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(c.late))
                painter.drawEllipse(QPointF(30, 9), 3, 3)
        else:
            self._words(painter, active)
        painter.end()

    def _words(self, painter: QPainter, active: bool) -> None:
        c = colours(self)
        right = self._late or self._count
        letters = font(12, 600 if self._late or active else 400)
        painter.setFont(letters)
        used = QFontMetrics(letters).horizontalAdvance(right) if right else 0
        painter.setPen(colour(c.late if self._late else c.muted))
        area = QRect(0, 0, self.width() - 10, self.height())
        painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignRight, right)
        letters = font(14, 600 if active else 400)
        painter.setFont(letters)
        painter.setPen(colour(c.text))
        room = self.width() - 42 - 10 - (used + 4 if used else 0)
        shown = QFontMetrics(letters).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(42, 0, room + 2, self.height()), _MIDDLE, shown)
