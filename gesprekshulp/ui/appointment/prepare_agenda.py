"""The agenda of a talk: points with minutes and who speaks, in an order that can be changed."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import AgendaItem, Speaker, talk_shares
from gesprekshulp.domain.ids import AgendaItemId, AppointmentId
from gesprekshulp.services import preparation
from gesprekshulp.ui.appointment.prepare_agenda_row import AgendaRow
from gesprekshulp.ui.appointment.prepare_rows import AddRow, RowsCard
from gesprekshulp.ui.appointment.prepare_section import RowsSection
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Text
from gesprekshulp.ui.widgets.talk_bar import TalkBar

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


class AgendaEditor(RowsSection[AgendaItem, AgendaRow]):
    """The section Agenda."""

    def __init__(self, desk: Desk) -> None:
        self._too_long = IconLabel("let-op", size=16, role="text")
        self.length = Text(size=12)
        super().__init__(
            desk,
            "Agenda",
            RowsCard(lambda item: item.id, self._make, lambda row, item: row.show_item(item)),
            AddRow("nieuw punt, bijvoorbeeld: Kosten per winkel, 15 min", "Nieuw agendapunt"),
            "Punt",
            beside=[self._too_long, self.length],
        )
        self.add_button.setAccessibleName("Agendapunt toevoegen")
        self._shares = QWidget()
        shares = QVBoxLayout(self._shares)
        shares.setContentsMargins(0, 8, 0, 0)
        shares.setSpacing(4)
        self.bar = TalkBar()
        self.listening = Muted()
        shares.addWidget(self.bar)
        shares.addWidget(self.listening)
        self.column.addWidget(self._shares)

    def show_items(self, id: AppointmentId, items: tuple[AgendaItem, ...], planned: int) -> None:
        """Show this agenda of an appointment of `planned` minutes."""
        self.show_rows(id, items)
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

    def _make(self) -> AgendaRow:
        row = AgendaRow()
        row.titled.connect(lambda title: self._change(row.id, title=title))
        row.minutes.changed.connect(lambda minutes: self._change(row.id, minutes=minutes))
        row.minutes.refused.connect(
            lambda: self._desk.error("Geef een heel aantal minuten, bijvoorbeeld 15.")
        )
        row.speaker.changed.connect(lambda speaker: self._change(row.id, speaker=speaker))
        row.removed.connect(lambda: self._remove(row.id))
        row.moved.connect(lambda step: self.shift(row.id, step))
        row.grip.dragged.connect(lambda y: self._drag(row.id, y))
        row.grip.dropped.connect(self._save_order)
        return row

    def keep_new(self, id: AppointmentId, text: str) -> None:
        title, minutes = read_item(text)
        preparation.add_item(self._desk.archive, id, title, minutes)

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
        did(self._desk, "Agendapunt verwijderd.")
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
