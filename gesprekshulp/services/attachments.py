"""Keeping files (stukken) in the archive, and lending out copies to look at."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import stat
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gesprekshulp.domain.attachment import MAX_BYTES, Attachment, FileTooLarge, OwnerKind
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.ids import AttachmentId, ClientId, new_id
from gesprekshulp.services.clock import Clock
from gesprekshulp.storage.archive import Archive

_CHUNK = 1024 * 1024
_LONGEST_NAME = 180


class FileUnreadable(UserError):
    """A file that cannot be read, or that is a folder."""


class AlreadyKept(UserError):
    """The same file, under the same name, already hangs on this owner."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of files that were to be kept; `batches` undoes those that were."""

    files: tuple[Attachment, ...]
    batches: tuple[str, ...]
    refused: tuple[UserError, ...]


def add(
    archive: Archive,
    clock: Clock,
    path: Path,
    owner_kind: OwnerKind,
    owner_id: str,
    client_id: ClientId | None = None,
) -> Attachment:
    """Keep a file of at most 50 MB; the same bytes are kept once, whatever hangs on them.

    Raises FileTooLarge, FileUnreadable, or AlreadyKept when the owner has it under this name.
    """
    added = add_all(archive, clock, [path], owner_kind, owner_id, client_id)
    for error in added.refused:
        raise error
    return added.files[0]


def add_all(
    archive: Archive,
    clock: Clock,
    paths: Sequence[Path],
    owner_kind: OwnerKind,
    owner_id: str,
    client_id: ClientId | None = None,
    *,
    report: Callable[[int, int], None] | None = None,
) -> Added:
    """Keep files one by one; what is refused does not keep back the others.

    `report` is told how many hundredths of how many were read.
    """
    files: list[Attachment] = []
    batches: list[str] = []
    refused: list[UserError] = []
    for number, path in enumerate(paths):

        def part(done: int, total: int, before: int = 100 * number) -> None:
            if report is not None:
                report(before + round(100 * done / total), 100 * len(paths))

        try:
            file, batch = _add(archive, clock, path, (owner_kind, owner_id, client_id), part)
        except UserError as error:
            refused.append(error)
        else:
            files.append(file)
            batches.append(batch)
    return Added(tuple(files), tuple(batches), tuple(refused))


def _add(
    archive: Archive,
    clock: Clock,
    path: Path,
    owner: tuple[OwnerKind, str, ClientId | None],
    report: Callable[[int, int], None],
) -> tuple[Attachment, str]:
    owner_kind, owner_id, client_id = owner
    content = _read(path, report)
    with archive.transaction(f"Stuk “{path.name}” toegevoegd") as work:
        if any(
            file.name == path.name
            and file.size == len(content)
            and work.attachments.content(file.sha256) == content
            for file in work.attachments.of(owner_kind, owner_id)
        ):
            raise AlreadyKept(f"“{path.name}” staat hier al, met dezelfde inhoud.")
        made = work.attachments.save(
            Attachment(
                AttachmentId(new_id()),
                owner_kind,
                owner_id,
                client_id,
                path.name,
                work.attachments.keep_bytes(content),
                len(content),
                clock.now(),
            )
        )
        return made, work.batch_id or ""


def of_owner(archive: Archive, owner_kind: OwnerKind, owner_id: str) -> tuple[Attachment, ...]:
    """The files of one client, appointment, promise or report."""
    with archive.reading() as work:
        return work.attachments.of(owner_kind, owner_id)


def rename(archive: Archive, id: AttachmentId, name: str) -> Attachment:
    """Give a file another name; its ending stays, so that it keeps opening in the same program."""
    name = " ".join(name.split())
    if not name:
        raise UserError("Geef het stuk een naam.")
    with archive.transaction("Stuk hernoemd") as work:
        file = work.attachments.get(id)
        ending = Path(file.name).suffix
        if ending and not name.lower().endswith(ending.lower()):
            name += ending
        return work.attachments.save(replace(file, name=name))


def remove(archive: Archive, id: AttachmentId) -> Attachment:
    """Take a file away. Can be undone."""
    with archive.transaction("Stuk verwijderd") as work:
        file = work.attachments.get(id)
        work.attachments.remove(id)
    return file


def set_in_report(archive: Archive, id: AttachmentId, named: bool) -> Attachment:
    """Whether the report names this file under Bijlagen."""
    label = "Stuk in het verslag genoemd" if named else "Stuk niet meer in het verslag genoemd"
    with archive.transaction(label) as work:
        return work.attachments.save(replace(work.attachments.get(id), in_report=named))


def save_as(archive: Archive, id: AttachmentId, target: Path) -> Path:
    """Write a file to a place of the user's choice."""
    from gesprekshulp.services.files import write_file

    with archive.reading() as work:
        file = work.attachments.get(id)
        content = work.attachments.content(file.sha256)
    return write_file(target, content)


class Copies:
    """Read-only copies to open in another program; gone when the program closes.

    The archive is encrypted and these copies are not, so they live in a folder that only the user
    can read, and no longer than needed.
    """

    def __init__(self) -> None:
        self._folder: Path | None = None

    def make(self, archive: Archive, id: AttachmentId) -> Path:
        """A copy of one file under its own name; asked for again, a fresh one."""
        with archive.reading() as work:
            file = work.attachments.get(id)
            content = work.attachments.content(file.sha256)
        try:
            place = self._place() / file.id
            place.mkdir(exist_ok=True)
            copy = place / safe_name(file.name)
            if copy.exists():
                copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
            copy.write_bytes(content)
            copy.chmod(stat.S_IRUSR)
        except OSError as error:
            raise UserError(
                f"Van “{file.name}” kan geen kopie worden gemaakt om te bekijken. Is het nog"
                " geopend, sluit het dan eerst; maak anders ruimte op de schijf."
            ) from error
        return copy

    def clear(self) -> None:
        """Remove every copy; one that is still open elsewhere stays until the system cleans up."""
        folder, self._folder = self._folder, None
        if folder is None:
            return
        atexit.unregister(self.clear)
        for copy in folder.rglob("*"):
            # Windows refuses to remove what is read-only.
            with contextlib.suppress(OSError):
                copy.chmod(stat.S_IRWXU)
        shutil.rmtree(folder, ignore_errors=True)

    def _place(self) -> Path:
        if self._folder is None or not self._folder.is_dir():
            self._folder = Path(tempfile.mkdtemp(prefix="gesprekshulp-"))
            atexit.register(self.clear)
        return self._folder


def safe_name(name: str) -> str:
    """A file name that every system takes and that cannot lead to another folder."""
    plain = "".join(" " if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in name)
    plain = " ".join(plain.split()).strip(". ")
    if len(plain) > _LONGEST_NAME:
        ending = Path(plain).suffix[:20]
        plain = plain[: _LONGEST_NAME - len(ending)] + ending
    return plain or "stuk"


def _read(path: Path, report: Callable[[int, int], None]) -> bytes:
    try:
        if not path.is_file():
            raise FileUnreadable(
                f"“{path.name}” is geen bestand dat bewaard kan worden; kies een bestand, geen map."
            )
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise FileTooLarge(path.name, size)
        content = bytearray()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                content += chunk
                if len(content) > MAX_BYTES:  # it grew while it was read
                    raise FileTooLarge(path.name, len(content))
                report(len(content), max(size, len(content)))
    except OSError as error:
        raise FileUnreadable(
            f"“{path.name}” kan niet worden gelezen. Kijk of het bestand er nog staat en of u het"
            " mag openen."
        ) from error
    return bytes(content)
