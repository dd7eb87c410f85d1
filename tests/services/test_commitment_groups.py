"""The register by client, by person and as a board of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import CommitmentState
from gesprekshulp.services import (
    commitment_export,
    commitment_filter,
    commitment_groups,
    commitment_list,
)
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitment_filter import Names
from gesprekshulp.services.commitment_groups import arranged, board, whole
from gesprekshulp.services.commitment_list import By, Group, View, Wanted, Whose
from gesprekshulp.storage.archive import Archive
from tests.office import DAY, a_client, a_commitment

HALM = a_client("Bakkerij De Halm")
BRINKHOF = a_client("brinkhof Logistiek")


def in_days(days: int):
    return DAY + timedelta(days=days)


@pytest.fixture
def office(archive: Archive) -> Archive:
    theirs = {"side": Side.CLIENT, "who": "Jan"}
    with archive.transaction(None) as work:
        work.clients.save_all((BRINKHOF, HALM))
        work.commitments.save_all(
            (
                a_commitment(HALM, "zonder dag", due=None, who="Karin"),
                a_commitment(HALM, "morgen", due=in_days(1)),
                a_commitment(HALM, "te laat", due=in_days(-3), who="Karin"),
                a_commitment(HALM, "lijst", due=in_days(1), **theirs),
                a_commitment(BRINKHOF, "rooster", due=in_days(-1), **theirs),
                a_commitment(BRINKHOF, "samen kijken", due=in_days(4), side=Side.BOTH, who=""),
                a_commitment(BRINKHOF, "klaar", state=CommitmentState.KEPT, closed_on=in_days(-1)),
            )
        )
    return archive


def by(archive: Archive, clock: Clock, how: By, view: View = View.ALL) -> tuple[Group, ...]:
    base = commitment_list.groups(archive, clock, Wanted(view))
    return arranged(archive, clock, base, how)


def texts(archive: Archive, groups: Sequence[Group]) -> dict[str | None, list[str]]:
    return {
        group.heading: [
            item.commitment.what for item in commitment_list.rows(archive, group, 0, group.count)
        ]
        for group in groups
    }


def test_per_client_each_client_has_its_promises_by_day(office: Archive, clock: Clock) -> None:
    assert texts(office, by(office, clock, By.CLIENT)) == {
        "Bakkerij De Halm": ["te laat", "morgen", "lijst", "zonder dag"],
        "brinkhof Logistiek": ["rooster", "samen kijken"],
    }


def test_per_person_two_clients_with_a_jan_are_two_people(office: Archive, clock: Clock) -> None:
    found = by(office, clock, By.PERSON)
    assert texts(office, found) == {
        "Karin": ["te laat", "zonder dag"],
        "Steven": ["morgen"],
        "Jan, Bakkerij De Halm": ["lijst"],
        "Jan, brinkhof Logistiek": ["rooster"],
        "Samen": ["samen kijken"],
    }
    assert [group.late for group in found] == [1, 0, 0, 1, 0]


def test_a_group_knows_where_each_promise_stands(office: Archive, clock: Clock) -> None:
    found = by(office, clock, By.CLIENT)
    with office.reading() as work:
        promise = next(one for one in work.commitments.all() if one.what == "samen kijken")
    assert commitment_list.place_of(office, found, promise.id) == (1, 1)


def test_closed_ones_are_grouped_too(office: Archive, clock: Clock) -> None:
    assert texts(office, by(office, clock, By.CLIENT, View.CLOSED)) == {
        "brinkhof Logistiek": ["klaar"]
    }


def test_what_a_filter_found_is_grouped_alike(office: Archive, clock: Clock) -> None:
    wanted = Wanted(text="jan", by=By.CLIENT)
    base = commitment_list.groups(office, clock, wanted)
    found = commitment_filter.find(office, clock, wanted, Names(office), base, whole=True)
    assert texts(office, arranged(office, clock, found.groups, By.CLIENT)) == {
        "Bakkerij De Halm": ["lijst"],
        "brinkhof Logistiek": ["rooster"],
    }
    assert texts(office, whole(office, clock, wanted, Names(office))) == {
        "Bakkerij De Halm": ["lijst"],
        "brinkhof Logistiek": ["rooster"],
    }


def test_nothing_has_no_groups(archive: Archive, clock: Clock) -> None:
    assert by(archive, clock, By.PERSON) == ()


def test_a_board_has_each_day_with_its_promises(office: Archive, clock: Clock) -> None:
    monday = in_days(-3)
    found = board(office, clock, monday, monday + timedelta(days=6), 10)
    assert [day.count for day in found.days] == [1, 0, 1, 0, 2, 0, 0]
    assert [item.commitment.what for item in found.days[4].items] == ["morgen", "lijst"]
    assert found.earlier == 0


def test_a_board_reads_no_more_of_a_day_than_asked_and_counts_the_rest(
    office: Archive, clock: Clock
) -> None:
    found = board(office, clock, in_days(1), in_days(1), 1)
    assert (found.days[0].count, len(found.days[0].items)) == (2, 1)
    assert found.earlier == 2


def test_a_board_is_filtered_by_side_and_by_words(office: Archive, clock: Clock) -> None:
    first, last = in_days(-3), in_days(3)
    ours = board(office, clock, first, last, 10, Whose.OURS)
    assert sum(day.count for day in ours.days) == 2
    words = board(office, clock, first, last, 10, text="brink roos")
    assert [(day.day, day.count) for day in words.days if day.count] == [(in_days(-1), 1)]
    nothing = board(office, clock, in_days(90), in_days(96), 10, text="lijst")
    assert sum(day.count for day in nothing.days) == 0


def test_the_days_of_a_board_are_one_group_for_an_export(office: Archive) -> None:
    group = commitment_groups.board_group(office, in_days(-3), in_days(3), Whose.BOTH)
    assert group.count == 4


@pytest.fixture
def closed(office: Archive) -> Archive:
    jan = {"side": Side.CLIENT, "who": "Jan"}

    def done(client, what: str, days: int, **more):
        return a_commitment(
            client, what, state=CommitmentState.KEPT, closed_on=in_days(days), **more
        )

    with office.transaction(None) as work:
        work.commitments.save_all(
            (
                done(HALM, "oud", -9, who="Karin"),
                done(HALM, "nieuw", -2, who="Karin"),
                done(BRINKHOF, "elders", -3, who="Karin"),
                done(HALM, "cijfers", -4, **jan),
                done(BRINKHOF, "sleutels", -5, **jan),
                done(BRINKHOF, "samen", -6, side=Side.BOTH, who=""),
            )
        )
    return office


def test_closed_ones_per_client_stand_newest_first(closed: Archive, clock: Clock) -> None:
    assert texts(closed, by(closed, clock, By.CLIENT, View.CLOSED)) == {
        "Bakkerij De Halm": ["nieuw", "cijfers", "oud"],
        "brinkhof Logistiek": ["klaar", "elders", "sleutels", "samen"],
    }


def test_closed_ones_per_person_keep_two_jans_apart(closed: Archive, clock: Clock) -> None:
    assert texts(closed, by(closed, clock, By.PERSON, View.CLOSED)) == {
        "Karin": ["nieuw", "elders", "oud"],
        "Steven": ["klaar"],
        "Jan, Bakkerij De Halm": ["cijfers"],
        "Jan, brinkhof Logistiek": ["sleutels"],
        "Samen": ["samen"],
    }


@pytest.mark.parametrize("how", [By.CLIENT, By.PERSON])
def test_a_closed_one_is_found_back_in_its_group(closed: Archive, clock: Clock, how: By) -> None:
    found = by(closed, clock, how, View.CLOSED)
    for index, group in enumerate(found):
        for place, item in enumerate(commitment_list.rows(closed, group, 0, group.count)):
            assert commitment_list.place_of(closed, found, item.commitment.id) == (index, place)


def test_closed_ones_of_one_side_are_grouped_without_the_other(
    closed: Archive, clock: Clock
) -> None:
    base = commitment_list.groups(closed, clock, Wanted(View.CLOSED, Whose.THEIRS))
    assert texts(closed, arranged(closed, clock, base, By.CLIENT)) == {
        "Bakkerij De Halm": ["cijfers"],
        "brinkhof Logistiek": ["sleutels", "samen"],
    }


def test_an_export_of_closed_ones_has_the_order_of_the_screen(
    closed: Archive, clock: Clock, tmp_path
) -> None:
    shown = whole(closed, clock, Wanted(View.CLOSED, by=By.PERSON), Names(closed))
    file = commitment_export.export(closed, clock, shown, tmp_path / "lijst.csv")
    lines = file.read_text("utf-8-sig").splitlines()[1:]
    order = ["nieuw", "elders", "oud", "klaar", "cijfers", "sleutels", "samen"]
    assert [next(what for what in order if what in line) for line in lines] == order
