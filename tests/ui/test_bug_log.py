"""The log of bugs holds places in the code, and nothing of a client."""

from __future__ import annotations

from pathlib import Path

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.ui.bug_log import write_bug


def a_bug(archive) -> tuple[type[BaseException], object]:
    try:
        with archive.reading() as work:
            work.clients.find(object())
            ClientId("Bakkerij De Halm" + 1)  # type: ignore[operator]
    except Exception as error:  # noqa: BLE001  any bug will do
        return type(error), error.__traceback__
    raise AssertionError("no bug")


def test_places_are_written_without_the_folders_of_this_computer(archive, tmp_path):
    kind, trace = a_bug(archive)
    path = write_bug(tmp_path, kind, trace)
    text = path.read_text("utf-8")
    assert kind.__name__ in text
    assert "gesprekshulp/storage/" in text
    assert str(Path(__file__).parent) not in text
    assert "Halm" not in text


def test_a_full_log_makes_room(tmp_path):
    path = tmp_path / "fouten.txt"
    path.write_text("x" * 600_000, "utf-8")
    write_bug(tmp_path, ValueError, None)
    assert path.stat().st_size < 1_000
    assert (tmp_path / "fouten.oud.txt").stat().st_size == 600_000


def test_a_folder_that_cannot_be_written_does_not_hide_the_bug(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    path = write_bug(tmp_path / "weg", ValueError, None)
    assert path.parent == tmp_path
    assert "ValueError" in path.read_text("utf-8")
