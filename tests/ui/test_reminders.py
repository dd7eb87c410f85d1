"""Reminders while the program runs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from gesprekshulp.domain.reminder import Reminder
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


def test_the_bar_in_the_window_counts_what_a_notification_names(
    qtbot, archive, clock, today, monkeypatch
):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    client = a_client()
    with archive.transaction() as work:
        work.clients.save(client)
        work.commitments.save(a_commitment(client, "monster brengen", due=today))
    desk, window = a_desk(archive, clock)
    Reminders(desk, desk)
    shown(qtbot, desk)
    assert "Uw dag: 1 toezegging voor vandaag." in window.told[0]


class Tray(QSystemTrayIcon):
    """A tray on a computer that has none; it remembers what it was told."""

    told: list[tuple[str, str]]

    @staticmethod
    def isSystemTrayAvailable() -> bool:  # noqa: N802  Qt names it
        return True

    def show(self) -> None:
        """There is no tray to stand in here."""

    def showMessage(self, title: str, text: str, *_: object) -> None:  # noqa: N802
        self.told.append((title, text))


@pytest.fixture
def tray(monkeypatch) -> type[Tray]:
    Tray.told = []
    monkeypatch.setattr(module, "QSystemTrayIcon", Tray)
    return Tray


def test_with_a_tray_notifications_come_one_after_another(
    qtbot, archive, clock, today, tray, monkeypatch
):
    monkeypatch.setattr(module, "_APART_MS", 60)
    fill(archive, today)
    desk, window = a_desk(archive, clock)
    Reminders(desk, desk)
    shown(qtbot, desk)
    assert [title for title, _ in tray.told] == ["Uw dag"]
    qtbot.waitUntil(lambda: len(tray.told) == 3, timeout=3_000)
    titles = [title for title, _ in tray.told]
    assert titles == ["Uw dag", "Te laat", "Bakkerij De Halm, vandaag"]
    assert window.told == []


def test_a_click_on_a_notification_opens_what_it_is_about(
    qtbot, archive, clock, today, tray, monkeypatch
):
    monkeypatch.setattr(module, "_APART_MS", 60)
    fill(archive, today)
    with archive.reading() as work:
        (promise,), (talk,) = work.commitments.all(), work.appointments.all()
    desk, window = a_desk(archive, clock)
    reminders = Reminders(desk, desk)
    for number in (1, 2, 3):
        qtbot.waitUntil(lambda number=number: len(tray.told) == number, timeout=3_000)
        reminders._tray.messageClicked.emit()
    assert window.went == [
        ("vandaag", {}),
        ("toezeggingen", {"commitment_id": promise.id}),
        ("afspraak", {"appointment_id": talk.id}),
    ]


def test_the_tray_has_a_menu_and_brings_the_window_back(qtbot, archive, clock, tray):
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    desk, told = a_desk(archive, clock)
    reminders = Reminders(desk, window)
    actions = {action.text(): action for action in reminders.menu.actions() if action.text()}
    assert list(actions) == ["Gesprekshulp openen", "Vandaag", "Toezeggingen", "Afsluiten"]
    actions["Toezeggingen"].trigger()
    assert told.went == [("toezeggingen", {})]
    assert window.isVisible()
    assert not window.isMinimized()
    actions["Afsluiten"].trigger()
    assert not window.isVisible()
    reminders._tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()
    desk.background.wait()


def test_in_the_window_more_than_a_few_are_counted_and_one_click_away(
    qtbot, archive, clock, today, monkeypatch
):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    client = a_client()
    with archive.transaction() as work:
        work.clients.save(client)
        work.commitments.save_all(
            [a_commitment(client, f"stuk {n}", due=today - timedelta(days=n)) for n in (1, 2, 3)]
            + [a_commitment(client, f"bord {n}", due=today) for n in (1, 2)]
        )
        work.settings.save(Settings(morning_overview=False))
    desk, window = a_desk(archive, clock)
    Reminders(desk, desk)
    shown(qtbot, desk)
    (words,) = window.told
    assert words.endswith("En nog 2 herinneringen.")
    assert window.undo is not None
    window.undo()
    assert window.went == [("vandaag", {})]


def test_an_empty_day_says_nothing(qtbot, archive, clock):
    desk, window = a_desk(archive, clock)
    reminders = Reminders(desk, desk)
    shown(qtbot, desk)
    assert window.told == []
    assert reminders.parent() is desk


def test_reminders_in_the_window_stay_short_enough_to_read(qtbot, archive, clock):
    desk, window = a_desk(archive, clock)
    reminders = Reminders(desk, desk)
    shown(qtbot, desk)
    long = [Reminder(f"sleutel {n}", f"Titel {n}", "woord " * 30) for n in range(3)]
    reminders._tell(tuple(long))
    assert window.told[-1].startswith("Titel 0: woord")
    assert "Titel 1" not in window.told[-1]
    assert window.told[-1].endswith("En nog 2 herinneringen.")
