"""Text on a page. Plain text always: what a client typed is never read as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gesprekshulp.ui.text_places import units
from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import ROLE, colour, colours
from gesprekshulp.ui.theme.tokens import RADIUS, Colours
from gesprekshulp.ui.widgets.painting import box
from gesprekshulp.ui.widgets.set_text import LINE_HEIGHT, SetLabel

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
)


# In rich text Qt puts all extra room of a line above its letters; half of it belongs below them.
_LIFT = {12: 0, 14: 2, 18: 1, 24: 2}


class Text(SetLabel):
    """Text of one size, weight and colour role; `wrap` lets it run over several lines."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: int = 14,
        weight: int = 400,
        role: str = "text",
        wrap: bool = False,
    ) -> None:
        super().__init__(size, weight, parent)
        self.setMinimumHeight(LINE_HEIGHT[size])
        if text:
            self.set_text(text)
        if role != "text":
            self.setForegroundRole(ROLE[role])
        if wrap:
            self.setWordWrap(True)

    def setText(self, arg__1: str) -> None:
        """Show another text; a line break in it is one on screen."""
        self.set_text(arg__1)

    def set_role(self, role: str) -> None:
        """Change the colour role ("text", "muted", "accent" or "late")."""
        self.setForegroundRole(ROLE[role])


class CopyableText(QLabel):
    """Text of which a piece can be selected and copied."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        size: int = 14,
        weight: int = 400,
        role: str = "text",
        wrap: bool = True,
    ) -> None:
        super().__init__(parent)
        self._plain = text
        # Qt has a line height in rich text only.
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(font(size, weight))
        self.setMinimumHeight(LINE_HEIGHT[size])
        self.setWordWrap(wrap)
        self.setContentsMargins(0, -_LIFT[size], 0, _LIFT[size])
        broken = escape(text).replace("\n", "<br>")
        line = LINE_HEIGHT[size]
        super().setText(f'<p style="margin:0; line-height:{line}px">{broken}</p>' if text else "")
        self.setAccessibleName(text)
        if role != "text":
            self.setForegroundRole(ROLE[role])
        self.setTextInteractionFlags(_SELECTABLE)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def text(self) -> str:
        """The text as it was given."""
        return self._plain


class Title(Text):
    """The title of a page: 24, one on a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False):
        super().__init__(text, parent, size=24, weight=600, wrap=wrap)


class Section(Text):
    """The heading of a section or panel: 18."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False):
        super().__init__(text, parent, size=18, weight=600, wrap=wrap)


class Strong(Text):
    """A name: 14, bold."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False):
        super().__init__(text, parent, weight=600, wrap=wrap)


class Label(Text):
    """The label of a field or group: 12, bold."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "text"):
        super().__init__(text, parent, size=12, weight=600, role=role)


class Muted(Text):
    """A second line or a date: muted, 12 (or 14 with `size`)."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: int = 12,
        wrap: bool = False,
    ) -> None:
        super().__init__(text, parent, size=size, role="muted", wrap=wrap)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line with a look of its own."""

    text: str
    role: str = ""
    bold: bool = False
    struck: bool = False


class SpanLabel(SetLabel):
    """One text in several looks, such as "di 10 mrt · **2 dagen te laat**" in the late colour."""

    def __init__(
        self,
        spans: Sequence[Span] = (),
        parent: QWidget | None = None,
        *,
        size: int = 14,
        wrap: bool = False,
    ) -> None:
        super().__init__(size, parent=parent)
        self._spans: tuple[Span, ...] = ()
        self.setWordWrap(wrap)
        self.set_spans(spans)

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Show these pieces one after another."""
        self._spans = tuple(spans)
        self.palette_changed()

    def spans(self) -> tuple[Span, ...]:
        """The pieces as they are shown."""
        return self._spans

    def palette_changed(self) -> None:
        c = colours(self)
        text = "".join(span.text for span in self._spans)
        looks: list[QTextLayout.FormatRange] = []
        at = 0
        for span in self._spans:
            start, at = at, at + len(span.text)
            if span.role or span.bold or span.struck:
                looks.append(_look(span, units(text, start), units(text, at), c))
        self.set_text(text, looks)


def _look(span: Span, start: int, end: int, c: Colours) -> QTextLayout.FormatRange:
    """How a span looks, from and to these places as Qt counts them."""
    look = QTextLayout.FormatRange()
    look.start = start
    look.length = end - start
    if span.role:
        look.format.setForeground(colour(getattr(c, span.role)))
    if span.bold:
        look.format.setFontWeight(QFont.Weight.DemiBold)
    if span.struck:
        look.format.setFontStrikeOut(True)
    return look


class DateEcho(SpanLabel):
    """A day as people say it: "vr 13 mrt · morgen", or in the late colour when overdue."""

    def __init__(
        self,
        day: str = "",
        distance: str = "",
        parent: QWidget | None = None,
        *,
        late: bool = False,
        size: int = 12,
    ) -> None:
        super().__init__((), parent, size=size)
        self.set_day(day, distance, late=late)

    def set_day(self, day: str, distance: str, *, late: bool = False) -> None:
        """Show a day ("vr 13 mrt") and how far away it is ("morgen")."""
        role = "late" if late else ""
        between = " · " if day and distance else ""
        self.set_spans([Span(day + between, role), Span(distance, role, bold=late)])


class ElidedLabel(QWidget):
    """One line that ends with an ellipsis when there is no room, and then has a tooltip."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: int = 14,
        weight: int = 400,
        role: str = "text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self.setFont(font(size, weight))
        self._role = role
        self._align = align
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        self._text = text.replace("\n", " ")
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self._mend_tooltip()
        self.update()

    def set_role(self, role: str) -> None:
        """Change the colour role."""
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._text) + 2, self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 32), self._line_height())

    def _line_height(self) -> int:
        return LINE_HEIGHT.get(self.font().pixelSize(), 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._mend_tooltip()
        super().resizeEvent(event)

    def _mend_tooltip(self) -> None:
        wide = QFontMetrics(self.font()).horizontalAdvance(self._text)
        self.setToolTip(self._text if wide > self.width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(colour(getattr(colours(self), self._role)))
        shown = QFontMetrics(self.font()).elidedText(
            self._text, Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | self._align, shown)
        painter.end()


class IconLabel(QWidget):
    """An icon alone, as decoration beside words (no accessible name of its own)."""

    def __init__(
        self, icon: str, parent: QWidget | None = None, *, role: str = "muted", size: int = 20
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role = role
        self.setFixedSize(size, size)

    def set_icon(self, icon: str, role: str = "") -> None:
        """Show another icon, in another role when given."""
        self._icon = icon
        self._role = role or self._role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, self._icon, getattr(colours(self), self._role), 0, 0, self.width())
        painter.end()


class KeyCap(QWidget):
    """The name of a key in a small box, such as Ctrl+K."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self.setFont(font(12, 500))
        self.set_keys(keys)

    def set_keys(self, keys: str) -> None:
        """Show another key."""
        self._keys = keys
        self.setAccessibleName(f"toets {keys}")
        self.setFixedSize(QFontMetrics(self.font()).horizontalAdvance(keys) + 12, 20)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        box(painter, self.rect(), c.sunken, c.line, RADIUS.badge)
        painter.setFont(self.font())
        painter.setPen(colour(c.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()
