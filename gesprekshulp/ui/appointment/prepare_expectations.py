"""What the client expects, in the client's own words, and whether that was checked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gesprekshulp.domain.appointment import Expectation, Side
from gesprekshulp.domain.client import ContactPerson
from gesprekshulp.domain.dossier import Dossier
from gesprekshulp.domain.dutch_dates import echo
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import preparation
from gesprekshulp.ui.appointment.prepare_rows import AddRow, BareEdit, EditRow, RowsCard
from gesprekshulp.ui.appointment.prepare_section import RowsSection
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.labels import Muted, Span, SpanLabel

_HINT = "in de woorden van de klant"


class _Words(SpanLabel):
    """The expectation as read; a click asks to edit it."""

    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__(wrap=True)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        self.edit_asked.emit()


class ExpectationRow(EditRow):
    """One expectation. `asked` gives the tick; `changed` the text as "Annet: wat zij zegt"."""

    asked = Signal(bool)
    changed = Signal(str)
    ask_menu = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(40)
        self.id = ""
        self._item: Expectation | None = None
        self.check = Check(name="Nagevraagd")
        self.words = _Words()
        self.edit = BareEdit(name="Verwachting, als naam: woorden")
        self.edit.hide()
        self.asked_on = Muted()
        self.ask_button = LinkButton("Nog navragen", trailing="rechts")
        self.row.setContentsMargins(9, 4, 12, 4)
        self.row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.words, 1)
        self.row.addWidget(self.edit, 1)
        self.row.addWidget(self.asked_on)
        self.row.addWidget(self.ask_button)
        self.watch(self.check, self.edit, self.ask_button)
        self.check.clicked.connect(lambda: self.asked.emit(self.check.isChecked()))
        self.ask_button.clicked.connect(self.ask_menu)
        self.words.edit_asked.connect(self.begin_edit)
        self.edit.done.connect(self.save)
        self.edit.given_up.connect(lambda: self._show_edit(editing=False))

    def show_item(self, item: Expectation, today: date) -> None:
        """Show this expectation; when it is the same one, its words may be being edited."""
        if item.id != self.id and not self.edit.isHidden():
            self._show_edit(editing=False)
        self.id = item.id
        self._item = item
        who = item.person or "De klant"
        self.words.set_spans([Span(f"{who}: ", bold=True), Span(f"“{item.words}”")])
        self.check.setChecked(item.asked_on is not None)
        self.check.setAccessibleName(f"Verwachting van {who} nagevraagd")
        self.remove_button.set_name(f"Verwachting van {who} verwijderen")
        self.asked_on.setVisible(item.asked_on is not None)
        self.ask_button.setVisible(item.asked_on is None)
        if item.asked_on is not None:
            self.asked_on.setText(f"nagevraagd {echo(item.asked_on, today)}")

    def words_end(self) -> int:
        shown = self.edit if self.words.isHidden() else self.words
        return shown.geometry().right() + 1

    def begin_edit(self) -> None:
        """Edit the words in place."""
        if self._item is not None:
            person = f"{self._item.person}: " if self._item.person else ""
            self.edit.setText(f"{person}{self._item.words}")
            self._show_edit(editing=True)
            self.edit.setFocus()

    def _show_edit(self, *, editing: bool) -> None:
        self.words.setVisible(not editing)
        self.edit.setVisible(editing)

    def save(self) -> None:
        """Tell what was typed, when the words are being edited."""
        if self.edit.isHidden():
            return
        text = self.edit.text().strip()
        self._show_edit(editing=False)
        if text:
            self.changed.emit(text)


class Expectations(RowsSection[Expectation, ExpectationRow]):
    """The section Verwachtingen."""

    def __init__(self, desk: Desk) -> None:
        self._names: list[str] = []
        self._people: tuple[ContactPerson, ...] = ()
        super().__init__(
            desk,
            "Verwachtingen",
            RowsCard(
                lambda item: item.id,
                self._make,
                lambda row, item: row.show_item(item, desk.today()),
            ),
            AddRow("", "Nieuwe verwachting, als naam: woorden"),
            "Verwachting",
            beside=[Muted(_HINT)],
        )

    def show_dossier(self, found: Dossier) -> None:
        """Show the expectations of this appointment."""
        self._people = found.people
        self._names = [p.name for p in found.participants if p.side is not Side.US]
        first = self._names[0].split()[0] if self._names else "Naam"
        self.add.edit.setPlaceholderText(f"{first}: wat verwacht u van dit gesprek?")
        self.show_rows(found.appointment.id, found.expectations)

    def focus_first_open(self) -> QWidget:
        """Go to the first expectation that was not checked, or to where one is added."""
        for row in self.rows():
            if not row.check.isChecked():
                row.check.setFocus(Qt.FocusReason.OtherFocusReason)
                return row
        self.ask_new()
        return self.add

    def _make(self) -> ExpectationRow:
        row = ExpectationRow()
        row.asked.connect(lambda asked: self._set_asked(row.id, asked=asked))
        row.changed.connect(lambda text: self._change(row.id, text))
        row.removed.connect(lambda: self._remove(row.id))
        row.ask_menu.connect(lambda: self._menu(row.id, row))
        return row

    def keep_new(self, id: AppointmentId, text: str) -> None:
        person, words = split_person(text, self._names)
        preparation.add_expectation(self._desk.archive, id, person, words)

    def _change(self, id: str, text: str) -> None:
        person, words = split_person(text, self._names)
        preparation.change_expectation(self._desk.archive, id, person, words)
        self.saved.emit()

    def _set_asked(self, id: str, *, asked: bool) -> None:
        preparation.set_asked(self._desk.archive, self._desk.clock, id, asked=asked)
        self.saved.emit()

    def _remove(self, id: str) -> None:
        preparation.remove_expectation(self._desk.archive, id)
        did(self._desk, "Verwachting verwijderd.")
        self.saved.emit()

    def _menu(self, id: str, row: ExpectationRow) -> None:
        """How to reach the person, and that it was asked."""
        menu = self.ask_menu(id)
        menu.exec(row.ask_button.mapToGlobal(row.ask_button.rect().bottomLeft()))
        menu.deleteLater()

    def ask_menu(self, id: str) -> QMenu:
        """The menu behind "Nog navragen": asked today, or ways to reach who expects it."""
        menu = QMenu(self)
        menu.addAction("Vandaag nagevraagd", lambda: self._set_asked(id, asked=True))
        person = self._person_behind(id)
        if person is not None:
            menu.addSeparator()
            for number in filter(None, (person.mobile, person.phone)):
                menu.addAction(f"Nummer kopiëren: {number}", lambda n=number: self._copy(n))
            if person.email:
                menu.addAction(f"Mailen naar {person.email}", lambda: _mail(person.email))
        return menu

    def _person_behind(self, id: str) -> ContactPerson | None:
        with self._desk.archive.reading() as work:
            item = work.expectations.find(id)
        if item is None or not item.person:
            return None
        wanted = item.person.casefold()
        return next(
            (
                p
                for p in self._people
                if wanted in (p.name.casefold(), p.name.split()[0].casefold())
            ),
            None,
        )

    def _copy(self, number: str) -> None:
        QApplication.clipboard().setText(number)
        QTimer.singleShot(0, self, lambda: self._desk.toast(f"{number} staat op het klembord."))


def split_person(text: str, names: list[str]) -> tuple[str, str]:
    """Who says what in "Annet: ik wil zien wat het kost"; without a name the only client there.

    >>> split_person("Annet: “Wat kost het?”", [])
    ('Annet', 'Wat kost het?')
    """
    person, colon, words = text.partition(":")
    if not colon or len(person.split()) > 4 or not words.strip():
        person, words = (names[0].split()[0] if len(names) == 1 else ""), text
    return person.strip(), words.strip().strip("“”\"'").strip()


def _mail(address: str) -> None:
    url = QUrl()
    url.setScheme("mailto")
    url.setPath(address)
    QDesktopServices.openUrl(url)
