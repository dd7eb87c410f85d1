"""Klanten: all clients, found while typing, sorted by any column."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.client import ClientStatus
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services import clients
from gesprekshulp.services.clients import ClientFilter
from gesprekshulp.ui.clients.model import ClientsModel
from gesprekshulp.ui.clients.table import ClientHead, ClientView, Widths
from gesprekshulp.ui.clients.words import STATUS_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn
from gesprekshulp.ui.widgets.fields import SearchField
from gesprekshulp.ui.widgets.labels import Muted, Title
from gesprekshulp.ui.widgets.segments import Segments

_WIDTHS = "klanten/kolommen"
_ALL = "alle"


class ClientsPage(Page):
    """The list of clients."""

    title = "Klanten"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._empty: EmptyPage | None = None
        self._total = 0
        self._stale = True
        self._shown_on = desk.today()
        self._model = ClientsModel(desk)
        self._build()
        self._remember()
        desk.changed.connect(self._note_write)

    def open(self, **where: object) -> None:
        if isinstance(text := where.get("text"), str) and text != self.search.text():
            self.search.setText(text)
        if self._stale or self._shown_on != self._desk.today():
            self._refresh()

    def place(self) -> dict[str, str]:
        return {"text": self.search.text()}

    # Building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(32, 24, 32, 0)
        head.setSpacing(8)
        head.addWidget(Title("Klanten"))
        head.addStretch(1)
        self.import_button = SecondaryButton("Inlezen", icon="inlezen")
        self.import_button.clicked.connect(lambda: self._desk.go("inlezen"))
        self.new_button = PrimaryButton("Nieuwe klant", icon="plus")
        self.new_button.clicked.connect(lambda: self._new())
        head.addWidget(self.import_button)
        head.addWidget(self.new_button)
        outer.addLayout(head)
        self._holder = QVBoxLayout()
        outer.addLayout(self._holder, 1)

        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(32, 0, 32, 0)
        bar.setSpacing(12)
        self.search = SearchField("Zoek op naam, plaats of persoon", name="Klanten zoeken")
        self.search.setFixedWidth(300)
        self.search.typed.connect(lambda _: self._show())
        self.search.down.connect(self._to_list)
        self.search.entered.connect(self._open_only)
        bar.addWidget(self.search)
        words = [(_ALL, "Alle"), *((status.value, text) for status, text in STATUS_WORDS.items())]
        self.status = Segments(words, name="Status")
        self.status.changed.connect(lambda _: self._show())
        bar.addWidget(self.status)
        bar.addStretch(1)
        self._count = Muted()
        bar.addWidget(self._count)
        column.addLayout(bar)
        column.addSpacing(12)
        self.view = ClientView()
        self.head = ClientHead(self.view)
        self.view.setModel(self._model)
        self.head.changed.connect(self.view.set_widths)
        self.head.changed.connect(
            lambda widths: self._desk.shell.state.put(_WIDTHS, widths.as_text())
        )
        self.head.sorted.connect(lambda *_: self._show())
        self.view.opened.connect(self._open)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Delete),
            self.view,
            self._remove,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, self._new)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        self._nothing = QWidget()
        none = QVBoxLayout(self._nothing)
        none.setContentsMargins(32, 32, 32, 0)
        none.setSpacing(8)
        self._nothing_words = Muted(size=14, wrap=True)
        none.addWidget(self._nothing_words)
        links = QHBoxLayout()
        links.setSpacing(24)
        self.make_link = LinkButton("", icon="plus")
        self.make_link.clicked.connect(lambda: self._new(self.search.text().strip()))
        self.clear_link = LinkButton("Alle klanten tonen")
        self.clear_link.clicked.connect(self._clear)
        links.addWidget(self.make_link)
        links.addWidget(self.clear_link)
        links.addStretch(1)
        none.addLayout(links)
        none.addStretch(1)
        column.addWidget(self._nothing, 1)
        self._holder.addWidget(self._filled)

    def _remember(self) -> None:
        self.head.set_widths(Widths.of_text(self._desk.shell.state.get(_WIDTHS)))

    # Filling

    def _note_write(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        self._shown_on = self._desk.today()
        counts = clients.status_counts(self._desk.archive)
        self._total = sum(counts.values())
        self._filled.setVisible(self._total > 0)
        for button in (self.new_button, self.import_button):
            button.setVisible(self._total > 0)
        if not self._total and self._empty is None:
            self._empty = EmptyPage(
                "Nog geen klanten",
                "Lees uw klanten in uit een bestand, of zet er een in met de hand. Daarna vindt u"
                " hier wie u wanneer sprak en wat er nog openstaat.",
                (
                    WayOn(
                        "inlezen",
                        "Haal uw klanten binnen",
                        "Uit Excel, Outlook of uw telefoon: .csv, .xlsx of .vcf.",
                        "Bestand kiezen",
                        lambda: self._desk.go("inlezen"),
                    ),
                    WayOn(
                        "klanten",
                        "Zet er een in met de hand",
                        "Een naam is genoeg om te beginnen.",
                        "Nieuwe klant",
                        self._new,
                    ),
                ),
            )
            self._holder.addWidget(self._empty)
        if self._empty is not None:
            self._empty.setVisible(not self._total)
        if self._total:
            self._show()

    def _wanted(self) -> ClientFilter:
        status = self.status.value()
        return ClientFilter(
            self.search.text().strip(),
            None if status == _ALL else ClientStatus(status),
            self.head.order,
            self.head.descending,
        )

    def _show(self) -> None:
        """Show what the filter leaves; the selected client stays selected when it is there."""
        chosen = self._model.id_at(self.view.current())
        at = self.view.verticalScrollBar().value()
        self._model.show(self._wanted())
        number = self._model.rowCount()
        if (position := self._model.position_of(chosen)) >= 0:
            self.view.select(position)
            self.view.verticalScrollBar().setValue(at)
        self.view.setVisible(number > 0)
        self.head.setVisible(number > 0)
        self._nothing.setVisible(not number)
        shown = f"{number:,}".replace(",", ".")
        total = f"{self._total:,}".replace(",", ".")
        narrowed = number != self._total
        self._count.setText(f"{shown} van {total}" if narrowed else f"{total} klanten")
        if self._total == 1 and not narrowed:
            self._count.setText("1 klant")
        if not number:
            self._say_nothing_found()

    def _say_nothing_found(self) -> None:
        text = self.search.text().strip()
        status = self.status.value()
        among = "" if status == _ALL else f" met status {status}"
        self._nothing_words.setText(
            f"Geen klant{among} gevonden met “{text}”." if text else f"Geen klant{among}."
        )
        self.make_link.setVisible(bool(text))
        self.make_link.set_label(f"Nieuwe klant “{text[:40]}”")

    # Doing

    def _clear(self) -> None:
        self.status.set_value(_ALL)
        self.search.setText("")
        self._show()
        self.search.setFocus()

    def _to_list(self) -> None:
        if self._model.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            if self.view.current() < 0:
                self.view.select(0)

    def _open_only(self) -> None:
        """Enter while searching opens the first that was found."""
        self._open(0)

    def _new(self, name: str = "") -> None:
        from gesprekshulp.ui.clients.forms import new_client

        new_client(self._desk, self, name)

    def _open(self, position: int) -> None:
        if (id := self._model.id_at(position)) is not None:
            self._desk.go("klant", client_id=id)

    def _edit(self, id: ClientId) -> None:
        from gesprekshulp.services.client_card import card
        from gesprekshulp.ui.clients.forms import edit_client

        edit_client(self._desk, self, card(self._desk.archive, self._desk.clock, id).client)

    def _remove(self) -> None:
        from gesprekshulp.ui.clients.forms import remove_client

        position = self.view.current()
        if (id := self._model.id_at(position)) is not None:
            remove_client(self._desk, id)
            self.view.select(min(position, self._model.rowCount() - 1))

    def _plan(self, id: ClientId) -> None:
        from gesprekshulp.ui.agenda.dialogs import plan_appointment

        plan_appointment(self._desk, self, client_id=id)

    def _menu(self, point: QPoint) -> None:
        position = self.view.indexAt(point).row()
        if (id := self._model.id_at(position)) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Openen", lambda: self._open(position))
        menu.addAction("Afspraak plannen …", lambda: self._plan(id))
        menu.addAction("Wijzigen …", lambda: self._edit(id))
        menu.addSeparator()
        menu.addAction("Verwijderen", self._remove)
        menu.popup(self.view.viewport().mapToGlobal(point))
