"""The events of a calendar with one UID: a single one, or a series with its exceptions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from gesprekshulp.exchange.calendar_events import Event
from gesprekshulp.exchange.calendar_moments import in_utc, is_midnight, like
from gesprekshulp.exchange.calendar_series import (
    MAX_OCCURRENCES,
    CannotRepeatError,
    Master,
    Override,
    bounds,
    expand,
    key_of,
)
from gesprekshulp.exchange.records import EventRecord, SeriesRecord


def read_group(
    group: list[Event],
    today: date,
    local: ZoneInfo,
    records: list[EventRecord],
    series: list[SeriesRecord],
) -> None:
    """All events of one UID: a single one, or a series with its exceptions."""
    masters = [event for event in group if event.original is None]
    newest = max(masters, key=lambda event: event.record.version.order, default=None)
    if newest is None or not newest.repeats:
        records.extend(event.record for event in group)
        return
    # Of an exception that stands there twice, the newest version counts.
    others: dict[str, Event] = {}
    for event in group:
        if event.original is not None:
            event = _of_series(newest, event, local)
            key = event.record.recurrence
            earlier = others.get(key)
            if earlier is None or not earlier.record.version.is_newer_than(event.record.version):
                others[key] = event
    overrides = list(others.values())
    _read_series(newest, overrides, today, local, records, series)


def _read_series(
    master: Event,
    overrides: list[Event],
    today: date,
    local: ZoneInfo,
    records: list[EventRecord],
    series: list[SeriesRecord],
) -> None:
    first, until = bounds(today)
    removed = tuple(_day_meant(master.starts, day) for day in master.removed)
    whole = Master(master.starts, master.ends, master.rule, master.extra, removed)
    exceptions = [
        Override(event.original, like(master.starts, event.starts, local),
                 like(master.starts, event.ends, local), event.this_and_future)
        for event in overrides
        if event.original is not None
    ]  # fmt: skip
    try:
        occurrences, complete = expand(whole, exceptions, first, until, today)
        warnings = master.record.warnings
        if not complete:
            warnings = (*warnings, f"Van deze reeks zijn {MAX_OCCURRENCES} afspraken gelezen.")
        for one in occurrences:
            source = master if one.override is None else overrides[one.override]
            future = source.this_and_future and one.key != source.record.recurrence
            same_day = source is not master and not future
            version = source.record.version
            if master.record.cancelled:
                version = max(version, master.record.version, key=lambda one: one.order)
            records.append(
                replace(
                    source.record,
                    recurrence=one.key,
                    starts_at=source.record.starts_at if same_day else in_utc(one.starts, local),
                    ends_at=source.record.ends_at if same_day else in_utc(one.ends, local),
                    # A series that was withdrawn takes its exceptions along.
                    cancelled=source.record.cancelled
                    or (
                        master.record.cancelled and master.record.sequence >= source.record.sequence
                    ),
                    sequence=version.sequence,
                    revised_at=version.revised_at,
                    in_series=True,
                    is_exception=source is not master,
                    warnings=warnings,
                )
            )
    except (CannotRepeatError, OverflowError, ValueError):
        note = "De herhaling is niet te lezen; alleen de eerste afspraak is gelezen."
        key = key_of(master.starts)
        records.append(
            replace(master.record, recurrence=key, warnings=(*master.record.warnings, note))
        )
        records.extend(event.record for event in overrides)
        return
    series.append(
        SeriesRecord(
            master.record.uid,
            master.record.sequence,
            in_utc(first, local),
            in_utc(until, local),
            frozenset(one.key for one in occurrences),
            frozenset(key_of(like(master.starts, day, local)) for day in removed),
            complete,
            master.record.revised_at,
        )
    )


def _of_series(master: Event, event: Event, local: ZoneInfo) -> Event:
    """An exception under the name of the occurrence that it replaces."""
    assert event.original is not None
    original = like(master.starts, _day_meant(master.starts, event.original), local)
    return replace(
        event, original=original, record=replace(event.record, recurrence=key_of(original))
    )


def _day_meant(starts: date, named: date) -> date:
    """What an exception names. Exchange writes midnight for the whole day of an occurrence."""
    if isinstance(named, datetime) and isinstance(starts, datetime):
        return named.date() if is_midnight(named) and not is_midnight(starts) else named
    return named
