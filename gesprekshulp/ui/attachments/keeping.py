"""Keeping files (stukken) one after another in the background; what is refused is said last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import ClientId
from gesprekshulp.services import attachments
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
    kept: Callable[[Attachment], object],
    busy: Callable[[str], object] | None = None,
    widget: QObject | None = None,
) -> None:
    """Keep these files; `kept` is called after each, `busy` with what is being done ("" for over).

    What is refused is said when all are done, so that no later file takes the message away. When
    `widget` has gone, nothing is called any more.
    """
    _keep(desk, owner, list(paths), [], kept, busy or (lambda _: None), widget)


def _keep(
    desk: Desk,
    owner: FileOwner,
    paths: list[Path],
    refused: list[str],
    kept: Callable[[Attachment], object],
    busy: Callable[[str], object],
    widget: QObject | None,
) -> None:
    if not paths:
        if refused:
            more = len(refused) - 1
            others = "" if not more else f" En nog {more} bestand{'en' if more > 1 else ''}"
            tail = f"{others} niet bewaard." if more else ""
            desk.error(f"{refused[0]}{tail}")
        return
    first, rest = paths[0], paths[1:]
    doing = f"“{first.name}” wordt bewaard …"
    busy(doing)

    def progress(done: int, total: int) -> None:
        busy(f"{doing} {round(100 * done / total) if total else 100} %")

    def done(file: Attachment) -> None:
        busy("")
        kept(file)
        _keep(desk, owner, rest, refused, kept, busy, widget)

    def failed(error: UserError) -> None:
        busy("")
        _keep(desk, owner, rest, [*refused, error.sentence], kept, busy, widget)

    desk.background.run(
        attachments.add, desk.archive, desk.clock, first, *owner,
        done=done, failed=failed, progress=progress, owner=widget,
    )  # fmt: skip
