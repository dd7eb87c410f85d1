"""The menu of a client: everything that can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from gesprekshulp.domain.client import ClientStatus
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services import clients
from gesprekshulp.services.client_card import ClientCard
from gesprekshulp.ui.clients.forms import ask_person, ask_rating
from gesprekshulp.ui.clients.registers import FilesTab
from gesprekshulp.ui.clients.words import STATUS_WORDS
from gesprekshulp.ui.commitments.forms import new_promise
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.decisions.forms import ask_assignment, ask_decision, ask_wish
from gesprekshulp.ui.disputes import period_dispute
from gesprekshulp.ui.undo_toast import did

if TYPE_CHECKING:
    from gesprekshulp.ui.clients.client_page import ClientPage


def client_menu(desk: Desk, page: ClientPage, card: ClientCard) -> QMenu:
    """A menu for this client; it lets go of itself when it closes."""
    id, name = card.client.id, card.client.name

    def file() -> None:
        page.go_tab("stukken")
        tab = page.register("stukken")
        assert isinstance(tab, FilesTab)
        tab.panel.choose.click()

    def own_words() -> None:
        from gesprekshulp.ui.spelling.word_list import WordListDialog

        WordListDialog(desk, page, id, name).open()

    def hand_over() -> None:
        # The painter of pages comes when it is used.
        from gesprekshulp.ui.clients.handover import show_handover

        show_handover(desk, page, id, name)

    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction("Wijzigen …", page.edit)
    status = menu.addMenu("Status")
    for value, words in STATUS_WORDS.items():
        action = status.addAction(words, lambda value=value: set_status(desk, id, value))
        action.setCheckable(True)
        action.setChecked(card.client.status is value)
    menu.addSeparator()
    menu.addAction("Contactpersoon toevoegen …", lambda: ask_person(desk, page, id))
    menu.addAction("Toezegging toevoegen …", lambda: new_promise(desk, page, (id, name)))
    menu.addAction("Besluit toevoegen …", lambda: ask_decision(desk, page, id, card.assignments))
    menu.addAction("Wens toevoegen …", lambda: ask_wish(desk, page, id))
    menu.addAction("Opdracht toevoegen …", lambda: ask_assignment(desk, page, id))
    menu.addAction("Tevredenheid noteren …", lambda: ask_rating(desk, page, id))
    menu.addAction("Stuk toevoegen …", file)
    menu.addAction("Woordenlijst …", own_words)
    menu.addAction("Geschildossier maken …", lambda: period_dispute(desk, page, id, name))
    menu.addSeparator()
    menu.addAction("Overdracht …", hand_over)
    menu.addSeparator()
    menu.addAction("Verwijderen", page.remove)
    return menu


def set_status(desk: Desk, id: ClientId, status: ClientStatus) -> None:
    """Say how the relation stands now."""
    clients.set_status(desk.archive, id, status)
    did(desk, f"Status is nu {STATUS_WORDS[status].lower()}.")
