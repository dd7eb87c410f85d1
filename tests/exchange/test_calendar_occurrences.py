"""Recurring events as calendars write them: each occurrence a record."""

from __future__ import annotations

import time
from datetime import date

import pytest

from gesprekshulp.domain.appointment import AppointmentKind

from .reading import events, only, read_ics, utc
from .samples import GOOGLE, WESTERN_EUROPE, calendar


def test_a_recurrence_knows_its_exceptions_and_moved_occurrences() -> None:
    series = [event for event in events(GOOGLE) if event.uid == "weekstart@google.com"]
    assert [(one.recurrence, one.starts_at, one.sequence) for one in series] == [
        ("20260907T070000Z", utc(2026, 9, 7, 7), 0),
        ("20260928T070000Z", utc(2026, 9, 28, 7), 0),
        ("20261005T070000Z", utc(2026, 10, 5, 7), 0),
        ("20261012T070000Z", utc(2026, 10, 12, 7), 0),
        ("20260921T070000Z", utc(2026, 9, 22, 11), 1),
    ]
    assert series[-1].title == "Weekstart bouwplaats (verzet)"
    assert series[-1].kind is AppointmentKind.VISIT
    assert series[0].kind is AppointmentKind.VIDEO


def test_a_series_keeps_its_clock_time_when_summer_time_ends() -> None:
    data = calendar(
        "UID:a\nDTSTART;TZID=Customized Time Zone:20261018T100000\nRRULE:FREQ=WEEKLY;COUNT=3",
        zones=WESTERN_EUROPE.format(name="Customized Time Zone"),
    )
    assert [one.starts_at.hour for one in events(data)] == [8, 9, 9]


def test_a_cancelled_occurrence_is_one_of_its_series() -> None:
    data = calendar(
        "UID:a\nDTSTART:20261201T090000Z\nRRULE:FREQ=DAILY;COUNT=3",
        "UID:a\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20261202T090000Z\nSTATUS:CANCELLED\nSEQUENCE:1",
    )
    assert {one.recurrence: one.cancelled for one in events(data)} == {
        "20261201T090000Z": False,
        "20261202T090000Z": True,
        "20261203T090000Z": False,
    }


def test_an_endless_series_is_read_within_the_window_and_no_further_than_500() -> None:
    daily = read_ics(calendar("UID:a\nDTSTART:20200101T090000Z\nRRULE:FREQ=DAILY"))
    assert len(daily.records) == 500
    assert not daily.series[0].complete
    weekly = events(calendar("UID:a\nDTSTART:20200106T090000Z\nRRULE:FREQ=WEEKLY"))
    assert weekly[0].starts_at.date() >= date(2025, 11, 21)
    assert weekly[-1].starts_at.date() <= date(2028, 11, 22)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2", "FREQ=NOOIT",
        "FREQ=DAILY;BYSETPOS=9", "INTERVAL=0;FREQ=DAILY", "ONZIN",
        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_read_leaves_the_first_event(rule: str) -> None:
    start = time.process_time()
    found = events(calendar(f"UID:a\nDTSTART:20261201T090000Z\nRRULE:{rule}"))
    assert [one.starts_at for one in found] == [utc(2026, 12, 1, 9)]
    assert time.process_time() - start < 2


def test_a_series_until_a_day_has_that_day_in_it() -> None:
    data = calendar("UID:a\nDTSTART:20261201T090000\nRRULE:FREQ=DAILY;UNTIL=20261203")
    assert [one.starts_at.day for one in events(data)] == [1, 2, 3]


def test_exceptions_given_as_days_and_extra_dates_count() -> None:
    data = calendar(
        "UID:a\nDTSTART;TZID=Europe/Amsterdam:20261201T090000\nRRULE:FREQ=DAILY;COUNT=4\n"
        "EXDATE;VALUE=DATE:20261202\nEXDATE:20261203T080000Z\n"
        "RDATE;TZID=Europe/Amsterdam:20261210T090000"
    )
    assert [one.starts_at.day for one in events(data)] == [1, 4, 10]


@pytest.mark.parametrize("named", [";VALUE=DATE:20261208", ":20261208T000000"])
def test_an_exception_that_names_its_day_replaces_the_occurrence_of_that_day(named: str) -> None:
    data = calendar(
        "UID:a\nDTSTART;TZID=Europe/Amsterdam:20261207T100000\nRRULE:FREQ=DAILY;COUNT=4"
        "\nEXDATE;TZID=Europe/Amsterdam:20261209T000000",
        f"UID:a\nRECURRENCE-ID{named}\nDTSTART;TZID=Europe/Amsterdam:20261208T150000",
    )
    assert [one.starts_at for one in events(data)] == [
        utc(2026, 12, 7, 9),
        utc(2026, 12, 10, 9),
        utc(2026, 12, 8, 14),
    ]


def test_a_change_to_one_occurrence_and_all_after_it_holds_for_each_of_them() -> None:
    data = calendar(
        "UID:a\nDTSTART;TZID=Europe/Amsterdam:20261130T090000\n"
        "DTEND;TZID=Europe/Amsterdam:20261130T100000\nRRULE:FREQ=DAILY;COUNT=6\nSUMMARY:Dagstart",
        "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20261203T090000\nSEQUENCE:1\n"
        "DTSTART;TZID=Europe/Amsterdam:20261203T110000\n"
        "DTEND;TZID=Europe/Amsterdam:20261203T120000\nSUMMARY:Dagstart later",
    )
    found = {one.recurrence: (one.starts_at, one.title) for one in events(data)}
    assert found == {
        "20261130T080000Z": (utc(2026, 11, 30, 8), "Dagstart"),
        "20261201T080000Z": (utc(2026, 12, 1, 8), "Dagstart"),
        "20261202T080000Z": (utc(2026, 12, 2, 8), "Dagstart"),
        "20261203T080000Z": (utc(2026, 12, 3, 10), "Dagstart later"),
        "20261204T080000Z": (utc(2026, 12, 4, 10), "Dagstart later"),
        "20261205T080000Z": (utc(2026, 12, 5, 10), "Dagstart later"),
    }


def test_an_occurrence_that_comes_without_its_series_stands_alone() -> None:
    event = only(
        calendar("UID:a\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20261203T100000Z\nSEQUENCE:4")
    )
    assert (event.recurrence, event.sequence, event.in_series) == ("20261202T090000Z", 4, False)
