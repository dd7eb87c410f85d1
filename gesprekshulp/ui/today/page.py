"""Vandaag: the next talk and the promises of this week; what else there is stands beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import long_day
from gesprekshulp.services import today, week_closed
from gesprekshulp.services.appointments import AppointmentCard
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.commitments.rows import grouped_rows
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.today.next_card import NextCard
from gesprekshulp.ui.today.side import TodaySide
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import HeadingRow, Scroll
from gesprekshulp.ui.widgets.labels import Muted, Title

if TYPE_CHECKING:
    from gesprekshulp.domain.attention import AttentionItem
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive
    from gesprekshulp.ui.today.empty_desk import EmptyDesk
    from gesprekshulp.ui.widgets.row import Row

_FRIDAY = 4
_SIDE = 312
# The widest page on which the name of a client stands under the promise, so that both are read
# whole; and how much more room a name gets beside it on a wide screen.
_NARROW, _CLIENT_MORE = 1_120, 100
_TWO_LINES = 48
_ATTENTION_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class _LookedRound:
    """What is looked up in the background once the page has been painted."""

    attention: tuple[AttentionItem, ...]
    counts: today.Counts
    held: tuple[AppointmentCard, ...]


def _two_lines(row: Row) -> Row:
    """The client, and how often the day was moved, under the promise."""
    if row.heading:
        return row
    moved = f"{row.moved}× verzet" if row.moved else ""
    second = " · ".join(part for part in (row.client, moved) if part)
    return replace(row, second=second, client="", moved=0)


def _with_all_late(rows: list[Row], late: int) -> list[Row]:
    """The heading says how many are too late, when only the last ones stand under it."""
    here = sum(row.late and not row.heading for row in rows)
    if late <= here:
        return rows
    words = f"Te laat: de laatste {here} van {late:,}".replace(",", ".")
    return [replace(row, text=words) if row.heading and row.late else row for row in rows]


def _looked_round(archive: Archive, clock: Clock) -> _LookedRound:
    from gesprekshulp.services.attention import who_needs_attention

    return _LookedRound(
        who_needs_attention(archive, clock),
        today.counts(archive, clock),
        today.to_round_off(archive, clock),
    )


class TodayPage(Page):
    """The first page."""

    title = "Vandaag"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._next: AppointmentCard | None = None
        self._behind: list[Commitment | None] = []
        self._rows: list[Row] = []
        self._shown: list[Row] = []
        self._late = 0
        self._narrow = False
        self._looking: Job | None = None
        self._empty: EmptyDesk | None = None
        self._scroll: Scroll | None = None
        self._build()
        desk.changed.connect(self._refresh_if_seen)
        # "Over 48 minuten" moves on by itself.
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._refresh_if_seen)
        # Who needs attention takes a look at every client: first let the page be painted.
        self._looks_round = False
        self._look_round = QTimer(self)
        self._look_round.setSingleShot(True)
        self._look_round.setInterval(_ATTENTION_AFTER_MS)
        self._look_round.timeout.connect(self._ask_attention)

    def open(self, **where: object) -> None:
        self._refresh()
        self._minute.start()

    def leave(self) -> None:
        self._minute.stop()

    # Building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(32, 24, 32, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Title("Vandaag"))
        self._date = Muted(size=14)
        words.addWidget(self._date)
        head.addLayout(words)
        head.addStretch(1)
        self.new_button = SecondaryButton("Nieuwe afspraak", icon="plus")
        self.new_button.clicked.connect(self._plan)
        head.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(head)
        self._holder = QVBoxLayout()
        outer.addLayout(self._holder, 1)

    def _build_day(self) -> None:
        """Everything of a day; made when there is something to show, so not at a first start."""
        from gesprekshulp.ui.widgets.list_view import ListRowModel, RowView
        from gesprekshulp.ui.widgets.row import CARD

        self._scroll = Scroll(margins=(32, 20, 32, 24))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._line_up)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.next_card = NextCard(self._desk)
        self.next_card.asked.connect(self._go_next)
        left.addWidget(self.next_card)
        self._no_next = Muted("Er staat geen gesprek gepland.", size=14)
        left.addWidget(self._no_next)
        left.addSpacing(24)
        self._promises_head = HeadingRow("Toezeggingen", "Alle bekijken")
        self._promises_head.link_clicked.connect(lambda: self._desk.go("toezeggingen"))
        self.week_link = LinkButton("Week afsluiten")
        self.week_link.clicked.connect(lambda: self._desk.go("weekafsluiting"))
        self._promises_head.add_beside(self.week_link)
        left.addWidget(self._promises_head)
        left.addSpacing(4)
        self._model = ListRowModel()
        self.promises = RowView(CARD, name="Toezeggingen van deze week")
        self.promises.setModel(self._model)
        self.promises.checked.connect(self._keep)
        self.promises.opened.connect(self._open_promise)
        self.promises.date_asked.connect(self._open_promise)
        left.addWidget(self.promises)
        self._no_promises = Muted(
            "Deze week staat er niets open. Wat u in een gesprek toezegt, verschijnt hier.",
            size=14,
            wrap=True,
        )
        left.addWidget(self._no_promises)
        left.addStretch(1)
        columns.addLayout(left, 1)

        self.side = TodaySide(self._desk, _SIDE)
        columns.addWidget(self.side)
        self._scroll.column.addLayout(columns)
        self._holder.addWidget(self._scroll)
        self._fit_columns()

    def _line_up(self) -> None:
        """Keep the right side under the button above it, also beside a scroll bar."""
        if self._scroll is None:
            return
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._scroll.column.setContentsMargins(32, 20, 32 - taken, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._looks_round:  # never before the page is seen, however slow the machine
            self._looks_round = False
            self._look_round.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Where there is little room a client stands under the promise instead of beside it."""
        if self._scroll is None:
            return
        from gesprekshulp.ui.widgets.row import CARD

        self._narrow = self.width() <= _NARROW
        wider = min(_CLIENT_MORE, max(0, (self.width() - _NARROW) // 3))
        client = 0 if self._narrow else CARD.client + wider
        self.promises.set_columns(replace(CARD, client=client))
        self._show_promises()

    def _show_promises(self) -> None:
        rows = [_two_lines(row) for row in self._rows] if self._narrow else self._rows
        rows = _with_all_late(rows, self._late)
        if rows != self._shown:
            self._shown = rows
            self._model.set_rows(rows)
            self.promises.set_row_height(_TWO_LINES if self._narrow else SIZE.row)
            self.promises.fit_height()

    # Filling

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        day = self._desk.today()
        self._date.setText(f"{long_day(day)} · week {day.isocalendar().week}")
        found = today.view(self._desk.archive, self._desk.clock)
        self._show_empty(found.is_empty)
        if found.is_empty:
            return
        self.week_link.setVisible(self._week_ends(day))
        self._next = found.next
        self.next_card.setVisible(found.next is not None)
        self._no_next.setVisible(found.next is None)
        if found.next is not None:
            self.next_card.show_card(found.next)
        self.side.show_rest(found.rest)
        self._rows, self._behind = grouped_rows(found.promises, day)
        self._show_promises()
        self.promises.setVisible(bool(self._rows))
        self._no_promises.setVisible(not self._rows)
        self._looks_round = True
        self.update()

    def _week_ends(self, day: date) -> bool:
        """On Fridays the week is rounded off, once."""
        return day.weekday() == _FRIDAY and week_closed.last_finished(self._desk.archive) != day

    def _ask_attention(self) -> None:
        archive, moment = self._desk.archive, self._desk.clock
        if self._looking is not None:
            self._looking.cancel()  # an older answer must not come after this one
        self._looking = self._desk.background.run(
            lambda: _looked_round(archive, moment),
            done=self._show_counted,
            owner=self,
        )

    def _show_empty(self, is_empty: bool) -> None:
        if not is_empty and self._scroll is None:
            self._build_day()
        if self._scroll is not None:
            self._scroll.setVisible(not is_empty)
        self.new_button.setVisible(not is_empty)
        if is_empty and self._empty is None:
            from gesprekshulp.ui.today.empty_desk import EmptyDesk

            self._empty = EmptyDesk(self._desk, self._plan)
            self._holder.addWidget(self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    def _show_counted(self, found: _LookedRound) -> None:
        self.side.show_held(found.held)
        self.side.show_attention(found.attention)
        counts = found.counts
        self._late = counts.late
        self._show_promises()
        words = f"Alle {counts.open:,} bekijken".replace(",", ".") if counts.open > 1 else ""
        self._promises_head.set("Toezeggingen", words or "Bekijken")

    # Doing

    def _go_next(self, step: str, need: str) -> None:
        if self._next is not None:
            where = {"appointment_id": self._next.appointment.id, "step": step, "focus": need}
            self._desk.go("afspraak", **where)

    def _plan(self) -> None:
        from gesprekshulp.ui.agenda.dialogs import plan_appointment

        plan_appointment(self._desk, self)

    def _promise(self, position: int) -> Commitment | None:
        return self._behind[position] if 0 <= position < len(self._behind) else None

    def _open_promise(self, position: int) -> None:
        if (promise := self._promise(position)) is not None:
            self._desk.go("toezeggingen", commitment_id=promise.id)

    def _keep(self, position: int) -> None:
        promise = self._promise(position)
        if promise is None:
            return
        from gesprekshulp.services import commitments
        from gesprekshulp.ui.commitments.doing import do

        archive, clock = self._desk.archive, self._desk.clock
        do(self._desk, lambda: commitments.keep(archive, clock, promise.id), "nagekomen")
