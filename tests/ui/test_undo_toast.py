"""The message after something was done, with the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gesprekshulp.services import clients
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.undo_toast import did
from tests.office import a_client
from tests.ui.desks import a_desk
from tests.ui.windows import a_window


def test_what_was_done_is_said_and_taken_back_once(archive: Archive, clock: Clock) -> None:
    desk, window = a_desk(archive, clock)
    changed: list[int] = []
    desk.changed.connect(lambda: changed.append(1))
    client = clients.make(archive, a_client())
    clients.change(archive, replace(client, city="Oostmeer"))
    did(desk, "Klant gewijzigd.")
    assert window.told == ["Klant gewijzigd."]
    assert window.undo is not None
    window.undo()
    with archive.reading() as work:
        assert work.clients.get(client.id).city == ""
    assert len(changed) == 2


def test_later_work_is_not_lost_by_undoing_and_that_is_said(archive: Archive, clock: Clock) -> None:
    desk, window = a_desk(archive, clock)
    client = clients.make(archive, a_client())
    clients.change(archive, replace(client, city="Oostmeer"))
    did(desk, "Klant gewijzigd.")
    clients.change(archive, replace(client, city="Heerdam"))
    assert window.undo is not None
    window.undo()
    assert "daarna" in window.told[-1]
    with archive.reading() as work:
        assert work.clients.get(client.id).city == "Heerdam"


def test_ctrl_z_takes_back_the_last_thing_also_when_its_message_is_gone(tmp_path, clock):
    with a_window(tmp_path / "archief", clock) as opened:
        opened.go("klanten")
        made = clients.make(opened.archive, a_client())
        opened.desk.wrote()
        assert opened.said == ""
        QTest.keyClick(opened.shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        opened.settle()
        assert opened.said.startswith("Ongedaan gemaakt: ")
        with opened.archive.reading() as work:
            assert work.clients.find(made.id) is None
        QTest.keyClick(opened.shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        opened.settle()
        assert opened.said == "Er is niets om ongedaan te maken."


def test_ctrl_z_leaves_alone_what_was_done_before_the_program_opened(tmp_path, clock):
    archive = Archive.open(tmp_path / "archief", Clock(clock.fixed_day, time(8)).now)
    made = clients.make(archive, a_client())
    archive.close()
    with a_window(tmp_path / "archief", clock) as opened:
        QTest.keyClick(opened.shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        opened.settle()
        with opened.archive.reading() as work:
            assert work.clients.find(made.id) is not None
