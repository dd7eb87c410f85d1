"""The clock follows the computer, also to another time zone."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from gesprekshulp.services.clock import notice_time_zone

MOMENT = datetime(2026, 3, 12, 9, tzinfo=UTC)


def offset() -> timedelta | None:
    return MOMENT.astimezone().utcoffset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows follows by itself or not at all")
def test_local_time_follows_a_journey_while_the_program_runs(monkeypatch):
    with monkeypatch.context() as journey:
        journey.setenv("TZ", "Asia/Tokyo")
        notice_time_zone()
        assert offset() == timedelta(hours=9)
        journey.setenv("TZ", "America/New_York")
        notice_time_zone()
        assert offset() == timedelta(hours=-4)
    notice_time_zone()
