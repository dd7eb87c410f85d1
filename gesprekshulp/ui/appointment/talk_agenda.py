"""The left column of a talk: the clock, the agenda with its minutes, and what was expected."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import (
    AgendaItem,
    Appointment,
    AppointmentStatus,
    Expectation,
)
from gesprekshulp.domain.dutch_dates import clock
from gesprekshulp.domain.ids import AgendaItemId
from gesprekshulp.services import notes
from gesprekshulp.ui.appointment.talk_items import ItemMark, ItemRow
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.cards import Scroll, clear_layout
from gesprekshulp.ui.widgets.labels import Label, Muted, Span, SpanLabel, Text, Title
from gesprekshulp.ui.widgets.progress import ProgressLine

WIDTH = 256
_SAVE_EVERY = 30


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How a talk stands in time: the part that is over (0 to 1 and more) and what is left."""

    part: float
    left: int

    @property
    def words(self) -> tuple[str, str]:
        """("nog ", "43 min"), or ("", "12 min over de tijd")."""
        if self.left >= 0:
            return "nog ", f"{self.left} min"
        return "", f"{-self.left} min over tijd"


def time_left(appointment: Appointment, now: datetime) -> TimeLeft:
    """How far a talk is. One that began far from its planned time gets its planned length."""
    begun = appointment.started_at or appointment.starts_at
    ends = appointment.ends_at
    early = appointment.starts_at - timedelta(minutes=60)
    if not early <= begun <= ends:
        ends = begun + (appointment.ends_at - appointment.starts_at)
    begun = min(begun, ends)
    whole = max(1.0, (ends - begun).total_seconds())
    left = (ends - now).total_seconds() / 60
    return TimeLeft((now - begun).total_seconds() / whole, int(left) if left >= 0 else -int(-left))


class TalkAgenda(QWidget):
    """The clock, the agenda and the expectations. `item_changed` gives the current item or None.

    While the talk is under way and in view, each second counts for the current item.
    """

    item_changed = Signal(object)
    start_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._appointment: Appointment | None = None
        self._items: list[AgendaItem] = []
        self._spent: dict[AgendaItemId, int] = {}
        self._current: AgendaItemId | None = None
        self._rows: dict[AgendaItemId, ItemRow] = {}
        self._spare: list[ItemRow] = []
        self._since: datetime | None = None
        self._unsaved = 0
        self.setFixedWidth(WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = Scroll("window", margins=(16, 20, 16, 20))
        outer.addWidget(area)
        column = area.column
        top = QHBoxLayout()
        top.setContentsMargins(10, 0, 10, 0)
        self.clock = Title()
        self.left_label = SpanLabel()
        top.addWidget(self.clock)
        top.addStretch(1)
        top.addWidget(self.left_label, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(top)
        column.addSpacing(8)
        line = QHBoxLayout()
        line.setContentsMargins(10, 0, 10, 0)
        self.line = ProgressLine(name="Tijd van het gesprek")
        line.addWidget(self.line)
        column.addLayout(line)
        self.start = SecondaryButton("Gesprek beginnen", icon="klok")
        self.start.clicked.connect(self.start_asked)
        self._begin = QWidget()
        begin = QHBoxLayout(self._begin)
        begin.setContentsMargins(10, 8, 10, 0)
        begin.addWidget(self.start)
        column.addWidget(self._begin)
        column.addSpacing(14)
        self._agenda_label = Label("Agenda")
        self._agenda_label.setContentsMargins(10, 0, 0, 4)
        column.addWidget(self._agenda_label)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addSpacing(24)
        column.addStretch(1)
        self._expected_label = Label("Verwachtingen")
        self._expected_label.setContentsMargins(10, 0, 0, 4)
        column.addWidget(self._expected_label)
        self._expected = QVBoxLayout()
        self._expected.setSpacing(0)
        column.addLayout(self._expected)
        self._tick = QTimer(self)
        self._tick.setInterval(1_000)
        self._tick.timeout.connect(self._second)

    # --- opening ---

    def open(self, talk: notes.Talk) -> None:
        """Show the agenda and the expectations of a talk."""
        self._appointment = talk.appointment
        self._items = list(talk.agenda)
        self._spent = {item.id: item.spent for item in talk.agenda}
        there = {item.id for item in self._items if not item.done}
        if self._current not in there:
            self._current = next((item.id for item in self._items if not item.done), None)
        self._since = self._desk.clock.now()
        self._build()
        self._show_expectations(talk.expectations)
        self._show_clock()
        self.item_changed.emit(self._current)
        self._tick.start()

    def show_appointment(self, appointment: Appointment) -> None:
        """The talk began or ended."""
        self._appointment = appointment
        self._since = self._desk.clock.now()
        self._show_clock()

    def has_begun(self) -> bool:
        """Whether the talk shown is no longer a plan."""
        appointment = self._appointment
        return appointment is not None and appointment.status is not AppointmentStatus.PLANNED

    def current(self) -> AgendaItemId | None:
        """The agenda item under way."""
        return self._current

    def leave(self) -> None:
        """Keep the time that was used, and stop counting."""
        self._tick.stop()
        self._count()
        self.save()

    # --- agenda ---

    def _build(self) -> None:
        """Show the items in the rows that are there, and in more when there are too few."""
        self._agenda_label.setVisible(bool(self._items))
        free = [*self._rows.values(), *self._spare]
        before = list(self._rows.values())
        self._rows = {}
        for item in self._items:
            current = item.id == self._current
            row = next((row for row in free if row.current == current), None)
            if row is None:
                row = self._new_row(current=current)
            else:
                free.remove(row)
            self._rows[item.id] = row
            row.show_item(item, self._spent[item.id])
        self._spare = free
        rows = list(self._rows.values())
        if rows == before:
            return
        while self._list.takeAt(0) is not None:
            pass
        for row in free:
            row.hide()
        for row in rows:
            self._list.addWidget(row)
            row.show()
        for one, other in pairwise(rows):
            QWidget.setTabOrder(one.mark, other.mark)

    def _new_row(self, *, current: bool) -> ItemRow:
        row = ItemRow(current=current)
        row.ticked.connect(lambda done: self.tick(row.id, done))
        row.chosen.connect(lambda: self.choose(row.id))
        return row

    def choose(self, id: AgendaItemId) -> None:
        """Go to another item; time counts for it from now on."""
        self._count()
        self.save()
        item = self._item(id)
        if item is not None and item.done:
            return
        self._current = id
        self._build()
        self.item_changed.emit(id)

    def next_item(self) -> None:
        """The current item is done; on to the next."""
        if self._current is not None:
            self.tick(self._current, True)

    def tick(self, id: AgendaItemId, done: bool) -> None:
        """Tick an item off, or open it again."""
        self._count()
        self.save()
        notes.tick_item(self._desk.archive, id, done, self._spent[id])
        self._items = [replace(item, done=done) if item.id == id else item for item in self._items]
        if done and self._current == id:
            place = next(n for n, item in enumerate(self._items) if item.id == id)
            after = [item.id for item in self._items[place:] if not item.done]
            before = [item.id for item in self._items[:place] if not item.done]
            self._current = next(iter((*after, *before)), None)
        elif not done:
            self._current = id
        self._build()
        self.item_changed.emit(self._current)

    def _item(self, id: AgendaItemId) -> AgendaItem | None:
        return next((item for item in self._items if item.id == id), None)

    # --- time ---

    def _running(self) -> bool:
        appointment = self._appointment
        return appointment is not None and appointment.status is AppointmentStatus.IN_PROGRESS

    def _second(self) -> None:
        self._count()
        self._unsaved += 1
        if self._unsaved >= _SAVE_EVERY:
            self.save()
        self._show_clock()
        if self._current is not None and self._running():
            self._rows[self._current].show_time(self._spent[self._current])

    def _count(self) -> None:
        """Give the seconds since the last count to the current item."""
        now = self._desk.clock.now()
        since, self._since = self._since, now
        if since is None or self._current is None or not self._running():
            return
        seconds = int((now - since).total_seconds())
        # Of a laptop that slept, only the moment before and after it counts.
        if 0 <= seconds <= 120:
            self._spent[self._current] += seconds
            self._since = since + timedelta(seconds=seconds)

    def save(self) -> None:
        """Keep the time used on each item."""
        self._unsaved = 0
        if any(item.spent != self._spent[item.id] for item in self._items):
            notes.keep_time(self._desk.archive, dict(self._spent))
            self._items = [replace(item, spent=self._spent[item.id]) for item in self._items]

    def _show_clock(self) -> None:
        appointment = self._appointment
        if appointment is None:
            return
        now = self._desk.clock.now()
        self.clock.setText(clock(now))
        planned = appointment.status is AppointmentStatus.PLANNED
        self._begin.setVisible(planned)
        self.line.setVisible(not planned)
        if self._running():
            stand = time_left(appointment, now)
            before, amount = stand.words
            self.left_label.set_spans([Span(before, "muted"), Span(amount, bold=True)])
            self.line.set_part(stand.part)
        elif planned:
            self.left_label.set_spans([Span(f"{appointment.minutes} min", "muted")])
        else:
            self.left_label.set_spans([Span("afgelopen", "muted")])
            self.line.set_part(1.0)

    # --- expectations ---

    def _show_expectations(self, expectations: tuple[Expectation, ...]) -> None:
        clear_layout(self._expected)
        self._expected_label.setVisible(bool(expectations))
        for expected in expectations:
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(8, 7, 10, 7)
            layout.setSpacing(8)
            met = bool(expected.met)
            mark = ItemMark()
            mark.show_mark(
                "vink-cirkel" if met else "cirkel",
                "accent" if met else "muted",
                f"Verwachting van {expected.person or 'de klant'} is uitgekomen",
                checked=met,
            )
            mark.clicked.connect(lambda _=False, e=expected: self._meet(e, expectations))
            layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addSpacing(1)
            bare = expected.words.strip('“” "')
            words.addWidget(Text(f"“{bare}”", wrap=True))
            words.addWidget(Muted(expected.person))
            layout.addLayout(words, 1)
            self._expected.addWidget(row)

    def _meet(self, expected: Expectation, all_: tuple[Expectation, ...]) -> None:
        met = None if expected.met else True
        notes.tick_expectation(self._desk.archive, expected.id, met)
        now = tuple(replace(e, met=met) if e.id == expected.id else e for e in all_)
        # Later: the button that was clicked is about to be replaced.
        QTimer.singleShot(0, self, lambda: self._show_expectations(now))

    def showEvent(self, event: QShowEvent) -> None:
        # As after the window was minimised: time in which nobody looked does not count.
        if self._appointment is not None and not self._tick.isActive():
            self._since = self._desk.clock.now()
            self._tick.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.leave()
        super().hideEvent(event)
