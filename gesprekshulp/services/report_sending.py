"""A report on its way: to whom, with which message, kept as it went, and the reminder after it.

The program mails nothing itself: it writes a draft that the adviser opens and sends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.draft import Draft, OutDraft, Reader, mailto
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, AttachmentId, new_id
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.domain.report import Report, ReportState, SentHow
from gesprekshulp.domain.report_message import report_message
from gesprekshulp.domain.report_problems import problems_of, require_ready
from gesprekshulp.language.calendar import add_working_days
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.going_out import (
    of_report,
    require_clean_file,
    require_clean_word,
    search_of,
    with_file,
)
from gesprekshulp.services.going_out import (
    report_message as cleared_message,
)
from gesprekshulp.services.messages import save_draft, sender_of
from gesprekshulp.services.report_reading import (
    Reading,
    document_name,
    kept,
    read_version,
    require_unsent,
)
from gesprekshulp.services.report_versions import (
    as_sent,
    build_word,
    last_sent,
    sent_mark,
    word_file,
)
from gesprekshulp.services.reports import refresh
from gesprekshulp.services.word_files import MakePdf, house_style
from gesprekshulp.storage.archive import Archive, Work

Deliver = Callable[[bytes, bytes | None], object]
"""Takes the bytes of the Word file and of the PDF to where they go."""

_REMIND_DAYS = 5


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody at the client who can get the report; `chosen` is the proposal."""

    name: str
    email: str
    role: str
    was_there: bool
    chosen: bool


def receivers(archive: Archive, appointment_id: AppointmentId) -> tuple[Receiver, ...]:
    """The client's people, those who were at the talk first.

    Proposed are those who were there and have an address; else who decides, else the first.
    """
    with archive.reading() as work:
        return _receivers(work, appointment_id)


def set_reply_by(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, day: date
) -> Report:
    """The day until which the client is asked to answer; it stands in report and message."""
    if day <= clock.today():
        raise UserError("Kies een dag na vandaag waarop u antwoord verwacht.")
    with archive.transaction("Antwoorddag gewijzigd") as work:
        report, _ = kept(work, clock, appointment_id)
        require_unsent(report)
        return work.reports.save(replace(report, reply_by=day))


def letter(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    to: Iterable[Receiver],
    reply_by: date | None = None,
    *,
    tells_changes: bool | None = None,
) -> Draft:
    """The message that the newest version goes with, without its files.

    Another day to answer by, and whether the report tells what changed, can be tried out.
    """
    with archive.reading() as work:
        read = read_version(work, clock, appointment_id)
        told = read.report.tells_changes if tells_changes is None else tells_changes
        before = last_sent(work, appointment_id, read.report.version) if told else None
        return report_message(
            read.content.document, _readers(to), sender_of(work),
            reply_by or read.sources.reply_by,
            changed_since=before.content.document.version if before else 0,
        )  # fmt: skip


def reminder(archive: Archive, clock: Clock, appointment_id: AppointmentId) -> OutDraft:
    """The message when a version that was sent got no answer, with its Word file again.

    Raises ReportLeaks.
    """
    with archive.reading() as work:
        report = _last_sent(work, appointment_id)
        read = read_version(work, clock, appointment_id, report.version)
        frozen = as_sent(work, report)
        proposed = _receivers(work, appointment_id)
        earlier = tuple(one for one in proposed if one.name and one.name in report.sent_to)
        country = work.settings.load().country
        draft = report_message(
            read.content.document,
            _readers(earlier or (one for one in proposed if one.chosen)),
            sender_of(work),
            add_working_days(clock.today(), _REMIND_DAYS, country),
            sent_on=local_day(report.sent_at) if report.sent_at else clock.today(),
        )
        cleared = cleared_message(search_of(work, read), draft)
        if frozen is None:
            return cleared
        return with_file(cleared, document_name(read.content.document), word_file(work, frozen))


def send_as_mail(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    draft: Draft,
    target: Path,
    *,
    pdf: MakePdf | None = None,
    as_pdf: bool = False,
) -> Path:
    """Write the draft with the report attached as an .eml, and freeze the version as sent today.

    With `as_pdf` the PDF is attached instead of the Word file; `pdf` makes it. Gives the path of
    the draft. Raises CannotWrite, ReportNotReady or ReportLeaks, and then nothing was sent.
    """
    written: list[Path] = []

    def deliver(out: _Out) -> None:
        assert out.message is not None
        end, content = ("pdf", out.pdf) if as_pdf and out.pdf is not None else ("docx", out.word)
        message = with_file(out.message, document_name(out.read.content.document, end=end), content)
        written.append(save_draft(clock, message, target))

    _send(
        archive, clock, appointment_id, clock.today(), SentHow.MAIL, _named(draft), deliver,
        draft=draft, pdf=pdf if as_pdf else None,
    )  # fmt: skip
    return written[0]


def send_with_mailto(
    archive: Archive, clock: Clock, appointment_id: AppointmentId, draft: Draft, target: Path
) -> str:
    """Write the Word file to attach by hand, freeze the version, and give the mailto address.

    Raises CannotWrite, ReportNotReady or ReportLeaks, and then nothing was sent.
    """
    from gesprekshulp.services.files import write_file

    address: list[str] = []

    def deliver(out: _Out) -> None:
        assert out.message is not None
        write_file(target, out.word)
        address.append(mailto(out.message))

    _send(
        archive, clock, appointment_id, clock.today(), SentHow.MAIL, _named(draft), deliver,
        draft=draft, file=target,
    )  # fmt: skip
    return address[0]


def mark_sent(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    on: date,
    *,
    how: SentHow | None = None,
    to: str = "",
    pdf: MakePdf | None = None,
    deliver: Deliver | None = None,
) -> Report:
    """Note that the newest version went to the client on a day, and freeze it as it was sent.

    Its content, the bytes of its Word file (and of the PDF, when `pdf` makes one) and their SHA-256
    are kept for good. `deliver` gets the bytes of both before anything is noted: what it raises
    leaves the report a draft. Raises ReportNotReady while a promise of ours has neither
    day nor event, and ReportLeaks when there is something in it that is internal or about another
    client.
    """

    def give(out: _Out) -> None:
        if deliver is not None:
            deliver(out.word, out.pdf)

    return _send(archive, clock, appointment_id, on, how, to, give, pdf=pdf)


@dataclass(frozen=True, slots=True)
class _Out:
    """A version as it leaves: its files, and the message that they go with, when there is one."""

    read: Reading
    word: bytes
    pdf: bytes | None
    message: OutDraft | None


def _send(
    archive: Archive,
    clock: Clock,
    appointment_id: AppointmentId,
    on: date,
    how: SentHow | None,
    to: str,
    deliver: Callable[[_Out], object],
    *,
    draft: Draft | None = None,
    file: Path | None = None,
    pdf: MakePdf | None = None,
) -> Report:
    """Freeze the newest version once it has been delivered, after one search for leaks in it all.

    The report, the message (`draft`), the name of the `file` beside it and the words of the house
    style pass the same search. What `deliver` raises leaves the report a draft.
    """
    if on > clock.today():
        raise UserError("Een verslag kan niet op een latere dag verstuurd zijn; kies vandaag.")
    with archive.reading() as work:
        read = read_version(work, clock, appointment_id)
        style = house_style(work)
        require_unsent(read.report)
        require_ready(problems_of(read.parts, read.sources), compose(read.content.document))
    refresh(archive, clock, appointment_id)
    with archive.reading() as work:
        read = read_version(work, clock, appointment_id)
        document = replace(read.content.document, state=ReportState.SENT)
        paper, leaks = of_report(work, read, document=document)
    message = cleared_message(leaks, draft) if draft is not None else None
    if file is not None:
        require_clean_file(leaks, file)
    # Made before the transaction: setting a page takes longer than a lock should last.
    word = build_word(paper, document, style)
    if style is not None:
        require_clean_word(leaks, word)
    made = pdf(paper) if pdf is not None else None
    name = f"Gespreksverslag {_about(read)}, {sent_mark(read.report)}"
    deliver(_Out(read, word, made, message))
    with archive.transaction("Verslag verstuurd") as work:
        again = read_version(work, clock, appointment_id)
        if again.content.document != read.content.document:
            raise UserError("Het verslag is intussen gewijzigd. Lees het na en verstuur opnieuw.")
        content = replace(again.content, document=document)
        work.frozen_reports.keep(
            new_id(), again.report.id, clock.now(), content, (name, word), made
        )
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


# --- parts of these ---


def _receivers(work: Work, appointment_id: AppointmentId) -> tuple[Receiver, ...]:
    talk = work.appointments.get(appointment_id)
    people = work.people.of_client(talk.client_id) if talk.client_id else ()
    known = {person.id: person for person in people}
    by_name = {person.name.casefold(): person for person in people}
    found: dict[str, Receiver] = {}
    for one in work.participants.of_appointment(appointment_id):
        if one.side is not Side.CLIENT:
            continue
        person = known.get(one.person_id) if one.person_id else by_name.get(one.name.casefold())
        email = one.email.strip() or (person.email.strip() if person else "")
        there = one.present is not False
        role = one.role or (person.role if person else "")
        found[one.name.casefold()] = Receiver(one.name, email, role, there, there and bool(email))
    decides = [person for person in people if person.decides]
    for person in dict.fromkeys((*decides, *people)):
        email = person.email.strip()
        found.setdefault(
            person.name.casefold(), Receiver(person.name, email, person.role, False, False)
        )
    all_ = list(found.values())
    client = work.clients.find(talk.client_id)
    if client is not None and client.email.strip() and not any(one.email for one in all_):
        all_.append(Receiver(client.name, client.email.strip(), "", False, False))
    if all_ and not any(one.chosen for one in all_):
        first = next((one for one in all_ if one.email), all_[0])
        all_[all_.index(first)] = replace(first, chosen=True)
    return tuple(sorted(all_, key=lambda one: not one.was_there))


def _readers(to: Iterable[Receiver]) -> tuple[Reader, ...]:
    return tuple(Reader(one.name, one.email) for one in to)


def _named(draft: Draft) -> str:
    return ", ".join(one.name or one.email for one in draft.readers)


def _last_sent(work: Work, appointment_id: AppointmentId) -> Report:
    for report in work.reports.of_appointment(appointment_id):
        if report.state is not ReportState.DRAFT:
            return report
    raise UserError("Dit verslag is nog niet verstuurd.")


def _about(read: Reading) -> str:
    return read.sources.client_name or read.sources.appointment.title
