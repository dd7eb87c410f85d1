"""Taking files in: recognised, never doubled, all or nothing, and undone as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, ChangeKind, Side
from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.client import Client, ClientKind, ContactPerson
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AdviserId, ClientId, PersonId, new_id
from gesprekshulp.domain.settings import Settings
from gesprekshulp.exchange.columns import Field, Mapping, Target
from gesprekshulp.services.appointments import cancel, move
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.imports import (
    ImportResult,
    Outcome,
    PlanOutdatedError,
    apply,
    as_json,
    plan,
    remember_mapping,
    remembered_mapping,
)
from gesprekshulp.services.undo import undo
from gesprekshulp.storage.archive import Archive
from tests.exchange.samples import (
    CARD_21,
    CARD_40,
    GOOGLE,
    GOOGLE_PEOPLE,
    MAIL,
    OUTLOOK,
    OUTLOOK_EN,
    calendar,
    workbook,
)

Counts = tuple[int, int, int, int]


@pytest.fixture(autouse=True)
def _dutch_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The laptop stands in the Netherlands, whatever the machine that tests says."""
    for module in ("imports", "import_agenda", "import_contacts"):
        monkeypatch.setattr(
            f"gesprekshulp.services.{module}.local_zone", lambda: "Europe/Amsterdam"
        )


@pytest.fixture
def clock() -> Clock:
    return Clock(date(2026, 11, 22))


@pytest.fixture
def office(archive: Archive) -> Archive:
    """An archive that knows who we are, and one client with one person."""
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Bram de Wit", own_email="bram@advies.example"))
        work.advisers.save(
            Adviser(
                AdviserId(new_id()), "Bram de Wit", "Adviseur", "bram@advies.example", is_self=True
            )
        )
        work.clients.save(Client(ClientId("hoveniers"), "Veldkamp Hoveniers B.V.", city="Deventer"))
        work.people.save(
            ContactPerson(
                PersonId("annet"), ClientId("hoveniers"), "Annet Veldkamp", "Directeur",
                "annet@veldkamp-hoveniers.example",
            )
        )  # fmt: skip
    return archive


def counts(made: object) -> Counts:
    found = as_json(made)  # type: ignore[arg-type]
    return tuple(found[kind.value] for kind in Outcome)  # type: ignore[return-value]


def take_in(archive: Archive, clock: Clock, *files: tuple[str, bytes]) -> ImportResult:
    return apply(archive, clock, plan(archive, clock, files))


def appointments(archive: Archive) -> tuple[Appointment, ...]:
    with archive.reading() as work:
        return work.appointments.in_order()


def everything(archive: Archive) -> list[object]:
    with archive.reading() as work:
        return [
            *work.clients.all(), *work.people.all(), *work.appointments.all(),
            *work.participants.all(), *work.contacts.all(), *work.attachments.all(),
            *work.appointment_changes.all(),
        ]  # fmt: skip


DAY = date(2026, 1, 5)
ALL = (
    ("agenda.ics", OUTLOOK), ("google.ics", GOOGLE), ("kaart.vcf", CARD_21 + CARD_40),
    ("mensen.csv", OUTLOOK_EN.encode()), ("google.csv", GOOGLE_PEOPLE.encode()), ("b.eml", MAIL),
    ("contacten.xlsx", workbook(("Datum", "Klant", "Onderwerp"), (DAY, "Bakker & Zoon", "Gebeld"))),
)  # fmt: skip


@pytest.mark.parametrize("file", ALL, ids=[name for name, _ in ALL])
def test_a_plan_writes_nothing_and_the_second_time_all_is_the_same(
    office: Archive, clock: Clock, file: tuple[str, bytes]
) -> None:
    before = everything(office)
    planned = plan(office, clock, [file])
    new, changed, _, refused = counts(planned)
    assert new + changed > 0
    assert refused == 0
    assert everything(office) == before
    assert counts(apply(office, clock, planned)) == counts(planned)
    again = plan(office, clock, [file])
    assert counts(again) == (0, 0, len(planned.changes), 0)
    assert apply(office, clock, again).batch_id is None


def test_everything_in_one_go_and_twice_over_is_never_doubled(
    office: Archive, clock: Clock
) -> None:
    once = take_in(office, clock, *ALL)
    size = len(everything(office))
    assert counts(plan(office, clock, ALL))[:2] == (0, 0)
    undo(office, once.batch_id or "")
    twice = plan(office, clock, [*ALL, *ALL])
    assert twice.count(Outcome.NEW) == once.plan.count(Outcome.NEW)
    apply(office, clock, twice)
    assert len(everything(office)) == size


def test_one_undo_takes_the_whole_back(office: Archive, clock: Clock) -> None:
    before = everything(office)
    result = take_in(office, clock, *ALL)
    undo(office, result.batch_id or "")
    assert everything(office) == before


def test_an_import_is_named_after_what_it_brought(office: Archive, clock: Clock) -> None:
    assert take_in(office, clock, ("a.ics", OUTLOOK)).label == "1 afspraak ingelezen uit a.ics"
    assert plan(office, clock, [("g.ics", GOOGLE)]).label == "6 afspraken ingelezen uit g.ics"


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


EVENT = (
    "UID:x\nSUMMARY:{title}\nSEQUENCE:{sequence}\nLOCATION:{place}\n"
    "DTSTART:202612{day:02}T090000Z\nDTEND:202612{day:02}T100000Z\n"
    "ORGANIZER;CN=Annet Veldkamp:mailto:annet@veldkamp-hoveniers.example"
)


def event(sequence: int, day: int = 1, title: str = "Gesprek", more: str = "") -> bytes:
    text = EVENT.format(sequence=sequence, day=day, title=title, place="Zwolle")
    return calendar(text + more)


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


SERIES = "UID:reeks\nSUMMARY:Overleg\nSEQUENCE:{0}\nDTSTART:{1}T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3"


def test_a_moved_series_takes_its_preparation_along(office: Archive, clock: Clock) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(0, "20261201"))))
    before = appointments(office)
    result = take_in(office, clock, ("a.ics", calendar(SERIES.format(1, "20261202"))))
    assert counts(result) == (0, 3, 0, 0)
    assert [one.id for one in appointments(office)] == [one.id for one in before]
    assert [one.starts_at.day for one in appointments(office)] == [2, 9, 16]
    again = plan(office, clock, [("a.ics", calendar(SERIES.format(1, "20261202")))])
    assert counts(again) == (0, 0, 3, 0)


def test_an_occurrence_that_leaves_its_series_is_called_off(office: Archive, clock: Clock) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(0, "20261201"))))
    without = calendar(SERIES.format(0, "20261201") + "\nEXDATE:20261208T090000Z")
    result = take_in(office, clock, ("a.ics", without))
    assert counts(result) == (0, 1, 2, 0)
    states = [one.status.value for one in appointments(office)]
    assert states == ["gepland", "afgezegd", "gepland"]
    assert counts(plan(office, clock, [("a.ics", without)])) == (0, 0, 2, 0)


def test_a_series_called_off_as_a_whole_brings_nothing_that_was_not_there(
    office: Archive, clock: Clock
) -> None:
    without = SERIES.format(0, "20261201") + "\nEXDATE:20261208T090000Z"
    take_in(office, clock, ("a.ics", calendar(without)))
    # Outlook leaves the exceptions out of what it sends when a series is withdrawn.
    withdrawn = calendar(SERIES.format(1, "20261201"), method="CANCEL")
    assert counts(take_in(office, clock, ("b.ics", withdrawn))) == (0, 2, 1, 0)
    assert [one.starts_at.day for one in appointments(office)] == [1, 15]
    assert {one.status.value for one in appointments(office)} == {"afgezegd"}


def test_a_series_withdrawn_without_its_rule_is_called_off_from_now_on(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(2, "20261117"))))
    rule = SERIES.partition("RRULE")[2].partition("\n")[0]
    single = SERIES.replace(f"\nRRULE{rule}", "")
    older = calendar(single.format(1, "20261117"), method="CANCEL")
    assert counts(take_in(office, clock, ("b.ics", older))) == (0, 0, 1, 0)
    # As Exchange and Google send it: one event with the identifier of the series.
    withdrawn = calendar(single.format(3, "20261117"), method="CANCEL")
    result = take_in(office, clock, ("b.ics", withdrawn))
    assert counts(result) == (0, 1, 0, 0)
    assert result.plan.changes[0].details[0] == "De reeks is afgezegd: 2 afspraken"
    states = [one.status.value for one in appointments(office)]
    assert states == ["gepland", "afgezegd", "afgezegd"]
    assert counts(plan(office, clock, [("b.ics", withdrawn)])) == (0, 0, 1, 0)


def test_a_series_that_becomes_a_single_talk_keeps_one_and_calls_off_the_rest(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(0, "20261201"))))
    first = appointments(office)[0]
    rule = SERIES.partition("RRULE")[2].partition("\n")[0]
    single = calendar(SERIES.replace(f"\nRRULE{rule}", "").format(1, "20261202"))
    result = take_in(office, clock, ("b.ics", single))
    assert counts(result) == (0, 1, 0, 0)
    assert "De reeks is vervallen: 2 andere afspraken afgezegd" in result.plan.changes[0].details
    found = [(one.starts_at.day, one.status.value) for one in appointments(office)]
    assert found == [(2, "gepland"), (8, "afgezegd"), (15, "afgezegd")]
    assert appointments(office)[0].id == first.id
    assert counts(plan(office, clock, [("b.ics", single)])) == (0, 0, 1, 0)


def test_several_whole_days_are_named_by_the_first_and_the_last(
    office: Archive, clock: Clock
) -> None:
    beurs = "UID:b\nSUMMARY:Beurs\nDTSTART;VALUE=DATE:20261210\nDTEND;VALUE=DATE:20261213"
    (one,) = plan(office, clock, [("a.ics", calendar(beurs))]).changes
    assert one.title == "Beurs (do 10 dec 2026 tot en met za 12 dec)"


def test_an_exception_that_comes_later_moves_one_occurrence(office: Archive, clock: Clock) -> None:
    take_in(office, clock, ("a.ics", calendar(SERIES.format(0, "20261201"))))
    one = "UID:reeks\nRECURRENCE-ID:20261208T090000Z\nDTSTART:20261210T090000Z\nSEQUENCE:1"
    assert counts(take_in(office, clock, ("b.ics", calendar(one)))) == (0, 1, 0, 0)
    assert [made.starts_at.day for made in appointments(office)] == [1, 10, 15]


def test_people_are_known_by_mail_address_and_empty_fields_are_filled(
    office: Archive, clock: Clock
) -> None:
    table = (
        b"Bedrijf;Naam;Functie;E-mail;Mobiel;Plaats\n"
        b"veldkamp hoveniers;A. Veldkamp;Eigenaar;ANNET@veldkamp-hoveniers.example;06-1;Deventer\n"
        b"VELDKAMP HOVENIERS BV;Joris Boer;;joris@veldkamp-hoveniers.example;06-12345678;Deventer\n"
    )
    result = take_in(office, clock, ("m.csv", table))
    assert counts(result) == (1, 1, 0, 0)
    assert result.plan.changes[0].details[:2] == (
        "Naam: van “Annet Veldkamp” naar “A. Veldkamp”",
        "Functie: van “Directeur” naar “Eigenaar”",
    )
    with office.reading() as work:
        assert len(work.clients.all()) == 1
        assert {one.name for one in work.people.all()} == {"A. Veldkamp", "Joris Boer"}


def test_a_shared_address_does_not_make_two_people_one(office: Archive, clock: Clock) -> None:
    table = (
        b"Bedrijf;Naam;E-mail\nFirma;Jan Prins;info@firma.example\n"
        b"Firma;Els Prins;info@firma.example\nFirma;Jan Prins;jan@firma.example\n"
    )
    assert counts(take_in(office, clock, ("m.csv", table))) == (2, 0, 1, 0)
    assert counts(plan(office, clock, [("m.csv", table)])) == (0, 0, 3, 0)


def test_somebody_without_an_organisation_is_a_private_client(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("m.csv", b"Voornaam;Achternaam;E-mail\nEls;Prins;els@gmail.com\n"))
    with office.reading() as work:
        client = work.clients.named("Els Prins")
        assert client is not None
        assert client.kind is ClientKind.PRIVATE
        assert [one.email for one in work.people.of_client(client.id)] == ["els@gmail.com"]


def test_a_private_person_may_share_a_name_with_an_organisation(
    office: Archive, clock: Clock
) -> None:
    table = b"Naam;Bedrijf;Website\nJan;Veldkamp;www.v.example\nVeldkamp;;\n"
    assert counts(take_in(office, clock, ("m.csv", table))) == (2, 0, 0, 0)
    again = table.replace(b"www.v.example", b"https://v.example/")
    assert counts(plan(office, clock, [("m.csv", again)])) == (0, 0, 2, 0)


def test_the_column_soort_tells_organisations_from_people(office: Archive, clock: Clock) -> None:
    table = (
        b"Naam;Soort;E-mail\nDe Linde;organisatie;info@delinde.example\nEls Prins;particulier;\n"
    )
    assert counts(take_in(office, clock, ("m.csv", table))) == (2, 0, 0, 0)
    assert counts(plan(office, clock, [("m.csv", table)])) == (0, 0, 2, 0)
    with office.reading() as work:
        kinds = {one.name: one.kind.value for one in work.clients.all()}
    assert (kinds["De Linde"], kinds["Els Prins"]) == ("organisatie", "particulier")


def test_a_message_becomes_a_contact_of_the_sender_with_its_attachments(
    office: Archive, clock: Clock
) -> None:
    take_in(
        office, clock, ("b.eml", MAIL.replace(b"veldkamp.example", b"veldkamp-hoveniers.example"))
    )
    with office.reading() as work:
        (contact,) = work.contacts.of_client("hoveniers")
        assert contact.person_id == "annet"
        kept = work.attachments.of(OwnerKind.CONTACT, contact.id)
        assert {one.name for one in kept} == {"offerte café.pdf", "Eerder bericht.eml"}
        offer = next(one for one in kept if one.name.endswith("pdf"))
        assert work.attachments.content(offer.sha256) == b"%PDF-1.4\n"


def test_a_message_without_anybody_in_it_belongs_to_no_client(
    office: Archive, clock: Clock
) -> None:
    letter = ("x.eml", b"Subject: x\nDate: Mon, 2 Nov 2026 09:00:00 +0100\n\nTekst")
    refused = plan(office, clock, [letter])
    assert counts(refused) == (0, 0, 0, 1)
    assert "sleep het bericht op de klant" in refused.changes[0].reason
    assert counts(plan(office, clock, [letter], client_id="hoveniers")) == (1, 0, 0, 0)


def test_files_dropped_on_a_client_belong_to_that_client(office: Archive, clock: Clock) -> None:
    result = apply(office, clock, plan(office, clock, [("b.eml", MAIL)], client_id="hoveniers"))
    assert counts(result) == (1, 0, 0, 0)
    with office.reading() as work:
        assert len(work.clients.all()) == 1
        assert work.contacts.count_of_client("hoveniers") == 1


def test_people_in_the_same_go_are_known_to_messages_and_events(
    office: Archive, clock: Clock
) -> None:
    take_in(office, clock, ("b.eml", MAIL), ("g.csv", GOOGLE_PEOPLE.encode()))
    with office.reading() as work:
        (contact,) = work.contacts.all()
        person = work.people.find(contact.person_id)
    assert person is not None
    assert person.name == "Annet Veldkamp"


def test_a_remembered_mapping_is_used_the_next_time(office: Archive, clock: Clock) -> None:
    from gesprekshulp.exchange.tables import read_tables

    data = b"Kleur;Maat\nFirma Rood;Jan\n"
    with pytest.raises(UserError, match="niet worden herkend"):
        plan(office, clock, [("x.csv", data)])
    mapping = Mapping(Target.PEOPLE, (Field.CLIENT, Field.NAME))
    remember_mapping(office, read_tables("x.csv", data)[0].fingerprint, mapping)
    assert counts(plan(office, clock, [("x.csv", data)])) == (1, 0, 0, 0)
    assert remembered_mapping(office, "onbekend") is None


def test_the_sheets_of_a_workbook_come_in_together_and_know_each_other(
    office: Archive, clock: Clock
) -> None:
    book = workbook(
        ("Naam", "Plaats", "Branche"),
        ("Molen Techniek", "Ede", "Bouw"),
        sheets={
            "Mensen": (("Naam", "E-mail", "Bedrijf"), ("Piet", "p@molen.example", "Molen Techniek"))
        },
    )
    result = take_in(office, clock, ("relaties.xlsx", book))
    assert {one.file for one in result.plan.changes} == {
        "relaties.xlsx, blad Sheet",
        "relaties.xlsx, blad Mensen",
    }
    assert result.label.endswith("ingelezen uit relaties.xlsx")
    with office.reading() as work:
        (client,) = [one for one in work.clients.all() if one.name == "Molen Techniek"]
        assert (client.city, client.trade) == ("Ede", "Bouw")
        assert [one.name for one in work.people.of_client(client.id)] == ["Piet"]
    assert counts(plan(office, clock, [("relaties.xlsx", book)]))[:2] == (0, 0)


def test_a_broken_file_is_refused_and_the_others_go_on(office: Archive, clock: Clock) -> None:
    before = everything(office)
    with pytest.raises(UserError, match=r"^“kapot.ics” .*afgebroken"):
        plan(office, clock, [("kapot.ics", OUTLOOK[:900])])
    assert everything(office) == before
    planned = plan(office, clock, [("kapot.ics", OUTLOOK[:900]), ("goed.ics", GOOGLE)])
    assert counts(planned) == (6, 0, 0, 1)
    assert planned.changes[0].file == "kapot.ics"


def test_a_plan_is_not_applied_to_an_archive_that_changed_since(
    office: Archive, clock: Clock
) -> None:
    planned = plan(office, clock, [("a.ics", event(0))])
    take_in(office, clock, ("a.ics", event(0)))
    before = everything(office)
    with pytest.raises(PlanOutdatedError):
        apply(office, clock, planned)
    assert everything(office) == before


def test_people_of_a_removed_client_do_not_stand_in_the_way(office: Archive, clock: Clock) -> None:
    with office.transaction("Klant verwijderd") as work:
        work.clients.remove("hoveniers")
    assert (
        counts(take_in(office, clock, ("a.ics", event(0)), ("g.csv", GOOGLE_PEOPLE.encode())))[0]
        == 2
    )


def test_a_refused_row_stands_in_the_plan_with_its_line_and_reason(
    office: Archive, clock: Clock
) -> None:
    planned = plan(office, clock, [("m.csv", b"Naam;Bedrijf;Plaats\nJan;Firma;Ede\n;;Epe\n")])
    assert counts(planned) == (1, 0, 0, 1)
    refused = planned.changes[1]
    assert (refused.line, refused.reason) == (3, "Er staat geen naam in deze rij.")


def test_the_json_tells_counts_and_each_line(office: Archive, clock: Clock) -> None:
    found = as_json(plan(office, clock, [("m.csv", b"Naam;Bedrijf\nJan;Firma\n;\n;x@;\n")]))
    assert {key: found[key] for key in ("nieuw", "gewijzigd", "gelijk", "geweigerd")} == {
        "nieuw": 2, "gewijzigd": 0, "gelijk": 0, "geweigerd": 0,
    }  # fmt: skip
    first = found["regels"][0]  # type: ignore[index]
    assert (first["uitkomst"], first["soort"], first["regel"]) == ("nieuw", "contactpersoon", 2)


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


def stamped(moment: str, day: int = 1, title: str = "Gesprek", more: str = "") -> bytes:
    """A version of `event(1)` that was sent at this moment."""
    return event(1, day=day, title=title, more=f"\nDTSTAMP:{moment}{more}")


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


@pytest.mark.parametrize("moved_to", ["14", "09"])
def test_a_series_that_comes_after_one_of_its_exceptions_is_taken_in_whole(
    office: Archive, clock: Clock, moved_to: str
) -> None:
    one = (
        "UID:r\nRECURRENCE-ID:20261210T090000Z\nSUMMARY:Verzet deel\nSEQUENCE:1\n"
        f"DTSTART:20261210T{moved_to}0000Z\nDTEND:20261210T{moved_to}3000Z"
    )
    whole = (
        "UID:r\nDTSTART:20261203T090000Z\nDTEND:20261203T100000Z\n"
        "RRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Reeks"
    )
    take_in(office, clock, ("los.ics", calendar(one)))
    both = calendar(f"{whole}\nEND:VEVENT\nBEGIN:VEVENT\n{one}")
    assert counts(take_in(office, clock, ("reeks.ics", both))) == (2, 0, 1, 0)
    assert [made.title for made in appointments(office)] == ["Reeks", "Verzet deel", "Reeks"]


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


def test_a_series_at_another_hour_keeps_each_occurrence_on_its_own_day(
    office: Archive, clock: Clock
) -> None:
    def series(hour: int, sequence: int, more: str = "", count: int = 3) -> bytes:
        return calendar(
            f"UID:r\nDTSTART:202612{7:02}T{hour:02}0000Z\nDTEND:202612{7:02}T{hour:02}3000Z\n"
            f"RRULE:FREQ=WEEKLY;COUNT={count}\nSUMMARY:Reeks\nSEQUENCE:{sequence}{more}"
        )

    take_in(office, clock, ("r.ics", series(9, 0, "\nEXDATE:20261214T090000Z")))
    last = appointments(office)[-1]
    with office.transaction() as work:
        work.appointments.save(replace(last, goal="weten we wat de cijfers zeggen"))
    take_in(office, clock, ("r.ics", series(11, 1)))
    found = {one.starts_at.day: one for one in appointments(office)}
    assert sorted(found) == [7, 14, 21]
    assert (found[21].id, found[21].goal) == (last.id, "weten we wat de cijfers zeggen")


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


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("SEQUENCE:0", "SEQUENCE:1"),
        ("LAST-MODIFIED:20261101T090000Z", "LAST-MODIFIED:20261102T090000Z"),
    ],
)
def test_an_older_version_of_a_moved_series_puts_nothing_beside_it(
    office: Archive, clock: Clock, older: str, newer: str
) -> None:
    def series(hour: int, version: str) -> bytes:
        return calendar(
            f"UID:reeks\nDTSTART:20261117T{hour:02}0000Z\nDTEND:20261117T{hour + 1:02}0000Z\n"
            f"RRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Reeks\n{version}"
        )

    take_in(office, clock, ("a.ics", series(8, older)))
    take_in(office, clock, ("b.ics", series(10, newer)))
    before = appointments(office)
    # What was held stays at the time at which it was.
    assert [one.starts_at.hour for one in before] == [8, 10, 10, 10]
    assert counts(take_in(office, clock, ("a.ics", series(8, older)))) == (0, 0, 4, 0)
    assert appointments(office) == before


def test_a_series_twice_a_day_at_other_hours_keeps_each_talk_in_its_place(
    office: Archive, clock: Clock
) -> None:
    def series(sequence: int, hours: str) -> bytes:
        first = hours.partition(",")[0]
        return calendar(
            f"UID:r\nDTSTART:20261207T{first:0>2}0000Z\nDURATION:PT30M\nSUMMARY:Ronde\n"
            f"RRULE:FREQ=DAILY;COUNT=4;BYHOUR={hours}\nSEQUENCE:{sequence}"
        )

    take_in(office, clock, ("r.ics", series(0, "9,15")))
    before = appointments(office)
    assert len(before) == 4
    assert counts(take_in(office, clock, ("r.ics", series(1, "10,16")))) == (0, 4, 0, 0)
    after = appointments(office)
    assert [one.id for one in after] == [one.id for one in before]
    assert [(one.starts_at.day, one.starts_at.hour) for one in after] == [
        (7, 10), (7, 16), (8, 10), (8, 16),
    ]  # fmt: skip


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
