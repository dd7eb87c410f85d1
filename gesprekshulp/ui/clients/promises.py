"""The form for a promise noted by hand on a client's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.ids import ClientId, CommitmentId, new_id
from gesprekshulp.services import aftercare, commitments
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.form_dialog import CHOICE, DATE, REMOVED, Field, FormDialog

_NO_REASON = "Zet erbij waarom de dag verandert; die reden blijft bij de toezegging staan."


def _fields(desk: Desk, *, with_reason: bool) -> tuple[Field, ...]:
    fields = (
        Field("what", "Wat", required="Schrijf op wat er is toegezegd, in een paar woorden.",
              placeholder="aangepaste offerte sturen"),
        Field("side", "Door", CHOICE, half=True, options=tuple(SIDE_WORDS.items())),
        Field("who", "Wie", half=True, placeholder="naam"),
        Field("due", "Uiterlijk", DATE, half=True, reader=read_date, today=desk.today),
        Field("event", "Of: hangt aan", half=True, placeholder="voor het volgende overleg"),
    )  # fmt: skip
    reason = Field("reason", "Waarom een andere dag", help="Alleen nodig als de dag verandert.")
    return (*fields, reason) if with_reason else fields


class PromiseForm(FormDialog):
    """A new promise; proposes who, as long as nobody typed another name."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        who: Mapping[Side, str],
        check: Callable[[dict[str, Any]], Mapping[str, str]],
    ) -> None:
        self._who = who
        values = {"side": Side.US, "who": who.get(Side.US, "")}
        fields = _fields(desk, with_reason=False)
        super().__init__(parent, "Nieuwe toezegging", fields, values, check=check)
        self.field("side").currentIndexChanged.connect(self._propose)

    def _propose(self) -> None:
        typed = self.field("who").text().strip()
        if not typed or typed in self._who.values():
            self.field("who").setText(self._who.get(Side(self.field("side").value()), ""))


def new_promise(
    desk: Desk, parent: QWidget | None, client_id: ClientId, who: Mapping[Side, str]
) -> None:
    """Ask for a new promise; `who` names the likely person of each side."""

    def check(typed: dict[str, Any]) -> Mapping[str, str]:
        if not typed["who"] and typed["side"] != Side.BOTH:
            return {"who": "Zet erbij wie het doet."}
        return {}

    found = PromiseForm.ask(desk, parent, who, check)
    if found is None:
        return
    commitments.make(
        desk.archive,
        desk.clock,
        Commitment(
            CommitmentId(new_id()),
            client_id,
            Side(found["side"]),
            found["who"],
            found["what"],
            desk.today(),
            found["due"],
            "" if found["due"] else found["event"],
        ),
    )
    did(desk, "Toezegging toegevoegd.")


def edit_promise(desk: Desk, parent: QWidget | None, promise: Commitment) -> None:
    """Ask for changes of a promise; another day asks for its reason."""
    had_day = promise.due is not None
    fields = _fields(desk, with_reason=had_day)
    values = {field.key: getattr(promise, field.key) for field in fields if field.key != "reason"}

    def check(typed: dict[str, Any]) -> Mapping[str, str]:
        wrong: dict[str, str] = {}
        if not typed["who"] and typed["side"] != Side.BOTH:
            wrong["who"] = "Zet erbij wie het doet."
        if had_day and typed["due"] is None:
            wrong["due"] = "Kies een dag. Gaat het niet door, kies dan bij Toezeggingen Vervallen."
        elif had_day and typed["due"] != promise.due and not typed["reason"]:
            wrong["reason"] = _NO_REASON
        return wrong

    found = FormDialog.ask(
        parent, "Toezegging wijzigen", fields, values, check=check, remove="Verwijderen"
    )
    if found is None:
        return
    if REMOVED in found:
        remove_promise(desk, promise)
        return
    side, who, what, due = Side(found["side"]), found["who"], found["what"], found["due"]
    if due != promise.due:
        aftercare.change_promise(
            desk.archive, desk.clock, promise.id,
            side=side, who=who, what=what, due=due, reason=found.get("reason", ""),
        )  # fmt: skip
    else:
        event = "" if due else found["event"]
        changed = replace(promise, side=side, who=who, what=what, event=event)
        commitments.change(desk.archive, desk.clock, changed)
    did(desk, "Toezegging gewijzigd.")


def remove_promise(desk: Desk, promise: Commitment) -> None:
    """Take a promise out of the register; the message offers the way back."""
    commitments.remove(desk.archive, promise.id)
    did(desk, f"Toezegging “{promise.what}” verwijderd.")


def keep_or_reopen(desk: Desk, promise: Commitment) -> None:
    """Tick a promise off, or open it again when it was ticked off."""
    if promise.is_open:
        commitments.keep(desk.archive, desk.clock, promise.id)
        did(desk, "Toezegging nagekomen.")
    else:
        commitments.reopen(desk.archive, desk.clock, promise.id)
        did(desk, "Toezegging staat weer open.")
