"""Files that leave the page: asking where they go, and opening them in their own program."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gesprekshulp.ui.context import Desk

_KINDS = {
    ".pdf": "PDF",
    ".xlsx": "Excel",
    ".csv": "Tabel met puntkomma's",
    ".docx": "Word",
    ".ics": "Agenda",
    ".eml": "E-mail",
    ".zip": "Zip",
}


def ask_target(parent: QWidget, title: str, name: str, end: str) -> Path | None:
    """Ask where a file goes; None when cancelled.

    Documents, to begin with, and a name that tells what it is; `name` may have its ending already.
    """
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
    folder = folder if folder.is_dir() else Path.home()
    proposed = folder / f"{file_name(name.removesuffix(end))}{end}"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{_KINDS[end]} (*{end})")
    if not chosen:
        return None
    target = Path(chosen)
    return target if target.suffix.lower() == end else target.with_name(f"{target.name}{end}")


def file_name(words: str) -> str:
    """Words without what a file name cannot hold."""
    return re.sub(r'[\s\\/:*?"<>|\x00-\x1f]+', " ", words).strip(" .")[:120].strip() or "Bestand"


def open_outside(path: Path) -> bool:
    """Open a file in the program that belongs to it; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_outside(desk: Desk, place: Path) -> None:
    """Open a file or folder in the program that belongs to it, or say where it stands."""
    if not open_outside(place):
        desk.error(
            f"Er is geen programma dat “{place.name}” opent. Het staat in {place.parent};"
            " open het van daaruit."
        )


def tell_written(desk: Desk, path: Path) -> None:
    """Say where a file stands, and offer to open it."""
    desk.toast(
        f"“{path.name}” staat in {path.parent}.", lambda: show_outside(desk, path), action="Openen"
    )
