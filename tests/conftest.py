"""What every test may ask for: a real archive in a temporary folder and a clock that stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive

TODAY = date(2026, 3, 12)
"""A Thursday, in ISO week 11."""


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at Thursday 12 March 2026, 09:12."""
    return Clock(TODAY, time(9, 12))


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def archive(tmp_path: Path, clock: Clock) -> Iterator[Archive]:
    """An empty, encrypted archive with today's tables."""
    opened = Archive.open(tmp_path / "archief", clock.now)
    yield opened
    opened.close()
