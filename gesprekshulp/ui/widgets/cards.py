"""Cards: a white box with rows, thin lines between them, and a heading with a link above it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.ui.theme.palette import ROLE, colours, set_area_surface, set_surface
from gesprekshulp.ui.theme.tokens import RADIUS, SPACE
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.labels import Label, Section
from gesprekshulp.ui.widgets.painting import box


class Separator(QWidget):
    """A line of one pixel; `role` is "line" (decoration) or "line_strong"."""

    def __init__(
        self, parent: QWidget | None = None, *, vertical: bool = False, role: str = "line"
    ) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(ROLE[role])
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Card(QWidget):
    """A white box with a line around it and rounded corners.

    Add rows with `add_row`; a line is drawn between them. `fill` and `border` name colour roles.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        fill: str = "surface",
        border: str = "line",
        dashed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._border = border
        self._dashed = dashed
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._rows = 0

    def body(self, margins: tuple[int, int, int, int] = (16, 12, 16, 12)) -> QVBoxLayout:
        """A fresh row to put widgets in; margins left, top, right, bottom."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(*margins)
        column.setSpacing(SPACE.gap)
        self.add_row(holder)
        return column

    def add_row(self, row: QWidget) -> None:
        """Add a row, with a line above it when it is not the first."""
        if self._rows:
            self._column.addWidget(Separator())
        self._column.addWidget(row)
        self._rows += 1

    def clear(self) -> None:
        """Remove every row."""
        clear_layout(self._column)
        self._rows = 0

    def set_look(self, fill: str, border: str, *, dashed: bool = False) -> None:
        """Change the colour roles of the box and its line."""
        self._fill, self._border, self._dashed = fill, border, dashed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        border = getattr(c, self._border) if self._border else None
        box(
            painter,
            self.rect(),
            getattr(c, self._fill),
            border,
            RADIUS.card,
            dashed=self._dashed,
        )
        painter.end()


class ClickRow(QWidget):
    """A row that does something when clicked, or with Enter or Space when it has the focus."""

    clicked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, radius: int = 0) -> None:
        super().__init__(parent)
        self._radius = radius
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 8, 16, 8)
        self.row.setSpacing(12)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        if self.underMouse():
            box(painter, self.rect(), c.hover, None, self._radius)
        if self.hasFocus():
            box(painter, self.rect(), None, c.accent, max(4, self._radius), 2)
        painter.end()


class HeadingRow(QWidget):
    """A heading with a link on the right: "Toezeggingen … Alle 12 bekijken".

    `small` makes it the 12 px heading inside a card or panel.
    """

    link_clicked = Signal()

    def __init__(
        self, text: str, link: str = "", parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        super().__init__(parent)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        self.heading = Label(text) if small else Section(text)
        self.link = LinkButton(link, small=small)
        self.link.clicked.connect(self.link_clicked)
        row.addWidget(self.heading)
        row.addStretch(1)
        row.addWidget(self.link)
        # Only now: shown before it stands on the row, it would be a window for a moment.
        self.link.setVisible(bool(link))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add_beside(self, widget: QWidget) -> None:
        """Put something small right of the heading."""
        widget.setParent(self)
        self._row.insertSpacing(1, SPACE.gap)
        self._row.insertWidget(2, widget)

    def set(self, text: str, link: str = "") -> None:
        """Change the heading and the link ("" hides it)."""
        self.heading.setText(text)
        self.link.set_label(link)
        self.link.setVisible(bool(link))


class Surface(QWidget):
    """A plain area in a colour role: "page", "surface", "window" or "desk"."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, role)


class Scroll(QScrollArea):
    """A scrolling column on a surface; put widgets in `column`."""

    def __init__(
        self,
        role: str = "page",
        parent: QWidget | None = None,
        margins: tuple[int, int, int, int] = (32, 24, 32, 24),
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_area_surface(self, role)
        self.holder = Surface(role)
        self.column = QVBoxLayout(self.holder)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(0)
        self.setWidget(self.holder)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def clear_layout(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take every widget out of a layout and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            # Hidden at once: deleteLater waits for the event loop and would flash.
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QVBoxLayout | QHBoxLayout):
            clear_layout(inner)
