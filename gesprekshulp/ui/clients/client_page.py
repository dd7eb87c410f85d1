"""The page of one client: who it is, what happened, what is open, and everything made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.client import ClientStatus
from gesprekshulp.domain.contact import Contact
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.report import Report
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services import client_card, clients
from gesprekshulp.services.client_card import ClientCard
from gesprekshulp.ui.clients.beside import Beside
from gesprekshulp.ui.clients.register_tab import RegisterTab
from gesprekshulp.ui.clients.timeline_tab import TimelineTab
from gesprekshulp.ui.clients.words import STATUS_WORDS, facts
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.widgets.badges import Badge
from gesprekshulp.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Scroll
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn
from gesprekshulp.ui.widgets.fields import CLIENT
from gesprekshulp.ui.widgets.labels import ElidedLabel, Muted
from gesprekshulp.ui.widgets.painting import BadgeKind
from gesprekshulp.ui.widgets.tabs import Tabs

TIMELINE = "tijdlijn"
if TYPE_CHECKING:
    from gesprekshulp.ui.attachments.keeping import FileOwner

_BETWEEN = "\u00a0\u00a0\u00a0 "
_TABS = (
    (TIMELINE, "Tijdlijn"),
    ("afspraken", "Afspraken"),
    ("toezeggingen", "Toezeggingen"),
    ("besluiten", "Besluiten"),
    ("contactpersonen", "Contactpersonen"),
    ("verslagen", "Verslagen"),
    ("stukken", "Stukken"),
)


class ClientPage(Page):
    """One client. `open(client_id=..., tab=..., call="ja")`: with `call` the form to note a call
    comes up at once, with the numbers in sight."""

    title = "Klant"
    entry = "klanten"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ClientId("")
        self._card: ClientCard | None = None
        self._made: dict[str, Scroll] = {}
        self._lists: dict[str, RegisterTab] = {}
        self._gone: EmptyPage | None = None
        self._build()
        desk.changed.connect(self._refresh_if_seen)

    def open(self, **where: object) -> None:
        id = ClientId(str(where.get("client_id", self._id)))
        fresh = id != self._id
        if fresh:
            self.beside.remarks.save()
            self._id = id
            self.setProperty(CLIENT, id)
            self.timeline.start()
            for scroll in self._made.values():
                scroll.verticalScrollBar().setValue(0)
        tab = str(where.get("tab") or TIMELINE)
        self.tabs.set_value(tab if tab in dict(_TABS) else TIMELINE)
        self._refresh(opening=True)
        if where.get("call") and self._card is not None:
            QTimer.singleShot(0, self, lambda: self.note_contact(call=True))

    def place(self) -> dict[str, str]:
        return {"client_id": self._id, "tab": self.tabs.value(), "call": ""}

    def keeps_for(self) -> FileOwner | None:
        if self._card is None:
            return None
        from gesprekshulp.ui.attachments.keeping import FileOwner

        return FileOwner(OwnerKind.CLIENT, self._id, self._id)

    def leave(self) -> None:
        self.beside.remarks.save()

    # Building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._known = QWidget()
        outer.addWidget(self._known)
        column = QVBoxLayout(self._known)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(32, 0, 32, 0)
        head.setSpacing(12)
        self.name = ElidedLabel(size=24, weight=600)
        self.badge = Badge("", BadgeKind.ACCENT)
        head.addWidget(self.name)
        head.addWidget(self.badge)
        head.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.more = IconButton("meer", "Meer met deze klant")
        self.more.clicked.connect(self._show_menu)
        self.contact_button = SecondaryButton("Contact", icon="plus")
        self.contact_button.clicked.connect(lambda: self.note_contact())
        self.plan_button = PrimaryButton("Afspraak plannen")
        self.plan_button.clicked.connect(self._plan)
        for button in (self.more, self.contact_button, self.plan_button):
            buttons.addWidget(button)
        head.addLayout(buttons)
        column.addLayout(head)
        self._facts = Muted(size=14, wrap=True)
        holder = QVBoxLayout()
        holder.setContentsMargins(32, 4, 32, 0)
        holder.addWidget(self._facts)
        column.addLayout(holder)
        column.addSpacing(12)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(32, 0, 32, 0)
        self.tabs = Tabs(_TABS)
        self.tabs.changed.connect(lambda _: self._refresh())
        tabs.addWidget(self.tabs)
        column.addLayout(tabs)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)

        scroll = _scroll()
        row = QHBoxLayout()
        row.setSpacing(32)
        self.timeline = TimelineTab()
        self.timeline.setMinimumWidth(360)
        self.timeline.setMaximumWidth(960)
        self.timeline.asked.connect(self._open_moment)
        self.timeline.menu_asked.connect(self._moment_menu)
        self.timeline.narrowed.connect(lambda: self._refresh())
        self.timeline.earlier_asked.connect(lambda: self._refresh())
        row.addWidget(self.timeline, 552)
        self.beside = Beside(self._desk, self)
        self.beside.setMinimumWidth(320)
        self.beside.setMaximumWidth(632)
        self.beside.tab_asked.connect(self.go_tab)
        self.beside.edit_asked.connect(self.edit)
        self.beside.remarks.written.connect(self._keep_remarks)
        row.addWidget(self.beside, 400)
        scroll.column.addLayout(row)
        self._made[TIMELINE] = scroll
        self._stack.addWidget(scroll)

    def _tab(self, value: str) -> Scroll:
        """A tab's page; the registers are made when first looked at."""
        if value not in self._made:
            from gesprekshulp.ui.clients import registers
            from gesprekshulp.ui.clients.people_tab import PeopleTab
            from gesprekshulp.ui.decisions.tab import AgreementsTab

            tab = {
                "afspraken": registers.AppointmentsTab,
                "toezeggingen": registers.PromisesTab,
                "besluiten": AgreementsTab,
                "contactpersonen": PeopleTab,
                "verslagen": registers.ReportsTab,
                "stukken": registers.FilesTab,
            }[value](self._desk)
            scroll = _scroll()
            scroll.column.addWidget(tab)
            self._made[value] = scroll
            self._lists[value] = tab
            self._stack.addWidget(scroll)
        return self._made[value]

    def register(self, value: str) -> RegisterTab:
        """The widget of a tab other than the timeline."""
        self._tab(value)
        return self._lists[value]

    # Filling

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self, *, opening: bool = False) -> None:
        try:
            card = client_card.card(self._desk.archive, self._desk.clock, self._id)
        except NotFound:
            self._show_gone()
            return
        if self._gone is not None:
            self._gone.hide()
        self._known.show()
        self._card = card
        client, today = card.client, self._desk.today()
        self.title = client.name
        self.name.setText(client.name)
        active = client.status is ClientStatus.ACTIVE
        kind = BadgeKind.ACCENT if active else BadgeKind.NEUTRAL
        self.badge.set(STATUS_WORDS[client.status], kind)
        self._facts.setText(_BETWEEN.join(facts(client)))
        self._facts.setVisible(bool(self._facts.text()))
        counts = card.counts
        self.tabs.set_counts(
            {
                "afspraken": counts.appointments or None,
                "toezeggingen": counts.promises or None,
                "besluiten": counts.decisions or None,
                "contactpersonen": counts.people or None,
                "verslagen": counts.reports or None,
                "stukken": counts.attachments or None,
            }
        )
        value = self.tabs.value()
        scroll = self._tab(value)
        at = scroll.verticalScrollBar().value()
        if value == TIMELINE:
            history = client_card.history(
                self._desk.archive,
                self._id,
                self.timeline.shown,
                self.timeline.limit,
            )
            self.timeline.show_year(card.this_year, card.held_this_year)
            self.timeline.show_history(history, card.next, today, in_two=opening)
            self.beside.show_card(card, today)
        else:
            self._lists[value].refresh(card)
        self._stack.setCurrentWidget(scroll)
        if at:
            # The rows are laid out when the event loop runs again; only then is there a length.
            QTimer.singleShot(0, scroll, lambda: scroll.verticalScrollBar().setValue(at))

    def _show_gone(self) -> None:
        self._card = None
        self._known.hide()
        if self._gone is None:
            self._gone = EmptyPage(
                "Deze klant is er niet meer",
                "Deze klant is verwijderd. Met Ctrl+Z maakt u uw laatste handeling ongedaan.",
                (
                    WayOn(
                        "klanten",
                        "Alle klanten",
                        "Zoek een andere klant, of voeg er een toe.",
                        "Naar klanten",
                        lambda: self._desk.go("klanten"),
                    ),
                ),
            )
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._gone)
        self._gone.show()

    def go_tab(self, value: str) -> None:
        """Show a tab."""
        self.tabs.set_value(value)
        self._refresh()

    # Doing

    def note_contact(self, *, call: bool = False) -> None:
        """Ask for a new contact; with `call` for a telephone call, with the numbers in sight."""
        from gesprekshulp.ui.contacts.forms import new_contact

        if self._card is not None:
            new_contact(self._desk, self, self._card.client, self._card.people, call=call)

    def _plan(self) -> None:
        from gesprekshulp.ui.agenda.dialogs import plan_appointment

        plan_appointment(self._desk, self, client_id=self._id)

    def edit(self) -> None:
        """Ask for changes of the client itself."""
        from gesprekshulp.ui.clients.forms import edit_client

        if self._card is not None:
            edit_client(self._desk, self, self._card.client)

    def remove(self) -> None:
        """Remove the client with everything of it."""
        from gesprekshulp.ui.clients.forms import remove_client

        self.beside.remarks.save()
        remove_client(self._desk, self._id)

    def _keep_remarks(self, remarks: InternalText) -> None:
        clients.set_remarks(self._desk.archive, self._id, remarks)
        self._desk.wrote()

    def _open_moment(self, about: object) -> None:
        match about:
            case Contact():
                from gesprekshulp.ui.contacts.forms import edit_contact

                people = self._card.people if self._card else ()
                edit_contact(self._desk, self, about.id, people)
            case Appointment():
                self._desk.go("afspraak", appointment_id=about.id)
            case Report():
                self._desk.go("afspraak", appointment_id=about.appointment_id, step="verslag")
            case Decision():
                from gesprekshulp.ui.decisions.forms import ask_decision

                assignments = self._card.assignments if self._card else ()
                ask_decision(self._desk, self, self._id, assignments, about)

    def _moment_menu(self, about: object, at: QPoint) -> None:
        from gesprekshulp.ui.contacts.forms import remove_contact
        from gesprekshulp.ui.decisions.forms import remove_decision

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(about, Contact | Decision):
            menu.addAction("Wijzigen …", lambda: self._open_moment(about))
        else:
            menu.addAction("Openen", lambda: self._open_moment(about))
        if isinstance(about, Contact):
            if about.appointment_id is not None:
                talk = about.appointment_id
                menu.addAction(
                    "Gesprek openen", lambda: self._desk.go("afspraak", appointment_id=talk)
                )
            menu.addSeparator()
            menu.addAction("Verwijderen", lambda: remove_contact(self._desk, about.id))
        elif isinstance(about, Decision):
            menu.addSeparator()
            menu.addAction("Verwijderen", lambda: remove_decision(self._desk, about))
        menu.popup(at)

    def _show_menu(self) -> None:
        from gesprekshulp.ui.clients.client_menu import client_menu

        if self._card is None:
            return
        client_menu(self._desk, self, self._card).popup(
            self.more.mapToGlobal(QPoint(0, self.more.height() + 4))
        )


def _scroll() -> Scroll:
    """A scrolling column whose right edge stays under the tabs, with a scroll bar and without."""
    scroll = Scroll()
    bar = scroll.verticalScrollBar()

    def fit(_least: int = 0, most: int = 0) -> None:
        taken = bar.sizeHint().width() if most else 0
        scroll.column.setContentsMargins(32, 20, 32 - taken, 24)

    bar.rangeChanged.connect(fit)
    fit()
    return scroll
