"""Writing in a draft: the words of its parts, their order, and parts of one's own.

Every function works on the newest version. A draft is kept and read again from the talk before the
change, so that undoing the change takes back nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gesprekshulp.domain.errors import NotFound, UserError
from gesprekshulp.domain.ids import AppointmentId, new_id
from gesprekshulp.domain.report import PartKind, Report, ReportPart
from gesprekshulp.domain.report_rules import ORDER, neighbour
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.report_reading import require_draft
from gesprekshulp.services.reports import refresh
from gesprekshulp.storage.archive import Archive


def edit_part(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    part_id: str,
    text: str,
    *,
    typing: bool = False,
) -> ReportPart:
    """Put other words in a part; they stay when the talk is read again.

    With `typing` the change is not remembered for undo, as for text that is saved while it is
    being written.
    """
    return _change(
        archive, clock, appointment_id, part_id,
        None if typing else "Onderdeel van het verslag gewijzigd",
        lambda part: replace(part, text=text.strip("\n"), edited=True),
    )  # fmt: skip


def rename_part(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, part_id: str, heading: str
) -> ReportPart:
    """Give an own part or an agenda item of the report another heading."""
    heading = " ".join(heading.split())

    def renamed(part: ReportPart) -> ReportPart:
        if part.kind is PartKind.OWN and not heading:
            raise UserError("Geef het onderdeel een naam.")
        if part.kind not in (PartKind.OWN, PartKind.DISCUSSED):
            raise UserError(f"“{part.kind.value}” heeft in elk verslag dezelfde naam.")
        return replace(part, heading=heading, edited=True)

    return _change(
        archive, clock, appointment_id, part_id, "Onderdeel van het verslag hernoemd", renamed
    )


def show_part(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, part_id: str, shown: bool
) -> ReportPart:
    """Put a part in the report, or leave it out; its words are kept."""

    def changed(part: ReportPart) -> ReportPart:
        if part.kind is PartKind.FACTS:
            raise UserError("Klant, dag en aanwezigen horen bij elk verslag.")
        return replace(part, included=shown)

    label = "Onderdeel in het verslag gezet" if shown else "Onderdeel uit het verslag gelaten"
    return _change(archive, clock, appointment_id, part_id, label, changed)


def as_drafted(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, part_id: str
) -> Report:
    """Let go of the adviser's words in a part and take those of the talk again."""
    refresh(archive, clock, appointment_id)
    with archive.transaction("Onderdeel opnieuw uit het gesprek gelezen") as work:
        _, parts = require_draft(work, clock, appointment_id)
        part = _found(parts, part_id)
        if part.kind is PartKind.OWN:
            raise UserError("Een eigen onderdeel komt niet uit het gesprek.")
        work.report_parts.save(replace(part, edited=False))
        return require_draft(work, clock, appointment_id)[0]


def add_part(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, heading: str, text: str = ""
) -> ReportPart:
    """Add a part of one's own, after the other own parts."""
    heading = " ".join(heading.split())
    if not heading:
        raise UserError("Geef het onderdeel een naam.")
    refresh(archive, clock, appointment_id)
    with archive.transaction(f"Onderdeel “{heading}” toegevoegd") as work:
        report, parts = require_draft(work, clock, appointment_id)
        own = [part.position for part in parts if part.kind is PartKind.OWN]
        place = max(own, default=ORDER.index(PartKind.OWN) * 1000) + 1
        return work.report_parts.save(
            ReportPart(
                new_id(), report.id, place, PartKind.OWN, heading, text.strip("\n"), edited=True
            )
        )


def remove_part(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, part_id: str
) -> None:
    """Take an own part away; a part that comes from the talk is left out instead."""
    refresh(archive, clock, appointment_id)
    with archive.transaction("Onderdeel uit het verslag gehaald") as work:
        _, parts = require_draft(work, clock, appointment_id)
        part = _found(parts, part_id)
        if part.kind is PartKind.FACTS:
            raise UserError("Klant, dag en aanwezigen horen bij elk verslag.")
        if part.kind is PartKind.OWN:
            work.report_parts.remove(part.id)
        else:
            work.report_parts.save(replace(part, included=False))


def move_part(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, part_id: str, step: int
) -> None:
    """Move a part one place up (-1) or down (1) among the parts of its kind.

    The kinds themselves stand in the same order in every report.
    """
    refresh(archive, clock, appointment_id)
    with archive.transaction("Onderdeel verplaatst") as work:
        _, parts = require_draft(work, clock, appointment_id)
        part = _found(parts, part_id)
        other = neighbour(parts, part, step)
        if other is None:
            raise UserError("Dit onderdeel kan niet verder die kant op.")
        work.report_parts.save_all(
            (
                replace(part, position=other.position),
                replace(other, position=part.position),
            )
        )


def rename_report(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, title: str
) -> Report:
    """Give the report another title; the appointment keeps its own."""
    title = " ".join(title.split())
    if not title:
        raise UserError("Geef het verslag een titel.")
    refresh(archive, clock, appointment_id)
    with archive.transaction("Titel van het verslag gewijzigd") as work:
        report, _ = require_draft(work, clock, appointment_id)
        return work.reports.save(replace(report, title=title))


def _change(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    part_id: str,
    label: str | None,
    change: Callable[[ReportPart], ReportPart],
) -> ReportPart:
    if label is not None:
        refresh(archive, clock, appointment_id)
    with archive.transaction(label) as work:
        _, parts = require_draft(work, clock, appointment_id)
        return work.report_parts.save(change(_found(parts, part_id)))


def _found(parts: tuple[ReportPart, ...], part_id: str) -> ReportPart:
    for part in parts:
        if part.id == part_id:
            return part
    raise NotFound("Dit onderdeel staat niet meer in het verslag.")
