"""Reminders are right whatever the clock does."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprekshulp.domain.reminder import Quiet, coming_up, quiet, remembered

FIRST = date(2026, 3, 20)
readings = st.lists(
    st.datetimes(datetime(2026, 3, 20), datetime(2026, 4, 20)), min_size=1, max_size=60
)
promises = st.dictionaries(
    st.sampled_from("abcd"), st.dates(date(2026, 3, 15), date(2026, 4, 18)), min_size=1
)


def told_at(moments, due, snoozed=None):
    """What is told at each reading of the clock: (day, kind, promise)."""
    shown: dict[str, date] = {}
    told: list[tuple[datetime, str, str]] = []
    for moment in moments:
        today = moment.date()
        up = coming_up(
            [(id, day) for id, day in due.items() if day <= today],
            snoozed or {}, shown, moment.replace(tzinfo=UTC), today,
        )  # fmt: skip
        shown |= remembered(up.keys, shown, today)
        told += [(moment, "due", id) for id in up.due_today]
        told += [(moment, "late", id) for id in up.late]
        told += [(moment, "awake", id) for id in up.awake]
    return told


@given(readings, promises)
def test_nothing_is_told_twice_on_a_day_however_the_clock_jumps(moments, due):
    told = [(moment.date(), id) for moment, _, id in told_at(moments, due)]
    assert len(told) == len(set(told))


@given(readings, promises)
def test_nothing_is_lost_however_the_clock_jumps(moments, due):
    told = told_at(moments, due)
    for place, moment in enumerate(moments):
        today = moment.date()
        until_now = [(m.date(), id) for m, _, id in told if m in moments[: place + 1]]
        for id, day in due.items():
            if day <= today:
                assert any(id == one and day <= on <= today for on, one in until_now)


@given(readings, promises, st.datetimes(datetime(2026, 3, 20), datetime(2026, 4, 18)))
def test_what_is_snoozed_is_silent_until_its_moment_and_then_told(moments, due, until):
    at = until.replace(tzinfo=UTC)
    told = told_at(moments, due, {"a": at})
    assert all(moment >= until for moment, _, id in told if id == "a")
    days = [moment.date() for moment, _, id in told if id == "a"]
    assert len(days) == len(set(days))
    if any(moment >= until for moment in moments):
        assert "awake" in [kind for _, kind, id in told if id == "a"]


def test_a_clock_that_stood_in_the_future_loses_nothing_when_it_is_set_right():
    due = {"a": date(2026, 3, 25)}
    wrong, right, on_the_day = (
        datetime(2026, 4, 19, 9), datetime(2026, 3, 20, 9), datetime(2026, 3, 25, 9),
    )  # fmt: skip
    told = told_at([wrong, right, on_the_day, wrong], due)
    assert [(moment, kind) for moment, kind, _ in told] == [
        (wrong, "late"), (on_the_day, "due"),
    ]  # fmt: skip


def test_a_promise_is_told_once_as_due_and_once_as_too_late():
    due = {"a": date(2026, 3, 25)}
    moments = [datetime(2026, 3, 24, 9) + timedelta(hours=6 * step) for step in range(20)]
    assert [kind for _, kind, _ in told_at(moments, due)] == ["due", "late"]


@pytest.mark.parametrize(
    ("at", "is_quiet"),
    [
        (datetime(2026, 3, 12, 7, 59), True),
        (datetime(2026, 3, 12, 8, 0), False),
        (datetime(2026, 3, 12, 17, 59), False),
        (datetime(2026, 3, 12, 18, 0), True),
        (datetime(2026, 3, 14, 12, 0), True),
    ],
)
def test_evenings_nights_and_weekends_are_quiet(at, is_quiet):
    assert Quiet().holds(at) is is_quiet


def test_quiet_can_lie_within_a_day_or_be_nowhere():
    lunch = quiet("12:00", "13:00", weekend=False)
    assert lunch.holds(datetime.combine(FIRST, time(12, 30)))
    assert not lunch.holds(datetime.combine(FIRST, time(20)))
    for never in (quiet("08:00", "08:00", weekend=False), quiet("straks", "", weekend=False)):
        assert not any(never.holds(datetime.combine(FIRST, time(hour))) for hour in range(24))
