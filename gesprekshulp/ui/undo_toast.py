"""The message after something was done, with the way back."""

from __future__ import annotations

from gesprekshulp.services.undo import undo
from gesprekshulp.ui.context import Desk


def did(desk: Desk, text: str, *batches: str | None) -> None:
    """Say what was just done ("Klant verwijderd.") and offer to undo it; tells all pages.

    Call it straight after the service: it undoes the last labelled transaction of the archive. What
    was written in the background, or in several transactions, is undone by its own `batches`, the
    last one first.
    """
    wanted = [batch for batch in (batches or (desk.archive.last_batch,)) if batch]

    def back() -> None:
        left = sum(undo(desk.archive, batch).left for batch in reversed(wanted))
        desk.wrote()
        if left:
            desk.toast(
                "Niet alles is teruggezet: wat u daarna nog veranderde, is gebleven zoals het is."
            )

    desk.wrote()
    desk.toast(text, back)
