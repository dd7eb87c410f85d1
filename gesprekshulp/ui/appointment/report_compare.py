"""Two versions of a report beside each other: what was added, removed and changed, per part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.report import ChangeRow
from gesprekshulp.domain.word_diff import Piece, word_diff
from gesprekshulp.services import report_versions, reports
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.cards import Card, Scroll, Separator, clear_layout
from gesprekshulp.ui.widgets.fields import ComboField
from gesprekshulp.ui.widgets.labels import Label, Muted, Section, Span, SpanLabel


def spans(before: str, after: str) -> tuple[Span, ...]:
    """The two texts as one: what went is struck through, what came is bold."""
    if not before:
        return (Span(after, bold=True),)
    if not after:
        return (Span(before, "muted", struck=True),)
    looks = {
        Piece.SAME: lambda text: Span(text),
        Piece.REMOVED: lambda text: Span(text, "muted", struck=True),
        Piece.ADDED: lambda text: Span(text, "accent", bold=True),
    }
    made: list[Span] = []
    for one in word_diff(before, after):
        if one.piece is Piece.ADDED and made and made[-1].struck and made[-1].text[-1:] != " ":
            made.append(Span(" "))  # or the old word and the new one read as one
        made.append(looks[one.piece](one.text))
    return tuple(made)


def _word(row: ChangeRow) -> str:
    if not row.before:
        return "Nieuw"
    return "Gewijzigd" if row.after else "Vervallen"


class ChangeList(QWidget):
    """Changes as a list that is read from top to bottom, under the names of their parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.rows: tuple[ChangeRow, ...] = ()

    def show_changes(self, rows: Sequence[ChangeRow]) -> None:
        """Show these changes."""
        clear_layout(self._column)
        self.rows = tuple(rows)
        where = None
        card = Card()
        for row in rows:
            if row.where != where:
                where = row.where
                head = Label(where)
                head.setContentsMargins(0, 8, 0, 0)
                self._column.addWidget(head)
                card = Card()
                self._column.addWidget(card)
            body = card.body()
            line = QHBoxLayout()
            line.addWidget(Badge(_word(row)))
            line.addStretch(1)
            body.addLayout(line)
            body.addWidget(SpanLabel(spans(row.before, row.after), wrap=True))
        if not rows:
            self._column.addWidget(Muted("Deze twee versies zeggen hetzelfde.", size=14, wrap=True))


class CompareDialog(QDialog):
    """What changed in `shown` since another version; `others` are the numbers to choose from.

    `changes` gives what changed since a version.
    """

    def __init__(
        self,
        parent: QWidget | None,
        shown: int,
        others: Sequence[int],
        changes: Callable[[int], Sequence[ChangeRow]],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Versies vergelijken")
        self.setModal(True)
        set_surface(self, "surface")
        self._changes = changes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        scroll = Scroll("surface", margins=(24, 20, 24, 20))
        column = scroll.column
        column.setSpacing(12)
        column.addWidget(Section(f"Gewijzigd in versie {shown}"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Muted("Vergeleken met", size=14))
        self.other = ComboField(
            [(number, f"versie {number}") for number in others], name="Vergeleken met"
        )
        self.other.setMinimumContentsLength(10)  # by its words alone they would be cut short
        self.other.currentIndexChanged.connect(lambda _: self._show())
        row.addWidget(self.other)
        row.addStretch(1)
        column.addLayout(row)
        self.list = ChangeList()
        column.addWidget(self.list)
        column.addStretch(1)
        outer.addWidget(scroll, 1)
        outer.addWidget(Separator())
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 12, 24, 12)
        bar.addStretch(1)
        self.close_button = SecondaryButton("Sluiten")
        self.close_button.clicked.connect(self.accept)
        bar.addWidget(self.close_button)
        outer.addLayout(bar)
        self.resize(600, 560)
        self._show()

    def _show(self) -> None:
        number = self.other.value()
        assert isinstance(number, int)
        self.list.show_changes(self._changes(number))


def compare_versions(desk: Desk, view: ReportView, over: QWidget) -> None:
    """Show what changed in the shown version since one of those that were sent before it."""
    shown = view.report.version
    others = [one.version for one in view.versions if one.version != shown]

    def changes(number: int) -> Sequence[ChangeRow]:
        id = view.sources.appointment.id
        other = reports.view(desk.archive, desk.clock, id, number)
        old, new = sorted((other, view), key=lambda one: one.report.version)
        return report_versions.compare(old.content, new.content)

    CompareDialog(over, shown, others, changes).exec()
