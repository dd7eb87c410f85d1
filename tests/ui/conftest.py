"""Widgets are tested without a screen; set QT_QPA_PLATFORM to see them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from gesprekshulp.domain.client import Client
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.shell.state import WindowState
from gesprekshulp.ui.theme.locale import install_dutch
from gesprekshulp.ui.theme.theme import LIGHT_ONLY, Theme
from tests.office import a_client
from tests.ui.answers import Answers
from tests.ui.desks import ToldWindow, a_desk


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The look of the program, as `app.py` puts it on."""
    install_dutch(qapp)
    return Theme(qapp, LIGHT_ONLY)


@pytest.fixture(autouse=True)
def _look(theme: Theme) -> None:
    theme.choose(LIGHT_ONLY)


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
