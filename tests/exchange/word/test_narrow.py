"""Columns of tables in little room."""

from __future__ import annotations

from gesprekshulp.exchange.word.narrow import fitting_columns
from gesprekshulp.exchange.word.xml import columns

ROWS = [
    ("Nr", "Wat", "Wie", "Uiterlijk"),
    ("1", "offerte van Aktewerk opvragen", "Douwe Hettinga", "vrijdag 4 december 2026"),
]


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    widths = fitting_columns(4535, (7, 45, 21, 27), ROWS)
    assert sum(widths) == 4535
    assert widths[0] > columns(4535, 7, 45, 21, 27)[0]
    assert widths[3] >= 1100  # "december"


def test_where_words_do_not_fit_the_shares_count() -> None:
    rows = [("aanleveren", "aanleveren", "aanleveren", "aanleveren")]
    assert fitting_columns(2400, (10, 40, 25, 25), rows) == columns(2400, 10, 40, 25, 25)


def test_a_word_without_end_takes_a_third_at_most() -> None:
    assert fitting_columns(4500, (10, 90), [("x" * 500, "y")])[0] == 1500


def test_what_fits_already_keeps_its_shares() -> None:
    assert fitting_columns(5900, (1, 1), [("kort", "kort")]) == columns(5900, 1, 1)
