"""Geschildossier: asking of what and where to, and making it in the background."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.decision import Decision
from gesprekshulp.domain.ids import AppointmentId, ClientId
from gesprekshulp.services import dispute_file
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.outside import ask_target, tell_written
from gesprekshulp.ui.widgets.form_dialog import DATE, Field, FormDialog


def talk_dispute(desk: Desk, parent: QWidget, id: AppointmentId) -> None:
    """The dispute file of one talk."""
    _make(desk, parent, "Geschildossier", dispute_file.of_talk, id)


def decision_dispute(desk: Desk, parent: QWidget, decision: Decision) -> None:
    """The dispute file of one decision."""
    name = f"Geschildossier {decision.text}"
    _make(desk, parent, name, dispute_file.of_decision, decision.id)


def period_dispute(desk: Desk, parent: QWidget, id: ClientId, name: str) -> None:
    """The dispute file of a client's talks in a period, the last year to begin with."""
    today = desk.today()

    def check(values: dict[str, Any]) -> dict[str, str]:
        first: date | None = values["first"]
        last: date | None = values["last"]
        wrong = first is not None and last is not None and last < first
        return {"last": "De periode eindigt voor zij begint."} if wrong else {}

    def day(key: str, label: str) -> Field:
        return Field(
            key, label, DATE, half=True, reader=read_date, today=desk.today, required="Kies de dag."
        )

    begin = date(today.year - 1, today.month, min(today.day, 28))
    found = FormDialog.ask(
        parent, "Geschildossier maken",
        (day("first", "Gesprekken vanaf"), day("last", "Tot en met")),
        {"first": begin, "last": today}, check=check, save="Maken", width=520,
        intro="Alle versies van de verslagen uit deze periode, wat eraan veranderde, wanneer ze"
        " zijn verstuurd en bevestigd, en waar elk besluit het eerst is genoteerd. In één"
        " zip-bestand.",
    )  # fmt: skip
    if found is not None:
        _make(
            desk, parent, f"Geschildossier {name}", dispute_file.of_period, id, found["first"],
            found["last"],
        )  # fmt: skip


def _make(
    desk: Desk, parent: QWidget, name: str, make: Callable[..., Path], *about: object
) -> None:
    target = ask_target(parent, "Geschildossier bewaren", name, ".zip")
    if target is None:
        return
    desk.background.run(
        make, desk.archive, desk.clock, *about, target,
        done=lambda path: tell_written(desk, path), owner=parent,
    )  # fmt: skip
