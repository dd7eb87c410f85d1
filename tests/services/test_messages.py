"""Messages to clients are drafts that the adviser sends himself."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import UTC, date, datetime
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import EventKind
from gesprekshulp.domain.draft import Draft, Reader
from gesprekshulp.domain.errors import UserError
from gesprekshulp.exchange.mail_out import eml
from gesprekshulp.services import commitments, messages
from gesprekshulp.services.files import CannotWrite
from tests.office import a_client, a_commitment, a_participant, a_person, an_appointment

TO = date(2026, 3, 20)


@pytest.fixture
def promise(archive, clock):
    client = a_client(email="info@halm.example")
    talk = an_appointment(client)
    annet = a_person(client, email="annet@halm.example")
    with archive.transaction() as work:
        work.clients.save(client)
        work.appointments.save(talk)
        work.people.save_all(
            (a_person(client, "Joris Vos", decides=True, email="j@h.example"), annet)
        )
        work.participants.save(a_participant(talk, person_id=annet.id))
        settings = replace(
            work.settings.load(), own_name="Steven van Dalen", own_email="steven@dalen.example",
            firm_name="Van Dalen Advies",
        )  # fmt: skip
        work.settings.save(settings)
    return commitments.make(archive, clock, a_commitment(client, appointment_id=talk.id))


def read(data):
    return email.message_from_bytes(data, policy=default)


def test_a_move_is_told_to_who_was_at_the_talk_in_polite_words(archive, promise):
    draft = messages.move_message(archive, promise.id, TO, "de leverancier is ziek")
    assert (draft.to, draft.to_name) == ("annet@halm.example", "Annet Vos")
    assert draft.subject == "Andere dag: aangepaste offerte sturen"
    assert draft.body == (
        "Geachte Annet Vos,\n\n"
        "Op 26 februari 2026 hebben wij u toegezegd: aangepaste offerte sturen, uiterlijk vrijdag"
        " 13 maart 2026.\n\n"
        "Dat wordt vrijdag 20 maart 2026. De reden: de leverancier is ziek.\n\n"
        "Onze excuses voor het uitstel. Komt deze dag u niet uit, laat het ons dan weten.\n\n"
        "Met vriendelijke groet,\nSteven van Dalen\nVan Dalen Advies\n"
    )


def test_it_can_be_made_after_the_move_too(archive, clock, promise):
    before = messages.move_message(archive, promise.id, TO, "omdat de leverancier ziek is")
    commitments.move(archive, clock, promise.id, TO, "omdat de leverancier ziek is", told=False)
    after = messages.move_message(archive, promise.id, TO, "omdat de leverancier ziek is")
    assert before == after
    assert "wordt vrijdag 20 maart 2026, omdat de leverancier ziek is." in after.body


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (Side.CLIENT, "heeft u ons toegezegd"),
        (Side.BOTH, "hebben wij samen toegezegd"),
        (Side.THIRD, "heeft de bank toegezegd"),
    ],
)
def test_whose_promise_it_is_is_told_rightly(archive, promise, side, words):
    with archive.transaction() as work:
        work.commitments.save(replace(promise, side=side, who="de bank"))
    assert words in messages.move_message(archive, promise.id, TO, "ziek").body


def test_whether_it_was_told_is_kept_and_can_be_said_later(archive, clock, promise):
    def history():
        return commitments.card(archive, promise.id).history

    assert commitments.was_told(history()) is None
    commitments.move(archive, clock, promise.id, TO, "ziek", told=False)
    assert history()[0].told is False
    assert commitments.was_told(history()) is False
    commitments.mark_told(archive, clock, promise.id)
    assert commitments.was_told(history()) is True
    assert [event.kind for event in history()][1] is EventKind.MOVED


def test_a_draft_is_a_message_that_is_still_to_be_sent(archive, clock, promise, tmp_path):
    draft = messages.move_message(archive, promise.id, TO, "ziek")
    path = messages.save_draft(clock, draft, tmp_path / "bericht")
    assert path.name == "bericht.eml"
    data = path.read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    message = read(data)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Annet Vos <annet@halm.example>"
    assert message["From"] == "Steven van Dalen <steven@dalen.example>"
    assert message.get_content().replace("\r\n", "\n") == draft.body
    assert messages.save_draft(clock, draft, tmp_path / "nog.eml").read_bytes() == data


def test_files_go_along_and_the_bytes_stay_the_same(clock):
    draft = Draft("Verslag", "Zie bijlage.", "a@b.nl", files=(("verslag é.docx", b"PK\0inhoud"),))
    data = eml(draft, clock.now())
    assert data == eml(draft, clock.now())
    (attached,) = read(data).iter_attachments()
    assert attached.get_filename() == "verslag é.docx"
    assert attached.get_content() == b"PK\0inhoud"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("info@café.example", "info@xn--caf-dma.example"),
        ("info@BÜCHER.example", "info@xn--bcher-kva.example"),
        ("info@straße.example", None),  # two standards disagree on where this goes
        ("müller@halm.example", None),
        ("info@.é", None),
    ],
)
def test_a_domain_with_accents_is_written_as_mail_programs_need_it(typed, written):
    message = read(eml(Draft("a", "b", typed, "Jörg"), datetime(2026, 3, 12, tzinfo=UTC)))
    assert message["To"] == (written and f"Jörg <{written}>")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("josé@halm.example", r"Vóór de @ van “josé@halm.example” staat een letter met een accent"),
        ("info@straße.example", r"“info@straße.example” kan niet in een concept"),
        ("geen adres", r"schrijf het adres als naam@bedrijf.nl"),
    ],
)
def test_a_draft_never_loses_who_it_goes_to(clock, tmp_path, address, words):
    good, bad = Draft("a", "b", "annet@halm.example"), Draft("a", "b", "x@y.nl")
    bad = replace(bad, also=(Reader("José", address),))
    with pytest.raises(UserError, match=words):
        messages.save_draft(clock, bad, tmp_path / "a.eml")
    with pytest.raises(UserError, match=words):
        messages.save_drafts(clock, [("goed", good), ("fout", bad)], tmp_path)
    assert list(tmp_path.iterdir()) == []


@given(st.text(), st.text(), st.text(), st.text())
def test_no_text_breaks_a_draft_or_adds_a_header(subject, body, to, name):
    data = eml(Draft(subject, body, to, name, to, name), datetime(2026, 3, 12, tzinfo=UTC))
    message = read(data)
    assert set(message.keys()) <= {
        "X-Unsent", "Date", "From", "To", "Subject", "Content-Type", "MIME-Version",
        "Content-Transfer-Encoding",
    }  # fmt: skip


def test_a_bad_place_is_refused_in_words(clock, tmp_path):
    with pytest.raises(CannotWrite):
        messages.save_draft(clock, Draft("a", "b"), tmp_path / "weg" / "a.eml")
    with pytest.raises(UserError, match=r"\.eml"):
        messages.save_draft(clock, Draft("a", "b"), tmp_path / "a.docx")


def test_drafts_with_the_same_name_stand_beside_each_other(clock, tmp_path):
    draft = Draft("a", "b")
    made = messages.save_drafts(
        clock, [("A/B: “x”", draft), ("a b “X”", draft), ("", draft)], tmp_path
    )
    assert [path.name for path in made] == ["A B “x”.eml", "a b “X” 2.eml", "Bericht.eml"]
