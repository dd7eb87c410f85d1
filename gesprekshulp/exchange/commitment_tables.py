"""The register of promises as a table: .csv and .xlsx, row by row, for lists of any length.

Whoever opens such a file in a spreadsheet must not run what a client once typed: a text that looks
like a formula is written so that it stays a text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

from gesprekshulp.domain.clean import one_line

HEADS = (
    "Klant", "Door", "Wie", "Wat", "Uiterlijk", "Wacht op", "Stand", "Toegezegd op",
    "Afgehandeld op", "Verzet (keer)", "Uren",
)  # fmt: skip
_WIDTHS = (28, 9, 20, 48, 12, 28, 20, 13, 15, 13, 8)
_SHEET = "Toezeggingen"
_LONGEST = 32_000
"""A cell of a spreadsheet holds little more."""

_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]")


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A promise as it stands in a table that leaves the program; only what a client may read."""

    client: str
    side: str
    who: str
    what: str
    due: date | None
    event: str
    state: str
    made_on: date
    closed_on: date | None = None
    moves: int = 0
    hours: float | None = None


def write_csv(rows: Iterable[RegisterRow], file: IO[bytes]) -> None:
    """UTF-8 with a mark and semicolons, as a Dutch Excel opens it; days as 2026-03-13."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADS)
    writer.writerows(map(_csv_row, rows))
    text.flush()
    text.detach()  # the caller closes the file


def _csv_row(row: RegisterRow) -> tuple[str, ...]:
    return (
        harmless(row.client), row.side, harmless(row.who), harmless(row.what),
        row.due.isoformat() if row.due else "", harmless(row.event), row.state,
        row.made_on.isoformat(), row.closed_on.isoformat() if row.closed_on else "",
        str(row.moves), "" if row.hours is None else f"{row.hours:g}".replace(".", ","),
    )  # fmt: skip


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula, on one line.

    >>> harmless("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    """
    text = _clean(text)
    return f"'{text}" if _FORMULA.match(text) else text


def _clean(text: str) -> str:
    if text.isprintable() and len(text) <= _LONGEST:
        return text
    return one_line(text)[:_LONGEST]


def write_xlsx(rows: Iterable[RegisterRow], file: IO[bytes]) -> None:
    """A workbook with a fixed head, a filter, real days and texts that stay texts."""
    from openpyxl import Workbook  # comes when it is used

    book: Any = Workbook(write_only=True)
    book.properties.creator = "Gesprekshulp"
    book.properties.title = _SHEET
    sheet: Any = book.create_sheet(_SHEET)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + number)].width = width
    cells = _Cells(sheet)
    last = 1
    try:
        sheet.append(cells.heads())
        for row in rows:
            sheet.append(cells.row(row))
            last += 1
    except BaseException:
        # Broken off: what the sheet keeps open is closed, and its temporary file goes.
        sheet.close()
        sheet._writer.cleanup()
        raise
    sheet.auto_filter.ref = f"A1:{chr(ord('A') + len(HEADS) - 1)}{last}"
    book.save(file)


class _Cells:
    """Makes the cells of a row; a day's cell is used again, since a row is written at once."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._days = [self._day_cell() for _ in range(3)]

    def heads(self) -> Iterator[Any]:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        for head in HEADS:
            cell: Any = WriteOnlyCell(self._sheet, value=head)
            cell.font = Font(bold=True)
            yield cell

    def row(self, row: RegisterRow) -> tuple[Any, ...]:
        due, made, closed = self._days
        return (
            self._text(row.client), row.side, self._text(row.who), self._text(row.what),
            self._day(due, row.due), self._text(row.event), row.state,
            self._day(made, row.made_on), self._day(closed, row.closed_on), row.moves, row.hours,
        )  # fmt: skip

    def _text(self, text: str) -> Any:
        from openpyxl.cell import WriteOnlyCell

        text = _clean(text)
        if text[:1] not in ("=", "#") and not _FORMULA.match(text):
            return text
        cell: Any = WriteOnlyCell(self._sheet, value="")
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = True
        return cell

    @staticmethod
    def _day(cell: Any, day: date | None) -> Any:
        if day is None or day.year < 1900:
            return day.isoformat() if day else None
        cell.value = day
        return cell

    def _day_cell(self) -> Any:
        from openpyxl.cell import WriteOnlyCell

        cell: Any = WriteOnlyCell(self._sheet)
        cell.number_format = "dd-mm-yyyy"
        return cell
