"""What lies over a painted page: the parts that can be opened, and the frame of an editor."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.ui.theme.palette import colours, is_dark, make_palette
from gesprekshulp.ui.theme.stylesheet import make_stylesheet
from gesprekshulp.ui.theme.tokens import LIGHT
from gesprekshulp.ui.widgets.painting import box

AROUND = 7
"""How far the outline of a part stands from its words, in pixels."""
_RADIUS = 6


class PartArea(QWidget):
    """A part on a page; lights up under the pointer, opens with a click, Enter or Space.

    `clicked` gives the place of the click on the page in pixels, `opened` is for the keyboard.
    """

    clicked = Signal(QPointF)
    opened = Signal()

    def __init__(self, name: str, parent: QWidget, *, clickable: bool) -> None:
        super().__init__(parent)
        self._clickable = clickable
        self.setAccessibleName(f"{name}, wijzigen" if clickable else name)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.clicked.emit(event.position() + QPointF(self.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._clickable and event.key() in keys:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._clickable:
            return
        c = colours(self)
        painter = QPainter(self)
        if self.hasFocus():
            box(painter, self.rect(), None, c.accent, _RADIUS, 2)
        elif self.underMouse():
            box(painter, self.rect(), None, c.accent_line, _RADIUS)
        painter.end()


class EditorFrame(QWidget):
    """The frame around an editor that stands in the paper; `grew` when it wants another height.

    Paper is white in the dark as well, and so is everything in here. With a stylesheet on the
    program Qt hands no palette on from parent to child, so each widget gets it.
    """

    grew = Signal()

    def __init__(self, editor: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(AROUND, 8, AROUND, 8)
        self._column.addWidget(editor)
        self._take_light()

    def _take_light(self) -> None:
        if is_dark(self.palette()):
            self.setStyleSheet(make_stylesheet(LIGHT))
            self._lighten(self)

    def _lighten(self, widget: QWidget) -> None:
        widget.setPalette(make_palette(LIGHT))
        if widget is not self:
            widget.installEventFilter(self)  # rows come while one types
        for child in widget.children():
            if isinstance(child, QWidget):
                self._lighten(child)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            child = event.child()
            if isinstance(child, QWidget):
                self._lighten(child)
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._take_light()

    def height_at(self, width: int) -> int:
        """How high it wants to be when it is so wide."""
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(width)
        return self._column.totalSizeHint().height()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grew.emit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self.rect(), None, colours(self).accent, _RADIUS, 2)
        painter.end()
