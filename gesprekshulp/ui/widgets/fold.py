"""What need not be filled in at once: one button, and the fields behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.ui.widgets.buttons import LinkButton


class Fold(QWidget):
    """Shut until its button is clicked or `unfold` is called; it then stays open.

    Put what it hides in `column`. `unfolded` says that there is more to see now.
    """

    unfolded = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.button = LinkButton(words, icon="omlaag")
        self.button.clicked.connect(self.unfold)
        outer.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self._inside.hide()
        outer.addWidget(self._inside)

    def is_open(self) -> bool:
        """Whether what is inside can be seen."""
        return not self._inside.isHidden()

    def unfold(self) -> None:
        """Show what is inside."""
        self._inside.show()
        self.button.hide()
        self.unfolded.emit()
