"""The list of the register: shows a view at once, narrows it while typing, keeps the selection."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.ids import CommitmentId
from gesprekshulp.services import commitment_filter, commitment_list
from gesprekshulp.services.commitment_filter import MOST_FOUND, Found, Names
from gesprekshulp.services.commitment_groups import arranged
from gesprekshulp.services.commitment_list import By, Group, View, Wanted
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.commitments.model import PAGE, CommitmentModel
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.labels import Muted
from gesprekshulp.ui.widgets.list_view import RowView
from gesprekshulp.ui.widgets.row import TABLE

if TYPE_CHECKING:
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive

_TYPED_OUT_MS = 180
_ARRANGED_AT_ONCE = 1_500
_EMPTY = {
    View.LATE: "Niets is te laat.",
    View.TODAY: "Vandaag hoeft er niets af.",
    View.THIS_WEEK: "De rest van deze week hoeft er niets af.",
    View.WAITING: "U wacht nergens op: geen klant heeft nog iets te doen.",
    View.THIRD: "U wacht op geen enkele derde, zoals een leverancier of de bank.",
    View.NO_DAY: "Elke toezegging heeft een dag.",
    View.ALL: "Er staat niets open. Wat u of de klant in een gesprek toezegt, verschijnt hier;"
    " met Nieuw zet u er zelf een bij.",
    View.CLOSED: "Er is nog niets afgehandeld.",
}


class Register(QWidget):
    """A list of promises of any length, or a sentence when there are none.

    `found` says how many a filter found ("37", "5.000+"), or "" without a filter. `moved` is
    emitted when the user selects another promise, not when the list was only read again.
    """

    found = Signal(str)
    moved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = Wanted()
        self._base: tuple[Group, ...] = ()
        self._names = Names(desk.archive)
        self._finding: Job | None = None
        self._measuring: Job | None = None
        self._arranging: Job | None = None
        self._reading = False
        self._is_new = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.list = RowView(TABLE, name="Toezeggingen")
        self.model = CommitmentModel(
            lambda group, offset, limit: commitment_list.rows(desk.archive, group, offset, limit),
            desk.today,
            self.list,
        )
        self.list.setModel(self.model)
        self.list.selected.connect(lambda _: None if self._reading else self.moved.emit())
        column.addWidget(self.list, 1)
        self.nothing = Muted(size=14, wrap=True)
        self.nothing.setContentsMargins(32, 22, 32, 0)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.hide()
        column.addWidget(self.nothing, 1)
        self._typed_out = QTimer(self)
        self._typed_out.setSingleShot(True)
        self._typed_out.setInterval(_TYPED_OUT_MS)
        self._typed_out.timeout.connect(self._find_whole)
        # Counting the list takes turns with painting it: first let it be painted.
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(0)
        self._painted.timeout.connect(self._measure_later)

    @property
    def names(self) -> Names:
        """The names of clients as the filter compares them."""
        return self._names

    # What is selected

    def current(self) -> Commitment | None:
        """The promise on the selected row."""
        return self.model.commitment_at(self.list.current())

    def select(self, id: CommitmentId) -> bool:
        """Select a promise and bring it in view; False when it is not in the list."""
        if self._is_begun:
            self.refresh()
        place = commitment_list.place_of(self._desk.archive, self.model.groups, id)
        if place is None:
            return False
        self.list.select(self.model.position(*place))
        return True

    def take_focus(self) -> None:
        """The keyboard goes to the list, on its first promise when none is selected."""
        self.list.setFocus()
        if self.list.current() < 0:
            self.list.select(self.model.nearest(0))

    # What is shown

    def begin(self, wanted: Wanted) -> None:
        """Show another view from its top: the first screen at once, its length a moment later."""
        self.stop()
        self._wanted = wanted
        if wanted.text.strip() or wanted.by is not By.DAY:
            self._is_new = True
            self.refresh()
            self.list.scrollToTop()
            return
        begin = commitment_list.begin(self._desk.archive, self._desk.clock, wanted, PAGE)
        self._base = begin.groups
        self.found.emit("")
        self._reading = True
        self.model.set_groups(begin.groups, begin.rows)
        self.list.scrollToTop()
        self._show_whether_empty()
        self._reading = False
        if not begin.complete:
            self._painted.start()

    def _measure_later(self) -> None:
        self._measuring = self._desk.background.run(
            commitment_list.groups,
            self._desk.archive,
            self._desk.clock,
            self._wanted,
            done=self._extend,
            owner=self,
        )

    @property
    def _is_begun(self) -> bool:
        """Whether only the first screen is there, and its length still has to come."""
        return self._measuring is not None or self._painted.isActive()

    def refresh(self) -> None:
        """Read the list again; the same promise stays selected, or the one in its place."""
        before = self.current()
        row, scrolled = self.list.current(), self.list.verticalScrollBar().value()
        self._names.forget()
        self._reading = True
        self._measure()
        self._fill()
        if (before is None or not self.select(before.id)) and row >= 0:
            self.list.select(self.model.nearest(row))
        self.list.verticalScrollBar().setValue(scrolled)
        self._reading = False

    def narrow(self, text: str) -> None:
        """Show only what holds these words; called for every key."""
        self._wanted = replace(self._wanted, text=text)
        self._reading = True
        if self._is_begun:
            self._measure()
        self._fill()
        self.list.scrollToTop()
        self._reading = False

    def learn_names(self) -> None:
        """Read the names of clients, so that the first key does not wait; for the background."""
        self._names.all()

    def stop(self) -> None:
        """Let go of what the background was reading for this list."""
        self._typed_out.stop()
        self._painted.stop()
        for job in (self._finding, self._measuring, self._arranging):
            if job is not None:
                job.cancel()
        self._finding = self._measuring = self._arranging = None

    def _measure(self) -> None:
        self.stop()
        self._base = commitment_list.groups(self._desk.archive, self._desk.clock, self._wanted)

    def _extend(self, groups: tuple[Group, ...]) -> None:
        self._measuring = None
        self._base = groups
        self.model.extend(groups)
        self.list.fit_headings()

    def _fill(self) -> None:
        self.stop()
        if not self._wanted.text.strip():
            self._put(self._base)
            self.found.emit("")
            return
        archive, clock = self._desk.archive, self._desk.clock
        found = commitment_filter.find(archive, clock, self._wanted, self._names, self._base)
        self._show_found(found)
        if not found.complete:
            self._typed_out.start()

    def _find_whole(self) -> None:
        """After typing stopped: look further than the first screen, in the background."""
        self._finding = self._desk.background.run(
            _find_whole,
            self._desk.archive,
            self._desk.clock,
            self._wanted,
            self._names,
            self._base,
            done=self._show_whole,
            progress=lambda _done, _total: None,
            owner=self,
        )

    def _show_whole(self, found: Found) -> None:
        self._finding = None
        current, scrolled = self.current(), self.list.verticalScrollBar().value()
        self._reading = True
        self._show_found(found)
        if current is not None:
            self.select(current.id)
        self.list.verticalScrollBar().setValue(scrolled)
        self._reading = False

    def _put(self, groups: tuple[Group, ...]) -> None:
        """Show these groups, under the headings that are wanted; a long list a moment later."""
        by, archive, clock = self._wanted.by, self._desk.archive, self._desk.clock
        if by is not By.DAY and sum(group.count for group in groups) > _ARRANGED_AT_ONCE:
            if self._is_new or not self.model.groups:
                # What stood there is of another view; it does not stay until this one is arranged.
                self._show_groups(groups)
            self._arranging = self._desk.background.run(
                arranged, archive, clock, groups, by, done=self._show_arranged, owner=self
            )
            return
        self._show_groups(groups if by is By.DAY else arranged(archive, clock, groups, by))

    def _show_groups(self, groups: tuple[Group, ...]) -> None:
        self._is_new = False
        self.model.set_groups(groups)
        self._show_whether_empty()

    def _show_arranged(self, groups: tuple[Group, ...]) -> None:
        self._arranging = None
        current, scrolled = self.current(), self.list.verticalScrollBar().value()
        self._reading = True
        self._show_groups(groups)
        if current is not None:
            self.select(current.id)
        self.list.verticalScrollBar().setValue(scrolled)
        self._reading = False

    def _show_found(self, found: Found) -> None:
        self._put(found.groups)
        number = f"{found.count:,}".replace(",", ".")
        if not found.complete:
            number = f"{number}+" if found.count >= MOST_FOUND else "…"
            if found.count == 0:
                self.nothing.setText("Zoeken …")
        self.found.emit(number)

    def _show_whether_empty(self) -> None:
        empty = not self.model.groups
        typed = self._wanted.text.strip()
        if empty:
            self.nothing.setText(
                f"Geen toezegging met “{typed}”." if typed else _EMPTY[self._wanted.view]
            )
        self.list.setVisible(not empty)
        self.nothing.setVisible(empty)


def _find_whole(
    archive: Archive,
    clock: Clock,
    wanted: Wanted,
    names: Names,
    among: tuple[Group, ...],
    *,
    report: commitment_filter.Report,
) -> Found:
    return commitment_filter.find(archive, clock, wanted, names, among, whole=True, report=report)
