"""Starting and closing the window, and what happens when that goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gesprekshulp.app import main
from gesprekshulp.domain.errors import UserError
from gesprekshulp.storage.archive import FILE_NAME, Archive
from gesprekshulp.ui import start as starting
from gesprekshulp.ui.shell.frame import Frame
from gesprekshulp.ui.spelling.underline import LineUnderline
from gesprekshulp.ui.start_failed import StartFailedPage
from gesprekshulp.ui.widgets.buttons import PrimaryButton
from gesprekshulp.ui.widgets.fields import TextField
from tests.office import a_client, a_commitment
from tests.ui.windows import a_window, begun, words_in


def test_a_first_start_makes_an_archive_in_the_background_and_asks_three_questions(tmp_path, clock):
    with a_window(tmp_path, clock, fill=None) as window:
        window.until(lambda: window.shell.current() == "welkom")
    assert (tmp_path / FILE_NAME).exists()


def test_an_office_that_has_begun_opens_on_today(tmp_path, clock):
    with a_window(tmp_path, clock) as window:
        assert window.shell.current() == "vandaag"
        assert window.frame.windowTitle() == "Vandaag · Gesprekshulp"


def test_the_last_place_and_small_things_are_found_back(tmp_path, clock):
    client = a_client()
    with a_window(tmp_path, clock, lambda work: (begun(work), work.clients.save(client))) as window:
        window.go("klant", client_id=client.id)
        window.shell.state.put("kolommen/proef", "120,80")
    with a_window(tmp_path, clock, fill=None) as again:
        assert again.shell.current() == "klant"
        assert again.shell.state.get("kolommen/proef") == "120,80"


def test_the_window_keeps_its_size(tmp_path, clock):
    with a_window(tmp_path, clock, size=(1100, 700)) as window:
        kept = window.frame.saveGeometry()
    frame = Frame(tmp_path)
    # The screen of these tests is smaller than a window may be, so its width is no measure.
    assert frame.height() == 700
    assert isinstance(kept, QByteArray)
    frame.deleteLater()


def test_a_broken_archive_is_said_in_the_window_and_can_be_tried_again(tmp_path, clock):
    archive = Archive.open(tmp_path, clock.now)
    with archive.transaction() as work:
        begun(work)
    archive.close()
    good = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(b"stuk" * 5_000)
    with a_window(tmp_path, clock, fill=None) as window:
        page = window.shell.page(window.shell.current())
        assert isinstance(page, StartFailedPage)
        assert any("Er is niets gewijzigd." in words for words in words_in(page))
        (tmp_path / FILE_NAME).write_bytes(good)
        page.findChildren(PrimaryButton)[0].click()
        window.settle()
        assert window.shell.current() == "vandaag"


def test_a_bug_is_said_in_one_sentence_and_logged_without_what_a_client_said(tmp_path, clock):
    with a_window(tmp_path, clock) as window:
        try:
            raise RuntimeError("Bakkerij De Halm betaalt niet")
        except RuntimeError as error:
            window.start.report_bug(type(error), error, error.__traceback__)
        assert "Wat u bewaarde is er nog" in window.said
    log = (tmp_path / "fouten.txt").read_text("utf-8")
    assert "RuntimeError" in log
    assert "test_start.py" in log
    assert "Halm" not in log


def test_a_mistake_of_the_user_that_nobody_caught_is_said_as_it_is(tmp_path, clock):
    with a_window(tmp_path, clock) as window:
        error = UserError("Kies eerst een dag.")
        window.start.report_bug(type(error), error, None)
        assert window.said == "Kies eerst een dag."
    assert not (tmp_path / "fouten.txt").exists()


def test_the_numbers_in_the_sidebar_follow_what_is_written(tmp_path, clock, today):
    client = a_client()
    late = a_commitment(client, due=today.replace(day=2))
    with a_window(tmp_path, clock) as window:
        window.until(lambda: "klanten" in window.shell._counts)
        assert window.shell._counts["klanten"][0] == ""
        with window.archive.transaction("proef") as work:
            work.clients.save(client)
            work.commitments.save(late)
        window.desk.wrote()
        window.until(lambda: window.shell._counts["klanten"][0] == "1")
        assert window.shell._counts["toezeggingen"][1] == "1 te laat"
        assert window.shell._names[2] == "Bewaard om 09:12"


def test_the_program_can_be_timed_until_its_first_page(tmp_path):
    # In its own process: it ends the program.
    done = subprocess.run(
        [sys.executable, "-m", "gesprekshulp", "--map", str(tmp_path)],
        env={**os.environ, "GESPREKSHULP_QUIT_AFTER_PAINT": "1", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    moments = json.loads(done.stdout.splitlines()[-1])
    assert moments["painted"] < moments["filled"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")
def test_without_a_screen_one_sentence_is_said_and_qt_is_not_asked(monkeypatch, capsys, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    class NoApplication:
        @staticmethod
        def instance() -> None:
            return None

    monkeypatch.setattr(starting, "QApplication", NoApplication)
    assert main(["--map", str(tmp_path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Er is geen scherm")


def test_a_folder_that_cannot_be_used_is_named(tmp_path, clock, monkeypatch):
    def full(*_: object) -> Archive:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Archive, "open", full)
    with a_window(tmp_path, clock, fill=None) as window:
        page = window.shell.page(window.shell.current())
        assert any(str(tmp_path) in words and "ruimte" in words for words in words_in(page))


def test_closing_waits_for_what_is_being_written(tmp_path: Path, clock):
    with a_window(tmp_path, clock) as window:
        archive, client = window.archive, a_client()

        def slowly() -> None:
            with archive.transaction() as work:
                work.clients.save(client)

        window.desk.background.run(slowly)
    again = Archive.open(tmp_path, clock.now)
    with again.reading() as work:
        assert work.clients.count() == 1
    again.close()


def test_a_field_gets_no_spelling_any_more_when_the_window_has_closed(tmp_path, clock):
    with a_window(tmp_path, clock) as window:
        window.start._on_a_quiet_moment()
        first = TextField(parent=window.frame, name="Wat")
        second = TextField("een ofertte", window.frame, name="Waarom")
        first.show()
        second.show()
        window.frame.activateWindow()
        first.setFocus()
        first.insert("de jaarekening")
        assert first.findChildren(LineUnderline)
        window.start.close()
        # A window that is taken down lets the focus go from one field to the next; the words of
        # another client would be loaded by a background that has gone already.
        second.setFocus()
        assert not second.findChildren(LineUnderline)


def test_a_file_dropped_before_the_archive_is_open_is_looked_at_when_it_is(tmp_path, clock):
    table = tmp_path / "relaties.csv"
    table.write_text("Bedrijf;Plaats\nDe Halm;Heerdam\n", "utf-8")
    with a_window(tmp_path / "archief", clock) as window:
        desk, window.start._desk = window.start._desk, None
        window.start._take_dropped([table])
        assert window.shell.current() == "vandaag"
        window.start._desk = desk
        window.start._take_dropped(window.start._dropped)
        window.settle()
        assert window.shell.current() == "inlezen"
