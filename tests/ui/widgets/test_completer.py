from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gesprekshulp.ui.widgets.completer import NameCompleter

NAMES = ["Bakkerij De Halm", "Jansen Bouw", "De Boer en Zonen"]


def a_field(qtbot: QtBot) -> tuple[QLineEdit, NameCompleter, list[str]]:
    field = QLineEdit()
    qtbot.addWidget(field)
    completer = NameCompleter(QStringListModel(NAMES, field), field)
    field.setCompleter(completer)
    taken: list[str] = []
    completer.activated.connect(taken.append)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field, completer, taken


def test_enter_takes_the_first_name_that_fits(qtbot: QtBot) -> None:
    field, completer, taken = a_field(qtbot)

    QTest.keyClicks(field, "bouw")
    qtbot.waitUntil(completer.popup().isVisible)
    QTest.keyClick(completer.popup(), Qt.Key.Key_Return)

    assert taken == ["Jansen Bouw"]
    assert field.text() == "Jansen Bouw"
    assert not completer.popup().isVisible()


def test_the_arrow_keys_choose_another_name(qtbot: QtBot) -> None:
    field, completer, taken = a_field(qtbot)

    QTest.keyClicks(field, "de")
    qtbot.waitUntil(completer.popup().isVisible)
    QTest.keyClick(completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(completer.popup(), Qt.Key.Key_Return)

    assert taken == ["De Boer en Zonen"]


def test_every_name_that_fits_can_be_seen(qtbot: QtBot) -> None:
    field, completer, _ = a_field(qtbot)

    QTest.keyClicks(field, "de")
    qtbot.waitUntil(completer.popup().isVisible)

    popup = completer.popup()
    last = popup.visualRect(completer.completionModel().index(1, 0))
    assert popup.viewport().rect().contains(last)
