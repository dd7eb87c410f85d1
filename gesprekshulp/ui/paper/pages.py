"""A paper on pages: where each strip stands, with letterhead and footer on every page.

Headings stay with what they head, the head of a table comes back on each page, rows and short
paragraphs are not torn, and nothing is left out however long it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtGui import QPainter

from gesprekshulp.domain.page import A4_HEIGHT
from gesprekshulp.domain.paper import Paper
from gesprekshulp.domain.remark import ROW_HEADING
from gesprekshulp.ui.paper.blocks import Setter
from gesprekshulp.ui.paper.inks import inks_for
from gesprekshulp.ui.paper.letterhead import Letterhead
from gesprekshulp.ui.paper.letters import Face, families_of
from gesprekshulp.ui.paper.looks import Look, look_of
from gesprekshulp.ui.paper.pieces import Piece, Said, Strip

_MOST_GLUED = 200
_SMALLEST = 0.74
_STEP = 0.05


@dataclass(slots=True)
class Part:
    """Where a part of a report stands on a page, in twips from the top of the page.

    `own` is where its own heading begins, when a heading for several parts stands above it.
    """

    id: str
    top: float
    bottom: float
    own: float


@dataclass(slots=True)
class Page:
    """One page: what stands on it, the texts that begin on it, and where each part stands."""

    number: int
    pieces: list[Piece] = field(default_factory=list[Piece])
    parts: list[Part] = field(default_factory=list[Part])
    said: list[Said] = field(default_factory=list[Said])


class SetPaper:
    """A paper with its pages, set as far as they were asked for.

    A paper can be set on any thread, as long as one thread at a time has it.
    """

    def __init__(self, paper: Paper, *, look: Look | None = None) -> None:
        self.paper = paper
        self.look = look or look_of(paper.kind)
        self.inks = inks_for(paper.firm)
        self.pages: list[Page] = []
        self.is_whole = False
        face = Face(families_of(paper.firm.font), self.inks)
        self._heading_pages: dict[int, int] = {}
        self._letterhead = Letterhead(paper, self.look, face)
        setter = Setter(self.look, face, self._page_of_heading)
        self._coming = self._flow(setter.strips(paper))

    def more(self) -> bool:
        """Set one more page; False when there is none."""
        page = next(self._coming, None)
        if page is None:
            self.is_whole = True
            return False
        self.pages.append(page)
        return True

    def whole(self, report: Callable[[int], object] | None = None) -> SetPaper:
        """Set all pages; `report` is told how many there are so far, and may raise to stop it."""
        while self.more():
            if report is not None:
                report(len(self.pages))
        return self

    @property
    def said(self) -> list[Said]:
        """Every text of the paper in reading order; without header, footer, bullets and numbers."""
        return [said for page in self.pages for said in page.said]

    def draw(self, painter: QPainter, page: Page, pieces: Iterable[Piece] | None = None) -> None:
        """Draw a page, or some pieces of it, with a painter that counts in twips."""
        for piece in page.pieces if pieces is None else pieces:
            piece.draw(painter)
        self.draw_around(painter, page)

    def draw_around(self, painter: QPainter, page: Page, *, lower: float = 0.0) -> None:
        """Draw header and footer; the footer `lower` twips lower, on a page that grew."""
        count = len(self.pages) if self.is_whole else 0
        self._letterhead.draw(painter, page.number, count, lower)

    # --- which strip stands on which page ---

    def _flow(self, strips: Iterator[Strip]) -> Iterator[Page]:
        margins = self.look.margins
        left, top = float(margins.side), float(margins.top)
        bottom = float(A4_HEIGHT - margins.bottom)
        page, y, is_fresh, air = Page(1), top, True, 0.0

        for group in _groups(strips):
            height = _height(group, air, with_space=not is_fresh)
            if not is_fresh and y + height > bottom:
                yield page
                page, y, is_fresh = Page(page.number + 1), top, True
            for strip in group:
                space = 0.0 if is_fresh else max(strip.before, air)
                # Only in a group that is higher than a page does this happen halfway.
                if not is_fresh and y + space + strip.height > bottom:
                    yield page
                    page, y, is_fresh, space = Page(page.number + 1), top, True, 0.0
                if is_fresh and strip.head is not None:
                    _stand(page, strip.head, left, y)
                    y += strip.head.height
                y += space
                _stand(page, strip, left, y)
                if strip.heading >= 0:
                    self._heading_pages.setdefault(strip.heading, page.number)
                y += strip.height + strip.after
                is_fresh, air = False, strip.air
        yield page

    def _page_of_heading(self, number: int) -> str:
        found = self._heading_pages.get(number)
        return str(found) if found else ""


def set_paper(paper: Paper, report: Callable[[int], object] | None = None) -> SetPaper:
    """All pages of a paper on white; a dossier gets smaller letters when it needs more than two.

    Its rows were counted for a page of Word; another letter may be wider.
    """
    whole = SetPaper(paper).whole(report)
    share = 1.0
    while _too_long(whole) and share - _STEP > _SMALLEST:
        share -= _STEP
        whole = SetPaper(paper, look=look_of(paper.kind).smaller(share)).whole(report)
    return whole


def _too_long(whole: SetPaper) -> bool:
    most = whole.look.most_pages
    # Far too long a paper was not meant for two pages: it keeps its letter.
    return bool(most) and most < len(whole.pages) <= 2 * most


def _stand(page: Page, strip: Strip, left: float, y: float) -> None:
    page.pieces += [piece.moved(left, y) for piece in strip.pieces]
    page.said += strip.said
    part = strip.place.part
    if not part:
        return
    bottom = y + strip.height
    if not page.parts or page.parts[-1].id != part:
        page.parts.append(Part(part, y, bottom, y))
    elif strip.place.row == ROW_HEADING:
        page.parts[-1].own = y
    page.parts[-1].bottom = bottom


def _groups(strips: Iterator[Strip]) -> Iterator[list[Strip]]:
    """Strips that have to stand on one page together."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.glued or len(group) >= _MOST_GLUED:
            yield group
            group = []
    if group:
        yield group


def _height(group: list[Strip], air: float, *, with_space: bool) -> float:
    """The height of a group below `air`; without the space above it when it opens a page."""
    height = sum(strip.height + strip.before for strip in group) - group[0].before
    height += sum(strip.after for strip in group[:-1])
    return height + max(group[0].before, air) if with_space else height
