"""Planning, moving, calling off and removing an appointment, from any page."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import Appointment, AppointmentKind, Participant, Side
from gesprekshulp.domain.client import Client, ContactPerson
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AppointmentId, ClientId, new_id
from gesprekshulp.language.calendar import is_working_day
from gesprekshulp.services import appointments, planning
from gesprekshulp.ui.appointment.client_picker import ClientPicker
from gesprekshulp.ui.appointment_words import day_words, time_words
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.date_reader import read_date
from gesprekshulp.ui.undo_toast import did
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.fields import LabelledField
from gesprekshulp.ui.widgets.flow import FlowLayout
from gesprekshulp.ui.widgets.form_dialog import CHOICE, DATE, LONG, TIME, Field, FormDialog

KINDS = (
    (AppointmentKind.VISIT, "Bij de klant"),
    (AppointmentKind.OFFICE, "Bij ons op kantoor"),
    (AppointmentKind.PHONE, "Telefonisch"),
    (AppointmentKind.VIDEO, "Online"),
)
_FIRST_HOUR, _LAST_HOUR = 9, 17
_BY = ((Side.US, "Wij"), (Side.CLIENT, "De klant"))


class PlanDialog(FormDialog):
    """A new appointment: who, what, when, where, and who is at the table."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        *,
        client_id: ClientId | None = None,
        start: datetime | None = None,
    ) -> None:
        begin = start or _good_time(desk.clock.now())
        values: dict[str, Any] = {
            "day": local_day(begin),
            "begin": begin.astimezone().time().replace(second=0, microsecond=0),
            "end": (begin + timedelta(hours=1)).astimezone().time().replace(microsecond=0),
            "kind": AppointmentKind.VISIT,
        }
        super().__init__(
            parent,
            "Nieuwe afspraak",
            (
                Field(
                    "title",
                    "Onderwerp",
                    required="Geef de afspraak een onderwerp.",
                    placeholder="waar gaat het gesprek over?",
                ),
                *_when(desk),
                Field("kind", "Soort", CHOICE, options=KINDS, half=True),
                Field("place", "Plaats", placeholder="straat en plaats, of een kamer"),
            ),
            values,
            save="Afspraak plannen",
        )
        self._desk = desk
        self._client: Client | None = None
        self._people: list[tuple[ContactPerson, Check]] = []
        self.picker = ClientPicker(desk)
        self.client_field = LabelledField("Klant", self.picker, hint="mag ook later")
        self.column.insertWidget(1, self.client_field)
        self._table = QWidget()
        self._flow = FlowLayout(self._table, gap=12)
        self.people_field = LabelledField("Aan tafel", self._table)
        self.people_field.hide()
        self.column.insertWidget(2, self.people_field)
        self.picker.chosen.connect(self._show_client)
        self.field("begin").changed.connect(self._follow)
        self._length = timedelta(hours=1)
        self.field("end").changed.connect(lambda _: self._note_length())
        if client_id is not None:
            self._show_client(client_id)
            self.field("title").setFocus()
        else:
            self.picker.setFocus()

    def values(self) -> dict[str, Any]:
        """What is filled in, with the client and who is at the table."""
        return {
            **super().values(),
            "client_id": self.picker.value(),
            "new_client": self.picker.new_name(),
            "people": [person for person, check in self._people if check.isChecked()],
        }

    def problems(self, values: dict[str, Any]) -> dict[str, str]:
        """The times must fit."""
        return times_problems(values)

    def _save(self) -> None:
        unknown = self.picker.is_unknown()
        sentence = "Kies een klant uit de lijst, of maak er een nieuwe van." if unknown else ""
        self.client_field.set_problem(sentence)
        if unknown:
            self._timer.start(0)
            self.picker.setFocus()
            return
        super()._save()

    def _show_client(self, client_id: str) -> None:
        client, people = planning.people_of(self._desk.archive, ClientId(client_id))
        old_address = self._client.address if self._client else ""
        self._client = client
        self.picker.set_client(client.id, client.name)
        place = self.field("place")
        if place.text().strip() in ("", old_address):
            place.setText(client.address)
            place.setCursorPosition(0)
        self._flow.clear()
        self._people = []
        for person in people:
            words = f"{person.name}, {person.role}" if person.role else person.name
            # Who decides has to be there; of one person it goes without saying.
            check = Check(words, checked=person.decides or len(people) == 1)
            self._people.append((person, check))
            self._flow.addWidget(check)
        self.people_field.setVisible(bool(people))
        self._timer.start(0)

    def _follow(self, begin: time | None) -> None:
        """The end moves along with the begin, so that the length stays."""
        if begin is not None:
            end = datetime.combine(self._desk.today(), begin) + self._length
            same_day = end.date() == self._desk.today()
            self.field("end").set_time(end.time() if same_day else time(23, 59))

    def _note_length(self) -> None:
        begin, end = self.field("begin").value(), self.field("end").value()
        if begin and end and end > begin:
            day = self._desk.today()
            self._length = datetime.combine(day, end) - datetime.combine(day, begin)


def plan_appointment(
    desk: Desk,
    parent: QWidget | None,
    *,
    client_id: ClientId | None = None,
    start: datetime | None = None,
) -> Appointment | None:
    """Ask for a new appointment, put it in the agenda and open it; None when cancelled."""
    values = PlanDialog.ask(desk, parent, client_id=client_id, start=start)
    if values is None:
        return None
    starts_at, ends_at = planning.span(values["day"], values["begin"], values["end"])
    appointment = Appointment(
        AppointmentId(new_id()),
        values["title"],
        starts_at,
        ends_at,
        values["client_id"],
        kind=AppointmentKind(values["kind"]),
        all_day=values["begin"] is None,
        place=values["place"],
    )
    people: list[ContactPerson] = values["people"]
    table = [planning.from_person(appointment.id, person) for person in people]
    table += [planning.from_adviser(appointment.id, own) for own in _own(desk)]
    try:
        appointments.plan(desk.archive, appointment, tuple(table), desk.clock)
    except UserError as error:
        desk.error(error.sentence)
        return None
    batches = [desk.archive.last_batch]
    if values["new_client"]:
        planning.new_client(desk.archive, appointment.id, values["new_client"])
        batches.append(desk.archive.last_batch)
    has_client = values["client_id"] is not None and bool(people)
    step = "voorbereiden" if has_client else "plannen"
    desk.go("afspraak", appointment_id=appointment.id, step=step)
    words = f"{day_words(appointment, desk.today())}, {time_words(appointment)}"
    did(desk, f"Afspraak gepland: {words}.", *batches)
    return appointment


def move_appointment(
    desk: Desk,
    parent: QWidget | None,
    appointment_id: AppointmentId,
    *,
    to: tuple[datetime, datetime] | None = None,
) -> Appointment | None:
    """Ask for another time, by whom and why, and move the appointment; None when cancelled.

    `to` is a time chosen already, for instance by dragging in the week.
    """
    found = planning.planning(desk.archive, appointment_id)
    before = found.appointment
    starts_at, ends_at = to or (before.starts_at, before.ends_at)
    values = FormDialog.ask(
        parent,
        f"“{before.title}” verzetten",
        (
            *_when(desk),
            *_trace_fields("verzet", "bijvoorbeeld: de leverancier kan die dag niet"),
        ),
        {
            "day": local_day(starts_at),
            "begin": None if before.all_day else _local_time(starts_at),
            "end": None if before.all_day else _local_time(ends_at),
            "by": Side.US,
        },
        check=times_problems,
        save="Verzetten",
    )
    if values is None:
        return None
    starts_at, ends_at = planning.span(values["day"], values["begin"], values["end"])
    if values["begin"] is None:
        starts_at, ends_at = planning.whole_days(values["day"], before)
    try:
        moved = appointments.move(
            desk.archive,
            desk.clock,
            appointment_id,
            starts_at,
            ends_at,
            by=Side(values["by"]),
            who=values["who"] or _somebody(found.participants, Side(values["by"]), desk),
            reason=values["reason"],
        )
    except UserError as error:
        desk.error(error.sentence)
        return None
    words = f"{day_words(moved, desk.today())}, {time_words(moved)}"
    did(desk, f"Afspraak verzet naar {words}.")
    return moved


def cancel_appointment(
    desk: Desk, parent: QWidget | None, appointment_id: AppointmentId
) -> Appointment | None:
    """Ask who calls the appointment off and why, and do so; None when it stays."""
    found = planning.planning(desk.archive, appointment_id)
    values = FormDialog.ask(
        parent,
        f"“{found.appointment.title}” afzeggen",
        _trace_fields("zegt af", "bijvoorbeeld: ziek, nieuwe afspraak volgt"),
        {"by": Side.CLIENT},
        save="Afzeggen",
    )
    if values is None:
        return None
    try:
        cancelled = appointments.cancel(
            desk.archive,
            desk.clock,
            appointment_id,
            by=Side(values["by"]),
            who=values["who"] or _somebody(found.participants, Side(values["by"]), desk),
            reason=values["reason"],
        )
    except UserError as error:
        desk.error(error.sentence)
        return None
    did(desk, "Afspraak afgezegd.")
    return cancelled


def remove_appointment(desk: Desk, appointment_id: AppointmentId) -> None:
    """Take an appointment out of the agenda, with the way back."""
    appointments.remove(desk.archive, appointment_id)
    did(desk, "Afspraak verwijderd.")


def times_problems(values: dict[str, Any]) -> dict[str, str]:
    """A sentence for times that do not fit; both empty is a whole day."""
    begin, end = values["begin"], values["end"]
    if end is not None and begin is None:
        return {"begin": "Zet er een begin bij, of laat ook het einde leeg."}
    if begin is not None and end is not None and end <= begin:
        return {"end": "Het einde ligt voor het begin."}
    return {}


def _when(desk: Desk) -> tuple[Field, ...]:
    return (
        Field(
            "day",
            "Dag",
            DATE,
            required="Kies een dag, bijvoorbeeld 27-11 of volgende week vrijdag.",
            placeholder="volgende week vrijdag",
            reader=read_date,
            today=desk.today,
        ),
        Field("begin", "Van", TIME, hint="leeg is de hele dag", half=True),
        Field("end", "Tot", TIME, half=True),
    )


def _trace_fields(verb: str, example: str) -> tuple[Field, ...]:
    return (
        Field("by", f"Wie {verb}?", CHOICE, options=_BY, half=True),
        Field("who", "Naam", placeholder="mag leeg blijven", half=True),
        Field(
            "reason",
            "Waarom",
            LONG,
            required="Zet erbij waarom; zonder reden verandert er niets.",
            placeholder=example,
        ),
    )


def _somebody(participants: tuple[Participant, ...], side: Side, desk: Desk) -> str:
    """Who it was when no name is given: the one of that side, if there is only one."""
    if side is Side.US:
        return next((own.name for own in _own(desk)), "")
    names = [person.name for person in participants if person.side is side]
    return names[0] if len(names) == 1 else ""


def _own(desk: Desk) -> tuple[Adviser, ...]:
    with desk.archive.reading() as work:
        own = work.advisers.own()
    return (own,) if own else ()


def _local_time(moment: datetime) -> time:
    return moment.astimezone().time().replace(second=0, microsecond=0)


def _good_time(now: datetime) -> datetime:
    """The next half hour in office hours: a time at which an appointment could begin.

    When today is over that is the next working day; today itself is taken as it is.
    """
    local = now.astimezone()
    local += timedelta(minutes=-local.minute % 30)
    if local.hour >= _LAST_HOUR:
        local += timedelta(days=1)
        while not is_working_day(local.date()):
            local += timedelta(days=1)
    if not _FIRST_HOUR <= local.hour < _LAST_HOUR:
        local = local.replace(hour=_FIRST_HOUR, minute=0)
    return local.replace(second=0, microsecond=0)
