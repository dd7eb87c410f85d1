"""Saying what was done, with the way back."""

from __future__ import annotations

from gesprekshulp.services.undo import undo
from gesprekshulp.ui.context import Desk


def tell_done(desk: Desk, words: str, *batches: str | None) -> None:
    """Say what was just done and offer to take it back, the last transaction first.

    Without `batches` it is the last labelled transaction.
    """
    wanted = [batch for batch in (batches or (desk.archive.last_batch,)) if batch]

    def take_back() -> None:
        for batch in reversed(wanted):
            undo(desk.archive, batch)
        desk.wrote()

    desk.wrote()
    desk.toast(words, take_back)
