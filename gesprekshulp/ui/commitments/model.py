"""The register as rows of a list: only what is in view is read from the archive."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from gesprekshulp.domain.commitment import Commitment, DueGroup
from gesprekshulp.services.commitment_list import Group, Listed
from gesprekshulp.ui.commitments.rows import commitment_row
from gesprekshulp.ui.widgets.list_view import RowModel
from gesprekshulp.ui.widgets.row import Row

PAGE = 40
"""So many rows are read at a time."""

_KEPT = 30
_GONE = Row("Deze toezegging is er niet meer.")

Fetch = Callable[[Group, int, int], Sequence[Listed]]


class CommitmentModel(RowModel):
    """Rows of groups with their headings.

    Where a row stands follows from how many promises each group holds; pages of rows are read with
    `fetch` when they come in view, and the last ones are kept.
    """

    def __init__(self, fetch: Fetch, today: Callable[[], date], parent: QObject) -> None:
        super().__init__()
        self.setParent(parent)
        self._fetch = fetch
        self._today = today
        self._groups: tuple[Group, ...] = ()
        self._starts: list[int] = []
        self._count = 0
        self._pages: dict[tuple[int, int], tuple[tuple[Listed, Row], ...]] = {}

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is shown."""
        return self._groups

    def set_groups(self, groups: Sequence[Group], first: Sequence[Sequence[Listed]] = ()) -> None:
        """Show other promises; `first` is the first page of each group, when it is at hand."""
        self.beginResetModel()
        self._take(groups)
        self._pages.clear()
        for place, found in enumerate(first):
            self._pages[place, 0] = self._rows(found)
        self.endResetModel()

    def extend(self, groups: Sequence[Group]) -> None:
        """Show these groups, which begin with the rows that are shown already."""
        before = self._groups
        same = all(
            old.heading == new.heading and (old.count == new.count or old is before[-1])
            for old, new in zip(before, groups, strict=False)
        )
        more = sum(group.count + (group.heading is not None) for group in groups) - self._count
        if not same or len(groups) < len(before) or more < 0:
            self.set_groups(groups)
        elif more:
            self.beginInsertRows(QModelIndex(), self._count, self._count + more - 1)
            self._take(groups)
            self.endInsertRows()

    def _take(self, groups: Sequence[Group]) -> None:
        self._groups = tuple(groups)
        self._starts = []
        self._count = 0
        for group in self._groups:
            self._starts.append(self._count)
            self._count += group.count + (group.heading is not None)

    def _rows(self, found: Sequence[Listed]) -> tuple[tuple[Listed, Row], ...]:
        today = self._today()
        return tuple(
            (item, commitment_row(item.commitment, item.client_name, today)) for item in found
        )

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def headings(self) -> Sequence[int]:
        return [
            start
            for start, group in zip(self._starts, self._groups, strict=True)
            if group.heading is not None
        ]

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._place(index.row())[1] < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_at(self, position: int) -> Row:
        place, offset = self._place(position)
        if offset < 0:
            return _heading(self._groups[place])
        found = self._item(place, offset)
        return found[1] if found is not None else _GONE

    def commitment_at(self, position: int) -> Commitment | None:
        """The promise on a row; None on a heading or outside the list."""
        if not 0 <= position < self._count:
            return None
        place, offset = self._place(position)
        found = self._item(place, offset) if offset >= 0 else None
        return found[0].commitment if found is not None else None

    def position(self, group: int, offset: int) -> int:
        """The row of a promise by its group and its place in there."""
        return self._starts[group] + offset + (self._groups[group].heading is not None)

    def nearest(self, position: int) -> int:
        """The row at or before a position that holds a promise, or one after it; -1 for none."""
        position = min(position, self._count - 1)
        if position < 0:
            return -1
        if self._place(position)[1] >= 0:
            return position
        # A heading: the row after it is a promise, as no group is empty.
        return position - 1 if position > 0 else position + 1

    def _place(self, position: int) -> tuple[int, int]:
        """The group of a row and its place in there, -1 for the heading."""
        group = bisect_right(self._starts, position) - 1
        with_heading = self._groups[group].heading is not None
        return group, position - self._starts[group] - with_heading

    def _item(self, group: int, offset: int) -> tuple[Listed, Row] | None:
        number, within = divmod(offset, PAGE)
        page = self._pages.get((group, number))
        if page is None:
            page = self._rows(self._fetch(self._groups[group], number * PAGE, PAGE))
            if len(self._pages) >= _KEPT:
                del self._pages[next(iter(self._pages))]
            self._pages[group, number] = page
        return page[within] if within < len(page) else None


def _heading(group: Group) -> Row:
    heading = group.heading or ""
    if isinstance(heading, DueGroup):
        return Row(heading.value, heading=True, late=heading is DueGroup.LATE)
    words = f"{heading} · {group.count}"
    return Row(f"{words}, {group.late} te laat" if group.late else words, heading=True)
