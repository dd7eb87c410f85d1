"""The fields under "Nagekomen": how it shows that it was kept, and when. Both may be empty."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.services.commitments import kept_day_problem
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_past_date
from gesprekshulp.ui.widgets.dates import DateField
from gesprekshulp.ui.widgets.fields import LabelledField, TextField
from gesprekshulp.ui.widgets.labels import KeyCap

_NO_DAY = "Kies een dag, bijvoorbeeld gisteren of vr 6 mrt."


class KeptField(QWidget):
    """`kept` gives the words and the day (None for today), with Enter; Esc takes it away again."""

    kept = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._promise: Commitment | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.edit = TextField(placeholder="per mail verstuurd, de klant is akkoord")
        row.addWidget(LabelledField("Hoe bleek dat?", self.edit, hint="mag leeg blijven"), 1)
        key = QVBoxLayout()
        key.addStretch(1)
        key.addWidget(KeyCap("Enter"))
        key.addSpacing(6)  # in the middle of the field beside it
        row.addLayout(key)
        column.addLayout(row)
        self.day = DateField(
            read_past_date, desk.today, placeholder="vandaag", name="Wanneer was dat?"
        )
        self._day = LabelledField("Wanneer was dat?", self.day)
        column.addWidget(self._day)
        for edit in (self.edit, self.day.edit):
            edit.returnPressed.connect(self.keep)
            edit.installEventFilter(self)
        self.hide()

    def ask(self, promise: Commitment) -> None:
        """Show the empty fields, ready to type in."""
        self._promise = promise
        self.edit.clear()
        self.day.set_day(None)
        self._day.set_problem("")
        self.show()
        self.edit.setFocus()

    def keep(self) -> None:
        """Give what was filled in, or say what is wrong with the day."""
        day = self.day.day()
        problem = "" if self.day.is_readable() else _NO_DAY
        if day is not None and self._promise is not None:
            problem = kept_day_problem(self._promise, day, self._desk.today())
        self._day.set_problem(problem)
        if problem:
            self.day.setFocus()
        else:
            self.kept.emit(self.edit.text().strip(), _unless_today(day, self._desk.today()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a field is for these fields, not for the panel around them."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.hide()
            return True
        return False


def _unless_today(day: date | None, today: date) -> date | None:
    return None if day == today else day
