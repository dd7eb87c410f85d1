"""Which pages there are. Each is imported on a quiet moment, or before that when it is opened."""

from __future__ import annotations

from importlib import import_module

from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.page import Page
from gesprekshulp.ui.shell.window import Shell

# name, title, icon, module and class, in the sidebar, at its bottom
_PAGES = (
    ("vandaag", "Vandaag", "vandaag", "today.page:TodayPage", True, False),
    ("agenda", "Agenda", "agenda", "agenda.page:AgendaPage", True, False),
    ("klanten", "Klanten", "klanten", "clients.page:ClientsPage", True, False),
    (
        "toezeggingen",
        "Toezeggingen",
        "toezeggingen",
        "commitments.page:CommitmentsPage",
        True,
        False,
    ),
    ("inzicht", "Inzicht", "inzicht", "insight.page:InsightPage", True, False),
    ("instellingen", "Instellingen", "instellingen", "settings.page:SettingsPage", True, True),
    ("hulp", "Hulp", "vraag", "help.page:HelpPage", True, True),
    ("klant", "Klant", "klanten", "clients.client_page:ClientPage", False, False),
    ("afspraak", "Afspraak", "agenda", "appointment.page:AppointmentPage", False, False),
    ("teruglezen", "Teruglezen", "gesprek", "read_back.page:ReadBackPage", False, False),
    (
        "weekafsluiting",
        "Week afsluiten",
        "vink-cirkel",
        "week_round.page:WeekRoundPage",
        False,
        False,
    ),
    ("inlezen", "Inlezen", "inlezen", "imports.page:ImportPage", False, False),
    ("welkom", "Welkom", "gesprek", "welcome.page:WelcomePage", False, False),
)


_STEPS = ("plan", "prepare", "talk", "report", "aftercare")


def import_pages() -> None:
    """Import all pages, so that the first visit to one does not wait; for the background."""
    for _, _, _, target, _, _ in _PAGES:
        import_module(f"gesprekshulp.ui.{target.split(':')[0]}")
    for step in _STEPS:
        import_module(f"gesprekshulp.ui.appointment.{step}")


def register_pages(shell: Shell, desk: Desk) -> None:
    """Make all pages known to the window."""

    def make(target: str) -> Page:
        module, name = target.split(":")
        made: Page = getattr(import_module(f"gesprekshulp.ui.{module}"), name)(desk)
        return made

    for name, title, icon, target, entry, below in _PAGES:
        shell.register(
            name, title, icon, lambda target=target: make(target), entry=entry, below=below
        )
