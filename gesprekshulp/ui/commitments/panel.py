"""The side panel of one promise: what can be done with it, the facts and its history."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services import commitment_list
from gesprekshulp.services.commitment_list import Detail
from gesprekshulp.services.commitment_ties import Ties, ties
from gesprekshulp.ui.attachments.panel import AttachmentPanel
from gesprekshulp.ui.commitments.history import history_events
from gesprekshulp.ui.commitments.kept_field import KeptField
from gesprekshulp.ui.commitments.panel_facts import PanelFacts
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.labels import Label
from gesprekshulp.ui.widgets.side_panel import SidePanel


class CommitmentPanel(SidePanel):
    """Shows one promise. `asked` names what the user wants done with it: "keep", "reopen",
    "move", "propose", "day", "change", "hand_over", "drop", "remove", "message", "told", "ics" or
    "ics_out". `how` is how it was kept and `when` on which day, as far as that was typed."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown: Detail | None = None
        self.ties: Ties | None = None
        self.how = ""
        self.when: date | None = None
        self.shown_facts = PanelFacts(desk, self, self.asked.emit)
        self.kept = KeptField(desk)
        self.kept.kept.connect(self._keep)
        self.under_actions.addWidget(self.kept)
        self._files: AttachmentPanel | None = None
        self.more.clicked.connect(self._menu)
        self.more.show()

    def show_promise(self, id: CommitmentId) -> None:
        """Show a promise as it is now. Raises NotFound."""
        detail = commitment_list.detail(self._desk.archive, self._desk.clock, id)
        is_other = self.shown is None or self.shown.commitment.id != id
        self.shown = detail
        self.ties = ties(self._desk.archive, self._desk.clock, detail.commitment)
        if is_other or not detail.commitment.is_open:
            self.kept.hide()
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
        self.set_facts(self.shown_facts.all(detail, self.ties))
        self.set_history(history_events(promise, detail.history, today))
        self._show_files(detail, is_other=is_other)

    def _buttons(self, detail: Detail) -> list[QWidget]:
        promise = detail.commitment
        if not promise.is_open:
            again = SecondaryButton("Heropenen", icon="ongedaan")
            again.clicked.connect(lambda: self.asked.emit("reopen"))
            return [again]
        keep = PrimaryButton("Nagekomen", icon="vink")
        keep.clicked.connect(self._ask_how)
        if promise.due is None:
            other = SecondaryButton("Dag kiezen", icon="agenda")
            other.clicked.connect(lambda: self.asked.emit("day"))
        else:
            other = SecondaryButton("Verzetten", icon="verzetten")
            other.clicked.connect(lambda: self.asked.emit("move"))
        return [keep, other]

    def _ask_how(self) -> None:
        """The first press asks how and when; the second, or Enter, is enough without an answer."""
        if self.kept.isVisible():
            self.kept.keep()
        elif self.shown is not None:
            self.kept.ask(self.shown.commitment)

    def _keep(self, how: str, when: date | None) -> None:
        self.how, self.when = how, when
        self.kept.hide()
        self.asked.emit("keep")
        self.how, self.when = "", None

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
            menu.addSeparator()
            if promise.moves:
                add("Bericht over de nieuwe dag (Alt+B)", "message")
            add("In agenda zetten (.ics) …", "ics")
            add("Uit agenda halen (.ics) …", "ics_out")
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
