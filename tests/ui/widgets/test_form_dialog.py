from datetime import date, time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.dates import ReadDate
from gesprekshulp.ui.widgets.form_dialog import (
    CHOICE,
    DATE,
    LONG,
    NUMBER,
    TIME,
    YES_NO,
    Field,
    FormDialog,
)
from gesprekshulp.ui.widgets.labels import Text

FIELDS = (
    Field("wat", "Wat", required="Vul in wat er is toegezegd."),
    Field("door", "Door", CHOICE, options=[("wij", "Wij"), ("klant", "Klant")], half=True),
    Field(
        "dag",
        "Uiterlijk",
        DATE,
        half=True,
        reader=lambda text, today: ReadDate((today,)) if text == "vandaag" else None,
        today=lambda: date(2026, 3, 12),
    ),
    Field("begin", "Begin", TIME),
    Field("minuten", "Minuten", NUMBER),
    Field("uitleg", "Toelichting", LONG),
    Field("intern", "Alleen intern", YES_NO),
)


@pytest.fixture
def form(qtbot) -> FormDialog:
    made = FormDialog(None, "Nieuwe toezegging", FIELDS, {"door": "klant", "minuten": 15})
    qtbot.addWidget(made)
    made.show()
    return made


def test_values_go_in_and_out(form):
    form.with_values({"wat": " Offerte sturen ", "dag": date(2026, 3, 20), "begin": time(9, 30)})
    form.field("intern").setChecked(True)
    assert form.values() == {
        "wat": "Offerte sturen",
        "door": "klant",
        "dag": date(2026, 3, 20),
        "begin": time(9, 30),
        "minuten": 15,
        "uitleg": "",
        "intern": True,
    }


def test_a_required_field_left_empty_keeps_the_form_open_with_its_sentence(form):
    form.save_button.click()
    assert form.isVisible()
    assert form.labelled("wat").problem() == "Vul in wat er is toegezegd."
    form.field("wat").setText("Bellen")
    form.save_button.click()
    assert form.result() == QDialog.DialogCode.Accepted


def test_what_cannot_be_read_is_said_under_its_field(form):
    form.field("wat").setText("Bellen")
    form.field("minuten").setText("tien")
    form.field("begin").setText("straks")
    form.field("dag").edit.setText("ooit")
    form.field("dag").edit.textEdited.emit("ooit")
    form.save_button.click()
    assert form.isVisible()
    assert form.labelled("minuten").problem() == "Geef een heel getal, bijvoorbeeld 15."
    assert form.labelled("begin").problem() == "Geef een tijd, bijvoorbeeld 10:30."
    assert "Kies een dag" in form.labelled("dag").problem()


def test_a_rule_over_more_fields_is_checked(qtbot):
    form = FormDialog(
        None,
        "Afspraak",
        [Field("begin", "Begin", TIME), Field("einde", "Einde", TIME)],
        {"begin": time(10), "einde": time(9)},
        check=lambda v: (
            {"einde": "Het einde ligt voor het begin."} if v["einde"] < v["begin"] else {}
        ),
    )
    qtbot.addWidget(form)
    form.show()
    form.save_button.click()
    assert form.isVisible()
    assert form.labelled("einde").problem() == "Het einde ligt voor het begin."


def test_annuleren_closes_without_values(form):
    form.cancel_button.click()
    assert form.result() == QDialog.DialogCode.Rejected


def test_ask_gives_the_values_or_nothing(qtbot, monkeypatch):
    monkeypatch.setattr(FormDialog, "exec", lambda self: QDialog.DialogCode.Accepted)
    assert FormDialog.ask(None, "Naam", [Field("naam", "Naam")], {"naam": "Vos"}) == {"naam": "Vos"}
    monkeypatch.setattr(FormDialog, "exec", lambda self: QDialog.DialogCode.Rejected)
    assert FormDialog.ask(None, "Naam", [Field("naam", "Naam")]) is None


def test_every_field_has_a_name_for_a_screen_reader(form):
    for field in FIELDS:
        widget = form.field(field.key)
        named = widget.focusProxy() or widget
        assert named.accessibleName() == field.label


def test_two_readings_of_a_day_are_shown_whole_and_one_must_be_chosen(qtbot):
    days = (date(2026, 3, 13), date(2026, 3, 20))
    fields = (
        Field(
            "dag",
            "Uiterlijk",
            DATE,
            reader=lambda _text, _today: ReadDate(days),
            today=lambda: date(2026, 3, 12),
        ),
    )
    form = FormDialog(None, "Dag kiezen", fields, width=320)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    field = form.field("dag")
    field.edit.setText("volgende vrijdag")
    field.edit.textEdited.emit("volgende vrijdag")
    choices = field.findChildren(SecondaryButton)
    assert [choice.label() for choice in choices] == [
        "vr 13 mrt, morgen",
        "vr 20 mrt, over 8 dagen",
    ]
    qtbot.waitUntil(lambda: choices[1].visibleRegion().boundingRect() == choices[1].rect())
    form.save_button.click()
    assert form.labelled("dag").problem()
    choices[1].click()
    form.save_button.click()
    assert form.values() == {"dag": date(2026, 3, 20)}


FOLDED = (
    Field("naam", "Naam"),
    Field("plaats", "Plaats", half=True, more=True),
    Field("jaar", "Jaar", NUMBER, half=True, more=True),
    Field("alleen", "Alleen", half=True, more=True),
)


def test_what_need_not_be_filled_in_at_once_stands_behind_one_button(qtbot):
    form = FormDialog(None, "Nieuwe klant", FOLDED, {"plaats": "Heerdam"})
    qtbot.addWidget(form)
    form.show()
    low = form.height()
    assert form.field("naam").isVisible()
    assert not form.field("plaats").isVisible()
    assert form.values()["plaats"] == "Heerdam"
    assert form.fold is not None
    form.fold.button.setFocus()
    form.fold.button.click()
    assert form.field("plaats").isVisible()
    assert form.focusWidget() is form.field("plaats")
    qtbot.waitUntil(lambda: form.height() > low)
    assert not form.fold.button.isVisible()


def test_the_fields_behind_the_button_can_be_seen_from_the_start(qtbot):
    form = FormDialog(None, "Klant wijzigen", FOLDED, unfold=True)
    qtbot.addWidget(form)
    form.show()
    assert form.field("plaats").isVisible()


def test_a_half_field_alone_at_the_end_stays_half(qtbot):
    form = FormDialog(None, "Klant wijzigen", FOLDED, unfold=True)
    qtbot.addWidget(form)
    form.show()
    assert form.field("alleen").width() == form.field("plaats").width()


def test_the_form_is_no_higher_than_its_fields(qtbot):
    long = "Alle versies van de verslagen uit deze periode, en wat eraan veranderde. " * 3
    form = FormDialog(None, "Maken", (Field("naam", "Naam", help=long),), intro=long)
    qtbot.addWidget(form)
    form.show()
    under = form.labelled("naam")
    free = form.save_button.mapTo(form, form.save_button.rect().topLeft()).y() - (
        under.mapTo(form, under.rect().bottomLeft()).y()
    )
    assert free < 56


def test_checks_that_follow_each_other_stand_together(qtbot):
    fields = (
        *(Field(key, f"Aan {key}", YES_NO) for key in ("Annet", "Joris")),
        Field("ook", "Ook"),
    )
    form = FormDialog(None, "Versturen", fields)
    qtbot.addWidget(form)
    form.show()
    one, two = (form.field(key).mapTo(form, QPoint(0, 0)).y() for key in ("Annet", "Joris"))
    below = form.labelled("ook").mapTo(form, QPoint(0, 0)).y()
    assert two - one < 36
    assert below - two >= 36


def test_the_field_that_is_asked_for_has_the_focus(qtbot):
    for first, expected in (("", "wat"), ("dag", "dag")):
        made = FormDialog(None, "Toezegging wijzigen", FIELDS, {"door": "klant"}, first=first)
        qtbot.addWidget(made)
        made.show()
        field = made.field(expected)
        assert made.focusWidget() is field or field.isAncestorOf(made.focusWidget())


def test_what_appears_later_makes_the_form_higher_instead_of_scrolling(qtbot):
    dialog = FormDialog(None, "Nieuwe afspraak", [Field("name", "Naam"), Field("place", "Plaats")])
    qtbot.addWidget(dialog)
    dialog.show()
    offer = Text("Nieuwe klant maken")
    offer.setFixedHeight(40)
    offer.hide()
    dialog.column.insertWidget(1, offer)
    qtbot.wait(20)
    before = dialog.height()
    offer.show()
    qtbot.waitUntil(lambda: dialog.height() >= before + 40, timeout=1000)
    dialog.resize(dialog.width(), 600)
    offer.hide()
    qtbot.wait(20)
    assert dialog.height() == 600


def test_what_was_wrong_keeps_its_height_and_its_sentence_goes_while_it_is_mended(form):
    field, holder = form.field("wat"), form.labelled("wat")
    high = field.height()
    form.save_button.click()
    QApplication.processEvents()
    assert holder.problem() == "Vul in wat er is toegezegd."
    assert field.height() == high
    QTest.keyClicks(field, "bellen")
    assert holder.problem() == ""
