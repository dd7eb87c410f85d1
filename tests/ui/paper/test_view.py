"""The pages on the screen: parts that open, marks under words, and an editor in the paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gesprekshulp.domain.page import A4_HEIGHT, A4_WIDTH
from gesprekshulp.domain.remark import Remark, RemarkKind
from gesprekshulp.ui.paper.view import PaperView
from gesprekshulp.ui.theme.palette import is_dark
from gesprekshulp.ui.theme.theme import DARK_ONLY, Theme
from gesprekshulp.ui.widgets.fields import TextArea
from gesprekshulp.ui.widgets.labels import Text
from tests.ui.paper.papers import a_paper, table, usual

NAMES = {
    "feit": "Gegevens",
    "doel": "Doel",
    "bes": "Besproken",
    "bsl": "Besluiten",
    "toe": "Toezeggingen",
    "open": "Nog open",
    "slot": "Bevestiging",
}


@pytest.fixture
def view(qtbot: QtBot) -> PaperView:
    made = PaperView("Voorbeeld")
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show()
    made.show_paper(a_paper(), NAMES, open_=True)
    return made


def remark(found: str, part: str, row: str = "", start: int = 0) -> Remark:
    return Remark(
        "regel", RemarkKind.FACT, part, start, start + len(found), found, "Kijk dit na.", row=row
    )


def press(widget: QWidget, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def test_pages_have_the_shape_of_a4_and_stand_under_each_other(view: PaperView) -> None:
    first, second = view.sheets[:2]
    assert first.width() == 624
    assert first.height() == pytest.approx(624 * A4_HEIGHT / A4_WIDTH, abs=1)
    QApplication.processEvents()
    assert second.y() - first.y() - first.height() == 16
    assert first.accessibleName() == f"Pagina 1 van {len(view.sheets)}"
    assert "Klopt dit verslag?" in view.sheets[-1].accessibleDescription()


@pytest.mark.parametrize("wide", [1300, 700, 640, 500, 470])
def test_a_page_is_never_cut_off_and_breaks_the_same_at_any_width(
    view: PaperView, wide: int
) -> None:
    pages = [sheet.accessibleDescription() for sheet in view.sheets]
    view.resize(wide, 600)
    QApplication.processEvents()
    assert view.paper.x() >= 0
    assert view.paper.x() + view.paper.width() <= view.viewport().width()
    view.show_paper(a_paper(), NAMES, open_=True)
    assert [sheet.accessibleDescription() for sheet in view.sheets] == pages


def test_a_click_on_a_part_says_which(view: PaperView, qtbot: QtBot) -> None:
    picked: list[str] = []
    view.part_picked.connect(picked.append)
    qtbot.mouseClick(view.areas["doel"], Qt.MouseButton.LeftButton)
    press(view.areas["bsl"], Qt.Key.Key_Return)
    press(view.areas["toe"], Qt.Key.Key_Space)
    assert picked == ["doel", "bsl", "toe"]


def test_every_part_is_reached_with_tab_and_says_what_it_holds(view: PaperView) -> None:
    areas = view.areas
    assert list(areas) == list(NAMES)
    assert all(area.focusPolicy() is Qt.FocusPolicy.TabFocus for area in areas.values())
    assert areas["toe"].accessibleName() == "Toezeggingen, wijzigen"
    assert "stuurt stuk 1" in areas["toe"].accessibleDescription()


def test_a_paper_that_is_closed_can_be_read_but_not_opened(view: PaperView, qtbot: QtBot) -> None:
    view.show_paper(a_paper(), NAMES, open_=False)
    picked: list[str] = []
    view.part_picked.connect(picked.append)
    area = view.areas["doel"]
    qtbot.mouseClick(area, Qt.MouseButton.LeftButton)
    press(area, Qt.Key.Key_Return)
    assert picked == []
    assert area.accessibleName() == "Doel"


def test_an_editor_stands_in_the_place_of_its_part_and_the_page_makes_room(
    view: PaperView, qtbot: QtBot
) -> None:
    height = view.sheets[0].height()
    below = view.areas["bes"].y()
    editor = QPlainTextEdit()
    editor.setFixedHeight(240)
    view.open_part("doel", editor, ())
    QApplication.processEvents()
    sheet = view.sheets[0]
    assert sheet.height() > height
    assert view.areas["bes"].y() > below
    assert "Doel bereikt" not in view.words()
    assert view.areas["bes"].y() >= editor.mapTo(sheet, QPoint(0, editor.height())).y()
    grown = sheet.height()
    editor.setFixedHeight(400)
    qtbot.waitUntil(lambda: sheet.height() == grown + 160, timeout=1000)
    view.show_paper(a_paper(), NAMES, open_=True)
    assert view.sheets[0].height() == height
    assert "Doel bereikt" in view.words()


def test_a_part_without_words_opens_below_the_one_before_it(view: PaperView) -> None:
    editor = QPlainTextEdit()
    view.open_part("leeg", editor, ("niets", "doel", "feit"))
    QApplication.processEvents()
    sheet = view.sheets[0]
    top = editor.mapTo(sheet, QPoint(0, 0)).y()
    assert view.areas["doel"].geometry().bottom() <= top
    assert view.areas["bes"].y() >= top + editor.height()


def test_marks_are_found_by_part_row_and_words(view: PaperView) -> None:
    there = (
        remark("rechsreeks", "bes"),
        remark("stuk 2", "toe", "rij2"),
        remark("Storingen", "bes", "kop"),
        remark("Annet Vos", "feit"),
    )
    gone = (remark("staat er niet", "bes"), remark("Storingen", "nergens"))
    view.mark((*there, *gone), None)
    assert set(view.marked()) == set(there)


def test_of_words_that_stand_there_twice_the_right_ones_are_marked(view: PaperView) -> None:
    first, last = remark("kassa", "bes", start=36), remark("kassa", "bes", start=250)
    view.mark((first, last), None)
    boxes = {mark.remark: mark.boxes[0] for mark in view._marks}
    assert boxes[first].y() < boxes[last].y()


def test_a_click_on_a_mark_gives_its_remark_and_not_its_part(view: PaperView, qtbot: QtBot) -> None:
    one = remark("rechsreeks", "bes")
    view.mark((one,), None)
    given: list[Remark] = []
    picked: list[str] = []
    view.remark_picked.connect(given.append)
    view.part_picked.connect(picked.append)
    mark = view._marks[0]
    sheet = view.sheets[mark.page - 1]
    area = view.areas["bes"]
    at = area.mapFrom(sheet, sheet.box_of(mark).center())
    qtbot.mouseClick(area, Qt.MouseButton.LeftButton, pos=at)
    assert (given, picked) == ([one], [])


def test_a_long_paper_that_is_shown_anew_keeps_its_place(view: PaperView, qtbot: QtBot) -> None:
    view.show_paper(a_paper(*usual(400)), NAMES, open_=True)
    count = len(view.areas) and len(view.sheets)
    QApplication.processEvents()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    view.show_paper(a_paper(*usual(400)), NAMES, open_=True)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: len(view.sheets) == count, timeout=5000)
    assert bar.value() == place > 0


def test_the_remark_that_is_looked_at_scrolls_into_view(view: PaperView, qtbot: QtBot) -> None:
    view.show_paper(a_paper(*usual(120)), NAMES, open_=True)
    one = remark("stuk 110", "toe", "rij110")
    view.mark((one,), one)
    sheet = view.sheets[view._marks[0].page - 1]

    def in_view() -> bool:
        box = sheet.box_of(view._marks[0])
        y = sheet.mapTo(view.viewport(), box.center()).y()
        return 0 < y < view.viewport().height()

    qtbot.waitUntil(in_view, timeout=2000)


def test_a_long_paper_shows_at_once_and_the_rest_comes(view: PaperView, qtbot: QtBot) -> None:
    view.show_paper(a_paper(table(1000)), {})
    assert len(view.sheets) == 3
    qtbot.waitUntil(lambda: "stuurt stuk 1000" in view.words(), timeout=10_000)
    view.show_paper(a_paper(), NAMES)
    assert len(view.sheets) == 2


def test_paper_stays_white_in_the_dark_and_so_does_the_editor_on_it(
    view: PaperView, theme: Theme
) -> None:
    around = QWidget()
    column = QVBoxLayout(around)
    editor = TextArea("halverwege", name="Doel")
    column.addWidget(editor)
    view.open_part("doel", around, ())
    theme.choose(DARK_ONLY)
    later = Text("Nog een regel")
    column.addWidget(later)
    QApplication.processEvents()
    assert not is_dark(around.palette())
    assert not is_dark(later.palette())
    image = view.sheets[0].grab().toImage()
    assert image.pixelColor(5, 5).name() == "#ffffff"
    assert editor.isVisible()
    field = editor.grab().toImage()
    assert field.pixelColor(field.width() // 2, field.height() - 6).name() == "#ffffff"
    assert editor.palette().color(QPalette.ColorRole.Text).lightness() < 60


def test_the_pages_become_larger_as_far_as_there_is_room(view: PaperView, qtbot: QtBot) -> None:
    view.resize(1000, 800)
    QApplication.processEvents()
    view.zoom(1)
    larger = view.sheets[0].size()
    assert (larger.width(), larger.height()) == (702, pytest.approx(702 * 1.4142, abs=1))
    for _ in range(20):
        view.zoom(1)
    assert view.paper.width() <= view.viewport().width()
    view.zoom(0)
    assert view.sheets[0].width() == 624


def test_words_in_an_editor_on_the_paper_can_be_read(view: PaperView) -> None:
    label = QLabel("Besluit")
    view.open_part("doel", label, ())
    assert label.palette().color(label.foregroundRole()).lightness() < 60
