"""The card of the talk that comes first: when, who, where, why, and what is still missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.dutch_dates import clock, local_day
from gesprekshulp.services.appointments import AppointmentCard
from gesprekshulp.ui.appointment_words import people_words, place_words, until_words
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.flow import FlowLayout
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Section, Span, SpanLabel, Text
from gesprekshulp.ui.widgets.readiness_bar import ReadinessBar

_NARROWEST, _INDENTED = 480, 640


class NextCard(Card):
    """Shows one appointment. `asked` gives a step, and what to jump to within it."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[AppointmentCard, str, bool] | None = None
        self._below: QVBoxLayout | None = None
        # Narrower than what is missing asks for under the words: then that begins at the left.
        self.setMinimumWidth(_NARROWEST)

    def show_card(self, card: AppointmentCard) -> None:
        """Show this appointment; nothing is rebuilt when it already stands there the same."""
        now, today = self._desk.clock.now(), self._desk.today()
        until = until_words(card.appointment, now, today)
        is_today = local_day(card.appointment.starts_at) == today
        if self._shown == (card, until, is_today):
            return
        self._shown = (card, until, is_today)
        self._below = None
        self.clear()
        appointment, mark = card.appointment, card.readiness
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(20, 20, 20, 16)
        row.setSpacing(20)

        when = QVBoxLayout()
        when.setSpacing(4)
        when.addWidget(Muted("Nu eerst" if is_today else "Eerstvolgende"))
        start = "hele dag" if appointment.all_day else clock(appointment.starts_at)
        when.addWidget(Text(start, size=24, weight=600))
        if not appointment.all_day:
            when.addWidget(Muted(f"tot {clock(appointment.ends_at)}", size=14))
        when.addWidget(Text(until, size=12, weight=600, role="accent"))
        when.addStretch(1)
        left = QWidget()
        left.setLayout(when)
        when.setContentsMargins(0, 0, 0, 0)
        left.setFixedWidth(100)
        row.addWidget(left)

        what = QVBoxLayout()
        what.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Section(card.heading, wrap=True))
        names.addWidget(Text(card.about, wrap=True))
        head.addLayout(names, 1)
        head.addWidget(self._button(card), 0, Qt.AlignmentFlag.AlignTop)
        what.addLayout(head)
        what.addSpacing(12)
        self._fact(what, "plaats", [Span(place_words(appointment))])
        people = people_words(card.participants)
        if people:
            self._fact(what, "personen", [Span(people)])
        if appointment.goal.strip():
            goal = [Span("Aan het einde van dit gesprek ", "muted"), Span(appointment.goal.strip())]
            self._fact(what, "doel", goal)
        row.addLayout(what, 1)
        self.add_row(top)

        below = QWidget()
        column = QVBoxLayout(below)
        self._below = column
        self._indent()
        column.setSpacing(10)
        bar = ReadinessBar()
        words = f"{mark.done} van {mark.total} klaar"
        bar.set_ready(
            mark.done, mark.total, words if mark.is_ready else f"{words}, dit ontbreekt nog:"
        )
        column.addWidget(bar)
        if mark.missing:
            buttons = QWidget()
            flow = FlowLayout(buttons)
            for item in mark.missing:
                button = SecondaryButton(item.action, icon="cirkel", trailing="rechts")
                button.clicked.connect(
                    lambda _=False, need=item.need.value: self.asked.emit("voorbereiden", need)
                )
                flow.addWidget(button)
            column.addWidget(buttons)
        self.add_row(below)

    def _indent(self) -> None:
        """What is missing stands under the words, or from the left when that is too narrow."""
        if self._below is not None:
            left = 140 if self.width() >= _INDENTED else 20
            self._below.setContentsMargins(left, 12, 20, 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._indent()

    def _button(self, card: AppointmentCard) -> PrimaryButton:
        if card.appointment.status is AppointmentStatus.IN_PROGRESS:
            words, step = "Verder met het gesprek", "gesprek"
        elif card.readiness.is_ready:
            words, step = "Gesprek openen", "gesprek"
        else:
            words = "Verder voorbereiden" if card.readiness.done > 1 else "Voorbereiden"
            step = "voorbereiden"
        button = PrimaryButton(words)
        button.clicked.connect(lambda _=False: self.asked.emit(step, ""))
        return button

    @staticmethod
    def _fact(column: QVBoxLayout, icon: str, spans: list[Span]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        holder = QVBoxLayout()
        holder.addWidget(IconLabel(icon))
        holder.addStretch(1)
        row.addLayout(holder)
        row.addWidget(SpanLabel(spans, size=14, wrap=True), 1)
        column.addLayout(row)
        column.addSpacing(8)
