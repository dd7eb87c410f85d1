"""Help with promises while lines are typed: suggesting them, and asking who, what and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import LineId
from gesprekshulp.domain.note import LineKind
from gesprekshulp.services import notes
from gesprekshulp.services.line_promises import Reading
from gesprekshulp.services.line_registers import Registers
from gesprekshulp.ui.appointment.talk_answers import PromiseAnswers
from gesprekshulp.ui.appointment.talk_boxes import Filled, SuggestionBox, VagueBox
from gesprekshulp.ui.appointment.talk_offered import LONGEST, SHORTEST, OfferedPromises
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.context import Desk

if TYPE_CHECKING:
    from gesprekshulp.ui.appointment.talk_lines import TalkLines

SUGGEST_MS = 120
"""After the last key, so that no key waits for the reading."""


class PromiseHelp(QObject):
    """The two boxes under lines, and what their keys do. Reading Dutch never holds up a key."""

    def __init__(self, desk: Desk, lines: TalkLines) -> None:
        super().__init__(lines)
        self._desk = desk
        self._lines = lines
        self._suggested: tuple[LineId, Reading, int] | None = None
        self._accepted: set[LineId] = set()
        self._asked: LineId | None = None
        self._correcting = False
        self._reading: Job | None = None
        self._back_to: LineId | None = None
        self.offered = OfferedPromises(desk, lines)
        self.offered.changed.connect(lines.refresh_looks)
        self.suggestion = SuggestionBox(desk, lines.canvas)
        self.vague = VagueBox(desk, lines.canvas)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SUGGEST_MS)
        self._timer.timeout.connect(self.suggest)
        self.suggestion.taken.connect(self.take)
        self.suggestion.declined.connect(self.decline)
        self.vague.filled.connect(self._filled)
        self.vague.done.connect(self.go_on_typing)
        self.vague.refused.connect(self._refuse)
        self.suggestion.day_chosen.connect(self._take_on)
        self.answering = PromiseAnswers(desk, lines, self)

    def reset(self) -> None:
        """Another talk is shown."""
        self._accepted.clear()
        self._asked = None
        self.drop(quiet=True)
        self.offered.forget()
        self.offered.read_on(SUGGEST_MS)

    def touch(self) -> None:
        """Something was typed."""
        self.offered.rest()
        self._timer.start()

    def arrive(self) -> None:
        """The cursor came in another line: ask again about what it holds, when that is open."""
        document = self._lines.document
        if document is not None and self.offered.holds(document.line):
            self._timer.start()
        else:
            self.offered.read_on(SUGGEST_MS)

    def is_offered(self, index: int) -> bool:
        """Whether "Toezegging?" stands beside this line; under the cursor it is asked in full."""
        document = self._lines.document
        if document is None or index == document.current:
            return False
        line = document.lines[index]
        return line.id not in self._accepted and self.offered.holds(line)

    def is_doubtful(self, index: int) -> bool:
        """Whether a promise that nothing holds is being typed in this line."""
        document = self._lines.document
        if document is None or self._suggested is None or index != document.current:
            return False
        line_id, reading, _ = self._suggested
        return line_id == document.line.id and reading.is_vague

    # --- the boxes ---

    def arrange(self) -> None:
        """Hang the boxes where they belong now."""
        if self._lines.document is not None:
            self._lines.canvas.set_boxes(self.boxes(self.vague_index()))

    def boxes(self, index: int) -> dict[QWidget, int]:
        """What hangs under which line; `index` is the line with the three fields, or -1."""
        document = self._lines.document
        assert document is not None
        boxes: dict[QWidget, int] = {}
        if index >= 0:
            line = document.lines[index]
            promise = self._lines.registers.commitments[line.id]
            self.vague.show_promise(line.id, promise, self._lines.voices)
            boxes[self.vague] = index
        if self._suggested is not None and self._suggested[0] == document.line.id:
            boxes[self.suggestion] = document.current
        self._lines.editor.suggestion_open = self.suggestion in boxes
        self._lines.editor.two_days = self.suggestion in boxes and self.suggestion.has_two_days
        return boxes

    def vague_index(self) -> int:
        """Under which line the three fields hang: the one asked for, or the last vague one.

        Under a promise that nothing is lacking from they stay as long as they are filled in.
        """
        document = self._lines.document
        assert document is not None
        made = self._lines.registers.commitments
        filling = self.vague.line_id
        if filling and filling in made and self.vague.isVisible() and self.vague.has_focus():
            return document.index_of(filling)
        vague = [
            index
            for index, line in enumerate(document.lines)
            if line.kind is LineKind.COMMITMENT
            and (promise := made.get(line.id)) is not None
            and promise.is_vague
        ]
        asked = document.index_of(self._asked) if self._asked else -1
        if asked in vague or (asked >= 0 and self._correcting):
            return asked
        before = [index for index in vague if index <= document.current]
        return before[-1] if before else -1

    # --- suggestions ---

    def suggest(self) -> None:
        """Read the line being typed, and suggest the promise that is in it."""
        document = self._lines.document
        if document is None:
            return
        line, words = document.line, document.words.strip()
        fits = line.kind in (LineKind.NOTE, LineKind.COMMITMENT)
        refused = line.not_a_commitment or line.id in self._accepted
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if fits and not refused and len(words) >= SHORTEST:
            desk, voices, id = self._desk, self._lines.voices, line.id
            if len(words) > LONGEST:
                self._reading = desk.background.run(
                    notes.read_suggestion, desk.archive, desk.clock, words, voices, id,
                    done=lambda found: self._read_long(id, words, found), owner=self,
                )  # fmt: skip
                return
            found = notes.read_suggestion(desk.archive, desk.clock, words, voices, id)
            self._show_read(words, found)
        else:
            self._show_read(words, None, known=fits and not refused)

    def _read_long(self, line_id: LineId, words: str, found: tuple[Reading, int] | None) -> None:
        """A line too long to be read between two keys was read; by now it may be another one."""
        self._reading = None
        document = self._lines.document
        if document is not None and document.line.id == line_id and document.words.strip() == words:
            self._show_read(words, found)

    def _show_read(
        self, words: str, found: tuple[Reading, int] | None, *, known: bool = True
    ) -> None:
        """Show the promise that was found in the line being typed, or that there is none."""
        document = self._lines.document
        assert document is not None
        line = document.line
        before, self._suggested = self._suggested, None
        # A vague promise that is marked as one gets the three fields instead.
        if found is not None and not (line.kind is LineKind.COMMITMENT and found[0].is_vague):
            self._suggested = (line.id, *found)
        if known:
            self.offered.note(line, self._suggested is not None)
        self.offered.read_on()
        if self._suggested is not None:
            _, reading, load = self._suggested
            self.suggestion.show_reading(words, reading, load, self._desk.today())
            self.answering.weigh(line.id, reading)
        two = self._suggested is not None and self._suggested[1].other is not None
        had_two = before is not None and before[1].other is not None
        if (before is None) != (self._suggested is None) or two != had_two:
            self.arrange()
            self._lines.show_current()
        self._lines.refresh_current()

    def drop(self, *, quiet: bool = False) -> None:
        """Nothing is suggested any more; with `quiet` the lines are shown anew by the caller."""
        self._timer.stop()
        self._back_to = None
        if self._suggested is not None:
            self._suggested = None
            if not quiet:
                self.arrange()

    def take(self) -> None:
        """What is suggested is a promise."""
        document = self._lines.document
        if document is None or self._suggested is None:
            return
        self._accepted.add(document.line.id)
        back_to = self._back_to
        self.drop(quiet=True)
        if document.line.kind is not LineKind.COMMITMENT:
            document.take_suggestion()
        self._go_back(back_to)
        self._lines.save()

    def _take_on(self, day: date) -> None:
        """What is suggested is a promise, on this one of the two days that were read."""
        document = self._lines.document
        if document is None or self._suggested is None:
            return
        line_id = document.line.id
        self.take()
        promise = self._lines.registers.commitments.get(line_id)
        if promise is not None and promise.due != day:
            self._keep(line_id, Filled(promise.side, promise.who, promise.what, day, ""))

    def decline(self) -> None:
        """What is suggested is no promise; it is not suggested again."""
        document = self._lines.document
        if document is None or self._suggested is None:
            return
        document.decline_suggestion()
        back_to = self._back_to
        self.drop(quiet=True)
        self._go_back(back_to)
        self._lines.save()

    def _go_back(self, line_id: LineId | None) -> None:
        """To the line that was being typed before an earlier one was answered, if there is one."""
        document = self._lines.document
        place = document.index_of(line_id) if document is not None and line_id else -1
        if document is not None and place >= 0:
            document.go_to(place)
            self.offered.read_on(SUGGEST_MS)
        self._lines.refresh()

    def answer_earlier(self, index: int) -> None:
        """Go to a line that was left without an answer, and ask again; then back to here."""
        document = self._lines.document
        if document is None:
            return
        typing = document.line.id
        self._lines.go(index, None)
        self._timer.stop()
        self._back_to = typing
        self.suggest()
        self._lines.editor.setFocus()

    # --- who, what, when ---

    def ask(self, line_id: LineId) -> None:
        """Fill in who, what and when of this line, or correct what was read in it."""
        self._asked = line_id
        self.drop(quiet=True)
        self._correcting = line_id in self._lines.registers.commitments
        self.arrange()
        self.vague.enter()
        self._correcting = False
        self._lines.refresh_looks()

    def fill_in(self) -> None:
        """Go to the three fields: of a vague promise, else of the promise with the cursor.

        When there is neither, to a "Toezegging?" that is still open.
        """
        self._lines.save()
        document = self._lines.document
        if document is None:
            return
        if self.vague_index() >= 0:
            self.vague.enter()
        elif document.line.id in self._lines.registers.commitments:
            self.ask(document.line.id)
        elif (earlier := self.offered.index_before(document.current)) >= 0:
            self.answer_earlier(earlier)

    def go_on_typing(self) -> None:
        """The focus goes back to the lines; the fields are gone when nothing is vague any more."""
        self._lines.editor.setFocus()
        self._lines.refresh_looks()

    def _filled(self, filled: Filled) -> None:
        line_id = self.vague.line_id
        if line_id is not None and self._lines.document is not None:
            self._keep(line_id, filled)

    def _keep(self, line_id: LineId, filled: Filled) -> None:
        try:
            promise = notes.fill_promise(
                self._desk.archive,
                self._desk.clock,
                line_id,
                side=filled.side,
                who=filled.who,
                what=filled.what,
                due=filled.due,
                event=filled.event,
            )
        except UserError as error:
            self._desk.error(error.sentence)
            return
        made = self._lines.registers
        promises = {**made.commitments, line_id: promise}
        self._lines.take_registers(Registers(promises, made.decisions, made.wishes))

    def _refuse(self) -> None:
        document = self._lines.document
        if document is None or self.vague.line_id is None:
            return
        index = document.index_of(self.vague.line_id)
        self._lines.editor.setFocus()
        if index >= 0:
            document.decline_suggestion(index)
            self._lines.save()
        self._lines.refresh()
