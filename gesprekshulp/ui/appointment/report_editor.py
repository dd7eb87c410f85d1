"""The editors that open in the paper, in the place of the part that was clicked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.domain.remark import (
    ROW_HEADING,
    Remark,
)
from gesprekshulp.domain.report import PartKind, ReportPart
from gesprekshulp.domain.report_rules import neighbour
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.text_places import units
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.widgets.buttons import LinkButton, PrimaryButton
from gesprekshulp.ui.widgets.fields import TextArea, TextField
from gesprekshulp.ui.widgets.labels import Label, Muted

_SAVE_AFTER_MS = 600
_HINTS = {
    PartKind.QUESTIONS: "Eén vraag op een regel.",
    PartKind.DISCUSSED: "Een lege regel begint een nieuwe alinea.",
    PartKind.OWN: "Een lege regel begint een nieuwe alinea.",
}
_LEADS = {
    PartKind.FACTS: "Toelichting onder de gegevens",
    PartKind.DECISIONS: "Inleiding boven de besluiten",
    PartKind.DEVIATIONS: "Inleiding boven wat van ons advies afwijkt",
    PartKind.COMMITMENTS: "Inleiding boven de toezeggingen",
    PartKind.EARLIER: "Inleiding boven de eerdere toezeggingen",
    PartKind.ATTACHMENTS: "Inleiding boven de bijlagen",
}


class PartEditor(QWidget):
    """The editor of one part. What is typed is given with `typed` soon after the last key.

    The other signals ask for something: another heading, the part left out or put back, moved one
    place, read again from the talk, removed, or done.
    """

    typed = Signal(str)
    renamed = Signal(str)
    shown = Signal(bool)
    moved = Signal(int)
    reread = Signal()
    removed = Signal()
    done = Signal()

    def __init__(self, part: ReportPart, view: ReportView) -> None:
        super().__init__()
        self.part = part
        self.view = view
        self._kept = part.text
        self._kept_heading = part.heading
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.heading: TextField | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._head()
        self.build()
        self.text = TextArea(part.text, name=self._text_name(), least=2, most=24)
        self.text.setFont(font(12))
        if part.kind in _LEADS:
            self.column.addWidget(Label(_LEADS[part.kind], role="muted"))
            self.text.setPlaceholderText("niet nodig")
        self.column.addWidget(self.text)
        if hint := _HINTS.get(part.kind):
            self.column.addWidget(Muted(hint))
        self.text.textChanged.connect(self._timer.start)
        self._foot()

    def build(self) -> None:
        """Put what a kind of part has besides text above the text."""

    def focus(self) -> None:
        """Put the cursor where writing begins."""
        self.text.setFocus()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def field(self, row: str) -> TextArea | TextField | None:
        """Where the text of a row (domain/remark.py) is written; None for one with a form."""
        return {"": self.text, ROW_HEADING: self.heading}.get(row)

    def select(self, remark: Remark) -> bool:
        """Put the focus on the words of a remark; False when they are not written here."""
        if (found := self._place_of(remark)) is None:
            return False
        field, start, end = found
        if isinstance(field, TextArea):
            cursor = field.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)
        else:
            field.setSelection(start, end - start)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def put(self, remark: Remark, words: str) -> bool:
        """Put other words in the place of those of a remark, as if typed; False when it cannot.

        In the text it is one step of its own undo.
        """
        if (found := self._place_of(remark)) is None:
            return False
        field, start, end = found
        if isinstance(field, TextArea):
            cursor = QTextCursor(field.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
        else:
            field.setSelection(start, end - start)
            field.insert(words)
        self.flush()
        return True

    def _place_of(self, remark: Remark) -> tuple[TextArea | TextField, int, int] | None:
        field = self.field(remark.row)
        place = remark.place_in(field.text()) if field is not None else None
        if field is None or place is None:
            return None
        start, end = (units(field.text(), at) for at in place)
        return field, start, end

    def flush(self) -> None:
        """Give what was typed and not given yet."""
        self._timer.stop()
        if self.heading is not None and self.heading.text().strip() != self._kept_heading:
            self._kept_heading = self.heading.text().strip()
            self.renamed.emit(self._kept_heading)
        if self.text.text() != self._kept:
            self._kept = self.text.text()
            self.typed.emit(self._kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        done = event.key() == Qt.Key.Key_Escape or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if done:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _text_name(self) -> str:
        return _LEADS.get(self.part.kind, self.part.heading or self.part.kind.value)

    def _head(self) -> None:
        part = self.part
        row = QHBoxLayout()
        row.setSpacing(12)
        if part.kind is PartKind.OWN or (part.kind is PartKind.DISCUSSED and part.heading):
            self.heading = TextField(part.heading, name="Kop van dit onderdeel")
            self.heading.textEdited.connect(lambda _: self._timer.start())
            row.addWidget(self.heading, 1)
        else:
            row.addWidget(Label(part.kind.value, role="accent"), 1)
        for step, name in ((-1, "Omhoog"), (1, "Omlaag")):
            if neighbour(self.view.parts, part, step) is not None:
                link = LinkButton(name, small=True)
                link.clicked.connect(lambda _=False, step=step: self.moved.emit(step))
                row.addWidget(link)
        self.column.addLayout(row)

    def _foot(self) -> None:
        part = self.part
        row = QHBoxLayout()
        row.setSpacing(16)
        ready = PrimaryButton("Klaar", size="small")
        ready.clicked.connect(lambda: self.done.emit())
        row.addWidget(ready)
        if part.kind is PartKind.OWN:
            remove = LinkButton("Verwijderen")
            remove.clicked.connect(lambda: self.removed.emit())
            row.addWidget(remove)
        elif part.kind is not PartKind.FACTS:
            words = "Weglaten uit het verslag" if part.included else "In het verslag zetten"
            link = LinkButton(words)
            link.clicked.connect(lambda: self.shown.emit(not part.included))
            row.addWidget(link)
        if part.edited and part.kind is not PartKind.OWN:
            again = LinkButton("Opnieuw uit het gesprek")
            again.clicked.connect(lambda: self.reread.emit())
            row.addWidget(again)
        row.addStretch(1)
        self.column.addLayout(row)
