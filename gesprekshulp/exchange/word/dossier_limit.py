"""Which rows of a dossier fit on two pages, and how many are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gesprekshulp.domain.page import DOSSIER, DOSSIER_LINES, TWIPS_PER_POINT
from gesprekshulp.exchange.word.dossier_sections import Form, Late, Row, Section
from gesprekshulp.exchange.word.fit import fitted

_PAGES = 2
# A page break takes room: a row or a heading with its first row moves on as a whole, and the
# header row of a table is repeated.
_BREAK = 70.0
_CELL_MARGINS = 16.0
_INDENT = 15.0
# These are short by nature, and of no use by halves.
_WHOLE = (Form.FRAME, Form.WORDS, Form.FACTS)
_MORE = DOSSIER_LINES.line + DOSSIER_LINES.more_before


@dataclass(frozen=True, slots=True)
class Shown:
    """A section with the rows that are set, and how many are not."""

    section: Section
    rows: tuple[Row, ...]

    @property
    def left_out(self) -> int:
        """How many rows stand in the archive and not on the paper."""
        return self.section.count - len(self.rows)


def everything(found: list[Section]) -> list[Shown]:
    """All rows of all sections."""
    return [Shown(section, tuple(section.rows())) for section in found]


def two_pages(found: list[Section], title_lines: int) -> list[Shown]:
    """As many rows as two pages hold.

    Summary, goal and people come first. Then each section gets its own first rows, and what room
    is left is dealt out one row at a time, so that no long section pushes another away.
    """
    size = DOSSIER_LINES
    room = _PAGES * DOSSIER.text_points - _BREAK
    room -= size.title + size.title_after + title_lines * size.line + size.subtitle_after
    filling = [_Filling(section, section.rows(), []) for section in found]
    for item in filling:
        room -= item.overhead
    for item in filling:
        if item.section.form in _WHOLE:
            for _ in range(item.section.first):
                room = item.took_one(room)
    for turn in range(max((item.section.first for item in filling), default=0)):
        for item in filling:
            if turn < item.section.first and item.section.form not in _WHOLE:
                room = item.took_one(room)
    while any(item.is_open for item in filling):
        for item in filling:
            room = item.took_one(room)
    return [Shown(item.section, tuple(item.rows)) for item in filling]


@dataclass(slots=True)
class _Filling:
    section: Section
    source: Iterator[Row]
    rows: list[Row]
    is_open: bool = True

    @property
    def overhead(self) -> float:
        """The room for heading, header row and "en nog"."""
        size = DOSSIER_LINES
        heading = size.heading_before + size.heading + size.heading_after
        return heading + _MORE + (_cell_height(1) if self.section.heads else 0.0)

    def took_one(self, room: float) -> float:
        """Set one more row when it fits; what room is left after it."""
        if not self.is_open:
            return room
        found = next(self.source, None)
        if found is None:
            self.is_open = False
            # Nothing is left out, so the line that would have said so is not needed.
            return room + _MORE if len(self.rows) == self.section.count else room
        cut, height = _measured(self.section, found)
        if height > room:
            self.is_open = False
            return room
        self.rows.append(cut)
        return room - height


def _measured(section: Section, row: Row) -> tuple[Row, float]:
    """The row with its texts cut to what may stand there, and its height in points."""
    whole = DOSSIER.text_width / TWIPS_PER_POINT
    total = sum(section.shares)
    in_cells = section.form in (Form.TABLE, Form.FACTS, Form.FRAME)
    lost = _CELL_MARGINS if in_cells else _INDENT
    cut: list[str] = []
    lines = 1
    for cell, share in zip(row, section.shares, strict=True):
        width = (whole * share / total - lost) / DOSSIER_LINES.size
        text, taken = fitted(cell, width, section.lines)
        cut.append(text)
        lines = max(lines, taken)
    cells = tuple(
        Late(text) if isinstance(cell, Late) else text for cell, text in zip(row, cut, strict=True)
    )
    if in_cells:
        return cells, _cell_height(lines)
    return cells, lines * DOSSIER_LINES.line + DOSSIER_LINES.item_after


def _cell_height(lines: int) -> float:
    size = DOSSIER_LINES
    return lines * size.line + 2 * size.cell_padding + size.rule
