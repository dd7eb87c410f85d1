"""One agenda item of a talk, and the mark with which it is ticked off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import AgendaItem, Speaker
from gesprekshulp.domain.ids import AgendaItemId
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.palette import colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import OwnButton
from gesprekshulp.ui.widgets.labels import Span, SpanLabel, Text
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.widgets.progress import ProgressLine

_SPEAKS = {
    Speaker.US: ("uitleg", "wij leggen uit"),
    Speaker.CLIENT: ("luisteren", "wij luisteren"),
    Speaker.TOGETHER: ("gesprek", "samen"),
}


class ItemMark(OwnButton):
    """The icon before an item; clicking it ticks the item off."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = "cirkel"
        self._role = "muted"
        self.setCheckable(True)
        self.setFixedSize(24, 24)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_mark(self, icon: str, role: str, name: str, *, checked: bool) -> None:
        """Show this icon in the colour of a role; `name` says what a click does."""
        self._icon, self._role = icon, role
        self.setChecked(checked)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        hot = self.underMouse()
        if self.ring and self.hasFocus():
            box(painter, self.rect(), None, c.accent, 12, 2)
        icon = "vink-cirkel" if hot and not self.isChecked() else self._icon
        icons.paint(painter, icon, c.accent if hot else getattr(c, self._role), 2, 2, 20)
        painter.end()


class ItemRow(QWidget):
    """One agenda item; the current one stands in a card with its own progress."""

    ticked = Signal(bool)
    chosen = Signal()

    def __init__(self, *, current: bool) -> None:
        super().__init__()
        self.id = AgendaItemId("")
        self._item: AgendaItem | None = None
        self.current = current
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 10, 8 if current else 7)
        row.setSpacing(8)
        self.mark = ItemMark()
        self.mark.clicked.connect(self._tick)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addSpacing(1)
        self._title = Text(weight=600 if current else 400, wrap=True)
        words.addWidget(self._title)
        self.minutes = SpanLabel(size=12)
        words.addWidget(self.minutes)
        self.line = ProgressLine(self)
        self.line.setVisible(current)
        if current:
            words.addSpacing(6)
            words.addWidget(self.line)
        row.addLayout(words, 1)
        self.setCursor(Qt.CursorShape.ArrowCursor if current else Qt.CursorShape.PointingHandCursor)

    def show_item(self, item: AgendaItem, spent: int) -> None:
        """Show this item, on which `spent` seconds were used."""
        self.id, self._item = item.id, item
        icon, role = "cirkel", "muted"
        if item.done:
            icon, role = "vink-cirkel", "accent"
        elif self.current:
            icon, role = _SPEAKS[item.speaker][0], "accent"
        name = f"Agendapunt “{item.title}” " + ("weer openen" if item.done else "afvinken")
        self.mark.show_mark(icon, role, name, checked=item.done)
        self._title.setText(item.title)
        self.line.set_name(f"Tijd van {item.title}")
        self.setAccessibleName(item.title + (", nu" if self.current else ""))
        self.show_time(spent)

    def show_time(self, spent: int) -> None:
        """Show the minutes used, left or planned; `spent` in seconds."""
        item = self._item
        if item is None:
            return
        used = round(spent / 60)
        if item.done:
            self.minutes.set_spans([Span(f"{used} van {item.minutes} min", "muted")])
            return
        speaks = _SPEAKS[item.speaker][1]
        if not self.current:
            began = f"{used} van {item.minutes} min" if used else f"{item.minutes} min"
            self.minutes.set_spans([Span(f"{began} · {speaks}", "muted")])
            return
        left = item.minutes - used
        amount = [Span("nog "), Span(f"{left} min", bold=True)]
        if left < 0:
            amount = [Span(f"{-left} min over tijd", bold=True)]
        self.minutes.set_spans([*amount, Span(f" · {speaks}")])
        self.line.set_part(spent / max(1, item.minutes * 60))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self.current:
            self.chosen.emit()

    def _tick(self) -> None:
        if self._item is not None:
            self.ticked.emit(not self._item.done)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.current:
            c = colours(self)
            painter = QPainter(self)
            box(painter, self.rect(), c.surface, c.line, RADIUS.card)
            painter.end()
