"""Versions of a report as they were sent: kept, found again, compared, and told in the next one."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.domain.report import ChangeRow, Report, ReportDocument, ReportState
from gesprekshulp.domain.report_changes import changes_between
from gesprekshulp.domain.report_version import FrozenReport, ReportContent
from gesprekshulp.storage.archive import Archive, Work


class VersionDamaged(UserError):
    """Bytes of a sent version that are no longer those that were sent."""


def as_sent(work: Work, report: Report) -> FrozenReport | None:
    """What was kept of a version that left the house; None for a draft.

    Also None for one that was sent by a program that did not keep versions yet.
    """
    if report.state is ReportState.DRAFT:
        return None
    return work.frozen_reports.newest_of(report.id)


def last_sent(work: Work, appointment_id: AppointmentId, before: int) -> FrozenReport | None:
    """The newest version below number `before` that was sent."""
    for report in work.reports.of_appointment(appointment_id):
        if report.version < before and (found := as_sent(work, report)) is not None:
            return found
    return None


def telling_changes(work: Work, report: Report, content: ReportContent) -> ReportContent:
    """The content with what changed since the version before it, when the report tells that."""
    if not report.tells_changes:
        return content
    before = last_sent(work, report.appointment_id, report.version)
    if before is None:
        return content
    document = replace(
        content.document,
        changes=changes_between(before.content, content),
        changed_since=before.content.document.version,
    )
    return replace(content, document=document)


def word_file(work: Work, frozen: FrozenReport) -> bytes:
    """The Word file of a sent version, byte for byte. Raises VersionDamaged."""
    return _bytes(work, frozen, frozen.file_sha256)


def pdf_file(work: Work, frozen: FrozenReport) -> bytes | None:
    """The PDF that went along with a sent version, byte for byte. Raises VersionDamaged."""
    return _bytes(work, frozen, frozen.pdf_sha256) if frozen.pdf_sha256 else None


def build_word(paper: OutPaper, document: ReportDocument, template: bytes | None) -> bytes:
    """A document about a talk as a Word file, in a firm's own template when there is one."""
    from gesprekshulp.exchange.word.report import build_paper  # Word comes when it is used

    return build_paper(paper, document, template=template)


def sent_mark(report: Report) -> str:
    """How the name of the kept file of a sent version ends."""
    return f"versie {report.version}, zoals verstuurd.docx"


def compare(old: ReportContent, new: ReportContent) -> tuple[ChangeRow, ...]:
    """What a reader sees that is different between two versions."""
    return changes_between(old, new)


def tell_changes(archive: Archive, appointment_id: AppointmentId, told: bool) -> Report:
    """Whether the document of the draft tells what changed since the version before it."""
    label = "Wijzigingen in het verslag genoemd" if told else "Wijzigingen niet meer genoemd"
    with archive.transaction(label) as work:
        report = work.reports.latest(appointment_id)
        if report is None or report.state is not ReportState.DRAFT:
            raise UserError("Deze versie is al verstuurd; maak een nieuwe om iets te wijzigen.")
        if last_sent(work, appointment_id, report.version) is None:
            raise UserError("Er is nog geen eerdere versie verstuurd om mee te vergelijken.")
        return work.reports.save(replace(report, tells_changes=told))


def _bytes(work: Work, frozen: FrozenReport, sha: str) -> bytes:
    content = work.attachments.content(sha)
    if sha256(content).hexdigest() != sha:
        raise VersionDamaged(
            f"“{frozen.file_name}” is niet meer zoals verstuurd: het bestand in het archief is"
            " beschadigd. Zet een reservekopie terug."
        )
    return content
