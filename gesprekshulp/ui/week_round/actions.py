"""What is done with an item of the round; each can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.services import commitments
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.widgets.form_dialog import DATE, LONG, YES_NO, Field, FormDialog

_WHICH = "Kies een dag, bijvoorbeeld 27-11 of volgende week vrijdag."


def keep(desk: Desk, promise: Commitment) -> str:
    """It is done."""
    commitments.keep(desk.archive, desk.clock, promise.id)
    return "Toezegging nagekomen."


def move(desk: Desk, parent: QWidget, promise: Commitment) -> tuple[str, bool] | None:
    """Ask for another day, why, and whether the other side knows; None when cancelled.

    Gives what to say, and whether the other side is still to be told.
    """

    def check(values: dict[str, Any]) -> Mapping[str, str]:
        same = values["due"] == promise.due
        return {"due": "Dit is de dag die er al staat. Kies een andere."} if same else {}

    found = FormDialog.ask(
        parent,
        "Toezegging verzetten",
        (
            _day_field(desk, "Nieuwe dag"),
            Field(
                "reason", "Waarom", LONG, hint="blijft bij de toezegging staan",
                required="Zet erbij waarom de dag verandert; zonder reden blijft hij staan.",
                placeholder="de leverancier was te laat met de prijslijst",
            ),
            Field("told", "De andere kant weet het al", YES_NO),
        ),
        check=check,
        save="Verzetten",
        width=440,
    )  # fmt: skip
    if found is None:
        return None
    day: date = found["due"]
    told: bool = found["told"]
    archive, clock = desk.archive, desk.clock
    commitments.move(archive, clock, promise.id, day, found["reason"], told=told)
    return "Toezegging verzet." if told else "Verzet; de klant krijgt bericht.", not told


def choose_day(desk: Desk, parent: QWidget, promise: Commitment) -> str | None:
    """Give a promise without a day its first one; None when cancelled."""
    found = FormDialog.ask(
        parent, "Dag kiezen", (_day_field(desk, "Uiterlijk"),), save="Opslaan", width=400
    )
    if found is None:
        return None
    dated = replace(promise, due=found["due"], event="")
    commitments.change(desk.archive, desk.clock, dated)
    return "Toezegging heeft nu een dag."


def drop(desk: Desk, parent: QWidget, promise: Commitment) -> str | None:
    """Ask why it is called off; None when cancelled."""
    found = FormDialog.ask(
        parent,
        "Toezegging laten vervallen",
        (
            Field(
                "reason", "Waarom vervalt zij?", LONG, hint="blijft bij de toezegging staan",
                required="Zet erbij waarom zij vervalt; zonder reden blijft zij staan.",
            ),
        ),
        save="Laten vervallen",
        width=440,
    )  # fmt: skip
    if found is None:
        return None
    commitments.drop(desk.archive, desk.clock, promise.id, found["reason"])
    return "Toezegging vervallen."


def _day_field(desk: Desk, label: str) -> Field:
    return Field(
        "due", label, DATE, reader=read_date, today=desk.today, required=_WHICH,
        placeholder="volgende week vrijdag",
    )  # fmt: skip
