"""Reminders are shown once a day, and only when they are wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesprekshulp.domain.appointment import AppointmentStatus
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.reminder import remembered, working_days_before
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services import commitments, reminders
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_commitment, an_appointment


@pytest.fixture
def monday_talk(archive, today):
    """A talk on Monday with a client who still waits for something."""
    client = a_client()
    start = local_moment(today + timedelta(days=4), time(10))
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(
            an_appointment(client, starts_at=start, ends_at=start + timedelta(hours=1))
        )
        work.commitments.save(a_commitment(client, due=today))


def titles(archive, clock):
    return [item.title for item in reminders.take_due(archive, clock)]


def test_the_morning_overview_comes_once(archive, clock, monday_talk):
    assert titles(archive, clock) == ["Uw dag"]
    assert titles(archive, clock) == []


def test_the_morning_overview_names_what_is_for_today_when_that_is_little(archive, clock, today):
    client = a_client()
    with archive.transaction() as work:
        work.clients.save(client)
        work.commitments.save(a_commitment(client, "monster brengen", due=today))
        work.commitments.save(a_commitment(client, "oud", due=today - timedelta(days=1)))
    first, late = reminders.take_due(archive, clock)
    assert first.text == "1 toezegging voor vandaag (monster brengen), 1 te laat."
    assert first.brief == "1 toezegging voor vandaag, 1 te laat."
    assert late.title == "Te laat"


def test_what_another_window_tells_in_the_same_second_is_not_told_again(
    archive, clock, monday_talk, tmp_path, monkeypatch
):
    other = Archive.open(tmp_path / "archief", clock.now)
    told: list[str] = []

    def in_between(keys, shown, today):
        monkeypatch.undo()
        told.extend(titles(other, clock))
        return remembered(keys, shown, today)

    monkeypatch.setattr(reminders, "remembered", in_between)
    assert titles(archive, clock) == []
    other.close()
    assert told == ["Uw dag"]


def test_a_day_without_anything_stays_quiet(archive, clock):
    assert titles(archive, clock) == []


def test_before_a_talk_it_says_what_is_open_a_working_day_ahead(archive, today, monday_talk):
    friday = Clock(today + timedelta(days=1), time(9))
    assert "Bakkerij De Halm, over 3 dagen" in titles(archive, friday)


def test_many_talks_ahead_are_told_together_and_once(archive, today):
    with archive.transaction() as work:
        for number in range(5):
            client = a_client(f"Klant {number}")
            start = local_moment(today, time(10 + number))
            work.clients.save(client)
            work.appointments.save(
                an_appointment(client, starts_at=start, ends_at=start + timedelta(minutes=50))
            )
            work.commitments.save(a_commitment(client, due=today + timedelta(days=9)))
    morning = Clock(today, time(9))
    overview, ahead = reminders.take_due(archive, morning)
    assert overview.title == "Uw dag"
    assert ahead.text == (
        "Bij 5 gesprekken die eraan komen staat nog iets open, eerst: Klant 0, vandaag."
    )
    assert titles(archive, morning) == []


def test_what_waits_two_weeks_for_an_event_without_a_day_is_told_once(archive, today):
    client = a_client()
    with archive.transaction() as work:
        work.clients.save(client)
        work.commitments.save(
            a_commitment(
                client, "tarieven toelichten", due=None, event="na akkoord van de bank",
                made_on=today,
            )
        )  # fmt: skip
    assert titles(archive, Clock(today + timedelta(days=13), time(9))) == []
    fortnight = Clock(today + timedelta(days=14), time(9))
    (found,) = reminders.take_due(archive, fortnight)
    assert found.title == "Wacht nog op een gebeurtenis"
    assert found.text == "Bakkerij De Halm: tarieven toelichten (na akkoord van de bank)."
    assert found.commitment_id is not None
    assert titles(archive, fortnight) == []
    assert titles(archive, Clock(today + timedelta(days=15), time(9))) == []


def test_switched_off_is_off(archive, today, monday_talk):
    with archive.transaction() as work:
        settings = replace(
            work.settings.load(), reminder_days=0, morning_overview=False, remind_promises=False
        )
        work.settings.save(settings)
    assert titles(archive, Clock(today + timedelta(days=1), time(9))) == []


def test_working_days_before_skip_the_weekend():
    assert working_days_before(date(2026, 3, 16), 1) == date(2026, 3, 13)
    assert working_days_before(date(2026, 3, 16), 2) == date(2026, 3, 12)


def keep_promises(archive, *changes):
    client = a_client()
    made = [a_commitment(client, f"stuk {n} sturen", **one) for n, one in enumerate(changes)]
    with archive.transaction() as work:
        work.clients.save(client)
        work.commitments.save_all(made)
    return made


def test_after_a_holiday_what_came_due_meanwhile_is_told_once(archive, today):
    keep_promises(archive, *({"due": today - timedelta(days=n)} for n in range(1, 6)))
    morning = Clock(today, time(9))
    told = reminders.take_due(archive, morning)
    assert [item.title for item in told] == ["Uw dag", "Te laat"]
    assert told[1].text == "5 toezeggingen zijn te laat, eerst: stuk 0 sturen (Bakkerij De Halm)."
    assert titles(archive, morning) == []
    assert titles(archive, Clock(today + timedelta(days=1), time(9))) == ["Uw dag"]


def test_a_promise_that_is_late_is_told_by_name_and_opens_itself(archive, today):
    (promise,) = keep_promises(archive, {"due": today - timedelta(days=1)})
    late = reminders.take_due(archive, Clock(today, time(9)))[1]
    assert late.commitment_id == promise.id
    assert late.text == "Bakkerij De Halm: stuk 0 sturen (wo 11 mrt, gisteren)."


@pytest.mark.parametrize(("day", "at"), [(0, time(7, 30)), (0, time(21)), (2, time(11))])
def test_quiet_hours_and_the_weekend_stay_quiet_and_lose_nothing(archive, today, day, at):
    keep_promises(archive, {"due": today})
    quiet = Clock(today + timedelta(days=day), at)
    assert titles(archive, quiet) == []
    assert "Uw dag" in titles(archive, Clock(today + timedelta(days=4), time(9)))


def test_quiet_hours_are_a_setting(archive, today):
    keep_promises(archive, {"due": today})
    with archive.transaction() as work:
        work.settings.save(replace(work.settings.load(), quiet_from="22:00", quiet_until="06:00"))
    assert titles(archive, Clock(today, time(21))) == ["Uw dag"]


def test_during_a_talk_the_screen_stays_quiet(archive, clock, today, monday_talk):
    talk = an_appointment(starts_at=clock.now(), status=AppointmentStatus.IN_PROGRESS)
    with archive.transaction() as work:
        work.appointments.save(talk)
    assert titles(archive, clock) == []
    assert titles(archive, Clock(today, time(13))) == ["Uw dag"]


def test_a_snoozed_promise_keeps_its_day_and_comes_back_once(archive, clock, today):
    (promise,) = keep_promises(archive, {"due": today - timedelta(days=1)})
    until = local_moment(today, time(15))
    reminders.snooze(archive, clock, promise.id, until)
    assert titles(archive, clock) == ["Uw dag"]
    assert reminders.snoozed_until(archive, clock, promise.id) == until
    assert commitments.card(archive, promise.id).commitment == promise
    assert titles(archive, Clock(today, time(14, 59))) == []
    later = Clock(today, time(15, 1))
    assert titles(archive, later) == ["U wilde hieraan herinnerd worden"]
    assert titles(archive, later) == []
    assert reminders.snoozed_until(archive, later, promise.id) is None


def test_waking_brings_it_back_at_once(archive, clock, today):
    (promise,) = keep_promises(archive, {"due": today - timedelta(days=1)})
    reminders.snooze(archive, clock, promise.id, local_moment(today, time(15)))
    reminders.wake(archive, promise.id)
    assert titles(archive, clock) == ["Uw dag", "Te laat"]


def test_a_kept_promise_does_not_wake(archive, clock, today):
    (promise,) = keep_promises(archive, {"due": today + timedelta(days=9)})
    reminders.snooze(archive, clock, promise.id, local_moment(today, time(15)))
    commitments.keep(archive, clock, promise.id)
    assert titles(archive, Clock(today, time(16))) == []


def test_snoozing_is_until_later(archive, clock):
    (promise,) = keep_promises(archive, {})
    with pytest.raises(UserError, match="later moment"):
        reminders.snooze(archive, clock, promise.id, datetime(2026, 3, 1, tzinfo=UTC))


def test_before_a_talk_it_looks_over_a_holiday(archive):
    client = a_client()
    start = local_moment(date(2026, 4, 7), time(10))  # the day after Easter Monday
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(
            an_appointment(client, starts_at=start, ends_at=start + timedelta(hours=1))
        )
        work.commitments.save(a_commitment(client, due=date(2026, 4, 20)))
    assert titles(archive, Clock(date(2026, 4, 2), time(9))) == []
    assert "Bakkerij De Halm, over 4 dagen" in titles(archive, Clock(date(2026, 4, 3), time(9)))


readings = st.lists(
    st.tuples(st.integers(-3, 6), st.integers(0, 23), st.sampled_from((0, 29, 59))),
    min_size=2, max_size=14,
)  # fmt: skip


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(readings)
def test_a_clock_that_jumps_repeats_no_reminder_within_a_day(archive, today, moments):
    """Through the archive, over the night in which summer time begins, with a talk ahead."""
    sunday = date(2026, 3, 29)
    client = a_client()
    start = local_moment(sunday + timedelta(days=2), time(10))
    talk = an_appointment(client, starts_at=start, ends_at=start + timedelta(hours=1))
    with archive.transaction() as work:
        work.settings.save(Settings(quiet_from="", quiet_until="", quiet_weekend=False))
        for key in work.settings.values("herinnerd."):
            work.settings.put(f"herinnerd.{key}", "")
        for repository in (work.commitments, work.appointments):
            repository.remove(*[item.id for item in repository.all()])
        work.clients.save(client)
        work.appointments.save(talk)
        work.commitments.save_all(
            [a_commitment(client, due=sunday + timedelta(days=n)) for n in (-1, 0, 1)]
        )
    told: list[tuple[date, str]] = []
    for days, hour, minute in moments:
        at = Clock(sunday + timedelta(days=days), time(hour, minute))
        told += [(at.today(), item.key) for item in reminders.take_due(archive, at)]
    assert len(told) == len(set(told))
    last = Clock(sunday + timedelta(days=2), time(9))
    told += [(last.today(), item.key) for item in reminders.take_due(archive, last)]
    assert any(key.startswith(f"afspraak {talk.id}") for _, key in told)
    assert any("te laat" in key.lower() for _, key in told)
