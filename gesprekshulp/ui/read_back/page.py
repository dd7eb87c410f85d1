"""The read-back at the table: large letters, nothing internal, one answer for each line."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.dutch_dates import enumeration, local_day, long_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, LineId
from gesprekshulp.domain.read_back import ReadBackItem, ReadBackSection, Verdict
from gesprekshulp.services import notes, read_back, undo
from gesprekshulp.services.voices import Voices
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.read_back.confirm_bar import SIDE, ConfirmBar
from gesprekshulp.ui.read_back.row import ROW_LEFT, ReadBackRow
from gesprekshulp.ui.read_back.words import confirmed, standing
from gesprekshulp.ui.shell.page import Chrome, Page
from gesprekshulp.ui.theme.palette import colour, colours, set_surface
from gesprekshulp.ui.widgets.cards import Scroll, Separator, clear_layout
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel, Text, Title

_ICONS = {
    ReadBackSection.AGREED: "vink-cirkel",
    ReadBackSection.NOT_AGREED: "kruis",
    ReadBackSection.OPEN: "vraag",
}
_WIDEST = 1_088


class _Head(QWidget):
    """Title and client on the left, who is at the table on the right."""

    def __init__(self) -> None:
        super().__init__()
        set_surface(self, "surface")
        self.setFixedHeight(88)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(SIDE, 18, SIDE, 17)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(Title("Dit hebben we besproken"))
        self.about = ElidedLabel(role="muted")
        left.addWidget(self.about)
        left.addStretch(1)
        self.row.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        end = Qt.AlignmentFlag.AlignRight
        self.theirs = ElidedLabel(align=end)
        self.ours = ElidedLabel(role="muted", align=end)
        right.addStretch(1)
        right.addWidget(self.theirs)
        right.addWidget(self.ours)
        right.addStretch(1)
        self.row.addSpacing(24)
        self.row.addLayout(right, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(colours(self).line))
        painter.end()


def _line() -> QWidget:
    """A line that begins where the words begin."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(ROW_LEFT, 0, 0, 0)
    row.addWidget(Separator())
    return holder


class ReadBackPage(Page):
    """Afgesproken, niet afgesproken, nog open; answered together and then confirmed.

    Answers are remembered while the program is open, so that the page can be left and come back
    to; a line that was changed in between is asked again.
    """

    title = "Teruglezen"
    chrome = Chrome.NONE
    entry = "vandaag"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: AppointmentId | None = None
        self._items: tuple[ReadBackItem, ...] = ()
        self._decisions: Mapping[LineId, Decision] = {}
        self._answers: dict[AppointmentId, dict[LineId, tuple[ReadBackItem, ReadBackItem]]] = {}
        self.rows: list[ReadBackRow] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        # The sides follow the width; without this, wide words would make the page wider in turn.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.head = _Head()
        outer.addWidget(self.head)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self.area = Scroll("surface", margins=(SIDE, 16, SIDE, 24))
        self._stack.addWidget(self.area)
        self.area.verticalScrollBar().rangeChanged.connect(lambda: self._line_up())
        self.empty = EmptyPage(
            "Er is nog niets om terug te lezen",
            "In dit gesprek staan nog geen toezeggingen, besluiten, wensen of vragen. Begin een"
            " regel met ! = + of ? en die komt hier te staan.",
            (
                WayOn(
                    "gesprek",
                    "Terug naar het gesprek",
                    "De notities aanvullen en daarna samen teruglezen.",
                    "Terug",
                    self._back,
                ),
                WayOn(
                    "verslag",
                    "Zonder teruglezen verder",
                    "Het gesprek afsluiten en het verslag opmaken.",
                    "Naar het verslag",
                    self._skip,
                ),
            ),
        )
        self._stack.addWidget(self.empty)
        set_surface(self.empty, "surface")
        outer.addWidget(body, 1)
        self.bar = ConfirmBar()
        self.bar.back.connect(self._back)
        self.bar.confirmed.connect(self._confirm)
        outer.addWidget(self.bar)

    # --- opening ---

    def open(self, **where: object) -> None:
        """Show what there is to read back of the talk `appointment_id`."""
        id = AppointmentId(str(where["appointment_id"]))
        notes.catch_up(self._desk.archive, self._desk.clock, id)
        card = read_back.open_read_back(self._desk.archive, self._desk.clock, id)
        self._id = id
        self._items = card.items
        self._decisions = card.decisions
        name = card.client.name if card.client else card.appointment.title
        day = long_day(local_day(card.appointment.starts_at))
        self.head.about.setText(f"{name} · {day}")
        self.head.theirs.setText(", ".join(card.theirs))
        ours = enumeration(card.ours)
        self.head.ours.setText(", ".join(part for part in (ours, card.firm_name) if part))
        self._build(card.voices)
        people = card.theirs or ((card.client.name,) if card.client else ())
        last = card.last
        earlier = confirmed(last.confirmed_by, local_day(last.confirmed_at)) if last else ""
        self.bar.show_people(people, earlier)
        self._show_standing()
        self._stack.setCurrentIndex(0 if self.rows else 1)
        self.bar.setVisible(bool(self.rows))
        if self.rows:
            QTimer.singleShot(0, self, self._focus_first)

    def place(self) -> dict[str, str]:
        """The talk that is read back."""
        return {"appointment_id": self._id} if self._id else {}

    def _build(self, at_table: Voices) -> None:
        column = self.area.column
        clear_layout(column)
        self.rows = []
        kept = self._answers.get(self._id, {}) if self._id else {}
        for section in ReadBackSection:
            items = [item for item in self._items if item.section is section]
            if not items:
                continue
            column.addWidget(self._heading(section))
            for number, item in enumerate(items):
                if number:
                    column.addWidget(_line())
                before, answer = kept.get(item.line_id, (item, item))
                row = ReadBackRow(
                    item,
                    answer if before == item else item,
                    at_table,
                    self._desk.today,
                    self._decisions.get(item.line_id),
                )
                row.advice_asked.connect(lambda row=row: self._note_advice(row))
                row.answered.connect(lambda said, item=item: self._answered(item, said))
                row.step.connect(lambda by, row=row: self._step(row, by))
                self.rows.append(row)
                column.addWidget(row)
            column.addWidget(_line())
        column.addStretch(1)

    def _heading(self, section: ReadBackSection) -> QWidget:
        heading = QWidget()
        row = QHBoxLayout(heading)
        row.setContentsMargins(ROW_LEFT, 8 if not self.rows else 24, 0, 4)
        row.setSpacing(12)
        row.addWidget(IconLabel(_ICONS[section], role="accent"))
        row.addWidget(Text(section.value, size=18, weight=600, role="accent"), 1)
        return heading

    # --- answering ---

    def _answered(self, item: ReadBackItem, said: ReadBackItem) -> None:
        if self._id is not None:
            self._answers.setdefault(self._id, {})[item.line_id] = (item, said)
        self._show_standing()

    def _note_advice(self, row: ReadBackRow) -> None:
        """The client decides otherwise than we advised: what that was, and why."""
        if row.decision is None:
            return
        from gesprekshulp.ui.decisions.forms import ask_advice  # few decisions go this way

        noted = ask_advice(self._desk, self, row.decision)
        row.show_decision(noted or row.decision)

    def _show_standing(self) -> None:
        items = self.items()
        complete = bool(items) and all(item.verdict is not None for item in items)
        self.bar.show_standing(standing(items), complete)

    def items(self) -> tuple[ReadBackItem, ...]:
        """The lines with the answers given until now."""
        return tuple(row.item for row in self.rows)

    def _step(self, row: ReadBackRow, by: int) -> None:
        place = self.rows.index(row) + by
        if place == len(self.rows) and self.bar.confirm.isEnabled():
            self.bar.confirm.setFocus(Qt.FocusReason.TabFocusReason)
        elif 0 <= place < len(self.rows):
            self.rows[place].setFocus()
            self.area.ensureWidgetVisible(self.rows[place], 0, 48)

    def _focus_first(self) -> None:
        first = next((row for row in self.rows if row.item.verdict is None), None)
        (first or self.rows[0]).setFocus()

    # --- confirming ---

    def _confirm(self, names: str) -> None:
        if self._id is None:
            return
        archive = self._desk.archive
        for row in self.rows:
            row.finish_correction()
        items = self.items()
        if any(item.verdict is None for item in items):
            return
        try:
            read_back.confirm(archive, self._desk.clock, self._id, items, names)
        except UserError as error:
            self._desk.error(error.sentence)
            return
        batch = archive.last_batch
        self._answers.pop(self._id, None)
        self._desk.wrote()

        def take_back() -> None:
            if batch is not None:
                undo.undo(archive, batch)
                self._desk.wrote()

        other = sum(1 for item in items if item.verdict is Verdict.OTHER)
        more = f", {other} anders dan genoteerd" if other else ""
        self._desk.toast(f"Bevestigd door {names}{more}.", take_back)
        self._desk.go("afspraak", appointment_id=self._id, step="verslag")

    def _back(self) -> None:
        if self._id is not None:
            self._desk.go("afspraak", appointment_id=self._id, step="gesprek")

    def _skip(self) -> None:
        if self._id is not None:
            notes.stop_talk(self._desk.archive, self._desk.clock, self._id)
            self._desk.wrote()
            self._desk.go("afspraak", appointment_id=self._id, step="verslag")

    def minimumSizeHint(self) -> QSize:
        return QSize(800, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._line_up()
        super().resizeEvent(event)

    def _line_up(self) -> None:
        """Head, lines and bar share their sides, also beside a scroll bar."""
        wide = self.width()
        side = max(32 if wide < 1100 else SIDE, (wide - _WIDEST) // 2)
        self.head.row.setContentsMargins(side, 18, side, 17)
        self.bar.set_margins(side)
        bar = self.area.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self.area.column.setContentsMargins(side - ROW_LEFT, 16, side - taken, 24)
