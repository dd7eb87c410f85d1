"""Messages as mail programs save them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from gesprekshulp.exchange.files import UnreadableFile
from gesprekshulp.exchange.mail import read_mail
from gesprekshulp.exchange.plain_text import from_html
from gesprekshulp.exchange.records import ContactRecord

from .samples import MAIL, TODAY


def message(data: bytes) -> ContactRecord:
    (found,) = read_mail("bericht.eml", data, TODAY).records
    assert isinstance(found, ContactRecord)
    return found


def test_what_calls_itself_latin_and_is_of_windows_keeps_its_euro() -> None:
    record = message(
        b"From: a@b.example\nSubject: =?iso-8859-1?Q?Offerte_=80_100?=\n"
        b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
        b"Kosten: \x80 100, \x93netto\x94, caf\xe9\n"
    )
    assert record.subject == "Offerte € 100"
    assert record.text == "Kosten: € 100, “netto”, café"


def test_a_message_is_read_whole() -> None:
    found = message(MAIL)
    assert found.subject == "Offerte en café volgende week"
    assert found.at == datetime(2026, 11, 2, 8, tzinfo=UTC)
    assert found.text == "Beste Bram,\nDe café-offerte volgt."
    assert found.sender is not None
    assert (found.sender.name, found.sender.email) == ("Annet Veldkámp", "annet@veldkamp.example")
    assert [one.name for one in found.receivers] == ["Bram de Wit", "Joris de Boer"]
    assert found.key == "mail:<abc.1@veldkamp.example>"


def test_attachments_keep_their_name_without_folders_and_a_message_within_stays_whole() -> None:
    offer, earlier = message(MAIL).attachments
    assert (offer.name, offer.data) == ("offerte café.pdf", b"%PDF-1.4\n")
    assert earlier.name == "Eerder bericht.eml"
    assert b"Oud." in earlier.data


def test_html_becomes_text_when_there_is_nothing_else() -> None:
    data = (
        b"From: a@b.example\nDate: Mon, 2 Nov 2026 09:00:00 +0100\nContent-Type: text/html\n\n"
        b"<style>p{color:red}</style><p>Eerste</p><p>Tweede &amp; laatste</p><script>x()</script>"
    )
    assert message(data).text == "Eerste\n\nTweede & laatste"


def test_broken_headers_dates_and_character_sets_are_borne() -> None:
    found = message(
        b"From: Ren\xe9 <rene@x.example>\nSubject: =?bestaat-niet?Q?caf=E9?= \xe9\xe9n\n"
        b"Date: gisteren\nReceived: from a by b; Tue, 3 Nov 2026 10:00:00 +0100\n"
        b"Content-Type: text/plain; charset=onzin\nContent-Transfer-Encoding: 8bit\n\nCaf\xe9"
    )
    assert found.sender is not None
    assert found.sender.name == "René"
    assert "café" in found.subject
    assert found.at == datetime(2026, 11, 3, 9, tzinfo=UTC)
    assert found.text == "Café"


def test_a_message_without_a_date_is_of_today_with_a_remark() -> None:
    found = message(b"From: a@b.example\nSubject: x\n\nTekst")
    assert found.at.date() == TODAY
    assert found.warnings
    assert found.key == message(b"From: a@b.example\nSubject: x\n\nTekst").key


def test_an_invitation_in_a_message_is_kept_as_a_file_and_not_read_as_text() -> None:
    found = message(
        b"From: a@b.example\nDate: Mon, 2 Nov 2026 09:00:00 +0100\n"
        b'Content-Type: multipart/alternative; boundary="x"\n\n--x\nContent-Type: text/plain\n\n'
        b"Tot dan\n--x\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n--x--\n"
    )
    assert found.text == "Tot dan"
    assert [one.name for one in found.attachments] == ["bijlage.ics"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("x" * 400 + ".pdf", "x" * 146 + ".pdf"),
        ("CON.txt", "_CON.txt"),
        ("..\\\\map\\\\a:b?.docx", "a_b_.docx"),
    ],
)
def test_an_attachment_has_a_name_that_every_system_takes(written: str, kept: str) -> None:
    data = (
        "From: a@b.example\nDate: Mon, 2 Nov 2026 09:00:00 +0100\nContent-Type: application/pdf\n"
        f'Content-Disposition: attachment; filename="{written}"\n\nx'
    )
    assert [one.name for one in message(data.encode()).attachments] == [kept]


def test_the_signature_of_a_message_is_no_document() -> None:
    found = message(
        b"From: a@b.example\nDate: Mon, 2 Nov 2026 09:00:00 +0100\n"
        b'Content-Type: multipart/signed; boundary="x"\n\n--x\n\nTekst\n--x\n'
        b"Content-Type: application/pkcs7-signature; name=smime.p7s\n\nAA\n--x--\n"
    )
    assert (found.text, found.attachments) == ("Tekst", ())


def test_a_winmail_attachment_is_kept_as_it_is() -> None:
    found = message(
        b"From: a@b.example\nDate: Mon, 2 Nov 2026 09:00:00 +0100\n"
        b'Content-Type: application/ms-tnef; name="winmail.dat"\n\n\x78\x9f\x3e\x22'
    )
    assert [one.name for one in found.attachments] == ["winmail.dat"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b"Zomaar wat tekst zonder koppen.", "geen bericht"),
        (MAIL[:-40], "afgebroken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "afbeelding"),
    ],
)
def test_a_broken_file_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read_mail("bericht.eml", data, TODAY)


def test_lines_that_a_marked_up_mail_quotes_are_marked_as_in_a_plain_one() -> None:
    markup = (
        "<div>Zie hieronder.</div><blockquote><p>Het dak hoort er niet bij.</p><br>"
        "<blockquote>Eerder</blockquote></blockquote><div>Jawel.</div><blockquote>Groet"
        "</blockquote>"
    )
    assert from_html(markup, marks_quotes=True) == (
        "Zie hieronder.\n\n> Het dak hoort er niet bij.\n>\n>> Eerder\n>\n\nJawel.\n\n> Groet"
    )
    assert from_html("<blockquote>Alleen tekst</blockquote>") == "Alleen tekst"
