"""The preview: the report as it goes on paper; a click on a part opens its editor in place."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.dutch_dates import long_day
from gesprekshulp.domain.report import DeviationRow, PartKind, ReportDocument, ReportPart
from gesprekshulp.domain.report_rules import paragraphs
from gesprekshulp.services.reports import ReportView
from gesprekshulp.ui.appointment.report_paper import (
    WIDTH,
    Paper,
    PaperText,
    Rule,
    facts,
    numbered,
    table,
)
from gesprekshulp.ui.theme.palette import colours
from gesprekshulp.ui.widgets.cards import Scroll, clear_layout
from gesprekshulp.ui.widgets.painting import box

_BULLET = re.compile(r"\s*[-–•*]\s+")
_WHO, _WHEN = 104, 156
_ON_SCREEN = 50
"""So many texts fill a screen."""
_REST_AFTER_MS = 40

MakeEditor = Callable[[ReportPart], QWidget]


class Block(QWidget):
    """One part on the paper; lights up under the pointer, and shows its editor when active."""

    clicked = Signal()

    def __init__(self, name: str, *, clickable: bool = True) -> None:
        super().__init__()
        self._clickable = clickable
        self.is_active = False
        self.setAccessibleName(f"{name}, wijzigen" if clickable else name)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(7, 4, 7, 4)
        self.column.setSpacing(0)

    def words(self) -> list[str]:
        """Every text on this part of the paper."""
        return [text.plain() for text in self.findChildren(PaperText)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and event.button() is Qt.MouseButton.LeftButton and inside:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        if self.is_active or (self._clickable and self.hasFocus()):
            box(painter, self.rect(), None, c.accent, 6, 2)
        elif self._clickable and self.underMouse():
            box(painter, self.rect(), None, c.accent_line, 6)
        painter.end()


class ReportPreview(Scroll):
    """The page on its desk. `picked` gives the identifier of the part that was clicked."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("desk", parent, margins=(16, 16, 16, 32))
        self.setAccessibleName("Voorbeeld van het verslag")
        self.paper = Paper()
        self.column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self._blocks: dict[str, Block] = {}
        self._accent = ""
        self._rest: Iterator[Block] = iter(())
        self._is_whole = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_AFTER_MS)
        self._soon.timeout.connect(self._show_rest)

    @property
    def blocks(self) -> dict[str, Block]:
        """The parts on the paper, by identifier."""
        self._show_rest()
        return self._blocks

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        room = self.viewport().width()
        side = 16 if room >= WIDTH + 32 else 8
        self.column.setContentsMargins(side, 16, side, 32)
        self.paper.set_width(room - 2 * side)
        super().resizeEvent(arg__1)

    def words(self) -> str:
        """Everything on the paper, for a screen reader and for tests."""
        self._show_rest()
        # What was taken off the page lives on until the next event; it is not in the column.
        places = (self.paper.column.itemAt(i) for i in range(self.paper.column.count()))
        blocks = [widget for place in places if place and (widget := place.widget())]
        return "\n".join(text.plain() for b in blocks for text in b.findChildren(PaperText))

    def show_report(
        self,
        view: ReportView,
        active: str,
        editor: QWidget | None,
        *,
        open_: bool,
        in_two: bool = False,
    ) -> None:
        """Set the page. `editor` stands in place of the active part; `open_` lets parts click.

        With `in_two` only what fills a screen is set at once, and the rest straight after: the page
        is there sooner.
        """
        self._soon.stop()
        clear_layout(self.paper.column)
        self._blocks = {}
        self._accent = view.document.firm.accent
        self._letterhead(view.document)
        self._rest = self._set_parts(view, active, editor, open_=open_)
        self._is_whole = False
        if in_two and not active:
            lines = 0
            for block in self._rest:
                lines += len(block.findChildren(PaperText))
                if lines >= _ON_SCREEN:
                    break
            self.paper.fit()
            self._soon.start()
        else:
            self._show_rest()
        if active in self._blocks:
            QTimer.singleShot(0, self.paper, lambda: self._reveal(active))

    def _show_rest(self) -> None:
        """Set what is not on the page yet."""
        self._soon.stop()
        if not self._is_whole:
            self._is_whole = True
            deque(self._rest, maxlen=0)
            self.paper.fit()

    def _set_parts(
        self, view: ReportView, active: str, editor: QWidget | None, *, open_: bool
    ) -> Iterator[Block]:
        """Set one part after another on the paper; gives each when it is there."""
        document = view.document
        discussed = [p for p in view.parts if p.kind is PartKind.DISCUSSED and p.included]
        headed = False
        for part in view.parts:
            is_active = part.id == active
            if not part.included and not is_active:
                continue
            content = self._content(part, document) if part.included else []
            if not content and not is_active:
                continue
            block = Block(part.heading or part.kind.value, clickable=open_)
            block.is_active = is_active
            if part.kind is PartKind.DISCUSSED and part in discussed and not headed:
                block.column.addWidget(self._heading(PartKind.DISCUSSED.value))
                headed = True
            if is_active and editor is not None:
                block.column.addSpacing(4)
                block.column.addWidget(editor)
                block.column.addSpacing(4)
                block.setCursor(Qt.CursorShape.ArrowCursor)
            else:
                for widget in content:
                    block.column.addWidget(widget)
            block.clicked.connect(lambda id=part.id: self.picked.emit(id))
            self._blocks[part.id] = block
            self.paper.column.addWidget(block)
            # Now, so that its height counts at once; it is laid out at the width it gets.
            block.resize(self.paper.inner_width(), block.height())
            block.show()
            yield block
        self.paper.column.addStretch(1)

    def _reveal(self, part_id: str) -> None:
        """Scroll no further than needed; of a part higher than the view its top is shown."""
        block = self._blocks.get(part_id)
        if block is None:
            return
        for layout in (block.column, self.paper.column, self.column):
            layout.activate()
        bar = self.verticalScrollBar()
        top = self.paper.y() + block.y() - 24
        bottom = self.paper.y() + block.y() + block.height() + 24
        if bottom - bar.value() > self.viewport().height():
            bar.setValue(bottom - self.viewport().height())
        if top < bar.value():
            bar.setValue(top)

    # --- the page ---

    def _letterhead(self, document: ReportDocument) -> None:
        firm = document.firm
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(7, 0, 7, 8)
        row.setSpacing(12)
        logo = QPixmap()
        if firm.logo and logo.loadFromData(firm.logo):
            shown = QLabel()
            shown.setPixmap(
                logo.scaled(
                    140,
                    28,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            shown.setAccessibleName(f"Logo van {firm.name}")
            row.addWidget(shown)
        name = firm.name or firm.adviser
        row.addWidget(PaperText(name, firm.accent, size=16, weight=600, role="accent", line=24), 1)
        kind = PaperText(f"Gespreksverslag · versie {document.version}", role="muted")
        kind.setFixedWidth(kind.natural_width())
        row.addWidget(kind, 0, Qt.AlignmentFlag.AlignVCenter)
        self.paper.column.addWidget(top)
        top.show()
        line = QWidget()
        holder = QVBoxLayout(line)
        holder.setContentsMargins(7, 0, 7, 0)
        holder.addWidget(Rule(firm.accent))
        self.paper.column.addWidget(line)
        self.paper.column.addSpacing(10)

    def _heading(self, text: str) -> PaperText:
        heading = PaperText(text, self._accent, size=14, weight=600, role="accent", line=20)
        heading.setContentsMargins(0, 7, 0, 4)
        return heading

    def _content(self, part: ReportPart, document: ReportDocument) -> list[QWidget]:
        """What a part shows; nothing when it says nothing, as in the Word file."""
        kind = part.kind
        lead = self._paragraphs(paragraphs(document.introduction(kind)))
        match kind:
            case PartKind.FACTS:
                return [*self._title(document), facts(_facts(document)), *lead]
            case PartKind.GOAL:
                return self._headed(kind.value, self._goal(document))
            case PartKind.DISCUSSED:
                said = self._paragraphs(paragraphs(part.text))
                if said and part.heading:
                    said.insert(0, PaperText(part.heading, weight=600))
                    said[0].setContentsMargins(0, 4, 0, 0)
                return said
            case PartKind.DECISIONS:
                rows = [_decision(d.text, d.scope) for d in document.decisions]
                numbers = [f"{n}." for n in range(1, len(rows) + 1)]
                return self._headed(
                    kind.value, [*lead, *([numbered(rows, numbers)] if rows else [])]
                )
            case PartKind.DEVIATIONS:
                told = [said for row in document.deviations for said in self._deviation(row)]
                return self._headed(kind.value, [*lead, *told])
            case PartKind.COMMITMENTS:
                promises = [
                    (str(n), row.what, row.who, row.by_when)
                    for n, row in enumerate(document.commitments, start=1)
                ]
                heads = ("Nr", "Wat", "Wie", "Uiterlijk")
                set_ = [table(heads, promises, (16, 0, _WHO, _WHEN))] if promises else []
                return self._headed(kind.value, [*lead, *set_])
            case PartKind.QUESTIONS:
                return self._headed(kind.value, self._bullets(document.open_questions))
            case PartKind.EARLIER:
                earlier = [(row.what, row.who, row.standing) for row in document.earlier]
                set_ = [table(("Wat", "Wie", "Stand"), earlier, (0, _WHO, 184))] if earlier else []
                return self._headed(kind.value, [*lead, *set_])
            case PartKind.ATTACHMENTS:
                return self._headed(kind.value, [*lead, *self._bullets(document.attachments)])
            case PartKind.NEXT:
                return self._headed(kind.value, self._paragraphs((document.next_appointment,)))
            case PartKind.CLOSING:
                return self._headed(kind.value, self._paragraphs(document.closing))
            case PartKind.OWN:
                said = self._paragraphs(paragraphs(part.text))
                return self._headed(part.heading, said)

    def _headed(self, heading: str, inside: list[QWidget]) -> list[QWidget]:
        return [self._heading(heading), *inside] if inside else []

    def _title(self, document: ReportDocument) -> list[QWidget]:
        below = ", ".join(part for part in (document.client, long_day(document.day)) if part)
        title = PaperText(document.title, size=22, weight=600, line=30)
        client = PaperText(below, role="muted")
        client.setContentsMargins(0, 0, 0, 8)
        return [title, client]

    def _goal(self, document: ReportDocument) -> list[QWidget]:
        inside = self._paragraphs((document.goal,))
        note = document.goal_note.strip()
        if document.goal_reached is not None:
            said = (
                f"{document.goal_reached.value}. {note}"
                if note
                else f"{document.goal_reached.value}."
            )
            inside.append(PaperText(said, bold_start="Doel bereikt: "))
        elif note:
            inside.append(PaperText(note))
        return inside

    def _deviation(self, row: DeviationRow) -> list[QWidget]:
        told: list[QWidget] = [PaperText(row.decision, weight=600)]
        told[0].setContentsMargins(0, 4, 0, 0)
        told.append(PaperText(row.advice, bold_start="Ons advies: "))
        if row.reason.strip():
            told.append(PaperText(row.reason, bold_start="Uw reden: "))
        return told

    def _paragraphs(self, texts: Sequence[str]) -> list[QWidget]:
        made: list[QWidget] = []
        for text in texts:
            lines = text.strip().splitlines()
            if lines and all(_BULLET.match(line) for line in lines):
                made += self._bullets([_BULLET.sub("", line, 1) for line in lines])
            elif lines:
                words = PaperText("\n".join(lines))
                words.setContentsMargins(0, 6 if made else 0, 0, 0)
                made.append(words)
        return made

    def _bullets(self, items: Sequence[str]) -> list[QWidget]:
        said = [PaperText(item) for item in items if item.strip()]
        return [numbered(said, ["•"] * len(said))] if said else []


def _facts(document: ReportDocument) -> list[tuple[str, str]]:
    firm = document.firm
    time = f"{document.time} uur" if document.time else ""
    rows = (
        ("Klant", document.client),
        ("Datum", ", ".join(filter(None, (long_day(document.day), time)))),
        ("Plaats", document.place),
        ("Aanwezig", ", ".join(document.present)),
        ("Afwezig", ", ".join(document.absent)),
        ("Opgesteld door", ", ".join(dict.fromkeys(filter(None, (firm.adviser, firm.name))))),
    )
    return [(label, value) for label, value in rows if value.strip()]


def _decision(text: str, scope: Scope) -> PaperText:
    text = text.strip()
    stop = "." if text.endswith(".") and not text.endswith("..") else ""
    text = text.removesuffix(stop) if stop else text
    if scope is Scope.OUTSIDE:
        return PaperText(f"{text} ", bold_end=f"({scope.value}){stop}")
    return PaperText(f"{text} ({scope.value}){stop}")
