"""How far a talk is prepared: one segment for each thing asked, and in words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gesprekshulp.ui.theme.palette import colours
from gesprekshulp.ui.widgets.labels import Label, Muted
from gesprekshulp.ui.widgets.painting import box

_WIDE, _HIGH, _GAP = 24, 6, 4


class _Segments(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ready = 0
        self.total = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(max(0, self.total * (_WIDE + _GAP) - _GAP), 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        top = (self.height() - _HIGH) / 2
        for index in range(self.total):
            rect = QRectF(index * (_WIDE + _GAP), top, _WIDE, _HIGH)
            if index < self.ready:
                box(painter, rect, c.accent, None, _HIGH / 2)
            else:
                box(painter, rect, c.surface, c.line_strong, _HIGH / 2)
        painter.end()


class ReadinessBar(QWidget):
    """ "Voorbereiding ▬▬▬▭ 4 van 6 klaar"; the words say the same as the segments."""

    def __init__(self, parent: QWidget | None = None, *, heading: str = "Voorbereiding") -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._segments = _Segments(self)
        self.words = Muted()
        if heading:
            row.addWidget(Label(heading))
        row.addWidget(self._segments)
        row.addWidget(self.words)
        row.addStretch(1)

    def set_ready(self, ready: int, total: int, words: str = "") -> None:
        """Show `ready` of `total` things done; `words` replaces "4 van 6 klaar"."""
        self._segments.ready = ready
        self._segments.total = total
        self._segments.updateGeometry()
        self._segments.update()
        text = words or f"{ready} van {total} klaar"
        self.words.setText(text)
        self.setAccessibleName(text)
