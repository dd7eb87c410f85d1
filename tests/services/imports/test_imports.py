"""Taking files in: recognised, never doubled, all or nothing, and undone as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from gesprekshulp.domain.errors import UserError
from gesprekshulp.exchange.columns import Field, Mapping, Target
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.imports import (
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
    workbook,
)

from .taking_in import counts, event, everything, take_in

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
