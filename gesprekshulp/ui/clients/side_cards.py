"""The cards beside a client's timeline."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.assignment import Assignment, AssignmentState
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import MONTHS, day_and_year, short_day
from gesprekshulp.domain.rating import Rating
from gesprekshulp.domain.text import InternalText
from gesprekshulp.ui.clients.rating_chart import RatingChart
from gesprekshulp.ui.commitments.rows import commitment_row
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import IconButton, LinkButton
from gesprekshulp.ui.widgets.cards import Card, ClickRow, HeadingRow, clear_layout
from gesprekshulp.ui.widgets.fields import TextArea
from gesprekshulp.ui.widgets.labels import DateEcho, ElidedLabel, IconLabel, Muted, Text

_PROMISES_SHOWN = 5
_ASSIGNMENTS_SHOWN = 3
_SAVE_AFTER_MS = 700


class _Headed(Card):
    """A card with a small heading, a lock when it is internal, and a column for what follows."""

    def __init__(self, heading: str, *, internal: bool = False, link: str = "") -> None:
        super().__init__()
        self.column = self.body()
        self.head = HeadingRow(heading, link, small=True)
        self.head.setMinimumHeight(20)
        if internal:
            lock = IconLabel("slot", size=16)
            lock.setToolTip("Alleen intern")
            self.row().addWidget(lock)
        self.column.addWidget(self.head)

    def row(self) -> QHBoxLayout:
        """The row of the heading, to put an icon in."""
        layout = self.head.layout()
        assert isinstance(layout, QHBoxLayout)
        return layout


class RatingCard(_Headed):
    """Satisfaction: the last figure, the one before it, and the line. `menu_asked`: its menu."""

    menu_asked = Signal(QPoint)
    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Tevredenheid", internal=True)
        self.more = IconButton("meer", "Tevredenheid noteren of wijzigen", size=20, icon_size=16)
        self.more.clicked.connect(
            lambda: self.menu_asked.emit(self.more.mapToGlobal(QPoint(0, 24)))
        )
        row = self.row()
        row.insertWidget(row.count() - 1, self.more)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._figure = Text(size=24, weight=600)
        self._before = Muted(wrap=True)
        row.addWidget(self._figure)
        row.addWidget(self._before, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self._chart = RatingChart()
        self.column.addWidget(self._chart)
        self.add_link = LinkButton("Noteren", small=True)
        self.add_link.setAccessibleName("Tevredenheid noteren")
        self.add_link.clicked.connect(self.add_asked)
        self.column.addWidget(self.add_link)
        self.column.addStretch(1)

    def show_ratings(self, ratings: tuple[Rating, ...], today: date) -> None:
        """Show these ratings, newest first."""
        self._figure.setVisible(bool(ratings))
        self._chart.setVisible(bool(ratings))
        self.more.setVisible(bool(ratings))
        self.add_link.setVisible(not ratings)
        if len(ratings) == 0:
            self._before.setText("Nog niet gevraagd.")
            return
        self._figure.setText(str(ratings[0].score))
        if len(ratings) > 1:
            when = ratings[1].given_on
            year = f" {when.year}" if when.year != today.year else ""
            self._before.setText(f"was {ratings[1].score} in {MONTHS[when.month - 1]}{year}")
        else:
            self._before.setText(f"op {short_day(ratings[0].given_on, today)}")
        self._chart.set_ratings(ratings)


class AttentionCard(_Headed):
    """When we last were in touch, and about what."""

    def __init__(self) -> None:
        super().__init__("Aandacht")
        row = QHBoxLayout()
        row.setSpacing(8)
        self._figure = Text(size=24, weight=600)
        self._unit = Muted(wrap=True)
        row.addWidget(self._figure)
        row.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self._words = Text(size=12, wrap=True)
        self._year = Muted(wrap=True)
        self.column.addWidget(self._words)
        self.column.addWidget(self._year)
        self.column.addStretch(1)

    def show_touch(self, touch: tuple[date, str] | None, today: date, year: str) -> None:
        """Show the day and the subject of the last contact, and what there was this year."""
        self._year.setText(year)
        self._year.setVisible(bool(year))
        self._figure.setVisible(touch is not None)
        self._words.setVisible(touch is not None)
        if touch is None:
            self._unit.setText("Nog geen contact genoteerd.")
            return
        day, subject = touch
        days = (today - day).days
        if days <= 0:
            self._figure.setText("Vandaag")
            self._unit.setText("")
        else:
            self._figure.setText(str(days))
            self._unit.setText("dag geleden" if days == 1 else "dagen geleden")
        self._words.setText(f"{short_day(day, today)} · {_short(subject)}")


def _short(text: str, most: int = 70) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


class PromisesCard(_Headed):
    """The first open promises; `opened` gives one, `all_asked` the link above."""

    opened = Signal(object)
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Open toezeggingen", link="Alle")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.head.link_clicked.connect(self.all_asked)

    def show_promises(self, promises: tuple[Commitment, ...], today: date) -> None:
        """Show the first of these."""
        clear_layout(self._list)
        for promise in promises[:_PROMISES_SHOWN]:
            self._list.addWidget(self._row(promise, today))
        if not promises:
            self._list.addWidget(Muted("Er staat niets open.", size=14))
        number = len(promises)
        link = f"Alle {number}" if number > 1 else "Bekijken" * number
        self.head.set("Open toezeggingen", link)

    def _row(self, promise: Commitment, today: date) -> ClickRow:
        shown = commitment_row(promise, "", today)
        row = ClickRow(f"Toezegging: {shown.spoken()}", radius=RADIUS.control)
        row.row.setContentsMargins(0, 6, 0, 6)
        row.row.addWidget(Badge.party(shown.badge), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(shown.text))
        day = shown.day or "Nog geen dag"
        words.addWidget(DateEcho(day, shown.distance, late=shown.late))
        row.row.addLayout(words, 1)
        row.clicked.connect(lambda: self.opened.emit(promise))
        return row


class AssignmentsCard(_Headed):
    """What we do for the client and what not. `opened` gives one, `add_asked` the link."""

    opened = Signal(object)
    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Opdracht", link="Toevoegen")
        self.head.link_clicked.connect(self.add_asked)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.column.addLayout(self._list)

    def show_assignments(self, assignments: tuple[Assignment, ...]) -> None:
        """Show the assignments that run; the first ones when none does."""
        clear_layout(self._list)
        running = [item for item in assignments if item.state is AssignmentState.RUNNING]
        shown = (running or list(assignments))[:_ASSIGNMENTS_SHOWN]
        if not shown:
            self._list.addWidget(Muted("Nog geen opdracht vastgelegd.", size=14, wrap=True))
        for item in shown:
            self._list.addWidget(self._row(item))

    def _row(self, item: Assignment) -> ClickRow:
        row = ClickRow(f"Opdracht wijzigen: {item.title}", radius=RADIUS.control)
        row.row.setContentsMargins(0, 4, 0, 4)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(ElidedLabel(item.title, weight=500, role="accent"))
        if item.scope:
            column.addWidget(Text(_short(item.scope, 200), size=12, wrap=True))
        if item.excluded:
            column.addWidget(Muted(f"Niet: {_short(item.excluded, 160)}", wrap=True))
        if days := _period(item):
            column.addWidget(Muted(days))
        row.row.addLayout(column, 1)
        row.clicked.connect(lambda: self.opened.emit(item))
        return row


def _period(item: Assignment) -> str:
    state = "" if item.state is AssignmentState.RUNNING else item.state.value
    starts = f"vanaf {day_and_year(item.starts_on)}" if item.starts_on else ""
    ends = f"tot {day_and_year(item.ends_on)}" if item.ends_on else ""
    days = " ".join(part for part in (starts, ends) if part)
    return " · ".join(part for part in (days, state) if part)


class RemarksCard(_Headed):
    """The adviser's own remarks, written right here; `written` gives them shortly after typing."""

    written = Signal(object)

    def __init__(self) -> None:
        super().__init__("Eigen opmerkingen", internal=True)
        self.editor = TextArea(
            name="Eigen opmerkingen, alleen intern",
            placeholder="Wat u over deze klant wilt onthouden",
            least=1,
            most=10,
            bare=True,
        )
        self.column.addWidget(self.editor)
        self._kept = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self.editor.textChanged.connect(self._typed)

    def show_remarks(self, remarks: InternalText) -> None:
        """Show these; what is being typed is never overwritten."""
        text = remarks.reveal()
        if self._timer.isActive() or text == self._kept.strip():
            return
        self._kept = text
        self.editor.setText(self._kept)
        self._timer.stop()

    def save(self) -> None:
        """Hand over what was typed, when there is anything new."""
        self._timer.stop()
        text = self.editor.text()
        if text != self._kept:
            self._kept = text
            self.written.emit(InternalText(text.strip()))

    def _typed(self) -> None:
        if self.editor.text() != self._kept:
            self._timer.start()


class DetailsCard(_Headed):
    """Telephone, mail, website and address, each to be copied with one click."""

    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Contactgegevens", link="Wijzigen")
        self.head.link_clicked.connect(self.edit_asked)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.column.addLayout(self._list)

    def show_client(self, client: Client, first_person: tuple[str, str] | None) -> None:
        """Show what is known; `first_person` is who to call and the number, when there is one."""
        clear_layout(self._list)
        rows = [("telefoon", "Telefoon", client.phone)]
        if first_person is not None:
            name, number = first_person
            rows.append(("telefoon", name, f"{number}  ·  {name}"))
        rows += [
            ("mail", "E-mail", client.email),
            ("kantoor", "Website", client.website),
            ("plaats", "Adres", client.address),
        ]
        known = [row for row in rows if row[2]]
        for icon, name, value in known:
            self._list.addWidget(_CopyRow(icon, name, value))
        if not known:
            self._list.addWidget(Muted("Nog niets bekend.", size=14))


class _CopyRow(QWidget):
    def __init__(self, icon: str, name: str, value: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, size=16))
        row.addWidget(ElidedLabel(value), 1)
        copied = value.split("  ·  ")[0]
        copy = LinkButton("Kopiëren", small=True)
        copy.setAccessibleName(f"{name} kopiëren")
        copy.clicked.connect(lambda: self._copy(copy, copied))
        row.addWidget(copy)

    @staticmethod
    def _copy(button: LinkButton, value: str) -> None:
        QApplication.clipboard().setText(value)
        button.set_label("Gekopieerd")


def internal_note() -> QWidget:
    """The line that says what a lock means."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel("slot", size=16))
    row.addWidget(Muted("Met een slotje: blijft intern, komt nooit in een verslag."), 1)
    return holder
