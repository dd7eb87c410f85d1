"""The item that is being looked at in the round, with what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import day_and_year, lateness, short_day
from gesprekshulp.domain.week_round import RoundItem, SilentClient
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.week_round.key_button import KeyButton
from gesprekshulp.ui.week_round.steps import Item, RoundStep
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.cards import Card, clear_layout
from gesprekshulp.ui.widgets.flow import FlowLayout
from gesprekshulp.ui.widgets.labels import DateEcho, IconLabel, Muted, Section, Text

_LONGEST_QUOTE = 240


class ItemCard(Card):
    """One promise or one silent client. `asked` gives the name of an action, `client_asked` and
    `promise_asked` that the whole of it is wanted."""

    asked = Signal(str)
    client_asked = Signal()
    promise_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = self.body((24, 20, 24, 20))
        self._column.setSpacing(0)
        self._what = QVBoxLayout()
        self._what.setSpacing(0)
        self._column.addLayout(self._what)
        self._column.addSpacing(20)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self._column.addWidget(self._buttons)
        self.buttons: dict[str, KeyButton] = {}
        self.title = Section(wrap=True)

    def show_item(self, item: Item, step: RoundStep, today: date) -> None:
        """Show an item with the actions of its step."""
        clear_layout(self._what)
        self.title = Section(wrap=True)
        if isinstance(item, SilentClient):
            self._show_client(item, today)
        else:
            self._show_promise(item, today)
        self._flow.clear()
        self.buttons = {}
        for action in step.actions:
            button = KeyButton(action.words, action.letter, icon=action.icon)
            button.clicked.connect(lambda _=False, name=action.name: self.asked.emit(name))
            self._flow.addWidget(button)
            self.buttons[action.name] = button
        self.setAccessibleName(self.title.text())

    def _show_client(self, item: SilentClient, today: date) -> None:
        self.title.setText(item.name)
        self._what.addWidget(self.title)
        self._what.addSpacing(4)
        since = short_day(item.last_contact_on, today)
        self._what.addWidget(
            Text(f"Het laatste contact was {since}, {item.days} dagen geleden.", wrap=True)
        )
        self._what.addWidget(Muted("Er is geen afspraak gepland.", size=14))
        self._what.addSpacing(8)
        self._what.addWidget(self._link("Klant openen", "rechts", self.client_asked))

    def _show_promise(self, item: RoundItem, today: date) -> None:
        promise = item.commitment
        self.title.setText(promise.what[:1].upper() + promise.what[1:])
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Badge.party(SIDE_WORDS[promise.side]))
        client = LinkButton(item.client_name, elide=True)
        client.setAccessibleName(f"{item.client_name} openen")
        client.clicked.connect(self.client_asked)
        top.addWidget(client)
        top.addStretch(1)
        top.addWidget(_day(promise, today))
        self._what.addLayout(top)
        self._what.addSpacing(8)
        self._what.addWidget(self.title)
        self._what.addSpacing(4)
        self._what.addWidget(Muted(facts(promise), size=14, wrap=True))
        if said := " ".join(promise.said.split()):
            cut = said if len(said) <= _LONGEST_QUOTE else f"{said[:_LONGEST_QUOTE].rstrip()}…"
            self._what.addSpacing(8)
            self._what.addWidget(Text(f"“{cut}”", wrap=True))
        self._what.addSpacing(8)
        self._what.addWidget(
            self._link("Geschiedenis bekijken", "geschiedenis", self.promise_asked)
        )

    @staticmethod
    def _link(words: str, icon: str, signal: object) -> LinkButton:
        link = LinkButton(words, icon=icon, small=True)
        link.clicked.connect(signal)
        return link


def facts(promise: Commitment) -> str:
    """Who, when it was said, how often it was moved and how much work it is, in one line."""
    parts = [promise.who, f"toegezegd op {day_and_year(promise.made_on)}"]
    if promise.moves:
        parts.append("1 keer verzet" if promise.moves == 1 else f"{promise.moves} keer verzet")
    if promise.hours is not None:
        hours = f"{promise.hours:.1f}".removesuffix(".0").replace(".", ",")
        parts.append(f"{hours} uur werk")
    return " · ".join(part for part in parts if part)


def _day(promise: Commitment, today: date) -> QWidget:
    late = promise.is_late(today)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    if late:
        row.addWidget(IconLabel("te-laat", role="late", size=16))
    if promise.due is not None:
        words = (short_day(promise.due, today), lateness(promise.due, today))
        row.addWidget(DateEcho(*words, late=late, size=14))
    else:
        row.addWidget(Muted(promise.event or "nog geen dag", size=14))
    row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return holder
