"""What a command line asks for: its words understood, or refused as wrong usage."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from gesprekshulp.services.word_files import MakePdf

HELP = """\
Gesprekshulp: gesprekken voorbereiden, vastleggen en elke toezegging bewaken.

gesprekshulp [--map MAP] [--peildatum JJJJ-MM-DD]   opent het venster
gesprekshulp --voorbeeld                            opent het venster op een voorbeeldkantoor

gesprekshulp voorbeeld                              vult een leeg archief met het voorbeeldkantoor
gesprekshulp klanten [--json]                       alle klanten
gesprekshulp afspraken [--json]                     alle afspraken, met wat er nog ontbreekt
gesprekshulp toezeggingen [--te-laat] [--json]      alle toezeggingen, of alleen de te late
gesprekshulp dossier AFSPRAAK [--json | --naar BESTAND.docx]
gesprekshulp verslag AFSPRAAK --naar BESTAND.docx [--sjabloon HUISSTIJL.docx] [--inhoudsopgave]
             [--soort gespreksverslag | actielijst | besluitenlijst | bevestigingsbrief]
gesprekshulp overdracht KLANT --naar BESTAND.docx [--sjabloon HUISSTIJL.docx]
gesprekshulp geschil AFSPRAAK --naar BESTAND.zip    alle versies, antwoorden en controlegetallen
gesprekshulp nakijken AFSPRAAK [--json]             wat er in het verslag nog na te kijken is
gesprekshulp importeer BESTAND... [--proef] [--json]
gesprekshulp zoek TEKST [--json]
gesprekshulp termijn                                JSON-regels {"tekst","peildatum"} op stdin
gesprekshulp herken                                 JSON-regels met notities op stdin
                                                    (“geweigerd” zegt waarom een regel niet gaat)

BESTAND mag ook op .pdf eindigen, bij dossier, verslag en overdracht (dan zonder sjabloon).
AFSPRAAK is een kenmerk uit “gesprekshulp afspraken --json”, KLANT een uit “klanten --json”.
--map MAP          de gegevensmap (anders de map van uw computer daarvoor)
--peildatum DAG    de dag die als vandaag geldt
"""

_KINDS = ("gespreksverslag", "actielijst", "besluitenlijst", "bevestigingsbrief")


class UsageError(Exception):
    """A command line that cannot be understood; exit status 2."""


class _Parser(argparse.ArgumentParser):
    """An argument parser that answers in Dutch."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            "Deze opdracht klopt niet: controleer de woorden en het aantal gegevens."
            " “gesprekshulp --help” laat zien wat er kan."
        )


@dataclass(frozen=True, slots=True)
class Request:
    """A command line, understood. `command` is empty for the window."""

    command: str
    folder: Path | None
    today: date | None
    example: bool
    values: Mapping[str, object]
    make_pdf: MakePdf | None = None

    def text(self, name: str) -> str:
        """A value that is a word."""
        return str(self.values[name])

    def path(self, name: str) -> Path | None:
        """A value that names a file, if it was given."""
        value = self.values.get(name)
        return Path(str(value)) if value else None

    def on(self, name: str) -> bool:
        """Whether a switch was given."""
        return bool(self.values.get(name))


def _given(text: str) -> str:
    """A word of the user's; an empty one, as an unset variable in a script gives, is none."""
    if not text.strip():
        raise argparse.ArgumentTypeError
    return text


def _file(text: str) -> Path:
    return Path(_given(text))


def parse(arguments: Sequence[str]) -> Request:
    """Understand a command line. Raises UsageError."""
    parser = _Parser(add_help=False, allow_abbrev=False)
    common = _Parser(add_help=False, allow_abbrev=False)
    for target in (parser, common):
        target.add_argument("--map", type=_file, default=argparse.SUPPRESS)
        target.add_argument("--peildatum", default=argparse.SUPPRESS)
        target.add_argument("-h", "--help", action="store_true", default=argparse.SUPPRESS)
    parser.add_argument("--voorbeeld", action="store_true")
    commands = parser.add_subparsers(dest="command")

    def command(name: str, *switches: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[common], add_help=False, allow_abbrev=False)
        for switch in switches:
            added.add_argument(switch, action="store_true")
        return added

    command("voorbeeld")
    command("klanten", "--json")
    command("afspraken", "--json")
    command("toezeggingen", "--te-laat", "--json")
    dossier = command("dossier")
    dossier.add_argument("afspraak", type=_given)
    form = dossier.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--naar", type=_file)
    dispute = command("geschil")
    dispute.add_argument("afspraak", type=_given)
    dispute.add_argument("--naar", type=_file, required=True)
    report = command("verslag", "--inhoudsopgave")
    report.add_argument("afspraak", type=_given)
    report.add_argument("--naar", type=_file, required=True)
    report.add_argument("--sjabloon", type=_file)
    report.add_argument("--soort", choices=_KINDS, default=_KINDS[0])
    handover = command("overdracht")
    handover.add_argument("klant", type=_given)
    handover.add_argument("--naar", type=_file, required=True)
    handover.add_argument("--sjabloon", type=_file)
    command("nakijken", "--json").add_argument("afspraak", type=_given)
    command("importeer", "--proef", "--json").add_argument("bestand", type=_file, nargs="+")
    command("zoek", "--json").add_argument("tekst", nargs="+")
    command("termijn")
    command("herken")

    words = list(arguments)
    if {"-h", "--help"} & {*words[: words.index("--") if "--" in words else None]}:
        # Whoever asks for help with a command need not know yet what else it wants.
        words = ["--help"]
    found = vars(parser.parse_args(words))
    if found.get("help"):
        found["command"] = "help"
    return Request(
        command=found.pop("command") or "",
        folder=found.pop("map", None),
        today=_day(found.pop("peildatum", None)),
        example=bool(found.pop("voorbeeld", False)),
        values=found,
    )


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"“{text}” is geen dag; schrijf de peildatum als 2026-03-12.") from None
