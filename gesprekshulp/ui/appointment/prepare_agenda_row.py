"""One point of the agenda: where it stands, its title, who speaks, and how long."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import AgendaItem, Speaker
from gesprekshulp.domain.ids import AgendaItemId
from gesprekshulp.ui.appointment.prepare_rows import BareEdit, EditRow
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import DrawnButton, OwnButton
from gesprekshulp.ui.widgets.painting import box

_TYPING_MS = 600
_TURN = (Speaker.CLIENT, Speaker.US, Speaker.TOGETHER)
_ICON = {Speaker.CLIENT: "luisteren", Speaker.US: "uitleg", Speaker.TOGETHER: "gesprek"}
_WORD = {Speaker.CLIENT: "Klant", Speaker.US: "Wij", Speaker.TOGETHER: "Samen"}


class Grip(DrawnButton):
    """Drag it to move a row, or press Alt+Up and Alt+Down. `dragged` gives a global height."""

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(20, 24)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip("Sleep, of druk op Alt+Omhoog of Alt+Omlaag")
        self._dragging = False

    def mousePressEvent(self, e: QMouseEvent) -> None:
        self._dragging = e.button() is Qt.MouseButton.LeftButton
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        if self._dragging:
            self.dragged.emit(round(e.globalPosition().y()))

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._dragging:
            self._dragging = False
            self.dropped.emit()

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        if self.hasFocus():
            box(painter, self.rect(), None, c.accent, RADIUS.badge, 2)
        icons.paint(painter, "greep", c.muted, 2, 4, 16)
        painter.end()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        e.ignore()


class SpeakerButton(OwnButton):
    """Who mostly speaks; a click goes on to the next. `changed` gives a Speaker."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speaker = Speaker.TOGETHER
        self.setFixedSize(QSize(68, 24))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._next)
        self.set_speaker(Speaker.TOGETHER)

    def set_speaker(self, speaker: Speaker) -> None:
        """Show who speaks."""
        self.speaker = speaker
        self.setAccessibleName(f"Wie spreekt: {_WORD[speaker]}")
        self.setToolTip("Wie spreekt er vooral? Klik voor de volgende: Klant, Wij, Samen")
        self.update()

    def _next(self) -> None:
        self.changed.emit(_TURN[(_TURN.index(self.speaker) + 1) % len(_TURN)])

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        if self.underMouse():
            box(painter, self.rect(), c.hover, None, RADIUS.badge)
        if self.ring and self.hasFocus():
            box(painter, self.rect(), None, c.accent, RADIUS.badge, 2)
        icons.paint(painter, _ICON[self.speaker], c.text, 4, 4, 16)
        painter.setFont(font(12))
        painter.setPen(colour(c.text))
        area = self.rect().adjusted(25, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, _WORD[self.speaker])
        painter.end()


class MinutesEdit(BareEdit):
    """The length of a point: "15 min"; Up and Down change it by five. `changed` gives minutes."""

    changed = Signal(int)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, name="Minuten")
        self._minutes = 0
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(QFontMetrics(font()).horizontalAdvance("000 min") + 8)
        self.done.connect(self._take)
        self.given_up.connect(lambda: self.set_minutes(self._minutes))

    def set_minutes(self, minutes: int) -> None:
        """Show a length."""
        self._minutes = minutes
        self.setText(f"{minutes} min")
        self.setAccessibleName(f"{minutes} minuten")

    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        super().focusInEvent(arg__1)
        self.setText(str(self._minutes))
        QTimer.singleShot(0, self, self.selectAll)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5}.get(Qt.Key(arg__1.key()))
        if step and not arg__1.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.setText(str(max(0, (self._typed() or 0) + step)))
            self._take(keep_text=True)
            return
        super().keyPressEvent(arg__1)

    def save(self) -> None:
        """Tell the minutes that were typed."""
        if self._typed() != self._minutes:
            self._take()

    def _typed(self) -> int | None:
        found = re.fullmatch(r"\s*(\d{1,4})\s*(?:m|min|min\.|minuten|minuut)?\s*", self.text())
        return int(found.group(1)) if found else None

    def _take(self, *, keep_text: bool = False) -> None:
        minutes = self._typed()
        before = self._minutes
        if minutes is None:
            self.set_minutes(before)
            self.refused.emit()
            return
        if keep_text:
            self._minutes = minutes
        else:
            self.set_minutes(minutes)
        if minutes != before:
            self.changed.emit(minutes)


class AgendaRow(EditRow):
    """One point. `moved` asks to move it up (-1) or down (1); `titled` gives another title."""

    moved = Signal(int)
    titled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = AgendaItemId("")
        self._item: AgendaItem | None = None
        self.grip = Grip()
        self.title = BareEdit(name="Agendapunt")
        self.speaker = SpeakerButton()
        self.minutes = MinutesEdit()
        self.row.setSpacing(8)
        self.row.setContentsMargins(10, 2, 8, 2)
        self.row.addWidget(self.grip)
        self.row.addWidget(self.title, 1)
        self.row.addWidget(self.speaker)
        self.row.addSpacing(8)
        self.row.addWidget(self.minutes)
        self.watch(self.grip, self.title, self.speaker, self.minutes)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._save_title)
        self.title.textEdited.connect(lambda _: self._typing.start())
        self.title.done.connect(self._end)
        self.title.given_up.connect(self._restore)

    def show_item(self, item: AgendaItem) -> None:
        """Show this point; what is being typed at it stays."""
        other, self.id = item.id != self.id, item.id
        self._item = item
        if other or not self.title.hasFocus():
            self._restore()
        if other or not self.minutes.hasFocus():
            self.minutes.set_minutes(item.minutes)
        self.speaker.set_speaker(item.speaker)
        self.title.setToolTip(item.title if len(item.title) > 50 else "")
        self.grip.setAccessibleName(f"{item.title} verplaatsen met Alt+Omhoog of Alt+Omlaag")
        self.remove_button.set_name(f"{item.title} van de agenda halen")

    def words_end(self) -> int:
        return self.title.geometry().right() + 1

    def save(self) -> None:
        """Tell what was typed; an empty title is told when it is something again."""
        self._save_title()
        self.minutes.save()

    def _save_title(self) -> None:
        self._typing.stop()
        text = self.title.text().strip()
        if self._item is not None and text and text != self._item.title:
            self.titled.emit(text)

    def _end(self) -> None:
        self._save_title()
        if not self.title.text().strip():
            self._restore()

    def _restore(self) -> None:
        self._typing.stop()
        if self._item is not None and self.title.text() != self._item.title:
            self.title.setText(self._item.title)
            self.title.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)
