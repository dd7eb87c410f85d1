"""What is done with reports: drafted, read again, shown, exported, and written anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, ReportId, new_id
from gesprekshulp.domain.paper import OutPaper, PaperKind
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.domain.report import Report, ReportDocument, ReportPart, ReportState
from gesprekshulp.domain.report_problems import Problem, problems_of, require_ready
from gesprekshulp.domain.report_rules import ReportSources
from gesprekshulp.domain.report_version import FrozenReport, ReportContent
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import write_file
from gesprekshulp.services.going_out import of_report, require_clean_file, require_clean_word
from gesprekshulp.services.report_reading import Reading, kept, read_version
from gesprekshulp.services.report_versions import (
    build_word,
    last_sent,
    pdf_file,
    sent_mark,
    word_file,
)
from gesprekshulp.services.word_files import (
    MakePdf,
    document_path,
    house_style,
    is_pdf,
    require_no_template,
)
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as the window shows it.

    `is_kept` is False when the parts do not stand so in the archive yet: for a first draft, and
    for one of which the talk changed since; `refresh` keeps them. `internal_lines` is how many
    lines of the talk stay inside; what they say is not in here. `versions` are newest first.
    `frozen` is what was kept when this version was sent: parts and document are those, and not
    what the registers say now. `since` is the version before it that was sent.
    """

    report: Report
    parts: tuple[ReportPart, ...]
    sources: ReportSources
    document: ReportDocument
    problems: tuple[Problem, ...]
    internal_lines: int
    is_kept: bool
    versions: tuple[Report, ...]
    content: ReportContent
    frozen: FrozenReport | None = None
    since: FrozenReport | None = None


def view(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, version: int | None = None
) -> ReportView:
    """One version of a talk's report, the newest when none is named.

    Built, but not kept, when there is none yet. Raises NotFound for a version that is not there.
    """
    with archive.reading() as work:
        read = read_version(work, clock, appointment_id, version)
        stored = {part.id: part for part in work.report_parts.of_report(read.report.id)}
        same = stored == {part.id: part for part in read.parts}
        lines = work.note_lines.of_appointment(appointment_id)
        versions = work.reports.of_appointment(appointment_id)
        since = last_sent(work, appointment_id, read.report.version)
    return ReportView(
        report=read.report,
        parts=read.parts,
        sources=read.sources,
        document=read.content.document,
        problems=problems_of(read.parts, read.sources),
        internal_lines=sum(1 for line in lines if line.kind.is_internal),
        is_kept=read.frozen is not None or (read.is_kept and same),
        versions=versions,
        content=read.content,
        frozen=read.frozen,
        since=since,
    )


def keep(archive: Archive, clock: Clock, shown: ReportView) -> ReportView:
    """What was just read, with its parts kept, so that they can be changed one by one."""
    if shown.is_kept:
        return shown
    appointment_id = shown.report.appointment_id
    with archive.transaction() as work:
        kept(work, clock, appointment_id)
        read = read_version(work, clock, appointment_id)
        versions = work.reports.of_appointment(appointment_id)
    return replace(
        shown,
        report=read.report,
        parts=read.parts,
        sources=read.sources,
        document=read.content.document,
        problems=problems_of(read.parts, read.sources),
        is_kept=True,
        versions=versions,
        content=read.content,
    )


def draft(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> Report:
    """The newest version of one talk's report; version 1, a concept, when there was none."""
    with archive.reading() as work:
        there = work.reports.latest(appointment_id)
    if there is not None:
        return there
    with archive.transaction() as work:
        return kept(work, clock, appointment_id)[0]


def refresh(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> Report:
    """Read the parts of a draft again from the talk; what the adviser wrote himself stays."""
    with archive.transaction() as work:
        return kept(work, clock, appointment_id)[0]


def document(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> ReportDocument:
    """The report as it goes on paper; the same archive and day give the same document."""
    with archive.reading() as work:
        return read_version(work, clock, appointment_id).content.document


def problems(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> tuple[Problem, ...]:
    """What is still to be mended before the report may be sent."""
    with archive.reading() as work:
        read = read_version(work, clock, appointment_id)
    return problems_of(read.parts, read.sources)


def export(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    path: Path,
    template: Path | None = None,
    version: int | None = None,
    *,
    kind: PaperKind = PaperKind.REPORT,
    contents: bool = False,
    make_pdf: MakePdf | None = None,
) -> Path:
    """Write the report as a Word file; gives its path, with ".docx" behind it when it had no end.

    With `make_pdf` a path that ends on ".pdf" becomes a PDF, in our own layout.
    `template` is a firm's own .docx or .dotx; without one the template of the settings is used.
    `kind` is another document from the same content, such as the list of actions; `contents` puts
    a table of contents in. A version that was sent is written byte for byte as it was sent, in the
    house style that it had then; `version` names an older one. Of a talk that is still to be held
    nothing is kept in the archive: its report would pass for a previous one.

    Raises CannotWrite for a place that does not take the file, ReportNotReady while a promise of
    ours in this document has neither day nor event, and ReportLeaks when there is something in the
    report that is internal or about another client.
    """
    target = document_path(path, with_pdf=make_pdf is not None)
    pdf = make_pdf if is_pdf(target) else None
    if pdf is not None:
        require_no_template(template)
    with archive.reading() as work:
        read = read_version(work, clock, appointment_id, version)
        report, parts, sources = read.report, read.parts, read.sources
        if report.state is ReportState.DRAFT:
            composed = compose(read.content.document, kind)
            require_ready(problems_of(parts, sources), composed)
        is_report = kind is PaperKind.REPORT
        if is_report and template is None:
            sent = _pdf_as_sent(work, read) if pdf else _as_sent(work, read)
            if sent is not None:
                # It is out of the house, and is given as it went.
                return write_file(target, sent)
        paper, leaks = of_report(work, read, kind, contents=contents)
        style = None if pdf else house_style(work, template)
    require_clean_file(leaks, target)
    content = pdf(paper) if pdf else build_word(paper, read.content.document, style)
    if style is not None:
        require_clean_word(leaks, content)
    write_file(target, content)
    talk = sources.appointment
    planned = talk.status in (AppointmentStatus.PLANNED, AppointmentStatus.CANCELLED)
    if not is_report or (planned and not read.is_kept and not sources.lines):
        return target
    with archive.transaction() as work:
        report, _ = kept(work, clock, appointment_id)
        work.reports.save(replace(report, exported_at=clock.now()))
    return target


def paper_out(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    version: int | None = None,
    *,
    kind: PaperKind = PaperKind.REPORT,
) -> OutPaper:
    """The document as it may leave the house, for the printer.

    Raises ReportNotReady and ReportLeaks as `export` does.
    """
    with archive.reading() as work:
        read = read_version(work, clock, appointment_id, version)
        if read.report.state is ReportState.DRAFT:
            composed = compose(read.content.document, kind)
            require_ready(problems_of(read.parts, read.sources), composed)
        return of_report(work, read, kind)[0]


def new_version(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> Report:
    """A next version to write in, with the words of the one that was sent."""
    with archive.transaction("Nieuwe versie van het verslag") as work:
        before = work.reports.latest(appointment_id)
        if before is None or before.state is ReportState.DRAFT:
            raise UserError("Deze versie is nog niet verstuurd; u kunt haar gewoon wijzigen.")
        following = Report(
            ReportId(new_id()),
            appointment_id,
            before.title,
            before.version + 1,
            written_on=clock.today(),
        )
        work.reports.save(following)
        work.report_parts.save_all(
            replace(part, id=new_id(), report_id=following.id)
            for part in work.report_parts.of_report(before.id)
        )
        return kept(work, clock, appointment_id)[0]


def _as_sent(work: Work, read: Reading) -> bytes | None:
    report = read.report
    if read.frozen is not None:
        return word_file(work, read.frozen)
    if report.state is ReportState.DRAFT:
        return None
    # Sent by a program that kept the file as a stuk only.
    files = work.attachments.of(OwnerKind.REPORT, report.id)
    sent = next((file for file in files if file.name.endswith(sent_mark(report))), None)
    return work.attachments.content(sent.sha256) if sent else None


def _pdf_as_sent(work: Work, read: Reading) -> bytes | None:
    return pdf_file(work, read.frozen) if read.frozen is not None else None


def state_words(report: Report, today: date) -> str:
    """The state in a list: "concept", "verstuurd op do 12 mrt"."""
    if report.state is ReportState.SENT and report.sent_at:
        return f"verstuurd op {short_day(report.sent_at.astimezone().date(), today)}"
    return report.state.value
