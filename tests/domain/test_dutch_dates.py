"""Days as people say them, with the exact day beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gesprekshulp.domain.dutch_dates import (
    distance,
    echo,
    enumeration,
    lateness,
    long_day,
    short_day,
)

TODAY = date(2026, 11, 21)


def test_the_date_echo():
    assert echo(date(2026, 11, 27), TODAY) == "vr 27 nov, over 6 dagen"


def test_another_year_is_said():
    assert short_day(date(2027, 1, 4), TODAY) == "ma 4 jan 2027"
    assert long_day(date(2026, 3, 12)) == "donderdag 12 maart 2026"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "vandaag"), (1, "morgen"), (2, "overmorgen"), (3, "over 3 dagen"),
        (-1, "gisteren"), (-2, "eergisteren"), (-10, "10 dagen geleden"),
        (91, "over 3 maanden"), (1096, "over 3 jaar"),
    ],
)  # fmt: skip
def test_how_far_a_day_is(days, words):
    assert distance(TODAY + timedelta(days=days), TODAY) == words


def test_a_passed_day_of_a_promise_is_too_late():
    assert lateness(TODAY - timedelta(days=1), TODAY) == "1 dag te laat"
    assert lateness(TODAY - timedelta(days=40), TODAY) == "40 dagen te laat"
    assert lateness(TODAY, TODAY) == "vandaag"


def test_names_in_a_row():
    assert enumeration(()) == ""
    assert enumeration(("Annet",)) == "Annet"
    assert enumeration(("Annet", "Joris", "Els")) == "Annet, Joris en Els"
