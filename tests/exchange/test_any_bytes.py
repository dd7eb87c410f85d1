"""Whatever a file holds: a reader gives records or one clear sentence, and never the network."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesprekshulp.domain.errors import UserError
from gesprekshulp.exchange.calendars import read_calendar
from gesprekshulp.exchange.cards import read_cards
from gesprekshulp.exchange.files import kind_of
from gesprekshulp.exchange.mail import read_mail
from gesprekshulp.exchange.records import FileRecords
from gesprekshulp.exchange.tables import read_tables, table_records
from gesprekshulp.services.imports import read_files

from .samples import (
    CARD_21,
    CARD_30,
    CARD_40,
    GOOGLE,
    MAIL,
    NEW_YORK,
    OUTLOOK,
    OUTLOOK_EN,
    OUTLOOK_NL,
    TODAY,
    calendar,
    workbook,
)

Reader = Callable[[str, bytes], FileRecords]

READERS: dict[str, Reader] = {
    "a.ics": lambda name, data: read_calendar(name, data, TODAY),
    "a.vcf": read_cards,
    "a.csv": lambda name, data: [table_records(one) for one in read_tables(name, data)],
    "a.xlsx": lambda name, data: [table_records(one) for one in read_tables(name, data)],
    "a.eml": lambda name, data: read_mail(name, data, TODAY),
}
SAMPLES: dict[str, tuple[bytes, ...]] = {
    "a.ics": (OUTLOOK, GOOGLE, calendar("UID:a\nDTSTART:20261201T090000Z", zones=NEW_YORK)),
    "a.vcf": (CARD_21, CARD_30, CARD_40),
    "a.csv": (
        OUTLOOK_EN.encode(),
        OUTLOOK_NL.encode("utf-16"),
        b"Datum;Klant;Tekst\n1-1-2025;A;B\n",
    ),
    "a.xlsx": (workbook(("Naam", "Bedrijf"), ("Jan", "Firma")),),
    "a.eml": (MAIL,),
}
WORDS = (
    b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"BEGIN:VCALENDAR\r\n", b"BEGIN:VTIMEZONE\r\n",
    b"END:VCARD\r\n", b"BEGIN:VCARD\r\n", b"RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=1MO\r\n",
    b"RRULE:FREQ=YEARLY;BYMONTH=13\r\n", b"DTSTART:99991231T235959Z\r\n", b"DURATION:-P1D\r\n",
    b"DTSTART;TZID=/:20261201T090000\r\n", b"EXDATE:,,\r\n", b"RDATE;VALUE=PERIOD:2026/2027\r\n",
    b"RECURRENCE-ID;VALUE=DATE:20261201\r\n", b"DTSTART;VALUE=DATE:20261231\r\n", b"\"", b";", b":",
    b"=", b"\\", b",", b"\r\n", b" ", b"\x00", b"\xff", b"\xe2\x82\xac", b"0", b"--grens\r\n",
    b"Content-Type: multipart/mixed\r\n", b"Date: x\r\n", b"=?utf-8?b?!?=",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, sample: bytes) -> bytes:
    """A valid file in which pieces were cut, doubled, swapped or overwritten."""
    data = bytearray(sample)
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 80))
        match draw(st.sampled_from("cut insert double byte")):
            case "c":
                del data[place : place + length]
            case "i":
                data[place:place] = draw(st.sampled_from(WORDS))
            case "d":
                data[place:place] = data[place : place + length]
            case _:
                data[place : place + 1] = bytes([draw(st.integers(0, 255))])
    return bytes(data)


def complaint(name: str, data: bytes) -> str:
    """What a reader says of a file that it refuses; nothing when it reads it."""
    try:
        READERS[name](name, data)
    except UserError as error:
        return error.sentence
    return ""


def read_or_refuse(name: str, data: bytes) -> None:
    sentence = complaint(name, data)
    assert not sentence or sentence.startswith("“a.")
    assert "\n" not in sentence


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(SAMPLES[name]))
    read_or_refuse(name, data.draw(mutated(sample)))


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400))
def test_random_bytes_are_refused(name: str, data: bytes) -> None:
    read_or_refuse(name, data)


@pytest.mark.parametrize("name", ["a.ics", "a.vcf", "a.csv", "a.eml"])
@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_random_text_is_read_or_refused(name: str, text: str) -> None:
    read_or_refuse(name, text.encode("utf-8", "surrogatepass"))


@settings(max_examples=60, deadline=None)
@given(name=st.text(max_size=12), data=st.binary(max_size=60))
def test_any_name_with_any_bytes_has_a_kind_or_is_refused(name: str, data: bytes) -> None:
    with contextlib.suppress(UserError):
        assert kind_of(name, data)


def test_a_file_that_was_given_another_name_is_known_by_what_it_holds() -> None:
    found = read_files([("agenda.txt", OUTLOOK), ("x.dat", CARD_30), ("y", MAIL)], TODAY)
    assert [len(one.records) for one in found] == [1, 1, 1]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("agenda.ics", workbook(("Naam",), ("Jan",))[:200], "beschadigd"),
        ("agenda.ics", b"%PDF-1.7", "pdf"),
        ("bericht.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Outlook-bericht"),
        ("foto.jpg", b"\xff\xd8\xff\xe0", "afbeelding"),
        ("notitie.docx", b"iets", "kan niet worden ingelezen"),
    ],
)
def test_what_is_not_ours_is_refused(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_files([(name, data)], TODAY)


def test_nothing_in_a_file_opens_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file opened the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    away = "https://elders.example/x"
    event = (
        f"UID:a\nDTSTART:20261201T090000Z\nATTACH:{away}\nATTACH;FMTTYPE=text/html:{away}\n"
        f"IMAGE;VALUE=URI:{away}\nURL:{away}\nCONFERENCE:{away}\nTZURL:{away}\n"
        f"DESCRIPTION:<html><body><img src='{away}'><p>x</p></body></html>\n"
        f'ATTENDEE;DIR="{away}";CN=A:mailto:a@b.example'
    )
    card = (
        f"BEGIN:VCARD\nVERSION:4.0\nFN:A\nPHOTO:{away}\nLOGO;VALUE=uri:{away}\nKEY:{away}\n"
        "END:VCARD\n"
    )
    mail = (
        "From: a@b.example\nDate: Mon, 2 Nov 2026 09:00:00 +0100\nContent-Type: text/html\n\n"
        f"<link rel=stylesheet href='{away}'><img src='{away}'><iframe src='{away}'></iframe>Tekst"
    )
    book = workbook(("Naam", "Bedrijf"), (f'=WEBSERVICE("{away}")', "Firma"))
    files = [
        ("a.ics", calendar(event)), ("a.vcf", card.encode()), ("a.eml", mail.encode()),
        ("a.xlsx", book), ("a.csv", f"Naam;Bedrijf;Website\nA;B;{away}\n".encode()),
    ]  # fmt: skip
    assert all(len(one.records) == 1 for one in read_files(files, TODAY))
