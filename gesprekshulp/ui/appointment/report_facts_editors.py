"""The editors of the facts of a talk: its title, place and people, and what became of the goal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gesprekshulp.domain.appointment import GoalReached, Participant
from gesprekshulp.domain.remark import ROW_GOAL_NOTE, ROW_PLACE, ROW_TITLE
from gesprekshulp.domain.report_document import name_of
from gesprekshulp.ui.appointment.report_editor import PartEditor
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.fields import TextArea, TextField
from gesprekshulp.ui.widgets.labels import Label, Muted
from gesprekshulp.ui.widgets.segments import Segments


class FactsEditor(PartEditor):
    """Title, place, and who was there."""

    titled = Signal(str)
    placed = Signal(str)
    present = Signal(str, bool)

    def build(self) -> None:
        view = self.view
        self.column.addWidget(Label("Titel"))
        self.title = TextField(view.report.title, name="Titel van het verslag")
        self.title.editingFinished.connect(self._give_title)
        self.column.addWidget(self.title)
        self.column.addWidget(Label("Plaats"))
        self.place = TextField(
            view.sources.appointment.place,
            name="Plaats",
            placeholder=view.document.place,
            spelled=False,
        )
        self.place.editingFinished.connect(self._give_place)
        self.column.addWidget(self.place)
        self._kept_title, self._kept_place = self.title.text(), self.place.text()
        people = view.sources.participants
        self.checks: list[Check] = []
        if people:
            self.column.addWidget(Label("Aanwezig"))
        for person in people:
            self.column.addWidget(self._person(person))

    def field(self, row: str) -> TextArea | TextField | None:
        return {ROW_TITLE: self.title, ROW_PLACE: self.place}.get(row) or super().field(row)

    def focus(self) -> None:
        self.title.setFocus()

    def flush(self) -> None:
        super().flush()
        self._give_title()
        self._give_place()

    def _person(self, person: Participant) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        check = Check(name_of(person), checked=person.present is not False)
        check.clicked.connect(lambda on, id=person.id: self.present.emit(id, on))
        self.checks.append(check)
        row.addWidget(check)
        if person.present is None:
            row.addWidget(Muted("nog niet nagekeken"))
        row.addStretch(1)
        return holder

    def _give_title(self) -> None:
        title = self.title.text().strip()
        if title and title != self._kept_title:
            self._kept_title = title
            self.titled.emit(title)

    def _give_place(self) -> None:
        if self.place.text().strip() != self._kept_place.strip():
            self._kept_place = self.place.text()
            self.placed.emit(self._kept_place)


class GoalEditor(PartEditor):
    """The goal in words, and whether it was reached."""

    answered = Signal(object, str)

    def build(self) -> None:
        talk = self.view.sources.appointment
        self.column.addWidget(Label("Doel bereikt?"))
        self.reached = Segments(
            [
                ("", "Nog open"),
                *((value.value, value.value.capitalize()) for value in GoalReached),
            ],
            name="Doel bereikt?",
        )
        self.reached.set_value(talk.goal_reached.value if talk.goal_reached else "")
        self.reached.changed.connect(lambda _: self._answer())
        self.column.addWidget(self.reached)
        self.note = TextField(
            talk.goal_note, placeholder="toelichting voor de klant", name="Toelichting"
        )
        self.note.editingFinished.connect(self._answer)
        self._answer_kept = (talk.goal_reached, talk.goal_note)
        self.column.addWidget(self.note)
        self.column.addWidget(Label("Doel in woorden"))

    def field(self, row: str) -> TextArea | TextField | None:
        return self.note if row == ROW_GOAL_NOTE else super().field(row)

    def flush(self) -> None:
        super().flush()
        self._answer()

    def _answer(self) -> None:
        value = self.reached.value()
        answer = (GoalReached(value) if value else None, self.note.text().strip())
        if answer != self._answer_kept:
            self._answer_kept = answer
            self.answered.emit(*answer)
