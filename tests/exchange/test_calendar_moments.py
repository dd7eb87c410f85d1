"""Days, moments and time zones as calendars write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from .reading import events, only, read_ics, utc
from .samples import GOOGLE, NEW_YORK, WESTERN_EUROPE, calendar


def test_whole_days_run_between_local_midnights_and_the_last_day_is_not_in_it() -> None:
    event = events(GOOGLE)[-1]
    assert event.all_day
    assert (event.starts_at, event.ends_at) == (utc(2026, 12, 23, 23), utc(2026, 12, 25, 23))


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        ("DTSTART:20260715T100000Z", 10),
        ("DTSTART:20260715T100000", 8),
        ("DTSTART;TZID=Europe/Amsterdam:20260715T100000", 8),
        ("DTSTART;TZID=W. Europe Standard Time:20260715T100000", 8),
        ('DTSTART;TZID="Romance Standard Time":20260715T100000', 8),
        ("DTSTART;TZID=GMT Standard Time:20260715T100000", 9),
        ("DTSTART;TZID=Eastern Standard Time:20260715T100000", 14),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20260715T100000", 8),
        ("DTSTART;TZID=/mozilla.org/20050126_1/America/Argentina/Salta:20260715T100000", 13),
        ('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome":20260715T100000', 8),
        ("DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20260715T100000", 8),
        ("DTSTART;TZID=UTC:20260715T100000", 10),
        ("DTSTART;TZID=Onzin/Tijd:20260715T100000", 8),
        ("DTSTART;TZID=:20260715T100000", 8),
    ],
)
def test_time_zones_in_every_dialect_without_a_definition(start: str, hour: int) -> None:
    assert only(calendar(f"UID:a\n{start}\nSUMMARY:x")).starts_at == utc(2026, 7, 15, hour)


def test_a_zone_that_the_file_defines_is_taken_from_the_file() -> None:
    event = "UID:a\nDTSTART;TZID=Customized Time Zone:20260715T100000"
    here = calendar(event, zones=WESTERN_EUROPE.format(name="Customized Time Zone"))
    there = calendar(event, zones=NEW_YORK)
    assert only(here).starts_at == utc(2026, 7, 15, 8)
    assert only(there).starts_at == utc(2026, 7, 15, 14)
    assert only(here).starts_at == utc(2026, 7, 15, 8)


def test_times_without_a_zone_are_those_of_the_calendars_own_zone() -> None:
    zone = "X-WR-TIMEZONE:America/New_York"
    found = events(
        calendar(
            """UID:zwevend
DTSTART:20261202T090000
DTEND:20261202T100000
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE:20261209T090000""",
            """UID:dag
DTSTART;VALUE=DATE:20261202
DTEND;VALUE=DATE:20261203""",
            """UID:met-zone
DTSTART;TZID=Europe/Amsterdam:20261202T090000
DTEND;TZID=Europe/Amsterdam:20261202T100000""",
            zones=zone,
        )
    )
    assert [(one.uid, one.starts_at) for one in found] == [
        ("zwevend", datetime(2026, 12, 2, 14, tzinfo=UTC)),
        ("zwevend", datetime(2026, 12, 16, 14, tzinfo=UTC)),
        ("dag", datetime(2026, 12, 1, 23, tzinfo=UTC)),
        ("met-zone", datetime(2026, 12, 2, 8, tzinfo=UTC)),
    ]
    below = calendar("UID:x\nDTSTART:20261202T090000\nDTEND:20261202T100000").replace(
        b"END:VCALENDAR", b"X-WR-TIMEZONE:UTC\r\nEND:VCALENDAR"
    )
    assert only(below).starts_at == datetime(2026, 12, 2, 9, tzinfo=UTC)


def test_a_time_that_the_clock_skips_is_an_hour_later_and_says_so() -> None:
    event = only(
        calendar(
            "UID:a\nDTSTART;TZID=Europe/Amsterdam:20270328T023000\n"
            "DTEND;TZID=Europe/Amsterdam:20270328T033000"
        )
    )
    assert (event.starts_at, event.ends_at) == (utc(2027, 3, 28, 1, 30), utc(2027, 3, 28, 2, 30))
    assert event.warnings == (
        "02:30 bestaat die nacht niet, want dan gaat de zomertijd in; 03:30 aangehouden.",
    )


@pytest.mark.parametrize(
    ("lines", "until"),
    [
        ("DTSTART;VALUE=DATE:20261201", utc(2026, 12, 1, 23)),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261201", utc(2026, 12, 1, 23)),
        ("DTSTART;VALUE=DATE:20261201\nDURATION:P2D", utc(2026, 12, 2, 23)),
        ("DTSTART:20261201T090000Z\nDURATION:PT1H30M", utc(2026, 12, 1, 10, 30)),
        ("DTSTART:20261201T090000Z", utc(2026, 12, 1, 10)),
        ("DTSTART:20261201T090000Z\nDTEND:20261201T080000Z", utc(2026, 12, 1, 10)),
        ("DTSTART:20261201T090000Z\nDTEND:onzin", utc(2026, 12, 1, 10)),
        # The clock goes from two to three in that night: it would end when it begins.
        ("DTSTART:20270328T023000\nDTEND:20270328T033000", utc(2027, 3, 28, 2, 30)),
        ("DTSTART;TZID=Europe/Amsterdam;VALUE=DATE:20261201", utc(2026, 12, 1, 23)),
    ],
)
def test_an_event_always_has_an_end(lines: str, until: datetime) -> None:
    assert only(calendar(f"UID:a\n{lines}")).ends_at == until


def test_outlooks_midnights_of_a_whole_day_are_a_whole_day() -> None:
    event = only(
        calendar(
            "UID:a\nDTSTART;TZID=Europe/Amsterdam:20261201T000000\n"
            "DTEND;TZID=Europe/Amsterdam:20261202T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
        )
    )
    assert event.all_day


def test_what_lasts_longer_than_a_month_is_no_appointment() -> None:
    found = read_ics(calendar("UID:a\nDTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20270201"))
    assert "maand" in found.refused[0].reason
