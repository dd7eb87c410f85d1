"""The command line: for administrators, scripts and checks.

Results are a table, or one JSON document with `--json`. Exit status 0 done, 1 refused with one
Dutch line on stderr, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO, cast

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, ClientId
from gesprekshulp.paths import data_folder

if TYPE_CHECKING:
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.services.word_files import MakePdf
    from gesprekshulp.storage.archive import Archive

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


def parse(arguments: Sequence[str]) -> Request:
    """Understand a command line. Raises UsageError."""
    parser = _Parser(add_help=False, allow_abbrev=False)
    common = _Parser(add_help=False, allow_abbrev=False)
    for target in (parser, common):
        target.add_argument("--map", type=Path, default=argparse.SUPPRESS)
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
    dossier = command("dossier", "--json")
    dossier.add_argument("afspraak")
    dossier.add_argument("--naar", type=Path)
    dispute = command("geschil")
    dispute.add_argument("afspraak")
    dispute.add_argument("--naar", type=Path, required=True)
    report = command("verslag", "--inhoudsopgave")
    report.add_argument("afspraak")
    report.add_argument("--naar", type=Path, required=True)
    report.add_argument("--sjabloon", type=Path)
    report.add_argument("--soort", choices=_KINDS, default=_KINDS[0])
    handover = command("overdracht")
    handover.add_argument("klant")
    handover.add_argument("--naar", type=Path, required=True)
    handover.add_argument("--sjabloon", type=Path)
    command("nakijken", "--json").add_argument("afspraak")
    command("importeer", "--proef", "--json").add_argument("bestand", type=Path, nargs="+")
    command("zoek", "--json").add_argument("tekst", nargs="+")
    command("termijn")
    command("herken")

    found = vars(parser.parse_args(list(arguments)))
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


def run(request: Request, make_pdf: MakePdf | None = None) -> int:
    """Do what the command line asks. Raises UserError for what is refused.

    `make_pdf` makes PDFs; without it only Word files can be asked.
    """
    request = replace(request, make_pdf=make_pdf)
    if request.command == "help":
        _out().write(HELP)
        return 0
    if request.command in ("termijn", "herken"):
        _stream(request.command)
        return 0
    # Imported here: the window reads its arguments with this module too, and paints first.
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.storage.archive import Archive

    clock = Clock(request.today)
    archive = Archive.open(data_folder(request.folder), clock.now)
    try:
        _COMMANDS[request.command](archive, clock, request)
    finally:
        archive.close()
    return 0


# --- the commands ---


def _example(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.example_office import fill

    made = fill(archive, clock)
    _out().write(
        f"Het voorbeeldkantoor staat klaar: {made.clients} klanten, {made.appointments} afspraken"
        f" en {made.commitments} toezeggingen.\n"
    )


def _clients(archive: Archive, clock: Clock, request: Request) -> None:
    with archive.reading() as work:
        found = work.clients.by_name()
    rows = [
        {"id": c.id, "naam": c.name, "soort": c.kind.value, "status": c.status.value,
         "plaats": c.city, "branche": c.trade}
        for c in found
    ]  # fmt: skip
    _show(rows, request, ("naam", "soort", "status", "plaats"))


def _appointments(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.appointments import cards

    with archive.reading() as work:
        found = cards(work, work.appointments.in_order(), clock.today())
    rows = [
        {
            "id": card.appointment.id,
            "klant": card.client.name if card.client else "",
            "titel": card.appointment.title,
            "begin": card.appointment.starts_at.astimezone().isoformat(),
            "einde": card.appointment.ends_at.astimezone().isoformat(),
            "soort": card.appointment.kind.value,
            "status": card.appointment.status.value,
            "voorbereid": card.readiness.is_ready,
            "ontbreekt": [item.need.value for item in card.readiness.missing],
        }
        for card in found
    ]
    _show(rows, request, ("begin", "klant", "titel", "status", "ontbreekt", "id"))


def _commitments(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.as_json import commitment_json

    today = clock.today()
    with archive.reading() as work:
        names = work.clients.names()
        late_only = request.on("te_laat")
        found = work.commitments.late(today) if late_only else work.commitments.in_order()
    rows = [commitment_json(item, names.get(item.client_id, ""), today) for item in found]
    _show(rows, request, ("termijn", "klant", "wie", "wat", "status", "te_laat"))


def _dossier(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.dossier import dossier, export

    id = AppointmentId(request.text("afspraak"))
    target = request.path("naar")
    if target is not None and target.suffix.lower() == ".pdf" and request.make_pdf is not None:
        from gesprekshulp.services.dossier_paper import export_pdf

        export_pdf(archive, clock, id, target, request.make_pdf)
        _out().write(f"Het dossier staat in {target}.\n")
        return
    if target is not None:
        export(archive, clock, id, target)
        _out().write(f"Het dossier staat in {target}.\n")
        return
    from gesprekshulp.services.as_json import dossier_json

    found = dossier_json(dossier(archive, clock, id), clock.today())
    if request.on("json"):
        _json(found)
    else:
        from gesprekshulp.services.dossier import as_text

        _out().write(as_text(dossier(archive, clock, id), clock.today()))


def _report(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.domain.paper import PaperKind
    from gesprekshulp.services.reports import export

    target = request.path("naar")
    assert target is not None
    kind = PaperKind(request.text("soort"))
    target = export(
        archive, clock, AppointmentId(request.text("afspraak")), target,
        template=request.path("sjabloon"), kind=kind, contents=request.on("inhoudsopgave"),
        make_pdf=request.make_pdf,
    )  # fmt: skip
    what = "Het verslag" if kind is PaperKind.REPORT else f"De {kind.value}"
    _out().write(f"{what} staat in {target}.\n")


def _handover(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.handover import export_handover

    target = request.path("naar")
    assert target is not None
    id = ClientId(request.text("klant"))
    target = export_handover(
        archive, clock, id, target, request.path("sjabloon"), make_pdf=request.make_pdf
    )
    _out().write(f"De overdracht staat in {target}.\n")


def _check(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.checking_json import remarks_json

    rows = remarks_json(archive, clock, AppointmentId(request.text("afspraak")))
    _show(rows, request, ("soort", "onderdeel", "gevonden", "reden", "verbetering"))


def _dispute(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.dispute_file import of_talk

    target = request.path("naar")
    assert target is not None
    written = of_talk(archive, clock, AppointmentId(request.text("afspraak")), target)
    _out().write(f"Het geschildossier staat in {written}.\n")


def _import(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services import imports

    paths = [Path(str(path)) for path in cast("list[object]", request.values["bestand"])]
    plan = imports.plan(archive, clock, paths)
    if not request.on("proef"):
        imports.apply(archive, clock, plan)
    if request.on("json"):
        _json(imports.as_json(plan))
        return
    _out().write(f"{'Dit zou gebeuren' if request.on('proef') else 'Ingelezen'}: {plan.summary}.\n")
    several = len({change.file for change in plan.changes}) > 1
    for change in plan.changes:
        line = f"regel {change.line}" if change.line is not None else ""
        place = ", ".join(part for part in (change.file if several else "", line) if part)
        where = f" ({place})" if place else ""
        about = change.reason or "; ".join(change.details)
        words = f"  {change.kind.value}: {change.entity.value} {change.title}{where}"
        _out().write(f"{words}{': ' if about else ''}{about}\n")


def _search(archive: Archive, clock: Clock, request: Request) -> None:
    words = " ".join(str(word) for word in cast("list[object]", request.values["tekst"]))
    from gesprekshulp.services.search import find

    hits = find(archive, words, limit=50)
    rows = [
        {"soort": hit.kind, "id": hit.id, "titel": hit.title, "fragment": hit.fragment,
         "klant": hit.client_id, "intern": hit.internal}
        for hit in hits
    ]  # fmt: skip
    _show(rows, request, ("soort", "titel", "fragment"))


_COMMANDS: dict[str, Callable[[Archive, Clock, Request], None]] = {
    "voorbeeld": _example,
    "klanten": _clients,
    "afspraken": _appointments,
    "toezeggingen": _commitments,
    "dossier": _dossier,
    "verslag": _report,
    "geschil": _dispute,
    "overdracht": _handover,
    "nakijken": _check,
    "importeer": _import,
    "zoek": _search,
}


# --- streams and output ---


def _stream(command: str) -> None:
    """Answer JSON lines with JSON lines, one by one, until the input ends."""
    if command == "termijn":
        from gesprekshulp.language.streams import term_line as answer
    else:
        from gesprekshulp.language.commitments_stream import commitment_line as answer

    source: TextIO = sys.stdin
    if hasattr(source, "reconfigure"):
        source.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[attr-defined]
    out = _out()
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            answered = answer(record)
        except UserError as error:
            raise UserError(f"Regel {number}: {error.sentence}") from error
        except (ValueError, KeyError, TypeError, AttributeError):
            needed = (
                "“tekst” en “peildatum”" if command == "termijn" else "“id”, “tekst” en “datum”"
            )
            raise UserError(
                f"Regel {number} is geen JSON-object met {needed}; herstel die regel."
            ) from None
        out.write(json.dumps(answered, ensure_ascii=False) + "\n")
        out.flush()


def _out() -> TextIO:
    """Standard output as UTF-8, also where the system thinks otherwise."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[attr-defined]
    return sys.stdout


def _json(document: object) -> None:
    json.dump(document, _out(), ensure_ascii=False, indent=1)
    _out().write("\n")


def _show(rows: Sequence[Mapping[str, object]], request: Request, columns: Sequence[str]) -> None:
    if request.on("json"):
        _json(rows)
        return
    if not rows:
        _out().write("Niets gevonden.\n")
        return
    cells = [[_cell(row[column]) for column in columns] for row in rows]
    widths = [
        min(48, max(len(column), *(len(line[place]) for line in cells)))
        for place, column in enumerate(columns)
    ]
    _line(columns, widths)
    for line in cells:
        _line(line, widths)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(str(item) for item in cast("list[object]", value)) or "-"
    return " ".join(str(value).split())


def _line(cells: Iterable[str], widths: Sequence[int]) -> None:
    padded = (
        (cell if len(cell) <= width else cell[: width - 1] + "…").ljust(width)
        for cell, width in zip(cells, widths, strict=True)
    )
    _out().write("  ".join(padded).rstrip() + "\n")
