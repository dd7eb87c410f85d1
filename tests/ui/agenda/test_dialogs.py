from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.adviser import Adviser
from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, Side
from gesprekshulp.domain.client import Client
from gesprekshulp.domain.dutch_dates import clock as clock_time
from gesprekshulp.domain.ids import AdviserId, new_id
from gesprekshulp.services.appointments import midnight
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.agenda import dialogs
from gesprekshulp.ui.agenda.dialogs import PlanDialog
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.form_dialog import FormDialog
from tests.office import a_client, a_participant, a_person, an_appointment
from tests.ui.desks import ToldWindow, a_desk


@pytest.fixture
def client(archive: Archive) -> Client:
    with archive.transaction() as work:
        made = work.clients.save(a_client(street="Molenstraat 18", city="Heerdam"))
        work.people.save(a_person(made, decides=True))
        work.people.save(a_person(made, "Joris Vos", role="bedrijfsleider"))
        work.advisers.save(Adviser(AdviserId(new_id()), "Steven", is_self=True))
    return made


@pytest.fixture
def surroundings(archive: Archive, clock: Clock, client: Client) -> tuple[Desk, ToldWindow]:
    return a_desk(archive, clock)


@pytest.fixture
def appointment(archive: Archive, client: Client) -> Appointment:
    with archive.transaction() as work:
        made = work.appointments.save(an_appointment(client))
        work.participants.save(a_participant(made))
    return made


def answer(monkeypatch: pytest.MonkeyPatch, kind: type[FormDialog], values: Any) -> None:
    monkeypatch.setattr(kind, "ask", classmethod(lambda cls, *args, **named: values))


def kept(archive: Archive, appointment: Appointment) -> Appointment:
    with archive.reading() as work:
        return work.appointments.get(appointment.id)


def test_a_chosen_client_brings_its_address_and_its_people(
    qtbot: QtBot, surroundings: tuple[Desk, ToldWindow], client: Client
) -> None:
    dialog = PlanDialog(surroundings[0], None)
    qtbot.addWidget(dialog)
    dialog.picker.edit.setFocus()
    dialog.picker._load()
    dialog.picker._pick("Bakkerij De Halm")
    values = dialog.values()
    assert values["client_id"] == client.id
    assert values["place"] == "Molenstraat 18, Heerdam"
    # Who decides is ticked beforehand; the others are one click away.
    assert [person.name for person in values["people"]] == ["Annet Vos"]


def test_enter_on_a_name_that_nobody_knows_takes_the_offer_to_make_the_client(
    qtbot: QtBot, surroundings: tuple[Desk, ToldWindow]
) -> None:
    dialog = PlanDialog(surroundings[0], None)
    qtbot.addWidget(dialog)
    dialog.show()
    edit = dialog.picker.edit
    for letter in "Garage Postma":
        QTest.keyClick(edit, letter)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.values()["new_client"] == "Garage Postma"
    assert not dialog.picker.new_button.isVisible()


def test_an_unknown_client_is_not_saved_in_silence(
    qtbot: QtBot, surroundings: tuple[Desk, ToldWindow]
) -> None:
    dialog = PlanDialog(surroundings[0], None)
    qtbot.addWidget(dialog)
    dialog.field("title").setText("Kennismaking")
    qtbot.keyClicks(dialog.picker.edit, "Slagerij")
    dialog._save()
    assert "Kies een klant" in dialog.client_field.problem()
    dialog.picker.new_button.click()
    assert dialog.values()["new_client"] == "Slagerij"
    with qtbot.waitSignal(dialog.accepted):
        dialog._save()


def test_the_end_follows_the_begin(qtbot: QtBot, surroundings: tuple[Desk, ToldWindow]) -> None:
    dialog = PlanDialog(surroundings[0], None)
    qtbot.addWidget(dialog)
    dialog.field("begin").clear()
    qtbot.keyClicks(dialog.field("begin"), "14:30")
    assert dialog.values()["end"] == time(15, 30)
    dialog.field("end").clear()
    qtbot.keyClicks(dialog.field("end"), "14:00")
    assert "end" in dialog.problems(dialog.values())


@pytest.mark.parametrize(
    ("day", "proposed"),
    [
        (date(2026, 3, 13), date(2026, 3, 16)),  # Friday evening
        (date(2026, 4, 24), date(2026, 4, 28)),  # and Monday is Koningsdag
    ],
)
def test_in_the_evening_the_next_working_day_is_proposed(
    qtbot: QtBot, archive: Archive, client: Client, day: date, proposed: date
) -> None:
    desk, _ = a_desk(archive, Clock(day, time(18, 40)))
    form = PlanDialog(desk, None)
    qtbot.addWidget(form)
    values = form.values()
    assert (values["day"], values["begin"]) == (proposed, time(9))


def test_a_planned_appointment_has_its_people_and_opens(
    monkeypatch: pytest.MonkeyPatch,
    archive: Archive,
    surroundings: tuple[Desk, ToldWindow],
    client: Client,
) -> None:
    desk, window = surroundings
    with archive.reading() as work:
        people = list(work.people.of_client(client.id))
    values = {
        "title": "Kassa", "client_id": client.id, "new_client": "", "people": people[:1],
        "day": date(2026, 3, 19), "begin": time(10), "end": time(11, 15), "kind": "bezoek",
        "place": "Heerdam",
    }  # fmt: skip
    answer(monkeypatch, PlanDialog, values)
    made = dialogs.plan_appointment(desk, None)
    assert made is not None
    assert clock_time(made.starts_at) == "10:00"
    with archive.reading() as work:
        names = {p.name for p in work.participants.of_appointment(made.id)}
    assert names == {"Annet Vos", "Steven"}
    assert window.went[-1] == ("afspraak", {"appointment_id": made.id, "step": "voorbereiden"})
    assert "do 19 mrt" in window.told[-1]
    assert window.undo is not None
    window.undo()
    with archive.reading() as work:
        assert work.appointments.find(made.id) is None


def test_moving_asks_who_and_why_and_leaves_a_trace(
    monkeypatch: pytest.MonkeyPatch,
    archive: Archive,
    surroundings: tuple[Desk, ToldWindow],
    appointment: Appointment,
) -> None:
    desk, window = surroundings
    values = {
        "day": date(2026, 3, 20), "begin": time(9), "end": time(10), "by": "klant", "who": "",
        "reason": "ziek",
    }  # fmt: skip
    answer(monkeypatch, FormDialog, values)
    dialogs.move_appointment(desk, None, appointment.id)
    with archive.reading() as work:
        (trace,) = work.appointment_changes.of_appointment(appointment.id)
    # There was one person of the client, so it is clear who it was.
    assert (trace.by, trace.who, trace.reason) == (Side.CLIENT, "Annet Vos", "ziek")
    assert window.told[-1].startswith("Afspraak verzet naar vr 20 mrt")
    assert window.undo is not None
    window.undo()
    assert kept(archive, appointment) == appointment


def test_a_fair_of_three_days_is_moved_with_all_its_days(
    monkeypatch: pytest.MonkeyPatch,
    archive: Archive,
    surroundings: tuple[Desk, ToldWindow],
    client: Client,
) -> None:
    starts, ends = midnight(date(2026, 3, 10)), midnight(date(2026, 3, 13))
    with archive.transaction() as work:
        fair = work.appointments.save(
            an_appointment(client, starts_at=starts, ends_at=ends, all_day=True)
        )
    values = {"day": date(2026, 3, 17), "begin": None, "end": None, "by": "wij", "who": "",
              "reason": "zaal bezet"}  # fmt: skip
    answer(monkeypatch, FormDialog, values)
    dialogs.move_appointment(surroundings[0], None, fair.id)
    moved = kept(archive, fair)
    assert (moved.starts_at, moved.ends_at) == (
        midnight(date(2026, 3, 17)),
        midnight(date(2026, 3, 20)),
    )


def test_cancelling_keeps_the_appointment_with_its_reason(
    monkeypatch: pytest.MonkeyPatch,
    archive: Archive,
    surroundings: tuple[Desk, ToldWindow],
    appointment: Appointment,
) -> None:
    answer(monkeypatch, FormDialog, {"by": "wij", "who": "", "reason": "ziek"})
    dialogs.cancel_appointment(surroundings[0], None, appointment.id)
    assert kept(archive, appointment).status is AppointmentStatus.CANCELLED
    with archive.reading() as work:
        (trace,) = work.appointment_changes.of_appointment(appointment.id)
    assert (trace.who, trace.reason) == ("Steven", "ziek")


def test_a_form_that_is_cancelled_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
    archive: Archive,
    surroundings: tuple[Desk, ToldWindow],
    appointment: Appointment,
) -> None:
    answer(monkeypatch, FormDialog, None)
    assert dialogs.move_appointment(surroundings[0], None, appointment.id) is None
    assert dialogs.cancel_appointment(surroundings[0], None, appointment.id) is None
    assert kept(archive, appointment) == appointment


def test_a_removed_appointment_can_be_brought_back(
    archive: Archive, surroundings: tuple[Desk, ToldWindow], appointment: Appointment
) -> None:
    desk, window = surroundings
    dialogs.remove_appointment(desk, appointment.id)
    with archive.reading() as work:
        assert work.appointments.find(appointment.id) is None
    assert window.undo is not None
    window.undo()
    assert kept(archive, appointment) == appointment


def test_the_whole_day_needs_no_times() -> None:
    assert dialogs.times_problems({"begin": None, "end": None}) == {}
    assert "begin" in dialogs.times_problems({"begin": None, "end": time(9)})
    assert "end" in dialogs.times_problems({"begin": time(9), "end": time(9)})
