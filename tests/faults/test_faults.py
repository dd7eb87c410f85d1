"""What was saved is still there: after a kill, on a full disk, and with two writers at once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gesprekshulp.app import main
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.domain.note import NoteLine
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import FILE_NAME, Archive
from gesprekshulp.storage.driver import ArchiveUnreadable, Key, connect
from tests.office import an_appointment

WRITER = Path(__file__).with_name("writer.py")
KEY = "archief.sleutel"
posix = pytest.mark.skipif(os.name != "posix", reason="limits and signals of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archief"


@pytest.fixture
def talk(folder: Path) -> AppointmentId:
    """A talk to note lines in."""
    archive = Archive.open(folder, Clock().now)
    with archive.transaction() as work:
        talk = work.appointments.save(an_appointment())
    archive.close()
    return talk.id


def started(folder: Path, talk: AppointmentId, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(folder), talk, *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def lines(folder: Path, talk: AppointmentId) -> tuple[NoteLine, ...]:
    """The lines in the archive, which must be whole and sound."""
    connection = connect(folder / FILE_NAME, Key.of_folder(folder, make=False))
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for index in ("search_index", "search_index_names"):
        connection.execute(f"INSERT INTO {index}({index}) VALUES('integrity-check')")
    connection.close()
    archive = Archive.open(folder, Clock().now)
    with archive.reading() as work:
        found = work.note_lines.of_appointment(talk)
        indexed = work.search.find("regel", 1_000_000)
    archive.close()
    assert len(indexed) == len(found)
    return found


@posix
def test_a_killed_program_has_lost_no_line_that_it_said_was_saved(folder, talk, times):
    saved: set[str] = set()
    chance = random.Random(7)
    for turn in range(times):
        process = started(folder, talk, f"beurt {turn}")
        assert process.stdout is not None
        saved.add(process.stdout.readline().strip())  # it has begun
        time.sleep(chance.uniform(0.01, 0.4))
        process.send_signal(signal.SIGKILL)
        said, told = process.communicate()
        assert told == ""
        saved.update(said.splitlines())
        assert saved <= {line.id for line in lines(folder, talk)}
    assert len(saved) > times


@posix
def test_a_full_disk_is_said_in_one_sentence_and_takes_nothing_away(folder, talk):
    import resource

    before = lines(folder, talk)
    most = (folder / FILE_NAME).stat().st_size + 200_000

    def no_more_room() -> None:
        # Writing past this gives an error, as a full disk does; without the signal's default.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = subprocess.run(
        [sys.executable, str(WRITER), str(folder), talk, "vol"],
        capture_output=True,
        text=True,
        preexec_fn=no_more_room,
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("ArchiveFullError: Het archief ")
    saved = set(done.stdout.splitlines())
    assert {line.id for line in lines(folder, talk)} == saved | {line.id for line in before}


@posix
def test_after_a_full_disk_has_room_again_writing_goes_on(folder, talk):
    process = started(folder, talk, "erna", "3")
    said, told = process.communicate()
    assert (told, process.returncode) == ("", 0)
    assert {line.id for line in lines(folder, talk)} == set(said.splitlines())


@posix
def test_two_programs_can_write_at_the_same_time(folder, talk, times):
    number = 15 * times
    both = [started(folder, talk, name, str(number)) for name in ("links", "rechts")]
    saved: set[str] = set()
    for process in both:
        said, told = process.communicate()
        assert (told, process.returncode) == ("", 0)
        saved.update(said.splitlines())
    assert len(saved) == 2 * number
    assert {line.id for line in lines(folder, talk)} == saved


def test_a_folder_that_cannot_be_one_is_refused(tmp_path, capsys):
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    assert main(["klanten", "--map", str(tmp_path / "bestand" / "archief")]) == 1
    assert "gegevensmap" in one_sentence(capsys)


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_refused(folder, talk, capsys):
    folder.chmod(0)
    try:
        assert main(["klanten", "--map", str(folder)]) == 1
    finally:
        folder.chmod(0o700)
    one_sentence(capsys)
    assert lines(folder, talk) == ()


@pytest.mark.parametrize("kept", [0, 16, 31])
def test_a_truncated_key_is_refused_and_stays_as_it_is(folder, talk, capsys, kept):
    whole = (folder / KEY).read_bytes()
    (folder / KEY).write_bytes(whole[:kept])
    assert main(["klanten", "--map", str(folder)]) == 1
    assert "sleutelbestand" in one_sentence(capsys)
    assert (folder / KEY).read_bytes() == whole[:kept]
    (folder / KEY).write_bytes(whole)
    assert lines(folder, talk) == ()


def test_a_lost_key_is_not_replaced_by_another(folder, talk, capsys):
    kept = (folder / KEY).read_bytes()
    (folder / KEY).unlink()
    assert main(["klanten", "--map", str(folder)]) == 1
    assert "ontbreekt" in one_sentence(capsys)
    assert not (folder / KEY).exists()
    (folder / KEY).write_bytes(kept)
    assert lines(folder, talk) == ()


def test_a_key_that_is_a_folder_is_refused(folder, talk):
    (folder / KEY).unlink()
    (folder / KEY).mkdir()
    with pytest.raises(ArchiveUnreadable, match="sleutelbestand"):
        Archive.open(folder, Clock().now)


@pytest.mark.parametrize("cut", [0.5, 0.9])
def test_an_archive_that_was_cut_off_is_refused_or_read_but_never_replaced(
    folder, talk, capsys, cut
):
    file = folder / FILE_NAME
    part = file.read_bytes()[: int(file.stat().st_size * cut)]
    file.write_bytes(part)
    assert main(["klanten", "--map", str(folder)]) in (0, 1)
    assert file.read_bytes()[: len(part)] == part
    assert "Traceback" not in capsys.readouterr().err


def one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    error = capsys.readouterr().err
    assert len(error.splitlines()) == 1
    return error
