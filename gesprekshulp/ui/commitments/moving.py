"""Moving a promise: the new day, why, and whether the other side knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.dutch_dates import lateness, short_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.services import commitments
from gesprekshulp.ui.commitments.move_message import open_message
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.buttons import LinkButton
from gesprekshulp.ui.widgets.fields import LabelledField
from gesprekshulp.ui.widgets.form_dialog import DATE, LONG, Field, FormDialog
from gesprekshulp.ui.widgets.labels import KeyCap, Muted
from gesprekshulp.ui.widgets.segments import Segments

_TOLD = {"Ja": True, "Nee": False, "Nog vertellen": None}
_LATER = "Nog vertellen"


def day_field(desk: Desk, label: str) -> Field:
    """A field for the day of a promise."""
    return Field(
        "due", label, DATE, reader=read_date, today=desk.today, placeholder="volgende week vrijdag",
        required="Kies een dag, bijvoorbeeld 27-11 of volgende week vrijdag.",
    )  # fmt: skip


class MoveDialog(FormDialog):
    """Asks for the new day and the reason of one promise.

    Alt+B saves too and asks for a message to the other side (`message`); `told` says whether they
    know: True, False, or None when they have to be told yet.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        promise: Commitment,
        day: date | None = None,
        reason: str = "",
    ) -> None:
        self._promise = promise
        self._message = False
        super().__init__(
            parent,
            "Toezegging verzetten",
            (
                day_field(desk, "Nieuwe dag"),
                Field(
                    "reason", "Waarom", LONG, hint="blijft bij de toezegging staan",
                    required="Zet erbij waarom de dag verandert; zonder reden blijft hij staan.",
                    placeholder="bijvoorbeeld: de leverancier levert later",
                ),
            ),
            {"due": day, "reason": reason},
            save="Verzetten",
            width=460,
        )  # fmt: skip
        today = desk.today()
        what = promise.what[:1].upper() + promise.what[1:]
        was = Muted(wrap=True)
        if promise.due is not None:
            was.setText(
                f"{what}, nu {short_day(promise.due, today)} · {lateness(promise.due, today)}"
            )
        self.column.insertWidget(1, was)
        self.told = Segments([(word, word) for word in _TOLD], name="De ander weet het")
        self.told.set_value(_LATER)
        told = LabelledField("De ander weet het", self._told_row())
        self.column.insertWidget(self.column.count() - 1, told)
        self.message_button = LinkButton("Verzetten en bericht maken", icon="mail")
        self.message_button.setToolTip("Alt+B: het bericht gaat niet weg voor u het verstuurt")
        self.message_button.clicked.connect(self._save_with_message)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.message_button)
        row.addWidget(KeyCap("Alt+B"))
        row.addStretch(1)
        self.column.insertLayout(self.column.count() - 1, row)
        QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_B), self, self._save_with_message)
        self.field("due").changed.connect(lambda _: self._timer.start(0))
        if day is not None:
            self.field("reason").setFocus()
        self._timer.start(0)

    def _told_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told)
        row.addStretch(1)
        return holder

    def values(self) -> dict[str, Any]:
        """The day, the reason, whether they know, and whether a message is wanted."""
        return {**super().values(), "told": _TOLD[self.told.value()], "message": self._message}

    def problems(self, values: dict[str, Any]) -> Mapping[str, str]:
        """The day that stands there already is no move."""
        same = values["due"] == self._promise.due
        return {"due": "Dit is de dag die er al staat. Kies een andere."} if same else {}

    def _save_with_message(self) -> None:
        self._message = True
        self._save()
        self._message = self.result() == self.DialogCode.Accepted


def move_promise(
    desk: Desk,
    parent: QWidget | None,
    promise: Commitment,
    day: date | None = None,
    reason: str = "",
) -> bool:
    """Ask for the new day and the reason; without a day until now, for the first day alone."""
    if promise.due is None:
        from gesprekshulp.ui.commitments.forms import choose_day

        return choose_day(desk, parent, promise, day)
    found = MoveDialog.ask(desk, parent, promise, day, reason)
    if found is None:
        return False
    try:
        commitments.move(
            desk.archive, desk.clock, promise.id, found["due"], found["reason"], found.get("told")
        )
    except UserError as error:
        desk.error(error.sentence)
        return False
    batch = desk.archive.last_batch
    words = ""
    if found.get("message"):
        words = open_message(desk, promise.id, found["due"], found["reason"])
    did(desk, f"Toezegging verzet; {words}." if words else "Toezegging verzet.", batch)
    return True


def ask_why_dropped(parent: QWidget | None) -> str | None:
    """Ask why a promise is called off; None when cancelled."""
    found = FormDialog.ask(
        parent,
        "Toezegging laten vervallen",
        (
            Field(
                "reason", "Waarom vervalt de toezegging?", LONG, hint="blijft erbij staan",
                required="Zet erbij waarom; zonder reden blijft de toezegging staan.",
            ),
        ),
        save="Laten vervallen",
        width=440,
    )  # fmt: skip
    return None if found is None else str(found["reason"])
