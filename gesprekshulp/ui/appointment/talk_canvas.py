"""The list of lines as it is painted: one widget, however many lines there are."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from gesprekshulp.ui.appointment.talk_editor import LINE, LineEditor
from gesprekshulp.ui.appointment.talk_looks import LineLook
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours, set_surface
from gesprekshulp.ui.theme.tokens import SIZE, Colours
from gesprekshulp.ui.widgets import painting
from gesprekshulp.ui.widgets.badges import party_kind

MARK_LEFT = 52
TEXT_LEFT = 84
_PAD = 6
_NOTE_LEAST, _NOTE_MOST = 40, 260
_WORDS_LEAST = 120
_BETWEEN = 16
_BOX_ABOVE = 2
_BOX_BELOW = 8
_EDITOR_UP = 1


@dataclass(slots=True)
class _Place:
    y: int
    height: int
    text_width: int


class LinesCanvas(QWidget):
    """Paints the lines that are in view. The current one is left to the editor that lies over it.

    A box (a suggestion, or who-what-when) may hang under a line; the lines below make room.
    """

    clicked = Signal(int, int)
    mark_clicked = Signal(int)
    note_clicked = Signal(int)
    dragged = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "page")
        self.setMouseTracking(True)
        self.editor = LineEditor(self)
        self._looks: list[LineLook] = []
        self._current = 0
        self._places: list[_Place | None] = []
        self._boxes: dict[QWidget, int] = {}
        self._layouts: dict[tuple[str, int], QTextLayout] = {}
        self._measured: dict[LineLook, tuple[int, int]] = {}
        self._width = 0
        self._marked = range(0)
        self._pressed = -1

    # --- what is shown ---

    def show_marked(self, marked: range) -> None:
        """Show these lines as selected."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    def show_lines(self, looks: list[LineLook], current: int, boxes: dict[QWidget, int]) -> None:
        """Show these lines with the cursor in one of them, and boxes under some."""
        self._looks = looks
        self._current = current
        self.set_boxes(boxes)

    def show_line(self, index: int, look: LineLook) -> None:
        """Show one line anew; the others only move when its height changed."""
        before = self._looks[index]
        self._looks[index] = look
        place = self._places[index] if index < len(self._places) else None
        high = (
            self.editor.lines() * LINE
            if index == self._current
            else self._measure(look)[1] - 2 * _PAD
        )
        fits = place is not None and place.height == high + 2 * _PAD
        if not fits or (before.note, before.badge, before.hidden) != (
            look.note,
            look.badge,
            look.hidden,
        ):
            self.arrange()
        elif place is not None:
            self.update(0, place.y, self.width(), place.height)

    def set_boxes(self, boxes: dict[QWidget, int]) -> None:
        """Hang boxes under lines, by their index; other boxes are hidden."""
        for box in self._boxes:
            if box not in boxes:
                box.hide()
        self._boxes = boxes
        self.arrange()

    def place_of(self, index: int) -> QRect:
        """Where a line stands, with the box that hangs under it."""
        place = self._places[index] if 0 <= index < len(self._places) else None
        if place is None:
            return QRect()
        bottom = place.y + place.height
        for box, at in self._boxes.items():
            if at == index:
                bottom = max(bottom, box.geometry().bottom() + _BOX_BELOW)
        return QRect(0, place.y, self.width(), bottom - place.y)

    # --- arranging ---

    def arrange(self) -> None:
        """Give every line its place, and the editor and the boxes theirs."""
        width = self.width()
        if width <= TEXT_LEFT:
            return
        if width != self._width:
            self._width = width
            self._layouts.clear()
            self._measured.clear()
        hanging: dict[int, list[QWidget]] = {}
        for box, at in self._boxes.items():
            hanging.setdefault(at, []).append(box)
        y = 0
        places: list[_Place | None] = []
        for index, shown in enumerate(self._looks):
            if index == self._current:
                place = self._place_editor(shown, y)
            elif shown.hidden:
                places.append(None)
                continue
            else:
                text_width, high = self._measure(shown)
                place = _Place(y, high, text_width)
            places.append(place)
            y += place.height
            for box in hanging.get(index, ()):
                y += self._place_box(box, y) + _BOX_ABOVE + _BOX_BELOW
        self._places = places
        self.setFixedHeight(max(y + 24, 60))
        self.update()

    def _place_editor(self, shown: LineLook, y: int) -> _Place:
        text_width = self._text_width(shown)
        # The editor wraps its words in the width it has.
        self.editor.setFixedWidth(text_width)
        high = self.editor.lines() * LINE
        # The editor puts what a line is too high above the letters; half of that too low.
        self.editor.setGeometry(TEXT_LEFT, y + _PAD - _EDITOR_UP, text_width, high + _EDITOR_UP)
        return _Place(y, high + 2 * _PAD, text_width)

    def _measure(self, shown: LineLook) -> tuple[int, int]:
        """The width of the words of a line, and its height."""
        if (known := self._measured.get(shown)) is not None:
            return known
        text_width = self._text_width(shown)
        lines = self._layout(shown.words, text_width).lineCount()
        made = (text_width, lines * LINE + 2 * _PAD)
        if len(self._measured) > 2_000:
            self._measured.clear()
        self._measured[shown] = made
        return made

    def _place_box(self, box: QWidget, y: int) -> int:
        wide = self.width() - TEXT_LEFT
        high = box.heightForWidth(wide) if box.hasHeightForWidth() else box.sizeHint().height()
        box.setGeometry(TEXT_LEFT, y + _BOX_ABOVE, wide, high)
        box.show()
        return high

    def _text_width(self, shown: LineLook) -> int:
        note = self._note_width(shown)
        wide = self.width() - TEXT_LEFT - (note + _BETWEEN if note else 0)
        return max(_WORDS_LEAST, min(wide, SIZE.text_column))

    def _note_width(self, shown: LineLook) -> int:
        if not shown.note:
            return 0
        words = min(_NOTE_MOST, QFontMetrics(font(12)).horizontalAdvance(shown.note) + 1)
        lead = self._lead(shown)
        # In a small window the note gives way: it never lies over the words.
        room = self.width() - TEXT_LEFT - _WORDS_LEAST - _BETWEEN - lead
        return min(words, max(_NOTE_LEAST, room)) + lead

    @staticmethod
    def _lead(shown: LineLook) -> int:
        if shown.badge:
            wide = painting.badge_width(shown.badge, party_kind(shown.badge))
            return max(SIZE.badge_party, wide) + 8
        return 20 if shown.lock else 0

    def _layout(self, words: str, width: int) -> QTextLayout:
        key = (words, width)
        if (made := self._layouts.get(key)) is not None:
            return made
        made = QTextLayout(words or " ", font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        made.setCacheEnabled(True)
        made.beginLayout()
        y = 0.0
        while (line := made.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (LINE - line.height()) // 2))
            y += LINE
        made.endLayout()
        if len(self._layouts) > 2_000:
            self._layouts.clear()
        self._layouts[key] = made
        return made

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        area = event.rect()
        for index, place in enumerate(self._places):
            if place is None or place.y + place.height < area.top():
                continue
            if place.y > area.bottom():
                break
            self._paint_line(painter, index, place, c)
        painter.end()

    def _paint_line(self, painter: QPainter, index: int, place: _Place, c: Colours) -> None:
        shown = self._looks[index]
        current = index == self._current
        first = QRect(0, place.y + _PAD, self.width(), LINE)
        if index in self._marked:
            marked = QRect(TEXT_LEFT - 8, place.y, self.width() - TEXT_LEFT + 8, place.height)
            painter.fillRect(marked, colour(c.accent_soft))
        painter.setFont(font(12, 600 if current else 400))
        painter.setPen(colour(c.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(first, middle, shown.time)
        mark = QRect(MARK_LEFT, place.y + _PAD, 20, 20)
        painting.kind_mark(painter, mark, shown.mark, c, vague=shown.vague)
        if not current:
            painter.setPen(colour(c.muted if shown.muted else c.text))
            self._layout(shown.words, place.text_width).draw(
                painter, QPointF(TEXT_LEFT, place.y + _PAD)
            )
        self._paint_spots(painter, shown, place, c)
        if shown.note:
            self._paint_note(painter, first, shown, c)

    def _paint_spots(self, painter: QPainter, shown: LineLook, place: _Place, c: Colours) -> None:
        """A dotted line under the words that make a promise vague."""
        if not shown.spots:
            return
        pen = QPen(colour(c.accent), 2, Qt.PenStyle.DotLine)
        pen.setDashPattern([1, 1])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        layout = self._layout(shown.words, place.text_width)
        for start, end in shown.spots:
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(start, line.textStart())
                last = min(end, line.textStart() + line.textLength())
                if first < last:
                    y = place.y + _PAD + (number + 1) * LINE - 1
                    left, right = _x_at(line, first), _x_at(line, last)
                    painter.drawLine(TEXT_LEFT + left, y, TEXT_LEFT + right, y)

    def _paint_note(self, painter: QPainter, first: QRect, shown: LineLook, c: Colours) -> None:
        wide = self._note_width(shown)
        lead = self._lead(shown)
        left = self.width() - wide
        if shown.badge:
            badge = QRect(left, first.y(), lead - 8, SIZE.badge)
            painting.badge(painter, badge, shown.badge, party_kind(shown.badge), c)
        elif shown.lock:
            icons.paint(painter, "slot", c.muted, left, first.y() + 3, 14)
        painter.setFont(font(12))
        painter.setPen(colour(c.accent if shown.vague else c.muted))
        words = QFontMetrics(font(12)).elidedText(
            shown.note, Qt.TextElideMode.ElideRight, wide - lead
        )
        rect = QRect(left + lead, first.y(), wide - lead, LINE)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.arrange()
            self.resized.emit()

    # --- pointing ---

    def index_at(self, y: int) -> int:
        """The line at a height; the last one when there is none so low."""
        best = -1
        for index, place in enumerate(self._places):
            if place is not None and place.y <= y:
                best = index
        return best

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        index = self.index_at(at.y())
        if index < 0:
            return
        self._pressed = -1
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.dragged.emit(index)
        elif self._on_mark(at, index):
            self.mark_clicked.emit(index)
        elif self._on_note(at, index):
            self.note_clicked.emit(index)
        else:
            self._pressed = index
            self.clicked.emit(index, self._caret_at(index, at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.index_at(at.y())
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed >= 0 and index >= 0:
            self.dragged.emit(index)
            return
        over = index >= 0 and (self._on_mark(at, index) or self._on_note(at, index))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.setCursor(shape)

    def _on_mark(self, at: QPoint, index: int) -> bool:
        place = self._places[index]
        return (
            place is not None
            and MARK_LEFT - 4 <= at.x() < MARK_LEFT + 24
            and at.y() < place.y + place.height
        )

    def _on_note(self, at: QPoint, index: int) -> bool:
        place, shown = self._places[index], self._looks[index]
        if place is None or not shown.acts or at.y() >= place.y + 32:
            return False
        return at.x() >= self.width() - self._note_width(shown)

    def _caret_at(self, index: int, at: QPoint) -> int:
        place = self._places[index]
        if place is None or index == self._current:
            return len(self._looks[index].words)
        layout = self._layout(self._looks[index].words, place.text_width)
        row = min(layout.lineCount() - 1, max(0, (at.y() - place.y - _PAD) // LINE))
        return layout.lineAt(row).xToCursor(max(0, at.x() - TEXT_LEFT))


def _x_at(line: QTextLine, place: int) -> int:
    # The stubs say `object`: the binding gives the place back beside the x.
    found: Any = line.cursorToX(place)
    return round(found[0] if isinstance(found, tuple) else found)
