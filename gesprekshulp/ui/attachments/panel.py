"""The files (stukken) of one client, appointment, promise or report: add, open, rename, remove."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.dutch_dates import local_day, short_day
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services import attachments
from gesprekshulp.services.undo import undo
from gesprekshulp.ui.attachments.keeping import FileOwner, keep_files
from gesprekshulp.ui.context import Desk
from gesprekshulp.ui.widgets.buttons import IconButton, LinkButton
from gesprekshulp.ui.widgets.cards import Card, clear_layout
from gesprekshulp.ui.widgets.check import Check
from gesprekshulp.ui.widgets.form_dialog import TEXT, Field, FormDialog
from gesprekshulp.ui.widgets.labels import ElidedLabel, IconLabel, Muted

_NAMED_IN_REPORT = (OwnerKind.APPOINTMENT, OwnerKind.REPORT)


class AttachmentPanel(QWidget):
    """A list of files with a place to drop new ones. `changed` is emitted after every change.

    For an appointment and a report each file has a check "Noemen in verslag".
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        owner_kind: OwnerKind,
        owner_id: str,
        client_id: ClientId | None,
        parent: QWidget | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._owner = (owner_kind, owner_id)
        self._client_id = client_id
        self._read_only = read_only
        self._copies = attachments.Copies()
        self.setAcceptDrops(not read_only)
        self.setAccessibleName("Stukken")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self._busy = Muted()
        self._busy.hide()
        column.addWidget(self._busy)
        self._place = Card(border="line_strong", dashed=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("bijlage", size=16))
        row.addWidget(Muted("Sleep hierheen, of"), 0)
        self.choose = LinkButton("kies een bestand", small=True)
        self.choose.clicked.connect(self._choose)
        row.addWidget(self.choose)
        row.addStretch(1)
        self._place.body((12, 8, 12, 8)).addLayout(row)
        column.addWidget(self._place)
        self._place.setVisible(not read_only)
        self.rows: list[AttachmentRow] = []
        self.refresh()

    def set_owner(self, owner_kind: OwnerKind, owner_id: str, client_id: ClientId | None) -> None:
        """Show the files of something else."""
        self._owner = (owner_kind, owner_id)
        self._client_id = client_id
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        clear_layout(self._list)
        self.rows = []
        files = attachments.of_owner(self._desk.archive, *self._owner)
        if not files:
            self._list.addWidget(Muted("Nog geen stukken."))
            return
        card = Card()
        for file in files:
            row = AttachmentRow(
                file,
                short_day(local_day(file.added_at), self._desk.today()),
                with_check=self._owner[0] in _NAMED_IN_REPORT,
                read_only=self._read_only,
            )
            row.opened.connect(lambda file=file: self.open_copy(file))
            row.more.connect(lambda at, file=file: self._menu(file, at))
            row.named.connect(lambda on, file=file: self._name_in_report(file, on))
            card.add_row(row)
            self.rows.append(row)
        self._list.addWidget(card)

    def add(self, paths: list[Path]) -> None:
        """Keep these files; reading them happens in the background."""
        owner = FileOwner(*self._owner, self._client_id)
        if paths:
            keep_files(self._desk, owner, paths, self._told, busy=self._say_busy, widget=self)

    def _say_busy(self, words: str) -> None:
        self._busy.setText(words)
        self._busy.setVisible(bool(words))

    def open_copy(self, file: Attachment) -> None:
        """Open a read-only copy in the program that belongs to the file."""

        def show(copy: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
                self._desk.error(
                    f"Er is geen programma dat “{file.name}” opent. Kies Opslaan als om het stuk"
                    " ergens neer te zetten."
                )

        self._desk.background.run(
            self._copies.make, self._desk.archive, file.id, done=show, owner=self
        )

    def rename(self, file: Attachment) -> None:
        """Ask for another name."""
        field = Field("name", "Naam van het stuk", TEXT, required="Vul een naam in.")
        found = FormDialog.ask(self, "Naam wijzigen", (field,), {"name": file.name}, width=420)
        if found is not None:
            attachments.rename(self._desk.archive, file.id, found["name"])
            self._wrote("Stuk hernoemd.")

    def remove(self, file: Attachment) -> None:
        """Take a file away at once; the message offers to undo it."""
        attachments.remove(self._desk.archive, file.id)
        self._wrote(f"Stuk “{file.name}” verwijderd.")

    def save_as(self, file: Attachment) -> None:
        """Write a file where the user wants it."""
        name = attachments.safe_name(file.name)
        chosen, _ = QFileDialog.getSaveFileName(self, "Stuk opslaan", str(Path.home() / name))
        if chosen:
            self._desk.background.run(
                attachments.save_as, self._desk.archive, file.id, Path(chosen),
                done=lambda path: self._desk.toast(f"“{file.name}” staat in {path.parent}."),
                owner=self,
            )  # fmt: skip

    def _name_in_report(self, file: Attachment, on: bool) -> None:
        attachments.set_in_report(self._desk.archive, file.id, on)
        self.changed.emit()
        self._desk.wrote()

    def _wrote(self, said: str) -> None:
        batch = self._desk.archive.last_batch
        self._told(said, (batch,) if batch else ())

    def _told(self, said: str, batches: Sequence[str]) -> None:
        def take_back() -> None:
            for batch in reversed(batches):
                undo(self._desk.archive, batch)
            self._tell_all()

        self._desk.toast(said, take_back)
        self._tell_all()

    def _tell_all(self) -> None:
        self.refresh()
        self.changed.emit()
        self._desk.wrote()

    def _menu(self, file: Attachment, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Openen", lambda: self.open_copy(file))
        menu.addAction("Opslaan als …", lambda: self.save_as(file))
        if not self._read_only:
            menu.addAction("Naam wijzigen …", lambda: self.rename(file))
            menu.addSeparator()
            menu.addAction("Verwijderen", lambda: self.remove(file))
        menu.popup(at)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, "Stukken toevoegen", str(Path.home()))
        self.add([Path(path) for path in chosen])

    # --- dropping ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._place.set_look("accent_soft", "accent", dashed=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._place.set_look("surface", "line_strong", dashed=True)

    def dropEvent(self, event: QDropEvent) -> None:
        self._place.set_look("surface", "line_strong", dashed=True)
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.add([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])


class AttachmentRow(QWidget):
    """One file: its name, size and day, whether the report names it, and what can be done."""

    opened = Signal()
    more = Signal(QPoint)
    named = Signal(bool)

    def __init__(
        self, file: Attachment, day: str, *, with_check: bool, read_only: bool = False
    ) -> None:
        super().__init__()
        self.file = file
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel("bijlage"))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = ElidedLabel(file.name, weight=500)
        words.addWidget(self.name)
        words.addWidget(Muted(f"{size_words(file.size)} · {day}"))
        row.addLayout(words, 1)
        self.check = Check("Noemen in verslag", checked=file.in_report)
        self.check.setVisible(with_check)
        self.check.setEnabled(not read_only)
        self.check.clicked.connect(self.named)
        row.addWidget(self.check)
        self.open_button = IconButton("oog", f"“{file.name}” openen", size=28, icon_size=16)
        self.open_button.clicked.connect(lambda: self.opened.emit())
        row.addWidget(self.open_button)
        menu = IconButton("meer", f"Meer met “{file.name}”", size=28, icon_size=16)
        menu.clicked.connect(lambda: self.more.emit(menu.mapToGlobal(QPoint(0, menu.height() + 4))))
        row.addWidget(menu)


def size_words(size: int) -> str:
    """A number of bytes as people say it: "340 kB", "1,2 MB"."""
    if size < 1000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{round(size / 1000)} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
