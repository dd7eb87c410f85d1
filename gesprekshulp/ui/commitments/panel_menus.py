"""The menus in the panel of a promise: what it hangs on, waits for, and when to remind again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QMenu, QWidget

from gesprekshulp.domain.dutch_dates import clock, local_day, short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services import commitment_ties, reminders, waiting
from gesprekshulp.services.commitment_list import Detail
from gesprekshulp.services.commitment_ties import Ties
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did

_MOST = 12


class PanelMenus:
    """What is chosen in them is done at once, and undone at will.

    `ask` tells the page what needs a form of its own.
    """

    def __init__(self, desk: Desk, parent: QWidget, ask: Callable[[str], object]) -> None:
        self._desk = desk
        self._parent = parent
        self._ask = ask

    def event(self, detail: Detail, ties: Ties) -> QMenu:
        """The appointments of the client on which the promise can hang."""
        promise, today, desk = detail.commitment, self._desk.today(), self._desk
        menu = self._menu()
        for talk in commitment_ties.linkable(desk.archive, desk.clock, promise)[:_MOST]:
            menu.addAction(
                _plain(f"{short_day(local_day(talk.starts_at), today)}  {talk.title}"),
                lambda id=talk.id: self.do(
                    lambda: waiting.link_to_appointment(desk.archive, desk.clock, promise.id, id),
                    "hangt nu aan deze afspraak",
                ),
            )
        if menu.isEmpty():
            menu.addAction("Er is geen afspraak gepland").setEnabled(False)
        menu.addSeparator()
        if ties.talk is not None:
            menu.addAction(
                "Losmaken van de afspraak",
                lambda: self.do(
                    lambda: waiting.link_to_appointment(desk.archive, desk.clock, promise.id, None),
                    "hangt niet langer aan de afspraak",
                ),
            )
        menu.addAction("In woorden …", lambda: self._ask("change"))
        return menu

    def waits(self, detail: Detail) -> QMenu:
        """The promises of the other side that may have to be kept first."""
        promise, today, desk = detail.commitment, self._desk.today(), self._desk
        menu = self._menu()
        for other in commitment_ties.awaitable(desk.archive, promise)[:_MOST]:
            day = f", {short_day(other.due, today)}" if other.due else ""
            menu.addAction(
                _plain(f"{other.what[:1].upper()}{other.what[1:]}{day}"),
                lambda id=other.id: self.do(
                    lambda: waiting.wait_for(desk.archive, desk.clock, promise.id, id),
                    "wacht nu op de klant",
                ),
            )
        if menu.isEmpty():
            menu.addAction("De klant heeft niets toegezegd dat open staat").setEnabled(False)
        if promise.waits_for is not None:
            menu.addSeparator()
            menu.addAction(
                "Wacht nergens meer op",
                lambda: self.do(
                    lambda: waiting.wait_for(desk.archive, desk.clock, promise.id, None),
                    "wacht nergens meer op",
                ),
            )
        return menu

    def snooze(self, detail: Detail, ties: Ties) -> QMenu:
        """Until when nothing is said of the promise; its day stays."""
        desk, id = self._desk, detail.commitment.id
        menu = self._menu()
        for words, until in commitment_ties.snooze_moments(desk.clock):
            menu.addAction(words, lambda until=until: self._put_off(detail, until))
        if ties.snoozed_until is not None:
            menu.addSeparator()
            menu.addAction("Niet meer sluimeren", lambda: self._wake(id))
        return menu

    def _put_off(self, detail: Detail, until: datetime) -> None:
        id, desk = detail.commitment.id, self._desk
        try:
            reminders.snooze(desk.archive, desk.clock, id, until)
        except UserError as error:
            desk.error(error.sentence)
            return
        desk.wrote()
        day = short_day(local_day(until), desk.today())
        words = f"Geen herinnering tot {day}, {clock(until)}; de dag zelf blijft staan."
        desk.toast(words, lambda: self._wake(id))

    def _wake(self, id: CommitmentId) -> None:
        reminders.wake(self._desk.archive, id)
        self._desk.wrote()

    def _menu(self) -> QMenu:
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def do(self, act: Callable[[], object], done: str) -> None:
        try:
            act()
        except UserError as error:
            self._desk.error(error.sentence)
            return
        did(self._desk, f"Toezegging {done}.")


def _plain(words: str) -> str:
    """A menu takes & as the sign before a key."""
    return words.replace("&", "&&")
