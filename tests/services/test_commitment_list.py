"""The register as a list: views, groups, pages and the filter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random

import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment, CommitmentState, DueGroup
from gesprekshulp.services import commitment_filter, commitment_list, commitments
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.commitment_filter import Names
from gesprekshulp.services.commitment_list import Group, View, Wanted, Whose
from gesprekshulp.storage.archive import Archive
from tests.office import DAY, a_client, a_commitment

MANY = 20_000


def keep_all(archive: Archive, client: Client, *promises: Commitment) -> None:
    with archive.transaction(None) as work:
        work.clients.save(client)
        work.commitments.save_all(promises)


def in_days(days: int):
    return DAY + timedelta(days=days)


def whats(archive: Archive, groups: Sequence[Group]) -> list[tuple[str, list[str]]]:
    return [
        (
            group.heading.value if group.heading else "",
            [item.commitment.what for item in commitment_list.rows(archive, group, 0, group.count)],
        )
        for group in groups
    ]


def shown(archive: Archive, clock: Clock, view: View, whose: Whose = Whose.BOTH):
    return whats(archive, commitment_list.groups(archive, clock, Wanted(view, whose)))


def found(archive: Archive, clock: Clock, text: str, view: View = View.ALL) -> list[str]:
    wanted = Wanted(view, text=text)
    among = commitment_list.groups(archive, clock, wanted)
    result = commitment_filter.find(archive, clock, wanted, Names(archive), among, whole=True)
    assert result.complete
    return [what for _, some in whats(archive, result.groups) for what in some]


@pytest.fixture
def office(archive: Archive) -> Archive:
    client = a_client()
    keep_all(
        archive,
        client,
        a_commitment(client, "naar later", due=in_days(30)),
        a_commitment(client, "te laat", due=in_days(-2)),
        a_commitment(client, "langer te laat", due=in_days(-9), side=Side.CLIENT),
        a_commitment(client, "vandaag klant", due=DAY, side=Side.CLIENT),
        a_commitment(client, "vandaag wij", due=DAY),
        a_commitment(client, "zondag", due=in_days(3), side=Side.THIRD),
        a_commitment(client, "maandag", due=in_days(4), side=Side.BOTH),
        a_commitment(client, "zonder dag", due=None, side=Side.CLIENT),
        a_commitment(client, "na het overleg", due=None, event="na het overleg"),
        a_commitment(client, "klaar", state=CommitmentState.KEPT, closed_on=in_days(-3)),
        a_commitment(client, "net klaar", state=CommitmentState.DROPPED, closed_on=in_days(-1)),
    )
    return archive


def test_all_open_promises_stand_in_groups_by_day_and_ours_come_first(
    office: Archive, clock: Clock
) -> None:
    assert shown(office, clock, View.ALL) == [
        ("Te laat", ["langer te laat", "te laat"]),
        ("Vandaag", ["vandaag wij", "vandaag klant"]),
        ("Deze week", ["zondag"]),
        ("Volgende week", ["maandag"]),
        ("Later", ["naar later"]),
        ("Zonder termijn", ["na het overleg", "zonder dag"]),
    ]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View.LATE, ["langer te laat", "te laat"]),
        (View.TODAY, ["vandaag wij", "vandaag klant"]),
        (View.THIS_WEEK, ["zondag"]),
        (View.NO_DAY, ["na het overleg", "zonder dag"]),
        (View.CLOSED, ["net klaar", "klaar"]),
    ],
)
def test_a_view_of_one_group_has_no_heading(
    office: Archive, clock: Clock, view: View, expected: list[str]
) -> None:
    assert shown(office, clock, view) == [("", expected)]


def test_waiting_for_the_client_is_what_they_or_both_must_do(office: Archive, clock: Clock) -> None:
    waiting = [what for _, some in shown(office, clock, View.WAITING) for what in some]
    assert waiting == ["langer te laat", "vandaag klant", "maandag", "zonder dag"]


def test_waiting_for_a_third_party_is_a_view_of_its_own(archive: Archive, clock: Clock) -> None:
    client = a_client()
    third = {"side": Side.THIRD, "who": "kassaleverancier"}
    with archive.transaction(None) as work:
        work.clients.save(client)
        work.commitments.save_all(
            (
                a_commitment(client, "proefopstelling plaatsen", due=DAY, **third),
                a_commitment(client, "cijfers sturen", due=DAY, side=Side.CLIENT, who="Annet"),
            )
        )
    assert shown(archive, clock, View.THIRD) == [("Vandaag", ["proefopstelling plaatsen"])]
    assert shown(archive, clock, View.THIRD, Whose.OURS) == []
    assert commitment_list.counts(archive, clock, Whose.OURS)[View.THIRD] == 1


def test_what_is_not_ours_is_theirs_and_together_counts_for_both(
    office: Archive, clock: Clock
) -> None:
    ours = [w for _, some in shown(office, clock, View.ALL, Whose.OURS) for w in some]
    theirs = [w for _, some in shown(office, clock, View.ALL, Whose.THEIRS) for w in some]
    assert set(ours) & set(theirs) == {"maandag"}
    assert len(set(ours) | set(theirs)) == 9


def test_the_counts_of_the_views_are_what_the_views_show(office: Archive, clock: Clock) -> None:
    counts = commitment_list.counts(office, clock, Whose.BOTH)
    for view in View:
        assert counts[view] == sum(len(some) for _, some in shown(office, clock, view))


def test_the_first_screen_is_the_begin_of_the_whole_list(office: Archive, clock: Clock) -> None:
    begin = commitment_list.begin(office, clock, Wanted(), 2)
    assert not begin.complete
    assert [[item.commitment.what for item in some] for some in begin.rows] == [
        ["langer te laat", "te laat"]
    ]
    whole = commitment_list.begin(office, clock, Wanted(), 40)
    assert whole.complete
    assert whole.groups == commitment_list.groups(office, clock, Wanted())


def test_a_removed_promise_is_in_no_view(office: Archive, clock: Clock) -> None:
    group = commitment_list.groups(office, clock, Wanted(View.LATE))[0]
    item = commitment_list.rows(office, group, 0, 1)[0].commitment
    commitments.remove(office, item.id)
    assert shown(office, clock, View.LATE) == [("", ["te laat"])]
    among = commitment_list.groups(office, clock, Wanted())
    assert commitment_list.place_of(office, among, item.id) is None


@pytest.mark.parametrize("view", [View.ALL, View.CLOSED])
def test_the_place_of_a_promise_is_where_it_is_shown(
    office: Archive, clock: Clock, view: View
) -> None:
    among = commitment_list.groups(office, clock, Wanted(view))
    for index, group in enumerate(among):
        for place, item in enumerate(commitment_list.rows(office, group, 0, group.count)):
            id = item.commitment.id
            assert commitment_list.place_of(office, among, id) == (index, place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vandaag", ["vandaag wij", "vandaag klant"]),
        ("LAAT", ["langer te laat", "te laat"]),
        ("aat", []),
        ("halm zonder", ["zonder dag"]),
        ("100%", []),
    ],
)
def test_every_typed_word_begins_a_word_of_the_promise_or_its_client(
    office: Archive, clock: Clock, text: str, expected: list[str]
) -> None:
    assert found(office, clock, text) == expected


def test_signs_without_a_word_filter_nothing(office: Archive, clock: Clock) -> None:
    assert len(found(office, clock, "( %")) == 9


def test_accents_make_no_difference_for_the_filter(archive: Archive, clock: Clock) -> None:
    client = a_client("Café Müller")
    keep_all(archive, client, a_commitment(client, "privé-gebruik opgeven", who="Ömer"))
    for text in ("cafe", "café", "MULLER", "prive", "omer", "gebruik"):
        assert found(archive, clock, text) == ["privé-gebruik opgeven"], text


def test_the_panel_learns_how_many_of_ours_are_due_next_week(office: Archive, clock: Clock) -> None:
    group = commitment_list.groups(office, clock, Wanted(View.LATE))[0]
    item = commitment_list.rows(office, group, 0, 1)[0].commitment
    assert commitment_list.detail(office, clock, item.id).next_week == 1


@pytest.fixture
def long_list(archive: Archive) -> Archive:
    random = Random(4)
    clients = [a_client(f"Klant {number}") for number in range(300)]
    verbs, things = ("sturen", "nakijken", "bellen"), ("offerte", "polis", "planning")
    with archive.transaction(None) as work:
        work.clients.save_all(clients)
        work.commitments.save_all(
            a_commitment(
                random.choice(clients),
                f"{random.choice(things)} {number} {random.choice(verbs)}",
                due=None if number % 40 == 0 else in_days(random.randint(-60, 200)),
                side=random.choice(list(Side)),
            )
            for number in range(MANY)
        )
    return archive


def test_pages_of_a_long_list_join_without_gaps(long_list: Archive, clock: Clock) -> None:
    groups = commitment_list.groups(long_list, clock, Wanted())
    assert sum(group.count for group in groups) == MANY
    late = groups[0]
    assert late.heading is DueGroup.LATE
    pages = [
        item.commitment
        for start in range(0, late.count, 700)
        for item in commitment_list.rows(long_list, late, start, 700)
    ]
    assert len({item.id for item in pages}) == late.count
    assert [item.due for item in pages] == sorted(item.due for item in pages if item.due)


def test_a_rare_word_in_a_long_list_is_found_whole_at_once(
    long_list: Archive, clock: Clock
) -> None:
    wanted = Wanted(text="12345")
    among = commitment_list.groups(long_list, clock, wanted)
    result = commitment_filter.find(long_list, clock, wanted, Names(long_list), among)
    assert result.complete
    assert result.count == 1


def test_a_client_and_a_word_together_narrow_a_long_list(long_list: Archive, clock: Clock) -> None:
    both = found(long_list, clock, "217 offerte")
    assert both
    assert all(what.startswith("offerte") for what in both)


def test_a_frequent_word_gives_a_screenful_first_and_a_capped_rest_later(
    long_list: Archive, clock: Clock
) -> None:
    wanted = Wanted(text="offerte")
    among = commitment_list.groups(long_list, clock, wanted)
    names = Names(long_list)
    first = commitment_filter.find(long_list, clock, wanted, names, among)
    assert not first.complete
    assert first.count >= 40
    whole = commitment_filter.find(long_list, clock, wanted, names, among, whole=True)
    assert whole.count >= commitment_filter.MOST_FOUND
    begin = whats(long_list, first.groups)[0][1]
    assert whats(long_list, whole.groups)[0][1][: len(begin)] == begin
    assert all("offerte" in what for what in begin)
