"""The colleagues in the settings: a list, and a form for each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.ids import AdviserId, new_id
from gesprekshulp.services import advisers
from gesprekshulp.services.named import is_email
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import IconButton, LinkButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.form_dialog import REMOVED, Field, FormDialog
from gesprekshulp.ui.widgets.labels import ElidedLabel, Muted, Section

_FIELDS = (
    Field("name", "Naam", required="Vul de naam in.", placeholder="voor- en achternaam"),
    Field("role", "Functie", placeholder="zoals adviseur"),
    Field("email", "E-mail", half=True),
    Field("phone", "Telefoon", half=True),
)


class Colleagues(QWidget):
    """Who else of us there is. Read again with `show_all`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.edits: dict[AdviserId, IconButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Section("Collega’s"))
        head.addStretch(1)
        self.add_button = LinkButton("Collega", icon="plus")
        self.add_button.setAccessibleName("Collega toevoegen")
        self.add_button.clicked.connect(lambda: self._ask(None))
        head.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self.card = Card()
        column.addWidget(self.card)

    def show_all(self) -> None:
        """Show the colleagues as they are in the archive."""
        self.card.clear()
        self.edits = {}
        found = advisers.colleagues(self._desk.archive)
        for colleague in found:
            self.card.add_row(self._row(colleague))
        if not found:
            self.card.body((20, 16, 20, 16)).addWidget(
                Muted(
                    "Nog niemand. Een collega kunt u aan tafel zetten en iets laten toezeggen.",
                    size=14,
                    wrap=True,
                )
            )

    def _row(self, colleague: Adviser) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(colleague.name), 1)
        about = " · ".join(filter(None, (colleague.role, colleague.email or colleague.phone)))
        row.addWidget(ElidedLabel(about, size=12, role="muted"), 2)
        edit = IconButton("potlood", f"{colleague.name} wijzigen", size=28, icon_size=16)
        edit.clicked.connect(lambda: self._ask(colleague))
        self.edits[colleague.id] = edit
        row.addWidget(edit)
        return holder

    def _ask(self, colleague: Adviser | None) -> None:
        values = {field.key: getattr(colleague, field.key) for field in _FIELDS if colleague}
        found = FormDialog.ask(
            self,
            "Collega wijzigen" if colleague else "Nieuwe collega",
            _FIELDS,
            values,
            check=_check_mail,
            remove="Verwijderen" if colleague else "",
        )
        if found is None:
            return
        if colleague is not None and REMOVED in found:
            advisers.remove(self._desk.archive, colleague.id)
            did(self._desk, f"Collega “{colleague.name}” verwijderd.")
            return
        made = replace(colleague or Adviser(AdviserId(new_id()), ""), **found)
        saved = advisers.save(self._desk.archive, made)
        did(self._desk, f"{saved.name} {'gewijzigd' if colleague else 'toegevoegd'}.")


def _check_mail(values: dict[str, Any]) -> dict[str, str]:
    wrong = values["email"] and not is_email(values["email"])
    return {"email": "Schrijf het adres als naam@kantoor.nl."} if wrong else {}
