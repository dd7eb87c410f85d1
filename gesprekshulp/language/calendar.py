"""Days as the Dutch count them: ISO weeks, months, holidays by name and working days."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    shift = moon - weekday
    month = 3 + (shift + 40) // 44
    return date(year, month, shift + 28 - 31 * (month // 4))


def _length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, _length(year, month))


def add_months(day: date, months: int) -> date:
    """The same day some months on; the last of the month where that day is missing."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("the calendar ends")
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def monday_of(day: date) -> date:
    """The Monday of the ISO week in which a day falls."""
    return day - timedelta(days=day.weekday())


def monday_of_week(year: int, week: int) -> date | None:
    """The Monday of an ISO week; None when that year has no such week."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday after a day, never the day itself."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def previous_weekday(day: date, weekday: int) -> date:
    """The last such weekday before a day, never the day itself."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth such weekday of a month, counted from the end below zero; None if it lacks."""
    if nth > 0:
        first = next_weekday(date(year, month, 1) - timedelta(days=1), weekday)
        found = first + timedelta(weeks=nth - 1)
    else:
        last = end_of_month(year, month)
        found = previous_weekday(last + timedelta(days=1), weekday) + timedelta(weeks=nth + 1)
    return found if found.month == month else None


def king_day(year: int) -> date:
    """Koningsdag: 27 April, or the day before when that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == SUNDAY else day


@lru_cache(maxsize=64)
def days_off(year: int, country: str = "NL") -> frozenset[date]:
    """The public holidays on which offices are closed.

    Of the Netherlands they are counted here: Goede Vrijdag is a working day, and 5 mei is only off
    in years that end in 0 or 5. Other countries, and years before there was a Koningsdag, come from
    a library that takes longer to load than all the rest of the language together, and 20 MB.
    """
    if country == "NL" and year >= _FIRST_KING_DAY:
        return _dutch_days_off(year)
    import holidays

    off = set(holidays.country_holidays(country, years=year))
    if country == "NL":
        off.discard(easter(year) - timedelta(days=2))
        liberation = date(year, 5, 5)
        if year % 5 == 0:
            off.add(liberation)
        elif liberation != easter(year) + timedelta(days=39):
            off.discard(liberation)
    return frozenset(off)


_FIRST_KING_DAY = 2014
_AFTER_EASTER = (0, 1, 39, 49, 50)
"""Pasen, tweede paasdag, Hemelvaart, Pinksteren and tweede pinksterdag."""


def _dutch_days_off(year: int) -> frozenset[date]:
    sunday = easter(year)
    off = {sunday + timedelta(days=later) for later in _AFTER_EASTER}
    off |= {date(year, 1, 1), king_day(year), date(year, 12, 25), date(year, 12, 26)}
    if year % 5 == 0:
        off.add(date(year, 5, 5))
    return frozenset(off)


def is_working_day(day: date, country: str = "NL") -> bool:
    """Whether offices are open: no weekend and no public holiday."""
    return day.weekday() < SATURDAY and day not in days_off(day.year, country)


def add_working_days(day: date, count: int, country: str = "NL") -> date:
    """So many working days after a day, or before it when `count` is below zero."""
    if abs(count) > 10_000:
        raise OverflowError("more working days than a working life")
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day, country)
    return day


def _fixed(month: int, day: int, days: int = 1) -> Callable[[int], tuple[date, date]]:
    def span(year: int) -> tuple[date, date]:
        first = date(year, month, day)
        return first, first + timedelta(days=days - 1)

    return span


def _from_easter(offset: int, days: int = 1) -> Callable[[int], tuple[date, date]]:
    def span(year: int) -> tuple[date, date]:
        first = easter(year) + timedelta(days=offset)
        return first, first + timedelta(days=days - 1)

    return span


def _nth(month: int, nth: int, weekday: int) -> Callable[[int], tuple[date, date]]:
    def span(year: int) -> tuple[date, date]:
        day = nth_weekday(year, month, nth, weekday) or end_of_month(year, month)
        return day, day

    return span


def _king(year: int) -> tuple[date, date]:
    return king_day(year), king_day(year)


def _black_friday(year: int) -> tuple[date, date]:
    day = next_weekday(date(year, 10, 31), THURSDAY) + timedelta(days=22)
    return day, day


# First and last day in a year. Names are in lower case, without accents, one space between words.
HOLIDAYS: dict[str, Callable[[int], tuple[date, date]]] = {}
for _names, _span in (
    ("nieuwjaar nieuwjaarsdag", _fixed(1, 1)),
    ("driekoningen", _fixed(1, 6)),
    ("valentijnsdag valentijn", _fixed(2, 14)),
    ("carnaval", _from_easter(-49, 3)),
    ("aswoensdag", _from_easter(-46)),
    ("palmzondag palmpasen", _from_easter(-7)),
    ("witte_donderdag", _from_easter(-3)),
    ("goede_vrijdag", _from_easter(-2)),
    ("stille_zaterdag paaszaterdag", _from_easter(-1)),
    ("pasen paasdagen paasweekend", _from_easter(0, 2)),
    ("eerste_paasdag 1e_paasdag paaszondag", _from_easter(0)),
    ("tweede_paasdag 2e_paasdag paasmaandag", _from_easter(1)),
    ("koningsdag", _king),
    ("dag_van_de_arbeid", _fixed(5, 1)),
    ("dodenherdenking", _fixed(5, 4)),
    ("bevrijdingsdag", _fixed(5, 5)),
    ("moederdag", _nth(5, 2, SUNDAY)),
    ("hemelvaart hemelvaartsdag hemelvaartdag", _from_easter(39)),
    ("hemelvaartweekend", _from_easter(39, 4)),
    ("pinksteren pinksterdagen pinksterweekend", _from_easter(49, 2)),
    ("eerste_pinksterdag 1e_pinksterdag pinksterzondag", _from_easter(49)),
    ("tweede_pinksterdag 2e_pinksterdag pinkstermaandag", _from_easter(50)),
    ("sacramentsdag", _from_easter(60)),
    ("vaderdag", _nth(6, 3, SUNDAY)),
    ("nationale_feestdag", _fixed(7, 21)),
    ("maria-hemelvaart olv-hemelvaart", _fixed(8, 15)),
    ("prinsjesdag", _nth(9, 3, TUESDAY)),
    ("dierendag", _fixed(10, 4)),
    ("halloween", _fixed(10, 31)),
    ("allerheiligen", _fixed(11, 1)),
    ("allerzielen", _fixed(11, 2)),
    ("sint-maarten sint_-_maarten st._maarten sint_maarten wapenstilstand", _fixed(11, 11)),
    ("black_friday", _black_friday),
    ("sinterklaas sinterklaasavond pakjesavond sint", _fixed(12, 5)),
    ("kerstavond", _fixed(12, 24)),
    ("kerst kerstmis kerstdagen feestdagen", _fixed(12, 25, 2)),
    ("kerstdag eerste_kerstdag 1e_kerstdag", _fixed(12, 25)),
    ("tweede_kerstdag 2e_kerstdag", _fixed(12, 26)),
    ("oudjaar oudjaarsdag oudjaarsavond oudejaarsdag oudejaarsavond oudejaar", _fixed(12, 31)),
    ("oud_en_nieuw jaarwisseling", _fixed(12, 31)),
):
    for _name in _names.split():
        HOLIDAYS[_name.replace("_", " ")] = _span
