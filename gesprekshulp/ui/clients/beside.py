"""The column of cards beside a client's timeline."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.services.client_card import ClientCard
from gesprekshulp.ui.clients.side_cards import (
    AssignmentsCard,
    AttentionCard,
    DetailsCard,
    PromisesCard,
    RatingCard,
    RemarksCard,
    internal_note,
)
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.insight.client_card import ReliabilityCard


class Beside(QWidget):
    """`tab_asked` gives a tab to go to; `edit_asked` that the client has to be changed."""

    tab_asked = Signal(str)
    edit_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card: ClientCard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        top = QHBoxLayout()
        top.setSpacing(16)
        self.rating = RatingCard()
        self.rating.menu_asked.connect(self._rating_menu)
        self.rating.add_asked.connect(self._add_rating)
        self.attention = AttentionCard()
        top.addWidget(self.rating, 1)
        top.addWidget(self.attention, 1)
        column.addLayout(top)
        self.promises = PromisesCard()
        self.promises.opened.connect(self._open_promise)
        self.promises.all_asked.connect(lambda: self.tab_asked.emit("toezeggingen"))
        column.addWidget(self.promises)
        self.reliability = ReliabilityCard(desk)
        column.addWidget(self.reliability)
        self.assignments = AssignmentsCard()
        self.assignments.opened.connect(self._edit_assignment)
        self.assignments.add_asked.connect(self._add_assignment)
        column.addWidget(self.assignments)
        self.remarks = RemarksCard()
        column.addWidget(self.remarks)
        self.details = DetailsCard()
        self.details.edit_asked.connect(self.edit_asked)
        column.addWidget(self.details)
        column.addWidget(internal_note())
        column.addStretch(1)

    def show_card(self, card: ClientCard, today: date) -> None:
        """Show what is known of this client."""
        self._card = card
        self.rating.show_ratings(card.ratings, today)
        year = ""
        if card.next is None:
            year = "Geen afspraak gepland."
        self.attention.show_touch(card.last_touch, today, year)
        self.promises.show_promises(card.promises, today)
        self.reliability.show_client(card.client.id)
        self.assignments.show_assignments(card.assignments)
        self.remarks.show_remarks(card.client.remarks)
        called = next(
            ((p.name, p.mobile or p.phone) for p in card.people if p.mobile or p.phone), None
        )
        self.details.show_client(card.client, called)

    def _open_promise(self, promise: Commitment) -> None:
        self._desk.go("toezeggingen", commitment_id=promise.id)

    def _add_assignment(self) -> None:
        from gesprekshulp.ui.decisions.forms import ask_assignment

        if self._card is not None:
            ask_assignment(self._desk, self, self._card.client.id)

    def _edit_assignment(self, assignment: Assignment) -> None:
        from gesprekshulp.ui.decisions.forms import ask_assignment

        ask_assignment(self._desk, self, assignment.client_id, assignment)

    def _add_rating(self) -> None:
        from gesprekshulp.ui.clients.forms import ask_rating

        if self._card is not None:
            ask_rating(self._desk, self, self._card.client.id)

    def _rating_menu(self, at: QPoint) -> None:
        from gesprekshulp.ui.clients.forms import ask_rating

        card = self._card
        if card is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Noteren …", lambda: ask_rating(self._desk, self, card.client.id))
        if card.ratings:
            menu.addSeparator()
        for rating in card.ratings[:8]:
            words = f"{rating.score} op {short_day(rating.given_on, self._desk.today())} …"
            menu.addAction(
                words,
                lambda rating=rating: ask_rating(self._desk, self, card.client.id, rating),
            )
        menu.popup(at)
