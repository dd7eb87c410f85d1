"""The right column of a talk: promises made in it, and those that stood open before it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import lateness, short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.services import commitments, undo
from gesprekshulp.services.voices import Voices
from gesprekshulp.ui.appointment.talk_looks import first_name, when
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.theme.palette import colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import FocusShown, LinkButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Scroll, Separator, clear_layout
from gesprekshulp.ui.widgets.dates import DateField
from gesprekshulp.ui.widgets.fields import LabelledField, TextField
from gesprekshulp.ui.widgets.labels import IconLabel, Label, Muted, Section, Span, SpanLabel, Text
from gesprekshulp.ui.widgets.painting import box

LEAST, MOST = 296, 368
_NARROW = 280


class MoveForm(QWidget):
    """Another day and why, in the place where the promise stands."""

    moved = Signal(object, str)
    cancelled = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(8)
        self.day = DateField(read_date, today, name="Nieuwe dag")
        self.reason = TextField(placeholder="bijvoorbeeld: de leverancier levert later")
        self._day = LabelledField("Nieuwe dag", self.day)
        self._reason = LabelledField("Waarom", self.reason)
        column.addWidget(self._day)
        column.addWidget(self._reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.ok = PrimaryButton("Verzetten", size="small")
        cancel = SecondaryButton("Annuleren", size="small")
        row.addWidget(self.ok)
        row.addWidget(cancel)
        row.addStretch(1)
        column.addLayout(row)
        self.ok.clicked.connect(self._go)
        self.reason.returnPressed.connect(self._go)
        cancel.clicked.connect(self.cancelled)

    def _go(self) -> None:
        day = self.day.day()
        why = self.reason.text().strip()
        self._day.set_problem("" if day else "Kies een dag, bijvoorbeeld 27-11.")
        self._reason.set_problem("" if why else "Zet erbij waarom de dag verandert.")
        if day is not None and why:
            self.moved.emit(day, why)


class _Entry(QWidget, FocusShown):
    """One promise; its actions come when it is due, pointed at or reached with Tab."""

    kept = Signal()
    moved = Signal(object, str)

    def __init__(
        self, promise: Commitment, who: str, today: date, desk: Desk, *, acts: bool
    ) -> None:
        super().__init__()
        self._desk = desk
        self.promise = promise
        self._form: MoveForm | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 8)
        row.setSpacing(12)
        badge = Badge.party(SIDE_WORDS[promise.side])
        holder = QVBoxLayout()
        holder.addWidget(badge)
        holder.addStretch(1)
        row.addLayout(holder)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(Text(promise.what[:1].upper() + promise.what[1:], wrap=True))
        self._column.addWidget(self._second(who, today))
        self._actions = QWidget()
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 8, 0, 0)
        actions.setSpacing(20)
        self.keep_button = LinkButton("Nagekomen")
        self.keep_button.setToolTip(f"“{promise.what}” is nagekomen")
        self.move_button = LinkButton("Verzetten")
        self.keep_button.clicked.connect(self.kept)
        self.move_button.clicked.connect(self.open_form)
        actions.addWidget(self.keep_button)
        actions.addWidget(self.move_button)
        actions.addStretch(1)
        self._column.addWidget(self._actions)
        row.addLayout(self._column, 1)
        due = promise.due is not None and promise.due <= today
        self._actions.setVisible(acts and due)
        self._acts = acts
        self.setAccessibleName(f"{badge.text()}: {promise.what}, {when(promise, today)}")
        if acts and not due:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _second(self, who: str, today: date) -> QWidget:
        promise = self.promise
        if not promise.is_late(today) or promise.due is None:
            return Muted(
                " · ".join(part for part in (who, when(promise, today)) if part), wrap=True
            )
        late = QWidget()
        row = QHBoxLayout(late)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(4)
        row.addWidget(IconLabel("te-laat", role="late", size=14))
        words = SpanLabel(size=12)
        words.set_spans(
            [
                Span(f"{short_day(promise.due, today)} · ", "late"),
                Span(lateness(promise.due, today), "late", bold=True),
            ]
        )
        row.addWidget(words)
        row.addStretch(1)
        return late

    def open_form(self) -> None:
        """Ask for another day and the reason."""
        if self._form is not None:
            return
        self._form = MoveForm(self._desk.today)
        self._form.moved.connect(self.moved)
        self._form.cancelled.connect(self._close_form)
        self._column.addWidget(self._form)
        self._form.show()
        self._actions.hide()
        self._form.day.setFocus()

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._actions.show()

    def has_form(self) -> bool:
        """Whether another day is being filled in."""
        return self._form is not None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._acts and self._form is None:
            self._actions.setVisible(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._acts and self._form is None:
            self._actions.setVisible(True)
        self.note_focus(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.ring and self.hasFocus():
            painter = QPainter(self)
            box(painter, self.rect(), None, colours(self).accent, RADIUS.control, 2)
            painter.end()


class TalkPromises(QWidget):
    """Open promises beside a talk; ticking off and moving go through the register."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: object = None
        self.entries: list[_Entry] = []
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = Scroll("surface", margins=(20, 20, 20, 20))
        outer.addWidget(area)
        area.column.addWidget(Section("Open toezeggingen"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        area.column.addLayout(self._list)
        area.column.addStretch(1)

    def set_narrow(self, narrow: bool) -> None:
        """Leave more room to the lines."""
        self.setMinimumWidth(_NARROW if narrow else LEAST)

    def show_promises(
        self, made: tuple[Commitment, ...], earlier: tuple[Commitment, ...], at_table: Voices
    ) -> None:
        """Show the promises of this talk, and the client's other open ones."""
        today = self._desk.today()
        shown = (made, earlier, at_table, today)
        if shown == self._shown or any(entry.has_form() for entry in self.entries):
            return
        self._shown = shown
        clear_layout(self._list)
        self.entries = []
        known = at_table.everybody
        open_made = tuple(promise for promise in made if promise.is_open)
        self._group("In dit gesprek", open_made, known, today, acts=False)
        self._group("Stonden al open", earlier, known, today, acts=True)
        if not open_made and not earlier:
            self._list.addSpacing(8)
            self._list.addWidget(
                Muted(
                    "Nog geen. Begin een regel met ! en de toezegging komt hier te staan.",
                    size=14,
                    wrap=True,
                )
            )

    def _group(
        self,
        title: str,
        promises: tuple[Commitment, ...],
        known: tuple[str, ...],
        today: date,
        *,
        acts: bool,
    ) -> None:
        if not promises:
            return
        self._list.addSpacing(20 if self.entries else 12)
        label = Label(title, role="muted")
        self._list.addWidget(label)
        for number, promise in enumerate(promises):
            if number and acts:
                self._list.addWidget(Separator())
            entry = _Entry(promise, first_name(promise.who, known), today, self._desk, acts=acts)
            entry.kept.connect(lambda p=promise: self._keep(p))
            entry.moved.connect(lambda day, why, p=promise: self._move(p, day, why))
            self.entries.append(entry)
            self._list.addWidget(entry)

    def _keep(self, promise: Commitment) -> None:
        self._do(
            lambda: commitments.keep(self._desk.archive, self._desk.clock, promise.id),
            f"“{promise.what}” is nagekomen.",
        )

    def _move(self, promise: Commitment, day: date, why: str) -> None:
        self._do(
            lambda: commitments.move(self._desk.archive, self._desk.clock, promise.id, day, why),
            f"Verzet naar {short_day(day, self._desk.today())}.",
        )

    def _do(self, act: Callable[[], object], said: str) -> None:
        archive = self._desk.archive
        try:
            act()
        except UserError as error:
            self._desk.error(error.sentence)
            return
        self._shown = None
        self.entries = []
        batch = archive.last_batch
        self._desk.wrote()

        def take_back() -> None:
            if batch is not None:
                undo.undo(archive, batch)
                self._shown = None
                self._desk.wrote()

        self._desk.toast(said, take_back)
