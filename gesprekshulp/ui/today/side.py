"""Beside Vandaag: the rest of the day, what is to be rounded off, and who needs attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.dutch_dates import clock, distance, local_day
from gesprekshulp.services.appointments import AppointmentCard
from gesprekshulp.ui.appointment_words import KIND_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.cards import Card, ClickRow, HeadingRow
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Strong, Text

if TYPE_CHECKING:
    from gesprekshulp.domain.attention import AttentionItem

_ATTENTION_SHOWN = 3


class TodaySide(QWidget):
    """Three cards under each other; those with nothing to say are not there."""

    def __init__(self, desk: Desk, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rest_shown: tuple[AppointmentCard, ...] | None = None
        self._held_shown: tuple[AppointmentCard, ...] = ()
        self._attention_shown: tuple[AttentionItem, ...] = ()
        self.setFixedWidth(width)
        right = QVBoxLayout(self)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(HeadingRow("Rest van de dag"))
        self.rest = Card()
        right.addWidget(self.rest)
        self.held, self._held_holder = _below(right, "Nog af te ronden")
        self.attention, self._attention_holder = _below(right, "Aandacht")
        right.addStretch(1)

    def show_rest(self, cards: tuple[AppointmentCard, ...]) -> None:
        """The talks after the first one of today."""
        # What stays as it is keeps its widgets, and with them the focus of the keyboard.
        if cards == self._rest_shown:
            return
        self._rest_shown = cards
        self.rest.clear()
        if not cards:
            column = self.rest.body()
            column.addWidget(Muted("Geen andere gesprekken vandaag.", size=14, wrap=True))
            return
        for card in cards:
            appointment = card.appointment
            start = "hele dag" if appointment.all_day else clock(appointment.starts_at)
            row = ClickRow(f"{start} {card.heading}")
            row.row.setContentsMargins(16, 12, 16, 12)
            at = Text(start, weight=600, wrap=True)
            at.setFixedWidth(48)
            row.row.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Strong(card.heading, wrap=True))
            kind = KIND_WORDS[appointment.kind]
            words.addWidget(Muted(f"{card.about} · {kind}", size=14, wrap=True))
            mark = QHBoxLayout()
            mark.setSpacing(4)
            ready = card.readiness.is_ready
            mark.addWidget(
                IconLabel(
                    "vink-cirkel" if ready else "cirkel-deel",
                    size=16,
                    role="muted" if ready else "accent",
                )
            )
            state = Text(
                card.readiness.words,
                size=12,
                weight=400 if ready else 500,
                role="muted" if ready else "accent",
            )
            mark.addWidget(state)
            mark.addStretch(1)
            words.addSpacing(2)
            words.addLayout(mark)
            row.row.addLayout(words, 1)
            row.clicked.connect(
                lambda id=appointment.id: self._desk.go("afspraak", appointment_id=id)
            )
            self.rest.add_row(row)

    def show_held(self, held: tuple[AppointmentCard, ...]) -> None:
        """Talks that were held, and whose report or aftercare is not done yet."""
        if held == self._held_shown:
            return
        self._held_shown = held
        self._held_holder.setVisible(bool(held))
        self.held.clear()
        for card in held:
            talk = card.appointment
            row = ClickRow(f"{card.heading}: {card.about}, nog afronden")
            row.row.setContentsMargins(16, 12, 16, 12)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Strong(card.heading, wrap=True))
            day = distance(local_day(talk.starts_at), self._desk.today())
            words.addWidget(Muted(f"{card.about} · {day}", size=14, wrap=True))
            row.row.addLayout(words, 1)
            row.row.addWidget(IconLabel("rechts", size=16), 0, Qt.AlignmentFlag.AlignVCenter)
            row.clicked.connect(lambda id=talk.id: self._desk.go("afspraak", appointment_id=id))
            self.held.add_row(row)

    def show_attention(self, items: tuple[AttentionItem, ...]) -> None:
        """Clients that should hear from us, most urgent first."""
        if items == self._attention_shown:
            return
        self._attention_shown = items
        self._attention_holder.setVisible(bool(items))
        self.attention.clear()
        for item in items[:_ATTENTION_SHOWN]:
            column = self.attention.body((16, 12, 16, 12))
            column.setSpacing(4)
            column.addWidget(Strong(item.name, wrap=True))
            column.addWidget(Muted(item.reason, size=14, wrap=True))
            buttons = QHBoxLayout()
            buttons.setSpacing(20)
            call = LinkButton("Bellen", icon="telefoon")
            call.setAccessibleName(f"{item.name} bellen")
            call.clicked.connect(
                lambda _=False, id=item.client_id: self._desk.go("klant", client_id=id, call="ja")
            )
            later = LinkButton("Later")
            later.setToolTip("Over een week opnieuw")
            later.clicked.connect(lambda _=False, item=item: self._put_off(item))
            buttons.addWidget(call)
            if item.appointment_id is not None:
                buttons.addWidget(self._report_link(item))
            buttons.addWidget(later)
            buttons.addStretch(1)
            column.addSpacing(4)
            column.addLayout(buttons)

    def _report_link(self, item: AttentionItem) -> LinkButton:
        """Leads to the report that waits for an answer, where a reminder can be made."""
        link = LinkButton("Verslag", icon="verslag")
        link.setAccessibleName(f"Verslag voor {item.name} openen")
        link.clicked.connect(
            lambda: self._desk.go("afspraak", appointment_id=item.appointment_id, step="verslag")
        )
        return link

    def _put_off(self, item: AttentionItem) -> None:
        from gesprekshulp.services import attention

        attention.put_off(self._desk.archive, self._desk.clock, item.client_id)
        self._desk.wrote()

        def back() -> None:
            attention.put_back(self._desk.archive, item.client_id)
            self._desk.wrote()

        self._desk.toast(f"{item.name} komt over een week terug.", back)


def _below(column: QVBoxLayout, heading: str) -> tuple[Card, QWidget]:
    """A card under its heading, and what holds both; not there until it has something to say."""
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(0, 16, 0, 0)
    inside.setSpacing(8)
    inside.addWidget(HeadingRow(heading))
    card = Card()
    inside.addWidget(card)
    column.addWidget(holder)
    holder.hide()
    return card, holder
