"""The one list of the program: a table view of rows drawn whole by one delegate.

A model gives each row as a `Row` with every text ready made (role `RowRole`). A table view asks
only for what is visible and computes no sizes beforehand, so 400,000 rows open as fast as forty.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from gesprekshulp.ui.theme.palette import colours, set_area_surface
from gesprekshulp.ui.theme.tokens import RADIUS, SIZE
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.widgets.row import Columns, Row, RowRole
from gesprekshulp.ui.widgets.row_delegate import Hit, RowDelegate

_TABBED = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_UNIFORM_FROM = 20_000
_MANY_HEADINGS = 250
_MADE_ROWS = 200
"""A few screens of rows, so that a repaint makes no text again."""
_Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")


class RowModel(QAbstractTableModel):
    """A model of one column of rows. Give `rowCount` and `row_at`; the rest is done here."""

    def row_at(self, position: int) -> Row:
        """The row at a position, with its texts ready made. Called for visible rows only."""
        raise NotImplementedError

    def headings(self) -> Sequence[int]:
        """The positions of the rows that are group headings."""
        return ()

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == RowRole:
            return self.row_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.row_at(index.row()).spoken()
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row_at(index.row()).heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ListRowModel(RowModel):
    """Rows that are all at hand, for short lists."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__()
        self._rows = tuple(rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def row_at(self, position: int) -> Row:
        return self._rows[position]

    def headings(self) -> Sequence[int]:
        return [position for position, row in enumerate(self._rows) if row.heading]


class MadeRowModel(RowModel, Generic[T]):
    """Rows whose texts are made when they come into view, for lists of thousands."""

    def __init__(self, make: Callable[[T], Row]) -> None:
        super().__init__()
        self._items: Sequence[T] = ()
        self._make = lru_cache(maxsize=_MADE_ROWS)(lambda position: make(self._items[position]))

    def set_items(self, items: Sequence[T]) -> None:
        """Show other things, each as one row."""
        self.beginResetModel()
        self._items = items
        self._make.cache_clear()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._items)

    def row_at(self, position: int) -> Row:
        return self._make(position)


class RowView(QTableView):
    """Shows a RowModel. Signals give the position of the row.

    `checked`: its check was clicked, or Space pressed. `date_asked`: its date was clicked.
    `opened`: double click or Enter. `selected`: the selection moved (-1 for none).
    """

    checked = Signal(int)
    date_asked = Signal(int)
    opened = Signal(int)
    selected = Signal(int)

    def __init__(
        self,
        columns: Columns,
        parent: QWidget | None = None,
        *,
        name: str,
        role: str = "page",
        row_height: int = SIZE.row,
        heading_height: int = SIZE.group_heading,
    ) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self._heading_height = heading_height
        self._last_headings: Sequence[int] = ()
        self.ring = False
        self.rows = RowDelegate(columns, self)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(name)
        self.setProperty("list", True)
        set_area_surface(self, role)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(16)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        if (old := self.model()) is not None:
            old.modelReset.disconnect(self.fit_headings)
        super().setModel(model)
        if model is not None:
            # After the view's own reset, which gives every row the same height again.
            model.modelReset.connect(self.fit_headings)
            self.selectionModel().currentRowChanged.connect(
                lambda now, _before: self.selected.emit(now.row())
            )
            self._last_headings = ()
            self.fit_headings()

    def fit_headings(self) -> None:
        """Give group headings their own height; call it when a model changed without a reset."""
        model = self.model()
        if not isinstance(model, RowModel):
            return
        # Each row of another height makes Qt add up all rows again: 1 ms for 400,000. In a list
        # that long a heading is as high as a row.
        headings = model.headings() if model.rowCount() <= _UNIFORM_FROM else ()
        if len(headings) > _MANY_HEADINGS:
            headings = ()
        if headings or self._last_headings:
            for position in self._last_headings:
                self.setRowHeight(position, self._row_height)
            for position in headings:
                self.setRowHeight(position, self._heading_height)
            self._last_headings = tuple(headings)

    def set_columns(self, columns: Columns) -> None:
        """Use other widths."""
        self.rows.columns = columns
        self.viewport().update()

    def set_row_height(self, height: int) -> None:
        """Make every row but the headings this high."""
        if height != self._row_height:
            self._row_height = height
            self.verticalHeader().setDefaultSectionSize(height)
            self.fit_headings()

    def current(self) -> int:
        """The position of the selected row, or -1."""
        return self.currentIndex().row()

    def select(self, position: int) -> None:
        """Select a row and bring it in view."""
        model = self.model()
        if model is not None and 0 <= position < model.rowCount():
            self.setCurrentIndex(model.index(position, 0))

    def content_height(self) -> int:
        """The height that shows every row, for a short list inside a page that scrolls."""
        return self.verticalHeader().length()

    def fit_height(self) -> None:
        """Make the list as high as its rows, so that the page around it scrolls."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.content_height())

    def _hit(self, point: QPoint) -> tuple[int, Hit]:
        index = self.indexAt(point)
        if not index.isValid():
            return -1, Hit.NOTHING
        row: Row = index.data(RowRole)
        return index.row(), self.rows.hit(self.visualRect(index), row, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        position, hit = self._hit(event.position().toPoint())
        pointing = hit in (Hit.CHECK, Hit.DATE)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        )
        self.rows.set_hot(position, hit, self.viewport())

    def leaveEvent(self, event: QEvent) -> None:
        self.rows.set_hot(-1, Hit.NOTHING, self.viewport())
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ring = False
        if event.button() is Qt.MouseButton.LeftButton:
            position, hit = self._hit(event.position().toPoint())
            if hit is Hit.CHECK:
                self.checked.emit(position)
                return
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            position, hit = self._hit(event.position().toPoint())
            if hit is Hit.DATE:
                self.date_asked.emit(position)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        position, hit = self._hit(event.position().toPoint())
        if position >= 0 and hit is Hit.ROW:
            self.opened.emit(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A page that gives the list the focus by itself is no key of the user.
        self.ring = event.reason() in _TABBED
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.ring and self.hasFocus():
            # Around the row that the keys are about, or the list when there is none yet.
            current = self.visualRect(self.currentIndex())
            painter = QPainter(self.viewport())
            area = current if current.isValid() else self.viewport().rect()
            box(painter, area, None, colours(self).accent, RADIUS.control, 2)
            painter.end()

    def _first_row(self) -> int:
        model = self.model()
        count = model.rowCount() if model is not None else 0
        return next(
            (
                position
                for position in range(min(count, _MANY_HEADINGS))
                if model.flags(model.index(position, 0)) & Qt.ItemFlag.ItemIsEnabled
            ),
            -1,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring = True
        position = self.current()
        if position < 0 and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Space):
            # Qt would go to a heading.
            self.select(self._first_row())
        elif position >= 0 and event.key() == Qt.Key.Key_Space:
            self.checked.emit(position)
        elif position >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(position)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not look for a row: that would read a list of any length to its end."""

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = (
                self.rows.tooltip(self.visualRect(index), index.data(RowRole), event.pos())
                if (index.isValid())
                else ""
            )
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)
