"""The bar under the preparation: what is still to be done, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.readiness import Missing, Readiness
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.buttons import LinkButton, PrimaryButton
from gesprekshulp.ui.widgets.labels import IconLabel, Text

_GAP = 14
_REST = 62
"""The width of "en nog 2"."""
_ON = {
    AppointmentStatus.PLANNED: "Gesprek starten",
    AppointmentStatus.IN_PROGRESS: "Verder met het gesprek",
    AppointmentStatus.HELD: "Naar het verslag",
    AppointmentStatus.DONE: "Naar het verslag",
}


def short_action(item: Missing) -> str:
    """What a link says: "Joris navragen", where a page without the section says more."""
    words = item.action.removeprefix("Verwachting van ")
    return words[:1].upper() + words[1:]


class ToDo(QWidget):
    """As many links as fit beside each other; the rest behind "en nog 2"."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[LinkButton] = []
        self._missing: tuple[Missing, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rest = LinkButton("", self)
        self._rest.clicked.connect(self._show_rest)

    def show_missing(self, missing: tuple[Missing, ...]) -> None:
        """Show what is missing."""
        if missing == self._missing and len(self.buttons) == len(missing):
            return
        self._missing = missing
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for item in missing:
            button = LinkButton(short_action(item), self)
            button.clicked.connect(lambda _=False, need=item.need.value: self.asked.emit(need))
            self.buttons.append(button)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(200, 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        wides = [button.sizeHint().width() for button in self.buttons]
        fitting = self._fitting(wides)
        shown = sum(fitting)
        x = 0
        for button, wide, fits in zip(self.buttons, wides, fitting, strict=True):
            button.setVisible(fits)
            if fits:
                button.setGeometry(x, 0, wide, 20)
                x += wide + _GAP
        left = len(self.buttons) - shown
        self._rest.setVisible(left > 0)
        alone = "1 ding" if left == 1 else f"{left} dingen"
        self._rest.set_label(f"en nog {left}" if shown else alone)
        self._rest.setGeometry(x, 0, self._rest.sizeHint().width(), 20)

    def _fitting(self, wides: list[int]) -> list[bool]:
        """Which links are shown: all, or those that leave room for "en nog 2"."""
        total = sum(wides) + _GAP * max(0, len(wides) - 1)
        if total <= self.width():
            return [True] * len(wides)
        room = self.width() - _REST
        fitting: list[bool] = []
        for wide in wides:
            fits = wide + _GAP <= room
            fitting.append(fits)
            room -= wide + _GAP if fits else 0
        return fitting

    def _show_rest(self) -> None:
        menu = QMenu(self)
        for button, item in zip(self.buttons, self._missing, strict=True):
            if button.isHidden():
                menu.addAction(
                    short_action(item), lambda need=item.need.value: self.asked.emit(need)
                )
        menu.exec(self._rest.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))
        menu.deleteLater()


class PrepareBar(QWidget):
    """ "Nog te doen: Joris navragen" and Gesprek starten. `asked` gives a need."""

    asked = Signal(str)
    started = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "surface")
        self.setFixedHeight(SIZE.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(12)
        self._icon = IconLabel("cirkel-deel", role="text")
        self.words = Text()
        self.to_do = ToDo()
        self.start_button = PrimaryButton("Gesprek starten")
        row.addWidget(self._icon)
        row.addWidget(self.words)
        row.addWidget(self.to_do, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.start_button)
        self.to_do.asked.connect(self.asked)
        self.start_button.clicked.connect(self.started)

    def show_mark(self, mark: Readiness, status: AppointmentStatus) -> None:
        """Show what is missing of an appointment, and what comes next."""
        if status is AppointmentStatus.CANCELLED:
            self._icon.set_icon("kruis", "muted")
            self.words.setText("Deze afspraak is afgezegd.")
            self.to_do.show_missing(())
            self.start_button.hide()
            return
        ready = mark.is_ready
        self._icon.set_icon(
            "vink-cirkel" if ready else "cirkel-deel", "accent" if ready else "text"
        )
        self.words.setText("Voorbereid" if ready else "Nog te doen:")
        self.to_do.show_missing(mark.missing)
        self.start_button.setVisible(status in _ON)
        if status in _ON:
            self.start_button.set_label(_ON[status])
