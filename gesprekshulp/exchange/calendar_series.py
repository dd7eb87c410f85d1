"""A recurring event becomes its occurrences, between two days and never more than some hundreds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

MAX_OCCURRENCES = 500
# Of a series with more occurrences, so many of the past ones are kept.
PAST_OCCURRENCES = 150

# What the calendar libraries raise on nonsense that they took for a calendar.
PARSER_ERRORS = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Master:
    """The event that says how a series repeats. Days are dates, moments are aware."""

    starts: date
    ends: date
    rule: object | None
    extra: tuple[date, ...]
    removed: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Override:
    """One occurrence that differs: its original start, and when it is instead."""

    original: date
    starts: date
    ends: date
    this_and_future: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence. `override` is the place of the override it comes from, or None."""

    key: str
    starts: date
    ends: date
    override: int | None


class CannotRepeatError(ValueError):
    """A rule that is not read: it repeats by the minute, or cannot be computed."""


def key_of(original: date) -> str:
    """How an occurrence is named: its original start, in UTC."""
    if isinstance(original, datetime):
        return original.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return original.strftime("%Y%m%d")


def expand(
    master: Master, overrides: Sequence[Override], first: date, until: date, today: date
) -> tuple[list[Occurrence], bool]:
    """The occurrences that begin between two days, oldest first, and whether these are all.

    Raises CannotRepeatError for a rule that is not read.
    """
    import recurring_ical_events  # pyright: ignore[reportMissingTypeStubs]
    from icalendar import Calendar, Event

    _check(master.rule)
    calendar: Any = Calendar()
    event: Any = Event()
    event.add("uid", "reeks")
    event.add("dtstart", master.starts)
    event.add("dtend", master.ends)
    if master.rule is not None:
        event.add("rrule", _with_last_day(master.rule, master.starts))
    if master.extra:
        event.add("rdate", list(master.extra))
    removed = {key_of(day) for day in master.removed}
    calendar.add_component(event)
    for place, other in enumerate(overrides):
        changed: Any = Event()
        changed.add("uid", "reeks")
        parameters = {"RANGE": "THISANDFUTURE"} if other.this_and_future else {}
        changed.add("recurrence-id", other.original, parameters=parameters)
        changed.add("dtstart", other.starts)
        changed.add("dtend", other.ends)
        changed.add("x-plaats", str(place))
        calendar.add_component(changed)
    try:
        found: list[Any] = recurring_ical_events.of(calendar).between(first, until)
    except PARSER_ERRORS as error:
        raise CannotRepeatError(str(error)) from error
    occurrences: dict[str, Occurrence] = {}
    for item in found:
        starts: date = item["DTSTART"].dt
        original: date = item["RECURRENCE-ID"].dt if "RECURRENCE-ID" in item else starts
        place = int(str(item["X-PLAATS"])) if "X-PLAATS" in item else None
        if place is not None and overrides[place].this_and_future:
            # All of them are named after the first: what each replaces is as much earlier.
            original = starts - (overrides[place].starts - overrides[place].original)
        key = key_of(original)
        # Some write whole days as exceptions to moments; both are the same occurrence.
        if place is None and (key in removed or _day_key(original) in removed):
            continue
        occurrences[key] = Occurrence(key, starts, item["DTEND"].dt, place)
    ordered = sorted(occurrences.values(), key=lambda one: (_moment(one.starts), one.key))
    if len(ordered) <= MAX_OCCURRENCES:
        return ordered, True
    past = sum(1 for one in ordered if _day(one.starts) < today)
    begin = min(max(0, past - PAST_OCCURRENCES), len(ordered) - MAX_OCCURRENCES)
    return ordered[begin : begin + MAX_OCCURRENCES], False


def _with_last_day(rule: object, starts: date) -> object:
    """The rule, with the last day whole where moments repeat until a day."""
    if not isinstance(rule, dict) or not isinstance(starts, datetime):
        return cast("object", rule)
    parts = cast("dict[str, list[object]]", rule)
    last = next(iter(parts.get("UNTIL", [])), None)
    if not isinstance(last, date) or isinstance(last, datetime):
        return parts
    end = datetime.combine(last, time(23, 59, 59), starts.tzinfo).astimezone(UTC)
    return {**parts, "UNTIL": [end]}


def _day_key(original: date) -> str:
    # A date as an exception means the day on the event's own clock.
    return original.strftime("%Y%m%d")


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(moment: date) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)


def _check(rule: object | None) -> None:
    """Refuse rules that would keep a computer busy for hours: no meeting repeats like that."""
    if not isinstance(rule, dict):
        return
    parts: dict[str, list[object]] = {}
    for part, value in cast("dict[object, object]", rule).items():
        values = cast("list[object]", value) if isinstance(value, list) else [value]
        parts[str(part).upper()] = values
    frequency = str(parts.get("FREQ", [""])[0]).upper()
    times = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= len(parts.get(name, [0]))
    interval = str(parts.get("INTERVAL", [1])[0])
    if not interval.isdigit() or int(interval) < 1:
        # An interval of nothing never ends.
        raise CannotRepeatError(interval)
    by_day_only = {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYEASTER"}
    if frequency not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY") or times > 24:
        raise CannotRepeatError(frequency)
    if frequency == "DAILY" and by_day_only & parts.keys():
        raise CannotRepeatError(frequency)


def bounds(today: date) -> tuple[date, date]:
    """Between which days occurrences are read: one year back to two years ahead."""
    return today - timedelta(days=366), today + timedelta(days=731)
