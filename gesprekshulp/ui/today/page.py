"""Vandaag: the next talk, the promises of this week, and who needs attention."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import clock, distance, local_day, long_day
from gesprekshulp.services import today, week_closed
from gesprekshulp.services.appointments import AppointmentCard
from gesprekshulp.ui.appointment_words import KIND_WORDS
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.commitments.rows import grouped_rows
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.today.next_card import NextCard
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import LinkButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card, ClickRow, HeadingRow, Scroll
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Strong, Text, Title

if TYPE_CHECKING:
    from gesprekshulp.domain.attention import AttentionItem
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive
    from gesprekshulp.ui.widgets.empty_page import EmptyPage
    from gesprekshulp.ui.widgets.row import Row

_ATTENTION_SHOWN = 3
_FRIDAY = 4
_SIDE = 312
# Left of the side, at the narrowest at which the names of clients get more room.
_NARROW, _CLIENT_MORE = 820, 100
_ATTENTION_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class _LookedRound:
    """What is looked up in the background once the page has been painted."""

    attention: tuple[AttentionItem, ...]
    counts: today.Counts
    held: tuple[AppointmentCard, ...]


def _looked_round(archive: Archive, clock: Clock) -> _LookedRound:
    from gesprekshulp.services.attention import who_needs_attention

    return _LookedRound(
        who_needs_attention(archive, clock),
        today.counts(archive, clock),
        today.to_round_off(archive, clock),
    )


class TodayPage(Page):
    """The first page."""

    title = "Vandaag"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._next: AppointmentCard | None = None
        self._behind: list[Commitment | None] = []
        self._rest: tuple[AppointmentCard, ...] | None = None
        self._rows: list[Row] = []
        self._attention: tuple[AttentionItem, ...] = ()
        self._looking: Job | None = None
        self._held: tuple[AppointmentCard, ...] = ()
        self._empty: EmptyPage | None = None
        self._scroll: Scroll | None = None
        self._build()
        desk.changed.connect(self._refresh_if_seen)
        # "Over 48 minuten" moves on by itself.
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._refresh_if_seen)
        # Who needs attention takes a look at every client: first let the page be painted.
        self._look_round = QTimer(self)
        self._look_round.setSingleShot(True)
        self._look_round.setInterval(_ATTENTION_AFTER_MS)
        self._look_round.timeout.connect(self._ask_attention)

    def open(self, **where: object) -> None:
        self._refresh()
        self._minute.start()

    def leave(self) -> None:
        self._minute.stop()

    # Building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(32, 24, 32, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Title("Vandaag"))
        self._date = Muted(size=14)
        words.addWidget(self._date)
        head.addLayout(words)
        head.addStretch(1)
        self.new_button = SecondaryButton("Nieuwe afspraak", icon="plus")
        self.new_button.clicked.connect(self._plan)
        head.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(head)
        self._holder = QVBoxLayout()
        outer.addLayout(self._holder, 1)

    def _build_day(self) -> None:
        """Everything of a day; made when there is something to show, so not at a first start."""
        from gesprekshulp.ui.widgets.list_view import ListRowModel, RowView
        from gesprekshulp.ui.widgets.row import CARD

        self._scroll = Scroll(margins=(32, 20, 32, 24))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._line_up)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.next_card = NextCard(self._desk)
        self.next_card.asked.connect(self._go_next)
        left.addWidget(self.next_card)
        self._no_next = Muted("Er staat geen gesprek gepland.", size=14)
        left.addWidget(self._no_next)
        left.addSpacing(24)
        self._promises_head = HeadingRow("Toezeggingen", "Alle bekijken")
        self._promises_head.link_clicked.connect(lambda: self._desk.go("toezeggingen"))
        self.week_link = LinkButton("Week afsluiten")
        self.week_link.clicked.connect(lambda: self._desk.go("weekafsluiting"))
        self._promises_head.add_beside(self.week_link)
        left.addWidget(self._promises_head)
        left.addSpacing(4)
        self._model = ListRowModel()
        self.promises = RowView(CARD, name="Toezeggingen van deze week")
        self.promises.setModel(self._model)
        self.promises.checked.connect(self._keep)
        self.promises.opened.connect(self._open_promise)
        self.promises.date_asked.connect(self._open_promise)
        left.addWidget(self.promises)
        self._no_promises = Muted(
            "Deze week staat er niets open. Wat u in een gesprek toezegt, verschijnt hier.",
            size=14,
            wrap=True,
        )
        left.addWidget(self._no_promises)
        left.addStretch(1)
        columns.addLayout(left, 1)

        side = QWidget()
        side.setFixedWidth(_SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        self._rest_head = HeadingRow("Rest van de dag")
        right.addWidget(self._rest_head)
        self.rest = Card()
        right.addWidget(self.rest)
        self._held_holder = QWidget()
        unfinished = QVBoxLayout(self._held_holder)
        unfinished.setContentsMargins(0, 16, 0, 0)
        unfinished.setSpacing(8)
        unfinished.addWidget(HeadingRow("Nog af te ronden"))
        self.held = Card()
        unfinished.addWidget(self.held)
        right.addWidget(self._held_holder)
        self._held_holder.hide()
        self._attention_holder = QWidget()
        attention = QVBoxLayout(self._attention_holder)
        attention.setContentsMargins(0, 16, 0, 0)
        attention.setSpacing(8)
        attention.addWidget(HeadingRow("Aandacht"))
        self.attention = Card()
        attention.addWidget(self.attention)
        right.addWidget(self._attention_holder)
        self._attention_holder.hide()
        right.addStretch(1)
        columns.addWidget(side)
        self._scroll.column.addLayout(columns)
        self._holder.addWidget(self._scroll)
        self._fit_columns()

    def _line_up(self) -> None:
        """Keep the right side under the button above it, also beside a scroll bar."""
        if self._scroll is None:
            return
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._scroll.column.setContentsMargins(32, 20, 32 - taken, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """On a wide screen the names of clients are shown whole."""
        if self._scroll is None:
            return
        from gesprekshulp.ui.widgets.row import CARD

        room = self.width() - _SIDE - _NARROW
        wider = min(_CLIENT_MORE, max(0, room // 3))
        self.promises.set_columns(replace(CARD, client=CARD.client + wider))

    # Filling

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        day = self._desk.today()
        self._date.setText(f"{long_day(day)} · week {day.isocalendar().week}")
        found = today.view(self._desk.archive, self._desk.clock)
        self._show_empty(found.is_empty)
        if found.is_empty:
            return
        self.week_link.setVisible(self._week_ends(day))
        self._next = found.next
        self.next_card.setVisible(found.next is not None)
        self._no_next.setVisible(found.next is None)
        if found.next is not None:
            self.next_card.show_card(found.next)
        # What stays as it is keeps its widgets, and with them the focus of the keyboard.
        if found.rest != self._rest:
            self._rest = found.rest
            self._show_rest(found.rest)
        rows, self._behind = grouped_rows(found.promises, day)
        if rows != self._rows:
            self._rows = rows
            self._model.set_rows(rows)
            self.promises.fit_height()
        self.promises.setVisible(bool(rows))
        self._no_promises.setVisible(not rows)
        self._look_round.start()

    def _week_ends(self, day: date) -> bool:
        """On Fridays the week is rounded off, once."""
        return day.weekday() == _FRIDAY and week_closed.last_finished(self._desk.archive) != day

    def _ask_attention(self) -> None:
        archive, moment = self._desk.archive, self._desk.clock
        if self._looking is not None:
            self._looking.cancel()  # an older answer must not come after this one
        self._looking = self._desk.background.run(
            lambda: _looked_round(archive, moment),
            done=self._show_counted,
            owner=self,
        )

    def _show_empty(self, is_empty: bool) -> None:
        if not is_empty and self._scroll is None:
            self._build_day()
        if self._scroll is not None:
            self._scroll.setVisible(not is_empty)
        self.new_button.setVisible(not is_empty)
        if is_empty and self._empty is None:
            from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn

            footer = QWidget()
            row = QHBoxLayout(footer)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(IconLabel("slot", size=16))
            row.addWidget(Muted("Alles blijft op deze laptop. U hebt geen internet nodig."))
            row.addStretch(1)
            self._empty = EmptyPage(
                "Uw bureau is nog leeg",
                "Zet eerst uw klanten erin en plan een gesprek. Daarna ziet u hier elke ochtend"
                " wie u spreekt, wat u hebt beloofd en wie aandacht verdient.",
                (
                    WayOn(
                        "inlezen",
                        "Haal uw klanten binnen",
                        "Uit Excel, Outlook of uw telefoon: .csv, .xlsx of .vcf.",
                        "Bestand kiezen",
                        lambda: self._desk.go("inlezen"),
                    ),
                    WayOn(
                        "agenda",
                        "Plan uw eerste afspraak",
                        "Of sleep een uitnodiging (.ics) naar dit venster.",
                        "Afspraak plannen",
                        self._plan,
                    ),
                    WayOn(
                        "kantoor",
                        "Kijk eerst rond",
                        "Een voorbeeldkantoor, los van uw eigen gegevens.",
                        "Voorbeeld openen",
                        self._open_example,
                    ),
                ),
                footer=footer,
            )
            self._holder.addWidget(self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    def _show_rest(self, cards: tuple[AppointmentCard, ...]) -> None:
        self.rest.clear()
        if not cards:
            column = self.rest.body()
            column.addWidget(Muted("Geen andere gesprekken vandaag.", size=14, wrap=True))
            return
        for card in cards:
            appointment = card.appointment
            row = ClickRow(f"{clock(appointment.starts_at)} {card.client_name}")
            row.row.setContentsMargins(16, 12, 16, 12)
            at = Text(clock(appointment.starts_at), weight=600)
            at.setFixedWidth(48)
            row.row.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Strong(card.client_name, wrap=True))
            kind = KIND_WORDS[appointment.kind]
            words.addWidget(Muted(f"{appointment.title} · {kind}", size=14, wrap=True))
            mark = QHBoxLayout()
            mark.setSpacing(4)
            ready = card.readiness.is_ready
            mark.addWidget(
                IconLabel(
                    "vink-cirkel" if ready else "cirkel-deel",
                    size=16,
                    role="muted" if ready else "accent",
                )
            )
            state = Text(
                card.readiness.words,
                size=12,
                weight=400 if ready else 500,
                role="muted" if ready else "accent",
            )
            mark.addWidget(state)
            mark.addStretch(1)
            words.addSpacing(2)
            words.addLayout(mark)
            row.row.addLayout(words, 1)
            row.clicked.connect(
                lambda id=appointment.id: self._desk.go("afspraak", appointment_id=id)
            )
            self.rest.add_row(row)

    def _show_counted(
        self,
        found: _LookedRound,
    ) -> None:
        if found.held != self._held:
            self._held = found.held
            self._show_held(found.held)
        counts = found.counts
        words = f"Alle {counts.open:,} bekijken".replace(",", ".") if counts.open > 1 else ""
        self._promises_head.set("Toezeggingen", words or "Bekijken")
        if found.attention != self._attention:
            self._attention = found.attention
            self._show_attention(found.attention)

    def _show_held(self, held: tuple[AppointmentCard, ...]) -> None:
        self._held_holder.setVisible(bool(held))
        self.held.clear()
        for card in held:
            talk = card.appointment
            row = ClickRow(f"{card.client_name}: {talk.title}, nog afronden")
            row.row.setContentsMargins(16, 12, 16, 12)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Strong(card.client_name, wrap=True))
            day = distance(local_day(talk.starts_at), self._desk.today())
            words.addWidget(Muted(f"{talk.title} · {day}", size=14, wrap=True))
            row.row.addLayout(words, 1)
            row.row.addWidget(IconLabel("rechts", size=16), 0, Qt.AlignmentFlag.AlignVCenter)
            row.clicked.connect(lambda id=talk.id: self._desk.go("afspraak", appointment_id=id))
            self.held.add_row(row)

    def _show_attention(self, items: tuple[AttentionItem, ...]) -> None:
        self._attention_holder.setVisible(bool(items))
        self.attention.clear()
        for item in items[:_ATTENTION_SHOWN]:
            column = self.attention.body((16, 12, 16, 12))
            column.setSpacing(4)
            column.addWidget(Strong(item.name, wrap=True))
            column.addWidget(Muted(item.reason, size=14, wrap=True))
            buttons = QHBoxLayout()
            buttons.setSpacing(24)
            call = LinkButton("Bellen", icon="telefoon")
            call.setAccessibleName(f"{item.name} bellen")
            call.clicked.connect(
                lambda _=False, id=item.client_id: self._desk.go("klant", client_id=id, call="ja")
            )
            if item.appointment_id is not None:
                call.hide()
                buttons.addWidget(self._report_link(item))
            later = LinkButton("Later")
            later.setToolTip("Over een week opnieuw")
            later.clicked.connect(lambda _=False, item=item: self._put_off(item))
            buttons.addWidget(call)
            buttons.addWidget(later)
            buttons.addStretch(1)
            column.addSpacing(4)
            column.addLayout(buttons)

    def _report_link(self, item: AttentionItem) -> LinkButton:
        """Leads to the report that waits for an answer, where a reminder can be made."""
        link = LinkButton("Verslag openen", icon="verslag")
        link.setAccessibleName(f"Verslag voor {item.name} openen")
        link.clicked.connect(
            lambda: self._desk.go("afspraak", appointment_id=item.appointment_id, step="verslag")
        )
        return link

    # Doing

    def _go_next(self, step: str, need: str) -> None:
        if self._next is not None:
            where = {"appointment_id": self._next.appointment.id, "step": step, "focus": need}
            self._desk.go("afspraak", **where)

    def _plan(self) -> None:
        from gesprekshulp.ui.agenda.dialogs import plan_appointment

        plan_appointment(self._desk, self)

    def _open_example(self) -> None:
        from gesprekshulp.ui.welcome.example import open_example

        open_example(self._desk)

    def _promise(self, position: int) -> Commitment | None:
        return self._behind[position] if 0 <= position < len(self._behind) else None

    def _open_promise(self, position: int) -> None:
        if (promise := self._promise(position)) is not None:
            self._desk.go("toezeggingen", commitment_id=promise.id)

    def _keep(self, position: int) -> None:
        promise = self._promise(position)
        if promise is None:
            return
        from gesprekshulp.services import commitments

        commitments.keep(self._desk.archive, self._desk.clock, promise.id)
        did(self._desk, "Toezegging nagekomen.")

    def _put_off(self, item: AttentionItem) -> None:
        from gesprekshulp.services import attention

        attention.put_off(self._desk.archive, self._desk.clock, item.client_id)
        self._desk.wrote()

        def back() -> None:
            attention.put_back(self._desk.archive, item.client_id)
            self._desk.wrote()

        self._desk.toast(f"{item.name} komt over een week terug.", back)
