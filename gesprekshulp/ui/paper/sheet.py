"""One page on the screen: painted at once, with a light widget over each part that can be opened.

Where an editor stands, the page makes room: what was below its part moves down, and the page grows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.page import A4_HEIGHT, A4_WIDTH
from gesprekshulp.ui.paper.areas import AROUND, EditorFrame, PartArea
from gesprekshulp.ui.paper.marks import Mark, draw_soft, draw_wave
from gesprekshulp.ui.paper.pages import Page, Part, SetPaper
from gesprekshulp.ui.paper.pieces import Piece, Words
from gesprekshulp.ui.theme.palette import colour, make_palette
from gesprekshulp.ui.theme.tokens import LIGHT

WIDTH = 624
"""How wide a page is at 100 %, in pixels."""
NARROWEST = 448
_LEAST_SIDE = 16
_AIR = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """How a page is shown: pixels to the twip, its width, and what its side margins lose."""

    pixels: float
    width: int
    trim: float

    @property
    def height(self) -> int:
        """The height of a whole page in pixels."""
        return round(A4_HEIGHT * self.pixels)


def scale_for(room: int, side: int, zoom: float = 1.0) -> Scale:
    """A page at its size where there is room; where there is not, margins go first, then size.

    `side` is the margin of the paper in twips; `zoom` 1.0 is 100 %. Lines break as on paper at any
    width.
    """
    full = round(WIDTH * zoom)
    width = min(full, max(NARROWEST, room))
    pixels = full / A4_WIDTH
    text = (A4_WIDTH - 2 * side) * pixels
    pixels *= min(1.0, (width - 2 * _LEAST_SIDE) / text)
    return Scale(pixels, width, (A4_WIDTH * pixels - width) / 2)


class Sheet(QWidget):
    """One page of a set paper.

    `picked` gives the identifier of a part that was clicked, `mark_picked` the mark.
    """

    picked = Signal(str)
    mark_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Paper is white in the dark as well, and so is what is typed on it.
        self.setPalette(make_palette(LIGHT))
        # Without a role of its own, letters in an editor here would be made for the desk.
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._set: SetPaper | None = None
        self._page = Page(0)
        self._scale = scale_for(WIDTH, 0)
        self._hidden = ""
        self._gap = (0.0, 0.0)
        self._grown = 0
        self._frame: EditorFrame | None = None
        self._marks: list[tuple[Mark, bool]] = []
        self._areas: list[tuple[Part, PartArea]] = []

    @property
    def areas(self) -> list[tuple[str, PartArea]]:
        """The parts on this page by identifier."""
        return [(part.id, area) for part, area in self._areas]

    @property
    def open_part(self) -> str:
        """The part whose editor stands here."""
        return self._hidden if self._frame is not None else ""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def show_page(
        self, set_: SetPaper, page: Page, scale: Scale, names: Mapping[str, str], *, open_: bool
    ) -> None:
        """Show a page, without editor and marks; parts that have a name can be clicked or read."""
        self._set, self._page, self._scale = set_, page, scale
        self._marks, self._hidden, self._grown, self._gap = [], "", 0, (0.0, 0.0)
        gone: list[QWidget] = [area for _, area in self._areas]
        self._areas = []
        if self._frame is not None:
            gone.append(self._frame)
            self._frame = None
        for widget in gone:
            # Hidden at once: deleteLater waits for the event loop and would flash.
            widget.hide()
            widget.deleteLater()
        for part in page.parts:
            if name := names.get(part.id):
                self._areas.append((part, self._area(part.id, name, open_=open_)))
        self._fit(again=True)
        self.update()

    def count_pages(self) -> None:
        """Say how many pages there are, now that it is known."""
        assert self._set is not None
        self.setAccessibleName(f"Pagina {self._page.number} van {len(self._set.pages)}")
        self.setAccessibleDescription("\n".join(said.text for said in self._page.said))
        self.update()

    def rescale(self, scale: Scale) -> None:
        """Show the page at another scale."""
        if scale != self._scale:
            self._scale = scale
            self._fit(again=True)
            self.update()

    def _area(self, part: str, name: str, *, open_: bool) -> PartArea:
        area = PartArea(name, self, clickable=open_)
        area.setAccessibleDescription(
            "\n".join(said.text for said in self._page.said if said.place.part == part)
        )
        area.clicked.connect(lambda at: self._click(at, part if open_ else ""))
        area.opened.connect(lambda: self.picked.emit(part))
        area.show()
        return area

    # --- marks ---

    def set_marks(self, marks: Sequence[tuple[Mark, bool]]) -> None:
        """Show these marks; with True the one that is looked at."""
        self._marks = list(marks)
        self.update()

    def box_of(self, mark: Mark) -> QRect:
        """Where a mark stands, in pixels."""
        whole = QRectF()
        for one in mark.boxes:
            whole = whole.united(self._pixels(one))
        return whole.toAlignedRect()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._click(event.position(), "")

    def _click(self, at: QPointF, part: str) -> None:
        for mark, _ in self._marks:
            if any(self._pixels(one).adjusted(-2, 0, 2, 4).contains(at) for one in mark.boxes):
                self.mark_picked.emit(mark)
                return
        if part:
            self.picked.emit(part)

    # --- the editor ---

    def hide_part(self, part: str) -> None:
        """Leave away what stands here of a part that is open on another page."""
        self._hidden = part
        for one, area in self._areas:
            area.setVisible(one.id != part)
        self.update()

    def open_editor(self, editor: QWidget, part: str, top: float, bottom: float) -> EditorFrame:
        """Put an editor in the place of a part that stands from `top` to `bottom`, in twips."""
        self.hide_part(part)
        self._gap = (top, bottom)
        frame = self._frame = EditorFrame(editor, self)
        frame.grew.connect(self._fit)
        frame.show()
        self._fit(again=True)
        return frame

    def _fit(self, *, again: bool = False) -> None:
        """Be as high as the page, and as much higher as the editor needs."""
        s, grown, before = self._scale, 0, self._grown
        if self._frame is not None:
            top, bottom = self._gap
            self._grown = 0
            place = self._part_box(top, top)
            wanted = self._frame.height_at(place.width())
            grown = max(0, round(wanted + 2 * _AIR - (bottom - top) * s.pixels))
            self._frame.setGeometry(place.x(), place.y() + _AIR, place.width(), wanted)
        size = QSize(s.width, s.height + grown)
        self._grown = grown
        if again or grown != before or size != self.size():
            self.setFixedSize(size)
            for part, area in self._areas:
                area.setGeometry(self._part_box(part.top, part.bottom))
            self.update()

    # --- from twips to pixels ---

    def _y(self, twips: float) -> float:
        lower = self._grown if self._is_below(twips) else 0
        return twips * self._scale.pixels + lower

    def _is_below(self, twips: float) -> bool:
        return self._frame is not None and twips >= self._gap[1]

    def _pixels(self, one: QRectF) -> QRectF:
        s = self._scale
        return QRectF(
            one.x() * s.pixels - s.trim,
            self._y(one.y()),
            one.width() * s.pixels,
            one.height() * s.pixels,
        )

    def _part_box(self, top: float, bottom: float) -> QRect:
        """The pixels of a part from `top` to `bottom`, with air around it."""
        assert self._set is not None
        s = self._scale
        left = round(self._set.look.margins.side * s.pixels - s.trim) - AROUND
        y = round(self._y(top)) - _AIR
        return QRect(left, y, s.width - 2 * left, round((bottom - top) * s.pixels) + 2 * _AIR)

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._set is None:
            return
        painter = QPainter(self)
        inks = self._set.inks
        painter.fillRect(self.rect(), colour(inks.paper))
        painter.setPen(colour(inks.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        hidden = self._hidden
        marks = [one for one in self._marks if not hidden or one[0].said.place.part != hidden]
        for mark, is_active in marks:
            if is_active:
                for one in mark.boxes:
                    draw_soft(painter, self._pixels(one), inks)
        self._paint_pieces(painter, event.rect())
        for mark, is_active in marks:
            if not is_active:
                for one, base in zip(mark.boxes, mark.baselines, strict=True):
                    where = self._pixels(one)
                    y = self._y(one.y()) + (base - one.y()) * self._scale.pixels + 3
                    draw_wave(painter, where.left(), where.right(), y, inks)
        painter.end()

    def _paint_pieces(self, painter: QPainter, exposed: QRect) -> None:
        assert self._set is not None
        s = self._scale
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate(-s.trim, 0)
        painter.scale(s.pixels, s.pixels)
        lower = self._grown / s.pixels
        # Only what has to be painted again: scrolling shows a strip at a time.
        first, last = exposed.top() / s.pixels - 600, exposed.bottom() / s.pixels + 100
        for piece in self._page.pieces:
            shown = self._shown(piece, lower)
            if shown is not None and first <= shown.y <= last:
                shown.draw(painter)
        self._set.draw_around(painter, self._page, lower=lower)
        painter.restore()

    def _shown(self, piece: Piece, lower: float) -> Piece | None:
        """A piece where it stands now, or nothing when its part is open."""
        top, bottom = self._gap
        if self._frame is not None:
            if top <= piece.y < bottom:
                return None
        elif (
            self._hidden
            and isinstance(piece, Words)
            and piece.said is not None
            and (piece.said.place.part == self._hidden)
        ):
            return None
        return piece.moved(0.0, lower) if lower and self._is_below(piece.y) else piece
