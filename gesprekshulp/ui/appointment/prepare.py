"""Voorbereiden: goal, expectations, agenda and what is sent, with the dossier beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import notes, preparation
from gesprekshulp.services.preparation import Preparation
from gesprekshulp.ui.appointment.dossier_panel import DossierPanel
from gesprekshulp.ui.appointment.prepare_agenda import AgendaEditor
from gesprekshulp.ui.appointment.prepare_bar import PrepareBar
from gesprekshulp.ui.appointment.prepare_expectations import Expectations
from gesprekshulp.ui.appointment.prepare_goal import Goal
from gesprekshulp.ui.appointment.prepare_rows import steady_margin
from gesprekshulp.ui.appointment.prepare_sendings import Sendings
from gesprekshulp.ui.appointment.step import Step
from gesprekshulp.ui.attachments.panel import AttachmentPanel
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.cards import Scroll, Separator
from gesprekshulp.ui.widgets.labels import Label

_WIDEST = 880


class PrepareStep(Step):
    """The second step. `panel` is the dossier, which the page puts at its right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self._found: Preparation | None = None
        self._saving = False
        self.panel = DossierPanel(desk)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.area = Scroll(margins=(32, 6, 32, 24))
        self.area.holder.setMaximumWidth(_WIDEST)
        steady_margin(self.area)
        column = self.area.column
        self.goal = Goal(desk)
        self.expectations = Expectations(desk)
        self.agenda = AgendaEditor(desk)
        self.sendings = Sendings(desk)
        for section in (self.goal, self.expectations, self.agenda, self.sendings):
            column.addWidget(section)
            column.addSpacing(16)
            section.saved.connect(self._saved)
        self._files_heading = Label("Stukken bij deze afspraak")
        column.addWidget(self._files_heading)
        column.addSpacing(4)
        self._files_place = QVBoxLayout()
        column.addLayout(self._files_place)
        self.files: AttachmentPanel | None = None
        column.addStretch(1)
        outer.addWidget(self.area, 1)
        outer.addWidget(Separator())
        self.bar = PrepareBar()
        self.bar.asked.connect(self.focus_on)
        self.bar.started.connect(self._start)
        outer.addWidget(self.bar)
        self.panel.report_read.connect(lambda _: self._saved())
        desk.changed.connect(self._others_wrote)

    # Coming and going

    def open(self, appointment_id: str, **where: object) -> None:
        """Show the preparation of this appointment; `focus` is the need to jump to."""
        if self._id != appointment_id:
            self.area.verticalScrollBar().setValue(0)
        self._id = AppointmentId(appointment_id)
        self._show()
        need = str(where.get("focus", "") or "")
        if need:
            # The page is laid out first, so that the jump knows where things are.
            QTimer.singleShot(0, self, lambda: self.focus_on(need))
        else:
            QTimer.singleShot(0, self, self.goal.goal.setFocus)

    def leave(self) -> None:
        """Save what is still being typed."""
        if self._id is not None:
            self.goal.flush()
            self.expectations.flush()
            self.agenda.flush()
            self.sendings.flush()

    # Showing

    def _show(self) -> None:
        if self._id is None:
            return
        desk = self._desk
        self._found = found = preparation.preparation(desk.archive, desk.clock, self._id)
        appointment = found.dossier.appointment
        self.goal.show_appointment(appointment)
        self.expectations.show_dossier(found.dossier)
        self.agenda.show_items(self._id, found.dossier.agenda, appointment.minutes)
        self.sendings.show_rows(self._id, found.sendings)
        self._show_files()
        self.bar.show_mark(found.dossier.readiness, appointment.status)
        self.panel.show_dossier(found.dossier)

    def _show_files(self) -> None:
        assert self._found is not None
        appointment = self._found.dossier.appointment
        owner = (OwnerKind.APPOINTMENT, str(appointment.id), appointment.client_id)
        if self.files is None:
            self.files = AttachmentPanel(self._desk, *owner)
            self._files_place.addWidget(self.files)
        elif not self._saving:
            self.files.set_owner(*owner)

    def _saved(self) -> None:
        """After a save of this page: everyone hears it, and the mark is made again."""
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

    def focus_on(self, need: str) -> None:
        """Go to what is missing: the value of a `Need`."""
        match need:
            case "doel":
                self._focus(self.goal.goal)
            case "deelnemers":
                self._desk.go(
                    "afspraak", appointment_id=self._id, step="plannen", focus="deelnemers"
                )
            case "verwachtingen":
                self._see(self.expectations.focus_first_open())
            case "vooraf sturen":
                self._see(self.sendings.focus_first_open())
            case "toezeggingen":
                if not self.panel.focus_on(need):
                    self._desk.go("toezeggingen", view="te laat")
            case _:
                self.panel.focus_on(need)

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._see(widget)

    def _see(self, widget: QWidget) -> None:
        self.area.ensureWidgetVisible(widget, 0, 60)

    def _start(self) -> None:
        if self._id is None or self._found is None:
            return
        self.leave()
        status = self._found.dossier.appointment.status
        if status in (AppointmentStatus.HELD, AppointmentStatus.DONE):
            self.finished.emit("verslag")
            return
        if status is AppointmentStatus.PLANNED:
            notes.start_talk(self._desk.archive, self._desk.clock, self._id)
            self._desk.wrote()
        self.finished.emit("gesprek")
