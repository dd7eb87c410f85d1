"""Keeping files (stukken) in the background, told of with one word at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from gesprekshulp.domain.attachment import OwnerKind
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services import attachments
from gesprekshulp.services.attachments import Added
from gesprekshulp.ui.context import Desk


class FileOwner(NamedTuple):
    """What dropped files hang on: a client, an appointment or a promise, and whose that is."""

    kind: OwnerKind
    id: str
    client_id: ClientId | None


def keep_files(
    desk: Desk,
    owner: FileOwner,
    paths: Sequence[Path],
    kept: Callable[[str, Sequence[str]], object],
    busy: Callable[[str], object] | None = None,
    widget: QObject | None = None,
    where: str = "",
) -> None:
    """Keep these files in one go, so that a window that closes waits for them all.

    `kept` is called once with what to say and the batches that undo it, `busy` with what is being
    done ("" for over). When `widget` has gone, nothing is called any more. `where` is said behind
    what was kept ("bij deze klant").
    """
    what = f"“{paths[0].name}” wordt" if len(paths) == 1 else f"{len(paths)} bestanden worden"

    def tell(words: str) -> None:
        if busy is not None:
            busy(words)

    def done(added: Added) -> None:
        tell("")
        if added.files:
            kept(_said(added, where), added.batches)
        elif added.refused:
            desk.error(_refused(added))

    tell(f"{what} bewaard …")
    desk.background.run(
        attachments.add_all, desk.archive, desk.clock, paths, *owner, done=done, owner=widget,
        progress=lambda part, all: tell(f"{what} bewaard … {round(100 * part / all)} %"),
    )  # fmt: skip


def _said(added: Added, where: str) -> str:
    many = len(added.files)
    what = f"Stuk “{added.files[0].name}”" if many == 1 else f"{many} stukken"
    words = f"{what} toegevoegd{where and f' {where}'}."
    return f"{words} {_refused(added)}" if added.refused else words


def _refused(added: Added) -> str:
    more = len(added.refused) - 1
    others = f" En nog {more} bestand{'en' if more > 1 else ''} niet bewaard." if more else ""
    return f"{added.refused[0].sentence}{others}"
