"""The five steps of a talk: done, active and to come; every one can be clicked."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.widgets.buttons import OwnButton
from gesprekshulp.ui.widgets.painting import box

STEPS = ("Plannen", "Voorbereiden", "Gesprek", "Verslag", "Nazorg")
_CIRCLE = 24
_BETWEEN = 24
"""The least room between two steps: a short line with a gap on both sides."""


class StepState(Enum):
    """Where a step is."""

    DONE = "klaar"
    ACTIVE = "nu"
    TO_COME = "nog te doen"


class _Step(OwnButton):
    def __init__(self, number: int, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.state = StepState.TO_COME
        self.short = False
        self.setText(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: StepState) -> None:
        self.state = state
        self.setAccessibleName(f"Stap {self._number}, {self.text()}, {state.value}")
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return font(14, 600 if self.state is StepState.ACTIVE else 400)

    def full_width(self) -> int:
        """The width with the words."""
        return _CIRCLE + 8 + QFontMetrics(self._font()).horizontalAdvance(self.text()) + 1

    def set_short(self, short: bool) -> None:
        """Show the number alone; its words are in the tooltip."""
        if short != self.short:
            self.short = short
            self.setToolTip(self.text() if short else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(_CIRCLE + 1 if self.short else self.full_width(), 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(_CIRCLE, 28)

    def paintEvent(self, e: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        circle = QRect(0, 2, _CIRCLE, _CIRCLE)
        half = _CIRCLE / 2
        ink, words = c.muted, c.muted
        if self.state is StepState.DONE:
            box(painter, circle, c.accent_soft, c.accent, half)
            icons.paint(painter, "vink", c.accent, 4, 6, 16)
            words = c.text
        elif self.state is StepState.ACTIVE:
            box(painter, circle, c.accent, None, half)
            ink, words = c.on_accent, c.text
        else:
            box(painter, circle, c.surface, c.line_strong, half)
        if self.state is not StepState.DONE:
            painter.setFont(font(12, 600))
            painter.setPen(colour(ink))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        shown = font(14, 600) if self.state is StepState.ACTIVE else font(14)
        painter.setFont(shown)
        painter.setPen(colour(c.accent if self.underMouse() else words))
        area = self.rect().adjusted(_CIRCLE + 8, 0, 0, 0)
        if not self.short:
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.ring and self.hasFocus():
            box(painter, self.rect(), None, c.accent, 6, 2)
        painter.end()


class _Line(QWidget):
    """The line between two steps; gives way first when there is little room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(8)
        self.setMaximumWidth(36)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(36, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() // 2, self.width(), 1, colour(colours(self).line_strong))
        painter.end()


class Stepper(QWidget):
    """A row of numbered steps. `clicked` gives the index (0-4) of the step asked for."""

    clicked = Signal(int)

    def __init__(self, steps: Sequence[str] = STEPS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Stappen van het gesprek")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._steps: list[_Step] = []
        for index, words in enumerate(steps):
            if index:
                row.addWidget(_Line(self), 1)
            step = _Step(index + 1, words, self)
            step.clicked.connect(lambda _=False, index=index: self.clicked.emit(index))
            row.addWidget(step)
            self._steps.append(step)
        row.addStretch(0)
        self.set_steps(0, ())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_steps(self, active: int, done: Sequence[int]) -> None:
        """Show which step is active and which are done (indexes from 0)."""
        for index, step in enumerate(self._steps):
            if index == active:
                step.set_state(StepState.ACTIVE)
            else:
                step.set_state(StepState.DONE if index in done else StepState.TO_COME)
        self._fit()

    def _fit(self) -> None:
        """On a narrow page only the active step keeps its words."""
        least = sum(step.full_width() for step in self._steps) + (len(self._steps) - 1) * _BETWEEN
        for step in self._steps:
            step.set_short(0 < self.width() < least and step.state is not StepState.ACTIVE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        wide = sum(step.full_width() for step in self._steps)
        return QSize(wide + (len(self._steps) - 1) * (36 + 2 * 8), 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(len(self._steps) * (_CIRCLE + 1) + (len(self._steps) - 1) * _BETWEEN, 28)

    def states(self) -> tuple[StepState, ...]:
        """Where each step is."""
        return tuple(step.state for step in self._steps)
