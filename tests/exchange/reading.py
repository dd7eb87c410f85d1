"""What the program makes of the samples."""

from __future__ import annotations

from datetime import UTC, date, datetime

from gesprekshulp.exchange.calendars import read_calendar
from gesprekshulp.exchange.columns import Mapping
from gesprekshulp.exchange.records import ContactRecord, EventRecord, FileRecords, PersonRecord
from gesprekshulp.exchange.tables import read_tables, table_records

from .samples import TODAY


def read_ics(data: bytes, today: date = TODAY) -> FileRecords:
    """What becomes of a calendar file."""
    return read_calendar("agenda.ics", data, today)


def events(data: bytes) -> list[EventRecord]:
    """The events in it."""
    return [record for record in read_ics(data).records if isinstance(record, EventRecord)]


def only(data: bytes) -> EventRecord:
    """The one event in it."""
    (event,) = events(data)
    return event


def utc(*parts: int) -> datetime:
    """A moment as records have it."""
    return datetime(*parts, tzinfo=UTC)  # pyright: ignore


def read_table(
    data: bytes | str, name: str = "lijst.csv", mapping: Mapping | None = None
) -> FileRecords:
    """What becomes of the first table of a file."""
    raw = data.encode() if isinstance(data, str) else data
    return table_records(read_tables(name, raw)[0], mapping)


def people(data: bytes | str, name: str = "lijst.csv") -> list[PersonRecord]:
    """The people in a table."""
    return [one for one in read_table(data, name).records if isinstance(one, PersonRecord)]


def contacts(data: bytes | str, name: str = "lijst.csv") -> list[ContactRecord]:
    """The earlier contacts in a table."""
    return [one for one in read_table(data, name).records if isinstance(one, ContactRecord)]
