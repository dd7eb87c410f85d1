"""Sending freezes a version: what was sent stays as it was, whatever happens after."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.decision import Decision, Scope
from gesprekshulp.domain.errors import NotFound, UserError
from gesprekshulp.domain.report import PartKind, ReportState, SentHow
from gesprekshulp.domain.report_rules import ReportSent
from gesprekshulp.services import (
    report_parts,
    report_registers,
    report_sending,
    report_versions,
    reports,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from gesprekshulp.storage.driver import driver_module
from tests.office import (
    a_client,
    a_commitment,
    a_decision,
    a_held_talk,
)


@pytest.fixture
def client() -> Client:
    return a_client()


@pytest.fixture
def talk(archive: Archive, client: Client) -> Appointment:
    made = a_held_talk(archive, client)
    with archive.transaction() as work:
        work.commitments.save(a_commitment(client, appointment_id=made.id))
    return made


@pytest.fixture
def decision(archive: Archive, client: Client, talk: Appointment) -> Decision:
    made = a_decision(client, "We kiezen systeem A", appointment_id=talk.id)
    with archive.transaction() as work:
        return work.decisions.save(made)


def test_a_sent_version_shows_what_was_sent_and_not_what_the_registers_say_now(
    archive: Archive, clock: Clock, talk: Appointment, decision: Decision
) -> None:
    reports.draft(archive, clock, talk.id)
    before = reports.document(archive, clock, talk.id)
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    report_registers.change_decision(archive, decision.id, "We kiezen systeem B", Scope.INSIDE)
    with archive.transaction() as work:
        work.appointments.save(replace(talk, place="Ergens anders", title="Iets anders"))
    later = Clock(clock.today() + timedelta(days=40))
    shown = reports.view(archive, later, talk.id)
    assert replace(shown.document, state=ReportState.DRAFT) == before
    assert [row.text for row in shown.document.decisions] == ["We kiezen systeem A"]
    assert shown.frozen is not None


def test_content_bytes_and_their_hashes_are_kept(
    archive: Archive, clock: Clock, talk: Appointment, decision: Decision
) -> None:
    given: list[tuple[bytes, bytes | None]] = []
    report = report_sending.mark_sent(
        archive, clock, talk.id, clock.today(), how=SentHow.MAIL, to="Annet Vos",
        pdf=lambda document: b"%PDF-1.7 " + document.title.encode(),
        deliver=lambda word, pdf: given.append((word, pdf)),
    )  # fmt: skip
    with archive.reading() as work:
        (frozen,) = work.frozen_reports.of_report(report.id)
        word = report_versions.word_file(work, frozen)
        pdf = report_versions.pdf_file(work, frozen)
    ((text,),) = archive.raw_rows("SELECT content FROM frozen_reports")
    assert given == [(word, pdf)]
    assert pdf == b"%PDF-1.7 Keuze van het kassasysteem"
    assert frozen.file_sha256 == hashlib.sha256(word).hexdigest()
    assert frozen.content_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert frozen.content.decisions == (decision.id,)
    assert (report.sent_how, report.sent_to) == (SentHow.MAIL, "Annet Vos")


@pytest.mark.parametrize("table", ["frozen_reports", "blobs"])
@pytest.mark.parametrize(
    "statement", ["DELETE FROM {table}", "UPDATE {table} SET rowid = rowid", "{change}"]
)
def test_nothing_can_change_or_remove_what_was_sent(
    archive: Archive, clock: Clock, talk: Appointment, table: str, statement: str
) -> None:
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    change = {
        "frozen_reports": "UPDATE frozen_reports SET content = ''",
        "blobs": "UPDATE blobs SET bytes = x'00'",
    }[table]
    with pytest.raises(
        driver_module().IntegrityError, match="a version that was sent is never changed"
    ):
        archive._writer.connection.execute(statement.format(table=table, change=change))


def test_bytes_that_were_not_sent_may_still_go(archive: Archive) -> None:
    with archive.transaction() as work:
        work.attachments.keep_bytes(b"iets anders")
    archive._writer.connection.execute("DELETE FROM blobs")
    assert archive.raw_rows("SELECT count(*) FROM blobs") == [(0,)]


def test_a_sent_version_is_written_again_byte_for_byte_in_the_house_style_it_had(
    archive: Archive, clock: Clock, talk: Appointment, decision: Decision, tmp_path: Path
) -> None:
    sent: list[bytes] = []
    report_sending.mark_sent(
        archive, clock, talk.id, clock.today(), deliver=lambda word, _: sent.append(word)
    )
    with archive.transaction() as work:
        house = replace(
            work.settings.load(), firm_name="Een andere naam", accent="#AA0000", own_name="Iemand"
        )
        work.settings.save(house)
    report_registers.change_decision(archive, decision.id, "We kiezen systeem B", Scope.INSIDE)
    written = reports.export(archive, clock, talk.id, tmp_path / "verslag.docx")
    assert written.read_bytes() == sent[0]


def test_a_version_that_is_not_there_is_said_so(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    with pytest.raises(NotFound, match="versie 3"):
        reports.view(archive, clock, talk.id, 3)


def test_older_versions_are_shown_and_written_beside_the_newest(
    archive: Archive, clock: Clock, talk: Appointment, decision: Decision, tmp_path: Path
) -> None:
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    reports.new_version(archive, clock, talk.id)
    report_registers.change_decision(archive, decision.id, "We kiezen systeem B", Scope.INSIDE)
    old = reports.view(archive, clock, talk.id, 1)
    new = reports.view(archive, clock, talk.id)
    assert [row.text for row in old.document.decisions] == ["We kiezen systeem A"]
    assert [row.text for row in new.document.decisions] == ["We kiezen systeem B"]
    assert old.is_kept
    assert new.since is not None
    (one,) = report_versions.compare(new.since.content, new.content)
    assert (one.where, one.before[:19], one.after[:19]) == (
        "Besluiten", "We kiezen systeem A", "We kiezen systeem B",
    )  # fmt: skip
    path = reports.export(archive, clock, talk.id, tmp_path / "een.docx", version=1)
    words = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert "We kiezen systeem A" in words


def test_a_report_tells_what_changed_only_when_that_is_wanted(
    archive: Archive, clock: Clock, talk: Appointment, decision: Decision
) -> None:
    reports.draft(archive, clock, talk.id)
    with pytest.raises(UserError, match="nog geen eerdere versie"):
        report_versions.tell_changes(archive, talk.id, True)
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    with pytest.raises(UserError, match="al verstuurd"):
        report_versions.tell_changes(archive, talk.id, True)
    reports.new_version(archive, clock, talk.id)
    report_registers.change_decision(archive, decision.id, "We kiezen systeem B", Scope.INSIDE)
    assert reports.document(archive, clock, talk.id).changes == ()
    report_versions.tell_changes(archive, talk.id, True)
    told = reports.document(archive, clock, talk.id)
    assert (told.changed_since, len(told.changes)) == (1, 1)
    undo_last(archive)
    assert reports.document(archive, clock, talk.id).changes == ()


def test_what_a_version_told_of_its_changes_stays_in_it(
    archive: Archive, clock: Clock, talk: Appointment, decision: Decision
) -> None:
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    reports.new_version(archive, clock, talk.id)
    report_registers.change_decision(archive, decision.id, "We kiezen systeem B", Scope.INSIDE)
    report_versions.tell_changes(archive, talk.id, True)
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    report_registers.change_decision(archive, decision.id, "Toch systeem A", Scope.INSIDE)
    (told,) = reports.document(archive, clock, talk.id).changes
    assert told.after.startswith("We kiezen systeem B")


def test_undoing_that_it_was_sent_opens_the_draft_and_sending_again_keeps_both(
    archive: Archive, clock: Clock, talk: Appointment, decision: Decision
) -> None:
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    undo_last(archive)
    opened = reports.view(archive, clock, talk.id)
    assert opened.report.state is ReportState.DRAFT
    assert opened.frozen is None
    report_registers.change_decision(archive, decision.id, "We kiezen systeem B", Scope.INSIDE)
    report = report_sending.mark_sent(archive, clock, talk.id, clock.today())
    with archive.reading() as work:
        kept = work.frozen_reports.of_report(report.id)
    said = [one.content.document.decisions[0].text for one in kept]
    assert said == ["We kiezen systeem B", "We kiezen systeem A"]
    shown = reports.document(archive, clock, talk.id)
    assert [row.text for row in shown.decisions] == ["We kiezen systeem B"]


def test_what_cannot_be_delivered_is_not_sent(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    def refuse(word: bytes, pdf: bytes | None) -> None:
        raise UserError("Deze map is vol.")

    with pytest.raises(UserError, match="vol"):
        report_sending.mark_sent(archive, clock, talk.id, clock.today(), deliver=refuse)
    assert reports.view(archive, clock, talk.id).report.state is ReportState.DRAFT


def test_a_sent_version_cannot_be_written_in(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    part = next(
        p for p in reports.view(archive, clock, talk.id).parts if p.kind is PartKind.CLOSING
    )
    with pytest.raises(ReportSent, match="nieuwe versie"):
        report_parts.edit_part(archive, clock, talk.id, part.id, "Anders")


def test_the_day_to_answer_by_stands_in_the_closing_and_stays_with_what_was_sent(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    report = reports.draft(archive, clock, talk.id)
    with archive.transaction() as work:
        work.reports.save(replace(report, reply_by=date(2026, 4, 1)))
    assert "1 april 2026" in reports.document(archive, clock, talk.id).closing[0]
    assert report_sending.mark_sent(archive, clock, talk.id, clock.today()).reply_by == date(
        2026, 4, 1
    )
