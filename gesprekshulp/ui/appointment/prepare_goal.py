"""Goal and wished outcome, saved while they are typed, with a hint when a result is missing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import preparation
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.fields import GoalField, TextArea
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Text

_SAVE_MS = 500
_HINT_MS = 900


def _hint(goal: str) -> str:
    """Reads Dutch, so it is loaded when first asked for, off the window's thread."""
    from gesprekshulp.language.goal import goal_hint

    return goal_hint(goal)


class Goal(QWidget):
    """The sections Doel and Gewenste uitkomst. `saved` is emitted after every save."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self._kept = ("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label("Doel"))
        self.goal = GoalField()
        column.addWidget(self.goal)
        self._hint_row = QWidget()
        row = QHBoxLayout(self._hint_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("let-op", size=16, role="accent"))
        self.hint = Text(size=12, weight=500, wrap=True)
        row.addWidget(self.hint, 1)
        self._hint_row.hide()
        column.addWidget(self._hint_row)
        column.addSpacing(12)
        label = Label("Gewenste uitkomst")
        column.addWidget(label)
        self.outcome = TextArea(
            placeholder="wat u het liefst bereikt, ook als de klant dat nog niet weet",
            name="Gewenste uitkomst",
            least=1,
            most=4,
        )
        label.setBuddy(self.outcome)
        column.addWidget(self.outcome)
        self._saving = self._timer(_SAVE_MS, self.flush)
        self._hinting = self._timer(_HINT_MS, self._ask_hint)
        self.goal.changed.connect(self._typed)
        self.outcome.textChanged.connect(self._typed)

    def _timer(self, milliseconds: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def show_appointment(self, appointment: Appointment) -> None:
        """Show these; what is typed and not saved yet stays."""
        different = self._id != appointment.id
        if not different and self._saving.isActive():
            return
        self._id = appointment.id
        self._kept = (appointment.goal, appointment.wished_outcome)
        if different or self.goal.text() != appointment.goal.strip():
            self.goal.setText(appointment.goal)
            self.goal.editor.moveCursor(QTextCursor.MoveOperation.End)
        if different or self.outcome.text().strip() != appointment.wished_outcome.strip():
            self.outcome.setText(appointment.wished_outcome)
        self._saving.stop()
        if different:
            self._hint_row.hide()
            self._ask_hint()

    def flush(self) -> None:
        """Save what was typed."""
        self._saving.stop()
        now = (self.goal.text(), self.outcome.text().strip())
        if self._id is None or now == (self._kept[0].strip(), self._kept[1].strip()):
            return
        preparation.set_goal(self._desk.archive, self._id, *now)
        self._kept = now
        self.saved.emit()

    def _typed(self) -> None:
        self._saving.start()
        if self._hint_row.isVisible() or self.hint.text():
            self._hinting.setInterval(300)  # it goes away soon after it was heeded
        else:
            self._hinting.setInterval(_HINT_MS)
        self._hinting.start()

    def _ask_hint(self) -> None:
        goal = self.goal.text()
        self._desk.background.run(
            _hint, goal, done=lambda hint: self._show_hint(goal, hint), owner=self
        )

    def _show_hint(self, goal: str, hint: str) -> None:
        if goal == self.goal.text():
            self.hint.setText(hint)
            self._hint_row.setVisible(bool(hint))
            self.goal.editor.setAccessibleDescription(hint)
