"""Which pages there are, and when each is imported.

Those that one mostly goes to come on a quiet moment after the start. What is behind the others
(reading notes and documents) takes a tenth of all memory: it comes once the first page is left.
"""

from __future__ import annotations

from collections.abc import Sequence
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


_LATER = frozenset(("instellingen", "hulp", "teruglezen", "inlezen", "weekafsluiting"))
_STEPS, _STEPS_LATER = ("plan", "prepare", "talk"), ("report", "aftercare")
NEAR = (
    ("agenda", ""),
    ("klanten", ""),
    ("klant", ""),
    ("afspraak", ""),
    ("afspraak", "voorbereiden"),
    ("afspraak", "gesprek"),
)
"""The pages that are worth their memory before they are asked for, and steps of the appointment."""
OTHER = (
    ("toezeggingen", ""),
    ("afspraak", "plannen"),
    ("afspraak", "verslag"),
    ("afspraak", "nazorg"),
    ("teruglezen", ""),
    ("inzicht", ""),
    ("weekafsluiting", ""),
    ("inlezen", ""),
    ("instellingen", ""),
)
"""Those that are worth it once `import_other_pages` has been done."""


def import_near_pages() -> None:
    """Import the pages that one mostly goes to first, so that none waits; for the background."""
    _import([name for name, *_ in _PAGES if name not in _LATER], _STEPS)


def import_other_pages() -> None:
    """Import the pages that come after those; for the background."""
    _import(sorted(_LATER), _STEPS_LATER)


def _import(names: Sequence[str], steps: Sequence[str]) -> None:
    targets = {name: target for name, _, _, target, _, _ in _PAGES}
    for name in names:
        import_module(f"gesprekshulp.ui.{targets[name].split(':')[0]}")
    for step in steps:
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
