"""Thin progress lines, and a strip that says what is being done and can be cancelled."""

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.ui.theme.palette import colours, set_surface
from gesprekshulp.ui.widgets.buttons import SecondaryButton
from gesprekshulp.ui.widgets.labels import ElidedLabel
from gesprekshulp.ui.widgets.painting import box


class ProgressLine(QWidget):
    """A line with a filled part from 0 to 1; `late` fills it in the late colour."""

    def __init__(
        self, parent: QWidget | None = None, *, height: int = 4, name: str = "Voortgang"
    ) -> None:
        super().__init__(parent)
        self._part = 0.0
        self._late = False
        self._name = name
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_part(0.0)

    def set_part(self, part: float, *, late: bool = False) -> None:
        """Fill this part of the line; more than 1 is shown as full."""
        self._part = min(1.0, max(0.0, part))
        self._late = late
        self.setAccessibleName(f"{self._name}: {round(self._part * 100)} procent")
        self.update()

    def set_name(self, name: str) -> None:
        """Say what it is the progress of, from the next `set_part` on."""
        self._name = name

    def part(self) -> float:
        """The filled part."""
        return self._part

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        radius = self.height() / 2
        box(painter, self.rect(), c.line, None, radius)
        if self._part > 0:
            wide = max(self.height(), self.width() * self._part)
            fill = c.late if self._late else c.accent
            box(painter, QRectF(0, 0, wide, self.height()), fill, None, radius)
        painter.end()


class BusyStrip(QWidget):
    """A strip above a page: what is being done, how far, and Annuleren.

    It appears only when the work takes longer than a moment (300 ms), so that quick work is quiet.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(32, 6, 32, 6)
        row.setSpacing(12)
        self.words = ElidedLabel()
        self.cancel = SecondaryButton("Annuleren", size="small")
        self.cancel.clicked.connect(self.cancelled)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self.line = ProgressLine()
        column.addWidget(self.line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(300)
        self._timer.timeout.connect(self.show)
        self.hide()

    def start(self, words: str) -> None:
        """Say what is being done."""
        self.words.setText(words)
        self.line.set_part(0.0)
        self._timer.start()

    def set_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.line.set_part(done / total if total else 0.0)

    def stop(self) -> None:
        """The work is over."""
        self._timer.stop()
        self.hide()
