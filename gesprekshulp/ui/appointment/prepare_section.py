"""What the sections of Voorbereiden with rows have in common: agenda, expectations, sendings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.ui.appointment.prepare_rows import AddRow, EditRow, RowsCard
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.labels import Label

T = TypeVar("T")
R = TypeVar("R", bound=EditRow)


class RowsSection(QWidget, Generic[T, R]):
    """A heading with a button to add, a card of rows, and the row in which the next is typed.

    `beside` stands behind the title. `saved` is emitted after every change. A section of its own
    keeps what is typed in the last row (`keep_new`).
    """

    saved = Signal()

    def __init__(
        self,
        desk: Desk,
        title: str,
        card: RowsCard[T, R],
        add: AddRow,
        add_words: str,
        *,
        beside: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._desk = desk
        self._id: AppointmentId | None = None
        self.card = card
        self.add = add
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(title))
        for widget in beside:
            head.addWidget(widget)
        head.addStretch(1)
        self.add_button = LinkButton(add_words, icon="plus", small=True)
        self.add_button.clicked.connect(self.ask_new)
        head.addWidget(self.add_button)
        self.column.addLayout(head)
        add.typed.connect(self._add)
        card.set_add(add)
        self.column.addWidget(card)

    def keep_new(self, id: AppointmentId, text: str) -> None:
        """Save what was typed in the last row."""
        raise NotImplementedError

    def show_rows(self, id: AppointmentId, items: Sequence[T]) -> None:
        """Show these of an appointment; without any, the row to type the first one in."""
        self._id = id
        if items and not self.add.edit.hasFocus():
            self.add.hide()
        elif not items:
            self.add.show()
        self.card.set_items(items)

    def rows(self) -> list[R]:
        """The rows as they stand."""
        return self.card.in_order()

    def ask_new(self) -> None:
        """Go to the row in which a new one is typed."""
        self.add.show()
        self.card.arrange(list(self.card.rows))
        self.add.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what was typed and not entered yet: a row may be another's in a moment."""
        for row in self.rows():
            row.save()
        self.add.save()

    def _add(self, text: str) -> None:
        if self._id is not None:
            self.keep_new(self._id, text)
            self.saved.emit()
