"""What an empty page shows: a small line drawing, a title, one sentence and what to do next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.palette import colour, colours
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.labels import Muted, Strong, Title


@dataclass(frozen=True, slots=True)
class WayOn:
    """One thing that can be done from an empty page; the first is the primary one."""

    icon: str
    title: str
    sentence: str
    button: str
    act: Callable[[], object]


class _Drawing(QWidget):
    """A desk with a laptop and a cup, in lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(120, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(c.line_strong), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(20, 4, 56, 36), 4, 4)
        base = QPainterPath(QPointF(18, 40))
        base.lineTo(12, 48)
        base.lineTo(84, 48)
        base.lineTo(78, 40)
        painter.drawPath(base)
        painter.drawLine(QPointF(4, 48), QPointF(116, 48))
        painter.drawPolyline([QPointF(92, 48), QPointF(92, 32), QPointF(108, 32), QPointF(108, 48)])
        painter.drawArc(QRectF(103, 36, 12, 8), -90 * 16, 180 * 16)
        for x in (97, 103):
            steam = QPainterPath(QPointF(x, 26))
            steam.quadTo(x - 1.5, 23, x + 0.5, 22.5)
            steam.quadTo(x + 2, 21.5, x, 19)
            painter.drawPath(steam)
        pen.setColor(colour(c.accent))
        painter.setPen(pen)
        for y, right in ((16, 56), (24, 64), (32, 48)):
            painter.drawLine(QPointF(32, y), QPointF(right, y))
        painter.end()


class _RoundIcon(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(c.accent_soft))
        painter.drawEllipse(self.rect())
        icons.paint(painter, self._icon, c.accent, 10, 10, 20)
        painter.end()


class EmptyPage(QWidget):
    """Fills a page that has nothing to show yet. `footer` is a widget under the ways on."""

    def __init__(
        self,
        title: str,
        sentence: str,
        ways: Sequence[WayOn] = (),
        parent: QWidget | None = None,
        *,
        footer: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.addStretch(1)
        middle = QWidget()
        middle.setMaximumWidth(632)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        outer.addWidget(middle, 8)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(_Drawing())
        column.addSpacing(20)
        column.addWidget(Title(title, wrap=True))
        column.addSpacing(4)
        text = Muted(sentence, size=14, wrap=True)
        text.setMaximumWidth(540)
        column.addWidget(text)
        column.addSpacing(24)
        self.buttons: list[PrimaryButton | SecondaryButton] = []
        if ways:
            card = Card()
            for number, way in enumerate(ways):
                card.add_row(self._row(way, primary=number == 0))
            column.addWidget(card)
        if footer is not None:
            column.addSpacing(16)
            column.addWidget(footer)
        column.addStretch(3)

    def sizeHint(self) -> QSize:
        return QSize(700, 480)

    def _row(self, way: WayOn, *, primary: bool) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(16)
        layout.addWidget(_RoundIcon(way.icon))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(way.title))
        words.addWidget(Muted(way.sentence, size=14, wrap=True))
        layout.addLayout(words, 1)
        button = PrimaryButton(way.button) if primary else SecondaryButton(way.button)
        button.clicked.connect(lambda _=False: way.act())
        self.buttons.append(button)
        layout.addWidget(button)
        return row
