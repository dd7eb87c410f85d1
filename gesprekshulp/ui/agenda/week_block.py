"""A talk in the week: a box as long as it takes, with as many words as fit in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.dutch_dates import clock
from gesprekshulp.services.appointments import AppointmentCard
from gesprekshulp.ui.appointment_words import time_words
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour
from gesprekshulp.ui.theme.tokens import RADIUS, Colours
from gesprekshulp.ui.widgets.painting import box, measures

_TWO_LINES = 38
_LINE = 16
_MARK = 16


@dataclass(frozen=True, slots=True)
class Block:
    """A talk and where it stands."""

    rect: QRect
    card: AppointmentCard


class Edge(Enum):
    """How a block is outlined."""

    PLAIN = 0
    SELECTED = 1
    FOCUSED = 2

    @classmethod
    def of(cls, *, selected: bool, focused: bool) -> Edge:
        """The outline of a block that may be marked, in a week that may have the focus."""
        if not selected:
            return cls.PLAIN
        return cls.FOCUSED if focused else cls.SELECTED


def paint_block(
    painter: QPainter, c: Colours, card: AppointmentCard, rect: QRect, edge: Edge
) -> None:
    """Draw a talk at `rect`: what was called off struck through, what is to come in accent."""
    item = card.appointment
    gone = item.status is AppointmentStatus.CANCELLED
    quiet = gone or item.status in (AppointmentStatus.HELD, AppointmentStatus.DONE)
    border = c.line_strong if quiet else c.accent_line
    fill = c.surface if quiet else c.accent_soft
    border = border if edge is Edge.PLAIN else c.accent
    thick = 2 if edge is Edge.FOCUSED else 1
    box(painter, rect, fill, border, RADIUS.control, thick, dashed=gone)
    inner = rect.adjusted(8, 4, -6, -2)
    if inner.height() < 12:
        inner = rect.adjusted(8, 1, -6, -1)
    painter.save()
    painter.setClipRect(rect)
    if item.is_open and not card.readiness.is_ready:
        # Said in words where there is room, and always by the mark in the corner.
        left, top = rect.right() - _MARK - 3, rect.y() + 4
        icons.paint(painter, "cirkel-deel", c.accent, left, top, _MARK)
        inner = inner.adjusted(0, 0, -_MARK, 0)
    y = inner.y()
    for words, weight, ink in _lines(c, card, rect.height()):
        if y + 14 > rect.bottom():
            break
        painter.setFont(_struck() if gone and weight == 600 else font(12, weight))
        painter.setPen(colour(ink))
        room = inner.width()
        shown = measures(12, weight).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(inner.x(), y, room, _LINE), 0, shown)
        y += _LINE
    painter.restore()


def _lines(c: Colours, card: AppointmentCard, high: int) -> list[tuple[str, int, str]]:
    """What stands in a block of this height: words, weight and colour of each line."""
    item = card.appointment
    ink = c.muted if item.status is AppointmentStatus.CANCELLED else c.text
    if high < _TWO_LINES and not item.all_day:
        lines = [(f"{clock(item.starts_at)} {card.heading}", 600, ink)]
    else:
        lines = [(card.heading, 600, ink)]
        if not item.all_day:
            lines.append((time_words(item), 400, c.muted))
    lines.append((card.about, 400, ink))
    if item.is_open and not card.readiness.is_ready:
        lines.append((card.readiness.words, 500, c.accent))
    return lines


def _struck() -> QFont:
    # A copy: the letters of the theme are shared by all that is drawn.
    struck = QFont(font(12, 600))
    struck.setStrikeOut(True)
    return struck
