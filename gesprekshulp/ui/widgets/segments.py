"""A choice of a few, in one frame: Allebei, Wij, Klant."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS, SIZE
from gesprekshulp.ui.widgets.buttons import OwnButton
from gesprekshulp.ui.widgets.painting import box


class _Segment(OwnButton):
    def __init__(self, value: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # The bold width always, so that nothing moves when the choice changes.
        return QSize(QFontMetrics(font(14, 600)).horizontalAdvance(self.text()) + 24, SIZE.button)

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        ink = c.text
        inner = self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked():
            box(painter, inner, c.accent_soft, None, RADIUS.control - 1)
            ink = c.accent
        elif self.underMouse():
            box(painter, inner, c.hover, None, RADIUS.control - 1)
        if self.ring and self.hasFocus():
            box(painter, self.rect(), None, c.accent, RADIUS.control, 2)
        painter.setFont(font(14, 600 if self.isChecked() else 500))
        painter.setPen(colour(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Segments(QWidget):
    """One of a few values; arrow keys move. `changed` gives the value chosen by the user."""

    changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self._segments: list[_Segment] = []
        for value, words in options:
            segment = _Segment(value, words, self)
            segment.clicked.connect(lambda _=False, value=value: self._choose(value))
            row.addWidget(segment)
            self._segments.append(segment)
        self._value = ""
        self.set_value(options[0][0])

    def value(self) -> str:
        """The chosen value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose a value without telling so with `changed`."""
        self._value = value
        for segment in self._segments:
            segment.setChecked(segment.value == value)
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if segment.isChecked() else Qt.FocusPolicy.ClickFocus
            )

    def _choose(self, value: str) -> None:
        different = value != self._value
        self.set_value(value)
        if different:
            self.changed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        values = [segment.value for segment in self._segments]
        index = (values.index(self._value) + step) % len(values)
        self._choose(values[index])
        self._segments[index].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        box(painter, self.rect(), c.surface, c.line_strong, RADIUS.control)
        painter.setPen(colour(c.line_strong))
        for segment in self._segments[1:]:
            x = segment.x() - 1
            painter.drawLine(x, 1, x, self.height() - 2)
        painter.end()
