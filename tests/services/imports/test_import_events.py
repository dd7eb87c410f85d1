"""Events of a calendar against what the archive has of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from gesprekshulp.domain.appointment import AppointmentStatus, ChangeKind, Side
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.ids import ClientId, PersonId, new_id
from gesprekshulp.domain.settings import Settings
from gesprekshulp.services.appointments import cancel, move
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.imports import apply, plan
from gesprekshulp.storage.archive import Archive
from tests.exchange.samples import OUTLOOK, calendar

from .taking_in import appointments, counts, event, everything, stamped, take_in


def test_attendees_become_participants_and_show_which_client_it_is(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("agenda.ics", OUTLOOK))
    (made,) = appointments(office)
    assert made.client_id == "hoveniers"
    with office.reading() as work:
        people = {one.name: one for one in work.participants.of_appointment(made.id)}
    assert people["Annet Veldkamp"].person_id == "annet"
    assert people["Bram de Wit"].side is Side.US
    assert people["Bram de Wit"].adviser_id
    assert people["joris@veldkamp-hoveniers.example"].side is Side.CLIENT
    assert people["joris@veldkamp-hoveniers.example"].present is False


def test_a_public_mail_domain_says_nothing_about_the_client(office: Archive, clock: Clock) -> None:
    with office.transaction() as work:
        work.people.save(
            ContactPerson(PersonId("p"), ClientId("hoveniers"), "Piet", email="piet@gmail.com")
        )
    take_in(
        office, clock,
        ("a.ics", calendar("UID:a\nDTSTART:20261201T090000Z\nATTENDEE:mailto:klaas@gmail.com")),
        ("b.ics", calendar("UID:b\nDTSTART:20261202T090000Z\nATTENDEE:mailto:piet@gmail.com")),
        ("c.ics", calendar("UID:c\nDTSTART:20261203T090000Z\nSUMMARY:Gesprek Veldkamp Hoveniers")),
    )  # fmt: skip
    assert [one.client_id for one in appointments(office)] == [None, "hoveniers", "hoveniers"]


def test_a_higher_sequence_moves_the_appointment_and_leaves_a_trace_and_the_goal(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("a.ics", event(0)))
    (made,) = appointments(office)
    with office.transaction() as work:
        work.appointments.save(replace(made, goal="weten we wat de cijfers zeggen"))
    result = take_in(office, clock, ("a.ics", event(1, day=3, title="Ander gesprek")))
    assert counts(result) == (0, 1, 0, 0)
    assert "Tijd: van “di 1 dec 2026, 10:00–11:00” naar “do 3 dec 2026, 10:00–11:00”" in (
        result.plan.changes[0].details
    )
    (moved,) = appointments(office)
    assert (moved.id, moved.title, moved.sequence) == (made.id, "Ander gesprek", 1)
    assert moved.goal == "weten we wat de cijfers zeggen"
    assert moved.starts_at == datetime(2026, 12, 3, 9, tzinfo=UTC)
    with office.reading() as work:
        (trace,) = work.appointment_changes.of_appointment(made.id)
    assert (trace.kind, trace.by, trace.who) == (ChangeKind.MOVED, Side.CLIENT, "Annet Veldkamp")


@pytest.mark.parametrize("sequence", [0, 1, 2])
def test_an_older_or_equal_version_changes_nothing(
    office: Archive, clock: Clock, sequence: int
) -> None:
    take_in(office, clock, ("a.ics", event(2)))
    before = everything(office)
    assert counts(take_in(office, clock, ("a.ics", event(sequence, day=5)))) == (0, 0, 1, 0)
    assert everything(office) == before


def test_a_cancelled_event_is_called_off_with_who_and_why(office: Archive, clock: Clock) -> None:
    take_in(office, clock, ("a.ics", event(0)))
    result = take_in(office, clock, ("a.ics", event(1, more="\nSTATUS:CANCELLED")))
    assert counts(result) == (0, 1, 0, 0)
    (made,) = appointments(office)
    assert made.status is AppointmentStatus.CANCELLED
    with office.reading() as work:
        (trace,) = work.appointment_changes.of_appointment(made.id)
    assert trace.reason == "Afgezegd in de agenda (uitnodiging ingetrokken)"
    assert trace.who == "Annet Veldkamp"
    again = plan(office, clock, [("a.ics", event(1, more="\nSTATUS:CANCELLED"))])
    assert counts(again) == (0, 0, 1, 0)


def test_of_two_versions_in_one_go_the_newest_counts(office: Archive, clock: Clock) -> None:
    result = take_in(office, clock, ("a.ics", event(0)), ("b.ics", event(3, day=4)))
    assert counts(result) == (1, 0, 1, 0)
    assert appointments(office)[0].starts_at.day == 4


def test_a_newer_version_brings_and_takes_invitees_but_not_whom_the_adviser_added(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("a.ics", event(0, more="\nATTENDEE;CN=Kees:mailto:kees@x.example")))
    (made,) = appointments(office)
    with office.transaction() as work:
        from gesprekshulp.domain.appointment import Participant

        work.participants.save(Participant(new_id(), made.id, "Erna", email="erna@x.example"))
    take_in(office, clock, ("a.ics", event(1, more="\nATTENDEE;CN=Loes:mailto:loes@x.example")))
    with office.reading() as work:
        names = {one.name for one in work.participants.of_appointment(made.id)}
    assert names == {"Annet Veldkamp", "Erna", "Loes"}


def test_several_whole_days_are_named_by_the_first_and_the_last(
    office: Archive, clock: Clock
) -> None:
    beurs = "UID:b\nSUMMARY:Beurs\nDTSTART;VALUE=DATE:20261210\nDTEND;VALUE=DATE:20261213"
    (one,) = plan(office, clock, [("a.ics", calendar(beurs))]).changes
    assert one.title == "Beurs (do 10 dec 2026 tot en met za 12 dec)"


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Europe/Amsterdam"])
def test_an_all_day_event_is_on_its_own_day_wherever_the_laptop_is(
    archive, clock, monkeypatch, zone
):
    monkeypatch.setattr("gesprekshulp.services.imports.local_zone", lambda: zone)
    file = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:dag@test\r\n"
        b"DTSTART;VALUE=DATE:20260327\r\nSUMMARY:Beurs\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    apply(archive, clock, plan(archive, clock, [("dag.ics", file)]))
    with archive.reading() as work:
        (made,) = work.appointments.in_order()
    local = made.starts_at.astimezone(ZoneInfo(zone))
    assert (local.date(), local.hour, made.all_day) == (date(2026, 3, 27), 0, True)


def test_without_an_own_mail_address_the_user_is_known_by_name(
    office: Archive, clock: Clock
) -> None:
    with office.transaction() as work:
        work.settings.save(Settings(own_name="bram de wit", own_role="adviseur"))
        work.advisers.remove(*(one.id for one in work.advisers.all()))
    take_in(office, clock, ("agenda.ics", OUTLOOK))
    (made,) = appointments(office)
    with office.reading() as work:
        people = {one.name.casefold(): one for one in work.participants.of_appointment(made.id)}
    assert people["bram de wit"].side is Side.US
    assert people["bram de wit"].role == "adviseur"


def test_what_the_adviser_called_a_talk_and_where_stays_when_the_calendar_moves_it(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("a.ics", event(0)))
    (made,) = appointments(office)
    with office.transaction() as work:
        work.appointments.save(replace(made, title="Jaargesprek", place="Zwolle, achterom"))
    assert counts(take_in(office, clock, ("a.ics", event(1, day=3)))) == (0, 1, 0, 0)
    (moved,) = appointments(office)
    assert (moved.title, moved.place, moved.starts_at.day) == ("Jaargesprek", "Zwolle, achterom", 3)
    renamed = take_in(office, clock, ("a.ics", event(2, day=3, title="Ander gesprek")))
    assert renamed.plan.changes[0].details == (
        "Uw onderwerp “Jaargesprek” blijft; in de agenda “Ander gesprek”",
    )
    elsewhere = event(3, day=3, title="Ander gesprek").replace(b"Zwolle", b"Kampen")
    take_in(office, clock, ("a.ics", elsewhere))
    assert (appointments(office)[0].title, appointments(office)[0].place) == (
        "Jaargesprek",
        "Kampen",
    )


def test_a_calendar_read_before_its_people_finds_its_client_when_it_is_read_again(
    archive: Archive, clock: Clock
) -> None:
    invitation = ("a.ics", event(0))
    take_in(archive, clock, invitation)
    (made,) = appointments(archive)
    assert made.client_id is None
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Annet Veldkamp\nTITLE:eigenaar\n"
    card += "ORG:Veldkamp Hoveniers\nEMAIL:annet@veldkamp-hoveniers.example\nEND:VCARD\n"
    take_in(archive, clock, ("annet.vcf", card.encode()))
    again = take_in(archive, clock, invitation)
    assert again.plan.changes[0].details == ("Klant: Veldkamp Hoveniers",)
    with archive.reading() as work:
        client = work.clients.by_name()[0]
        (annet,) = work.participants.of_appointment(made.id)
        person = work.people.of_client(client.id)[0]
    assert appointments(archive)[0].client_id == client.id
    assert (annet.person_id, annet.role) == (person.id, "eigenaar")
    assert counts(take_in(archive, clock, invitation)) == (0, 0, 1, 0)


def test_of_an_equal_sequence_the_later_version_counts(office: Archive, clock: Clock) -> None:
    take_in(office, clock, ("a.ics", stamped("20261103T090000Z")))
    earlier = ("a.ics", stamped("20261102T090000Z", day=2))
    assert counts(take_in(office, clock, earlier)) == (0, 0, 1, 0)
    later = ("a.ics", stamped("20261104T090000Z", day=3, title="Ander gesprek"))
    assert counts(take_in(office, clock, later)) == (0, 1, 0, 0)
    (made,) = appointments(office)
    assert (made.title, made.starts_at.day) == ("Ander gesprek", 3)
    assert counts(take_in(office, clock, later)) == (0, 0, 1, 0)
    both = (("a.ics", stamped("20261105T090000Z")), ("b.ics", stamped("20261106T090000Z", day=7)))
    assert counts(take_in(office, clock, *both)) == (0, 1, 1, 0)
    assert appointments(office)[0].starts_at.day == 7


def test_what_the_adviser_moved_or_called_off_stays_so_when_only_the_stamp_is_later(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("a.ics", stamped("20261103T090000Z")))
    (made,) = appointments(office)
    to = datetime(2026, 12, 8, 9, tzinfo=UTC)
    move(
        office, clock, made.id, to, to.replace(hour=10), by=Side.CLIENT, who="Annet", reason="ziek"
    )
    renamed = ("a.ics", stamped("20261104T090000Z", title="Ander gesprek"))
    assert counts(take_in(office, clock, renamed)) == (0, 1, 0, 0)
    (moved,) = appointments(office)
    assert (moved.title, moved.starts_at) == ("Ander gesprek", to)
    cancel(office, clock, made.id, by=Side.CLIENT, who="Annet", reason="gaat niet door")
    again = ("a.ics", stamped("20261105T090000Z", title="Weer anders"))
    assert counts(take_in(office, clock, again)) == (0, 0, 1, 0)
    assert appointments(office)[0].status is AppointmentStatus.CANCELLED


def test_a_withdrawal_without_a_time_calls_off_what_it_names(office: Archive, clock: Clock) -> None:
    gone = calendar("UID:gesprek-1\nSEQUENCE:2", method="CANCEL")
    assert counts(take_in(office, clock, ("weg.ics", gone))) == (0, 0, 1, 0)
    take_in(office, clock, ("a.ics", event(1)))
    (made,) = appointments(office)
    gone = calendar(f"UID:{made.uid}\nSEQUENCE:2", method="CANCEL")
    assert counts(take_in(office, clock, ("weg.ics", gone))) == (0, 1, 0, 0)
    assert appointments(office)[0].status is AppointmentStatus.CANCELLED


def test_a_short_name_in_a_title_is_the_client_when_its_legal_form_stands_behind_it(
    office: Archive, clock: Clock
) -> None:
    with office.transaction() as work:
        work.clients.save(Client(ClientId("veld"), "Veld BV"))
    starts = "DTSTART:20261202T090000Z"
    named = f"UID:a\n{starts}\nSUMMARY:Overleg Veld B.V."
    other = f"UID:b\n{starts}\nSUMMARY:Overleg in het veld"
    take_in(office, clock, ("a.ics", calendar(named, other)))
    found = {one.uid: one.client_id for one in appointments(office)}
    assert found == {"a": "veld", "b": None}


@pytest.mark.parametrize("moves", [1, 2])
def test_an_older_version_puts_nothing_beside_what_the_adviser_moved_himself(
    office: Archive, clock: Clock, moves: int
) -> None:
    def series(hour: int, sequence: int) -> bytes:
        return calendar(
            f"UID:r\nDTSTART:20261207T{hour:02}0000Z\nDURATION:PT30M\nSUMMARY:Overleg\n"
            f"RRULE:FREQ=WEEKLY;COUNT=1\nSEQUENCE:{sequence}"
        )

    take_in(office, clock, ("r.ics", series(10, 2)))
    (made,) = appointments(office)
    for day in range(8, 8 + moves):
        to = datetime(2026, 12, day, 10, tzinfo=UTC)
        move(
            office, Clock(date(2026, 11, day)), made.id, to, to.replace(hour=11),
            by=Side.CLIENT, who="Annet", reason="ziek",
        )  # fmt: skip
    before = appointments(office)
    assert counts(take_in(office, clock, ("r.ics", series(9, 1)))) == (0, 0, 1, 0)
    assert appointments(office) == before


def test_of_a_calendar_dropped_on_a_client_only_a_single_talk_without_a_name_is_that_clients(
    office: Archive, clock: Clock
) -> None:
    with office.transaction() as work:
        work.clients.save(Client(ClientId("halm"), "Bakkerij De Halm"))

    def one(uid: str, title: str, more: str = "") -> str:
        return (
            f"UID:{uid}\nDTSTART:20261207T100000Z\nDURATION:PT30M\nSUMMARY:{title}\n{more}"
        ).strip()

    def clients(*texts: str) -> list[str | None]:
        files = [(f"{number}.ics", calendar(text)) for number, text in enumerate(texts)]
        apply(office, clock, plan(office, clock, files, client_id="halm"))
        return [found.client_id for found in appointments(office)]

    assert clients(one("a", "Tandarts"), one("b", "Kapper")) == [None, None]
    known = one("c", "Snoeiplan Veldkamp Hoveniers")
    assert set(clients(known)) == {None, "hoveniers"}
    assert set(clients(one("d", "Kennismaking"))) == {None, "hoveniers", "halm"}
