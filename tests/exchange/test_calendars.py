"""Calendars as Outlook, Google and others write them."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from gesprekshulp.domain.appointment import AppointmentKind
from gesprekshulp.exchange.calendars import read_calendar
from gesprekshulp.exchange.files import UnreadableFile
from gesprekshulp.exchange.records import EventRecord, FileRecords

from .samples import GOOGLE, NEW_YORK, OUTLOOK, TODAY, WESTERN_EUROPE, calendar


def read(data: bytes, today: date = TODAY) -> FileRecords:
    return read_calendar("agenda.ics", data, today)


def events(data: bytes) -> list[EventRecord]:
    return [record for record in read(data).records if isinstance(record, EventRecord)]


def only(data: bytes) -> EventRecord:
    (event,) = events(data)
    return event


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # pyright: ignore


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


def test_attendees_have_names_and_addresses_and_rooms_are_left_out() -> None:
    event = only(OUTLOOK)
    assert [(one.name, one.email, one.declined) for one in event.attendees] == [
        ("Bram de Wit", "bram@advies.example", False),
        ("joris@veldkamp-hoveniers.example", "joris@veldkamp-hoveniers.example", True),
    ]


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ('"Kuipers, Anja"', "Anja Kuipers"),
        ('"Boer, Joris de"', "Joris de Boer"),
        ('"De Halm, Bakkerij, Heerdam"', "De Halm, Bakkerij, Heerdam"),
        ("Hanneke Smit", "Hanneke Smit"),
        ('"Kuipers, Anja (De Halm)"', "Anja Kuipers (De Halm)"),
    ],
)
def test_a_name_as_a_list_sorts_it_is_turned_round(written: str, called: str) -> None:
    event = only(
        calendar(f"UID:a\nDTSTART:20261201T090000Z\nATTENDEE;CN={written}:mailto:a@b.example")
    )
    assert [one.name for one in event.attendees] == [called]


def test_a_recurrence_knows_its_exceptions_and_moved_occurrences() -> None:
    series = [event for event in events(GOOGLE) if event.uid == "weekstart@google.com"]
    assert [(one.recurrence, one.starts_at, one.sequence) for one in series] == [
        ("20260907T070000Z", utc(2026, 9, 7, 7), 0),
        ("20260928T070000Z", utc(2026, 9, 28, 7), 0),
        ("20261005T070000Z", utc(2026, 10, 5, 7), 0),
        ("20261012T070000Z", utc(2026, 10, 12, 7), 0),
        ("20260921T070000Z", utc(2026, 9, 22, 11), 1),
    ]
    assert series[-1].title == "Weekstart bouwplaats (verzet)"
    assert series[-1].kind is AppointmentKind.VISIT
    assert series[0].kind is AppointmentKind.VIDEO


def test_whole_days_run_between_local_midnights_and_the_last_day_is_not_in_it() -> None:
    event = events(GOOGLE)[-1]
    assert event.all_day
    assert (event.starts_at, event.ends_at) == (utc(2026, 12, 23, 23), utc(2026, 12, 25, 23))


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        ("DTSTART:20260715T100000Z", 10),
        ("DTSTART:20260715T100000", 8),
        ("DTSTART;TZID=Europe/Amsterdam:20260715T100000", 8),
        ("DTSTART;TZID=W. Europe Standard Time:20260715T100000", 8),
        ('DTSTART;TZID="Romance Standard Time":20260715T100000', 8),
        ("DTSTART;TZID=GMT Standard Time:20260715T100000", 9),
        ("DTSTART;TZID=Eastern Standard Time:20260715T100000", 14),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20260715T100000", 8),
        ("DTSTART;TZID=/mozilla.org/20050126_1/America/Argentina/Salta:20260715T100000", 13),
        ('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome":20260715T100000', 8),
        ("DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20260715T100000", 8),
        ("DTSTART;TZID=UTC:20260715T100000", 10),
        ("DTSTART;TZID=Onzin/Tijd:20260715T100000", 8),
        ("DTSTART;TZID=:20260715T100000", 8),
    ],
)
def test_time_zones_in_every_dialect_without_a_definition(start: str, hour: int) -> None:
    assert only(calendar(f"UID:a\n{start}\nSUMMARY:x")).starts_at == utc(2026, 7, 15, hour)


def test_a_zone_that_the_file_defines_is_taken_from_the_file() -> None:
    event = "UID:a\nDTSTART;TZID=Customized Time Zone:20260715T100000"
    here = calendar(event, zones=WESTERN_EUROPE.format(name="Customized Time Zone"))
    there = calendar(event, zones=NEW_YORK)
    assert only(here).starts_at == utc(2026, 7, 15, 8)
    assert only(there).starts_at == utc(2026, 7, 15, 14)
    assert only(here).starts_at == utc(2026, 7, 15, 8)


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


def test_a_time_that_the_clock_skips_is_an_hour_later_and_says_so() -> None:
    event = only(
        calendar(
            "UID:a\nDTSTART;TZID=Europe/Amsterdam:20270328T023000\n"
            "DTEND;TZID=Europe/Amsterdam:20270328T033000"
        )
    )
    assert (event.starts_at, event.ends_at) == (utc(2027, 3, 28, 1, 30), utc(2027, 3, 28, 2, 30))
    assert event.warnings == (
        "02:30 bestaat die nacht niet, want dan gaat de zomertijd in; 03:30 aangehouden.",
    )


def test_a_series_keeps_its_clock_time_when_summer_time_ends() -> None:
    data = calendar(
        "UID:a\nDTSTART;TZID=Customized Time Zone:20261018T100000\nRRULE:FREQ=WEEKLY;COUNT=3",
        zones=WESTERN_EUROPE.format(name="Customized Time Zone"),
    )
    assert [one.starts_at.hour for one in events(data)] == [8, 9, 9]


@pytest.mark.parametrize(
    ("lines", "until"),
    [
        ("DTSTART;VALUE=DATE:20261201", utc(2026, 12, 1, 23)),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261201", utc(2026, 12, 1, 23)),
        ("DTSTART;VALUE=DATE:20261201\nDURATION:P2D", utc(2026, 12, 2, 23)),
        ("DTSTART:20261201T090000Z\nDURATION:PT1H30M", utc(2026, 12, 1, 10, 30)),
        ("DTSTART:20261201T090000Z", utc(2026, 12, 1, 10)),
        ("DTSTART:20261201T090000Z\nDTEND:20261201T080000Z", utc(2026, 12, 1, 10)),
        ("DTSTART:20261201T090000Z\nDTEND:onzin", utc(2026, 12, 1, 10)),
        # The clock goes from two to three in that night: it would end when it begins.
        ("DTSTART:20270328T023000\nDTEND:20270328T033000", utc(2027, 3, 28, 2, 30)),
        ("DTSTART;TZID=Europe/Amsterdam;VALUE=DATE:20261201", utc(2026, 12, 1, 23)),
    ],
)
def test_an_event_always_has_an_end(lines: str, until: datetime) -> None:
    assert only(calendar(f"UID:a\n{lines}")).ends_at == until


def test_outlooks_midnights_of_a_whole_day_are_a_whole_day() -> None:
    event = only(
        calendar(
            "UID:a\nDTSTART;TZID=Europe/Amsterdam:20261201T000000\n"
            "DTEND;TZID=Europe/Amsterdam:20261202T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
        )
    )
    assert event.all_day


def test_a_cancelled_event_is_known_by_its_status_and_by_the_calendars_method() -> None:
    event = "UID:a\nDTSTART:20261201T090000Z\nSEQUENCE:1"
    assert only(calendar(event + "\nSTATUS:CANCELLED")).cancelled
    assert only(calendar(event, method="CANCEL")).cancelled
    assert not only(calendar(event, method="PUBLISH")).cancelled


def test_a_cancelled_occurrence_is_one_of_its_series() -> None:
    data = calendar(
        "UID:a\nDTSTART:20261201T090000Z\nRRULE:FREQ=DAILY;COUNT=3",
        "UID:a\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20261202T090000Z\nSTATUS:CANCELLED\nSEQUENCE:1",
    )
    assert {one.recurrence: one.cancelled for one in events(data)} == {
        "20261201T090000Z": False,
        "20261202T090000Z": True,
        "20261203T090000Z": False,
    }


def test_an_endless_series_is_read_within_the_window_and_no_further_than_500() -> None:
    daily = read(calendar("UID:a\nDTSTART:20200101T090000Z\nRRULE:FREQ=DAILY"))
    assert len(daily.records) == 500
    assert not daily.series[0].complete
    weekly = events(calendar("UID:a\nDTSTART:20200106T090000Z\nRRULE:FREQ=WEEKLY"))
    assert weekly[0].starts_at.date() >= date(2025, 11, 21)
    assert weekly[-1].starts_at.date() <= date(2028, 11, 22)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2", "FREQ=NOOIT",
        "FREQ=DAILY;BYSETPOS=9", "INTERVAL=0;FREQ=DAILY", "ONZIN",
        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_read_leaves_the_first_event(rule: str) -> None:
    start = time.process_time()
    found = events(calendar(f"UID:a\nDTSTART:20261201T090000Z\nRRULE:{rule}"))
    assert [one.starts_at for one in found] == [utc(2026, 12, 1, 9)]
    assert time.process_time() - start < 2


def test_a_series_until_a_day_has_that_day_in_it() -> None:
    data = calendar("UID:a\nDTSTART:20261201T090000\nRRULE:FREQ=DAILY;UNTIL=20261203")
    assert [one.starts_at.day for one in events(data)] == [1, 2, 3]


def test_exceptions_given_as_days_and_extra_dates_count() -> None:
    data = calendar(
        "UID:a\nDTSTART;TZID=Europe/Amsterdam:20261201T090000\nRRULE:FREQ=DAILY;COUNT=4\n"
        "EXDATE;VALUE=DATE:20261202\nEXDATE:20261203T080000Z\n"
        "RDATE;TZID=Europe/Amsterdam:20261210T090000"
    )
    assert [one.starts_at.day for one in events(data)] == [1, 4, 10]


@pytest.mark.parametrize("named", [";VALUE=DATE:20261208", ":20261208T000000"])
def test_an_exception_that_names_its_day_replaces_the_occurrence_of_that_day(named: str) -> None:
    data = calendar(
        "UID:a\nDTSTART;TZID=Europe/Amsterdam:20261207T100000\nRRULE:FREQ=DAILY;COUNT=4"
        "\nEXDATE;TZID=Europe/Amsterdam:20261209T000000",
        f"UID:a\nRECURRENCE-ID{named}\nDTSTART;TZID=Europe/Amsterdam:20261208T150000",
    )
    assert [one.starts_at for one in events(data)] == [
        utc(2026, 12, 7, 9),
        utc(2026, 12, 10, 9),
        utc(2026, 12, 8, 14),
    ]


def test_a_change_to_one_occurrence_and_all_after_it_holds_for_each_of_them() -> None:
    data = calendar(
        "UID:a\nDTSTART;TZID=Europe/Amsterdam:20261130T090000\n"
        "DTEND;TZID=Europe/Amsterdam:20261130T100000\nRRULE:FREQ=DAILY;COUNT=6\nSUMMARY:Dagstart",
        "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20261203T090000\nSEQUENCE:1\n"
        "DTSTART;TZID=Europe/Amsterdam:20261203T110000\n"
        "DTEND;TZID=Europe/Amsterdam:20261203T120000\nSUMMARY:Dagstart later",
    )
    found = {one.recurrence: (one.starts_at, one.title) for one in events(data)}
    assert found == {
        "20261130T080000Z": (utc(2026, 11, 30, 8), "Dagstart"),
        "20261201T080000Z": (utc(2026, 12, 1, 8), "Dagstart"),
        "20261202T080000Z": (utc(2026, 12, 2, 8), "Dagstart"),
        "20261203T080000Z": (utc(2026, 12, 3, 10), "Dagstart later"),
        "20261204T080000Z": (utc(2026, 12, 4, 10), "Dagstart later"),
        "20261205T080000Z": (utc(2026, 12, 5, 10), "Dagstart later"),
    }


def test_an_occurrence_that_comes_without_its_series_stands_alone() -> None:
    event = only(
        calendar("UID:a\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20261203T100000Z\nSEQUENCE:4")
    )
    assert (event.recurrence, event.sequence, event.in_series) == ("20261202T090000Z", 4, False)


def test_broken_events_are_refused_with_their_line_while_the_rest_goes_on() -> None:
    found = read(
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


def test_what_lasts_longer_than_a_month_is_no_appointment() -> None:
    found = read(calendar("UID:a\nDTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20270201"))
    assert "maand" in found.refused[0].reason


def test_an_answer_to_an_invitation_is_not_an_appointment() -> None:
    found = read(calendar("UID:a\nDTSTART:20261201T090000Z", method="REPLY"))
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
    ("lines", "kind"),
    [
        ("LOCATION:Kerkstraat 4\\, Zwolle\nDESCRIPTION:https://teams.microsoft.com/x", "bezoek"),
        ("LOCATION:https://meet.google.com/abc", "video"),
        ("LOCATION:Vergaderzaal 2; Microsoft Teams-vergadering", "bezoek"),
        ("DESCRIPTION:Via https://us02web.zoom.us/j/1", "video"),
        ("LOCATION:+31 6 12345678", "telefoon"),
        ("LOCATION:Telefonisch", "telefoon"),
        ("LOCATION:Op kantoor", "kantoor"),
        ("SUMMARY:Bellen met Annet", "telefoon"),
        ("SUMMARY:Gesprek", "bezoek"),
    ],
)
def test_the_kind_of_talk_follows_from_place_and_link(lines: str, kind: str) -> None:
    assert only(calendar(f"UID:a\nDTSTART:20261201T090000Z\n{lines}")).kind == kind


def test_html_in_a_description_becomes_plain_text() -> None:
    event = only(
        calendar(
            "UID:a\nDTSTART:20261201T090000Z\n"
            "DESCRIPTION:<html><body><p>Beste&nbsp\\;Annet\\,</p><br><img src='http://x.example/p'>"
            "<ul><li>cijfers</li></ul></body></html>"
        )
    )
    assert event.description == "Beste Annet,\n\n- cijfers"


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
        read(data)
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
    assert len(read(data).records) == 2000
    assert time.process_time() - start < 8


def test_times_without_a_zone_are_those_of_the_calendars_own_zone() -> None:
    zone = "X-WR-TIMEZONE:America/New_York"
    found = events(
        calendar(
            """UID:zwevend
DTSTART:20261202T090000
DTEND:20261202T100000
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE:20261209T090000""",
            """UID:dag
DTSTART;VALUE=DATE:20261202
DTEND;VALUE=DATE:20261203""",
            """UID:met-zone
DTSTART;TZID=Europe/Amsterdam:20261202T090000
DTEND;TZID=Europe/Amsterdam:20261202T100000""",
            zones=zone,
        )
    )
    assert [(one.uid, one.starts_at) for one in found] == [
        ("zwevend", datetime(2026, 12, 2, 14, tzinfo=UTC)),
        ("zwevend", datetime(2026, 12, 16, 14, tzinfo=UTC)),
        ("dag", datetime(2026, 12, 1, 23, tzinfo=UTC)),
        ("met-zone", datetime(2026, 12, 2, 8, tzinfo=UTC)),
    ]
    below = calendar("UID:x\nDTSTART:20261202T090000\nDTEND:20261202T100000").replace(
        b"END:VCALENDAR", b"X-WR-TIMEZONE:UTC\r\nEND:VCALENDAR"
    )
    assert only(below).starts_at == datetime(2026, 12, 2, 9, tzinfo=UTC)


def test_a_withdrawal_need_not_say_when_it_would_have_been() -> None:
    (gone,) = events(calendar("UID:weg\nSEQUENCE:2", method="CANCEL"))
    assert (gone.cancelled, gone.is_timeless, gone.warnings) == (True, True, ())


def test_when_an_event_was_revised_is_its_last_change_or_else_its_sending() -> None:
    lines = "UID:x\nDTSTART:20261202T090000Z\nDTSTAMP:20261110T090000Z"
    (sent,) = events(calendar(lines))
    (changed,) = events(calendar(f"{lines}\nLAST-MODIFIED:20261105T090000Z"))
    assert sent.revised_at == datetime(2026, 11, 10, 9, tzinfo=UTC)
    assert changed.revised_at == datetime(2026, 11, 5, 9, tzinfo=UTC)
