"""The top of Toezeggingen: which promises are asked for, and in which shape they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.services import commitment_list
from gesprekshulp.services.commitment_list import WAITED_FOR, By, View, Wanted, Whose
from gesprekshulp.ui.background import Job
from gesprekshulp.ui.commitments.toolbar import LIST, MONTH, WEEK, Toolbar
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.fields import SearchField
from gesprekshulp.ui.widgets.labels import Muted, Title
from gesprekshulp.ui.widgets.segments import Segments
from gesprekshulp.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive

VIEWS = {
    View.LATE: "Te laat",
    View.TODAY: "Vandaag",
    View.THIS_WEEK: "Deze week",
    View.WAITING: "Wacht op klant",
    View.NO_DAY: "Zonder termijn",
    View.ALL: "Alles",
    View.THIRD: "Wacht op derde",
    View.CLOSED: "Afgehandeld",
}
_WHOSE = ((Whose.BOTH, "Allebei"), (Whose.OURS, "Wij"), (Whose.THEIRS, "Klant"))


class Controls(QWidget):
    """Filter, sides, views, grouping and shape. `changed` tells that something else is asked for,
    `typed` that the filter is typed in, `shape_chosen` that list, week or month was chosen."""

    changed = Signal()
    typed = Signal(str)
    shape_chosen = Signal(str)

    def __init__(
        self, desk: Desk, learn: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._learn = learn
        self._counting: Job | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        self.toolbar = Toolbar()
        column.addWidget(self.toolbar)
        self.tabs = Tabs([(str(value), words) for value, words in VIEWS.items()], margin=32)
        self.tabs.set_value(View.ALL)
        column.addWidget(self.tabs)
        self.search.typed.connect(self.typed)
        self.whose.changed.connect(self._choose_whose)
        self.tabs.changed.connect(self._choose_view)
        self.toolbar.by_chosen.connect(lambda _: self.changed.emit())
        self.toolbar.shape_chosen.connect(self.shape_chosen)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(32, 24, 20, 11)
        head.setSpacing(12)
        head.addWidget(Title("Toezeggingen"))
        head.addStretch(1)
        self.search = SearchField("Filteren", name="Toezeggingen filteren")
        self.search.setMinimumWidth(112)
        self.search.setMaximumWidth(260)
        self._number = Muted()
        self._number.hide()
        layout = self.search.layout()
        assert layout is not None
        layout.addWidget(self._number)
        head.addWidget(self.search, 3)
        self.whose = Segments([(str(value), words) for value, words in _WHOSE], name="Van wie")
        head.addWidget(self.whose)
        self.new_button = SecondaryButton("Nieuw", icon="plus")
        self.new_button.setToolTip("Nieuwe toezegging (N)")
        head.addWidget(self.new_button)
        return head

    def set_bare(self, *, bare: bool) -> None:
        """The title alone, while there is nothing to choose from."""
        for part in (self.search, self.whose, self.new_button, self.toolbar):
            part.setVisible(not bare)
        self.tabs.setVisible(not bare and self.shape() == LIST)

    # What is asked for

    def wanted(self) -> Wanted:
        """What is asked of the register now."""
        return Wanted(
            View(self.tabs.value()),
            Whose(self.whose.value()),
            self.search.text(),
            self.toolbar.by(),
        )

    def shape(self) -> str:
        """LIST, WEEK or MONTH."""
        return self.toolbar.shape.value()

    def set_shape(self, shape: str) -> None:
        """Show another shape, without telling so. A board has no views: it is about days."""
        self.toolbar.set_shape(shape)
        self.tabs.setVisible(shape == LIST)

    def take(self, where: Mapping[str, object]) -> bool:
        """Take over what a place asks for; False when it says nothing about that."""
        view, whose, by = where.get("view"), where.get("whose"), where.get("by")
        if view in set(View):
            self.tabs.set_value(str(view))
            self.clear_filter()
        if whose in set(Whose):
            self.whose.set_value(str(whose))
        if by in set(By):
            self.toolbar.set_by(By(str(by)))
        shape = where.get("shape", LIST if view in set(View) else self.shape())
        self.set_shape(str(shape) if shape in (LIST, WEEK, MONTH) else LIST)
        return view in set(View) or whose in set(Whose) or by in set(By)

    def place(self) -> dict[str, str]:
        """What `take` takes over."""
        return {
            "view": self.tabs.value(),
            "whose": self.whose.value(),
            "by": self.toolbar.by().value,
            "shape": self.shape(),
        }

    def show_all_of(self, view: View) -> None:
        """Ask for everything in a view, so that a promise of it is sure to be there."""
        self.clear_filter()
        self.whose.set_value(Whose.BOTH)
        self.tabs.set_value(view)

    def clear_filter(self) -> None:
        """Empty the filter, without telling so."""
        self.search.edit.blockSignals(True)
        self.search.setText("")
        self.search.edit.blockSignals(False)

    def _choose_view(self, view: str) -> None:
        if view in WAITED_FOR and self.whose.value() == Whose.OURS:
            self.whose.set_value(Whose.BOTH)
        self.changed.emit()

    def _choose_whose(self, whose: str) -> None:
        if whose == Whose.OURS and self.tabs.value() in WAITED_FOR:
            self.tabs.set_value(View.ALL)
        self.changed.emit()

    # What is shown

    def title(self) -> str:
        """What the list is called in an export."""
        view = View(self.tabs.value())
        return "Toezeggingen" if view is View.ALL else f"Toezeggingen, {VIEWS[view].lower()}"

    def show_number(self, number: str) -> None:
        """Show how many the filter found, or nothing."""
        self._number.setText(number)
        self._number.setAccessibleName(f"{number} gevonden" if number else "")
        self._number.setVisible(bool(number))

    def set_narrow(self, *, narrow: bool) -> None:
        """Without room for everything, some words give way to icons."""
        self.new_button.set_label("" if narrow else "Nieuw")
        self.new_button.setAccessibleName("Nieuw")
        self.search.setMinimumWidth(72 if narrow else 112)
        self.toolbar.set_narrow(narrow=narrow)

    def count_views(self) -> None:
        """Count the views again, in the background."""
        if self._counting is not None:
            self._counting.cancel()
        self._counting = self._desk.background.run(
            _counts,
            self._desk.archive,
            self._desk.clock,
            Whose(self.whose.value()),
            self._learn,
            done=self._show_counts,
            owner=self,
        )

    def _show_counts(self, counts: dict[View, int]) -> None:
        self._counting = None
        for view, number in counts.items():
            self.tabs.set_count(view, number)


def _counts(
    archive: Archive, clock: Clock, whose: Whose, learn: Callable[[], object]
) -> dict[View, int]:
    learn()
    return commitment_list.counts(archive, clock, whose)
