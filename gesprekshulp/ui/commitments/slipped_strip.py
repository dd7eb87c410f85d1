"""The strip at the top: promises of ours that wait for a client whose promise slipped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.waiting import NewDay
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Separator, clear_layout
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel, Muted, Text

_MOST = 5
_WIDE = 280


class SlippedStrip(QWidget):
    """Says how many there are; opened, each with its new earliest day.

    `move_asked` gives a NewDay to agree to, `opened` the identifier of a promise.
    """

    move_asked = Signal(object)
    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.found: tuple[NewDay, ...] = ()
        set_surface(self, "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(32, 8, 20, 8)
        bar.setSpacing(8)
        self.words = Text(weight=500)
        self.toggle = LinkButton("Bekijken")
        self.toggle.clicked.connect(self._toggle)
        bar.addWidget(IconLabel("let-op", role="accent"))
        bar.addWidget(self.words)
        bar.addStretch(1)
        bar.addWidget(self.toggle)
        column.addLayout(bar)
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(60, 0, 20, 10)
        self._list.setSpacing(8)
        self._rows.hide()
        column.addWidget(self._rows)
        column.addWidget(Separator())
        self.hide()

    def show_slipped(self, found: tuple[NewDay, ...]) -> None:
        """Show these, or nothing when there are none."""
        if found != self.found:
            self.found = found
            number = len(found)
            self.words.setText(
                "1 toezegging van ons kan niet op tijd: de klant levert later"
                if number == 1
                else f"{number} toezeggingen van ons kunnen niet op tijd: klanten leveren later"
            )
            self._fill()
        self.setVisible(bool(found))

    def _toggle(self) -> None:
        self._rows.setVisible(self._rows.isHidden())
        self.toggle.set_label("Bekijken" if self._rows.isHidden() else "Inklappen")

    def _fill(self) -> None:
        clear_layout(self._list)
        today = self._desk.today()
        for one in self.found[:_MOST]:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            ours, theirs = one.ours, one.theirs
            words = f"{ours.what[:1].upper()}{ours.what[1:]}"
            cut = QFontMetrics(font(14, 500)).elidedText(words, Qt.TextElideMode.ElideRight, _WIDE)
            what = LinkButton(cut)
            what.setAccessibleName(words)
            what.setToolTip(words if cut != words else "")
            what.clicked.connect(lambda _=False, id=ours.id: self.opened.emit(id))
            row.addWidget(what)
            wait = ElidedLabel(f"wacht op “{theirs.what}” van {theirs.who or theirs.side.value}",
                               size=12, role="muted")  # fmt: skip
            row.addWidget(wait, 1)
            move = SecondaryButton(f"Verzetten naar {short_day(one.proposed, today)}", size="small")
            move.clicked.connect(lambda _=False, one=one: self.move_asked.emit(one))
            row.addWidget(move)
            self._list.addWidget(line)
        if len(self.found) > _MOST:
            self._list.addWidget(Muted(f"en nog {len(self.found) - _MOST}"))


def slip_reason(one: NewDay) -> str:
    """Why ours gets another day, as the reason of the move."""
    who = one.theirs.who or one.theirs.side.value
    return f"wacht op “{one.theirs.what}” van {who}"
