from __future__ import annotations

from datetime import date

from gesprekshulp.ui.date_reader import read_date

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
