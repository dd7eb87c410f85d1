"""What is done with an item of the round; each can be taken back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.services import commitments
from gesprekshulp.ui.commitments.move_message import open_message
from gesprekshulp.ui.commitments.moving import MoveDialog, ask_why_dropped, day_field
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.form_dialog import FormDialog


def keep(desk: Desk, promise: Commitment) -> str:
    """It is done."""
    commitments.keep(desk.archive, desk.clock, promise.id)
    return "Toezegging nagekomen."


def move(desk: Desk, parent: QWidget, promise: Commitment) -> tuple[str, bool] | None:
    """Ask for another day, why, and whether the other side knows; None when cancelled.

    Gives what to say, and whether the client still gets a message at the end of the round.
    """
    found = MoveDialog.ask(desk, parent, promise)
    if found is None:
        return None
    day, reason, told = found["due"], found["reason"], found["told"]
    commitments.move(desk.archive, desk.clock, promise.id, day, reason, told)
    words = open_message(desk, promise.id, day, reason) if found["message"] else ""
    if words:
        return f"Toezegging verzet; {words}.", False
    return ("Toezegging verzet.", False) if told else ("Verzet; de klant krijgt bericht.", True)


def choose_day(desk: Desk, parent: QWidget, promise: Commitment) -> str | None:
    """Give a promise without a day its first one; None when cancelled."""
    found = FormDialog.ask(
        parent, "Dag kiezen", (day_field(desk, "Uiterlijk"),), save="Opslaan", width=400
    )
    if found is None:
        return None
    dated = replace(promise, due=found["due"], event="")
    commitments.change(desk.archive, desk.clock, dated)
    return "Toezegging heeft nu een dag."


def drop(desk: Desk, parent: QWidget, promise: Commitment) -> str | None:
    """Ask why it is called off; None when cancelled."""
    reason = ask_why_dropped(parent)
    if reason is None:
        return None
    commitments.drop(desk.archive, desk.clock, promise.id, reason)
    return "Toezegging vervallen."
