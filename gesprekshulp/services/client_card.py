"""One client as its page shows it: who, what is open, how satisfied, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.assignment import Assignment
from gesprekshulp.domain.attachment import Attachment
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.commitment import Commitment, CommitmentEvent
from gesprekshulp.domain.contact import Contact, ContactNature
from gesprekshulp.domain.decision import Decision, Wish
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.ids import AppointmentId, ClientId, ReportId
from gesprekshulp.domain.rating import Rating
from gesprekshulp.domain.report import Report
from gesprekshulp.services.appointments import AppointmentCard, cards, local_moment
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive, Work

_HELD = (AppointmentStatus.HELD, AppointmentStatus.DONE)


@dataclass(frozen=True, slots=True)
class ClientCounts:
    """The numbers beside the tabs; `promises` are the open ones."""

    appointments: int
    promises: int
    decisions: int
    people: int
    reports: int
    attachments: int


@dataclass(frozen=True, slots=True)
class ClientCard:
    """What stands at the top of a client's page and beside its timeline.

    `promises` are the open ones, too late first. `ratings` are newest first. `last_touch` is the
    day and the subject of the last contact or held talk. `this_year` counts contacts by why,
    `held_this_year` the talks that were held.
    """

    client: Client
    people: tuple[ContactPerson, ...]
    assignments: tuple[Assignment, ...]
    promises: tuple[Commitment, ...]
    ratings: tuple[Rating, ...]
    next: AppointmentCard | None
    last_touch: tuple[date, str] | None
    this_year: dict[ContactNature, int]
    counts: ClientCounts
    held_this_year: int = 0


class MomentKind(StrEnum):
    """What can stand on a timeline."""

    CONTACT = "contact"
    TALK = "afspraak"
    REPORT = "verslag"
    DECISION = "besluit"


class Shown(StrEnum):
    """To what a timeline is narrowed; the value is the word on its button."""

    ALL = "Alles"
    PROBLEM = "Problemen"
    ATTENTION = "Aandacht"
    TALKS = "Gesprekken"
    REPORTS = "Verslagen"
    DECISIONS = "Besluiten"


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened with a client; `about` is the object itself.

    `decided` holds the decisions that were taken in this contact or talk.
    """

    kind: MomentKind
    at: datetime
    about: Contact | Appointment | Report | Decision
    decided: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What happened, newest first; `more` when there is something earlier still."""

    moments: tuple[Happened, ...]
    more: bool


def card(archive: Archive, clock: Clock, client_id: ClientId) -> ClientCard:
    """Everything around the timeline of one client. Raises NotFound when it is gone."""
    today = clock.today()
    with archive.reading() as work:
        client = work.clients.get(client_id)
        talks = work.appointments.of_client(client_id)
        promises = work.commitments.open_of_client(client_id)
        people = work.people.of_client(client_id)
        decisions = work.decisions.of_client(client_id)
        now = clock.now()
        coming = [
            talk
            for talk in talks
            if talk.ends_at > now
            and talk.status in (AppointmentStatus.PLANNED, AppointmentStatus.IN_PROGRESS)
        ]
        following = cards(work, tuple(coming[-1:]), today)
        new_year = local_moment(date(today.year, 1, 1), time())
        return ClientCard(
            client,
            people,
            work.assignments.of_client(client_id),
            promises,
            work.ratings.of_client(client_id),
            following[0] if following else None,
            _last_touch(work, client_id, talks),
            work.contacts.natures_since(client_id, new_year),
            ClientCounts(
                len(talks),
                len(promises),
                len(decisions),
                len(people),
                len(work.reports.latest_of_client(client_id)),
                len(work.attachments.of_client(client_id)),
            ),
            sum(talk.status in _HELD and talk.starts_at >= new_year for talk in talks),
        )


def history(
    archive: Archive, client_id: ClientId, shown: Shown = Shown.ALL, limit: int = 30
) -> History:
    """The last `limit` things that happened with a client, newest first.

    A talk of which a contact was kept stands there once, as that contact. A decision stands with
    the contact or the talk it was taken in, and by itself when there is none.
    """
    with archive.reading() as work:
        contacts = _contacts(work, client_id, shown, limit + 1)
        told = {contact.appointment_id for contact in contacts} - {None}
        decisions = work.decisions.of_client(client_id)
        decided: dict[str, tuple[Decision, ...]] = {}
        for decision in reversed(decisions):
            if decision.appointment_id is not None:
                earlier = decided.get(decision.appointment_id, ())
                decided[decision.appointment_id] = (*earlier, decision)
        found = [
            Happened(MomentKind.CONTACT, item.at, item, decided.get(item.appointment_id or "", ()))
            for item in contacts
        ]
        told_in = set(told)
        if shown in (Shown.ALL, Shown.TALKS):
            talks = [
                talk
                for talk in work.appointments.of_client(client_id)
                if talk.status in _HELD and talk.id not in told
            ]
            told_in |= {talk.id for talk in talks}
            found += [
                Happened(MomentKind.TALK, talk.starts_at, talk, decided.get(talk.id, ()))
                for talk in talks
            ]
        if shown in (Shown.ALL, Shown.REPORTS):
            found += [
                Happened(MomentKind.REPORT, report_moment(report, held), report)
                for report, held in work.reports.latest_of_client(client_id)
            ]
        if shown in (Shown.ALL, Shown.DECISIONS):
            alone = shown is Shown.DECISIONS
            found += [
                Happened(MomentKind.DECISION, _noon(decision.decided_on), decision)
                for decision in decisions
                if alone or decision.appointment_id not in told_in
            ]
    found.sort(key=lambda item: item.at, reverse=True)
    return History(tuple(found[:limit]), len(found) > limit)


def report_moment(report: Report, held: datetime) -> datetime:
    """When the last thing happened to a report; the start of its talk when nothing did."""
    return report.confirmed_at or report.sent_at or report.exported_at or held


def _contacts(work: Work, client_id: ClientId, shown: Shown, limit: int) -> tuple[Contact, ...]:
    match shown:
        case Shown.ALL:
            return work.contacts.of_client(client_id, limit)
        case Shown.PROBLEM:
            return work.contacts.of_nature(client_id, ContactNature.PROBLEM, limit)
        case Shown.ATTENTION:
            return work.contacts.of_nature(client_id, ContactNature.ATTENTION, limit)
        case _:
            return ()


def _last_touch(
    work: Work, client_id: ClientId, talks: tuple[Appointment, ...]
) -> tuple[date, str] | None:
    touches = [(item.at, item.subject) for item in work.contacts.of_client(client_id, 1)]
    touches += [(talk.starts_at, talk.title) for talk in talks if talk.status in _HELD][:1]
    if not touches:
        return None
    at, subject = max(touches)
    return local_day(at), subject


def _noon(day: date) -> datetime:
    return local_moment(day, time(12))


@dataclass(frozen=True, slots=True)
class Agreements:
    """What was agreed and asked: decisions, wishes and assignments, newest first."""

    decisions: tuple[Decision, ...]
    wishes: tuple[Wish, ...]
    assignments: tuple[Assignment, ...]


def appointments(archive: Archive, client_id: ClientId) -> tuple[Appointment, ...]:
    """All talks of a client, planned, held and cancelled, newest first."""
    with archive.reading() as work:
        return work.appointments.of_client(client_id)


def promises(archive: Archive, client_id: ClientId) -> tuple[Commitment, ...]:
    """All promises of a client, closed ones too, newest first."""
    with archive.reading() as work:
        return work.commitments.of_client(client_id)


def histories(
    archive: Archive, shown: Sequence[Commitment]
) -> dict[str, tuple[CommitmentEvent, ...]]:
    """What happened to promises, each newest first; for as many as a page shows."""
    with archive.reading() as work:
        return work.commitments.histories([item.id for item in shown])


def agreements(archive: Archive, client_id: ClientId) -> Agreements:
    """A client's decisions, wishes and assignments."""
    with archive.reading() as work:
        return Agreements(
            work.decisions.of_client(client_id),
            work.wishes.of_client(client_id),
            work.assignments.of_client(client_id),
        )


def reports(archive: Archive, client_id: ClientId) -> tuple[tuple[Report, datetime], ...]:
    """The newest version of each report of a client, with the start of its talk."""
    with archive.reading() as work:
        return work.reports.latest_of_client(client_id)


def files(archive: Archive, client_id: ClientId) -> tuple[Attachment, ...]:
    """Every file of a client, wherever it hangs, newest first."""
    with archive.reading() as work:
        return work.attachments.of_client(client_id)


def talk_of_report(archive: Archive, id: ReportId) -> AppointmentId:
    """The talk that a report is of."""
    with archive.reading() as work:
        return work.reports.get(id).appointment_id
