"""The left column of Verslag: the parts, and what stays inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gesprekshulp.domain.note import NoteLine
from gesprekshulp.domain.report import PartKind, ReportDocument, ReportPart, ReportState
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours, set_surface
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import LinkButton, OwnButton
from gesprekshulp.ui.widgets.cards import Scroll, Separator, clear_layout
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Muted, Text
from gesprekshulp.ui.widgets.painting import box

NAMES = {
    PartKind.FACTS: "Gegevens",
    PartKind.GOAL: "Doel",
    PartKind.DISCUSSED: "Besproken",
    PartKind.DECISIONS: "Besluiten",
    PartKind.DEVIATIONS: "Wijkt af van advies",
    PartKind.COMMITMENTS: "Toezeggingen",
    PartKind.QUESTIONS: "Nog open",
    PartKind.EARLIER: "Eerder toegezegd",
    PartKind.NEXT: "Vervolg",
    PartKind.ATTACHMENTS: "Bijlagen",
    PartKind.OWN: "Eigen onderdeel",
    PartKind.CLOSING: "Bevestiging",
}


@dataclass(frozen=True, slots=True)
class PartEntry:
    """One row of the list. `remarks` counts what is to be mended; `state` says the rest."""

    part_id: str
    name: str
    remarks: int
    state: str
    indent: bool = False


def name_of(part: ReportPart) -> str:
    """What a part is called in the list."""
    if part.kind in (PartKind.OWN, PartKind.DISCUSSED) and part.heading:
        return part.heading
    return NAMES[part.kind]


def entries(view: ReportView, counts: Mapping[str, int] = {}) -> tuple[PartEntry, ...]:
    """The rows of the list: agenda items indented under Besproken when there are more.

    `counts` is how many remarks Nakijken has on each part, besides what is missing.
    """
    discussed = [part for part in view.parts if part.kind is PartKind.DISCUSSED]
    many = len(discussed) > 1
    problems = view.problems if view.report.state is ReportState.DRAFT else ()
    found: list[PartEntry] = []
    for part in view.parts:
        remarks = sum(1 for problem in problems if problem.kind is part.kind)
        read = counts.get(part.id, 0)
        state = _state(part, view.document)
        indent = many and part.kind is PartKind.DISCUSSED
        if indent and part is discussed[0]:
            told = any(p.text.strip() and p.included for p in discussed)
            state_of_all = "klaar" if told else "leeg"
            found.append(PartEntry(part.id, NAMES[part.kind], remarks, state_of_all))
        if part.kind is PartKind.DISCUSSED and not indent:
            found.append(PartEntry(part.id, NAMES[part.kind], remarks + read, state))
        else:
            mine = (0 if indent else remarks) + read
            found.append(PartEntry(part.id, name_of(part), mine, state, indent))
    return tuple(found)


def _state(part: ReportPart, document: ReportDocument) -> str:
    if not part.included:
        return "staat niet in het verslag"
    rows: Sequence[object] = {
        PartKind.DECISIONS: document.decisions,
        PartKind.DEVIATIONS: document.deviations,
        PartKind.COMMITMENTS: document.commitments,
        PartKind.EARLIER: document.earlier,
        PartKind.ATTACHMENTS: document.attachments,
    }.get(part.kind, ())
    filled = part.kind is PartKind.FACTS or bool(part.text.strip()) or bool(rows)
    return "klaar" if filled else "leeg"


class PartRow(OwnButton):
    """A part in the list, with a check when it is done or the number of remarks."""

    def __init__(self, entry: PartEntry) -> None:
        super().__init__()
        self.entry = entry
        remarks = f"{entry.remarks} {'opmerking' if entry.remarks == 1 else 'opmerkingen'}"
        self.setAccessibleName(f"{entry.name}, {remarks if entry.remarks else entry.state}")
        self.setCheckable(True)
        self.setFont(font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(28 if entry.indent else 32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(183, 28 if self.entry.indent else 32)

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        rect = self.rect()
        if self.isChecked():
            box(painter, rect, c.accent_soft, None, RADIUS.control)
        elif self.underMouse():
            box(painter, rect, c.hover, None, RADIUS.control)
        if self.ring and self.hasFocus():
            box(painter, rect, None, c.accent, RADIUS.control, 2)
        entry = self.entry
        written = font(12 if entry.indent else 14, 600 if self.isChecked() else 400)
        quiet = entry.state != "klaar" and not entry.remarks
        painter.setFont(written)
        painter.setPen(colour(c.muted if quiet and not self.isChecked() else c.text))
        left = 24 if entry.indent else 12
        room = rect.width() - left - 36
        words = QFontMetrics(written).elidedText(entry.name, Qt.TextElideMode.ElideRight, room)
        self.setToolTip(entry.name if words != entry.name else entry.state if quiet else "")
        area = QRect(left, 0, room + 4, rect.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
        middle = rect.height() / 2
        if entry.remarks:
            self._count(painter, str(entry.remarks))
        elif entry.state == "klaar":
            icons.paint(painter, "vink", c.accent, rect.width() - 28, middle - 8, 16)
        elif entry.state != "leeg":
            icons.paint(painter, "oog-dicht", c.muted, rect.width() - 28, middle - 8, 16)
        painter.end()

    def _count(self, painter: QPainter, number: str) -> None:
        c = colours(self)
        wide = max(24, QFontMetrics(font(12, 500)).horizontalAdvance(number) + 16)
        rect = QRect(self.width() - wide - 12, (self.height() - 20) // 2, wide, 20)
        box(painter, rect, c.surface if self.isChecked() else c.sunken, c.line, RADIUS.badge)
        painter.setFont(font(12, 500))
        painter.setPen(colour(c.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)


class PartList(QWidget):
    """The parts of the report. `picked` gives a part, `add` asks for one of one's own."""

    picked = Signal(str)
    add = Signal()
    internal = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(208)
        set_surface(self, "page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll("page", margins=(12, 16, 12, 16))
        outer.addWidget(scroll)
        column = scroll.column
        head = Label("Onderdelen", role="muted")
        head.setContentsMargins(12, 0, 0, 8)
        column.addWidget(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addSpacing(12)
        self.add_button = LinkButton("Onderdeel", icon="plus")
        self.add_button.setAccessibleName("Onderdeel toevoegen")
        self.add_button.clicked.connect(lambda: self.add.emit())
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 0, 0)
        line.addWidget(self.add_button)
        line.addStretch(1)
        column.addLayout(line)
        column.addSpacing(16)
        self.inside = _InternalBox()
        self.inside.look.clicked.connect(lambda: self.internal.emit())
        column.addWidget(self.inside)
        column.addStretch(1)
        self.rows: list[PartRow] = []

    def show_report(
        self, view: ReportView, active: str, *, open_: bool, counts: Mapping[str, int] = {}
    ) -> None:
        """Show the parts of this report, with one of them chosen; `counts` as in `entries`."""
        had_focus = any(row.hasFocus() for row in self.rows)
        clear_layout(self._rows)
        self.rows = []
        chosen = False
        shown = entries(view, counts)
        indented = {entry.part_id for entry in shown if entry.indent}
        for entry in shown:
            row = PartRow(entry)
            # The heading over the agenda items leads to the first of them, but is not it.
            is_it = entry.indent or entry.part_id not in indented
            row.setChecked(entry.part_id == active and is_it)
            row.clicked.connect(lambda _=False, id=entry.part_id: self.picked.emit(id))
            if row.isChecked() and had_focus and not chosen:
                row.setFocus()
                chosen = True
            self._rows.addWidget(row)
            self.rows.append(row)
        self.add_button.setVisible(open_)
        self.inside.show_count(view.internal_lines)

    def row_named(self, name: str) -> PartRow:
        """The row of a part."""
        return next(row for row in self.rows if row.entry.name == name)


class _InternalBox(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(4)
        column.addWidget(Separator())
        column.addSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("slot", role="text", size=16))
        head.addWidget(Label("Blijft intern"), 1)
        column.addLayout(head)
        self.words = Muted(wrap=True)
        column.addWidget(self.words)
        self.look = LinkButton("Bekijken", small=True)
        self.look.setAccessibleName("Regels die intern blijven bekijken")
        column.addWidget(self.look)

    def show_count(self, count: int) -> None:
        """Say how many lines stay inside; nothing at all when there are none."""
        self.setVisible(count > 0)
        lines = (
            "1 regel uit het gesprek staat"
            if count == 1
            else f"{count} regels uit het gesprek staan"
        )
        self.words.setText(f"{lines} niet in het verslag.")


class InternalPopover(QWidget):
    """What stays inside, to read and nothing else; closes on Esc and on a click elsewhere."""

    def __init__(self, lines: Sequence[NoteLine], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Blijft intern")
        self.setFixedWidth(360)
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 13, 17, 13)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("slot", role="text", size=16))
        head.addWidget(Label("Blijft intern"), 1)
        column.addLayout(head)
        column.addWidget(Muted("Deze regels staan op geen enkel stuk voor de klant.", wrap=True))
        scroll = Scroll("surface", margins=(0, 0, 0, 0))
        scroll.column.setSpacing(8)
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            kind = Muted(line.kind.value)
            kind.setFixedWidth(52)
            row.addWidget(kind, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(line.internal.reveal(), wrap=True), 1)
            scroll.column.addLayout(row)
        scroll.column.addStretch(1)
        high = scroll.column.totalHeightForWidth(320) if lines else 0
        scroll.setFixedHeight(max(24, min(320, high)))
        column.addWidget(scroll)

    def show_at(self, under: QWidget) -> None:
        """Open beside a widget, within the window."""
        self.adjustSize()
        corner = under.mapToGlobal(QPoint(under.width() + 12, -12))
        if (screen := under.screen()) is not None:
            most = screen.availableGeometry().bottom() - self.height() - 8
            corner.setY(min(corner.y(), most))
        self.move(corner)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(c.surface))
        box(painter, self.rect(), c.surface, c.line_strong, RADIUS.badge)
        painter.end()
