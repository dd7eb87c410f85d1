"""Buttons as the keyboard uses them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout

from gesprekshulp.ui.widgets.buttons import (
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)


def _made(kind):
    return IconButton("kruis", "Annuleren") if kind is IconButton else kind("Annuleren")


@pytest.mark.parametrize(
    "name", ["Houtbouw Veldkamp", "Slagerij Van Bremen", "Tandartspraktijk Lindehof", "Familie Vo"]
)
def test_a_link_in_the_room_that_it_asks_shows_all_its_words(qtbot, name):
    link = LinkButton(name, small=True, elide=True)
    qtbot.addWidget(link)
    wide = link.sizeHint().width()
    assert link._words_within(wide) == name
    assert link._words_within(wide - 20).endswith("…")


@pytest.mark.parametrize("kind", [SecondaryButton, QuietButton, IconButton])
def test_enter_presses_the_button_that_has_the_focus_and_not_the_default(qtbot, kind):
    pressed = []
    dialog = QDialog()
    qtbot.addWidget(dialog)
    row = QHBoxLayout(dialog)
    default, other = PrimaryButton("Opslaan"), _made(kind)
    default.setDefault(True)
    default.clicked.connect(lambda: pressed.append("Opslaan"))
    other.clicked.connect(lambda: pressed.append("Annuleren"))
    row.addWidget(default)
    row.addWidget(other)
    dialog.show()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Return)
    qtbot.keyClick(other, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed[0] == "Annuleren"
    assert pressed.count("Annuleren") == 1


@pytest.mark.parametrize("kind", [SecondaryButton, IconButton])
def test_enter_that_is_held_presses_once(qtbot, kind):
    pressed = []
    button = _made(kind)
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append("Annuleren"))
    for repeats in (False, True, True):
        key = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "\r",
            repeats,
        )
        QApplication.sendEvent(button, key)
    assert pressed == ["Annuleren"]
