"""Documents as PDF: the same content, the same refusals as Word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.paper import Paper, PaperKind
from gesprekshulp.domain.report_problems import ReportNotReady
from gesprekshulp.services import (
    dossier,
    handover,
    report_parts,
    report_sending,
    reports,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import CannotWrite
from gesprekshulp.services.going_out import ReportLeaks
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_commitment, a_held_talk


class Printer:
    """Stands in for Qt: keeps the papers that were asked for."""

    def __init__(self) -> None:
        self.papers: list[Paper] = []

    def __call__(self, paper: Paper) -> bytes:
        self.papers.append(paper)
        return b"%PDF " + repr(paper).encode()


@pytest.fixture
def make_pdf() -> Printer:
    return Printer()


@pytest.fixture
def client() -> Client:
    return a_client()


@pytest.fixture
def talk(archive: Archive, client: Client) -> Appointment:
    return a_held_talk(archive, client)


def test_a_name_on_pdf_gives_a_pdf_of_the_report(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, make_pdf: Printer
) -> None:
    path = reports.export(archive, clock, talk.id, tmp_path / "v.pdf", make_pdf=make_pdf)
    assert path.read_bytes().startswith(b"%PDF")
    assert make_pdf.papers[0].kind is PaperKind.REPORT
    assert reports.view(archive, clock, talk.id).report.exported_at is not None


def test_another_kind_and_the_handover_and_the_dossier_too(
    archive: Archive, clock: Clock, talk: Appointment, client: Client, tmp_path: Path,
    make_pdf: Printer,
) -> None:  # fmt: skip
    reports.export(
        archive, clock, talk.id, tmp_path / "a.PDF", kind=PaperKind.ACTIONS, make_pdf=make_pdf
    )
    handover.export_handover(archive, clock, client.id, tmp_path / "o.pdf", make_pdf=make_pdf)
    dossier.export(archive, clock, talk.id, tmp_path / "d.pdf", make_pdf=make_pdf)
    kinds = [paper.kind for paper in make_pdf.papers]
    assert kinds == [PaperKind.ACTIONS, PaperKind.HANDOVER, PaperKind.DOSSIER]
    assert len(list(tmp_path.glob("*.[pP][dD][fF]"))) == 3


def test_a_promise_without_a_day_stops_a_pdf_as_it_stops_word(
    archive: Archive, clock: Clock, talk: Appointment, client: Client, tmp_path: Path,
    make_pdf: Printer,
) -> None:  # fmt: skip
    with archive.transaction() as work:
        vague = a_commitment(client, appointment_id=talk.id, due=None)
        work.commitments.save(replace(vague, made_on=date(2026, 3, 12)))
    with pytest.raises(ReportNotReady):
        reports.export(archive, clock, talk.id, tmp_path / "v.pdf", make_pdf=make_pdf)
    assert (make_pdf.papers, list(tmp_path.glob("v.*"))) == ([], [])


def test_another_client_in_the_report_stops_a_pdf_too(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, make_pdf: Printer
) -> None:
    with archive.transaction() as work:
        work.clients.save(a_client("Slagerij Van Bremen"))
    report_parts.add_part(archive, clock, talk.id, "Ook", "Net als bij Slagerij Van Bremen.")
    with pytest.raises(ReportLeaks):
        reports.export(archive, clock, talk.id, tmp_path / "v.pdf", make_pdf=make_pdf)
    assert make_pdf.papers == []


def test_a_template_is_for_word_alone(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, make_pdf: Printer
) -> None:
    with pytest.raises(UserError, match="geldt voor Word"):
        reports.export(
            archive, clock, talk.id, tmp_path / "v.pdf", tmp_path / "stijl.docx", make_pdf=make_pdf
        )


def test_without_qt_a_pdf_is_refused_and_other_ends_always(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, make_pdf: Printer
) -> None:
    with pytest.raises(UserError, match=r"op \.docx eindigen"):
        reports.export(archive, clock, talk.id, tmp_path / "v.pdf")
    with pytest.raises(UserError, match=r"op \.docx of \.pdf eindigen"):
        reports.export(archive, clock, talk.id, tmp_path / "v.odt", make_pdf=make_pdf)
    with pytest.raises(CannotWrite):
        reports.export(archive, clock, talk.id, tmp_path / "niets" / "v.pdf", make_pdf=make_pdf)


def test_the_pdf_that_went_along_with_a_sent_version_is_given_byte_for_byte(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, make_pdf: Printer
) -> None:
    report_sending.mark_sent(
        archive, clock, talk.id, clock.today(), pdf=lambda paper: b"%PDF zoals verstuurd"
    )
    path = reports.export(archive, clock, talk.id, tmp_path / "v.pdf", make_pdf=make_pdf)
    assert path.read_bytes() == b"%PDF zoals verstuurd"
    assert make_pdf.papers == []


def test_a_version_sent_without_a_pdf_is_set_from_what_was_frozen(
    archive: Archive, clock: Clock, talk: Appointment, client: Client, tmp_path: Path,
    make_pdf: Printer,
) -> None:  # fmt: skip
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    with archive.transaction() as work:
        work.clients.save(replace(client, name="Heel anders"))
    reports.export(archive, clock, talk.id, tmp_path / "v.pdf", make_pdf=make_pdf)
    assert make_pdf.papers[0].client == client.name
