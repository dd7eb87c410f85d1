"""The colours of a paper: the firm's on white, also where the window around it is dark."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gesprekshulp.domain.report import FirmIdentity
from gesprekshulp.exchange.word.styles import accent as readable
from gesprekshulp.ui.paper.looks import Ink
from gesprekshulp.ui.theme.tokens import LIGHT


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
def inks_of(accent: str, second: str) -> Inks:
    """The colours of a firm's paper."""
    return Inks(
        paper="#FFFFFF",
        edge=LIGHT.line,
        line=LIGHT.line,
        soft=LIGHT.sunken,
        text=LIGHT.text,
        muted=LIGHT.muted,
        accent=f"#{readable(accent)}",
        second=f"#{readable(second)}",
        late=LIGHT.late,
        mark=LIGHT.accent,
        mark_soft=LIGHT.accent_soft,
    )


def inks_for(firm: FirmIdentity) -> Inks:
    """The colours of the paper of a firm."""
    return inks_of(firm.accent, firm.second)
