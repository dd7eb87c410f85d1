"""A desk, a client on it, and forms that are answered by the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gesprekshulp.domain.client import Client
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.state import WindowState
from tests.office import a_client
from tests.ui.answers import Answers
from tests.ui.desks import ToldWindow, a_desk


@pytest.fixture
def desk_and_window(
    archive: Archive, clock: Clock, tmp_path: Path
) -> Iterator[tuple[Desk, ToldWindow]]:
    desk, window = a_desk(archive, clock)
    window.state = WindowState(tmp_path)  # type: ignore[attr-defined]
    yield desk, window
    desk.background.wait()


@pytest.fixture
def desk(desk_and_window: tuple[Desk, ToldWindow]) -> Desk:
    return desk_and_window[0]


@pytest.fixture
def window(desk_and_window: tuple[Desk, ToldWindow]) -> ToldWindow:
    return desk_and_window[1]


@pytest.fixture
def client(archive: Archive) -> Client:
    with archive.transaction() as work:
        return work.clients.save(a_client(city="Heerdam", phone="0512-123456"))


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    return Answers(monkeypatch)
