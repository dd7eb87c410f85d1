"""A day typed as people say it, with the exact day as an echo; and a time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gesprekshulp.domain.dutch_dates import distance, short_day
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.buttons import IconButton, SecondaryButton
from gesprekshulp.ui.widgets.fields import Frame, TextField
from gesprekshulp.ui.widgets.flow import FlowLayout
from gesprekshulp.ui.widgets.labels import Muted
from gesprekshulp.ui.widgets.painting import box


@dataclass(frozen=True, slots=True)
class ReadDate:
    """What a typed term means: one day, or two when it can be read in two ways.

    `remark` is a short Dutch sentence to show as it is, for a term that hangs on an event.
    """

    days: tuple[date, ...]
    remark: str = ""


Reader = Callable[[str, date], ReadDate | None]


_ECHO = 16  # the height of a line of its letters


class DateField(QWidget):
    """A day: type "volgende week vrijdag" or "27-11", or choose it on the calendar.

    `reader` turns words into a day. Under the field stands how the words were read ("vr 27 nov,
    over 6 dagen"), or two buttons when there are two readings. `changed` gives a date or None.
    """

    changed = Signal(object)

    def __init__(
        self,
        reader: Reader,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        placeholder: str = "welke dag?",
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._today = today
        self._day: date | None = None
        self._readable = True
        self._offered: list[SecondaryButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        frame = Frame()
        frame.setFixedHeight(SIZE.field)
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 1, 2, 1)
        row.setSpacing(2)
        self.edit = QLineEdit()
        self.edit.setProperty("bare", True)
        self.edit.setFont(font())
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name or "Dag")
        self.button = IconButton("agenda", "Kalender openen", size=28, icon_size=16)
        self.button.clicked.connect(self.open_calendar)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        frame.watch(self.edit)
        column.addWidget(frame)
        self.echo = Muted(wrap=True)
        self.echo.hide()
        column.addWidget(self.echo)
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices)
        self._choices.hide()
        column.addWidget(self._choices)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._read)

    def day(self) -> date | None:
        """The day as it is read now; None when the field is empty or cannot be read."""
        return self._day

    def is_readable(self) -> bool:
        """False when something is typed that is no day, or that still has two readings."""
        return self._readable

    def text(self) -> str:
        """What is typed."""
        return self.edit.text().strip()

    def set_day(self, day: date | None) -> None:
        """Show a day, without telling so with `changed`."""
        self.edit.setText(short_day(day, self._today()) if day else "")
        self._show(day, "")
        self._readable = True

    def set_event(self, words: str) -> None:
        """Show the words of an event instead of a day, without telling so with `changed`."""
        self.edit.setText(words)
        self._show(None, "")

    def set_remark(self, remark: str) -> None:
        """Say something of the day under the empty field, until something is typed."""
        if self._day is None and not self.text():
            self.echo.setText(remark)
            self.echo.setVisible(bool(remark))

    def hold_line(self) -> None:
        """Keep the line of the echo free, so that what stands below never moves for it."""
        policy = self.echo.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.echo.setSizePolicy(policy)
        self.echo.setMinimumHeight(_ECHO)

    def _read(self, text: str) -> None:
        self._flow.clear()
        self._choices.hide()
        text = text.strip()
        reading = self._reader(text, self._today()) if text else None
        days = reading.days if reading else ()
        self._readable = not text or len(days) == 1
        if len(days) > 1:
            self._offer(days)
        if text and not days:
            remark = reading.remark if reading and reading.remark else "Dit is nog geen dag."
            self._show(None, remark)
        else:
            remark = "Welke dag bedoelt u?" if len(days) > 1 else ""
            self._show(days[0] if len(days) == 1 else None, remark)
        self.changed.emit(self._day)

    def _offer(self, days: tuple[date, ...]) -> None:
        before: QWidget = self.edit
        self._offered = []
        for day in days:
            choice = SecondaryButton(self._said(day))
            choice.clicked.connect(lambda _=False, day=day: self._choose(day))
            self._flow.addWidget(choice)
            # After the field itself, not at the end of the window.
            QWidget.setTabOrder(before, choice)
            self._offered.append(choice)
            before = choice
        QWidget.setTabOrder(before, self.button)
        self._choices.show()

    def _choose(self, day: date) -> None:
        self._flow.clear()
        self._choices.hide()
        self.set_day(day)
        self.changed.emit(day)
        self.edit.setFocus()

    def _show(self, day: date | None, remark: str) -> None:
        self._day = day
        if day is not None:
            remark = self._said(day)
        self.echo.setText(remark)
        self.echo.setVisible(bool(remark))

    def _said(self, day: date) -> str:
        today = self._today()
        return f"{short_day(day, today)}, {distance(day, today)}"

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        popup = _CalendarPopup(self._day or self._today(), self)
        popup.chosen.connect(self._choose)
        popup.move(self.mapToGlobal(QPoint(0, SIZE.field + 4)))
        popup.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif event.key() == Qt.Key.Key_Down and self._choices.isVisible():
            self._offered[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class _CalendarPopup(QWidget):
    """The calendar; closes after a choice, on Esc and on a click elsewhere."""

    chosen = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setGridVisible(False)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._dress()
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        column.addWidget(self.calendar)
        self.calendar.setFocus()

    def _dress(self) -> None:
        """Our letters and icons, and no red: that is for what is late."""
        c = colours(self)
        plain = QTextCharFormat()
        plain.setForeground(colour(c.text))
        head = QTextCharFormat()
        head.setForeground(colour(c.muted))
        head.setFont(font(12, 500))
        for day in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.setHeaderTextFormat(head)
        for name, icon, words in (
            ("qt_calendar_prevmonth", "links", "Vorige maand"),
            ("qt_calendar_nextmonth", "rechts", "Volgende maand"),
        ):
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(icon, c.muted, 16))
                button.setToolTip(words)
                button.setAccessibleName(words)

    def _pick(self, picked: QDate) -> None:
        self.chosen.emit(date(picked.year(), picked.month(), picked.day()))
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        # Square as every list that drops down: round corners show what is behind them only where
        # the screen has a compositor.
        box(painter, self.rect(), c.surface, c.line_strong, 0)
        painter.end()


class TimeField(TextField):
    """A time of day: "10", "1030", "10.30" and "10:30" are all understood; shown as 10:30."""

    changed = Signal(object)

    def __init__(
        self, value: time | None = None, parent: QWidget | None = None, *, name: str = "Tijd"
    ) -> None:
        super().__init__("", parent, placeholder="00:00", name=name)
        self.setFixedWidth(80)
        self.set_time(value)
        self.textEdited.connect(lambda _: self.changed.emit(self.value()))
        self.editingFinished.connect(self._tidy)

    def value(self) -> time | None:
        """The time, or None when the field is empty or no time."""
        return read_time(self.text())

    def set_time(self, value: time | None) -> None:
        """Show a time."""
        self.setText(value.strftime("%H:%M") if value else "")

    def is_readable(self) -> bool:
        """False when something is typed that is no time."""
        return not self.text().strip() or self.value() is not None

    def _tidy(self) -> None:
        if (value := self.value()) is not None:
            self.set_time(value)


def read_time(text: str) -> time | None:
    """A time of day out of what people type in a time field, or None."""
    text = text.lower().replace("uur", "").replace("u", ":").strip(" :.")
    for mark in ".,- ":
        text = text.replace(mark, ":")
    if ":" in text:
        hours, _, minutes = text.partition(":")
    elif len(text) > 2:
        hours, minutes = text[:-2], text[-2:]
    else:
        hours, minutes = text, "0"
    minutes = minutes or "0"
    if not (hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()):
        return None
    if int(hours) > 23 or int(minutes) > 59:
        return None
    return time(int(hours), int(minutes))
