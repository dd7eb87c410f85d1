"""Widgets are tested without a screen; set QT_QPA_PLATFORM to see them."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from gesprekshulp.ui.theme.locale import install_dutch
from gesprekshulp.ui.theme.theme import LIGHT_ONLY, Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The look of the program, as `app.py` puts it on."""
    install_dutch(qapp)
    return Theme(qapp, LIGHT_ONLY)


@pytest.fixture(autouse=True)
def _look(theme: Theme) -> None:
    theme.choose(LIGHT_ONLY)
