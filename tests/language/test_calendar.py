from datetime import date

import pytest
from holidays import country_holidays

from gesprekshulp.language.calendar import (
    HOLIDAYS,
    add_months,
    add_working_days,
    easter,
    is_working_day,
    king_day,
    monday_of_week,
    nth_weekday,
)


def test_easter_and_kings_day_agree_with_the_library():
    for year in range(1990, 2100):
        days = country_holidays("NL", years=year, language="nl")
        assert days[easter(year)] == "Eerste paasdag"
        if year >= 2014:
            assert days[king_day(year)] == "Koningsdag"


def test_good_friday_is_a_working_day_and_easter_monday_is_not():
    assert is_working_day(date(2026, 4, 3))
    assert not is_working_day(date(2026, 4, 6))


def test_liberation_day_is_off_once_in_five_years():
    assert not is_working_day(date(2025, 5, 5))
    assert is_working_day(date(2026, 5, 5))


def test_ascension_day_on_the_fifth_of_may_stays_off():
    assert not is_working_day(date(2016, 5, 5))


def test_working_days_run_over_weekends_and_holidays_both_ways():
    assert add_working_days(date(2025, 5, 26), 5) == date(2025, 6, 3)
    assert add_working_days(date(2025, 6, 3), -5) == date(2025, 5, 26)


def test_belgian_offices_close_on_their_own_days():
    assert is_working_day(date(2026, 7, 21))
    assert not is_working_day(date(2026, 7, 21), "BE")
    assert is_working_day(date(2026, 4, 27), "BE")


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        ("2026-03-31", 1, "2026-04-30"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-11-30", 15, "2028-02-29"),
    ],
)
def test_months_keep_the_day_where_they_can(day: str, months: int, result: str):
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(result)


def test_only_some_years_have_a_week_53():
    assert monday_of_week(2026, 53) == date(2026, 12, 28)
    assert monday_of_week(2027, 53) is None


def test_the_fifth_weekday_of_a_month_may_lack():
    assert nth_weekday(2026, 4, 5, 0) is None
    assert nth_weekday(2026, 3, 5, 0) == date(2026, 3, 30)
    assert nth_weekday(2026, 3, -1, 4) == date(2026, 3, 27)


def test_every_holiday_begins_before_it_ends():
    for year in (2024, 2025, 2026, 2027):
        for name, span in HOLIDAYS.items():
            first, last = span(year)
            assert first <= last, name
