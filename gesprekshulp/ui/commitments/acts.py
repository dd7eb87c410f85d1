"""What can be done with one promise on the page, from its panel, the list and the board."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services import commitments
from gesprekshulp.ui.commitments.doing import do
from gesprekshulp.ui.context import Desk

if TYPE_CHECKING:
    from gesprekshulp.domain.waiting import NewDay
    from gesprekshulp.services.commitment_list import Detail
    from gesprekshulp.services.commitment_ties import Ties
    from gesprekshulp.ui.commitments.export import Exporter


class Acts:
    """Does it at once, or through a form over `page`."""

    def __init__(self, desk: Desk, page: QWidget, strips: QVBoxLayout) -> None:
        self._desk = desk
        self._page = page
        self._strips = strips

    @cached_property
    def exporter(self) -> Exporter:
        """Files out; its strip comes at the top of the page."""
        from gesprekshulp.ui.commitments.export import Exporter

        made = Exporter(self._desk, self._page)
        self._strips.insertWidget(0, made.strip)
        return made

    def act(
        self, wish: str, shown: Detail, ties: Ties, how: str = "", when: date | None = None
    ) -> None:
        """Do what a panel asks for, by its name."""
        promise, archive, clock = shown.commitment, self._desk.archive, self._desk.clock
        match wish:
            case "keep" | "reopen":
                self.keep_or_reopen(promise, how, when)
            case "remove":
                do(self._desk, lambda: commitments.remove(archive, promise.id), "verwijderd")
            case "move":
                self.move(promise)
            case "propose":
                self._propose(promise, ties)
            case "message":
                self.message(promise.id)
            case "told":
                told = "verzet; de ander weet het"
                do(self._desk, lambda: commitments.mark_told(archive, clock, promise.id), told)
            case "ics" | "ics_out":
                self.exporter.one(promise.id, promise.what, withdraw=wish == "ics_out")
            case _:
                self._ask(wish, shown)

    def _ask(self, wish: str, shown: Detail) -> None:
        from gesprekshulp.ui.commitments import forms

        promise = shown.commitment
        if wish == "change":
            forms.change_promise(self._desk, self._page, promise, shown.client_name)
            return
        ask = {
            "day": forms.choose_day,
            "drop": forms.drop_promise,
            "hand_over": forms.hand_over,
        }[wish]
        ask(self._desk, self._page, promise)

    def keep_or_reopen(self, promise: Commitment, how: str = "", when: date | None = None) -> None:
        """Kept, or open again when it was closed; with the way back."""
        archive, clock = self._desk.archive, self._desk.clock
        if promise.is_open:
            do(
                self._desk,
                lambda: commitments.keep(archive, clock, promise.id, how, when),
                "nagekomen",
            )
        else:
            again = "staat weer open"
            do(self._desk, lambda: commitments.reopen(archive, clock, promise.id), again)

    def move(self, promise: Commitment, day: date | None = None, reason: str = "") -> None:
        """Ask for another day; `day` and `reason` are filled in already."""
        from gesprekshulp.ui.commitments import forms

        forms.move_promise(self._desk, self._page, promise, day, reason)

    def move_slipped(self, one: NewDay) -> None:
        """Ask for the new earliest day of a promise whose other side slipped."""
        from gesprekshulp.ui.commitments.slipped_strip import slip_reason

        self.move(one.ours, one.proposed, slip_reason(one))

    def _propose(self, promise: Commitment, ties: Ties) -> None:
        from gesprekshulp.domain.waiting import NewDay

        if ties.theirs is not None and ties.proposed is not None:
            self.move_slipped(NewDay(promise, ties.theirs, ties.proposed))

    def message(self, id: CommitmentId) -> None:
        """Make the message about the last move of a promise."""
        from gesprekshulp.ui.commitments.move_message import message_again

        try:
            history = commitments.card(self._desk.archive, id).history
        except UserError as error:
            self._desk.error(error.sentence)
            return
        if not message_again(self._desk, id, history):
            self._desk.error("Deze toezegging is niet verzet; er valt nog niets te melden.")
