"""The agenda of a talk: points with minutes and who speaks, in an order that can be changed."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import AgendaItem, Speaker, talk_shares
from gesprekshulp.domain.ids import AgendaItemId, AppointmentId
from gesprekshulp.services import preparation
from gesprekshulp.ui.appointment.prepare_rows import AddRow, BareEdit, EditRow, RowsCard
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.undoing import tell_done
from gesprekshulp.ui.widgets.buttons import FocusShown, LinkButton
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Muted, Text
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.widgets.talk_bar import TalkBar

_TYPING_MS = 600
_TURN = (Speaker.CLIENT, Speaker.US, Speaker.TOGETHER)
_ICON = {Speaker.CLIENT: "luisteren", Speaker.US: "uitleg", Speaker.TOGETHER: "gesprek"}
_WORD = {Speaker.CLIENT: "Klant", Speaker.US: "Wij", Speaker.TOGETHER: "Samen"}
_ENDS_WITH_MINUTES = re.compile(
    r"\s*[,(]?\s*(\d{1,3})\s*(?:min\.?|minuten|minuut|')\)?\s*$", re.IGNORECASE
)


class Typed(NamedTuple):
    """An agenda item as it was typed: "Kosten per winkel 15 min"."""

    title: str
    minutes: int


def read_item(text: str) -> Typed:
    """The title and the minutes in what was typed; 10 minutes when none are named.

    >>> read_item("Kosten per winkel, 15 min")
    Typed(title='Kosten per winkel', minutes=15)
    """
    found = _ENDS_WITH_MINUTES.search(text)
    if found is None or not text[: found.start()].strip():
        return Typed(text.strip(), 10)
    return Typed(text[: found.start()].strip(), int(found.group(1)))


class Grip(QAbstractButton, FocusShown):
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


class SpeakerButton(QAbstractButton, FocusShown):
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

    def focusInEvent(self, e: QFocusEvent) -> None:
        self.note_focus(e)
        super().focusInEvent(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        self.ring = False
        super().focusOutEvent(e)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()


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
        self._typing.timeout.connect(self.save)
        self.title.textEdited.connect(lambda _: self._typing.start())
        self.title.done.connect(self._end)
        self.title.given_up.connect(self._restore)

    def show_item(self, item: AgendaItem) -> None:
        """Show this point; what is being typed stays."""
        self._item = item
        if not self.title.hasFocus():
            self._restore()
        if not self.minutes.hasFocus():
            self.minutes.set_minutes(item.minutes)
        self.speaker.set_speaker(item.speaker)
        self.title.setToolTip(item.title if len(item.title) > 50 else "")
        self.grip.setAccessibleName(f"{item.title} verplaatsen met Alt+Omhoog of Alt+Omlaag")
        self.remove_button.set_name(f"{item.title} van de agenda halen")

    def words_end(self) -> int:
        return self.title.geometry().right() + 1

    def save(self) -> None:
        """Tell what was typed; an empty title is told when it is something again."""
        self._typing.stop()
        text = self.title.text().strip()
        if self._item is not None and text and text != self._item.title:
            self.titled.emit(text)

    def _end(self) -> None:
        self.save()
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


class AgendaEditor(QWidget):
    """The section Agenda. `saved` is emitted after every change."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self._planned = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("Agenda"))
        self._too_long = IconLabel("let-op", size=16, role="text")
        head.addWidget(self._too_long)
        self.length = Text(size=12)
        head.addWidget(self.length)
        head.addStretch(1)
        self.add_button = LinkButton("Punt", icon="plus", small=True)
        self.add_button.setAccessibleName("Agendapunt toevoegen")
        self.add_button.clicked.connect(self._ask_new)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self.card: RowsCard[AgendaItem, AgendaRow] = RowsCard(
            lambda item: item.id, self._make, lambda row, item: row.show_item(item)
        )
        self.add = AddRow("nieuw punt, bijvoorbeeld: Kosten per winkel, 15 min", "Nieuw agendapunt")
        self.add.typed.connect(self._add)
        self.card.set_add(self.add)
        column.addWidget(self.card)
        self._shares = QWidget()
        shares = QVBoxLayout(self._shares)
        shares.setContentsMargins(0, 8, 0, 0)
        shares.setSpacing(4)
        self.bar = TalkBar()
        self.listening = Muted()
        shares.addWidget(self.bar)
        shares.addWidget(self.listening)
        column.addWidget(self._shares)

    def show_items(self, id: AppointmentId, items: tuple[AgendaItem, ...], planned: int) -> None:
        """Show this agenda of an appointment of `planned` minutes."""
        self._id = id
        self._planned = planned
        if items and not self.add.edit.hasFocus():
            self.add.hide()
        elif not items:
            self.add.show()
        self.card.set_items(items)
        shares = talk_shares(items)
        over = shares.total - planned
        words = f"{shares.total} van {planned} minuten"
        if over > 0:
            words += f", {over} {'minuut' if over == 1 else 'minuten'} te lang"
        self.length.setText(words if items else "nog geen punten")
        self.length.set_role("text" if over > 0 else "muted")
        self._too_long.setVisible(over > 0)
        self._shares.setVisible(shares.total > 0)
        self.bar.set_minutes(shares.explaining, shares.together, shares.listening)
        share = round(100 * shares.listening_share)
        more = "" if share >= 40 else "; de klant komt weinig aan het woord"
        self.listening.setText(f"U luistert {share}% van de tijd{more}")

    def rows(self) -> list[AgendaRow]:
        """The rows as they stand."""
        return self.card.in_order()

    def flush(self) -> None:
        """Save what was typed and not entered yet."""
        for row in self.rows():
            row.save()
        self.add.flush()

    def _make(self, item: AgendaItem) -> AgendaRow:
        row = AgendaRow()
        id = item.id
        row.titled.connect(lambda title: self._change(id, title=title))
        row.minutes.changed.connect(lambda minutes: self._change(id, minutes=minutes))
        row.minutes.refused.connect(
            lambda: self._desk.error("Geef een heel aantal minuten, bijvoorbeeld 15.")
        )
        row.speaker.changed.connect(lambda speaker: self._change(id, speaker=speaker))
        row.removed.connect(lambda: self._remove(id))
        row.moved.connect(lambda step: self.shift(id, step))
        row.grip.dragged.connect(lambda y: self._drag(id, y))
        row.grip.dropped.connect(self._save_order)
        return row

    def _ask_new(self) -> None:
        self.add.show()
        self.card.arrange(list(self.card.rows))
        self.add.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, text: str) -> None:
        if self._id is not None:
            title, minutes = read_item(text)
            preparation.add_item(self._desk.archive, self._id, title, minutes)
            self.saved.emit()

    def _change(
        self,
        id: AgendaItemId,
        *,
        title: str | None = None,
        minutes: int | None = None,
        speaker: Speaker | None = None,
    ) -> None:
        preparation.change_item(
            self._desk.archive,
            id,
            title=title,
            minutes=minutes,
            speaker=speaker,
            typing=title is not None,
        )
        self.saved.emit()

    def _remove(self, id: AgendaItemId) -> None:
        preparation.remove_item(self._desk.archive, id)
        tell_done(self._desk, "Agendapunt verwijderd.")
        self.saved.emit()

    # The order

    def shift(self, id: AgendaItemId, step: int) -> None:
        """Move a point one place; the focus goes along."""
        keys = list(self.card.rows)
        at = keys.index(id)
        to = at + step
        if 0 <= to < len(keys):
            self._place(id, to)
            self._save_order()

    def _drag(self, id: AgendaItemId, y: int) -> None:
        """Put the dragged row where the pointer is; saved when it is dropped."""
        local = self.card.mapFromGlobal(QPoint(0, y)).y()
        rows = self.rows()
        to = sum(local > row.geometry().center().y() for row in rows if row is not self._row(id))
        self._place(id, to)

    def _row(self, id: Hashable) -> AgendaRow:
        return self.card.rows[id]

    def _place(self, id: AgendaItemId, to: int) -> None:
        keys = [key for key in self.card.rows if key != id]
        keys.insert(to, id)
        if keys != list(self.card.rows):
            self.card.arrange(keys)

    def _save_order(self) -> None:
        if self._id is None:
            return
        ids = [AgendaItemId(str(key)) for key in self.card.rows]
        preparation.order_items(self._desk.archive, self._id, ids)
        self.saved.emit()
