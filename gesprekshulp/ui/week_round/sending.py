"""The end of the round: for each client what to send, and the messages as drafts in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gesprekshulp.domain.week_round import ClientDraft
from gesprekshulp.services import week_closed, week_round
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from gesprekshulp.ui.widgets.cards import Card
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.labels import CopyableText, IconLabel, Muted, Section, Strong

_LAST = "weekafsluiting/map"


class _ClientRow(QWidget):
    """One client: whether it gets its message, why, and the message itself to read."""

    changed = Signal()

    def __init__(self, made: ClientDraft) -> None:
        super().__init__()
        self.made = made
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.check = Check(name=f"Bericht aan {made.client_name} maken", checked=True)
        self.check.toggled.connect(lambda _: self.changed.emit())
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(made.client_name, wrap=True))
        words.addWidget(Muted(" · ".join(made.reasons), size=14, wrap=True))
        if made.stopped:
            self.check.setChecked(False)
            self.check.setEnabled(False)
            words.addLayout(_note(f"Kan zo niet weg: {made.stopped}"))
        if not made.draft.to:
            words.addLayout(_note("Geen mailadres bekend; vul het in de mail zelf in."))
        row.addLayout(words, 1)
        self.read = LinkButton("Lezen")
        self.read.setAccessibleName(f"Bericht aan {made.client_name} lezen")
        self.read.clicked.connect(self._toggle)
        row.addWidget(self.read, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.text = CopyableText(made.draft.as_text)
        self.text.setContentsMargins(30, 0, 0, 0)
        self.text.hide()
        column.addWidget(self.text)

    def _toggle(self) -> None:
        shown = self.text.isHidden()
        self.text.setVisible(shown)
        self.read.set_label("Inklappen" if shown else "Lezen")


def _note(words: str) -> QHBoxLayout:
    note = QHBoxLayout()
    note.setSpacing(4)
    note.addWidget(IconLabel("let-op", size=16), 0, Qt.AlignmentFlag.AlignTop)
    note.addWidget(Muted(words, wrap=True), 1)
    return note


class Sending(QWidget):
    """What the round leaves to be sent. `finished` says that the week is closed, `all_asked` that
    every client of the round is to get a message."""

    finished = Signal()
    all_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: list[_ClientRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Section("Versturen"))
        column.addSpacing(4)
        self.words = Muted(size=14, wrap=True)
        column.addWidget(self.words)
        column.addSpacing(12)
        self.card = Card()
        column.addWidget(self.card)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.make = PrimaryButton("Conceptmail maken", icon="mail")
        self.make.clicked.connect(self.save)
        self.everyone = SecondaryButton("Bericht voor elke klant uit de ronde")
        self.everyone.clicked.connect(self.all_asked)
        self.close_week = SecondaryButton("Week afsluiten", icon="vink")
        self.close_week.clicked.connect(self.finish)
        row.addWidget(self.make)
        row.addWidget(self.everyone)
        row.addWidget(self.close_week)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_drafts(self, made: tuple[ClientDraft, ...], *, more: bool) -> None:
        """Show these; `more` says that the round holds clients without a message."""
        if [row.made for row in self.rows] != list(made):
            self.card.clear()
            self.rows = []
            for one in made:
                row = _ClientRow(one)
                row.changed.connect(self._count)
                self.card.add_row(row)
                self.rows.append(row)
        self.card.setVisible(bool(made))
        self.make.setVisible(bool(made))
        self.everyone.setVisible(more)
        self.words.setText(
            "Eén bericht per klant. De concepten komen als .eml-bestanden in een map; u leest ze na"
            " en verstuurt ze zelf."
            if made
            else "U hebt onderweg niets gekozen om te versturen. U kunt de week afsluiten."
        )
        self._count()

    def chosen(self) -> list[ClientDraft]:
        """The messages that are to be made."""
        return [row.made for row in self.rows if row.check.isChecked()]

    def _count(self) -> None:
        number = len(self.chosen())
        self.make.set_label(f"{number} conceptmails maken" if number > 1 else "Conceptmail maken")
        self.make.set_enabled_or_why(number > 0, "Vink eerst een klant aan.")

    def save(self) -> None:
        """Ask for a folder and write the messages into it."""
        state = self._desk.shell.state
        start = state.get(_LAST) or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, "Map voor de conceptmails", start)
        if not chosen:
            return
        folder = Path(chosen)
        state.put(_LAST, chosen)
        self._desk.background.run(
            week_round.save,
            self._desk.archive,
            self._desk.clock,
            self.chosen(),
            folder,
            done=lambda paths: self._saved(folder, len(paths)),
            owner=self,
        )

    def _saved(self, folder: Path, number: int) -> None:
        if number == 1:
            words = f"1 conceptmail staat in “{folder.name}”."
        else:
            words = f"{number} conceptmails staan in “{folder.name}”."
        self._desk.toast(words, _opener(self._desk, folder), action="Openen")

    def finish(self) -> None:
        """The week is closed."""
        week_closed.finish(self._desk.archive, self._desk.clock)
        self.finished.emit()


def _opener(desk: Desk, folder: Path) -> Callable[[], None]:
    def open_folder() -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            desk.error(f"De map “{folder}” kon niet worden geopend. Open hem zelf.")

    return open_folder
