"""The message after something was done, with the way back."""

from __future__ import annotations

from gesprekshulp.services.undo import undo
from gesprekshulp.ui.context import Desk


def did(desk: Desk, text: str, batch: str | None = None) -> None:
    """Say what was just done ("Klant verwijderd.") and offer to undo it; tells all pages.

    Call it straight after the service: it undoes the last labelled transaction of the archive. What
    was written in the background is undone by its own `batch`.
    """
    batch = batch or desk.archive.last_batch

    def back() -> None:
        if batch is None:
            return
        undone = undo(desk.archive, batch)
        desk.wrote()
        if undone.left:
            desk.toast(
                "Niet alles is teruggezet: wat u daarna nog veranderde, is gebleven zoals het is."
            )

    desk.wrote()
    desk.toast(text, back)
