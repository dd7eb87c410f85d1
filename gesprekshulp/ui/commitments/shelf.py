"""The middle of Toezeggingen: the list with its head, or the board in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services.commitment_list import Wanted
from gesprekshulp.ui.commitments.register import Register
from gesprekshulp.ui.commitments.toolbar import LIST, WEEK
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.row import TABLE, Columns
from gesprekshulp.ui.widgets.table_head import TableHead

if TYPE_CHECKING:
    from datetime import date

    from gesprekshulp.ui.commitments.board import CommitmentBoard

_WIDTHS = "toezeggingen/kolommen"
# From this width on half of the room more goes to the names of clients, up to so much.
_WIDE, _CLIENT_MORE = 960, 160


class Shelf(QWidget):
    """Shows what is wanted in one of two ways, and knows which promise is selected in it.

    `moved` tells that another promise is selected, `board_made` that there is a board to listen to.
    """

    moved = Signal()
    board_made = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board: CommitmentBoard | None = None
        self._shape = LIST
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.table_head = TableHead(TABLE, ("Door", "Wat", "Klant", "Uiterlijk"))
        self._column.addWidget(self.table_head)
        self.register = Register(desk)
        self.table_head.follow(self.register.list)
        self._column.addWidget(self.register, 1)
        self.table_head.set_widths(desk.shell.state.get(_WIDTHS))
        self._columns = self.table_head.columns
        self.register.list.set_columns(self._columns)
        self.table_head.changed.connect(self._use_columns)
        self.register.moved.connect(self.moved)

    # List or board

    @property
    def board(self) -> CommitmentBoard:
        """The board; made when first asked for."""
        if self._board is None:
            from gesprekshulp.ui.commitments.board import CommitmentBoard

            self._board = CommitmentBoard(self._desk, self.register.names)
            self._board.hide()
            self._column.addWidget(self._board, 1)
            self._board.view.selected.connect(self.moved)
            self._board.shown.connect(self.moved)
            self.board_made.emit()
        return self._board

    @property
    def shown_board(self) -> CommitmentBoard | None:
        """The board, while it is what is shown."""
        return None if self._shape == LIST else self.board

    def set_shape(self, shape: str, at: date | None = None) -> None:
        """Show the list, or the week or month of a day."""
        self._shape = shape
        is_list = shape == LIST
        self.table_head.setVisible(is_list)
        self.register.setVisible(is_list)
        if not is_list:
            self.board.show_span(is_week=shape == WEEK, at=at)
        if self._board is not None:
            self._board.setVisible(not is_list)

    def keyboard(self) -> QWidget:
        """What takes the keyboard."""
        board = self.shown_board
        return board.view if board is not None else self.register.list

    # What is in it

    def begin(self, wanted: Wanted) -> None:
        """Show other promises from the top."""
        if (board := self.shown_board) is not None:
            board.show_wanted(wanted)
        else:
            self.register.begin(wanted)

    def narrow(self, wanted: Wanted) -> None:
        """Show only what holds some words; for every key."""
        if (board := self.shown_board) is not None:
            board.show_wanted(wanted)
        else:
            self.register.narrow(wanted.text)

    def refresh(self) -> None:
        """Read again what is shown."""
        if (board := self.shown_board) is not None:
            board.refresh()
        else:
            self.register.refresh()
            self.moved.emit()

    def stop(self) -> None:
        """Let go of what is being read."""
        self.register.stop()
        if self._board is not None:
            self._board.stop()

    def current(self) -> Commitment | None:
        """The promise that is selected."""
        board = self.shown_board
        return board.view.current() if board is not None else self.register.current()

    def select(self, id: CommitmentId, day: date | None, then: Callable[[], object]) -> bool:
        """Select a promise and do `then`; False when it is not in what is shown.

        A board goes to the promise's day; one without a day is on no board.
        """
        if (board := self.shown_board) is None:
            found = self.register.select(id)
            if found:
                then()
            return found
        if day is None:
            return False
        board.select(id, day, then)
        return True

    # Columns

    def _use_columns(self, columns: Columns) -> None:
        self.register.list.set_columns(columns)
        if columns.client:
            self._columns = columns
            self._desk.shell.state.put(_WIDTHS, self.table_head.widths())

    def fit(self, room: int, *, narrow: bool) -> None:
        """Without room for everything the client's name gives way; on a wide screen it grows.

        Widths that were dragged stay as they are.
        """
        columns = replace(self._columns, client=0) if narrow else self._columns
        if columns == TABLE:
            wider = min(_CLIENT_MORE, max(0, (room - _WIDE) // 2))
            columns = replace(TABLE, client=TABLE.client + wider)
        if columns != self.table_head.columns:
            self.table_head.set_columns(columns)
            self.register.list.set_columns(columns)
