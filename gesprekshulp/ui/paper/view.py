"""A paper on its desk: real pages under each other, as they come out of a printer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.paper import Paper
from gesprekshulp.domain.remark import Remark
from gesprekshulp.ui.paper.areas import PartArea
from gesprekshulp.ui.paper.marks import Mark, marks_of
from gesprekshulp.ui.paper.pages import SetPaper
from gesprekshulp.ui.paper.sheet import WIDTH, Scale, Sheet, scale_for
from gesprekshulp.ui.widgets.after_paint import AFTER_PAINT_MS
from gesprekshulp.ui.widgets.cards import Scroll

_BETWEEN = 16
_ZOOM = (0.75, 2.0)
_ZOOM_STEP = 0.125
_FIRST_PAGES = 3
_PAGES_A_TURN = 2


class PaperView(Scroll):
    """The pages of any paper, to look at.

    A long paper is there at once: its first pages are set, and the rest while the window goes on.
    `part_picked` gives the identifier of the part that was clicked, `remark_picked` the remark of
    the mark that was.
    """

    part_picked = Signal(str)
    remark_picked = Signal(Remark)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("desk", parent, margins=(16, 16, 16, 32))
        self.setAccessibleName(name)
        self.paper = QWidget()
        self._pages = QVBoxLayout(self.paper)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.setSpacing(_BETWEEN)
        self.column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self.sheets: list[Sheet] = []
        self._set: SetPaper | None = None
        self._names: Mapping[str, str] = {}
        self._is_open = False
        self._zoom = 1.0
        self._scale = scale_for(WIDTH, 0)
        self._remarks: tuple[Remark, ...] = ()
        self._active: Remark | None = None
        self._marks: list[Mark] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_PAINT_MS)
        self._soon.timeout.connect(self._go_on)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.zoom(step))

    def show_paper(
        self,
        paper: Paper,
        names: Mapping[str, str] | None = None,
        *,
        open_: bool = False,
        opening: bool = False,
    ) -> None:
        """Set a paper. Parts that have a name can be read one by one, and clicked when `open_`.

        `opening` says that the view comes in sight with it; what is below the fold follows.
        """
        self._soon.stop()
        self._names, self._is_open = names or {}, open_
        self._set = SetPaper(paper)
        self._scale = self._fitting()
        # What is shown anew keeps its place: the pages above it come at once.
        at_once = self._in_view() if opening else max(_FIRST_PAGES, 1 + self._in_view())
        while len(self._set.pages) < at_once and self._set.more():
            pass
        self._marks = []
        place = self.verticalScrollBar().value()
        for number in range(max(len(self._set.pages), len(self.sheets))):
            self._show_page(number)
        # A part that had the focus is made anew, and Qt scrolls to what gets it instead.
        self.verticalScrollBar().setValue(place)
        self._when_whole()

    def _in_view(self) -> int:
        """How many pages reach down to the end of what is in view."""
        below = self.verticalScrollBar().value() + self.viewport().height()
        return 1 + below // (self._scale.height + _BETWEEN)

    def words(self) -> str:
        """Everything on the paper, for tests."""
        set_ = self._finish()
        hidden = self._open_part()
        return "\n".join(said.text for said in set_.said if said.place.part != hidden or not hidden)

    @property
    def areas(self) -> dict[str, PartArea]:
        """The parts on the paper by identifier; of one on more pages, where it begins."""
        self._finish()
        found: dict[str, PartArea] = {}
        for sheet in self.sheets:
            for part, area in sheet.areas:
                found.setdefault(part, area)
        return found

    # --- the editor ---

    def open_part(self, part: str, editor: QWidget, before: Sequence[str]) -> None:
        """Put an editor in the place of a part.

        One that has no words yet opens below the nearest that has; `before` names those above it.
        """
        if not self._until(part):
            self._finish()
        place = self._place_of(part, before)
        for sheet in self.sheets:
            if sheet is not place[0]:
                sheet.hide_part(part)
        sheet, top, bottom = place
        frame = sheet.open_editor(editor, part, top, bottom)
        QTimer.singleShot(0, frame, lambda: self._reveal(frame, frame.rect()))

    def _place_of(self, part: str, before: Sequence[str]) -> tuple[Sheet, float, float]:
        for sheet in self.sheets:
            for one in sheet.page.parts:
                if one.id == part:
                    return sheet, one.own, one.bottom
        for name in before:
            for sheet in reversed(self.sheets):
                for one in reversed(sheet.page.parts):
                    if one.id == name:
                        return sheet, one.bottom, one.bottom
        first = self.sheets[0]
        assert self._set is not None
        top = float(self._set.look.margins.top)
        return first, top, top

    def _open_part(self) -> str:
        return next((sheet.open_part for sheet in self.sheets if sheet.open_part), "")

    # --- marks ---

    def mark(self, remarks: tuple[Remark, ...], active: Remark | None) -> None:
        """Show remarks under their words; the active one in a box, and in view."""
        self._remarks = remarks if active is None or active in remarks else (*remarks, active)
        is_new = active is not None and active != self._active
        self._active = active
        self._marks = []
        if is_new:
            self._finish()
        self._show_marks()
        if is_new:
            QTimer.singleShot(0, self, self._reveal_active)

    def marked(self) -> tuple[Remark, ...]:
        """The remarks whose words are on the paper."""
        return tuple(dict.fromkeys(mark.remark for mark in self._marks))

    def _show_marks(self) -> None:
        if self._set is None or not self._set.is_whole:
            return
        self._marks = marks_of(self._remarks, self._set.pages)
        for sheet in self.sheets:
            number = sheet.page.number
            sheet.set_marks(
                [(m, m.remark == self._active) for m in self._marks if m.page == number]
            )

    def _reveal_active(self) -> None:
        found = next((mark for mark in self._marks if mark.remark == self._active), None)
        if found is not None:
            sheet = self.sheets[found.page - 1]
            self._reveal(sheet, sheet.box_of(found))

    # --- the pages ---

    def _show_page(self, number: int) -> None:
        assert self._set is not None
        pages = self._set.pages
        if number >= len(pages):
            gone = self.sheets.pop()
            gone.hide()
            self._pages.removeWidget(gone)
            gone.deleteLater()
            return
        if number == len(self.sheets):
            sheet = Sheet()
            sheet.picked.connect(self.part_picked)
            sheet.mark_picked.connect(self._pick_mark)
            self.sheets.append(sheet)
            self._pages.addWidget(sheet)
            sheet.show()
        self.sheets[number].show_page(
            self._set, pages[number], self._scale, self._names, open_=self._is_open
        )

    def _pick_mark(self, mark: Mark) -> None:
        self.remark_picked.emit(mark.remark)

    def _go_on(self) -> None:
        """Set the next pages of a long paper."""
        assert self._set is not None
        for _ in range(_PAGES_A_TURN):
            if self._set.more():
                self._show_page(len(self._set.pages) - 1)
        self._when_whole()

    def _until(self, part: str) -> bool:
        """Set pages until a part is there."""
        assert self._set is not None
        while not any(one.id == part for sheet in self.sheets for one in sheet.page.parts):
            if not self._set.more():
                return False
            self._show_page(len(self._set.pages) - 1)
        return True

    def _finish(self) -> SetPaper:
        assert self._set is not None
        if not self._set.is_whole:
            while self._set.more():
                self._show_page(len(self._set.pages) - 1)
            self._when_whole()
        return self._set

    def _when_whole(self) -> None:
        assert self._set is not None
        if not self._set.is_whole:
            self._soon.start()
            return
        self._soon.stop()
        for sheet in self.sheets:
            sheet.count_pages()
        self._show_marks()

    # --- the room there is ---

    def zoom(self, step: int) -> None:
        """Show the pages a step larger (1) or smaller (-1), no wider than the view; 0 is 100 %."""
        zoom = 1.0 if step == 0 else round(self._zoom + step * _ZOOM_STEP, 3)
        self._zoom = min(_ZOOM[1], max(_ZOOM[0], zoom))
        self._rescale()

    def wheelEvent(self, arg__1: QWheelEvent) -> None:
        turned = arg__1.angleDelta().y()
        if arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom(1 if turned > 0 else -1)
            arg__1.accept()
        else:
            super().wheelEvent(arg__1)

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        room = self.viewport().width()
        side = 16 if room >= WIDTH * self._zoom + 32 else 8
        self.column.setContentsMargins(side, 16, side, 32)
        self._rescale()
        super().resizeEvent(arg__1)

    def _fitting(self) -> Scale:
        assert self._set is not None
        margins = self.column.contentsMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        found = scale_for(room, self._set.look.margins.side, self._zoom)
        self.paper.setFixedWidth(found.width)
        return found

    def _rescale(self) -> None:
        if self._set is None:
            return
        self._scale = self._fitting()
        for sheet in self.sheets:
            sheet.rescale(self._scale)

    def _reveal(self, widget: QWidget, area: QRect) -> None:
        """Scroll no further than needed; of what is higher than the view its top is shown."""
        for layout in (self._pages, self.column):
            layout.activate()
        place = widget.mapTo(self.holder, area.topLeft())
        bar = self.verticalScrollBar()
        top, bottom = place.y() - 24, place.y() + area.height() + 24
        if bottom - bar.value() > self.viewport().height():
            bar.setValue(bottom - self.viewport().height())
        if top < bar.value():
            bar.setValue(top)
