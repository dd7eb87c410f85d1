"""A promise as a row of a list, the same on every page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment, CommitmentState, DueGroup, due_group
from gesprekshulp.domain.dutch_dates import lateness, short_day
from gesprekshulp.ui.widgets.row import CheckState, Row

SIDE_WORDS = {Side.US: "Wij", Side.CLIENT: "Klant", Side.BOTH: "Samen", Side.THIRD: "Derde"}

# In a list, where a check stands before it and its last day beside it.
_CLOSED_WORDS = {
    CommitmentState.KEPT: "nagekomen",
    CommitmentState.KEPT_LATE: "te laat",
    CommitmentState.TAKEN_OVER: "overgenomen",
    CommitmentState.DROPPED: "vervallen",
}


def commitment_row(item: Commitment, client_name: str, today: date) -> Row:
    """One promise with its check, side, words, client and day."""
    what = item.what[:1].upper() + item.what[1:]
    done = item.state is not CommitmentState.OPEN
    distance = ""
    if item.due is not None:
        distance = _CLOSED_WORDS[item.state] if done else lateness(item.due, today)
    return Row(
        what,
        late=item.is_late(today),
        check=CheckState.DONE if done else CheckState.OPEN,
        badge=SIDE_WORDS[item.side],
        client=client_name,
        day=short_day(item.due, today) if item.due else item.event,
        distance=distance,
        date_link="" if item.due or item.event or done else "Dag kiezen",
        moved=item.moves,
        struck=item.state is CommitmentState.DROPPED,
        vague=item.is_open and item.is_vague and item.side is Side.US,
    )


def grouped_rows(
    items: Iterable[tuple[Commitment, str]], today: date
) -> tuple[list[Row], list[Commitment | None]]:
    """Open promises under their headings; beside each row its promise, None for a heading."""
    by_group: dict[DueGroup, list[tuple[Commitment, str]]] = {group: [] for group in DueGroup}
    for item, name in items:
        by_group[due_group(item.due, today)].append((item, name))
    rows: list[Row] = []
    behind: list[Commitment | None] = []
    for group, members in by_group.items():
        if not members:
            continue
        rows.append(Row(group.value, heading=True, late=group is DueGroup.LATE))
        behind.append(None)
        for item, name in members:
            rows.append(commitment_row(item, name, today))
            behind.append(item)
    return rows, behind
