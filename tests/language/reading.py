"""What tests of notes look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from gesprekshulp.language.commitments import Table, find_commitments

Seen = tuple[str, str | None, bool]
"""Owner, day (ISO) and whether it is vague."""


def reader(table: Table, day: date) -> Callable[[str], list[Seen]]:
    """What reads a note of this day, with these people at the table, into what is seen of each."""

    def read(note: str) -> list[Seen]:
        return [
            (str(found.owner), found.day.isoformat() if found.day else None, found.vague)
            for found in find_commitments(note, table, day)
        ]

    return read
