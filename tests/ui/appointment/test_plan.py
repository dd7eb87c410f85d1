from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Appointment, AppointmentKind
from gesprekshulp.domain.dutch_dates import clock as clock_time
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.ids import AppointmentId
from gesprekshulp.services import planning
from gesprekshulp.services.appointments import midnight
from gesprekshulp.services.clock import Clock
from gesprekshulp.services.planning import Planning
from gesprekshulp.storage.archive import Archive
from gesprekshulp.ui.appointment.plan import PlanStep
from gesprekshulp.ui.widgets.form_dialog import FormDialog
from tests.office import a_client, a_participant, an_appointment
from tests.ui.appointment.talks import Prepared, a_talk
from tests.ui.desks import ToldWindow, a_desk


@pytest.fixture
def prepared(archive: Archive) -> Prepared:
    return a_talk(archive)


@pytest.fixture
def imported(archive: Archive) -> Appointment:
    """As it comes from a calendar file: people, and no client yet."""
    with archive.transaction() as work:
        made = work.appointments.save(an_appointment(description="Neem de cijfers mee."))
        work.participants.save(a_participant(made))
    return made


@pytest.fixture
def told(archive: Archive, clock: Clock) -> tuple[Any, ToldWindow]:
    return a_desk(archive, clock)


@pytest.fixture
def step(qtbot: QtBot, told: tuple[Any, ToldWindow]) -> Iterator[PlanStep]:
    made = PlanStep(told[0])
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    made.activateWindow()
    yield made
    made.leave()


def kept(archive: Archive, id: AppointmentId) -> Planning:
    return planning.planning(archive, id)


def test_a_client_is_found_by_a_piece_of_its_name(
    qtbot: QtBot, archive: Archive, step: PlanStep, prepared: Prepared, imported: Appointment
) -> None:
    step.open(imported.id)
    assert step.words.text() == "Nog te kiezen: een klant"
    step.picker.edit.setFocus()
    qtbot.keyClicks(step.picker.edit, "halm")
    completer = step.picker.edit.completer()
    assert completer.completionCount() == 1
    completer.activated.emit(completer.currentCompletion())
    after = kept(archive, imported.id)
    assert after.client == prepared.client
    # The address came along, and Annet Vos was recognised.
    assert step.place.text() == "Molenstraat 18, Heerdam"
    assert after.participants[0].person_id is not None
    assert step.words.text() == "De afspraak staat."


def test_a_client_that_is_not_there_is_made_in_place_and_can_be_taken_back(
    qtbot: QtBot,
    archive: Archive,
    step: PlanStep,
    imported: Appointment,
    told: tuple[Any, ToldWindow],
) -> None:
    step.open(imported.id)
    step.picker.edit.setFocus()
    qtbot.keyClicks(step.picker.edit, "Fietsenwinkel Trappers")
    assert step.picker.new_button.label() == "Nieuwe klant “Fietsenwinkel Trappers” maken"
    step.picker.new_button.click()
    client = kept(archive, imported.id).client
    assert client is not None
    assert client.name == "Fietsenwinkel Trappers"
    assert told[1].undo is not None
    told[1].undo()
    assert kept(archive, imported.id).client is None
    assert step.picker.edit.text() == ""


def test_a_client_of_this_name_is_chosen_when_the_field_is_left(
    qtbot: QtBot, archive: Archive, step: PlanStep, prepared: Prepared, imported: Appointment
) -> None:
    step.open(imported.id)
    step.picker.edit.setFocus()
    qtbot.keyClicks(step.picker.edit, "bakkerij de halm")
    step.picker.edit.completer().popup().hide()
    step.subject.setFocus()
    qtbot.waitUntil(lambda: kept(archive, imported.id).client == prepared.client)


def test_subject_and_place_are_saved_while_they_are_typed(
    qtbot: QtBot, archive: Archive, step: PlanStep, imported: Appointment
) -> None:
    step.open(imported.id)
    step.subject.selectAll()
    qtbot.keyClicks(step.subject, "Kassa kiezen")
    qtbot.keyClicks(step.place, "Zaal 2")
    qtbot.waitUntil(lambda: kept(archive, imported.id).appointment.place == "Zaal 2", timeout=1000)
    assert kept(archive, imported.id).appointment.title == "Kassa kiezen"


def test_people_are_ticked(
    archive: Archive, step: PlanStep, prepared: Prepared, told: tuple[Any, ToldWindow]
) -> None:
    step.open(prepared.appointment.id)
    names = {key: row.check for key, row in step.people.rows.items()}
    joris = next(check for check in names.values() if check.accessibleName() == "Joris Vos")
    assert not joris.isChecked()
    joris.click()
    there = {p.name for p in kept(archive, prepared.appointment.id).participants}
    assert there == {"Annet Vos", "Joris Vos"}
    annet = next(
        row.check for row in step.people.rows.values() if row.check.accessibleName() == "Annet Vos"
    )
    annet.click()
    there = {p.name for p in kept(archive, prepared.appointment.id).participants}
    assert there == {"Joris Vos"}
    assert told[1].undo is not None
    told[1].undo()
    assert len(kept(archive, prepared.appointment.id).participants) == 2


def test_somebody_else_is_added_by_name(
    monkeypatch: pytest.MonkeyPatch, archive: Archive, step: PlanStep, prepared: Prepared
) -> None:
    values = {"name": "Mr. Dijk", "role": "notaris", "email": "", "side": "derde"}
    monkeypatch.setattr(FormDialog, "ask", classmethod(lambda cls, *a, **k: values))
    step.open(prepared.appointment.id)
    step.people.add_button.click()
    assert "Mr. Dijk" in {p.name for p in kept(archive, prepared.appointment.id).participants}
    assert any(row.check.accessibleName() == "Mr. Dijk" for row in step.people.rows.values())


def test_another_length_is_saved_at_once(
    qtbot: QtBot, archive: Archive, step: PlanStep, prepared: Prepared
) -> None:
    step.open(prepared.appointment.id)
    step.when.end.clear()
    qtbot.keyClicks(step.when.end, "23:00")
    assert step.when.question.isHidden()
    step.when.end.editingFinished.emit()
    assert clock_time(kept(archive, prepared.appointment.id).appointment.ends_at) == "23:00"
    assert kept(archive, prepared.appointment.id).changes == ()


def test_another_day_asks_whether_the_appointment_was_moved(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    archive: Archive,
    step: PlanStep,
    prepared: Prepared,
) -> None:
    id = prepared.appointment.id
    step.open(id)
    step.when.day.edit.clear()
    qtbot.keyClicks(step.when.day.edit, "volgende week vrijdag")
    begin = step.when.begin.text()
    assert f"naar vr 20 mrt {begin}, over 8 dagen." in step.when.words.text()
    assert local_day(kept(archive, id).appointment.starts_at) == date(2026, 3, 12)
    values = {
        "day": date(2026, 3, 20), "begin": step.when.begin.value(), "end": step.when.end.value(),
        "by": "klant", "who": "Annet", "reason": "ziek",
    }  # fmt: skip
    monkeypatch.setattr(FormDialog, "ask", classmethod(lambda cls, *a, **k: values))
    step.when.move_button.click()
    after = kept(archive, id)
    assert local_day(after.appointment.starts_at) == date(2026, 3, 20)
    assert after.changes[0].reason == "ziek"
    assert step.when.question.isHidden()


def test_a_typing_error_in_the_time_is_corrected_without_a_trace(
    qtbot: QtBot, archive: Archive, step: PlanStep, prepared: Prepared
) -> None:
    id = prepared.appointment.id
    step.open(id)
    step.when.begin.clear()
    qtbot.keyClicks(step.when.begin, "08:00")
    step.when.correct_button.click()
    after = kept(archive, id)
    assert clock_time(after.appointment.starts_at) == "08:00"
    assert after.appointment.minutes == 75
    assert after.changes == ()


def test_a_time_that_was_changed_by_mistake_is_put_back(
    qtbot: QtBot, step: PlanStep, prepared: Prepared
) -> None:
    step.open(prepared.appointment.id)
    before = step.when.begin.text()
    step.when.begin.clear()
    qtbot.keyClicks(step.when.begin, "08:00")
    step.when.back_button.click()
    assert step.when.begin.text() == before
    assert step.when.question.isHidden()


def test_the_whole_day_is_one_tick(archive: Archive, step: PlanStep, prepared: Prepared) -> None:
    step.open(prepared.appointment.id)
    step.when.all_day.click()
    after = kept(archive, prepared.appointment.id).appointment
    assert after.all_day
    assert after.minutes == 24 * 60


def test_the_kind_is_chosen(archive: Archive, step: PlanStep, prepared: Prepared) -> None:
    step.open(prepared.appointment.id)
    step.kind.set_value(AppointmentKind.VIDEO)
    step.kind.activated.emit(step.kind.currentIndex())
    assert kept(archive, prepared.appointment.id).appointment.kind is AppointmentKind.VIDEO


def test_asked_for_people_the_page_goes_there(
    qtbot: QtBot, step: PlanStep, prepared: Prepared
) -> None:
    step.open(prepared.appointment.id, focus="deelnemers")
    qtbot.waitUntil(lambda: any(row.check.hasFocus() for row in step.people.rows.values()))


def test_the_words_of_the_invitation_are_shown(step: PlanStep, imported: Appointment) -> None:
    step.open(imported.id)
    texts = [step._more.itemAt(place).widget().text() for place in range(step._more.count())]
    assert texts == ["Uit de uitnodiging", "Neem de cijfers mee."]
    # A client made elsewhere meanwhile is found as well.
    with step._desk.archive.transaction() as work:
        work.clients.save(a_client("Camping De Zandkuil"))
    step.open(imported.id)
    step.picker._load()
    assert "Camping De Zandkuil" in step.picker._names.stringList()


def test_looking_at_a_fair_of_three_days_does_not_make_it_one_day(
    archive: Archive, step: PlanStep, prepared: Prepared
) -> None:
    planning.correct_time(
        archive, prepared.appointment.id, midnight(date(2026, 3, 10)), midnight(date(2026, 3, 13)),
        all_day=True,
    )  # fmt: skip
    step.open(prepared.appointment.id)
    step.when._settle()
    after = kept(archive, prepared.appointment.id).appointment
    assert after.ends_at == midnight(date(2026, 3, 13))
