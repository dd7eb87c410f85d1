"""What is asked before a promise is made, changed, moved, dropped or handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ClientId, CommitmentId, new_id
from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services import clients, commitments, yes_brake
from gesprekshulp.services.commitment_list import likely_people
from gesprekshulp.ui.commitments.doing import do
from gesprekshulp.ui.commitments.moving import ask_why_dropped, day_field, move_promise
from gesprekshulp.ui.commitments.promise_dialog import PromiseDialog
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.completer import NameCompleter
from gesprekshulp.ui.widgets.form_dialog import Field, FormDialog

__all__ = [
    "HandOverDialog",
    "PromiseDialog",
    "change_promise",
    "choose_day",
    "drop_promise",
    "hand_over",
    "move_promise",
    "new_promise",
]


class HandOverDialog(FormDialog):
    """Who takes a promise over; colleagues are suggested while typing."""

    def __init__(self, parent: QWidget | None, names: list[str]) -> None:
        needed = "Zet erbij wie de toezegging overneemt."
        super().__init__(
            parent,
            "Overdragen aan collega",
            (Field("who", "Wie neemt de toezegging over?", required=needed),),
            {"who": names[0] if len(names) == 1 else ""},
            save="Overdragen",
            width=400,
        )
        self.field("who").setCompleter(NameCompleter(QStringListModel(names, self), self))


def new_promise(
    desk: Desk,
    parent: QWidget | None,
    client: tuple[ClientId, str] | None = None,
    day: date | None = None,
) -> CommitmentId | None:
    """Ask for a new promise and put it in the register; None when cancelled or answered with no.

    A client that is not known yet is made in the same go, and undone with it.
    """
    found = PromiseDialog.ask(desk, parent, None, client, day)
    if found is None:
        return None
    archive, clock = desk.archive, desk.clock
    batches: list[str | None] = []
    try:
        client_id = found["client_id"]
        if client_id is None:
            client_id = clients.make(archive, Client(ClientId(new_id()), found["new_client"])).id
            batches.append(archive.last_batch)
        made = Commitment(
            CommitmentId(new_id()),
            client_id,
            found["side"],
            "" if found["side"] is Side.BOTH else found["who"],
            found["what"],
            desk.today(),
            found["due"],
            "" if found["due"] else found["event"],
            hours=found.get("hours"),
        )
        given, words = found.get("answer", (Answer.YES, ""))
        if given is Answer.YES:
            commitments.make(archive, clock, made)
            done = "Toezegging toegevoegd."
        else:
            yes_brake.answer(archive, clock, made, given, words)
            done = "Geen toezegging; de reden staat bij de besluiten."
            if given is Answer.YES_IF:
                done = "Toezegging toegevoegd; de voorwaarde staat bij de besluiten."
    except UserError as error:
        desk.error(error.sentence)
        return None
    did(desk, done, *batches, archive.last_batch)
    return None if given is Answer.NO else made.id


def change_promise(
    desk: Desk, parent: QWidget | None, promise: Commitment, client_name: str
) -> bool:
    """Ask for another who or what; a day that is there is only moved with a reason."""
    found = PromiseDialog.ask(desk, parent, promise, (promise.client_id, client_name))
    if found is None:
        return False
    kept = promise.with_term(found["due"], found["event"]) if "due" in found else promise
    changed = replace(
        kept,
        client_id=found["client_id"],
        side=found["side"],
        who=found["who"],
        what=found["what"],
        hours=found.get("hours", promise.hours),
    )
    return do(desk, lambda: commitments.change(desk.archive, desk.clock, changed), "gewijzigd")


def choose_day(
    desk: Desk, parent: QWidget | None, promise: Commitment, day: date | None = None
) -> bool:
    """Give a promise without a day its first one; that needs no reason."""
    found = FormDialog.ask(
        parent, "Dag kiezen", (day_field(desk, "Uiterlijk"),), {"due": day}, width=400
    )
    if found is None:
        return False
    changed = replace(promise, due=found["due"], event="")
    return do(
        desk,
        lambda: commitments.change(desk.archive, desk.clock, changed),
        "heeft nu een dag",
    )


def drop_promise(desk: Desk, parent: QWidget | None, promise: Commitment) -> bool:
    """Ask why a promise is called off."""
    reason = ask_why_dropped(parent)
    if reason is None:
        return False
    return do(
        desk,
        lambda: commitments.drop(desk.archive, desk.clock, promise.id, reason),
        "vervallen",
    )


def hand_over(desk: Desk, parent: QWidget | None, promise: Commitment) -> bool:
    """Ask who takes a promise over."""
    names = [name for name in likely_people(desk.archive, None)[Side.US] if name != promise.who]
    found = HandOverDialog.ask(parent, names)
    if found is None:
        return False
    who = found["who"]
    return do(
        desk,
        lambda: commitments.take_over(desk.archive, desk.clock, promise.id, who),
        f"overgedragen aan {who}",
    )
