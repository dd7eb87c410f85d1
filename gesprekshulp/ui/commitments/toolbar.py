"""The bar under the title of Toezeggingen: list or board, what stands together, and out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from gesprekshulp.services.commitment_list import By
from gesprekshulp.ui.widgets.buttons import QuietButton
from gesprekshulp.ui.widgets.segments import Segments

LIST, WEEK, MONTH = "lijst", "week", "maand"
_SHAPES = ((LIST, "Lijst"), (WEEK, "Week"), (MONTH, "Maand"))
_EXPORTS = (
    (".xlsx", "Excel (.xlsx) …"),
    (".csv", "Tabel (.csv) …"),
    (".docx", "Word (.docx) …"),
    (".ics", "Agenda (.ics), alle open …"),
)


class Toolbar(QWidget):
    """Gives what the user chose: a shape, a By, the end of a file, or to close the week."""

    shape_chosen = Signal(str)
    by_chosen = Signal(str)
    export_asked = Signal(str)
    week_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 12, 6)
        row.setSpacing(4)
        self.shape = Segments(_SHAPES, name="Weergave")
        self.shape.changed.connect(self.shape_chosen)
        row.addWidget(self.shape)
        row.addSpacing(8)
        self._by = By.DAY
        self.by_button = QuietButton("", trailing="omlaag")
        self.by_button.clicked.connect(lambda: self._drop(self.by_button, self.by_menu()))
        row.addWidget(self.by_button)
        row.addStretch(1)
        self.export_button = QuietButton("Exporteren", trailing="omlaag")
        self.export_button.clicked.connect(
            lambda: self._drop(self.export_button, self.export_menu())
        )
        row.addWidget(self.export_button)
        self.week_button = QuietButton("Week afsluiten", icon="vink-cirkel")
        self.week_button.clicked.connect(self.week_asked)
        row.addWidget(self.week_button)
        self.set_by(By.DAY)

    def by(self) -> By:
        """What stands together."""
        return self._by

    def set_by(self, by: By) -> None:
        """Show what stands together, without telling so."""
        self._by = by
        self.by_button.set_label(f"Per {by.value}")
        self.by_button.setAccessibleName(f"Groeperen: per {by.value}")
        self.by_button.setToolTip("Groeperen: per dag, per klant of per persoon")

    def set_shape(self, shape: str) -> None:
        """Show which shape is open, without telling so. A board is by day."""
        self.shape.set_value(shape)
        self.by_button.setVisible(shape == LIST)

    def set_narrow(self, *, narrow: bool) -> None:
        """Without room for all words, the last button shows its icon alone."""
        self.week_button.set_label("" if narrow else "Week afsluiten")
        self.week_button.setAccessibleName("Week afsluiten")
        self.week_button.setToolTip("De ronde langs alles wat open staat")

    def by_menu(self) -> QMenu:
        """Per dag, per klant, per persoon."""
        menu = self._menu()
        choices = QActionGroup(menu)
        for by in By:
            action = menu.addAction(f"Per {by.value}", lambda by=by: self._choose(by))
            action.setCheckable(True)
            action.setChecked(by is self._by)
            choices.addAction(action)
        return menu

    def export_menu(self) -> QMenu:
        """The kinds of file in which the list can leave the program."""
        menu = self._menu()
        for end, words in _EXPORTS:
            menu.addAction(words, lambda end=end: self.export_asked.emit(end))
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _drop(self, button: QuietButton, menu: QMenu) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _choose(self, by: By) -> None:
        if by is not self._by:
            self.set_by(by)
            self.by_chosen.emit(by.value)
