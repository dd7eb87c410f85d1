"""Typing the lines of a talk: the list, the editor, the boxes, and saving within a second."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.ids import AgendaItemId, LineId
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.services import notes
from gesprekshulp.services.line_registers import NO_REGISTERS, Registers
from gesprekshulp.services.voices import Voices
from gesprekshulp.ui.appointment.talk_answers import NO_CLIENT
from gesprekshulp.ui.appointment.talk_canvas import LinesCanvas
from gesprekshulp.ui.appointment.talk_document import KINDS, TalkDocument, words_of
from gesprekshulp.ui.appointment.talk_looks import LineLook, look
from gesprekshulp.ui.appointment.talk_promising import PromiseHelp
from gesprekshulp.ui.appointment.talk_saving import LineSaver, as_before
from gesprekshulp.ui.appointment.talk_selection import LineSelection
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.cards import Scroll

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
        self.voices = Voices((), ())
        self._hide_internal = False
        self._looks: dict[LineId, tuple[tuple[object, ...], LineLook]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.area = Scroll("page", margins=(32, 16, 32, 16))
        self.canvas = LinesCanvas()
        self.area.column.addWidget(self.canvas)
        self.area.column.addStretch(1)
        column.addWidget(self.area)
        # The room to scroll follows a moment after the lines.
        self.area.verticalScrollBar().rangeChanged.connect(lambda: self.show_current())
        self.editor = self.canvas.editor
        self.help = PromiseHelp(desk, self)
        self.suggestion, self.vague = self.help.suggestion, self.help.vague
        self.setFocusProxy(self.editor)
        self._saver = LineSaver(desk, self)
        self._saver.due.connect(self.save)
        self._saver.kept.connect(self.take_registers)
        self._connect()
        self.selection = LineSelection(self)

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
        e.take.connect(self.help.take)
        e.decline.connect(self.help.decline)
        e.day_chosen.connect(self.suggestion.choose_day)
        e.next_kind.connect(lambda: self._do(lambda d: d.next_kind()))
        e.kind_chosen.connect(lambda n: self.choose_kind(KINDS[n]))
        e.scope.connect(lambda: self._do(lambda d: d.switch_scope()))
        e.advice.connect(self.note_advice)
        e.fill_in.connect(self.help.fill_in)
        e.undo_asked.connect(lambda: self._do(lambda d: d.undo()))
        e.redo_asked.connect(lambda: self._do(lambda d: d.redo()))
        e.item_done.connect(self.item_done)
        e.left.connect(self.save)
        self.canvas.clicked.connect(self._click)
        self.canvas.mark_clicked.connect(self._mark_clicked)
        self.canvas.note_clicked.connect(self._note_clicked)

    # --- opening ---

    def open(self, talk: notes.Talk) -> None:
        """Show the lines of a talk, with the cursor on a new one at the end."""
        self.document = TalkDocument(talk.appointment.id, talk.lines, self._desk.clock.now)
        self.registers = talk.registers
        self.voices = talk.voices
        self.help.reset()
        self._looks.clear()
        self._saver.forget()
        self.selection.drop()
        self.refresh()
        QTimer.singleShot(0, self, self.show_current)

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
            self.refresh_looks()

    def set_item(self, item: AgendaItemId | None) -> None:
        """New lines belong to this agenda item."""
        if self.document is not None:
            self.document.item = item

    def hide_internal(self, hidden: bool) -> None:
        """Take internal lines from the screen, or bring them back."""
        self._hide_internal = hidden
        self.selection.drop()
        document = self.document
        if document is None:
            return
        if hidden and document.line.kind.is_internal:
            document.go_to(len(document.lines) - 1)
            if document.line.kind.is_internal:
                document.enter(len(document.words))
        self.refresh()

    # --- keys ---

    def _typed(self) -> None:
        document = self.document
        if document is None:
            return
        self.selection.drop()
        words, caret = self.editor.words(), self.editor.place()
        count = len(document.lines)
        marked = document.type(words, caret)
        self._begin_timers()
        if marked or len(document.lines) != count:
            self.refresh()
        else:
            self.refresh_current()
            self.show_current()
        if not words:
            self.help.drop()

    def _do(self, act: object) -> None:
        """Let the document do something that a key asks, and show it."""
        document = self.document
        if document is None or not callable(act):
            return
        line = document.line.id
        act(document)
        if document.line.id != line:
            self.help.drop(quiet=True)
        self._begin_timers()
        self.refresh()

    def _begin_timers(self) -> None:
        self._saver.touch()
        self.help.touch()

    def _paste(self, text: str) -> None:
        cursor = self.editor.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self._do(lambda d: d.paste(text, start, end))

    def choose_kind(self, kind: LineKind) -> None:
        """Make the line with the cursor of this kind."""
        self._do(lambda d: d.set_kind(kind))
        self.editor.setFocus()

    def note_advice(self) -> None:
        """Of the decision with the cursor: what we advised, when the client decides otherwise."""
        document = self.document
        if document is None or document.line.kind is not LineKind.DECISION:
            return
        self.save()
        decision = self.registers.decisions.get(document.line.id)
        if decision is None:
            words = document.words.strip()
            self._desk.error(NO_CLIENT if words else "Schrijf eerst op wat er is besloten.")
            return
        from gesprekshulp.ui.decisions.forms import ask_advice  # few decisions go this way

        ask_advice(self._desk, self, decision)
        self.editor.setFocus()

    # --- moving ---

    def _move(self, step: int) -> None:
        document = self.document
        if document is None:
            return
        target = self.visible_from(document.current, step)
        if target == document.current:
            return
        caret = self.editor.place()
        self.go(target, caret if abs(step) == 1 else None)

    def _side_step(self, step: int) -> None:
        document = self.document
        if document is None:
            return
        target = self.visible_from(document.current, step)
        if target != document.current:
            self.go(target, 0 if step > 0 else None)

    def visible_from(self, index: int, step: int) -> int:
        """The line so many steps further, of those that are on the screen."""
        document = self.document
        if document is None:
            return index
        shown = [
            n for n, line in enumerate(document.lines) if n == index or not self.is_hidden(line)
        ]
        place = shown.index(index) + step
        return shown[min(max(place, 0), len(shown) - 1)]

    def is_hidden(self, line: NoteLine) -> bool:
        """Whether a line is kept off the screen now."""
        return self._hide_internal and line.kind.is_internal

    def remove_lines(self, gone: range) -> None:
        """Take lines away, as one thing to undo."""
        self._do(lambda document: document.remove_lines(gone))

    def go(self, index: int, caret: int | None) -> None:
        """Put the cursor in another line; at its end when `caret` is None."""
        if self.document is None:
            return
        self.selection.drop()
        self.document.go_to(index, caret)
        self.help.drop(quiet=True)
        self.refresh()
        self.help.arrive()
        # Not saved at once: no key waits for the disk.
        self._saver.touch()

    def _click(self, index: int, caret: int) -> None:
        self.go(index, caret)
        self.editor.setFocus()

    def _mark_clicked(self, index: int) -> None:
        self._click(index, 10**6)
        menu = QMenu(self)
        for number, kind in enumerate(KINDS, start=1):
            words = f"{kind.mark or '·'}   {kind.value}\tAlt+{number}"
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, kind=kind: self.choose_kind(kind))
        if self.document and self.document.line.kind is LineKind.DECISION:
            menu.addSeparator()
            menu.addAction("Wijkt af van ons advies …\tF4").triggered.connect(self.note_advice)
        place = self.canvas.place_of(self.document.current if self.document else index)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.canvas.mapToGlobal(QPoint(52, place.top() + 30)))

    def _note_clicked(self, index: int) -> None:
        document = self.document
        if document is None:
            return
        if document.lines[index].kind is LineKind.DECISION:
            self._do(lambda d: d.switch_scope(index))
        elif document.lines[index].kind is LineKind.NOTE:
            self.help.answer_earlier(index)
        else:
            self.help.ask(document.lines[index].id)

    # --- showing ---

    def _look(self, index: int, boxed: int = -1) -> LineLook:
        assert self.document is not None
        line = self.document.lines[index]
        made = self.registers
        offered, doubtful = self.help.is_offered(index), self.help.is_doubtful(index)
        promise, wish = made.commitments.get(line.id), made.wishes.get(line.id)
        decision = made.decisions.get(line.id)
        marks = (self._hide_internal, index == boxed, offered, doubtful)
        key = (line, promise, wish, decision, *marks)
        known = self._looks.get(line.id)
        if known is not None and all(a is b for a, b in zip(known[0], key, strict=True)):
            return known[1]
        shown = look(
            line,
            made,
            self._desk.today(),
            hide_internal=self._hide_internal,
            boxed=index == boxed,
            offered=offered,
            doubtful=doubtful,
        )
        self._looks[line.id] = (key, shown)
        return shown

    def refresh(self) -> None:
        """Show everything anew: the lines, the editor over the current one, and the boxes."""
        document = self.document
        if document is None:
            return
        self.editor.show_words(document.words, document.caret)
        self.refresh_looks()
        self.show_current()

    def refresh_looks(self) -> None:
        """Show the lines anew, without touching what is being typed."""
        document = self.document
        if document is None:
            return
        boxed = self.help.vague_index()
        looks = [self._look(index, boxed) for index in range(len(document.lines))]
        self.canvas.show_lines(looks, document.current, self.help.boxes(boxed))
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

    def refresh_current(self) -> None:
        """Show the line with the cursor anew, without touching what is being typed."""
        if self.document is not None:
            index = self.document.current
            self.canvas.show_line(index, self._look(index, self.help.vague_index()))

    def show_current(self) -> None:
        """Scroll so that the line with the cursor is in view."""
        document = self.document
        if document is None:
            return
        place = self.canvas.place_of(document.current)
        bottom = self.canvas.y() + place.bottom()
        self.area.ensureVisible(0, bottom, 0, 24)
        self.area.ensureVisible(0, self.canvas.y() + place.top(), 0, 16)

    # --- saving ---

    def save(self) -> None:
        """Keep what was typed since the last save."""
        if self.document is not None:
            typing = self.document.line.id if self.editor.hasFocus() else None
            self._saver.save(self.document, typing)

    def take_registers(self, registers: Registers) -> None:
        """Something was kept; the registers stand like this now."""
        before, self.registers = self.registers, as_before(self.registers, registers)
        if before != self.registers:
            self.refresh_looks()
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
