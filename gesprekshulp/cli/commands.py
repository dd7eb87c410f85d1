"""The commands: each asks a service and shows the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from gesprekshulp.cli import output
from gesprekshulp.cli.request import HELP, Request
from gesprekshulp.cli.streams import answer_lines
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, ClientId
from gesprekshulp.paths import data_folder

if TYPE_CHECKING:
    from gesprekshulp.services.clock import Clock
    from gesprekshulp.services.imports import ImportPlan
    from gesprekshulp.services.word_files import MakePdf
    from gesprekshulp.storage.archive import Archive


def run(request: Request, make_pdf: MakePdf | None = None) -> int:
    """Do what the command line asks. Raises UserError for what is refused.

    `make_pdf` makes PDFs; without it only Word files can be asked.
    """
    request = replace(request, make_pdf=make_pdf)
    if request.command == "help":
        output.write(HELP)
        output.flush()
        return 0
    if request.command in ("termijn", "herken"):
        answer_lines(request.command)
        output.flush()
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
    output.flush()
    return 0


def _example(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.example_office import fill

    made = fill(archive, clock)
    output.write(
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
    output.rows(rows, ("naam", "soort", "status", "plaats"), as_json=request.on("json"))


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
    output.rows(
        rows, ("begin", "klant", "titel", "status", "ontbreekt", "id"), as_json=request.on("json")
    )


def _commitments(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.as_json import commitment_json

    today = clock.today()
    with archive.reading() as work:
        names = work.clients.names()
        late_only = request.on("te_laat")
        found = work.commitments.late(today) if late_only else work.commitments.in_order()
    rows = [commitment_json(item, names.get(item.client_id, ""), today) for item in found]
    output.rows(
        rows, ("termijn", "klant", "wie", "wat", "status", "te_laat"), as_json=request.on("json")
    )


def _dossier(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.as_json import dossier_json
    from gesprekshulp.services.dossier import as_text, dossier, export

    id = AppointmentId(request.text("afspraak"))
    if target := request.path("naar"):
        target = export(archive, clock, id, target, make_pdf=request.make_pdf)
        output.write(f"Het dossier staat in {target}.\n")
        return
    found = dossier(archive, clock, id)
    if request.on("json"):
        output.document(dossier_json(found, clock.today()))
    else:
        output.write(as_text(found, clock.today()))


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
    output.write(f"{what} staat in {target}.\n")


def _handover(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.handover import export_handover

    target = request.path("naar")
    assert target is not None
    id = ClientId(request.text("klant"))
    target = export_handover(
        archive, clock, id, target, request.path("sjabloon"), make_pdf=request.make_pdf
    )
    output.write(f"De overdracht staat in {target}.\n")


def _check(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.checking_json import remarks_json

    rows = remarks_json(archive, clock, AppointmentId(request.text("afspraak")))
    output.rows(
        rows, ("soort", "onderdeel", "gevonden", "reden", "verbetering"), as_json=request.on("json")
    )


def _dispute(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services.dispute_file import of_talk

    target = request.path("naar")
    assert target is not None
    written = of_talk(archive, clock, AppointmentId(request.text("afspraak")), target)
    output.write(f"Het geschildossier staat in {written}.\n")


def _import(archive: Archive, clock: Clock, request: Request) -> None:
    from gesprekshulp.services import imports

    paths = [Path(str(path)) for path in cast("list[object]", request.values["bestand"])]
    plan = imports.plan(archive, clock, paths)
    if not request.on("proef"):
        imports.apply(archive, clock, plan)
    if request.on("json"):
        output.document(imports.as_json(plan))
    else:
        _show_import(plan, tried=request.on("proef"))
    if plan.refusal:
        # What could be read is taken in; a script must still know that a file was not.
        output.flush()
        raise UserError(plan.refusal)


def _show_import(plan: ImportPlan, *, tried: bool) -> None:
    output.write(f"{'Dit zou gebeuren' if tried else 'Ingelezen'}: {plan.summary}.\n")
    several = len({change.file for change in plan.changes}) > 1
    for change in plan.changes:
        line = f"regel {change.line}" if change.line is not None else ""
        place = ", ".join(part for part in (change.file if several else "", line) if part)
        where = f" ({place})" if place else ""
        about = change.reason or "; ".join(change.details)
        words = f"  {change.kind.value}: {change.entity.value} {change.title}{where}"
        output.write(f"{words}{': ' if about else ''}{about}\n")


def _search(archive: Archive, clock: Clock, request: Request) -> None:
    words = " ".join(str(word) for word in cast("list[object]", request.values["tekst"]))
    from gesprekshulp.services.search import find

    hits = find(archive, words, limit=50)
    rows = [
        {"soort": hit.kind, "id": hit.id, "titel": hit.title, "fragment": hit.fragment,
         "klant": hit.client_id, "intern": hit.internal}
        for hit in hits
    ]  # fmt: skip
    output.rows(rows, ("soort", "titel", "fragment"), as_json=request.on("json"))


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
