from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from gesprekshulp.ui.shell.entry import Entry
from gesprekshulp.ui.shell.frame import Frame
from gesprekshulp.ui.shell.page import Chrome, Page
from gesprekshulp.ui.shell.sidebar import Sidebar
from gesprekshulp.ui.shell.window import Shell


class Noted(Page):
    """A page that writes down what happens to it."""

    def __init__(self, name: str, made: list[str]) -> None:
        super().__init__()
        self.title = name
        self.name = name
        self.log = made
        self.where: dict[str, object] = {}
        made.append(f"{name} gemaakt")

    def open(self, **where: object) -> None:
        self.where = where
        self.log.append(f"{self.name} open {where.get('id', '')}".strip())

    def place(self) -> dict[str, str]:
        return {key: str(value) for key, value in self.where.items()}

    def leave(self) -> None:
        self.log.append(f"{self.name} verlaten")


class Quiet(Noted):
    chrome = Chrome.NONE


class Narrow(Noted):
    chrome = Chrome.RAIL
    entry = "agenda"


@pytest.fixture
def log() -> list[str]:
    return []


def shell_in(folder: Path, log: list[str]) -> Shell:
    shell = Shell(folder)
    shell.register("vandaag", "Vandaag", "vandaag", lambda: Noted("Vandaag", log))
    shell.register("agenda", "Agenda", "agenda", lambda: Noted("Agenda", log))
    shell.register("toezeggingen", "Toezeggingen", "toezeggingen", lambda: Noted("T", log))
    shell.register("gesprek", "Gesprek", "", lambda: Quiet("Gesprek", log), entry=False)
    shell.register("verslag", "Verslag", "", lambda: Narrow("Verslag", log), entry=False)
    return shell


@pytest.fixture
def shell(qtbot, tmp_path, log) -> Shell:
    made = shell_in(tmp_path, log)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


def put_on_screen(qtbot, window: QWidget) -> None:
    """Keys reach shortcuts of the active window only."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def side(shell: Shell) -> Sidebar | None:
    return next((s for s in shell.findChildren(Sidebar) if not s.isHidden()), None)


def lit(shell: Shell) -> list[str]:
    bar = side(shell)
    assert bar is not None
    return [entry.page for entry in bar.findChildren(Entry) if entry.isChecked()]


def test_a_page_is_made_when_it_is_first_opened(shell, log):
    assert log == []
    shell.go("vandaag")
    assert log == ["Vandaag gemaakt", "Vandaag open"]
    shell.go("agenda")
    shell.go("vandaag")
    assert log.count("Vandaag gemaakt") == 1


def test_a_page_is_left_before_the_next_one_opens(shell, log):
    shell.go("vandaag")
    shell.go("agenda")
    assert log[-3:] == ["Vandaag verlaten", "Agenda gemaakt", "Agenda open"]


def test_going_back_opens_the_same_place_again(shell, log):
    shell.go("agenda", id="a1")
    shell.go("agenda", id="a2")
    shell.go("vandaag")
    shell.go_back()
    assert log[-1] == "Agenda open a2"
    shell.go_back()
    assert log[-1] == "Agenda open a1"
    shell.go_forward()
    assert log[-1] == "Agenda open a2"
    assert shell.current() == "agenda"


def test_going_back_from_the_first_page_does_nothing(shell, log):
    shell.go("vandaag")
    shell.go_back()
    assert shell.current() == "vandaag"


def test_alt_and_left_goes_back(shell, qtbot):
    put_on_screen(qtbot, shell)
    shell.go("vandaag")
    shell.go("agenda")
    qtbot.keyClick(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.current() == "vandaag"


def test_ctrl_and_a_number_opens_an_entry(shell, qtbot):
    put_on_screen(qtbot, shell)
    shell.go("vandaag")
    qtbot.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.current() == "agenda"


def test_ctrl_k_asks_to_search(shell, qtbot):
    put_on_screen(qtbot, shell)
    with qtbot.waitSignal(shell.search_asked):
        qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def test_the_sidebar_lights_the_page_in_view(shell):
    shell.go("agenda")
    assert lit(shell) == ["agenda"]
    shell.go("verslag")
    assert lit(shell) == ["agenda"]


def test_an_entry_that_is_clicked_opens_its_page(shell, qtbot):
    shell.go("vandaag")
    entry = next(e for e in side(shell).findChildren(Entry) if e.page == "agenda")
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert shell.current() == "agenda"
    assert lit(shell) == ["agenda"]
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert lit(shell) == ["agenda"]


def test_the_talk_has_nothing_beside_it_and_the_report_a_rail(shell):
    shell.go("vandaag")
    assert side(shell).width() == 232
    shell.go("gesprek")
    assert side(shell) is None
    shell.go("verslag")
    assert side(shell).width() == 56


def test_a_narrow_window_has_a_rail(shell, qtbot):
    put_on_screen(qtbot, shell)
    shell.go("vandaag")
    shell.resize(1100, 700)
    assert side(shell).width() == 56
    shell.resize(1200, 700)
    assert side(shell).width() == 232


def test_a_wide_page_does_not_keep_the_rail_away(qtbot, tmp_path, log):
    frame = Frame(tmp_path)
    qtbot.addWidget(frame)
    shell = shell_in(tmp_path, log)
    frame.fill(shell)
    frame.resize(1280, 800)
    put_on_screen(qtbot, frame)
    shell.go("vandaag")
    shell.page("vandaag").setMinimumWidth(1000)
    frame.resize(1000, 700)
    qtbot.waitUntil(lambda: side(shell).width() == 56)
    assert frame.width() == 1000


def test_what_is_late_is_said_in_words_in_the_sidebar_and_by_the_rail(shell):
    shell.set_count("toezeggingen", 12, late=2)
    shell.go("vandaag")
    names = {e.page: e.accessibleName() for e in side(shell).findChildren(Entry)}
    assert names["toezeggingen"] == "Toezeggingen, 2 te laat"
    shell.go("verslag")
    tips = {e.page: e.toolTip() for e in side(shell).findChildren(Entry)}
    assert tips["toezeggingen"] == "Toezeggingen: 2 te laat"


def test_files_dropped_on_the_window_are_told(shell, qtbot, tmp_path):
    file = tmp_path / "afspraak.ics"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://voorbeeld.nl/x")])
    event = QDropEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(shell.filesDropped) as told:
        shell.dropEvent(event)
    assert told.args == [[file]]


def test_the_window_remembers_where_it_was(qtbot, tmp_path, log):
    frame = Frame(tmp_path)
    qtbot.addWidget(frame)
    shell = shell_in(tmp_path, log)
    frame.fill(shell)
    frame.resize(1000, 650)
    put_on_screen(qtbot, frame)
    shell.go("agenda", id="a7")
    shell.state.put("kolommen/toezeggingen", "160,180")
    frame.close()
    assert log[-1] == "Agenda verlaten"

    again = Frame(tmp_path)
    qtbot.addWidget(again)
    # The screen of these tests is too small for any width we allow.
    assert again.height() == 650
    other = shell_in(tmp_path, log)
    again.fill(other)
    other.go_last("vandaag")
    assert log[-1] == "Agenda open a7"
    assert other.state.get("kolommen/toezeggingen") == "160,180"
    assert again.windowTitle() == "Agenda · Gesprekshulp"


def test_a_page_that_is_no_more_leads_to_the_first(qtbot, tmp_path, log):
    shell = shell_in(tmp_path, log)
    qtbot.addWidget(shell)
    shell.state.put_last_place("verdwenen", {})
    shell.go_last("vandaag")
    assert shell.current() == "vandaag"


def test_a_broken_state_file_is_passed_over(qtbot, tmp_path):
    (tmp_path / "venster.ini").write_bytes(b"\x00\xff[[[venster\nplaats=@ByteArray(x")
    frame = Frame(tmp_path)
    qtbot.addWidget(frame)
    assert frame.width() == 1280


def test_every_control_of_the_sidebar_has_a_name(shell):
    shell.go("vandaag")
    for widget in side(shell).findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName(), widget


def test_a_window_that_comes_back_gives_the_focus_to_no_button_of_the_bar(qtbot, shell):
    done: list[str] = []
    shell.go("vandaag")
    put_on_screen(qtbot, shell)
    shell.go("agenda")
    shell.tell("Klant toegevoegd.", lambda: done.append("ongedaan"))
    other = QWidget()
    qtbot.addWidget(other)
    put_on_screen(qtbot, other)
    put_on_screen(qtbot, shell)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not isinstance(focused, QAbstractButton)
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert done == []
