"""Toezeggingen: the register of promises of both sides, and one of them in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services import commitment_list, commitments
from gesprekshulp.services.commitment_list import View, Wanted
from gesprekshulp.services.waiting import needs_new_day
from gesprekshulp.ui.commitments.acts import Acts
from gesprekshulp.ui.commitments.controls import Controls
from gesprekshulp.ui.commitments.shelf import Shelf
from gesprekshulp.ui.commitments.toolbar import LIST, MONTH, WEEK
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.widgets.after_paint import AFTER_PAINT_MS

if TYPE_CHECKING:
    from datetime import date

    from gesprekshulp.domain.waiting import NewDay
    from gesprekshulp.ui.attachments.keeping import FileOwner
    from gesprekshulp.ui.background import Job
    from gesprekshulp.ui.commitments.panel import CommitmentPanel
    from gesprekshulp.ui.commitments.slipped_strip import SlippedStrip
    from gesprekshulp.ui.widgets.empty_page import EmptyPage

_NARROW = 640


class CommitmentsPage(Page):
    """The register of promises."""

    title = "Toezeggingen"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panel: CommitmentPanel | None = None
        self.strip: SlippedStrip | None = None
        self.empty: EmptyPage | None = None
        self._looking: Job | None = None
        self._panel_place = QHBoxLayout(self)
        self._panel_place.setContentsMargins(0, 0, 0, 0)
        self._panel_place.setSpacing(0)
        self._left = QVBoxLayout()
        self._left.setSpacing(0)
        self._panel_place.addLayout(self._left, 1)
        self.shelf = Shelf(desk)
        self.controls = Controls(desk, self.shelf.register.learn_names)
        self._left.addWidget(self.controls)
        self._left.addWidget(self.shelf, 1)
        self.acts = Acts(desk, self, self._left)
        register = self.shelf.register
        self.search, self.whose = self.controls.search, self.controls.whose
        self.tabs, self.toolbar = self.controls.tabs, self.controls.toolbar
        self.list, self.model, self.nothing = register.list, register.model, register.nothing
        # After the first paint, which must not wait for a worker that is busy.
        self._beside = QTimer(self)
        self._beside.setSingleShot(True)
        self._beside.setInterval(AFTER_PAINT_MS)
        self._beside.timeout.connect(self._read_beside)
        self._connect()
        desk.changed.connect(self._after_write)

    def _connect(self) -> None:
        register = self.shelf.register
        self.controls.typed.connect(self._filter)
        self.controls.changed.connect(self._show_other)
        self.controls.shape_chosen.connect(self.choose_shape)
        self.controls.new_button.clicked.connect(lambda: self.make_new())
        self.toolbar.export_asked.connect(self.export)
        self.toolbar.week_asked.connect(lambda: self._desk.go("weekafsluiting"))
        register.found.connect(self.controls.show_number)
        for signal in (self.search.down, self.search.entered):
            signal.connect(self._to_results)
        self.list.checked.connect(lambda at: self._check(self.model.commitment_at(at)))
        self.list.opened.connect(lambda _: self.open_panel())
        self.list.clicked.connect(lambda _: self.open_panel())
        # After the press: the dialog must not take the mouse from the list.
        self.list.date_asked.connect(lambda _: QTimer.singleShot(0, self, self.move_current))
        self.shelf.moved.connect(self._follow)
        self.shelf.board_made.connect(self._listen_to_board)
        self._add_keys(self.list)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.search.setFocus),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_B), self.message_current),
        ):
            shortcut = QShortcut(keys, self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _listen_to_board(self) -> None:
        board = self.shelf.board
        board.view.opened.connect(self.open_panel)
        board.view.checked.connect(lambda: self._check(self.current()))
        board.view.move_asked.connect(self.move_current)
        board.view.wanted.connect(self.make_new)
        board.view.more.connect(self._show_more)
        board.earlier_asked.connect(lambda: self.open(view=View.LATE))
        self._add_keys(board.view)

    def _add_keys(self, view: QWidget) -> None:
        for key, act in (
            (Qt.Key.Key_V, self.move_current),
            (Qt.Key.Key_N, self.make_new),
            (Qt.Key.Key_Escape, self.close_panel),
        ):
            shortcut = QShortcut(QKeySequence(key), view, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Without room for everything, the client's name and some words give way."""
        # Not whether it is seen: it can be opened before the page is.
        beside = self._panel is not None and not self._panel.isHidden()
        panel = self._panel.width() if self._panel is not None and beside else 0
        narrow = self.width() - panel < _NARROW
        self.controls.set_narrow(narrow=narrow)
        self.shelf.fit(self.width() - panel, narrow=narrow)

    # Opening

    def open(self, **where: object) -> None:
        other = self.controls.take(where)
        self.shelf.set_shape(self.controls.shape())
        if other or self.list.current() < 0 or self.shelf.shown_board is not None:
            self.shelf.begin(self.wanted())
        else:
            self.shelf.refresh()
        self._show_whether_any()
        self._beside.start()
        if id := where.get("commitment_id"):
            self._show(CommitmentId(str(id)))
        else:
            self._follow()
        if where.get("new") == "ja":
            QTimer.singleShot(0, self, self.make_new)
        if self.empty is None or self.empty.isHidden():
            self.shelf.keyboard().setFocus()

    def place(self) -> dict[str, str]:
        shown = self._panel.shown if self._panel is not None and self._panel.isVisible() else None
        id = shown.commitment.id if shown else ""
        return {**self.controls.place(), "commitment_id": id, "new": ""}

    def keeps_for(self) -> FileOwner | None:
        shown = self._panel.shown if self._panel is not None and self._panel.isVisible() else None
        if shown is None:
            return None
        from gesprekshulp.ui.attachments.keeping import FileOwner

        return FileOwner(OwnerKind.COMMITMENT, shown.commitment.id, shown.commitment.client_id)

    def leave(self) -> None:
        self._beside.stop()
        self.shelf.stop()

    def _show(self, id: CommitmentId) -> None:
        """Select a promise and open its panel, in another view when it is not in this one."""
        try:
            promise = commitments.card(self._desk.archive, id).commitment
        except UserError as error:
            self._desk.error(error.sentence)
            return
        day = promise.due if promise.is_open else None
        if self.shelf.select(id, day, self.open_panel):
            return
        self.controls.show_all_of(View.ALL if promise.is_open else View.CLOSED)
        self._use_shape(LIST)
        self.shelf.begin(self.wanted())
        self.shelf.select(id, day, self.open_panel)

    # What is shown

    def wanted(self) -> Wanted:
        """What is asked of the register now."""
        return self.controls.wanted()

    def _after_write(self) -> None:
        if self.isVisible():
            self.shelf.refresh()
            self._show_whether_any()
            self._beside.start()

    def _show_whether_any(self) -> None:
        """Before the first promise the page says where they come from."""
        is_empty = not commitment_list.any_made(self._desk.archive)
        if self.empty is None:
            if not is_empty:
                return
            from gesprekshulp.ui.commitments.empty import no_promises

            self.empty = no_promises(self._desk, self.make_new)
            self._left.addWidget(self.empty, 1)
        self.empty.setVisible(is_empty)
        self.shelf.setVisible(not is_empty)
        self.controls.set_bare(bare=is_empty)

    def _read_beside(self) -> None:
        """In the background: the counts, and promises of ours whose client slipped."""
        self.controls.count_views()
        if self._looking is not None:
            self._looking.cancel()
        desk = self._desk
        self._looking = desk.background.run(
            needs_new_day, desk.archive, desk.clock, done=self._show_slipped, owner=self
        )

    def _show_slipped(self, found: tuple[NewDay, ...]) -> None:
        self._looking = None
        if self.strip is None:
            if not found:
                return
            from gesprekshulp.ui.commitments.slipped_strip import SlippedStrip

            self.strip = SlippedStrip(self._desk)
            self.strip.move_asked.connect(self.acts.move_slipped)
            self.strip.opened.connect(lambda id: self._show(CommitmentId(id)))
            self._left.insertWidget(0, self.strip)
        self.strip.show_slipped(found)

    def _show_other(self) -> None:
        self.close_panel()
        self.shelf.begin(self.wanted())
        self._beside.start()

    def _filter(self, _text: str) -> None:
        self.close_panel()
        self.shelf.narrow(self.wanted())

    def _to_results(self) -> None:
        if self.shelf.shown_board is not None:
            self.shelf.keyboard().setFocus()
        else:
            self.shelf.register.take_focus()

    def choose_shape(self, shape: str, at: date | None = None) -> None:
        """Show the list, or the week or month of a day."""
        self.close_panel()
        self._use_shape(shape, at)
        self.shelf.begin(self.wanted())
        self.shelf.keyboard().setFocus()

    def _use_shape(self, shape: str, at: date | None = None) -> None:
        self.controls.set_shape(shape)
        self.controls.show_number("")
        self.shelf.set_shape(shape, at)

    def _show_more(self, day: date) -> None:
        """Not all of a day is shown: its week shows more of it, the list all."""
        self.choose_shape(WEEK if self.controls.shape() == MONTH else LIST, day)

    def export(self, end: str) -> None:
        """Write what is shown to a file of this kind."""
        board = self.shelf.shown_board
        span = board.group() if board is not None else None
        title = self.controls.title() if board is None else "Toezeggingen"
        names = self.shelf.register.names
        self.acts.exporter.ask(end, title, self.wanted(), names, span)

    # The promise that is selected

    def current(self) -> Commitment | None:
        """The promise that is selected, in the list or on the board."""
        return self.shelf.current()

    @property
    def panel(self) -> CommitmentPanel:
        """The side panel; made when first opened."""
        if self._panel is None:
            from gesprekshulp.ui.commitments.panel import CommitmentPanel

            self._panel = CommitmentPanel(self._desk)
            self._panel.hide()
            self._panel.asked.connect(self._ask)
            self._panel.closed.connect(self._panel_closed)
            self._panel_place.addWidget(self._panel)
        return self._panel

    def open_panel(self) -> None:
        """Show the selected promise in the side panel."""
        promise = self.current()
        if promise is None:
            return
        self.panel.show_promise(promise.id)
        self.panel.show()
        self._fit()

    def _panel_closed(self) -> None:
        self._fit()
        if not self.search.edit.hasFocus():
            self.shelf.keyboard().setFocus()

    def close_panel(self) -> None:
        """Close the side panel, when it is open."""
        if self._panel is not None and self._panel.isVisible():
            self._panel.dismiss()

    def _follow(self) -> None:
        """The open panel shows the promise that is selected now."""
        if self._panel is None or not self._panel.isVisible():
            return
        if self.current() is None:
            self.close_panel()
        else:
            self.open_panel()

    # Doing

    def _check(self, promise: Commitment | None) -> None:
        """The check was clicked: kept at once, or open again, with the way back."""
        if promise is not None:
            self.acts.keep_or_reopen(promise)

    def _ask(self, wish: str) -> None:
        """What the panel asks for, with the promise that it shows."""
        panel = self.panel
        if panel.shown is not None and panel.ties is not None:
            self.acts.act(wish, panel.shown, panel.ties, panel.how, panel.when)

    def move_current(self, day: date | None = None) -> None:
        """Ask for another day for the selected promise, or for its first one."""
        promise = self.current()
        if promise is not None and promise.is_open:
            self.acts.move(promise, day)

    def message_current(self) -> None:
        """Make the message about the last move of the selected promise."""
        promise = self.current()
        if promise is not None:
            self.acts.message(promise.id)

    def make_new(self, day: date | None = None) -> None:
        """Ask for a new promise, and show it."""
        from gesprekshulp.ui.commitments import forms

        if (id := forms.new_promise(self._desk, self, None, day)) is not None:
            self._show(id)
