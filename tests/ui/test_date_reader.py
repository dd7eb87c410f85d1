from __future__ import annotations

from datetime import date

import pytest

from gesprekshulp.ui.date_reader import read_date, read_past_date

TODAY = date(2026, 3, 12)


def test_a_day_is_read_as_people_type_it() -> None:
    assert read_date("27-11", TODAY) is not None
    found = read_date("volgende week vrijdag", TODAY)
    assert found is not None
    assert found.days == (date(2026, 3, 20),)


def test_words_that_are_no_day_give_a_remark_and_no_day() -> None:
    found = read_date("na het volgende overleg", TODAY)
    assert found is not None
    assert found.days == ()
    assert found.remark


def test_nothing_is_made_of_other_words() -> None:
    assert read_date("kassasysteem", TODAY) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("gisteren", date(2026, 3, 11)),
        ("vrijdag", date(2026, 3, 6)),
        ("6 mrt", date(2026, 3, 6)),
        ("20 februari", date(2026, 2, 20)),
        ("vandaag", date(2026, 3, 12)),
        ("12-3", date(2026, 3, 12)),
        ("morgen", date(2026, 3, 13)),
        ("over twee weken", date(2026, 3, 26)),
    ],
)
def test_for_what_has_been_a_day_is_the_last_one_there_was(words, day):
    found = read_past_date(words, date(2026, 3, 12))
    assert found is not None
    assert found.days == (day,)
