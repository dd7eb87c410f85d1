"""Doing something with a promise and saying so, or saying what went wrong."""

from __future__ import annotations

from collections.abc import Callable

from gesprekshulp.domain.errors import UserError
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did


def do(desk: Desk, act: Callable[[], object], done: str) -> bool:
    """Do it, and say "Toezegging ..." with the way back; False when it was refused.

    Then what is shown is shown again: another window may have changed it since.
    """
    try:
        act()
    except UserError as error:
        desk.wrote()
        desk.error(error.sentence)
        return False
    did(desk, f"Toezegging {done}.")
    return True
