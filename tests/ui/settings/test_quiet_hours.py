"""Quiet hours are kept as they are typed, and reminders follow them."""

from __future__ import annotations

from datetime import time

from gesprekshulp.services import settings
from gesprekshulp.ui.settings.page import SettingsPage
from tests.ui.desks import a_desk


def test_quiet_hours_are_kept(qtbot, archive, clock):
    desk, _ = a_desk(archive, clock)
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.open()
    assert page.quiet["quiet_from"].value() == time(18)
    page.quiet["quiet_from"].set_time(time(20, 30))
    page.quiet["quiet_from"].editingFinished.emit()
    page.weekend.click()
    kept = settings.load(archive)
    assert (kept.quiet_from, kept.quiet_until) == ("20:30", "08:00")
    assert kept.quiet_weekend is False
