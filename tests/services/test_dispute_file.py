"""Geschildossier: what was sent, changed, answered, read back and first noted, with its hashes."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import docx
import pytest

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.read_back import ReadBack, ReadBackItem, ReadBackSection, Verdict
from gesprekshulp.domain.report_answer import AnswerHow
from gesprekshulp.services import (
    dispute_file,
    report_answers,
    report_corrections,
    report_parts,
    report_registers,
    report_sending,
    reports,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_decision, a_held_talk, an_appointment
from tests.services.test_report_answers import MAIL

SECRET = "de klant is wanhopig en betaalt elke prijs"


@pytest.fixture
def client() -> Client:
    return a_client()


@pytest.fixture
def talk(archive: Archive, client: Client) -> Appointment:
    made = a_held_talk(archive, client)
    at = datetime(2026, 3, 12, 9, 19, tzinfo=UTC)
    with archive.transaction() as work:
        noted = NoteLine(LineId(new_id()), made.id, 0, at, LineKind.DECISION)
        noted = work.note_lines.save(noted.saying("We kiezen systeem B"))
        secret = NoteLine(LineId(new_id()), made.id, 1, at, LineKind.INTERNAL)
        work.note_lines.save(secret.saying(SECRET))
        work.decisions.save(
            a_decision(
                client, "We kiezen systeem B", appointment_id=made.id, line_id=noted.id,
                advice="Systeem C", advice_reason="Te duur",
            )
        )  # fmt: skip
        item = ReadBackItem(
            noted.id, ReadBackSection.AGREED, "We kiezen systeem B", "We nemen systeem A",
            Verdict.OTHER,
        )  # fmt: skip
        back = ReadBack(new_id(), made.id, at + timedelta(hours=1), "Annet Vos", (item,))
        work.read_backs.save(back, (new_id(),))
    return made


def decision_of(archive: Archive, talk: Appointment) -> Decision:
    with archive.reading() as work:
        (found,) = work.decisions.of_appointment(talk.id)
    return found


@pytest.fixture
def told(archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path) -> Appointment:
    """Two versions were sent; the first was answered by mail with a correction."""
    mail = tmp_path / "antwoord.eml"
    mail.write_text(MAIL.format(said="Graag anders."), encoding="utf-8")
    report_sending.mark_sent(archive, clock, talk.id, clock.today(), to="Annet Vos")
    (line,) = [x for x in report_answers.lines(archive, talk.id) if x.label == "Besluit"]
    report_answers.correct(
        archive, clock, talk.id, "Annet Vos", clock.today(), [(line, "We kiezen systeem D")],
        AnswerHow.MAIL, "Graag anders.", mail,
    )  # fmt: skip
    reports.new_version(archive, clock, talk.id)
    (one,) = report_corrections.open_corrections(archive, talk.id)
    report_corrections.take_over(archive, clock, talk.id, one.id)
    report_sending.mark_sent(archive, clock, talk.id, clock.today(), to="Annet Vos")
    report_answers.confirm(archive, clock, talk.id, "Annet Vos", clock.today(), AnswerHow.PHONE)
    return talk


def opened(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def overview(files: dict[str, bytes]) -> str:
    document = docx.Document(io.BytesIO(files["geschildossier.docx"]))
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


def test_every_version_is_in_it_byte_for_byte(
    archive: Archive, clock: Clock, told: Appointment, tmp_path: Path
) -> None:
    files = opened(dispute_file.of_talk(archive, clock, told.id, tmp_path / "geschil"))
    with archive.reading() as work:
        for report in work.reports.of_appointment(told.id):
            frozen = work.frozen_reports.newest_of(report.id)
            assert frozen is not None
            content = work.attachments.content(frozen.file_sha256)
            assert content in [data for name, data in files.items() if name.endswith(".docx")]
    assert sum(name.endswith("inhoud.json") for name in files) == 2
    assert any(name.startswith("antwoorden/2026-03-12 antwoord.eml") for name in files)


def test_the_overview_tells_what_was_sent_changed_answered_read_back_and_first_noted(
    archive: Archive, clock: Clock, told: Appointment, tmp_path: Path
) -> None:
    files = opened(dispute_file.of_talk(archive, clock, told.id, tmp_path / "g.zip"))
    words = overview(files)
    for expected in (
        "gewijzigd sinds versie 1",
        "gecorrigeerd door Annet Vos (mail) op 12 maart 2026, 1 correctie: “Graag anders.”",
        "bevestigd door Annet Vos (telefoon) op 12 maart 2026",
        "We kiezen systeem D",
        "overgenomen",
        "“We nemen systeem A”",
        "Bevestigd door Annet Vos op 12 maart 2026",
        "Wijkt af van ons advies: Systeem C",
        "aan Annet Vos",
    ):
        assert expected in words
    assert "Eerst genoteerd" in words


def test_nothing_internal_is_in_it(
    archive: Archive, clock: Clock, told: Appointment, tmp_path: Path
) -> None:
    files = opened(dispute_file.of_talk(archive, clock, told.id, tmp_path / "g.zip"))
    for name, data in files.items():
        texts = [data]
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                texts = [packed.read(part) for part in packed.namelist()]
        assert not any(SECRET.encode() in text for text in texts), name


def test_a_part_that_was_left_out_was_not_sent_and_is_in_no_file(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    own = report_parts.add_part(archive, clock, talk.id, "Overweging", "Dit laten wij weg.")
    report_parts.show_part(archive, clock, talk.id, own.id, False)
    report_sending.mark_sent(archive, clock, talk.id, clock.today(), to="Annet Vos")
    files = opened(dispute_file.of_talk(archive, clock, talk.id, tmp_path / "g.zip"))
    (data,) = [files[name] for name in files if name.endswith("inhoud.json")]
    assert "systeem" in data.decode()
    assert "Dit laten wij weg" not in data.decode()


def test_the_same_archive_gives_the_same_bytes(
    archive: Archive, clock: Clock, told: Appointment, tmp_path: Path
) -> None:
    one = dispute_file.of_talk(archive, clock, told.id, tmp_path / "een.zip")
    two = dispute_file.of_talk(archive, clock, told.id, tmp_path / "twee.zip")
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not on this system")
def test_the_hashes_are_checked_with_sha256sum_and_a_changed_file_is_found(
    archive: Archive, clock: Clock, told: Appointment, tmp_path: Path
) -> None:
    folder = tmp_path / "uitgepakt"
    with zipfile.ZipFile(dispute_file.of_talk(archive, clock, told.id, tmp_path / "g.zip")) as z:
        z.extractall(folder)

    def check() -> int:
        command = ["sha256sum", "-c", "--quiet", "SHA256SUMS"]
        return subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode

    assert check() == 0
    assert "sha256sum -c SHA256SUMS" in (folder / "LEESMIJ.txt").read_text(encoding="utf-8")
    first = next(folder.rglob("versie 1/*.docx"))
    first.write_bytes(first.read_bytes() + b"!")
    assert check() != 0


def test_a_period_and_a_decision_bring_the_talks_that_belong_to_it(
    archive: Archive, clock: Clock, told: Appointment, client: Client, tmp_path: Path
) -> None:
    later = an_appointment(
        client, starts_at=datetime(2026, 3, 11, 9, tzinfo=UTC), title="Een ander gesprek"
    )
    with archive.transaction() as work:
        work.appointments.save(later)
        work.decisions.save(a_decision(client, "Iets anders", appointment_id=later.id))
    both = dispute_file.of_period(
        archive, clock, client.id, date(2026, 3, 1), date(2026, 3, 31), tmp_path / "p.zip"
    )
    assert "Een ander gesprek" in overview(opened(both))
    one = dispute_file.of_decision(
        archive, clock, decision_of(archive, told).id, tmp_path / "b.zip"
    )
    assert "Een ander gesprek" not in overview(opened(one))
    with pytest.raises(UserError, match="eindigt voor"):
        dispute_file.of_period(
            archive, clock, client.id, date(2026, 3, 2), date(2026, 3, 1), tmp_path / "x.zip"
        )


def test_without_anything_to_show_it_is_said_and_so_is_a_wrong_name(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    empty = an_appointment(client)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(empty)
    with pytest.raises(UserError, match="nog niets"):
        dispute_file.of_talk(archive, clock, empty.id, tmp_path / "g.zip")
    with pytest.raises(UserError, match=r"\.zip"):
        dispute_file.of_talk(archive, clock, empty.id, tmp_path / "g.docx")


def test_a_decision_that_changed_later_still_tells_its_first_words(
    archive: Archive, clock: Clock, told: Appointment, tmp_path: Path
) -> None:
    decision = decision_of(archive, told)
    report_registers.change_decision(archive, decision.id, "Toch systeem A", Scope.OUTSIDE)
    with archive.transaction() as work:
        work.decisions.save(replace(work.decisions.get(decision.id), stands=False))
    words = overview(opened(dispute_file.of_talk(archive, clock, told.id, tmp_path / "g.zip")))
    assert "“We nemen systeem A”" in words
    assert "later vervangen" in words
