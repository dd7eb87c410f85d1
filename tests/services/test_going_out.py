"""There is no way out past the search for leaks, for papers, messages, lists and dispute files."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import gesprekshulp
from gesprekshulp.cli import parse, run
from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.draft import Draft, OutDraft, mailto
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.paper import OutPaper, PaperKind
from gesprekshulp.domain.papers.kinds import OF_TALK
from gesprekshulp.domain.text import InternalText
from gesprekshulp.exchange.mail_out import eml
from gesprekshulp.exchange.word.report import build_paper
from gesprekshulp.services import (
    checking,
    commitment_export,
    dispute_file,
    going_out,
    report_answers,
    report_parts,
    report_sending,
    reports,
    week_round,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.going_out import ReportLeaks
from gesprekshulp.services.report_reading import read_version
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.paper.command import make_pdf_without_window
from gesprekshulp.ui.paper.out import save_paper
from gesprekshulp.ui.paper.pdf import make_pdf
from gesprekshulp.ui.paper.printing import print_paper
from tests.office import (
    a_client,
    a_commitment,
    a_decision,
    a_participant,
    an_appointment,
)

SECRET = "vindt de helpdesk eigenlijk waardeloos"
OTHER = "Veldkamp Transport"


@pytest.fixture
def client(archive: Archive) -> Client:
    made = a_client(remarks=InternalText(SECRET), email="info@halm.example")
    with archive.transaction() as work:
        work.clients.save(made)
        work.clients.save(a_client(OTHER))
    return made


@pytest.fixture
def talk(archive: Archive, client: Client) -> Appointment:
    made = an_appointment(client, status=AppointmentStatus.HELD)
    with archive.transaction() as work:
        work.appointments.save(made)
        work.participants.save(a_participant(made, present=True))
    return made


def promised(archive: Archive, client: Client, what: str, **more: object):
    made = a_commitment(client, what, **more)
    with archive.transaction() as work:
        work.commitments.save(made)
    return made


# --- the types ---


@pytest.mark.parametrize(
    "way", [build_paper, make_pdf, make_pdf_without_window, print_paper, save_paper]
)
def test_what_sets_a_paper_outside_takes_only_what_was_cleared(way) -> None:
    assert get_type_hints(way)["paper"] is OutPaper


@pytest.mark.parametrize("way", [eml, mailto])
def test_what_writes_a_message_takes_only_what_was_cleared(way) -> None:
    assert get_type_hints(way)["draft"] is OutDraft


def test_only_one_file_says_that_something_may_leave() -> None:
    """Who calls one of these elsewhere has found a way round the search."""
    only = {
        "OutPaper": {"services/going_out.py"},
        "OutDraft": {"services/going_out.py"},
        "for_own_use": {
            "services/dossier_paper.py", "services/handover.py",
        },
        "eml": {"services/messages.py"},
        "write_csv": {"services/commitment_export.py"},
        "write_xlsx": {"services/commitment_export.py"},
        "build_register": {"services/commitment_export.py"},
    }  # fmt: skip
    root = Path(gesprekshulp.__file__).parent
    found: dict[str, set[str]] = {name: set() for name in only}
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in found:
                    found[name].add(path.relative_to(root).as_posix())
    assert found == only


# --- the Friday round ---


@pytest.mark.parametrize("what", [f"Annet {SECRET}, bellen", f"vervoer regelen met {OTHER}"])
def test_a_message_of_the_friday_round_is_read(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path, what: str
) -> None:
    promise = promised(archive, client, what)
    (made,) = week_round.drafts(archive, clock, [promise.id], [])
    assert "haal het eruit" in made.stopped
    with pytest.raises(ReportLeaks, match="Het bericht aan Bakkerij De Halm kan zo niet weg"):
        week_round.save(archive, clock, [made], tmp_path)
    assert list(tmp_path.glob("*.eml")) == []


def test_one_bad_message_keeps_the_others_inside_too(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    quiet = a_client("Stille BV")
    with archive.transaction() as work:
        work.clients.save(quiet)
    chosen = [promised(archive, quiet, "bellen"), promised(archive, client, f"zoals bij {OTHER}")]
    made = week_round.drafts(archive, clock, [one.id for one in chosen], [])
    assert [bool(one.stopped) for one in made] == [True, False]
    with pytest.raises(ReportLeaks):
        week_round.save(archive, clock, made, tmp_path)
    assert list(tmp_path.glob("*.eml")) == []
    week_round.save(archive, clock, made[1:], tmp_path)
    assert [path.name for path in tmp_path.glob("*.eml")] == ["Stille BV.eml"]


def test_words_of_a_promise_that_were_said_at_the_table_are_no_secret(
    archive: Archive, clock: Clock, client: Client
) -> None:
    promise = promised(archive, client, f"uitzoeken waarom u de helpdesk {SECRET[7:]}", said="Ja")
    (made,) = week_round.drafts(archive, clock, [promise.id], [])
    assert made.stopped == ""


def test_who_promised_something_may_be_a_client_too(
    archive: Archive, clock: Clock, client: Client
) -> None:
    promise = promised(archive, client, "rit plannen", side=Side.THIRD, who=OTHER)
    (made,) = week_round.drafts(archive, clock, [promise.id], [])
    assert OTHER in made.draft.body
    assert made.stopped == ""


# --- lists ---


@pytest.mark.parametrize("end", [".csv", ".xlsx", ".docx"])
@pytest.mark.parametrize("what", [f"Annet {SECRET}, bellen", f"vervoer regelen met {OTHER}"])
def test_a_list_of_one_client_is_read(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path, end: str, what: str
) -> None:
    chosen = [promised(archive, client, "offerte sturen").id, promised(archive, client, what).id]
    target = tmp_path / f"lijst{end}"
    with pytest.raises(ReportLeaks, match="De lijst kan zo niet weg"):
        commitment_export.export(archive, clock, chosen, target)
    assert list(tmp_path.glob("*lijst*")) == []
    assert commitment_export.export(archive, clock, chosen[:1], target).exists()


def test_the_name_of_the_file_of_a_list_is_read(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    chosen = [promised(archive, client, "offerte sturen").id]
    with pytest.raises(ReportLeaks):
        commitment_export.export(archive, clock, chosen, tmp_path / f"{OTHER}.csv")


def test_a_list_of_several_clients_is_for_us(
    archive: Archive, clock: Clock, client: Client, tmp_path: Path
) -> None:
    other = a_client("Stille BV")
    with archive.transaction() as work:
        work.clients.save(other)
    chosen = [promised(archive, one, f"net als {OTHER}").id for one in (client, other)]
    assert commitment_export.export(archive, clock, chosen, tmp_path / "lijst.csv").exists()


def test_a_name_passed_over_in_a_report_of_the_client_may_stand_in_its_list(
    archive: Archive, clock: Clock, client: Client, talk: Appointment, tmp_path: Path
) -> None:
    report_parts.add_part(archive, clock, talk.id, "Extra", f"{OTHER} rijdt voor u.")
    (leak,) = [one for one in checking.check(archive, clock, talk.id).remarks if one.blocks]
    checking.skip(archive, clock, talk.id, leak)
    chosen = [promised(archive, client, f"rit plannen met {OTHER}").id]
    assert commitment_export.export(archive, clock, chosen, tmp_path / "lijst.csv").exists()


# --- documents about a talk ---


@pytest.mark.parametrize("kind", OF_TALK)
def test_no_kind_passes_by_word_pdf_printer_or_command_line(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, kind: PaperKind
) -> None:
    with archive.transaction() as work:
        client = work.clients.get(talk.client_id)
        work.decisions.save(a_decision(client, f"Net als {OTHER}", appointment_id=talk.id))
        work.commitments.save(a_commitment(client, f"bellen met {OTHER}", appointment_id=talk.id))

    def no_pdf(paper: OutPaper) -> bytes:
        raise AssertionError("there is nothing to make")

    for end in ("docx", "pdf"):
        target = tmp_path / f"v.{end}"
        with pytest.raises(ReportLeaks):
            reports.export(archive, clock, talk.id, target, kind=kind, make_pdf=no_pdf)
    with pytest.raises(ReportLeaks):
        reports.paper_out(archive, clock, talk.id, kind=kind)
    folder = archive.path.parent
    archive.close()
    request = parse(
        ["verslag", talk.id, "--soort", kind.value, "--naar", str(tmp_path / "v.docx"),
         "--map", str(folder), "--peildatum", "2026-03-12"]
    )  # fmt: skip
    with pytest.raises(ReportLeaks):
        run(request, no_pdf)
    assert list(tmp_path.glob("v.*")) == []


def test_words_from_an_earlier_talk_that_were_internal_stay_inside(
    archive: Archive, clock: Clock, client: Client, talk: Appointment, tmp_path: Path
) -> None:
    before = an_appointment(client, starts_at=clock.now() - timedelta(days=90))
    line = NoteLine(
        LineId(new_id()), before.id, 1, clock.now(), LineKind.INTERNAL,
        internal=InternalText("Joris luistert nooit naar zijn zus"),
    )  # fmt: skip
    with archive.transaction() as work:
        work.appointments.save(before)
        work.note_lines.save(line)
    report_parts.add_part(archive, clock, talk.id, "Extra", "Joris luistert nooit naar zijn zus.")
    with pytest.raises(ReportLeaks):
        reports.export(archive, clock, talk.id, tmp_path / "v.docx")


def test_the_file_beside_a_mailto_is_read_and_what_was_sent_can_be_reminded_of(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    draft = report_sending.letter(archive, clock, talk.id, ())
    target = tmp_path / f"Verslag {OTHER}.docx"
    with pytest.raises(ReportLeaks, match="naam van het bestand"):
        report_sending.send_with_mailto(archive, clock, talk.id, draft, target)
    assert not target.exists()
    report_parts.rename_report(archive, clock, talk.id, "Zoals Zwanenburg")
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    with archive.transaction() as work:
        work.clients.save(a_client("Zwanenburg"))
    # The client has read this title: nothing is told that it does not know.
    assert "Zoals Zwanenburg" in _words(report_sending.reminder(archive, clock, talk.id))


def _words(draft: Draft) -> str:
    return f"{draft.subject} {draft.body}"


def test_the_message_with_a_report_is_read(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    draft = report_sending.letter(archive, clock, talk.id, ())
    told = replace(draft, body=f"{draft.body} Zo deed {OTHER} het ook.")
    with pytest.raises(ReportLeaks, match="Het staat in het bericht"):
        report_sending.send_as_mail(archive, clock, talk.id, told, tmp_path / "v.eml")
    assert not (tmp_path / "v.eml").exists()


@pytest.mark.parametrize("way", ["mail", "mailto", "hand"])
def test_one_sending_is_one_search_for_leaks(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, way: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    searches: list[object] = []
    search_for = going_out.search_for

    def counted(*args: Any) -> object:
        searches.append(args)
        return search_for(*args)

    monkeypatch.setattr(going_out, "search_for", counted)
    draft = report_sending.letter(archive, clock, talk.id, ())
    if way == "mail":
        report_sending.send_as_mail(archive, clock, talk.id, draft, tmp_path / "v.eml")
    elif way == "mailto":
        report_sending.send_with_mailto(archive, clock, talk.id, draft, tmp_path / "v.docx")
    else:
        report_sending.mark_sent(archive, clock, talk.id, clock.today())
    assert len(searches) == 1


@pytest.mark.parametrize("kind", OF_TALK)
def test_every_kind_of_a_sent_version_goes_out_whoever_became_a_client_since(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, kind: PaperKind
) -> None:
    with archive.transaction() as work:
        client = work.clients.get(talk.client_id)
        said = "bellen met firma Zwanenburg"
        work.decisions.save(a_decision(client, said, appointment_id=talk.id))
        work.commitments.save(a_commitment(client, said, appointment_id=talk.id))
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    with archive.transaction() as work:
        work.clients.save(a_client("Zwanenburg"))
    target = reports.export(archive, clock, talk.id, tmp_path / "v.docx", kind=kind)
    assert target.exists()


# --- what the client has already ---


@pytest.fixture
def left_out(archive: Archive, clock: Clock, talk: Appointment) -> Appointment:
    """A version that was sent without one of its parts, which kept its words."""
    words = f"{OTHER} rijdt. Annet {SECRET}."
    report_parts.add_part(archive, clock, talk.id, "Extra", words)
    view = reports.view(archive, clock, talk.id)
    part = next(part for part in view.parts if part.heading == "Extra")
    report_parts.show_part(archive, clock, talk.id, part.id, False)
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    return talk


@pytest.mark.parametrize("words", [f"{OTHER} rijdt.", f"Annet {SECRET}."])
def test_what_was_left_out_of_a_version_did_not_go_with_it(
    archive: Archive, clock: Clock, left_out: Appointment, words: str
) -> None:
    with archive.reading() as work:
        search = going_out.search_of(work, read_version(work, clock, left_out.id))
        with pytest.raises(ReportLeaks, match="Het staat in het bericht"):
            going_out.report_message(search, Draft("Verslag", words))


@pytest.mark.parametrize("words", [f"{OTHER} rijdt.", f"Annet {SECRET}."])
def test_what_was_left_out_of_a_version_is_not_told_in_a_dispute_file(
    archive: Archive, clock: Clock, left_out: Appointment, tmp_path: Path, words: str
) -> None:
    with archive.transaction() as work:
        client = work.clients.get(left_out.client_id)
        work.decisions.save(a_decision(client, words, appointment_id=left_out.id))
    with pytest.raises(ReportLeaks, match="Het geschildossier kan zo niet weg"):
        dispute_file.of_talk(archive, clock, left_out.id, tmp_path / "g.zip")


# --- the dispute file ---


def test_the_overview_of_a_dispute_file_is_read(
    archive: Archive, clock: Clock, client: Client, talk: Appointment, tmp_path: Path
) -> None:
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    with archive.transaction() as work:
        work.decisions.save(a_decision(client, f"Net als {OTHER}", appointment_id=talk.id))
    with pytest.raises(ReportLeaks, match="Het geschildossier kan zo niet weg"):
        dispute_file.of_talk(archive, clock, talk.id, tmp_path / "g.zip")
    assert not (tmp_path / "g.zip").exists()


def test_what_the_client_answered_is_told_as_it_was_said(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    report_answers.correct(
        archive, clock, talk.id, "Annet Vos", clock.today(), [], text=f"Dat deed {OTHER} al."
    )
    assert dispute_file.of_talk(archive, clock, talk.id, tmp_path / "g.zip").exists()


def test_other_errors_are_not_hidden(archive: Archive, clock: Clock, talk: Appointment) -> None:
    with pytest.raises(UserError, match="nog niets"):
        dispute_file.of_talk(archive, clock, talk.id, Path("g.zip"))
