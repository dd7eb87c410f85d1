"""Several lines of a talk at once: marked with Shift or the mouse, copied, cut or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gesprekshulp.ui.appointment.talk_document import words_of

if TYPE_CHECKING:
    from gesprekshulp.ui.appointment.talk_lines import TalkLines


class LineSelection(QObject):
    """Which lines are marked. One that has the cursor is where marking begins."""

    def __init__(self, lines: TalkLines) -> None:
        super().__init__(lines)
        self._lines = lines
        self._head = -1
        editor, canvas = lines.editor, lines.canvas
        editor.select_step.connect(self.extend)
        editor.select_all.connect(self.take_all)
        editor.lines_copied.connect(self.copy)
        editor.lines_removed.connect(self.remove)
        editor.selection_dropped.connect(self.drop)
        editor.dragged_to.connect(lambda y: self.reach(canvas.index_at(y)))
        canvas.dragged.connect(self.reach)

    def marked(self) -> range:
        """The positions of the marked lines; empty when it is one line or none."""
        document = self._lines.document
        if document is None or self._head < 0 or self._head == document.current:
            return range(0)
        first, last = sorted((document.current, self._head))
        return range(first, last + 1)

    def extend(self, step: int) -> None:
        """One line more or less, upwards (-1) or downwards (1)."""
        if (document := self._lines.document) is not None:
            begin = self._head if self._head >= 0 else document.current
            self.reach(self._lines.visible_from(begin, step))

    def reach(self, index: int) -> None:
        """Mark from the line with the cursor up to this one."""
        document = self._lines.document
        if document is not None and 0 <= index < len(document.lines):
            self._head = index
            self._show()

    def take_all(self) -> None:
        """Mark every line, with the cursor in the first."""
        document = self._lines.document
        if document is not None and len(document.lines) > 1:
            self._lines.go(0, None)
            self.reach(len(document.lines) - 1)

    def drop(self) -> None:
        """Mark nothing."""
        if self._head >= 0:
            self._head = -1
            self._show()

    def copy(self) -> None:
        """Put the marked lines on the clipboard, each with its sign; hidden ones stay out."""
        document = self._lines.document
        if document is None:
            return
        lines = [document.lines[index] for index in self.marked()]
        said = [
            f"{line.kind.mark} {words_of(line)}".strip()
            for line in lines
            if words_of(line) and not self._lines.is_hidden(line)
        ]
        QApplication.clipboard().setText("\n".join(said))

    def remove(self) -> None:
        """Take the marked lines away; Ctrl+Z brings them back."""
        marked = self.marked()
        if marked:
            self._head = -1
            self._lines.remove_lines(marked)
            self._show()

    def _show(self) -> None:
        marked = self.marked()
        self._lines.canvas.show_marked(marked)
        self._lines.editor.many = bool(marked)
        words = f"{len(marked)} regels gemarkeerd" if marked else ""
        self._lines.editor.setAccessibleDescription(words)
