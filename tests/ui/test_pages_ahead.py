"""Pages are made on quiet moments, before somebody asks for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from gesprekshulp.ui.pages import NEAR, OTHER, import_near_pages, import_other_pages
from gesprekshulp.ui.pages_ahead import AFTER_INPUT_MS, BETWEEN_MS, PagesAhead
from tests.office import a_client, a_commitment
from tests.ui.windows import a_window


def made(window) -> set[str]:
    return {name for name, known in window.shell._known.items() if known.page is not None}


def test_a_while_after_the_start_the_near_pages_are_there_and_nothing_moved(tmp_path, clock):
    import_near_pages()
    with a_window(tmp_path, clock) as window:
        assert made(window) == {"vandaag"}
        window.start._on_a_quiet_moment()
        window.until(lambda: {name for name, _ in NEAR} <= made(window), seconds=20)
        assert window.shell.current() == "vandaag"
        assert window.shell._stack.currentWidget() is window.shell.page("vandaag")
        # What was looked at is all that one can go back to.
        window.shell.go_back()
        assert window.shell.current() == "vandaag"


def test_the_other_pages_follow_once_the_first_is_left(tmp_path, clock):
    import_near_pages()
    import_other_pages()
    with a_window(tmp_path, clock) as window:
        window.start._on_a_quiet_moment()
        window.go("klanten")
        window.until(lambda: {name for name, _ in OTHER} <= made(window), seconds=20)
        assert window.shell.current() == "klanten"


def test_pages_that_were_never_opened_take_every_change(tmp_path, clock, today):
    import_near_pages()
    import_other_pages()
    with a_window(tmp_path, clock) as window:
        ahead = PagesAhead(window.shell)
        ahead.make((*NEAR, *OTHER))
        window.until(lambda: {name for name, _ in (*NEAR, *OTHER)} <= made(window), seconds=20)
        client = a_client()
        with window.archive.transaction("proef") as work:
            work.clients.save(client)
            work.commitments.save(a_commitment(client, due=today))
        window.desk.wrote()
        window.settle()
        window.go("klanten")
        assert window.shell.current() == "klanten"
        assert window.said == ""


def test_who_types_or_clicks_does_not_wait_for_a_page(tmp_path, clock):
    with a_window(tmp_path, clock) as window:
        ahead = PagesAhead(window.shell)
        ahead.make([("agenda", "")])
        assert ahead._timer.interval() == BETWEEN_MS
        at = QPointF(5, 5)
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        click = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            at,
            QPointF(window.frame.mapToGlobal(QPoint(5, 5))),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        for event in (key, click):
            ahead._timer.start(BETWEEN_MS)
            QApplication.sendEvent(window.frame.windowHandle(), event)
            assert ahead._timer.interval() == AFTER_INPUT_MS
        ahead.make([("klanten", "")])
        assert ahead._timer.interval() == AFTER_INPUT_MS
        assert "agenda" not in made(window)


def test_a_window_that_closes_makes_no_more_pages(tmp_path, clock):
    with a_window(tmp_path, clock) as window:
        ahead = PagesAhead(window.shell)
        ahead.make([("agenda", "")])
        ahead.stop()
        assert not ahead._timer.isActive()
        assert "agenda" not in made(window)
