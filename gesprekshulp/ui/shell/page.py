"""What every page of the window is."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gesprekshulp.ui.theme.palette import set_surface

if TYPE_CHECKING:
    from gesprekshulp.ui.attachments.keeping import FileOwner


class Chrome(Enum):
    """What stands left of a page."""

    SIDEBAR = "sidebar"
    RAIL = "rail"
    NONE = "none"


class Page(QWidget):
    """One page. It is made when first asked for, and kept.

    `title` is its name in Dutch, `chrome` what stands left of it, `entry` the sidebar entry that is
    lit while it is open (its own name when empty).
    """

    title: str = ""
    chrome: Chrome = Chrome.SIDEBAR
    entry: str = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "page")

    def open(self, **where: object) -> None:
        """The page comes in view with these arguments; refresh what it shows, within 50 ms."""

    def place(self) -> dict[str, str]:
        """The arguments with which `open` shows this same place again."""
        return {}

    def keeps_for(self) -> "FileOwner | None":
        """What a file hangs on that is dropped anywhere on this page; None keeps no files."""
        return None

    def leave(self) -> None:
        """The page goes out of view, or the program closes: save what is not saved yet."""
