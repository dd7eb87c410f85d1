"""One promise in the aftercare: right or not, and put right in its own place."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services.commitment_ties import hours_words, read_hours
from gesprekshulp.services.voices import Voices
from gesprekshulp.ui.appointment.talk_boxes import people_options
from gesprekshulp.ui.appointment.talk_looks import when
from gesprekshulp.ui.appointment.talk_terms import event_in
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.dates import DateField
from gesprekshulp.ui.widgets.fields import ComboField, LabelledField, TextField
from gesprekshulp.ui.widgets.labels import Muted, Text
from gesprekshulp.ui.yes_brake.panel import YesBrake, add_keys


@dataclass(frozen=True, slots=True)
class PromiseForm:
    """What was filled in: who does what by when, and why the day became another.

    `event` is what it hangs on when there is no day, `hours` the work it is. `answer` and `words`
    are what was said to a new one of ours: ja, or with a condition or a reason.
    """

    side: Side
    who: str
    what: str
    due: date | None
    reason: str
    event: str = ""
    hours: float | None = None
    answer: Answer = Answer.YES
    words: str = ""


class PromiseFields(QWidget):
    """The fields of a promise. The reason is asked when a day that stood becomes another one.

    While a new one of ours gets a day, the yes-brake shows what that week holds already.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        desk: Desk,
        at_table: Voices,
        promise: Commitment | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today = desk.today
        self._promise = promise
        self._answered: tuple[Answer, str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(12)
        self.what = TextField(promise.what if promise else "", placeholder="wat wordt er gedaan?")
        self._what = LabelledField("Wat", self.what)
        column.addWidget(self._what)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.who = ComboField(people_options(at_table, promise), name="Wie")
        if promise is not None:
            self.who.set_value((promise.side.value, promise.who))
        self.day = DateField(read_date, today, name="Uiterlijk")
        # Buttons that move away under the pointer while a day is typed are missed.
        self.day.hold_line()
        self.day.set_day(promise.due if promise else None)
        self._day = LabelledField("Uiterlijk", self.day)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(LabelledField("Wie", self.who), 1, top)
        row.addWidget(self._day, 1, top)
        self.hours = TextField(hours_words(promise.hours if promise else None), placeholder="2,5")
        self.hours.setFixedWidth(72)
        self._hours = LabelledField("Uren werk", self.hours)
        row.addWidget(self._hours, 0, top)
        column.addLayout(row)
        self.reason = TextField(placeholder="bijvoorbeeld: de leverancier levert later")
        self._reason = LabelledField("Waarom een andere dag", self.reason)
        self._reason.hide()
        column.addWidget(self._reason)
        self.brake = YesBrake(desk)
        self.brake.answered.connect(self._answer)
        column.addWidget(self.brake)
        add_keys(self, lambda: None if self.brake.isHidden() else self.brake)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.ok = SecondaryButton("Opslaan", icon="vink", size="small")
        cancel = SecondaryButton("Annuleren", size="small")
        buttons.addWidget(self.ok)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.day.changed.connect(lambda _: self._mend())
        self.ok.clicked.connect(self.save)
        cancel.clicked.connect(self.cancelled)
        self.who.activated.connect(lambda _: self._mend())
        for field in (self.what, self.day.edit, self.reason, self.hours):
            field.returnPressed.connect(self.save)
        self._mend()

    def _side(self) -> tuple[Side, str]:
        chosen = self.who.value()
        side, who = chosen if isinstance(chosen, tuple) else (Side.US.value, "")
        return Side(side), who

    def _event(self) -> str:
        """What it hangs on, when that is what was typed and no day has to be moved for it."""
        dated = self._promise is not None and self._promise.due is not None
        return "" if dated or self.day.day() else event_in(self.day.text(), self._today())

    def _moves(self) -> bool:
        before = self._promise.due if self._promise else None
        return before is not None and self.day.day() not in (None, before)

    def _mend(self) -> None:
        self._reason.setVisible(self._moves())
        ours = self._side()[0] in (Side.US, Side.BOTH)
        self._hours.setVisible(ours)
        self.brake.set_day(self.day.day() if ours and self._promise is None else None)

    def _answer(self, given: Answer, words: str) -> None:
        """An answer with its words is what saving waited for."""
        self._answered = (given, words)
        self.save()
        self._answered = None

    def save(self) -> None:
        """Give what was filled in, or say what is wrong with it."""
        what = self.what.text().strip()
        why = self.reason.text().strip()
        moves = self._moves()
        self._what.set_problem("" if what else "Schrijf op wat er is toegezegd.")
        event = self._event()
        readable = self.day.is_readable() or bool(event)
        self._day.set_problem("" if readable else "Kies een dag, bijvoorbeeld 27-11.")
        self._reason.set_problem("Zet erbij waarom de dag verandert." if moves and not why else "")
        hours, wrong = _hours(self.hours.text())
        self._hours.set_problem(wrong)
        if not what or not readable or (moves and not why) or wrong:
            return
        answer = self._answered
        if answer is None and not self.brake.isHidden():
            if self.brake.complain():
                return
            answer = (self.brake.given, self.brake.words)
        side, who = self._side()
        due = self.day.day()
        if due is None and self._promise is not None:
            due = self._promise.due
        given, words = answer or (Answer.YES, "")
        self.saved.emit(PromiseForm(side, who, what, due, why, event, hours, given, words))


def _hours(text: str) -> tuple[float | None, str]:
    """The hours that are typed, or what is wrong with them."""
    try:
        return read_hours(text), ""
    except UserError as error:
        return None, error.sentence


class PromiseRow(QWidget):
    """A promise of this talk with Klopt before it and Wijzigen behind it."""

    checked = Signal(bool)
    changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        promise: Commitment,
        at_table: Voices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.promise = promise
        self._desk = desk
        self._at_table = at_table
        self.fields: PromiseFields | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        self.check = Check(name=f"Klopt: {promise.what}", checked=promise.checked)
        self.check.clicked.connect(lambda: self.checked.emit(self.check.isChecked()))
        row.addWidget(self.check, 0, top)
        badge = QVBoxLayout()
        badge.setContentsMargins(0, 2, 0, 0)
        badge.addWidget(Badge.party(SIDE_WORDS[promise.side]))
        badge.addStretch(1)
        row.addLayout(badge)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(0)
        self._words = QWidget()
        words = QHBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(12)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Text(promise.what[:1].upper() + promise.what[1:], wrap=True))
        second = " · ".join(part for part in (promise.who, when(promise, desk.today())) if part)
        lines.addWidget(Muted(second, wrap=True))
        words.addLayout(lines, 1)
        self.edit = LinkButton("Wijzigen")
        self.edit.setAccessibleName(f"Wijzigen: {promise.what}")
        self.edit.clicked.connect(self.open_fields)
        words.addWidget(self.edit, 0, top)
        self._column.addWidget(self._words)
        row.addLayout(self._column, 1)

    def open_fields(self) -> None:
        """Put the promise right here."""
        if self.fields is None:
            self.fields = PromiseFields(self._desk, self._at_table, self.promise)
            self.fields.saved.connect(self.changed)
            self.fields.cancelled.connect(self._close)
            self._column.addWidget(self.fields)
            self.fields.show()
            self._words.hide()
        self.fields.what.setFocus()

    def _close(self) -> None:
        if self.fields is not None:
            self.fields.hide()
            self.fields.deleteLater()
            self.fields = None
        self._words.show()
        self.edit.setFocus()
