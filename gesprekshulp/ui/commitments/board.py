"""The board with its bar: which week or month is shown, and the way to the next one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.dutch_dates import MONTHS, day_and_year, month_and_year
from gesprekshulp.services import commitment_groups
from gesprekshulp.services.commitment_filter import Names
from gesprekshulp.services.commitment_groups import Board
from gesprekshulp.services.commitment_list import Group, Wanted
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.commitments.board_places import MOST
from gesprekshulp.ui.commitments.board_view import BoardView
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.buttons import IconButton, LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Scroll, Separator
from gesprekshulp.ui.widgets.labels import Strong

_DAY = timedelta(days=1)


class CommitmentBoard(QWidget):
    """A week or a month of promises. `earlier_asked` is for what was due before and is open;
    `shown` tells that the days were read again."""

    earlier_asked = Signal()
    shown = Signal()

    def __init__(self, desk: Desk, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names = names
        self._wanted = Wanted()
        self._is_week = True
        self._at = desk.today()
        self._reading: Job | None = None
        self._then: list[Callable[[], object]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(32, 0, 20, 8)
        bar.setSpacing(4)
        self.title = Strong()
        self.before = IconButton("links", "Eerder (Page Up)")
        self.after = IconButton("rechts", "Later (Page Down)")
        self.today = SecondaryButton("Vandaag", size="small")
        self.earlier = LinkButton("", icon="te-laat")
        self.earlier.hide()
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.today.clicked.connect(self.go_today)
        self.earlier.clicked.connect(self.earlier_asked)
        for widget in (self.before, self.today, self.after):
            bar.addWidget(widget)
        bar.addSpacing(8)
        bar.addWidget(self.title)
        bar.addStretch(1)
        bar.addWidget(self.earlier)
        column.addLayout(bar)
        column.addWidget(Separator())
        scroll = Scroll("page", margins=(16, 0, 16, 8))
        self.view = BoardView()
        scroll.column.addWidget(self.view)
        self._scroll = scroll
        column.addWidget(scroll, 1)
        self.view.beyond.connect(self._beyond)
        self.view.selected.connect(self._bring_in_view)
        for keys, step in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            shortcut = QShortcut(QKeySequence(keys), self, lambda step=step: self.step(step))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Which days

    def span(self) -> tuple[date, date]:
        """The first and the last day that are shown."""
        if self._is_week:
            monday = self._at - _DAY * self._at.weekday()
            return monday, monday + 6 * _DAY
        first = self._at.replace(day=1)
        last = (first + 31 * _DAY).replace(day=1) - _DAY
        return first - _DAY * first.weekday(), last + _DAY * (6 - last.weekday())

    def show_span(self, *, is_week: bool, at: date | None = None) -> None:
        """Show the week or the month of a day; of the selected day when none is given."""
        self._at = at or self.view.current_day() or self._at
        self._is_week = is_week

    def group(self) -> Group:
        """What is shown as a list, for an export."""
        first, last = self.span()
        return commitment_groups.board_group(self._desk.archive, first, last, self._wanted.whose)

    def step(self, by: int) -> None:
        """The next week or month, or the one before."""
        if self._is_week:
            self._at += 7 * by * _DAY
        else:
            first, last = self._at.replace(day=1), self._at.replace(day=28) + 4 * _DAY
            self._at = last.replace(day=1) if by > 0 else (first - _DAY).replace(day=1)
        self.refresh()

    def go_today(self) -> None:
        """The week or month of today."""
        self._at = self._desk.today()
        self._then.append(lambda: self.view.select_day(self._desk.today()))
        self.refresh()
        self.view.setFocus()

    def _beyond(self, by: int) -> None:
        self.step(by)
        first, last = self.span()
        day = first if by > 0 else last
        if not self._is_week:
            day = self._at if by > 0 else (self._at + 31 * _DAY).replace(day=1) - _DAY
        self._then.append(lambda: self.view.select_day(day))

    # What is on them

    def show_wanted(self, wanted: Wanted) -> None:
        """Show other promises: of one side, or with some words in them."""
        self._wanted = wanted
        self.refresh()

    def select(self, id: str, day: date, then: Callable[[], object]) -> None:
        """Select a promise on the week or month of its day, and do `then`."""
        self._at = day

        def choose() -> None:
            if self.view.select(id):
                then()

        self._then.append(choose)
        self.refresh()

    def refresh(self) -> None:
        """Read the days again, in the background; a filter may take a moment."""
        self.stop()
        first, last = self.span()
        self.title.setText(self._words(first, last))
        most = MOST["week" if self._is_week else "maand"]
        self._reading = self._desk.background.run(
            commitment_groups.board,
            self._desk.archive,
            self._desk.clock,
            first,
            last,
            most,
            self._wanted.whose,
            self._wanted.text,
            self._names,
            done=self._show,
            progress=lambda _done, _total: None,
            owner=self,
        )

    def stop(self) -> None:
        """Let go of what is being read."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _words(self, first: date, last: date) -> str:
        if not self._is_week:
            words = month_and_year(self._at)
            return words[:1].upper() + words[1:]
        week = first.isocalendar().week
        begin = f"{first.day} {MONTHS[first.month - 1]}" if first.month != last.month else first.day
        return f"Week {week}: {begin} tot en met {day_and_year(last)}"

    def _show(self, board: Board) -> None:
        self._reading = None
        today, days = self._desk.today(), board.days
        if self._is_week and not any(day.count or day.day == today for day in days[5:]):
            days = days[:5]
        self.view.show_days(days, today, self._at.month, is_week=self._is_week)
        words = f"{board.earlier:,} van eerder".replace(",", ".")
        self.earlier.set_label(words)
        self.earlier.setToolTip("Wat eerder af had gemoeten en nog open staat")
        self.earlier.setVisible(board.earlier > 0)
        then, self._then = self._then, []
        for act in then:
            act()
        self.shown.emit()

    def _bring_in_view(self) -> None:
        promise = self.view.current()
        if promise is not None:
            rect = self.view.rect_of(promise.id)
            QTimer.singleShot(0, self, lambda: self._scroll.ensureVisible(
                rect.center().x(), rect.center().y(), 40, 80))  # fmt: skip
