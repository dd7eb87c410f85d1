"""Inzicht: how promises were kept over the quarters, in all and per client. Internal only."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services.reliability_table import Overview, overview
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.insight.rows import ClientFigures, Column, insight_row, ordered
from gesprekshulp.ui.insight.side_card import SideCard
from gesprekshulp.ui.insight.table import InsightHead, InsightView
from gesprekshulp.ui.insight.words import Measure, ended
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.widgets.cards import HeadingRow
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn
from gesprekshulp.ui.widgets.labels import IconLabel, Muted, Title
from gesprekshulp.ui.widgets.list_view import MadeRowModel
from gesprekshulp.ui.widgets.segments import Segments

_PERIODS = (("4", "1 jaar"), ("8", "2 jaar"), ("12", "3 jaar"))
_PERIOD, _USUAL = "inzicht/periode", "8"
_AFTER_MS = 300


class InsightPage(Page):
    """The page. `open(period="4" | "8" | "12")` in quarters."""

    title = "Inzicht"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._found: Overview | None = None
        self._items: tuple[ClientFigures, ...] = ()
        self._shown: list[ClientFigures] = []
        self._empty: EmptyPage | None = None
        self._build()
        # Several writes one after another are counted once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._count_if_seen)
        desk.changed.connect(self._soon.start)

    def open(self, **where: object) -> None:
        period = str(where.get("period") or self._desk.shell.state.get(_PERIOD, _USUAL))
        self.period.set_value(period if period in dict(_PERIODS) else _USUAL)
        self._count()

    def place(self) -> dict[str, str]:
        return {"period": self.period.value()}

    # Building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(32, 24, 32, 0)
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Title("Inzicht"))
        internal = QHBoxLayout()
        internal.setSpacing(6)
        internal.addWidget(IconLabel("slot", size=16))
        self._intro = Muted("Alleen intern: dit komt nooit in een verslag.", size=14)
        internal.addWidget(self._intro)
        internal.addStretch(1)
        words.addLayout(internal)
        head.addLayout(words, 1)
        self.period = Segments(_PERIODS, name="Periode")
        self.period.changed.connect(self._choose_period)
        head.addWidget(self.period)
        outer.addLayout(head)
        self._known = QWidget()
        outer.addWidget(self._known, 1)
        column = QVBoxLayout(self._known)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(0)
        switch = QHBoxLayout()
        switch.setContentsMargins(32, 0, 32, 0)
        switch.addWidget(HeadingRow("Toezeggingen nagekomen"), 1)
        options = [(measure.name, measure.value) for measure in Measure]
        self.measure = Segments(options, name="Wat de lijn laat zien")
        self.measure.changed.connect(lambda _: self._show_charts())
        switch.addWidget(self.measure)
        column.addLayout(switch)
        column.addSpacing(12)
        cards = QHBoxLayout()
        cards.setContentsMargins(32, 0, 32, 0)
        cards.setSpacing(16)
        self.ours, self.theirs = SideCard("Wij"), SideCard("Klanten")
        cards.addWidget(self.ours, 1)
        cards.addWidget(self.theirs, 1)
        column.addLayout(cards)
        column.addSpacing(20)
        clients = QHBoxLayout()
        clients.setContentsMargins(32, 0, 32, 0)
        self._clients = HeadingRow("Per klant")
        clients.addWidget(self._clients)
        column.addLayout(clients)
        self.model = MadeRowModel(insight_row)
        self.list = InsightView()
        self.list.setModel(self.model)
        self.head = InsightHead(self.list)
        self.head.sorted.connect(lambda _column, _down: self._show_clients())
        self.list.clicked.connect(lambda index: self._open_client(index.row()))
        self.list.opened.connect(self._open_client)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self._busy = Muted("De toezeggingen worden geteld …", size=14)
        self._busy.setContentsMargins(32, 20, 32, 0)
        outer.addWidget(self._busy)
        self._known.hide()
        self._nothing = QVBoxLayout()
        outer.addLayout(self._nothing)

    # Filling

    def _count_if_seen(self) -> None:
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._desk.background.run(
            overview,
            self._desk.archive,
            self._desk.clock,
            int(self.period.value()),
            done=self._show,
            owner=self,
        )

    def _show(self, found: Overview) -> None:
        self._job = None
        self._busy.hide()
        # Promises that were only handed over leave nothing to tell.
        items = tuple(map(ClientFigures.of, found.clients))
        self._items = tuple(
            item for item in items if ended(item.value.ours) or ended(item.value.theirs)
        )
        self._found = found
        is_empty = not self._items
        # With a longer period there may be something: the switch stays, unless it was the longest.
        self._known.setVisible(not is_empty)
        self._show_empty(is_empty)
        if not is_empty:
            self._show_charts()
            self._show_clients()

    def _show_charts(self) -> None:
        if self._found is None:
            return
        value = self._found.in_all.reveal()
        measure = Measure[self.measure.value()]
        self.ours.show_figures(
            value.ours, [(one.quarter, one.ours) for one in value.quarters], measure
        )
        self.theirs.show_figures(
            value.theirs, [(one.quarter, one.theirs) for one in value.quarters], measure
        )

    def _show_clients(self) -> None:
        position = self.list.current()
        chosen = self._shown[position].client_id if 0 <= position < len(self._shown) else None
        self._shown = ordered(self._items, self.head.order, descending=self.head.descending)
        self.model.set_items(self._shown)
        self.select(chosen)

    def select(self, client_id: ClientId | None) -> None:
        """Select the row of a client."""
        for position, item in enumerate(self._shown):
            if item.client_id == client_id:
                self.list.select(position)

    def sort_by(self, column: Column) -> None:
        """Sort the clients, as a click on the head of a column does."""
        self.head.sort_by(column)

    def _show_empty(self, is_empty: bool) -> None:
        if is_empty and self._empty is None:
            self._empty = EmptyPage(
                "Nog niets om op terug te kijken",
                "Zodra de dag van een toezegging voorbij is, ziet u hier hoe beide kanten die"
                " nakomen: hoeveel op de dag, hoeveel te laat, verzet en vervallen.",
                (
                    WayOn(
                        "toezeggingen",
                        "Zet uw toezeggingen erin",
                        "Met de dag waarop ze klaar moeten zijn.",
                        "Naar toezeggingen",
                        lambda: self._desk.go("toezeggingen"),
                    ),
                    WayOn(
                        "agenda",
                        "Plan een gesprek",
                        "Wat u daarin toezegt, komt vanzelf in het register.",
                        "Naar agenda",
                        lambda: self._desk.go("agenda"),
                    ),
                ),
            )
            self._nothing.addWidget(self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    # Doing

    def _choose_period(self, period: str) -> None:
        self._desk.shell.state.put(_PERIOD, period)
        self._count()

    def _open_client(self, position: int) -> None:
        if 0 <= position < len(self._shown):
            self._desk.go("klant", client_id=self._shown[position].client_id)
