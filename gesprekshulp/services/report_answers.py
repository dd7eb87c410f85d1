"""The client's answer to a version: noted, or read from a mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, AttachmentId, new_id
from gesprekshulp.domain.quoted_mail import own_words
from gesprekshulp.domain.report import Report, ReportState
from gesprekshulp.domain.report_answer import (
    AnswerHow,
    AnswerKind,
    Correction,
    ReportAnswer,
    WaitingReport,
    seems_to_confirm,
)
from gesprekshulp.domain.report_line import ADVICE, ADVISED, DECISION, Line, lines_of
from gesprekshulp.domain.report_version import FrozenReport
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.report_versions import as_sent
from gesprekshulp.storage.archive import Archive, Work


@dataclass(frozen=True, slots=True)
class MailAnswer:
    """A mail that was dropped on a report, before the adviser says what it means.

    `person` is who of the client wrote it, empty when the address is not known there; `text` is
    what was written, without the message it answers. `confirms` is only a proposal.
    """

    path: Path
    sender: str
    email: str
    person: str
    day: date
    subject: str
    text: str
    confirms: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with its corrections."""

    answer: ReportAnswer
    corrections: tuple[Correction, ...] = ()


def lines(archive: Archive, appointment_id: AppointmentId) -> tuple[Line, ...]:
    """The lines of the version that was sent last, to say which of them are not right."""
    with archive.reading() as work:
        _, frozen = _sent(work, appointment_id)
    return lines_of(frozen.content) if frozen else ()


def answers(archive: Archive, appointment_id: AppointmentId, version: int) -> tuple[Answered, ...]:
    """What the client said to one version, newest first."""
    with archive.reading() as work:
        return tuple(
            Answered(answer, work.report_corrections.of_answer(answer.id))
            for report in work.reports.of_appointment(appointment_id)
            if report.version == version
            for answer in work.report_answers.of_report(report.id)
        )


def read_mail_answer(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, path: Path
) -> MailAnswer:
    """Read an .eml as an answer to the report. Raises UserError for what is no message."""
    from gesprekshulp.exchange.mail import read_mail  # mail comes when it is used
    from gesprekshulp.exchange.records import ContactRecord

    found = next(iter(read_mail(path.name, _bytes(path), clock.today()).records), None)
    if not isinstance(found, ContactRecord):
        raise UserError(f"“{path.name}” is geen bericht; sla de mail op als .eml.")
    sender = found.sender
    email = sender.email.casefold() if sender else ""
    with archive.reading() as work:
        talk = work.appointments.get(appointment_id)
        people = work.people.of_client(talk.client_id) if talk.client_id else ()
        table = work.participants.of_appointment(appointment_id)
    known = {one.email.strip().casefold(): one.name for one in (*table, *people) if one.email}
    return MailAnswer(
        path, sender.name if sender else "", email, known.get(email, "") if email else "",
        min(found.at.astimezone().date(), clock.today()), found.subject, own_words(found.text),
        seems_to_confirm(found.text),
    )  # fmt: skip


def confirm(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    by: str,
    on: date,
    how: AnswerHow | None = None,
    text: str = "",
    mail: Path | None = None,
) -> Report:
    """Note that the client confirmed the version that was sent, by whom and how.

    Its decisions are marked as confirmed in their register, unless they have got other words
    since; so is the advice that the client decided against. `mail` is kept as a stuk.
    """
    names = _checked(clock, by, on)
    content = _bytes(mail) if mail else None
    with archive.transaction("Verslag bevestigd") as work:
        report, frozen = _waiting(work, appointment_id)
        answer = _answer(AnswerKind.CONFIRMED, report, names, on, how, text)
        _keep(work, clock, answer, mail, content)
        _confirm_decisions(work, frozen, names, on, frozenset())
        at = clock.now() if on == clock.today() else local_moment(on, time(12))
        return work.reports.save(
            replace(
                report, state=ReportState.CONFIRMED, confirmed_at=at, confirmed_by=names
            )
        )  # fmt: skip


def correct(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    by: str,
    on: date,
    corrections: Sequence[tuple[Line, str]],
    how: AnswerHow | None = None,
    text: str = "",
    mail: Path | None = None,
    *,
    rest_is_right: bool = False,
) -> Report:
    """Note which lines the client wants otherwise; each with its new words.

    With `rest_is_right` the other decisions count as confirmed. The corrections wait to be taken
    over in a next version.
    """
    names = _checked(clock, by, on)
    wanted = [
        (line, " ".join(said.split()))
        for line, said in corrections
        if " ".join(said.split()) != " ".join(line.text.split())
    ]
    if not wanted and not text.strip():
        raise UserError("Zet erbij wat er niet klopt: wijzig een regel of schrijf het erbij.")
    content = _bytes(mail) if mail else None
    with archive.transaction("Correcties van de klant genoteerd") as work:
        report, frozen = _waiting(work, appointment_id)
        answer = _answer(AnswerKind.CORRECTED, report, names, on, how, text)
        _keep(work, clock, answer, mail, content)
        work.report_corrections.save_all(
            Correction(new_id(), answer.id, number, line.place, line.label, line.text, said)
            for number, (line, said) in enumerate(wanted)
        )
        if rest_is_right:
            places = frozenset(line.place for line, _ in wanted)
            _confirm_decisions(work, frozen, names, on, places)
        return work.reports.save(replace(report, state=ReportState.CORRECTED))


def note_silence(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> ReportAnswer:
    """Note that no answer came by the day that was asked for. An answer can still follow."""
    with archive.transaction("Geen antwoord genoteerd") as work:
        report, _ = _waiting(work, appointment_id)
        if report.reply_by is None or report.reply_by >= clock.today():
            raise UserError("De dag waarop u antwoord vroeg is nog niet voorbij.")
        if work.report_answers.of_report(report.id):
            raise UserError("Er is bij deze versie al een antwoord genoteerd.")
        return work.report_answers.save(
            ReportAnswer(new_id(), report.id, AnswerKind.SILENT, clock.today())
        )


def waiting(archive: Archive, clock: Clock) -> tuple[WaitingReport, ...]:
    """Sent versions whose day to answer has passed in silence, longest ago first."""
    with archive.reading() as work:
        return work.report_answers.waiting(clock.today())


# --- parts of these ---


def _sent(work: Work, appointment_id: AppointmentId) -> tuple[Report, FrozenReport | None]:
    for report in work.reports.of_appointment(appointment_id):
        if report.state is not ReportState.DRAFT:
            return report, as_sent(work, report)
    raise UserError("Alleen een verslag dat verstuurd is, kan bevestigd of gecorrigeerd worden.")


def _waiting(work: Work, appointment_id: AppointmentId) -> tuple[Report, FrozenReport | None]:
    report, frozen = _sent(work, appointment_id)
    if report.state is not ReportState.SENT:
        raise UserError(f"Versie {report.version} van het verslag is al {report.state.value}.")
    return report, frozen


def _checked(clock: Clock, by: str, on: date) -> str:
    names = " ".join(by.split())
    if not names:
        raise UserError("Zet erbij wie er namens de klant antwoordde.")
    if on > clock.today():
        raise UserError("Een antwoord kan niet op een latere dag gegeven zijn; kies vandaag.")
    return names


def _answer(
    kind: AnswerKind, report: Report, by: str, on: date, how: AnswerHow | None, text: str
) -> ReportAnswer:
    return ReportAnswer(new_id(), report.id, kind, on, by, how, text.strip())


def _keep(
    work: Work, clock: Clock, answer: ReportAnswer, mail: Path | None, content: bytes | None
) -> None:
    if mail is None or content is None:
        work.report_answers.save(answer)
        return
    talk = work.appointments.get(work.reports.get(answer.report_id).appointment_id)
    kept = work.attachments.save(
        Attachment(
            AttachmentId(new_id()), OwnerKind.REPORT, answer.report_id, talk.client_id, mail.name,
            work.attachments.keep_bytes(content), len(content), clock.now(),
        )
    )  # fmt: skip
    work.report_answers.save(replace(answer, attachment_id=kept.id))


def _confirm_decisions(
    work: Work, frozen: FrozenReport | None, by: str, on: date, but: frozenset[str]
) -> None:
    """Mark what stood in the version as confirmed, where it still says the same."""
    if frozen is None:
        return
    content = frozen.content
    advised = dict(zip(content.deviations, content.document.deviations, strict=False))
    for id, row in zip(content.decisions, content.document.decisions, strict=False):
        decision = work.decisions.find(id)
        if decision is None or f"{DECISION}{id}" in but:
            continue
        after = decision
        if decision.confirmed_on is None and (decision.text, decision.scope) == (
            row.text,
            row.scope,
        ):
            after = replace(after, confirmed_on=on, confirmed_by=by)
        told = advised.get(id)
        known = told is not None and (told.advice, told.reason) == (
            decision.advice,
            decision.advice_reason,
        )
        corrected = {f"{ADVICE}{id}", f"{ADVISED}{id}"} & but
        asked = decision.advice_confirmed_on is None
        if asked and known and decision.text == row.text and not corrected:
            after = replace(after, advice_confirmed_on=on, advice_confirmed_by=by)
        if after != decision:
            work.decisions.save(after)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"“{path.name}” kan niet worden gelezen; kijk of het bestand er nog staat."
        ) from error
