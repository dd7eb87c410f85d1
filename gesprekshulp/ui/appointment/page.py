"""The appointment page: its head, and the five steps, each made when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services.standing import STEPS, Standing, standing
from gesprekshulp.ui.appointment.header import CompactHeader, FullHeader, make_menu
from gesprekshulp.ui.appointment.step import Step
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Chrome, Page
from gesprekshulp.ui.widgets.after_paint import after_paint
from gesprekshulp.ui.widgets.cards import Separator
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn
from gesprekshulp.ui.widgets.fields import CLIENT

if TYPE_CHECKING:
    from gesprekshulp.ui.attachments.keeping import FileOwner

_STEPS = {
    "plannen": ("plan", "PlanStep"),
    "voorbereiden": ("prepare", "PrepareStep"),
    "gesprek": ("talk", "TalkStep"),
    "verslag": ("report", "ReportStep"),
    "nazorg": ("aftercare", "AftercareStep"),
}
_PANEL_LEAST, _PANEL_MOST = 320, 420


def _load_recogniser() -> None:
    from gesprekshulp.language import commitments

    commitments.warm_up()


class AppointmentPage(Page):
    """One appointment, from plan to aftercare."""

    title = "Afspraak"
    entry = "agenda"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self._step = ""
        self._found: Standing | None = None
        self._steps: dict[str, Step] = {}
        self._gone: EmptyPage | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = FullHeader()
        self.compact = CompactHeader()
        column.addWidget(self.header)
        column.addWidget(self.compact)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        row.addWidget(self._main, 1)
        self._line = Separator(vertical=True)
        row.addWidget(self._line)
        self._side = QStackedWidget()
        row.addWidget(self._side)
        # Until a step with a panel is open; a page that is made shows no empty strip.
        self._side.hide()
        self._line.hide()
        for head in (self.header, self.compact):
            head.step_asked.connect(self.go_step)
        self.header.agenda_asked.connect(lambda: desk.go("agenda"))
        self.header.client_asked.connect(self._go_client)
        self.header.menu_asked.connect(self._menu)
        desk.changed.connect(self._others_wrote)

    # Coming and going

    def open(self, **where: object) -> None:
        id = AppointmentId(str(where.get("appointment_id") or self._id or ""))
        try:
            self._found = standing(self._desk.archive, self._desk.clock, id)
        except NotFound:
            self._show_gone()
            return
        if self._id is None:
            # Who opens an appointment will take notes in it: the first key is not to wait for this.
            after_paint(self, lambda: self._desk.background.run(_load_recogniser))
        self._id = id
        self.setProperty(CLIENT, self._found.client.id if self._found.client else "")
        asked = str(where.get("step") or "")
        self._step = name = asked if asked in STEPS else self._found.next_step
        step = self.step(name)
        self.chrome = step.chrome
        self.title = self._found.appointment.title
        self._main.show()
        if self._gone is not None:
            self._gone.hide()
        self._show_head()
        step.open(id, focus=str(where.get("focus") or ""))
        self._stack.setCurrentWidget(step)
        self._show_side(step)

    def place(self) -> dict[str, str]:
        return {"appointment_id": self._id or "", "step": self._step, "focus": ""}

    def keeps_for(self) -> FileOwner | None:
        if self._id is None or self._found is None:
            return None
        from gesprekshulp.ui.attachments.keeping import FileOwner

        return FileOwner(OwnerKind.APPOINTMENT, self._id, self._found.appointment.client_id)

    def leave(self) -> None:
        if (step := self._steps.get(self._step)) is not None:
            step.leave()

    def step(self, name: str) -> Step:
        """One of the five steps by name; made now when it was not opened before."""
        if name not in self._steps:
            module, kind = _STEPS[name]
            made: Step = getattr(import_module(f"gesprekshulp.ui.appointment.{module}"), kind)(
                self._desk
            )
            made.finished.connect(self.go_step)
            self._steps[name] = made
            self._stack.addWidget(made)
            panel = getattr(made, "panel", None)
            if name == "voorbereiden" and isinstance(panel, QWidget):
                self._side.addWidget(panel)
        return self._steps[name]

    def go_step(self, name: str) -> None:
        """Open another step of the same appointment."""
        if name in STEPS:
            self._desk.go("afspraak", appointment_id=self._id, step=name)

    # Showing

    def _show_head(self) -> None:
        if self._found is None:
            return
        chrome = self.step(self._step).chrome
        today = self._desk.today()
        self.header.setVisible(chrome is Chrome.SIDEBAR)
        self.compact.setVisible(chrome is Chrome.RAIL)
        if chrome is Chrome.SIDEBAR:
            self.header.show_standing(self._found, self._step, today)
        elif chrome is Chrome.RAIL:
            self.compact.show_standing(self._found, self._step, today)
            # A step's own `actions` are its buttons; a plain widget's are menu actions.
            buttons: list[object] = list(self.step(self._step).actions())
            self.compact.set_actions([b for b in buttons if isinstance(b, QWidget)])

    def _show_side(self, step: Step) -> None:
        has_panel = self._step == "voorbereiden" and self._side.count() > 0
        self._side.setVisible(has_panel)
        self._line.setVisible(has_panel)
        self._fit_side()

    def _fit_side(self) -> None:
        wide = min(_PANEL_MOST, max(_PANEL_LEAST, round(self.width() * 0.351)))
        self._side.setFixedWidth(wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side()

    def _show_gone(self) -> None:
        """The appointment was removed, here or by an undo; the page says so."""
        self._id = None
        self._step = ""
        self._found = None
        self.chrome = Chrome.SIDEBAR
        self._main.hide()
        self._side.hide()
        self._line.hide()
        if self._gone is None:
            self._gone = EmptyPage(
                "Deze afspraak is er niet meer",
                "Misschien is die verwijderd. In de agenda staan alle afspraken.",
                (
                    WayOn(
                        "agenda",
                        "Naar de agenda",
                        "Alle afspraken, per week of als lijst.",
                        "Agenda openen",
                        lambda: self._desk.go("agenda"),
                    ),
                ),
            )
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._gone)
        self._gone.show()

    def _others_wrote(self) -> None:
        """The head follows every change: the steps that are done, the time, the client."""
        if self._id is None or not self.isVisible():
            return
        try:
            self._found = standing(self._desk.archive, self._desk.clock, self._id)
        except NotFound:
            self._show_gone()
            return
        self._show_head()

    # Doing

    def _go_client(self) -> None:
        if self._found is not None and self._found.client is not None:
            self._desk.go("klant", client_id=self._found.client.id)
        else:
            self.go_step("plannen")

    def _menu(self, at: QPoint) -> None:
        if self._found is None:
            return
        menu, actions = make_menu(self, self._found)
        chosen = menu.exec(at)
        name = next((key for key, action in actions.items() if action is chosen), "")
        menu.deleteLater()
        if chosen is not None:
            self.act(name)

    def act(self, name: str) -> None:
        """Do what a line of the menu says: verzetten, verwijderen, word, pdf, afdrukken ..."""
        from gesprekshulp.ui.agenda import dialogs
        from gesprekshulp.ui.appointment import dossier_out

        if self._id is None:
            return
        match name:
            case "verzetten":
                dialogs.move_appointment(self._desk, self, self._id)
            case "afzeggen":
                dialogs.cancel_appointment(self._desk, self, self._id)
            case "verwijderen":
                removed = self._id
                self._desk.go("agenda")
                dialogs.remove_appointment(self._desk, removed)
            case "word":
                dossier_out.export_dossier(self._desk, self, self._id)
            case "pdf":
                dossier_out.export_pdf(self._desk, self, self._id)
            case "bekijken":
                dossier_out.look_at_dossier(self._desk, self, self._id)
            case "afdrukken":
                dossier_out.print_dossier(self._desk, self, self._id)
            case _:
                pass
