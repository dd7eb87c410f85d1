"""Files become rows of text: .csv with any delimiter, .xlsx with the values as last computed."""

from __future__ import annotations

import csv
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from typing import Any

from gesprekshulp.exchange.column_headings import fingerprint, recognised
from gesprekshulp.exchange.encodings import decode
from gesprekshulp.exchange.files import FileKind, UnreadableFile, kind_of
from gesprekshulp.exchange.values import MAIL

MAX_ROWS = 100_000
MAX_COLUMNS = 256
_DELIMITERS = ";,\t|"
# What Excel shows, in English and in Dutch, where it could not compute.
_ERRORS = frozenset(
    (
        "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
        "#N/B", "#VERW!", "#DEEL/0!", "#WAARDE!", "#NAAM?", "#LEEG!", "#GETAL!", "#OVERLOOP!",
    )
)  # fmt: skip
# Fewer than this, and a further sheet of a workbook is likely to be something else.
_KNOWN_HEADINGS = 2
# Titles and empty rows may stand above the headings.
_LOOK_FOR_HEADINGS = 15


@dataclass(frozen=True, slots=True)
class Row:
    """One row and the line of the file (from 1) on which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in a file: headings and the rows below them."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def fingerprint(self) -> str:
        """Recognises tables with the same headings."""
        return fingerprint(self.headings)

    def sample(self, size: int = 25) -> list[tuple[str, ...]]:
        """The first rows, to guess from and to show."""
        return [row.cells for row in self.rows[:size]]


def read_tables(name: str, data: bytes) -> tuple[Table, ...]:
    """The tables in a .csv or .xlsx file: more than one when several sheets have known headings.

    Raises UnreadableFile for a broken file.
    """
    sheet = kind_of(name, data) is FileKind.SHEET
    parts = _sheets(name, data) if sheet else {name: _text_rows(name, data)}
    parts = {title: [row for row in rows if any(row.cells)] for title, rows in parts.items()}
    meant = [title for title, rows in parts.items() if _worth(rows)[0] >= _KNOWN_HEADINGS]
    if len(meant) < 2:
        rows = max(parts.values(), key=_worth) if parts else []
        if not rows:
            raise UnreadableFile(name, "bevat geen gevulde rijen; er is niets om in te lezen.")
        return (_with_headings(name, rows),)
    found: list[Table] = []
    for title in meant:
        # A sheet with headings alone is a form that nobody filled in yet.
        with suppress(UnreadableFile):
            found.append(_with_headings(f"{name}, blad {title}", parts[title]))
    return tuple(found) or (_with_headings(name, parts[meant[0]]),)


def _with_headings(name: str, rows: list[Row]) -> Table:
    best = max(
        range(min(_LOOK_FOR_HEADINGS, len(rows))),
        key=lambda place: (recognised(rows[place].cells), -place),
    )
    # One known word below the first row is more likely a value than a heading.
    if recognised(rows[best].cells) < (2 if best and len(rows[best].cells) > 1 else 1):
        # Headings of the user's own making: the first row that is as wide as the table.
        width = max(len([cell for cell in row.cells if cell]) for row in rows[:_LOOK_FOR_HEADINGS])
        best = next(
            place for place, row in enumerate(rows)
            if len([cell for cell in row.cells if cell]) * 2 >= width
        )  # fmt: skip
    head = rows[best].cells
    below = rows[best + 1 :]
    if any(MAIL.fullmatch(cell) for cell in head):
        # An address is no heading: this table has none.
        head, below = tuple("" for _ in head), rows[best:]
    wide = min(MAX_COLUMNS, max([len(head), *(len(row.cells) for row in below)]))
    headings = [head[place] if place < len(head) else "" for place in range(wide)]
    while headings and not headings[-1] and all(len(row.cells) < len(headings) for row in below):
        headings.pop()
    named = tuple(words or f"Kolom {place}" for place, words in enumerate(headings, start=1))
    if not below:
        raise UnreadableFile(name, "bevat alleen koppen en geen rijen; er is niets om in te lezen.")
    return Table(name, named, tuple(below))


# --- .csv ---


def _text_rows(name: str, data: bytes) -> list[Row]:
    text = decode(name, data)
    # Excel reads a first line "sep=;" as the delimiter, and does not show it.
    told = re.match(r'"?sep=(.)"?[ ]*\r?\n', text, re.IGNORECASE)
    first = 1
    if told:
        text, first = text[told.end() :], 2
    delimiter = told.group(1) if told else _delimiter(text)
    if text.count('"') % 2 and (broken := _open_quote(name, text, delimiter, first)):
        raise broken
    rows: list[Row] = []
    previous = 0
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    csv.field_size_limit(10_000_000)
    try:
        for cells in reader:
            rows.append(Row(first + previous, tuple(_words(cell) for cell in cells[:MAX_COLUMNS])))
            previous = reader.line_num
            if len(rows) > MAX_ROWS:
                raise _too_long(name)
    except csv.Error as error:
        raise UnreadableFile(
            name,
            "is op deze regel niet als tabel te lezen; sla het opnieuw op als .csv.",
            first + reader.line_num,
        ) from error
    return rows


def _delimiter(text: str) -> str:
    """What divides the columns: what gives the most rows of the same width, of two or more."""
    sample = text[:60_000]
    lines = sample.splitlines()[:60]
    if len(text) > len(sample):
        lines = lines[:-1] or lines
    scores: dict[str, float] = {}
    for delimiter in _DELIMITERS:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        wide = [width for width in widths if width > 1]
        if wide:
            common = max(set(wide), key=wide.count)
            scores[delimiter] = wide.count(common) / len(widths) * 10 + min(common, 8) / 8
    if scores:
        return max(scores, key=lambda one: (scores[one], -_DELIMITERS.index(one)))
    try:
        return csv.Sniffer().sniff(sample[:4096], _DELIMITERS).delimiter
    except csv.Error:
        return ";"


def _open_quote(name: str, text: str, delimiter: str, first: int) -> UnreadableFile | None:
    """The complaint about a quoted cell that is never closed: the file was cut off."""
    line, inside, start, begin = first, False, first, True
    place = 0
    while place < len(text):
        letter = text[place]
        if inside:
            if letter == '"':
                if text[place + 1 : place + 2] == '"':
                    place += 1
                else:
                    inside = False
        elif letter == '"' and begin:
            inside, start = True, line
        begin = not inside and letter in (delimiter, "\n", "\r")
        line += letter == "\n"
        place += 1
    if not inside:
        return None
    return UnreadableFile(
        name, "is afgebroken: een aanhalingsteken wordt niet gesloten. Sla het opnieuw op.", start
    )


def _too_long(name: str) -> UnreadableFile:
    return UnreadableFile(
        name, "heeft meer dan 100.000 rijen; verdeel het over kleinere bestanden."
    )


# --- .xlsx ---


def _sheets(name: str, data: bytes) -> dict[str, list[Row]]:
    from xml.etree.ElementTree import ParseError

    from openpyxl.utils.exceptions import (  # pyright: ignore[reportMissingModuleSource]
        InvalidFileException,
    )

    errors = (
        zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError,
        IndexError, AttributeError, OSError, EOFError, OverflowError, NotImplementedError,
        SyntaxError, RuntimeError, zlib.error,
    )  # fmt: skip
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it leaves out (validation, styles); none of that is read here.
            warnings.simplefilter("ignore")
            return _visible_sheets(name, data)
    except UnreadableFile:
        raise
    except errors as error:
        raise UnreadableFile(
            name, "is een beschadigde Excel-werkmap; open die in Excel en sla die opnieuw op."
        ) from error


def _visible_sheets(name: str, data: bytes) -> dict[str, list[Row]]:
    """The rows of every sheet that is not hidden, by its title."""
    import openpyxl  # pyright: ignore[reportMissingModuleSource]

    # Only the values: formulas as last computed, and links to other files left alone.
    book: Any = openpyxl.load_workbook(
        BytesIO(data), read_only=True, data_only=True, keep_links=False, keep_vba=False
    )
    found: dict[str, list[Row]] = {}
    for sheet in book.worksheets:
        if getattr(sheet, "sheet_state", "visible") != "visible":
            continue
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()
        found[str(sheet.title)] = _rows_of(name, sheet)
    book.close()
    return found


def _worth(rows: list[Row]) -> tuple[int, int]:
    """How much a sheet looks like the table that is meant: known headings, then rows."""
    known = max((recognised(row.cells) for row in rows[:_LOOK_FOR_HEADINGS]), default=0)
    return known, len(rows)


def _rows_of(name: str, sheet: Any) -> list[Row]:
    rows: list[Row] = []
    found: Iterable[tuple[Any, ...]] = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
    empty = 0
    for line, values in enumerate(found, start=1):
        cells = tuple(_cell(value) for value in values)
        while cells and not cells[-1]:
            cells = cells[:-1]
        if cells:
            empty = 0
            rows.append(Row(line, cells))
        else:
            empty += 1
        if len(rows) > MAX_ROWS:
            raise _too_long(name)
        if empty > 10_000:
            break
    return rows


def _words(text: str) -> str:
    text = text.strip()
    return "" if text in _ERRORS else text


def _cell(value: Any) -> str:
    """A cell as a person would type it; days as ISO, so that nothing is ambiguous."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value).strip()
