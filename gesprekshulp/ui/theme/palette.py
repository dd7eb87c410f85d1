"""The colour roles as a QPalette, so that labels and surfaces are coloured by Qt itself.

A palette has fewer roles than we have, and some of Qt's are only used for bevels that Fusion never
draws here. `ROLE` says which of ours sits in which of Qt's. Widgets that paint ask `colours()`.
"""

from functools import cache

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gesprekshulp.ui.theme.tokens import DARK, LIGHT, Colours

ROLE: dict[str, QPalette.ColorRole] = {
    "window": QPalette.ColorRole.Window,
    "page": QPalette.ColorRole.Light,
    "surface": QPalette.ColorRole.Base,
    "sunken": QPalette.ColorRole.AlternateBase,
    "hover": QPalette.ColorRole.Midlight,
    "line": QPalette.ColorRole.Mid,
    "line_strong": QPalette.ColorRole.Dark,
    "text": QPalette.ColorRole.WindowText,
    "muted": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Accent,
    "accent_soft": QPalette.ColorRole.Highlight,
    "late": QPalette.ColorRole.BrightText,
    "desk": QPalette.ColorRole.Shadow,
}


def make_palette(c: Colours) -> QPalette:
    """The palette of one colour scheme."""
    palette = QPalette()
    for name, role in ROLE.items():
        palette.setColor(role, QColor(getattr(c, name)))
    more = {
        QPalette.ColorRole.Text: c.text,
        QPalette.ColorRole.Button: c.surface,
        QPalette.ColorRole.ButtonText: c.text,
        QPalette.ColorRole.HighlightedText: c.text,
        QPalette.ColorRole.Link: c.accent,
        QPalette.ColorRole.LinkVisited: c.accent,
        QPalette.ColorRole.ToolTipBase: c.surface,
        QPalette.ColorRole.ToolTipText: c.text,
    }
    for role, colour in more.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.muted))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, QColor(c.sunken))
    return palette


def is_dark(palette: QPalette) -> bool:
    """Whether this palette is the dark one."""
    # A stylesheet changes some roles of the widgets it styles (a transparent background becomes
    # black here), but never this one.
    return palette.color(ROLE["desk"]).lightness() < 128


def colours(of: QWidget | QPalette) -> Colours:
    """The colours in force for a widget (or for the palette a delegate was given)."""
    return DARK if is_dark(of if isinstance(of, QPalette) else of.palette()) else LIGHT


@cache
def colour(value: str) -> QColor:
    """A QColor of #RRGGBB, kept because painting asks for the same few all day."""
    return QColor(value)


def set_surface(widget: QWidget, role: str) -> None:
    """Give a widget the background of a colour role ("page", "surface", "window", "desk" ...)."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(ROLE[role])


def set_area_surface(area: QAbstractScrollArea, role: str) -> None:
    """The same for what a scrolling area shows, on a viewport of our own.

    Asking Qt for the viewport that it made itself lets PySide make the Python types of all widgets
    there are, to find which one it is: 15 to 35 ms of a start, and a megabyte.
    """
    viewport = QWidget()
    set_surface(viewport, role)
    area.setViewport(viewport)
