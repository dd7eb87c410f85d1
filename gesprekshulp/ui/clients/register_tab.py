"""What every tab of a client's page with lists is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services.client_card import ClientCard
from gesprekshulp.ui.context import Desk


class RegisterTab(QWidget):
    """A tab with one or more lists. `refresh` reads them again for a client."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.client_id = ClientId("")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(32)

    def refresh(self, card: ClientCard) -> None:
        """Show what there is of this client now."""
        raise NotImplementedError
