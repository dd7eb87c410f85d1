"""The bar under the read-back: how far it is, and who confirms."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from gesprekshulp.ui.read_back.words import together
from gesprekshulp.ui.theme.palette import colour, colours, set_surface
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.fields import TextField
from gesprekshulp.ui.widgets.labels import Muted, Strong

SIDE = 96


class ConfirmBar(QWidget):
    """Back, the count, and Samen bevestigen; after that the question who confirms.

    `confirmed` gives the names in one text.
    """

    back = Signal()
    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "window")
        self.setFixedHeight(76)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 1, 0, 0)
        self._stack.addWidget(self._counting())
        self._stack.addWidget(self._asking())

    def _counting(self) -> QWidget:
        page = QWidget()
        self._row = QHBoxLayout(page)
        self._row.setContentsMargins(SIDE, 16, SIDE, 15)
        self._row.setSpacing(24)
        self.back_button = SecondaryButton("Terug naar het gesprek", size="large")
        self.back_button.clicked.connect(self.back)
        self._row.addWidget(self.back_button)
        self.earlier = Muted()
        self._row.addWidget(self.earlier)
        self._row.addStretch(1)
        self.standing = Muted(size=14)
        self._row.addWidget(self.standing)
        self.confirm = PrimaryButton("Samen bevestigen", size="large")
        self.confirm.clicked.connect(self.ask)
        self._row.addWidget(self.confirm)
        return page

    def _asking(self) -> QWidget:
        page = QWidget()
        self._ask_row = QHBoxLayout(page)
        self._ask_row.setContentsMargins(SIDE, 16, SIDE, 15)
        self._ask_row.setSpacing(12)
        self._ask_row.addWidget(Strong("Wie bevestigt?"))
        self._people = QHBoxLayout()
        self._people.setSpacing(8)
        self._ask_row.addLayout(self._people)
        self.checks: list[Check] = []
        holder = QVBoxLayout()
        self.someone = TextField(
            placeholder="iemand anders", name="Iemand anders die bevestigt", spelled=False
        )
        self.someone.setFixedWidth(160)
        self.someone.textChanged.connect(self._mend)
        self.someone.returnPressed.connect(self._done)
        holder.addWidget(self.someone)
        self._ask_row.addLayout(holder)
        self._ask_row.addStretch(1)
        cancel = SecondaryButton("Annuleren", size="large")
        cancel.clicked.connect(self.stop_asking)
        self._ask_row.addWidget(cancel)
        self.done = PrimaryButton("Bevestigen", size="large")
        self.done.clicked.connect(self._done)
        self._ask_row.addWidget(self.done)
        return page

    def set_margins(self, side: int) -> None:
        """Line up with the lines above."""
        for row in (self._row, self._ask_row):
            row.setContentsMargins(side, 16, side, 15)

    def show_people(self, names: Sequence[str], earlier: str) -> None:
        """Who can confirm, and what was confirmed before."""
        for check in self.checks:
            check.hide()
            check.deleteLater()
        self.checks = []
        for name in names:
            check = Check(name, checked=True)
            check.setMaximumWidth(220)
            check.setToolTip(name)
            check.toggled.connect(self._mend)
            self._people.addWidget(check)
            self.checks.append(check)
        self.someone.clear()
        self.earlier.setText(earlier)
        self.stop_asking()
        self._mend()

    def show_standing(self, words: str, complete: bool) -> None:
        """How far it is; confirming opens when every line is answered."""
        self.standing.setText(words)
        self.confirm.set_enabled_or_why(complete, words)

    def ask(self) -> None:
        """Ask who confirms."""
        self._stack.setCurrentIndex(1)
        self.done.setFocus()

    def stop_asking(self) -> None:
        """Back to the count."""
        self._stack.setCurrentIndex(0)

    def names(self) -> str:
        """Who confirms, in one text."""
        chosen = [check.accessibleName() for check in self.checks if check.isChecked()]
        return together([*chosen, self.someone.text().strip()])

    def _mend(self) -> None:
        self.done.set_enabled_or_why(bool(self.names()), "Kies wie er bevestigt")

    def _done(self) -> None:
        if names := self.names():
            self.confirmed.emit(names)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, colour(colours(self).line))
        painter.end()
