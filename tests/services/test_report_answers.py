"""The client's answer: by whom and how, line by line, in a mail, or none at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from gesprekshulp.domain.appointment import AgendaItem, Appointment
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AgendaItemId, LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.report import ReportState
from gesprekshulp.domain.report_answer import AnswerHow, AnswerKind, seems_to_confirm
from gesprekshulp.services import (
    report_answers,
    report_corrections,
    report_registers,
    report_sending,
    reports,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.undo import undo_last
from gesprekshulp.storage.archive import Archive
from tests.office import (
    a_client,
    a_commitment,
    a_decision,
    a_held_talk,
    a_person,
)

MAIL = """From: "A. Vos" <Annet@Halm.example>
To: steven@dalen.example
Date: Fri, 13 Mar 2026 08:15:00 +0100
Subject: RE: Verslag van ons gesprek
Message-ID: <1@halm.example>
Content-Type: text/plain; charset=utf-8

{said}

Groet, Annet

Op do 12 mrt 2026 om 16:00 schreef Steven van Dalen <steven@dalen.example>:
> Klopt dit verslag? Sluit het aan bij wat u verwachtte?
"""


@pytest.fixture
def client() -> Client:
    return a_client()


@pytest.fixture
def talk(archive: Archive, client: Client) -> Appointment:
    made = a_held_talk(archive, client)
    item = AgendaItem(AgendaItemId(new_id()), made.id, 0, "Storingen")
    with archive.transaction() as work:
        work.agenda_items.save(item)
        work.people.save(a_person(client, email="annet@halm.example"))
        line = NoteLine(
            LineId(new_id()), made.id, 0, made.starts_at, LineKind.NOTE, agenda_item_id=item.id
        )
        work.note_lines.save(line.saying("Twee zaterdagen zonder kassa"))
        work.commitments.save(a_commitment(client, appointment_id=made.id))
    return made


@pytest.fixture
def decisions(archive: Archive, client: Client, talk: Appointment) -> tuple[Decision, ...]:
    made = (
        a_decision(client, "We kiezen systeem A", appointment_id=talk.id),
        a_decision(
            client, "Zonder onderhoud", appointment_id=talk.id, advice="Neem een contract",
            advice_reason="Te duur",
        ),
    )  # fmt: skip
    with archive.transaction() as work:
        work.decisions.save_all(made)
    return made


@pytest.fixture
def sent(
    archive: Archive, clock: Clock, talk: Appointment, decisions: tuple[Decision, ...]
) -> Appointment:
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    return talk


def stored(archive: Archive, decision: Decision) -> Decision:
    with archive.reading() as work:
        return work.decisions.get(decision.id)


def test_what_was_confirmed_is_marked_in_the_register_of_decisions(
    archive: Archive, clock: Clock, sent: Appointment, decisions: tuple[Decision, ...]
) -> None:
    report = report_answers.confirm(
        archive, clock, sent.id, "Annet Vos", clock.today(), AnswerHow.PHONE
    )
    assert (report.state, report.confirmed_by) == (ReportState.CONFIRMED, "Annet Vos")
    plain, against = (stored(archive, one) for one in decisions)
    assert (plain.confirmed_on, plain.confirmed_by) == (clock.today(), "Annet Vos")
    assert plain.advice_confirmed_on is None
    assert (against.advice_confirmed_on, against.advice_confirmed_by) == (
        clock.today(), "Annet Vos",
    )  # fmt: skip
    (found,) = report_answers.answers(archive, sent.id, 1)
    assert (found.answer.kind, found.answer.how) == (AnswerKind.CONFIRMED, AnswerHow.PHONE)
    undo_last(archive)
    assert stored(archive, decisions[0]).confirmed_on is None
    assert report_answers.answers(archive, sent.id, 1) == ()


def test_a_decision_that_got_other_words_since_is_not_confirmed(
    archive: Archive, clock: Clock, sent: Appointment, decisions: tuple[Decision, ...]
) -> None:
    first = decisions[0]
    report_registers.change_decision(archive, first.id, "We kiezen systeem B", first.scope)
    report_answers.confirm(archive, clock, sent.id, "Annet Vos", clock.today())
    assert stored(archive, first).confirmed_on is None


def test_what_was_confirmed_at_the_table_keeps_that_day(
    archive: Archive, clock: Clock, talk: Appointment, decisions: tuple[Decision, ...]
) -> None:
    earlier = clock.today() - timedelta(days=1)
    with archive.transaction() as work:
        work.decisions.save(replace(decisions[0], confirmed_on=earlier, confirmed_by="Joris"))
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    report_answers.confirm(archive, clock, talk.id, "Annet Vos", clock.today())
    assert stored(archive, decisions[0]).confirmed_by == "Joris"


def test_corrections_wait_for_the_next_version_and_are_taken_over_there(
    archive: Archive, clock: Clock, sent: Appointment, decisions: tuple[Decision, ...]
) -> None:
    lines = report_answers.lines(archive, sent.id)
    labels = {line.label for line in lines}
    assert labels >= {"Storingen", "Besluit", "Toezegging"}
    said = next(line for line in lines if line.label == "Storingen")
    decided = next(line for line in lines if line.text.startswith("We kiezen systeem A"))
    report = report_answers.correct(
        archive, clock, sent.id, "Annet Vos", clock.today(),
        [(said, "Drie zaterdagen zonder kassa."), (decided, "We kiezen systeem B"),
         (lines[-1], lines[-1].text)],
        AnswerHow.MAIL, rest_is_right=True,
    )  # fmt: skip
    assert report.state is ReportState.CORRECTED
    assert stored(archive, decisions[0]).confirmed_on is None
    assert stored(archive, decisions[1]).confirmed_on == clock.today()
    waiting = report_corrections.open_corrections(archive, sent.id)
    assert [one.after for one in waiting] == [
        "Drie zaterdagen zonder kassa.", "We kiezen systeem B",
    ]  # fmt: skip
    reports.new_version(archive, clock, sent.id)
    for one in waiting:
        report_corrections.take_over(archive, clock, sent.id, one.id)
    shown = reports.document(archive, clock, sent.id)
    assert [item.paragraphs for item in shown.discussed] == [("Drie zaterdagen zonder kassa.",)]
    assert {row.text for row in shown.decisions} == {"We kiezen systeem B", "Zonder onderhoud"}
    assert report_corrections.open_corrections(archive, sent.id) == ()
    undo_last(archive)
    assert len(report_corrections.open_corrections(archive, sent.id)) == 1


def test_a_promise_is_corrected_in_its_own_form_and_a_correction_can_be_set_aside(
    archive: Archive, clock: Clock, sent: Appointment
) -> None:
    promised = next(x for x in report_answers.lines(archive, sent.id) if x.label == "Toezegging")
    report_answers.correct(
        archive, clock, sent.id, "Annet", clock.today(), [(promised, "Offerte uiterlijk 1 april")]
    )
    reports.new_version(archive, clock, sent.id)
    (one,) = report_corrections.open_corrections(archive, sent.id)
    with pytest.raises(UserError, match="toezegging zelf"):
        report_corrections.take_over(archive, clock, sent.id, one.id)
    assert report_corrections.settle(archive, one.id, False).taken is False
    assert report_corrections.open_corrections(archive, sent.id) == ()


def test_an_answer_needs_a_name_and_a_day_that_has_been_and_something_to_correct(
    archive: Archive, clock: Clock, sent: Appointment
) -> None:
    with pytest.raises(UserError, match="wie"):
        report_answers.confirm(archive, clock, sent.id, " ", clock.today())
    with pytest.raises(UserError, match="latere dag"):
        report_answers.confirm(archive, clock, sent.id, "A", clock.today() + timedelta(days=1))
    with pytest.raises(UserError, match="wat er niet klopt"):
        report_answers.correct(archive, clock, sent.id, "A", clock.today(), [])


def test_a_mail_dropped_on_the_report_is_matched_and_kept(
    archive: Archive, clock: Clock, sent: Appointment, tmp_path: Path
) -> None:
    path = tmp_path / "antwoord.eml"
    path.write_text(MAIL.format(said="Ja, het verslag klopt. Akkoord."), encoding="utf-8")
    later = Clock(clock.today() + timedelta(days=2))
    read = report_answers.read_mail_answer(archive, later, sent.id, path)
    assert (read.person, read.email, read.confirms) == ("Annet Vos", "annet@halm.example", True)
    assert read.day == clock.today() + timedelta(days=1)
    assert "Op do 12 mrt" not in read.text
    report_answers.confirm(
        archive, later, sent.id, read.person, read.day, AnswerHow.MAIL, read.text, path
    )
    (found,) = report_answers.answers(archive, sent.id, 1)
    with archive.reading() as work:
        kept = work.attachments.get(found.answer.attachment_id or "")
        assert work.attachments.content(kept.sha256) == path.read_bytes()
    assert (kept.owner_kind, kept.name) == (OwnerKind.REPORT, "antwoord.eml")
    assert found.answer.text.startswith("Ja, het verslag klopt.")


def test_a_stranger_is_not_taken_for_one_of_the_client_and_a_but_is_no_yes(
    archive: Archive, clock: Clock, sent: Appointment, tmp_path: Path
) -> None:
    path = tmp_path / "antwoord.eml"
    said = MAIL.format(said="Klopt, maar de datum moet anders.")
    path.write_text(said.replace("Annet@Halm.example", "vreemd@elders.example"), encoding="utf-8")
    read = report_answers.read_mail_answer(archive, clock, sent.id, path)
    assert (read.person, read.sender, read.confirms) == ("", "A. Vos", False)
    path.write_bytes(b"geen mail")
    with pytest.raises(UserError):
        report_answers.read_mail_answer(archive, clock, sent.id, path)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Akkoord!", True),
        ("Dit is correct, dank.", True),
        ("Dit klopt niet.", False),
        ("Bedankt voor het toesturen.", False),
        ("Prima.\n\n> Klopt dit verslag niet?", True),
    ],
)
def test_what_a_mail_seems_to_say_is_only_a_proposal(text: str, yes: bool) -> None:
    assert seems_to_confirm(text) is yes


def test_silence_is_told_after_the_day_and_ends_when_an_answer_is_noted(
    archive: Archive, clock: Clock, sent: Appointment
) -> None:
    assert report_answers.waiting(archive, clock) == ()
    with pytest.raises(UserError, match="nog niet voorbij"):
        report_answers.note_silence(archive, clock, sent.id)
    later = Clock(clock.today() + timedelta(days=20))
    (one,) = report_answers.waiting(archive, later)
    assert (one.appointment_id, one.version, one.client_name) == (sent.id, 1, "Bakkerij De Halm")
    assert one.sent_on == clock.today()
    noted = report_answers.note_silence(archive, later, sent.id)
    assert noted.kind is AnswerKind.SILENT
    assert report_answers.waiting(archive, later) == ()
    report_answers.confirm(archive, later, sent.id, "Annet Vos", later.today())
    assert reports.view(archive, later, sent.id).report.state is ReportState.CONFIRMED


def test_a_version_that_was_replaced_waits_no_longer(
    archive: Archive, clock: Clock, sent: Appointment
) -> None:
    later = Clock(clock.today() + timedelta(days=20))
    reports.new_version(archive, later, sent.id)
    assert [one.version for one in report_answers.waiting(archive, later)] == [1]
    report_sending.mark_sent(archive, later, sent.id, later.today())
    assert report_answers.waiting(archive, later) == ()


def test_a_next_version_does_not_ask_again_for_a_choice_that_was_confirmed(
    archive: Archive, clock: Clock, sent: Appointment, decisions: tuple[Decision, ...]
) -> None:
    report_answers.confirm(archive, clock, sent.id, "Annet Vos", clock.today())
    reports.new_version(archive, clock, sent.id)
    (row,) = reports.document(archive, clock, sent.id).deviations
    assert row.confirmed_on == clock.today()
    later = Clock(clock.today() + timedelta(days=3), time(9))
    letter = report_sending.letter(archive, later, sent.id, ())
    assert "advies" not in letter.body
    report_sending.mark_sent(archive, later, sent.id, later.today())
    report_answers.confirm(archive, later, sent.id, "Joris Vos", later.today())
    assert stored(archive, decisions[1]).advice_confirmed_by == "Annet Vos"
