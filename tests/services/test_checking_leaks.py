"""Nothing internal, and nothing about another client, leaves by any way out."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import docx
import pytest

from gesprekshulp.cli import parse, run
from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, GoalReached
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.rating import Rating
from gesprekshulp.domain.report import PartKind
from gesprekshulp.domain.text import InternalText
from gesprekshulp.services import (
    attachments,
    checking,
    messages,
    report_parts,
    report_sending,
    reports,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.going_out import ReportLeaks
from gesprekshulp.services.leak_words import OtherClients, Whose
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_commitment, a_decision, a_participant, a_person, an_appointment

SECRET = "vindt de helpdesk eigenlijk waardeloos"


@pytest.fixture
def talk(archive: Archive, clock: Clock) -> Appointment:
    client = a_client(remarks=InternalText(SECRET))
    made = an_appointment(
        client, goal="is er een keuze", goal_reached=GoalReached.YES, status=AppointmentStatus.HELD
    )
    with archive.transaction() as work:
        work.clients.save(client)
        work.clients.save(a_client("Veldkamp Transport"))
        work.appointments.save(made)
        work.participants.save(a_participant(made, present=True))
        work.settings.save(
            replace(work.settings.load(), own_name="Steven Dalen", firm_name="Dalen Advies")
        )
    return made


def refused(
    archive: Archive, clock: Clock, talk: Appointment, folder: Path, name: str = "v"
) -> str:
    target = folder / f"{name}.docx"
    with pytest.raises(ReportLeaks) as error:
        reports.export(archive, clock, talk.id, target)
    assert not target.exists()
    return error.value.sentence


def client_of(archive: Archive, talk: Appointment) -> Client:
    with archive.reading() as work:
        return work.clients.get(talk.client_id)


def test_a_clean_report_goes_out(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    assert reports.export(archive, clock, talk.id, tmp_path / "v.docx").exists()
    report_sending.mark_sent(archive, clock, talk.id, clock.today())


def test_a_leak_in_a_part_stops_the_word_file_and_the_sending(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    report_parts.add_part(archive, clock, talk.id, "Extra", f"Annet {SECRET}.")
    assert "kan zo niet weg" in refused(archive, clock, talk, tmp_path)
    with pytest.raises(ReportLeaks):
        report_sending.mark_sent(archive, clock, talk.id, clock.today())
    with archive.reading() as work:
        assert work.reports.latest(talk.id).sent_at is None


@pytest.mark.parametrize("where", ["title", "heading", "decision", "promise", "event", "person"])
def test_a_name_of_another_client_is_found_wherever_it_stands(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, where: str
) -> None:
    name = "Veldkamp Transport"
    client = client_of(archive, talk)
    with archive.transaction() as work:
        if where == "decision":
            work.decisions.save(a_decision(client, f"Net als {name}", appointment_id=talk.id))
        elif where == "promise":
            work.commitments.save(
                a_commitment(client, f"bellen met {name}", appointment_id=talk.id)
            )
        elif where == "event":
            work.commitments.save(
                a_commitment(client, appointment_id=talk.id, due=None, event=f"als {name} klaar is")
            )
        elif where == "person":
            work.participants.save(a_participant(talk, "Kees Bos", role=f"directeur {name}"))
    if where == "title":
        report_parts.rename_report(archive, clock, talk.id, f"Aanpak zoals bij {name}")
    elif where == "heading":
        report_parts.add_part(archive, clock, talk.id, f"Ervaring bij {name}", "Die is goed.")
    assert name in refused(archive, clock, talk, tmp_path)


def test_a_name_in_the_name_of_a_file_that_goes_along_is_found(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    file = tmp_path / "Offerte_Veldkamp_Transport.pdf"
    file.write_bytes(b"%PDF-1.4 offerte")
    added = attachments.add(archive, clock, file, OwnerKind.APPOINTMENT, talk.id, talk.client_id)
    reports.export(archive, clock, talk.id, tmp_path / "zonder.docx")
    attachments.set_in_report(archive, added.id, True)
    assert "Veldkamp_Transport" in refused(archive, clock, talk, tmp_path)


def test_the_name_of_the_word_file_itself_is_read(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    said = refused(archive, clock, talk, tmp_path, "Verslag_Veldkamp_Transport")
    assert "naam van het bestand" in said


def test_the_words_of_the_house_style_are_read(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    style = docx.Document()
    style.sections[0].header.paragraphs[0].text = "Gemaakt voor Veldkamp Transport"
    content = io.BytesIO()
    style.save(content)
    template = tmp_path / "huisstijl.docx"
    template.write_bytes(content.getvalue())
    with pytest.raises(ReportLeaks, match="sjabloon"):
        reports.export(archive, clock, talk.id, tmp_path / "v.docx", template=template)
    assert not (tmp_path / "v.docx").exists()


def test_what_the_client_said_about_us_stays_inside(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    with archive.transaction() as work:
        assert talk.client_id
        work.ratings.save(
            Rating("r", talk.client_id, clock.today(), 4, InternalText("belt nooit op tijd terug"))
        )
    report_parts.add_part(archive, clock, talk.id, "Extra", "Steven belt nooit op tijd terug.")
    refused(archive, clock, talk, tmp_path)


def test_a_name_that_was_passed_over_may_go_out_in_this_version(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    report_parts.add_part(archive, clock, talk.id, "Extra", "Veldkamp Transport rijdt voor u.")
    (leak,) = checking.check(archive, clock, talk.id).remarks
    checking.skip(archive, clock, talk.id, leak)
    assert checking.check(archive, clock, talk.id).skipped == (leak,)
    assert reports.export(archive, clock, talk.id, tmp_path / "v.docx").exists()


def test_a_version_that_was_sent_is_given_as_it_went(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    report_parts.add_part(archive, clock, talk.id, "Extra", "De firma Zwanenburg levert.")
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    with archive.transaction() as work:
        work.clients.save(a_client("Zwanenburg"))
    assert reports.export(archive, clock, talk.id, tmp_path / "v.docx").exists()


def test_the_command_line_refuses_in_one_sentence(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    report_parts.add_part(archive, clock, talk.id, "Extra", f"Annet {SECRET}.")
    folder = archive.path.parent
    archive.close()
    target = tmp_path / "v.docx"
    request = parse(
        ["verslag", talk.id, "--naar", str(target), "--map", str(folder),
         "--peildatum", "2026-03-12"]
    )  # fmt: skip
    with pytest.raises(ReportLeaks) as error:
        run(request)
    assert "\n" not in error.value.sentence
    assert not target.exists()


def test_what_is_left_out_of_the_report_does_not_stop_it(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    client = client_of(archive, talk)
    with archive.transaction() as work:
        work.decisions.save(
            a_decision(client, "Net als Veldkamp Transport", appointment_id=talk.id)
        )
    reports.refresh(archive, clock, talk.id)
    view = reports.view(archive, clock, talk.id)
    part = next(part for part in view.parts if part.kind is PartKind.DECISIONS)
    report_parts.show_part(archive, clock, talk.id, part.id, False)
    assert reports.export(archive, clock, talk.id, tmp_path / "v.docx").exists()


def test_a_message_about_a_promise_is_read_as_well(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    promise = a_commitment(client_of(archive, talk))
    with archive.transaction() as work:
        work.commitments.save(promise)
    day = clock.today() + timedelta(days=7)
    messages.move_message(archive, promise.id, day, "de leverancier levert later")
    for reason in (f"Annet {SECRET}", "wij zijn nog bezig bij Veldkamp Transport"):
        with pytest.raises(ReportLeaks, match="Het bericht kan zo niet weg"):
            messages.move_message(archive, promise.id, day, reason)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ronald Kuiper", "Ronald Kuiper"),
        ("Mevr. Sanne de Groot", "Sanne de Groot"),
        ("Kuiper, Ronald", "Ronald Kuiper"),
        ("drs. Ronald Kuiper MSc (inkoop)", "Ronald Kuiper"),
        ("Ronald Kuiper, RA", "Ronald Kuiper"),
    ],
)
def test_a_person_of_another_client_is_found_by_the_full_name(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, name: str, shown: str
) -> None:
    other = a_client("Kwekerij Vlinderhof")
    with archive.transaction() as work:
        work.clients.save(other)
        work.people.save(a_person(other, name))
    report_parts.add_part(archive, clock, talk.id, "Extra", f"Zo doet {shown} het ook.")
    said = refused(archive, clock, talk, tmp_path)
    assert f"“{shown}” is een contactpersoon van een andere klant van u" in said


def test_a_first_name_or_a_firm_of_this_talk_frees_nobody_of_another_client() -> None:
    others = OtherClients({"Ronald Kuiper": Whose.PERSON}, ["Ronald", "Kuiper B.V."])
    assert [whose for *_, whose in others.find("Vraag het Ronald Kuiper.")] == [Whose.PERSON]
    own = OtherClients({"Ronald Kuiper": Whose.PERSON}, ["Ronald Kuiper"])
    assert list(own.find("Vraag het Ronald Kuiper.")) == []


@pytest.mark.parametrize("name", ["Marijke", "Annet Vos", "Afdeling Inkoop", "J. de Groot"])
def test_a_first_name_or_somebody_of_this_talk_stops_nothing(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path, name: str
) -> None:
    other = a_client("Kwekerij Vlinderhof")
    with archive.transaction() as work:
        work.clients.save(other)
        work.people.save(a_person(other, name))
    report_parts.add_part(archive, clock, talk.id, "Extra", f"Zo doet {name} het ook.")
    assert reports.export(archive, clock, talk.id, tmp_path / "v.docx").exists()
