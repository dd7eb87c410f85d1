"""What the window remembers between two starts, in one file inside the data folder."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from gesprekshulp.ui.shell.frame import BACKGROUND, GEOMETRY, STATE_FILE

_LONGEST = 4_000


class WindowState:
    """Geometry, the last place and whatever pages want to find again, such as column widths.

    It holds no client's data: only names of pages, identifiers and sizes.
    """

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / STATE_FILE), QSettings.Format.IniFormat)

    def get(self, key: str, default: str = "") -> str:
        """A remembered text."""
        value = self._settings.value(key)
        return value if isinstance(value, str) else default

    def put(self, key: str, value: str) -> None:
        """Remember a text."""
        self._settings.setValue(key, value[:_LONGEST])

    def put_window(self, geometry: QByteArray, background: str) -> None:
        """Remember where the window stands and the colour it has, for the first paint."""
        self._settings.setValue(GEOMETRY, geometry)
        self.put(BACKGROUND, background)

    def last_place(self) -> tuple[str, dict[str, str]]:
        """The page that was open, and where on it; ("", {}) when nothing is remembered."""
        page = self.get("laatste/pagina")
        self._settings.beginGroup("laatste/waar")
        where = {key: str(self._settings.value(key)) for key in self._settings.childKeys()}
        self._settings.endGroup()
        return page, where

    def put_last_place(self, page: str, where: dict[str, str]) -> None:
        """Remember the page that is open, and where on it."""
        self._settings.remove("laatste/waar")
        self.put("laatste/pagina", page)
        for key, value in where.items():
            self.put(f"laatste/waar/{key}", value)

    def save(self) -> None:
        """Write it down now."""
        self._settings.sync()
