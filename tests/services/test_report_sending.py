"""A report on its way: to whom, with which words, and frozen as it went."""

from __future__ import annotations

import email
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from email.policy import default
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.draft import Draft, Reader
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.language import Form, Language
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.domain.report import ReportState, SentHow
from gesprekshulp.services import report_registers, report_sending, report_versions, reports
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.files import CannotWrite
from gesprekshulp.storage.archive import Archive
from tests.office import a_client, a_decision, a_participant, a_person, an_appointment

Room = Callable[..., Appointment]


@pytest.fixture
def client() -> Client:
    return a_client(email="info@halm.example")


@pytest.fixture
def talk(archive: Archive, client: Client) -> Appointment:
    made = an_appointment(client, status=AppointmentStatus.HELD)
    annet = a_person(client, email="annet@halm.example", role="eigenaar")
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(made)
        work.people.save_all((annet, a_person(client, "Joris Vos", email="joris@halm.example")))
        work.people.save(a_person(client, "Zonder Adres"))
        work.participants.save(a_participant(made, person_id=annet.id, present=True))
        work.participants.save(a_participant(made, "Joris Vos", present=False))
        work.settings.save(
            replace(
                work.settings.load(), own_name="Steven van Dalen", firm_name="Van Dalen Advies",
                own_email="steven@dalen.example",
            )
        )  # fmt: skip
    return made


def proposed(archive: Archive, talk: Appointment):
    return [one for one in report_sending.receivers(archive, talk.id) if one.chosen]


def draft_of(archive: Archive, clock: Clock, talk: Appointment) -> Draft:
    to = proposed(archive, talk)
    return report_sending.letter(archive, clock, talk.id, to)


def reads(path: Path):
    return email.message_from_bytes(path.read_bytes(), policy=default)


def test_who_was_there_and_has_an_address_is_proposed(archive: Archive, talk: Appointment) -> None:
    found = report_sending.receivers(archive, talk.id)
    assert [(one.name, one.email, one.was_there, one.chosen) for one in found] == [
        ("Annet Vos", "annet@halm.example", True, True),
        ("Joris Vos", "joris@halm.example", False, False),
        ("Zonder Adres", "", False, False),
    ]


def test_without_addresses_the_client_itself_is_proposed(archive: Archive) -> None:
    client = a_client("Stichting De Brug", email="info@brug.example")
    made = an_appointment(client)
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(made)
        work.participants.save(a_participant(made, "Iemand"))
    assert [one.email for one in proposed(archive, made)] == ["info@brug.example"]


def test_the_message_asks_the_two_questions_and_names_the_day(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    report_sending.set_reply_by(archive, clock, talk.id, date(2026, 3, 26))
    made = draft_of(archive, clock, talk)
    assert made.subject == "Verslag van ons gesprek van 12 maart 2026: Keuze van het kassasysteem"
    assert made.body.startswith("Geachte Annet Vos,\n\n")
    assert "Klopt dit verslag? Sluit het aan bij wat u verwachtte?" in made.body
    assert "donderdag 26 maart 2026" in made.body
    assert made.body.rstrip().endswith("Steven van Dalen\nVan Dalen Advies")
    assert "donderdag 26 maart 2026" in reports.document(archive, clock, talk.id).closing[0]


@pytest.mark.parametrize(
    ("language", "form", "words"),
    [
        (Language.DUTCH, Form.JE, ("Beste Annet,", "wat je verwachtte", "Wil je dit uiterlijk")),
        (Language.ENGLISH, Form.U, ("Dear Annet Vos,", "Is this report correct?", "12 March 2026")),
    ],
)
def test_the_message_is_in_the_language_and_form_of_the_client(
    archive: Archive, clock: Clock, talk: Appointment, client: Client,
    language: Language, form: Form, words: tuple[str, ...],
) -> None:  # fmt: skip
    with archive.transaction() as work:
        work.clients.save(replace(client, language=language, form=form))
    made = draft_of(archive, clock, talk)
    for one in words:
        assert one in f"{made.subject}\n{made.body}"
    assert not (form is Form.JE and " u " in made.body)


def test_a_decision_against_our_advice_is_asked_about_in_the_message(
    archive: Archive, clock: Clock, talk: Appointment, client: Client
) -> None:
    with archive.transaction() as work:
        work.decisions.save(
            a_decision(client, "Systeem A", appointment_id=talk.id, advice="Systeem B")
        )
    assert "wijkt af van ons advies" in draft_of(archive, clock, talk).body


def test_an_answer_cannot_be_asked_for_yesterday(
    archive: Archive, clock: Clock, talk: Appointment
) -> None:
    with pytest.raises(UserError, match="na vandaag"):
        report_sending.set_reply_by(archive, clock, talk.id, clock.today())


def test_the_draft_carries_the_frozen_bytes_and_opens_to_be_sent(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    made = draft_of(archive, clock, talk)
    both = replace(made, also=(Reader("Joris Vos", "joris@halm.example"),))
    path = report_sending.send_as_mail(archive, clock, talk.id, both, tmp_path / "verslag")
    message = reads(path)
    assert path.suffix == ".eml"
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Annet Vos <annet@halm.example>, Joris Vos <joris@halm.example>"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "Gespreksverslag Bakkerij De Halm 2026-03-12.docx"
    report = reports.view(archive, clock, talk.id).report
    assert (report.state, report.sent_how) == (ReportState.SENT, SentHow.MAIL)
    assert report.sent_to == "Annet Vos, Joris Vos"
    with archive.reading() as work:
        frozen = work.frozen_reports.newest_of(report.id)
    assert frozen is not None
    assert sha256(attached.get_content()).hexdigest() == frozen.file_sha256


def test_the_pdf_goes_along_when_that_is_chosen_and_is_kept_too(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    path = report_sending.send_as_mail(
        archive, clock, talk.id, draft_of(archive, clock, talk), tmp_path / "v.eml",
        pdf=lambda document: b"%PDF " + document.client.encode(), as_pdf=True,
    )  # fmt: skip
    (attached,) = reads(path).iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    with archive.reading() as work:
        frozen = work.frozen_reports.newest_of(reports.view(archive, clock, talk.id).report.id)
        assert frozen is not None
        assert report_versions.pdf_file(work, frozen) == b"%PDF Bakkerij De Halm"


def test_a_draft_that_cannot_be_written_leaves_the_report_unsent(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    (tmp_path / "v.eml").mkdir()
    made = draft_of(archive, clock, talk)
    with pytest.raises(CannotWrite):
        report_sending.send_as_mail(archive, clock, talk.id, made, tmp_path / "v.eml")
    assert reports.view(archive, clock, talk.id).report.state is ReportState.DRAFT


def test_internal_words_in_the_message_keep_it_inside(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    secret = "niet verder zakken met de prijs van systeem B"
    with archive.transaction() as work:
        line = NoteLine(LineId(new_id()), talk.id, 0, clock.now(), LineKind.INTERNAL)
        work.note_lines.save(line.saying(secret))
    made = draft_of(archive, clock, talk)
    leaking = replace(made, body=f"{made.body}\nPS: {secret}")
    with pytest.raises(UserError, match="intern"):
        report_sending.send_as_mail(archive, clock, talk.id, leaking, tmp_path / "v.eml")
    assert not (tmp_path / "v.eml").exists()
    assert reports.view(archive, clock, talk.id).report.state is ReportState.DRAFT


def test_a_mailto_says_the_same_and_the_word_file_stands_ready(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    made = replace(draft_of(archive, clock, talk), subject="Verslag: 100% & meer?")
    link = report_sending.send_with_mailto(archive, clock, talk.id, made, tmp_path / "v.docx")
    parts = urlsplit(link)
    told = parse_qs(parts.query)
    assert (parts.scheme, parts.path) == ("mailto", "annet@halm.example")
    assert told["subject"] == ["Verslag: 100% & meer?"]
    assert told["body"] == [made.body.replace("\n", "\r\n")]
    assert "+" not in link
    assert (tmp_path / "v.docx").read_bytes()[:2] == b"PK"
    assert reports.view(archive, clock, talk.id).report.sent_how is SentHow.MAIL


def test_the_reminder_names_the_day_it_was_sent_and_carries_what_was_sent(
    archive: Archive, clock: Clock, talk: Appointment, tmp_path: Path
) -> None:
    made = draft_of(archive, clock, talk)
    sent = report_sending.send_as_mail(archive, clock, talk.id, made, tmp_path / "v.eml")
    later = Clock(clock.today() + timedelta(days=14))
    with pytest.raises(UserError, match="niet verstuurd"):
        report_sending.reminder(archive, later, an_appointment().id)
    again = report_sending.reminder(archive, later, talk.id)
    assert again.subject == "Herinnering: verslag van ons gesprek van 12 maart 2026"
    assert "Op 12 maart 2026 hebben wij u het verslag gestuurd" in again.body
    assert again.to == "annet@halm.example"
    (attached,) = reads(sent).iter_attachments()
    assert again.files[0][1] == attached.get_content()


def test_a_second_version_says_that_it_replaces_the_first(
    archive: Archive, clock: Clock, talk: Appointment, client: Client
) -> None:
    report_sending.mark_sent(archive, clock, talk.id, clock.today())
    reports.new_version(archive, clock, talk.id)
    report_versions.tell_changes(archive, talk.id, True)
    with archive.transaction() as work:
        made = work.decisions.save(a_decision(client, "Systeem A", appointment_id=talk.id))
    assert report_registers.change_decision(archive, made.id, "Systeem B", made.scope)
    body = draft_of(archive, clock, talk).body
    assert "Dit is versie 2; zij vervangt de vorige." in body
    assert "“Gewijzigd sinds versie 1”" in body


def test_an_english_client_gets_a_file_with_an_english_name(
    archive: Archive, clock: Clock, client: Client, talk: Appointment, tmp_path: Path
) -> None:
    with archive.transaction() as work:
        work.clients.save(replace(client, language=Language.ENGLISH))
    path = report_sending.send_as_mail(
        archive, clock, talk.id, draft_of(archive, clock, talk), tmp_path / "verslag"
    )
    (attached,) = reads(path).iter_attachments()
    assert attached.get_filename() == "Meeting report Bakkerij De Halm 2026-03-12.docx"
