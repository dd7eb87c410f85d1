"""Notes that were pasted with their markup are read as if it were not there."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprekshulp.language.commitments import Table
from gesprekshulp.language.markup import without_markup
from tests.language.reading import reader

TABLE = Table(("Anna Smit",), ("Jan van den Bos",))
US, CLIENT = "adviseur", "klant"
read = reader(TABLE, date(2026, 3, 4))


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("<b>Ik bel Jan vrijdag</b>", [(US, "2026-03-06", False)]),
        ("Ik bel Jan vrijdag<br/>", [(US, "2026-03-06", False)]),
        (
            "<p>Ik stuur vrijdag de offerte</p><P class='x'>Jan levert maandag de cijfers aan</p>",
            [(US, "2026-03-06", False), (CLIENT, "2026-03-09", False)],
        ),
        ("Ik stuur&nbsp;vrijdag de lijst", [(US, "2026-03-06", False)]),
    ],
)
def test_markup_is_read_past(note, expected):
    assert read(note) == expected


@pytest.mark.parametrize("text", ["als x<y en p > q", "a < b", "R&D", "<-- hier", "3 <5"])
def test_signs_that_are_no_markup_stay(text):
    assert without_markup(text) == text


@given(st.text(alphabet="<>/ abp=&;nsm\"'", max_size=200))
def test_every_place_is_kept(text):
    assert len(without_markup(text)) == len(text)
