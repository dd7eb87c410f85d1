"""Where everything stands on a board: a week as columns of cards, a month as a grid of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from gesprekshulp.services.commitment_groups import BoardDay
from gesprekshulp.ui.commitments.board_text import month_font, words_of, wrapped

MOST = {"week": 60, "maand": 12}
"""So many promises of a day are read; the others are counted."""

WEEK_HEAD = 40
MONTH_HEAD = 28
CARD = 76
LINE = 20
MORE_LINE = 16
"""How high each further line of the same promise is."""
MONTH_INSET = (18, 4)
"""Room left of the words of a promise in a month, for its mark, and right of them."""
_MOST_LINES = 3
_WEEKEND = 0.6
_GAP = 6
_LEAST_CELL = 92


@dataclass(frozen=True, slots=True)
class Spot:
    """A promise on the board: its day, its place in that day, and where it stands.

    `item` is -1 for the words that say how many more there are.
    """

    rect: QRect
    day: int
    item: int


class Places:
    """The rectangles of a board of this size. `is_week` chooses columns of cards."""

    def __init__(self, days: Sequence[BoardDay], width: int, height: int, *, is_week: bool) -> None:
        self.is_week = is_week
        self.cells: list[QRect] = []
        self.spots: list[Spot] = []
        self._days = days
        if not days:
            return
        across = len(days) if is_week else 7
        rows = -(-len(days) // across)
        top = 0 if is_week else MONTH_HEAD
        edges = self._edges(width, across)
        for number in range(len(days)):
            row, column = divmod(number, across)
            left, right = edges[column], edges[column + 1]
            upper = top + (height - top) * row // rows
            lower = top + (height - top) * (row + 1) // rows
            self.cells.append(QRect(left, upper, right - left, lower - upper))
        for number, cell in enumerate(self.cells):
            self._fill(number, cell)

    def _edges(self, width: int, across: int) -> list[int]:
        """Where the columns begin and end; a weekend without promises needs less room."""
        shares = [1.0] * across
        if not self.is_week and not any(one.count for one in self._days if one.day.weekday() > 4):
            shares[5:] = [_WEEKEND, _WEEKEND]
        whole = sum(shares)
        return [round(width * sum(shares[:column]) / whole) for column in range(across + 1)]

    @staticmethod
    def least_height(days: Sequence[BoardDay], *, is_week: bool) -> int:
        """How high the board is at least to show its cards, or some lines in each cell."""
        if not is_week:
            return MONTH_HEAD + _LEAST_CELL * (len(days) // 7)
        longest = max((len(day.items) + (day.count > len(day.items)) for day in days), default=0)
        return WEEK_HEAD + longest * (CARD + _GAP) + 16

    def _fill(self, number: int, cell: QRect) -> None:
        day = self._days[number]
        if self.is_week:
            y, high, gap = cell.y() + WEEK_HEAD, CARD, _GAP
            room = len(day.items)
        else:
            y, high, gap = cell.y() + 26, LINE, 1
            fits = max(0, (cell.bottom() - y) // (high + gap))
            # The line that says how many more there are takes the place of one of them.
            room = min(len(day.items), fits if day.count <= fits else max(0, fits - 1))
        left, wide = cell.x() + 6, cell.width() - 12
        spare = 0 if self.is_week else cell.bottom() - y - day.count * (high + gap)
        for item in range(room):
            more = 0
            if spare >= MORE_LINE:
                promise = day.items[item].commitment
                lines = wrapped(
                    words_of(promise), month_font(promise), wide - sum(MONTH_INSET), _MOST_LINES
                )
                more = MORE_LINE * min(len(lines) - 1, spare // MORE_LINE)
                spare -= more
            self.spots.append(Spot(QRect(left, y, wide, high + more), number, item))
            y += high + more + gap
        if day.count > room:
            self.spots.append(Spot(QRect(left, y, wide, LINE), number, -1))

    def at(self, point: QPoint) -> Spot | None:
        """What stands on a point."""
        return next((spot for spot in self.spots if spot.rect.contains(point)), None)

    def day_at(self, point: QPoint) -> int:
        """The day on which a point lies, or -1."""
        return next((n for n, cell in enumerate(self.cells) if cell.contains(point)), -1)

    def spot(self, day: int, item: int) -> Spot | None:
        """Where a promise stands."""
        return next((spot for spot in self.spots if (spot.day, spot.item) == (day, item)), None)

    def shown(self, day: int) -> int:
        """How many promises of a day are shown."""
        return sum(spot.day == day and spot.item >= 0 for spot in self.spots)
