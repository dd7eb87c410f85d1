"""Reminders while the program runs."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QSystemTrayIcon

from gesprekshulp.domain.settings import Settings
from gesprekshulp.ui import reminders as module
from gesprekshulp.ui.reminders import Reminders
from tests.office import a_client, a_commitment, an_appointment
from tests.ui.desks import a_desk


def fill(archive, today) -> None:
    client = a_client()
    with archive.transaction() as work:
        work.settings.save(Settings(morning_overview=True, reminder_days=1))
        work.clients.save(client)
        work.appointments.save(an_appointment(client))
        work.commitments.save(a_commitment(client, due=today - timedelta(days=2)))


def shown(qtbot, desk) -> None:
    desk.background.wait()
    qtbot.wait(20)


def test_without_a_tray_what_is_due_is_said_in_the_window_once_a_day(
    qtbot, archive, clock, today, monkeypatch
):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    fill(archive, today)
    desk, window = a_desk(archive, clock)
    reminders = Reminders(desk, desk)
    shown(qtbot, desk)
    assert len(window.told) == 1
    assert "Uw dag: 1 gesprek, 1 te laat." in window.told[0]
    assert "Bakkerij De Halm, vandaag: Nog 1 toezegging open" in window.told[0]
    reminders.look()
    shown(qtbot, desk)
    assert len(window.told) == 1


def test_with_a_tray_each_comes_as_a_notification(qtbot, archive, clock, today, monkeypatch):
    told: list[tuple[str, str]] = []

    class Tray(QSystemTrayIcon):
        @staticmethod
        def isSystemTrayAvailable() -> bool:  # noqa: N802  Qt names it
            return True

        def show(self) -> None:
            """There is no tray to stand in here."""

        def showMessage(self, title: str, text: str, *_: object) -> None:  # noqa: N802
            told.append((title, text))

    monkeypatch.setattr(module, "QSystemTrayIcon", Tray)
    fill(archive, today)
    desk, window = a_desk(archive, clock)
    reminders = Reminders(desk, desk)
    shown(qtbot, desk)
    assert [title for title, _ in told] == ["Uw dag", "Te laat", "Bakkerij De Halm, vandaag"]
    assert window.told == []
    assert reminders._tray is not None
    reminders._tray.messageClicked.emit()
    assert window.went == [("vandaag", {})]


def test_an_empty_day_says_nothing(qtbot, archive, clock):
    desk, window = a_desk(archive, clock)
    reminders = Reminders(desk, desk)
    shown(qtbot, desk)
    assert window.told == []
    assert reminders.parent() is desk
