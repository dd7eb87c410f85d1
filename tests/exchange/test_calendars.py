"""Calendars as Outlook, Google and others write them."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from gesprekshulp.domain.appointment import AppointmentKind
from gesprekshulp.exchange.files import UnreadableFile

from .reading import events, only, read_ics, utc
from .samples import OUTLOOK, calendar


def test_an_outlook_invitation_is_read_whole() -> None:
    event = only(OUTLOOK)
    assert event.title == "Bespreking jaarcijfers; eerste ronde"
    assert (event.starts_at, event.ends_at) == (utc(2026, 11, 30, 9), utc(2026, 11, 30, 10))
    assert event.kind is AppointmentKind.VIDEO
    assert event.description == "Graag de jaarcijfers meenemen.\nTot dan, Annet"
    assert event.sequence == 2
    assert not event.cancelled
    assert event.organizer is not None
    assert event.organizer.email == "annet@veldkamp-hoveniers.example"


def test_a_line_folded_in_the_middle_of_a_character_is_read_as_it_was_written() -> None:
    words = "é" * 60
    line = f"SUMMARY:{words}".encode()
    data = calendar("UID:a\nDTSTART:20261201T090000Z\nSUMMARY:X")
    folded = data.replace(b"SUMMARY:X", line[:75] + b"\r\n " + line[75:])
    assert only(folded).title == words


@pytest.mark.parametrize(
    "title",
    [
        "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Koffie in caf=C3=A9 1, =E2=82=AC 5",
        "SUMMARY;CHARSET=utf-8;QUOTED-PRINTABLE:Koffie in caf=C3=A9=\n 1, =E2=82=AC 5",
        "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1252:Koffie in =\ncaf=E9 1, =80 5",
        "SUMMARY;ENCODING=QUOTED-PRINTABLE:Koffie in caf=E9 1, =80 5",
    ],
)
def test_titles_of_older_calendars_are_read_as_they_were_written(title: str) -> None:
    event = only(
        calendar(
            f"UID:a\nDTSTART:20261207T100000Z\nDTEND:20261207T110000Z\n{title}\n"
            "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:Eerst=0D=0Adan; later\n"
            "LOCATION;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 't Hof\\; zaal 2"
        ).replace(b"VERSION:2.0", b"VERSION:1.0")
    )
    assert event.title == "Koffie in café 1, € 5"
    assert event.description == "Eerst\ndan; later"
    assert event.place == "Café 't Hof; zaal 2"


def test_a_cancelled_event_is_known_by_its_status_and_by_the_calendars_method() -> None:
    event = "UID:a\nDTSTART:20261201T090000Z\nSEQUENCE:1"
    assert only(calendar(event + "\nSTATUS:CANCELLED")).cancelled
    assert only(calendar(event, method="CANCEL")).cancelled
    assert not only(calendar(event, method="PUBLISH")).cancelled


def test_broken_events_are_refused_with_their_line_while_the_rest_goes_on() -> None:
    found = read_ics(
        calendar(
            "UID:goed\nDTSTART:20261201T090000Z\nSUMMARY:Goed",
            "UID:zonder-begin\nSUMMARY:Zonder begin",
            "UID:onzin\nDTSTART:morgen\nSUMMARY:Onzin",
            "UID:oud\nDTSTART:00010101T090000Z\nSUMMARY:Oud",
            "UID:kapot\nDTSTART:20261202T090000Z\n;;;:::\nLOCATION\nSEQUENCE:abc\nDTSTAMP:x\nSUMMARY:Toch",
        )
    )
    assert [record.title for record in found.records] == ["Goed", "Toch"]  # type: ignore[union-attr]
    assert [(refusal.line, refusal.title) for refusal in found.refused] == [
        (9, "Zonder begin"),
        (13, "Onzin"),
        (18, "Oud"),
    ]


def test_an_answer_to_an_invitation_is_not_an_appointment() -> None:
    found = read_ics(calendar("UID:a\nDTSTART:20261201T090000Z", method="REPLY"))
    assert not found.records
    assert "antwoord" in found.refused[0].reason


def test_several_calendars_marks_latin_1_and_folded_lines_are_no_trouble() -> None:
    one = calendar("UID:a\nDTSTART:20261201T090000Z\nSUMMARY:Caf\n é overleg")
    two = calendar("UID:b\nDTSTART:20261202T090000Z\nSUMMARY:Tweede")
    assert [e.title for e in events(b"\xef\xbb\xbf" + one + two)] == ["Café overleg", "Tweede"]
    assert [e.title for e in events(one.decode().encode("latin-1"))] == ["Café overleg"]
    assert [e.title for e in events(one.replace(b"\r\n", b"\n"))] == ["Café overleg"]
    assert [e.title for e in events(one.decode().encode("utf-16"))] == ["Café overleg"]


def test_an_event_without_uid_is_recognised_by_what_it_says() -> None:
    data = calendar("DTSTART:20261201T090000Z\nSUMMARY:Zonder kenmerk")
    assert only(data).uid
    assert only(data).uid == only(data).uid


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b"\r\n \r\n", "leeg"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "geen tekstbestand"),
        (b"Beste allemaal, tot morgen.", "geen agenda"),
        (OUTLOOK[:900], "afgebroken"),
        (calendar(), "geen afspraken"),
        (b"x" * (50 * 1024 * 1024 + 1), "hoogstens 50 MB"),
    ],
)
def test_a_broken_file_is_refused_in_one_clear_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as caught:
        read_ics(data)
    assert caught.value.sentence.startswith("“agenda.ics”")
    assert "\n" not in caught.value.sentence


def test_two_thousand_events_are_read_within_seconds() -> None:
    data = calendar(
        *(
            f"UID:{n}\nDTSTART;TZID=Europe/Amsterdam:20261201T090000\nSUMMARY:Overleg {n}\n"
            f"ATTENDEE;CN=Persoon {n}:mailto:p{n}@firma.example\nLOCATION:Zaal {n}"
            for n in range(2000)
        )
    )
    start = time.process_time()
    assert len(read_ics(data).records) == 2000
    assert time.process_time() - start < 8


def test_a_withdrawal_need_not_say_when_it_would_have_been() -> None:
    (gone,) = events(calendar("UID:weg\nSEQUENCE:2", method="CANCEL"))
    assert (gone.cancelled, gone.is_timeless, gone.warnings) == (True, True, ())


def test_when_an_event_was_revised_is_its_last_change_or_else_its_sending() -> None:
    lines = "UID:x\nDTSTART:20261202T090000Z\nDTSTAMP:20261110T090000Z"
    (sent,) = events(calendar(lines))
    (changed,) = events(calendar(f"{lines}\nLAST-MODIFIED:20261105T090000Z"))
    assert sent.revised_at == datetime(2026, 11, 10, 9, tzinfo=UTC)
    assert changed.revised_at == datetime(2026, 11, 5, 9, tzinfo=UTC)
