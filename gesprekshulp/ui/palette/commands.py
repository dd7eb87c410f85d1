"""What can be done from the palette, by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget

from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.theme import DARK_ONLY, LIGHT_ONLY, SYSTEM, Theme
from gesprekshulp.ui.undo_toast import take_back_last


@dataclass(frozen=True, slots=True)
class Command:
    """Something the palette does; `more` holds other words by which it is found."""

    title: str
    icon: str
    act: Callable[[], object]
    more: str = ""


def commands(desk: Desk, window: QWidget) -> tuple[Command, ...]:
    """Every command, in the order in which they are shown when nothing is typed."""

    def plan() -> None:
        from gesprekshulp.ui.agenda.dialogs import plan_appointment

        plan_appointment(desk, window)

    def new_client() -> None:
        from gesprekshulp.ui.clients.forms import new_client

        new_client(desk, window)

    def look(choice: str) -> Callable[[], None]:
        def choose() -> None:
            app = QApplication.instance()
            theme = app.findChild(Theme) if app is not None else None
            if theme is not None:
                theme.choose(choice)
                desk.shell.state.put("weergave", choice)

        return choose

    def example() -> None:
        from gesprekshulp.ui.welcome.example import open_example

        open_example(desk)

    def page(name: str) -> Callable[[], None]:
        return lambda: desk.go(name)

    return (
        Command("Nieuwe afspraak", "plus", plan, "plannen gesprek maken"),
        Command("Nieuwe klant", "plus", new_client, "maken toevoegen"),
        Command("Nieuwe toezegging", "plus", lambda: desk.go("toezeggingen", new="ja"), "maken"),
        Command("Bestand inlezen", "inlezen", page("inlezen"), "importeren ics vcf csv xlsx eml"),
        Command("Naar Vandaag", "vandaag", page("vandaag"), "openen"),
        Command("Naar Agenda", "agenda", page("agenda"), "openen afspraken"),
        Command("Naar Klanten", "klanten", page("klanten"), "openen"),
        Command("Naar Toezeggingen", "toezeggingen", page("toezeggingen"), "openen register"),
        Command("Te late toezeggingen", "te-laat", lambda: desk.go("toezeggingen", view="te_laat")),
        Command("Naar Inzicht", "inzicht", page("inzicht"), "openen betrouwbaarheid nagekomen"),
        Command("Week afsluiten", "vink-cirkel", page("weekafsluiting"), "vrijdag weekafsluiting"),
        Command("Hulp openen", "vraag", page("hulp"), "uitleg help F1 nakijken"),
        Command("Naar Instellingen", "instellingen", page("instellingen"), "openen logo huisstijl"),
        Command(
            "Laatste handeling ongedaan maken",
            "ongedaan",
            lambda: take_back_last(desk),
            "undo terug ctrl+z",
        ),
        Command("Lichte weergave", "oog", look(LIGHT_ONLY), "thema"),
        Command("Donkere weergave", "oog-dicht", look(DARK_ONLY), "thema"),
        Command("Weergave van het systeem", "laptop", look(SYSTEM), "thema"),
        Command("Voorbeeldkantoor openen", "kantoor", example, "rondkijken demo"),
    )


def matching(found: tuple[Command, ...], typed: str) -> tuple[Command, ...]:
    """The commands of which every typed word begins a word."""
    words = _plain(typed).split()
    if not words:
        return found

    def fits(command: Command) -> bool:
        there = _plain(f"{command.title} {command.more}").split()
        return all(any(known.startswith(word) for known in there) for word in words)

    return tuple(command for command in found if fits(command))


def _plain(text: str) -> str:
    split = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))
