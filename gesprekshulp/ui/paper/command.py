"""A PDF from the command line, where there is no window and perhaps no screen."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QHashSeed
from PySide6.QtGui import QGuiApplication

from gesprekshulp.domain.paper import OutPaper
from gesprekshulp.ui.paper.pdf import make_pdf


def make_pdf_without_window(paper: OutPaper) -> bytes:
    """The paper as the bytes of a PDF. Starts Qt when it does not run yet."""
    if not sys.platform.startswith("win"):
        # Elsewhere Qt would look for a screen. On Windows there always is one, and only with it
        # does Qt know the fonts.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Otherwise Qt orders fonts in a file in another way on every start.
    QHashSeed.setDeterministicGlobalSeed()
    running = QGuiApplication.instance() or QGuiApplication(["gesprekshulp"])
    made = make_pdf(paper)
    del running
    return made
