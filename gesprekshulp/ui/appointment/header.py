"""The head of the appointment page: where it is, what it is, and the five steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.dutch_dates import echo, local_day
from gesprekshulp.services.standing import STEPS, Standing
from gesprekshulp.ui.appointment_words import day_words, place_words, time_words
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.buttons import IconButton, LinkButton
from gesprekshulp.ui.widgets.cards import Card, Separator
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel, Text, Title
from gesprekshulp.ui.widgets.stepper import Stepper

SIDE_WORDS = {"wij": "ons", "klant": "de klant", "beiden": "beide kanten", "derde": "een derde"}


class FullHeader(QWidget):
    """Crumbs, title, when and where, and the steps."""

    step_asked = Signal(str)
    agenda_asked = Signal()
    client_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 0)
        column.setSpacing(0)
        crumbs = QHBoxLayout()
        crumbs.setSpacing(6)
        self.agenda = LinkButton("Agenda", small=True)
        self.client = LinkButton("", small=True, elide=True)
        self._chevron = IconLabel("rechts", size=12)
        crumbs.addWidget(self.agenda)
        crumbs.addWidget(self._chevron)
        crumbs.addWidget(self.client)
        crumbs.addStretch(1)
        column.addLayout(crumbs)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Title(wrap=True)
        self.about = ElidedLabel(role="muted")
        words.addWidget(self.title)
        words.addWidget(self.about)
        row.addLayout(words, 1)
        self.more = IconButton("meer", "Meer: verzetten, afzeggen, afdrukken")
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addSpacing(4)
        self.cancelled = _CancelledNote()
        self.cancelled.hide()
        column.addWidget(self.cancelled)
        column.addSpacing(14)
        self.stepper = Stepper()
        column.addWidget(self.stepper)
        column.addSpacing(8)
        self.agenda.clicked.connect(self.agenda_asked)
        self.client.clicked.connect(self.client_asked)
        self.more.clicked.connect(self._ask_menu)
        self.stepper.clicked.connect(lambda index: self.step_asked.emit(STEPS[index]))

    def show_standing(self, found: Standing, step: str, today: date) -> None:
        """Show this appointment at this step."""
        appointment = found.appointment
        self.title.setText(appointment.title)
        self.client.set_label(found.client.name if found.client else "Nog geen klant")
        parts = [day_words(appointment, today), time_words(appointment)]
        parts.append(appointment.place.strip() or place_words(appointment))
        if found.moves:
            parts.append(f"{found.moves} keer verzet")
        self.about.setText(" · ".join(parts))
        show_steps(self.stepper, found, step)
        self.cancelled.show_standing(found, today)

    def _ask_menu(self) -> None:
        self.menu_asked.emit(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))


class CompactHeader(QWidget):
    """Client, title and day on one line, what can be done on the right, and the steps."""

    step_asked = Signal(str)
    client_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(24, 16, 24, 0)
        row.setSpacing(12)
        self.client = ElidedLabel(size=18, weight=600)
        self.about = ElidedLabel(role="muted")
        self.client.setMinimumHeight(32)
        row.addWidget(self.client)
        row.addWidget(self.about, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(12)
        row.addLayout(self._actions)
        column.addLayout(row)
        column.addSpacing(18)
        self.stepper = Stepper()
        steps = QHBoxLayout()
        steps.setContentsMargins(24, 0, 24, 0)
        steps.addWidget(self.stepper)
        # The five steps keep together on a wide screen.
        self.stepper.setMaximumWidth(690)
        steps.addStretch(1)
        column.addLayout(steps)
        column.addSpacing(17)
        column.addWidget(Separator())
        self.stepper.clicked.connect(lambda index: self.step_asked.emit(STEPS[index]))

    def show_standing(self, found: Standing, step: str, today: date) -> None:
        """Show this appointment at this step."""
        self.client.setText(found.client.name if found.client else "Nog geen klant")
        title = found.appointment.title
        self.about.setText(f"{title} · {day_words(found.appointment, today)}")
        show_steps(self.stepper, found, step)

    def set_actions(self, buttons: Sequence[QWidget]) -> None:
        """Put the buttons of a step at the right; it keeps them, whether shown or not."""
        while (item := self._actions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget not in buttons:
                widget.setParent(None)
        for button in buttons:
            self._actions.addWidget(button)


class _CancelledNote(Card):
    """Who called the appointment off, when and why."""

    def __init__(self) -> None:
        super().__init__(fill="sunken")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("kruis", size=16), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Text(wrap=True)
        row.addWidget(self.words, 1)
        self.body((12, 8, 12, 8)).addLayout(row)

    def show_standing(self, found: Standing, today: date) -> None:
        off = found.appointment.status is AppointmentStatus.CANCELLED
        self.setVisible(off)
        if not off:
            return
        change = found.cancelled
        if change is None:
            self.words.setText("Deze afspraak is afgezegd.")
            return
        who = SIDE_WORDS[change.by.value] + (f" ({change.who})" if change.who else "")
        day = echo(local_day(change.at), today)
        reason = change.reason.rstrip(".")
        self.words.setText(f"Afgezegd door {who} op {day}: {reason}.")


def show_steps(stepper: Stepper, found: Standing, step: str) -> None:
    """Show which step is open and which are done."""
    done = [index for index, name in enumerate(STEPS) if name in found.done]
    stepper.set_steps(STEPS.index(step), done)


def make_menu(parent: QWidget, found: Standing) -> tuple[QMenu, dict[str, object]]:
    """The menu behind "...": gives the menu and which action stands for what."""
    menu = QMenu(parent)
    actions: dict[str, object] = {}
    if found.appointment.is_open:
        actions["verzetten"] = menu.addAction("Verzetten …")
        actions["afzeggen"] = menu.addAction("Afzeggen …")
    actions["verwijderen"] = menu.addAction("Verwijderen")
    menu.addSeparator()
    actions["word"] = menu.addAction("Dossier als Word …")
    actions["pdf"] = menu.addAction("Dossier als PDF …")
    actions["bekijken"] = menu.addAction("Dossier bekijken op papier …")
    actions["afdrukken"] = menu.addAction("Dossier afdrukken …")
    return menu, actions
