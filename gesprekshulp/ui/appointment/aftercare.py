"""Step 5 of an appointment: aftercare. Promises checked, satisfaction, look back, next, done."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import AppointmentStatus, GoalReached
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import enumeration
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.text import NOTHING_INTERNAL, InternalText
from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services import aftercare, notes, undo
from gesprekshulp.ui.appointment.aftercare_cards import (
    GoalCard,
    NextCard,
    RatingCard,
    ReflectionCard,
)
from gesprekshulp.ui.appointment.aftercare_promise import PromiseFields, PromiseForm, PromiseRow
from gesprekshulp.ui.appointment.step import Step
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card, Scroll, Separator
from gesprekshulp.ui.widgets.labels import Muted, Section

_WIDEST = 1_120
_BESIDE_FROM = 860
_CARDS = 408
_ADDED = {
    Answer.YES: "Toezegging toegevoegd.",
    Answer.YES_IF: "Toegevoegd; de voorwaarde staat bij de besluiten.",
    Answer.NO: "Niet toegezegd; de reden staat bij de besluiten.",
}


class AftercareStep(Step):
    """Promises one by one on the left, the four cards on the right, Afronden at the bottom."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self._card: aftercare.Aftercare | None = None
        self.rows: list[PromiseRow] = []
        self.adding: PromiseFields | None = None
        set_surface(self, "page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        area = Scroll("page")
        outer.addWidget(area, 1)
        left = QHBoxLayout()
        area.column.addLayout(left)
        area.column.addStretch(1)
        holder = QWidget()
        holder.setMaximumWidth(_WIDEST)
        # On a wide screen it stands on the left, under the head of the appointment.
        left.addWidget(holder, 1_000)
        left.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(24)
        self._sides.addWidget(self._promises(), 1)
        self._right = self._cards()
        self._sides.addWidget(self._right)
        outer.addWidget(Separator())
        outer.addWidget(self._bar())
        self._connect()

    # --- parts ---

    def _promises(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Section("Toezeggingen uit dit gesprek"))
        head.addStretch(1)
        self.checked = Muted()
        head.addWidget(self.checked)
        column.addLayout(head)
        self.list = Card()
        column.addWidget(self.list)
        self._add_place = QVBoxLayout()
        column.addLayout(self._add_place)
        self.add = LinkButton("Toezegging toevoegen", icon="plus")
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return part

    def _cards(self) -> QWidget:
        part = QWidget()
        part.setFixedWidth(_CARDS)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.goal = GoalCard()
        self.rating = RatingCard()
        self.reflection = ReflectionCard()
        self.next = NextCard(self._desk.today)
        for card in (self.goal, self.rating, self.next, self.reflection):
            column.addWidget(card)
        column.addStretch(1)
        return part

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(56)
        row = QHBoxLayout(bar)
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(16)
        self.missing = Muted(size=14, wrap=True)
        row.addWidget(self.missing, 1)
        self.reopen = SecondaryButton("Heropenen")
        row.addWidget(self.reopen)
        self.finish = PrimaryButton("Afronden")
        row.addWidget(self.finish)
        return bar

    def _connect(self) -> None:
        self.add.clicked.connect(self._open_adding)
        self.goal.said.connect(self._say_goal)
        self.rating.rated.connect(self._rate)
        self.reflection.reflected.connect(self._reflect)
        self.next.planned.connect(self._plan_next)
        self.next.opened.connect(self._open_next)
        self.finish.clicked.connect(self._finish)
        self.reopen.clicked.connect(self._reopen)

    # --- opening ---

    def open(self, appointment_id: str, **where: object) -> None:
        """Show the aftercare of a talk."""
        id = AppointmentId(appointment_id)
        if id != self._id:
            self.leave()
            self.next.forget()
        self._id = id
        notes.catch_up(self._desk.archive, self._desk.clock, id)
        self._reload()

    def leave(self) -> None:
        """Save what was typed."""
        if self._id is not None:
            for card in (self.goal, self.rating, self.reflection):
                card.save()

    def _reload(self) -> None:
        if self._id is None:
            return
        before = self._card.promises if self._card else None
        self._card = card = aftercare.aftercare(self._desk.archive, self._desk.clock, self._id)
        if card.promises != before or not self.rows:
            self._show_promises()
        self.goal.show_goal(card.appointment)
        rating, reflection = card.rating, card.reflection
        explanation = rating.explanation if rating else NOTHING_INTERNAL
        self.rating.show_rating(rating.score if rating else None, explanation.reveal())
        self.reflection.show_reflection(
            (reflection.went_well if reflection else NOTHING_INTERNAL).reveal(),
            (reflection.next_time if reflection else NOTHING_INTERNAL).reveal(),
        )
        self.next.show_next(card.next_appointment, "")
        self._show_missing()

    def _show_promises(self) -> None:
        card = self._card
        if card is None:
            return
        self.list.clear()
        self.rows = []
        for promise in card.promises:
            row = PromiseRow(self._desk, promise, card.voices)
            row.checked.connect(lambda on, p=promise: self._check(p, on))
            row.changed.connect(lambda form, p=promise: self._change(p, form))
            self.rows.append(row)
            self.list.add_row(row)
        if not card.promises:
            column = self.list.body((16, 16, 16, 16))
            column.addWidget(
                Muted("In dit gesprek is niets toegezegd. Klopt dat?", size=14, wrap=True)
            )

    def _show_missing(self) -> None:
        card = self._card
        if card is None:
            return
        done = sum(1 for promise in card.promises if promise.checked)
        total = len(card.promises)
        self.checked.setText(f"{done} van {total} nagelopen" if total else "")
        finished = card.appointment.status is AppointmentStatus.DONE
        if finished:
            self.missing.setText("Deze afspraak is afgerond.")
        elif card.missing:
            self.missing.setText(f"Nog te doen: {enumeration(card.missing)}.")
        else:
            self.missing.setText("Alles is gedaan.")
        self.finish.setVisible(not finished)
        self.reopen.setVisible(finished)

    # --- promises ---

    def _check(self, promise: Commitment, on: bool) -> None:
        self._do(lambda: aftercare.check_promise(self._desk.archive, promise.id, on))

    def _change(self, promise: Commitment, form: PromiseForm) -> None:
        self._do(
            lambda: aftercare.change_promise(
                self._desk.archive,
                self._desk.clock,
                promise.id,
                side=form.side,
                who=form.who,
                what=form.what,
                due=form.due,
                reason=form.reason,
                event=form.event,
                hours=form.hours,
            ),
            "Toezegging gewijzigd.",
        )

    def _open_adding(self) -> None:
        if self.adding is None and self._card is not None:
            self.adding = PromiseFields(self._desk, self._card.voices)
            self.adding.saved.connect(self._add)
            self.adding.cancelled.connect(self._close_adding)
            self._add_place.addWidget(self.adding)
            self.adding.show()
            self.add.hide()
        if self.adding is not None:
            self.adding.what.setFocus()

    def _close_adding(self) -> None:
        if self.adding is not None:
            self.adding.hide()
            self.adding.deleteLater()
            self.adding = None
        self.add.show()

    def _add(self, form: PromiseForm) -> None:
        id = self._id
        if id is None:
            return
        made = self._do(
            lambda: aftercare.add_promise(
                self._desk.archive,
                self._desk.clock,
                id,
                side=form.side,
                who=form.who,
                what=form.what,
                due=form.due,
                event=form.event,
                hours=form.hours,
                answer=form.answer,
                words=form.words,
            ),
            _ADDED[form.answer],
        )
        if made:
            self._close_adding()

    # --- cards ---

    def _say_goal(self, reached: GoalReached | None, note: str) -> None:
        if (id := self._id) is not None:
            self._do(lambda: aftercare.say_goal(self._desk.archive, id, reached, note))

    def _rate(self, score: int, explanation: str) -> None:
        if (id := self._id) is not None:
            said = InternalText(explanation)
            archive, now = self._desk.archive, self._desk.clock
            self._do(lambda: aftercare.rate(archive, now, id, score, said))

    def _reflect(self, went_well: str, next_time: str) -> None:
        if (id := self._id) is not None:
            well, other = InternalText(went_well), InternalText(next_time)
            self._do(lambda: aftercare.reflect(self._desk.archive, id, well, other))

    def _plan_next(self, title: str, starts: datetime, ends: datetime) -> None:
        if (id := self._id) is not None:
            self._do(
                lambda: aftercare.plan_next(self._desk.archive, id, title, starts, ends),
                "Volgende afspraak gepland.",
            )

    def _open_next(self) -> None:
        if self._card is not None and self._card.next_appointment is not None:
            id = self._card.next_appointment.id
            self._desk.go("afspraak", appointment_id=id, step="plannen")

    # --- done ---

    def _finish(self) -> None:
        self.leave()
        if not self.next.plan_begun():
            self._desk.error(
                "De volgende afspraak is nog niet gepland. Vul aan wat ontbreekt, of maak de velden"
                " leeg."
            )
            return
        if (id := self._id) is not None:
            self._do(
                lambda: aftercare.finish(self._desk.archive, self._desk.clock, id),
                "De afspraak is afgerond.",
            )

    def _reopen(self) -> None:
        if (id := self._id) is not None:
            self._do(lambda: aftercare.reopen(self._desk.archive, id))

    def _do(self, act: Callable[[], object], said: str = "") -> bool:
        """Do something and show it; with `said`, offer to undo it."""
        archive = self._desk.archive
        try:
            act()
        except UserError as error:
            self._desk.error(error.sentence)
            return False
        batch = archive.last_batch

        def take_back() -> None:
            if batch is not None:
                undo.undo(archive, batch)
                self._reload()
                self._desk.wrote()

        if said:
            self._desk.toast(said, take_back)
        # After the signal that brought us here: its widget may be replaced.
        QTimer.singleShot(0, self, self._after)
        return True

    def _after(self) -> None:
        self._reload()
        self._desk.wrote()

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= _BESIDE_FROM
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)
        self._right.setFixedWidth(_CARDS if beside else min(_WIDEST, event.size().width() - 64))
        super().resizeEvent(event)
