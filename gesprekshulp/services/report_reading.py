"""Reading one version of a report from the archive, and keeping a draft up to date."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import AppointmentId, ReportId, new_id
from gesprekshulp.domain.paper import PaperKind
from gesprekshulp.domain.phrases import phrases
from gesprekshulp.domain.report import Report, ReportDocument, ReportPart, ReportState
from gesprekshulp.domain.report_document import document_of
from gesprekshulp.domain.report_rules import (
    ReportSent,
    ReportSources,
    drafted,
    in_order,
    merged,
)
from gesprekshulp.domain.report_version import FrozenReport, ReportContent, content_of
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.report_sources import sources_of
from gesprekshulp.services.report_versions import as_sent, telling_changes
from gesprekshulp.storage.archive import Work


@dataclass(frozen=True, slots=True)
class Reading:
    """A version as it was read; `is_kept` says whether the archive has a row for it."""

    report: Report
    parts: tuple[ReportPart, ...]
    sources: ReportSources
    content: ReportContent
    is_kept: bool
    frozen: FrozenReport | None = None


def read_version(
    work: Work, clock: Clock, appointment_id: AppointmentId, version: int | None = None
) -> Reading:
    """One version of a talk's report, the newest when none is named; made when there is none.

    What was sent is read as it was kept. Raises NotFound for a version that is not there.
    """
    found = work.reports.of_appointment(appointment_id)
    if version is not None:
        found = tuple(report for report in found if report.version == version)
        if not found:
            raise NotFound(
                f"Er is geen versie {version} van dit verslag; kies er een uit de lijst."
            )
    report = next(iter(found), None)
    is_kept = report is not None
    if report is None:
        talk = work.appointments.get(appointment_id)
        report = Report(ReportId(new_id()), talk.id, talk.title, written_on=clock.today())
    sources = sources_of(work, report, clock.today())
    if (frozen := as_sent(work, report)) is not None:
        document = replace(frozen.content.document, state=report.state)
        content = replace(frozen.content, document=document)
        return Reading(report, content.parts, sources, content, is_kept, frozen)
    there = work.report_parts.of_report(report.id) if is_kept else ()
    is_draft = report.state is ReportState.DRAFT
    parts = merged(there, drafted(report.id, sources)) if is_draft else in_order(there)
    content = content_of(document_of(report, parts, sources), parts, sources)
    return Reading(report, parts, sources, telling_changes(work, report, content), is_kept)


def kept(
    work: Work, clock: Clock, appointment_id: AppointmentId
) -> tuple[Report, tuple[ReportPart, ...]]:
    """The newest version with its parts, in the archive; a draft is brought up to date first."""
    read = read_version(work, clock, appointment_id)
    report, parts = read.report, read.parts
    if read.frozen is not None:
        return report, parts
    stored = work.report_parts.of_report(report.id) if read.is_kept else ()
    there = {part.id: part for part in stored}
    if not read.is_kept:
        work.reports.save(report)
    work.report_parts.save_all(part for part in parts if there.get(part.id) != part)
    work.report_parts.remove(*(set(there) - {part.id for part in parts}))
    return report, parts


def require_draft(
    work: Work, clock: Clock, id: AppointmentId
) -> tuple[Report, tuple[ReportPart, ...]]:
    """As `kept`, for a change. Raises ReportSent for a version that has left the house."""
    report, parts = kept(work, clock, id)
    require_unsent(report)
    return report, parts


def require_unsent(report: Report) -> None:
    """Raise ReportSent for a version that has left the house."""
    if report.state is not ReportState.DRAFT:
        raise ReportSent(
            f"Versie {report.version} van het verslag is al {report.state.value}."
            " Maak een nieuwe versie om iets te wijzigen."
        )


def document_name(
    document: ReportDocument, kind: PaperKind = PaperKind.REPORT, end: str = "docx"
) -> str:
    """The name that a file gets unless the user gives another; the client reads it too."""
    from gesprekshulp.services.attachments import safe_name  # files come when they are used

    say = phrases(document.language)
    number = f" {say.version} {document.version}" if document.version > 1 else ""
    about = (document.client or document.title).rstrip(".")
    return safe_name(f"{say.kinds[kind]} {about} {document.day.isoformat()}{number}.{end}")
