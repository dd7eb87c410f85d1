"""The model behind the list of clients: all identifiers at once, what a row shows when in view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from gesprekshulp.domain.client import ClientKind, ClientSummary
from gesprekshulp.domain.dutch_dates import clock, distance, local_day, short_day
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services import clients
from gesprekshulp.services.clients import ClientFilter
from gesprekshulp.ui.clients.table import ClientRow
from gesprekshulp.ui.clients.words import KIND_WORDS, STATUS_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.list_view import RowModel

_CHUNK = 32
_GONE = ClientRow("")


class ClientsModel(RowModel):
    """Clients as rows; `show` narrows and sorts them in the archive itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ids: tuple[ClientId, ...] = ()
        self._rows: dict[int, ClientRow] = {}

    def show(self, wanted: ClientFilter) -> None:
        """Show the clients that this filter leaves, in its order."""
        ids = clients.in_list(self._desk.archive, self._desk.clock, wanted)
        self.beginResetModel()
        self._ids = ids
        self._rows.clear()
        self.endResetModel()

    def id_at(self, position: int) -> ClientId | None:
        """The client on a row, or None when there is no such row."""
        return self._ids[position] if 0 <= position < len(self._ids) else None

    def position_of(self, id: str | None) -> int:
        """The row of a client, or -1."""
        return next((place for place, other in enumerate(self._ids) if other == id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        # There are no headings among clients, so no row needs to be fetched for this.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_at(self, position: int) -> ClientRow:
        found = self._rows.get(position)
        if found is None:
            start = position - position % _CHUNK
            self._fetch(start, self._ids[start : start + _CHUNK])
            found = self._rows[position]
        return found

    def _fetch(self, start: int, ids: Sequence[ClientId]) -> None:
        found = clients.summaries(self._desk.archive, self._desk.clock, ids)
        today = self._desk.today()
        for place, id in enumerate(ids):
            summary = found.get(id)
            self._rows[start + place] = client_row(summary, today) if summary else _GONE


def client_row(item: ClientSummary, today: date) -> ClientRow:
    """A client as a row, with every text ready made."""
    private = KIND_WORDS[ClientKind.PRIVATE] if item.kind is ClientKind.PRIVATE else ""
    touched = local_day(item.last_contact_at) if item.last_contact_at else None
    following = local_day(item.next_at) if item.next_at else None
    at = ""
    if item.next_at is not None and following is not None:
        hour = "" if item.next_all_day else f" {clock(item.next_at)}"
        at = f"{short_day(following, today)}{hour}"
    return ClientRow(
        item.name,
        second=item.trade or private,
        place=item.city,
        status=STATUS_WORDS[item.status],
        contact=short_day(touched, today) if touched else "",
        contact_ago=distance(touched, today) if touched else "",
        promises=f"{item.open} open" if item.open else "",
        too_late=f"{item.late} te laat" if item.late else "",
        next=at,
        next_in=distance(following, today) if following else "",
    )
