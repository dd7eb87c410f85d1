"""The editors of what the report lists: promises, decisions and files, which stand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.report import ReportPart
from gesprekshulp.domain.report_document import by_when, who_of
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment.report_editor import PartEditor
from gesprekshulp.ui.widgets.buttons import IconButton, LinkButton
from gesprekshulp.ui.widgets.cards import Card, ClickRow
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Text


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
        rows = [
            (item, item.what, f"{who_of(item, sources.firm)} · {by_when(item)}".strip(" ·"))
            for item in sources.commitments
        ]
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
