"""Typing the lines of a talk: the list, the editor, the boxes, and saving within a second."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AgendaItemId, LineId
from gesprekshulp.domain.note import LineKind
from gesprekshulp.services import notes
from gesprekshulp.services.line_registers import NO_REGISTERS, Reading, Registers, Voices
from gesprekshulp.ui.appointment.talk_boxes import Filled, SuggestionBox, VagueBox
from gesprekshulp.ui.appointment.talk_canvas import LinesCanvas
from gesprekshulp.ui.appointment.talk_document import KINDS, TalkDocument, words_of
from gesprekshulp.ui.appointment.talk_looks import LineLook, look
from gesprekshulp.ui.appointment.talk_saving import LineSaver, as_before
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.cards import Scroll

SUGGEST_MS = 120
_SHORTEST = 8
_WIDEST = 1_000


class TalkLines(QWidget):
    """The middle of the page of a talk.

    `saved` gives the moment of each save; `registers_changed` says that promises, decisions or
    wishes may have changed; `begun` that the first line began the talk.
    """

    saved = Signal(object)
    registers_changed = Signal()
    item_done = Signal()
    kind_shown = Signal(object)
    side_changed = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.document: TalkDocument | None = None
        self.registers: Registers = NO_REGISTERS
        self._voices = Voices((), ())
        self._hide_internal = False
        self._suggested: tuple[LineId, Reading, int] | None = None
        self._accepted: set[LineId] = set()
        self._looks: dict[LineId, tuple[tuple[object, ...], LineLook]] = {}
        self._vague_line: LineId | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.area = Scroll("page", margins=(32, 16, 32, 16))
        self.canvas = LinesCanvas()
        self.area.column.addWidget(self.canvas)
        self.area.column.addStretch(1)
        column.addWidget(self.area)
        self.editor = self.canvas.editor
        self.suggestion = SuggestionBox(self.canvas)
        self.vague = VagueBox(desk.today, self.canvas)
        self.setFocusProxy(self.editor)
        self._saver = LineSaver(desk, self)
        self._saver.due.connect(self.save)
        self._saver.kept.connect(self._kept)
        self._suggest_timer = QTimer(self)
        self._suggest_timer.setSingleShot(True)
        self._suggest_timer.setInterval(SUGGEST_MS)
        self._suggest_timer.timeout.connect(self._suggest)
        self._connect()

    def _connect(self) -> None:
        e = self.editor
        e.typed.connect(self._typed)
        e.entered.connect(lambda: self._do(lambda d: d.enter(e.place())))
        e.back_at_start.connect(lambda: self._do(lambda d: d.backspace_at_start()))
        e.delete_at_end.connect(lambda: self._do(lambda d: d.delete_at_end()))
        e.pasted.connect(self._paste)
        e.step.connect(self._move)
        e.side_step.connect(self._side_step)
        e.move_line.connect(lambda step: self._do(lambda d: d.move_line(step)))
        e.take.connect(self._take)
        e.decline.connect(self._decline)
        e.next_kind.connect(lambda: self._do(lambda d: d.next_kind()))
        e.kind_chosen.connect(lambda n: self.choose_kind(KINDS[n]))
        e.scope.connect(lambda: self._do(lambda d: d.switch_scope()))
        e.fill_in.connect(self._fill_in)
        e.undo_asked.connect(lambda: self._do(lambda d: d.undo()))
        e.redo_asked.connect(lambda: self._do(lambda d: d.redo()))
        e.item_done.connect(self.item_done)
        e.left.connect(self.save)
        self.canvas.clicked.connect(self._click)
        self.canvas.mark_clicked.connect(self._mark_clicked)
        self.canvas.note_clicked.connect(self._note_clicked)
        self.suggestion.taken.connect(self._take)
        self.suggestion.declined.connect(self._decline)
        self.vague.filled.connect(self._filled)
        self.vague.done.connect(lambda: self.editor.setFocus())
        self.vague.refused.connect(self._refuse)

    # --- opening ---

    def open(self, talk: notes.Talk) -> None:
        """Show the lines of a talk, with the cursor on a new one at the end."""
        self.document = TalkDocument(talk.appointment.id, talk.lines, self._desk.clock.now)
        self.registers = talk.registers
        self._voices = talk.voices
        self._accepted.clear()
        self._looks.clear()
        self._saver.forget()
        self._vague_line = None
        self._suggested = None
        self._refresh()
        QTimer.singleShot(0, self, self._show_current)

    def is_behind(self, talk: notes.Talk) -> bool:
        """Whether the lines in the archive were changed elsewhere, while nothing waits here."""
        document = self.document
        if document is None or any(document.changes()):
            return False
        here = [(line.id, line.kind, words_of(line)) for line in document.lines if words_of(line)]
        return here != [(line.id, line.kind, words_of(line)) for line in talk.lines]

    def set_registers(self, registers: Registers) -> None:
        """Show what the registers say now, as after a change elsewhere."""
        self.registers = registers
        if self.document is not None:
            self._refresh_looks()

    def set_item(self, item: AgendaItemId | None) -> None:
        """New lines belong to this agenda item."""
        if self.document is not None:
            self.document.item = item

    def hide_internal(self, hidden: bool) -> None:
        """Take internal lines from the screen, or bring them back."""
        self._hide_internal = hidden
        document = self.document
        if document is None:
            return
        if hidden and document.line.kind.is_internal:
            document.go_to(len(document.lines) - 1)
            if document.line.kind.is_internal:
                document.enter(len(document.words))
        self._refresh()

    # --- keys ---

    def _typed(self) -> None:
        document = self.document
        if document is None:
            return
        words, caret = self.editor.words(), self.editor.place()
        index, count = document.current, len(document.lines)
        marked = document.type(words, caret)
        self._begin_timers()
        if marked or len(document.lines) != count:
            self._refresh()
        else:
            self.canvas.show_line(index, self._look(index, self._vague_index()))
            self._show_current()
        if not words and self._suggested is not None:
            self._drop_suggestion()

    def _do(self, act: object) -> None:
        """Let the document do something that a key asks, and show it."""
        document = self.document
        if document is None or not callable(act):
            return
        line = document.line.id
        act(document)
        if document.line.id != line:
            self._suggested = None
        self._begin_timers()
        self._refresh()

    def _begin_timers(self) -> None:
        self._saver.touch()
        self._suggest_timer.start()

    def _paste(self, text: str) -> None:
        cursor = self.editor.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self._do(lambda d: d.paste(text, start, end))

    def choose_kind(self, kind: LineKind) -> None:
        """Make the line with the cursor of this kind."""
        self._do(lambda d: d.set_kind(kind))
        self.editor.setFocus()

    # --- moving ---

    def _move(self, step: int) -> None:
        document = self.document
        if document is None:
            return
        target = self._visible_from(document.current, step)
        if target == document.current:
            return
        caret = self.editor.place()
        self._go(target, caret if abs(step) == 1 else None)

    def _side_step(self, step: int) -> None:
        document = self.document
        if document is None:
            return
        target = self._visible_from(document.current, step)
        if target != document.current:
            self._go(target, 0 if step > 0 else None)

    def _visible_from(self, index: int, step: int) -> int:
        document = self.document
        if document is None:
            return index
        shown = [
            n
            for n, line in enumerate(document.lines)
            if n == index or not (self._hide_internal and line.kind.is_internal)
        ]
        place = shown.index(index) + step
        return shown[min(max(place, 0), len(shown) - 1)]

    def _go(self, index: int, caret: int | None) -> None:
        if self.document is None:
            return
        self.document.go_to(index, caret)
        self._suggest_timer.stop()
        self._suggested = None
        self._refresh()
        # Not saved at once: no key waits for the disk.
        self._saver.touch()

    def _click(self, index: int, caret: int) -> None:
        self._go(index, caret)
        self.editor.setFocus()

    def _mark_clicked(self, index: int) -> None:
        self._click(index, 10**6)
        menu = QMenu(self)
        for number, kind in enumerate(KINDS, start=1):
            words = f"{kind.mark or '·'}   {kind.value}\tAlt+{number}"
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, kind=kind: self.choose_kind(kind))
        place = self.canvas.place_of(self.document.current if self.document else index)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.canvas.mapToGlobal(QPoint(52, place.top() + 30)))

    def _note_clicked(self, index: int) -> None:
        document = self.document
        if document is None:
            return
        if document.lines[index].kind is LineKind.DECISION:
            self._do(lambda d: d.switch_scope(index))
        else:
            self._vague_line = document.lines[index].id
            self._arrange_boxes()
            self.vague.enter()

    # --- showing ---

    def _look(self, index: int, boxed: int = -1) -> LineLook:
        assert self.document is not None
        line = self.document.lines[index]
        made = self.registers
        promise, wish = made.commitments.get(line.id), made.wishes.get(line.id)
        key = (line, promise, wish, self._hide_internal, index == boxed)
        known = self._looks.get(line.id)
        if known is not None and all(a is b for a, b in zip(known[0], key, strict=True)):
            return known[1]
        shown = look(
            line, made, self._desk.today(), hide_internal=self._hide_internal, boxed=index == boxed
        )
        self._looks[line.id] = (key, shown)
        return shown

    def _refresh(self) -> None:
        """Show everything anew: the lines, the editor over the current one, and the boxes."""
        document = self.document
        if document is None:
            return
        self.editor.show_words(document.words, document.caret)
        self._refresh_looks()
        self._show_current()

    def _refresh_looks(self) -> None:
        document = self.document
        if document is None:
            return
        boxed = self._vague_index()
        looks = [self._look(index, boxed) for index in range(len(document.lines))]
        self.canvas.show_lines(looks, document.current, self._boxes(boxed))
        line = document.line
        self.editor.set_muted(line.kind is LineKind.INTERNAL)
        self.editor.setAccessibleName(
            f"Regel {document.current + 1}, {line.kind.value}"
            + (", alleen intern" if line.kind.is_internal else "")
        )
        first = len(document.lines) == 1 and not document.words
        self.editor.setPlaceholderText(
            "Typ wat er gezegd wordt; begin met ! voor een toezegging" if first else ""
        )
        self.kind_shown.emit(line.kind)

    def _arrange_boxes(self) -> None:
        if self.document is not None:
            self.canvas.set_boxes(self._boxes(self._vague_index()))

    def _boxes(self, index: int) -> dict[QWidget, int]:
        """What hangs under which line; `index` is the line with the three fields, or -1."""
        document = self.document
        assert document is not None
        boxes: dict[QWidget, int] = {}
        if index >= 0:
            line = document.lines[index]
            promise = self.registers.commitments[line.id]
            self.vague.show_promise(line.id, promise, self._voices)
            boxes[self.vague] = index
        suggested = self._suggested
        if suggested is not None and suggested[0] == document.line.id:
            boxes[self.suggestion] = document.current
        self.editor.suggestion_open = self.suggestion in boxes
        return boxes

    def _vague_index(self) -> int:
        """Under which line the three fields hang: the one asked for, or the last vague one."""
        document = self.document
        assert document is not None
        if self.vague.isVisible() and self.vague.has_focus() and self.vague.line_id is not None:
            return document.index_of(self.vague.line_id)
        vague = [
            index
            for index, line in enumerate(document.lines)
            if line.kind is LineKind.COMMITMENT
            and (promise := self.registers.commitments.get(line.id)) is not None
            and promise.is_vague
        ]
        asked = document.index_of(self._vague_line) if self._vague_line else -1
        if asked in vague:
            return asked
        before = [index for index in vague if index <= document.current]
        return before[-1] if before else -1

    def _show_current(self) -> None:
        document = self.document
        if document is None:
            return
        place = self.canvas.place_of(document.current)
        bottom = self.canvas.y() + place.bottom()
        self.area.ensureVisible(0, bottom, 0, 24)
        self.area.ensureVisible(0, self.canvas.y() + place.top(), 0, 16)

    # --- suggestions ---

    def _suggest(self) -> None:
        document = self.document
        if document is None:
            return
        line, words = document.line, document.words.strip()
        asked = line.kind in (LineKind.NOTE, LineKind.COMMITMENT)
        refused = line.not_a_commitment or line.id in self._accepted
        before = self._suggested
        self._suggested = None
        if asked and not refused and len(words) >= _SHORTEST:
            found = notes.read_suggestion(
                self._desk.archive, self._desk.clock, words, self._voices, line.id
            )
            # A vague promise that is marked as one gets the three fields instead.
            if found is not None and not (line.kind is LineKind.COMMITMENT and found[0].is_vague):
                self._suggested = (line.id, *found)
        if self._suggested is not None:
            _, reading, load = self._suggested
            self.suggestion.show_reading(words, reading, load, self._desk.today())
        if (before is None) != (self._suggested is None):
            self._arrange_boxes()
            self._show_current()

    def _drop_suggestion(self) -> None:
        self._suggest_timer.stop()
        if self._suggested is not None:
            self._suggested = None
            self._arrange_boxes()

    def _take(self) -> None:
        document = self.document
        if document is None or self._suggested is None:
            return
        self._accepted.add(document.line.id)
        self._drop_suggestion()
        if document.line.kind is not LineKind.COMMITMENT:
            document.take_suggestion()
        self._refresh()
        self.save()

    def _decline(self) -> None:
        if self.document is None or self._suggested is None:
            return
        self.document.decline_suggestion()
        self._drop_suggestion()
        self._refresh()
        self.save()

    # --- who, what, when ---

    def _fill_in(self) -> None:
        self.save()
        if self._vague_index() >= 0:
            self.vague.enter()

    def _filled(self, filled: Filled) -> None:
        line_id = self.vague.line_id
        if line_id is None or self.document is None:
            return
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
        made = {**self.registers.commitments, line_id: promise}
        self.registers = Registers(made, self.registers.decisions, self.registers.wishes)
        self._refresh_looks()
        self.saved.emit(self._desk.clock.now())
        self.registers_changed.emit()

    def _refuse(self) -> None:
        document = self.document
        if document is None or self.vague.line_id is None:
            return
        index = document.index_of(self.vague.line_id)
        self.editor.setFocus()
        if index >= 0:
            document.decline_suggestion(index)
            self.save()
        self._refresh()

    # --- saving ---

    def save(self) -> None:
        """Keep what was typed since the last save."""
        if self.document is not None:
            typing = self.document.line.id if self.editor.hasFocus() else None
            self._saver.save(self.document, typing)

    def _kept(self, registers: Registers) -> None:
        before, self.registers = self.registers, as_before(self.registers, registers)
        if before != self.registers:
            self._refresh_looks()
            self.registers_changed.emit()
        self.saved.emit(self._desk.clock.now())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a wide screen the lines stand in the middle, with their notes near them."""
        side = max(32, (event.size().width() - _WIDEST) // 2)
        self.area.column.setContentsMargins(side, 16, side, 16)
        self.side_changed.emit(side)
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        super().hideEvent(event)
