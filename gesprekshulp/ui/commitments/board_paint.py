"""How a board of promises looks: cards in a week, lines in a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from gesprekshulp.domain.dutch_dates import MONTHS_SHORT, WEEKDAYS_SHORT, lateness, short_day
from gesprekshulp.services.commitment_groups import BoardDay
from gesprekshulp.storage.commitment_list import Listed
from gesprekshulp.ui.commitments.board_places import (
    LINE,
    MONTH_HEAD,
    MONTH_INSET,
    MORE_LINE,
    WEEK_HEAD,
    Places,
    Spot,
)
from gesprekshulp.ui.commitments.board_text import is_ours, month_font, words_of, wrapped
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour
from gesprekshulp.ui.theme.tokens import RADIUS, Colours
from gesprekshulp.ui.widgets import painting
from gesprekshulp.ui.widgets.badges import party_kind
from gesprekshulp.ui.widgets.painting import box

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_DRAG = 4


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked: the selected day and promise, the day under a drag, the day today."""

    today: date
    day: int = -1
    item: int = -1
    over: int = -1
    focused: bool = False
    month: int = 0


def paint_board(
    painter: QPainter,
    c: Colours,
    places: Places,
    days: Sequence[BoardDay],
    marks: Marks,
    area: QRect,
) -> None:
    """The board, as far as it stands in `area`."""
    if not places.is_week:
        _weekdays(painter, c, places)
    for number, cell in enumerate(places.cells):
        _cell(painter, c, cell, days[number], number, marks, is_week=places.is_week)
    for spot in places.spots:
        if not spot.rect.intersects(area):
            continue
        chosen = (spot.day, spot.item) == (marks.day, marks.item)
        day = days[spot.day]
        if spot.item < 0:
            more = day.count - places.shown(spot.day)
            painter.setFont(font(12, 500))
            painter.setPen(colour(c.accent))
            painter.drawText(spot.rect.adjusted(2, 0, 0, 0), _LEFT, f"nog {more}")
        elif places.is_week:
            paint_card(painter, c, spot.rect, day.items[spot.item], marks.today, selected=chosen)
        else:
            paint_line(painter, c, spot.rect, day.items[spot.item], marks.today, selected=chosen)


def paint_dragged(
    painter: QPainter, c: Colours, spot: Spot, item: Listed, by: QPoint, today: date, *, week: bool
) -> None:
    """A promise under the pointer."""
    rect = spot.rect.translated(by)
    if week:
        paint_card(painter, c, rect, item, today, selected=True)
    else:
        box(painter, rect.adjusted(-_DRAG, 0, _DRAG, 0), c.surface, c.accent, RADIUS.badge)
        paint_line(painter, c, rect, item, today, selected=False)


def _weekdays(painter: QPainter, c: Colours, places: Places) -> None:
    painter.setFont(font(12, 500))
    painter.setPen(colour(c.muted))
    for cell, word in zip(places.cells, WEEKDAYS_SHORT, strict=False):
        painter.drawText(QRect(cell.x() + 8, 0, cell.width(), MONTH_HEAD), _LEFT, word)


def _cell(
    painter: QPainter,
    c: Colours,
    cell: QRect,
    day: BoardDay,
    number: int,
    marks: Marks,
    *,
    is_week: bool,
) -> None:
    is_today = day.day == marks.today
    inner = cell.adjusted(1, 1, 0, 0)
    if number == marks.over:
        painter.fillRect(inner, colour(c.accent_soft))
    elif not is_week and day.day.month != marks.month:
        painter.fillRect(inner, colour(c.sunken))
    if is_week:
        if number:
            painter.fillRect(cell.x(), cell.y(), 1, cell.height(), colour(c.line))
        painter.fillRect(cell.x(), cell.y() + WEEK_HEAD - 9, cell.width(), 1, colour(c.line))
    else:
        painter.fillRect(cell.x(), cell.y(), cell.width(), 1, colour(c.line))
        if number % 7:
            painter.fillRect(cell.x(), cell.y(), 1, cell.height(), colour(c.line))
    head = QRect(cell.x() + 8, cell.y(), cell.width() - 16, WEEK_HEAD - 9 if is_week else 26)
    words = short_day(day.day) if is_week else _number(day.day)
    painter.setFont(font(14, 600) if is_week and is_today else font(14 if is_week else 12, 500))
    if is_today and not is_week:
        painter.setFont(font(12, 600))
    outside = not is_week and day.day.month != marks.month
    painter.setPen(colour(c.accent if is_today else c.muted if outside else c.text))
    painter.drawText(head, _LEFT, f"{words} · vandaag" if is_today and _fits(painter, head, words)
                     else words)  # fmt: skip
    if day.count:
        painter.setFont(font(12, 500))
        painter.setPen(colour(c.muted))
        painter.drawText(head, _RIGHT, f"{day.count:,}".replace(",", "."))
    if is_today:
        y = cell.y() + (WEEK_HEAD - 10 if is_week else 0)
        painter.fillRect(cell.x() + 1, y, cell.width() - 1, 2, colour(c.accent))
    if number == marks.day and marks.item < 0 and marks.focused:
        box(painter, cell.adjusted(2, 2, -2, -2), None, c.accent, RADIUS.control, 2)


def _fits(painter: QPainter, head: QRect, words: str) -> bool:
    wide = QFontMetrics(painter.font()).horizontalAdvance(f"{words} · vandaag")
    return wide < head.width() - 28


def _number(day: date) -> str:
    return f"{day.day} {MONTHS_SHORT[day.month - 1]}" if day.day == 1 else str(day.day)


def paint_card(
    painter: QPainter, c: Colours, rect: QRect, item: Listed, today: date, *, selected: bool
) -> None:
    """A promise of a week: what on two lines, then the side and the client."""
    promise = item.commitment
    late = promise.is_late(today)
    fill = c.accent_soft if selected else c.surface
    box(painter, rect, fill, c.accent if selected else c.line_strong, RADIUS.control,
        2 if selected else 1)  # fmt: skip
    inner = rect.adjusted(8, 6, -8, -6)
    painter.setPen(colour(c.text))
    painter.setFont(font(14, 500))
    line = QRect(inner.x(), inner.y(), inner.width(), 20)
    for words in wrapped(words_of(promise), painter.font(), inner.width(), 2):
        painter.drawText(line, _LEFT, words)
        line.translate(0, 20)
    low = QRect(inner.x(), inner.bottom() - 19, inner.width(), 20)
    word = SIDE_WORDS[promise.side]
    badge = QRect(low.x(), low.y(), 48, 20)
    painting.badge(painter, badge, word, party_kind(word), c)
    rest = low.adjusted(56, 0, 0, 0)
    painter.setFont(font(12, 600 if late else 400))
    painter.setPen(colour(c.late if late else c.muted))
    words = lateness(promise.due, today) if late and promise.due else item.client_name
    if late:
        icons.paint(painter, "te-laat", c.late, rest.x(), rest.y() + 3, 14)
        rest = rest.adjusted(18, 0, 0, 0)
    painter.drawText(rest, _LEFT, _cut(painter, words, rest.width()))


def paint_line(
    painter: QPainter, c: Colours, rect: QRect, item: Listed, today: date, *, selected: bool
) -> None:
    """A promise of a month: a mark for its side and what it is, over the lines that it has."""
    promise = item.commitment
    late = promise.is_late(today)
    if selected:
        box(painter, rect, c.accent_soft, c.accent, RADIUS.badge)
    dot = QRect(rect.x() + 4, rect.y() + 6, 8, 8)
    ours = is_ours(promise)
    if late:
        icons.paint(painter, "te-laat", c.late, rect.x() + 1, rect.y() + 3, 14)
    else:
        box(painter, dot, c.accent if ours else c.surface, c.accent if ours else c.line_strong, 4)
    painter.setFont(month_font(promise))
    painter.setPen(colour(c.late if late else c.text))
    left, right = MONTH_INSET
    line = QRect(rect.x() + left, rect.y(), rect.width() - left - right, LINE)
    most = 1 + (rect.height() - LINE) // MORE_LINE
    for words in wrapped(words_of(promise), painter.font(), line.width(), most):
        painter.drawText(line, _LEFT, words)
        line.translate(0, MORE_LINE)


def _cut(painter: QPainter, words: str, wide: int) -> str:
    return QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, wide)
