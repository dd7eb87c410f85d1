"""A window with any paper in it: a version that was sent, a list, a letter, the dossier."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.paper import Paper
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.paper.out import save_paper
from gesprekshulp.ui.paper.printing import print_paper
from gesprekshulp.ui.paper.view import PaperView
from gesprekshulp.ui.theme.palette import set_surface
from gesprekshulp.ui.widgets.buttons import PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Separator

_WIDE, _HIGH = 720, 760


class PaperDialog(QDialog):
    """The pages of a paper, to read, print or keep as a PDF.

    `name` is the title of the window and of the file. `save` takes the place of the plain PDF where
    there is more to it, such as a version of which the bytes were kept.
    """

    def __init__(
        self,
        desk: Desk,
        paper: Paper,
        name: str,
        parent: QWidget | None = None,
        *,
        save: Callable[[QWidget], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        set_surface(self, "surface")
        self._desk, self._paper, self._name = desk, paper, name
        self._save = save
        self.view = PaperView(name)
        self.print_button = SecondaryButton("Afdrukken", icon="verslag")
        self.pdf_button = SecondaryButton("PDF maken")
        self.close_button = PrimaryButton("Sluiten")
        self.print_button.clicked.connect(self._print)
        self.pdf_button.clicked.connect(self._make_pdf)
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(Separator())
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(12)
        row.addWidget(self.print_button)
        row.addWidget(self.pdf_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        screen = self.screen().availableGeometry()
        self.resize(min(_WIDE, screen.width()), min(_HIGH, screen.height() - 60))
        self.view.show_paper(paper)

    @classmethod
    def show_paper(cls, desk: Desk, paper: Paper, name: str, parent: QWidget) -> None:
        """Show a paper until the user closes it."""
        dialog = cls(desk, paper, name, parent)
        dialog.exec()
        dialog.deleteLater()

    def _print(self) -> None:
        if print_paper(self, self._paper):
            self._desk.toast(f"“{self._name}” is naar de printer.")

    def _make_pdf(self) -> None:
        if self._save is not None:
            self._save(self)
        else:
            save_paper(self._desk, self, f"{self._name}.pdf", self._paper)
