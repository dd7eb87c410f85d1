"""Stretches of the register are answered from the index over open promises."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.appointment import Side
from gesprekshulp.storage.archive import Archive
from gesprekshulp.storage.commitment_list import Part
from tests.office import DAY

OPEN = [
    Part(None, DAY),
    Part(DAY, DAY),
    Part(DAY, None, sides=(Side.US, Side.BOTH)),
    Part(without_day=True),
]


@pytest.mark.parametrize("part", OPEN)
def test_a_page_of_open_promises_is_found_by_the_index_on_their_day(
    archive: Archive, part: Part
) -> None:
    where, values = part.condition()
    plan = archive.raw_rows(
        f"EXPLAIN QUERY PLAN SELECT rowid FROM commitments WHERE {where}"
        f" ORDER BY {part.order} LIMIT 40",
        values,
    )
    steps = [str(row[3]) for row in plan]
    assert any("SEARCH" in step and "commitments_open_by_due" in step for step in steps), steps


def test_an_empty_register_has_no_pages(archive: Archive) -> None:
    with archive.reading() as work:
        listed = work.commitments.listed
        for part in (*OPEN, Part(closed=True), Part(any_day=True)):
            assert listed.count(part) == 0
            assert listed.page(part, 0, 10) == ()
        assert listed.of_numbers([]) == ()
        assert listed.whereabouts("weg") is None
