"""What stands on a page: lines of text, rules, fills and a picture, each at its place in twips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import floor

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPen

from gesprekshulp.domain.paper import NOWHERE, Place
from gesprekshulp.ui.paper.letters import SetText
from gesprekshulp.ui.theme.palette import colour

_DOT, _BETWEEN_DOTS, _AIR = 14.0, 4.0, 60.0


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One text of the document, and where it comes from. A paragraph, an item or a cell."""

    text: str
    place: Place = NOWHERE


@dataclass(slots=True)
class Words:
    """One line of a text. `said` is None for what is no content: marks, header and footer."""

    said: Said | None
    text: SetText
    line: int
    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Words:
        """The same line elsewhere."""
        return Words(self.said, self.text, self.line, self.x + dx, self.y + dy)

    def draw(self, painter: QPainter) -> None:
        """Draw the line."""
        self.text.draw(painter, self.line, self.x, self.y)

    def box(self, start: int, end: int) -> QRectF | None:
        """Where a stretch of the text stands on this line, if it does."""
        found = self.text.stretch(self.line, start, end)
        if found is None:
            return None
        left, right = found
        height = self.text.height_of(self.line)
        return QRectF(self.x + left, self.y, right - left, height)


@dataclass(slots=True)
class Fill:
    """A filled box: a rule, the head of a table, a line under a row."""

    x: float
    y: float
    width: float
    height: float
    colour: str

    def moved(self, dx: float, dy: float) -> Fill:
        """The same box elsewhere."""
        return Fill(self.x + dx, self.y + dy, self.width, self.height, self.colour)

    def draw(self, painter: QPainter) -> None:
        """Fill the box; a line thinner than a pixel is one pixel of the screen, on its grid."""
        y, height = self.y, self.height
        seen = painter.worldTransform()
        scale = seen.m22()
        if height * scale < 1:
            height = 1 / scale
            y = (floor(y * scale + seen.dy()) - seen.dy()) / scale
        painter.fillRect(QRectF(self.x, y, self.width, height), colour(self.colour))


@dataclass(slots=True)
class Picture:
    """The logo. An image, because pages are set on worker threads too."""

    image: QImage
    x: float
    y: float
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> Picture:
        """The same picture elsewhere."""
        return Picture(self.image, self.x + dx, self.y + dy, self.width, self.height)

    def draw(self, painter: QPainter) -> None:
        """Draw the picture in its box."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.x, self.y, self.width, self.height), self.image)


@dataclass(slots=True)
class Later:
    """Words that are known when all pages are set: the page of a heading. They end at `right`.

    Dots lead to them from `left`.
    """

    left: float
    right: float
    y: float
    words: Callable[[], str]
    set_: Callable[[str], SetText]

    def moved(self, dx: float, dy: float) -> Later:
        """The same words elsewhere."""
        return Later(self.left + dx, self.right + dx, self.y + dy, self.words, self.set_)

    def draw(self, painter: QPainter) -> None:
        """Set and draw the words, with dots before them."""
        text = self.set_(self.words())
        if not text.lines:
            return
        start = self.right - text.width
        text.draw(painter, 0, start, self.y)
        pen = QPen(colour(text.ink), _DOT)
        pen.setDashPattern([1, _BETWEEN_DOTS])
        painter.setPen(pen)
        y = self.y + text.baseline(0) - _DOT / 2
        painter.drawLine(QPointF(self.left + _AIR, y), QPointF(start - _AIR, y))


Piece = Words | Fill | Picture | Later


@dataclass(slots=True)
class Strip:
    """As much of a block as stays together on a page; its pieces count from its own top left.

    `before` and `after` are the space around it; `air` is space below it that counts only as far as
    what follows has none of its own. `glued` keeps it on the page of the next strip, and `head`
    comes above it when it opens a page. `said` are the texts that begin here.
    """

    height: float
    pieces: list[Piece]
    before: float = 0.0
    after: float = 0.0
    air: float = 0.0
    glued: bool = False
    head: Strip | None = None
    place: Place = NOWHERE
    said: tuple[Said, ...] = ()
    heading: int = field(default=-1)
    """The number of the heading that this strip is, for a table of contents."""
