"""What the five steps of an appointment have in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gesprekshulp.ui.shell.page import Chrome


class Step(QWidget):
    """One step of the appointment page. `finished` names the step that comes next."""

    chrome: Chrome = Chrome.SIDEBAR
    finished = Signal(str)

    def open(self, appointment_id: str, **where: object) -> None:
        """The step comes in view for this appointment; refresh what it shows."""

    def leave(self) -> None:
        """The step goes out of view: save what is not saved yet."""
