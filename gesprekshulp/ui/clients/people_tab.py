"""The tab of a client with its contact persons."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gesprekshulp.domain.client import ContactPerson
from gesprekshulp.services.client_card import ClientCard
from gesprekshulp.ui.clients.forms import ask_person, remove_person
from gesprekshulp.ui.clients.register_list import RegisterList
from gesprekshulp.ui.clients.register_tab import RegisterTab
from gesprekshulp.ui.clients.words import capital
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.tokens import SIZE
from gesprekshulp.ui.widgets.row import Columns, Row

_TWO_LINES = SIZE.row_two_lines


class PeopleTab(RegisterTab):
    """Who is who."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        columns = Columns(
            left=12, right=12, check=False, badge=0, icon=32, client=260, date=150,
            bar=False, rounded=True,
        )  # fmt: skip
        self.list = RegisterList(
            "Contactpersonen", columns, add="Contactpersoon", row_height=_TWO_LINES,
            empty="Nog niemand. Voeg toe wie u spreekt, en wie er beslist.",
            actions=(
                ("Wijzigen …", self._edit),
                ("Nummer kopiëren", lambda one: _copy(one.mobile or one.phone)),
                ("E-mailadres kopiëren", lambda one: _copy(one.email)),
            ),
            remove=lambda one: remove_person(desk, one),
        )  # fmt: skip
        self.list.opened.connect(self._edit)
        self.list.add_asked.connect(self.add)
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def refresh(self, card: ClientCard) -> None:
        self.client_id = card.client.id
        self.list.set_items([_person_row(one) for one in card.people], card.people)

    def add(self) -> None:
        """Ask for a new contact person."""
        ask_person(self.desk, self, self.client_id)

    def _edit(self, person: ContactPerson) -> None:
        ask_person(self.desk, self, self.client_id, person)


def _person_row(one: ContactPerson) -> Row:
    return Row(
        one.name,
        second=capital(one.role),
        icon="persoon",
        bold=True,
        tag="Beslist" if one.decides else "",
        client=one.email,
        day=one.mobile or one.phone,
    )


def _copy(text: str) -> None:
    QApplication.clipboard().setText(text)
