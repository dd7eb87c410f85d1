"""What may come a moment after a page: the page is painted first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

AFTER_PAINT_MS = 40
"""Long enough for any page to be painted, too short to be waited for."""


def after_paint(owner: QObject, act: Callable[[], object]) -> None:
    """Do something when the page that is opened now has been painted; not when `owner` is gone."""
    QTimer.singleShot(AFTER_PAINT_MS, owner, act)
