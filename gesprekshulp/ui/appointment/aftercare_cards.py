"""The cards beside the promises in the aftercare: goal, satisfaction, look back, next talk."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Appointment, GoalReached
from gesprekshulp.domain.dutch_dates import clock, echo, local_day
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import LinkButton, OwnButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.dates import DateField, TimeField
from gesprekshulp.ui.widgets.fields import ComboField, LabelledField, TextArea, TextField
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Strong, Text
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.widgets.segments import Segments

_SAVE_MS = 400


def lock_note() -> QWidget:
    """ "alleen intern", with its lock."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(IconLabel("slot", size=14))
    row.addWidget(Muted("alleen intern"))
    return holder


def _titled(title: str, *, internal: bool = False) -> tuple[Card, QVBoxLayout]:
    card = Card()
    column = card.body((20, 16, 20, 18))
    column.setSpacing(12)
    head = QHBoxLayout()
    head.addWidget(Strong(title))
    head.addStretch(1)
    if internal:
        head.addWidget(lock_note())
    column.addLayout(head)
    return card, column


class _Saving(QWidget):
    """A part that is saved a moment after the last key, and when its fields are left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_MS)
        self._timer.timeout.connect(self.save)

    def touch(self) -> None:
        """Something was typed."""
        self._dirty = True
        self._timer.start()

    def save(self) -> None:
        """Keep what was typed since the last save."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False
            self._keep()

    def _keep(self) -> None:
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        return False


class GoalCard(_Saving):
    """Was the goal reached: ja, deels or nee, with a note for the report."""

    said = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card, column = _titled("Doel bereikt?")
        outer.addWidget(card)
        self.goal = Muted(size=14, wrap=True)
        column.addWidget(self.goal)
        options = [("", "Nog open"), *((g.value, g.value.capitalize()) for g in GoalReached)]
        self.reached = Segments(options, name="Doel bereikt")
        self.reached.changed.connect(lambda _: self._say())
        column.addWidget(self.reached)
        self.note = TextArea(least=1, most=4, placeholder="wat is er bereikt, wat nog niet?")
        self.note.textChanged.connect(self.touch)
        self.note.installEventFilter(self)
        column.addWidget(LabelledField("Toelichting", self.note, hint="komt in het verslag"))

    def show_goal(self, appointment: Appointment) -> None:
        """Show the goal and what was said of it."""
        goal = appointment.goal.strip()
        opening = "Aan het einde van dit gesprek … "
        self.goal.setText(opening + goal if goal else "Dit gesprek had geen doel op papier.")
        self.reached.set_value(appointment.goal_reached.value if appointment.goal_reached else "")
        if not self.note.hasFocus():
            self.note.blockSignals(True)
            self.note.setText(appointment.goal_note)
            self.note.blockSignals(False)

    def _say(self) -> None:
        self._dirty = True
        self.save()

    def _keep(self) -> None:
        value = self.reached.value()
        self.said.emit(GoalReached(value) if value else None, self.note.text())


class _Score(OwnButton):
    def __init__(self, score: int) -> None:
        super().__init__()
        self.score = score
        self.setText(str(score))
        self.setCheckable(True)
        self.setAccessibleName(f"Tevredenheid {score}")
        self.setFixedSize(28, 32)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        chosen = self.isChecked()
        edge = c.accent if chosen or self.hasFocus() else c.line_strong
        fill = c.accent_soft if chosen else c.surface
        box(painter, self.rect(), fill, edge, RADIUS.badge, 2 if self.hasFocus() else 1)
        painter.setFont(font(14, 600 if chosen else 400))
        painter.setPen(colour(c.accent if chosen else c.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ScoreRow(QWidget):
    """0 to 10; arrows move, digits choose. `chosen` gives the figure."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Tevredenheid, 0 tot en met 10")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.scores = [_Score(number) for number in range(11)]
        for score in self.scores:
            score.clicked.connect(lambda _=False, n=score.score: self.choose(n))
            row.addWidget(score)
        row.addStretch(1)

    def value(self) -> int | None:
        """The figure chosen, or None."""
        return next((score.score for score in self.scores if score.isChecked()), None)

    def set_value(self, value: int | None) -> None:
        """Show a figure without telling so."""
        for score in self.scores:
            score.setChecked(score.score == value)
            first = score.score == (0 if value is None else value)
            focus = Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus
            score.setFocusPolicy(focus)

    def choose(self, value: int) -> None:
        """Choose a figure."""
        self.set_value(value)
        self.scores[value].setFocus()
        self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            before = self.value()
            self.choose(min(10, max(0, step + before if before is not None else 0)))
        elif event.text().isdigit():
            self.choose(int(event.text()))
        else:
            super().keyPressEvent(event)


class RatingCard(_Saving):
    """One question at the close of a talk; stays inside."""

    rated = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card, column = _titled("Tevredenheid", internal=True)
        outer.addWidget(card)
        column.addWidget(Muted("Welk cijfer geeft de klant?", size=14, wrap=True))
        self.score = ScoreRow()
        self.score.chosen.connect(lambda _: self._chosen())
        column.addWidget(self.score)
        self.explanation = TextArea(least=1, most=4, placeholder="waarom dit cijfer?")
        self.explanation.textChanged.connect(self.touch)
        self.explanation.installEventFilter(self)
        column.addWidget(LabelledField("Toelichting", self.explanation))

    def show_rating(self, score: int | None, explanation: str) -> None:
        """Show what was noted."""
        self.score.set_value(score)
        if not self.explanation.hasFocus():
            self.explanation.blockSignals(True)
            self.explanation.setText(explanation)
            self.explanation.blockSignals(False)

    def _chosen(self) -> None:
        self._dirty = True
        self.save()

    def _keep(self) -> None:
        score = self.score.value()
        if score is None:
            self._dirty = True  # the words wait for a figure
            return
        self.rated.emit(score, self.explanation.text().strip())


class ReflectionCard(_Saving):
    """What went well, and what to do otherwise; private."""

    reflected = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card, column = _titled("Terugblik", internal=True)
        outer.addWidget(card)
        self.went_well = TextArea(least=2, most=6, placeholder="wat ging goed?")
        self.next_time = TextArea(
            least=2, most=6, placeholder="wat doe ik de volgende keer anders?"
        )
        for field in (self.went_well, self.next_time):
            field.textChanged.connect(self.touch)
            field.installEventFilter(self)
        column.addWidget(LabelledField("Wat ging goed", self.went_well))
        column.addWidget(LabelledField("Volgende keer", self.next_time))

    def show_reflection(self, went_well: str, next_time: str) -> None:
        """Show what was noted."""
        for field, text in ((self.went_well, went_well), (self.next_time, next_time)):
            if not field.hasFocus():
                field.blockSignals(True)
                field.setText(text)
                field.blockSignals(False)

    def _keep(self) -> None:
        self.reflected.emit(self.went_well.text().strip(), self.next_time.text().strip())


class NextCard(QWidget):
    """The next talk: the one that is planned, or a day, a time and a title to plan one."""

    planned = Signal(str, object, object)
    opened = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card, column = _titled("Volgende afspraak")
        outer.addWidget(card)
        self.existing = QWidget()
        there = QHBoxLayout(self.existing)
        there.setContentsMargins(0, 0, 0, 0)
        there.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Text(wrap=True)
        self.moment = Muted()
        words.addWidget(self.title)
        words.addWidget(self.moment)
        there.addLayout(words, 1)
        self.open_button = LinkButton("Openen")
        self.open_button.clicked.connect(self.opened)
        there.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.existing)
        self.more = LinkButton("Nog een afspraak plannen", icon="plus")
        self.more.clicked.connect(self._show_form)
        column.addWidget(self.more)
        self.form = self._make_form()
        column.addWidget(self.form)

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.subject = TextField(placeholder="waarover gaat het dan?")
        self._subject = LabelledField("Onderwerp", self.subject)
        column.addWidget(self._subject)
        row = QHBoxLayout()
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        self.day = DateField(read_date, self._today, name="Dag")
        self.day.hold_line()
        self._day = LabelledField("Dag", self.day)
        self.at = TimeField(time(10), name="Tijd")
        self._at = LabelledField("Tijd", self.at)
        lengths = [(m, f"{m} min") for m in (30, 45, 60, 75, 90, 120, 180)]
        self.length = ComboField(lengths, name="Duur")
        self.length.set_value(60)
        row.addWidget(self._day, 1, top)
        row.addWidget(self._at, 0, top)
        row.addWidget(LabelledField("Duur", self.length), 0, top)
        column.addLayout(row)
        self.plan = SecondaryButton("Plannen", icon="agenda")
        self.plan.clicked.connect(lambda: self._plan())
        column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        return form

    def show_next(self, appointment: Appointment | None, title: str) -> None:
        """Show the next talk, or the form with this title."""
        there = appointment is not None
        self.existing.setVisible(there)
        self.more.setVisible(there)
        self.form.setVisible(not there)
        if not self.subject.text():
            self.subject.setText(title)
        if appointment is not None:
            self.title.setText(appointment.title)
            day = echo(local_day(appointment.starts_at), self._today())
            self.moment.setText(f"{day}, {clock(appointment.starts_at)}")

    def forget(self) -> None:
        """Empty the form, for another talk."""
        self.subject.clear()
        self.day.set_day(None)

    def plan_begun(self) -> bool:
        """Plan what was filled in and not planned yet; False when something is lacking."""
        begun = self.day.text() or (self.subject.text().strip() and self.existing.isHidden())
        if self.form.isHidden() or not begun:
            return True
        return self._plan()

    def _show_form(self) -> None:
        self.more.hide()
        self.form.show()
        self.day.setFocus()

    def _plan(self) -> bool:
        """Ask to plan what is filled in, or say what is lacking; False when something is."""
        day, at, subject = self.day.day(), self.at.value(), self.subject.text().strip()
        self._subject.set_problem("" if subject else "Geef de afspraak een onderwerp.")
        self._day.set_problem("" if day else "Kies een dag.")
        self._at.set_problem("" if at else "Geef een tijd.")
        if not subject or day is None or at is None:
            return False
        starts: datetime = local_moment(day, at)
        minutes = self.length.value()
        length = timedelta(minutes=minutes if isinstance(minutes, int) else 60)
        self.day.set_day(None)
        self.planned.emit(subject, starts, starts + length)
        return True
