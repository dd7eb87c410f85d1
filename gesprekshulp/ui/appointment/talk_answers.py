"""Saying ja, ja, mits or nee, omdat to a promise while it is noted in a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import LineId
from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services import notes, yes_brake
from gesprekshulp.services.line_promises import Reading
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.yes_brake.panel import YesBrake, add_keys

if TYPE_CHECKING:
    from gesprekshulp.ui.appointment.talk_lines import TalkLines
    from gesprekshulp.ui.appointment.talk_promising import PromiseHelp

NO_CLIENT = "Kies eerst de klant van de afspraak, bij Plannen. Dan kan dit in de besluiten."


class PromiseAnswers(QObject):
    """The yes-brakes in the two boxes under lines: what they show, and what an answer does."""

    def __init__(self, desk: Desk, lines: TalkLines, help: PromiseHelp) -> None:
        super().__init__(help)
        self._desk = desk
        self._lines = lines
        self._help = help
        suggestion, vague = help.suggestion, help.vague
        suggestion.brake.answered.connect(self._answer_suggestion)
        vague.brake.answered.connect(self._answer_vague)
        for box in (suggestion, vague):
            box.brake.resized.connect(lambda box=box: self._fit(box))
            box.brake.left.connect(lambda: lines.editor.setFocus())
        vague.resized.connect(lambda: self._fit(vague))
        add_keys(lines, self._current)

    def weigh(self, line_id: LineId, reading: Reading) -> None:
        """Show what the week of a suggested promise of ours holds; read in the background."""
        brake = self._help.suggestion.brake
        ours = reading.side in (Side.US, Side.BOTH)
        made = self._lines.registers.commitments.get(line_id)
        brake.set_day(reading.due if ours else None, "", made.id if made else None)

    def _fit(self, box: QWidget) -> None:
        if not box.isVisible():
            return
        layout = box.layout()
        if layout is not None:
            # Otherwise the box still says the height that it had.
            layout.activate()
        self._lines.canvas.arrange()
        self._lines.show_current()

    def _current(self) -> YesBrake | None:
        """The brake that the keys are for: where the focus is, else the one under the line."""
        vague, suggestion = self._help.vague, self._help.suggestion
        if vague.isVisible() and vague.has_focus() and vague.brake.isVisible():
            return vague.brake
        if suggestion.isVisible() and suggestion.brake.isVisible():
            return suggestion.brake
        return vague.brake if vague.isVisible() and vague.brake.isVisible() else None

    def _answer_suggestion(self, given: Answer, words: str) -> None:
        document = self._lines.document
        if document is None:
            return
        line_id = document.line.id
        self._lines.editor.setFocus()
        self._help.take()
        self._decide(line_id, given, words)

    def _answer_vague(self, given: Answer, words: str) -> None:
        line_id = self._help.vague.line_id
        self._help.vague.tell()
        self._help.go_on_typing()
        if line_id is not None:
            self._decide(line_id, given, words)

    def _decide(self, line_id: LineId, given: Answer, words: str) -> None:
        document = self._lines.document
        if given is Answer.YES or document is None:
            return
        self._lines.save()
        promise = self._lines.registers.commitments.get(line_id)
        if promise is None:
            self._desk.error(NO_CLIENT)
            return
        try:
            yes_brake.answer(self._desk.archive, self._desk.clock, promise, given, words)
        except UserError as error:
            self._desk.error(error.sentence)
            return
        # The answer has a line of its own in the archive by now, and so it gets on the page.
        talk = notes.talk(self._desk.archive, document.line.appointment_id)
        document.take_in(talk.lines)
        self._lines.take_registers(talk.registers)
        self._lines.refresh()
        did(self._desk, "Genoteerd bij de besluiten.")
