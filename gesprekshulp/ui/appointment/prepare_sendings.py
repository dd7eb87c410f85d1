"""What has to be with the client before the talk, and when it was sent."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import Sending
from gesprekshulp.domain.dutch_dates import echo
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import preparation
from gesprekshulp.ui.appointment.prepare_rows import AddRow, BareEdit, EditRow, RowsCard
from gesprekshulp.ui.appointment.prepare_section import RowsSection
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.labels import Muted


class SendingRow(EditRow):
    """One thing to send. `sent` gives the tick, `changed` another name."""

    sent = Signal(bool)
    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(40)
        self.id = ""
        self._item: Sending | None = None
        self.check = Check(name="Gestuurd")
        self.edit = BareEdit(name="Wat er vooraf naar de klant gaat")
        self.sent_on = Muted()
        self.row.setContentsMargins(9, 4, 12, 4)
        self.row.addWidget(self.check)
        self.row.addWidget(self.edit, 1)
        self.row.addWidget(self.sent_on)
        self.watch(self.check, self.edit)
        self.check.clicked.connect(lambda: self.sent.emit(self.check.isChecked()))
        self.edit.done.connect(self.save)
        self.edit.given_up.connect(self._restore)

    def show_item(self, item: Sending, today: date) -> None:
        """Show this sending; what is being typed at it stays."""
        other, self.id = item.id != self.id, item.id
        self._item = item
        if other or not self.edit.hasFocus():
            self._restore()
        self.check.setChecked(item.sent_on is not None)
        self.check.setAccessibleName(f"{item.what} gestuurd")
        self.remove_button.set_name(f"{item.what} van de lijst halen")
        words = f"gestuurd {echo(item.sent_on, today)}" if item.sent_on else "nog niet gestuurd"
        self.sent_on.setText(words)

    def words_end(self) -> int:
        return self.edit.geometry().right() + 1

    def _restore(self) -> None:
        if self._item is not None:
            self.edit.setText(self._item.what)
            self.edit.setCursorPosition(0)

    def save(self) -> None:
        """Tell what was typed; an empty name becomes again what it was."""
        text = self.edit.text().strip()
        if self._item is None or text == self._item.what:
            return
        if text:
            self.changed.emit(text)
        else:
            self._restore()


class Sendings(RowsSection[Sending, SendingRow]):
    """The section Vooraf sturen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Vooraf sturen",
            RowsCard(
                lambda item: item.id,
                self._make,
                lambda row, item: row.show_item(item, desk.today()),
            ),
            AddRow("bijvoorbeeld: de offerte", "Nog iets om vooraf te sturen"),
            "Toevoegen",
            beside=[Muted("wat de klant voor het gesprek moet hebben")],
        )

    def focus_first_open(self) -> QWidget:
        """Go to the first thing that was not sent, or to where one is added."""
        for row in self.rows():
            if not row.check.isChecked():
                row.check.setFocus(Qt.FocusReason.OtherFocusReason)
                return row
        self.ask_new()
        return self.add

    def _make(self) -> SendingRow:
        row = SendingRow()
        row.sent.connect(lambda sent: self._set_sent(row.id, sent=sent))
        row.changed.connect(lambda text: self._change(row.id, text))
        row.removed.connect(lambda: self._remove(row.id))
        return row

    def keep_new(self, id: AppointmentId, text: str) -> None:
        preparation.add_sending(self._desk.archive, id, text)

    def _change(self, id: str, text: str) -> None:
        preparation.change_sending(self._desk.archive, id, text)
        self.saved.emit()

    def _set_sent(self, id: str, *, sent: bool) -> None:
        preparation.set_sent(self._desk.archive, self._desk.clock, id, sent=sent)
        self.saved.emit()

    def _remove(self, id: str) -> None:
        preparation.remove_sending(self._desk.archive, id)
        did(self._desk, "Van de lijst gehaald.")
        self.saved.emit()
