"""The agenda: a week, a list, and moving by dragging."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from gesprekshulp.domain.appointment import Appointment, AppointmentStatus
from gesprekshulp.ui.agenda import dialogs
from gesprekshulp.ui.agenda.page import AgendaPage
from gesprekshulp.ui.appointment_words import time_words
from gesprekshulp.ui.theme.fonts import font
from tests.office import a_client, an_appointment
from tests.ui.windows import Opened, a_window, begun, press, words_in

HALM = a_client()


def at(day: int, hour: int, minute: int = 0) -> datetime:
    local = datetime.combine(date(2026, 3, day), time(hour, minute)).astimezone()
    return local.astimezone(UTC)


THURSDAY = an_appointment(HALM, starts_at=at(12, 10))
SAME_TIME = an_appointment(HALM, title="Tegelijk", starts_at=at(12, 10, 30))
FRIDAY = an_appointment(HALM, title="Nabespreking", starts_at=at(13, 13))
ALL_DAY = an_appointment(
    HALM, title="Beurs", starts_at=at(10, 0), ends_at=at(11, 0), all_day=True
)  # fmt: skip
NEXT_WEEK = an_appointment(HALM, title="Volgende week", starts_at=at(17, 9))


def a_week(work) -> None:
    begun(work)
    work.clients.save(HALM)
    work.appointments.save_all([THURSDAY, SAME_TIME, FRIDAY, ALL_DAY, NEXT_WEEK])


@pytest.fixture
def window(tmp_path, clock):
    with a_window(tmp_path, clock, a_week) as opened:
        opened.go("agenda")
        yield opened


def page(window: Opened) -> AgendaPage:
    found = window.shell.page("agenda")
    assert isinstance(found, AgendaPage)
    return found


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint, button=Qt.MouseButton.LeftButton) -> None:
    none = Qt.KeyboardModifier.NoModifier
    place = QPointF(at)
    event = QMouseEvent(kind, place, QPointF(widget.mapToGlobal(at)), button, button, none)
    QApplication.sendEvent(widget, event)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    mouse(widget, QEvent.Type.MouseMove, (start + end) / 2)
    mouse(widget, QEvent.Type.MouseMove, end)
    mouse(widget, QEvent.Type.MouseButtonRelease, end)


def test_talks_stand_in_their_day_at_their_time(window):
    week = page(window).week
    thursday, friday = week.rect_of(THURSDAY.id), week.rect_of(FRIDAY.id)
    assert thursday.height() == pytest.approx(75, abs=4)
    assert friday.x() > thursday.x()
    assert friday.y() - thursday.y() == 3 * 60
    assert "week 11 · maart 2026" in words_in(page(window))


def test_on_a_tall_screen_the_day_fills_the_page_and_times_stay_right(window, monkeypatch):
    asked: list[tuple[datetime, datetime]] = []
    monkeypatch.setattr(
        dialogs, "move_appointment", lambda *_, to=None, **__: asked.append(to)
    )  # fmt: skip
    window.frame.resize(1600, 1080)
    window.settle()
    week = page(window).week
    thursday, friday = week.rect_of(THURSDAY.id), week.rect_of(FRIDAY.id)
    three_hours = friday.y() - thursday.y()
    assert three_hours > 3 * 75
    start = thursday.topLeft() + QPoint(10, 10)
    drag(week, start, QPoint(friday.x() + 10, start.y() + three_hours * 2 // 3))
    assert asked == [(at(13, 12), at(13, 13, 15))]


def test_talks_at_the_same_time_stand_beside_each_other(window):
    week = page(window).week
    one, other = week.rect_of(THURSDAY.id), week.rect_of(SAME_TIME.id)
    assert not one.intersects(other)
    assert other.x() > one.x()


def test_a_whole_day_stands_above_the_hours(window):
    week = page(window).week
    assert week.rect_of(ALL_DAY.id).bottom() < week.rect_of(THURSDAY.id).y()


def test_the_weekend_is_shown_when_something_stands_in_it(window):
    week = page(window).week
    before = week.rect_of(THURSDAY.id).width()
    with window.archive.transaction("proef") as work:
        work.appointments.save(an_appointment(HALM, starts_at=at(14, 10)))
    window.desk.wrote()
    window.settle()
    assert week.rect_of(THURSDAY.id).width() < before


def test_a_click_opens_a_talk(window):
    week = page(window).week
    place = week.rect_of(FRIDAY.id).center()
    mouse(week, QEvent.Type.MouseButtonPress, place)
    mouse(week, QEvent.Type.MouseButtonRelease, place)
    window.settle()
    assert window.shell.current() == "afspraak"
    assert window.shell.page("afspraak").place()["appointment_id"] == FRIDAY.id


def test_dragging_asks_why_with_the_new_time_filled_in(window, monkeypatch):
    asked: list[tuple[datetime, datetime]] = []
    monkeypatch.setattr(
        dialogs, "move_appointment", lambda *_, to=None, **__: asked.append(to)
    )  # fmt: skip
    week = page(window).week
    start = week.rect_of(THURSDAY.id).topLeft() + QPoint(10, 10)
    friday = week.rect_of(FRIDAY.id)
    drag(week, start, QPoint(friday.x() + 10, start.y() + 2 * 60))
    assert asked == [(at(13, 12), at(13, 13, 15))]


def test_dropping_a_talk_where_it_stood_asks_nothing(window, monkeypatch):
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "move_appointment", lambda *_, **more: asked.append(more))
    week = page(window).week
    start = week.rect_of(THURSDAY.id).topLeft() + QPoint(10, 10)
    drag(week, start, start + QPoint(30, 2))
    assert asked == []
    assert window.shell.current() == "agenda"


def test_a_whole_day_is_not_dragged(window, monkeypatch):
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "move_appointment", lambda *_, **more: asked.append(more))
    week = page(window).week
    start = week.rect_of(ALL_DAY.id).center()
    drag(week, start, week.rect_of(FRIDAY.id).center())
    assert asked == []


def test_a_double_click_on_a_free_time_plans_there(window, monkeypatch):
    asked: list[datetime] = []
    monkeypatch.setattr(
        dialogs, "plan_appointment", lambda *_, start=None, **__: asked.append(start)
    )  # fmt: skip
    week = page(window).week
    friday = week.rect_of(FRIDAY.id)
    mouse(week, QEvent.Type.MouseButtonDblClick, friday.topLeft() + QPoint(10, -2 * 60 + 1))
    assert asked == [datetime(2026, 3, 13, 11, 0)]


def test_the_keyboard_walks_through_talks_and_days_and_on_to_the_next_week(window):
    week = page(window).week
    week.setFocus()
    for expected in (ALL_DAY, THURSDAY, SAME_TIME, FRIDAY):
        press(week, Qt.Key.Key_Down)
        assert week.selected().appointment.id == expected.id
    press(week, Qt.Key.Key_Left)
    assert week.selected().appointment.id == THURSDAY.id
    assert "Bakkerij De Halm" in week.accessibleDescription()
    press(week, Qt.Key.Key_Right)
    press(week, Qt.Key.Key_Right)
    window.settle()
    press(week, Qt.Key.Key_Right)
    assert week.selected().appointment.id == NEXT_WEEK.id
    press(week, Qt.Key.Key_Return)
    window.settle()
    assert window.shell.page("afspraak").place()["appointment_id"] == NEXT_WEEK.id


def test_what_is_selected_stays_selected_when_something_is_written(window):
    week = page(window).week
    press(week, Qt.Key.Key_Down)
    window.desk.wrote()
    window.settle()
    assert week.selected().appointment.id == ALL_DAY.id


def test_a_right_click_marks_the_talk_under_it(window):
    week = page(window).week
    press(week, Qt.Key.Key_Down)
    place = week.rect_of(FRIDAY.id).center()
    mouse(week, QEvent.Type.MouseButtonPress, place, Qt.MouseButton.RightButton)
    assert week.selected().appointment.id == FRIDAY.id


def labels(window: Opened, appointment: Appointment) -> dict[str, object]:
    card = page(window).week.card(appointment.id)
    assert card is not None
    menu = page(window).menu_of(card)
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_menu_opens_moves_calls_off_and_removes(window, monkeypatch):
    moved: list[object] = []
    monkeypatch.setattr(dialogs, "move_appointment", lambda *given, **_: moved.append(given[2]))
    actions = labels(window, THURSDAY)
    assert list(actions) == ["Openen", "Verzetten …", "Afzeggen …", "Verwijderen"]
    actions["Verzetten …"].trigger()
    assert moved == [THURSDAY.id]
    labels(window, THURSDAY)["Verwijderen"].trigger()
    window.settle()
    assert page(window).week.card(THURSDAY.id) is None
    assert window.said == "Afspraak verwijderd."
    window.shell.toast.undo()
    window.settle()
    assert page(window).week.card(THURSDAY.id) is not None


def test_what_was_called_off_is_not_moved_any_more(window):
    with window.archive.transaction("proef") as work:
        work.appointments.save(replace(FRIDAY, status=AppointmentStatus.CANCELLED))
    window.desk.wrote()
    window.settle()
    assert list(labels(window, FRIDAY)) == ["Openen", "Verwijderen"]


def test_only_what_was_called_off_is_struck_through(window):
    with window.archive.transaction("proef") as work:
        work.appointments.save(replace(FRIDAY, status=AppointmentStatus.CANCELLED))
    window.desk.wrote()
    window.settle()
    page(window).week.grab()
    assert not font(12, 600).strikeOut()


def test_the_list_shows_four_weeks_and_opens_with_enter(window):
    agenda = page(window)
    agenda.view._choose("lijst")
    window.settle()
    model = agenda.list.model()
    rows = [model.row_at(n) for n in range(model.rowCount())]
    assert [row.text for row in rows if row.heading][:2] == [
        "dinsdag 10 maart, eergisteren", "donderdag 12 maart, vandaag",
    ]  # fmt: skip
    place = next(n for n, row in enumerate(rows) if row.text.startswith("Volgende week"))
    agenda.list.select(place)
    press(agenda.list, Qt.Key.Key_Return)
    window.settle()
    assert window.shell.page("afspraak").place()["appointment_id"] == NEXT_WEEK.id


def test_weeks_are_turned_and_the_place_is_remembered(window):
    agenda = page(window)
    agenda._step(1)
    assert agenda.place() == {"week": "2026-03-16"}
    assert agenda.week.card(NEXT_WEEK.id) is not None
    window.go("vandaag")
    window.shell.go_back()
    assert agenda.place() == {"week": "2026-03-16"}
    agenda._this_week()
    assert agenda.place() == {"week": "2026-03-09"}


def test_an_empty_week_says_how_to_plan_and_an_empty_list_offers_it(window):
    agenda = page(window)
    agenda._step(-8)
    assert any("dubbelklik op een tijd om te plannen" in words for words in words_in(agenda))
    agenda.view._choose("lijst")
    assert agenda.empty.isVisible()


FAIR = an_appointment(
    HALM, title="Vakbeurs", starts_at=at(6, 0), ends_at=at(11, 0), all_day=True
)  # fmt: skip


def test_whole_days_stand_on_all_their_days_and_above_each_other(tmp_path, clock):
    def fill(work) -> None:
        a_week(work)
        work.appointments.save(FAIR)

    with a_window(tmp_path, clock, fill) as window:
        window.go("agenda")
        week = page(window).week
        fair, day = week.rect_of(FAIR.id), week.rect_of(ALL_DAY.id)
        assert not fair.intersects(day)
        # It began on Friday; of this week Monday and Tuesday belong to it.
        assert fair.left() < week.width() / 5 < fair.right() < week.width() / 2
        assert time_words(FAIR) == "tot en met di 10 mrt"
        assert time_words(ALL_DAY) == "hele dag"
