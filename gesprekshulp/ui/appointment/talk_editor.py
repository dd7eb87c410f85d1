"""The one editor of a talk: it lies over the line being typed and grows with it."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.widgets.fields import SPELLED

LINE = 20
"""The height of one line of text, in pixels."""

_Key = Qt.Key
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_DAYS = (_Key.Key_1, _Key.Key_2)


class LineEditor(QTextEdit):
    """Plain text of one line, wrapped. Keys that mean something for the whole list are signals.

    It keeps no undo of its own: the list undoes typing, kinds and lines in one order.
    """

    typed = Signal()
    entered = Signal()
    back_at_start = Signal()
    delete_at_end = Signal()
    pasted = Signal(str)
    step = Signal(int)
    move_line = Signal(int)
    side_step = Signal(int)
    take = Signal()
    decline = Signal()
    day_chosen = Signal(int)
    next_kind = Signal()
    kind_chosen = Signal(int)
    scope = Signal()
    advice = Signal()
    fill_in = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    item_done = Signal()
    left = Signal()
    select_step = Signal(int)
    select_all = Signal()
    lines_copied = Signal()
    lines_removed = Signal()
    selection_dropped = Signal()
    dragged_to = Signal(int)

    many: bool = False
    """Whether more lines than this one are marked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self.setProperty(SPELLED, True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFont(font())
        self.setCursorWidth(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.suggestion_open = False
        self.two_days = False
        self._quiet = False
        self.textChanged.connect(self._tell)
        self._space_lines()

    # --- text ---

    def words(self) -> str:
        """What stands in the line; a line break that slipped in counts as a space."""
        return self.toPlainText().replace("\n", " ")

    def place(self) -> int:
        """Where the caret stands."""
        return self.textCursor().position()

    def show_words(self, words: str, caret: int) -> None:
        """Show other words without telling so with `typed`."""
        self._quiet = True
        if words != self.toPlainText():
            self.setPlainText(words)
            self._space_lines()
        cursor = self.textCursor()
        cursor.setPosition(min(caret, len(words)))
        self.setTextCursor(cursor)
        self._quiet = False

    def lines(self) -> int:
        """Over how many lines the words run."""
        return max(1, self.document().firstBlock().layout().lineCount())

    def _space_lines(self) -> None:
        form = QTextBlockFormat()
        form.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)

    def _tell(self) -> None:
        if not self._quiet:
            self.typed.emit()

    def set_muted(self, muted: bool) -> None:
        """Paint the words muted, as the line is when it is not being typed."""
        palette = QPalette(self.palette())
        role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.WindowText
        palette.setColor(QPalette.ColorRole.Text, palette.color(role))
        self.setPalette(palette)

    # --- keys ---

    def event(self, e: QEvent) -> bool:
        # Keys of ours that a shortcut of the window would otherwise take.
        if isinstance(e, QKeyEvent) and e.type() == QEvent.Type.ShortcutOverride and self._ours(e):
            e.accept()
            return True
        if (
            isinstance(e, QKeyEvent)
            and e.type() == QEvent.Type.KeyPress
            and e.key() == _Key.Key_Tab
            and self.suggestion_open
            and not e.modifiers()
        ):
            self.take.emit()
            return True
        return super().event(e)

    def _ours(self, e: QKeyEvent) -> bool:
        key, mods = e.key(), e.modifiers()
        if key in (_Key.Key_F2, _Key.Key_F3, _Key.Key_F4):
            return True
        if mods & _CTRL and self.two_days and key in _DAYS:
            return True
        if mods & _CTRL and key in (_Key.Key_Z, _Key.Key_Y, _Key.Key_Return, _Key.Key_Enter):
            return True
        if mods & _ALT and (_Key.Key_1 <= key <= _Key.Key_7 or key == _Key.Key_Up):
            return True
        return key == _Key.Key_Escape and (self.suggestion_open or self.many)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not self._act(e):
            super().keyPressEvent(e)

    def _act(self, e: QKeyEvent) -> bool:
        key, mods = e.key(), e.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.many and self._act_on_many(e, key, mods):
            return True
        if mods == _SHIFT and key in (_Key.Key_Up, _Key.Key_Down) and self._is_edge(key):
            self.select_step.emit(-1 if key == _Key.Key_Up else 1)
            return True
        if mods & _CTRL:
            return self._act_with_ctrl(key, mods)
        if mods & _ALT:
            if key == _Key.Key_Up:
                self.fill_in.emit()
                return True
            if _Key.Key_1 <= key <= _Key.Key_7:
                self.kind_chosen.emit(key - _Key.Key_1)
                return True
            return False
        simple = {
            _Key.Key_Return: self.entered,
            _Key.Key_Enter: self.entered,
            _Key.Key_F2: self.next_kind,
            _Key.Key_F3: self.scope,
            _Key.Key_F4: self.advice,
        }
        if key in simple:
            simple[_Key(key)].emit()
            return True
        if key == _Key.Key_Escape and self.suggestion_open:
            self.decline.emit()
            return True
        return not mods & _SHIFT and self._act_at_edge(key)

    def _act_on_many(self, e: QKeyEvent, key: int, mods: Qt.KeyboardModifier) -> bool:
        """Keys while several lines are marked; any other key ends that and does its own work."""
        if key in (_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_Meta):
            return False
        if mods == _SHIFT and key in (_Key.Key_Up, _Key.Key_Down):
            self.select_step.emit(-1 if key == _Key.Key_Up else 1)
        elif e.matches(QKeySequence.StandardKey.Copy):
            self.lines_copied.emit()
        elif e.matches(QKeySequence.StandardKey.Cut):
            self.lines_copied.emit()
            self.lines_removed.emit()
        elif key in (_Key.Key_Delete, _Key.Key_Backspace):
            self.lines_removed.emit()
        else:
            self.selection_dropped.emit()
            return key == _Key.Key_Escape
        return True

    def _is_edge(self, key: int) -> bool:
        """Whether the cursor can go no further up or down within this line."""
        up = key == _Key.Key_Up
        move = QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down
        return not QTextCursor(self.textCursor()).movePosition(move)

    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        y = round(e.position().y())
        if e.buttons() & Qt.MouseButton.LeftButton and (self.many or not 0 <= y < self.height()):
            self.dragged_to.emit(self.y() + y)
            return
        super().mouseMoveEvent(e)

    def mousePressEvent(self, e: QMouseEvent) -> None:
        self.selection_dropped.emit()
        super().mousePressEvent(e)

    def _act_with_ctrl(self, key: int, mods: Qt.KeyboardModifier) -> bool:
        if self.two_days and key in _DAYS:
            self.day_chosen.emit(_DAYS.index(_Key(key)))
        elif key == _Key.Key_A and (
            not self.words() or self.textCursor().selectedText() == self.words()
        ):
            self.select_all.emit()
        elif key == _Key.Key_Z:
            (self.redo_asked if mods & _SHIFT else self.undo_asked).emit()
        elif key == _Key.Key_Y:
            self.redo_asked.emit()
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self.item_done.emit()
        elif key in (_Key.Key_Up, _Key.Key_Down) and mods & _SHIFT:
            self.move_line.emit(-1 if key == _Key.Key_Up else 1)
        elif key in (_Key.Key_Home, _Key.Key_End):
            self.step.emit(-100_000 if key == _Key.Key_Home else 100_000)
        else:
            return False
        return True

    def _act_at_edge(self, key: int) -> bool:
        cursor = self.textCursor()
        at_start = cursor.position() == 0 and not cursor.hasSelection()
        at_end = cursor.atEnd() and not cursor.hasSelection()
        if key == _Key.Key_Backspace and at_start:
            self.back_at_start.emit()
        elif key == _Key.Key_Delete and at_end:
            self.delete_at_end.emit()
        elif key == _Key.Key_Left and at_start:
            self.side_step.emit(-1)
        elif key == _Key.Key_Right and at_end:
            self.side_step.emit(1)
        elif key in (_Key.Key_PageUp, _Key.Key_PageDown):
            self.step.emit(-10 if key == _Key.Key_PageUp else 10)
        elif key in (_Key.Key_Up, _Key.Key_Down):
            if not self._is_edge(key):
                return False
            self.step.emit(-1 if key == _Key.Key_Up else 1)
        else:
            return False
        return True

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.pasted.emit(source.text())

    def focusOutEvent(self, e: QEvent) -> None:  # type: ignore[override]
        super().focusOutEvent(e)  # type: ignore[arg-type]
        self.left.emit()
