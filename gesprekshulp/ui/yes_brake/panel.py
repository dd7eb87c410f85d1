"""The yes-brake: what is due in that week already, and ja · ja, mits · nee, omdat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.domain.ids import ClientId, CommitmentId
from gesprekshulp.domain.yes_brake import Answer, WeekLoad
from gesprekshulp.services.yes_brake import due_that_week
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import OwnButton
from gesprekshulp.ui.widgets.cards import clear_layout
from gesprekshulp.ui.widgets.fields import TextField
from gesprekshulp.ui.widgets.labels import ElidedLabel, KeyCap, Label, Muted
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.yes_brake.week_line import heading, item_words

_SHOWN = 4
KEYS = {Answer.YES: Qt.Key.Key_J, Answer.YES_IF: Qt.Key.Key_M, Answer.NO: Qt.Key.Key_N}
_ASK = {
    Answer.YES_IF: ("Onder welke voorwaarde?", "de cijfers er dinsdag zijn"),
    Answer.NO: ("Waarom niet?", "de week al vol is"),
}


class _Choice(OwnButton):
    """An answer with its key before it."""

    def __init__(self, given: Answer, keys: str, *, quiet: bool) -> None:
        super().__init__()
        self._keys = keys
        self.given = given
        self.setText(given.value)
        self.setAccessibleName(f"{given.value} ({keys})")
        self.setFont(font(12))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if quiet else Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _cap(self) -> int:
        return QFontMetrics(font(12, 500)).horizontalAdvance(self._keys) + 12

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(12, 600)).horizontalAdvance(self.text())
        return QSize(self._cap() + 6 + words + 2, 20)

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        cap = self.rect().adjusted(0, 0, self._cap() - self.width(), 0)
        edge = c.accent if self.isChecked() or (self.ring and self.hasFocus()) else c.line
        box(painter, cap, c.sunken, edge, RADIUS.badge)
        painter.setFont(font(12, 500))
        painter.setPen(colour(c.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
        lit = self.isChecked() or self.underMouse()
        painter.setFont(font(12, 600 if self.isChecked() else 400))
        painter.setPen(colour(c.accent if lit else c.text))
        words = self.rect().adjusted(self._cap() + 6, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class YesBrake(QWidget):
    """Stands beside a promise of ours that gets a day.

    `set_day(day, client_id)` shows the week of that day, read in the background, and hides again
    without a day. `answered` gives the Answer and the words of its condition or reason; for the
    last two that line is asked first. `given` and `words` are the answer as it stands, for a form
    that is saved with its own button. `resized` says that it got higher or lower.

    `quiet` is for beside running text: it is low, and never takes the focus by itself; `left` says
    that typing goes on without an answer.
    """

    answered = Signal(object, str)
    resized = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._quiet = quiet
        self._wanted: tuple[date, CommitmentId | None] | None = None
        self._client_id = ""
        self._job: Job | None = None
        self._load: WeekLoad | None = None
        self._given = Answer.YES
        self._build()
        self.hide()

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        side, top = (0, 0) if self._quiet else (12, 10)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(6)
        self.heading = ElidedLabel(size=12, weight=400 if self._quiet else 600, role="muted")
        if not self._quiet:
            self.heading.set_role("text")
        self._items = QVBoxLayout()
        self._items.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(14)
        self.choices: dict[Answer, _Choice] = {}
        choices: list[_Choice] = []
        for given, key in KEYS.items():
            choice = _Choice(given, f"Alt+{key.name[-1]}", quiet=self._quiet)
            choice.clicked.connect(lambda _=False, given=given: self.answer(given))
            self.choices[given] = choice
            choices.append(choice)
        if self._quiet:
            row.addWidget(self.heading, 1)
        else:
            column.addWidget(self.heading)
            column.addLayout(self._items)
        for choice in choices:
            row.addWidget(choice)
        if not self._quiet:
            row.addStretch(1)
        column.addLayout(row)
        self._in_short = ElidedLabel(size=12, role="muted")
        self._in_short.hide()
        column.addWidget(self._in_short)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._question = Label()
        self.line = TextField()
        self.line.installEventFilter(self)
        line.addWidget(self._question)
        line.addWidget(self.line, 1)
        line.addWidget(KeyCap("Enter"))
        column.addWidget(self._line)
        self.problem = Muted(wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self._line.hide()

    # What is shown

    def set_day(
        self, day: date | None, client_id: str = "", without: CommitmentId | None = None
    ) -> None:
        """Show the week of this day, but for the promise `without`; None hides it."""
        self._client_id = client_id
        if day is None:
            self._drop()
            return
        wanted = (day, without)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if self._job is not None:
            self._job.cancel()
        archive = self._desk.archive
        self._job = self._desk.background.run(
            lambda: due_that_week(archive, day, without=without),
            done=self._show,
            owner=self,
        )

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._wanted = self._load = None
        self._close_line()
        if not self.isHidden():
            self.hide()
            self.resized.emit()

    def _show(self, load: WeekLoad) -> None:
        self._job = None
        self._load = load
        words = heading(load, self._desk.today())
        items = [item_words(item) for item in load.items]
        self.heading.setText(words)
        resized = self._quiet and self._in_short.isHidden() is bool(items)
        if self._quiet:
            self._in_short.setText(" · ".join(items))
            self._in_short.setVisible(bool(items))
        else:
            self._show_items(load)
        self.setAccessibleName("; ".join((words, *items)))
        if self.isHidden() or resized or not self._quiet:
            self.show()
            self.resized.emit()

    def _show_items(self, load: WeekLoad) -> None:
        clear_layout(self._items)
        for item in load.items[:_SHOWN]:
            same = item.commitment.client_id == ClientId(self._client_id)
            client = "" if same or not item.client_name else f" · {item.client_name}"
            self._items.addWidget(ElidedLabel(f"{item_words(item)}{client}", size=12, role="muted"))
        if (more := load.count - _SHOWN) > 0:
            self._items.addWidget(Muted(f"en nog {more}"))

    def load(self) -> WeekLoad | None:
        """The week that is shown."""
        return self._load

    # Answering

    @property
    def given(self) -> Answer:
        """The answer as it stands: ja, unless another one was chosen."""
        return self._given

    @property
    def words(self) -> str:
        """The condition or the reason as it stands."""
        return self.line.text().strip() if self._given is not Answer.YES else ""

    def answer(self, given: Answer) -> None:
        """Give an answer; for ja, mits and nee, omdat one line is asked first."""
        if given is Answer.YES:
            self._close_line()
            self.answered.emit(given, "")
            return
        self._given = given
        self._mark()
        question, example = _ASK[given]
        self._question.setText(question)
        self.line.setPlaceholderText(example)
        self.line.setAccessibleName(question)
        self._question.setBuddy(self.line)
        self.problem.hide()
        if self._line.isHidden():
            self._line.show()
            self.resized.emit()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def complain(self) -> bool:
        """Say under the line that it is still empty. False when nothing is missing."""
        if self._given is Answer.YES or self.words:
            return False
        self.problem.setText(
            "Zet erbij onder welke voorwaarde."
            if self._given is Answer.YES_IF
            else "Zet erbij waarom niet."
        )
        self.problem.show()
        self.resized.emit()
        self.line.setFocus()
        return True

    def is_asking(self) -> bool:
        """Whether the line of a condition or a reason stands open."""
        return not self._line.isHidden()

    def reset(self) -> None:
        """Forget the answer, as for another promise."""
        self._close_line()

    def _mark(self) -> None:
        for given, choice in self.choices.items():
            choice.setChecked(given is self._given and given is not Answer.YES)

    def _close_line(self) -> None:
        self._given = Answer.YES
        self._mark()
        self.line.clear()
        self.problem.hide()
        if not self._line.isHidden():
            self._line.hide()
            self.resized.emit()

    def _say(self) -> None:
        if self.complain():
            return
        given, words = self._given, self.words
        if self._quiet:
            # A form reads the answer once more when it is saved.
            self._close_line()
        self.answered.emit(given, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._say()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close_line()
                self.left.emit()
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._quiet:
            return
        c = colours(self)
        painter = QPainter(self)
        box(painter, self.rect(), c.sunken, c.line, RADIUS.card)
        painter.end()


def add_keys(host: QWidget, target: Callable[[], YesBrake | None]) -> None:
    """Let Alt+J, Alt+M and Alt+N anywhere in `host` answer the brake that is asked for then."""

    def press(given: Answer) -> None:
        if (brake := target()) is not None:
            brake.answer(given)

    for given, key in KEYS.items():
        shortcut = QShortcut(QKeySequence(Qt.Modifier.ALT | key), host)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda given=given: press(given))
