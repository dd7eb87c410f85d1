"""Marks on the paper: which words a mark stands under, found by their place in the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gesprekshulp.domain.remark import Remark
from gesprekshulp.ui.paper.inks import Inks
from gesprekshulp.ui.paper.pages import Page
from gesprekshulp.ui.paper.pieces import Said, Words
from gesprekshulp.ui.theme.palette import colour
from gesprekshulp.ui.widgets.painting import box

_WAVE = 1.5
_STEP = 3.5
"""Half a wave, in pixels."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A remark with where its words stand on one page, line by line, in twips."""

    remark: Remark
    said: Said
    page: int
    boxes: tuple[QRectF, ...]
    baselines: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    said: Said
    start: int
    end: int


def marks_of(remarks: Iterable[Remark], pages: Sequence[Page]) -> list[Mark]:
    """Where the words of each remark stand; none for what is not on the paper."""
    texts = [said for page in pages for said in page.said]
    lines: dict[Said, list[tuple[int, Words]]] = {}
    for page in pages:
        for piece in page.pieces:
            if isinstance(piece, Words) and piece.said is not None:
                lines.setdefault(piece.said, []).append((page.number, piece))
    made: list[Mark] = []
    for remark in remarks:
        found = _find(remark, texts)
        if found is None:
            continue
        by_page: dict[int, list[tuple[QRectF, float]]] = {}
        for number, piece in lines.get(found.said, ()):
            shown = piece.box(found.start, found.end)
            if shown is not None:
                base = piece.y + piece.text.baseline(piece.line)
                by_page.setdefault(number, []).append((shown, base))
        made += [
            Mark(
                remark, found.said, number, tuple(b for b, _ in found_), tuple(y for _, y in found_)
            )
            for number, found_ in by_page.items()
        ]
    return made


def _find(remark: Remark, texts: Sequence[Said]) -> _Stretch | None:
    """The words of a remark in the texts of its place; of several, the nearest to where it said.

    A remark counts in the text as it was typed; on paper that is divided over paragraphs, loses
    its dashes, or stands in one of the cells of a row.
    """
    part, row = remark.part, remark.row
    of_part = [said for said in texts if not part or said.place.part == part]
    there = [said for said in of_part if said.place.row == row]
    if not there and part:
        there = of_part
    words = remark.found.strip()
    if not words:
        # Something is missing: the heading of the part says where.
        whole = next((said for said in (of_part if part else there) if said.text.strip()), None)
        return _Stretch(whole, 0, len(whole.text)) if whole else None
    best: _Stretch | None = None
    nearest = -1
    for pattern in dict.fromkeys((words, words.splitlines()[0].strip())):
        begin = 0
        for said in there:
            at = said.text.find(pattern)
            while at >= 0:
                away = abs(begin + at - remark.start)
                if best is None or away < nearest:
                    best, nearest = _Stretch(said, at, at + len(pattern)), away
                at = said.text.find(pattern, at + 1)
            begin += len(said.text) + 1
        if best is not None:
            return best
    return None


def draw_soft(painter: QPainter, where: QRectF, inks: Inks) -> None:
    """The soft box behind the words of the remark that is looked at."""
    box(painter, where.adjusted(-1, -1, 1, 1), inks.mark_soft, inks.mark, 0, 1)


def draw_wave(painter: QPainter, left: float, right: float, y: float, inks: Inks) -> None:
    """A wave in the accent colour from left to right, in pixels."""
    points = [QPointF(left, y)]
    x, up = left, False
    while x + _STEP / 2 < right:
        x = min(x + _STEP, right)
        points.append(QPointF(x, y - _WAVE if up else y + _WAVE))
        up = not up
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(inks.mark), _WAVE))
    painter.drawPolyline(QPolygonF(points))
