"""What is done with reports: drafted, read again, shown, exported, sent and confirmed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.errors import NotFound, UserError
from gesprekshulp.domain.ids import AppointmentId, AttachmentId, ReportId, new_id
from gesprekshulp.domain.paper import PaperKind
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.domain.phrases import DUTCH
from gesprekshulp.domain.report import (
    Report,
    ReportDocument,
    ReportPart,
    ReportState,
    SentHow,
)
from gesprekshulp.domain.report_document import document_of
from gesprekshulp.domain.report_problems import Problem, problems_of, require_ready
from gesprekshulp.domain.report_rules import (
    ReportSent,
    ReportSources,
    drafted,
    in_order,
    merged,
)
from gesprekshulp.domain.report_version import FrozenReport, ReportContent, content_of
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.checking_leaks import require_clean_report
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import write_file
from gesprekshulp.services.report_sources import sources_of
from gesprekshulp.services.report_versions import (
    as_sent,
    last_sent,
    telling_changes,
    word_file,
)
from gesprekshulp.services.word_files import house_style, safe_name, word_path
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
        read = _read(work, clock, appointment_id, version)
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
        read = _read(work, clock, appointment_id)
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
        return _read(work, clock, appointment_id).content.document


def problems(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> tuple[Problem, ...]:
    """What is still to be mended before the report may be sent."""
    with archive.reading() as work:
        read = _read(work, clock, appointment_id)
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
) -> Path:
    """Write the report as a Word file; gives its path, with ".docx" behind it when it had no end.

    `template` is a firm's own .docx or .dotx; without one the template of the settings is used.
    `kind` is another document from the same content, such as the list of actions; `contents` puts
    a table of contents in. A version that was sent is written byte for byte as it was sent, in the
    house style that it had then; `version` names an older one. Of a talk that is still to be held
    nothing is kept in the archive: its report would pass for a previous one.

    Raises CannotWrite for a place that does not take the file, ReportNotReady while a promise of
    ours has neither day nor event, and ReportLeaks when there is something in it that is internal
    or about another client.
    """
    target = word_path(path)
    with archive.reading() as work:
        read = _read(work, clock, appointment_id, version)
        report, parts, sources = read.report, read.parts, read.sources
        if report.state is ReportState.DRAFT:
            require_ready(problems_of(parts, sources))
        is_report = kind is PaperKind.REPORT
        sent = _as_sent(work, read) if is_report and template is None else None
        # What was sent is out of the house, and is given as it went.
        leaks = None if sent else require_clean_report(work, report, parts, sources, target)
        style = house_style(work, template)
    content = sent or _built(read.content.document, style, kind, contents=contents)
    if leaks is not None and style is not None:
        leaks.require_clean_word(content)
    write_file(target, content)
    talk = sources.appointment
    planned = talk.status in (AppointmentStatus.PLANNED, AppointmentStatus.CANCELLED)
    if sent or not is_report or (planned and not read.is_kept and not sources.lines):
        return target
    with archive.transaction() as work:
        report, _ = kept(work, clock, appointment_id)
        work.reports.save(replace(report, exported_at=clock.now()))
    return target


def mark_sent(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    on: date,
    *,
    how: SentHow | None = None,
    to: str = "",
    pdf: bytes | None = None,
    deliver: Callable[[str, bytes], object] | None = None,
) -> Report:
    """Note that the newest version went to the client on a day, and freeze it as it was sent.

    Its content, the bytes of its Word file (and of the `pdf` that goes along) and their SHA-256 are
    kept for good. `deliver` gets the name and the bytes of the Word file before anything is noted:
    what it raises leaves the report a draft. Raises ReportNotReady while a promise of ours has
    neither day nor event, and ReportLeaks when there is something in it that is internal or about
    another client.
    """
    if on > clock.today():
        raise UserError("Een verslag kan niet op een latere dag verstuurd zijn; kies vandaag.")
    with archive.reading() as work:
        read = _read(work, clock, appointment_id)
        style = house_style(work)
        _require_draft(read.report)
        require_ready(problems_of(read.parts, read.sources))
        leaks = require_clean_report(work, read.report, read.parts, read.sources)
    refresh(archive, clock, appointment_id)
    with archive.reading() as work:
        read = _read(work, clock, appointment_id)
    # Made before the transaction: setting a page takes longer than a lock should last.
    document = replace(read.content.document, state=ReportState.SENT)
    word = _built(document, style)
    if style is not None:
        leaks.require_clean_word(word)
    name = _sent_name(read.report, read.sources)
    if deliver is not None:
        deliver(name, word)
    with archive.transaction("Verslag verstuurd") as work:
        again = _read(work, clock, appointment_id)
        if again.content.document != read.content.document:
            raise UserError("Het verslag is intussen gewijzigd. Lees het na en verstuur opnieuw.")
        content = replace(again.content, document=document)
        work.frozen_reports.keep(new_id(), again.report.id, clock.now(), content, (name, word), pdf)
        work.attachments.save(
            Attachment(
                AttachmentId(new_id()),
                OwnerKind.REPORT,
                again.report.id,
                read.sources.appointment.client_id,
                name,
                work.attachments.keep_bytes(word),
                len(word),
                clock.now(),
            )
        )
        return work.reports.save(
            replace(
                again.report,
                state=ReportState.SENT,
                sent_at=clock.now() if on == clock.today() else local_moment(on, time(12)),
                sent_how=how,
                sent_to=" ".join(to.split()),
                reply_by=read.sources.reply_by,
            )
        )


def mark_confirmed(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, by: str, on: date
) -> Report:
    """Note that the client confirmed the version that was sent."""
    if not by.strip():
        raise UserError("Zet erbij wie het verslag bevestigde.")
    if on > clock.today():
        raise UserError("Een verslag kan niet op een latere dag bevestigd zijn; kies vandaag.")
    with archive.transaction("Verslag bevestigd") as work:
        report = work.reports.latest(appointment_id)
        if report is None or report.state is not ReportState.SENT:
            raise UserError("Alleen een verslag dat verstuurd is, kan bevestigd worden.")
        at = clock.now() if on == clock.today() else local_moment(on, time(12))
        return work.reports.save(
            replace(report, state=ReportState.CONFIRMED, confirmed_at=at, confirmed_by=by.strip())
        )


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


def kept(
    work: Work, clock: Clock, appointment_id: AppointmentId
) -> tuple[Report, tuple[ReportPart, ...]]:
    """The newest version with its parts, in the archive; a draft is brought up to date first."""
    read = _read(work, clock, appointment_id)
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
    _require_draft(report)
    return report, parts


@dataclass(frozen=True, slots=True)
class _Reading:
    """A version as it was read; `is_kept` says whether the archive has a row for it."""

    report: Report
    parts: tuple[ReportPart, ...]
    sources: ReportSources
    content: ReportContent
    is_kept: bool
    frozen: FrozenReport | None = None


def _read(
    work: Work, clock: Clock, appointment_id: AppointmentId, version: int | None = None
) -> _Reading:
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
        return _Reading(report, content.parts, sources, content, is_kept, frozen)
    there = work.report_parts.of_report(report.id) if is_kept else ()
    is_draft = report.state is ReportState.DRAFT
    parts = merged(there, drafted(report.id, sources)) if is_draft else in_order(there)
    content = content_of(document_of(report, parts, sources), parts, sources)
    return _Reading(report, parts, sources, telling_changes(work, report, content), is_kept)


def _require_draft(report: Report) -> None:
    if report.state is not ReportState.DRAFT:
        raise ReportSent(
            f"Versie {report.version} van het verslag is al {report.state.value}."
            " Maak een nieuwe versie om iets te wijzigen."
        )


def _built(
    document: ReportDocument,
    template: bytes | None,
    kind: PaperKind = PaperKind.REPORT,
    *,
    contents: bool = False,
) -> bytes:
    from gesprekshulp.exchange.word.report import build_paper  # Word comes when it is used

    return build_paper(compose(document, kind, contents=contents), document, template=template)


def _as_sent(work: Work, read: _Reading) -> bytes | None:
    report = read.report
    if read.frozen is not None:
        return word_file(work, read.frozen)
    if report.state is ReportState.DRAFT:
        return None
    # Sent by a program that kept the file as a stuk only.
    files = work.attachments.of(OwnerKind.REPORT, report.id)
    sent = next((file for file in files if file.name.endswith(_mark(report))), None)
    return work.attachments.content(sent.sha256) if sent else None


def _mark(report: Report) -> str:
    return f"versie {report.version}, zoals verstuurd.docx"


def _sent_name(report: Report, sources: ReportSources) -> str:
    about = sources.client_name or sources.appointment.title
    return f"Gespreksverslag {about}, {_mark(report)}"


def file_name(view: ReportView, kind: PaperKind = PaperKind.REPORT) -> str:
    """The name that a Word file gets unless the user gives another one."""
    about = safe_name(view.document.client or view.document.title)
    return f"{DUTCH.kinds[kind]} {about} {view.document.day.isoformat()}.docx"


def state_words(report: Report, today: date) -> str:
    """The state in a list: "concept", "verstuurd op do 12 mrt"."""
    if report.state is ReportState.SENT and report.sent_at:
        return f"verstuurd op {short_day(report.sent_at.astimezone().date(), today)}"
    return report.state.value
