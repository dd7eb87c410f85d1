"""Rows that are edited in place: kept while a list changes, so that focus and cursor stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import IconButton
from gesprekshulp.ui.widgets.cards import Scroll
from gesprekshulp.ui.widgets.fields import SPELLED
from gesprekshulp.ui.widgets.labels import IconLabel
from gesprekshulp.ui.widgets.painting import box

T = TypeVar("T")

_LINE = 1
"""Between two rows."""


class BareEdit(QLineEdit):
    """A line of text without a frame. `done` on Enter or when left, `given_up` on Esc."""

    done = Signal()
    entered = Signal()
    given_up = Signal()

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, name: str, placeholder: str = ""
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("bare", True)
        self.setProperty(SPELLED, True)
        self.setFont(font())
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setCursorPosition(0)
        self.editingFinished.connect(self.done)
        self.returnPressed.connect(self.entered)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        if arg__1.modifiers() & Qt.KeyboardModifier.AltModifier and arg__1.key() in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            arg__1.ignore()  # moves the row
            return
        super().keyPressEvent(arg__1)


class RemoveButton(IconButton):
    """The cross that takes a row away, on the colour of the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("kruis", "Verwijderen", parent, size=24, icon_size=16)

    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        # Not over the ring of the field whose words it hides.
        painter.fillRect(self.rect().adjusted(0, 3, -3, -3), colour(colours(self).surface))
        painter.end()
        super().paintEvent(e)


class EditRow(QWidget):
    """A row with tools that show under the pointer and when something in it has the focus."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watched: list[QWidget] = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 2, 12, 2)
        self.row.setSpacing(10)
        self.setMinimumHeight(35)
        # Over the end of the words, so that it takes no room while it is not shown.
        self.remove_button = RemoveButton(self)
        self.remove_button.hide()
        self.remove_button.clicked.connect(self.removed)
        self.watch(self.remove_button)

    def watch(self, *widgets: QWidget) -> None:
        """Show the tools while one of these has the focus."""
        self._watched += widgets

    def save(self) -> None:
        """Tell what was typed and not entered yet."""
        raise NotImplementedError

    def focus_moved(self) -> None:
        """The focus came into this row or left it."""
        self._show_tools()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_tools(under=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_tools()
        super().leaveEvent(event)

    def has_focus_inside(self) -> bool:
        """Whether something in the row has the focus."""
        return any(widget.hasFocus() for widget in self._watched)

    def _show_tools(self, *, under: bool = False) -> None:
        inside = self.has_focus_inside()
        self.remove_button.setVisible(under or self.underMouse() or inside)
        self._place_tools()
        self.update()

    def words_end(self) -> int:
        """Where the words of the row end, from the left."""
        return self.width() - 12

    def _place_tools(self) -> None:
        button = self.remove_button
        button.move(self.words_end() - button.width(), (self.height() - button.height()) // 2)
        button.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tools()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        for widget in self._watched:
            if isinstance(widget, QLineEdit) and widget.hasFocus():
                frame = widget.geometry().adjusted(-6, -4, 6, 4)
                box(painter, frame, None, c.accent, RADIUS.control, 2)
        painter.end()


class AddRow(EditRow):
    """The last row: type and press Enter to add; it stays for the next. `typed` gives the text."""

    typed = Signal(str)

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = BareEdit(name=name, placeholder=placeholder)
        self.row.addWidget(IconLabel("plus", size=16))
        self.row.addWidget(self.edit, 1)
        self.watch(self.edit)
        self.edit.entered.connect(self._take)
        self.edit.given_up.connect(self.edit.clear)

    def save(self) -> None:
        """Add what was typed and not entered yet: nothing typed is lost."""
        self._take()

    def _take(self) -> None:
        text = self.edit.text().strip()
        if text:
            self.edit.clear()
            self.typed.emit(text)

    def _show_tools(self, *, under: bool = False) -> None:
        self.update()


def steady_margin(area: Scroll) -> None:
    """Let the scroll bar take its room from the margin, so that nothing moves when it comes."""
    margins = area.column.contentsMargins()
    bar = area.verticalScrollBar()

    def fit(_: int, last: int) -> None:
        # A column that does not reach the bar need not make room for it.
        reaches = area.viewport().width() < area.holder.maximumWidth()
        taken = bar.sizeHint().width() if last and reaches else 0
        right = margins.right() - taken
        area.column.setContentsMargins(margins.left(), margins.top(), right, margins.bottom())

    bar.rangeChanged.connect(fit)


R = TypeVar("R", bound=EditRow)


class RowsCard(QWidget, Generic[T, R]):
    """A white box with one row for each item, by key, and lines between the rows.

    A row lives on while its item does. A row without an item is used for the next that comes:
    another appointment is shown without making anything anew.
    """

    def __init__(
        self,
        key: Callable[[T], Hashable],
        make: Callable[[], R],
        fill: Callable[[R, T], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._make = make
        self._fill = fill
        self.rows: dict[Hashable, R] = {}
        self._spare: list[R] = []
        self._placed: list[QWidget] = []
        self._add: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(_LINE)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def set_add(self, row: QWidget) -> None:
        """A row that always comes last, from the next time that items are set."""
        self._add = row
        row.setParent(self)

    def set_items(self, items: Sequence[T]) -> None:
        """Show these items in this order."""
        keys = [self._key(item) for item in items]
        gone = [self.rows.pop(key) for key in list(self.rows) if key not in keys]
        free = [*gone, *self._spare]
        for key in keys:
            if key not in self.rows:
                self.rows[key] = free.pop(0) if free else self._make()
        self._spare = free
        for row in gone:
            if row in free:
                row.hide()
        for key, item in zip(keys, items, strict=True):
            self._fill(self.rows[key], item)
        self.arrange(keys)

    def arrange(self, keys: Sequence[Hashable]) -> None:
        """Put the rows in this order."""
        self.rows = {key: self.rows[key] for key in keys}
        wanted: list[QWidget] = list(self.rows.values())
        if self._add is not None and not self._add.isHidden():
            wanted.append(self._add)
        self.setVisible(bool(wanted))
        if wanted == self._placed:
            return
        while self._column.takeAt(0) is not None:
            pass
        before: QWidget | None = None
        for row in wanted:
            self._column.addWidget(row)
            row.show()
            if before is not None:
                QWidget.setTabOrder(before, row)
            before = row
        self._placed = wanted
        self.update()

    def in_order(self) -> list[R]:
        """The rows as they stand."""
        return list(self.rows.values())

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        for widget in (old, new):
            row = widget
            while row is not None and row.parentWidget() is not self:
                row = row.parentWidget()
            if isinstance(row, EditRow):
                row.focus_moved()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        box(painter, self.rect(), c.surface, c.line, RADIUS.card)
        for row in self._placed[1:]:
            painter.fillRect(1, row.y() - _LINE, self.width() - 2, _LINE, colour(c.line))
        painter.end()
