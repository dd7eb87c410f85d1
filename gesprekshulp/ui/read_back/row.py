"""One line of the read-back: large words, and the answers Klopt and Anders."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
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

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.read_back import ReadBackItem, Verdict
from gesprekshulp.services.line_promises import promise_in
from gesprekshulp.services.voices import Voices
from gesprekshulp.ui.appointment.talk_boxes import people_options
from gesprekshulp.ui.appointment.talk_terms import event_in
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.read_back.words import against, below, sentence
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS, SIZE
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.dates import DateField
from gesprekshulp.ui.widgets.fields import ComboField, LabelledField, TextArea
from gesprekshulp.ui.widgets.labels import IconLabel, SpanLabel
from gesprekshulp.ui.widgets.painting import box

_ANSWER_WIDTH = 128
ROW_LEFT = 16
"""Room for the bar that shows which row has the focus."""


class _Answer(QAbstractButton):
    """Klopt or Anders, 44 high: unanswered an outline, chosen unmistakable."""

    def __init__(self, verdict: Verdict, about: str) -> None:
        super().__init__()
        self._verdict = verdict
        self.setText("Klopt" if verdict is Verdict.RIGHT else "Anders")
        self.setAccessibleName(f"{self.text()}: {about}")
        self.setToolTip(f"Toets {self.text()[0]}")
        self.setCheckable(True)
        self.setFixedSize(_ANSWER_WIDTH, SIZE.button_large)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def nextCheckState(self) -> None:
        """The row decides what is chosen."""

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        chosen, right = self.isChecked(), self._verdict is Verdict.RIGHT
        if chosen and right:
            box(painter, self.rect(), c.accent, None, RADIUS.card)
            ink, icon = c.on_accent, "vink"
        elif chosen:
            box(painter, self.rect(), c.surface, c.text, RADIUS.card, 2)
            ink, icon = c.text, "potlood"
        else:
            fill = c.hover if self.underMouse() else c.surface
            box(painter, self.rect(), fill, c.line_strong, RADIUS.card)
            ink, icon = c.muted, ""
        letters = font(18, 600 if chosen else 400)
        wide = QFontMetrics(letters).horizontalAdvance(self.text()) + (28 if icon else 0)
        left = (self.width() - wide) // 2
        if icon:
            icons.paint(painter, icon, ink, left, 13, 18)
            left += 28
        painter.setFont(letters)
        painter.setPen(colour(ink))
        area = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()


class _Correction(QWidget):
    """The line being put right: its words, and for a promise who and by when."""

    done = Signal()
    cancelled = Signal()

    def __init__(self, item: ReadBackItem, at_table: Voices, today: Callable[[], date]) -> None:
        super().__init__()
        self._item = item
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 16, 12)
        column.setSpacing(12)
        self.words = TextArea(least=1, most=4, name="Hoe het wel is")
        self.words.setFont(font(24))
        self.words.setText(item.text)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.who: ComboField | None = None
        self.day: DateField | None = None
        self._today = today
        if (promise := item.commitment) is not None:
            self.who = ComboField(people_options(at_table, promise), name="Wie")
            self.who.set_value((promise.side.value, promise.who))
            self.who.setMinimumWidth(180)
            self.day = DateField(read_date, today, name="Uiterlijk")
            self.day.set_day(promise.due)
            top = Qt.AlignmentFlag.AlignTop
            row.addWidget(LabelledField("Wie", self.who), 0, top)
            row.addWidget(LabelledField("Uiterlijk", self.day), 0, top)
        row.addStretch(1)
        self.ok = SecondaryButton("Zo is het", icon="vink")
        cancel = SecondaryButton("Annuleren")
        row.addWidget(self.ok, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(cancel, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        self.ok.clicked.connect(self.done)
        cancel.clicked.connect(self.cancelled)
        self._at_table = at_table
        self._read = promise_in(item.text, today(), at_table) if promise else None
        # Whom and which day the words called for so far: what the line had, until they say else.
        self._whom = (promise.side.value, promise.who) if promise else ("", "")
        self._due = promise.due if promise else None
        self.words.textChanged.connect(self._follow_words)
        for field in (self.words, self.who, self.day.edit if self.day else None):
            if field is not None:
                field.installEventFilter(self)

    def _follow_words(self) -> None:
        """Another name or day in the words becomes another who or by when as well.

        Compared with the words that stood there, not with those of the last key: half a word may be
        a day ("ma" of "mailt"), and what it said goes with it.
        """
        words, promise = self.words.text().strip(), self._item.commitment
        if self._read is None or promise is None or self.who is None or self.day is None:
            return
        if not words:
            return
        first, now = self._read, promise_in(words, self._today(), self._at_table)
        same = (now.side, now.who) == (first.side, first.who)
        whom = (promise.side.value, promise.who) if same else (now.side.value, now.who)
        if whom != self._whom:
            self._whom = whom
            self.who.set_value(whom)
        due = promise.due if now.due in (None, first.due) else now.due
        if due != self._due:
            self._due = due
            self.day.set_day(due)

    def _term(self, promise: Commitment, due: date | None, typed: str) -> tuple[date | None, str]:
        """By when, from the field of the day; emptied, what hangs on a talk has that talk's day."""
        follows = promise.event_appointment_id is not None and not typed
        if follows or (due is not None and due == promise.due):
            return promise.due, promise.event
        if due is not None:
            return due, ""
        return None, event_in(typed, self._today()) or promise.event

    def corrected(self) -> ReadBackItem:
        """The item as it is filled in now."""
        words = " ".join(self.words.text().split()) or self._item.text
        promise = self._item.commitment
        if promise is not None and self.who is not None and self.day is not None:
            chosen = self.who.value()
            side, who = chosen if isinstance(chosen, tuple) else (promise.side.value, promise.who)
            due, event = self._term(promise, self.day.day(), self.day.text())
            promise = replace(promise, side=Side(side), who=who, due=due, event=event)
        return replace(self._item, text=words, commitment=promise)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.done.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.cancelled.emit()
                return True
        return False


class ReadBackRow(QWidget):
    """One line. `answered` gives the item with its verdict; `step` asks for another row.

    With the focus on it, K says Klopt, A says Anders, and the arrows go up and down. A decision
    can be noted as against our advice, with W or the link below it; `advice_asked` asks for that.
    """

    answered = Signal(object)
    advice_asked = Signal()
    step = Signal(int)

    def __init__(
        self,
        first: ReadBackItem,
        item: ReadBackItem,
        at_table: Voices,
        today: Callable[[], date],
        decision: Decision | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.decision = decision
        self.first = first
        self.item = item
        self._at_table = at_table
        self._today = today
        self.correction: _Correction | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(ROW_LEFT, 6, 0, 6)
        self._row.setSpacing(8)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 16, 0)
        words.setSpacing(0)
        words.addStretch(1)
        self.text = SpanLabel(size=24, wrap=True)
        words.addWidget(self.text)
        second = QHBoxLayout()
        second.setSpacing(8)
        self._pencil = IconLabel("potlood", size=18)
        self.below = SpanLabel(size=18, wrap=True)
        second.addWidget(self._pencil)
        second.addWidget(self.below, 1)
        words.addLayout(second)
        self.advice = LinkButton("")
        self.advice.setToolTip("Toets W")
        self.advice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.advice.clicked.connect(self.advice_asked)
        self.advice.setVisible(decision is not None)
        words.addWidget(self.advice, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._row.addWidget(self._words, 1)
        self.right = _Answer(Verdict.RIGHT, item.text)
        self.other = _Answer(Verdict.OTHER, item.text)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self.right, 0, middle)
        self._row.addWidget(self.other, 0, middle)
        self.right.clicked.connect(lambda: self.say_right())
        self.other.clicked.connect(lambda: self.correct())
        self._show()

    def _show(self) -> None:
        item = self.item
        self.text.set_spans(sentence(self.first.text, item.text))
        spans = below(item, self.first.commitment, self._today())
        if self.decision is not None:
            spans = against(self.decision)
            self.advice.set_label("Advies wijzigen" if spans else "Wijkt dit af van ons advies?")
        self.below.set_spans(spans)
        self.below.setVisible(bool(spans))
        other = item.verdict is Verdict.OTHER
        self._pencil.setVisible(other and bool(spans))
        self.right.setChecked(item.verdict is Verdict.RIGHT)
        self.other.setChecked(other)
        said = {None: "nog niet beantwoord", Verdict.RIGHT: "klopt", Verdict.OTHER: "anders"}
        self.setAccessibleName(f"{item.text} {self.below.text()}: {said[item.verdict]}")
        self.setMinimumHeight(68)

    def show_decision(self, decision: Decision) -> None:
        """Show what was noted of our advice."""
        self.decision = decision
        self._show()
        self.setFocus()

    def say_right(self) -> None:
        """It stands there as it was agreed; what was corrected before is put back."""
        self.item = replace(self.first, verdict=Verdict.RIGHT)
        self._show()
        self.answered.emit(self.item)

    def correct(self) -> None:
        """Put the line right, in its own place."""
        if self.correction is not None:
            self.correction.words.setFocus()
            return
        made = _Correction(self.item, self._at_table, self._today)
        made.done.connect(self.finish_correction)
        made.cancelled.connect(self._close_correction)
        self.correction = made
        self._words.hide()
        self._row.insertWidget(0, made, 1)
        made.show()
        made.words.setFocus()
        made.words.selectAll()

    def finish_correction(self) -> None:
        """Take over what was filled in; when nothing changed, nothing is said either."""
        if self.correction is None:
            return
        item = self.correction.corrected()
        self._close_correction()
        if (item.text, item.commitment) != (self.first.text, self.first.commitment):
            self.item = replace(item, before=self.first.text, verdict=Verdict.OTHER)
            self._show()
            self.answered.emit(self.item)
            # On to the next line: a K meant for that one would put back the old words of this.
            self.step.emit(1)

    def _close_correction(self) -> None:
        if self.correction is not None:
            self.correction.hide()
            self.correction.deleteLater()
            self.correction = None
            self._words.show()
            self.setFocus()

    # --- keys and looks ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_K:
                self.say_right()
                self.step.emit(1)
            case Qt.Key.Key_A:
                self.correct()
            case Qt.Key.Key_W if self.decision is not None:
                self.advice_asked.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.step.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(0, 8, 3, self.height() - 16, colour(colours(self).accent))
            painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 68)
