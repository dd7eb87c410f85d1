"""The small field under "Nagekomen": how it shows that the promise was kept. It may stay empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gesprekshulp.ui.widgets.fields import LabelledField, TextField
from gesprekshulp.ui.widgets.labels import KeyCap


class KeptField(QWidget):
    """`kept` gives the words, with Enter; Esc takes the field away again."""

    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(8)
        self.edit = TextField(placeholder="per mail verstuurd, akkoord van Annet")
        row.addWidget(LabelledField("Hoe bleek dat?", self.edit, hint="mag leeg"), 1)
        row.addWidget(KeyCap("Enter"), 0, Qt.AlignmentFlag.AlignBottom)
        self.edit.returnPressed.connect(lambda: self.kept.emit(self.edit.text().strip()))
        self.hide()

    def ask(self) -> None:
        """Show the empty field, ready to type in."""
        self.edit.clear()
        self.show()
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
