"""The panel of files, on a real archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.client import Client
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.attachments.panel import AttachmentPanel, size_words
from gesprekshulp.ui.widgets.form_dialog import FormDialog
from tests.office import a_client
from tests.ui.desks import ToldWindow, a_desk


@pytest.fixture
def client(archive: Archive) -> Client:
    with archive.transaction() as work:
        return work.clients.save(a_client())


@pytest.fixture
def shown(
    archive: Archive, clock: Clock, client: Client, qtbot: QtBot
) -> Iterator[tuple[AttachmentPanel, ToldWindow]]:
    desk, window = a_desk(archive, clock)
    panel = AttachmentPanel(desk, OwnerKind.CLIENT, client.id, client.id)
    qtbot.addWidget(panel)
    yield panel, window
    desk.background.wait()


def dropped(panel: AttachmentPanel, qtbot: QtBot, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    before = len(panel.rows)
    panel.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    qtbot.waitUntil(lambda: len(panel.rows) == before + len(paths), timeout=5000)


def a_file(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(name.encode())
    return path


def test_dropped_files_stand_in_the_list(
    shown: tuple[AttachmentPanel, ToldWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    panel, window = shown
    dropped(panel, qtbot, a_file(tmp_path, "een.txt"), a_file(tmp_path, "twee.txt"))
    assert {row.file.name for row in panel.rows} == {"een.txt", "twee.txt"}
    assert window.told == ["2 stukken toegevoegd."]
    assert window.undo is not None
    window.undo()
    assert panel.rows == []


def test_one_dropped_file_is_named_and_is_not_named_in_a_report_of_its_own_accord(
    shown: tuple[AttachmentPanel, ToldWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    panel, window = shown
    dropped(panel, qtbot, a_file(tmp_path, "een.txt"))
    assert window.told == ["Stuk “een.txt” toegevoegd."]
    assert not panel.rows[0].check.isVisibleTo(panel)


def test_a_folder_is_refused_and_the_rest_goes_on(
    shown: tuple[AttachmentPanel, ToldWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    panel, window = shown
    panel.add([tmp_path, a_file(tmp_path, "wel.txt")])
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=5000)
    assert window.told[0].startswith("Stuk “wel.txt” toegevoegd. “")
    assert "geen bestand" in window.told[0]
    panel.add([tmp_path])
    qtbot.waitUntil(lambda: bool(window.failed), timeout=5000)
    assert "geen bestand" in window.failed[0]


def test_removing_is_done_at_once_and_can_be_undone(
    shown: tuple[AttachmentPanel, ToldWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    panel, window = shown
    dropped(panel, qtbot, a_file(tmp_path, "een.txt"))
    panel.remove(panel.rows[0].file)
    assert panel.rows == []
    assert window.undo is not None
    window.undo()
    assert [row.file.name for row in panel.rows] == ["een.txt"]


def test_a_file_opens_through_a_copy_that_can_only_be_read(
    shown: tuple[AttachmentPanel, ToldWindow],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel, _ = shown
    opened: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True
    )
    dropped(panel, qtbot, a_file(tmp_path, "een.txt"))
    panel.rows[0].open_button.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=5000)
    assert opened[0].read_bytes() == b"een.txt"
    assert opened[0].stat().st_mode & 0o222 == 0


def test_a_file_gets_another_name(
    shown: tuple[AttachmentPanel, ToldWindow],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel, _ = shown
    dropped(panel, qtbot, a_file(tmp_path, "een.txt"))
    monkeypatch.setattr(FormDialog, "ask", lambda *_, **__: {"name": "Eerste"})
    panel.rename(panel.rows[0].file)
    assert panel.rows[0].file.name == "Eerste.txt"


@pytest.mark.parametrize(
    ("size", "words"), [(12, "12 bytes"), (340_400, "340 kB"), (1_234_567, "1,2 MB")]
)
def test_sizes_are_said_as_people_do(size: int, words: str) -> None:
    assert size_words(size) == words
