"""The palette and the command line find the same things."""

from __future__ import annotations

from gesprekshulp.services import example_office
from gesprekshulp.services.search import find


def test_clients_and_people_come_first(archive, clock):
    example_office.fill(archive, clock)
    kinds = [item.kind for item in find(archive, "brink")]
    assert kinds[0] == "klant"
    assert "contactpersoon" in kinds


def test_of_one_letter_the_clients_that_begin_with_it_come_first(archive, clock):
    example_office.fill(archive, clock)
    found = find(archive, "b")
    assert [item.title for item in found[:2]] == ["Bakkerij De Halm", "Brinkhof Logistiek"]
    assert len({item.id for item in found}) == len(found) == 20


def test_internal_words_are_marked(archive, clock):
    example_office.fill(archive, clock)
    found = find(archive, "marge systeem")
    assert [item.internal for item in found if item.kind == "notitie"] == [True]


def test_nothing_typed_finds_nothing(archive):
    assert find(archive, "  ") == ()
