"""The timeline of a client: a date, an icon in a circle on one line, and what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel, Muted, Text
from gesprekshulp.ui.widgets.painting import box

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

    def __init__(self) -> None:
        super().__init__()
        self._moment = Moment("", "", "", "")
        self._first = False
        self._last = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_TEXT_LEFT, 0, 0, 16)
        self.column.setSpacing(4)
        self.title = ElidedLabel(weight=600)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def key(self) -> str:
        """What is shown."""
        return self._moment.key

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self]

    def show_moment(self, moment: Moment, *, first: bool, last: bool) -> None:
        """Show this moment; the line begins at the `first` and ends at the `last`."""
        if (moment, first, last) == (self._moment, self._first, self._last):
            return
        self._moment, self._first, self._last = moment, first, last
        self.setAccessibleName(f"{moment.when}: {moment.title}. {moment.text}".replace("\n", " "))
        self.title.setText(moment.title)
        self.fill(moment)
        self.update()

    def fill(self, moment: Moment) -> None:
        """Show what stands beside and below the title."""
        raise NotImplementedError

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


class _PastRow(_MomentRow):
    """Something that happened: its title and badge, and a text in grey."""

    def __init__(self) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setContentsMargins(0, 6, 0, 0)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        self._badge = Badge("")
        head.addWidget(self._badge)
        self.column.addLayout(head)
        self._text = Muted(size=14, wrap=True)
        self.column.addWidget(self._text)

    def fill(self, moment: Moment) -> None:
        self._badge.set(moment.badge, icon=moment.badge_icon)
        self._badge.setVisible(bool(moment.badge))
        self._text.setText(moment.text)
        self._text.setVisible(bool(moment.text))


class _PlannedRow(_MomentRow):
    """What is planned: a card with a link to open it, and what is not ready yet."""

    def __init__(self) -> None:
        super().__init__()
        card = Card()
        body = card.body((12, 9, 12, 9))
        body.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        self._opener = LinkButton("Openen")
        self._opener.clicked.connect(self.clicked)
        head.addWidget(self._opener)
        body.addLayout(head)
        self._missing = QWidget()
        line = QHBoxLayout(self._missing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(IconLabel("cirkel-deel", role="accent", size=16))
        self._missing_words = Text(size=12, weight=500, role="accent")
        line.addWidget(self._missing_words)
        line.addStretch(1)
        body.addWidget(self._missing)
        self._text = Muted(wrap=True)
        body.addWidget(self._text)
        self.column.addWidget(card)

    def stops(self) -> list[QWidget]:
        return [self, self._opener]

    def fill(self, moment: Moment) -> None:
        self._opener.set_label(moment.link or "Openen")
        self._missing_words.setText(moment.missing)
        self._missing.setVisible(bool(moment.missing))
        self._text.setText(moment.text)
        self._text.setVisible(bool(moment.text))


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
        self._earlier = False
        self._rows: list[_MomentRow] = []
        self._spare: list[_MomentRow] = []
        self._more = LinkButton("Eerdere laten zien")
        self._more.clicked.connect(self._ask_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)

    def set_moments(
        self, moments: Sequence[Moment], *, earlier: bool = False, at_once: int = _AT_ONCE
    ) -> None:
        """Show these moments, in this order; `earlier` when there are more to be asked for."""
        self._moments = tuple(moments)
        self._earlier = earlier
        self._show(at_once)

    def shown(self) -> int:
        """How many moments are on the page now."""
        return len(self._rows)

    def add_moments(self, moments: Sequence[Moment], *, earlier: bool = False) -> None:
        """Show these as well, below the ones that are there."""
        self._moments += tuple(moments)
        self._earlier = earlier
        self._show(len(self._rows) + len(moments))

    def _show(self, most: int) -> None:
        """Show at most so many moments, and the link to what comes after them."""
        some = self._moments[:most]
        self._place(self._rows_for(some))
        rest = len(self._moments) - len(some)
        for number, (row, moment) in enumerate(zip(self._rows, some, strict=True)):
            last = number == len(some) - 1 and not rest and not self._earlier
            row.show_moment(moment, first=number == 0, last=last)
        more = f"Nog {min(rest, _AT_ONCE)} tonen" if rest else "Eerdere laten zien"
        self._more.set_label(more)
        self._more.setVisible(bool(rest) or self._earlier)

    def _rows_for(self, moments: Sequence[Moment]) -> list[_MomentRow]:
        """A row for each: the rows that are there first, so that another client shows at once."""
        free = [*self._rows, *self._spare]
        past = [row for row in free if isinstance(row, _PastRow)]
        planned = [row for row in free if isinstance(row, _PlannedRow)]
        rows: list[_MomentRow] = []
        for moment in moments:
            if moment.planned:
                rows.append(planned.pop(0) if planned else self._made(_PlannedRow()))
            else:
                rows.append(past.pop(0) if past else self._made(_PastRow()))
        self._spare = [*past, *planned]
        return rows

    def _made(self, row: _MomentRow) -> _MomentRow:
        row.clicked.connect(lambda: self.opened.emit(row.key))
        row.menu_asked.connect(lambda at: self.menu_asked.emit(row.key, at))
        return row

    def _place(self, rows: list[_MomentRow]) -> None:
        """Put these rows below each other, above the link."""
        before, self._rows = self._rows, rows
        if rows == before:
            return
        pairs = zip(before, rows, strict=False)
        same = next((n for n, (one, other) in enumerate(pairs) if one is not other), len(before))
        for row in before[same:]:
            self._column.removeWidget(row)
        for row in self._spare:
            row.hide()
        for number, row in enumerate(rows[same:], start=same):
            self._column.insertWidget(number, row)
            row.show()
        stops = [stop for row in rows for stop in row.stops()] + [self._more]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _ask_more(self) -> None:
        if len(self._rows) < len(self._moments):
            self._show(len(self._rows) + _AT_ONCE)
        else:
            self.earlier_asked.emit()
