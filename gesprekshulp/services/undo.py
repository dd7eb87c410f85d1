"""Taking back what was done, as a whole."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from gesprekshulp.domain.errors import NotFound
from gesprekshulp.storage.archive import Archive

if TYPE_CHECKING:
    from gesprekshulp.storage.journal import Undone


def undo(archive: Archive, batch_id: str) -> Undone:
    """Take back one labelled handeling; rows that were changed again afterwards are left alone."""
    return archive.undo(batch_id)


def undo_last(archive: Archive, since: datetime | None = None) -> Undone:
    """Take back the last handeling that was not undone yet, and was not done before `since`.

    Raises NotFound when there is none.
    """
    last = archive.undoable(limit=1)
    if not last or (since is not None and last[0][2] < since):
        raise NotFound("Er is niets om ongedaan te maken.")
    return archive.undo(last[0][0])
