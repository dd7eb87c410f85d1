"""The paper of the preview: a page 624 wide with the letters, lines and tables of the Word file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gesprekshulp.exchange.word.styles import accent as readable_accent
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour, colours, is_dark
from gesprekshulp.ui.theme.tokens import LIGHT
from gesprekshulp.ui.widgets.cards import Separator

WIDTH = 624
MARGIN = 56
TEXT_WIDTH = WIDTH - 2 * MARGIN - 2
_HEIGHT = 882  # the shape of A4
_PAPER_DARK = "#192122"


@cache
def paper_font(size: int = 12, weight: int = 400) -> QFont:
    """The letter of the paper; its sizes are those of the Word file, not of the window."""
    made = QFont(font(12, weight))
    made.setPixelSize(size)
    return made


def firm_colour(widget: QWidget, accent: str) -> str:
    """The firm's colour, lighter on dark paper so that it can be read."""
    if not is_dark(widget.palette()):
        return f"#{readable_accent(accent)}"
    if accent.upper() == LIGHT.accent:
        return colours(widget).accent
    shade = QColor(accent)
    return QColor.fromHsl(max(shade.hslHue(), 0), min(shade.hslSaturation(), 160), 185).name()


class PaperText(QLabel):
    """Text as it stands on paper: what is typed is never read as HTML.

    `role` is "text", "muted" or "accent"; the last is the firm's colour.
    """

    def __init__(
        self,
        text: str,
        accent: str = LIGHT.accent,
        *,
        size: int = 12,
        weight: int = 400,
        role: str = "text",
        line: int = 18,
        bold_start: str = "",
        bold_end: str = "",
    ) -> None:
        super().__init__()
        self._text, self._accent, self._role, self._line = text, accent, role, line
        self._bold_start, self._bold_end = bold_start, bold_end
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(paper_font(size, weight))
        self._dark: bool | None = None
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._render()

    def plain(self) -> str:
        """The words, all of them."""
        return f"{self._bold_start}{self._text}{self._bold_end}"

    def _render(self) -> None:
        dark = is_dark(self.palette())
        if dark is self._dark:
            return
        self._dark = dark
        c = colours(self)
        ink = firm_colour(self, self._accent) if self._role == "accent" else getattr(c, self._role)
        words = escape(self._text).replace("\n", "<br>")
        if self._bold_start:
            words = f"<b>{escape(self._bold_start)}</b>{words}"
        if self._bold_end:
            words = f"{words}<b>{escape(self._bold_end)}</b>"
        self.setText(
            f'<p style="margin:0; line-height:{self._line}px; -qt-line-height-type:fixed;'
            f' color:{ink}">{words}</p>'
        )
        self.setAccessibleName(self.plain())

    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.PaletteChange and hasattr(self, "_text"):
            self._render()


class Rule(QWidget):
    """The line under the letterhead, in the firm's colour."""

    def __init__(self, accent: str) -> None:
        super().__init__()
        self._accent = accent
        self.setFixedHeight(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(firm_colour(self, self._accent)))
        painter.end()


class Paper(QWidget):
    """One long white page; blocks go in `column`."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(WIDTH, _HEIGHT)
        # Without a role of its own, letters on the desk would be made for the desk.
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN - 7, 24, MARGIN - 7, 48)
        self.column.setSpacing(0)

    def fit(self) -> None:
        """Be as high as what stands on it."""
        self.setFixedHeight(max(_HEIGHT, self.column.totalHeightForWidth(WIDTH)))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        fill = _PAPER_DARK if is_dark(self.palette()) else "#FFFFFF"
        painter.fillRect(self.rect(), colour(fill))
        painter.setPen(colour(c.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Cells(QWidget):
    def __init__(self, cells: Sequence[QWidget], widths: Sequence[int], *, head: bool) -> None:
        super().__init__()
        self._head = head
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        for cell, width in zip(cells, widths, strict=True):
            if width:
                cell.setFixedWidth(width)
            row.addWidget(cell, 0 if width else 1, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._head:
            painter = QPainter(self)
            painter.fillRect(self.rect(), colour(colours(self).sunken))
            painter.end()


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> QWidget:
    """A table with a head; a width of 0 takes what is left."""
    holder, column = _column()
    head = [PaperText(text, weight=600) for text in heads]
    column.addWidget(_Cells(head, widths, head=True))
    column.addWidget(Separator())
    for cells in rows:
        column.addWidget(_Cells([PaperText(text) for text in cells], widths, head=False))
        column.addWidget(Separator())
    return holder


def facts(rows: Sequence[tuple[str, str]]) -> QWidget:
    """The table of facts under the title: a muted label and what it is."""
    holder, column = _column()
    for label, value in rows:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        name = PaperText(label, role="muted")
        name.setFixedWidth(108)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PaperText(value), 1)
        column.addWidget(line)
        column.addWidget(Separator())
    return holder


def numbered(items: Sequence[PaperText], marks: Sequence[str]) -> QWidget:
    """A list with numbers or bullets before its items."""
    holder, column = _column()
    for mark, item in zip(marks, items, strict=True):
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        sign = PaperText(mark)
        sign.setFixedWidth(16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(item, 1)
        column.addLayout(row)
    return holder


def _column() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return holder, column
