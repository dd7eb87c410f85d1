"""The facts of a promise in its panel: who, by when, what it hangs on and waits for, and more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.dutch_dates import clock, enumeration, lateness, local_day, short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.services import commitment_ties
from gesprekshulp.services.commitment_list import Detail
from gesprekshulp.services.commitment_ties import Ties, hours_words, read_hours
from gesprekshulp.ui.commitments.panel_menus import PanelMenus
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.fields import TextField
from gesprekshulp.ui.widgets.labels import CopyableText, Muted, Span, SpanLabel, Text

_MOST = 12
_WIDE = 196

Fact = tuple[str, str | QWidget]


class PanelFacts:
    """Makes the facts of one promise. What is chosen in them is done at once, and undone at will.

    `ask` tells the page what needs a form of its own ("move", "day", "told", "message").
    """

    def __init__(self, desk: Desk, parent: QWidget, ask: Callable[[str], object]) -> None:
        self._desk = desk
        self._ask = ask
        self.menus = PanelMenus(desk, parent, ask)
        self.hours: TextField | None = None

    def all(self, detail: Detail, ties: Ties) -> list[Fact]:
        """The facts in the order of the panel."""
        promise, today = detail.commitment, self._desk.today()
        facts: list[Fact] = []
        if promise.who:
            facts.append(("Wie", promise.who))
        facts.append(("Uiterlijk", self._day(detail)))
        if promise.closed_on is not None:
            facts.append(("Afgehandeld", short_day(promise.closed_on, today)))
        if promise.is_open and (promise.due is None or promise.event_appointment_id is not None):
            facts.append(("Hangt aan", self._hangs(detail, ties)))
        if promise.is_open and promise.side in (Side.US, Side.BOTH):
            facts.append(("Wacht op", self._waits(detail, ties)))
        if ties.waiting:
            facts.append(("Hierna", self._waiting(ties)))
        facts.append(self._client(detail))
        facts.append(("Gezegd", self._said(detail)))
        if promise.is_open and promise.side in (Side.US, Side.BOTH):
            facts.append(("Uren werk", self._hours(detail)))
        if promise.is_open:
            facts.append(("Herinneren", self._snooze(detail, ties)))
        if promise.is_open and promise.moves and not ties.told:
            facts.append(("Verzetting", self._told()))
        return facts

    # Each fact

    def _day(self, detail: Detail) -> str | QWidget:
        promise, today = detail.commitment, self._desk.today()
        if promise.due is None:
            return "nog geen dag"
        late = promise.is_late(today)
        words = short_day(promise.due, today)
        if promise.is_open:
            words = f"{words} · {lateness(promise.due, today)}"
        return SpanLabel((Span(words, "late" if late else "", bold=late),), wrap=True)

    def _hangs(self, detail: Detail, ties: Ties) -> QWidget:
        promise, today = detail.commitment, self._desk.today()
        holder, column = _holder()
        if ties.talk is not None:
            talk = ties.talk
            self._link(
                column,
                f"{talk.title}, {short_day(local_day(talk.starts_at), today)}",
                lambda: self._desk.go("afspraak", appointment_id=talk.id),
            )
        elif promise.event:
            column.addWidget(Text(promise.event, wrap=True))
        words = "Andere afspraak" if ties.talk else "Afspraak kiezen"
        self._drop(column, words, lambda: self.menus.event(detail, ties))
        return holder

    def _waits(self, detail: Detail, ties: Ties) -> QWidget:
        today = self._desk.today()
        holder, column = _holder()
        theirs = ties.theirs
        if theirs is not None:
            day = short_day(theirs.due, today) if theirs.due else "nog geen dag"
            state = day if theirs.is_open else theirs.state.value
            self._link(
                column,
                f"{theirs.what[:1].upper()}{theirs.what[1:]}",
                lambda: self._desk.go("toezeggingen", commitment_id=theirs.id),
            )
            column.addWidget(Muted(f"{theirs.who or theirs.side.value} · {state}", wrap=True))
        if ties.proposed is not None:
            words = f"Kan niet eerder dan {short_day(ties.proposed, today)}"
            column.addWidget(Text(words, size=12, weight=500, wrap=True))
            self._link(column, "Verzetten naar die dag", lambda: self._ask("propose"))
        words = "Andere kiezen" if theirs is not None else "Toezegging kiezen"
        self._drop(column, words, lambda: self.menus.waits(detail))
        return holder

    def _waiting(self, ties: Ties) -> QWidget:
        holder, column = _holder()
        for ours in ties.waiting[:_MOST]:
            self._link(
                column,
                f"{ours.what[:1].upper()}{ours.what[1:]}",
                lambda id=ours.id: self._desk.go("toezeggingen", commitment_id=id),
            )
        column.addWidget(Muted("wacht hierop" if len(ties.waiting) == 1 else "wachten hierop"))
        return holder

    def _client(self, detail: Detail) -> Fact:
        to_them = detail.commitment.side in (Side.US, Side.THIRD)
        holder, column = _holder()
        if to_them and detail.people:
            column.addWidget(Text(enumeration(detail.people), wrap=True))
        link = self._link(
            column,
            detail.client_name or "Onbekende klant",
            lambda: self._desk.go("klant", client_id=detail.commitment.client_id),
        )
        link.setEnabled(bool(detail.client_name))
        return ("Aan" if to_them else "Klant"), holder

    def _said(self, detail: Detail) -> QWidget:
        promise, today = detail.commitment, self._desk.today()
        holder, column = _holder()
        if promise.said:
            column.addWidget(CopyableText(f"“{promise.said}”"))
        talk = detail.appointment
        if talk is None:
            column.addWidget(Text(short_day(promise.made_on, today)))
            return holder
        at = detail.line_at or talk.starts_at
        link = LinkButton(f"Gesprek {short_day(local_day(at), today)}, {clock(at)}", small=True)
        link.setToolTip(talk.title)
        link.clicked.connect(
            lambda: self._desk.go("afspraak", appointment_id=talk.id, step="gesprek")
        )
        column.addWidget(link)
        return holder

    def _hours(self, detail: Detail) -> QWidget:
        promise = detail.commitment
        field = TextField(
            hours_words(promise.hours), placeholder="uren", name="Uren werk", spelled=False
        )
        field.setFixedWidth(72)
        self.hours = field

        known = promise.hours

        def save() -> None:
            nonlocal known
            try:
                hours = read_hours(field.text())
            except UserError as error:
                field.setText(hours_words(known))
                self._desk.error(error.sentence)
                return
            if hours != known:
                # The field says so once more when it makes room for a new one.
                known = hours
                archive = self._desk.archive
                done = "heeft nu een aantal uren" if hours else "heeft geen uren meer"
                self.menus.do(lambda: commitment_ties.set_hours(archive, promise.id, hours), done)

        field.editingFinished.connect(save)
        holder, column = _holder()
        column.addWidget(field)
        return holder

    def _snooze(self, detail: Detail, ties: Ties) -> QWidget:
        holder, column = _holder()
        until = ties.snoozed_until
        if until is not None:
            day = short_day(local_day(until), self._desk.today())
            column.addWidget(Text(f"sluimert tot {day}, {clock(until)}", wrap=True))
        self._drop(column, "Sluimeren", lambda: self.menus.snooze(detail, ties))
        return holder

    def _told(self) -> QWidget:
        holder, column = _holder()
        column.addWidget(Text("nog niet verteld", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(16)
        for words, wish in (("Bericht maken", "message"), ("Is verteld", "told")):
            link = LinkButton(words, small=True)
            link.clicked.connect(lambda _=False, wish=wish: self._ask(wish))
            link.setToolTip("Alt+B" if wish == "message" else "")
            row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)
        return holder

    # Building

    def _link(self, column: QVBoxLayout, words: str, act: Callable[[], object]) -> LinkButton:
        cut = QFontMetrics(font(14, 500)).elidedText(words, Qt.TextElideMode.ElideRight, _WIDE)
        link = LinkButton(cut)
        link.setAccessibleName(words)
        link.setToolTip(words if cut != words else "")
        link.clicked.connect(lambda: act())
        row = QHBoxLayout()
        row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)
        return link

    def _drop(self, column: QVBoxLayout, words: str, make: Callable[[], QMenu]) -> None:
        link = LinkButton(words, trailing="omlaag")
        link.clicked.connect(lambda: make().popup(link.mapToGlobal(QPoint(0, link.height() + 4))))
        row = QHBoxLayout()
        row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)


def _holder() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    return holder, column
