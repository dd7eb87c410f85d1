"""Who is at the table: the client's people, our own, and others, ticked or typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Participant, Side
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import planning
from gesprekshulp.services.planning import Planning
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import IconButton, LinkButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.form_dialog import CHOICE, Field, FormDialog
from gesprekshulp.ui.widgets.labels import ElidedLabel, Label, Muted

_SIDES = ((Side.CLIENT, "Van de klant"), (Side.US, "Van ons"), (Side.THIRD, "Iemand anders"))
_GROUPS = ((Side.CLIENT, "Klant"), (Side.US, "Wij"), (Side.THIRD, "Anderen"))


class PersonRow(QWidget):
    """One person with a tick; a pencil when there is something to edit."""

    ticked = Signal(bool)
    edit_asked = Signal()

    def __init__(
        self, name: str, about: str, *, there: bool, editable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 4, 8, 4)
        row.setSpacing(8)
        self.check = Check(name, checked=there)
        self.check.clicked.connect(lambda: self.ticked.emit(self.check.isChecked()))
        row.addWidget(self.check)
        row.addWidget(ElidedLabel(about, size=12, role="muted"), 1)
        if editable:
            edit = IconButton("potlood", f"{name} wijzigen", size=28, icon_size=16)
            edit.clicked.connect(self.edit_asked)
            row.addWidget(edit)
        self.setMinimumHeight(36)


class People(QWidget):
    """The section Aan tafel. `saved` is emitted after every change."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self.rows: dict[str, PersonRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label("Aan tafel"))
        head.addStretch(1)
        self.add_button = LinkButton("Iemand anders", icon="plus", small=True)
        self.add_button.clicked.connect(self.add_other)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self.card = Card()
        column.addWidget(self.card)

    def show_planning(self, found: Planning) -> None:
        """Show who could come and who does."""
        focused = next((key for key, row in self.rows.items() if row.check.hasFocus()), None)
        self._id = found.appointment.id
        self.card.clear()
        self.rows = {}
        linked = {p.person_id: p for p in found.participants if p.person_id}
        advisers = {p.adviser_id: p for p in found.participants if p.adviser_id}
        for side, words in _GROUPS:
            rows: list[PersonRow] = []
            if side is Side.CLIENT:
                for person in found.people:
                    decides = "beslist" if person.decides else ""
                    there = linked.get(person.id)
                    role = there.role if there and there.role else person.role
                    about = ", ".join(filter(None, (role, decides)))
                    rows.append(self._row(person.id, person.name, about, there))
            if side is Side.US:
                for adviser in found.advisers:
                    there = advisers.get(adviser.id)
                    rows.append(self._row(adviser.id, adviser.name, adviser.role, there))
            known = set(self.rows)
            rows += [
                self._row(p.id, p.name, ", ".join(filter(None, (p.role, p.email))), p)
                for p in found.participants
                if _group(p.side) is side and p.person_id not in known and p.adviser_id not in known
            ]
            self._add_group(words, rows)
        if not self.rows:
            self.card.body().addWidget(
                Muted("Kies een klant, dan staan de contactpersonen hier.", size=14)
            )
        if focused in self.rows:
            self.rows[focused].check.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> QWidget:
        """Go to the first person that can be ticked, or to where one is added."""
        for row in self.rows.values():
            row.check.setFocus(Qt.FocusReason.OtherFocusReason)
            return row
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.add_button

    def add_other(self) -> None:
        """Ask for somebody who is not in the archive."""
        values = FormDialog.ask(
            self, "Iemand anders aan tafel", _fields(), {"side": Side.CLIENT}, save="Toevoegen"
        )
        if values is None or self._id is None:
            return
        made = planning.add_other(self._desk.archive, self._id, **_person(values))
        more = " en staat bij de contactpersonen" if made.person_id else ""
        did(self._desk, f"{made.name} komt aan tafel{more}.")
        self.saved.emit()

    def _add_group(self, words: str, rows: list[PersonRow]) -> None:
        if not rows:
            return
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(12, 4, 4, 4)
        line.setSpacing(8)
        label = Muted(words)
        label.setFixedWidth(64)
        label.setContentsMargins(0, 10, 0, 0)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)
        line.addLayout(column, 1)
        self.card.add_row(holder)

    def _row(self, key: str, name: str, about: str, there: Participant | None) -> PersonRow:
        row = PersonRow(name, about, there=there is not None, editable=there is not None)
        row.ticked.connect(lambda on: self._tick(key, there, on=on))
        if there is not None:
            row.edit_asked.connect(lambda: self._edit(there))
        self.rows[key] = row
        return row

    def _tick(self, key: str, there: Participant | None, *, on: bool) -> None:
        if self._id is None:
            return
        archive = self._desk.archive
        if there is not None and not on:
            planning.remove_participant(archive, there.id)
            did(self._desk, f"{there.name} van tafel gehaald.")
        elif there is None and on:
            planning.invite(archive, self._id, key)
            self._desk.wrote()
        self.saved.emit()

    def _edit(self, there: Participant) -> None:
        values = FormDialog.ask(
            self,
            f"{there.name} wijzigen",
            _fields(),
            {"name": there.name, "role": there.role, "email": there.email, "side": there.side},
        )
        if values is None:
            return
        planning.change_participant(self._desk.archive, there.id, **_person(values))
        did(self._desk, f"{values['name']} gewijzigd.")
        self.saved.emit()


def _fields() -> tuple[Field, ...]:
    return (
        Field("name", "Naam", required="Geef een naam op."),
        Field("role", "Functie of rol", half=True),
        Field("side", "Hoort bij", CHOICE, options=_SIDES, half=True),
        Field("email", "E-mail"),
    )


def _person(values: dict[str, Any]) -> dict[str, Any]:
    return {
        **{key: values[key] for key in ("name", "email", "role")},
        "side": Side(values["side"]),
    }


def _group(side: Side) -> Side:
    return side if side in (Side.CLIENT, Side.US) else Side.THIRD
