"""Agenda: the talks of a week, or as a list; planned, moved and cancelled from here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.dutch_dates import day_and_month, distance, local_day, month_and_year
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import appointments as service
from gesprekshulp.services.appointments import AppointmentCard
from gesprekshulp.ui.agenda.week import WeekView
from gesprekshulp.ui.appointment_words import KIND_WORDS, time_words
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Scroll
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn
from gesprekshulp.ui.widgets.labels import Muted, Title
from gesprekshulp.ui.widgets.list_view import ListRowModel, RowView
from gesprekshulp.ui.widgets.row import Columns, Row
from gesprekshulp.ui.widgets.segments import Segments

_LIST_DAYS = 28
_LIST = Columns(left=32, right=32, check=False, badge=0, time=112, client=220, date=200)


class AgendaPage(Page):
    """A week or four weeks of talks."""

    title = "Agenda"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        today = desk.today()
        self._monday = today - timedelta(days=today.weekday())
        self._behind: list[AppointmentCard | None] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head())
        self._stack = QStackedWidget()
        outer.addWidget(self._stack, 1)

        self.week = WeekView()
        self.week.opened.connect(self._open)
        self.week.wanted.connect(lambda when: self._plan(when))
        self.week.moved.connect(self._move_to)
        self.week.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.week.customContextMenuRequested.connect(
            lambda point: self._menu(self.week.selected(), self.week.menu_place(point))
        )
        self.week.beyond.connect(self._step)
        scroll = Scroll(margins=(16, 8, 32, 16))
        scroll.column.addWidget(self.week)
        self._stack.addWidget(scroll)

        self._model = ListRowModel()
        self.list = RowView(_LIST, name="Afspraken")
        self.list.setModel(self._model)
        self.list.opened.connect(self._open_row)
        self.list.clicked.connect(lambda index: self._open_row(index.row()))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._list_menu)
        self._stack.addWidget(self.list)

        self.empty = EmptyPage(
            "Geen afspraken in deze weken",
            "Plan een gesprek, of sleep een uitnodiging (.ics) naar dit venster.",
            (
                WayOn("agenda", "Plan een afspraak", "Kies een klant, een dag en een doel.",
                      "Afspraak plannen", lambda: self._plan(None)),
                WayOn("inlezen", "Lees uw agenda in", "Uit Outlook, Google of uw telefoon: .ics.",
                      "Bestand kiezen", lambda: desk.go("inlezen")),
            ),
        )  # fmt: skip
        self._stack.addWidget(self.empty)
        for keys, step in (("PgUp", -1), ("PgDown", 1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self._step(step))
        desk.changed.connect(self._refresh_if_seen)

    def _head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(32, 24, 32, 12)
        column.setSpacing(12)
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Title("Agenda"))
        self._range = Muted(size=14, wrap=True)
        words.addWidget(self._range)
        top.addLayout(words, 1)
        self.view = Segments((("week", "Week"), ("lijst", "Lijst")), name="Weergave")
        self.view.set_value(self._desk.shell.state.get("agenda/weergave", "week"))
        self.view.changed.connect(self._choose_view)
        before = IconButton("links", "Vorige week")
        after = IconButton("rechts", "Volgende week")
        before.clicked.connect(lambda: self._step(-1))
        after.clicked.connect(lambda: self._step(1))
        now = SecondaryButton("Deze week")
        now.clicked.connect(self._this_week)
        new = PrimaryButton("Nieuwe afspraak", icon="plus")
        new.clicked.connect(lambda: self._plan(None))
        top.setSpacing(8)
        for widget in (before, now, after, self.view, new):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a wide screen the columns keep near to each other.
        wide = replace(_LIST, client=max(_LIST.client, self.width() // 4))
        self.list.set_columns(replace(wide, date=max(_LIST.date, self.width() // 5)))

    def open(self, **where: object) -> None:
        week = where.get("week")
        if isinstance(week, str) and week:
            self._monday = date.fromisoformat(week)
        self._refresh()
        (self.list if self.view.value() == "lijst" else self.week).setFocus()

    def place(self) -> dict[str, str]:
        return {"week": self._monday.isoformat()}

    # Filling

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        as_list = self.view.value() == "lijst"
        days = _LIST_DAYS if as_list else 7
        last = self._monday + timedelta(days=days - 1)
        cards = service.between(self._desk.archive, self._desk.clock, self._monday, last)
        hint = "" if cards or as_list else " · dubbelklik op een tijd om te plannen"
        self._range.setText(self._range_words(last) + hint)
        if as_list:
            self._show_list(cards)
            self._stack.setCurrentWidget(self.list if cards else self.empty)
        else:
            self.week.show_week(self._monday, self._desk.clock.now(), self._desk.today(), cards)
            self._stack.setCurrentIndex(0)

    def _range_words(self, last: date) -> str:
        first = self._monday.isocalendar().week
        months = list(dict.fromkeys((month_and_year(self._monday), month_and_year(last))))
        if len(months) == 2 and self._monday.year == last.year:
            months[0] = months[0].removesuffix(f" {last.year}")
        weeks = f"week {first}"
        if (last - self._monday).days > 7:
            weeks = f"week {first} tot en met {last.isocalendar().week}"
        return f"{weeks} · {' en '.join(months)}"

    def _show_list(self, cards: tuple[AppointmentCard, ...]) -> None:
        today = self._desk.today()
        rows: list[Row] = []
        self._behind = []
        shown: date | None = None
        for card in cards:
            item = card.appointment
            day = local_day(item.starts_at)
            if day != shown:
                shown = day
                rows.append(Row(f"{day_and_month(day)}, {distance(day, today)}", heading=True))
                self._behind.append(None)
            gone = item.status is AppointmentStatus.CANCELLED
            state = card.readiness.words if item.is_open else item.status.value
            rows.append(
                Row(
                    f"{item.title} · {KIND_WORDS[item.kind]}",
                    # The column is as wide as two times.
                    time=time_words(item).replace("tot en met", "t/m"),
                    client=card.client_name,
                    day=state,
                    struck=gone,
                )
            )
            self._behind.append(card)
        self._model.set_rows(rows)

    # Doing

    def _choose_view(self, value: str) -> None:
        self._desk.shell.state.put("agenda/weergave", value)
        self._refresh()

    def _step(self, weeks: int) -> None:
        self._monday += timedelta(weeks=weeks)
        self._refresh()

    def _this_week(self) -> None:
        today = self._desk.today()
        self._monday = today - timedelta(days=today.weekday())
        self._refresh()

    def _open(self, id: str) -> None:
        self._desk.go("afspraak", appointment_id=id)

    def _open_row(self, position: int) -> None:
        card = self._behind[position] if 0 <= position < len(self._behind) else None
        if card is not None:
            self._open(card.appointment.id)

    def _plan(self, when: tuple[date, time] | None) -> None:
        from gesprekshulp.ui.agenda.dialogs import plan_appointment

        start = datetime.combine(*when) if when is not None else None
        plan_appointment(self._desk, self, start=start)

    def _move_to(self, id: str, when: tuple[date, time]) -> None:
        from gesprekshulp.ui.agenda.dialogs import move_appointment

        card = self.week.card(id)
        if card is None:
            return
        start = service.local_moment(*when)
        length = card.appointment.ends_at - card.appointment.starts_at
        move_appointment(self._desk, self, AppointmentId(id), to=(start, start + length))

    def _list_menu(self, point: QPoint) -> None:
        position = self.list.indexAt(point).row()
        card = self._behind[position] if 0 <= position < len(self._behind) else None
        self._menu(card, self.list.viewport().mapToGlobal(point))

    def _menu(self, card: AppointmentCard | None, where: QPoint) -> None:
        if card is None:
            return
        menu = self.menu_of(card)
        menu.exec(where)
        menu.deleteLater()

    def menu_of(self, card: AppointmentCard) -> QMenu:
        """What can be done with an appointment."""
        from gesprekshulp.ui.agenda.dialogs import (
            cancel_appointment,
            move_appointment,
            remove_appointment,
        )

        id = card.appointment.id
        menu = QMenu(self)
        menu.addAction("Openen", lambda: self._open(id))
        if card.appointment.is_open:
            menu.addAction("Verzetten …", lambda: move_appointment(self._desk, self, id))
            menu.addAction("Afzeggen …", lambda: cancel_appointment(self._desk, self, id))
        menu.addSeparator()
        menu.addAction("Verwijderen", lambda: remove_appointment(self._desk, id))
        return menu
