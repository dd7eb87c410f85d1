"""Plannen: client, assignment, subject, kind, place, time and people of an appointment."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import (
    AppointmentKind,
    AppointmentStatus,
    ChangeKind,
    Side,
)
from gesprekshulp.domain.dutch_dates import clock, local_day, short_day
from gesprekshulp.domain.ids import AppointmentId, AssignmentId, ClientId
from gesprekshulp.services import planning
from gesprekshulp.services.planning import Planning
from gesprekshulp.ui.agenda.dialogs import KINDS
from gesprekshulp.ui.appointment.client_picker import ClientPicker
from gesprekshulp.ui.appointment.header import SIDE_WORDS
from gesprekshulp.ui.appointment.plan_people import People
from gesprekshulp.ui.appointment.plan_when import When
from gesprekshulp.ui.appointment.prepare_rows import steady_margin
from gesprekshulp.ui.appointment.step import Step
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import LinkButton, PrimaryButton
from gesprekshulp.ui.widgets.cards import Scroll, Separator, clear_layout
from gesprekshulp.ui.widgets.fields import ComboField, LabelledField, TextField
from gesprekshulp.ui.widgets.labels import CopyableText, IconLabel, Label, Muted, Text

_SAVE_MS = 500
_WIDEST = 784
_NONE = (None, "Geen opdracht")


class PlanStep(Step):
    """The first step."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self._found: Planning | None = None
        self._saving = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.area = Scroll(margins=(32, 6, 32, 24))
        self.area.holder.setMaximumWidth(_WIDEST)
        steady_margin(self.area)
        outer.addWidget(self.area, 1)
        outer.addWidget(Separator())
        outer.addWidget(self._make_bar())
        self._build(self.area.column)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_SAVE_MS)
        self._typing.timeout.connect(self.flush)
        self.subject.textEdited.connect(lambda _: self._typing.start())
        self.place.textEdited.connect(lambda _: self._typing.start())
        desk.changed.connect(self._others_wrote)

    def _build(self, column: QVBoxLayout) -> None:
        self.picker = ClientPicker(self._desk)
        self.picker.chosen.connect(self._choose_client)
        self.picker.new_asked.connect(self._new_client)
        self.assignment = ComboField((_NONE,), name="Opdracht")
        self.assignment.activated.connect(lambda _: self._choose_assignment())
        self.subject = TextField(name="Onderwerp", placeholder="waar gaat het gesprek over?")
        self.kind = ComboField(KINDS, name="Soort")
        self.kind.activated.connect(lambda _: self._choose_kind())
        self.place = TextField(
            name="Plaats", placeholder="straat en plaats, of een kamer", spelled=False
        )
        self.when = When(self._desk)
        self.when.saved.connect(self._saved)
        self.people = People(self._desk)
        self.people.saved.connect(self._saved)
        self.address_button = LinkButton("", icon="plaats", small=True)
        self.address_button.clicked.connect(self._take_address)
        self._assignment = LabelledField("Opdracht", self.assignment)
        place = QVBoxLayout()
        place.setSpacing(4)
        place.addWidget(LabelledField("Plaats", self.place))
        place.addWidget(self.address_button)
        for row in (
            _pair(LabelledField("Klant", self.picker), self._assignment),
            LabelledField("Onderwerp", self.subject),
            _pair(LabelledField("Soort", self.kind), _held(place)),
            self.when,
            self.people,
        ):
            column.addWidget(row)
            column.addSpacing(16)
        self._more = QVBoxLayout()
        self._more.setSpacing(4)
        column.addLayout(self._more)
        column.addStretch(1)

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        set_surface(bar, "surface")
        bar.setFixedHeight(SIZE.bar)
        row = QHBoxLayout(bar)
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(12)
        self._mark = IconLabel("cirkel-deel", role="text")
        self.words = Text()
        self.on_button = PrimaryButton("Voorbereiden")
        self.on_button.clicked.connect(self._go_on)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.on_button)
        return bar

    # Coming and going

    def open(self, appointment_id: str, **where: object) -> None:
        """Show the plan of this appointment; `focus` "deelnemers" goes to the people."""
        self._id = AppointmentId(appointment_id)
        self._found = None
        self.picker.refresh()
        self._show()
        focus = str(where.get("focus") or "")
        if focus == "deelnemers":
            QTimer.singleShot(0, self, self._focus_people)
        elif self._found is not None and self._found.client is None:
            QTimer.singleShot(0, self, self.picker.setFocus)

    def leave(self) -> None:
        """Save what is still being typed."""
        self.flush()

    def flush(self) -> None:
        """Keep subject and place as they are typed."""
        self._typing.stop()
        if self._id is None or self._found is None:
            return
        before = self._found.appointment
        after = planning.set_words(
            self._desk.archive, self._id, self.subject.text(), self.place.text()
        )
        if after != before:
            self._saved()

    def _focus_people(self) -> None:
        self.area.ensureWidgetVisible(self.people.focus_first(), 0, 60)

    # Showing

    def _show(self) -> None:
        if self._id is None:
            return
        before, found = self._found, planning.planning(self._desk.archive, self._id)
        self._found = found
        if found == before:
            return
        appointment, client = found.appointment, found.client
        if not self.picker.is_unknown():
            self.picker.set_client(appointment.client_id, client.name if client else "")
        options = [_NONE, *((item.id, item.title) for item in found.assignments)]
        self.assignment.set_options(options)
        self.assignment.set_value(appointment.assignment_id)
        self._assignment.setVisible(bool(found.assignments))
        self.kind.set_value(appointment.kind)
        if not self._typing.isActive():
            for field, text in ((self.subject, appointment.title), (self.place, appointment.place)):
                if field.text().strip() != text:
                    field.setText(text)
                    field.setCursorPosition(0)
        self._show_address()
        self.when.show_appointment(appointment)
        self.people.show_planning(found)
        self._show_more(found)
        self._show_mark(found)

    def _show_address(self) -> None:
        assert self._found is not None
        client = self._found.client
        address = client.address if client else ""
        visit = self._found.appointment.kind is AppointmentKind.VISIT
        street = client.street.casefold() if client else ""
        there = bool(street) and street in self.place.text().casefold()
        offered = visit and bool(address) and not there and self.place.text().strip() != address
        self.address_button.set_label(address)
        self.address_button.setAccessibleName(f"Adres van de klant invullen: {address}")
        self.address_button.setVisible(offered)

    def _show_more(self, found: Planning) -> None:
        """How often it was moved and why, and what stood in the invitation."""
        clear_layout(self._more)
        today = self._desk.today()
        if found.changes:
            self._more.addWidget(Label("Eerder gewijzigd"))
        for change in found.changes:
            who = SIDE_WORDS[change.by.value] + (f" ({change.who})" if change.who else "")
            day = short_day(local_day(change.at), today)
            words = f"{day}: {change.kind.value} door {who}"
            if change.kind is ChangeKind.MOVED and change.from_start and change.to_start:
                old, new = change.from_start, change.to_start
                words += (
                    f", van {short_day(local_day(old), today)} {clock(old)}"
                    f" naar {short_day(local_day(new), today)} {clock(new)}"
                )
            if change.reason:
                words += f". {change.reason}"
            self._more.addWidget(Muted(words, size=14, wrap=True))
        if found.appointment.description.strip():
            if found.changes:
                self._more.addSpacing(12)
            self._more.addWidget(Label("Uit de uitnodiging"))
            self._more.addWidget(CopyableText(found.appointment.description.strip(), role="muted"))

    def _show_mark(self, found: Planning) -> None:
        lacks: list[str] = []
        if found.client is None:
            lacks.append("een klant")
        if not any(person.side is not Side.US for person in found.participants):
            lacks.append("wie er komt")
        words = f"Nog te kiezen: {' en '.join(lacks)}" if lacks else "De afspraak staat."
        self._mark.set_icon(
            "cirkel-deel" if lacks else "vink-cirkel", "text" if lacks else "accent"
        )
        if found.appointment.status is AppointmentStatus.CANCELLED:
            words = "Deze afspraak is afgezegd."
            self._mark.set_icon("kruis", "muted")
        self.words.setText(words)

    def _saved(self) -> None:
        self._saving = True
        try:
            self._show()
            self._desk.wrote()
        finally:
            self._saving = False

    def _others_wrote(self) -> None:
        if not self._saving and self.isVisible():
            self._show()

    # Doing

    def _go_on(self) -> None:
        self.flush()
        self.finished.emit("voorbereiden")

    def _choose_client(self, client_id: str) -> None:
        if self._id is None:
            return
        self.flush()
        planning.choose_client(self._desk.archive, self._id, ClientId(client_id))
        did(self._desk, "Klant gekozen.")
        self._saved()

    def _new_client(self, name: str) -> None:
        if self._id is None:
            return
        self.flush()
        client = planning.new_client(self._desk.archive, self._id, name)
        self.picker.refresh()
        self.picker.set_client(client.id, client.name)
        did(self._desk, f"“{client.name}” is een nieuwe klant.")
        self._saved()

    def _choose_assignment(self) -> None:
        if self._id is None or self._found is None:
            return
        value = self.assignment.value()
        if value != self._found.appointment.assignment_id:
            chosen = AssignmentId(value) if isinstance(value, str) else None
            planning.set_assignment(self._desk.archive, self._id, chosen)
            did(self._desk, "Opdracht gekozen." if chosen else "Opdracht losgemaakt.")
            self._saved()

    def _choose_kind(self) -> None:
        value = self.kind.value()
        if self._id is None or self._found is None or not isinstance(value, str):
            return
        if value != self._found.appointment.kind:
            self.flush()
            planning.set_kind(self._desk.archive, self._id, AppointmentKind(value))
            did(self._desk, "Soort afspraak gewijzigd.")
            self._saved()

    def _take_address(self) -> None:
        if self._found is not None and self._found.client is not None:
            self.place.setText(self._found.client.address)
            self.flush()


def _pair(left: QWidget, right: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return holder


def _held(layout: QVBoxLayout) -> QWidget:
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder
