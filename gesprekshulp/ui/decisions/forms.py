"""The forms for a decision, a wish and an assignment, and what follows when they are saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.assignment import Assignment, AssignmentState
from gesprekshulp.domain.decision import Decision, Scope, Wish, WishAnswer
from gesprekshulp.domain.ids import AssignmentId, ClientId, DecisionId, WishId, new_id
from gesprekshulp.services import decisions
from gesprekshulp.ui.clients.words import ANSWER_WORDS, capital
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.form_dialog import (
    CHOICE,
    DATE,
    LONG,
    REMOVED,
    YES_NO,
    Field,
    FormDialog,
)

_NONE = ""
_PAST_ONLY = "Kies vandaag of een dag die geweest is."


def _day(desk: Desk, key: str, label: str, *, required: bool = True) -> Field:
    return Field(
        key, label, DATE, half=True, reader=read_date, today=desk.today,
        required="Kies de dag." if required else "",
    )  # fmt: skip


def _past_only(desk: Desk, key: str, values: Mapping[str, Any]) -> dict[str, str]:
    day: date | None = values[key]
    return {key: _PAST_ONLY} if day is not None and day > desk.today() else {}


ADVICE_FIELDS = (
    Field("advice", "Ons advies, als de klant anders besloot", LONG,
          placeholder="alleen invullen als het besluit van ons advies afwijkt"),
    Field("advice_reason", "Waarom de klant ervan afwijkt",
          help="De klant leest dit in het verslag, en wordt om een bevestiging gevraagd."),
)  # fmt: skip
"""What is asked of a decision against our advice."""


def advice_problems(values: Mapping[str, Any]) -> dict[str, str]:
    """A reason without the advice that it goes against says nothing."""
    if values["advice_reason"] and not values["advice"]:
        return {"advice": decisions.REASON_ALONE}
    return {}


def ask_advice(desk: Desk, parent: QWidget | None, decision: Decision) -> Decision | None:
    """Ask what we advised when the client decided otherwise, and why; None when nothing changed."""
    first, why = ADVICE_FIELDS
    fields = (replace(first, label="Ons advies", placeholder="wat wij adviseerden"), why)
    before = {"advice": decision.advice, "advice_reason": decision.advice_reason}
    found = FormDialog.ask(
        parent, "Wijkt af van ons advies", fields, before, check=advice_problems, width=520
    )
    if found is None or found == before:
        return None
    noted = decisions.note_advice(
        desk.archive, decision.id, found["advice"], found["advice_reason"]
    )
    did(
        desk,
        "Genoteerd dat dit van ons advies afwijkt."
        if noted.is_against_advice
        else "Dit wijkt niet meer af van ons advies.",
    )
    return noted


def ask_decision(
    desk: Desk,
    parent: QWidget | None,
    client_id: ClientId,
    assignments: Sequence[Assignment],
    decision: Decision | None = None,
) -> None:
    """Ask for a new decision, or for changes of one."""
    fields = [
        Field("text", "Besluit", LONG, required="Schrijf op wat er is besloten.",
              placeholder="wat is er besloten?"),
        Field("scope", "Hoort bij", CHOICE, half=True,
              options=tuple((scope, capital(scope.value)) for scope in Scope)),
        _day(desk, "decided_on", "Besloten op"),
    ]  # fmt: skip
    if assignments:
        options = [(_NONE, "Geen opdracht"), *((item.id, item.title) for item in assignments)]
        fields.append(Field("assignment_id", "Opdracht", CHOICE, options=options))
    fields += [
        Field("stands", "Dit besluit geldt nog", YES_NO),
        *ADVICE_FIELDS,
    ]
    values: dict[str, Any] = {
        "scope": Scope.INSIDE,
        "decided_on": desk.today(),
        "stands": True,
        "assignment_id": assignments[0].id if len(assignments) == 1 else _NONE,
    }
    if decision is not None:
        values = {
            "text": decision.text,
            "scope": decision.scope,
            "decided_on": decision.decided_on,
            "stands": decision.stands,
            "advice": decision.advice,
            "advice_reason": decision.advice_reason,
            "assignment_id": decision.assignment_id or _NONE,
        }
    found = FormDialog.ask(
        parent, "Besluit wijzigen" if decision else "Nieuw besluit", fields, values,
        check=lambda typed: {**_past_only(desk, "decided_on", typed), **advice_problems(typed)},
        remove="Verwijderen" if decision else "", width=520,
    )  # fmt: skip
    if found is None:
        return
    if decision is not None and REMOVED in found:
        remove_decision(desk, decision)
        return
    before = decision or Decision(DecisionId(new_id()), client_id, "", desk.today())
    chosen = found.get("assignment_id") or None
    decisions.save_decision(
        desk.archive,
        desk.clock,
        replace(
            before,
            text=found["text"],
            decided_on=found["decided_on"],
            scope=Scope(found["scope"]),
            assignment_id=AssignmentId(chosen) if chosen else None,
            stands=found["stands"],
            advice=found["advice"],
            advice_reason=found["advice_reason"],
        ),
    )
    did(desk, "Besluit gewijzigd." if decision else "Besluit toegevoegd.")


def remove_decision(desk: Desk, decision: Decision) -> None:
    """Take a decision away; the message offers the way back."""
    decisions.remove_decision(desk.archive, decision.id)
    did(desk, "Besluit verwijderd.")


def ask_wish(
    desk: Desk, parent: QWidget | None, client_id: ClientId, wish: Wish | None = None
) -> None:
    """Ask for a new wish, or for changes and the answer of one."""
    fields = (
        Field("text", "Wens", LONG, required="Schrijf op wat de klant wenst.",
              placeholder="wat wil de klant?"),
        Field("need", "Waarom, welke behoefte zit erachter",
              placeholder="wat de klant ermee wil bereiken"),
        Field("consequence", "Wat het betekent: tijd, geld, gevolgen"),
        Field("answer", "Antwoord", CHOICE, half=True, options=tuple(ANSWER_WORDS.items())),
        _day(desk, "said_on", "Gezegd op"),
        Field("reason", "Reden van het antwoord", help="Nodig bij “later” en “nee”."),
    )  # fmt: skip
    values: dict[str, Any] = {"answer": WishAnswer.OPEN, "said_on": desk.today()}
    if wish is not None:
        values = {field.key: getattr(wish, field.key) for field in fields}

    def check(typed: dict[str, Any]) -> Mapping[str, str]:
        wrong = _past_only(desk, "said_on", typed)
        if typed["answer"] in (WishAnswer.LATER, WishAnswer.NO) and not typed["reason"]:
            wrong["reason"] = f"Zet erbij waarom het antwoord “{typed['answer']}” is."
        return wrong

    found = FormDialog.ask(
        parent, "Wens wijzigen" if wish else "Nieuwe wens", fields, values,
        check=check, remove="Verwijderen" if wish else "",
    )  # fmt: skip
    if found is None:
        return
    if wish is not None and REMOVED in found:
        remove_wish(desk, wish)
        return
    before = wish or Wish(WishId(new_id()), client_id, "", desk.today())
    decisions.save_wish(
        desk.archive,
        desk.clock,
        replace(before, **{**found, "answer": WishAnswer(found["answer"])}),
    )
    did(desk, "Wens gewijzigd." if wish else "Wens toegevoegd.")


def remove_wish(desk: Desk, wish: Wish) -> None:
    """Take a wish away; the message offers the way back."""
    decisions.remove_wish(desk.archive, wish.id)
    did(desk, "Wens verwijderd.")


def ask_assignment(
    desk: Desk, parent: QWidget | None, client_id: ClientId, assignment: Assignment | None = None
) -> None:
    """Ask for a new assignment, or for changes of one."""
    fields = (
        Field("title", "Opdracht", required="Geef de opdracht een naam.",
              placeholder="waar gaat de opdracht over?"),
        Field("scope", "Hoort erbij", LONG),
        Field("excluded", "Hoort er niet bij", LONG),
        Field("state", "Stand", CHOICE,
              options=tuple((state, capital(state.value)) for state in AssignmentState)),
        _day(desk, "starts_on", "Begint op", required=False),
        _day(desk, "ends_on", "Eindigt op", required=False),
    )  # fmt: skip
    values: dict[str, Any] = {"state": AssignmentState.RUNNING}
    if assignment is not None:
        values = {field.key: getattr(assignment, field.key) for field in fields}

    def check(typed: dict[str, Any]) -> Mapping[str, str]:
        starts, ends = typed["starts_on"], typed["ends_on"]
        if starts is not None and ends is not None and ends < starts:
            return {"ends_on": "Het einde ligt voor het begin."}
        return {}

    found = FormDialog.ask(
        parent, "Opdracht wijzigen" if assignment else "Nieuwe opdracht", fields, values,
        check=check, remove="Verwijderen" if assignment else "", width=560,
    )  # fmt: skip
    if found is None:
        return
    if assignment is not None and REMOVED in found:
        remove_assignment(desk, assignment)
        return
    before = assignment or Assignment(AssignmentId(new_id()), client_id, "")
    decisions.save_assignment(
        desk.archive, replace(before, **{**found, "state": AssignmentState(found["state"])})
    )
    did(desk, "Opdracht gewijzigd." if assignment else "Opdracht toegevoegd.")


def remove_assignment(desk: Desk, assignment: Assignment) -> None:
    """Take an assignment away; the message offers the way back."""
    decisions.remove_assignment(desk.archive, assignment.id)
    did(desk, f"Opdracht “{assignment.title}” verwijderd.")
