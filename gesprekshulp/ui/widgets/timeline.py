"""The timeline of a client: a date, an icon in a circle on one line, and what happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.cards import Card, clear_layout
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel, Muted, Text
from gesprekshulp.ui.widgets.painting import BadgeKind, box

_DATE_RIGHT, _CIRCLE_LEFT, _CIRCLE, _TEXT_LEFT = 72, 84, 32, 128
_AT_ONCE = 30


@dataclass(frozen=True, slots=True)
class Moment:
    """One point on a timeline.

    `when` may be two lines ("vandaag\\n15:30"). `planned` draws it in accent with the text in a
    card, where `link` opens it. `key` comes back with the signals. `missing` is what is not ready.
    """

    key: str
    when: str
    icon: str
    title: str
    text: str = ""
    badge: str = ""
    badge_icon: str = ""
    planned: bool = False
    link: str = ""
    missing: str = ""


class _MomentRow(QWidget):
    """One moment; a click on it, or Enter when it has the focus, opens it."""

    clicked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, moment: Moment, *, first: bool, last: bool) -> None:
        super().__init__()
        self._moment = moment
        self._first = first
        self._last = last
        self.setAccessibleName(f"{moment.when}: {moment.title}. {moment.text}".replace("\n", " "))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_TEXT_LEFT, 0, 0, 16)
        outer.setSpacing(4)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if moment.planned:
            self._in_card(outer)
        else:
            self._plain(outer)

    def go_on(self) -> None:
        """Draw the line on to a moment that was added below."""
        self._last = False
        self.update()

    def _plain(self, outer: QVBoxLayout) -> None:
        moment = self._moment
        head = QHBoxLayout()
        head.setContentsMargins(0, 6, 0, 0)
        head.setSpacing(12)
        head.addWidget(ElidedLabel(moment.title, weight=600), 1)
        if moment.badge:
            head.addWidget(Badge(moment.badge, BadgeKind.NEUTRAL, icon=moment.badge_icon))
        outer.addLayout(head)
        if moment.text:
            outer.addWidget(Muted(moment.text, size=14, wrap=True))

    def _in_card(self, outer: QVBoxLayout) -> None:
        moment = self._moment
        card = Card()
        column = card.body((12, 9, 12, 9))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(ElidedLabel(moment.title, weight=600), 1)
        opener = LinkButton(moment.link or "Openen")
        opener.clicked.connect(self.clicked)
        head.addWidget(opener)
        column.addLayout(head)
        if moment.missing:
            line = QHBoxLayout()
            line.setSpacing(4)
            line.addWidget(IconLabel("cirkel-deel", role="accent", size=16))
            line.addWidget(Text(moment.missing, size=12, weight=500, role="accent"))
            line.addStretch(1)
            column.addLayout(line)
        if moment.text:
            column.addWidget(Muted(moment.text, wrap=True))
        outer.addWidget(card)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_it = self.rect().contains(event.position().toPoint())
        if on_it and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        if self.hasFocus():
            ring = self.rect().adjusted(_TEXT_LEFT - 6, 0, 0, -10)
            box(painter, ring, None, c.accent, 6, 2)
        centre = _CIRCLE_LEFT + _CIRCLE // 2
        painter.fillRect(
            centre,
            0 if not self._first else _CIRCLE // 2,
            1,
            (self.height() if not self._last else _CIRCLE // 2) - (0 if not self._first else 16),
            colour(c.line_strong),
        )
        edge, ink = (c.accent, c.accent) if self._moment.planned else (c.line_strong, c.muted)
        circle = QRectF(_CIRCLE_LEFT, 0, _CIRCLE, _CIRCLE)
        box(painter, circle, c.surface, edge, _CIRCLE / 2)
        icons.paint(painter, self._moment.icon, ink, _CIRCLE_LEFT + 8, 8, 16)
        letters = font(12, 600 if self._moment.planned else 400)
        painter.setFont(letters)
        painter.setPen(colour(c.text if self._moment.planned else c.muted))
        lines = self._moment.when.split("\n")
        top = (_CIRCLE - 16 * len(lines)) // 2 if len(lines) == 1 else 8
        for number, line in enumerate(lines):
            wide = QFontMetrics(letters).horizontalAdvance(line)
            painter.drawText(_DATE_RIGHT - wide, top + 16 * number + 12, line)
        painter.end()


class Timeline(QWidget):
    """Moments from new to old. `opened` gives the key of the moment that was asked for.

    Long histories are shown thirty at a time, so that a client of ten years opens at once.
    `menu_asked` gives a key and where to show its menu. `earlier_asked` is emitted by the link
    under the last moment when there is more than was given to `set_moments`.
    """

    opened = Signal(str)
    menu_asked = Signal(str, QPoint)
    earlier_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._moments: tuple[Moment, ...] = ()
        self._shown = 0
        self._earlier = False
        self._last: _MomentRow | None = None
        self._more: LinkButton | None = None

    def set_moments(
        self, moments: Sequence[Moment], *, earlier: bool = False, at_once: int = _AT_ONCE
    ) -> None:
        """Show these moments, in this order; `earlier` when there are more to be asked for."""
        self._moments = tuple(moments)
        self._earlier = earlier
        self._fill(at_once)

    def shown(self) -> int:
        """How many moments are on the page now."""
        return self._shown

    def add_moments(self, moments: Sequence[Moment], *, earlier: bool = False) -> None:
        """Show these as well, below the ones that are there."""
        self._moments += tuple(moments)
        self._earlier = earlier
        self._add(self._shown + len(moments))

    def _fill(self, most: int) -> None:
        clear_layout(self._column)
        self._last = None
        self._more = None
        self._shown = 0
        self._add(most)
        self._column.addStretch(1)

    def _add(self, most: int) -> None:
        """Add rows until there are `most`, and the link to what comes after them."""
        if self._more is not None:
            self._column.removeWidget(self._more)
            self._more.hide()
            self._more.deleteLater()
            self._more = None
        if self._last is not None and most > self._shown:
            self._last.go_on()
        place = self._shown
        some = self._moments[place:most]
        goes_on = len(self._moments) > most or self._earlier
        for number, moment in enumerate(some, start=place):
            last = number == place + len(some) - 1 and not goes_on
            row = _MomentRow(moment, first=number == 0, last=last)
            row.clicked.connect(lambda key=moment.key: self.opened.emit(key))
            row.menu_asked.connect(lambda at, key=moment.key: self.menu_asked.emit(key, at))
            self._column.insertWidget(number, row)
            self._last = row
        self._shown = place + len(some)
        rest = len(self._moments) - self._shown
        if rest:
            self._more = LinkButton(f"Nog {min(rest, _AT_ONCE)} tonen")
            self._more.clicked.connect(lambda: self._add(self._shown + _AT_ONCE))
        elif self._earlier:
            self._more = LinkButton("Eerdere laten zien")
            self._more.clicked.connect(self.earlier_asked)
        if self._more is not None:
            self._column.insertWidget(self._shown, self._more, 0, Qt.AlignmentFlag.AlignHCenter)
