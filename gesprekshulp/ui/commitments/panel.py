"""The side panel of one promise: what can be done with it, the facts and its history."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.domain.dutch_dates import clock, enumeration, lateness, local_day, short_day
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services import commitment_list
from gesprekshulp.services.commitment_list import Detail
from gesprekshulp.ui.attachments.panel import AttachmentPanel
from gesprekshulp.ui.commitments.history import history_events
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.labels import Label, Span, SpanLabel, Text
from gesprekshulp.ui.widgets.side_panel import SidePanel


class CommitmentPanel(SidePanel):
    """Shows one promise. `asked` names what the user wants done with it: "keep", "reopen",
    "move", "day", "change", "hand_over", "drop" or "remove"."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown: Detail | None = None
        self._files: AttachmentPanel | None = None
        self.more.clicked.connect(self._menu)
        self.more.show()

    def show_promise(self, id: CommitmentId) -> None:
        """Show a promise as it is now. Raises NotFound."""
        detail = commitment_list.detail(self._desk.archive, self._desk.clock, id)
        is_other = self.shown is None or self.shown.commitment.id != id
        self.shown = detail
        promise, today = detail.commitment, self._desk.today()
        badges = [Badge.party(SIDE_WORDS[promise.side])]
        if promise.is_late(today):
            badges.append(Badge.late())
        elif not promise.is_open:
            badges.append(Badge(promise.state.value.capitalize()))
        self.set_badges(badges)
        self.set_title(promise.what[:1].upper() + promise.what[1:])
        self.set_actions(self._buttons(detail))
        self.set_note(_note(detail))
        self.set_facts(self._facts(detail))
        self.set_history(history_events(promise, detail.history, today))
        self._show_files(detail, is_other=is_other)

    def _buttons(self, detail: Detail) -> list[QWidget]:
        promise = detail.commitment
        if not promise.is_open:
            again = SecondaryButton("Heropenen", icon="ongedaan")
            again.clicked.connect(lambda: self.asked.emit("reopen"))
            return [again]
        keep = PrimaryButton("Nagekomen", icon="vink")
        keep.clicked.connect(lambda: self.asked.emit("keep"))
        if promise.due is None:
            other = SecondaryButton("Dag kiezen", icon="agenda")
            other.clicked.connect(lambda: self.asked.emit("day"))
        else:
            other = SecondaryButton("Verzetten", icon="verzetten")
            other.clicked.connect(lambda: self.asked.emit("move"))
        return [keep, other]

    def _facts(self, detail: Detail) -> list[tuple[str, str | QWidget]]:
        promise, today = detail.commitment, self._desk.today()
        facts: list[tuple[str, str | QWidget]] = []
        if promise.who:
            facts.append(("Wie", promise.who))
        if promise.due is not None:
            late = promise.is_late(today)
            words = short_day(promise.due, today)
            if promise.is_open:
                words = f"{words} · {lateness(promise.due, today)}"
            role = "late" if late else ""
            facts.append(("Uiterlijk", SpanLabel((Span(words, role, bold=late),), wrap=True)))
        else:
            facts.append(("Uiterlijk", promise.event or "nog geen dag"))
        if promise.closed_on is not None:
            facts.append(("Afgehandeld", short_day(promise.closed_on, today)))
        facts.append(self._client(detail))
        facts.append(("Gezegd", self._said(detail)))
        return facts

    def _client(self, detail: Detail) -> tuple[str, QWidget]:
        to_them = detail.commitment.side in (Side.US, Side.THIRD)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if to_them and detail.people:
            column.addWidget(Text(enumeration(detail.people), wrap=True))
        row = QHBoxLayout()
        link = LinkButton(detail.client_name or "Onbekende klant")
        link.setEnabled(bool(detail.client_name))
        link.clicked.connect(lambda: self._desk.go("klant", client_id=detail.commitment.client_id))
        link.setMaximumWidth(210)
        link.setToolTip(detail.client_name)
        row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)
        return ("Aan" if to_them else "Klant"), holder

    def _said(self, detail: Detail) -> QWidget:
        promise, today = detail.commitment, self._desk.today()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if promise.said:
            column.addWidget(Text(f"“{promise.said}”", wrap=True, selectable=True))
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

    def _show_files(self, detail: Detail, *, is_other: bool) -> None:
        promise = detail.commitment
        if self._files is None:
            self.body.addSpacing(20)
            self.body.addWidget(Label("Stukken"))
            self._files = AttachmentPanel(
                self._desk, OwnerKind.COMMITMENT, promise.id, promise.client_id
            )
            self.body.addWidget(self._files)
        elif is_other:
            self._files.set_owner(OwnerKind.COMMITMENT, promise.id, promise.client_id)
        else:
            self._files.refresh()

    def _menu(self) -> None:
        if self.shown is None:
            return
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def menu(self) -> QMenu:
        """What else can be done with the promise that is shown."""
        assert self.shown is not None
        promise = self.shown.commitment
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)

        def add(words: str, wish: str) -> None:
            menu.addAction(words, lambda: self.asked.emit(wish))

        if promise.is_open:
            add("Wijzigen …", "change")
            add("Overdragen aan collega …", "hand_over")
            add("Laten vervallen …", "drop")
        else:
            add("Heropenen", "reopen")
        menu.addSeparator()
        add("Verwijderen", "remove")
        return menu


def _note(detail: Detail) -> str:
    promise = detail.commitment
    if not promise.is_open:
        return ""
    first = "Verzetten vraagt om een reden." if promise.due else ""
    if promise.side is Side.CLIENT:
        return first
    number = detail.next_week
    if number == 0:
        load = "Volgende week hebt u nog geen toezeggingen staan."
    else:
        words = "toezegging" if number == 1 else "toezeggingen"
        load = f"Volgende week hebt u al {number} {words} staan."
    if promise.is_vague and promise.state is CommitmentState.OPEN:
        first = "Zonder dag blijft dit een vage toezegging."
    return f"{first} {load}".strip()
