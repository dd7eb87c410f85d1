from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QDate, Qt

from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.dates import DateField, ReadDate, TimeField, _CalendarPopup, read_time

THURSDAY = date(2026, 3, 12)


def read(text: str, today: date) -> ReadDate | None:
    return {
        "morgen": ReadDate((today + timedelta(1),)),
        "vrijdag": ReadDate((today + timedelta(1), today + timedelta(8))),
        "na de oogst": ReadDate((), "Hangt aan iets anders: na de oogst."),
    }.get(text)


@pytest.fixture
def field(qtbot) -> DateField:
    made = DateField(read, lambda: THURSDAY)
    qtbot.addWidget(made)
    made.show()
    return made


def type_in(field: DateField, text: str) -> None:
    field.edit.setText(text)
    field.edit.textEdited.emit(text)


def choices(field: DateField) -> list[SecondaryButton]:
    return [b for b in field.findChildren(SecondaryButton) if b.isVisible()]


def test_a_term_is_read_while_it_is_typed_and_shown_as_a_day(field, qtbot):
    with qtbot.waitSignal(field.changed) as told:
        type_in(field, "morgen")
    assert told.args == [date(2026, 3, 13)]
    assert field.echo.text() == "vr 13 mrt, morgen"


def test_two_readings_give_two_buttons_and_no_day_until_one_is_chosen(field, qtbot):
    type_in(field, "vrijdag")
    assert field.day() is None
    assert not field.is_readable()
    assert [b.label() for b in choices(field)] == ["vr 13 mrt, morgen", "vr 20 mrt, over 8 dagen"]
    with qtbot.waitSignal(field.changed):
        choices(field)[1].click()
    assert field.day() == date(2026, 3, 20)
    assert field.text() == "vr 20 mrt"
    assert choices(field) == []
    assert field.is_readable()


def test_what_is_no_day_is_said_so(field):
    type_in(field, "xyz")
    assert field.day() is None
    assert field.echo.text() == "Dit is nog geen dag."
    type_in(field, "na de oogst")
    assert field.echo.text() == "Hangt aan iets anders: na de oogst."


def test_an_empty_field_is_no_day_and_nothing_is_wrong(field):
    type_in(field, "morgen")
    type_in(field, "")
    assert field.day() is None
    assert field.is_readable()
    assert not field.echo.isVisible()


def test_the_calendar_gives_a_day(field, qtbot):
    field.open_calendar()
    popup = field.findChild(_CalendarPopup)
    with qtbot.waitSignal(field.changed) as told:
        popup.calendar.clicked.emit(QDate(2026, 4, 1))
    assert told.args == [date(2026, 4, 1)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", time(10)),
        ("1030", time(10, 30)),
        ("930", time(9, 30)),
        ("10.30", time(10, 30)),
        ("10:30 uur", time(10, 30)),
        ("10u30", time(10, 30)),
        ("14u", time(14)),
        ("25:00", None),
        ("10:61", None),
        ("half", None),
        ("²0", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_type_it(typed, meant):
    assert read_time(typed) == meant


def test_a_time_is_written_in_full_when_the_field_is_left(qtbot):
    field = TimeField()
    qtbot.addWidget(field)
    field.setText("1030")
    field.editingFinished.emit()
    assert field.text() == "10:30"
    field.setText("half elf")
    assert not field.is_readable()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Tab])
def test_the_two_days_are_reached_from_the_keyboard(field, qtbot, key):
    field.activateWindow()
    field.edit.setFocus()
    qtbot.waitUntil(field.edit.hasFocus)
    type_in(field, "vrijdag")
    qtbot.keyClick(field.edit, key)
    first, second = choices(field)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert field.day() == date(2026, 3, 20)
    assert field.edit.hasFocus()


def test_a_day_of_another_year_is_shown_with_its_year(field):
    field.set_day(date(2025, 3, 12))
    assert field.text() == "wo 12 mrt 2025"
    assert field.echo.text().startswith("wo 12 mrt 2025, ")
