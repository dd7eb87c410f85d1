"""What the window shows when the archive cannot be opened: why, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from gesprekshulp.ui.shell.page import Chrome, Page
from gesprekshulp.ui.widgets.empty_page import EmptyPage, WayOn


class StartFailedPage(Page):
    """Stands alone in the window, because no other page can be filled."""

    title = "Archief niet geopend"
    chrome = Chrome.NONE

    def __init__(self, sentence: str, folder: str, again: Callable[[], object]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            EmptyPage(
                "Uw archief is niet geopend",
                f"{sentence} Er is niets gewijzigd.",
                (
                    WayOn(
                        "laptop",
                        "Opnieuw proberen",
                        f"De gegevens staan in {folder}.",
                        "Opnieuw openen",
                        again,
                    ),
                ),
            )
        )
