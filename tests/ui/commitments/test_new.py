"""A new promise: a client made in place, an event, hours, and the yes-brake beside it."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gesprekshulp.services import appointments, commitments
from gesprekshulp.services.appointments import local_moment
from gesprekshulp.ui.commitments import forms
from gesprekshulp.ui.commitments.promise_dialog import PromiseDialog
from tests.office import a_commitment, an_appointment
from tests.ui.answers import Answers
from tests.ui.commitments.conftest import Office, in_days

FORM = {"what": "planning mailen", "who": "Steven"}


def test_a_client_that_is_not_there_is_made_in_place(office: Office, answers: Answers) -> None:
    def fill(form: PromiseDialog) -> None:
        form.picker.edit.setText("Kapsalon Knip")
        form.picker.edit.textEdited.emit("Kapsalon Knip")
        form.picker.new_button.click()
        form.with_values({**FORM, "due": in_days(1), "hours": "2,5"})
        form.save_button.click()

    answers.then(fill)
    office.page.make_new()
    made = office.stored("planning mailen")
    with office.desk.archive.reading() as work:
        assert work.clients.get(made.client_id).name == "Kapsalon Knip"
    assert made.hours == 2.5
    assert office.page.panel.title.text() == "Planning mailen"
    undo = office.window.undo
    assert undo is not None
    undo()
    with office.desk.archive.reading() as work:
        assert work.clients.named("Kapsalon Knip") is None
        assert work.commitments.find(made.id) is None


def test_a_promise_can_hang_on_an_event(office: Office, answers: Answers) -> None:
    def fill(form: PromiseDialog) -> None:
        form.picker.set_client(office.halm.id, office.halm.name)
        form.with_values({**FORM, "event": "voor het volgende overleg"})
        form.save_button.click()

    answers.then(fill)
    office.page.make_new()
    assert office.stored("planning mailen").event == "voor het volgende overleg"


def test_an_event_typed_where_the_day_goes_is_an_event_all_the_same(
    office: Office, answers: Answers, qtbot: QtBot
) -> None:
    def fill(form: PromiseDialog) -> None:
        form.picker.set_client(office.halm.id, office.halm.name)
        form.with_values(FORM)
        qtbot.keyClicks(form.field("due").edit, "na akkoord van de directie")
        assert form.field("due").echo.text() == "Hangt aan een gebeurtenis."
        form.save_button.click()

    answers.then(fill)
    office.page.make_new()
    made = office.stored("planning mailen")
    assert (made.due, made.event) == (None, "na akkoord van de directie")


def test_vague_words_in_the_place_of_an_event_are_asked_about(office: Office, qtbot: QtBot) -> None:
    form = PromiseDialog(office.desk, office.page, None, (office.halm.id, office.halm.name))
    qtbot.addWidget(form)
    form.show()
    form.with_values({**FORM, "event": "zsm"})
    form.save_button.click()
    assert form.isVisible()
    assert "houdt niets vast" in form.labelled("event").problem()


def test_the_form_does_not_jump_while_a_day_is_typed(office: Office, qtbot: QtBot) -> None:
    form = PromiseDialog(office.desk, office.page, None, (office.halm.id, office.halm.name))
    qtbot.addWidget(form)
    form.show()
    hours = form.field("hours")
    qtbot.wait(20)
    place, heights = hours.mapTo(form, hours.rect().topLeft()), [form.height()]
    for letter in "volgende week vrijdag":
        qtbot.keyClicks(form.field("due").edit, letter)
        office.desk.background.wait()
        qtbot.wait(5)
        assert hours.mapTo(form, hours.rect().topLeft()) == place
        heights.append(form.height())
    assert not form.brake.isHidden()
    assert heights == sorted(heights)
    assert form.field("due").width() == form.field("event").width()


def test_other_words_leave_the_event_that_gave_a_promise_its_day(
    office: Office, answers: Answers
) -> None:
    archive, clock = office.desk.archive, office.desk.clock
    made = commitments.make(
        archive, clock,
        a_commitment(office.halm, "foto's meenemen", due=None, event="voor het volgende overleg"),
    )  # fmt: skip
    start = local_moment(in_days(9), time(10))
    talk = an_appointment(office.halm, starts_at=start, ends_at=start + timedelta(hours=1))
    appointments.plan(archive, talk, (), clock)
    promise = commitments.card(archive, made.id).commitment
    assert promise.due == in_days(9)

    def fill(form: PromiseDialog) -> None:
        form.with_values({"what": "foto's van de gevel meenemen"})
        form.save_button.click()

    answers.then(fill)
    assert forms.change_promise(office.desk, office.page, promise, office.halm.name)
    after = commitments.card(archive, made.id).commitment
    assert after.what == "foto's van de gevel meenemen"
    assert (after.due, after.event) == (promise.due, promise.event)


def brake_shown(form: PromiseDialog, office: Office, qtbot: QtBot) -> None:
    form.picker.set_client(office.halm.id, office.halm.name)
    form.with_values(FORM)
    qtbot.keyClicks(form.field("due").edit, "morgen")
    qtbot.waitUntil(lambda: not form.brake.isHidden())


def test_the_week_stands_beside_a_promise_of_ours(
    office: Office, answers: Answers, qtbot: QtBot
) -> None:
    def fill(form: PromiseDialog) -> None:
        brake_shown(form, office, qtbot)
        load = form.brake.load()
        assert load is not None
        assert load.count == 2
        form.save_button.click()

    answers.then(fill)
    office.page.make_new()
    assert office.stored("planning mailen").due == in_days(1)


def test_yes_if_keeps_the_promise_and_notes_the_condition(
    office: Office, answers: Answers, qtbot: QtBot
) -> None:
    def fill(form: PromiseDialog) -> None:
        brake_shown(form, office, qtbot)
        QTest.keyClick(form, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
        form.save_button.click()
        assert form.isVisible()
        qtbot.keyClicks(form.brake.line, "de cijfers er zijn")
        form.save_button.click()

    answers.then(fill)
    office.page.make_new()
    assert office.stored("planning mailen").is_open
    with office.desk.archive.reading() as work:
        (decision,) = work.decisions.all()
    assert decision.text == "Ja, mits de cijfers er zijn: planning mailen"


def test_no_because_leaves_a_decision_and_no_promise(
    office: Office, answers: Answers, qtbot: QtBot
) -> None:
    def fill(form: PromiseDialog) -> None:
        brake_shown(form, office, qtbot)
        QTest.keyClick(form, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
        qtbot.keyClicks(form.brake.line, "de week al vol is")
        qtbot.keyClick(form.brake.line, Qt.Key.Key_Return)

    answers.then(fill)
    office.page.make_new()
    with office.desk.archive.reading() as work:
        assert "planning mailen" not in {item.what for item in work.commitments.all()}
        (decision,) = work.decisions.all()
    assert decision.text == "Nee: planning mailen, omdat de week al vol is"
    assert "besluiten" in office.window.told[-1]


def test_the_week_is_closed_from_here(office: Office) -> None:
    office.page.toolbar.week_button.click()
    assert office.window.went == [("weekafsluiting", {})]
