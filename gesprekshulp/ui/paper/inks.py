"""The colours of a paper: the firm's on white, and lighter ones on the dark paper of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor

from gesprekshulp.domain.report import FirmIdentity
from gesprekshulp.exchange.word.styles import accent as readable
from gesprekshulp.ui.paper.looks import Ink
from gesprekshulp.ui.theme.tokens import DARK, LIGHT

_DARK_PAPER = "#192122"


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours as #RRGGBB, by what they are for."""

    paper: str
    edge: str
    line: str
    soft: str
    text: str
    muted: str
    accent: str
    second: str
    late: str
    mark: str
    mark_soft: str

    def of(self, ink: Ink) -> str:
        """The colour of letters."""
        return {
            Ink.TEXT: self.text,
            Ink.MUTED: self.muted,
            Ink.ACCENT: self.accent,
            Ink.SECOND: self.second,
            Ink.LATE: self.late,
        }[ink]


@cache
def inks_of(accent: str, second: str, *, dark: bool = False) -> Inks:
    """The colours of a firm's paper; on dark paper its own colours become light enough to read."""
    c = DARK if dark else LIGHT
    return Inks(
        paper=_DARK_PAPER if dark else "#FFFFFF",
        edge=c.line,
        line=c.line,
        soft=c.sunken,
        text=c.text,
        muted=c.muted,
        accent=_lighter(accent, LIGHT.accent, c.accent) if dark else f"#{readable(accent)}",
        second=_lighter(second, LIGHT.muted, c.muted) if dark else f"#{readable(second)}",
        late=c.late,
        mark=c.accent,
        mark_soft=c.accent_soft,
    )


def inks_for(firm: FirmIdentity, *, dark: bool = False) -> Inks:
    """The colours of the paper of a firm."""
    return inks_of(firm.accent, firm.second, dark=dark)


def _lighter(colour: str, own: str, own_dark: str) -> str:
    if colour.upper() == own.upper():
        return own_dark
    shade = QColor(f"#{readable(colour)}")
    return QColor.fromHsl(max(shade.hslHue(), 0), min(shade.hslSaturation(), 160), 185).name()
