"""Puts the look on the program, and keeps it in step with the system's light or dark."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from gesprekshulp.ui.theme.fonts import font
from gesprekshulp.ui.theme.palette import make_palette
from gesprekshulp.ui.theme.stylesheet import make_stylesheet
from gesprekshulp.ui.theme.tokens import DARK, LIGHT, Colours

SYSTEM, LIGHT_ONLY, DARK_ONLY = "systeem", "licht", "donker"


class Theme(QObject):
    """Fusion with our palette, fonts and stylesheet; one for the whole program.

    `choice` is what the user picked: "systeem", "licht" or "donker".
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._colours: Colours | None = None
        app.setStyle("Fusion")
        app.setFont(font())
        app.styleHints().colorSchemeChanged.connect(self._refresh)
        self._refresh()

    @property
    def choice(self) -> str:
        """What the user picked."""
        return self._choice

    @property
    def colours(self) -> Colours:
        """The colours on screen now."""
        return LIGHT if self._colours is None else self._colours

    def choose(self, choice: str) -> None:
        """Follow the system ("systeem"), or stay light ("licht") or dark ("donker")."""
        self._choice = choice
        self._refresh()

    def _refresh(self) -> None:
        wanted = DARK if self._is_dark() else LIGHT
        if wanted is self._colours:
            return
        self._colours = wanted
        self._app.setPalette(make_palette(wanted))
        self._app.setStyleSheet(make_stylesheet(wanted))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._choice == SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._choice == DARK_ONLY
