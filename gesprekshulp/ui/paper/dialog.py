"""A window with any paper in it: a version that was sent, a list, a letter, the dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.paper import OutPaper, Paper
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.paper.out import save_paper
from gesprekshulp.ui.paper.printing import print_paper
from gesprekshulp.ui.paper.view import PaperView
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Separator

PDF, PRINT = "PDF maken", "Afdrukken"
_WIDE, _HIGH = 720, 760

Way = tuple[str, Callable[[QWidget], object]]


class PaperDialog(QDialog):
    """The pages of a paper, to read, print or keep as a PDF.

    `name` is the title of the window. `ways` are what it can become: words on a button, and what
    the button does with the dialog; `as_shown` are the usual ones.
    """

    def __init__(
        self,
        desk: Desk,
        paper: Paper,
        name: str,
        parent: QWidget | None = None,
        *,
        ways: Sequence[Way],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        set_surface(self, "surface")
        self.view = PaperView(name)
        self.buttons: dict[str, SecondaryButton] = {}
        self.close_button = PrimaryButton("Sluiten")
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(Separator())
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(12)
        for words, act in ways:
            button = self.buttons[words] = SecondaryButton(words)
            button.clicked.connect(lambda _=False, act=act: act(self))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        screen = self.screen().availableGeometry()
        self.resize(min(_WIDE, screen.width()), min(_HIGH, screen.height() - 60))
        self.view.show_paper(paper)

    @classmethod
    def show_paper(
        cls, desk: Desk, paper: Paper, name: str, parent: QWidget, ways: Sequence[Way]
    ) -> None:
        """Show a paper until the user closes it."""
        dialog = cls(desk, paper, name, parent, ways=ways)
        dialog.exec()
        dialog.deleteLater()


def as_shown(desk: Desk, paper: OutPaper, name: str) -> tuple[Way, ...]:
    """A paper as PDF, and through the printer, just as it is shown; `name` is that of the file."""

    def print_it(parent: QWidget) -> None:
        if print_paper(parent, paper):
            desk.toast(f"“{name}” is naar de printer.")

    def make_pdf(parent: QWidget) -> None:
        save_paper(desk, parent, f"{name}.pdf", paper)

    return (PDF, make_pdf), (PRINT, print_it)
