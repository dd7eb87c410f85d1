"""The rows of the table of clients on Inzicht, and the order in which they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.reliability import Figures, Reliability
from gesprekshulp.services.reliability_table import ClientReliability
from gesprekshulp.ui.insight.words import days, percent
from gesprekshulp.ui.widgets.row import Row


class Column(StrEnum):
    """The columns, in order, with the words above them."""

    NAME = "Klant"
    OURS_KEPT = "Wij op de dag"
    OURS_LATE = "Wij te laat"
    THEIRS_KEPT = "Klant op de dag"
    THEIRS_LATE = "Klant te laat"
    MOVED = "Verzet"
    DROPPED = "Vervallen"


COLUMNS = tuple(Column)
_Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class InsightRow(Row):
    """A client with its figures; every cell has two lines of which the second may be empty."""

    cells: tuple[_Cell, ...] = ()

    def spoken(self) -> str:
        """The row as one sentence, for a screen reader."""
        parts = [
            f"{column.value}: {' '.join(part for part in cell if part)}"
            for column, cell in zip(COLUMNS[1:], self.cells, strict=True)
            if cell[0]
        ]
        return ", ".join((self.text, *parts))


@dataclass(frozen=True, slots=True)
class ClientFigures:
    """A client's figures, ready to be sorted and shown."""

    client_id: ClientId
    name: str
    value: Reliability

    @classmethod
    def of(cls, item: ClientReliability) -> ClientFigures:
        """Out of what the service gives."""
        return cls(item.client_id, item.name, item.figures.reveal())


def insight_row(item: ClientFigures) -> InsightRow:
    """A client as a row, with every text ready made."""
    ours, theirs = item.value.ours, item.value.theirs
    return InsightRow(
        item.name,
        cells=(
            _kept(ours), _late(ours), _kept(theirs), _late(theirs),
            _both(ours.moved, theirs.moved), _both(ours.dropped, theirs.dropped),
        ),
    )  # fmt: skip


def _kept(figures: Figures) -> _Cell:
    if not figures.judged:
        return "–", ""
    return percent(figures.share_kept), f"{figures.kept} van {figures.judged}"


def _late(figures: Figures) -> _Cell:
    if not figures.judged:
        return "–", ""
    if not figures.late:
        return "0", ""
    average = days(figures.average_days_late or 0.0)
    return str(figures.late), average if figures.late == 1 else f"gemiddeld {average}"


def _both(ours: int, theirs: int) -> _Cell:
    return (str(ours + theirs), f"wij {ours}, klant {theirs}" if ours + theirs else "")


def ordered(
    items: Sequence[ClientFigures], column: Column, *, descending: bool
) -> list[ClientFigures]:
    """The clients by one column; equal ones by name, and those without a figure last."""
    value: Callable[[Reliability], float | None]
    match column:
        case Column.NAME:
            by_name = sorted(items, key=lambda item: item.name.casefold())
            return by_name[::-1] if descending else by_name
        case Column.OURS_KEPT:
            value = _ours_share
        case Column.THEIRS_KEPT:
            value = _theirs_share
        case Column.OURS_LATE:
            value = _ours_late
        case Column.THEIRS_LATE:
            value = _theirs_late
        case Column.MOVED:
            value = _moved
        case Column.DROPPED:
            value = _dropped
    way = -1 if descending else 1

    def key(item: ClientFigures) -> tuple[bool, float, str]:
        found = value(item.value)
        return found is None, way * (found or 0.0), item.name.casefold()

    return sorted(items, key=key)


def _ours_share(value: Reliability) -> float | None:
    return value.ours.share_kept


def _theirs_share(value: Reliability) -> float | None:
    return value.theirs.share_kept


def _ours_late(value: Reliability) -> float | None:
    # By how many days decides between clients with equally many.
    return value.ours.late + value.ours.days_late / 1e6 if value.ours.judged else None


def _theirs_late(value: Reliability) -> float | None:
    return value.theirs.late + value.theirs.days_late / 1e6 if value.theirs.judged else None


def _moved(value: Reliability) -> float | None:
    return value.ours.moved + value.theirs.moved


def _dropped(value: Reliability) -> float | None:
    return value.ours.dropped + value.theirs.dropped
