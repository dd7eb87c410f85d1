"""Opening the example office beside one's own archive."""

from __future__ import annotations

import sys

from PySide6.QtCore import QProcess

from gesprekshulp.ui.context import Desk


def open_example(desk: Desk) -> None:
    """Start a second window on a throw-away archive with the example office."""
    frozen = bool(getattr(sys, "frozen", False))
    arguments = ["--voorbeeld"] if frozen else ["-m", "gesprekshulp", "--voorbeeld"]
    started, _ = QProcess.startDetached(sys.executable, arguments)  # type: ignore[misc]
    if started:
        desk.toast("Het voorbeeldkantoor opent in een eigen venster, los van uw gegevens.")
    else:
        desk.error("Het voorbeeldkantoor kon niet worden geopend. Start gesprekshulp --voorbeeld.")
