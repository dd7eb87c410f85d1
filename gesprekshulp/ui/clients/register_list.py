"""A heading, a button to add, and a list of which each row can be opened, changed and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.labels import Muted, Section
from gesprekshulp.ui.widgets.list_view import ListRowModel, RowView
from gesprekshulp.ui.widgets.row import Columns, Row

Action = tuple[str, Callable[[Any], object]]


class RegisterList(QWidget):
    """Rows with the object behind each. A row is opened with Enter or a double click, and has a
    menu of `actions`; Delete does `remove` when that is given.
    """

    opened = Signal(object)
    checked = Signal(object)
    date_asked = Signal(object)
    add_asked = Signal()

    def __init__(
        self,
        title: str,
        columns: Columns,
        *,
        empty: str,
        add: str = "",
        actions: Sequence[Action] = (),
        remove: Callable[[Any], object] | None = None,
        row_height: int = SIZE.row,
    ) -> None:
        super().__init__()
        self._actions = tuple(actions)
        self._remove = remove
        self._behind: tuple[object | None, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Section(title))
        head.addStretch(1)
        self.add_button = SecondaryButton(add, icon="plus")
        self.add_button.setVisible(bool(add))
        self.add_button.clicked.connect(self.add_asked)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self._head = head
        self._card = Card()
        holder = self._card.body((4, 4, 4, 4))
        self.model = ListRowModel()
        self.view = RowView(columns, name=title, role="surface", row_height=row_height)
        self.view.setModel(self.model)
        holder.addWidget(self.view)
        column.addWidget(self._card)
        self._none = Muted(empty, size=14, wrap=True)
        column.addWidget(self._none)
        self.view.opened.connect(lambda place: self._tell(self.opened, place))
        self.view.checked.connect(lambda place: self._tell(self.checked, place))
        self.view.date_asked.connect(lambda place: self._tell(self.date_asked, place))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Delete),
            self.view,
            self.remove_selected,
            context=Qt.ShortcutContext.WidgetShortcut,
        )

    def add_beside(self, widget: QWidget) -> None:
        """Put something between the heading and the button, such as a filter."""
        self._head.insertWidget(1, widget)
        self._head.insertSpacing(1, 16)

    def set_items(self, rows: Sequence[Row], behind: Sequence[object | None]) -> None:
        """Show these rows; `behind` holds each row's object, None for a heading."""
        place = self.view.current()
        self._behind = tuple(behind)
        self.model.set_rows(rows)
        self.view.fit_height()
        self._card.setVisible(bool(rows))
        self._none.setVisible(not rows)
        if place >= 0 and rows:
            self.view.select(min(place, len(rows) - 1))

    def at(self, position: int) -> object | None:
        """The object behind a row."""
        return self._behind[position] if 0 <= position < len(self._behind) else None

    def remove_selected(self) -> None:
        """Remove what is selected."""
        chosen = self.at(self.view.current())
        if chosen is not None and self._remove is not None:
            self._remove(chosen)

    def _tell(self, signal: Any, place: int) -> None:
        if (found := self.at(place)) is not None:
            signal.emit(found)

    def _menu(self, point: QPoint) -> None:
        found = self.at(self.view.indexAt(point).row())
        if found is None or not (self._actions or self._remove):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in self._actions:
            menu.addAction(words, lambda act=act: act(found))
        if (remove := self._remove) is not None:
            menu.addSeparator()
            menu.addAction("Verwijderen", lambda: remove(found))
        menu.popup(self.view.viewport().mapToGlobal(point))
