"""Waves under misspelt words in a field, and a menu with what may have been meant."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import (
    QInputMethodEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.spelling.memory import SpellingMemory
from gesprekshulp.ui.spelling.menu import Place, SpellingMenu
from gesprekshulp.ui.text_places import characters, units
from gesprekshulp.ui.theme.palette import colour, colours

Field = QPlainTextEdit | QTextEdit | QLineEdit


def attach_spelling(desk: Desk, widget: Field, client_id: ClientId | None = None) -> QObject:
    """Put waves under misspelt words in a field, with suggestions in its menu.

    `client_id` adds the words of that client. Gives the helper, which lives as long as the field;
    attaching again gives a field the words of another client.
    """
    for child in widget.findChildren(SpellingMenu):
        child.underline.deleteLater()
        child.deleteLater()
    memory = SpellingMemory.of(desk, client_id)
    if isinstance(widget, QLineEdit):
        underline: LineUnderline | TextUnderline = LineUnderline(memory, widget)
    else:
        underline = TextUnderline(memory, widget)
    SpellingMenu(desk, memory, widget, underline, with_client=client_id is not None)
    return underline


def _wave(widget: Field) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(colour(colours(widget).accent))
    return look


class TextUnderline(QSyntaxHighlighter):
    """Waves in a text of several lines."""

    def __init__(self, memory: SpellingMemory, widget: QPlainTextEdit | QTextEdit) -> None:
        super().__init__(widget.document())
        self._memory = memory
        self._widget = widget
        self._left = -1
        memory.learned.connect(self._again)
        widget.cursorPositionChanged.connect(self._moved)
        self._again()  # at once: what Qt has planned for later is not quiet

    def highlightBlock(self, text: str) -> None:
        look: QTextCharFormat | None = None
        for word in self._memory.misspelt(text, self._typing_at()):
            look = look or _wave(self._widget)
            self.setFormat(units(text, word.start), units(text[word.start : word.end]), look)

    def at(self, place: int) -> Place | None:
        """The misspelt word at a place in the text."""
        block = self.document().findBlock(place)
        text = block.text()
        for word in self._memory.misspelt(text):
            start = block.position() + units(text, word.start)
            end = start + units(text[word.start : word.end])
            if start <= place <= end:
                return Place(start, end, text[word.start : word.end])
        return None

    def replace(self, place: Place, word: str) -> None:
        """Put another word there; one step for undo."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == place.word:
            cursor.insertText(word)

    def _typing_at(self) -> int:
        cursor = self._widget.textCursor()
        if not self._widget.hasFocus() or cursor.block() != self.currentBlock():
            return -1
        self._left = cursor.blockNumber()
        text = cursor.block().text()
        return characters(text, cursor.positionInBlock())

    def _moved(self) -> None:
        # The word that was being typed is finished once the cursor is elsewhere.
        if self._left >= 0:
            block = self.document().findBlockByNumber(self._left)
            self._left = -1
            if block.isValid():
                self._quietly(lambda: self.rehighlightBlock(block))

    def _again(self) -> None:
        self._quietly(self.rehighlight)

    def _quietly(self, draw: Callable[[], object]) -> None:
        """Draw again without the field telling that its text changed: it did not."""
        before = self._widget.blockSignals(True)
        try:
            draw()
        finally:
            self._widget.blockSignals(before)


class LineUnderline(QObject):
    """Waves in a field of one line.

    A line edit has no formats of its own but shows those that an input method asks for; an empty
    one of those draws the waves.
    """

    def __init__(self, memory: SpellingMemory, widget: QLineEdit) -> None:
        super().__init__(widget)
        self._memory = memory
        self._widget = widget
        self._shown: tuple[tuple[int, int], ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw)
        widget.textChanged.connect(self._changed)
        widget.cursorPositionChanged.connect(self._soon.start)
        widget.editingFinished.connect(self._soon.start)
        memory.learned.connect(self._soon.start)
        self._soon.start()

    @property
    def shown(self) -> tuple[tuple[int, int], ...]:
        """Start and length of each wave."""
        return self._shown

    def at(self, place: int) -> Place | None:
        """The misspelt word at a place in the text."""
        text = self._widget.text()
        for word in self._memory.misspelt(text):
            start = units(text, word.start)
            end = start + units(text[word.start : word.end])
            if start <= place <= end:
                return Place(start, end, text[word.start : word.end])
        return None

    def replace(self, place: Place, word: str) -> None:
        """Put another word there; one step for undo."""
        self._widget.setSelection(place.start, place.end - place.start)
        if self._widget.selectedText() == place.word:
            self._widget.insert(word)

    def _changed(self) -> None:
        self._shown = ((-1, -1),)  # the waves no longer fit
        self._soon.start()

    def _draw(self) -> None:
        field = self._widget
        if field.isReadOnly():
            return
        text, cursor = field.text(), field.cursorPosition()
        typing = characters(text, cursor) if field.hasFocus() else -1
        spans = tuple(
            (units(text, word.start), units(text[word.start : word.end]))
            for word in self._memory.misspelt(text, typing)
        )
        if spans == self._shown:
            return
        self._shown = spans
        kind = QInputMethodEvent.AttributeType.TextFormat
        look = _wave(field)
        waves = [
            QInputMethodEvent.Attribute(kind, start - cursor, length, look)
            for start, length in spans
        ]
        QCoreApplication.sendEvent(field, QInputMethodEvent("", waves))
