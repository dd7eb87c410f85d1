"""Shows reminders as system notifications while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from gesprekshulp.domain.reminder import Reminder
from gesprekshulp.services import reminders
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.icons import app_icon

_EVERY_MS = 15 * 60 * 1000
_SHOWN_MS = 10_000
_TOLD = 3


class Reminders(QObject):
    """Looks every quarter of an hour what is due, in the background.

    Where the system has no tray, the first few are told in the window itself.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tray: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = QSystemTrayIcon(app_icon(), self)
            self._tray.setToolTip("Gesprekshulp")
            self._tray.messageClicked.connect(lambda: desk.go("vandaag"))
            self._tray.show()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Show what is due now and was not shown today."""
        self._desk.background.run(
            reminders.take_due, self._desk.archive, self._desk.clock, done=self._show, owner=self
        )

    def _show(self, found: tuple[Reminder, ...]) -> None:
        for item in found:
            if self._tray is not None:
                icon = QSystemTrayIcon.MessageIcon.Information
                self._tray.showMessage(item.title, item.text, icon, _SHOWN_MS)
        if found and self._tray is None:
            self._desk.toast(" · ".join(f"{item.title}: {item.text}" for item in found[:_TOLD]))
