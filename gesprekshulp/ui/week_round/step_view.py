"""One step of the round: the item that is being looked at, and what comes after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.domain.dutch_dates import lateness, short_day
from gesprekshulp.domain.week_round import SilentClient, WeekRound
from gesprekshulp.ui.week_round.item_card import ItemCard
from gesprekshulp.ui.week_round.steps import STEPS, Item, RoundStep
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card, ClickRow, clear_layout
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel, Label, Muted, Section

_COMING_SHOWN = 8


class StepView(QWidget):
    """`chosen` gives an item to look at first, `next_asked` that the next step is wanted, and
    `all_asked` that the whole register is."""

    chosen = Signal(object)
    next_asked = Signal()
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.heading = Section()
        column.addWidget(self.heading)
        self.below = Muted(size=14, wrap=True)
        column.addWidget(self.below)
        column.addSpacing(12)
        self.card = ItemCard()
        column.addWidget(self.card)
        self._nothing = Card()
        nothing = QHBoxLayout()
        nothing.setSpacing(12)
        self._nothing.body((24, 20, 24, 20)).addLayout(nothing)
        nothing.addWidget(IconLabel("vink-cirkel", role="accent"))
        self.nothing = Muted(size=14, wrap=True)
        nothing.addWidget(self.nothing, 1)
        self.next_step = SecondaryButton("Volgende stap", trailing="rechts")
        self.next_step.clicked.connect(self.next_asked)
        nothing.addWidget(self.next_step)
        column.addWidget(self._nothing)
        column.addSpacing(20)
        self._coming_head = Label("Hierna")
        column.addWidget(self._coming_head)
        column.addSpacing(4)
        self._coming = QVBoxLayout()
        self._coming.setSpacing(0)
        column.addLayout(self._coming)
        column.addSpacing(4)
        self.more = LinkButton("")
        self.more.clicked.connect(self.all_asked)
        column.addWidget(self.more)
        column.addStretch(1)

    def show_step(
        self,
        step: RoundStep,
        items: Sequence[Item],
        item: Item | None,
        found: WeekRound,
        today: date,
    ) -> None:
        """Show `item`, or that nothing is left; `items` are all that are left in this step."""
        self.heading.setText(step.title)
        words = coming_words(found) if step is RoundStep.NEXT_WEEK else ""
        if not words and items:
            words = f"Nog {len(items)} te bekijken."
        self.below.setText(words)
        self.below.setVisible(bool(words))
        self.card.setVisible(item is not None)
        self._nothing.setVisible(item is None)
        if item is not None:
            self.card.show_item(item, step, today)
        anything = bool(step.items(found))
        self.nothing.setText("Alles in deze stap is bekeken." if anything else step.nothing)
        last = step is STEPS[-1]
        self.next_step.set_label("Naar versturen" if last else "Volgende stap")
        self._show_coming([other for other in items if other is not item], step, found, today)

    def _show_coming(
        self, coming: Sequence[Item], step: RoundStep, found: WeekRound, today: date
    ) -> None:
        clear_layout(self._coming)
        self._coming_head.setVisible(bool(coming))
        for item in coming[:_COMING_SHOWN]:
            row = _coming_row(item, today)
            row.clicked.connect(lambda item=item: self.chosen.emit(item))
            self._coming.addWidget(row)
        number = max(0, len(coming) - _COMING_SHOWN) + step.left_out(found)
        self.more.setVisible(number > 0 and step is not RoundStep.SILENT)
        self.more.set_label(f"en nog {number} in het register")


def coming_words(found: WeekRound) -> str:
    """ "Volgende week staan er 3 toezeggingen van ons, 6,5 uur werk ..."; nothing without any."""
    part = found.due_next_week
    if not part.items:
        return ""
    hours = sum(item.commitment.hours or 0.0 for item in part.items)
    text = f"{hours:.1f}".removesuffix(".0").replace(".", ",")
    known = f", {text} uur werk voor zover bekend" if hours else ""
    if part.count == 1:
        return f"Volgende week staat er 1 toezegging van ons{known}. Klopt dat nog?"
    return f"Volgende week staan er {part.count} toezeggingen van ons{known}. Klopt dat nog?"


def _coming_row(item: Item, today: date) -> ClickRow:
    late = not isinstance(item, SilentClient) and item.commitment.is_late(today)
    if isinstance(item, SilentClient):
        what, whose, when = item.name, "", f"{item.days} dagen geleden"
    else:
        promise = item.commitment
        what = promise.what[:1].upper() + promise.what[1:]
        whose, due = item.client_name, promise.due
        when = f"{short_day(due, today)} · {lateness(due, today)}" if due else promise.event
    row = ClickRow(", ".join(part for part in (what, whose, when) if part), radius=6)
    row.row.setContentsMargins(12, 8, 12, 8)
    for label, part in (
        (ElidedLabel(what), 3),
        (ElidedLabel(whose, size=12, role="muted"), 2),
        (ElidedLabel(when, size=12, role="late" if late else "muted"), 2),
    ):
        # Not the words but the columns decide how wide they are.
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.row.addWidget(label, part)
    return row
