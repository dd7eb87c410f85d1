"""Every page is used without a mouse: Tab reaches what can be operated, and it all has a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from gesprekshulp.domain.appointment import Appointment
from gesprekshulp.domain.ids import LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.services import example_office
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive
from tests.noting import keep_line
from tests.ui.windows import Opened, a_window, press

TODAY = date(2026, 3, 12)
TABS = (
    "tijdlijn", "afspraken", "toezeggingen", "besluiten", "contactpersonen", "verslagen", "stukken",
)  # fmt: skip
STEPS = ("plannen", "voorbereiden", "gesprek", "verslag", "nazorg")
PAGES = (
    "vandaag", "agenda", "klanten", "toezeggingen", "inzicht", "instellingen", "hulp", "inlezen",
    "weekafsluiting", "teruglezen", *(f"klant/{tab}" for tab in TABS),
    *(f"afspraak/{step}" for step in STEPS),
)  # fmt: skip
_MOST = 300


@dataclass(slots=True)
class Walk(Opened):
    """The window, and the talk that its pages are about."""

    talk: Appointment


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """The example office, with a talk of which something can be read back."""
    folder = tmp_path_factory.mktemp("toetsen")
    clock = Clock(TODAY, time(9, 12))
    archive = Archive.open(folder, clock.now)
    example_office.fill(archive, clock)
    with archive.reading() as work:
        talk = work.appointments.upcoming(clock.now(), 1)[0]
    line = NoteLine(LineId(new_id()), talk.id, 0, clock.now(), LineKind.DECISION)
    keep_line(archive, clock, line.saying("We kiezen systeem B."))
    archive.close()
    with a_window(folder, clock, fill=None) as opened:
        yield Walk(opened.frame, opened.start, talk)


def shown(window: Walk, page: str) -> None:
    talk = window.talk
    name, _, part = page.partition("/")
    where: dict[str, object] = {
        "klant": {"client_id": talk.client_id, "tab": part},
        "afspraak": {"appointment_id": talk.id, "step": part},
        "teruglezen": {"appointment_id": talk.id},
    }.get(name, {})
    window.go(name, **where)
    window.frame.activateWindow()
    assert QTest.qWaitForWindowActive(window.frame)


def operable(window: Walk) -> list[QWidget]:
    """What the keyboard should reach on the page in view."""
    return [
        widget
        for widget in window.frame.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def by_tab(window: Walk) -> list[QWidget]:
    """Every widget that Tab comes past, in that order."""
    found: list[QWidget] = []
    for _ in range(_MOST):
        press(QApplication.focusWidget() or window.frame, Qt.Key.Key_Tab, "\t")
        now = QApplication.focusWidget()
        if found and now is found[-1]:
            continue  # on to the next link in the same text
        if now is None or now in found:
            break
        found.append(now)
    return found


def named(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def described(widget: QWidget) -> str:
    parent = type(widget.parent()).__name__
    return f"{type(widget).__name__} “{named(widget)}” in {parent}"


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_can_be_operated_has_a_name(window: Walk, page: str) -> None:
    shown(window, page)
    assert [described(widget) for widget in operable(window) if not named(widget)] == []


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything(window: Walk, page: str) -> None:
    shown(window, page)
    reached = by_tab(window)
    assert [described(one) for one in operable(window) if one not in reached] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page != "afspraak/gesprek"])
def test_tab_goes_down_the_page_and_not_back_and_forth(window: Walk, page: str) -> None:
    """Within one part of the page nothing is skipped upwards by more than a panel beside it."""
    shown(window, page)
    places = [one.mapTo(window.frame, QPoint(0, 0)) for one in by_tab(window)]
    jumps = sum(
        1
        for before, after in pairwise(places)
        if after.y() < before.y() - 80 and abs(after.x() - before.x()) < 200
    )
    assert jumps <= 2


@pytest.mark.parametrize("page", PAGES)
def test_what_has_the_focus_looks_different(window: Walk, page: str) -> None:
    """A picture of each kind of widget with and without the focus is not the same."""
    shown(window, page)
    seen: dict[str, bool] = {}
    for widget in operable(window):
        kind = type(widget).__name__
        if kind in seen or isinstance(widget, QLineEdit | QComboBox):
            continue
        around = widget.parentWidget() or widget
        window.shell.setFocus()
        widget.clearFocus()
        before = around.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        seen[kind] = around.grab().toImage() != before
        widget.clearFocus()
    assert [kind for kind, differs in seen.items() if not differs] == []


def test_the_palette_closes_with_esc_and_a_page_opens_with_ctrl_and_its_number(
    window: Walk,
) -> None:
    window.go("vandaag")
    QTest.keyClick(window.shell, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert window.shell.current() == "klanten"
    QTest.keyClick(window.shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    window.settle()
    assert window.shell.current() == "vandaag"
