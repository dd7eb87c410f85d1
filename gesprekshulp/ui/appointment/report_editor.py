"""The editors that open in the paper, in the place of the part that was clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import GoalReached, Participant
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.remark import (
    ROW_GOAL_NOTE,
    ROW_HEADING,
    ROW_PLACE,
    ROW_TITLE,
    Remark,
)
from gesprekshulp.domain.report import PartKind, ReportPart
from gesprekshulp.domain.report_document import by_when, name_of, who_of
from gesprekshulp.domain.report_rules import ReportSources, neighbour
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.text_places import units
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton
from gesprekshulp.ui.widgets.cards import Card, ClickRow
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.fields import TextArea, TextField
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Muted, Text
from gesprekshulp.ui.widgets.segments import Segments

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
        field = self.field(remark.row)
        place = remark.place_in(field.text()) if field is not None else None
        if field is None or place is None:
            return False
        start, end = (units(field.text(), at) for at in place)
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
        field = self.field(remark.row)
        place = remark.place_in(field.text()) if field is not None else None
        if field is None or place is None:
            return False
        start, end = (units(field.text(), at) for at in place)
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


class FactsEditor(PartEditor):
    """Title, place, and who was there."""

    titled = Signal(str)
    placed = Signal(str)
    present = Signal(str, bool)

    def build(self) -> None:
        view = self.view
        self.column.addWidget(Label("Titel"))
        self.title = TextField(view.report.title, name="Titel van het verslag")
        self.title.editingFinished.connect(self._give_title)
        self.column.addWidget(self.title)
        self.column.addWidget(Label("Plaats"))
        self.place = TextField(
            view.sources.appointment.place,
            name="Plaats",
            placeholder=view.document.place,
            spelled=False,
        )
        self.place.editingFinished.connect(self._give_place)
        self.column.addWidget(self.place)
        self._kept_title, self._kept_place = self.title.text(), self.place.text()
        people = view.sources.participants
        self.checks: list[Check] = []
        if people:
            self.column.addWidget(Label("Aanwezig"))
        for person in people:
            self.column.addWidget(self._person(person))

    def field(self, row: str) -> TextArea | TextField | None:
        return {ROW_TITLE: self.title, ROW_PLACE: self.place}.get(row) or super().field(row)

    def focus(self) -> None:
        self.title.setFocus()

    def flush(self) -> None:
        super().flush()
        self._give_title()
        self._give_place()

    def _person(self, person: Participant) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        check = Check(name_of(person), checked=person.present is not False)
        check.clicked.connect(lambda on, id=person.id: self.present.emit(id, on))
        self.checks.append(check)
        row.addWidget(check)
        if person.present is None:
            row.addWidget(Muted("nog niet nagekeken"))
        row.addStretch(1)
        return holder

    def _give_title(self) -> None:
        title = self.title.text().strip()
        if title and title != self._kept_title:
            self._kept_title = title
            self.titled.emit(title)

    def _give_place(self) -> None:
        if self.place.text().strip() != self._kept_place.strip():
            self._kept_place = self.place.text()
            self.placed.emit(self._kept_place)


class GoalEditor(PartEditor):
    """The goal in words, and whether it was reached."""

    answered = Signal(object, str)

    def build(self) -> None:
        talk = self.view.sources.appointment
        self.column.addWidget(Label("Doel bereikt?"))
        self.reached = Segments(
            [
                ("", "Nog open"),
                *((value.value, value.value.capitalize()) for value in GoalReached),
            ],
            name="Doel bereikt?",
        )
        self.reached.set_value(talk.goal_reached.value if talk.goal_reached else "")
        self.reached.changed.connect(lambda _: self._answer())
        self.column.addWidget(self.reached)
        self.note = TextField(
            talk.goal_note, placeholder="toelichting voor de klant", name="Toelichting"
        )
        self.note.editingFinished.connect(self._answer)
        self._answer_kept = (talk.goal_reached, talk.goal_note)
        self.column.addWidget(self.note)
        self.column.addWidget(Label("Doel in woorden"))

    def field(self, row: str) -> TextArea | TextField | None:
        return self.note if row == ROW_GOAL_NOTE else super().field(row)

    def flush(self) -> None:
        super().flush()
        self._answer()

    def _answer(self) -> None:
        value = self.reached.value()
        answer = (GoalReached(value) if value else None, self.note.text().strip())
        if answer != self._answer_kept:
            self._answer_kept = answer
            self.answered.emit(*answer)


class RowsEditor(PartEditor):
    """A part whose rows come from a register: each row opens, and one can be added or removed."""

    row_opened = Signal(object)
    row_removed = Signal(object)
    row_added = Signal()

    def focus(self) -> None:
        if self.row_widgets:
            self.row_widgets[0].setFocus()
        else:
            super().focus()

    def add_rows(
        self, rows: Sequence[tuple[object, str, str]], add: str, *, fixed: bool = False
    ) -> None:
        """Rows of (what it is, text, second line); `fixed` ones only open."""
        card = Card()
        self.row_widgets: list[ClickRow] = []
        for item, text, second in rows:
            row = ClickRow(f"{text}, {second}, wijzigen")
            row.row.setContentsMargins(12, 6, 6, 6)
            row.row.addWidget(IconLabel("potlood", size=16))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Text(text, wrap=True))
            words.addWidget(Muted(second, wrap=True))
            row.row.addLayout(words, 1)
            if not fixed:
                bin_ = IconButton("kruis", f"“{text}” verwijderen", size=28, icon_size=16)
                bin_.clicked.connect(lambda _=False, item=item: self.row_removed.emit(item))
                row.row.addWidget(bin_)
            row.clicked.connect(lambda item=item: self.row_opened.emit(item))
            card.add_row(row)
            self.row_widgets.append(row)
        if rows:
            self.column.addWidget(card)
        if add:
            link = LinkButton(add, icon="plus")
            link.clicked.connect(lambda: self.row_added.emit())
            self.column.addWidget(link)


class CommitmentsEditor(RowsEditor):
    """The promises of this talk."""

    def build(self) -> None:
        sources = self.view.sources
        rows = [(item, *_promise(item, sources)) for item in sources.commitments]
        self.add_rows(rows, "Toezegging toevoegen")


class EarlierEditor(RowsEditor):
    """Promises from before; what happened to them is noted in the register."""

    def build(self) -> None:
        items = [promise.commitment for promise in self.view.sources.earlier]
        standings = [row.standing for row in self.view.document.earlier] or [""] * len(items)
        rows = [
            (item, item.what, f"{who_of(item, self.view.sources.firm)} · {standing}".strip(" ·"))
            for item, standing in zip(items, standings, strict=True)
        ]
        if not rows:
            self.column.addWidget(Muted("Er stonden geen eerdere toezeggingen open.", wrap=True))
        self.add_rows(rows, "", fixed=True)


class DecisionsEditor(RowsEditor):
    """The decisions of this talk."""

    def build(self) -> None:
        rows = [(item, item.text, item.scope.value) for item in self.view.sources.decisions]
        self.add_rows(rows, "Besluit toevoegen")


class DeviationsEditor(RowsEditor):
    """Decisions against our advice; opening one changes the decision itself."""

    def build(self) -> None:
        rows = [
            (item, item.text, f"Ons advies: {item.advice}")
            for item in self.view.sources.decisions
            if item.is_against_advice
        ]
        self.add_rows(rows, "", fixed=True)


class AttachmentsEditor(PartEditor):
    """The files that the report names; `panel` is the panel of the appointment's files."""

    def __init__(self, part: ReportPart, view: ReportView, panel: QWidget) -> None:
        self._panel = panel
        super().__init__(part, view)

    def build(self) -> None:
        self.column.addWidget(self._panel)


def _promise(item: Commitment, sources: ReportSources) -> tuple[str, str]:
    return item.what, f"{who_of(item, sources.firm)} · {by_when(item)}".strip(" ·")
