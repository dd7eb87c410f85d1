"""The message after something was done, with the way back."""

from __future__ import annotations

from dataclasses import replace

from gesprekshulp.services import clients
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.undo_toast import did
from tests.office import a_client
from tests.ui.desks import a_desk


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
