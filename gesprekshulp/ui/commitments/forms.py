"""What is asked before a promise is made, changed, moved, dropped or handed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from gesprekshulp.domain.appointment import Side
from gesprekshulp.domain.commitment import Commitment
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ClientId, CommitmentId, new_id
from gesprekshulp.services import commitments
from gesprekshulp.services.commitment_list import likely_people
from gesprekshulp.ui.appointment.client_picker import ClientPicker
from gesprekshulp.ui.commitments.rows import SIDE_WORDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.fields import LabelledField
from gesprekshulp.ui.widgets.form_dialog import CHOICE, DATE, LONG, YES_NO, Field, FormDialog

_NO_WHAT = "Schrijf op wat er is toegezegd, in een paar woorden."
_NO_WHO = "Zet erbij wie het doet."
_NO_DAY = "Vraag de klant om een dag, of vink hieronder aan dat die er nog niet is."
_VAGUE = "Nog vaag: kies een dag of een gebeurtenis."


class PromiseDialog(FormDialog):
    """A new promise, or another who, what or event of one that is there."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        promise: Commitment | None = None,
        client: tuple[ClientId, str] | None = None,
    ) -> None:
        self._desk = desk
        self._promise = promise
        self._people: dict[Side, tuple[str, ...]] = {}
        super().__init__(
            parent,
            "Toezegging wijzigen" if promise else "Nieuwe toezegging",
            self._wanted_fields(),
            _values(promise),
        )
        self.picker = ClientPicker(desk)
        self.picker.new_button.setMaximumHeight(0)
        self.client_field = LabelledField("Klant", self.picker)
        self.column.insertWidget(1, self.client_field)
        self.picker.chosen.connect(lambda id: self._know(ClientId(id)))
        self._names = QStringListModel(self)
        self.field("who").setCompleter(_completer(self._names, self))
        self.field("side").currentIndexChanged.connect(lambda _: self._suggest())
        if "due" in self._widgets:
            self.field("due").changed.connect(lambda _: self._mind_day())
            self.field("event").textChanged.connect(lambda _: self._mind_day())
        if client is not None:
            self.picker.set_client(*client)
        self._know(client[0] if client else None)
        (self.field("what") if client else self.picker).setFocus()

    def values(self) -> dict[str, Any]:
        """What is filled in, with the chosen client."""
        return {**super().values(), "side": self._side(), "client_id": self.picker.value()}

    def problems(self, values: dict[str, Any]) -> Mapping[str, str]:
        """Who is needed unless it is both; a client's promise without a day asks for one."""
        wrong: dict[str, str] = {}
        if not values["who"] and values["side"] is not Side.BOTH:
            wrong["who"] = _NO_WHO
        if "due" in values and not values["due"] and not values["event"]:
            theirs = values["side"] in (Side.CLIENT, Side.THIRD)
            if theirs and not values["no_day"]:
                wrong["due"] = _NO_DAY
        return wrong

    def _wanted_fields(self) -> tuple[Field, ...]:
        who = (
            Field("side", "Door", CHOICE, options=tuple(SIDE_WORDS.items()), half=True),
            Field("who", "Wie", half=True, placeholder="naam"),
            Field("what", "Wat", required=_NO_WHAT, placeholder="aangepaste offerte sturen"),
        )
        event = Field("event", "Of na een gebeurtenis", placeholder="voor het volgende overleg",
                      half=True)  # fmt: skip
        if self._promise is not None and self._promise.due is not None:
            return who
        day = Field(
            "due", "Uiterlijk", DATE, reader=read_date, today=self._desk.today,
            placeholder="volgende week vrijdag", half=True,
        )  # fmt: skip
        return (*who, day, event, Field("no_day", "nog zonder dag", YES_NO))

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
        theirs = self._side() in (Side.CLIENT, Side.THIRD)
        bare = self.field("due").day() is None and not self.field("event").text().strip()
        self.labelled("no_day").setVisible(theirs and bare)
        empty = bare and not self.field("due").text()
        self.labelled("due").set_help(_VAGUE if empty and not theirs else "")
        self._timer.start(0)

    def _save(self) -> None:
        missing = self.picker.value() is None
        self.client_field.set_problem("Kies een klant uit de lijst." if missing else "")
        if missing:
            self._timer.start(0)
            self.picker.setFocus()
            return
        super()._save()


def _values(promise: Commitment | None) -> dict[str, Any]:
    if promise is None:
        return {"side": Side.US}
    return {
        "side": promise.side,
        "who": promise.who,
        "what": promise.what,
        "due": promise.due,
        "event": promise.event,
        "no_day": promise.is_vague,
    }


class HandOverDialog(FormDialog):
    """Who takes a promise over; colleagues are suggested while typing."""

    def __init__(self, parent: QWidget | None, names: list[str]) -> None:
        needed = "Zet erbij wie de toezegging overneemt."
        super().__init__(
            parent,
            "Overdragen aan collega",
            (Field("who", "Wie neemt haar over?", required=needed),),
            {"who": names[0] if len(names) == 1 else ""},
            save="Overdragen",
            width=400,
        )
        self.field("who").setCompleter(_completer(QStringListModel(names, self), self))


def _completer(names: QStringListModel, parent: QWidget) -> QCompleter:
    completer = QCompleter(names, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


def new_promise(
    desk: Desk, parent: QWidget | None, client: tuple[ClientId, str] | None = None
) -> CommitmentId | None:
    """Ask for a new promise and put it in the register; None when cancelled."""
    found = PromiseDialog.ask(desk, parent, None, client)
    if found is None:
        return None
    made = Commitment(
        CommitmentId(new_id()),
        found["client_id"],
        found["side"],
        "" if found["side"] is Side.BOTH else found["who"],
        found["what"],
        desk.today(),
        found["due"],
        "" if found["due"] else found["event"],
    )
    done = _do(desk, lambda: commitments.make(desk.archive, desk.clock, made), "toegevoegd")
    return made.id if done else None


def change_promise(
    desk: Desk, parent: QWidget | None, promise: Commitment, client_name: str
) -> bool:
    """Ask for another who or what; a day that is there is only moved with a reason."""
    found = PromiseDialog.ask(desk, parent, promise, (promise.client_id, client_name))
    if found is None:
        return False
    due = found.get("due", promise.due)
    changed = replace(
        promise,
        client_id=found["client_id"],
        side=found["side"],
        who=found["who"],
        what=found["what"],
        due=due,
        event="" if due else found.get("event", promise.event),
    )
    return _do(desk, lambda: commitments.change(desk.archive, desk.clock, changed), "gewijzigd")


def move_promise(desk: Desk, parent: QWidget | None, promise: Commitment) -> bool:
    """Ask for the new day and the reason; without a day until now, for the first day alone."""
    if promise.due is None:
        return choose_day(desk, parent, promise)

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
        ),
        check=check,
        save="Verzetten",
        width=440,
    )  # fmt: skip
    if found is None:
        return False
    return _do(
        desk,
        lambda: commitments.move(
            desk.archive, desk.clock, promise.id, found["due"], found["reason"]
        ),
        "verzet",
    )


def choose_day(desk: Desk, parent: QWidget | None, promise: Commitment) -> bool:
    """Give a promise without a day its first one; that needs no reason."""
    found = FormDialog.ask(
        parent, "Dag kiezen", (_day_field(desk, "Uiterlijk"),), save="Opslaan", width=400
    )
    if found is None:
        return False
    changed = replace(promise, due=found["due"], event="")
    return _do(
        desk,
        lambda: commitments.change(desk.archive, desk.clock, changed),
        "heeft nu een dag",
    )


def drop_promise(desk: Desk, parent: QWidget | None, promise: Commitment) -> bool:
    """Ask why a promise is called off."""
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
        return False
    return _do(
        desk,
        lambda: commitments.drop(desk.archive, desk.clock, promise.id, found["reason"]),
        "vervallen",
    )


def hand_over(desk: Desk, parent: QWidget | None, promise: Commitment) -> bool:
    """Ask who takes a promise over."""
    names = [name for name in likely_people(desk.archive, None)[Side.US] if name != promise.who]
    found = HandOverDialog.ask(parent, names)
    if found is None:
        return False
    who = found["who"]
    return _do(
        desk,
        lambda: commitments.take_over(desk.archive, desk.clock, promise.id, who),
        f"overgedragen aan {who}",
    )


def _day_field(desk: Desk, label: str) -> Field:
    return Field(
        "due", label, DATE, reader=read_date, today=desk.today, placeholder="volgende week vrijdag",
        required="Kies een dag, bijvoorbeeld 27-11 of volgende week vrijdag.",
    )  # fmt: skip


def _do(desk: Desk, act: Callable[[], object], done: str) -> bool:
    try:
        act()
    except UserError as error:
        desk.error(error.sentence)
        return False
    did(desk, f"Toezegging {done}.")
    return True
