"""The check: round for a promise kept, square for something asked with yes or no."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets import painting
from gesprekshulp.ui.widgets.buttons import DrawnButton


class Check(DrawnButton):
    """A check of 18 with words beside it, or alone with `name` for a screen reader."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        round_: bool = False,
        name: str = "",
        checked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._round = round_
        self._words = text
        self.setCheckable(True)
        self.setChecked(checked)
        self.setFont(font())
        self.setAccessibleName(name or text)
        if name and not text:
            self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        if not self._words:
            return QSize(SIZE.check + 6, SIZE.check + 6)
        words = QFontMetrics(self.font()).horizontalAdvance(self._words)
        return QSize(SIZE.check + 6 + 9 + words + 4, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        top = (self.height() - SIZE.check) // 2
        rect = QRect(3, top, SIZE.check, SIZE.check)
        hover = self.underMouse() and self.isEnabled()
        painting.check(painter, rect, c, done=self.isChecked(), round_=self._round, hover=hover)
        if self.ring and self.hasFocus():
            outer = rect.adjusted(-3, -3, 3, 3)
            radius = outer.width() / 2 if self._round else 6
            painting.box(painter, outer, None, c.accent, radius, 2)
        if self._words:
            painter.setFont(self.font())
            painter.setPen(colour(c.text if self.isEnabled() else c.muted))
            area = self.rect().adjusted(SIZE.check + 12, 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()
