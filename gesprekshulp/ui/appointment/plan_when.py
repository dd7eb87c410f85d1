"""Day and time of an appointment: a new begin is a move, with who and why, or a correction."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.dutch_dates import clock, distance, local_day, short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.services import planning
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.dates import DateField, TimeField
from gesprekshulp.ui.widgets.fields import LabelledField
from gesprekshulp.ui.widgets.labels import Text


class When(QWidget):
    """The section with day and times. `saved` is emitted after every change."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._appointment: Appointment | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.day = DateField(read_date, desk.today, placeholder="volgende week vrijdag", name="Dag")
        self.begin = TimeField(name="Van")
        self.end = TimeField(name="Tot")
        self.all_day = Check("Hele dag")
        top = Qt.AlignmentFlag.AlignTop
        self._day = LabelledField("Dag", self.day)
        self._begin = LabelledField("Van", self.begin)
        self._end = LabelledField("Tot", self.end)
        row.addWidget(self._day, 1, top)
        row.addWidget(self._begin, 0, top)
        row.addWidget(self._end, 0, top)
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 22, 0, 0)
        holder.addWidget(self.all_day)
        holder.addStretch(1)
        row.addLayout(holder)
        column.addLayout(row)
        self.problem = Text(size=12, weight=500, wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addWidget(self._make_question())
        self.day.changed.connect(lambda _: self._look())
        self.begin.changed.connect(self._follow)
        self.end.changed.connect(lambda _: self._look())
        self.begin.editingFinished.connect(self._settle)
        self.end.editingFinished.connect(self._settle)
        self.all_day.clicked.connect(self._settle)

    def _make_question(self) -> Card:
        self.question = Card(fill="accent_soft", border="accent_line")
        column = self.question.body((16, 12, 16, 12))
        self.words = Text(wrap=True)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.move_button = SecondaryButton("Verzetten, met reden …", icon="verzetten")
        self.correct_button = LinkButton("Alleen verbeteren")
        self.correct_button.setToolTip("De tijd stond verkeerd; er is niets verzet")
        self.back_button = LinkButton("Terugzetten")
        for button in (self.move_button, self.correct_button, self.back_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.question.hide()
        self.move_button.clicked.connect(self._move)
        self.correct_button.clicked.connect(self._correct)
        self.back_button.clicked.connect(self._put_back)
        return self.question

    def show_appointment(self, appointment: Appointment) -> None:
        """Show the time of this appointment; what is typed and not answered yet stays."""
        before, self._appointment = self._appointment, appointment
        same = before is not None and before.id == appointment.id
        if same and (self.question.isVisibleTo(self) or self._has_focus()):
            return
        self._put_back()

    def _has_focus(self) -> bool:
        return any(w.hasFocus() for w in (self.day.edit, self.begin, self.end))

    def _put_back(self) -> None:
        """Show the time as it is kept."""
        found = self._appointment
        if found is None:
            return
        self.day.set_day(local_day(found.starts_at))
        self.begin.set_time(None if found.all_day else _local(found.starts_at))
        self.end.set_time(None if found.all_day else _local(found.ends_at))
        self.all_day.setChecked(found.all_day)
        self._begin.setVisible(not found.all_day)
        self._end.setVisible(not found.all_day)
        self.problem.hide()
        self.question.hide()

    def chosen(self) -> tuple[datetime, datetime] | None:
        """The time as filled in now; None as long as that is no time."""
        day = self.day.day()
        if day is None or self._appointment is None:
            return None
        if self.all_day.isChecked():
            return planning.whole_days(day, self._appointment)
        begin, end = self.begin.value(), self.end.value()
        if begin is None or end is None or end <= begin:
            return None
        return planning.span(day, begin, end)

    def _follow(self, begin: time | None) -> None:
        """The end moves along with the begin."""
        found = self._appointment
        if begin is not None and found is not None and not found.all_day:
            length = found.ends_at - found.starts_at
            end = datetime.combine(date(2000, 1, 1), begin) + length
            if end.date() == date(2000, 1, 1):
                self.end.set_time(end.time())
        self._look()

    def _look(self) -> None:
        """Ask what a different begin means; say what does not fit."""
        found, chosen = self._appointment, self.chosen()
        begin, end = self.begin.value(), self.end.value()
        wrong = "Het einde ligt voor het begin." if begin and end and end <= begin else ""
        self.problem.setText(wrong)
        self.problem.setVisible(bool(wrong) and not self.all_day.isChecked())
        different = chosen is not None and found is not None and chosen[0] != found.starts_at
        self.question.setVisible(different)
        if chosen is not None and found is not None and different:
            today, day = self._desk.today(), local_day(chosen[0])
            old = short_day(local_day(found.starts_at), today)
            new = short_day(day, today)
            if not found.all_day:
                old += f" {clock(found.starts_at)}"
                new += f" {clock(chosen[0])}"
            self.words.setText(f"Van {old} naar {new}, {distance(day, today)}. Is dit verzet?")

    def _settle(self) -> None:
        """Another length needs no reason and is saved at once."""
        all_day = self.all_day.isChecked()
        self._begin.setVisible(not all_day)
        self._end.setVisible(not all_day)
        self._look()
        found, chosen = self._appointment, self.chosen()
        if found is None or chosen is None:
            return
        if all_day != found.all_day or (
            chosen[0] == found.starts_at and chosen[1] != found.ends_at
        ):
            self._keep(chosen, "Tijd van de afspraak gewijzigd.")

    def _correct(self) -> None:
        if (chosen := self.chosen()) is not None:
            self._keep(chosen, "Tijd van de afspraak verbeterd.")

    def _keep(self, chosen: tuple[datetime, datetime], words: str) -> None:
        assert self._appointment is not None
        all_day = self.all_day.isChecked()
        try:
            self._appointment = planning.correct_time(
                self._desk.archive, self._appointment.id, *chosen, all_day=all_day
            )
        except UserError as error:
            self._desk.error(error.sentence)
            return
        self.question.hide()
        did(self._desk, words)
        self.saved.emit()

    def _move(self) -> None:
        from gesprekshulp.ui.agenda.dialogs import move_appointment

        chosen = self.chosen()
        if chosen is None or self._appointment is None:
            return
        moved = move_appointment(self._desk, self, self._appointment.id, to=chosen)
        if moved is not None:
            self._appointment = moved
            self._put_back()
            self.saved.emit()


def _local(moment: datetime) -> time:
    return moment.astimezone().time().replace(second=0, microsecond=0)
