"""Toezeggingen: the register of promises of both sides, and one of them in detail."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services import commitment_list, commitments
from gesprekshulp.services.commitment_list import View, Wanted, Whose
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.commitments.register import Register
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.fields import SearchField
from gesprekshulp.ui.widgets.labels import Muted, Title
from gesprekshulp.ui.widgets.row import TABLE, Columns
from gesprekshulp.ui.widgets.segments import Segments
from gesprekshulp.ui.widgets.table_head import TableHead
from gesprekshulp.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive
    from gesprekshulp.ui.commitments.panel import CommitmentPanel

_WIDTHS = "toezeggingen/kolommen"
_NARROW = 640

_VIEWS = (
    (View.LATE, "Te laat"),
    (View.TODAY, "Vandaag"),
    (View.THIS_WEEK, "Deze week"),
    (View.WAITING, "Wacht op klant"),
    (View.NO_DAY, "Zonder termijn"),
    (View.ALL, "Alles"),
    (View.CLOSED, "Afgehandeld"),
)
_WHOSE = ((Whose.BOTH, "Allebei"), (Whose.OURS, "Wij"), (Whose.THEIRS, "Klant"))


class CommitmentsPage(Page):
    """The register of promises."""

    title = "Toezeggingen"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counting: Job | None = None
        self._build()
        desk.changed.connect(self._after_write)

    # Building

    def _build(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        outer.addLayout(left, 1)
        head = QHBoxLayout()
        head.setContentsMargins(32, 24, 20, 11)
        head.setSpacing(12)
        head.addWidget(Title("Toezeggingen"))
        head.addStretch(1)
        self.search = SearchField("Filteren", name="Toezeggingen filteren")
        self.search.setMinimumWidth(112)
        self.search.setMaximumWidth(260)
        self._number = Muted()
        self._number.hide()
        layout = self.search.layout()
        assert layout is not None
        layout.addWidget(self._number)
        head.addWidget(self.search, 3)
        self.whose = Segments([(str(value), words) for value, words in _WHOSE], name="Van wie")
        head.addWidget(self.whose)
        self.new_button = SecondaryButton("Nieuw", icon="plus")
        self.new_button.setToolTip("Nieuwe toezegging (N)")
        head.addWidget(self.new_button)
        left.addLayout(head)
        self.tabs = Tabs([(str(value), words) for value, words in _VIEWS], margin=32)
        self.tabs.set_value(View.ALL)
        left.addWidget(self.tabs)
        self.table_head = TableHead(TABLE, ("Door", "Wat", "Klant", "Uiterlijk"))
        left.addWidget(self.table_head)
        self.register = Register(self._desk)
        self.list, self.model, self.nothing = (
            self.register.list,
            self.register.model,
            self.register.nothing,
        )
        self.table_head.follow(self.list)
        left.addWidget(self.register, 1)
        self._panel_place = outer
        self._panel: CommitmentPanel | None = None
        self._connect()

    def _connect(self) -> None:
        self.search.typed.connect(self._filter)
        self.register.found.connect(self._show_number)
        self.search.down.connect(self.register.take_focus)
        self.search.entered.connect(self.register.take_focus)
        self.whose.changed.connect(self._choose_whose)
        self.tabs.changed.connect(self._choose_view)
        self.new_button.clicked.connect(self.make_new)
        self.table_head.set_widths(self._desk.shell.state.get(_WIDTHS))
        self._columns = self.table_head.columns
        self.list.set_columns(self._columns)
        self.table_head.changed.connect(self._use_columns)
        self.list.checked.connect(self._check)
        self.list.opened.connect(lambda _: self.open_panel())
        self.list.clicked.connect(lambda _: self.open_panel())
        self.register.moved.connect(self._follow)
        # After the press: the dialog must not take the mouse from the list.
        self.list.date_asked.connect(lambda _: QTimer.singleShot(0, self, self.move_current))
        for key, act in (
            (Qt.Key.Key_V, self.move_current),
            (Qt.Key.Key_N, self.make_new),
            (Qt.Key.Key_Escape, self.close_panel),
        ):
            shortcut = QShortcut(QKeySequence(key), self.list, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _use_columns(self, columns: Columns) -> None:
        self.list.set_columns(columns)
        if columns.client:
            self._columns = columns
            self._desk.shell.state.put(_WIDTHS, self.table_head.widths())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Without room for everything, the client's name and the word Nieuw give way."""
        panel = self._panel.width() if self._panel is not None and self._panel.isVisible() else 0
        narrow = self.width() - panel < _NARROW
        self.new_button.set_label("" if narrow else "Nieuw")
        self.new_button.setAccessibleName("Nieuw")
        self.search.setMinimumWidth(72 if narrow else 112)
        columns = replace(self._columns, client=0) if narrow else self._columns
        if columns != self.table_head.columns:
            self.table_head.set_columns(columns)
            self.list.set_columns(columns)

    # Opening

    def open(self, **where: object) -> None:
        view, whose = where.get("view"), where.get("whose")
        if view in set(View):
            self.tabs.set_value(str(view))
            self._clear_filter()
        if whose in set(Whose):
            self.whose.set_value(str(whose))
        id = where.get("commitment_id")
        if view in set(View) or whose in set(Whose) or self.list.current() < 0:
            self.register.begin(self.wanted())
        else:
            self.register.refresh()
        self._count_views()
        if id:
            self._show(CommitmentId(str(id)))
        else:
            self._follow()
        if where.get("new") == "ja":
            QTimer.singleShot(0, self, self.make_new)
        self.list.setFocus()

    def place(self) -> dict[str, str]:
        shown = self._panel.shown if self._panel is not None and self._panel.isVisible() else None
        return {
            "view": self.tabs.value(),
            "whose": self.whose.value(),
            "commitment_id": shown.commitment.id if shown else "",
            "new": "",
        }

    def leave(self) -> None:
        self.register.stop()

    def _show(self, id: CommitmentId) -> None:
        """Select a promise and open its panel, in another view when it is not in this one."""
        try:
            view = commitment_list.view_of(self._desk.archive, id)
        except UserError as error:
            self._desk.error(error.sentence)
            return
        if not self.register.select(id):
            self._clear_filter()
            self.whose.set_value(Whose.BOTH)
            self.tabs.set_value(view)
            self.register.begin(self.wanted())
            self.register.select(id)
        self.open_panel()

    def _clear_filter(self) -> None:
        self.search.edit.blockSignals(True)
        self.search.setText("")
        self.search.edit.blockSignals(False)

    # Filling

    def wanted(self) -> Wanted:
        """What is asked of the register now."""
        return Wanted(View(self.tabs.value()), Whose(self.whose.value()), self.search.text())

    def _after_write(self) -> None:
        if self.isVisible():
            self.register.refresh()
            self._count_views()
            self._follow()

    def _show_number(self, number: str) -> None:
        self._number.setText(number)
        self._number.setAccessibleName(f"{number} gevonden" if number else "")
        self._number.setVisible(bool(number))

    def _count_views(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
        self._counting = self._desk.background.run(
            _counts,
            self._desk.archive,
            self._desk.clock,
            Whose(self.whose.value()),
            self.register,
            done=self._show_counts,
            owner=self,
        )

    def _show_counts(self, counts: dict[View, int]) -> None:
        self._counting = None
        for view, number in counts.items():
            self.tabs.set_count(view, number)

    # Filtering

    def _choose_view(self, view: str) -> None:
        if view == View.WAITING and self.whose.value() == Whose.OURS:
            self.whose.set_value(Whose.BOTH)
        self._show_other()

    def _choose_whose(self, whose: str) -> None:
        if whose == Whose.OURS and self.tabs.value() == View.WAITING:
            self.tabs.set_value(View.ALL)
        self._show_other()

    def _show_other(self) -> None:
        self.close_panel()
        self.register.begin(self.wanted())
        self._count_views()

    def _filter(self, text: str) -> None:
        self.close_panel()
        self.register.narrow(text)

    # The promise that is selected

    def current(self) -> Commitment | None:
        """The promise on the selected row."""
        return self.register.current()

    @property
    def panel(self) -> CommitmentPanel:
        """The side panel; made when first opened."""
        if self._panel is None:
            from gesprekshulp.ui.commitments.panel import CommitmentPanel

            self._panel = CommitmentPanel(self._desk)
            self._panel.hide()
            self._panel.asked.connect(self._act)
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
            self.list.setFocus()

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

    def _check(self, position: int) -> None:
        """The check was clicked: kept at once, or open again, with the way back."""
        promise = self.model.commitment_at(position)
        if promise is not None:
            self._keep_or_reopen(promise)

    def _keep_or_reopen(self, promise: Commitment) -> None:
        archive, clock = self._desk.archive, self._desk.clock
        try:
            if promise.is_open:
                commitments.keep(archive, clock, promise.id)
            else:
                commitments.reopen(archive, clock, promise.id)
        except UserError as error:
            self._desk.error(error.sentence)
            return
        done = "nagekomen" if promise.is_open else "staat weer open"
        did(self._desk, f"Toezegging {done}.")

    def _act(self, wish: str) -> None:
        """What the panel asks for, with the promise that it shows."""
        shown = self.panel.shown
        if shown is None:
            return
        promise = shown.commitment
        if wish in ("keep", "reopen"):
            self._keep_or_reopen(promise)
        elif wish == "remove":
            self._remove(promise)
        else:
            from gesprekshulp.ui.commitments import forms

            if wish == "change":
                forms.change_promise(self._desk, self, promise, shown.client_name)
            else:
                ask = {
                    "move": forms.move_promise,
                    "day": forms.choose_day,
                    "drop": forms.drop_promise,
                    "hand_over": forms.hand_over,
                }[wish]
                ask(self._desk, self, promise)

    def _remove(self, promise: Commitment) -> None:
        try:
            commitments.remove(self._desk.archive, promise.id)
        except UserError as error:
            self._desk.error(error.sentence)
            return
        did(self._desk, "Toezegging verwijderd.")

    def move_current(self) -> None:
        """Ask for another day for the selected promise, or for its first one."""
        promise = self.current()
        if promise is not None and promise.is_open:
            from gesprekshulp.ui.commitments import forms

            forms.move_promise(self._desk, self, promise)

    def make_new(self) -> None:
        """Ask for a new promise, and show it."""
        from gesprekshulp.ui.commitments import forms

        if (id := forms.new_promise(self._desk, self)) is not None:
            self._show(id)


def _counts(archive: Archive, clock: Clock, whose: Whose, register: Register) -> dict[View, int]:
    register.learn_names()
    return commitment_list.counts(archive, clock, whose)
