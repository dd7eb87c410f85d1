"""Nazorg as it is used: real widgets on a real archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus, GoalReached, Side
from gesprekshulp.domain.dutch_dates import local_day
from gesprekshulp.domain.settings import Settings
from gesprekshulp.domain.yes_brake import Answer
from gesprekshulp.services import aftercare
from gesprekshulp.ui.appointment.aftercare import AftercareStep
from tests.office import a_client, a_commitment, a_participant, an_appointment
from tests.ui.desks import a_desk
from tests.ui.windows import write

MONDAY = date(2026, 3, 16)


@pytest.fixture
def talk(archive) -> Appointment:
    client = a_client()
    appointment = an_appointment(client, goal="is er gekozen", status=AppointmentStatus.HELD)
    with archive.transaction() as work:
        work.settings.save(Settings(own_name="Steven"))
        work.clients.save(client)
        work.appointments.save(appointment)
        work.participants.save(a_participant(appointment))
        work.commitments.save(a_commitment(client, appointment_id=appointment.id))
        work.commitments.save(
            a_commitment(
                client,
                "storingslijst opvragen",
                due=None,
                side=Side.CLIENT,
                who="Annet Vos",
                appointment_id=appointment.id,
            )
        )
    return appointment


@pytest.fixture
def step(qtbot: QtBot, archive, clock, talk) -> Iterator[AftercareStep]:
    desk, window = a_desk(archive, clock)
    made = AftercareStep(desk)
    made.told = window  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(1048, 700)
    made.show()
    made.open(talk.id)
    yield made
    made.leave()


def now(step, archive, clock, talk):
    return aftercare.aftercare(archive, clock, talk.id)


def test_it_says_what_is_still_missing(step):
    assert step.missing.text() == (
        "Nog te doen: 2 toezeggingen nalopen, zeggen of het doel is bereikt"
        " en tevredenheid noteren."
    )


def test_klopt_checks_a_promise(qtbot, step, archive, clock, talk):
    step.rows[0].check.click()
    qtbot.waitUntil(lambda: step.checked.text() == "1 van 2 nagelopen")
    checked = [p for p in now(step, archive, clock, talk).promises if p.checked]
    assert [p.what for p in checked] == [step.rows[0].promise.what]


def test_a_promise_is_put_right_in_its_place(qtbot, step, archive, clock, talk):
    row = next(r for r in step.rows if r.promise.due is None)
    row.open_fields()
    row.fields.what.setText("storingslijst sturen")
    row.fields.day.set_day(MONDAY)
    row.fields.save()
    qtbot.waitUntil(lambda: any(r.promise.due == MONDAY for r in step.rows))
    assert "Toezegging gewijzigd." in step.told.told


def test_another_day_asks_for_the_reason(qtbot, step, archive, clock, talk):
    row = next(r for r in step.rows if r.promise.due is not None)
    row.open_fields()
    row.fields.day.edit.setText("maandag")
    row.fields.day._read("maandag")
    assert row.fields.reason.isVisibleTo(row.fields)
    row.fields.save()
    assert "waarom" in row.fields._reason.problem()
    row.fields.reason.setText("beurs")
    row.fields.save()
    qtbot.waitUntil(lambda: any(r.promise.due == MONDAY for r in step.rows))


def test_a_forgotten_promise_is_added(qtbot, step):
    step.add.click()
    step.adding.save()
    assert step.adding._what.problem()
    step.adding.what.setText("folder sturen")
    step.adding.save()
    qtbot.waitUntil(lambda: any(r.promise.what == "folder sturen" for r in step.rows))
    assert step.adding is None


def test_a_new_promise_shows_its_week_and_can_be_refused_with_a_reason(
    qtbot, step, archive, clock, talk
):
    step.add.click()
    fields = step.adding
    fields.what.setText("folder sturen")
    fields.hours.setText("2,5")
    qtbot.keyClicks(fields.day.edit, "maandag")
    qtbot.waitUntil(lambda: fields.brake.isVisibleTo(fields), timeout=3_000)
    assert fields.brake.heading.text() == "Volgende week nog niets toegezegd"
    fields.brake.answer(Answer.NO)
    fields.save()
    assert fields.brake.problem.text() == "Zet erbij waarom niet."
    fields.brake.line.setText("de week vol is")
    fields.save()
    qtbot.waitUntil(lambda: step.adding is None, timeout=3_000)
    assert step.told.told[-1] == "Niet toegezegd; de reden staat bij de besluiten."
    with archive.reading() as work:
        assert [d.text for d in work.decisions.all()][-1] == (
            "Nee: folder sturen, omdat de week vol is"
        )
    assert all(row.promise.what != "folder sturen" for row in step.rows)


def test_a_promise_can_hang_on_an_event_and_say_how_much_work_it_is(qtbot, step):
    row = next(r for r in step.rows if r.promise.due is None)
    row.open_fields()
    qtbot.keyClicks(row.fields.day.edit, "na akkoord van de directie")
    row.fields.hours.setText("veel")
    row.fields.save()
    assert "aantal uren" in row.fields._hours.problem()
    row.fields.hours.setText("6")
    row.fields.save()
    qtbot.waitUntil(lambda: any(r.promise.hours == 6 for r in step.rows), timeout=3_000)
    made = next(r.promise for r in step.rows if r.promise.hours == 6)
    assert (made.due, made.event) == (None, "na akkoord van de directie")


def test_goal_satisfaction_and_look_back_are_kept(qtbot, step, archive, clock, talk):
    step.goal.reached._choose("deels")
    step.goal.note.setText("nog geen prijs")
    step.rating.score.choose(8)
    step.rating.explanation.setText("vlot")
    step.reflection.went_well.setText("rustig")
    step.leave()
    kept = now(step, archive, clock, talk)
    assert kept.appointment.goal_reached is GoalReached.PARTLY
    assert kept.appointment.goal_note == "nog geen prijs"
    assert (kept.rating.score, kept.rating.explanation.reveal()) == (8, "vlot")
    assert kept.reflection.went_well.reveal() == "rustig"


def test_words_are_saved_within_a_second(qtbot, step, archive, clock, talk):
    step.reflection.next_time.setPlainText("eerder teruglezen")
    qtbot.waitUntil(lambda: now(step, archive, clock, talk).reflection is not None, timeout=1_000)


def test_the_next_talk_is_planned_here_and_then_shown(qtbot, step, archive, clock, talk):
    step.next.subject.setText("Proef in de winkel")
    step.next.day.set_day(date(2026, 3, 26))
    step.next.at.set_time(time(14))
    step.next.plan.click()
    qtbot.waitUntil(step.next.existing.isVisible)
    planned = now(step, archive, clock, talk).next_appointment
    assert planned is not None
    assert local_day(planned.starts_at) == date(2026, 3, 26)
    assert step.next.moment.text() == "do 26 mrt, over 14 dagen, 14:00"


def test_a_next_talk_without_a_day_is_refused_in_words(step):
    step.next.subject.setText("Proef")
    step.next.plan.click()
    assert step.next._day.problem() == "Kies een dag."


def test_the_button_to_plan_stays_in_its_place_while_a_day_is_typed(step):
    QApplication.processEvents()
    before = step.next.plan.mapTo(step, QPoint(0, 0))
    write(step.next.day.edit, "over twee weken")
    QApplication.processEvents()
    assert step.next.day.echo.isVisible()
    assert step.next.plan.mapTo(step, QPoint(0, 0)) == before


def test_finishing_plans_the_next_talk_that_was_filled_in(qtbot, step, archive, clock, talk):
    step.next.subject.setText("Proef in de winkel")
    step.finish.click()
    assert step.next._day.problem() == "Kies een dag."
    assert "nog niet gepland" in step.told.failed[-1]
    assert now(step, archive, clock, talk).appointment.status is AppointmentStatus.HELD
    step.next.day.set_day(date(2026, 3, 26))
    step.finish.click()
    qtbot.waitUntil(lambda: step.missing.text() == "Deze afspraak is afgerond.")
    card = now(step, archive, clock, talk)
    assert card.next_appointment is not None
    assert card.next_appointment.title == "Proef in de winkel"


def test_finishing_closes_the_appointment_and_can_be_undone(qtbot, step, archive, clock, talk):
    step.finish.click()
    qtbot.waitUntil(lambda: step.missing.text() == "Deze afspraak is afgerond.")
    assert now(step, archive, clock, talk).appointment.status is AppointmentStatus.DONE
    step.told.undo()
    assert now(step, archive, clock, talk).appointment.status is AppointmentStatus.HELD
    assert step.finish.isVisible()
