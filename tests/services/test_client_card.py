"""What a client's page shows: the facts around it, and what happened in order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.contact import ContactNature
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.domain.ids import ClientId, ReportId, new_id
from gesprekshulp.domain.report import Report, ReportState
from gesprekshulp.services import client_card
from gesprekshulp.services.client_card import MomentKind, Shown
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from tests.office import (
    DAY,
    a_client,
    a_commitment,
    a_contact,
    a_decision,
    a_person,
    an_appointment,
)

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


def days_ago(days: int) -> datetime:
    return NOON - timedelta(days=days)


@pytest.fixture
def client(archive: Archive) -> Client:
    with archive.transaction() as work:
        return work.clients.save(a_client())


def held(client: Client, days: int, title: str = "Kwartaalgesprek") -> Appointment:
    return an_appointment(
        client, title=title, starts_at=days_ago(days), status=AppointmentStatus.HELD
    )


def test_a_client_that_is_gone_is_not_found(archive: Archive, clock: Clock) -> None:
    with pytest.raises(NotFound):
        client_card.card(archive, clock, ClientId("weg"))


def test_the_card_counts_and_names_what_comes_next(
    archive: Archive, clock: Clock, client: Client
) -> None:
    coming = an_appointment(client, starts_at=NOON + timedelta(days=3), title="Jaargesprek")
    later = an_appointment(client, starts_at=NOON + timedelta(days=30))
    with archive.transaction() as work:
        work.people.save(a_person(client))
        work.appointments.save_all((coming, later, held(client, 20)))
        work.commitments.save(a_commitment(client))
        work.commitments.save(a_commitment(client).kept(DAY))
        work.contacts.save(a_contact(client, at=days_ago(3), nature=ContactNature.PROBLEM))
        work.contacts.save(a_contact(client, at=days_ago(9), nature=ContactNature.ATTENTION))
        work.contacts.save(a_contact(client, at=days_ago(400), nature=ContactNature.PROBLEM))
    card = client_card.card(archive, clock, client.id)
    assert card.next is not None
    assert card.next.appointment == coming
    assert (card.counts.appointments, card.counts.promises, card.counts.people) == (3, 1, 1)
    assert card.this_year == {ContactNature.PROBLEM: 1, ContactNature.ATTENTION: 1}
    assert card.last_touch == (DAY - timedelta(days=3), "Storing: zaterdag geen kassa")


def test_a_held_talk_counts_as_the_last_contact(
    archive: Archive, clock: Clock, client: Client
) -> None:
    with archive.transaction() as work:
        work.contacts.save(a_contact(client, at=days_ago(9)))
        work.appointments.save(held(client, 2))
    card = client_card.card(archive, clock, client.id)
    assert card.last_touch == (DAY - timedelta(days=2), "Kwartaalgesprek")


def test_what_happened_stands_newest_first(archive: Archive, client: Client) -> None:
    talk = held(client, 10)
    report = Report(
        ReportId(new_id()), talk.id, "Verslag", 2, ReportState.CONFIRMED, confirmed_at=days_ago(4)
    )
    with archive.transaction() as work:
        work.contacts.save(a_contact(client, at=days_ago(30)))
        work.appointments.save(talk)
        work.reports.save(Report(ReportId(new_id()), talk.id, "Verslag", 1))
        work.reports.save(report)
        work.decisions.save(a_decision(client, decided_on=DAY - timedelta(days=7)))
    found = client_card.history(archive, client.id)
    assert [moment.kind for moment in found.moments] == [
        MomentKind.REPORT, MomentKind.DECISION, MomentKind.TALK, MomentKind.CONTACT,
    ]  # fmt: skip
    assert found.moments[0].about == report
    assert not found.more


def test_a_talk_that_was_noted_as_a_contact_stands_there_once(
    archive: Archive, client: Client
) -> None:
    talk = held(client, 10)
    with archive.transaction() as work:
        work.appointments.save(talk)
        work.contacts.save(a_contact(client, at=talk.starts_at, appointment_id=talk.id))
    found = client_card.history(archive, client.id)
    assert [moment.kind for moment in found.moments] == [MomentKind.CONTACT]


def test_decisions_stand_with_the_talk_they_were_taken_in(archive: Archive, client: Client) -> None:
    talk = held(client, 10)
    decision = a_decision(client, appointment_id=talk.id, decided_on=DAY - timedelta(days=10))
    with archive.transaction() as work:
        work.appointments.save(talk)
        work.decisions.save(decision)
    (moment,) = client_card.history(archive, client.id).moments
    assert (moment.kind, moment.decided) == (MomentKind.TALK, (decision,))
    (alone,) = client_card.history(archive, client.id, Shown.DECISIONS).moments
    assert alone.about == decision


def test_a_long_history_comes_in_pieces(archive: Archive, client: Client) -> None:
    with archive.transaction() as work:
        work.contacts.save_all(
            a_contact(client, f"contact {day}", at=days_ago(day)) for day in range(60)
        )
    first = client_card.history(archive, client.id, limit=20)
    whole = client_card.history(archive, client.id, limit=60)
    assert (len(first.moments), first.more) == (20, True)
    assert (len(whole.moments), whole.more) == (60, False)
    assert whole.moments[:20] == first.moments


@pytest.mark.parametrize(
    ("shown", "number"),
    [(Shown.PROBLEM, 1), (Shown.ATTENTION, 2), (Shown.TALKS, 1), (Shown.REPORTS, 0)],
)
def test_the_timeline_can_be_narrowed(
    archive: Archive, client: Client, shown: Shown, number: int
) -> None:
    with archive.transaction() as work:
        work.contacts.save(a_contact(client, nature=ContactNature.PROBLEM))
        work.contacts.save(a_contact(client, nature=ContactNature.ATTENTION))
        work.contacts.save(a_contact(client, nature=ContactNature.ATTENTION))
        work.appointments.save(held(client, 10))
    assert len(client_card.history(archive, client.id, shown).moments) == number
