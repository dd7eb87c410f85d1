"""What a promise hangs on and waits for, its hours, and when to be reminded again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from gesprekshulp.domain.appointment import AppointmentStatus, Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.services import commitments, reminders, waiting
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitment_ties import (
    awaitable,
    hours_words,
    linkable,
    read_hours,
    set_hours,
    snooze_moments,
    ties,
)
from gesprekshulp.storage.archive import Archive
from tests.office import DAY, a_client, a_commitment, an_appointment


def in_days(days: int) -> date:
    return DAY + timedelta(days=days)


@pytest.fixture
def client(archive: Archive) -> Client:
    made = a_client()
    with archive.transaction(None) as work:
        work.clients.save(made)
    return made


def made(archive: Archive, clock: Clock, promise: Commitment) -> Commitment:
    return commitments.make(archive, clock, promise)


def test_a_promise_is_told_with_what_it_waits_for_and_its_new_earliest_day(
    archive: Archive, clock: Clock, client: Client
) -> None:
    theirs = made(archive, clock, a_commitment(client, "cijfers", side=Side.CLIENT, who="Annet"))
    ours = made(archive, clock, a_commitment(client, "begroting", due=in_days(4)))
    waiting.wait_for(archive, clock, ours.id, theirs.id)
    commitments.move(archive, clock, theirs.id, in_days(12), "ziek")
    with archive.reading() as work:
        ours = work.commitments.get(ours.id)
    found = ties(archive, clock, ours)
    assert found.theirs is not None
    assert found.theirs.what == "cijfers"
    assert found.proposed is not None
    assert found.proposed > in_days(12)
    assert [one.id for one in ties(archive, clock, theirs).waiting] == [ours.id]


def test_only_planned_appointments_of_the_client_can_carry_a_promise(
    archive: Archive, clock: Clock, client: Client
) -> None:
    other = a_client("Ander")
    later = datetime(2026, 3, 20, 9, tzinfo=UTC)
    talks = [
        an_appointment(client, title="later", starts_at=later + timedelta(days=1)),
        an_appointment(client, title="eerst", starts_at=later),
        an_appointment(client, title="voorbij", starts_at=later - timedelta(days=20)),
        an_appointment(client, starts_at=later, status=AppointmentStatus.CANCELLED),
        an_appointment(other, starts_at=later),
    ]
    with archive.transaction(None) as work:
        work.clients.save(other)
        work.appointments.save_all(talks)
    promise = made(archive, clock, a_commitment(client, due=None))
    assert [one.title for one in linkable(archive, clock, promise)] == ["eerst", "later"]


def test_ours_can_wait_for_theirs_and_never_the_other_way(
    archive: Archive, clock: Clock, client: Client
) -> None:
    theirs = made(archive, clock, a_commitment(client, side=Side.CLIENT, who="Annet"))
    ours = made(archive, clock, a_commitment(client))
    assert awaitable(archive, ours) == (theirs,)
    assert awaitable(archive, theirs) == ()


@pytest.mark.parametrize(
    ("typed", "hours"), [("2,5", 2.5), ("3 uur", 3.0), ("4u", 4.0), (" ", None)]
)
def test_hours_are_read_as_people_type_them(typed: str, hours: float | None) -> None:
    assert read_hours(typed) == hours


@pytest.mark.parametrize("typed", ["veel", "-1", "0", "1e9", "nan"])
def test_what_is_no_number_of_hours_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="aantal uren"):
        read_hours(typed)


def test_hours_are_kept_and_can_be_taken_away(
    archive: Archive, clock: Clock, client: Client
) -> None:
    promise = made(archive, clock, a_commitment(client))
    assert hours_words(set_hours(archive, promise.id, 2.5).hours) == "2,5"
    assert hours_words(set_hours(archive, promise.id, None).hours) == ""
    with pytest.raises(UserError):
        set_hours(archive, promise.id, -1)


def test_a_reminder_is_put_off_to_a_working_moment(
    archive: Archive, clock: Clock, client: Client
) -> None:
    promise = made(archive, clock, a_commitment(client))
    moments = dict(snooze_moments(clock))
    assert list(moments) == ["1 uur", "Tot morgen", "Tot maandag"]
    assert moments["Tot maandag"].astimezone().date() == in_days(4)
    reminders.snooze(archive, clock, promise.id, moments["Tot morgen"])
    assert ties(archive, clock, promise).snoozed_until == moments["Tot morgen"]


def test_on_a_sunday_tomorrow_is_monday_and_is_named_once() -> None:
    sunday = Clock(date(2026, 3, 15), time(10))
    assert [words for words, _ in snooze_moments(sunday)] == ["1 uur", "Tot morgen"]
