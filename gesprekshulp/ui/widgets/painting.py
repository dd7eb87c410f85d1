"""What widgets and the list delegate both draw: boxes, badges, checks and kind marks."""

import math
from enum import Enum
from functools import cache, lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap, QStaticText, QTransform

from gesprekshulp.ui.theme import icons
from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import colour
from gesprekshulp.ui.theme.tokens import RADIUS, SIZE, Colours

_CENTRE = Qt.AlignmentFlag.AlignCenter


class BadgeKind(Enum):
    """How a badge is filled; the word in it always says the same as its fill."""

    OURS = "wij"
    THEIRS = "klant"
    NEUTRAL = "neutraal"
    ACCENT = "accent"
    LATE = "te laat"


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    fill: str | None,
    border: str | None,
    radius: float,
    width: float = 1,
    *,
    dashed: bool = False,
) -> None:
    """A rounded box with a crisp border inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    area = QRectF(rect)
    if border:
        pen = QPen(colour(border), width)
        if dashed:
            pen.setDashPattern([3 / width, 2 / width])
        painter.setPen(pen)
        half = width / 2
        area.adjust(half, half, -half, -half)
        radius = max(0.0, radius - half)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(area, radius, radius)


@cache
def measures(size: int, weight: int = 400) -> QFontMetrics:
    """The measures of a letter, kept: a list asks for the same few at every repaint."""
    return QFontMetrics(font(size, weight))


class Line:
    """A text laid out on one line, cut off with "…" when it has less room; drawn as it is laid out.

    Laying out takes as long as drawing, so it is done once. A row that comes in view again, or a
    word that stands on every row, is only drawn.
    """

    __slots__ = ("height", "laid", "width")

    def __init__(self, text: str, size: int, weight: int, room: int) -> None:
        letters = font(size, weight)
        self.laid = _laid(text, letters)
        self.width = math.ceil(self.laid.size().width())
        if self.width > room:
            shown = measures(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, room)
            self.laid = _laid(shown, letters)
            self.width = math.ceil(self.laid.size().width())
        self.height = math.ceil(self.laid.size().height())

    def draw(self, painter: QPainter, x: int, area: QRect) -> None:
        """Draw from `x`, in the middle of the height of `area`.

        The painter has this line's own font and a pen.
        """
        painter.drawStaticText(x, area.y() + (area.height() - self.height) // 2, self.laid)


def _laid(text: str, letters: QFont) -> QStaticText:
    laid = QStaticText(text)
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.prepare(QTransform(), letters)
    return laid


_ANY_ROOM = 100_000


@lru_cache(maxsize=512)
def line(text: str, size: int, weight: int = 400, room: int = _ANY_ROOM) -> Line:
    """A text on one line in a letter of `fonts.font`; the last ones used are kept."""
    return Line(" ".join(text.split("\n")), size, weight, room)


@lru_cache(maxsize=128)
def _picture(
    width: int, height: int, fill: str | None, border: str | None, radius: float, ratio: float
) -> QPixmap:
    image = QPixmap(QSize(round(width * ratio), round(height * ratio)))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    box(painter, QRect(0, 0, width, height), fill, border, radius)
    painter.end()
    return image


def small_box(
    painter: QPainter, rect: QRect, fill: str | None, border: str | None, radius: float
) -> None:
    """As `box`, from a picture that is kept: for badges and checks, which come by the hundred."""
    ratio = painter.device().devicePixelRatioF()
    image = _picture(rect.width(), rect.height(), fill, border, radius, ratio)
    painter.drawPixmap(rect.topLeft(), image)


def badge_colours(kind: BadgeKind, c: Colours) -> tuple[str, str | None, str]:
    """Fill, border and ink of a badge."""
    return {
        BadgeKind.OURS: (c.accent_soft, c.accent_line, c.accent),
        BadgeKind.THEIRS: (c.surface, c.line_strong, c.text),
        BadgeKind.NEUTRAL: (c.sunken, c.line, c.muted),
        BadgeKind.ACCENT: (c.accent_soft, None, c.accent),
        BadgeKind.LATE: (c.late_soft, None, c.late),
    }[kind]


def badge_font(kind: BadgeKind) -> QFont:
    """Parties and lateness are bold, the rest is medium."""
    return font(12, _badge_weight(kind))


def _badge_weight(kind: BadgeKind) -> int:
    return 500 if kind is BadgeKind.NEUTRAL else 600


def badge(
    painter: QPainter, rect: QRect, text: str, kind: BadgeKind, c: Colours, icon: str = ""
) -> None:
    """A badge with its word in the middle, and an icon of 14 before it when named."""
    fill, border, ink = badge_colours(kind, c)
    small_box(painter, rect, fill, border, RADIUS.badge)
    area = QRect(rect)
    if icon:
        icons.paint(painter, icon, ink, rect.x() + 8, rect.y() + (rect.height() - 14) / 2, 14)
        area.adjust(18, 0, 0, 0)
    weight = _badge_weight(kind)
    painter.setFont(font(12, weight))
    painter.setPen(colour(ink))
    word = line(text, 12, weight, area.width() - 8)
    word.draw(painter, area.x() + (area.width() - word.width) // 2, area)


def check(
    painter: QPainter, rect: QRect, c: Colours, *, done: bool, round_: bool, hover: bool = False
) -> None:
    """The check of 18: round for a promise kept, square for something asked."""
    radius = rect.width() / 2 if round_ else RADIUS.badge
    if done:
        small_box(painter, rect, c.accent, c.accent, radius)
        size = 14
        icons.paint(
            painter,
            "vink",
            c.on_accent,
            rect.x() + (rect.width() - size) / 2,
            rect.y() + (rect.height() - size) / 2,
            size,
        )
        return
    if hover:
        box(painter, rect, c.surface, c.accent, radius, 1.5)
    else:
        small_box(painter, rect, c.surface, c.line_strong, radius)


def kind_mark(
    painter: QPainter, rect: QRect, mark: str, c: Colours, *, vague: bool = False
) -> None:
    """The mark of a note line: `! = + ? ~ #`, or a dot for a plain one (mark "")."""
    painter.setFont(font(12, 600))
    if not mark:
        painter.setPen(colour(c.muted))
        painter.drawText(rect, _CENTRE, "·")
        return
    ink = c.text
    if mark == "!" and vague:
        box(painter, rect, None, c.accent, RADIUS.badge, dashed=True)
        ink = c.accent
    elif mark == "!":
        box(painter, rect, c.accent, None, RADIUS.badge)
        ink = c.on_accent
    elif mark == "=":
        box(painter, rect, c.text, None, RADIUS.badge)
        ink = c.surface
    elif mark == "#":
        box(painter, rect, None, c.line_strong, RADIUS.badge, dashed=True)
        ink = c.muted
    else:
        box(painter, rect, c.surface, c.line_strong, RADIUS.badge)
    painter.setPen(colour(ink))
    painter.drawText(rect, _CENTRE, mark)


def badge_width(text: str, kind: BadgeKind, icon: str = "") -> int:
    """How wide a badge is: parties are all equally wide, so that lists line up."""
    wide = QFontMetrics(badge_font(kind)).horizontalAdvance(text) + 16 + (18 if icon else 0)
    return max(SIZE.badge_party, wide) if kind in (BadgeKind.OURS, BadgeKind.THEIRS) else wide
