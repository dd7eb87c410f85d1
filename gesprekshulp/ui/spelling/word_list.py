"""A list of words of one's own: for everything, or for one client."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services import checking_words
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.theme.palette import colours, set_surface
from gesprekshulp.ui.theme.tokens import RADIUS
from gesprekshulp.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Scroll, Separator
from gesprekshulp.ui.widgets.fields import TextField
from gesprekshulp.ui.widgets.flow import FlowLayout
from gesprekshulp.ui.widgets.labels import Muted, Section, Text
from gesprekshulp.ui.widgets.painting import box


class _Chip(QWidget):
    """A word in a small frame with a cross."""

    def __init__(self, word: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 2, 2)
        row.setSpacing(4)
        row.addWidget(Text(word))
        self.bin = IconButton("kruis", f"“{word}” uit de woordenlijst halen", size=20, icon_size=12)
        row.addWidget(self.bin)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        box(painter, self.rect(), c.sunken, c.line, RADIUS.badge)
        painter.end()


class WordList(QWidget):
    """The words, each with a cross, and a field for more. What is done can be undone."""

    def __init__(
        self, desk: Desk, client_id: ClientId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._client_id = client_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = TextField(
            placeholder="een woord, zoals de naam van een product",
            name="Woord voor de woordenlijst", spelled=False,
        )  # fmt: skip
        self.field.returnPressed.connect(self._add)
        self.add_button = SecondaryButton("Toevoegen")
        self.add_button.clicked.connect(self._add)
        row.addWidget(self.field, 1)
        row.addWidget(self.add_button)
        column.addLayout(row)
        self._none = Muted("Nog geen eigen woorden.")
        column.addWidget(self._none)
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=8)
        column.addWidget(holder)
        self.chips: dict[str, _Chip] = {}
        self.refresh()

    def refresh(self) -> None:
        """Show the words as they are now."""
        words = checking_words.own_words(self._desk.archive, self._client_id)
        if tuple(self.chips) == words:
            return
        self._flow.clear()
        self.chips = {word: _Chip(word) for word in words}
        for word, chip in self.chips.items():
            chip.bin.clicked.connect(lambda _=False, word=word: self._remove(word))
            self._flow.addWidget(chip)
        self._none.setVisible(not words)
        self.updateGeometry()

    def _add(self) -> None:
        words = self.field.text().split()
        if not words:
            self.field.setFocus()
            return
        archive, client_id = self._desk.archive, self._client_id
        try:
            kept = [checking_words.add_word(archive, word, client_id) for word in words]
        except UserError as error:
            self._desk.error(error.sentence)
            return
        self.field.clear()
        said = ", ".join(f"“{word}”" for word in kept)
        self._did(f"{said} staat in de woordenlijst.", kept, added=True)

    def _remove(self, word: str) -> None:
        checking_words.remove_word(self._desk.archive, word, self._client_id)
        self._did(f"“{word}” is uit de woordenlijst.", [word], added=False)

    def _did(self, said: str, words: list[str], *, added: bool) -> None:
        archive, client_id = self._desk.archive, self._client_id
        back = checking_words.remove_word if added else checking_words.add_word

        def undo() -> None:
            for word in words:
                back(archive, word, client_id)
            self._desk.wrote()
            self.refresh()

        self.refresh()
        self._desk.wrote()
        self._desk.toast(said, undo)


class WordListDialog(QDialog):
    """The word list of one client."""

    def __init__(self, desk: Desk, parent: QWidget, client_id: ClientId, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Woordenlijst van {name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        set_surface(self, "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        scroll = Scroll("surface", margins=(24, 20, 24, 20))
        scroll.column.setSpacing(12)
        scroll.column.addWidget(Section(f"Woordenlijst van {name}", wrap=True))
        scroll.column.addWidget(
            Muted("Namen en woorden die in stukken voor deze klant goed zijn.", size=14, wrap=True)
        )
        self.words = WordList(desk, client_id)
        scroll.column.addWidget(self.words)
        scroll.column.addStretch(1)
        outer.addWidget(scroll, 1)
        outer.addWidget(Separator())
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 12, 24, 12)
        bar.addStretch(1)
        done = PrimaryButton("Klaar")
        done.clicked.connect(self.accept)
        bar.addWidget(done)
        outer.addLayout(bar)
        self.resize(480, 360)
        self.words.field.setFocus()
