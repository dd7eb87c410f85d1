"""The side panel: one thing in detail, with what can be done, the facts and its history."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.palette import colour, colours, set_surface
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.buttons import IconButton
from gesprekshulp.ui.widgets.cards import Scroll, Separator, clear_layout
from gesprekshulp.ui.widgets.flow import FlowLayout
from gesprekshulp.ui.widgets.labels import CopyableText, Label, Muted, Section, Span, SpanLabel


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a history: what happened, why (between quotes) and when."""

    icon: str
    title: str | tuple[Span, ...]
    when: str
    quote: str = ""
    late: bool = False


class _HistoryRow(QWidget):
    """An icon of 20 with a line down to the next one, and the words beside it."""

    def __init__(self, event: Event, *, last: bool) -> None:
        super().__init__()
        self._event = event
        self._last = last
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 0, 0 if last else 12)
        column.setSpacing(0)
        spans = (Span(event.title),) if isinstance(event.title, str) else event.title
        column.addWidget(SpanLabel(spans, wrap=True))
        if event.quote:
            column.addWidget(CopyableText(event.quote, size=12))
        column.addWidget(Muted(event.when, wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        ink = c.late if self._event.late else c.muted
        icons.paint(painter, self._event.icon, ink, 0, 0, 20)
        if not self._last:
            painter.fillRect(10, 22, 1, self.height() - 24, colour(c.line_strong))
        painter.end()


class HistoryList(QWidget):
    """What happened to something, newest first."""

    def __init__(self, events: Sequence[Event] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.set_events(events)

    def set_events(self, events: Sequence[Event]) -> None:
        """Show these events, in this order."""
        clear_layout(self._column)
        for number, event in enumerate(events):
            self._column.addWidget(_HistoryRow(event, last=number == len(events) - 1))


class Facts(QWidget):
    """Labels of 88 wide with what they say beside them."""

    def __init__(
        self, facts: Sequence[tuple[str, str | QWidget]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show these facts; a text is selectable, a widget is shown as it is."""
        clear_layout(self._column)
        for label, value in facts:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            name = Muted(label, size=14)
            name.setFixedWidth(SIZE.fact_label)
            row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            shown = CopyableText(value) if isinstance(value, str) else value
            row.addWidget(shown, 1, Qt.AlignmentFlag.AlignTop)
            self._column.addWidget(holder)


class SidePanel(QWidget):
    """A panel at the right side of a page, 320-368 wide. Esc and the cross close it.

    Fill it with the `set_` methods, or add widgets of your own to `body` and `under_actions`.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, width: int = 344) -> None:
        super().__init__(parent)
        set_surface(self, "surface")
        self.setFixedWidth(min(SIZE.panel_most, max(SIZE.panel_least, width)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Separator(vertical=True))
        scroll = Scroll("surface", margins=(24, 20, 24, 24))
        outer.addWidget(scroll, 1)
        column = scroll.column
        head = QHBoxLayout()
        head.setSpacing(8)
        badges = QWidget()
        self._badges = QHBoxLayout(badges)
        self._badges.setContentsMargins(0, 0, 0, 0)
        self._badges.setSpacing(8)
        head.addWidget(badges)
        head.addStretch(1)
        self.more = IconButton("meer", "Meer")
        self.more.hide()
        self.close_button = IconButton("kruis", "Sluiten (Esc)")
        self.close_button.clicked.connect(self.dismiss)
        head.addWidget(self.more)
        head.addWidget(self.close_button)
        column.addLayout(head)
        column.addSpacing(8)
        self.title = Section(wrap=True)
        column.addWidget(self.title)
        column.addSpacing(16)
        self._action_holder = QWidget()
        self._actions = FlowLayout(self._action_holder)
        column.addWidget(self._action_holder)
        self.under_actions = QVBoxLayout()
        column.addLayout(self.under_actions)
        self.note = Muted(wrap=True)
        column.addSpacing(8)
        column.addWidget(self.note)
        column.addSpacing(20)
        self.facts = Facts()
        column.addWidget(self.facts)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body)
        self._history_holder = QWidget()
        below = QVBoxLayout(self._history_holder)
        below.setContentsMargins(0, 20, 0, 0)
        below.setSpacing(0)
        below.addWidget(Separator())
        below.addSpacing(16)
        below.addWidget(Label("Geschiedenis"))
        below.addSpacing(10)
        self._history = HistoryList()
        below.addWidget(self._history)
        column.addWidget(self._history_holder)
        column.addStretch(1)
        self.set_actions(())
        self.set_note("")
        self.set_history(())

    def set_badges(self, badges: Sequence[QWidget]) -> None:
        """Show these badges at the top."""
        clear_layout(self._badges)
        for badge in badges:
            self._badges.addWidget(badge)

    def set_title(self, title: str) -> None:
        """Say what the panel is about."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def set_actions(self, buttons: Sequence[QWidget]) -> None:
        """Show these buttons under the title."""
        self._actions.clear()
        for button in buttons:
            self._actions.addWidget(button)
        self._action_holder.setVisible(bool(buttons))

    def set_note(self, text: str) -> None:
        """A muted sentence under the buttons."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def set_facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show facts: a label with a text or a widget beside it."""
        self.facts.set_facts(facts)

    def set_history(self, events: Sequence[Event]) -> None:
        """Show what happened, newest first."""
        self._history.set_events(events)
        self._history_holder.setVisible(bool(events))

    def dismiss(self) -> None:
        """Close the panel and say so."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 600)
