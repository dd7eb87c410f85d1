"""Who talks how long: explaining, together and listening, in one bar with minutes below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours

_HIGH = 8


class TalkBar(QWidget):
    """Minutes of explaining (wij), talking together (samen) and listening (klant)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_minutes(0, 0, 0)

    def set_minutes(self, explain: int, together: int, listen: int) -> None:
        """Show these minutes."""
        self._minutes = (explain, together, listen)
        self.setAccessibleName(
            f"{explain} minuten uitleg, {together} minuten samen, {listen} minuten luisteren"
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HIGH + 4 + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(self._minutes)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(0, 0, self.width(), _HIGH), _HIGH / 2, _HIGH / 2)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(QRectF(0, 0, self.width(), _HIGH), colour(c.surface))
        x = 0.0
        starts: list[float] = []
        for minutes, fill in zip(self._minutes, (c.accent, c.accent_line, c.surface), strict=True):
            wide = self.width() * minutes / total if total else 0
            starts.append(x)
            if wide:
                painter.fillRect(QRectF(x, 0, wide - 1, _HIGH), colour(fill))
            x += wide
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._minutes[2] or not total:
            self._outline(painter, starts[2] if total else 0.0, c.line_strong)
        self._legend(painter, starts, c.text)
        painter.end()

    def _outline(self, painter: QPainter, left: float, line: str) -> None:
        """The outline of the listening part: square on its left unless it is the whole bar."""
        painter.setPen(QPen(colour(line), 1))
        high, right, bend = _HIGH - 0.5, self.width() - 0.5, 3.5
        start = left + 0.5
        path = QPainterPath(QPointF(start, 0.5))
        path.lineTo(right - bend, 0.5)
        path.quadTo(right, 0.5, right, 0.5 + bend)
        path.quadTo(right, high, right - bend, high)
        path.lineTo(start, high)
        path.closeSubpath()
        painter.drawPath(path)

    def _legend(self, painter: QPainter, starts: list[float], ink: str) -> None:
        bold, plain = font(12, 600), font(12)
        painter.setPen(colour(ink))
        free = 0.0
        base = _HIGH + 4 + 13
        for minutes, start, word in zip(
            self._minutes, starts, ("uitleg", "samen", "luisteren"), strict=True
        ):
            if not minutes:
                continue
            number, rest = str(minutes), f" min {word}"
            wide = QFontMetrics(bold).horizontalAdvance(number)
            wide += QFontMetrics(plain).horizontalAdvance(rest)
            x = min(max(start + 1, free), max(0.0, self.width() - wide))
            painter.setFont(bold)
            painter.drawText(QPointF(x, base), number)
            painter.setFont(plain)
            painter.drawText(QPointF(x + QFontMetrics(bold).horizontalAdvance(number), base), rest)
            free = x + wide + 12
