"""Step 3 of an appointment: the talk itself. A quiet page of full height, saved while typing."""

from datetime import date, datetime

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Participant, Side
from gesprekshulp.domain.dutch_dates import clock, enumeration
from gesprekshulp.domain.ids import AppointmentId, LineId
from gesprekshulp.domain.note import LineKind
from gesprekshulp.services import notes
from gesprekshulp.services.line_promises import promise_in
from gesprekshulp.services.voices import Voices
from gesprekshulp.ui.appointment.step import Step
from gesprekshulp.ui.appointment.talk_agenda import TalkAgenda
from gesprekshulp.ui.appointment.talk_lines import TalkLines
from gesprekshulp.ui.appointment.talk_promises import TalkPromises
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Chrome
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.badges import KindMark
from gesprekshulp.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Separator, Surface
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel, KeyCap, Muted

_NARROW = 1_216
_LEGEND = tuple(kind for kind in LineKind if kind.mark)
# What a key does with the line that has the cursor.
_KEYS = {
    LineKind.NOTE: (("F2", "soort wijzigen"),),
    LineKind.COMMITMENT: (("Alt+↑", "wijzigen"), ("F2", "soort")),
    LineKind.DECISION: (("F3", "buiten"), ("F4", "advies")),
}


def names(people: tuple[Participant, ...]) -> str:
    """The client's people: "Annet en Joris Vos" when they share a surname, else in full."""
    full = [person.name for person in people if person.side is not Side.US]
    parted = [name.partition(" ") for name in full]
    last = {surname for _, _, surname in parted}
    if len(full) > 1 and len(last) == 1 and "" not in last:
        full = [first for first, _, _ in parted[:-1]] + [full[-1]]
    return enumeration(full)


class _LegendItem(QWidget):
    """A mark with its word; a click gives the current line that kind."""

    def __init__(self, kind: LineKind, number: int, lines: TalkLines) -> None:
        super().__init__()
        self._kind = kind
        self._lines = lines
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(KindMark(kind.mark))
        self._word = Muted(kind.value)
        row.addWidget(self._word)
        self.setToolTip(f"Begin een regel met {kind.mark}, of druk op Alt+{number}")
        self.setAccessibleName(f"{kind.value}: {kind.mark} of Alt+{number}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_word(self, shown: bool) -> None:
        """The mark alone when there is little room; its tooltip has the word."""
        self._word.setVisible(shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._lines.choose_kind(self._kind)


class _Saved(QWidget):
    """ "Bewaard om 10:32", with a check before it."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(5)
        self._icon = IconLabel("vink", size=16)
        row.addWidget(self._icon)
        self.words = Muted()
        row.addWidget(self.words)
        self.hide()

    def show_moment(self, moment: datetime) -> None:
        """Everything typed until now is in the archive."""
        self.words.setText(f"Bewaard om {clock(moment)}")
        self.show()


class _TopBar(QWidget):
    """The bar of 56 high: back, client and people, saved, hide what is internal, read back."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(SIZE.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 20, 1)
        row.setSpacing(12)
        self.back = IconButton("links", "Terug naar voorbereiden")
        row.addWidget(self.back)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 9, 0, 9)
        self.client = ElidedLabel(weight=600)
        self.about = ElidedLabel(size=12, role="muted")
        words.addWidget(self.client)
        words.addWidget(self.about)
        row.addLayout(words, 1)
        self.saved = _Saved()
        row.addWidget(self.saved)
        self.hide_internal = SecondaryButton("Intern verbergen", icon="oog-dicht")
        self.hide_internal.setCheckable(True)
        row.addWidget(self.hide_internal)
        self.read_back = PrimaryButton("Teruglezen")
        row.addWidget(self.read_back)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(c.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(c.line))
        painter.end()


class TalkStep(Step):
    """Agenda with a clock on the left, lines in the middle, open promises on the right."""

    chrome = Chrome.NONE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._talk: notes.Talk | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.bar = _TopBar()
        outer.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.agenda = TalkAgenda(desk)
        self.lines = TalkLines(desk)
        self.promises = TalkPromises(desk)
        row.addWidget(self.agenda)
        row.addWidget(Separator(vertical=True))
        row.addWidget(self._middle(), 4)
        row.addWidget(Separator(vertical=True))
        row.addWidget(self.promises, 1)
        outer.addLayout(row, 1)
        self._connect()

    def _middle(self) -> QWidget:
        middle = Surface("page")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lines, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(32, 0, 32, 0)
        self.lines.side_changed.connect(lambda side: foot.setContentsMargins(side, 0, side, 0))
        foot.setSpacing(0)
        foot.addWidget(Separator())
        legend = QHBoxLayout()
        legend.setContentsMargins(0, 14, 0, 13)
        legend.setSpacing(16)
        self._legend: list[_LegendItem] = []
        for kind in _LEGEND:
            number = list(LineKind).index(kind) + 1
            self._legend.append(_LegendItem(kind, number, self.lines))
            legend.addWidget(self._legend[-1])
        legend.addStretch(1)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        self._keys = (KeyCap("F2"), KeyCap("F4"))
        self._key_words = (Muted("soort wijzigen"), Muted("advies"))
        for cap, words in zip(self._keys, self._key_words, strict=True):
            keys.addWidget(cap)
            keys.addWidget(words)
        legend.addLayout(keys)
        foot.addLayout(legend)
        column.addLayout(foot)
        return middle

    def _connect(self) -> None:
        self.bar.back.clicked.connect(self._back)
        self.bar.hide_internal.toggled.connect(self._hide_internal)
        self.bar.read_back.clicked.connect(self._read_back)
        self.agenda.item_changed.connect(self.lines.set_item)
        self.agenda.start_asked.connect(self._start)
        self.lines.item_done.connect(self.agenda.next_item)
        self.lines.saved.connect(self._saved)
        self.lines.registers_changed.connect(self._show_promises)
        self.lines.kind_shown.connect(self._show_key)
        self._desk.changed.connect(self._others_wrote)
        next_item = QShortcut(QKeySequence("Ctrl+Return"), self)
        next_item.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        next_item.activated.connect(self.agenda.next_item)

    # --- opening and leaving ---

    def open(self, appointment_id: str, **where: object) -> None:
        """Show a talk, ready to type. The first line begins it."""
        self.lines.save()
        id = AppointmentId(appointment_id)
        notes.catch_up(self._desk.archive, self._desk.clock, id)
        self._talk = talk = notes.talk(self._desk.archive, id)
        client = talk.client.name if talk.client else "Nog geen klant"
        self.bar.client.setText(client)
        people = names(talk.participants)
        about = " · ".join(part for part in (talk.appointment.title, people) if part)
        self.bar.about.setText(about)
        self.bar.saved.hide()
        self.lines.open(talk)
        self.agenda.open(talk)
        self._show_promises()
        self.lines.setFocus()
        # Once more when the page stands: a step is opened before it is shown.
        QTimer.singleShot(0, self, self._settle)

    def leave(self) -> None:
        """Save what was typed and the time used."""
        self.lines.vague.tell()
        self.lines.save()
        self.agenda.leave()
        if self._talk is not None:
            self._desk.wrote()

    def _settle(self) -> None:
        """Take the focus, and load what reads Dutch, so that no key waits for it."""
        if self.isVisible():
            self.lines.setFocus()
        talk = self._talk
        if talk is not None:
            day = self._desk.today()
            self._desk.background.run(_read_once, day, talk.voices, owner=self)

    # --- what the bar does ---

    def _back(self) -> None:
        self._go("afspraak", step="voorbereiden")

    def _read_back(self) -> None:
        self.lines.vague.tell()
        self.lines.save()
        self.agenda.save()
        self._go("teruglezen")

    def _go(self, page: str, **where: object) -> None:
        if self._talk is not None:
            self._desk.go(page, appointment_id=self._talk.appointment.id, **where)

    def _hide_internal(self, hidden: bool) -> None:
        self.bar.hide_internal.set_label("Intern tonen" if hidden else "Intern verbergen")
        self.bar.hide_internal.set_icon_name("oog" if hidden else "oog-dicht")
        self.lines.hide_internal(hidden)
        self.lines.setFocus()

    def _start(self) -> None:
        if self._talk is not None:
            begun = notes.start_talk(
                self._desk.archive, self._desk.clock, self._talk.appointment.id
            )
            self.agenda.show_appointment(begun)
            self.lines.setFocus()

    # --- following what is typed ---

    def _saved(self, moment: datetime) -> None:
        self.bar.saved.show_moment(moment)
        talk = self._talk
        if talk is not None and not self.agenda.has_begun():
            self.agenda.show_appointment(
                notes.talk(self._desk.archive, talk.appointment.id).appointment
            )

    def _show_promises(self) -> None:
        if self._talk is None:
            return
        made = self.lines.registers.commitments
        document = self.lines.document
        places = {line.id: n for n, line in enumerate(document.lines)} if document else {}
        ordered = sorted(made.values(), key=lambda c: places.get(c.line_id or LineId(""), 0))
        self.promises.show_promises(tuple(ordered), self._talk.earlier, self._talk.voices)

    def _others_wrote(self) -> None:
        """Something was done elsewhere, or here beside the lines; nothing typed is lost by it."""
        if self._talk is None or not self.isVisible():
            return
        self._talk = talk = notes.talk(self._desk.archive, self._talk.appointment.id)
        if self.lines.is_behind(talk):
            self.lines.open(talk)
        else:
            self.lines.set_registers(talk.registers)
        self._show_promises()

    def _show_key(self, kind: LineKind) -> None:
        shown = _KEYS.get(kind, _KEYS[LineKind.NOTE])
        for number, (cap, words) in enumerate(zip(self._keys, self._key_words, strict=True)):
            there = number < len(shown)
            cap.setVisible(there)
            words.setVisible(there)
            if there:
                cap.set_keys(shown[number][0])
                words.setText(shown[number][1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW
        for item in self._legend:
            item.show_word(not narrow)
        self.promises.set_narrow(narrow)
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def minimumSizeHint(self) -> QSize:
        # Said here, so that a wide moment in between never makes the window wider.
        return QSize(860, 480)


def _read_once(day: date, at_table: Voices) -> None:
    promise_in("ik stuur morgen", day, at_table)
