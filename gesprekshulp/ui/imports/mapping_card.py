"""Which column of a table is what: guessed, shown with what the cells hold, and remembered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.services.import_tables import Field, Mapping, Table, Target, fields_of
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.fields import ComboField
from gesprekshulp.ui.widgets.labels import ElidedLabel, Muted, Strong, Text
from gesprekshulp.ui.widgets.segments import Segments

_LEFT_OUT = "overslaan"


class MappingCard(Card):
    """The columns of one table. `changed` gives the mapping that the user made of them."""

    changed = Signal(object)

    def __init__(self, table: Table, mapping: Mapping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._mapping = mapping
        head = self.body((20, 16, 20, 12))
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(f"Kolommen van {table.name}"))
        words.addWidget(
            Muted("Klopt de verdeling? Uw keuze wordt onthouden voor een volgende keer.", size=14)
        )
        row.addLayout(words, 1)
        self.target = Segments(
            ((Target.PEOPLE.value, "Klanten en personen"),
             (Target.CONTACTS.value, "Eerdere contacten")),
            name="Wat staat er in deze tabel?",
        )  # fmt: skip
        self.target.set_value(mapping.target.value)
        self.target.changed.connect(self._choose_target)
        row.addWidget(self.target)
        head.addLayout(row)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(20, 12, 20, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.add_row(holder)
        self.choices: list[ComboField] = []
        self._list_columns()

    def _list_columns(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = []
        options: list[tuple[object, str]] = [("", _LEFT_OUT)]
        options += [(field.value, field.value) for field in fields_of(self._mapping.target)]
        for place, heading in enumerate(self._table.headings):
            chosen = self._mapping.columns[place]
            combo = ComboField(options, name=f"Kolom {heading or place + 1}")
            combo.setFixedWidth(220)
            combo.set_value(chosen.value if chosen else "")
            combo.activated.connect(lambda _=0: self._take())
            self.choices.append(combo)
            self._grid.addWidget(Text(heading or f"kolom {place + 1}"), place, 0)
            self._grid.addWidget(ElidedLabel(self._sample(place), role="muted"), place, 1)
            self._grid.addWidget(combo, place, 2)

    def _sample(self, place: int) -> str:
        cells = [row[place].strip() for row in self._table.sample(5) if place < len(row)]
        return " · ".join(dict.fromkeys(cell for cell in cells if cell))[:120]

    def _take(self) -> None:
        columns = tuple(
            Field(str(value)) if (value := combo.value()) else None for combo in self.choices
        )
        self._mapping = Mapping(self._mapping.target, columns)
        self.changed.emit(self._mapping)

    def _choose_target(self, value: str) -> None:
        target = Target(value)
        known = set(fields_of(target))
        columns = tuple(one if one in known else None for one in self._mapping.columns)
        self._mapping = Mapping(target, columns)
        self._list_columns()
        self.changed.emit(self._mapping)
