"""Every text field gets its waves by itself, once somebody types in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.client import Client
from gesprekshulp.services import checking_words
from gesprekshulp.ui.appointment.prepare_rows import BareEdit
from gesprekshulp.ui.appointment.talk_editor import LineEditor
from gesprekshulp.ui.clients.forms import _FIELDS as CLIENT_FIELDS
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.spelling.fields import FieldSpelling, client_of
from gesprekshulp.ui.spelling.memory import MEMORY
from gesprekshulp.ui.spelling.underline import LineUnderline
from gesprekshulp.ui.widgets.dates import DateField
from gesprekshulp.ui.widgets.fields import (
    CLIENT,
    SPELLED,
    GoalField,
    SearchField,
    TextArea,
    TextField,
)
from gesprekshulp.ui.widgets.form_dialog import FormDialog

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@dataclass
class Room:
    """A page with one field of each sort, on a desk that follows the focus."""

    desk: Desk
    page: QWidget
    line: TextField
    area: TextArea
    goal: GoalField
    bare: BareEdit
    talk: LineEditor
    name: TextField
    search: SearchField


@pytest.fixture
def room(desk: Desk, qtbot: QtBot, qapp: QApplication) -> Iterator[Room]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    made = Room(
        desk, page, TextField(name="Wat"), TextArea(name="Toelichting"), GoalField(),
        BareEdit(name="Agendapunt"), LineEditor(page), TextField(name="Naam", spelled=False),
        SearchField("Zoeken"),
    )  # fmt: skip
    for widget in (made.line, made.area, made.goal, made.bare, made.talk, made.name, made.search):
        column.addWidget(widget)
    page.show()
    page.activateWindow()
    follower = FieldSpelling(desk, qapp)
    yield made
    shiboken6.delete(follower)
    desk.background.wait()


def typed(field: QLineEdit | QPlainTextEdit | QTextEdit, text: str) -> None:
    field.setFocus()
    QApplication.processEvents()
    if isinstance(field, QLineEdit):
        field.insert(text)
    else:
        field.insertPlainText(text)


def waves(field: QLineEdit | QPlainTextEdit | QTextEdit) -> list[str]:
    if isinstance(field, QLineEdit):
        found = field.findChild(LineUnderline)
        shown = found.shown if isinstance(found, LineUnderline) else ()
        return [field.text()[start : start + length] for start, length in shown if start >= 0]
    block = field.document().begin()
    return [
        block.text()[span.start : span.start + span.length]
        for span in block.layout().formats()
        if span.format.underlineStyle() == WAVE
    ]


@pytest.mark.parametrize("which", ["line", "area", "goal", "bare", "talk"])
def test_a_field_in_which_words_are_written_gets_its_waves_by_itself(
    room: Room, qtbot: QtBot, which: str
) -> None:
    field = getattr(room, which)
    field = field.editor if isinstance(field, GoalField) else field
    typed(field, "de ofertte ligt klaar")
    qtbot.waitUntil(lambda: waves(field) == ["ofertte"], timeout=10_000)


@pytest.mark.parametrize("which", ["name", "search"])
def test_names_and_searches_are_left_alone(room: Room, which: str) -> None:
    field = getattr(room, which)
    field = field.edit if isinstance(field, SearchField) else field
    typed(field, "ofertte")
    assert not field.findChildren(LineUnderline)
    assert room.desk.findChild(QObject, MEMORY) is None


def test_nothing_is_loaded_before_the_first_key(room: Room, qtbot: QtBot) -> None:
    room.area.setFocus()
    room.line.setFocus()
    QApplication.processEvents()
    assert room.desk.findChild(QObject, MEMORY) is None
    typed(room.line, "een ofertte maken")
    assert room.desk.findChild(QObject, MEMORY) is not None
    qtbot.waitUntil(lambda: waves(room.line) == ["ofertte"], timeout=10_000)
    # From now on what stands in a field is shown when the focus comes.
    room.area.setPlainText("de jaarekening")
    room.area.setFocus()
    qtbot.waitUntil(lambda: waves(room.area) == ["jaarekening"], timeout=10_000)


def test_a_page_about_a_client_knows_the_words_of_that_client(
    room: Room, qtbot: QtBot, client: Client
) -> None:
    checking_words.add_word(room.desk.archive, "flexipomp", client.id)
    room.page.setProperty(CLIENT, client.id)
    assert client_of(room.line) == client.id
    typed(room.line, "de flexipomp en de ofertte zijn klaar")
    qtbot.waitUntil(lambda: waves(room.line) == ["ofertte"], timeout=10_000)
    # The same field, for another client.
    room.page.setProperty(CLIENT, "")
    room.area.setFocus()
    QApplication.processEvents()
    room.line.setFocus()
    qtbot.waitUntil(lambda: waves(room.line) == ["flexipomp", "ofertte"], timeout=10_000)


def test_in_a_form_names_and_addresses_are_left_alone_and_words_are_not(qtbot: QtBot) -> None:
    form = FormDialog(None, "Klant", CLIENT_FIELDS)
    qtbot.addWidget(form)
    spelled = {
        field.key for field in CLIENT_FIELDS if bool(form.field(field.key).property(SPELLED))
    }
    assert spelled == {"trade", "size", "remarks"}


def test_a_field_for_a_day_is_no_field_for_words(qtbot: QtBot) -> None:
    from gesprekshulp.ui.date_reader import read_date
    from tests.conftest import TODAY

    field = DateField(read_date, lambda: TODAY, name="Dag")
    qtbot.addWidget(field)
    assert not any(edit.property(SPELLED) for edit in field.findChildren(QLineEdit))
