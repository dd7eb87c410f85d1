"""The four letter sizes as fonts, with figures of equal width."""

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from gesprekshulp.ui.theme.tokens import TYPE

_WEIGHTS = {400: QFont.Weight.Normal, 500: QFont.Weight.Medium, 600: QFont.Weight.DemiBold}


@cache
def _family() -> str | None:
    # Windows and macOS have a good letter of their own; on Linux Inter is it, when installed.
    if sys.platform.startswith("linux") and QFontDatabase.hasFamily("Inter"):
        return "Inter"
    return None


@cache
def font(size: int = TYPE.body, weight: int = 400) -> QFont:
    """The font of a size in pixels (12, 14, 18 or 24) and a weight (400, 500 or 600).

    The same object is given each time; copy it before changing it.
    """
    family = _family()
    result = QFont(family) if family else QFont()
    result.setPixelSize(size)
    result.setWeight(_WEIGHTS[weight])
    result.setFeature(QFont.Tag("tnum"), 1)
    return result
