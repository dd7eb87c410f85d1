"""Exporting what the page shows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.office import a_commitment
from tests.ui.answers import save_as_proposed
from tests.ui.commitments.conftest import Office, in_days


@pytest.fixture
def to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user saves: the folder; the name is what was proposed."""
    folder = tmp_path / "uit"
    folder.mkdir()
    save_as_proposed(monkeypatch, folder)
    return folder


def export(office: Office, qtbot: QtBot, words: str) -> None:
    menu = office.page.toolbar.export_menu()
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    qtbot.waitUntil(lambda: bool(office.window.told or office.window.failed))


def rows(folder: Path) -> list[list[str]]:
    (file,) = folder.glob("*.csv")
    text = file.read_text("utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=";"))


@pytest.mark.parametrize(
    ("words", "end"), [("Excel", ".xlsx"), ("Word", ".docx"), ("Agenda", ".ics")]
)
def test_each_kind_of_file_is_written_and_can_be_opened(
    office: Office, to: Path, qtbot: QtBot, words: str, end: str
) -> None:
    export(office, qtbot, words)
    (file,) = to.glob(f"*{end}")
    assert file.stat().st_size > 100
    assert office.window.told == [f"“{file.name}” staat in {to}."]
    assert office.window.undo is not None


def test_a_table_holds_what_the_list_shows(office: Office, to: Path, qtbot: QtBot) -> None:
    office.page.open(view="te_laat")
    export(office, qtbot, "Tabel")
    assert [row[3] for row in rows(to)[1:]] == ["wagenlijst aanleveren",
                                                "kostenvergelijking sturen"]  # fmt: skip
    (file,) = to.iterdir()
    assert file.name == "Toezeggingen, te laat 12 maart 2026.csv"


def test_the_filter_and_the_grouping_are_exported_too(
    office: Office, to: Path, qtbot: QtBot
) -> None:
    office.page.open(by="klant")
    qtbot.keyClicks(office.page.search.edit, "sturen")
    export(office, qtbot, "Tabel")
    assert [row[3] for row in rows(to)[1:]] == ["kostenvergelijking sturen", "cijfers sturen"]


def test_a_board_exports_its_days(office: Office, to: Path, qtbot: QtBot) -> None:
    office.page.toolbar.shape._choose("week")
    qtbot.waitUntil(lambda: bool(office.page.shelf.board.view.days))
    export(office, qtbot, "Tabel")
    assert len(rows(to)) == 1 + 4


def test_stopping_leaves_no_file(office: Office, to: Path, qtbot: QtBot) -> None:
    with office.desk.archive.transaction(None) as work:
        work.commitments.save_all(
            a_commitment(office.halm, f"stuk {number}", due=in_days(3)) for number in range(3_000)
        )
    menu = office.page.toolbar.export_menu()
    next(action for action in menu.actions() if action.text().startswith("Tabel")).trigger()
    office.page.acts.exporter.strip.cancelled.emit()
    office.desk.background.wait()
    qtbot.wait(50)
    assert list(to.iterdir()) == []
    assert office.window.told == []


def test_a_place_that_takes_no_file_is_told(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    nowhere = tmp_path / "weg" / "lijst.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    export(office, qtbot, "Tabel")
    assert "bestaat niet" in office.window.failed[0]
    assert not office.page.acts.exporter.strip.isVisible()
