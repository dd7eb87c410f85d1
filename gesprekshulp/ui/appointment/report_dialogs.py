"""What Verslag asks in a dialog: a promise, a decision, a name, a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.decision import Decision, Scope, guessed_scope
from gesprekshulp.services.commitments import event_problem
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.decisions.forms import ADVICE_FIELDS, advice_problems
from gesprekshulp.ui.widgets.form_dialog import CHOICE, DATE, LONG, TEXT, Field, FormDialog

Today = Callable[[], date]


def ask_promise(
    parent: QWidget,
    today: Today,
    promise: Commitment | None = None,
    *,
    proposed: Commitment | None = None,
    first: str = "",
) -> dict[str, Any] | None:
    """Who, what and by when of a promise; a reason as well when its day becomes another one.

    `proposed` fills the form in for a new promise; `first` is the field to begin with.
    """
    before = promise.due if promise else None
    fields = [
        Field("what", "Wat", LONG, required="Schrijf op wat er is toegezegd."),
        Field("side", "Van wie", CHOICE, options=_SIDES, half=True),
        Field("who", "Wie", TEXT, half=True, placeholder="naam"),
        Field(
            "due", "Uiterlijk", DATE, reader=read_date, today=today,
            help="" if before else "Zonder dag: zet hieronder waar het op wacht.",
        ),
    ]  # fmt: skip
    if before is None:
        fields.append(
            Field("event", "Wacht op", TEXT, placeholder="bijvoorbeeld: na de oplevering")
        )
    else:
        fields.append(
            Field(
                "reason", "Waarom een andere dag?", TEXT, help="Alleen nodig als de dag verandert."
            )
        )

    def check(values: dict[str, Any]) -> dict[str, str]:
        wrong: dict[str, str] = {}
        if values["side"] != Side.BOTH and not values["who"]:
            wrong["who"] = "Zet erbij wie het doet."
        event = values["event"] if before is None and values["due"] is None else ""
        if problem := event_problem(event, today()):
            wrong["event"] = problem
        if before is not None and values["due"] is None:
            wrong["due"] = "Kies een andere dag of laat de dag staan."
        elif before is not None and values["due"] != before and not values["reason"]:
            wrong["reason"] = "Zet erbij waarom; zonder reden blijft de dag staan."
        return wrong

    shown = promise or proposed
    values = {
        "what": shown.what if shown else "",
        "side": shown.side if shown else Side.US,
        "who": shown.who if shown else "",
        "due": shown.due if shown else None,
        "event": shown.event if shown else "",
    }
    title = "Toezegging wijzigen" if promise else "Nieuwe toezegging"
    found = FormDialog.ask(parent, title, fields, values, check=check, first=first)
    if found is None:
        return None
    return {"event": "", "reason": "", **found}


def ask_decision(
    parent: QWidget, decision: Decision | None = None, *, proposed: str = ""
) -> dict[str, Any] | None:
    """The words of a decision, and whether it lies inside the assignment.

    `proposed` are words to begin a new one with.
    """
    fields = (
        Field("text", "Besluit", LONG, required="Schrijf op wat er besloten is."),
        Field("scope", "Hoort dit bij de opdracht?", CHOICE, options=_SCOPES),
        *ADVICE_FIELDS,
    )
    values = {
        "text": decision.text if decision else proposed,
        "scope": decision.scope if decision else guessed_scope(proposed),
        "advice": decision.advice if decision else "",
        "advice_reason": decision.advice_reason if decision else "",
    }
    return FormDialog.ask(
        parent, "Besluit wijzigen" if decision else "Nieuw besluit", fields, values,
        check=advice_problems, width=520,
    )  # fmt: skip


def ask_name(parent: QWidget, title: str, label: str, name: str = "") -> str | None:
    """A name: of a part, of the report."""
    field = Field("name", label, TEXT, required="Vul een naam in.")
    found = FormDialog.ask(parent, title, (field,), {"name": name}, width=400)
    return None if found is None else str(found["name"])


_SIDES = (
    (Side.US, "Wij"),
    (Side.CLIENT, "De klant"),
    (Side.BOTH, "Samen"),
    (Side.THIRD, "Een derde"),
)
_SCOPES = tuple((scope, scope.value.capitalize()) for scope in Scope)
