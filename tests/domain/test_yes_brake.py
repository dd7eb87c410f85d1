"""What a line says of the work that a promise is."""

from __future__ import annotations

import pytest

from gesprekshulp.domain.yes_brake import hours_in


@pytest.mark.parametrize(
    ("words", "rest", "hours"),
    [
        ("Ik maak een begroting, 4 uur werk", "Ik maak een begroting", 4),
        ("begroting (2,5 u werk) voor vrijdag", "begroting voor vrijdag", 2.5),
        ("nakijken, een half uur werk", "nakijken", 0.5),
        ("Ik bel morgen om 10 uur", "Ik bel morgen om 10 uur", None),
        ("Het uur werkt niet meer", "Het uur werkt niet meer", None),
        ("0 uur werk", "", None),
    ],
)
def test_hours_are_read_where_the_line_says_that_it_is_work(words, rest, hours):
    left, found = hours_in(words)
    assert found == hours
    assert len(left) == len(words)
    assert " ".join(left.split()) == rest
