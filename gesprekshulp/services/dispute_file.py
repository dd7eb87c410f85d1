"""Making a dispute file (geschildossier): of one talk, of a client's period, or of a decision."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.as_data import as_json
from gesprekshulp.domain.dispute_file import (
    HASHES,
    OVERVIEW,
    README,
    DisputeDecision,
    DisputeFile,
    DisputeTalk,
    DisputeVersion,
    KeptFile,
    dispute_paper,
    first_noted,
    hash_list,
    readme,
)
from gesprekshulp.domain.dutch_dates import day_and_year, local_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, ClientId, DecisionId
from gesprekshulp.domain.report_changes import changes_between
from gesprekshulp.domain.report_passages import strings_of
from gesprekshulp.domain.report_rules import public_lines
from gesprekshulp.domain.report_version import FrozenReport
from gesprekshulp.services.attachments import safe_name
from gesprekshulp.services.checking_leaks import search_of_client
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import write_file
from gesprekshulp.services.going_out import dispute_overview, require_clean_dispute_word
from gesprekshulp.services.identity import firm_identity
from gesprekshulp.services.report_versions import as_sent, pdf_file, word_file
from gesprekshulp.services.word_files import house_style
from gesprekshulp.storage.archive import Archive, Work

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""What a zip says of every file: no moment of the laptop, so that the same is the same."""

Files = dict[str, bytes]


def of_talk(archive: Archive, clock: Clock, appointment_id: AppointmentId, target: Path) -> Path:
    """Write the dispute file of one talk as a .zip. Raises UserError when nothing was sent yet."""
    with archive.reading() as work:
        talk = work.appointments.get(appointment_id)
        about = f"gesprek van {day_and_year(local_day(talk.starts_at))}: {talk.title}"
        return _write(work, clock, (talk,), about, target)


def of_period(
    archive: Archive, clock: Clock, client_id: ClientId, first: date, last: date, target: Path
) -> Path:
    """Write the dispute file of a client's talks from `first` up to and including `last`."""
    if last < first:
        raise UserError("De periode eindigt voor zij begint; pas een van de twee dagen aan.")
    with archive.reading() as work:
        talks = [
            talk
            for talk in work.appointments.of_client(client_id)
            if first <= local_day(talk.starts_at) <= last
        ]
        about = f"{day_and_year(first)} tot en met {day_and_year(last)}"
        return _write(work, clock, talks, about, target)


def of_decision(archive: Archive, clock: Clock, decision_id: DecisionId, target: Path) -> Path:
    """Write the dispute file of a decision: its talk, and every talk whose report names it."""
    with archive.reading() as work:
        decision = work.decisions.get(decision_id)
        talks = [
            talk
            for talk in work.appointments.of_client(decision.client_id)
            if talk.id == decision.appointment_id or _names(work, talk, decision_id)
        ]
        return _write(work, clock, talks, f"besluit “{decision.text.strip()}”", target)


def _names(work: Work, talk: Appointment, decision_id: DecisionId) -> bool:
    return any(
        decision_id in frozen.content.decisions
        for report in work.reports.of_appointment(talk.id)
        if (frozen := as_sent(work, report)) is not None
    )


def _write(
    work: Work, clock: Clock, talks: Sequence[Appointment], about: str, target: Path
) -> Path:
    path = target if target.suffix else target.with_name(f"{target.name}.zip")
    if path.suffix.lower() != ".zip":
        raise UserError(f"Een geschildossier wordt een .zip; laat “{path.name}” daarop eindigen.")
    files: Files = {}
    ordered = sorted(talks, key=lambda talk: (talk.starts_at, talk.id))
    found = tuple(_talk(work, talk, files) for talk in ordered)
    found = tuple(one for one in found if one.versions or one.read_backs or one.decisions)
    if not found:
        raise UserError(
            "Er is nog niets om een geschildossier van te maken: er is geen verslag verstuurd,"
            " niets teruggelezen en niets besloten."
        )
    client = work.clients.find(ordered[0].client_id)
    dispute = DisputeFile(
        firm_identity(work), client.name if client else "", about, clock.today(), found
    )
    from gesprekshulp.exchange.word.report import build_paper  # Word comes when it is used

    search = search_of_client(work, client.id if client else None)
    search = search.knowing(_with_client(work, found))
    style = house_style(work)
    overview = dispute_overview(search, dispute_paper(dispute), path)
    files[OVERVIEW] = build_paper(overview, template=style)
    if style is not None:
        require_clean_dispute_word(search, files[OVERVIEW])
    files[README] = readme(dispute).encode()
    hashes = [KeptFile(name, sha256(files[name]).hexdigest()) for name in sorted(files)]
    files[HASHES] = hash_list(hashes).encode()
    return write_file(path, _zipped(files))


def _with_client(work: Work, talks: Sequence[DisputeTalk]) -> Iterator[str]:
    """What the client has already: versions as they were sent, read-backs, its own answers."""
    for talk in talks:
        yield from strings_of(talk.read_backs)
        for one in talk.versions:
            yield from strings_of(one.answers)
            if (frozen := as_sent(work, one.report)) is not None:
                yield from strings_of(frozen.content.document)


def _talk(work: Work, talk: Appointment, files: Files) -> DisputeTalk:
    day = local_day(talk.starts_at)
    folder = f"verslagen/{day.isoformat()} {safe_name(talk.title)[:60].strip()}"
    while any(name.startswith(f"{folder}/") for name in files):
        folder += " (2)"
    versions: list[DisputeVersion] = []
    before: FrozenReport | None = None
    for report in reversed(work.reports.of_appointment(talk.id)):
        frozen = as_sent(work, report)
        if frozen is None:
            continue
        kept = _files(work, frozen, f"{folder}/versie {report.version}", files)
        answers = tuple(
            (answer, work.report_corrections.of_answer(answer.id))
            for answer in reversed(work.report_answers.of_report(report.id))
        )
        for answer, _ in answers:
            if answer.attachment_id and (file := work.attachments.find(answer.attachment_id)):
                name = f"antwoorden/{answer.answered_on.isoformat()} {safe_name(file.name)}"
                files.setdefault(name, work.attachments.content(file.sha256))
        versions.append(
            DisputeVersion(
                report, frozen.frozen_at, kept, answers,
                before.content.document.version if before else 0,
                changes_between(before.content, frozen.content) if before else (),
            )
        )  # fmt: skip
        before = frozen
    backs = tuple(reversed(work.read_backs.of_appointment(talk.id)))
    lines = work.note_lines.of_appointment(talk.id)
    public = {line.id: line for line in public_lines(lines)}
    moments = {line.id: line.at for line in lines}
    decisions: list[DisputeDecision] = []
    for decision in work.decisions.of_appointment(talk.id):
        line = public.get(decision.line_id) if decision.line_id else None
        at = moments[line.id] if line else None
        decisions.append(first_noted(decision, line, at, backs))
    return DisputeTalk(talk.title, day, tuple(versions), backs, tuple(decisions))


def _files(work: Work, frozen: FrozenReport, folder: str, files: Files) -> tuple[KeptFile, ...]:
    """The bytes of one version as they were sent, and what stood in it as data.

    Parts that were left out were not sent, and do not go out with this file either.
    """
    name = safe_name(frozen.file_name)
    document = frozen.content.document
    sent = replace(document, firm=replace(document.firm, logo=b""))
    made: Files = {
        f"{folder}/{name}": word_file(work, frozen),
        f"{folder}/inhoud.json": as_json(sent).encode(),
    }
    if (pdf := pdf_file(work, frozen)) is not None:
        made[f"{folder}/{Path(name).stem}.pdf"] = pdf
    files.update(made)
    return tuple(KeptFile(path, sha256(content).hexdigest()) for path, content in made.items())


def _zipped(files: Files) -> bytes:
    """A zip of which the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, files[name])
    return buffer.getvalue()
