"""The message after something was done, with the way back."""

from __future__ import annotations

from datetime import datetime

from gesprekshulp.domain.errors import UserError
from gesprekshulp.services.undo import undo, undo_last
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


def take_back_last(desk: Desk, since: datetime | None = None) -> None:
    """Undo what was done last, also when its message is gone, and say what that was."""
    try:
        done = undo_last(desk.archive, since)
    except UserError as error:
        desk.error(error.sentence)
        return
    desk.wrote()
    left = " Wat u daarna nog veranderde, is gebleven zoals het is." if done.left else ""
    desk.toast(f"Ongedaan gemaakt: {done.label}.{left}")
