"""The bar at the bottom: what was done, with Ongedaan maken; or what went wrong."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gesprekshulp.ui.theme.palette import colours
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import IconButton, QuietButton
from gesprekshulp.ui.widgets.labels import IconLabel, KeyCap, Text
from gesprekshulp.ui.widgets.painting import box

_SHOWN_MS = 8_000
_ERROR_MS = 20_000
_MOST = 640
_ABOVE = 88  # pixels: free of the bar that many pages have at the bottom
UNDO = "Ongedaan maken"


class Toast(QWidget):
    """One bar over the bottom of a window, gone after 8 seconds; a next message replaces it.

    A reminder waits until the bar is gone: it never takes an offer to undo, or an error, away.

    While it offers to undo, Ctrl+Z does so too (a text field with the focus undoes its own typing
    first); otherwise that key gives `undo_asked`. An error stays 20 seconds or until it is closed.
    """

    undo_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._undo: Callable[[], object] | None = None
        self._failed = False
        self._reminder: Callable[[], None] | None = None
        self._window = window
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        self._icon = IconLabel("vink-cirkel", role="accent")
        self.words = Text(wrap=True)
        self.undo_button = QuietButton(UNDO)
        self._key = KeyCap("Ctrl+Z")
        self._close = IconButton("kruis", "Melding sluiten", size=28, icon_size=16)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self._key)
        row.addWidget(self._close)
        self.undo_button.clicked.connect(self.undo)
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window)
        self._shortcut.activated.connect(self._undo_key)
        window.installEventFilter(self)
        self.hide()

    def tell(
        self, text: str, undo: Callable[[], object] | None = None, *, action: str = UNDO
    ) -> None:
        """Say what was done, and offer to undo it; or something else, named by `action`."""
        self._show(text, "vink-cirkel", "accent", undo, _SHOWN_MS, action)

    def remind(self, text: str, act: Callable[[], object], *, action: str) -> None:
        """Remind of something once nothing else is said; `action` names what `act` does."""
        if self.isVisible():
            self._reminder = lambda: self.tell(text, act, action=action)
        else:
            self.tell(text, act, action=action)

    def fail(self, sentence: str) -> None:
        """Say what went wrong."""
        self._show(sentence, "let-op", "text", None, _ERROR_MS)
        self._failed = True

    def forget_failure(self) -> None:
        """Take the bar away when it says what went wrong; what was done stays in view."""
        if self._failed:
            self.dismiss()

    def _undo_key(self) -> None:
        if self._undo is not None and not self._key.isHidden():
            self.undo()
        else:
            self.undo_asked.emit()

    def undo(self) -> None:
        """Undo what the bar is about, once."""
        act, self._undo = self._undo, None
        reminder, self._reminder = self._reminder, None
        self.dismiss()
        if act is not None:
            act()
        self._reminder = reminder
        if reminder is not None and not self.isVisible():
            self.dismiss()  # nothing was said by undoing: now it may

    def dismiss(self) -> None:
        """Take the bar away; what was done stays done."""
        self._undo = None
        self._failed = False
        self._timer.stop()
        self.hide()
        reminder, self._reminder = self._reminder, None
        if reminder is not None:
            reminder()

    def _show(
        self,
        text: str,
        icon: str,
        role: str,
        undo: Callable[[], object] | None,
        milliseconds: int,
        action: str = UNDO,
    ) -> None:
        self._undo = undo
        self._failed = False
        self._icon.set_icon(icon, role)
        self.words.setText(text)
        self.setAccessibleName(text)
        self.undo_button.set_label(action)
        self.undo_button.setVisible(undo is not None)
        undoes = undo is not None and action == UNDO
        self._key.setVisible(undoes)
        self._timer.start(milliseconds)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        window = self._window
        most = min(_MOST, window.width() - 32)
        # As wide as its one line, and wrapped when that is too much.
        self.words.setWordWrap(False)
        self._row.invalidate()
        wide = min(most, self._row.sizeHint().width())
        self.words.setWordWrap(True)
        self._row.invalidate()
        high = max(48, self._row.totalHeightForWidth(wide))
        self.setGeometry((window.width() - wide) // 2, window.height() - high - _ABOVE, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def sizeHint(self) -> QSize:
        return QSize(_MOST, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        box(painter, self.rect(), c.surface, c.line_strong, RADIUS.card)
        painter.end()
