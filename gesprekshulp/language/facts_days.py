"""Dates written in a text: which day each is, and a weekday that is not its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from gesprekshulp.domain.dutch_dates import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT, long_day
from gesprekshulp.domain.remark import Remark, RemarkKind
from gesprekshulp.language.facts import remark
from gesprekshulp.language.patterns import pattern

_MONTH_NUMBERS = {
    **{name: place for place, name in enumerate(MONTHS, 1)},
    **{name: place for place, name in enumerate(MONTHS_SHORT, 1)},
    "mar": 3,
    "sept": 9,
}


_DAY_NUMBERS = {
    **{name: place for place, name in enumerate(WEEKDAYS)},
    **{name: place for place, name in enumerate(WEEKDAYS_SHORT)},
}


_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))


_DATE = pattern(
    rf"\b(?:(?P<weekday>{'|'.join((*WEEKDAYS, *WEEKDAYS_SHORT))})\.?,?\s+)?(?:de\s+)?"
    rf"(?P<day>\d{{1,2}})(?:e|ste|de)?"
    rf"(?:\s+(?:van\s+)?(?P<month>{_MONTH})\b\.?(?:\s+(?P<year>(?:19|20)\d\d)\b)?"
    rf"|(?P<mark>[-/])(?P<number>\d{{1,2}})(?:(?P=mark)(?P<year2>(?:19|20)\d\d|\d\d)(?![-/\d]))?"
    rf"|\.(?P<dotted>\d{{1,2}})\.(?P<year3>(?:19|20)\d\d)(?!\.?\d))"
    # As computers write it: the year first.
    rf"|(?<![-/.\d])(?P<year4>(?:19|20)\d\d)-(?P<number4>\d\d)-(?P<day4>\d\d)(?![-/\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date as it stands in a text.

    `days` are the days it can be, the likeliest first; none for a date that does not exist.
    `weekday` is the day of the week that was written with it, 0 for Monday.
    """

    start: int
    end: int
    days: tuple[date, ...]
    weekday: int | None
    has_year: bool


def written_days(text: str, near: date) -> Iterator[WrittenDay]:
    """The dates written with a month in a text about a talk on the day `near`."""
    for match in _DATE.finditer(text):
        day = int(match["day"] or match["day4"])
        numeric = match["month"] is None
        number = match["number"] or match["dotted"] or match["number4"]
        month = int(number) if numeric else _MONTH_NUMBERS[match["month"].lower()]
        written = match["year"] or match["year2"] or match["year3"] or match["year4"]
        weekday = _DAY_NUMBERS[match["weekday"].lower()] if match["weekday"] else None
        if numeric and weekday is None and not written:
            continue  # "1/2 dag", "3-4 weken"
        if not 1 <= month <= 12 or (numeric and not 1 <= day <= 31):
            continue
        if written:
            year = int(written) + (2000 if len(written) == 2 else 0)
            years = [year]
        else:
            years = [near.year, near.year + 1, near.year - 1]
        days = [made for year in years if (made := _day(year, month, day))]
        days.sort(key=lambda made: abs((made - near).days))
        end = match.end() - text[: match.end()].endswith(".")
        yield WrittenDay(match.start(), end, tuple(days), weekday, bool(written))


def wrong_days(text: str, near: date, known: Collection[date] = ()) -> Iterator[Remark]:
    """Dates that do not exist, and dates of which the weekday is wrong.

    `near` is the day of the talk; a date without a year is the nearest one. When that lies in the
    past, the same date of a year later may be meant as well. `known` are the days of the register:
    one that has the weekday and lies close by is what was meant.
    """
    for found in written_days(text, near):
        span = found.start, found.end
        said = text[found.start : found.end]
        if not found.days:
            yield remark(
                "dag-klopt-niet", RemarkKind.FACT, text, span,
                f"De datum “{said}” bestaat niet; kijk welke dag u bedoelt.",
            )  # fmt: skip
            continue
        if found.weekday is None:
            continue
        day = found.days[0]
        later = [other for other in found.days if other > near]
        meant = [day] if found.has_year or day >= near else [day, *later]
        if any(one.weekday() == found.weekday for one in meant):
            continue
        written, right = WEEKDAYS[found.weekday], WEEKDAYS[day.weekday()]
        promised = next((one for one in known if _is_meant(one, day, found.weekday)), None)
        if promised is not None:
            yield remark(
                "dag-klopt-niet", RemarkKind.FACT, text, span,
                f"{long_day(day).partition(' ')[2]} is een {right}; in het register staat"
                f" {long_day(promised)}.",
                re.sub(r"\d{1,2}", str(promised.day), said, count=1),
            )  # fmt: skip
            continue
        yield remark(
            "dag-klopt-niet", RemarkKind.FACT, text, span,
            f"{long_day(day).partition(' ')[2]} is een {right}, geen {written};"
            " verander de dag of de datum.",
            re.sub(r"^[^\W\d_]+\.?", _as_written(said, day), said, count=1),
        )  # fmt: skip


def _is_meant(known: date, written: date, weekday: int) -> bool:
    """Whether a day of the register is the written one with a slip in its number."""
    same_month = (known.year, known.month) == (written.year, written.month)
    return same_month and known.weekday() == weekday and abs(known.day - written.day) <= 7


def _as_written(said: str, day: date) -> str:
    first = re.match(r"[^\W\d_]+", said)
    short = first is not None and len(first.group()) == 2
    right = (WEEKDAYS_SHORT if short else WEEKDAYS)[day.weekday()]
    return right.capitalize() if said[0].isupper() else right


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
