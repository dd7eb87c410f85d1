"""Shows reminders as system notifications while the program runs."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from gesprekshulp.domain.reminder import Reminder
from gesprekshulp.services import reminders
from gesprekshulp.services.clock import notice_time_zone
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.icons import app_icon

_EVERY_MS = 15 * 60 * 1000
_SHOWN_MS = 10_000
_APART_MS = 6_000
"""A next notification would take the place of one that nobody has read yet."""
_TOLD = 3
_LONGEST = 240
"""So many characters are read in the seconds that the bar stands there, and hide little."""
_MINIMIZED = Qt.WindowState.WindowMinimized
_CLICKS = (
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
)


class Reminders(QObject):
    """Looks every quarter of an hour what is due, in the background.

    Notifications come one after another; a click opens what the last one is about. Where the
    system has no tray, the first few are told together in the window itself.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tray: QSystemTrayIcon | None = None
        self._waiting: deque[Reminder] = deque()
        self._last: Reminder | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._show_next)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = self._made_tray()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def _made_tray(self) -> QSystemTrayIcon:
        tray = QSystemTrayIcon(app_icon(), self)
        tray.setToolTip("Gesprekshulp")
        tray.messageClicked.connect(lambda: self._open(self._last))
        tray.activated.connect(self._activated)
        # A menu of the tray has no widget to belong to; this object keeps it.
        self.menu = QMenu()
        self.menu.addAction("Gesprekshulp openen", self._raise)
        self.menu.addAction("Vandaag", lambda: self._go("vandaag"))
        self.menu.addAction("Toezeggingen", lambda: self._go("toezeggingen"))
        self.menu.addSeparator()
        self.menu.addAction("Afsluiten", self._close)
        tray.setContextMenu(self.menu)
        self.destroyed.connect(self.menu.deleteLater)
        tray.show()
        return tray

    def look(self) -> None:
        """Show what is due now and was not shown today."""
        notice_time_zone()
        self._desk.background.run(
            reminders.take_due, self._desk.archive, self._desk.clock, done=self._show, owner=self
        )

    def _show(self, found: tuple[Reminder, ...]) -> None:
        if self._tray is not None:
            self._waiting.extend(found)
            if not self._next.isActive():
                self._show_next()
        elif found:
            self._tell(found)

    def _show_next(self) -> None:
        if self._tray is None or not self._waiting:
            return
        self._last = item = self._waiting.popleft()
        icon = QSystemTrayIcon.MessageIcon.Information
        self._tray.showMessage(item.title, item.text, icon, _SHOWN_MS)
        self._next.start(_APART_MS)

    def _tell(self, found: tuple[Reminder, ...]) -> None:
        said = [f"{item.title}: {item.brief or item.text}" for item in found]
        told = _TOLD
        while told > 1 and len(" · ".join(said[:told])) > _LONGEST:
            told -= 1
        words = " · ".join(said[:told])
        if (more := len(found) - told) > 0:
            words += f" En nog {more} {'herinnering' if more == 1 else 'herinneringen'}."
        about = found[0] if len(found) == 1 else None
        self._desk.remind(words, lambda: self._open(about), action="Bekijken")

    # Opening

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _CLICKS:
            self._raise()

    def _open(self, about: Reminder | None) -> None:
        """Open what a reminder is about; what is about more than one thing opens the day."""
        if about is not None and about.commitment_id is not None:
            self._go("toezeggingen", commitment_id=about.commitment_id)
        elif about is not None and about.appointment_id is not None:
            self._go("afspraak", appointment_id=about.appointment_id)
        else:
            self._go("vandaag")

    def _go(self, page: str, **where: object) -> None:
        self._raise()
        self._desk.go(page, **where)

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent.window() if isinstance(parent, QWidget) else None

    def _raise(self) -> None:
        window = self._window()
        if window is not None:
            window.setWindowState(window.windowState() & ~_MINIMIZED)
            window.show()
            window.raise_()
            window.activateWindow()

    def _close(self) -> None:
        if (window := self._window()) is not None:
            window.close()
