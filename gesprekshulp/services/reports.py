"""What is done with reports: drafted, read again, shown, exported, sent and confirmed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.dutch_dates import short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, AttachmentId, ReportId, new_id
from gesprekshulp.domain.report import (
    Report,
    ReportDocument,
    ReportPart,
    ReportState,
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
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.checking_leaks import require_clean_report
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import write_file
from gesprekshulp.services.report_sources import sources_of
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as the window shows it.

    `is_kept` is False when the parts do not stand so in the archive yet: for a first draft, and
    for one of which the talk changed since; `refresh` keeps them. `internal_lines` is how many
    lines of the talk stay inside; what they say is not in here. `versions` are newest first.
    """

    report: Report
    parts: tuple[ReportPart, ...]
    sources: ReportSources
    document: ReportDocument
    problems: tuple[Problem, ...]
    internal_lines: int
    is_kept: bool
    versions: tuple[Report, ...]


def view(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> ReportView:
    """The newest version of one talk's report; built, but not kept, when there is none."""
    with archive.reading() as work:
        report, parts, sources, is_kept = _read(work, clock, appointment_id)
        stored = {part.id: part for part in work.report_parts.of_report(report.id)}
        is_kept = is_kept and stored == {part.id: part for part in parts}
        lines = work.note_lines.of_appointment(appointment_id)
        versions = work.reports.of_appointment(appointment_id)
    return ReportView(
        report=report,
        parts=parts,
        sources=sources,
        document=document_of(report, parts, sources),
        problems=problems_of(parts, sources),
        internal_lines=sum(1 for line in lines if line.kind.is_internal),
        is_kept=is_kept,
        versions=versions,
    )


def keep(archive: Archive, clock: Clock, shown: ReportView) -> ReportView:
    """What was just read, with its parts kept, so that they can be changed one by one."""
    if shown.is_kept:
        return shown
    appointment_id = shown.report.appointment_id
    with archive.transaction() as work:
        report, parts = kept(work, clock, appointment_id)
        versions = work.reports.of_appointment(appointment_id)
    return replace(
        shown,
        report=report,
        parts=parts,
        document=document_of(report, parts, shown.sources),
        problems=problems_of(parts, shown.sources),
        is_kept=True,
        versions=versions,
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
        report, parts, sources, _ = _read(work, clock, appointment_id)
    return document_of(report, parts, sources)


def problems(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> tuple[Problem, ...]:
    """What is still to be mended before the report may be sent."""
    with archive.reading() as work:
        _, parts, sources, _ = _read(work, clock, appointment_id)
    return problems_of(parts, sources)


def export(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    path: Path,
    template: Path | None = None,
) -> Path:
    """Write the report as a Word file; gives its path, with ".docx" behind it when it had no end.

    `template` is a firm's own .docx or .dotx; without one the template of the settings is used.
    A version that was sent is written as it was sent. Raises CannotWrite for a place that does not
    take the file, ReportNotReady while a promise of ours has neither day nor event, and ReportLeaks
    when there is something in it that is internal or about another client. Of a talk that is still
    to be held nothing is kept in the archive: its report would pass for a previous one.
    """
    target = _word_path(path)
    house_style = _template(template) if template else None
    with archive.reading() as work:
        report, parts, sources, is_kept = _read(work, clock, appointment_id)
        if report.state is ReportState.DRAFT:
            require_ready(problems_of(parts, sources))
        sent = None if house_style else _as_sent(work, report)
        # What was sent is out of the house, and is given as it went.
        leaks = None if sent else require_clean_report(work, report, parts, sources, target)
        settings = work.settings.load()
        if house_style is None and settings.template:
            house_style = work.attachments.content(settings.template)
    content = sent or _built(document_of(report, parts, sources), house_style)
    if leaks is not None and house_style is not None:
        leaks.require_clean_word(content)
    write_file(target, content)
    planned = sources.appointment.status in (AppointmentStatus.PLANNED, AppointmentStatus.CANCELLED)
    if planned and not is_kept and not sources.lines:
        return target
    with archive.transaction() as work:
        report, _ = kept(work, clock, appointment_id)
        work.reports.save(replace(report, exported_at=clock.now()))
    return target


def mark_sent(archive: Archive, clock: Clock, appointment_id: AppointmentId, on: date) -> Report:
    """Note that the newest version went to the client on a day, and keep it as it was sent.

    Raises ReportNotReady while a promise of ours has neither day nor event, and ReportLeaks when
    there is something in it that is internal or about another client.
    """
    if on > clock.today():
        raise UserError("Een verslag kan niet op een latere dag verstuurd zijn; kies vandaag.")
    with archive.reading() as work:
        report, parts, sources, _ = _read(work, clock, appointment_id)
        settings = work.settings.load()
        house_style = work.attachments.content(settings.template) if settings.template else None
        _require_draft(report)
        require_ready(problems_of(parts, sources))
        leaks = require_clean_report(work, report, parts, sources)
    # Made before the transaction: setting a page takes longer than a lock should last.
    content = _built(
        replace(document_of(report, parts, sources), state=ReportState.SENT), house_style
    )
    if house_style is not None:
        leaks.require_clean_word(content)
    refresh(archive, clock, appointment_id)
    with archive.transaction("Verslag verstuurd") as work:
        report, _ = kept(work, clock, appointment_id)
        sent_at = clock.now() if on == clock.today() else local_moment(on, time(12))
        sent = work.reports.save(replace(report, state=ReportState.SENT, sent_at=sent_at))
        work.attachments.save(
            Attachment(
                AttachmentId(new_id()),
                OwnerKind.REPORT,
                report.id,
                sources.appointment.client_id,
                _sent_name(report, sources),
                work.attachments.keep_bytes(content),
                len(content),
                clock.now(),
            )
        )
    return sent


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
    report, parts, _, is_kept = _read(work, clock, appointment_id)
    there = {part.id: part for part in work.report_parts.of_report(report.id)} if is_kept else {}
    if not is_kept:
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


def _read(
    work: Work, clock: Clock, appointment_id: AppointmentId
) -> tuple[Report, tuple[ReportPart, ...], ReportSources, bool]:
    report = work.reports.latest(appointment_id)
    is_kept = report is not None
    if report is None:
        talk = work.appointments.get(appointment_id)
        report = Report(ReportId(new_id()), talk.id, talk.title, written_on=clock.today())
    sources = sources_of(work, report, clock.today())
    there = work.report_parts.of_report(report.id) if is_kept else ()
    if report.state is ReportState.DRAFT:
        return report, merged(there, drafted(report.id, sources)), sources, is_kept
    return report, in_order(there), sources, is_kept


def _require_draft(report: Report) -> None:
    if report.state is not ReportState.DRAFT:
        raise ReportSent(
            f"Versie {report.version} van het verslag is al {report.state.value}."
            " Maak een nieuwe versie om iets te wijzigen."
        )


def _built(document: ReportDocument, template: bytes | None) -> bytes:
    from gesprekshulp.exchange.word.report import build_report  # Word comes when it is used

    return build_report(document, template=template)


def _as_sent(work: Work, report: Report) -> bytes | None:
    if report.state is ReportState.DRAFT:
        return None
    files = work.attachments.of(OwnerKind.REPORT, report.id)
    sent = next((file for file in files if file.name.endswith(_mark(report))), None)
    return work.attachments.content(sent.sha256) if sent else None


def _mark(report: Report) -> str:
    return f"versie {report.version}, zoals verstuurd.docx"


def _sent_name(report: Report, sources: ReportSources) -> str:
    about = sources.client_name or sources.appointment.title
    return f"Gespreksverslag {about}, {_mark(report)}"


def _word_path(path: Path) -> Path:
    if not path.suffix:
        return path.with_name(f"{path.name}.docx")
    if path.suffix.lower() != ".docx":
        raise UserError(
            f"Een verslag wordt een Word-bestand; laat de naam “{path.name}” op .docx eindigen."
        )
    return path


def _template(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"Het sjabloon {path} kan niet worden gelezen; kijk of het bestand er staat."
        ) from error


def file_name(view: ReportView) -> str:
    """The name that a Word file gets unless the user gives another one."""
    about = view.document.client or view.document.title
    safe = "".join(" " if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in about)
    return (
        f"Gespreksverslag {' '.join(safe.split()).rstrip('.')} {view.document.day.isoformat()}.docx"
    )


def state_words(report: Report, today: date) -> str:
    """The state in a list: "concept", "verstuurd op do 12 mrt"."""
    if report.state is ReportState.SENT and report.sent_at:
        return f"verstuurd op {short_day(report.sent_at.astimezone().date(), today)}"
    return report.state.value
