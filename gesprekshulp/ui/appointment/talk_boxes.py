"""What hangs under a line: the suggestion of a promise, and who-what-when of a vague one."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import distance, echo, short_day
from gesprekshulp.domain.ids import LineId
from gesprekshulp.services.commitment_ties import hours_words
from gesprekshulp.services.line_promises import Reading, promise_in
from gesprekshulp.services.voices import Voices
from gesprekshulp.ui.appointment.talk_looks import first_name
from gesprekshulp.ui.appointment.talk_terms import event_in
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.dates import DateField
from gesprekshulp.ui.widgets.fields import ComboField, TextField
from gesprekshulp.ui.widgets.labels import (
    ElidedLabel,
    IconLabel,
    KeyCap,
    Label,
    Muted,
    Span,
    SpanLabel,
    Text,
)
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.yes_brake.panel import YesBrake

_FILL_MS = 400
_ROOM = 24
"""Letters that fit on each of two buttons with a day, on the smallest screen."""


class _Act(QAbstractButton):
    """The words beside a key: clicking them does the same, without taking the focus."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setFont(font(12))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1, 20)

    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(colour(colours(self).text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class SuggestionBox(QWidget):
    """ "Toezegging? … → wij · vr 13 mrt (morgen)". Never takes the focus by itself.

    `day_chosen` gives one of the two days that the words can mean. For a promise of ours with a
    day the yes-brake stands below.
    """

    taken = Signal()
    declined = Signal()
    day_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 11, 13, 10)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Text("Toezegging?", weight=600, role="accent"))
        self.words = ElidedLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        top.addWidget(self.words)
        top.addWidget(IconLabel("pijl-rechts", size=16))
        self.reading = SpanLabel()
        top.addWidget(self.reading)
        top.addStretch(1)
        column.addLayout(top)
        below = QHBoxLayout()
        below.setSpacing(9)
        self.load = Muted()
        below.addWidget(self.load)
        below.addStretch(1)
        below.addWidget(KeyCap("Tab"))
        take = _Act("neemt over")
        take.clicked.connect(self.taken)
        below.addWidget(take)
        below.addSpacing(3)
        below.addWidget(KeyCap("Esc"))
        decline = _Act("geen toezegging")
        decline.clicked.connect(self.declined)
        below.addWidget(decline)
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(8)
        days.addWidget(Muted("Welke dag?"))
        self.days: list[SecondaryButton] = []
        for number in (1, 2):
            choice = SecondaryButton("", size="small")
            choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            choice.setToolTip(f"Ctrl+{number}")
            days.addWidget(KeyCap(f"Ctrl+{number}"))
            days.addWidget(choice)
            self.days.append(choice)
        days.addStretch(1)
        for number, choice in enumerate(self.days):
            choice.clicked.connect(lambda _=False, n=number: self.choose_day(n))
        self._both: tuple[date, ...] = ()
        self._days.hide()
        column.addWidget(self._days)
        column.addLayout(below)
        self.brake = YesBrake(desk, quiet=True)
        column.addWidget(self.brake)
        self.hide()

    @property
    def has_two_days(self) -> bool:
        """Whether the words can mean two days, and one has to be chosen."""
        return bool(self._both)

    def choose_day(self, number: int) -> None:
        """Take the first (0) or second (1) of the two days."""
        if number < len(self._both):
            self.day_chosen.emit(self._both[number])

    def show_reading(self, words: str, reading: Reading, load: int, today: date) -> None:
        """Show what was read in the words, and how full that day is already."""
        both = () if reading.due is None or reading.other is None else (reading.due, reading.other)
        self._both = tuple(sorted(both))
        for choice, day in zip(self.days, self._both, strict=False):
            label = echo(day, today)
            choice.set_label(label if len(label) <= _ROOM else short_day(day, today))
        self._days.setVisible(bool(self._both))
        self.words.setText(words)
        who = {Side.US: "wij", Side.CLIENT: "klant", Side.BOTH: "allebei", Side.THIRD: "derde"}
        spans = [Span(f"{who[reading.side]} · ")]
        if reading.due is not None:
            spans.append(Span(short_day(reading.due, today), bold=True))
            spans.append(Span(f" ({distance(reading.due, today)})"))
        else:
            spans.append(Span(reading.event or "welke dag?", bold=not reading.event))
        if reading.hours is not None:
            spans.append(Span(f" · {hours_words(reading.hours)} uur werk"))
        self.reading.set_spans(spans)
        self.load.setText(_load_words(load) if reading.due else reading.remark)
        said = f"Toezegging? {words}, {self.reading.text()}"
        self.setAccessibleName(f"{said}. {reading.remark}" if reading.remark else said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        box(painter, self.rect(), c.accent_soft, c.accent_line, RADIUS.card)
        painter.end()


def _load_words(load: int) -> str:
    if not load:
        return ""
    more = "toezegging" if load == 1 else "toezeggingen"
    verb = "staat" if load == 1 else "staan"
    return f"Die dag {verb} al {load} {more} van u open."


@dataclass(frozen=True, slots=True)
class Filled:
    """What the three fields say."""

    side: Side
    who: str
    what: str
    due: date | None
    event: str


class VagueBox(QWidget):
    """ "Wie doet wat, en wanneer?": three fields for a promise that nothing holds yet.

    They correct a promise as well, when its line was read otherwise than was meant.

    `filled` comes a moment after the last key and when the fields are left; `done` when the user
    goes back to typing; `refused` when it is no promise at all. When one of us does it on a day,
    the yes-brake stands below. `resized` says that the box has another height.
    """

    filled = Signal(object)
    done = Signal()
    refused = Signal()
    resized = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today = desk.today
        self._promise: Commitment | None = None
        self.line_id: LineId | None = None
        self._shown: Filled | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 9, 13, 13)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(IconLabel("vraag", role="accent", size=20))
        top.addWidget(ElidedLabel("Wie doet wat, en wanneer?", weight=600), 1)
        top.addWidget(KeyCap("Alt+↑"))
        fill = _Act("aanvullen")
        fill.clicked.connect(self.enter)
        top.addWidget(fill)
        top.addSpacing(8)
        self.refuse = LinkButton("Geen toezegging")
        self.refuse.clicked.connect(self.refused)
        top.addWidget(self.refuse)
        column.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.who = ComboField(name="Wie")
        self.what = TextField(name="Wat")
        self.day = DateField(read_date, today, name="Wanneer")
        for label, field, stretch in (
            ("Wie", self.who, 6),
            ("Wat", self.what, 9),
            ("Wanneer", self.day, 6),
        ):
            holder = QVBoxLayout()
            holder.setSpacing(4)
            title = Label(label)
            title.setBuddy(field)
            holder.addWidget(title)
            holder.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
            holder.addStretch(1)
            row.addLayout(holder, stretch)
        self.who.setMinimumWidth(96)
        self.who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addLayout(row)
        self.brake = YesBrake(desk, quiet=True)
        column.addWidget(self.brake)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FILL_MS)
        self._timer.timeout.connect(self.tell)
        self.who.activated.connect(lambda _: self._timer.start())
        self.what.textEdited.connect(lambda _: self._timer.start())
        self.day.changed.connect(lambda _: self._timer.start())
        self.who.activated.connect(lambda _: self._weigh())
        self.day.changed.connect(lambda _: self._weigh())
        for field in (self.who, self.what, self.day.edit, self.refuse):
            field.installEventFilter(self)
        self.hide()

    def has_focus(self) -> bool:
        """Whether one of the fields is being filled in."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus()

    def enter(self) -> None:
        """Put the focus in the first field that is still open."""
        promise = self._promise
        known = promise is not None and (promise.who or promise.side is Side.BOTH)
        only_day = promise is not None and promise.is_vague and known and self.what.text().strip()
        target = self.day.edit if only_day else None
        (target or self.who).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_promise(self, line_id: LineId, promise: Commitment, at_table: Voices) -> None:
        """Show a promise; nothing happens to fields that are being filled in."""
        if line_id == self.line_id and self.has_focus():
            return
        self.line_id = line_id
        self.who.set_options(people_options(at_table, promise, short=True))
        self.who.set_value((promise.side.value, promise.who))
        self.what.setText(promise.what)
        self.what.setCursorPosition(0)
        self.day.set_day(promise.due)
        if promise.due is None and promise.event:
            self.day.set_event(promise.event)
        elif promise.due is None and promise.said:
            self.day.set_remark(promise_in(promise.said, promise.made_on, at_table).remark)
        self._promise = promise
        self._shown = self.values()
        self._weigh()

    def _weigh(self) -> None:
        """Show what the week of the chosen day holds, when it is one of us who promises."""
        values, promise = self.values(), self._promise
        ours = promise is not None and values.side in (Side.US, Side.BOTH)
        if ours and promise is not None:
            self.brake.set_day(values.due, promise.client_id, promise.id)
        else:
            self.brake.set_day(None)
        self.resized.emit()

    def values(self) -> Filled:
        """What the fields say now."""
        chosen = self.who.value()
        side, who = chosen if isinstance(chosen, tuple) else (Side.US.value, "")
        day = self.day.day()
        typed, promise = self.day.text(), self._promise
        event = "" if day else event_in(typed, self._today())
        if day is None and promise is not None and typed == promise.event:
            event = promise.event
        return Filled(Side(side), who, self.what.text().strip(), day, event)

    def tell(self) -> None:
        """Say what was filled in, when it is anything new."""
        self._timer.stop()
        values = self.values()
        if self.line_id is not None and self._shown is not None and values != self._shown:
            self._shown = values
            self.filled.emit(values)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt_down = event.key() == Qt.Key.Key_Down and (
                event.modifiers() & Qt.KeyboardModifier.AltModifier
            )
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if (
                (enter and watched is not self.refuse)
                or event.key() == Qt.Key.Key_Escape
                or (alt_down and watched is self.what)
            ):
                self.tell()
                self.done.emit()
                return True
        return False

    def _left(self) -> None:
        if self.isVisible() and not self.has_focus():
            self.tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        box(painter, self.rect(), None, c.line_strong, RADIUS.card, dashed=True)
        painter.end()


def people_options(
    at_table: Voices, promise: Commitment | None = None, *, short: bool = False
) -> list[tuple[object, str]]:
    """Everybody who can promise something, as choices; whoever is chosen already is among them.

    `short` names people as they are called at the table, by their first name.
    """
    values: list[tuple[str, str]] = [(Side.US.value, name) for name in at_table.advisers]
    values += [(Side.CLIENT.value, name) for name in (*at_table.clients, *at_table.away)]
    if at_table.client_name and not at_table.clients:
        values.append((Side.CLIENT.value, at_table.client_name))
    values.append((Side.BOTH.value, ""))
    if promise is not None and (promise.side.value, promise.who) not in values:
        values.insert(0, (promise.side.value, promise.who))
    known = at_table.everybody if short else ()
    return [
        (
            (side, who),
            ", ".join(part for part in (SIDE_WORDS[Side(side)], first_name(who, known)) if part),
        )
        for side, who in values
    ]
