"""The form of a promise: for whom, who does what by when, and whether the week has room for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services.commitment_list import likely_people
from gesprekshulp.services.commitment_ties import hours_words, read_hours
from gesprekshulp.services.commitments import event_problem
from gesprekshulp.ui.appointment.client_picker import ClientPicker
from gesprekshulp.ui.appointment.talk_terms import event_in
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.widgets.completer import NameCompleter
from gesprekshulp.ui.widgets.fields import LabelledField
from gesprekshulp.ui.widgets.form_dialog import CHOICE, DATE, YES_NO, Field, FormDialog
from gesprekshulp.ui.yes_brake.panel import YesBrake, add_keys

_NO_WHAT = "Schrijf op wat er is toegezegd, in een paar woorden."
_NO_WHO = "Zet erbij wie het doet."
_NO_DAY = "Vraag de klant om een dag, of vink hieronder aan dat die er nog niet is."
_NO_CLIENT = "Kies een klant uit de lijst, of maak er een nieuwe van."
_VAGUE = "Nog vaag: wanneer is het klaar?"


class PromiseDialog(FormDialog):
    """A new promise, or another who, what or event of one that is there."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        promise: Commitment | None = None,
        client: tuple[ClientId, str] | None = None,
        day: date | None = None,
    ) -> None:
        self._desk = desk
        self._promise = promise
        self._people: dict[Side, tuple[str, ...]] = {}
        super().__init__(
            parent,
            "Toezegging wijzigen" if promise else "Nieuwe toezegging",
            self._wanted_fields(),
            _values(promise, day),
        )
        self.picker = ClientPicker(desk)
        self.client_field = LabelledField("Klant", self.picker)
        self.column.insertWidget(1, self.client_field)
        self.picker.chosen.connect(lambda id: self._know(ClientId(id)))
        self.picker.new_asked.connect(lambda _: self._know(None))
        self.picker.edit.textChanged.connect(lambda _: self._timer.start(0))
        self._names = QStringListModel(self)
        self.field("who").setCompleter(NameCompleter(self._names, self))
        self.field("side").currentIndexChanged.connect(lambda _: self._suggest())
        if "due" in self._widgets:
            self.field("due").hold_line()
            self.field("due").changed.connect(lambda _: self._mind_day())
            self.field("due").edit.editingFinished.connect(self._take_event)
            self.field("event").textChanged.connect(lambda _: self._mind_day())
        self.brake = YesBrake(desk)
        self.brake.resized.connect(lambda: self._timer.start(0))
        self.brake.answered.connect(self._answer)
        self._answered: tuple[Answer, str] | None = None
        self.column.insertWidget(self.column.count() - 1, self.brake)
        add_keys(self, lambda: None if self.brake.isHidden() else self.brake)
        if client is not None:
            self.picker.set_client(*client)
        self._know(client[0] if client else None)
        (self.field("what") if client else self.picker).setFocus()

    def values(self) -> dict[str, Any]:
        """What is filled in, with the chosen client."""
        found = super().values()
        typed = found.pop("hours", "")
        return {
            **found,
            "side": self._side(),
            "client_id": self.picker.value(),
            "new_client": self.picker.new_name(),
            "hours": _hours(typed),
            "answer": self._answer_now(),
        }

    def _answer_now(self) -> tuple[Answer, str]:
        if self.brake.isHidden():
            return Answer.YES, ""
        return self._answered or (self.brake.given, self.brake.words)

    def _answer(self, given: Answer, words: str) -> None:
        """An answer with its words is what saving waited for."""
        self._answered = (given, words)
        self._save()
        self._answered = None if self.isVisible() else self._answered

    def problems(self, values: dict[str, Any]) -> Mapping[str, str]:
        """Who is needed unless it is both; a client's promise without a day asks for one."""
        wrong: dict[str, str] = {}
        if not _is_hours(self.field("hours").text()):
            wrong["hours"] = "Geef het aantal uren als een getal, bijvoorbeeld 2,5."
        if not values["who"] and values["side"] is not Side.BOTH:
            wrong["who"] = _NO_WHO
        event = "" if values.get("due") else values.get("event", "")
        if problem := event_problem(event, self._desk.today()):
            wrong["event"] = problem
        if "due" in values and not values["due"] and not values["event"]:
            theirs = values["side"] in (Side.CLIENT, Side.THIRD)
            if theirs and not values["no_day"]:
                wrong["due"] = _NO_DAY
        return wrong

    def _wanted_fields(self) -> tuple[Field, ...]:
        who = (
            Field("side", "Door", CHOICE, options=tuple(SIDE_WORDS.items()), half=True),
            Field("who", "Wie", half=True, placeholder="naam"),
            Field("what", "Wat", required=_NO_WHAT, placeholder="wat wordt er gedaan?"),
        )
        event = Field("event", "Of na een gebeurtenis", placeholder="voor het volgende overleg",
                      half=True)  # fmt: skip
        hours = Field("hours", "Uren werk", half=True, placeholder="zoals 2,5")
        if self._promise is not None and self._promise.due is not None:
            return (*who, hours)
        day = Field(
            "due", "Uiterlijk", DATE, reader=read_date, today=self._desk.today,
            placeholder="volgende week vrijdag", half=True,
        )  # fmt: skip
        return (*who, day, event, hours, Field("no_day", "nog zonder dag", YES_NO))

    def _side(self) -> Side:
        return Side(str(self.field("side").value()))

    def _know(self, client_id: ClientId | None) -> None:
        """Learn who may promise something now that the client is known."""
        self._people = likely_people(self._desk.archive, client_id)
        self._suggest()

    def _suggest(self) -> None:
        side = self._side()
        names = self._people.get(side, ())
        self._names.setStringList(list(names))
        who = self.field("who")
        known = {name for some in self._people.values() for name in some}
        typed = who.text().strip()
        # What was suggested for the other side gives way; what was typed stays.
        if self._promise is None and (not typed or (typed in known and typed not in names)):
            who.setText(names[0] if names else "")
        self.labelled("who").setEnabled(side is not Side.BOTH)
        self._mind_day()

    def _mind_day(self) -> None:
        if "due" not in self._widgets:
            return
        ours = self._side() in (Side.US, Side.BOTH)
        due = self.field("due").day() if ours and self._promise is None else None
        self.brake.set_day(due, self.picker.value() or "")
        theirs = self._side() in (Side.CLIENT, Side.THIRD)
        bare = self.field("due").day() is None and not self.field("event").text().strip()
        self.labelled("no_day").setVisible(theirs and bare)
        self.field("due").set_remark(_VAGUE if bare and not theirs else "")
        self._timer.start(0)

    def _take_event(self) -> None:
        """An event that was typed where the day goes is an event all the same."""
        if "due" not in self._widgets:
            return
        due, event = self.field("due"), self.field("event")
        if event.text().strip() or not (found := event_in(due.text(), self._desk.today())):
            return
        due.set_day(None)
        event.setText(found)

    def _save(self) -> None:
        self._take_event()
        missing = self.picker.value() is None and not self.picker.new_name()
        self.client_field.set_problem(_NO_CLIENT if missing else "")
        if missing:
            self._timer.start(0)
            self.picker.setFocus()
            return
        if not self.brake.isHidden() and self._answered is None and self.brake.complain():
            return
        super()._save()


def _values(promise: Commitment | None, day: date | None) -> dict[str, Any]:
    if promise is None:
        return {"side": Side.US, "due": day}
    return {
        "side": promise.side,
        "who": promise.who,
        "what": promise.what,
        "due": promise.due,
        "event": promise.event,
        "hours": hours_words(promise.hours),
        "no_day": promise.is_vague,
    }


def _hours(text: str) -> float | None:
    return read_hours(text) if _is_hours(text) else None


def _is_hours(text: str) -> bool:
    try:
        read_hours(text)
    except UserError:
        return False
    return True
