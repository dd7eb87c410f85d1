"""Reading from the archive what a report is built from."""

from __future__ import annotations

from datetime import date

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.report import Report
from gesprekshulp.domain.report_rules import EarlierPromise, ReportSources, public_lines
from gesprekshulp.language.calendar import add_working_days
from gesprekshulp.services.identity import firm_identity
from gesprekshulp.storage.archive import Work

_DAYS_TO_ANSWER = 5


def sources_of(work: Work, report: Report, today: date) -> ReportSources:
    """Everything of one talk that a client may read, and the firm that writes it down."""
    talk = work.appointments.get(report.appointment_id)
    client = work.clients.find(talk.client_id)
    lines = work.note_lines.of_appointment(talk.id)
    said = {line.id: line.position for line in lines}
    last = len(lines) + max(said.values(), default=0)

    def as_said(item: Commitment | Decision) -> int:
        return said.get(item.line_id, last) if item.line_id else last

    decisions = sorted(work.decisions.of_appointment(talk.id), key=as_said)
    following = (
        work.appointments.next_of_client(talk.client_id, talk.starts_at) if talk.client_id else None
    )
    settings = work.settings.load()
    return ReportSources(
        appointment=talk,
        client_name=client.name if client else "",
        client_address=client.address if client else "",
        client_lines=_lines(client) if client else (),
        deciders=frozenset(
            person.id
            for person in (work.people.of_client(talk.client_id) if talk.client_id else ())
            if person.decides
        ),
        language=client.language if client else Language.DUTCH,
        form=client.form if client else Form.U,
        contents=settings.contents,
        participants=work.participants.of_appointment(talk.id),
        agenda=work.agenda_items.of_appointment(talk.id),
        lines=public_lines(lines),
        decisions=tuple(decision for decision in decisions if decision.stands),
        commitments=tuple(sorted(work.commitments.of_appointment(talk.id), key=as_said)),
        wishes=work.wishes.of_appointment(talk.id),
        earlier=_earlier(work, talk),
        next_appointment=following,
        attachments=_named(work, report),
        firm=firm_identity(work),
        reply_by=report.reply_by
        or add_working_days(report.written_on or today, _DAYS_TO_ANSWER, settings.country),
        today=today,
    )


def _lines(client: Client) -> tuple[str, ...]:
    town = " ".join(filter(None, (client.postal_code.strip(), client.city.strip())))
    return tuple(filter(None, (client.street.strip(), town)))


def _earlier(work: Work, talk: Appointment) -> tuple[EarlierPromise, ...]:
    """Promises from before this talk that were open then, or closed since the previous one."""
    if talk.client_id is None:
        return ()
    day = local_day(talk.starts_at)
    since = _previous_talk(work, talk) or day
    made_before = [
        item
        for item in work.commitments.open_or_closed_since(talk.client_id, since)
        if item.appointment_id != talk.id and item.made_on <= day
    ]
    made_before.sort(key=lambda item: (item.due is None, item.due or day, item.made_on, item.what))
    if not made_before:
        return ()
    histories = work.commitments.histories([item.id for item in made_before])
    return tuple(EarlierPromise(item, histories.get(item.id, ())) for item in made_before)


def _previous_talk(work: Work, talk: Appointment) -> date | None:
    """The day of the last report before this talk, or else of the last talk."""
    assert talk.client_id is not None
    reports = work.reports.previous(talk.client_id, talk.starts_at, 1)
    if reports:
        return local_day(reports[0].held_at)
    held = (AppointmentStatus.HELD, AppointmentStatus.DONE)
    before = (
        other
        for other in work.appointments.of_client(talk.client_id)
        if other.starts_at < talk.starts_at and other.status in held
    )
    last = next(before, None)
    return local_day(last.starts_at) if last else None


def _named(work: Work, report: Report) -> tuple[str, ...]:
    """Names of the files that the report says come with it."""
    found = [
        *work.attachments.of(OwnerKind.APPOINTMENT, report.appointment_id),
        *work.attachments.of(OwnerKind.REPORT, report.id),
    ]
    return tuple(dict.fromkeys(file.name for file in found if file.in_report))
